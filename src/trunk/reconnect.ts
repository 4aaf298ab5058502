import type { Channel, Trunk } from "../ids.ts";
import type { TrunkContext } from "./trunk.ts";

/** A channel that did not open, or was closed, is asked for again; each time twice as long until it was of use. */
export const reopenTimes = { firstMs: 250, mostMs: 5000 } as const;

/** Who asks for the one channel of a trunk that connects; of one that listens it asks for none. Timer `reopen`. */
export class Reconnect {
  readonly #trunk: Trunk;
  #connects: boolean;
  #asked: Channel | undefined;
  #count = 0;
  #waitMs: number = reopenTimes.firstMs;

  constructor(trunk: Trunk, connects: boolean) {
    this.#trunk = trunk;
    this.#connects = connects;
  }

  start(context: TrunkContext): void {
    if (!this.#connects) return;
    this.#count += 1;
    this.#asked = `out-${this.#count}`;
    context.output({ type: "open", id: context.nextOutput(), after: 0, trunk: this.#trunk, channel: this.#asked });
  }

  /** True where it is the one that was asked for. */
  opened(channel: Channel): boolean {
    if (channel !== this.#asked) return false;
    this.#asked = undefined;
    return true;
  }

  /** True where the channel that was asked for did not open: it is asked for again later. */
  failed(channel: Channel, context: TrunkContext): boolean {
    if (channel !== this.#asked) return false;
    this.#asked = undefined;
    this.lost(context);
    return true;
  }

  /** The channel is gone: it is asked for again later. */
  lost(context: TrunkContext): void {
    if (!this.#connects) return;
    context.startTimer("reopen", this.#waitMs);
    this.#waitMs = Math.min(2 * this.#waitMs, reopenTimes.mostMs);
  }

  /** It was of use: the next wait is short again. */
  up(): void {
    this.#waitMs = reopenTimes.firstMs;
  }

  stop(context: TrunkContext): void {
    this.#connects = false;
    context.stopTimer("reopen");
  }
}
