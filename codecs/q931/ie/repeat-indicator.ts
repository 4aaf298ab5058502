import { integer, record } from "../../shape.ts";
import type { ElementCodec } from "../element.ts";
import { OctetReader, bits } from "../octets.ts";

export interface RepeatIndicator {
  /** 2: the elements behind it are in order of priority, one is to be chosen. */
  readonly indication: number;
}

export const repeatIndicator: ElementCodec<RepeatIndicator> = {
  id: 0xd0,
  codeset: 0,
  name: "Repeat indicator",
  clause: "Q.931 4.5.24",
  shape: record<RepeatIndicator>({ indication: integer(0, 15) }),
  decode(contents) {
    const reader = new OctetReader(contents);
    return reader.end({ indication: bits(reader.next(), 4, 1) });
  },
  encode: ({ indication }) => Uint8Array.of(indication),
};
