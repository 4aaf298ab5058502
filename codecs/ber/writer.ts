import { Slab, slabOctets } from "../slab.ts";
import { type Alphabet, alphabets } from "./alphabet.ts";
import { limits } from "./limits.ts";
import { joinedArcs } from "./object-identifier.ts";

/** What one dialect writes differently from another (both forms are legal BER). */
export interface WriterOptions {
  /** The octet of TRUE: 0xff is what DER asks for, libpri sends 0x01. */
  readonly trueOctet?: 0x01 | 0xff;
  /** `indefinite` only to give back octets that came in that form. */
  readonly lengthForm?: "definite" | "indefinite";
}

/** Room that there always is: twice what a Facility information element holds. */
const usualOctets = 512;

/** Octets of contents whose length is one octet of the definite form (X.690 8.1.3.4). */
const longestShort = 0x7f;

/**
 * Writes BER (X.690): minimal definite lengths, minimal INTEGERs. It writes backwards, last value first, because the
 * length of a value stands before it. A method takes the position behind the value and returns where it begins, so the
 * position is nobody's state; `value = writer.take(write(writer, writer.end))` is the whole use.
 *
 * Octets that do not fit are lost (a typed array takes no index below 0), and only `take` looks: it makes room and
 * gives undefined, and the caller writes again.
 *
 * Identifiers are numbers as in `Reader`. A value outside its type is a fault of the caller and throws RangeError;
 * values that come from people pass `fromJson` first.
 */
export class Writer {
  private slab = new Slab(slabOctets);
  /** For those who write in straight lines themselves. */
  room: Uint8Array = this.slab.octets;
  private trueOctet = 0xff;
  /** Octets behind the contents of a constructed value: those that end the indefinite form, none in the other. */
  tail = 0;
  /** The longest contents of a constructed value whose length is one octet; of the indefinite form none. */
  private shortest = 0;

  private options: WriterOptions | undefined;

  constructor(options: WriterOptions = {}) {
    this.use(options);
  }

  private use(options: WriterOptions): void {
    this.options = options;
    this.trueOctet = options.trueOctet ?? 0xff;
    this.indefinite = options.lengthForm === "indefinite";
  }

  /** Whether constructed values have that form. */
  get indefinite(): boolean {
    return this.tail > 0;
  }

  set indefinite(isSo: boolean) {
    this.tail = isSo ? 2 : 0;
    this.shortest = isSo ? -1 : longestShort;
  }

  /**
   * The one writer of all who take at once what they write: nobody writes while another does, and one that fails leaves
   * nothing behind.
   */
  static shared(options: WriterOptions): Writer {
    if (shared.options !== options) shared.use(options);
    return shared;
  }

  /** Behind the last octet of what is to be written. */
  get end(): number {
    return this.slab.free;
  }

  /** What was written from `at` on; undefined where it did not fit: there is room now, write it again. */
  take(at: number): Uint8Array | undefined {
    const { slab } = this;
    const written = at < 0 ? undefined : slab.take(at);
    const room = at < 0 ? 2 * (slab.free - at) : usualOctets;
    if (slab.free < room) {
      this.slab = new Slab(Math.max(room, slabOctets));
      this.room = this.slab.octets;
    }
    return written;
  }

  /** One octet outside any value. */
  octet(at: number, value: number): number {
    this.room[at - 1] = value;
    return at - 1;
  }

  /** A whole value as it is, header included. */
  openType(at: number, value: Uint8Array): number {
    return this.copy(at, value);
  }

  /** The head of a constructed value whose contents begin at `at`; it ends, `tail` and all, at `end`. */
  head(at: number, tag: number, end: number): number {
    const length = end - at;
    if (length > this.shortest || tag > 0xff) return this.longHead(at, tag, end);
    const octets = this.room;
    octets[at - 1] = length;
    octets[at - 2] = tag;
    return at - 2;
  }

  private longHead(at: number, tag: number, end: number): number {
    if (this.tail === 0) return this.longHeader(at, tag, end - at);
    this.octet(this.octet(end, 0), 0);
    return this.identifier(this.octet(at, 0x80), tag);
  }

  /** The elements of a SEQUENCE OF, by the function given. */
  sequenceOf<T>(
    end: number,
    tag: number,
    encode: Encode<T>,
    values: readonly T[],
    min = 0,
    max: number = limits.elements,
  ): number {
    const { length } = values;
    if (!(length >= min && length <= max)) throw outside("SEQUENCE OF", "size", min, max);
    let at = end - this.tail;
    for (let i = length - 1; i >= 0; i -= 1) at = encode(this, at, values[i] as T);
    return this.head(at, tag, end);
  }

  null(at: number, tag: number): number {
    return this.header(at, tag, 0);
  }

  boolean(at: number, tag: number, value: boolean): number {
    const octet = value ? this.trueOctet : 0;
    return tag > 0xff ? this.longHeader(this.octet(at, octet), tag, 1) : this.oneOctet(at, tag, octet);
  }

  /** INTEGER or the number of an ENUMERATED. */
  integer(at: number, tag: number, value: number, min = leastInteger, max = greatestInteger): number {
    if (!(value >= min && value <= max)) throw outside("INTEGER", "value", min, max);
    if ((value << 24) >> 24 !== value || tag > 0xff) return this.longInteger(at, tag, value);
    return this.oneOctet(at, tag, value);
  }

  /** The same of a value that is one octet, as its tag is. */
  oneOctet(at: number, tag: number, value: number): number {
    const octets = this.room;
    octets[at - 1] = value;
    octets[at - 2] = 1;
    octets[at - 3] = tag;
    return at - 3;
  }

  private longInteger(at: number, tag: number, value: number): number {
    if (!Number.isInteger(value)) throw new RangeError("INTEGER: not a whole number");
    let start = at - 1;
    this.room[start] = value;
    for (let rest = value; rest < -0x80 || rest > 0x7f; ) {
      rest = Math.floor(rest / 256);
      start -= 1;
      this.room[start] = rest;
    }
    return this.header(start, tag, at - start);
  }

  /** A BIT STRING from the bits set: as many bits as these and `min` need. */
  bits<Name extends string>(
    at: number,
    tag: number,
    value: readonly (Name | number)[],
    numbers: Readonly<Record<Name, number>>,
    min = 0,
    max: number = limits.bits,
  ): number {
    const bits = value.map((bit) => (typeof bit === "number" ? bit : numbers[bit]));
    if (bits.some((bit) => !Number.isInteger(bit) || bit < 0 || bit >= max))
      throw outside("BIT STRING", "bit", 0, max - 1);
    const size = Math.max(min, ...bits.map((bit) => bit + 1));
    const content = new Uint8Array(1 + Math.ceil(size / 8));
    content[0] = content.length * 8 - 8 - size;
    for (const bit of bits) content[1 + (bit >> 3)] = (content[1 + (bit >> 3)] as number) | (0x80 >> (bit & 7));
    return this.octetString(at, tag, content);
  }

  octetString(at: number, tag: number, value: Uint8Array, min = 0, max = Number.POSITIVE_INFINITY): number {
    const { length } = value;
    if (!(length >= min && length <= max)) throw outside("OCTET STRING", "size", min, max);
    return this.header(this.copy(at, value), tag, length);
  }

  numericString(at: number, tag: number, value: string, min?: number, max?: number): number {
    return this.string(at, tag, value, alphabets.NumericString, min, max);
  }

  printableString(at: number, tag: number, value: string, min?: number, max?: number): number {
    return this.string(at, tag, value, alphabets.PrintableString, min, max);
  }

  ia5String(at: number, tag: number, value: string, min?: number, max?: number): number {
    return this.string(at, tag, value, alphabets.IA5String, min, max);
  }

  visibleString(at: number, tag: number, value: string, min?: number, max?: number): number {
    return this.string(at, tag, value, alphabets.VisibleString, min, max);
  }

  /** A character string of a type with one octet a character. */
  private string(at: number, tag: number, value: string, { name, legal }: Alphabet, min = 0, max = Infinity): number {
    const { length } = value;
    const octets = this.room;
    const start = at - length;
    let legalSoFar = 1;
    for (let i = 0; i < length; i += 1) {
      const code = value.charCodeAt(i);
      // A code beyond the table has no number there: no bit.
      legalSoFar &= legal[code] as number;
      octets[start + i] = code;
    }
    if (length < min || length > max) throw outside(name, "size", min, max);
    if (legalSoFar === 0) throw new RangeError(`${name}: a character is outside its alphabet`);
    return this.header(start, tag, length);
  }

  /** OBJECT IDENTIFIER given in dots. */
  objectIdentifier(at: number, tag: number, value: string): number {
    const arcs = joinedArcs(value);
    if (arcs === undefined) throw new RangeError("OBJECT IDENTIFIER: not arcs in dots");
    let start = at;
    for (const arc of arcs.reverse()) {
      start = this.octet(start, arc % 128);
      for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128))
        start = this.octet(start, 0x80 + (rest % 128));
    }
    if (at - start > limits.objectIdentifierOctets) throw new RangeError("OBJECT IDENTIFIER: too many arcs");
    return this.header(start, tag, at - start);
  }

  private copy(at: number, value: Uint8Array): number {
    const octets = this.room;
    const start = at - value.length;
    // A loop: values are short, and `set` takes no offset below 0.
    for (let i = 0; i < value.length; i += 1) octets[start + i] = value[i] as number;
    return start;
  }

  /** Identifier and length of a value whose contents begin at `at`. */
  private header(at: number, tag: number, length: number): number {
    if (length > longestShort || tag > 0xff) return this.longHeader(at, tag, length);
    const octets = this.room;
    octets[at - 1] = length;
    octets[at - 2] = tag;
    return at - 2;
  }

  private longHeader(at: number, tag: number, length: number): number {
    if (length <= longestShort) return this.identifier(this.octet(at, length), tag);
    let start = at;
    for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) start = this.octet(start, rest);
    return this.identifier(this.octet(start, 0x80 + at - start), tag);
  }

  private identifier(at: number, tag: number): number {
    if (tag < 0x100) return this.octet(at, tag);
    const number = Math.floor(tag / 256);
    let start = this.octet(at, number & 0x7f);
    for (let rest = number >> 7; rest > 0; rest >>= 7) start = this.octet(start, 0x80 | (rest & 0x7f));
    return this.octet(start, tag & 0xff);
  }
}

const shared = new Writer();

/** Writes one value in front of `end` and returns where it begins. */
export type Encode<T> = (writer: Writer, end: number, value: T) => number;

const greatestInteger = limits.integer - 1;
const leastInteger = -limits.integer;

const outside = (type: string, what: string, min: number, max: number): RangeError =>
  new RangeError(`${type}: ${what} is outside ${min}..${max}`);
