import { integer, record } from "../../shape.ts";
import { elementCodec } from "../element.ts";
import { bits } from "../octets.ts";

export interface TransitCounter {
  /** PINXs passed so far. */
  readonly count: number;
}

export const transitCounter = elementCodec<TransitCounter>({
  id: 0x31,
  codeset: 4,
  name: "Transit counter",
  clause: "ECMA-225 [1S Wireshark]",
  shape: record<TransitCounter>({ count: integer(0, 31) }),
  read(reader) {
    const octet3 = reader.next();
    return reader.end({ count: bits(octet3, 5, 1) });
  },
  write(writer, { count }) {
    writer.last(writer.bits(count, 5, 1));
  },
});
