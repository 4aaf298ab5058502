import type { Output } from "./seam.ts";

/** The outputs that leave for an adapter; `save` and `trace` stay with the pump. */
export type LaneOutput = Exclude<Output, { readonly type: "save" | "trace" }>;

/**
 * How long an output is held back for its save: half of T200 (1 s, Q.921 5.9.1). The frames of a channel are numbered,
 * so what waits holds up every call of its trunk, and a store that is slow or away must not bring the data link down.
 * What leaves too early is at stake only if the process dies before the store has it: R26 says what happens then.
 */
export const longestHoldMs = 500;

interface Waiting {
  readonly output: LaneOutput;
  readonly since: number;
}

/** One lane for each channel, line and user. Order within a lane never changes, and lanes never wait for each other. */
export class Lanes {
  /** Lanes whose head waits for its save: as a rule none. */
  readonly #lanes = new Map<string, Waiting[]>();
  /** What came since the last release. */
  #came: LaneOutput[] = [];

  add(output: LaneOutput): void {
    this.#came.push(output);
  }

  /**
   * Each lane leaves from its head while what it waits for is durable, `after <= mark`, or was waited for too long.
   * What came since the last release waits from now.
   */
  release(mark: number, now: number, deliver: (output: LaneOutput) => void): void {
    for (const [key, lane] of this.#lanes) {
      const blocked = lane.findIndex(({ output, since }) => isHeld(output, mark) && now < since + longestHoldMs);
      const leaving = lane.splice(0, blocked < 0 ? lane.length : blocked);
      if (lane.length === 0) this.#lanes.delete(key);
      for (const { output } of leaving) deliver(output);
    }
    if (this.#came.length === 0) return;
    const came = this.#came;
    this.#came = [];
    for (const output of came) {
      // Names of lanes are made only where one is held: most outputs wait for nothing.
      if (this.#lanes.size === 0 && !isHeld(output, mark)) deliver(output);
      else this.#join(output, mark, now, deliver);
    }
  }

  #join(output: LaneOutput, mark: number, now: number, deliver: (output: LaneOutput) => void): void {
    const key = laneOf(output);
    const lane = this.#lanes.get(key);
    if (lane !== undefined) lane.push({ output, since: now });
    else if (isHeld(output, mark)) this.#lanes.set(key, [{ output, since: now }]);
    else deliver(output);
  }

  /** When the next output leaves although its save is not durable; undefined where none waits. */
  get due(): number | undefined {
    let due: number | undefined;
    for (const [head] of this.#lanes.values()) {
      if (head !== undefined) due = Math.min(due ?? Number.POSITIVE_INFINITY, head.since + longestHoldMs);
    }
    return due;
  }

  clear(): void {
    this.#lanes.clear();
    this.#came = [];
  }

  /** Outputs that wait for the store. */
  get waiting(): number {
    let count = this.#came.length;
    for (const lane of this.#lanes.values()) count += lane.length;
    return count;
  }
}

function isHeld(output: LaneOutput, mark: number): boolean {
  return "after" in output && output.after > mark;
}

/** A JSON list as key: names may hold any character, and no two lanes may meet. */
function laneOf(output: LaneOutput): string {
  if ("channel" in output) return JSON.stringify(["channel", output.trunk, output.channel]);
  if ("line" in output) return JSON.stringify(["line", output.line]);
  return JSON.stringify(["user", output.user]);
}
