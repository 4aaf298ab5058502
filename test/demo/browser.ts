import { type Browser, type Locator, type Page, chromium } from "playwright-core";

/** One page of the demo in headless Chromium, as a user has it before the eyes. */
export class DemoPage {
  readonly page: Page;
  readonly #browser: Browser;
  /** What the browser complained of: errors of scripts, and of the content security policy. */
  readonly complaints: string[] = [];

  constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.page = page;
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(message.text());
    });
  }

  static async open(program: string, url: string, colorScheme: "light" | "dark" = "light"): Promise<DemoPage> {
    const browser = await chromium.launch({ executablePath: program, args: [...flags] });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme });
    const demo = new DemoPage(browser, page);
    await page.goto(url);
    await page.waitForSelector('[data-number="2002"] .soft-keys');
    return demo;
  }

  phone(number: string): Locator {
    return this.page.locator(`article[data-number="${number}"]`);
  }

  /** Presses the key of that name; waits until the phone has it. */
  async press(number: string, key: string): Promise<void> {
    await this.phone(number).getByRole("button", { name: key, exact: true }).click();
  }

  /** Waits until the phone is in the state. */
  async state(number: string, state: string): Promise<void> {
    await this.page.waitForSelector(`article[data-number="${number}"][data-state="${state}"]`);
  }

  /** Waits for a screen of this kind, "" for none, and reads its lines. */
  async screen(number: string, kind: string): Promise<readonly string[]> {
    await this.page.waitForSelector(`article[data-number="${number}"][data-screen="${kind}"]`);
    return this.phone(number).locator(".lines p").allTextContents();
  }

  /** True while the phone shows the sound mark. */
  async sounds(number: string): Promise<boolean> {
    return this.phone(number).getByRole("img", { name: "call back sound" }).isVisible();
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

/** A browser that talks to nobody but our page. */
export const flags: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
