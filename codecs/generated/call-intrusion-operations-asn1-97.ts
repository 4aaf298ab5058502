// Generated from asn1/Call-Intrusion-Operations-asn1-97.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Codec, codec, type Mutable, namesOf } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import type { Writer } from "../ber/writer.ts";
import {
  Extension,
  encodeExtension,
  readExtension,
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

export function encodeDummyArg(w: Writer, v: DummyArg): void {
  if ("null" in v) w.null(0x05);
  else if ("extension" in v) encodeExtension(w, v.extension, 0xa1);
  else w.sequenceOf(0xa2, encodeExtension, v.sequenceOfExtn);
}

export const DummyArg: Codec<DummyArg> = codec(
  "DummyArg",
  encodeDummyArg,
  readDummyArg,
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

export function encodeDummyRes(w: Writer, v: DummyRes): void {
  if ("null" in v) w.null(0x05);
  else if ("extension" in v) encodeExtension(w, v.extension, 0xa1);
  else w.sequenceOf(0xa2, encodeExtension, v.sequenceOfExtn);
}

export const DummyRes: Codec<DummyRes> = codec(
  "DummyRes",
  encodeDummyRes,
  readDummyRes,
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

export function encodeCIExtension(w: Writer, v: CIExtension): void {
  if ("extension" in v) encodeExtension(w, v.extension, 0xa1);
  else w.sequenceOf(0xa2, encodeExtension, v.sequenceOfExtn);
}

export const CIExtension: Codec<CIExtension> = codec(
  "CIExtension",
  encodeCIExtension,
  readCIExtension,
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

export function readCICapabilityLevel(r: Reader, tag = 0x0a): CICapabilityLevel | undefined {
  return r.enumerated(tag, cICapabilityLevelNames);
}

export function encodeCICapabilityLevel(w: Writer, v: CICapabilityLevel, tag = 0x0a): void {
  w.integer(tag, cICapabilityLevelNumbers[v]);
}

export const CICapabilityLevel: Codec<CICapabilityLevel> = codec(
  "CICapabilityLevel",
  encodeCICapabilityLevel,
  readCICapabilityLevel,
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

export function encodeCIRequestArg(w: Writer, v: CIRequestArg, tag = 0x30): void {
  const at = w.open(tag);
  encodeCICapabilityLevel(w, v.ciCapabilityLevel);
  if (v.argumentExtension !== undefined) encodeCIExtension(w, v.argumentExtension);
  w.close(at);
}

export const CIRequestArg: Codec<CIRequestArg> = codec(
  "CIRequestArg",
  encodeCIRequestArg,
  readCIRequestArg,
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

export function readCIUnwantedUserStatus(r: Reader, tag = 0x0a): CIUnwantedUserStatus | undefined {
  return r.enumerated(tag, cIUnwantedUserStatusNames);
}

export function encodeCIUnwantedUserStatus(w: Writer, v: CIUnwantedUserStatus, tag = 0x0a): void {
  w.integer(tag, cIUnwantedUserStatusNumbers[v]);
}

export const CIUnwantedUserStatus: Codec<CIUnwantedUserStatus> = codec(
  "CIUnwantedUserStatus",
  encodeCIUnwantedUserStatus,
  readCIUnwantedUserStatus,
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

export function encodeCIRequestRes(w: Writer, v: CIRequestRes, tag = 0x30): void {
  const at = w.open(tag);
  encodeCIUnwantedUserStatus(w, v.ciUnwantedUserStatus);
  if (v.resultExtension !== undefined) encodeCIExtension(w, v.resultExtension);
  w.close(at);
}

export const CIRequestRes: Codec<CIRequestRes> = codec(
  "CIRequestRes",
  encodeCIRequestRes,
  readCIRequestRes,
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

export function readCIProtectionLevel(r: Reader, tag = 0x0a): CIProtectionLevel | undefined {
  return r.enumerated(tag, cIProtectionLevelNames);
}

export function encodeCIProtectionLevel(w: Writer, v: CIProtectionLevel, tag = 0x0a): void {
  w.integer(tag, cIProtectionLevelNumbers[v]);
}

export const CIProtectionLevel: Codec<CIProtectionLevel> = codec(
  "CIProtectionLevel",
  encodeCIProtectionLevel,
  readCIProtectionLevel,
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

export function encodeCIGetCIPLRes(w: Writer, v: CIGetCIPLRes, tag = 0x30): void {
  const at = w.open(tag);
  encodeCIProtectionLevel(w, v.ciProtectionLevel);
  if (v.resultExtension !== undefined) encodeCIExtension(w, v.resultExtension);
  w.close(at);
}

export const CIGetCIPLRes: Codec<CIGetCIPLRes> = codec(
  "CIGetCIPLRes",
  encodeCIGetCIPLRes,
  readCIGetCIPLRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "ciProtectionLevel", type: CIProtectionLevel.type },
      { name: "resultExtension", type: CIExtension.type, presence: "OPTIONAL" },
    ],
  },
);
