import { integer, octets, optional, record } from "../../shape.ts";
import type { ElementCodec } from "../element.ts";
import { OctetReader, bits, group, isLast } from "../octets.ts";

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

export const cause: ElementCodec<Cause> = {
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
  decode(contents) {
    const reader = new OctetReader(contents);
    const octet3 = reader.next();
    const octet3a = isLast(octet3) ? undefined : reader.next();
    const octet4 = reader.next();
    return reader.end({
      codingStandard: bits(octet3, 7, 6),
      location: bits(octet3, 4, 1),
      ...(octet3a === undefined ? {} : { recommendation: bits(octet3a, 7, 1) }),
      cause: bits(octet4, 7, 1),
      ...(reader.left > 0 ? { diagnostics: reader.rest() } : {}),
    });
  },
  encode({ codingStandard, location, recommendation, cause, diagnostics }) {
    const octet3 = (codingStandard << 5) | location;
    const head = recommendation === undefined ? group(octet3) : group(octet3, recommendation);
    return Uint8Array.of(...head, 0x80 | cause, ...(diagnostics ?? []));
  },
};
