import { integer, flag, record } from "../../shape.ts";
import { elementCodec } from "../element.ts";
import { bits } from "../octets.ts";

export interface SegmentedMessage {
  /** Set in the first segment only. */
  readonly first: boolean;
  /** Segments still to come behind this one. */
  readonly remaining: number;
  /** The type octet of the message that was cut. */
  readonly messageType: number;
}

export const segmentedMessage = elementCodec<SegmentedMessage>({
  id: 0x00,
  codeset: 0,
  name: "Segmented message",
  clause: "Q.931 4.5.26",
  shape: record<SegmentedMessage>({ first: flag(), remaining: integer(0, 127), messageType: integer(0, 127) }),
  read(reader) {
    const octet3 = reader.next();
    const octet4 = reader.next();
    return reader.end({
      first: bits(octet3, 8, 8) === 1,
      remaining: bits(octet3, 7, 1),
      messageType: bits(octet4, 7, 1),
    });
  },
  write(writer, { first, remaining, messageType }) {
    writer.octet(writer.flag(first, 8) | writer.bits(remaining, 7, 1));
    writer.octet(writer.bits(messageType, 7, 1));
  },
});
