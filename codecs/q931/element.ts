import type { DecodeError } from "../error.ts";
import type { InformationElement, Message } from "./message.ts";

/** How one kind of information element is read and written: each file of `ie/` exports one of these. */
export interface ElementCodec<Value> {
  readonly id: number;
  readonly codeset: number;
  /** The standard's name, as `qsig decode` prints it: "Bearer capability". */
  readonly name: string;
  /** Where the coding comes from: standard and clause, or a certainty mark. */
  readonly clause: string;
  /** `contents` are the octets behind the length; offsets of an error count from their first octet. */
  decode(contents: Uint8Array): Value | DecodeError;
  encode(value: Value): Uint8Array;
}

/** The value of the first readable element of this kind, or undefined. */
export function find<Value>(message: Pick<Message, "ies">, codec: ElementCodec<Value>): Value | undefined {
  return findAll(message, codec)[0];
}

/** The values of every readable element of this kind, in the order of the wire. */
export function findAll<Value>(message: Pick<Message, "ies">, codec: ElementCodec<Value>): Value[] {
  return elements(message, codec).flatMap((ie) => (ie.value === undefined ? [] : [ie.value]));
}

/** Every element of this kind, readable or not, in the order of the wire. */
export function elements<Value>(
  message: Pick<Message, "ies">,
  codec: ElementCodec<Value>,
): readonly InformationElement<Value>[] {
  return message.ies.filter((ie) => ie.id === codec.id && ie.codeset === codec.codeset) as InformationElement<Value>[];
}
