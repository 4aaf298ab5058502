import { integer, record } from "../../shape.ts";
import { elementCodec } from "../element.ts";
import { bits } from "../octets.ts";

export interface RestartIndicator {
  /** 0 the channels named, 6 a single interface, 7 all interfaces. */
  readonly restartClass: number;
}

export const restartIndicator = elementCodec<RestartIndicator>({
  id: 0x79,
  codeset: 0,
  name: "Restart indicator",
  clause: "Q.931 4.5.25",
  shape: record<RestartIndicator>({ restartClass: integer(0, 7) }),
  read(reader) {
    const octet3 = reader.next();
    return reader.end({ restartClass: bits(octet3, 3, 1) });
  },
  write(writer, { restartClass }) {
    writer.last(writer.bits(restartClass, 3, 1));
  },
});
