import { bitsFor, perLimits } from "./reader.ts";

/**
 * Writes bits and octets of aligned PER (X.691) into a growing buffer. What does not fit is the caller's mistake:
 * RangeError.
 */
export class PerWriter {
  #octets = new Uint8Array(256);
  /** In bits. */
  #at = 0;

  /** In bits. */
  get length(): number {
    return this.#at;
  }

  /** A copy of what was written, filled with zeros to a whole octet; `atLeastOne`: never empty (X.691 10.1.3). */
  octets(atLeastOne = false): Uint8Array {
    return this.#octets.slice(0, Math.max((this.#at + 7) >> 3, atLeastOne ? 1 : 0));
  }

  bit(value: boolean): void {
    this.bits(value ? 1 : 0, 1);
  }

  /** At most 16 of them. */
  bits(value: number, count: number): void {
    this.#room(count);
    for (let left = count - 1; left >= 0; left -= 1, this.#at += 1) {
      if ((value >> left) & 1)
        this.#octets[this.#at >> 3] = (this.#octets[this.#at >> 3] ?? 0) | (0x80 >> (this.#at & 7));
    }
  }

  align(): void {
    this.#at = (this.#at + 7) & ~7;
  }

  /** Aligned octets as they are. */
  put(octets: Uint8Array): void {
    this.align();
    this.#room(octets.length * 8);
    this.#octets.set(octets, this.#at >> 3);
    this.#at += octets.length * 8;
  }

  /** The bits `from` to `to` of other octets, wherever they stand there. */
  copy(octets: Uint8Array, from: number, to: number): void {
    for (let at = from; at < to; at += 1) this.bits(((octets[at >> 3] ?? 0) >> (7 - (at & 7))) & 1, 1);
  }

  /** X.691 10.5.7: a whole number of so many values, counted from 0. */
  constrained(value: number, values: number): void {
    if (!Number.isInteger(value) || value < 0 || value >= values) {
      throw new RangeError(`PER: ${value} is none of ${values} values counted from 0`);
    }
    if (values <= 1) return;
    if (values > 255) this.align();
    this.bits(value, values <= 255 ? bitsFor(values) : values === 256 ? 8 : 16);
  }

  /** X.691 10.6: a normally small non-negative whole number. */
  small(value: number): void {
    this.bit(value > 63);
    if (value <= 63) return this.bits(value, 6);
    const octets = value < 0x100 ? [value] : [value >> 8, value & 0xff];
    this.open(Uint8Array.from(octets));
  }

  /** X.691 10.9.3.5 to 10.9.3.7: a length determinant without bounds. */
  size(length: number): void {
    if (length > perLimits.length) throw new RangeError(`PER: ${length} is longer than ${perLimits.length}`);
    this.align();
    if (length < 0x80) this.bits(length, 8);
    else this.bits(0x8000 | length, 16);
  }

  /** X.691 10.2: an open type, its length before it. */
  open(octets: Uint8Array): void {
    this.size(octets.length);
    this.put(octets);
  }

  /** X.691 18.7 to 18.9: the bitmap and the octets of those that are there. */
  additions(open: readonly (Uint8Array | undefined)[]): void {
    this.small(open.length - 1);
    for (const octets of open) this.bit(octets !== undefined);
    for (const octets of open) if (octets !== undefined) this.open(octets);
  }

  #room(bits: number): void {
    const wanted = (this.#at + bits + 7) >> 3;
    if (wanted <= this.#octets.length) return;
    const larger = new Uint8Array(Math.max(wanted, this.#octets.length * 2));
    larger.set(this.#octets);
    this.#octets = larger;
  }
}
