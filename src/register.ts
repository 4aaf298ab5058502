/** Keys that were deleted are taken out of the Map when there are more than so many, and more than a part of all. */
const deletedAtMost = 64;
const deletedPart = 16;

/**
 * A Map whose keys come and go all the time. A Map of V8 keeps the place of each deleted key until it is full, all
 * those of one key in one chain: a caller who asks again and again, among many who wait, would make each look for his
 * key dearer than the one before; and a Map of few keys is made anew with every second one that goes. Here a deleted
 * key stays for a while, and is used again where it comes again.
 */
export class Register<Key, Value> {
  readonly #map = new Map<Key, Value | undefined>();
  readonly #deleted: Key[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(key: Key): Value | undefined {
    return this.#map.get(key);
  }

  has(key: Key): boolean {
    return this.#map.get(key) !== undefined;
  }

  /** `undefined` is no value. */
  set(key: Key, value: NonNullable<Value>): void {
    if (this.#map.get(key) === undefined) this.#size += 1;
    this.#map.set(key, value);
  }

  /** False where the key has no value. */
  delete(key: Key): boolean {
    if (this.#map.get(key) === undefined) return false;
    this.#map.set(key, undefined);
    this.#deleted.push(key);
    this.#size -= 1;
    if (this.#deleted.length > deletedAtMost + this.#size / deletedPart) this.#sweep();
    return true;
  }

  /** In the order of the keys' coming; what is changed meanwhile is not seen. */
  values(): Value[] {
    const values: Value[] = [];
    for (const value of this.#map.values()) if (value !== undefined) values.push(value);
    return values;
  }

  #sweep(): void {
    for (const key of this.#deleted) if (this.#map.get(key) === undefined) this.#map.delete(key);
    this.#deleted.length = 0;
  }
}
