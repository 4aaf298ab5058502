import type { Clock } from "../../../gateway/clock.ts";

/** Time that passes only when the test says so. Work asked for `soon` runs in `settle`, in its order. */
export class VirtualClock implements Clock {
  #now: number;
  #soon: (() => void)[] = [];
  #timers: { readonly at: number; readonly run: () => void }[] = [];

  constructor(now = 1_700_000_000_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  at(at: number, run: () => void): () => void {
    const timer = { at, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  soon(run: () => void): void {
    this.#soon.push(run);
  }

  get timers(): number {
    return this.#timers.length;
  }

  /** Runs what was asked for soon, and promises, until nothing is left. */
  async settle(): Promise<void> {
    await promises();
    for (let turn = this.#soon.splice(0); turn.length > 0; turn = this.#soon.splice(0)) {
      for (const run of turn) run();
      await promises();
    }
  }

  /** Lets `ms` pass, stopping at each timer on the way. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    await this.settle();
    for (let next = this.#next(until); next !== undefined; next = this.#next(until)) {
      this.#now = Math.max(this.#now, next.at);
      this.#timers = this.#timers.filter((other) => other !== next);
      next.run();
      await this.settle();
    }
    this.#now = until;
  }

  #next(until: number) {
    return this.#timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  }
}

/** Every promise that can resolve without time or I/O has done so after a few turns of the microtask queue. */
async function promises(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
