import type { Output } from "./seam.ts";

/** The outputs that leave for an adapter; `save` and `trace` stay with the pump. */
export type LaneOutput = Exclude<Output, { readonly type: "save" | "trace" }>;

/** One lane for each channel, line and user. Order within a lane never changes, and lanes never wait for each other. */
export class Lanes {
  readonly #lanes = new Map<string, LaneOutput[]>();

  add(output: LaneOutput): void {
    const key = laneOf(output);
    const lane = this.#lanes.get(key);
    if (lane === undefined) this.#lanes.set(key, [output]);
    else lane.push(output);
  }

  /** Each lane leaves from its head while what it waits for is durable: `after <= mark`. */
  release(mark: number, deliver: (output: LaneOutput) => void): void {
    for (const [key, lane] of this.#lanes) {
      const blocked = lane.findIndex((output) => "after" in output && output.after > mark);
      const leaving = lane.splice(0, blocked < 0 ? lane.length : blocked);
      if (lane.length === 0) this.#lanes.delete(key);
      for (const output of leaving) deliver(output);
    }
  }

  clear(): void {
    this.#lanes.clear();
  }

  /** Outputs that wait for the store. */
  get waiting(): number {
    let count = 0;
    for (const lane of this.#lanes.values()) count += lane.length;
    return count;
  }
}

/** A JSON list as key: names may hold any character, and no two lanes may meet. */
function laneOf(output: LaneOutput): string {
  if ("channel" in output) return JSON.stringify(["channel", output.trunk, output.channel]);
  if ("line" in output) return JSON.stringify(["line", output.line]);
  return JSON.stringify(["user", output.user]);
}
