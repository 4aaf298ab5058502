import { integer, record } from "../../shape.ts";
import type { ElementCodec } from "../element.ts";
import { OctetReader, bits } from "../octets.ts";

export interface PartyCategory {
  /** 0 unknown, 1 extension, 2 operator, 3 emergency extension. */
  readonly category: number;
}

export const partyCategory: ElementCodec<PartyCategory> = {
  id: 0x32,
  codeset: 5,
  name: "Party category",
  clause: "ECMA-143 [1S Wireshark]",
  shape: record<PartyCategory>({ category: integer(0, 7) }),
  decode(contents) {
    const reader = new OctetReader(contents);
    const octet3 = reader.next();
    return reader.end({ category: bits(octet3, 3, 1) });
  },
  encode: ({ category }) => Uint8Array.of(0x80 | category),
};
