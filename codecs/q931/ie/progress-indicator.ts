import { integer, record } from "../../shape.ts";
import type { ElementCodec } from "../element.ts";
import { OctetReader, bits } from "../octets.ts";

export interface ProgressIndicator {
  readonly codingStandard: number;
  readonly location: number;
  /** `progressDescriptions` of names.ts. */
  readonly description: number;
}

export const progressIndicator: ElementCodec<ProgressIndicator> = {
  id: 0x1e,
  codeset: 0,
  name: "Progress indicator",
  clause: "Q.931 4.5.23",
  shape: record<ProgressIndicator>({
    codingStandard: integer(0, 3),
    location: integer(0, 15),
    description: integer(0, 127),
  }),
  decode(contents) {
    const reader = new OctetReader(contents);
    const octet3 = reader.next();
    const octet4 = reader.next();
    return reader.end({
      codingStandard: bits(octet3, 7, 6),
      location: bits(octet3, 4, 1),
      description: bits(octet4, 7, 1),
    });
  },
  encode: ({ codingStandard, location, description }) =>
    Uint8Array.of(0x80 | (codingStandard << 5) | location, 0x80 | description),
};
