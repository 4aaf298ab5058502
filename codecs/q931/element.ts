import type { DecodeError } from "../error.ts";
import type { Strictness } from "../leniencies.ts";
import type { Shape } from "../shape.ts";
import { copyOf } from "../slab.ts";
import type { InformationElement, Message } from "./message.ts";
import { OctetReader, OctetWriter } from "./octets.ts";

/** How one kind of information element is read and written: each file of `ie/` says it once. */
export interface ElementFormat<Value> {
  /** The identifier; of a single-octet element with a value (type 1, Q.931 4.5.1) its upper half, 0x90. */
  readonly id: number;
  readonly codeset: number;
  /** The standard's name, as `qsig decode` prints it: "Bearer capability". */
  readonly name: string;
  /** Where the coding comes from: standard and clause, or a certainty mark. */
  readonly clause: string;
  /** The form of the value: the JSON view both ways, and what is due in words. */
  readonly shape: Shape<Value>;
  /**
   * Reads the octets behind the length; of a type 1 element the one octet, of which the lower half counts, of type 2
   * none.
   */
  read(reader: OctetReader, strictness?: Strictness): Value | DecodeError;
  /** Writes the same; the writer notes where the value is outside its shape. */
  write(writer: OctetWriter, value: Value): void;
  /** The same value may come in more than one form: only its own decoder can say which is in order. */
  readonly anyForm?: true;
  /** Faults inside a value that could be read all the same; offsets count from the first octet of the contents. */
  problems?(value: Value): readonly DecodeError[] | undefined;
}

/** The same with contents as octets of their own. */
export interface ElementCodec<Value> extends ElementFormat<Value> {
  /** Offsets of an error count from the first octet. */
  decode(contents: Uint8Array, strictness?: Strictness): Value | DecodeError;
  /** The contents of a value that is within its shape, however long. */
  encode(value: Value): Uint8Array;
}

export function elementCodec<Value>(format: ElementFormat<Value>): ElementCodec<Value> {
  return {
    ...format,
    decode: (contents, strictness) => format.read(new OctetReader(contents), strictness),
    encode(value) {
      const writer = contentsWriter;
      do {
        writer.begin(0);
        format.write(writer, value);
      } while (!writer.held());
      return copyOf(writer.octets, 0, writer.at);
    },
  };
}

/** The writers of all who take at once what they write. That of whole elements is never longer than one can be. */
const contentsWriter = new OctetWriter();
const elementWriter = new OctetWriter();

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
  const { id, codeset } = codec;
  const writer = elementWriter;
  const contents = isSingleOctet(id) ? 1 : 2;
  writer.begin(contents);
  try {
    codec.write(writer, value);
  } catch (error) {
    throw outside(codec, value) ?? error;
  }
  if (writer.misfit) throw outside(codec, value) ?? new RangeError(`${codec.name}: the value is outside its type`);
  const { octets, at } = writer;
  if (contents === 1) return { id, codeset, octets: Uint8Array.of(at > 1 ? id | (octets[1] as number) : id), value };
  const length = at - contents;
  if (length > maxContentsOctets) throw new RangeError(`element ${id}: ${length} octets of contents`);
  octets[0] = id;
  octets[1] = length;
  return { id, codeset, octets: copyOf(octets, 0, at), value };
}

/**
 * Whether an element of this value is what we would write. BER leaves the components of Facility more than one form:
 * `anyForm` of its format.
 */
export function isInForm<Value>(codec: ElementCodec<Value>, value: Value, ie: Uint8Array): boolean {
  if (codec.anyForm) return true;
  const writer = elementWriter;
  const contents = isSingleOctet(codec.id) ? 1 : 2;
  writer.begin(contents);
  codec.write(writer, value);
  const { octets, at } = writer;
  if (contents === 1) return ie[0] === (at > 1 ? codec.id | (octets[1] as number) : codec.id);
  if (at !== ie.length) return false;
  for (let i = contents; i < at; i += 1) if (octets[i] !== ie[i]) return false;
  return true;
}

/** What is wrong with a value, in words. */
function outside<Value>({ shape, name }: ElementCodec<Value>, value: Value): RangeError | undefined {
  const wrong = shape.check(value, name);
  return wrong === undefined ? undefined : new RangeError(wrong.text);
}

/** Identifier, length and contents as one element on the wire. */
export function elementOctets(id: number, contents: Uint8Array | readonly number[]): Uint8Array {
  if (isSingleOctet(id)) return Uint8Array.of(id | (contents[0] ?? 0));
  const { length } = contents;
  if (length > maxContentsOctets) throw new RangeError(`element ${id}: ${length} octets of contents`);
  const octets = new Uint8Array(2 + length);
  octets[0] = id;
  octets[1] = length;
  octets.set(contents, 2);
  return octets;
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
