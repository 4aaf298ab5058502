// Generated from asn1/Path-Replacement-Operations-asn1-97.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Alternatives, type Codec, codec, type Mutable, noAlternative } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";
import {
  PartyNumber,
  encodePartyNumber,
  readPartyNumber,
  usualPartyNumber,
} from "./addressing-data-elements-asn1-97.ts";
import {
  Extension,
  encodeExtension,
  readExtension,
  usualExtension,
} from "./manufacturer-specific-service-extension-class-asn1-97.ts";

export type CallIdentity = string;

export function readCallIdentity(r: Reader, tag = 0x12): CallIdentity | undefined {
  return r.numericString(tag, 1, 4);
}

export function usualCallIdentity(r: Reader, tag = 0x12): CallIdentity | undefined {
  return usual.numericString(r, tag, 1, 4);
}

export function encodeCallIdentity(w: Writer, at: number, v: CallIdentity, tag = 0x12): number {
  return w.numericString(at, tag, v, 1, 4);
}

export const CallIdentity: Codec<CallIdentity> = codec(
  "CallIdentity",
  encodeCallIdentity,
  readCallIdentity,
  usualCallIdentity,
  { kind: "NumericString", min: 1, max: 4 },
);

export type PRExtension =
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readPRExtension(r: Reader): PRExtension | undefined {
  switch (r.tag()) {
    case 0xa1: {
      const v = readExtension(r, 0xa1);
      if (v === undefined) return r.under("single");
      return { single: v };
    }
    case 0xa2: {
      const v = r.sequenceOf(0xa2, readExtension);
      if (v === undefined) return r.under("multiple");
      return { multiple: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualPRExtension(r: Reader): PRExtension | undefined {
  switch (r.octets[r.at]) {
    case 0xa1: {
      const v = usualExtension(r, 0xa1);
      return v === undefined ? undefined : { single: v };
    }
    case 0xa2: {
      const v = usual.sequenceOf(r, 0xa2, usualExtension);
      return v === undefined ? undefined : { multiple: v };
    }
    default:
      return undefined;
  }
}

export function encodePRExtension(w: Writer, at: number, v: PRExtension): number {
  const c: Alternatives<PRExtension> = v;
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xa1);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xa2, encodeExtension, c.multiple);
  throw noAlternative("PRExtension");
}

export const PRExtension: Codec<PRExtension> = codec(
  "PRExtension",
  encodePRExtension,
  readPRExtension,
  usualPRExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface PRProposeArg {
  readonly callIdentity: string;
  readonly rerouteingNumber: PartyNumber;
  readonly extension?: PRExtension;
}

export function readPRProposeArg(r: Reader, tag = 0x30): PRProposeArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const callIdentity = r.numericString(0x12, 1, 4);
  if (callIdentity === undefined) return r.under("callIdentity");
  const rerouteingNumber = readPartyNumber(r);
  if (rerouteingNumber === undefined) return r.under("rerouteingNumber");
  const v: Mutable<PRProposeArg> = {
    callIdentity,
    rerouteingNumber,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extension = readPRExtension(r);
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

export function usualPRProposeArg(r: Reader, tag = 0x30): PRProposeArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const callIdentity = usual.numericString(r, 0x12, 1, 4);
  if (callIdentity === undefined) return undefined;
  const rerouteingNumber = usualPartyNumber(r);
  if (rerouteingNumber === undefined) return undefined;
  const v: Mutable<PRProposeArg> = { callIdentity, rerouteingNumber };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const extension = usualPRExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodePRProposeArg(w: Writer, end: number, v: PRProposeArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodePRExtension(w, at, v.extension);
  at = encodePartyNumber(w, at, v.rerouteingNumber);
  at = w.numericString(at, 0x12, v.callIdentity, 1, 4);
  return w.head(at, tag, end);
}

export const PRProposeArg: Codec<PRProposeArg> = codec(
  "PRProposeArg",
  encodePRProposeArg,
  readPRProposeArg,
  usualPRProposeArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "callIdentity", type: { kind: "NumericString", min: 1, max: 4 } },
      { name: "rerouteingNumber", type: PartyNumber.type },
      { name: "extension", type: PRExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface PRSetupArg {
  readonly callIdentity: string;
  readonly extension?: PRExtension;
}

export function readPRSetupArg(r: Reader, tag = 0x30): PRSetupArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const callIdentity = r.numericString(0x12, 1, 4);
  if (callIdentity === undefined) return r.under("callIdentity");
  const v: Mutable<PRSetupArg> = {
    callIdentity,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extension = readPRExtension(r);
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

export function usualPRSetupArg(r: Reader, tag = 0x30): PRSetupArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const callIdentity = usual.numericString(r, 0x12, 1, 4);
  if (callIdentity === undefined) return undefined;
  const v: Mutable<PRSetupArg> = { callIdentity };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const extension = usualPRExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodePRSetupArg(w: Writer, end: number, v: PRSetupArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodePRExtension(w, at, v.extension);
  at = w.numericString(at, 0x12, v.callIdentity, 1, 4);
  return w.head(at, tag, end);
}

export const PRSetupArg: Codec<PRSetupArg> = codec(
  "PRSetupArg",
  encodePRSetupArg,
  readPRSetupArg,
  usualPRSetupArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "callIdentity", type: { kind: "NumericString", min: 1, max: 4 } },
      { name: "extension", type: PRExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface PRRetainArg {
  readonly callIdentity: string;
  readonly rerouteingNumber: PartyNumber;
  readonly extension?: PRExtension;
}

export function readPRRetainArg(r: Reader, tag = 0x30): PRRetainArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const callIdentity = r.numericString(0x12, 1, 4);
  if (callIdentity === undefined) return r.under("callIdentity");
  const rerouteingNumber = readPartyNumber(r);
  if (rerouteingNumber === undefined) return r.under("rerouteingNumber");
  const v: Mutable<PRRetainArg> = {
    callIdentity,
    rerouteingNumber,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extension = readPRExtension(r);
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

export function usualPRRetainArg(r: Reader, tag = 0x30): PRRetainArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const callIdentity = usual.numericString(r, 0x12, 1, 4);
  if (callIdentity === undefined) return undefined;
  const rerouteingNumber = usualPartyNumber(r);
  if (rerouteingNumber === undefined) return undefined;
  const v: Mutable<PRRetainArg> = { callIdentity, rerouteingNumber };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const extension = usualPRExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodePRRetainArg(w: Writer, end: number, v: PRRetainArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodePRExtension(w, at, v.extension);
  at = encodePartyNumber(w, at, v.rerouteingNumber);
  at = w.numericString(at, 0x12, v.callIdentity, 1, 4);
  return w.head(at, tag, end);
}

export const PRRetainArg: Codec<PRRetainArg> = codec(
  "PRRetainArg",
  encodePRRetainArg,
  readPRRetainArg,
  usualPRRetainArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "callIdentity", type: { kind: "NumericString", min: 1, max: 4 } },
      { name: "rerouteingNumber", type: PartyNumber.type },
      { name: "extension", type: PRExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type DummyResult =
  | { readonly null: null }
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readDummyResult(r: Reader): DummyResult | undefined {
  switch (r.tag()) {
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("null");
      return { null: v };
    }
    case 0xa1: {
      const v = readExtension(r, 0xa1);
      if (v === undefined) return r.under("single");
      return { single: v };
    }
    case 0xa2: {
      const v = r.sequenceOf(0xa2, readExtension);
      if (v === undefined) return r.under("multiple");
      return { multiple: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualDummyResult(r: Reader): DummyResult | undefined {
  switch (r.octets[r.at]) {
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { null: v };
    }
    case 0xa1: {
      const v = usualExtension(r, 0xa1);
      return v === undefined ? undefined : { single: v };
    }
    case 0xa2: {
      const v = usual.sequenceOf(r, 0xa2, usualExtension);
      return v === undefined ? undefined : { multiple: v };
    }
    default:
      return undefined;
  }
}

export function encodeDummyResult(w: Writer, at: number, v: DummyResult): number {
  const c: Alternatives<DummyResult> = v;
  if (c.null !== undefined) return w.null(at, 0x05);
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xa1);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xa2, encodeExtension, c.multiple);
  throw noAlternative("DummyResult");
}

export const DummyResult: Codec<DummyResult> = codec(
  "DummyResult",
  encodeDummyResult,
  readDummyResult,
  usualDummyResult,
  {
    kind: "CHOICE",
    elements: [
      { name: "null", type: { kind: "NULL" } },
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export type DummyArg =
  | { readonly null: null }
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readDummyArg(r: Reader): DummyArg | undefined {
  switch (r.tag()) {
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("null");
      return { null: v };
    }
    case 0xa1: {
      const v = readExtension(r, 0xa1);
      if (v === undefined) return r.under("single");
      return { single: v };
    }
    case 0xa2: {
      const v = r.sequenceOf(0xa2, readExtension);
      if (v === undefined) return r.under("multiple");
      return { multiple: v };
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
      return v === undefined ? undefined : { single: v };
    }
    case 0xa2: {
      const v = usual.sequenceOf(r, 0xa2, usualExtension);
      return v === undefined ? undefined : { multiple: v };
    }
    default:
      return undefined;
  }
}

export function encodeDummyArg(w: Writer, at: number, v: DummyArg): number {
  const c: Alternatives<DummyArg> = v;
  if (c.null !== undefined) return w.null(at, 0x05);
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xa1);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xa2, encodeExtension, c.multiple);
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
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);
