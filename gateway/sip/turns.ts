/** Messages that are read in one turn of the event loop: sip.js takes a millisecond for each. */
export const messagesPerTurn = 2;
/** Waiting ones from which on nothing more is read from their connections. */
export const turnsFull = 64;

/** Runs what comes in its order, a little of it each turn, so that one peer's flood leaves room for all others. */
export class Turns {
  #waiting: (() => void)[] = [];
  #left = messagesPerTurn;
  #nextAsked = false;
  #drained: { readonly promise: Promise<void>; readonly resolve: () => void } | undefined;

  /** At once, where nothing waits before it and this turn has room. */
  run(work: () => void): void {
    this.#askNext();
    if (this.#left === 0 || this.#waiting.length > 0) return void this.#waiting.push(work);
    this.#left -= 1;
    work();
  }

  /** undefined while more may come; otherwise resolves when it may again. */
  drained(): Promise<void> | undefined {
    if (this.#drained !== undefined || this.#waiting.length < turnsFull) return this.#drained?.promise;
    let resolve = () => {};
    const promise = new Promise<void>((done) => {
      resolve = done;
    });
    this.#drained = { promise, resolve };
    return promise;
  }

  #askNext(): void {
    if (this.#nextAsked) return;
    this.#nextAsked = true;
    setImmediate(() => {
      this.#nextAsked = false;
      this.#left = messagesPerTurn;
      this.#next();
    });
  }

  #next(): void {
    while (this.#left > 0 && this.#waiting.length > 0) {
      this.#left -= 1;
      this.#waiting.shift()?.();
    }
    if (this.#waiting.length > 0) this.#askNext();
    else if (this.#drained !== undefined) {
      this.#drained.resolve();
      this.#drained = undefined;
    }
  }
}
