import type { RequestId } from "../src/ids.ts";
import type { Save } from "../src/seam.ts";
import type { Clock } from "./clock.ts";
import type { Store } from "./store/store.ts";

/** Milliseconds before a rejected commit is tried again: doubled from the first to the last. */
export const commitRetryMs = { first: 100, last: 5000 } as const;

export interface CommitEvents {
  /** Every save up to this number is durable. */
  durable(mark: number): void;
  /** Once when the store goes away and once when it is back. */
  store(state: "away" | "ok", reason: string): void;
  fenced(): void;
}

/** Group commit: saves gather while a commit is in flight and go together in the next; never two in flight. */
export class Commits {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #events: CommitEvents;
  /** A later save of a request takes the place of an earlier one, so an absent store costs one entry a request. */
  #batch = new Map<RequestId, Save>();
  /** The highest number handed in: saves that were replaced are covered by it. */
  #highest = 0;
  #state: "idle" | "busy" | "waiting" | "fenced" = "idle";
  #retryMs: number = commitRetryMs.first;
  #away = false;
  #whenIdle: (() => void)[] = [];
  #cancelRetry = () => {};

  constructor(store: Store, clock: Clock, events: CommitEvents) {
    this.#store = store;
    this.#clock = clock;
    this.#events = events;
  }

  add(save: Save): void {
    this.#batch.delete(save.request); // a replaced save moves to the end: the batch stays in the order of its numbers
    this.#batch.set(save.request, save);
    this.#highest = save.save;
  }

  /** Commits what has gathered, unless a commit is in flight or waits for its next try. */
  flush(): void {
    if (this.#state !== "idle" || this.#batch.size === 0) return;
    const batch = [...this.#batch.values()];
    const mark = this.#highest;
    this.#batch = new Map();
    this.#state = "busy";
    // An async function also turns a store that throws at once into a rejection.
    const attempt = async () => this.#store.commit(batch);
    attempt().then(
      (result) => (result === "durable" ? this.#onDurable(mark) : this.#onFenced()),
      (error: unknown) => this.#onRejected(batch, error),
    );
  }

  /** Commits what is left without waiting for the next try. Resolves when nothing is left, or we are fenced. */
  settle(): Promise<void> {
    if (this.#state === "waiting") {
      this.#cancelRetry();
      this.#state = "idle";
    }
    this.flush();
    if (this.#state === "fenced" || this.#state === "idle") return Promise.resolve();
    return new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  /** Tries no more; a commit in flight may still become durable. */
  stop(): void {
    this.#cancelRetry();
    this.#batch.clear();
  }

  #onDurable(mark: number): void {
    this.#state = "idle";
    this.#retryMs = commitRetryMs.first;
    if (this.#away) {
      this.#away = false;
      this.#events.store("ok", "");
    }
    this.#events.durable(mark);
    this.flush();
    if (this.#isIdle()) this.#tellIdle();
  }

  #onRejected(batch: readonly Save[], error: unknown): void {
    const newer = this.#batch;
    this.#batch = new Map(batch.filter((save) => !newer.has(save.request)).map((save) => [save.request, save]));
    for (const save of newer.values()) this.#batch.set(save.request, save);
    this.#state = "waiting";
    if (!this.#away) {
      this.#away = true;
      this.#events.store("away", error instanceof Error ? error.message : String(error));
    }
    this.#cancelRetry = this.#clock.at(this.#clock.now() + this.#retryMs, () => {
      this.#state = "idle";
      this.flush();
    });
    this.#retryMs = Math.min(this.#retryMs * 2, commitRetryMs.last);
  }

  #onFenced(): void {
    this.#state = "fenced";
    this.#batch.clear();
    this.#events.fenced();
    this.#tellIdle();
  }

  /** A method, so that the compiler does not carry the state across `flush`. */
  #isIdle(): boolean {
    return this.#state === "idle";
  }

  #tellIdle(): void {
    for (const resolve of this.#whenIdle.splice(0)) resolve();
  }
}
