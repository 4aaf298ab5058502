import { expect } from "chai";
import { Ahead } from "../ahead.ts";
import { Namespaces } from "./namespaces.ts";
import { GatewayProcess } from "./two-processes.ts";

const anna = "1001";
const dora = "2001";
const waits = { one: ["originating Active"], other: ["terminating Monitoring"] } as const;
const none = { one: [], other: [] } as const;
/** Longer than TCP takes to find out, with the times of these namespaces; a cut of minutes with those of a line. */
const longCutMs = 20_000;
const shortCutMs = 3000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Anna is behind one gateway, Dora behind the other; each is a process in a network namespace. */
class Two {
  readonly one: GatewayProcess;
  readonly other: GatewayProcess;
  readonly #namespaces: Namespaces;

  private constructor(namespaces: Namespaces, one: GatewayProcess, other: GatewayProcess) {
    this.#namespaces = namespaces;
    this.one = one;
    this.other = other;
  }

  /** `more`: what else stands in `callCompletion` of both. */
  static async run(body: (two: Two) => Promise<void>, more = ""): Promise<void> {
    const namespaces = Namespaces.make();
    const gateways: GatewayProcess[] = [];
    try {
      const one = await GatewayProcess.start(namespaces, 0, more);
      gateways.push(one);
      const other = await GatewayProcess.start(namespaces, 1, more);
      gateways.push(other);
      await body(new Two(namespaces, one, other));
    } catch (error) {
      console.log(gateways.map(({ log }) => log).join("\n"));
      throw error;
    } finally {
      await Promise.all(gateways.map((gateway) => gateway.stop()));
      namespaces.remove();
    }
  }

  pull(): void {
    this.#namespaces.pull();
  }

  plug(): void {
    this.#namespaces.plug();
  }

  async cut(ms: number): Promise<void> {
    this.pull();
    await pause(ms);
    this.plug();
  }

  async requestsAre(due: Readonly<Record<"one" | "other", readonly string[]>>, timeoutMs?: number): Promise<void> {
    await this.one.requestsWhen(due.one, timeoutMs);
    await this.other.requestsWhen(due.other, timeoutMs);
  }

  /** Dora is busy, and Anna waits for her. */
  async waiting(): Promise<void> {
    const { one, other } = this;
    await other.act(dora, { action: "offhook" });
    await one.act(anna, { action: "dial", to: dora });
    await one.phoneWhen(anna, ({ state }) => state === "busyTone");
    await one.act(anna, { action: "callBack" });
    await this.requestsAre(waits);
  }

  async talking(): Promise<void> {
    await this.other.phoneWhen(dora, ({ state }) => state === "ringing");
    await this.other.act(dora, { action: "answer" });
    await this.one.phoneWhen(anna, ({ state }) => state === "talking");
  }

  /** Dora is free: Anna is told, dials, and the two talk; then nothing is left. */
  async completed(): Promise<void> {
    await this.one.phoneWhen(anna, ({ screen }) => screen?.kind === "available");
    await this.one.act(anna, { action: "press", key: "dial" });
    await this.talking();
    await this.requestsAre(none);
    await this.one.act(anna, { action: "hangup" });
    await this.other.phoneWhen(dora, ({ state }) => state !== "talking");
    await this.other.act(dora, { action: "hangup" });
  }
}

describe("two gateways and a link that is cut", function () {
  this.timeout(120_000);
  const ahead = new Ahead(5);

  before(function () {
    const reason = Namespaces.whyNot();
    if (reason === undefined) return;
    console.log(`    skipped: ${reason}`);
    this.skip();
  });

  const between = (title: string, body: (two: Two) => Promise<void>, more = ""): void => {
    it(
      title,
      ahead.run(() => Two.run(body, more)),
    );
  };

  between("for seconds: nobody notices, and the request is fulfilled", async (two) => {
    await two.waiting();
    await two.cut(shortCutMs);
    await two.requestsAre(waits);
    await two.other.act(dora, { action: "onhook" });
    await two.completed();
  });

  between(
    "for minutes: the connection is lost, the request is not, and it is fulfilled when the link is back",
    async (two) => {
      await two.waiting();
      await two.cut(longCutMs);
      await two.requestsAre(waits);
      await two.other.act(dora, { action: "onhook" });
      await two.completed();
    },
  );

  between("while Dora becomes free: Anna is told when the link is back", async (two) => {
    await two.waiting();
    two.pull();
    await two.other.act(dora, { action: "onhook" });
    await pause(shortCutMs);
    two.plug();
    await two.completed();
  });

  between("while they talk, for minutes: the call ends on both sides, and then calls go again", async (two) => {
    const { one, other } = two;
    await one.act(anna, { action: "dial", to: dora });
    await two.talking();
    await two.cut(longCutMs);
    await one.phoneWhen(anna, ({ state }) => state !== "talking");
    await other.phoneWhen(dora, ({ state }) => state !== "talking");
    await one.act(anna, { action: "hangup" });
    await other.act(dora, { action: "hangup" });
    await one.act(anna, { action: "dial", to: dora });
    await other.phoneWhen(dora, ({ state }) => state === "ringing");
    expect(await one.requests()).to.deep.equal([]);
    await one.act(anna, { action: "hangup" });
  });

  between(
    "for good while Anna waits: both sides end the request by T2, each for itself",
    async (two) => {
      await two.waiting();
      two.pull();
      await two.requestsAre(none, 60_000);
    },
    ", our: { ccbsT2: 20s }",
  );
});
