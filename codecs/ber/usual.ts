import { type Alphabet, alphabets, textIn } from "./alphabet.ts";
import type { NamesByNumber } from "./codec.ts";
import { limits } from "./limits.ts";
import { firstArcs } from "./object-identifier.ts";
import type { Reader } from "./reader.ts";
import { copyOf } from "../slab.ts";

/**
 * Reads the form of BER that nearly every sender writes: tags of one octet, definite lengths of one octet, primitive
 * strings, the elements of a SEQUENCE in their order and none beyond them. Whatever is not so, or breaks its type,
 * gives undefined and no reason: the caller takes the reader back and reads again with `Reader`, which knows all forms,
 * tells what is wrong and counts leniencies. What is read here needs none of them, and is the value that `Reader` gives.
 *
 * Half the time of `Reader`, because a value is not held against the end of the one around it: it ends where that one
 * ends, or else `reader.at` does not stand where it should. `reader.end` is the end of all.
 */
export function usualContents(r: Reader, tag: number): number {
  const { octets, at } = r;
  const length = octets[at + 1] as number;
  const end = at + 2 + length;
  // Written so that octets that are not there fit nothing.
  if (!(octets[at] === tag && length < 0x80 && end <= r.end)) return 0;
  r.at = at + 2;
  return end;
}

/** One value, by the function given, inside an EXPLICIT tag. */
export function usualExplicit<T>(r: Reader, tag: number, read: (r: Reader) => T | undefined): T | undefined {
  const end = usualContents(r, tag);
  if (end === 0) return undefined;
  const value = read(r);
  return r.at === end ? value : undefined;
}

export function usualSequenceOf<T>(
  r: Reader,
  tag: number,
  read: (r: Reader) => T | undefined,
  min = 0,
  max: number = limits.elements,
): T[] | undefined {
  const end = usualContents(r, tag);
  if (end === 0) return undefined;
  const values: T[] = [];
  while (r.at < end) {
    const value = read(r);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return r.at === end && values.length >= min && values.length <= max ? values : undefined;
}

export function usualNull(r: Reader, tag: number): null | undefined {
  const end = usualContents(r, tag);
  return end === r.at ? null : undefined;
}

export function usualBoolean(r: Reader, tag: number): boolean | undefined {
  const { octets, at } = r;
  if (!(octets[at] === tag && octets[at + 1] === 1 && at + 3 <= r.end)) return undefined;
  r.at = at + 3;
  return octets[at + 2] !== 0;
}

export function usualInteger(
  r: Reader,
  tag: number,
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
): number | undefined {
  const { octets, at } = r;
  if (!(octets[at] === tag && octets[at + 1] === 1 && at + 3 <= r.end)) return usualLongInteger(r, tag, min, max);
  r.at = at + 3;
  const value = ((octets[at + 2] as number) << 24) >> 24;
  return value >= min && value <= max ? value : undefined;
}

function usualLongInteger(r: Reader, tag: number, min: number, max: number): number | undefined {
  const end = usualContents(r, tag);
  const { octets, at } = r;
  if (end - at < 2 || end - at > limits.integerOctets) return undefined;
  let value = ((octets[at] as number) << 24) >> 24;
  // Superfluous octets of sign (X.690 8.3.2) are not usual.
  if (value === ((octets[at + 1] as number) << 24) >> 31) return undefined;
  for (let next = at + 1; next < end; next += 1) value = value * 256 + (octets[next] as number);
  r.at = end;
  return value >= min && value <= max ? value : undefined;
}

/** ENUMERATED without extension. */
export function usualEnumerated<Name extends string>(
  r: Reader,
  tag: number,
  names: NamesByNumber<Name>,
): Name | undefined {
  const { octets, at } = r;
  if (!(octets[at] === tag && octets[at + 1] === 1 && at + 3 <= r.end)) return undefined;
  r.at = at + 3;
  return names[octets[at + 2] as number];
}

/** INTEGER with names, or ENUMERATED with extension. */
export function usualNamed<Name extends string>(
  r: Reader,
  tag: number,
  names: NamesByNumber<Name>,
  min?: number,
  max?: number,
): Name | number | undefined {
  const number = usualInteger(r, tag, min, max);
  return number === undefined ? undefined : (names[number] ?? number);
}

export function usualBits<Name extends string>(
  r: Reader,
  tag: number,
  names: NamesByNumber<Name>,
  max: number = limits.bits,
): (Name | number)[] | undefined {
  const end = usualContents(r, tag);
  const { octets, at } = r;
  const unused = octets[at] as number;
  const size = (end - at - 1) * 8 - unused;
  if (end === 0 || !(unused <= 7 && size >= 0)) return undefined;
  const bits: (Name | number)[] = [];
  for (let bit = 0; bit < size; bit += 1) {
    if ((((octets[at + 1 + (bit >> 3)] as number) << (bit & 7)) & 0x80) === 0) continue;
    if (bit >= max) return undefined;
    bits.push(names[bit] ?? bit);
  }
  r.at = end;
  return bits;
}

export function usualOctetString(r: Reader, tag: number, min = 0, max = Number.POSITIVE_INFINITY) {
  const end = usualContents(r, tag);
  const { octets, at } = r;
  const length = end - at;
  if (end === 0 || length < min || length > max) return undefined;
  r.at = end;
  return copyOf(octets, at, end);
}

export function usualNumericString(r: Reader, tag: number, min?: number, max?: number): string | undefined {
  return usualString(r, tag, alphabets.NumericString, min, max);
}

export function usualPrintableString(r: Reader, tag: number, min?: number, max?: number): string | undefined {
  return usualString(r, tag, alphabets.PrintableString, min, max);
}

export function usualIa5String(r: Reader, tag: number, min?: number, max?: number): string | undefined {
  return usualString(r, tag, alphabets.IA5String, min, max);
}

export function usualVisibleString(r: Reader, tag: number, min?: number, max?: number): string | undefined {
  return usualString(r, tag, alphabets.VisibleString, min, max);
}

function usualString(
  r: Reader,
  tag: number,
  alphabet: Alphabet,
  min = 0,
  max = Number.POSITIVE_INFINITY,
): string | undefined {
  const end = usualContents(r, tag);
  const { octets, at } = r;
  const length = end - at;
  if (end === 0 || length < min || length > max) return undefined;
  r.at = end;
  const value = textIn(alphabet, octets, at, end);
  return typeof value === "string" ? value : undefined;
}

export function usualObjectIdentifier(r: Reader, tag: number): string | undefined {
  const end = usualContents(r, tag);
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
export function usualOpen(r: Reader): Uint8Array | undefined {
  const { octets, at } = r;
  const tag = octets[at] as number;
  if ((tag & 0x1f) === 0x1f) return undefined;
  const end = usualContents(r, tag);
  if (end === 0) return undefined;
  r.at = end;
  return copyOf(octets, at, end);
}
