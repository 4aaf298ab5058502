import type { Mutable } from "../../ber/codec.ts";
import { integer, octets, optional, record } from "../../shape.ts";
import { elementCodec } from "../element.ts";
import { bits, isLast } from "../octets.ts";

export interface Cause {
  readonly codingStandard: number;
  /** Who says so: `locations` of names.ts. */
  readonly location: number;
  /** Octet 3a, where it is sent. */
  readonly recommendation?: number;
  /** The cause value: `causes` of names.ts. */
  readonly cause: number;
  readonly diagnostics?: Uint8Array;
}

export const cause = elementCodec<Cause>({
  id: 0x08,
  codeset: 0,
  name: "Cause",
  clause: "Q.850 2.1",
  shape: record<Cause>({
    codingStandard: integer(0, 3),
    location: integer(0, 15),
    recommendation: optional(integer(0, 127)),
    cause: integer(0, 127),
    diagnostics: optional(octets()),
  }),
  read(reader) {
    const octet3 = reader.next();
    const octet3a = isLast(octet3) ? undefined : reader.next();
    const octet4 = reader.next();
    const codingStandard = bits(octet3, 7, 6);
    const location = bits(octet3, 4, 1);
    const cause = bits(octet4, 7, 1);
    const value: Mutable<Cause> =
      octet3a === undefined
        ? { codingStandard, location, cause }
        : { codingStandard, location, recommendation: bits(octet3a, 7, 1), cause };
    if (reader.left > 0) value.diagnostics = reader.rest();
    return reader.end(value);
  },
  write(writer, { codingStandard, location, recommendation, cause, diagnostics }) {
    const octet3 = writer.bits(codingStandard, 7, 6) | writer.bits(location, 4, 1);
    if (recommendation === undefined) writer.last(octet3);
    else {
      writer.octet(octet3);
      writer.last(writer.bits(recommendation, 7, 1));
    }
    writer.last(writer.bits(cause, 7, 1));
    if (diagnostics !== undefined) writer.copy(diagnostics);
  },
});
