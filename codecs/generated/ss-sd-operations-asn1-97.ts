// Generated from asn1/SS-SD-Operations-asn1-97.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Alternatives, type Codec, codec, type Mutable, noAlternative } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";
import {
  Extension,
  encodeExtension,
  readExtension,
  usualExtension,
} from "./manufacturer-specific-service-extension-class-asn1-97.ts";

export type BMPStringNormal = Uint8Array;

export function readBMPStringNormal(r: Reader, tag = 0x04): BMPStringNormal | undefined {
  return r.octetString(tag, 2, 64);
}

export function usualBMPStringNormal(r: Reader, tag = 0x04): BMPStringNormal | undefined {
  return usual.octetString(r, tag, 2, 64);
}

export function encodeBMPStringNormal(w: Writer, at: number, v: BMPStringNormal, tag = 0x04): number {
  return w.octetString(at, tag, v, 2, 64);
}

export const BMPStringNormal: Codec<BMPStringNormal> = codec(
  "BMPStringNormal",
  encodeBMPStringNormal,
  readBMPStringNormal,
  usualBMPStringNormal,
  { kind: "OCTET STRING", min: 2, max: 64 },
);

export type BMPStringExtended = Uint8Array;

export function readBMPStringExtended(r: Reader, tag = 0x04): BMPStringExtended | undefined {
  return r.octetString(tag, 2, 160);
}

export function usualBMPStringExtended(r: Reader, tag = 0x04): BMPStringExtended | undefined {
  return usual.octetString(r, tag, 2, 160);
}

export function encodeBMPStringExtended(w: Writer, at: number, v: BMPStringExtended, tag = 0x04): number {
  return w.octetString(at, tag, v, 2, 160);
}

export const BMPStringExtended: Codec<BMPStringExtended> = codec(
  "BMPStringExtended",
  encodeBMPStringExtended,
  readBMPStringExtended,
  usualBMPStringExtended,
  { kind: "OCTET STRING", min: 2, max: 160 },
);

export type DisplayString =
  | { readonly displayStringNormal: Uint8Array }
  | { readonly displayStringExtended: Uint8Array };

export function readDisplayString(r: Reader): DisplayString | undefined {
  switch (r.tag()) {
    case 0x80:
    case 0xa0: {
      const v = r.octetString(0x80, 2, 64);
      if (v === undefined) return r.under("displayStringNormal");
      return { displayStringNormal: v };
    }
    case 0x81:
    case 0xa1: {
      const v = r.octetString(0x81, 2, 160);
      if (v === undefined) return r.under("displayStringExtended");
      return { displayStringExtended: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualDisplayString(r: Reader): DisplayString | undefined {
  switch (r.octets[r.at]) {
    case 0x80:
    case 0xa0: {
      const v = usual.octetString(r, 0x80, 2, 64);
      return v === undefined ? undefined : { displayStringNormal: v };
    }
    case 0x81:
    case 0xa1: {
      const v = usual.octetString(r, 0x81, 2, 160);
      return v === undefined ? undefined : { displayStringExtended: v };
    }
    default:
      return undefined;
  }
}

export function encodeDisplayString(w: Writer, at: number, v: DisplayString): number {
  const c: Alternatives<DisplayString> = v;
  if (c.displayStringNormal !== undefined) return w.octetString(at, 0x80, c.displayStringNormal, 2, 64);
  if (c.displayStringExtended !== undefined) return w.octetString(at, 0x81, c.displayStringExtended, 2, 160);
  throw noAlternative("DisplayString");
}

export const DisplayString: Codec<DisplayString> = codec(
  "DisplayString",
  encodeDisplayString,
  readDisplayString,
  usualDisplayString,
  {
    kind: "CHOICE",
    elements: [
      { name: "displayStringNormal", type: { kind: "OCTET STRING", min: 2, max: 64 } },
      { name: "displayStringExtended", type: { kind: "OCTET STRING", min: 2, max: 160 } },
    ],
  },
);

export type SDExtension =
  | { readonly extension: Extension }
  | { readonly multipleExtension: readonly Extension[] };

export function readSDExtension(r: Reader): SDExtension | undefined {
  switch (r.tag()) {
    case 0xa2: {
      const v = readExtension(r, 0xa2);
      if (v === undefined) return r.under("extension");
      return { extension: v };
    }
    case 0xa3: {
      const v = r.sequenceOf(0xa3, readExtension);
      if (v === undefined) return r.under("multipleExtension");
      return { multipleExtension: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualSDExtension(r: Reader): SDExtension | undefined {
  switch (r.octets[r.at]) {
    case 0xa2: {
      const v = usualExtension(r, 0xa2);
      return v === undefined ? undefined : { extension: v };
    }
    case 0xa3: {
      const v = usual.sequenceOf(r, 0xa3, usualExtension);
      return v === undefined ? undefined : { multipleExtension: v };
    }
    default:
      return undefined;
  }
}

export function encodeSDExtension(w: Writer, at: number, v: SDExtension): number {
  const c: Alternatives<SDExtension> = v;
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa2);
  if (c.multipleExtension !== undefined) return w.sequenceOf(at, 0xa3, encodeExtension, c.multipleExtension);
  throw noAlternative("SDExtension");
}

export const SDExtension: Codec<SDExtension> = codec(
  "SDExtension",
  encodeSDExtension,
  readSDExtension,
  usualSDExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "extension", type: Extension.type },
      { name: "multipleExtension", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface DisplayArg {
  readonly displayString: DisplayString;
  readonly extension?: SDExtension;
}

export function readDisplayArg(r: Reader, tag = 0x30): DisplayArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const displayString = readDisplayString(r);
  if (displayString === undefined) return r.under("displayString");
  const v: Mutable<DisplayArg> = {
    displayString,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa2:
      case 0xa3: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extension = readSDExtension(r);
        if (extension === undefined) return r.under("extension");
        v.extension = extension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualDisplayArg(r: Reader, tag = 0x30): DisplayArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const displayString = usualDisplayString(r);
  if (displayString === undefined) return undefined;
  const v: Mutable<DisplayArg> = { displayString };
  if (r.at < end && (r.octets[r.at] === 0xa2 || r.octets[r.at] === 0xa3)) {
    const extension = usualSDExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeDisplayArg(w: Writer, end: number, v: DisplayArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeSDExtension(w, at, v.extension);
  at = encodeDisplayString(w, at, v.displayString);
  return w.head(at, tag, end);
}

export const DisplayArg: Codec<DisplayArg> = codec(
  "DisplayArg",
  encodeDisplayArg,
  readDisplayArg,
  usualDisplayArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "displayString", type: DisplayString.type },
      { name: "extension", type: SDExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface KeypadArg {
  readonly keypadString: Uint8Array;
  readonly extension?: SDExtension;
}

export function readKeypadArg(r: Reader, tag = 0x30): KeypadArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const keypadString = r.octetString(0x80, 2, 64);
  if (keypadString === undefined) return r.under("keypadString");
  const v: Mutable<KeypadArg> = {
    keypadString,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa2:
      case 0xa3: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extension = readSDExtension(r);
        if (extension === undefined) return r.under("extension");
        v.extension = extension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualKeypadArg(r: Reader, tag = 0x30): KeypadArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const keypadString = usual.octetString(r, 0x80, 2, 64);
  if (keypadString === undefined) return undefined;
  const v: Mutable<KeypadArg> = { keypadString };
  if (r.at < end && (r.octets[r.at] === 0xa2 || r.octets[r.at] === 0xa3)) {
    const extension = usualSDExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeKeypadArg(w: Writer, end: number, v: KeypadArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeSDExtension(w, at, v.extension);
  at = w.octetString(at, 0x80, v.keypadString, 2, 64);
  return w.head(at, tag, end);
}

export const KeypadArg: Codec<KeypadArg> = codec(
  "KeypadArg",
  encodeKeypadArg,
  readKeypadArg,
  usualKeypadArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "keypadString", type: { kind: "OCTET STRING", min: 2, max: 64 } },
      { name: "extension", type: SDExtension.type, presence: "OPTIONAL" },
    ],
  },
);
