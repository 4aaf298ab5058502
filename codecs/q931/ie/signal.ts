import { integer, record } from "../../shape.ts";
import { elementCodec } from "../element.ts";

export interface Signal {
  /** The tone or alerting pattern of Q.931 table 4-24. */
  readonly signal: number;
}

export const signal = elementCodec<Signal>({
  id: 0x34,
  codeset: 0,
  name: "Signal",
  clause: "Q.931 4.5.28",
  shape: record<Signal>({ signal: integer(0, 255) }),
  read: (reader) => reader.end({ signal: reader.next() }),
  write: (writer, value) => writer.octet(writer.bits(value.signal, 8, 1)),
});
