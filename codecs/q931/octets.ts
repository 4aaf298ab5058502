import { alphabets, textIn } from "../ber/alphabet.ts";
import { DecodeError } from "../error.ts";
import { copyOf } from "../slab.ts";

/**
 * Reads the contents of one element octet by octet, from where they stand in a message: one reader serves all of its
 * elements. Reading past the end is remembered and told by `end`, so that a decoder reads as the standard's figure
 * stands, without a check behind every octet. Offsets of errors count from the first octet of the contents.
 */
export class OctetReader {
  readonly octets: Uint8Array;
  /** The first octet of the contents. */
  start: number;
  /** One past their last. */
  stop: number;
  /** The next octet. */
  at: number;

  constructor(octets: Uint8Array, start = 0, stop = octets.length) {
    this.octets = octets;
    this.start = start;
    this.stop = stop;
    this.at = start;
  }

  /** Turns to other contents in the same octets. */
  open(start: number, stop: number): void {
    this.start = start;
    this.stop = stop;
    this.at = start;
  }

  /** Octets not yet read. */
  get left(): number {
    return this.stop - this.at;
  }

  /** The next octet. Past the end: all ones, so that no extension bit asks for more. */
  next(): number {
    const { at } = this;
    this.at = at + 1;
    return at < this.stop ? (this.octets[at] as number) : 0xff;
  }

  rest(): Uint8Array {
    const from = Math.min(this.at, this.stop);
    this.at += this.stop - from;
    return copyOf(this.octets, from, this.stop);
  }

  /** The rest as IA5 characters; undefined where an octet is none. */
  ia5(): string | undefined {
    const text = textIn(alphabets.IA5String, this.octets, this.at, this.stop);
    this.at = Math.max(this.at, this.stop);
    return typeof text === "string" ? text : undefined;
  }

  /** The rest, one octet a character. */
  text(): string {
    let text = "";
    while (this.at < this.stop) text += String.fromCharCode(this.next());
    return text;
  }

  /** Octets up to and with the first whose extension bit says last. */
  group(): Uint8Array {
    const from = Math.min(this.at, this.stop);
    let last = false;
    while (!last) last = isLast(this.next());
    return copyOf(this.octets, from, Math.min(this.at, this.stop));
  }

  /** The value, or why the octets are not exactly one. */
  end<Value>(value: Value): Value | DecodeError {
    return this.at === this.stop ? value : this.fault();
  }

  private fault(): DecodeError {
    const isPast = this.at > this.stop;
    return new DecodeError(isPast ? "truncated" : "trailingOctets", (isPast ? this.stop : this.at) - this.start);
  }

  /** The octet just read has a value outside its type. */
  bad(): DecodeError {
    if (this.at > this.stop) return new DecodeError("truncated", this.stop - this.start);
    return new DecodeError("badValue", this.at - 1 - this.start);
  }
}

/** Bits `high` to `low` of an octet, numbered as the standards do: 8 is sent first, 1 last. */
export function bits(octet: number, high: number, low: number): number {
  return (octet >> (low - 1)) & ((1 << (high - low + 1)) - 1);
}

/** The extension bit, bit 8: one says that the octet group ends here (Q.931 4.5.1). */
export function isLast(octet: number): boolean {
  return (octet & extension) !== 0;
}

const extension = 0x80;

/** Identifier, length octet and the contents that it can tell (Q.931 4.5.1). */
const usualOctets = 2 + 255;

/**
 * Writes the contents of one element octet by octet, the counterpart of `OctetReader`: `bits` puts a number in the
 * place from which the function `bits` reads it. A value that does not fit its place is remembered in `misfit`, so that
 * an encoder writes as the standard's figure stands, without a check before every octet.
 */
export class OctetWriter {
  /** Octets that do not fit are lost, and counted. */
  octets = new Uint8Array(usualOctets);
  /** Where the next octet goes. */
  at = 0;
  /** A value was outside its type. */
  misfit = false;

  /** Forgets what was written; contents follow from `at` on. */
  begin(at: number): void {
    this.at = at;
    this.misfit = false;
  }

  /** There is room for as many octets as were written; false where it was made just now: write again. */
  held(): boolean {
    if (this.at <= this.octets.length) return true;
    this.octets = new Uint8Array(2 * this.at);
    return false;
  }

  octet(octet: number): void {
    this.octets[this.at] = octet;
    this.at += 1;
  }

  /** The last octet of a group, which its extension bit says. */
  last(octet: number): void {
    this.octet(octet | extension);
  }

  /** An octet and those that follow it in its group: the extension bit is set on the last and clear on all before. */
  group(octet: number, more: Uint8Array | undefined): void {
    this.expect(more === undefined || more instanceof Uint8Array);
    if (more === undefined || more.length === 0) {
      this.last(octet);
      return;
    }
    this.octet(octet);
    const last = more.length - 1;
    for (let index = 0; index < last; index += 1) this.octet((more[index] as number) & ~extension);
    this.last(more[last] as number);
  }

  /** A whole number at the bits `high` to `low` of an octet. */
  bits(value: number, high: number, low: number): number {
    const mask = (1 << (high - low + 1)) - 1;
    if ((value & mask) !== value) this.misfit = true;
    return (value & mask) << (low - 1);
  }

  /** One bit. */
  flag(value: boolean, bit: number): number {
    if (typeof value !== "boolean") this.misfit = true;
    return value ? 1 << (bit - 1) : 0;
  }

  /** A value is of its type only where this holds. */
  expect(holds: boolean): void {
    if (!holds) this.misfit = true;
  }

  /** One octet a character; `alphabet` is the highest code allowed. */
  text(value: string, alphabet: 127 | 255): void {
    if (typeof value !== "string") {
      this.misfit = true;
      return;
    }
    const { octets, at } = this;
    let highest = 0;
    for (let index = 0; index < value.length; index += 1) {
      const code = value.charCodeAt(index);
      if (code > highest) highest = code;
      octets[at + index] = code;
    }
    this.at = at + value.length;
    if (highest > alphabet) this.misfit = true;
  }

  copy(value: Uint8Array): void {
    if (!(value instanceof Uint8Array)) {
      this.misfit = true;
      return;
    }
    const { octets, at } = this;
    for (let index = 0; index < value.length; index += 1) octets[at + index] = value[index] as number;
    this.at = at + value.length;
  }
}
