import type { DecodeError } from "../error.ts";
import type { Shape } from "../shape.ts";
import { flag, integer, octets, record } from "../shape.ts";
import { OctetReader, bits } from "./octets.ts";

/** The value of every subaddress element. */
export interface PartySubaddressElement {
  /** 0 NSAP (X.213), 2 user specified. */
  readonly typeOfSubaddress: number;
  /** The number of half-octets of a BCD address is odd. */
  readonly odd: boolean;
  readonly information: Uint8Array;
}

export const partySubaddressElement: Shape<PartySubaddressElement> = record<PartySubaddressElement>({
  typeOfSubaddress: integer(0, 7),
  odd: flag(),
  information: octets(),
});

/** Octet 3 type and odd/even indicator, then the subaddress (Q.931 4.5.9, 4.5.11). */
export function decodeSubaddress(contents: Uint8Array): PartySubaddressElement | DecodeError {
  const reader = new OctetReader(contents);
  const octet3 = reader.next();
  return reader.end({
    typeOfSubaddress: bits(octet3, 7, 5),
    odd: bits(octet3, 4, 4) === 1,
    information: reader.rest(),
  });
}

export function encodeSubaddress({ typeOfSubaddress, odd, information }: PartySubaddressElement): Uint8Array {
  return Uint8Array.of(0x80 | (typeOfSubaddress << 4) | (odd ? 0x08 : 0), ...information);
}
