import { integer, record } from "../../shape.ts";
import { elementCodec } from "../element.ts";
import { bits } from "../octets.ts";

export interface CongestionLevel {
  /** 0 receiver ready, 15 receiver not ready. */
  readonly level: number;
}

export const congestionLevel = elementCodec<CongestionLevel>({
  id: 0xb0,
  codeset: 0,
  name: "Congestion level",
  clause: "Q.931 4.5.14",
  shape: record<CongestionLevel>({ level: integer(0, 15) }),
  read: (reader) => reader.end({ level: bits(reader.next(), 4, 1) }),
  write: (writer, { level }) => writer.octet(writer.bits(level, 4, 1)),
});
