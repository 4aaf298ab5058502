import { integer, record } from "../../shape.ts";
import { elementCodec } from "../element.ts";
import { bits } from "../octets.ts";

export interface ProgressIndicator {
  readonly codingStandard: number;
  readonly location: number;
  /** `progressDescriptions` of names.ts. */
  readonly description: number;
}

export const progressIndicator = elementCodec<ProgressIndicator>({
  id: 0x1e,
  codeset: 0,
  name: "Progress indicator",
  clause: "Q.931 4.5.23",
  shape: record<ProgressIndicator>({
    codingStandard: integer(0, 3),
    location: integer(0, 15),
    description: integer(0, 127),
  }),
  read(reader) {
    const octet3 = reader.next();
    const octet4 = reader.next();
    return reader.end({
      codingStandard: bits(octet3, 7, 6),
      location: bits(octet3, 4, 1),
      description: bits(octet4, 7, 1),
    });
  },
  write(writer, { codingStandard, location, description }) {
    writer.last(writer.bits(codingStandard, 7, 6) | writer.bits(location, 4, 1));
    writer.last(writer.bits(description, 7, 1));
  },
});
