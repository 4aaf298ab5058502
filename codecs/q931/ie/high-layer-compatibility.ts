import { integer, optional, record } from "../../shape.ts";
import type { ElementCodec } from "../element.ts";
import { OctetReader, bits, group, isLast } from "../octets.ts";

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

export const highLayerCompatibility: ElementCodec<HighLayerCompatibility> = {
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
  decode(contents) {
    const reader = new OctetReader(contents);
    const octet3 = reader.next();
    const octet4 = reader.next();
    const octet4a = isLast(octet4) ? undefined : reader.next();
    return reader.end({
      codingStandard: bits(octet3, 7, 6),
      interpretation: bits(octet3, 5, 3),
      presentationMethod: bits(octet3, 2, 1),
      characteristics: bits(octet4, 7, 1),
      ...(octet4a === undefined ? {} : { extendedCharacteristics: bits(octet4a, 7, 1) }),
    });
  },
  encode({ codingStandard, interpretation, presentationMethod, characteristics, extendedCharacteristics }) {
    const octet3 = 0x80 | (codingStandard << 5) | (interpretation << 2) | presentationMethod;
    const tail = extendedCharacteristics === undefined ? [] : [extendedCharacteristics];
    return Uint8Array.of(octet3, ...group(characteristics, ...tail));
  },
};
