import { integer, record } from "../../shape.ts";
import { elementCodec } from "../element.ts";
import { bits } from "../octets.ts";

export interface PartyCategory {
  /** 0 unknown, 1 extension, 2 operator, 3 emergency extension. */
  readonly category: number;
}

export const partyCategory = elementCodec<PartyCategory>({
  id: 0x32,
  codeset: 5,
  name: "Party category",
  clause: "ECMA-143 [1S Wireshark]",
  shape: record<PartyCategory>({ category: integer(0, 7) }),
  read(reader) {
    const octet3 = reader.next();
    return reader.end({ category: bits(octet3, 3, 1) });
  },
  write(writer, { category }) {
    writer.last(writer.bits(category, 3, 1));
  },
});
