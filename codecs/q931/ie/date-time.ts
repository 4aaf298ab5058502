import { integer, optional, record } from "../../shape.ts";
import type { ElementCodec } from "../element.ts";
import { OctetReader } from "../octets.ts";

/** Local time of the network; `year` is the two-digit year as sent. */
export interface DateTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}

export const dateTime: ElementCodec<DateTime> = {
  id: 0x29,
  codeset: 0,
  name: "Date/time",
  clause: "Q.931 4.5.15",
  shape: record<DateTime>({
    year: integer(0, 255),
    month: integer(0, 255),
    day: integer(0, 255),
    hour: optional(integer(0, 255)),
    minute: optional(integer(0, 255)),
    second: optional(integer(0, 255)),
  }),
  decode(contents) {
    const reader = new OctetReader(contents);
    const date = { year: reader.next(), month: reader.next(), day: reader.next() };
    return reader.end({
      ...date,
      ...(reader.left > 0 ? { hour: reader.next() } : {}),
      ...(reader.left > 0 ? { minute: reader.next() } : {}),
      ...(reader.left > 0 ? { second: reader.next() } : {}),
    });
  },
  encode(value) {
    const { year, month, day, hour, minute, second } = value;
    return Uint8Array.from([year, month, day, hour, minute, second].filter((octet) => octet !== undefined));
  },
};
