import type { DecodeError } from "../error.ts";
import { PerReader, bitsFor, perLimits } from "./reader.ts";
import type { Field, PerType, PerValue, Size } from "./type.ts";

/** Octets behind the value are left: what carries it may add to it. */
export function decodePer(type: PerType, octets: Uint8Array): PerValue | DecodeError {
  const reader = new PerReader(octets);
  const value = read(type, reader, 0);
  return reader.error ?? value;
}

type Kind = PerType["kind"];
type Of<K extends Kind> = Extract<PerType, { readonly kind: K }>;
type Read<K extends Kind> = (type: Of<K>, reader: PerReader, depth: number) => PerValue;

/** ONE table: how each kind of type is read. */
const kinds: { readonly [K in Kind]: Read<K> } = {
  /** X.691 11. */
  boolean: (_type, reader) => reader.bit(),
  /** X.691 17. */
  null: () => null,
  /** X.691 23. */
  objectIdentifier: (_type, reader) => reader.objectIdentifier(),
  /** X.691 12. */
  integer: ({ from, to }, reader) => from + reader.constrained(to - from + 1),
  octetString: readOctetString,
  string: readString,
  sequenceOf: readSequenceOf,
  sequence: readSequence,
  choice: readChoice,
};

function read(type: PerType, reader: PerReader, depth: number): PerValue {
  if (depth > perLimits.depth) reader.fail("tooDeep");
  if (reader.error) return null;
  return (kinds[type.kind] as Read<Kind>)(type, reader, depth + 1);
}

/** X.691 16: a fixed size has no length; up to two octets of it are bits. */
function readOctetString({ size }: Of<"octetString">, reader: PerReader): PerValue {
  const length = lengthOf(size, reader);
  if (size === undefined || size.from !== size.to || length > 2) return reader.take(length);
  return Uint8Array.from({ length }, () => reader.bits(8));
}

/** X.691 27.5: what fits in 16 bits is not aligned. */
function readString({ bits, alphabet, size }: Of<"string">, reader: PerReader): PerValue {
  const length = lengthOf(size, reader);
  const isShort = size !== undefined && size.to * bits < (size.from === size.to ? 17 : 16);
  if (!isShort) reader.align();
  let text = "";
  for (let at = 0; at < length && !reader.error; at += 1) {
    const value = reader.bits(bits);
    const character = alphabet === undefined ? String.fromCharCode(value) : alphabet[value];
    if (character === undefined) reader.fail("badValue");
    text += character ?? "";
  }
  return text;
}

function lengthOf(size: Size | undefined, reader: PerReader): number {
  return size === undefined ? reader.length() : size.from + reader.constrained(size.to - size.from + 1);
}

/** X.691 19. */
function readSequenceOf({ of }: Of<"sequenceOf">, reader: PerReader, depth: number): PerValue {
  const count = reader.length();
  if (count > perLimits.elements) reader.fail("tooMany");
  const values: PerValue[] = [];
  while (values.length < count && !reader.error) values.push(read(of, reader, depth));
  return values;
}

/** X.691 18. */
function readSequence({ fields, additions }: Of<"sequence">, reader: PerReader, depth: number): PerValue {
  const isExtended = additions !== undefined && reader.bit();
  const optional = fields.filter((field) => field.optional);
  const present = new Set(optional.filter(() => reader.bit()));
  const value: Record<string, PerValue> = {};
  for (const field of fields) {
    if (field.type && (!field.optional || present.has(field))) value[field.name] = read(field.type, reader, depth);
  }
  if (isExtended) readAdditions(additions, reader, depth, value);
  return value;
}

/** X.691 18.7 to 18.9. Whose version is newer has more additions: the wire says how many bits there are. */
function readAdditions(
  additions: readonly Field[],
  reader: PerReader,
  depth: number,
  value: Record<string, PerValue>,
): void {
  const count = reader.small() + 1;
  if (count > perLimits.additions) reader.fail("tooMany");
  const present = Array.from({ length: reader.error ? 0 : count }, () => reader.bit());
  for (const [at, isPresent] of present.entries()) {
    if (isPresent && !reader.error) readOpen(additions[at], at, reader, depth, value);
  }
}

/** X.691 22. */
function readChoice({ alternatives, additions }: Of<"choice">, reader: PerReader, depth: number): PerValue {
  const value: Record<string, PerValue> = {};
  if (additions !== undefined && reader.bit()) {
    const at = reader.small();
    readOpen(additions[at], at, reader, depth, value);
    return value;
  }
  const chosen = alternatives[alternatives.length > 1 ? reader.bits(bitsFor(alternatives.length)) : 0];
  if (chosen?.type === undefined) reader.fail("badValue");
  else value[chosen.name] = read(chosen.type, reader, depth);
  return value;
}

/** A value in an open type. Without a type of ours its octets stay, under its name or its number. */
function readOpen(
  field: Field | undefined,
  at: number,
  reader: PerReader,
  depth: number,
  value: Record<string, PerValue>,
): void {
  const octets = reader.open();
  if (reader.error) return;
  const name = field?.name ?? `addition${at}`;
  if (field?.type === undefined) {
    value[name] = octets;
    return;
  }
  const inner = new PerReader(octets);
  value[name] = read(field.type, inner, depth);
  if (inner.error) reader.fail(inner.error.code, name);
}
