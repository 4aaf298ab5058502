import { integer, record } from "../../shape.ts";
import type { ElementCodec } from "../element.ts";
import { OctetReader } from "../octets.ts";

export interface Signal {
  /** The tone or alerting pattern of Q.931 table 4-24. */
  readonly signal: number;
}

export const signal: ElementCodec<Signal> = {
  id: 0x34,
  codeset: 0,
  name: "Signal",
  clause: "Q.931 4.5.28",
  shape: record<Signal>({ signal: integer(0, 255) }),
  decode(contents) {
    const reader = new OctetReader(contents);
    return reader.end({ signal: reader.next() });
  },
  encode: (value) => Uint8Array.of(value.signal),
};
