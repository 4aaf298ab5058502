/** Where tests are picked by their names none runs that was not picked. */
const arePicked = process.argv.some((word) => /^(-g|--grep|-f|--fgrep)\b/.test(word));

/**
 * Runs of tests that mostly wait for others: while mocha waits for one of them, the next ones have begun already. Each
 * must have a world of its own. A run that fails fails its own test.
 */
export class Ahead {
  readonly #atOnce: number;
  readonly #bodies: (() => Promise<void>)[] = [];
  readonly #begun: (Promise<void> | undefined)[] = [];

  constructor(atOnce: number) {
    this.#atOnce = arePicked ? 1 : atOnce;
  }

  /** The body of a test: those given after it are run while it is waited for. */
  run(body: () => Promise<void>): () => Promise<void> {
    const at = this.#bodies.push(body) - 1;
    return () => {
      for (let next = at + 1; next < at + this.#atOnce; next += 1) {
        // It is for its own test to say, when mocha comes to it.
        this.#begin(next)?.catch(() => undefined);
      }
      return this.#begin(at) ?? Promise.reject(new Error("no such run"));
    };
  }

  #begin(at: number): Promise<void> | undefined {
    this.#begun[at] ??= this.#bodies[at]?.();
    return this.#begun[at];
  }
}
