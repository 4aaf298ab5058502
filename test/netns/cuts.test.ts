import { expect } from "chai";
import { Namespaces } from "./namespaces.ts";
import { GatewayProcess } from "./two-processes.ts";

const anna = "1001";
const dora = "2001";
const waits = { originating: ["originating Active"], terminating: ["terminating Monitoring"] } as const;
/** Longer than TCP takes to find out, with the times of these namespaces; a cut of minutes with those of a line. */
const longCutMs = 20_000;
const shortCutMs = 3000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Anna is behind one gateway, Dora behind the other; each is a process in a network namespace. */
describe("two gateways and a link that is cut", function () {
  this.timeout(120_000);
  let namespaces: Namespaces | undefined;
  let one: GatewayProcess;
  let other: GatewayProcess;

  before(function () {
    const reason = Namespaces.whyNot();
    if (reason === undefined) return;
    console.log(`    skipped: ${reason}`);
    this.skip();
  });

  /** Two gateways: those of the test before, where they may be the same. */
  async function start(more = ""): Promise<void> {
    if (namespaces !== undefined && more === "") return;
    await stop();
    namespaces = Namespaces.make();
    one = await GatewayProcess.start(namespaces, 0, more);
    other = await GatewayProcess.start(namespaces, 1, more);
  }

  async function stop(): Promise<void> {
    if (namespaces === undefined) return;
    await Promise.all([one, other].map((gateway) => gateway.stop()));
    namespaces.remove();
    namespaces = undefined;
  }

  afterEach(async function () {
    if (this.currentTest?.isFailed() !== true) return;
    console.log(`${one.log}\n${other.log}`);
    await stop();
  });
  after(stop);

  async function cut(ms: number): Promise<void> {
    namespaces?.pull();
    await pause(ms);
    namespaces?.plug();
  }

  /** Dora is busy, and Anna waits for her. */
  async function waiting(): Promise<void> {
    await other.act(dora, { action: "offhook" });
    await one.act(anna, { action: "dial", to: dora });
    await one.phoneWhen(anna, ({ state }) => state === "busyTone");
    await one.act(anna, { action: "callBack" });
    await one.requestsWhen(waits.originating);
    await other.requestsWhen(waits.terminating);
  }

  /** Dora is free: Anna is told, dials, and the two talk; then nothing is left. */
  async function completed(): Promise<void> {
    await one.phoneWhen(anna, ({ screen }) => screen?.kind === "available");
    await one.act(anna, { action: "press", key: "dial" });
    await other.phoneWhen(dora, ({ state }) => state === "ringing");
    await other.act(dora, { action: "answer" });
    await one.phoneWhen(anna, ({ state }) => state === "talking");
    await one.requestsWhen([]);
    await other.requestsWhen([]);
    await one.act(anna, { action: "hangup" });
    await other.phoneWhen(dora, ({ state }) => state !== "talking");
    await other.act(dora, { action: "hangup" });
  }

  it("for seconds: nobody notices, and the request is fulfilled", async () => {
    await start();
    await waiting();
    await cut(shortCutMs);
    await one.requestsWhen(waits.originating);
    await other.requestsWhen(waits.terminating);
    await other.act(dora, { action: "onhook" });
    await completed();
  });

  it("for minutes: the connection is lost, the request is not, and it is fulfilled when the link is back", async () => {
    await start();
    await waiting();
    await cut(longCutMs);
    await one.requestsWhen(waits.originating);
    await other.requestsWhen(waits.terminating);
    await other.act(dora, { action: "onhook" });
    await completed();
  });

  it("while Dora becomes free: Anna is told when the link is back", async () => {
    await start();
    await waiting();
    namespaces?.pull();
    await other.act(dora, { action: "onhook" });
    await pause(shortCutMs);
    namespaces?.plug();
    await completed();
  });

  it("while they talk, for minutes: the call ends on both sides, and then calls go again", async () => {
    await start();
    await one.act(anna, { action: "dial", to: dora });
    await other.phoneWhen(dora, ({ state }) => state === "ringing");
    await other.act(dora, { action: "answer" });
    await one.phoneWhen(anna, ({ state }) => state === "talking");
    await cut(longCutMs);
    await one.phoneWhen(anna, ({ state }) => state !== "talking");
    await other.phoneWhen(dora, ({ state }) => state !== "talking");
    await one.act(anna, { action: "hangup" });
    await other.act(dora, { action: "hangup" });
    await one.act(anna, { action: "dial", to: dora });
    await other.phoneWhen(dora, ({ state }) => state === "ringing");
    expect(await one.requests()).to.deep.equal([]);
    await one.act(anna, { action: "hangup" });
  });

  it("for good while Anna waits: both sides end the request by T2, each for itself", async () => {
    await start(", our: { ccbsT2: 20s }");
    await waiting();
    namespaces?.pull();
    await one.requestsWhen([], 60_000);
    await other.requestsWhen([], 60_000);
  });
});
