import type { CrossedPdu, TrunkAdapter } from "../../../gateway/adapter.ts";
import { sipLimits } from "../../../gateway/sip/limits.ts";
import { createSipTrunk } from "../../../gateway/trunks/sip.ts";
import type { SipTrunkConfig } from "../../../src/config.ts";
import type { Input } from "../../../src/seam.ts";
import { SipTrunk } from "../../../src/trunk/sip.ts";
import type { LegDraft, LegEvent } from "../../../src/trunk/trunk.ts";
import { TrunkBench } from "../trunk/bench.ts";
import { eventually } from "../../until.ts";

/** A sip trunk whole: our machine on our adapter, over real connections. Its timers do not run. */
export class TrunkHost {
  readonly bench: TrunkBench;
  /** What crossed its connections, in order. */
  readonly crossed: CrossedPdu[] = [];
  /** Why its channels were closed. */
  readonly closed: string[] = [];
  readonly #adapter: TrunkAdapter;

  private constructor(bench: TrunkBench, adapter: TrunkAdapter) {
    this.bench = bench;
    this.#adapter = adapter;
  }

  static async start(config: SipTrunkConfig): Promise<TrunkHost> {
    const bench = new TrunkBench(new SipTrunk("east", config));
    const made: { host?: TrunkHost } = {};
    const adapter = await createSipTrunk(
      config,
      {
        neighbour: "east",
        drained: () => undefined,
        warn: () => {},
        post: (input) => made.host?.handle(input),
        trace: (pdu) => void made.host?.crossed.push(pdu),
      },
      sipLimits,
    );
    const host = new TrunkHost(bench, adapter);
    made.host = host;
    return host;
  }

  begin(): void {
    this.bench.handle({ type: "start" });
    this.#deliver();
  }

  handle(input: Input): void {
    if (input.type === "closed") this.closed.push(input.reason);
    if (input.type !== "opened" && input.type !== "received" && input.type !== "closed" && input.type !== "flow")
      return;
    this.bench.handle(input);
    this.#deliver();
  }

  send(leg: number, draft: LegDraft): void {
    this.bench.machine.send(leg, draft, this.bench);
    this.#deliver();
  }

  /** The next event of this kind, or message of this name. */
  async event(wanted: string): Promise<LegEvent> {
    const find = (): number =>
      this.bench.events.findIndex(
        (event) => event.type === wanted || ("message" in event && event.message.message === wanted),
      );
    await eventually(
      () => find() >= 0,
      () => `no ${wanted} but ${this.bench.told().join()}`,
    );
    return this.bench.events.splice(find(), 1)[0] as LegEvent;
  }

  async stop(): Promise<void> {
    await this.#adapter.stop();
  }

  #deliver(): void {
    for (const output of this.bench.taken()) {
      if (output.type === "open") this.#adapter.open(output.channel);
      if (output.type === "send") this.#adapter.send(output.channel, output.pdu);
      if (output.type === "close") this.#adapter.close(output.channel, output.reason);
    }
  }
}
