import type { DecodeError } from "../error.ts";
import { PerReader, bitsFor, perLimits } from "./reader.ts";
import { additionBits, type Field, type PerType, type PerValue, type Size } from "./type.ts";

/** Octets behind the value are left: what carries it may add to it. */
export function decodePer<Value>(type: PerType<Value>, octets: Uint8Array): Value | DecodeError {
  return readPer(type, new PerReader(octets));
}

/** As `decodePer`, from where the reader stands. */
export function readPer<Value>(type: PerType<Value>, reader: PerReader): Value | DecodeError {
  const value = read(type, reader, 0);
  return reader.error ?? (value as Value);
}

type Kind = PerType["kind"];
type Of<K extends Kind> = Extract<PerType<unknown>, { readonly kind: K }>;
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
  integer: readInteger,
  enumerated: readEnumerated,
  octetString: readOctetString,
  string: readString,
  sequenceOf: readSequenceOf,
  sequence: readSequence,
  choice: readChoice,
};

function read(type: PerType<unknown>, reader: PerReader, depth: number): PerValue {
  if (depth > perLimits.depth) reader.fail("tooDeep");
  if (reader.error) return null;
  return (kinds[type.kind] as Read<Kind>)(type, reader, depth + 1);
}

function readInteger({ from, to }: Of<"integer">, reader: PerReader): PerValue {
  const values = to - from + 1;
  const value = reader.constrained(values);
  // Where some of the bits' values are none of the type, they are not free.
  if (values === 256 || values === 65_536) reader.wasValue(reader.position - Math.log2(values));
  return from + value;
}

/** X.691 14: a number that a later version may have added has no name. */
function readEnumerated({ names, open }: Of<"enumerated">, reader: PerReader): PerValue {
  if (open && reader.bit()) return names.length + reader.small();
  const name = names[reader.constrained(names.length)];
  if (name === undefined) reader.fail("badValue");
  return name ?? null;
}

/** X.691 16: a fixed size has no length; up to two octets of it are bits. */
function readOctetString({ size }: Of<"octetString">, reader: PerReader): PerValue {
  const length = lengthOf(size, reader);
  if (size !== undefined && size.from === size.to && length <= 2) {
    return Uint8Array.from({ length }, () => reader.bits(8));
  }
  const octets = reader.take(length);
  reader.wereValues(octets);
  return octets;
}

/** X.691 27.5: what fits in 16 bits is not aligned. */
function readString({ bits, alphabet, size }: Of<"string">, reader: PerReader): PerValue {
  const length = lengthOf(size, reader);
  const isShort = size !== undefined && size.to * bits < (size.from === size.to ? 17 : 16);
  if (!isShort) reader.align();
  const start = reader.position;
  let text = "";
  for (let at = 0; at < length && !reader.error; at += 1) {
    const value = reader.bits(bits);
    const character = alphabet === undefined ? String.fromCharCode(value) : alphabet[value];
    if (character === undefined) reader.fail("badValue");
    text += character ?? "";
  }
  if (!reader.error) reader.wasString(start, { count: length, bits, values: alphabet?.length ?? 1 << bits });
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
  const value: Mutable = {};
  for (const field of presentOf(fields, reader)) {
    if (field.type === undefined) reader.fail("notRead", field.name);
    else value[field.name] = read(field.type, reader, depth);
  }
  if (isExtended) readAdditions(additions, reader, depth, value);
  return value;
}

/** X.691 18.2: a bit for each that may be absent, before them all. */
function presentOf(fields: readonly Field[], reader: PerReader): readonly Field[] {
  const present: Field[] = [];
  for (const field of fields) if (!field.optional || reader.bit()) present.push(field);
  return present;
}

type Mutable = { [name: string]: PerValue; [additionBits]?: number };

/** Whose version is newer has more additions: the wire says how many bits there are. */
function readAdditions(additions: readonly Field[], reader: PerReader, depth: number, value: Mutable): void {
  const open = reader.additions();
  value[additionBits] = open.length;
  for (let at = 0; at < open.length; at += 1) {
    const octets = open[at];
    if (octets !== undefined) readOpen(octets, additions[at], at, reader, depth, value);
  }
}

/** X.691 22. */
function readChoice({ alternatives, additions }: Of<"choice">, reader: PerReader, depth: number): PerValue {
  const value: Mutable = {};
  if (additions !== undefined && reader.bit()) {
    const at = reader.small();
    readOpen(reader.open(), additions[at], at, reader, depth, value);
    return value;
  }
  const chosen = alternatives[alternatives.length > 1 ? reader.bits(bitsFor(alternatives.length)) : 0];
  if (chosen?.type === undefined) reader.fail("badValue");
  else value[chosen.name] = read(chosen.type, reader, depth);
  return value;
}

/**
 * A value in an open type. Without a type of ours its octets stay, under its name or its number; under its number too
 * where a part of it is not read.
 */
function readOpen(
  octets: Uint8Array,
  field: Field | undefined,
  at: number,
  reader: PerReader,
  depth: number,
  value: Mutable,
): void {
  if (reader.error) return;
  const number = `addition${at}`;
  if (field?.type === undefined) {
    value[field?.name ?? number] = octets;
    reader.wereValues(octets);
    return;
  }
  const inner = reader.inside(octets);
  const known = read(field.type, inner, depth);
  if (inner.error === undefined) value[field.name] = known;
  else if (inner.error.code === "notRead") {
    value[number] = octets;
    reader.wasInVain(octets);
  } else reader.fail(inner.error.code, field.name);
}
