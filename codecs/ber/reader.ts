import { DecodeError, type DecodeErrorCode } from "../error.ts";
import { alphabets, type StringName, textIn } from "./alphabet.ts";
import type { Leniency, Strictness } from "../leniencies.ts";
import type { NamesByNumber } from "./codec.ts";
import { limits } from "./limits.ts";
import { dotted } from "./object-identifier.ts";

/**
 * Reads BER (X.690) from one buffer. Identifiers are numbers: the octet itself or, for a tag number above 30,
 * its first octet plus 256 times the tag number; `enter(0x30)` is a SEQUENCE.
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
  error: DecodeError | undefined = undefined;
  private depth = 0;
  /** Bit n: the value at depth n has the indefinite form, its end-of-contents octets stand at `end`. */
  private indefinite = 0;
  readonly strictness: Strictness | undefined;

  /** Reads `octets` from `at` up to `end`; a value that lies inside a larger buffer keeps its offsets so. */
  constructor(octets: Uint8Array, at = 0, end = octets.length, strictness?: Strictness) {
    this.octets = octets;
    this.strictness = strictness;
    this.at = at;
    this.end = end;
  }

  /** The identifier of the next value without reading it; -1 at the end of the open value or where none is legal. */
  tag(): number {
    if (this.at >= this.end) return -1;
    const first = this.octets[this.at] as number;
    return (first & 0x1f) !== 0x1f ? first : this.longTag(this.at).tag;
  }

  /** Opens a constructed value and returns what `leave` needs; -1 where another tag stands. */
  enter(tag: number): number {
    if (this.depth >= limits.depth) return this.fail("tooDeep") ?? -1;
    const length = this.header(tag);
    if (length === undefined) return -1;
    this.depth += 1;
    const outer = this.end;
    if (length >= 0) this.end = this.at + length;
    else {
      const end = this.endOfContents(this.at, this.depth);
      if (end === undefined) return -1;
      this.end = end;
      this.indefinite |= 1 << this.depth;
    }
    return outer;
  }

  /** Closes the value `enter` opened; octets nobody read are passed over. */
  leave(outer: number): void {
    if (this.at !== this.end) this.allows("fieldsBehindKnown");
    this.at = this.end;
    const bit = 1 << this.depth;
    if ((this.indefinite & bit) !== 0) {
      this.at += 2;
      this.indefinite &= ~bit;
    }
    this.depth -= 1;
    this.end = outer;
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
  integer(tag: number, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): number | undefined {
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
    if (value < min || value > max) return this.fail("badValue", this.at);
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

  /** A view of the content octets, not a copy, where the string is primitive. */
  octetString(tag: number, min = 0, max = Number.POSITIVE_INFINITY): Uint8Array | undefined {
    const start = this.at;
    const value = this.isConstructed(tag) ? this.segments(tag) : this.content(tag);
    if (value === undefined) return undefined;
    if (value.length < min || value.length > max) return this.fail("badValue", start);
    return value;
  }

  /** A character string, one octet a character, of the alphabet its type has. */
  string(tag: number, name: StringName, min = 0, max = Number.POSITIVE_INFINITY): string | undefined {
    const start = this.at;
    if (this.isConstructed(tag)) {
      const joined = this.segments(tag);
      return joined === undefined ? undefined : this.text(joined, 0, joined.length, name, min, max, start);
    }
    const length = this.primitive(tag);
    if (length === undefined) return undefined;
    const value = this.text(this.octets, this.at, this.at + length, name, min, max, start);
    this.at += length;
    return value;
  }

  private text(from: Uint8Array, at: number, end: number, name: StringName, min: number, max: number, start: number) {
    if (end - at < min || end - at > max) return this.fail("badValue", start);
    const value = textIn(alphabets[name], from, at, end);
    if (typeof value === "string") return value;
    return this.fail("badValue", from === this.octets ? value : start);
  }

  /** OBJECT IDENTIFIER in dots, `1.3.12.9.40`. */
  objectIdentifier(tag: number): string | undefined {
    const length = this.primitive(tag);
    if (length === undefined) return undefined;
    if (length === 0) return this.fail("badLength");
    if (length > limits.objectIdentifierOctets) return this.fail("tooLong");
    const end = this.at + length;
    const arcs: number[] = [];
    let arc = 0;
    for (let at = this.at; at < end; at += 1) {
      const octet = this.octets[at] as number;
      // X.690 8.19.2: no leading zero septet.
      if (arc === 0 && octet === 0x80) return this.fail("badValue", at);
      arc = arc * 128 + (octet & 0x7f);
      if (arc >= limits.objectIdentifierArc) return this.fail("tooLong", at);
      if (octet >= 0x80) continue;
      arcs.push(arc);
      arc = 0;
    }
    if ((this.octets[end - 1] as number) >= 0x80) return this.fail("truncated", end);
    this.at = end;
    return dotted(arcs);
  }

  /** One whole value of whatever type, header included, as a view. */
  open(): Uint8Array | undefined {
    const start = this.at;
    if (start >= this.end) return this.fail("missingField");
    const end = this.skip(start, this.depth);
    if (end === undefined) return undefined;
    this.at = end;
    return this.octets.subarray(start, end);
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
    const identifier = this.identifierEnd(this.at);
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
    return (tag & 0x20) === 0 && this.tag() === tag + 0x20;
  }

  private content(tag: number): Uint8Array | undefined {
    const length = this.primitive(tag);
    if (length === undefined) return undefined;
    const start = this.at;
    this.at = start + length;
    return this.octets.subarray(start, this.at);
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
    const length = this.header(tag);
    return length === -1 ? this.fail("badLength") : length;
  }

  /** Reads identifier and length octets; -1 is the indefinite form. The value lies inside the open one. */
  private header(tag: number): number | undefined {
    const octets = this.octets;
    const at = this.at;
    if (at + 1 < this.end && octets[at] === tag) {
      const length = octets[at + 1] as number;
      if (length < 0x80) {
        if (at + 2 + length > this.end) return this.fail("truncated");
        this.at = at + 2;
        return length;
      }
    }
    return this.longHeader(tag);
  }

  private longHeader(tag: number): number | undefined {
    if (this.tag() !== tag) return this.unexpected();
    const after = this.identifierEnd(this.at);
    if (after === undefined) return undefined;
    const length = this.lengthAt(after);
    if (length === undefined) return undefined;
    if (length.value > this.end - length.next) return this.fail("truncated");
    if (length.value < 0 && (tag & 0x20) === 0) return this.fail("badLength", after);
    this.at = length.next;
    return length.value;
  }

  private longTag(at: number): { tag: number; next: number } {
    let number = 0;
    let next = at + 1;
    for (; next < this.end && next - at <= limits.tagOctets; next += 1) {
      const octet = this.octets[next] as number;
      number = number * 128 + (octet & 0x7f);
      if (octet < 0x80) return { tag: (this.octets[at] as number) + number * 256, next: next + 1 };
    }
    return { tag: -1, next };
  }

  private identifierEnd(at: number): number | undefined {
    if (((this.octets[at] as number) & 0x1f) !== 0x1f) return at + 1;
    const { tag, next } = this.longTag(at);
    if (tag >= 0) return next;
    return this.fail(next >= this.end ? "truncated" : "tooLong", at);
  }

  private lengthAt(at: number): { value: number; next: number } | undefined {
    if (at >= this.end) return this.fail("truncated", at);
    const first = this.octets[at] as number;
    if (first < 0x80) return { value: first, next: at + 1 };
    if (first === 0x80) return { value: -1, next: at + 1 };
    const count = first & 0x7f;
    if (count > limits.lengthOctets) return this.fail(first === 0xff ? "badLength" : "tooLong", at);
    if (at + 1 + count > this.end) return this.fail("truncated", at);
    let value = 0;
    for (let i = at + 1; i <= at + count; i += 1) value = value * 256 + (this.octets[i] as number);
    return { value, next: at + 1 + count };
  }

  /** One past the value at `at`. Only the indefinite form is looked into; a definite length is taken at its word. */
  private skip(at: number, depth: number): number | undefined {
    const after = this.identifierEnd(at);
    if (after === undefined) return undefined;
    const length = this.lengthAt(after);
    if (length === undefined) return undefined;
    if (length.value >= 0) {
      if (length.value > this.end - length.next) return this.fail("truncated", at);
      return length.next + length.value;
    }
    if (((this.octets[at] as number) & 0x20) === 0) return this.fail("badLength", after);
    if (depth >= limits.depth) return this.fail("tooDeep", at);
    const end = this.endOfContents(length.next, depth + 1);
    return end === undefined ? undefined : end + 2;
  }

  /** Where the end-of-contents octets stand that end the indefinite form whose content starts at `at`. */
  private endOfContents(at: number, depth: number): number | undefined {
    let next = at;
    for (let count = 0; count <= limits.elements; count += 1) {
      if (next + 1 >= this.end) return this.fail("truncated", next);
      if (this.octets[next] === 0 && this.octets[next + 1] === 0) return next;
      const end = this.skip(next, depth);
      if (end === undefined) return undefined;
      next = end;
    }
    return this.fail("tooMany", next);
  }
}
