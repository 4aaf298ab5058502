/** Runs what is asked for in order, at most so many a second: a restart with thousands of lines is no storm. */
export class Pacer {
  readonly #gapMs: number;
  readonly #waiting = new Set<() => void>();
  #timer: NodeJS.Timeout | undefined;
  #freeAt = 0;

  constructor(perSecond: number) {
    this.#gapMs = 1000 / perSecond;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Returns what takes it back. */
  run(task: () => void): () => void {
    this.#waiting.add(task);
    this.#arm();
    return () => void this.#waiting.delete(task);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting.clear();
  }

  #arm(): void {
    if (this.#timer !== undefined || this.#waiting.size === 0) return;
    this.#timer = setTimeout(() => this.#due(), Math.max(0, this.#freeAt - performance.now()));
  }

  /** All that has become due: timers of milliseconds would be slower than the pace. */
  #due(): void {
    this.#timer = undefined;
    const now = performance.now();
    this.#freeAt = Math.max(this.#freeAt, now - slackMs);
    for (const task of this.#waiting) {
      if (this.#freeAt > now) break;
      this.#waiting.delete(task);
      this.#freeAt += this.#gapMs;
      task();
    }
    this.#arm();
  }
}

/** What was not used is made up for this long. */
const slackMs = 20;
