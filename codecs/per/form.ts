/** A string whose characters are not all that its bits could say. */
interface Limited {
  /** In bits, from the first octet on. */
  readonly at: number;
  readonly count: number;
  readonly bits: number;
  readonly values: number;
}

/**
 * The form of octets that were read: which of their bits steer how the others are read, as lengths, choices and what
 * says whether a component is there do; all others are values. Octets that have the same steering bits in the same
 * places are read in the same way, each value where it stood.
 */
export class PerForm {
  readonly #octets: Uint8Array;
  /** A bit is 1 where it steers. */
  readonly #steering: Uint8Array;
  readonly #limited: Limited[] = [];

  /** Of octets that are to be read, by a reader that was given this. */
  constructor(octets: Uint8Array) {
    this.#octets = octets;
    this.#steering = new Uint8Array(octets.length).fill(0xff);
  }

  /** These bits of the octets, or of a part of them, are a value: any others would be read just as well. */
  free(part: Uint8Array, from: number, to: number): void {
    const start = this.#bitsBefore(part);
    for (let at = start + from; at < start + to; at += 1) {
      this.#steering[at >> 3] = (this.#steering[at >> 3] ?? 0) & ~(0x80 >> (at & 7));
    }
  }

  /** As `free`, a string of so many characters, each of so many bits, that are less than `values`. */
  freeString(part: Uint8Array, from: number, { count, bits, values }: Omit<Limited, "at">): void {
    this.free(part, from, from + count * bits);
    if (values < 1 << bits) this.#limited.push({ at: this.#bitsBefore(part) + from, count, bits, values });
  }

  /** Nothing of this part is a value: it was read in vain. */
  fix(part: Uint8Array): void {
    const start = this.#bitsBefore(part) >> 3;
    this.#steering.fill(0xff, start, start + part.length);
  }

  /** Whether the octets from `from` up to `to` stand, with other values, in others from `at` on. */
  isAt(others: Uint8Array, at: number, from: number, to: number): boolean {
    if (at + to - from > others.length) return false;
    const [octets, steering] = [this.#octets, this.#steering];
    for (let i = from, j = at; i < to; i += 1, j += 1) {
      if ((((octets[i] as number) ^ (others[j] as number)) & (steering[i] as number)) !== 0) return false;
    }
    for (const each of this.#limited) {
      const first = each.at >> 3;
      if (first >= from && first < to && !isWithin(others, each, (at - from) * 8)) return false;
    }
    return true;
  }

  #bitsBefore(part: Uint8Array): number {
    return (part.byteOffset - this.#octets.byteOffset) * 8;
  }
}

function isWithin(octets: Uint8Array, { at, count, bits, values }: Limited, shift: number): boolean {
  for (let bit = at + shift, left = count; left > 0; left -= 1, bit += bits) {
    const first = bit >> 3;
    const three = ((octets[first] ?? 0) << 16) | ((octets[first + 1] ?? 0) << 8) | (octets[first + 2] ?? 0);
    if (((three >> (24 - (bit & 7) - bits)) & ((1 << bits) - 1)) >= values) return false;
  }
  return true;
}
