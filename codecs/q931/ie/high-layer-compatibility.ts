import type { Mutable } from "../../ber/codec.ts";
import { integer, optional, record } from "../../shape.ts";
import { elementCodec } from "../element.ts";
import { bits, isLast } from "../octets.ts";

export interface HighLayerCompatibility {
  readonly codingStandard: number;
  /** 4: the first high layer characteristics are those of the call. */
  readonly interpretation: number;
  /** 1: high layer protocol profile. */
  readonly presentationMethod: number;
  /** 1 telephony, 4 facsimile group 2/3. */
  readonly characteristics: number;
  readonly extendedCharacteristics?: number;
}

export const highLayerCompatibility = elementCodec<HighLayerCompatibility>({
  id: 0x7d,
  codeset: 0,
  name: "High layer compatibility",
  clause: "Q.931 4.5.17",
  shape: record<HighLayerCompatibility>({
    codingStandard: integer(0, 3),
    interpretation: integer(0, 7),
    presentationMethod: integer(0, 3),
    characteristics: integer(0, 127),
    extendedCharacteristics: optional(integer(0, 127)),
  }),
  read(reader) {
    const octet3 = reader.next();
    const octet4 = reader.next();
    const octet4a = isLast(octet4) ? undefined : reader.next();
    const value: Mutable<HighLayerCompatibility> = {
      codingStandard: bits(octet3, 7, 6),
      interpretation: bits(octet3, 5, 3),
      presentationMethod: bits(octet3, 2, 1),
      characteristics: bits(octet4, 7, 1),
    };
    if (octet4a !== undefined) value.extendedCharacteristics = bits(octet4a, 7, 1);
    return reader.end(value);
  },
  write(writer, { codingStandard, interpretation, presentationMethod, characteristics, extendedCharacteristics }) {
    const octet3 = writer.bits(codingStandard, 7, 6) | writer.bits(interpretation, 5, 3);
    writer.last(octet3 | writer.bits(presentationMethod, 2, 1));
    const octet4 = writer.bits(characteristics, 7, 1);
    if (extendedCharacteristics === undefined) writer.last(octet4);
    else {
      writer.octet(octet4);
      writer.last(writer.bits(extendedCharacteristics, 7, 1));
    }
  },
});
