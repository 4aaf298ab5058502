import { integer, record } from "../../shape.ts";
import { elementCodec } from "../element.ts";
import { bits } from "../octets.ts";

export interface RepeatIndicator {
  /** 2: the elements behind it are in order of priority, one is to be chosen. */
  readonly indication: number;
}

export const repeatIndicator = elementCodec<RepeatIndicator>({
  id: 0xd0,
  codeset: 0,
  name: "Repeat indicator",
  clause: "Q.931 4.5.24",
  shape: record<RepeatIndicator>({ indication: integer(0, 15) }),
  read: (reader) => reader.end({ indication: bits(reader.next(), 4, 1) }),
  write: (writer, { indication }) => writer.octet(writer.bits(indication, 4, 1)),
});
