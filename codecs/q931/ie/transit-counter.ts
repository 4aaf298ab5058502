import { integer, record } from "../../shape.ts";
import type { ElementCodec } from "../element.ts";
import { OctetReader, bits } from "../octets.ts";

export interface TransitCounter {
  /** PINXs passed so far. */
  readonly count: number;
}

export const transitCounter: ElementCodec<TransitCounter> = {
  id: 0x31,
  codeset: 4,
  name: "Transit counter",
  clause: "ECMA-225 [1S Wireshark]",
  shape: record<TransitCounter>({ count: integer(0, 31) }),
  decode(contents) {
    const reader = new OctetReader(contents);
    const octet3 = reader.next();
    return reader.end({ count: bits(octet3, 5, 1) });
  },
  encode: ({ count }) => Uint8Array.of(0x80 | count),
};
