import type { DecodeError } from "../error.ts";
import type { Shape } from "../shape.ts";
import { flag, integer, octets, record } from "../shape.ts";
import { type OctetReader, type OctetWriter, bits } from "./octets.ts";

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
export function readSubaddress(reader: OctetReader): PartySubaddressElement | DecodeError {
  const octet3 = reader.next();
  return reader.end({
    typeOfSubaddress: bits(octet3, 7, 5),
    odd: bits(octet3, 4, 4) === 1,
    information: reader.rest(),
  });
}

export function writeSubaddress(writer: OctetWriter, value: PartySubaddressElement): void {
  const { typeOfSubaddress, odd, information } = value;
  writer.last(writer.bits(typeOfSubaddress, 7, 5) | writer.flag(odd, 4));
  writer.copy(information);
}
