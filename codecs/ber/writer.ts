import { alphabets, type StringName } from "./alphabet.ts";
import { limits } from "./limits.ts";
import { joinedArcs } from "./object-identifier.ts";

/** What one dialect writes differently from another (both forms are legal BER). */
export interface WriterOptions {
  /** The octet of TRUE: 0xff is what DER asks for, libpri sends 0x01. */
  readonly trueOctet?: 0x01 | 0xff;
  /** `indefinite` only to give back octets that came in that form. */
  readonly lengthForm?: "definite" | "indefinite";
}

/** Twice what a Facility information element holds. */
const usualCapacity = 512;
const none = new Uint8Array(0);

/** The buffer of a writer that is done: allocating one costs more than filling it. One writer has it at a time. */
let spare: Uint8Array | undefined;

function borrow(): Uint8Array {
  const borrowed = spare ?? new Uint8Array(usualCapacity);
  spare = undefined;
  return borrowed;
}

/**
 * Writes BER (X.690) into one growing buffer: minimal definite lengths, minimal INTEGERs.
 * Identifiers are numbers as in `Reader`. A value outside its type is a fault of the caller and throws RangeError;
 * values that come from people pass `fromJson` first.
 */
export class Writer {
  private octets: Uint8Array;
  private at = 0;
  private readonly trueOctet: number;
  private readonly indefinite: boolean;

  /** `capacity`: octets to begin with. */
  constructor(options: WriterOptions = {}, capacity?: number) {
    this.octets = capacity === undefined ? borrow() : new Uint8Array(capacity);
    this.trueOctet = options.trueOctet ?? 0xff;
    this.indefinite = options.lengthForm === "indefinite";
  }

  /** Octets written so far. */
  get length(): number {
    return this.at;
  }

  /** A copy of what was written; the writer is empty again. */
  take(): Uint8Array {
    const written = new Uint8Array(this.at);
    // A loop: for messages of this size it is several times as fast as slice.
    for (let i = 0; i < written.length; i += 1) written[i] = this.octets[i] as number;
    this.at = 0;
    if (this.octets.length <= 2 * usualCapacity) spare = this.octets;
    this.octets = none;
    return written;
  }

  /** Opens a constructed value and returns what `close` needs. One octet is kept free for the length. */
  open(tag: number): number {
    this.identifier(tag);
    if (this.indefinite) this.octets[this.at] = 0x80;
    this.at += 1;
    return this.at;
  }

  /** Closes what `open` opened: fills in its length, or ends the indefinite form. */
  close(start: number): void {
    if (this.indefinite) {
      this.reserve(2);
      this.octets[this.at] = 0;
      this.octets[this.at + 1] = 0;
      this.at += 2;
      return;
    }
    const length = this.at - start;
    if (length < 0x80) this.octets[start - 1] = length;
    else this.longClose(start, length);
  }

  /** Writes a value inside an EXPLICIT tag, by the function given. */
  explicit<T>(tag: number, encode: (writer: Writer, value: T) => void, value: T): void {
    const at = this.open(tag);
    encode(this, value);
    this.close(at);
  }

  /** Writes the elements of a SEQUENCE OF, by the function given. */
  sequenceOf<T>(
    tag: number,
    encode: (writer: Writer, value: T) => void,
    values: readonly T[],
    min = 0,
    max: number = limits.elements,
  ): void {
    if (values.length < min || values.length > max) throw outside("SEQUENCE OF", "size", min, max);
    const at = this.open(tag);
    for (const value of values) encode(this, value);
    this.close(at);
  }

  null(tag: number): void {
    this.header(tag, 0);
  }

  boolean(tag: number, value: boolean): void {
    this.header(tag, 1);
    this.octets[this.at] = value ? this.trueOctet : 0;
    this.at += 1;
  }

  /** INTEGER or the number of an ENUMERATED. */
  integer(tag: number, value: number, min: number = -limits.integer, max: number = limits.integer - 1): void {
    if (!Number.isInteger(value) || value < min || value > max) throw outside("INTEGER", "value", min, max);
    if (value >= 0 && value < 0x80) {
      this.header(tag, 1);
      this.octets[this.at] = value;
      this.at += 1;
      return;
    }
    let count = 1;
    for (let rest = value; rest < -0x80 || rest > 0x7f; rest = Math.floor(rest / 256)) count += 1;
    this.header(tag, count);
    let rest = value;
    for (let i = this.at + count - 1; i >= this.at; i -= 1) {
      this.octets[i] = rest;
      rest = Math.floor(rest / 256);
    }
    this.at += count;
  }

  /** A BIT STRING from the bits set: as many bits as these and `min` need. */
  bits<Name extends string>(
    tag: number,
    value: readonly (Name | number)[],
    numbers: Readonly<Record<Name, number>>,
    min = 0,
    max: number = limits.bits,
  ): void {
    const bits = value.map((bit) => (typeof bit === "number" ? bit : numbers[bit]));
    if (bits.some((bit) => !Number.isInteger(bit) || bit < 0 || bit >= max))
      throw outside("BIT STRING", "bit", 0, max - 1);
    const size = Math.max(min, ...bits.map((bit) => bit + 1));
    const content = new Uint8Array(1 + Math.ceil(size / 8));
    content[0] = content.length * 8 - 8 - size;
    for (const bit of bits) content[1 + (bit >> 3)] = (content[1 + (bit >> 3)] as number) | (0x80 >> (bit & 7));
    this.header(tag, content.length);
    this.copy(content);
  }

  octetString(tag: number, value: Uint8Array, min = 0, max = Number.POSITIVE_INFINITY): void {
    if (value.length < min || value.length > max) throw outside("OCTET STRING", "size", min, max);
    this.header(tag, value.length);
    this.copy(value);
  }

  /** A character string of a type with one octet a character. */
  string(tag: number, value: string, name: StringName, min = 0, max = Number.POSITIVE_INFINITY): void {
    const length = value.length;
    if (length < min || length > max) throw outside(name, "size", min, max);
    this.header(tag, length);
    const alphabet = alphabets[name];
    for (let i = 0; i < length; i += 1) {
      const code = value.charCodeAt(i);
      if (alphabet[code] !== 1) throw new RangeError(`${name}: a character is outside its alphabet`);
      this.octets[this.at + i] = code;
    }
    this.at += length;
  }

  /** OBJECT IDENTIFIER given in dots. */
  objectIdentifier(tag: number, value: string): void {
    const arcs = joinedArcs(value);
    if (arcs === undefined) throw new RangeError("OBJECT IDENTIFIER: not arcs in dots");
    const content: number[] = [];
    for (const arc of arcs) {
      const octets = [arc % 128];
      for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128))
        octets.unshift(0x80 + (rest % 128));
      content.push(...octets);
    }
    if (content.length > limits.objectIdentifierOctets) throw new RangeError("OBJECT IDENTIFIER: too many arcs");
    this.header(tag, content.length);
    this.copy(content);
  }

  /** A whole value as it is, header included. */
  openType(value: Uint8Array): void {
    this.reserve(value.length);
    this.copy(value);
  }

  private header(tag: number, length: number): void {
    this.identifier(tag);
    this.reserve(length + 6);
    if (length >= 0x80) {
      const count = lengthOctets(length);
      this.octets[this.at] = 0x80 + count;
      this.at += 1;
      this.lengthAt(this.at, length, count);
      this.at += count;
      return;
    }
    this.octets[this.at] = length;
    this.at += 1;
  }

  /** Writes the identifier; at least four more octets fit after it. */
  private identifier(tag: number): void {
    this.reserve(10);
    this.octets[this.at] = tag;
    this.at += 1;
    if (tag < 0x100) return;
    const number = Math.floor(tag / 256);
    for (let shift = number > 0x3fff ? 14 : number > 0x7f ? 7 : 0; shift >= 0; shift -= 7) {
      this.octets[this.at] = ((number >> shift) & 0x7f) | (shift > 0 ? 0x80 : 0);
      this.at += 1;
    }
  }

  private longClose(start: number, length: number): void {
    const count = lengthOctets(length);
    this.reserve(count);
    this.octets.copyWithin(start + count, start, this.at);
    this.octets[start - 1] = 0x80 + count;
    this.lengthAt(start, length, count);
    this.at += count;
  }

  private lengthAt(at: number, length: number, count: number): void {
    let rest = length;
    for (let i = at + count - 1; i >= at; i -= 1) {
      this.octets[i] = rest;
      rest >>>= 8;
    }
  }

  private copy(value: ArrayLike<number>): void {
    const octets = this.octets;
    for (let i = 0; i < value.length; i += 1) octets[this.at + i] = value[i] as number;
    this.at += value.length;
  }

  private reserve(count: number): void {
    if (this.at + count <= this.octets.length) return;
    if (this.octets === none) this.octets = borrow();
    if (this.at + count <= this.octets.length) return;
    const grown = new Uint8Array(Math.max(this.octets.length * 2, this.at + count));
    grown.set(this.octets.subarray(0, this.at));
    this.octets = grown;
  }
}

const lengthOctets = (length: number): number =>
  length < 0x100 ? 1 : length < 0x10000 ? 2 : length < 0x1000000 ? 3 : 4;

const outside = (type: string, what: string, min: number, max: number): RangeError =>
  new RangeError(`${type}: ${what} is outside ${min}..${max}`);
