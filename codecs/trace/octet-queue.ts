const nothing = new Uint8Array(0);

/** Octets that come in chunks and leave in pieces. What is taken may share memory with the chunk it came in. */
export class OctetQueue {
  #octets: Uint8Array = nothing;
  #at = 0;
  #skip = 0;
  #offset = 0;

  /** Octets taken or skipped since the start. */
  get offset(): number {
    return this.#offset;
  }

  /** Octets that wait. */
  get length(): number {
    return this.#octets.length - this.#at;
  }

  /** Octets to skip that have not come yet. */
  get owed(): number {
    return this.#skip;
  }

  push(chunk: Uint8Array): void {
    const skipped = Math.min(this.#skip, chunk.length);
    this.#skip -= skipped;
    this.#offset += skipped;
    const waiting = this.length;
    const fresh = skipped === 0 ? chunk : chunk.subarray(skipped);
    if (waiting === 0) {
      this.#octets = fresh;
    } else {
      const joined = new Uint8Array(waiting + fresh.length);
      joined.set(this.#octets.subarray(this.#at));
      joined.set(fresh, waiting);
      this.#octets = joined;
    }
    this.#at = 0;
  }

  /** The next octets without taking them; undefined until so many are there. */
  peek(count: number): Uint8Array | undefined {
    return this.length < count ? undefined : this.#octets.subarray(this.#at, this.#at + count);
  }

  take(count: number): Uint8Array | undefined {
    const taken = this.peek(count);
    if (taken) this.#advance(count);
    return taken;
  }

  /** Drops the next octets, those that have not come yet too. */
  skip(count: number): void {
    const here = Math.min(count, this.length);
    this.#advance(here);
    this.#skip = count - here;
  }

  #advance(count: number): void {
    this.#at += count;
    this.#offset += count;
  }
}
