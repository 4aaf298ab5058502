import type { LapdTrunkConfig } from "../../../src/config.ts";
import { TimerHeap } from "../../../src/timers.ts";
import { LapdTrunk } from "../../../src/trunk/lapd.ts";
import { TrunkBench, trunk } from "./bench.ts";

/** What happens to one frame: how many copies arrive, and each how much later than it could. */
export type Fate = readonly number[];

interface Delivery {
  readonly to: TrunkBench;
  readonly octets: Uint8Array;
  readonly connection: number;
}

const latencyMs = 5;
const connectMs = 20;

/**
 * Two lapd trunks and the wire between them in virtual time: `left` connects and is the user side, `right` listens and
 * is the network side. `fate` decides over every frame.
 */
export class Wire {
  readonly left: TrunkBench;
  readonly right: TrunkBench;
  now = 0;
  fate: () => Fate = () => [0];
  /** While false, connections are refused. */
  open = true;
  readonly #arriving = new TimerHeap<Delivery>();
  /** The channel of each end, and which connection of the wire it is. */
  readonly #channels = new Map<TrunkBench, string>();
  readonly #last = new Map<TrunkBench, number>();
  #connection = 0;
  #frames = 0;

  constructor() {
    const config = { type: "lapd", host: "127.0.0.1", port: 0, t309Ms: 6000 } as const;
    this.left = this.#end({ ...config, role: "connect", side: "user" });
    this.right = this.#end({ ...config, role: "listen", side: "network" });
    this.left.handle({ type: "start" });
    this.right.handle({ type: "start" });
  }

  /** Everything due within this time happens, in order. */
  run(forMs: number): void {
    const until = this.now + forMs;
    for (;;) {
      this.#pump();
      const next = Math.min(
        this.#arriving.next() ?? Infinity,
        this.left.timers.next() ?? Infinity,
        this.right.timers.next() ?? Infinity,
      );
      if (next > until) break;
      this.#at(next);
    }
    this.#at(until);
  }

  /** Both ends learn that the connection is gone; what was on its way is lost. */
  cut(): void {
    this.#connection += 1;
    for (const bench of [this.left, this.right]) {
      const channel = this.#channels.get(bench);
      this.#channels.delete(bench);
      if (channel !== undefined) bench.handle({ type: "closed", channel, reason: "cut" });
    }
  }

  #end(config: LapdTrunkConfig): TrunkBench {
    return new TrunkBench(new LapdTrunk(trunk, config));
  }

  #at(time: number): void {
    this.now = time;
    this.left.advance(time - this.left.now);
    this.right.advance(time - this.right.now);
    for (let each = this.#arriving.expire(time); each !== undefined; each = this.#arriving.expire(time)) {
      const channel = this.#channels.get(each.to);
      if (each.connection === this.#connection && channel !== undefined) each.to.receive(each.octets, channel);
    }
  }

  #pump(): void {
    for (const bench of [this.left, this.right]) {
      for (const output of bench.taken()) {
        if (output.type === "open") this.#connect(output.channel);
        if (output.type === "send" && output.channel === this.#channels.get(bench))
          this.#carry(bench, output.pdu.octets);
      }
    }
  }

  #connect(channel: string): void {
    this.now += connectMs;
    this.left.advance(this.now - this.left.now);
    this.right.advance(this.now - this.right.now);
    if (!this.open) return this.left.handle({ type: "closed", channel, reason: "refused" });
    this.#connection += 1;
    this.#channels.set(this.left, channel);
    this.#channels.set(this.right, `in-${this.#connection}`);
    this.left.handle({ type: "opened", channel, by: "us" });
    this.right.handle({ type: "opened", channel: `in-${this.#connection}`, by: "peer" });
  }

  #carry(from: TrunkBench, octets: Uint8Array): void {
    const to = from === this.left ? this.right : this.left;
    // No frame overtakes one that sets up or releases: Q.921 stands on a wire that keeps order.
    const isUnnumbered = ((octets[2] ?? 0) & 3) === 3;
    const barrier = this.#last.get(to) ?? 0;
    for (const delayMs of this.fate()) {
      const at = Math.max(this.now + latencyMs + (isUnnumbered ? maxDelayMs : delayMs), barrier);
      if (isUnnumbered) this.#last.set(to, at);
      this.#frames += 1;
      this.#arriving.start(String(this.#frames), { to, octets, connection: this.#connection }, at);
    }
  }
}

/** The longest delay a fate may give. */
export const maxDelayMs = 40;
