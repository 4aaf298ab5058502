import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type Capture, startCapture } from "../../gateway/capture.ts";
import { demoConfig, demoTimes } from "../../gateway/demo/config.ts";
import { type Demo, startDemo } from "../../gateway/demo/demo.ts";
import { noLog } from "../../gateway/log.ts";
import { createPinx } from "../../src/pinx.ts";
import { requirePeer } from "../peers/require.ts";
import { DemoPage } from "./browser.ts";

const times = { ...demoTimes, guard: "200ms", t309: "1s" };

/** S-15 to S-17, S-18 to S-21. */
const activated = ["CallBack is activated on 2001", "Press Cancel to deactivate", "Press Exit to quit this screen"];
const available = [
  /^2001 has become available$/,
  /^Time \d\d:\d\d \d\d\/\d\d\/\d{4}$/,
  /^Press Dial to call$/,
  /^Press Cancel to deactivate$/,
  /^Press Exit to quit this screen$/,
];

describe("demo page in Chromium", function () {
  this.timeout(60_000);
  let folder: string;
  let demo: Demo;
  let capture: Capture;
  let page: DemoPage;

  beforeEach(async function () {
    const program = requirePeer(this, "chromium");
    folder = mkdtempSync(join(tmpdir(), "qsig-demo-"));
    demo = await startDemo({ core: createPinx, host: "127.0.0.1", port: 0, log: noLog, times });
    const west = demoConfig("west", 'listen: "127.0.0.1:0"', times).core;
    capture = await startCapture(join(folder, "trunk.pcapng"), west, noLog);
    for (const entry of demo.gateways.west.inspect.entries()) capture.subscriber(entry);
    demo.gateways.west.inspect.subscribe(capture.subscriber);
    page = await DemoPage.open(program, demo.url);
  });

  afterEach(async () => {
    await page?.close();
    await capture?.stop();
    await demo?.stop();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  /** 2001 talks to 2002; 1001 calls it and hears that it is busy. */
  async function meetBusy(): Promise<void> {
    await page.press("2002", "2001");
    await page.press("2001", "Answer");
    await page.state("2002", "talking");
    await page.press("1001", "2001");
    await page.state("1001", "busyTone");
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
    const tshark = requirePeer(this, "tshark");
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

    await capture.stop();
    const read = (...options: string[]) =>
      execFileSync(tshark, ["-r", join(folder, "trunk.pcapng"), ...options], { encoding: "utf8" }).trim();
    const operations = read("-Y", "qsig.operation", "-T", "fields", "-e", "qsig.operation").split(/[\s,]+/);
    expect(operations).to.include.members([`${40}`, `${29}`, `${31}`]);
    expect(read("-Y", "_ws.malformed or _ws.expert.severity >= 0x800000")).to.equal("");
  });
});
