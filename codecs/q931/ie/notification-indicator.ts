import { integer, record } from "../../shape.ts";
import { elementCodec } from "../element.ts";
import { bits } from "../octets.ts";

export interface NotificationIndicator {
  /** `notificationDescriptions` of names.ts. */
  readonly description: number;
}

export const notificationIndicator = elementCodec<NotificationIndicator>({
  id: 0x27,
  codeset: 0,
  name: "Notification indicator",
  clause: "Q.931 4.5.22",
  shape: record<NotificationIndicator>({ description: integer(0, 127) }),
  read(reader) {
    const octet3 = reader.next();
    return reader.end({ description: bits(octet3, 7, 1) });
  },
  write(writer, { description }) {
    writer.last(writer.bits(description, 7, 1));
  },
});
