// Generated from asn1/Call-Interruption-Operations-asn1-97.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Alternatives, type Codec, codec, type Mutable, namesOf, noAlternative } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";
import {
  Extension,
  encodeExtension,
  readExtension,
  usualExtension,
} from "./manufacturer-specific-service-extension-class-asn1-97.ts";

export type CPICapabilityLevel =
  | "interruptionLowPriority"
  | "interruptionMediumPriority"
  | "interruptionHighPriority";

const cPICapabilityLevelNumbers = {
  "interruptionLowPriority": 1,
  "interruptionMediumPriority": 2,
  "interruptionHighPriority": 3,
} as const;
const cPICapabilityLevelNames = namesOf(cPICapabilityLevelNumbers);

function cPICapabilityLevelNumber(v: CPICapabilityLevel): number {
  switch (v) {
    case "interruptionLowPriority":
      return 1;
    case "interruptionMediumPriority":
      return 2;
    case "interruptionHighPriority":
      return 3;
  }
}

export function readCPICapabilityLevel(r: Reader, tag = 0x0a): CPICapabilityLevel | undefined {
  return r.enumerated(tag, cPICapabilityLevelNames);
}

export function usualCPICapabilityLevel(r: Reader, tag = 0x0a): CPICapabilityLevel | undefined {
  return usual.enumerated(r, tag, cPICapabilityLevelNames);
}

export function encodeCPICapabilityLevel(w: Writer, at: number, v: CPICapabilityLevel, tag = 0x0a): number {
  const n = cPICapabilityLevelNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const CPICapabilityLevel: Codec<CPICapabilityLevel> = codec(
  "CPICapabilityLevel",
  encodeCPICapabilityLevel,
  readCPICapabilityLevel,
  usualCPICapabilityLevel,
  { kind: "named", names: cPICapabilityLevelNumbers, open: false },
);

export type ArgumentExtension =
  | { readonly extension: Extension }
  | { readonly sequenceOfExtn: readonly Extension[] };

export function readArgumentExtension(r: Reader): ArgumentExtension | undefined {
  switch (r.tag()) {
    case 0xa1: {
      const v = readExtension(r, 0xa1);
      if (v === undefined) return r.under("extension");
      return { extension: v };
    }
    case 0xa2: {
      const v = r.sequenceOf(0xa2, readExtension);
      if (v === undefined) return r.under("sequenceOfExtn");
      return { sequenceOfExtn: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualArgumentExtension(r: Reader): ArgumentExtension | undefined {
  switch (r.octets[r.at]) {
    case 0xa1: {
      const v = usualExtension(r, 0xa1);
      return v === undefined ? undefined : { extension: v };
    }
    case 0xa2: {
      const v = usual.sequenceOf(r, 0xa2, usualExtension);
      return v === undefined ? undefined : { sequenceOfExtn: v };
    }
    default:
      return undefined;
  }
}

export function encodeArgumentExtension(w: Writer, at: number, v: ArgumentExtension): number {
  const c: Alternatives<ArgumentExtension> = v;
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa1);
  if (c.sequenceOfExtn !== undefined) return w.sequenceOf(at, 0xa2, encodeExtension, c.sequenceOfExtn);
  throw noAlternative("ArgumentExtension");
}

export const ArgumentExtension: Codec<ArgumentExtension> = codec(
  "ArgumentExtension",
  encodeArgumentExtension,
  readArgumentExtension,
  usualArgumentExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "extension", type: Extension.type },
      { name: "sequenceOfExtn", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface CPIRequestArg {
  readonly cpiCapabilityLevel: CPICapabilityLevel;
  readonly argumentExtension?: ArgumentExtension;
}

export function readCPIRequestArg(r: Reader, tag = 0x30): CPIRequestArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const cpiCapabilityLevel = readCPICapabilityLevel(r);
  if (cpiCapabilityLevel === undefined) return r.under("cpiCapabilityLevel");
  const v: Mutable<CPIRequestArg> = {
    cpiCapabilityLevel,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.argumentExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argumentExtension = readArgumentExtension(r);
        if (argumentExtension === undefined) return r.under("argumentExtension");
        v.argumentExtension = argumentExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualCPIRequestArg(r: Reader, tag = 0x30): CPIRequestArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const cpiCapabilityLevel = usualCPICapabilityLevel(r);
  if (cpiCapabilityLevel === undefined) return undefined;
  const v: Mutable<CPIRequestArg> = { cpiCapabilityLevel };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const argumentExtension = usualArgumentExtension(r);
    if (argumentExtension === undefined) return undefined;
    v.argumentExtension = argumentExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCPIRequestArg(w: Writer, end: number, v: CPIRequestArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExtension !== undefined) at = encodeArgumentExtension(w, at, v.argumentExtension);
  at = encodeCPICapabilityLevel(w, at, v.cpiCapabilityLevel);
  return w.head(at, tag, end);
}

export const CPIRequestArg: Codec<CPIRequestArg> = codec(
  "CPIRequestArg",
  encodeCPIRequestArg,
  readCPIRequestArg,
  usualCPIRequestArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "cpiCapabilityLevel", type: CPICapabilityLevel.type },
      { name: "argumentExtension", type: ArgumentExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type CPIProtectionLevel =
  | "noProtection"
  | "lowProtection"
  | "mediumProtection"
  | "totalProtection";

const cPIProtectionLevelNumbers = {
  "noProtection": 0,
  "lowProtection": 1,
  "mediumProtection": 2,
  "totalProtection": 3,
} as const;
const cPIProtectionLevelNames = namesOf(cPIProtectionLevelNumbers);

function cPIProtectionLevelNumber(v: CPIProtectionLevel): number {
  switch (v) {
    case "noProtection":
      return 0;
    case "lowProtection":
      return 1;
    case "mediumProtection":
      return 2;
    case "totalProtection":
      return 3;
  }
}

export function readCPIProtectionLevel(r: Reader, tag = 0x0a): CPIProtectionLevel | undefined {
  return r.enumerated(tag, cPIProtectionLevelNames);
}

export function usualCPIProtectionLevel(r: Reader, tag = 0x0a): CPIProtectionLevel | undefined {
  return usual.enumerated(r, tag, cPIProtectionLevelNames);
}

export function encodeCPIProtectionLevel(w: Writer, at: number, v: CPIProtectionLevel, tag = 0x0a): number {
  const n = cPIProtectionLevelNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const CPIProtectionLevel: Codec<CPIProtectionLevel> = codec(
  "CPIProtectionLevel",
  encodeCPIProtectionLevel,
  readCPIProtectionLevel,
  usualCPIProtectionLevel,
  { kind: "named", names: cPIProtectionLevelNumbers, open: false },
);

export interface CPIPRequestArg {
  readonly cpiProtectionLevel: CPIProtectionLevel;
  readonly argumentExtension?: ArgumentExtension;
}

export function readCPIPRequestArg(r: Reader, tag = 0x30): CPIPRequestArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const cpiProtectionLevel = readCPIProtectionLevel(r);
  if (cpiProtectionLevel === undefined) return r.under("cpiProtectionLevel");
  const v: Mutable<CPIPRequestArg> = {
    cpiProtectionLevel,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.argumentExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argumentExtension = readArgumentExtension(r);
        if (argumentExtension === undefined) return r.under("argumentExtension");
        v.argumentExtension = argumentExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualCPIPRequestArg(r: Reader, tag = 0x30): CPIPRequestArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const cpiProtectionLevel = usualCPIProtectionLevel(r);
  if (cpiProtectionLevel === undefined) return undefined;
  const v: Mutable<CPIPRequestArg> = { cpiProtectionLevel };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const argumentExtension = usualArgumentExtension(r);
    if (argumentExtension === undefined) return undefined;
    v.argumentExtension = argumentExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCPIPRequestArg(w: Writer, end: number, v: CPIPRequestArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExtension !== undefined) at = encodeArgumentExtension(w, at, v.argumentExtension);
  at = encodeCPIProtectionLevel(w, at, v.cpiProtectionLevel);
  return w.head(at, tag, end);
}

export const CPIPRequestArg: Codec<CPIPRequestArg> = codec(
  "CPIPRequestArg",
  encodeCPIPRequestArg,
  readCPIPRequestArg,
  usualCPIPRequestArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "cpiProtectionLevel", type: CPIProtectionLevel.type },
      { name: "argumentExtension", type: ArgumentExtension.type, presence: "OPTIONAL" },
    ],
  },
);
