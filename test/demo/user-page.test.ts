import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type Browser, chromium, type Page } from "playwright-core";
import type { PhoneAdapter } from "../../gateway/adapter.ts";
import { createWebhookPhones } from "../../gateway/phones/webhook.ts";
import { deliveryLimits } from "../../gateway/phones/webhook/deliver.ts";
import type { StoredOriginating } from "../../src/completion/record.ts";
import { activatedScreen, availableScreen } from "../../src/users/screens.ts";
import { requirePeer } from "../peers/require.ts";
import { WebhookReceiver } from "../peers/webhook-receiver.ts";
import { Inbox } from "../unit/gateway/inbox.ts";
import { phoneContext, type TestContext } from "../unit/gateway/phone-context.ts";
import { flags } from "./browser.ts";

const key = "a key of sixteen octets at least";

describe("the user's page in Chromium", () => {
  const cleanup: (() => unknown)[] = [];
  const complaints: string[] = [];
  const inbox = new Inbox();
  let context: TestContext;
  let adapter: PhoneAdapter & { readonly link: (number: string) => string };
  let page: Page;

  before(async function () {
    const executablePath = requirePeer(this, "chromium");
    const folder = mkdtempSync(join(tmpdir(), "qsig-user-page-"));
    const keyFile = join(folder, "key");
    writeFileSync(keyFile, key);
    const receiver = new WebhookReceiver(key);
    context = phoneContext(inbox);
    const bind = { host: "127.0.0.1", port: 0 };
    const settings = { type: "webhook", url: await receiver.start(), keyFile, bind, linkLifeMs: 60_000 } as const;
    const started = await createWebhookPhones(settings, context, deliveryLimits);
    adapter = started;
    const browser: Browser = await chromium.launch({ executablePath, args: [...flags] });
    page = await browser.newPage({ viewport: { width: 480, height: 720 } });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    cleanup.push(
      () => rmSync(folder, { recursive: true }),
      () => receiver.stop(),
      () => started.stop(),
      () => browser.close(),
    );
  });
  after(async () => {
    for (const clean of cleanup.splice(0).toReversed()) await clean();
  });

  const lines = () => page.locator("#lines p").allTextContents();

  it("shows the screen as it comes, with its keys, and tells the gateway what is pressed", async () => {
    await page.goto(adapter.link("1001"));
    await page.waitForSelector("#screen", { state: "hidden" });
    expect(await page.textContent("#number")).to.equal("1001");
    adapter.notify(1, "west/1001", activatedScreen("2001"), false);
    expect(await inbox.next()).to.include({ type: "done", ok: true });
    await page.waitForSelector("#screen", { state: "visible" });
    expect(await lines()).to.deep.equal([...activatedScreen("2001").lines]);
    expect(await page.locator("#keys button").allTextContents()).to.deep.equal(["Cancel", "Exit"]);
    adapter.notify(2, "west/1001", availableScreen("2001", 0, 0), true);
    await inbox.next();
    await page.getByRole("button", { name: "Dial", exact: true }).click();
    expect(await inbox.next()).to.deep.equal({ type: "user", user: "west/1001", press: { key: "dial" } });
    adapter.notify(3, "west/1001", null, false);
    await inbox.next();
    await page.waitForSelector("#screen", { state: "hidden" });
  });

  it("asks for call back: the last call, or a number as people write it", async () => {
    await page.getByRole("button", { name: "CallBack", exact: true }).click();
    expect(await inbox.next()).to.deep.include({ press: { key: "callBack" } });
    await page.fill("#to", "20 01");
    await page.getByRole("button", { name: "CallBack", exact: true }).click();
    expect(await inbox.next()).to.deep.include({ press: { key: "callBack", to: "2001" } });
    await page.fill("#to", "anna");
    await page.getByRole("button", { name: "CallBack", exact: true }).click();
    await page.waitForSelector("#fault", { state: "visible" });
    expect(inbox.waiting).to.equal(0);
  });

  it("lists own requests, and shows one again", async () => {
    context.own.push({ user: "west/1001", to: "2001", kind: "ccbs", state: "Active" } as unknown as StoredOriginating);
    await page.waitForSelector("#requests li");
    expect(await page.locator("#requests li").textContent()).to.match(/^2001 waiting/);
    await page.getByRole("button", { name: "Show" }).click();
    expect(await inbox.next()).to.deep.include({ press: { key: "callBack", to: "2001" } });
    adapter.notify(4, "west/1001", availableScreen("2001", 0, 0), true);
    await inbox.next();
    await page.waitForSelector("#screen", { state: "visible" });
    const picture = process.env["QSIG_PICTURE"];
    if (picture !== undefined) await page.screenshot({ path: picture });
    // The one refusal above is all that the browser had to complain of: scripts and policy are clean.
    expect(complaints.filter((text) => !text.includes("400"))).to.deep.equal([]);
  });
});
