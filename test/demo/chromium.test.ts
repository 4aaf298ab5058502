import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { DemoSettings } from "../../gateway/demo/config.ts";
import { type Demo, startDemo } from "../../gateway/demo/demo.ts";
import { noLog } from "../../gateway/log.ts";
import { createPinx } from "../../src/pinx.ts";
import { requirePeer } from "../peers/require.ts";
import { decodeWithTshark } from "../peers/tshark.ts";
import { DemoPage } from "./browser.ts";

const settings = { guard: "200ms", t309: "1s" };

/** S-15 to S-17; below S-18 to S-21. */
const activated = ["CallBack is activated on 2001", "Press Cancel to deactivate", "Press Exit to quit this screen"];
const available = [
  /^2001 has become available$/,
  /^Time \d\d:\d\d \d\d\/\d\d\/\d{4}$/,
  /^Press Dial to call$/,
  /^Press Cancel to deactivate$/,
  /^Press Exit to quit this screen$/,
];

describe("demo page in Chromium", () => {
  let program: string;
  let folder: string;
  let demo: Demo;
  let capture: string;
  let page: DemoPage;

  before(function () {
    program = requirePeer(this, "chromium");
  });

  beforeEach(() => begin());

  afterEach(end);

  async function begin(more: Partial<DemoSettings> = {}): Promise<void> {
    folder = mkdtempSync(join(tmpdir(), "qsig-demo-"));
    capture = join(folder, "trunk.pcapng");
    const all = { ...settings, ...more };
    demo = await startDemo({ core: createPinx, host: "127.0.0.1", port: 0, log: noLog, settings: all, capture });
    page = await DemoPage.open(program, demo.url);
  }

  async function end(): Promise<void> {
    await page?.close();
    await demo?.stop();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }

  /** 2001 talks to 2002; 1001 calls it and hears that it is busy. */
  async function meetBusy(): Promise<void> {
    await page.press("2002", "2001");
    await page.press("2001", "Answer");
    await page.state("2002", "talking");
    await page.press("1001", "2001");
    await page.state("1001", "busyTone");
  }

  async function cut(ms: number, failure: "ended" | "silent"): Promise<void> {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ ms, failure });
    await fetch(new URL("/api/demo/cut", demo.url), { method: "POST", headers, body });
  }

  /** Waits until the ladder has so many notes of this text. */
  async function notes(text: string, count: number): Promise<void> {
    await page.page
      .locator("#rows .note", { hasText: text })
      .nth(count - 1)
      .waitFor();
  }

  /** 1001 presses Dial, 2001 answers. */
  async function dial(): Promise<void> {
    await page.press("1001", "Dial");
    await page.state("2001", "ringing");
    await page.press("2001", "Answer");
    await page.state("1001", "talking");
    await page.state("2001", "talking");
  }

  it("busy call, CallBack, Exit, B free, sound and screen, Dial, connected; tshark reads the trunk", async function () {
    requirePeer(this, "tshark");
    await meetBusy();
    await page.press("1001", "CallBack");
    expect(await page.screen("1001", "activated")).to.deep.equal(activated);
    await page.press("1001", "Exit");
    expect(await page.screen("1001", "")).to.deep.equal([]);
    expect(demo.gateways.west.inspect.requests()).to.have.length(1);
    expect(await page.sounds("1001")).to.equal(false);

    await page.press("2001", "EndCall");
    const lines = await page.screen("1001", "available");
    expect(lines).to.have.length(available.length);
    for (const [at, line] of available.entries()) expect(lines[at]).to.match(line);
    expect(await page.sounds("1001")).to.equal(true);

    await dial();
    expect(await page.sounds("1001")).to.equal(false);
    expect(await page.page.locator("#rows .apdu.completion").allTextContents()).to.include.members([
      "ccbsRequest",
      "result ccbsRequest",
      "ccExecPossible",
      "ccRingout",
    ]);
    expect(page.complaints).to.deep.equal([]);

    await demo.stop();
    const frames = await decodeWithTshark(capture);
    const operations = frames.flatMap((frame) => frame.operations);
    expect(operations).to.include.members(["ccbsRequest", "ccExecPossible", "ccRingout"]);
    expect(frames.flatMap((frame) => frame.problems)).to.deep.equal([]);
  });

  it("a cable pulled while the request is on its way: the screen says that it failed and why", async () => {
    await meetBusy();
    await cut(1000, "silent");
    await page.press("1001", "CallBack");
    expect(await page.screen("1001", "notice")).to.deep.equal([
      "CallBack failed: the trunk to 2001 is down",
      "Press CallBack to try again",
      "Press Exit to quit this screen",
    ]);
    expect(demo.gateways.west.inspect.requests()).to.deep.equal([]);
    await page.press("1001", "Exit");
    expect(await page.screen("1001", "")).to.deep.equal([]);
  });

  it("a trunk cut before the request: the screen says that it is down", async () => {
    await meetBusy();
    await cut(30_000, "ended");
    await notes("data link down", 2);
    await page.press("1001", "CallBack");
    expect((await page.screen("1001", "notice"))[0]).to.equal("CallBack failed: the trunk to 2001 is down");
    // What the screen asks for can be done: its own key and CallBack stand side by side.
    expect(await page.phone("1001").locator(".soft-keys button:enabled").allTextContents()).to.deep.equal([
      "Exit",
      "CallBack",
    ]);
  });

  it("a trunk cut for longer than T309 before ccExecPossible: the request fails and the screen says why", async () => {
    await meetBusy();
    await page.press("1001", "CallBack");
    await page.screen("1001", "activated");
    await cut(1500, "ended");
    expect(await page.screen("1001", "notice")).to.deep.equal([
      "CallBack on 2001 lost its connection",
      "Call 2001 again",
      "Press Exit to quit this screen",
    ]);
    expect(demo.gateways.west.inspect.requests()).to.deep.equal([]);
  });

  it("a trunk cut for longer than T309 before ccExecPossible: the request outlives its connection", async () => {
    await end();
    await begin({ onConnectionLost: "goOn" });
    await meetBusy();
    await page.press("1001", "CallBack");
    await page.screen("1001", "activated");
    await page.press("1001", "Exit");
    await cut(1500, "ended");
    await notes("data link up", 4);
    await page.press("2001", "EndCall");
    await page.screen("1001", "available");
    await dial();
    // Released mode: a connection of its own carries ccExecPossible, from east to west.
    const again = page.page.locator("#rows li.cis .gap-1.left", { hasText: "SETUP" });
    expect(await again.allTextContents()).to.deep.equal(["SETUP 2001 → 1001ccExecPossible"]);
  });

  it("works by keyboard alone", async () => {
    const { keyboard } = page.page;
    await page.phone("1001").getByRole("textbox", { name: "number to call from 1001" }).focus();
    await keyboard.type("2001");
    await keyboard.press("Enter");
    await page.state("2001", "ringing");
    await page.phone("2001").getByRole("button", { name: "Answer", exact: true }).focus();
    await keyboard.press("Enter");
    await page.state("1001", "talking");
    await page.page.locator("#rows").focus();
    await keyboard.press("ArrowUp");
    await keyboard.press("Enter");
    expect(await page.page.locator("#rows .octets:visible").textContent()).to.match(/^08 02 /);
  });
});
