import type { Input } from "../../../src/seam.ts";

/** What an adapter posted, to be taken one by one; `next` waits for the next. */
export class Inbox {
  readonly #inputs: Input[] = [];
  readonly #waiters: ((input: Input) => void)[] = [];

  post(input: Input): void {
    const waiter = this.#waiters.shift();
    if (waiter === undefined) this.#inputs.push(input);
    else waiter(input);
  }

  next(): Promise<Input> {
    const input = this.#inputs.shift();
    if (input !== undefined) return Promise.resolve(input);
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  get waiting(): number {
    return this.#inputs.length;
  }
}
