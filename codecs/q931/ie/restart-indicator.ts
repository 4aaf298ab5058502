import { integer, record } from "../../shape.ts";
import type { ElementCodec } from "../element.ts";
import { OctetReader, bits } from "../octets.ts";

export interface RestartIndicator {
  /** 0 the channels named, 6 a single interface, 7 all interfaces. */
  readonly restartClass: number;
}

export const restartIndicator: ElementCodec<RestartIndicator> = {
  id: 0x79,
  codeset: 0,
  name: "Restart indicator",
  clause: "Q.931 4.5.25",
  shape: record<RestartIndicator>({ restartClass: integer(0, 7) }),
  decode(contents) {
    const reader = new OctetReader(contents);
    const octet3 = reader.next();
    return reader.end({ restartClass: bits(octet3, 3, 1) });
  },
  encode: ({ restartClass }) => Uint8Array.of(0x80 | restartClass),
};
