/** So many keys come before those that are still there join those that stay. */
const comingAtMost = 128;
/** Keys that stayed and were deleted are taken out when there are more than so many, and more than a part of all. */
const deletedAtMost = 64;
const deletedPart = 16;

/**
 * A Map whose keys come and go all the time. A Map of V8 keeps the place of each deleted key until it is full, all
 * those of one key in one chain: a caller who asks again and again, among many who wait, would make each look for his
 * key dearer than the one before; a Map of few keys is made anew with every second one that goes, and one of a million
 * is copied for those that pass through it. So keys come into a Map of their own, a small one, where a deleted key
 * stays for a while and is used again where it comes again; what lasts joins the many that stay.
 *
 * That small one is thrown away, never cleared: a Map that is cleared, or has outgrown its table, leaves a pointer from
 * the old table to the new one. Once one of them was promoted, all that follow are, with what they hold, until a major
 * collection.
 */
export class Register<Key, Value> {
  #coming = new Map<Key, Value | undefined>();
  readonly #staying = new Map<Key, Value | undefined>();
  /** Keys that stay no more, but have their place. */
  readonly #deleted: Key[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(key: Key): Value | undefined {
    return this.#coming.get(key) ?? this.#staying.get(key);
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined;
  }

  /** `undefined` is no value. */
  set(key: Key, value: NonNullable<Value>): void {
    if (this.#staying.get(key) !== undefined) {
      this.#staying.set(key, value);
      return;
    }
    if (this.#coming.get(key) === undefined) this.#size += 1;
    this.#coming.set(key, value);
    if (this.#coming.size > comingAtMost) this.#settle();
  }

  /** False where the key has no value. */
  delete(key: Key): boolean {
    if (this.#coming.get(key) !== undefined) this.#coming.set(key, undefined);
    else if (this.#staying.get(key) !== undefined) this.#leave(key);
    else return false;
    this.#size -= 1;
    return true;
  }

  /** Those that stay before those that came lately; what is changed meanwhile is not seen. */
  values(): Value[] {
    const values: Value[] = [];
    for (const map of [this.#staying, this.#coming]) {
      for (const value of map.values()) if (value !== undefined) values.push(value);
    }
    return values;
  }

  #settle(): void {
    for (const [key, value] of this.#coming) if (value !== undefined) this.#staying.set(key, value);
    this.#coming = new Map();
  }

  #leave(key: Key): void {
    this.#staying.set(key, undefined);
    this.#deleted.push(key);
    if (this.#deleted.length <= deletedAtMost + this.#size / deletedPart) return;
    for (const each of this.#deleted) if (this.#staying.get(each) === undefined) this.#staying.delete(each);
    this.#deleted.length = 0;
  }
}
