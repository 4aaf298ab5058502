import type { Core, Input, Output } from "../../../src/seam.ts";

/** A core that answers each input by what the test gave for it, and remembers what it was told. */
export class FakeCore implements Core {
  readonly inputs: Input[] = [];
  readonly times: number[] = [];
  timeoutAt: number | undefined;
  readonly #answer: (input: Input, core: FakeCore) => readonly Output[];
  readonly #queue: Output[] = [];

  constructor(answer: (input: Input, core: FakeCore) => readonly Output[] = () => []) {
    this.#answer = answer;
  }

  handle(input: Input, now: number): void {
    this.inputs.push(input);
    this.times.push(now);
    if (input.type === "timeout") this.timeoutAt = undefined;
    this.#queue.push(...this.#answer(input, this));
  }

  poll(): Output | undefined {
    return this.#queue.shift();
  }

  nextTimeout(): number | undefined {
    return this.timeoutAt;
  }

  /** The types of the inputs it was told, in order. */
  get types(): string[] {
    return this.inputs.map((input) => input.type);
  }
}
