import type { HeldTimer } from "./held-timers.ts";

/** What stands in a heap: it is due at `at`, and came as the `order`th. */
interface Due {
  readonly at: number;
  readonly order: number;
  /** Where it stands in the heap. */
  index: number;
}

/** Entries by due time, those of one millisecond by their order. Adding and taking out cost O(log n). */
class DueHeap<Entry extends Due> {
  readonly #heap: Entry[] = [];

  get size(): number {
    return this.#heap.length;
  }

  get first(): Entry | undefined {
    return this.#heap[0];
  }

  add(entry: Entry): void {
    entry.index = this.#heap.length;
    this.#heap.push(entry);
    this.#rise(entry);
  }

  remove(entry: Entry): void {
    const last = this.#heap.pop();
    if (last === undefined || last === entry) return;
    last.index = entry.index;
    this.#rise(last);
    this.#sink(last);
  }

  /** What is later moves down past the entry, which is put where it then belongs. */
  #rise(entry: Entry): void {
    const heap = this.#heap;
    let { index } = entry;
    while (index > 0) {
      const over = (index - 1) >> 1;
      const above = heap[over];
      if (above === undefined || !before(entry, above)) break;
      this.#place(above, index);
      index = over;
    }
    this.#place(entry, index);
  }

  /** What is earlier moves up past it. */
  #sink(entry: Entry): void {
    const heap = this.#heap;
    const size = heap.length;
    let { index } = entry;
    for (let at = 2 * index + 1; at < size; at = 2 * index + 1) {
      const left = heap[at];
      const right = at + 1 < size ? heap[at + 1] : undefined;
      const below = left !== undefined && right !== undefined && before(right, left) ? right : left;
      if (below === undefined || !before(below, entry)) break;
      const from = below.index;
      this.#place(below, index);
      index = from;
    }
    this.#place(entry, index);
  }

  #place(entry: Entry, index: number): void {
    entry.index = index;
    this.#heap[index] = entry;
  }
}

function before(one: Due, other: Due): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

interface Keyed<Timer, Key> extends Due {
  readonly key: Key;
  readonly timer: Timer;
}

/**
 * Timers by a key; starting a running one restarts it. They fire by due time, those of one millisecond in the order of
 * their start, so a run repeats exactly. Start, stop and expire cost O(log n).
 */
export class TimerHeap<Timer, Key extends string | number = string> {
  readonly #heap = new DueHeap<Keyed<Timer, Key>>();
  readonly #byKey = new Map<Key, Keyed<Timer, Key>>();
  #started = 0;

  get size(): number {
    return this.#heap.size;
  }

  /** `atMs` is the due time on the clock of `now`. */
  start(key: Key, timer: Timer, atMs: number): void {
    this.stop(key);
    const entry = { key, timer, at: atMs, order: this.#started++, index: 0 };
    this.#byKey.set(key, entry);
    this.#heap.add(entry);
  }

  /** Stopping a timer that does not run is allowed: false. */
  stop(key: Key): boolean {
    const entry = this.#byKey.get(key);
    if (entry === undefined) return false;
    this.#byKey.delete(key);
    this.#heap.remove(entry);
    return true;
  }

  /** The due time of a running timer. */
  dueAt(key: Key): number | undefined {
    return this.#byKey.get(key)?.at;
  }

  /** When the next timer is due, for the rim's single clock. */
  next(): number | undefined {
    return this.#heap.first?.at;
  }

  /** Takes the earliest timer that is due out of the heap; call until undefined. */
  expire(now: number): Timer | undefined {
    const { first } = this.#heap;
    if (first === undefined || first.at > now) return undefined;
    this.#byKey.delete(first.key);
    this.#heap.remove(first);
    return first.timer;
  }
}

interface Owned<Owner> extends Due {
  at: number;
  order: number;
  readonly of: Owner;
  readonly name: string;
  readonly isLong: boolean;
  /** Another timer of the same owner. */
  also: Owned<Owner> | undefined;
}

/** Not in the heap. */
const stopped = -1;

/**
 * The timers of one layer. This one knows them by nothing but their place in a heap: their owners hold them. Long ones
 * have a heap of their own: past a million that run for an hour a short one would have to rise, and sink when it stops.
 */
class LayerTimers<Owner> {
  readonly layer: string;
  protected readonly heap = new DueHeap<Owned<Owner>>();
  readonly #long = new DueHeap<Owned<Owner>>();

  constructor(layer: string) {
    this.layer = layer;
  }

  get size(): number {
    return this.heap.size + this.#long.size;
  }

  get first(): Owned<Owner> | undefined {
    const { first } = this.heap;
    const { first: long } = this.#long;
    if (first === undefined || long === undefined) return first ?? long;
    return before(long, first) ? long : first;
  }

  start(of: Owner, name: string, at: number, order: number, isLong: boolean): Owned<Owner> {
    const entry = { of, name, at, order, isLong, index: stopped, also: undefined };
    (isLong ? this.#long : this.heap).add(entry);
    return entry;
  }

  take(entry: Owned<Owner>): void {
    if (entry.index === stopped) return;
    (entry.isLong ? this.#long : this.heap).remove(entry);
    entry.index = stopped;
  }
}

/**
 * Timers that are found by owner and name: an owner has few, so they hang one behind the other. Owners never go: what
 * they have stopped stays where it is, to be started again.
 */
class FoundTimers<Owner> extends LayerTimers<Owner> {
  readonly #byOwner = new Map<Owner, Owned<Owner>>();

  override start(of: Owner, name: string, at: number, order: number): Owned<Owner> {
    const known = this.#find(of, name);
    if (known === undefined) {
      const entry = super.start(of, name, at, order, false);
      entry.also = this.#byOwner.get(of);
      this.#byOwner.set(of, entry);
      return entry;
    }
    if (known.index !== stopped) this.heap.remove(known);
    known.at = at;
    known.order = order;
    this.heap.add(known);
    return known;
  }

  stop(of: Owner, name: string): void {
    const entry = this.#find(of, name);
    if (entry !== undefined) this.take(entry);
  }

  #find(of: Owner, name: string): Owned<Owner> | undefined {
    let entry = this.#byOwner.get(of);
    while (entry !== undefined && entry.name !== name) entry = entry.also;
    return entry;
  }
}

/** How a layer's timers are known: to their owners alone, or by owner and name, of owners that stay. */
export type Known = "held" | "found";

/** Who has a timer: a layer names its owners by numbers or strings. */
type OwnersOf<Owners> = { readonly [Layer in keyof Owners]: string | number };

/** A timer that ran out: its layer, whose it is there, and its name. */
export type Expired<Owners> = {
  readonly [Layer in keyof Owners]: { readonly layer: Layer; readonly of: Owners[Layer]; readonly name: string };
}[keyof Owners];

/**
 * All timers of a core, for each layer those of its owners. They fire by due time, those of one millisecond in the
 * order of their start, whatever layer they are of. Each layer has a heap of its own: a million requests that wait do
 * not make the timers of a data link dearer, which start and stop with every frame.
 */
export class CoreTimers<Owners extends OwnersOf<Owners>> {
  readonly #layers: ReadonlyMap<keyof Owners, LayerTimers<string | number>>;
  readonly #all: readonly LayerTimers<string | number>[];
  #started = 0;

  constructor(layers: { readonly [Layer in keyof Owners & string]: Known }) {
    this.#all = Object.entries<Known>(layers).map(([layer, known]) =>
      known === "held" ? new LayerTimers(layer) : new FoundTimers(layer),
    );
    this.#layers = new Map(this.#all.map((timers) => [timers.layer as keyof Owners, timers]));
  }

  get size(): number {
    return this.#all.reduce((sum, timers) => sum + timers.size, 0);
  }

  /**
   * `atMs` is the due time on the clock of `now`. Where timers are found, one of this name that runs is started anew;
   * where they are held, the owner stops what he has. `isLong`: it runs for longer than most of its layer.
   */
  start<Layer extends keyof Owners>(
    layer: Layer,
    of: Owners[Layer],
    name: string,
    atMs: number,
    isLong = false,
  ): HeldTimer {
    const timers = this.#layers.get(layer);
    if (timers === undefined) throw new Error(`no layer ${String(layer)}`);
    return timers.start(of, name, atMs, this.#started++, isLong) as HeldTimer;
  }

  /** By owner and name. Stopping a timer that does not run is allowed. */
  stop<Layer extends keyof Owners>(layer: Layer, of: Owners[Layer], name: string): void {
    const timers = this.#layers.get(layer);
    if (timers instanceof FoundTimers) timers.stop(of, name);
  }

  /** What `start` gave. Stopping a timer that does not run is allowed. */
  stopHeld(layer: keyof Owners, timer: HeldTimer): void {
    this.#layers.get(layer)?.take(timer as Owned<string | number>);
  }

  /** When the next timer is due, for the rim's single clock. */
  next(): number | undefined {
    return this.#earliest()?.first?.at;
  }

  /** Takes the earliest timer that is due out of its heap; call until undefined. */
  expire(now: number): Expired<Owners> | undefined {
    const timers = this.#earliest();
    const first = timers?.first;
    if (timers === undefined || first === undefined || first.at > now) return undefined;
    timers.take(first);
    return { layer: timers.layer, of: first.of, name: first.name } as unknown as Expired<Owners>;
  }

  #earliest(): LayerTimers<string | number> | undefined {
    let earliest: LayerTimers<string | number> | undefined;
    for (const timers of this.#all) {
      const { first } = timers;
      if (first === undefined) continue;
      if (earliest?.first === undefined || before(first, earliest.first)) earliest = timers;
    }
    return earliest;
  }
}
