import type { Mutable } from "../../ber/codec.ts";
import { integer, optional, record } from "../../shape.ts";
import { elementCodec } from "../element.ts";

/** Local time of the network; `year` is the two-digit year as sent. */
export interface DateTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}

export const dateTime = elementCodec<DateTime>({
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
  read(reader) {
    const value: Mutable<DateTime> = { year: reader.next(), month: reader.next(), day: reader.next() };
    if (reader.left > 0) value.hour = reader.next();
    if (reader.left > 0) value.minute = reader.next();
    if (reader.left > 0) value.second = reader.next();
    return reader.end(value);
  },
  write(writer, { year, month, day, hour, minute, second }) {
    for (const octet of [year, month, day]) writer.octet(writer.bits(octet, 8, 1));
    for (const octet of [hour, minute, second]) if (octet !== undefined) writer.octet(writer.bits(octet, 8, 1));
  },
});
