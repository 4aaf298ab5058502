import { integer, record } from "../../shape.ts";
import type { ElementCodec } from "../element.ts";
import { OctetReader, bits } from "../octets.ts";

export interface CallState {
  readonly codingStandard: number;
  /** The state's number, U and N alike: `callStates` of names.ts. */
  readonly state: number;
}

export const callState: ElementCodec<CallState> = {
  id: 0x14,
  codeset: 0,
  name: "Call state",
  clause: "Q.931 4.5.7",
  shape: record<CallState>({ codingStandard: integer(0, 3), state: integer(0, 63) }),
  decode(contents) {
    const reader = new OctetReader(contents);
    const octet3 = reader.next();
    return reader.end({ codingStandard: bits(octet3, 8, 7), state: bits(octet3, 6, 1) });
  },
  encode: ({ codingStandard, state }) => Uint8Array.of((codingStandard << 6) | state),
};
