import { limits } from "../ber/limits.ts";
import { dotted } from "../ber/object-identifier.ts";
import { DecodeError } from "../error.ts";
import type { PerForm } from "./form.ts";

/** What one value may be. X.691 10.9.3.8 cuts what has 16384 octets or more into fragments; they are refused. */
export const perLimits = { octets: 65_536, elements: 1024, additions: 64, depth: 24, length: 16_383 } as const;

/** Reads bits and octets of aligned PER (X.691). The first fault stays in `error`; from then on every read gives 0. */
export class PerReader {
  readonly #octets: Uint8Array;
  /** Told of what is read which bits are values, where somebody asks. */
  readonly #form: PerForm | undefined;
  /** In bits. */
  #at = 0;
  #error: DecodeError | undefined;

  constructor(octets: Uint8Array, form?: PerForm) {
    this.#octets = octets;
    this.#form = form;
    if (octets.length > perLimits.octets) this.fail("tooLong");
  }

  get error(): DecodeError | undefined {
    return this.#error;
  }

  /** The octet that is read next, or the one begun. */
  get offset(): number {
    return this.#at >> 3;
  }

  /** Bits read so far. */
  get position(): number {
    return this.#at;
  }

  fail(code: DecodeError["code"], path = ""): void {
    this.#error ??= new DecodeError(code, this.offset, path);
  }

  /** Of octets that were taken: an open type. */
  inside(octets: Uint8Array): PerReader {
    return new PerReader(octets, this.#form);
  }

  /** What was read since that position is a value and steers nothing. */
  wasValue(since: number): void {
    this.#form?.free(this.#octets, since, this.#at);
  }

  /** As `wasValue`, of octets that were taken. */
  wereValues(octets: Uint8Array): void {
    this.#form?.free(octets, 0, octets.length * 8);
  }

  /** As `wasValue`, a string of so many characters, each of so many bits, that are less than `values`. */
  wasString(since: number, string: { readonly count: number; readonly bits: number; readonly values: number }): void {
    this.#form?.freeString(this.#octets, since, string);
  }

  /** Nothing in these octets was a value: they were read in vain. */
  wasInVain(octets: Uint8Array): void {
    this.#form?.fix(octets);
  }

  bit(): boolean {
    return this.bits(1) === 1;
  }

  /** At most 16 of them as a number. */
  bits(count: number): number {
    if (this.#error || this.#at + count > this.#octets.length * 8) {
      this.fail("truncated");
      return 0;
    }
    // 16 bits lie in three octets at most.
    const octets = this.#octets;
    const first = this.#at >> 3;
    const three = ((octets[first] ?? 0) << 16) | ((octets[first + 1] ?? 0) << 8) | (octets[first + 2] ?? 0);
    const value = (three >> (24 - (this.#at & 7) - count)) & ((1 << count) - 1);
    this.#at += count;
    return value;
  }

  align(): void {
    this.#at = (this.#at + 7) & ~7;
  }

  /** Aligned octets; they share memory with what is read. */
  take(count: number): Uint8Array {
    this.align();
    const start = this.offset;
    if (this.#error || start + count > this.#octets.length) {
      this.fail("truncated");
      return new Uint8Array(0);
    }
    this.#at += count * 8;
    return this.#octets.subarray(start, start + count);
  }

  /** X.691 10.5.7: a whole number of so many values, counted from 0. */
  constrained(values: number): number {
    if (values <= 1) return 0;
    if (values > 255) this.align();
    // 256 values take an aligned octet, up to 64 K take two.
    const count = values <= 255 ? bitsFor(values) : values === 256 ? 8 : 16;
    const value = this.bits(count);
    if (value >= values) this.fail("badValue");
    return value;
  }

  /** X.691 10.6: a normally small non-negative whole number. */
  small(): number {
    if (!this.bit()) return this.bits(6);
    const octets = this.take(this.length());
    if (octets.length > 2) this.fail("tooLong");
    return octets.reduce((value, octet) => value * 256 + octet, 0);
  }

  /** X.691 10.9.3.5 to 10.9.3.8: a length determinant without bounds. */
  length(): number {
    this.align();
    const first = this.bits(8);
    if (first < 0x80) return first;
    if (first < 0xc0) return ((first & 0x3f) << 8) | this.bits(8);
    this.fail("tooLong");
    return 0;
  }

  /** X.691 10.2: an open type, whose length stands before it. */
  open(): Uint8Array {
    return this.take(this.length());
  }

  /** X.691 18.7 to 18.9: a bit for each addition that the sender knows, and the octets of those that are there. */
  additions(): readonly (Uint8Array | undefined)[] {
    const count = this.small() + 1;
    if (count > perLimits.additions) this.fail("tooMany");
    const present: boolean[] = [];
    while (this.#error === undefined && present.length < count) present.push(this.bit());
    return present.map((isPresent) => (isPresent ? this.open() : undefined));
  }

  /** X.691 23: the contents octets of BER behind their length, and its limit of an arc: what is read can be written. */
  objectIdentifier(): string {
    const octets = this.open();
    const arcs: number[] = [];
    let arc = 0;
    for (const [at, octet] of octets.entries()) {
      arc = arc * 128 + (octet & 0x7f);
      if (octet & 0x80 && at < octets.length - 1) continue;
      arcs.push(arc);
      arc = 0;
    }
    const isWhole = octets.length > 0 && ((octets.at(-1) ?? 0) & 0x80) === 0;
    if (!isWhole || arcs.some((each) => each >= limits.objectIdentifierArc)) this.fail("badValue");
    return dotted(arcs);
  }
}

/** Bits that tell so many values apart. */
export function bitsFor(values: number): number {
  return 32 - Math.clz32(values - 1);
}
