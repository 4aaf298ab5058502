/**
 * Messages that are read in one turn of the event loop, as long as it has not taken this time: one in the form that
 * peers write takes 0.2 ms, and 0.5 ms or more where sip.js's grammar reads it.
 */
export const messagesPerTurn = 8;
export const turnMs = 1;
/** Waiting ones from which on nothing more is read from their connections. */
export const turnsFull = 64;

/** Runs what comes in its order, a little of it each turn, so that one peer's flood leaves room for all others. */
export class Turns {
  #waiting: (() => void)[] = [];
  readonly #now: () => number;
  #left = messagesPerTurn;
  /** When this turn has taken its time. */
  #until = 0;
  #nextAsked = false;
  #drained: { readonly promise: Promise<void>; readonly resolve: () => void } | undefined;

  /** `now`: milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** At once, where nothing waits before it and this turn has room. */
  run(work: () => void): void {
    this.#askNext();
    if (!this.#hasRoom() || this.#waiting.length > 0) return void this.#waiting.push(work);
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

  #hasRoom(): boolean {
    return this.#left > 0 && this.#now() < this.#until;
  }

  #askNext(): void {
    if (this.#nextAsked) return;
    this.#nextAsked = true;
    this.#until = this.#now() + turnMs;
    setImmediate(() => {
      this.#nextAsked = false;
      this.#left = messagesPerTurn;
      this.#next();
    });
  }

  #next(): void {
    this.#until = this.#now() + turnMs;
    while (this.#waiting.length > 0 && this.#hasRoom()) {
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
