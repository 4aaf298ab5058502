// Generated from asn1/Call-Intrusion-Operations-asn1-97.asn by asn1/tool; do not edit.
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

export type DummyArg =
  | { readonly null: null }
  | { readonly extension: Extension }
  | { readonly sequenceOfExtn: readonly Extension[] };

export function readDummyArg(r: Reader): DummyArg | undefined {
  switch (r.tag()) {
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("null");
      return { null: v };
    }
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

export function usualDummyArg(r: Reader): DummyArg | undefined {
  switch (r.octets[r.at]) {
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { null: v };
    }
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

export function encodeDummyArg(w: Writer, at: number, v: DummyArg): number {
  const c: Alternatives<DummyArg> = v;
  if (c.null !== undefined) return w.null(at, 0x05);
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa1);
  if (c.sequenceOfExtn !== undefined) return w.sequenceOf(at, 0xa2, encodeExtension, c.sequenceOfExtn);
  throw noAlternative("DummyArg");
}

export const DummyArg: Codec<DummyArg> = codec(
  "DummyArg",
  encodeDummyArg,
  readDummyArg,
  usualDummyArg,
  {
    kind: "CHOICE",
    elements: [
      { name: "null", type: { kind: "NULL" } },
      { name: "extension", type: Extension.type },
      { name: "sequenceOfExtn", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export type DummyRes =
  | { readonly null: null }
  | { readonly extension: Extension }
  | { readonly sequenceOfExtn: readonly Extension[] };

export function readDummyRes(r: Reader): DummyRes | undefined {
  switch (r.tag()) {
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("null");
      return { null: v };
    }
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

export function usualDummyRes(r: Reader): DummyRes | undefined {
  switch (r.octets[r.at]) {
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { null: v };
    }
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

export function encodeDummyRes(w: Writer, at: number, v: DummyRes): number {
  const c: Alternatives<DummyRes> = v;
  if (c.null !== undefined) return w.null(at, 0x05);
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa1);
  if (c.sequenceOfExtn !== undefined) return w.sequenceOf(at, 0xa2, encodeExtension, c.sequenceOfExtn);
  throw noAlternative("DummyRes");
}

export const DummyRes: Codec<DummyRes> = codec(
  "DummyRes",
  encodeDummyRes,
  readDummyRes,
  usualDummyRes,
  {
    kind: "CHOICE",
    elements: [
      { name: "null", type: { kind: "NULL" } },
      { name: "extension", type: Extension.type },
      { name: "sequenceOfExtn", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export type CIExtension =
  | { readonly extension: Extension }
  | { readonly sequenceOfExtn: readonly Extension[] };

export function readCIExtension(r: Reader): CIExtension | undefined {
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

export function usualCIExtension(r: Reader): CIExtension | undefined {
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

export function encodeCIExtension(w: Writer, at: number, v: CIExtension): number {
  const c: Alternatives<CIExtension> = v;
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa1);
  if (c.sequenceOfExtn !== undefined) return w.sequenceOf(at, 0xa2, encodeExtension, c.sequenceOfExtn);
  throw noAlternative("CIExtension");
}

export const CIExtension: Codec<CIExtension> = codec(
  "CIExtension",
  encodeCIExtension,
  readCIExtension,
  usualCIExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "extension", type: Extension.type },
      { name: "sequenceOfExtn", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export type CICapabilityLevel =
  | "intrusionLowProt"
  | "intrusionMediumProt"
  | "intrusionHighProt";

const cICapabilityLevelNumbers = {
  "intrusionLowProt": 1,
  "intrusionMediumProt": 2,
  "intrusionHighProt": 3,
} as const;
const cICapabilityLevelNames = namesOf(cICapabilityLevelNumbers);

function cICapabilityLevelNumber(v: CICapabilityLevel): number {
  switch (v) {
    case "intrusionLowProt":
      return 1;
    case "intrusionMediumProt":
      return 2;
    case "intrusionHighProt":
      return 3;
  }
}

export function readCICapabilityLevel(r: Reader, tag = 0x0a): CICapabilityLevel | undefined {
  return r.enumerated(tag, cICapabilityLevelNames);
}

export function usualCICapabilityLevel(r: Reader, tag = 0x0a): CICapabilityLevel | undefined {
  return usual.enumerated(r, tag, cICapabilityLevelNames);
}

export function encodeCICapabilityLevel(w: Writer, at: number, v: CICapabilityLevel, tag = 0x0a): number {
  const n = cICapabilityLevelNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const CICapabilityLevel: Codec<CICapabilityLevel> = codec(
  "CICapabilityLevel",
  encodeCICapabilityLevel,
  readCICapabilityLevel,
  usualCICapabilityLevel,
  { kind: "named", names: cICapabilityLevelNumbers, open: false },
);

export interface CIRequestArg {
  readonly ciCapabilityLevel: CICapabilityLevel;
  readonly argumentExtension?: CIExtension;
}

export function readCIRequestArg(r: Reader, tag = 0x30): CIRequestArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const ciCapabilityLevel = readCICapabilityLevel(r);
  if (ciCapabilityLevel === undefined) return r.under("ciCapabilityLevel");
  const v: Mutable<CIRequestArg> = {
    ciCapabilityLevel,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.argumentExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argumentExtension = readCIExtension(r);
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

export function usualCIRequestArg(r: Reader, tag = 0x30): CIRequestArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const ciCapabilityLevel = usualCICapabilityLevel(r);
  if (ciCapabilityLevel === undefined) return undefined;
  const v: Mutable<CIRequestArg> = { ciCapabilityLevel };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const argumentExtension = usualCIExtension(r);
    if (argumentExtension === undefined) return undefined;
    v.argumentExtension = argumentExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCIRequestArg(w: Writer, end: number, v: CIRequestArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExtension !== undefined) at = encodeCIExtension(w, at, v.argumentExtension);
  at = encodeCICapabilityLevel(w, at, v.ciCapabilityLevel);
  return w.head(at, tag, end);
}

export const CIRequestArg: Codec<CIRequestArg> = codec(
  "CIRequestArg",
  encodeCIRequestArg,
  readCIRequestArg,
  usualCIRequestArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "ciCapabilityLevel", type: CICapabilityLevel.type },
      { name: "argumentExtension", type: CIExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type CIUnwantedUserStatus =
  | "unwantedUserIntruded"
  | "unwantedUserIsolated";

const cIUnwantedUserStatusNumbers = {
  "unwantedUserIntruded": 0,
  "unwantedUserIsolated": 1,
} as const;
const cIUnwantedUserStatusNames = namesOf(cIUnwantedUserStatusNumbers);

function cIUnwantedUserStatusNumber(v: CIUnwantedUserStatus): number {
  switch (v) {
    case "unwantedUserIntruded":
      return 0;
    case "unwantedUserIsolated":
      return 1;
  }
}

export function readCIUnwantedUserStatus(r: Reader, tag = 0x0a): CIUnwantedUserStatus | undefined {
  return r.enumerated(tag, cIUnwantedUserStatusNames);
}

export function usualCIUnwantedUserStatus(r: Reader, tag = 0x0a): CIUnwantedUserStatus | undefined {
  return usual.enumerated(r, tag, cIUnwantedUserStatusNames);
}

export function encodeCIUnwantedUserStatus(w: Writer, at: number, v: CIUnwantedUserStatus, tag = 0x0a): number {
  const n = cIUnwantedUserStatusNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const CIUnwantedUserStatus: Codec<CIUnwantedUserStatus> = codec(
  "CIUnwantedUserStatus",
  encodeCIUnwantedUserStatus,
  readCIUnwantedUserStatus,
  usualCIUnwantedUserStatus,
  { kind: "named", names: cIUnwantedUserStatusNumbers, open: false },
);

export interface CIRequestRes {
  readonly ciUnwantedUserStatus: CIUnwantedUserStatus;
  readonly resultExtension?: CIExtension;
}

export function readCIRequestRes(r: Reader, tag = 0x30): CIRequestRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const ciUnwantedUserStatus = readCIUnwantedUserStatus(r);
  if (ciUnwantedUserStatus === undefined) return r.under("ciUnwantedUserStatus");
  const v: Mutable<CIRequestRes> = {
    ciUnwantedUserStatus,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.resultExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const resultExtension = readCIExtension(r);
        if (resultExtension === undefined) return r.under("resultExtension");
        v.resultExtension = resultExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualCIRequestRes(r: Reader, tag = 0x30): CIRequestRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const ciUnwantedUserStatus = usualCIUnwantedUserStatus(r);
  if (ciUnwantedUserStatus === undefined) return undefined;
  const v: Mutable<CIRequestRes> = { ciUnwantedUserStatus };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const resultExtension = usualCIExtension(r);
    if (resultExtension === undefined) return undefined;
    v.resultExtension = resultExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCIRequestRes(w: Writer, end: number, v: CIRequestRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.resultExtension !== undefined) at = encodeCIExtension(w, at, v.resultExtension);
  at = encodeCIUnwantedUserStatus(w, at, v.ciUnwantedUserStatus);
  return w.head(at, tag, end);
}

export const CIRequestRes: Codec<CIRequestRes> = codec(
  "CIRequestRes",
  encodeCIRequestRes,
  readCIRequestRes,
  usualCIRequestRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "ciUnwantedUserStatus", type: CIUnwantedUserStatus.type },
      { name: "resultExtension", type: CIExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type CIProtectionLevel =
  | "lowProtection"
  | "mediumProtection"
  | "highProtection"
  | "fullProtection";

const cIProtectionLevelNumbers = {
  "lowProtection": 0,
  "mediumProtection": 1,
  "highProtection": 2,
  "fullProtection": 3,
} as const;
const cIProtectionLevelNames = namesOf(cIProtectionLevelNumbers);

function cIProtectionLevelNumber(v: CIProtectionLevel): number {
  switch (v) {
    case "lowProtection":
      return 0;
    case "mediumProtection":
      return 1;
    case "highProtection":
      return 2;
    case "fullProtection":
      return 3;
  }
}

export function readCIProtectionLevel(r: Reader, tag = 0x0a): CIProtectionLevel | undefined {
  return r.enumerated(tag, cIProtectionLevelNames);
}

export function usualCIProtectionLevel(r: Reader, tag = 0x0a): CIProtectionLevel | undefined {
  return usual.enumerated(r, tag, cIProtectionLevelNames);
}

export function encodeCIProtectionLevel(w: Writer, at: number, v: CIProtectionLevel, tag = 0x0a): number {
  const n = cIProtectionLevelNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const CIProtectionLevel: Codec<CIProtectionLevel> = codec(
  "CIProtectionLevel",
  encodeCIProtectionLevel,
  readCIProtectionLevel,
  usualCIProtectionLevel,
  { kind: "named", names: cIProtectionLevelNumbers, open: false },
);

export interface CIGetCIPLRes {
  readonly ciProtectionLevel: CIProtectionLevel;
  readonly resultExtension?: CIExtension;
}

export function readCIGetCIPLRes(r: Reader, tag = 0x30): CIGetCIPLRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const ciProtectionLevel = readCIProtectionLevel(r);
  if (ciProtectionLevel === undefined) return r.under("ciProtectionLevel");
  const v: Mutable<CIGetCIPLRes> = {
    ciProtectionLevel,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.resultExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const resultExtension = readCIExtension(r);
        if (resultExtension === undefined) return r.under("resultExtension");
        v.resultExtension = resultExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualCIGetCIPLRes(r: Reader, tag = 0x30): CIGetCIPLRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const ciProtectionLevel = usualCIProtectionLevel(r);
  if (ciProtectionLevel === undefined) return undefined;
  const v: Mutable<CIGetCIPLRes> = { ciProtectionLevel };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const resultExtension = usualCIExtension(r);
    if (resultExtension === undefined) return undefined;
    v.resultExtension = resultExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCIGetCIPLRes(w: Writer, end: number, v: CIGetCIPLRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.resultExtension !== undefined) at = encodeCIExtension(w, at, v.resultExtension);
  at = encodeCIProtectionLevel(w, at, v.ciProtectionLevel);
  return w.head(at, tag, end);
}

export const CIGetCIPLRes: Codec<CIGetCIPLRes> = codec(
  "CIGetCIPLRes",
  encodeCIGetCIPLRes,
  readCIGetCIPLRes,
  usualCIGetCIPLRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "ciProtectionLevel", type: CIProtectionLevel.type },
      { name: "resultExtension", type: CIExtension.type, presence: "OPTIONAL" },
    ],
  },
);
