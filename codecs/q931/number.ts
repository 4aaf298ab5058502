import type { Mutable } from "../ber/codec.ts";
import { DecodeError } from "../error.ts";
import type { Strictness } from "../leniencies.ts";
import type { Shape } from "../shape.ts";
import { integer, optional, record, text } from "../shape.ts";
import { OctetReader, bits, isLast } from "./octets.ts";

/** The value of every number element. `presentation` and `screening` are octet 3a: both or none are on the wire. */
export interface PartyNumberElement {
  /** `typesOfNumber` of names.ts. */
  readonly typeOfNumber: number;
  /** `numberingPlans` of names.ts. */
  readonly numberingPlan: number;
  /** 0 allowed, 1 restricted, 2 number not available. */
  readonly presentation?: number;
  /** 0 user provided, not screened; 1 verified and passed; 2 verified and failed; 3 network provided. */
  readonly screening?: number;
  /** Octet 3b of a Redirecting number: why the call was diverted. */
  readonly reason?: number;
  /** IA5 characters as sent. */
  readonly digits: string;
}

export const partyNumberElement: Shape<PartyNumberElement> = record<PartyNumberElement>({
  typeOfNumber: integer(0, 7),
  numberingPlan: integer(0, 15),
  presentation: optional(integer(0, 3)),
  screening: optional(integer(0, 3)),
  reason: optional(integer(0, 15)),
  digits: text(127),
});

/**
 * Octet 3 type and plan, 3a presentation and screening, 3b reason, then IA5 digits (Q.931 4.5.8, 4.5.10). Without
 * `strictness` octet 3b is in its place.
 */
export function decodeNumber(contents: Uint8Array, strictness?: Strictness): PartyNumberElement | DecodeError {
  const reader = new OctetReader(contents);
  const octet3 = reader.next();
  const octet3a = isLast(octet3) ? undefined : reader.next();
  const octet3b = octet3a === undefined || isLast(octet3a) ? undefined : reader.next();
  if (octet3b !== undefined && !isLast(octet3b)) return reader.bad();
  if (octet3b !== undefined && strictness?.allows("reasonOfNumber") === false) {
    return new DecodeError("notStrict", 2, "reasonOfNumber");
  }
  const digits = reader.ia5();
  if (digits === undefined) return reader.bad();
  const value: Mutable<PartyNumberElement> = {
    typeOfNumber: bits(octet3, 7, 5),
    numberingPlan: bits(octet3, 4, 1),
    digits,
  };
  if (octet3a !== undefined) {
    value.presentation = bits(octet3a, 7, 6);
    value.screening = bits(octet3a, 2, 1);
  }
  if (octet3b !== undefined) value.reason = bits(octet3b, 4, 1);
  return reader.end(value);
}

export function encodeNumber(value: PartyNumberElement): number[] {
  const { digits, reason } = value;
  const octets = [octet3(value)];
  if (hasOctet3a(value)) octets.push(octet3a(value));
  if (reason !== undefined) octets.push(0x80 | reason);
  for (let index = 0; index < digits.length; index += 1) octets.push(digits.charCodeAt(index));
  return octets;
}

/** The digits are as they came: only the octets before them have spare and extension bits. */
export function isNumberInForm(value: PartyNumberElement, contents: Uint8Array): boolean {
  if (contents[0] !== octet3(value)) return false;
  if (hasOctet3a(value) && contents[1] !== octet3a(value)) return false;
  return value.reason === undefined || contents[2] === (0x80 | value.reason);
}

function octet3(value: PartyNumberElement): number {
  return (hasOctet3a(value) ? 0 : 0x80) | (value.typeOfNumber << 4) | value.numberingPlan;
}

function octet3a({ presentation, screening, reason }: PartyNumberElement): number {
  return (reason === undefined ? 0x80 : 0) | ((presentation ?? 0) << 5) | (screening ?? 0);
}

function hasOctet3a({ presentation, screening, reason }: PartyNumberElement): boolean {
  return presentation !== undefined || screening !== undefined || reason !== undefined;
}
