import type { DecodeError } from "../error.ts";
import type { Strictness } from "../leniencies.ts";
import type { Shape } from "../shape.ts";
import { slabFor } from "../slab.ts";
import type { InformationElement, Message } from "./message.ts";

/** How one kind of information element is read and written: each file of `ie/` exports one of these. */
export interface ElementCodec<Value> {
  /** The identifier; of a single-octet element with a value (type 1, Q.931 4.5.1) its upper half, 0x90. */
  readonly id: number;
  readonly codeset: number;
  /** The standard's name, as `qsig decode` prints it: "Bearer capability". */
  readonly name: string;
  /** Where the coding comes from: standard and clause, or a certainty mark. */
  readonly clause: string;
  /** The form of the value: the JSON view both ways, and the bounds `element` checks. */
  readonly shape: Shape<Value>;
  /**
   * `contents` are the octets behind the length; of a type 1 element one octet with its lower half, of type 2 none.
   * Offsets of an error count from their first octet.
   */
  decode(contents: Uint8Array, strictness?: Strictness): Value | DecodeError;
  encode(value: Value): Uint8Array | readonly number[];
  /** Whether contents that gave this value are what `encode` writes; absent where to write them is the way to know. */
  isInForm?(value: Value, contents: Uint8Array): boolean;
  /** Faults inside a value that could be read all the same; offsets as above. */
  problems?(value: Value): readonly DecodeError[];
}

/** Octets of contents that the one-octet length can say (Q.931 4.5.1). */
export const maxContentsOctets = 255;

/** How the octet of an identifier is laid out (Q.931 4.5.1, figure 4-6): variable length, or one octet of two types. */
export function isSingleOctet(id: number): boolean {
  return id >= 0x80;
}

/** Single-octet elements of type 2 (0xa0 to 0xaf) are all identifier; type 1 holds a value in its lower half. */
export function hasValueInside(id: number): boolean {
  return isSingleOctet(id) && (id & 0xf0) !== 0xa0;
}

/**
 * Makes one element with its octets. A value outside its shape, or contents of more than 255 octets, is the caller's
 * mistake and throws RangeError; values from outside go through `shape.fromJson` first.
 */
export function element<Value>(codec: ElementCodec<Value>, value: Value): InformationElement<Value> {
  const wrong = codec.shape.check(value, codec.name);
  if (wrong !== undefined) throw new RangeError(wrong.text);
  return { id: codec.id, codeset: codec.codeset, octets: elementOctets(codec.id, codec.encode(value)), value };
}

/** Identifier, length and contents as one element on the wire. */
export function elementOctets(id: number, contents: Uint8Array | readonly number[]): Uint8Array {
  if (isSingleOctet(id)) return Uint8Array.of(id | (contents[0] ?? 0));
  const { length } = contents;
  if (length > maxContentsOctets) throw new RangeError(`element ${id}: ${length} octets of contents`);
  const slab = slabFor(2 + length);
  const { octets } = slab;
  const start = slab.free - length - 2;
  octets[start] = id;
  octets[start + 1] = length;
  for (let i = 0; i < length; i += 1) octets[start + 2 + i] = contents[i] as number;
  return slab.take(start);
}

/** The contents of an element as its codec reads them. */
export function contentsOf(ie: Pick<InformationElement, "id" | "octets">): Uint8Array {
  if (!isSingleOctet(ie.id)) return ie.octets.subarray(2);
  return hasValueInside(ie.id) ? Uint8Array.of((ie.octets[0] ?? 0) & 0x0f) : new Uint8Array(0);
}

/** The value of the first readable element of this kind, or undefined. */
export function find<Value>(message: Pick<Message, "ies">, codec: ElementCodec<Value>): Value | undefined {
  for (const ie of message.ies) {
    if (isOf(ie, codec) && ie.value !== undefined) return ie.value;
  }
  return undefined;
}

/** The values of every readable element of this kind, in the order of the wire. */
export function findAll<Value>(message: Pick<Message, "ies">, codec: ElementCodec<Value>): Value[] {
  const values: Value[] = [];
  for (const ie of message.ies) if (isOf(ie, codec) && ie.value !== undefined) values.push(ie.value);
  return values;
}

/** Every element of this kind, readable or not, in the order of the wire. */
export function elements<Value>(
  message: Pick<Message, "ies">,
  codec: ElementCodec<Value>,
): readonly InformationElement<Value>[] {
  return message.ies.filter((ie) => isOf(ie, codec));
}

/** Whether the element is of this kind. */
export function isOf<Value>(ie: InformationElement, codec: ElementCodec<Value>): ie is InformationElement<Value> {
  return ie.id === codec.id && ie.codeset === codec.codeset;
}
