// Generated from asn1/Embedded-Q931-Types.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Codec, codec } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";

export type Q931InformationElement = Uint8Array;

export function readQ931InformationElement(r: Reader, tag = 0x40): Q931InformationElement | undefined {
  return r.octetString(tag);
}

export function usualQ931InformationElement(r: Reader, tag = 0x40): Q931InformationElement | undefined {
  return usual.octetString(r, tag);
}

export function encodeQ931InformationElement(w: Writer, at: number, v: Q931InformationElement, tag = 0x40): number {
  return w.octetString(at, tag, v);
}

export const Q931InformationElement: Codec<Q931InformationElement> = codec(
  "Q931InformationElement",
  encodeQ931InformationElement,
  readQ931InformationElement,
  usualQ931InformationElement,
  { kind: "OCTET STRING" },
);
