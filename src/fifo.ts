/** So many places are kept when the queue is empty: it fills and empties with every input of a core. */
const placesKept = 1024;

/** A queue whose head costs the same however many wait: an array's `shift` moves them all. */
export class Fifo<Item> {
  #places: (Item | undefined)[] = [];
  #head = 0;
  #tail = 0;

  get length(): number {
    return this.#tail - this.#head;
  }

  push(item: Item): void {
    this.#places[this.#tail++] = item;
  }

  shift(): Item | undefined {
    if (this.#head === this.#tail) return undefined;
    const item = this.#places[this.#head];
    // What has left must not be held by its place.
    this.#places[this.#head++] = undefined;
    if (this.#head === this.#tail) this.#empty();
    return item;
  }

  /** Changes those that wait, from the `from`th on. */
  change(from: number, by: (item: Item) => Item): void {
    for (let at = this.#head + from; at < this.#tail; at++) this.#places[at] = by(this.#places[at] as Item);
  }

  clear(): void {
    while (this.shift() !== undefined);
  }

  #empty(): void {
    this.#head = 0;
    this.#tail = 0;
    if (this.#places.length > placesKept) this.#places = [];
  }
}
