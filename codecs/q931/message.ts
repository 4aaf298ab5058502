import type { DecodeError } from "../error.ts";
import type { MessageName } from "./messages.ts";

/** Q.931 4.3. `flag` 0 is sent by the side that allocated the value, 1 to it. `length` 0 is the dummy reference. */
export interface CallReference {
  readonly value: number;
  readonly flag: 0 | 1;
  /** Octets of the reference: 2 on primary rate, 1 on basic rate, 0 dummy. */
  readonly length: number;
}

/** One information element as it stands in a message. A shift is one too, so writing the list gives the octets. */
export interface InformationElement<Value = unknown> {
  readonly id: number;
  readonly codeset: number;
  /** The whole element as received or made: identifier, length, contents. Never re-encoded by a relay. */
  readonly octets: Uint8Array;
  /** Present where the identifier is known and its contents could be read. */
  readonly value?: Value;
  /** Faults inside this element; offsets count from its first octet. They stay here: the message decodes. */
  readonly problems?: readonly DecodeError[];
}

/** A decoded QSIG layer 3 message. Elements are in the order of the wire. */
export interface Message {
  readonly callReference: CallReference;
  /** The octet of the message type, and its name where it has one. */
  readonly type: number;
  readonly message: MessageName | null;
  readonly ies: readonly InformationElement[];
  /** Faults of the message itself (a mandatory element is absent); offsets count from its first octet. */
  readonly problems: readonly DecodeError[];
}

/** What a sender writes: everything but the call reference, which the trunk machine owns. */
export interface MessageDraft {
  readonly message: MessageName;
  readonly ies: readonly InformationElement[];
}
