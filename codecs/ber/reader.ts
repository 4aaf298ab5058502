import { DecodeError, type DecodeErrorCode } from "../error.ts";
import { type Alphabet, alphabets, textIn } from "./alphabet.ts";
import type { Leniency, Strictness } from "../leniencies.ts";
import { copyOf } from "../slab.ts";
import { endOfContents, identifierEnd, lengthAt, longTag, skip } from "./header.ts";
import { limits } from "./limits.ts";
import { firstArcs } from "./object-identifier.ts";

/** The names of named numbers, by number. */
export type NamesByNumber<Name extends string> = readonly (Name | undefined)[];

/**
 * Reads every form of BER (X.690) from one buffer; `usual.ts` reads the usual form in half the time. Identifiers are
 * numbers: the octet itself or, for a tag number above 30, its first octet plus 256 times the tag number; `enter(0x30)`
 * is a SEQUENCE.
 *
 * A method that fails returns `undefined` (`enter`: -1, `tag`: -1 at the end), keeps the first error in `error`, and
 * the reader is spent. Offsets count from the start of `octets`.
 *
 * What is accepted beyond the minimal form: indefinite and non-minimal lengths, constructed strings, any non-zero TRUE
 * (all legal BER). What is accepted beyond the standard: `codecs/leniencies.ts`.
 */
export class Reader {
  readonly octets: Uint8Array;
  /** The next octet. */
  at: number;
  /** One past the last octet of the value that is open. */
  end: number;
  error: DecodeError | undefined;
  /** How many values are open. */
  depth: number;
  /** Bit n: the value at depth n has the indefinite form, its end-of-contents octets stand at `end`. */
  private indefinite: number;
  readonly strictness: Strictness | undefined;

  /** Reads `octets` from `at` up to `end`; a value that lies inside a larger buffer keeps its offsets so. */
  constructor(octets: Uint8Array, at = 0, end = octets.length, strictness?: Strictness) {
    this.octets = octets;
    this.at = at;
    this.end = end;
    // Here and not where they stand: fields with a value of their own take V8 another call.
    this.error = undefined;
    this.depth = 0;
    this.indefinite = 0;
    this.strictness = strictness;
  }

  /** The identifier of the next value without reading it; -1 at the end of the open value or where none is legal. */
  tag(): number {
    if (this.at >= this.end) return -1;
    const first = this.octets[this.at] as number;
    return (first & 0x1f) !== 0x1f ? first : longTag(this, this.at).tag;
  }

  /** Opens a constructed value and returns what `leave` needs; -1 where another tag stands. */
  enter(tag: number): number {
    const { octets, at, end } = this;
    const contents = at + 2;
    const length = octets[at + 1] as number;
    if (octets[at] === tag && length < 0x80 && contents + length <= end && this.depth < limits.depth) {
      this.at = contents;
      this.end = contents + length;
      this.depth += 1;
      return end;
    }
    return this.longEnter(tag);
  }

  private longEnter(tag: number): number {
    if (this.depth >= limits.depth) return this.fail("tooDeep") ?? -1;
    const length = this.header(tag);
    if (length === undefined) return -1;
    this.depth += 1;
    const outer = this.end;
    if (length >= 0) this.end = this.at + length;
    else {
      const end = endOfContents(this, this.at, this.depth);
      if (end === undefined) return -1;
      this.end = end;
      this.indefinite |= 1 << this.depth;
    }
    return outer;
  }

  /** Closes the value `enter` opened; octets nobody read are passed over. */
  leave(outer: number): void {
    if (this.at !== this.end) this.passOver();
    if (this.indefinite !== 0) this.passEndOfContents();
    this.depth -= 1;
    this.end = outer;
  }

  private passOver(): void {
    this.allows("fieldsBehindKnown");
    this.at = this.end;
  }

  private passEndOfContents(): void {
    const bit = 1 << this.depth;
    if ((this.indefinite & bit) !== 0) this.at += 2;
    this.indefinite &= ~bit;
  }

  /** Reads a value inside an EXPLICIT tag: exactly one, by the function given. */
  explicit<T>(tag: number, read: (reader: Reader) => T | undefined): T | undefined {
    const outer = this.enter(tag);
    if (outer < 0) return undefined;
    const value = read(this);
    if (value === undefined) return undefined;
    if (this.at !== this.end) return this.fail("trailingOctets");
    this.leave(outer);
    return value;
  }

  /** The elements of a SEQUENCE OF, by the function given. */
  sequenceOf<T>(tag: number, read: (reader: Reader) => T | undefined, min = 0, max: number = limits.elements) {
    const start = this.at;
    const outer = this.enter(tag);
    if (outer < 0) return undefined;
    const values: T[] = [];
    while (this.at < this.end) {
      if (values.length >= max) return this.fail("tooMany");
      const value = read(this);
      if (value === undefined) return this.under(String(values.length));
      values.push(value);
    }
    if (values.length < min) return this.fail("badValue", start);
    this.leave(outer);
    return values;
  }

  null(tag: number): null | undefined {
    const length = this.primitive(tag);
    if (length === undefined) return undefined;
    return length === 0 ? null : this.fail("badLength");
  }

  boolean(tag: number): boolean | undefined {
    const length = this.primitive(tag);
    if (length === undefined) return undefined;
    if (length !== 1) return this.fail("badLength");
    const octet = this.octets[this.at] as number;
    this.at += 1;
    return octet !== 0;
  }

  /** INTEGER or the number of an ENUMERATED, two's complement. */
  integer(tag: number, min?: number, max?: number): number | undefined {
    const { octets, at } = this;
    if (octets[at] !== tag || octets[at + 1] !== 1 || at + 3 > this.end) return this.longInteger(tag, min, max);
    const value = ((octets[at + 2] as number) << 24) >> 24;
    if ((min !== undefined && value < min) || (max !== undefined && value > max)) return this.fail("badValue", at + 2);
    this.at = at + 3;
    return value;
  }

  private longInteger(tag: number, min?: number, max?: number): number | undefined {
    const start = this.at;
    const length = this.primitive(tag);
    if (length === undefined) return undefined;
    if (length === 0) return this.fail("badLength");
    if (length > limits.integerOctets) return this.fail("tooLong", start);
    const octets = this.octets;
    const end = this.at + length;
    let value = ((octets[this.at] as number) << 24) >> 24;
    if (length > 1 && (value === 0 || value === -1) && !this.isMinimal(value)) return undefined;
    for (let at = this.at + 1; at < end; at += 1) value = value * 256 + (octets[at] as number);
    if ((min !== undefined && value < min) || (max !== undefined && value > max)) {
      return this.fail("badValue", this.at);
    }
    this.at = end;
    return value;
  }

  /** ENUMERATED without extension: a number without a name is no value. */
  enumerated<Name extends string>(tag: number, names: NamesByNumber<Name>): Name | undefined {
    const start = this.at;
    const number = this.integer(tag);
    if (number === undefined) return undefined;
    return names[number] ?? this.fail("badValue", start);
  }

  /** INTEGER with names, or ENUMERATED with extension: the number stays where it has no name. */
  named<Name extends string>(tag: number, names: NamesByNumber<Name>, min?: number, max?: number) {
    const number = this.integer(tag, min, max);
    return number === undefined ? undefined : (names[number] ?? number);
  }

  /**
   * The bits set of a BIT STRING with names, ascending; one without a name as its number. Zero bits at the end mean
   * nothing (X.680 22.7): `max` counts up to the last bit set. The constructed form is refused.
   */
  bits<Name extends string>(tag: number, names: NamesByNumber<Name>, max: number = limits.bits) {
    const start = this.at;
    const content = this.content(tag);
    if (content === undefined) return undefined;
    const unused = content[0] ?? 8;
    const size = content.length * 8 - 8 - unused;
    if (unused > 7 || size < 0) return this.fail("badValue", start);
    const bits: (Name | number)[] = [];
    for (let bit = 0; bit < size; bit += 1) {
      if ((((content[1 + (bit >> 3)] as number) << (bit & 7)) & 0x80) === 0) continue;
      if (bit >= max) return this.fail("badValue", start);
      bits.push(names[bit] ?? bit);
    }
    return bits;
  }

  /** A copy of the content octets. */
  octetString(tag: number, min = 0, max?: number): Uint8Array | undefined {
    const start = this.at;
    const value = this.isConstructed(tag) ? this.segments(tag) : this.content(tag);
    if (value === undefined) return undefined;
    if (value.length < min || (max !== undefined && value.length > max)) return this.fail("badValue", start);
    return value;
  }

  numericString(tag: number, min?: number, max?: number): string | undefined {
    return this.string(tag, alphabets.NumericString, min, max);
  }

  printableString(tag: number, min?: number, max?: number): string | undefined {
    return this.string(tag, alphabets.PrintableString, min, max);
  }

  ia5String(tag: number, min?: number, max?: number): string | undefined {
    return this.string(tag, alphabets.IA5String, min, max);
  }

  visibleString(tag: number, min?: number, max?: number): string | undefined {
    return this.string(tag, alphabets.VisibleString, min, max);
  }

  /** A character string, one octet a character, of the alphabet its type has. */
  private string(tag: number, alphabet: Alphabet, min = 0, max?: number): string | undefined {
    const start = this.at;
    if (this.isConstructed(tag)) return this.joinedString(tag, alphabet, min, max);
    const length = this.primitive(tag);
    if (length === undefined) return undefined;
    if (length < min || (max !== undefined && length > max)) return this.fail("badValue", start);
    const end = this.at + length;
    const value = textIn(alphabet, this.octets, this.at, end);
    if (typeof value !== "string") return this.fail("badValue", value);
    this.at = end;
    return value;
  }

  private joinedString(tag: number, alphabet: Alphabet, min: number, max?: number): string | undefined {
    const start = this.at;
    const joined = this.segments(tag);
    if (joined === undefined) return undefined;
    const value = textIn(alphabet, joined, 0, joined.length);
    const fits = joined.length >= min && (max === undefined || joined.length <= max);
    return typeof value === "string" && fits ? value : this.fail("badValue", start);
  }

  /** OBJECT IDENTIFIER in dots, `1.3.12.9.40`. */
  objectIdentifier(tag: number): string | undefined {
    const length = this.primitive(tag);
    if (length === undefined) return undefined;
    if (length === 0) return this.fail("badLength");
    if (length > limits.objectIdentifierOctets) return this.fail("tooLong");
    const end = this.at + length;
    let text = "";
    let arc = 0;
    for (let at = this.at; at < end; at += 1) {
      const octet = this.octets[at] as number;
      // X.690 8.19.2: no leading zero septet.
      if (arc === 0 && octet === 0x80) return this.fail("badValue", at);
      arc = arc * 128 + (octet & 0x7f);
      if (arc >= limits.objectIdentifierArc) return this.fail("tooLong", at);
      if (octet >= 0x80) continue;
      text = text === "" ? firstArcs(arc) : `${text}.${arc}`;
      arc = 0;
    }
    if ((this.octets[end - 1] as number) >= 0x80) return this.fail("truncated", end);
    this.at = end;
    return text;
  }

  /** One whole value of whatever type, header included, as a copy. */
  open(): Uint8Array | undefined {
    const start = this.at;
    if (start >= this.end) return this.fail("missingField");
    const end = skip(this, start, this.depth);
    if (end === undefined) return undefined;
    this.at = end;
    return copyOf(this.octets, start, end);
  }

  /** Goes back to where it stood at this depth, its error forgotten: another way of reading follows. */
  rewind(at: number, end: number, depth: number): void {
    this.at = at;
    this.end = end;
    this.depth = depth;
    this.indefinite &= (2 << depth) - 1;
    this.error = undefined;
  }

  /** Keeps the first error and returns undefined, so that `return reader.fail(...)` ends a decoder. */
  fail(code: DecodeErrorCode, offset = this.at): undefined {
    this.error ??= new DecodeError(code, offset);
    return undefined;
  }

  /** An element that must come once comes again. */
  repeated(): undefined {
    return this.fail("unexpectedTag");
  }

  /** The next value has a tag that is not due: `missingField` at the end of the open value. */
  unexpected(): undefined {
    if (this.at >= this.end) return this.fail("missingField");
    const identifier = identifierEnd(this, this.at);
    return identifier === undefined ? undefined : this.fail("unexpectedTag");
  }

  /** Puts the name of the field being read in front of the error's path. */
  under(field: string): undefined {
    const e = this.error;
    if (e !== undefined) this.error = new DecodeError(e.code, e.offset, e.path === "" ? field : `${field}.${e.path}`);
    return undefined;
  }

  /** The error, told from the type a caller asked for. */
  failure(type: string): DecodeError {
    this.under(type);
    return this.error ?? new DecodeError("badValue", this.at, type);
  }

  /** Notes that what stands at `offset` needs this leniency; false, and the reader failed, where it is refused. */
  allows(leniency: Leniency, offset = this.at): boolean {
    if (this.strictness === undefined || this.strictness.allows(leniency)) return true;
    this.error ??= new DecodeError("notStrict", offset, leniency);
    return false;
  }

  /** X.690 8.3.2: a first octet of nothing but sign is there because the second would say another sign. */
  private isMinimal(sign: number): boolean {
    const second = (this.octets[this.at + 1] as number) >> 7;
    return second !== -sign || this.allows("superfluousIntegerOctets");
  }

  private isConstructed(tag: number): boolean {
    if (this.octets[this.at] === (tag & 0xff)) return false;
    return (tag & 0x20) === 0 && this.tag() === tag + 0x20;
  }

  private content(tag: number): Uint8Array | undefined {
    const length = this.primitive(tag);
    if (length === undefined) return undefined;
    const start = this.at;
    this.at = start + length;
    return copyOf(this.octets, start, this.at);
  }

  /** A string in the constructed form (X.690 8.7.3): segments one after another, themselves possibly constructed. */
  private segments(tag: number): Uint8Array | undefined {
    const outer = this.enter(tag + 0x20);
    if (outer < 0) return undefined;
    const parts: number[] = [];
    while (this.at < this.end) {
      const segment = this.isConstructed(0x04) ? this.segments(0x04) : this.content(0x04);
      if (segment === undefined) return undefined;
      for (const octet of segment) parts.push(octet);
    }
    this.leave(outer);
    return Uint8Array.from(parts);
  }

  /** Reads the header of a primitive value and returns its length. */
  private primitive(tag: number): number | undefined {
    const { octets, at } = this;
    const length = octets[at + 1] as number;
    if (octets[at] === tag && length < 0x80 && at + 2 + length <= this.end) {
      this.at = at + 2;
      return length;
    }
    const long = this.header(tag);
    return long === -1 ? this.fail("badLength") : long;
  }

  /** Reads identifier and length octets; -1 is the indefinite form. The value lies inside the open one. */
  private header(tag: number): number | undefined {
    if (this.tag() !== tag) return this.unexpected();
    const after = identifierEnd(this, this.at);
    if (after === undefined) return undefined;
    const length = lengthAt(this, after);
    if (length === undefined) return undefined;
    if (length.value > this.end - length.next) return this.fail("truncated");
    if (length.value < 0 && (tag & 0x20) === 0) return this.fail("badLength", after);
    this.at = length.next;
    return length.value;
  }
}
