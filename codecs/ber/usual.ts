import { type Alphabet, alphabets, textIn } from "./alphabet.ts";
import type { NamesByNumber } from "./reader.ts";
import { limits } from "./limits.ts";
import { firstArcs } from "./object-identifier.ts";
import type { Reader } from "./reader.ts";
import { copyOf } from "../slab.ts";

// Reads the form of BER that nearly every sender writes: tags of one octet, definite lengths of one octet, primitive
// strings, the elements of a SEQUENCE in their order and none beyond them. Whatever is not so, or breaks its type,
// gives undefined and no reason: the caller takes the reader back and reads again with its methods, which know all
// forms, tell what is wrong and count leniencies. What is read here needs none of them, and is the same value.
//
// It takes half the time, because a value is not held against the end of the one around it: that one ends where its
// last value does, or else `reader.at` stands elsewhere. `reader.end` is the end of all.

/** Enters a constructed value, or a primitive one; the end of its contents, 0 where another or no whole one stands. */
export function contents(r: Reader, tag: number): number {
  const { octets, at } = r;
  const length = octets[at + 1] as number;
  const end = at + 2 + length;
  // Written so that octets that are not there fit nothing.
  if (!(octets[at] === tag && length < 0x80 && end <= r.end)) return 0;
  r.at = at + 2;
  return end;
}

/** One value, by the function given, inside an EXPLICIT tag. */
export function explicit<T>(r: Reader, tag: number, read: (r: Reader) => T | undefined): T | undefined {
  const end = contents(r, tag);
  if (end === 0) return undefined;
  const value = read(r);
  return r.at === end ? value : undefined;
}

export function sequenceOf<T>(
  r: Reader,
  tag: number,
  read: (r: Reader) => T | undefined,
  min = 0,
  max: number = limits.elements,
): T[] | undefined {
  const end = contents(r, tag);
  if (end === 0) return undefined;
  const values: T[] = [];
  while (r.at < end) {
    const value = read(r);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return r.at === end && values.length >= min && values.length <= max ? values : undefined;
}

function nullValue(r: Reader, tag: number): null | undefined {
  const end = contents(r, tag);
  return end !== 0 && end === r.at ? null : undefined;
}

export function boolean(r: Reader, tag: number): boolean | undefined {
  const { octets, at } = r;
  if (!(octets[at] === tag && octets[at + 1] === 1 && at + 3 <= r.end)) return undefined;
  r.at = at + 3;
  return octets[at + 2] !== 0;
}

export function integer(
  r: Reader,
  tag: number,
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
): number | undefined {
  const { octets, at } = r;
  if (!(octets[at] === tag && octets[at + 1] === 1 && at + 3 <= r.end)) return longInteger(r, tag, min, max);
  r.at = at + 3;
  const value = ((octets[at + 2] as number) << 24) >> 24;
  return value >= min && value <= max ? value : undefined;
}

function longInteger(r: Reader, tag: number, min: number, max: number): number | undefined {
  const end = contents(r, tag);
  const { octets, at } = r;
  if (end - at < 2 || end - at > limits.integerOctets) return undefined;
  let value = ((octets[at] as number) << 24) >> 24;
  // Superfluous octets of sign (X.690 8.3.2) are not usual.
  if (value === ((octets[at + 1] as number) << 24) >> 31) return undefined;
  for (let next = at + 1; next < end; next += 1) value = value * 256 + (octets[next] as number);
  r.at = end;
  return value >= min && value <= max ? value : undefined;
}

export { nullValue as null };

/** ENUMERATED without extension. */
export function enumerated<Name extends string>(r: Reader, tag: number, names: NamesByNumber<Name>): Name | undefined {
  const { octets, at } = r;
  if (!(octets[at] === tag && octets[at + 1] === 1 && at + 3 <= r.end)) return undefined;
  r.at = at + 3;
  return names[octets[at + 2] as number];
}

/** INTEGER with names, or ENUMERATED with extension. */
export function named<Name extends string>(
  r: Reader,
  tag: number,
  names: NamesByNumber<Name>,
  min?: number,
  max?: number,
): Name | number | undefined {
  const number = integer(r, tag, min, max);
  return number === undefined ? undefined : (names[number] ?? number);
}

export function bits<Name extends string>(
  r: Reader,
  tag: number,
  names: NamesByNumber<Name>,
  max: number = limits.bits,
): (Name | number)[] | undefined {
  const end = contents(r, tag);
  const { octets, at } = r;
  const unused = octets[at] as number;
  const size = (end - at - 1) * 8 - unused;
  if (end === 0 || !(unused <= 7 && size >= 0)) return undefined;
  const set: (Name | number)[] = [];
  for (let bit = 0; bit < size; bit += 1) {
    if ((((octets[at + 1 + (bit >> 3)] as number) << (bit & 7)) & 0x80) === 0) continue;
    if (bit >= max) return undefined;
    set.push(names[bit] ?? bit);
  }
  r.at = end;
  return set;
}

export function octetString(r: Reader, tag: number, min = 0, max = Number.POSITIVE_INFINITY) {
  const end = contents(r, tag);
  const { octets, at } = r;
  const length = end - at;
  if (end === 0 || length < min || length > max) return undefined;
  r.at = end;
  return copyOf(octets, at, end);
}

export function numericString(r: Reader, tag: number, min?: number, max?: number): string | undefined {
  return string(r, tag, alphabets.NumericString, min, max);
}

export function printableString(r: Reader, tag: number, min?: number, max?: number): string | undefined {
  return string(r, tag, alphabets.PrintableString, min, max);
}

export function ia5String(r: Reader, tag: number, min?: number, max?: number): string | undefined {
  return string(r, tag, alphabets.IA5String, min, max);
}

export function visibleString(r: Reader, tag: number, min?: number, max?: number): string | undefined {
  return string(r, tag, alphabets.VisibleString, min, max);
}

function string(
  r: Reader,
  tag: number,
  alphabet: Alphabet,
  min = 0,
  max = Number.POSITIVE_INFINITY,
): string | undefined {
  const end = contents(r, tag);
  const { octets, at } = r;
  const length = end - at;
  if (end === 0 || length < min || length > max) return undefined;
  r.at = end;
  const value = textIn(alphabet, octets, at, end);
  return typeof value === "string" ? value : undefined;
}

export function objectIdentifier(r: Reader, tag: number): string | undefined {
  const end = contents(r, tag);
  const { octets } = r;
  let text = "";
  let arc = 0;
  let isOpen = true;
  for (; r.at < end; r.at += 1) {
    const octet = octets[r.at] as number;
    if (arc === 0 && octet === 0x80) return undefined;
    arc = arc * 128 + (octet & 0x7f);
    if (arc >= limits.objectIdentifierArc) return undefined;
    isOpen = octet >= 0x80;
    if (isOpen) continue;
    text = text === "" ? firstArcs(arc) : `${text}.${arc}`;
    arc = 0;
  }
  return isOpen ? undefined : text;
}

/** One whole value of whatever type, header included, as a copy. */
export function open(r: Reader): Uint8Array | undefined {
  const { octets, at } = r;
  const tag = octets[at] as number;
  if ((tag & 0x1f) === 0x1f) return undefined;
  const end = contents(r, tag);
  if (end === 0) return undefined;
  r.at = end;
  return copyOf(octets, at, end);
}
