import { integer, record } from "../../shape.ts";
import type { ElementCodec } from "../element.ts";
import { OctetReader, bits } from "../octets.ts";

export interface CongestionLevel {
  /** 0 receiver ready, 15 receiver not ready. */
  readonly level: number;
}

export const congestionLevel: ElementCodec<CongestionLevel> = {
  id: 0xb0,
  codeset: 0,
  name: "Congestion level",
  clause: "Q.931 4.5.14",
  shape: record<CongestionLevel>({ level: integer(0, 15) }),
  decode(contents) {
    const reader = new OctetReader(contents);
    return reader.end({ level: bits(reader.next(), 4, 1) });
  },
  encode: ({ level }) => Uint8Array.of(level),
};
