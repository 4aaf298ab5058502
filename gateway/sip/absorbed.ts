import { Timers } from "sip.js/lib/core/index.js";

/** What is beyond these is left to sip.js, with all of its transaction. */
export const absorbedLimits = {
  /** Longer than anybody writes. */
  branchOctets: 128,
  /** Of each of the two ages: some 1,000 calls a second. */
  branches: 32_768,
} as const;

/**
 * Branches of INVITEs whose answer is acknowledged: a copy that comes late is absorbed for timer L (RFC 6026 7.1).
 * sip.js would keep the whole transaction, messages and all, for that. Times: milliseconds.
 */
export class Absorbed {
  #young = new Set<string>();
  #old = new Set<string>();
  #since = 0;

  /** False where it is not taken. */
  add(branch: string): boolean {
    if (branch.length > absorbedLimits.branchOctets || this.#young.size >= absorbedLimits.branches) return false;
    // A copy: the text of a peer's message would stay in memory with each of its parts.
    this.#young.add(Buffer.from(branch, "latin1").toString("latin1"));
    return true;
  }

  has(branch: string): boolean {
    return this.#young.has(branch) || this.#old.has(branch);
  }

  /** To be told now and then: each is kept for the time of timer L, and for no more than twice that. */
  passed(now: number): void {
    if (now - this.#since < Timers.TIMER_L) return;
    this.#since = now;
    this.#old = this.#young;
    this.#young = new Set();
  }
}
