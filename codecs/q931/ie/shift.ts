import { flag, integer, record } from "../../shape.ts";
import { elementCodec } from "../element.ts";
import { bits } from "../octets.ts";

export interface Shift {
  /** The codeset of the elements behind it: of all (locking) or of the next one. */
  readonly codeset: number;
  readonly locking: boolean;
}

/** Valid in every codeset, so that one can be left again. */
export const shift = elementCodec<Shift>({
  id: 0x90,
  codeset: 0,
  name: "Shift",
  clause: "Q.931 4.5.3, 4.5.4",
  shape: record<Shift>({ codeset: integer(0, 7), locking: flag() }),
  read(reader) {
    const octet = reader.next();
    return reader.end({ codeset: bits(octet, 3, 1), locking: bits(octet, 4, 4) === 0 });
  },
  write(writer, { codeset, locking }) {
    writer.octet(writer.flag(!locking, 4) | writer.bits(codeset, 3, 1));
    writer.expect(typeof locking === "boolean");
  },
});
