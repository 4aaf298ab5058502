import { integer, record } from "../../shape.ts";
import { elementCodec } from "../element.ts";
import { bits } from "../octets.ts";

export interface CallState {
  readonly codingStandard: number;
  /** The state's number, U and N alike: `callStates` of names.ts. */
  readonly state: number;
}

export const callState = elementCodec<CallState>({
  id: 0x14,
  codeset: 0,
  name: "Call state",
  clause: "Q.931 4.5.7",
  shape: record<CallState>({ codingStandard: integer(0, 3), state: integer(0, 63) }),
  read(reader) {
    const octet3 = reader.next();
    return reader.end({ codingStandard: bits(octet3, 8, 7), state: bits(octet3, 6, 1) });
  },
  write(writer, { codingStandard, state }) {
    writer.octet(writer.bits(codingStandard, 8, 7) | writer.bits(state, 6, 1));
  },
});
