/** So long a message is counted. */
const secondMs = 1000;

/** Messages of a neighbour by the second: beyond the limit nothing more is read from it until the second is over. */
export class Pace {
  readonly #most: number;
  readonly #tell: (text: string) => void;
  #count = 0;
  #startedAt = 0;
  #over: Promise<void> | undefined;

  constructor(most: number, tell: (text: string) => void) {
    this.#most = most;
    this.#tell = tell;
  }

  /** A message was read. */
  count(): void {
    const now = performance.now();
    if (now - this.#startedAt >= secondMs) [this.#startedAt, this.#count] = [now, 0];
    this.#count += 1;
  }

  /** undefined: read on; otherwise resolves with the next second. What was read too much counts in it. */
  drained(): Promise<void> | undefined {
    if (this.#over !== undefined || this.#count < this.#most) return this.#over;
    this.#tell(`more than ${this.#most} messages a second, as limits.messagesPerSecond allows: the others wait`);
    const leftMs = secondMs - (performance.now() - this.#startedAt);
    this.#over = new Promise((resolve) => {
      setTimeout(
        () => {
          this.#over = undefined;
          [this.#startedAt, this.#count] = [performance.now(), Math.max(0, this.#count - this.#most)];
          resolve();
        },
        Math.max(0, leftMs),
      ).unref();
    });
    return this.#over;
  }
}
