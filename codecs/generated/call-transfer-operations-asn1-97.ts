// Generated from asn1/Call-Transfer-Operations-asn1-97.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Alternatives, type Codec, codec, type Mutable, namesOf, noAlternative } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";
import {
  PartyNumber,
  PartySubaddress,
  PresentedAddressScreened,
  PresentedNumberScreened,
  encodePartyNumber,
  encodePartySubaddress,
  encodePresentedAddressScreened,
  encodePresentedNumberScreened,
  readPartyNumber,
  readPartySubaddress,
  readPresentedAddressScreened,
  readPresentedNumberScreened,
  usualPartyNumber,
  usualPartySubaddress,
  usualPresentedAddressScreened,
  usualPresentedNumberScreened,
} from "./addressing-data-elements-asn1-97.ts";
import {
  Extension,
  encodeExtension,
  readExtension,
  usualExtension,
} from "./manufacturer-specific-service-extension-class-asn1-97.ts";
import {
  Name,
  encodeName,
  readName,
  usualName,
} from "./name-operations-asn1-97.ts";

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

export type DummyRes =
  | { readonly null: null }
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readDummyRes(r: Reader): DummyRes | undefined {
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

export function usualDummyRes(r: Reader): DummyRes | undefined {
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

export function encodeDummyRes(w: Writer, at: number, v: DummyRes): number {
  const c: Alternatives<DummyRes> = v;
  if (c.null !== undefined) return w.null(at, 0x05);
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xa1);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xa2, encodeExtension, c.multiple);
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
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

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

export type CTRerouteingExtension =
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readCTRerouteingExtension(r: Reader): CTRerouteingExtension | undefined {
  switch (r.tag()) {
    case 0xa6: {
      const v = readExtension(r, 0xa6);
      if (v === undefined) return r.under("single");
      return { single: v };
    }
    case 0xa7: {
      const v = r.sequenceOf(0xa7, readExtension);
      if (v === undefined) return r.under("multiple");
      return { multiple: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualCTRerouteingExtension(r: Reader): CTRerouteingExtension | undefined {
  switch (r.octets[r.at]) {
    case 0xa6: {
      const v = usualExtension(r, 0xa6);
      return v === undefined ? undefined : { single: v };
    }
    case 0xa7: {
      const v = usual.sequenceOf(r, 0xa7, usualExtension);
      return v === undefined ? undefined : { multiple: v };
    }
    default:
      return undefined;
  }
}

export function encodeCTRerouteingExtension(w: Writer, at: number, v: CTRerouteingExtension): number {
  const c: Alternatives<CTRerouteingExtension> = v;
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xa6);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xa7, encodeExtension, c.multiple);
  throw noAlternative("CTRerouteingExtension");
}

export const CTRerouteingExtension: Codec<CTRerouteingExtension> = codec(
  "CTRerouteingExtension",
  encodeCTRerouteingExtension,
  readCTRerouteingExtension,
  usualCTRerouteingExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface CTIdentifyRes {
  readonly callIdentity: string;
  readonly rerouteingNumber: PartyNumber;
  readonly resultExtension?: CTRerouteingExtension;
}

export function readCTIdentifyRes(r: Reader, tag = 0x30): CTIdentifyRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const callIdentity = r.numericString(0x12, 1, 4);
  if (callIdentity === undefined) return r.under("callIdentity");
  const rerouteingNumber = readPartyNumber(r);
  if (rerouteingNumber === undefined) return r.under("rerouteingNumber");
  const v: Mutable<CTIdentifyRes> = {
    callIdentity,
    rerouteingNumber,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa6:
      case 0xa7: {
        if (v.resultExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const resultExtension = readCTRerouteingExtension(r);
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

export function usualCTIdentifyRes(r: Reader, tag = 0x30): CTIdentifyRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const callIdentity = usual.numericString(r, 0x12, 1, 4);
  if (callIdentity === undefined) return undefined;
  const rerouteingNumber = usualPartyNumber(r);
  if (rerouteingNumber === undefined) return undefined;
  const v: Mutable<CTIdentifyRes> = { callIdentity, rerouteingNumber };
  if (r.at < end && (r.octets[r.at] === 0xa6 || r.octets[r.at] === 0xa7)) {
    const resultExtension = usualCTRerouteingExtension(r);
    if (resultExtension === undefined) return undefined;
    v.resultExtension = resultExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCTIdentifyRes(w: Writer, end: number, v: CTIdentifyRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.resultExtension !== undefined) at = encodeCTRerouteingExtension(w, at, v.resultExtension);
  at = encodePartyNumber(w, at, v.rerouteingNumber);
  at = w.numericString(at, 0x12, v.callIdentity, 1, 4);
  return w.head(at, tag, end);
}

export const CTIdentifyRes: Codec<CTIdentifyRes> = codec(
  "CTIdentifyRes",
  encodeCTIdentifyRes,
  readCTIdentifyRes,
  usualCTIdentifyRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "callIdentity", type: { kind: "NumericString", min: 1, max: 4 } },
      { name: "rerouteingNumber", type: PartyNumber.type },
      { name: "resultExtension", type: CTRerouteingExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface CTInitiateArg {
  readonly callIdentity: string;
  readonly rerouteingNumber: PartyNumber;
  readonly argumentExtension?: CTRerouteingExtension;
}

export function readCTInitiateArg(r: Reader, tag = 0x30): CTInitiateArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const callIdentity = r.numericString(0x12, 1, 4);
  if (callIdentity === undefined) return r.under("callIdentity");
  const rerouteingNumber = readPartyNumber(r);
  if (rerouteingNumber === undefined) return r.under("rerouteingNumber");
  const v: Mutable<CTInitiateArg> = {
    callIdentity,
    rerouteingNumber,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa6:
      case 0xa7: {
        if (v.argumentExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argumentExtension = readCTRerouteingExtension(r);
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

export function usualCTInitiateArg(r: Reader, tag = 0x30): CTInitiateArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const callIdentity = usual.numericString(r, 0x12, 1, 4);
  if (callIdentity === undefined) return undefined;
  const rerouteingNumber = usualPartyNumber(r);
  if (rerouteingNumber === undefined) return undefined;
  const v: Mutable<CTInitiateArg> = { callIdentity, rerouteingNumber };
  if (r.at < end && (r.octets[r.at] === 0xa6 || r.octets[r.at] === 0xa7)) {
    const argumentExtension = usualCTRerouteingExtension(r);
    if (argumentExtension === undefined) return undefined;
    v.argumentExtension = argumentExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCTInitiateArg(w: Writer, end: number, v: CTInitiateArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExtension !== undefined) at = encodeCTRerouteingExtension(w, at, v.argumentExtension);
  at = encodePartyNumber(w, at, v.rerouteingNumber);
  at = w.numericString(at, 0x12, v.callIdentity, 1, 4);
  return w.head(at, tag, end);
}

export const CTInitiateArg: Codec<CTInitiateArg> = codec(
  "CTInitiateArg",
  encodeCTInitiateArg,
  readCTInitiateArg,
  usualCTInitiateArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "callIdentity", type: { kind: "NumericString", min: 1, max: 4 } },
      { name: "rerouteingNumber", type: PartyNumber.type },
      { name: "argumentExtension", type: CTRerouteingExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type CTSetupExtension =
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readCTSetupExtension(r: Reader): CTSetupExtension | undefined {
  switch (r.tag()) {
    case 0xa0: {
      const v = readExtension(r, 0xa0);
      if (v === undefined) return r.under("single");
      return { single: v };
    }
    case 0xa1: {
      const v = r.sequenceOf(0xa1, readExtension);
      if (v === undefined) return r.under("multiple");
      return { multiple: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualCTSetupExtension(r: Reader): CTSetupExtension | undefined {
  switch (r.octets[r.at]) {
    case 0xa0: {
      const v = usualExtension(r, 0xa0);
      return v === undefined ? undefined : { single: v };
    }
    case 0xa1: {
      const v = usual.sequenceOf(r, 0xa1, usualExtension);
      return v === undefined ? undefined : { multiple: v };
    }
    default:
      return undefined;
  }
}

export function encodeCTSetupExtension(w: Writer, at: number, v: CTSetupExtension): number {
  const c: Alternatives<CTSetupExtension> = v;
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xa0);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xa1, encodeExtension, c.multiple);
  throw noAlternative("CTSetupExtension");
}

export const CTSetupExtension: Codec<CTSetupExtension> = codec(
  "CTSetupExtension",
  encodeCTSetupExtension,
  readCTSetupExtension,
  usualCTSetupExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface CTSetupArg {
  readonly callIdentity: string;
  readonly argumentExtension?: CTSetupExtension;
}

export function readCTSetupArg(r: Reader, tag = 0x30): CTSetupArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const callIdentity = r.numericString(0x12, 1, 4);
  if (callIdentity === undefined) return r.under("callIdentity");
  const v: Mutable<CTSetupArg> = {
    callIdentity,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa0:
      case 0xa1: {
        if (v.argumentExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argumentExtension = readCTSetupExtension(r);
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

export function usualCTSetupArg(r: Reader, tag = 0x30): CTSetupArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const callIdentity = usual.numericString(r, 0x12, 1, 4);
  if (callIdentity === undefined) return undefined;
  const v: Mutable<CTSetupArg> = { callIdentity };
  if (r.at < end && (r.octets[r.at] === 0xa0 || r.octets[r.at] === 0xa1)) {
    const argumentExtension = usualCTSetupExtension(r);
    if (argumentExtension === undefined) return undefined;
    v.argumentExtension = argumentExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCTSetupArg(w: Writer, end: number, v: CTSetupArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExtension !== undefined) at = encodeCTSetupExtension(w, at, v.argumentExtension);
  at = w.numericString(at, 0x12, v.callIdentity, 1, 4);
  return w.head(at, tag, end);
}

export const CTSetupArg: Codec<CTSetupArg> = codec(
  "CTSetupArg",
  encodeCTSetupArg,
  readCTSetupArg,
  usualCTSetupArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "callIdentity", type: { kind: "NumericString", min: 1, max: 4 } },
      { name: "argumentExtension", type: CTSetupExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type CTExtension =
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readCTExtension(r: Reader): CTExtension | undefined {
  switch (r.tag()) {
    case 0xa9: {
      const v = readExtension(r, 0xa9);
      if (v === undefined) return r.under("single");
      return { single: v };
    }
    case 0xaa: {
      const v = r.sequenceOf(0xaa, readExtension);
      if (v === undefined) return r.under("multiple");
      return { multiple: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualCTExtension(r: Reader): CTExtension | undefined {
  switch (r.octets[r.at]) {
    case 0xa9: {
      const v = usualExtension(r, 0xa9);
      return v === undefined ? undefined : { single: v };
    }
    case 0xaa: {
      const v = usual.sequenceOf(r, 0xaa, usualExtension);
      return v === undefined ? undefined : { multiple: v };
    }
    default:
      return undefined;
  }
}

export function encodeCTExtension(w: Writer, at: number, v: CTExtension): number {
  const c: Alternatives<CTExtension> = v;
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xa9);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xaa, encodeExtension, c.multiple);
  throw noAlternative("CTExtension");
}

export const CTExtension: Codec<CTExtension> = codec(
  "CTExtension",
  encodeCTExtension,
  readCTExtension,
  usualCTExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface CTActiveArg {
  readonly connectedAddress: PresentedAddressScreened;
  readonly basicCallInfoElements?: Uint8Array;
  readonly connectedName?: Name;
  readonly argumentExtension?: CTExtension;
}

export function readCTActiveArg(r: Reader, tag = 0x30): CTActiveArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const connectedAddress = readPresentedAddressScreened(r);
  if (connectedAddress === undefined) return r.under("connectedAddress");
  const v: Mutable<CTActiveArg> = {
    connectedAddress,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x40:
      case 0x60: {
        if (v.basicCallInfoElements !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const basicCallInfoElements = r.octetString(0x40);
        if (basicCallInfoElements === undefined) return r.under("basicCallInfoElements");
        v.basicCallInfoElements = basicCallInfoElements;
        break;
      }
      case 0x80:
      case 0xa0:
      case 0xa1:
      case 0x82:
      case 0xa2:
      case 0xa3:
      case 0x87:
      case 0x84: {
        if (v.connectedName !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const connectedName = readName(r);
        if (connectedName === undefined) return r.under("connectedName");
        v.connectedName = connectedName;
        break;
      }
      case 0xa9:
      case 0xaa: {
        if (v.argumentExtension !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const argumentExtension = readCTExtension(r);
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

export function usualCTActiveArg(r: Reader, tag = 0x30): CTActiveArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const connectedAddress = usualPresentedAddressScreened(r);
  if (connectedAddress === undefined) return undefined;
  const v: Mutable<CTActiveArg> = { connectedAddress };
  if (r.at < end && (r.octets[r.at] === 0x40 || r.octets[r.at] === 0x60)) {
    const basicCallInfoElements = usual.octetString(r, 0x40);
    if (basicCallInfoElements === undefined) return undefined;
    v.basicCallInfoElements = basicCallInfoElements;
  }
  if (r.at < end && (r.octets[r.at] === 0x80 || r.octets[r.at] === 0xa0 || r.octets[r.at] === 0xa1 || r.octets[r.at] ===
    0x82 || r.octets[r.at] === 0xa2 || r.octets[r.at] === 0xa3 || r.octets[r.at] === 0x87 || r.octets[r.at] === 0x84)) {
    const connectedName = usualName(r);
    if (connectedName === undefined) return undefined;
    v.connectedName = connectedName;
  }
  if (r.at < end && (r.octets[r.at] === 0xa9 || r.octets[r.at] === 0xaa)) {
    const argumentExtension = usualCTExtension(r);
    if (argumentExtension === undefined) return undefined;
    v.argumentExtension = argumentExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCTActiveArg(w: Writer, end: number, v: CTActiveArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExtension !== undefined) at = encodeCTExtension(w, at, v.argumentExtension);
  if (v.connectedName !== undefined) at = encodeName(w, at, v.connectedName);
  if (v.basicCallInfoElements !== undefined) at = w.octetString(at, 0x40, v.basicCallInfoElements);
  at = encodePresentedAddressScreened(w, at, v.connectedAddress);
  return w.head(at, tag, end);
}

export const CTActiveArg: Codec<CTActiveArg> = codec(
  "CTActiveArg",
  encodeCTActiveArg,
  readCTActiveArg,
  usualCTActiveArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "connectedAddress", type: PresentedAddressScreened.type },
      { name: "basicCallInfoElements", type: { kind: "OCTET STRING" }, presence: "OPTIONAL" },
      { name: "connectedName", type: Name.type, presence: "OPTIONAL" },
      { name: "argumentExtension", type: CTExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type EndDesignation =
  | "primaryEnd"
  | "secondaryEnd";

const endDesignationNumbers = {
  "primaryEnd": 0,
  "secondaryEnd": 1,
} as const;
const endDesignationNames = namesOf(endDesignationNumbers);

function endDesignationNumber(v: EndDesignation): number {
  switch (v) {
    case "primaryEnd":
      return 0;
    case "secondaryEnd":
      return 1;
  }
}

export function readEndDesignation(r: Reader, tag = 0x0a): EndDesignation | undefined {
  return r.enumerated(tag, endDesignationNames);
}

export function usualEndDesignation(r: Reader, tag = 0x0a): EndDesignation | undefined {
  return usual.enumerated(r, tag, endDesignationNames);
}

export function encodeEndDesignation(w: Writer, at: number, v: EndDesignation, tag = 0x0a): number {
  const n = endDesignationNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const EndDesignation: Codec<EndDesignation> = codec(
  "EndDesignation",
  encodeEndDesignation,
  readEndDesignation,
  usualEndDesignation,
  { kind: "named", names: endDesignationNumbers, open: false },
);

export type CallStatus =
  | "answered"
  | "alerting";

const callStatusNumbers = {
  "answered": 0,
  "alerting": 1,
} as const;
const callStatusNames = namesOf(callStatusNumbers);

function callStatusNumber(v: CallStatus): number {
  switch (v) {
    case "answered":
      return 0;
    case "alerting":
      return 1;
  }
}

export function readCallStatus(r: Reader, tag = 0x0a): CallStatus | undefined {
  return r.enumerated(tag, callStatusNames);
}

export function usualCallStatus(r: Reader, tag = 0x0a): CallStatus | undefined {
  return usual.enumerated(r, tag, callStatusNames);
}

export function encodeCallStatus(w: Writer, at: number, v: CallStatus, tag = 0x0a): number {
  const n = callStatusNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const CallStatus: Codec<CallStatus> = codec(
  "CallStatus",
  encodeCallStatus,
  readCallStatus,
  usualCallStatus,
  { kind: "named", names: callStatusNumbers, open: false },
);

export interface CTCompleteArg {
  readonly endDesignation: EndDesignation;
  readonly redirectionNumber: PresentedNumberScreened;
  readonly basicCallInfoElements?: Uint8Array;
  readonly redirectionName?: Name;
  /** Absent: answered. */
  readonly callStatus?: CallStatus;
  readonly argumentExtension?: CTExtension;
}

export function readCTCompleteArg(r: Reader, tag = 0x30): CTCompleteArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const endDesignation = readEndDesignation(r);
  if (endDesignation === undefined) return r.under("endDesignation");
  const redirectionNumber = readPresentedNumberScreened(r);
  if (redirectionNumber === undefined) return r.under("redirectionNumber");
  const v: Mutable<CTCompleteArg> = {
    endDesignation,
    redirectionNumber,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x40:
      case 0x60: {
        if (v.basicCallInfoElements !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const basicCallInfoElements = r.octetString(0x40);
        if (basicCallInfoElements === undefined) return r.under("basicCallInfoElements");
        v.basicCallInfoElements = basicCallInfoElements;
        break;
      }
      case 0x80:
      case 0xa0:
      case 0xa1:
      case 0x82:
      case 0xa2:
      case 0xa3:
      case 0x87:
      case 0x84: {
        if (v.redirectionName !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const redirectionName = readName(r);
        if (redirectionName === undefined) return r.under("redirectionName");
        v.redirectionName = redirectionName;
        break;
      }
      case 0x0a: {
        if (v.callStatus !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const callStatus = readCallStatus(r);
        if (callStatus === undefined) return r.under("callStatus");
        v.callStatus = callStatus;
        break;
      }
      case 0xa9:
      case 0xaa: {
        if (v.argumentExtension !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const argumentExtension = readCTExtension(r);
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

export function usualCTCompleteArg(r: Reader, tag = 0x30): CTCompleteArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const endDesignation = usualEndDesignation(r);
  if (endDesignation === undefined) return undefined;
  const redirectionNumber = usualPresentedNumberScreened(r);
  if (redirectionNumber === undefined) return undefined;
  const v: Mutable<CTCompleteArg> = { endDesignation, redirectionNumber };
  if (r.at < end && (r.octets[r.at] === 0x40 || r.octets[r.at] === 0x60)) {
    const basicCallInfoElements = usual.octetString(r, 0x40);
    if (basicCallInfoElements === undefined) return undefined;
    v.basicCallInfoElements = basicCallInfoElements;
  }
  if (r.at < end && (r.octets[r.at] === 0x80 || r.octets[r.at] === 0xa0 || r.octets[r.at] === 0xa1 || r.octets[r.at] ===
    0x82 || r.octets[r.at] === 0xa2 || r.octets[r.at] === 0xa3 || r.octets[r.at] === 0x87 || r.octets[r.at] === 0x84)) {
    const redirectionName = usualName(r);
    if (redirectionName === undefined) return undefined;
    v.redirectionName = redirectionName;
  }
  if (r.at < end && r.octets[r.at] === 0x0a) {
    const callStatus = usualCallStatus(r);
    if (callStatus === undefined) return undefined;
    v.callStatus = callStatus;
  }
  if (r.at < end && (r.octets[r.at] === 0xa9 || r.octets[r.at] === 0xaa)) {
    const argumentExtension = usualCTExtension(r);
    if (argumentExtension === undefined) return undefined;
    v.argumentExtension = argumentExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCTCompleteArg(w: Writer, end: number, v: CTCompleteArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExtension !== undefined) at = encodeCTExtension(w, at, v.argumentExtension);
  if (v.callStatus !== undefined && v.callStatus !== "answered") at = encodeCallStatus(w, at, v.callStatus);
  if (v.redirectionName !== undefined) at = encodeName(w, at, v.redirectionName);
  if (v.basicCallInfoElements !== undefined) at = w.octetString(at, 0x40, v.basicCallInfoElements);
  at = encodePresentedNumberScreened(w, at, v.redirectionNumber);
  at = encodeEndDesignation(w, at, v.endDesignation);
  return w.head(at, tag, end);
}

export const CTCompleteArg: Codec<CTCompleteArg> = codec(
  "CTCompleteArg",
  encodeCTCompleteArg,
  readCTCompleteArg,
  usualCTCompleteArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "endDesignation", type: EndDesignation.type },
      { name: "redirectionNumber", type: PresentedNumberScreened.type },
      { name: "basicCallInfoElements", type: { kind: "OCTET STRING" }, presence: "OPTIONAL" },
      { name: "redirectionName", type: Name.type, presence: "OPTIONAL" },
      { name: "callStatus", type: CallStatus.type, presence: {"default":"answered"} },
      { name: "argumentExtension", type: CTExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface CTUpdateArg {
  readonly redirectionNumber: PresentedNumberScreened;
  readonly redirectionName?: Name;
  readonly basicCallInfoElements?: Uint8Array;
  readonly argumentExtension?: CTExtension;
}

export function readCTUpdateArg(r: Reader, tag = 0x30): CTUpdateArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const redirectionNumber = readPresentedNumberScreened(r);
  if (redirectionNumber === undefined) return r.under("redirectionNumber");
  const v: Mutable<CTUpdateArg> = {
    redirectionNumber,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x80:
      case 0xa0:
      case 0xa1:
      case 0x82:
      case 0xa2:
      case 0xa3:
      case 0x87:
      case 0x84: {
        if (v.redirectionName !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const redirectionName = readName(r);
        if (redirectionName === undefined) return r.under("redirectionName");
        v.redirectionName = redirectionName;
        break;
      }
      case 0x40:
      case 0x60: {
        if (v.basicCallInfoElements !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const basicCallInfoElements = r.octetString(0x40);
        if (basicCallInfoElements === undefined) return r.under("basicCallInfoElements");
        v.basicCallInfoElements = basicCallInfoElements;
        break;
      }
      case 0xa9:
      case 0xaa: {
        if (v.argumentExtension !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const argumentExtension = readCTExtension(r);
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

export function usualCTUpdateArg(r: Reader, tag = 0x30): CTUpdateArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const redirectionNumber = usualPresentedNumberScreened(r);
  if (redirectionNumber === undefined) return undefined;
  const v: Mutable<CTUpdateArg> = { redirectionNumber };
  if (r.at < end && (r.octets[r.at] === 0x80 || r.octets[r.at] === 0xa0 || r.octets[r.at] === 0xa1 || r.octets[r.at] ===
    0x82 || r.octets[r.at] === 0xa2 || r.octets[r.at] === 0xa3 || r.octets[r.at] === 0x87 || r.octets[r.at] === 0x84)) {
    const redirectionName = usualName(r);
    if (redirectionName === undefined) return undefined;
    v.redirectionName = redirectionName;
  }
  if (r.at < end && (r.octets[r.at] === 0x40 || r.octets[r.at] === 0x60)) {
    const basicCallInfoElements = usual.octetString(r, 0x40);
    if (basicCallInfoElements === undefined) return undefined;
    v.basicCallInfoElements = basicCallInfoElements;
  }
  if (r.at < end && (r.octets[r.at] === 0xa9 || r.octets[r.at] === 0xaa)) {
    const argumentExtension = usualCTExtension(r);
    if (argumentExtension === undefined) return undefined;
    v.argumentExtension = argumentExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCTUpdateArg(w: Writer, end: number, v: CTUpdateArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExtension !== undefined) at = encodeCTExtension(w, at, v.argumentExtension);
  if (v.basicCallInfoElements !== undefined) at = w.octetString(at, 0x40, v.basicCallInfoElements);
  if (v.redirectionName !== undefined) at = encodeName(w, at, v.redirectionName);
  at = encodePresentedNumberScreened(w, at, v.redirectionNumber);
  return w.head(at, tag, end);
}

export const CTUpdateArg: Codec<CTUpdateArg> = codec(
  "CTUpdateArg",
  encodeCTUpdateArg,
  readCTUpdateArg,
  usualCTUpdateArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "redirectionNumber", type: PresentedNumberScreened.type },
      { name: "redirectionName", type: Name.type, presence: "OPTIONAL" },
      { name: "basicCallInfoElements", type: { kind: "OCTET STRING" }, presence: "OPTIONAL" },
      { name: "argumentExtension", type: CTExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface SubaddressTransferArg {
  readonly redirectionSubaddress: PartySubaddress;
  readonly argumentExtension?: CTSetupExtension;
}

export function readSubaddressTransferArg(r: Reader, tag = 0x30): SubaddressTransferArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const redirectionSubaddress = readPartySubaddress(r);
  if (redirectionSubaddress === undefined) return r.under("redirectionSubaddress");
  const v: Mutable<SubaddressTransferArg> = {
    redirectionSubaddress,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa0:
      case 0xa1: {
        if (v.argumentExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argumentExtension = readCTSetupExtension(r);
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

export function usualSubaddressTransferArg(r: Reader, tag = 0x30): SubaddressTransferArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const redirectionSubaddress = usualPartySubaddress(r);
  if (redirectionSubaddress === undefined) return undefined;
  const v: Mutable<SubaddressTransferArg> = { redirectionSubaddress };
  if (r.at < end && (r.octets[r.at] === 0xa0 || r.octets[r.at] === 0xa1)) {
    const argumentExtension = usualCTSetupExtension(r);
    if (argumentExtension === undefined) return undefined;
    v.argumentExtension = argumentExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeSubaddressTransferArg(w: Writer, end: number, v: SubaddressTransferArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExtension !== undefined) at = encodeCTSetupExtension(w, at, v.argumentExtension);
  at = encodePartySubaddress(w, at, v.redirectionSubaddress);
  return w.head(at, tag, end);
}

export const SubaddressTransferArg: Codec<SubaddressTransferArg> = codec(
  "SubaddressTransferArg",
  encodeSubaddressTransferArg,
  readSubaddressTransferArg,
  usualSubaddressTransferArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "redirectionSubaddress", type: PartySubaddress.type },
      { name: "argumentExtension", type: CTSetupExtension.type, presence: "OPTIONAL" },
    ],
  },
);
