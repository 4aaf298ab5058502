interface Entry<Timer> {
  readonly key: string;
  readonly timer: Timer;
  readonly at: number;
  readonly order: number;
  /** Where the entry stands in the heap. */
  index: number;
}

/**
 * The one timer heap of a core. A timer has a key; starting a running one restarts it. Timers fire by due time, those
 * of one millisecond in the order of their start, so a run repeats exactly. Start, stop and expire cost O(log n).
 */
export class TimerHeap<Timer> {
  readonly #heap: Entry<Timer>[] = [];
  readonly #byKey = new Map<string, Entry<Timer>>();
  #started = 0;

  get size(): number {
    return this.#heap.length;
  }

  /** `atMs` is the due time on the clock of `now`. */
  start(key: string, timer: Timer, atMs: number): void {
    this.stop(key);
    const entry = { key, timer, at: atMs, order: this.#started++, index: this.#heap.length };
    this.#byKey.set(key, entry);
    this.#heap.push(entry);
    this.#rise(entry);
  }

  /** Stopping a timer that does not run is allowed: false. */
  stop(key: string): boolean {
    const entry = this.#byKey.get(key);
    if (entry === undefined) return false;
    this.#remove(entry);
    return true;
  }

  /** The due time of a running timer. */
  dueAt(key: string): number | undefined {
    return this.#byKey.get(key)?.at;
  }

  /** When the next timer is due, for the rim's single clock. */
  next(): number | undefined {
    return this.#heap[0]?.at;
  }

  /** Takes the earliest timer that is due out of the heap; call until undefined. */
  expire(now: number): Timer | undefined {
    const first = this.#heap[0];
    if (first === undefined || first.at > now) return undefined;
    this.#remove(first);
    return first.timer;
  }

  #remove(entry: Entry<Timer>): void {
    this.#byKey.delete(entry.key);
    const last = this.#heap.pop();
    if (last === undefined || last === entry) return;
    this.#place(last, entry.index);
    this.#rise(last);
    this.#sink(last);
  }

  #rise(entry: Entry<Timer>): void {
    while (entry.index > 0) {
      const above = this.#heap[(entry.index - 1) >> 1];
      if (above === undefined || !before(entry, above)) return;
      this.#swap(entry, above);
    }
  }

  #sink(entry: Entry<Timer>): void {
    for (;;) {
      const left = this.#heap[2 * entry.index + 1];
      const right = this.#heap[2 * entry.index + 2];
      const below = left !== undefined && right !== undefined && before(right, left) ? right : left;
      if (below === undefined || !before(below, entry)) return;
      this.#swap(entry, below);
    }
  }

  #swap(one: Entry<Timer>, other: Entry<Timer>): void {
    const index = one.index;
    this.#place(one, other.index);
    this.#place(other, index);
  }

  #place(entry: Entry<Timer>, index: number): void {
    entry.index = index;
    this.#heap[index] = entry;
  }
}

function before(one: { at: number; order: number }, other: { at: number; order: number }): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
