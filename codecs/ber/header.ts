import { limits } from "./limits.ts";
import type { DecodeErrorCode } from "../error.ts";
import type { Leniency } from "../leniencies.ts";

/** What of a `Reader` is needed here. */
interface Source {
  readonly octets: Uint8Array;
  readonly end: number;
  allows(leniency: Leniency, at: number): boolean;
  fail(code: DecodeErrorCode, at: number): undefined;
}

/** A first septet of a tag number that says nothing. */
const padding = 0x80;

/** Identifiers of more than one octet (X.690 8.1.2.4): the tag as `Reader` counts it, -1 where there is none. */
export function longTag(reader: Source, at: number): { tag: number; next: number } {
  const { octets, end } = reader;
  if (octets[at + 1] === padding && !reader.allows("paddedTag", at + 1)) return { tag: -1, next: at + 1 };
  let number = 0;
  let next = at + 1;
  for (; next < end && next - at <= limits.tagOctets; next += 1) {
    const octet = octets[next] as number;
    number = number * 128 + (octet & 0x7f);
    if (octet < 0x80) return { tag: (octets[at] as number) + number * 256, next: next + 1 };
  }
  return { tag: -1, next };
}

/** One past the identifier at `at`. */
export function identifierEnd(reader: Source, at: number): number | undefined {
  if (((reader.octets[at] as number) & 0x1f) !== 0x1f) return at + 1;
  const { tag, next } = longTag(reader, at);
  if (tag >= 0) return next;
  return reader.fail(next >= reader.end ? "truncated" : "tooLong", at);
}

/** The length octets at `at` (X.690 8.1.3); -1 is the indefinite form. */
export function lengthAt(reader: Source, at: number): { value: number; next: number } | undefined {
  if (at >= reader.end) return reader.fail("truncated", at);
  const first = reader.octets[at] as number;
  if (first < 0x80) return { value: first, next: at + 1 };
  if (first === 0x80) return { value: -1, next: at + 1 };
  const count = first & 0x7f;
  if (count > limits.lengthOctets) return reader.fail(first === 0xff ? "badLength" : "tooLong", at);
  if (at + 1 + count > reader.end) return reader.fail("truncated", at);
  let value = 0;
  for (let i = at + 1; i <= at + count; i += 1) value = value * 256 + (reader.octets[i] as number);
  return { value, next: at + 1 + count };
}

/** One past the value at `at`. Only the indefinite form is looked into; a definite length is taken at its word. */
export function skip(reader: Source, at: number, depth: number): number | undefined {
  const after = identifierEnd(reader, at);
  if (after === undefined) return undefined;
  const length = lengthAt(reader, after);
  if (length === undefined) return undefined;
  if (length.value >= 0) {
    if (length.value > reader.end - length.next) return reader.fail("truncated", at);
    return length.next + length.value;
  }
  if (((reader.octets[at] as number) & 0x20) === 0) return reader.fail("badLength", after);
  if (depth >= limits.depth) return reader.fail("tooDeep", at);
  const end = endOfContents(reader, length.next, depth + 1);
  return end === undefined ? undefined : end + 2;
}

/** Where the end-of-contents octets stand that end the indefinite form whose content starts at `at`. */
export function endOfContents(reader: Source, at: number, depth: number): number | undefined {
  let next = at;
  for (let count = 0; count <= limits.elements; count += 1) {
    if (next + 1 >= reader.end) return reader.fail("truncated", next);
    if (reader.octets[next] === 0 && reader.octets[next + 1] === 0) return next;
    const end = skip(reader, next, depth);
    if (end === undefined) return undefined;
    next = end;
  }
  return reader.fail("tooMany", next);
}
