import type { DecodeError } from "../error.ts";
import { type NamesByNumber, Reader } from "./reader.ts";
import type { Type } from "./type.ts";
import { type Encode, Writer, type WriterOptions } from "./writer.ts";

/**
 * One ASN.1 type as a value, so that tables can hold it. Methods, not properties: a `Codec<CcRequestArg>` is then
 * also a `Codec<unknown>`, which is what a table of operations needs.
 */
export interface Codec<T> {
  readonly name: string;
  /** The type itself, for JSON and for tools. */
  readonly type: Type;
  /** Writes one value in front of `end` and returns where it begins. */
  encode(writer: Writer, end: number, value: T): number;
  /** Reads one value from where the reader stands. */
  decode(reader: Reader): T | DecodeError;
  /** The same, undefined where it fails: the reader says why. */
  read(reader: Reader): T | undefined;
  /** The same of the usual form only; undefined where `read` has to (see `codecs/ber/usual.ts`). */
  usual(reader: Reader): T | undefined;
}

/** While a decoder fills it in. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

type KeyOf<T> = T extends unknown ? keyof T : never;

/** A CHOICE as an object of which one member is there. */
export type Alternatives<T> = { readonly [K in KeyOf<T>]?: Extract<T, { readonly [Name in K]: unknown }>[K] };

/** A value of a CHOICE has none of its alternatives: the caller's mistake. */
export function noAlternative(type: string): RangeError {
  return new RangeError(`${type}: the value has none of the alternatives`);
}

/** Puts the functions of one type together; `read` is undefined where it fails, and the reader says why. */
export function codec<T>(
  name: string,
  encode: Encode<T>,
  read: (reader: Reader) => T | undefined,
  usual: (reader: Reader) => T | undefined,
  type: Type,
): Codec<T> {
  const decode = (reader: Reader): T | DecodeError => {
    const { at } = reader;
    const value = usual(reader);
    if (value !== undefined) return value;
    reader.at = at;
    const other = read(reader);
    return other === undefined ? reader.failure(name) : other;
  };
  return { name, type, encode, decode, read, usual };
}

/** Reads octets that hold exactly one value. */
export function decodeOctets<T>(codec: Codec<T>, octets: Uint8Array): T | DecodeError {
  const reader = new Reader(octets);
  const value = codec.decode(reader);
  if (reader.error !== undefined || reader.at === octets.length) return value;
  reader.fail("trailingOctets");
  return reader.failure(codec.name);
}

export function encodeOctets<T>(codec: Codec<T>, value: T, options: WriterOptions = {}): Uint8Array {
  const writer = Writer.shared(options);
  let octets: Uint8Array | undefined;
  while (octets === undefined) octets = writer.take(codec.encode(writer, writer.end, value));
  return octets;
}

export function namesOf<Name extends string>(numbers: Readonly<Record<Name, number>>): NamesByNumber<Name> {
  const names: (Name | undefined)[] = [];
  for (const name in numbers) names[numbers[name]] = name;
  return names;
}
