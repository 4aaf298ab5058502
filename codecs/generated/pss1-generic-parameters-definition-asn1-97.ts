// Generated from asn1/PSS1-generic-parameters-definition-asn1-97.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Codec, codec } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";

export type PSS1InformationElement = Uint8Array;

export function readPSS1InformationElement(r: Reader, tag = 0x40): PSS1InformationElement | undefined {
  return r.octetString(tag);
}

export function usualPSS1InformationElement(r: Reader, tag = 0x40): PSS1InformationElement | undefined {
  return usual.octetString(r, tag);
}

export function encodePSS1InformationElement(w: Writer, at: number, v: PSS1InformationElement, tag = 0x40): number {
  return w.octetString(at, tag, v);
}

export const PSS1InformationElement: Codec<PSS1InformationElement> = codec(
  "PSS1InformationElement",
  encodePSS1InformationElement,
  readPSS1InformationElement,
  usualPSS1InformationElement,
  { kind: "OCTET STRING" },
);
