/** Where tests are picked by their names none runs that was not picked. */
const arePicked = process.argv.some((word) => /^(-g|--grep|-f|--fgrep)\b/.test(word));

/**
 * Runs of tests that mostly wait for others: while mocha waits for one of them, others are run already, `atOnce` at any
 * moment. Each must have a world of its own. A run that fails fails its own test.
 */
export class Ahead {
  readonly #atOnce: number;
  readonly #bodies: (() => Promise<void>)[] = [];
  readonly #begun: (Promise<void> | undefined)[] = [];
  #running = 0;
  /** All before it have begun. */
  #next = 0;

  constructor(atOnce: number) {
    this.#atOnce = arePicked ? 1 : atOnce;
  }

  /** The body of a test: those given after it are run while it is waited for. */
  run(body: () => Promise<void>): () => Promise<void> {
    const at = this.#bodies.push(body) - 1;
    return () => {
      const begun = this.#begun[at] ?? this.#begin(at);
      this.#beginOthers(at + 1);
      return begun;
    };
  }

  #beginOthers(from: number): void {
    this.#next = Math.max(this.#next, from);
    while (this.#running < this.#atOnce && this.#next < this.#bodies.length) {
      // It is for its own test to say, when mocha comes to it.
      if (this.#begun[this.#next] === undefined) this.#begin(this.#next).catch(() => undefined);
      this.#next += 1;
    }
  }

  #begin(at: number): Promise<void> {
    this.#running += 1;
    const begun = Promise.resolve(this.#bodies[at]?.()).finally(() => {
      this.#running -= 1;
      if (this.#atOnce > 1) this.#beginOthers(this.#next);
    });
    this.#begun[at] = begun;
    return begun;
  }
}
