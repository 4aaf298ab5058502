import { joinedArcs } from "../ber/object-identifier.ts";
import { bitsFor } from "./reader.ts";
import { additionBits, type Field, type PerType, type PerValue, type Size } from "./type.ts";
import { PerWriter } from "./writer.ts";

/**
 * The octets of a value: what `decodePer` read is written as it came, the sender's extension bitmap and all additions
 * that are not read included. A value outside its type is the caller's mistake: RangeError.
 */
export function encodePer<Value>(type: PerType<Value>, value: Value): Uint8Array {
  const writer = new PerWriter();
  writePer(type, value, writer);
  return writer.octets(true);
}

/** As `encodePer`, behind what was written before. */
export function writePer<Value>(type: PerType<Value>, value: Value, writer: PerWriter): void {
  write(type, value as PerValue, writer);
}

type Kind = PerType["kind"];
type Of<K extends Kind> = Extract<PerType<unknown>, { readonly kind: K }>;
type Write<K extends Kind> = (type: Of<K>, value: PerValue, writer: PerWriter) => void;
type Named = { readonly [name: string]: PerValue; readonly [additionBits]?: number };

/** ONE table: how each kind of type is written. The types of values are the compiler's business (`PerType<Value>`). */
const kinds: { readonly [K in Kind]: Write<K> } = {
  /** X.691 11. */
  boolean: (_type, value, writer) => writer.bit(value as boolean),
  /** X.691 17. */
  null: () => {},
  /** X.691 23. */
  objectIdentifier: (_type, value, writer) => writer.open(objectIdentifierOctets(value as string)),
  /** X.691 12. */
  integer: ({ from, to }, value, writer) => writer.constrained((value as number) - from, to - from + 1),
  enumerated: writeEnumerated,
  octetString: writeOctetString,
  string: writeString,
  sequenceOf: writeSequenceOf,
  sequence: writeSequence,
  choice: writeChoice,
};

function write(type: PerType<unknown>, value: PerValue, writer: PerWriter): void {
  (kinds[type.kind] as Write<Kind>)(type, value, writer);
}

/** X.690 8.19.2: seven bits an octet, the last without bit 8. */
function objectIdentifierOctets(text: string): Uint8Array {
  const arcs = joinedArcs(text);
  if (arcs === undefined) throw new RangeError(`PER: "${text}" is no object identifier`);
  const octets = arcs.flatMap((arc) => {
    const own = [arc % 128];
    for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) own.unshift(0x80 | (rest % 128));
    return own;
  });
  return Uint8Array.from(octets);
}

/** X.691 14. */
function writeEnumerated({ names, open }: Of<"enumerated">, value: PerValue, writer: PerWriter): void {
  const isLater = typeof value === "number";
  if (open) writer.bit(isLater);
  if (isLater) writer.small(value - names.length);
  else writer.constrained(names.indexOf(value as string), names.length);
}

/** X.691 16: a fixed size has no length; up to two octets of it are bits. */
function writeOctetString({ size }: Of<"octetString">, value: PerValue, writer: PerWriter): void {
  const octets = value as Uint8Array;
  writeSize(octets.length, size, writer);
  if (size === undefined || size.from !== size.to || octets.length > 2) writer.put(octets);
  else for (const octet of octets) writer.bits(octet, 8);
}

/** X.691 27.5: what fits in 16 bits is not aligned. */
function writeString({ bits, alphabet, size }: Of<"string">, value: PerValue, writer: PerWriter): void {
  const text = value as string;
  writeSize(text.length, size, writer);
  const isShort = size !== undefined && size.to * bits < (size.from === size.to ? 17 : 16);
  if (!isShort) writer.align();
  for (let at = 0; at < text.length; at += 1) {
    const code = alphabet === undefined ? text.charCodeAt(at) : alphabet.indexOf(text.charAt(at));
    if (code < 0 || code >= 2 ** bits) throw new RangeError(`PER: "${text.charAt(at)}" is not in the alphabet`);
    writer.bits(code, bits);
  }
}

function writeSize(length: number, size: Size | undefined, writer: PerWriter): void {
  if (size === undefined) writer.size(length);
  else writer.constrained(length - size.from, size.to - size.from + 1);
}

/** X.691 19. */
function writeSequenceOf({ of }: Of<"sequenceOf">, value: PerValue, writer: PerWriter): void {
  const values = value as readonly PerValue[];
  writer.size(values.length);
  for (const each of values) write(of, each, writer);
}

/** X.691 18. */
function writeSequence({ fields, additions }: Of<"sequence">, given: PerValue, writer: PerWriter): void {
  const value = given as Named;
  const open = additions === undefined ? [] : additionsOf(additions, value);
  if (additions !== undefined) writer.bit(open.length > 0);
  for (const { name, optional } of fields) if (optional) writer.bit(value[name] !== undefined);
  for (const { name, type, optional } of fields) {
    const own = value[name];
    if (own === undefined && optional) continue;
    if (own === undefined || type === undefined) throw new RangeError(`PER: ${name} is absent or has no type`);
    write(type, own, writer);
  }
  if (open.length > 0) writer.additions(open);
}

/** One for each bit of the bitmap: as many as the sender knew, or as we know; none where no addition is there. */
function additionsOf(additions: readonly Field[], value: Named): readonly (Uint8Array | undefined)[] {
  const sent = value[additionBits];
  const highest = Object.keys(value).reduce((most, name) => Math.max(most, numberOf(additions, name)), -1);
  if (highest < 0 && sent === undefined) return [];
  const count = Math.max(sent ?? additions.length, highest + 1);
  return Array.from({ length: count }, (_, at) => openValue(additions[at], at, value));
}

/** The number of an addition by its name or its own number; -1 for a component of the root. */
function numberOf(additions: readonly Field[], name: string): number {
  const unknown = /^addition(\d+)$/.exec(name)?.[1];
  return unknown === undefined ? additions.findIndex((field) => field.name === name) : Number(unknown);
}

function openValue(field: Field | undefined, at: number, value: Named): Uint8Array | undefined {
  const kept = value[`addition${at}`];
  if (kept instanceof Uint8Array) return kept;
  const own = field === undefined ? undefined : value[field.name];
  if (own === undefined) return undefined;
  return field?.type === undefined ? (own as Uint8Array) : encodePer(field.type, own);
}

/** X.691 22. */
function writeChoice({ alternatives, additions }: Of<"choice">, given: PerValue, writer: PerWriter): void {
  const value = given as Named;
  const [name = ""] = Object.keys(value);
  const at = alternatives.findIndex((field) => field.name === name);
  const chosen = alternatives[at];
  if (additions !== undefined) writer.bit(chosen === undefined);
  if (chosen === undefined) {
    const later = numberOf(additions ?? [], name);
    const octets = openValue(additions?.[later], later, value);
    if (octets === undefined) throw new RangeError(`PER: the CHOICE has no ${name}`);
    writer.small(later);
    return writer.open(octets);
  }
  if (alternatives.length > 1) writer.bits(at, bitsFor(alternatives.length));
  if (chosen.type === undefined) throw new RangeError(`PER: ${name} has no type`);
  write(chosen.type, value[name] ?? null, writer);
}
