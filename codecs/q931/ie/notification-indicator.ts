import { integer, record } from "../../shape.ts";
import type { ElementCodec } from "../element.ts";
import { OctetReader, bits } from "../octets.ts";

export interface NotificationIndicator {
  /** `notificationDescriptions` of names.ts. */
  readonly description: number;
}

export const notificationIndicator: ElementCodec<NotificationIndicator> = {
  id: 0x27,
  codeset: 0,
  name: "Notification indicator",
  clause: "Q.931 4.5.22",
  shape: record<NotificationIndicator>({ description: integer(0, 127) }),
  decode(contents) {
    const reader = new OctetReader(contents);
    const octet3 = reader.next();
    return reader.end({ description: bits(octet3, 7, 1) });
  },
  encode: ({ description }) => Uint8Array.of(0x80 | description),
};
