// Generated from asn1/Short-Message-Service-Operations-asn1-97.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Alternatives, type Codec, codec, type Mutable, namesOf, noAlternative } from "../ber/codec.ts";
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
import {
  Name,
  encodeName,
  readName,
  usualName,
} from "./name-operations-asn1-97.ts";

export type MessageReference = number;

export function readMessageReference(r: Reader, tag = 0x02): MessageReference | undefined {
  return r.integer(tag, 0, 255);
}

export function usualMessageReference(r: Reader, tag = 0x02): MessageReference | undefined {
  return usual.integer(r, tag, 0, 255);
}

export function encodeMessageReference(w: Writer, at: number, v: MessageReference, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 255);
  return w.oneOctet(at, tag, n);
}

export const MessageReference: Codec<MessageReference> = codec(
  "MessageReference",
  encodeMessageReference,
  readMessageReference,
  usualMessageReference,
  { kind: "INTEGER", min: 0, max: 255 },
);

export type ProtocolIdentifier = number;

export function readProtocolIdentifier(r: Reader, tag = 0x02): ProtocolIdentifier | undefined {
  return r.integer(tag, 0, 127);
}

export function usualProtocolIdentifier(r: Reader, tag = 0x02): ProtocolIdentifier | undefined {
  return usual.integer(r, tag, 0, 127);
}

export function encodeProtocolIdentifier(w: Writer, at: number, v: ProtocolIdentifier, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 127);
  return w.oneOctet(at, tag, n);
}

export const ProtocolIdentifier: Codec<ProtocolIdentifier> = codec(
  "ProtocolIdentifier",
  encodeProtocolIdentifier,
  readProtocolIdentifier,
  usualProtocolIdentifier,
  { kind: "INTEGER", min: 0, max: 127 },
);

export type ValidityPeriodRel = number;

export function readValidityPeriodRel(r: Reader, tag = 0x02): ValidityPeriodRel | undefined {
  return r.integer(tag, 0, 255);
}

export function usualValidityPeriodRel(r: Reader, tag = 0x02): ValidityPeriodRel | undefined {
  return usual.integer(r, tag, 0, 255);
}

export function encodeValidityPeriodRel(w: Writer, at: number, v: ValidityPeriodRel, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 255);
  return w.oneOctet(at, tag, n);
}

export const ValidityPeriodRel: Codec<ValidityPeriodRel> = codec(
  "ValidityPeriodRel",
  encodeValidityPeriodRel,
  readValidityPeriodRel,
  usualValidityPeriodRel,
  { kind: "INTEGER", min: 0, max: 255 },
);

export type ValidityPeriodAbs = string;

export function readValidityPeriodAbs(r: Reader, tag = 0x18): ValidityPeriodAbs | undefined {
  return r.visibleString(tag, 12, 19);
}

export function usualValidityPeriodAbs(r: Reader, tag = 0x18): ValidityPeriodAbs | undefined {
  return usual.visibleString(r, tag, 12, 19);
}

export function encodeValidityPeriodAbs(w: Writer, at: number, v: ValidityPeriodAbs, tag = 0x18): number {
  return w.visibleString(at, tag, v, 12, 19);
}

export const ValidityPeriodAbs: Codec<ValidityPeriodAbs> = codec(
  "ValidityPeriodAbs",
  encodeValidityPeriodAbs,
  readValidityPeriodAbs,
  usualValidityPeriodAbs,
  { kind: "VisibleString", min: 12, max: 19 },
);

export type ValidityPeriodSemi = Uint8Array;

export function readValidityPeriodSemi(r: Reader, tag = 0x04): ValidityPeriodSemi | undefined {
  return r.octetString(tag, 3, 3);
}

export function usualValidityPeriodSemi(r: Reader, tag = 0x04): ValidityPeriodSemi | undefined {
  return usual.octetString(r, tag, 3, 3);
}

export function encodeValidityPeriodSemi(w: Writer, at: number, v: ValidityPeriodSemi, tag = 0x04): number {
  return w.octetString(at, tag, v, 3, 3);
}

export const ValidityPeriodSemi: Codec<ValidityPeriodSemi> = codec(
  "ValidityPeriodSemi",
  encodeValidityPeriodSemi,
  readValidityPeriodSemi,
  usualValidityPeriodSemi,
  { kind: "OCTET STRING", min: 3, max: 3 },
);

export type EnhancedVP =
  | { readonly validityPeriodRel: number }
  | { readonly validityPeriodSec: number }
  | { readonly validityPeriodSemi: Uint8Array };

export function readEnhancedVP(r: Reader): EnhancedVP | undefined {
  switch (r.tag()) {
    case 0x80: {
      const v = r.integer(0x80, 0, 255);
      if (v === undefined) return r.under("validityPeriodRel");
      return { validityPeriodRel: v };
    }
    case 0x81: {
      const v = r.integer(0x81, 0, 255);
      if (v === undefined) return r.under("validityPeriodSec");
      return { validityPeriodSec: v };
    }
    case 0x82:
    case 0xa2: {
      const v = r.octetString(0x82, 3, 3);
      if (v === undefined) return r.under("validityPeriodSemi");
      return { validityPeriodSemi: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualEnhancedVP(r: Reader): EnhancedVP | undefined {
  switch (r.octets[r.at]) {
    case 0x80: {
      const v = usual.integer(r, 0x80, 0, 255);
      return v === undefined ? undefined : { validityPeriodRel: v };
    }
    case 0x81: {
      const v = usual.integer(r, 0x81, 0, 255);
      return v === undefined ? undefined : { validityPeriodSec: v };
    }
    case 0x82:
    case 0xa2: {
      const v = usual.octetString(r, 0x82, 3, 3);
      return v === undefined ? undefined : { validityPeriodSemi: v };
    }
    default:
      return undefined;
  }
}

export function encodeEnhancedVP(w: Writer, at: number, v: EnhancedVP): number {
  const c: Alternatives<EnhancedVP> = v;
  if (c.validityPeriodRel !== undefined) return w.integer(at, 0x80, c.validityPeriodRel, 0, 255);
  if (c.validityPeriodSec !== undefined) return w.integer(at, 0x81, c.validityPeriodSec, 0, 255);
  if (c.validityPeriodSemi !== undefined) return w.octetString(at, 0x82, c.validityPeriodSemi, 3, 3);
  throw noAlternative("EnhancedVP");
}

export const EnhancedVP: Codec<EnhancedVP> = codec(
  "EnhancedVP",
  encodeEnhancedVP,
  readEnhancedVP,
  usualEnhancedVP,
  {
    kind: "CHOICE",
    elements: [
      { name: "validityPeriodRel", type: { kind: "INTEGER", min: 0, max: 255 } },
      { name: "validityPeriodSec", type: { kind: "INTEGER", min: 0, max: 255 } },
      { name: "validityPeriodSemi", type: { kind: "OCTET STRING", min: 3, max: 3 } },
    ],
  },
);

export interface ValidityPeriodEnh {
  /** Absent: false. */
  readonly singleShotSM?: boolean;
  readonly enhancedVP?: EnhancedVP;
}

export function readValidityPeriodEnh(r: Reader, tag = 0x30): ValidityPeriodEnh | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const v: Mutable<ValidityPeriodEnh> = {};
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x01: {
        if (v.singleShotSM !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const singleShotSM = r.boolean(0x01);
        if (singleShotSM === undefined) return r.under("singleShotSM");
        v.singleShotSM = singleShotSM;
        break;
      }
      case 0x80:
      case 0x81:
      case 0x82:
      case 0xa2: {
        if (v.enhancedVP !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const enhancedVP = readEnhancedVP(r);
        if (enhancedVP === undefined) return r.under("enhancedVP");
        v.enhancedVP = enhancedVP;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualValidityPeriodEnh(r: Reader, tag = 0x30): ValidityPeriodEnh | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const v: Mutable<ValidityPeriodEnh> = {};
  if (r.at < end && r.octets[r.at] === 0x01) {
    const singleShotSM = usual.boolean(r, 0x01);
    if (singleShotSM === undefined) return undefined;
    v.singleShotSM = singleShotSM;
  }
  if (r.at < end && (r.octets[r.at] === 0x80 || r.octets[r.at] === 0x81 || r.octets[r.at] === 0x82 || r.octets[r.at] ===
    0xa2)) {
    const enhancedVP = usualEnhancedVP(r);
    if (enhancedVP === undefined) return undefined;
    v.enhancedVP = enhancedVP;
  }
  return r.at === end ? v : undefined;
}

export function encodeValidityPeriodEnh(w: Writer, end: number, v: ValidityPeriodEnh, tag = 0x30): number {
  let at = end - w.tail;
  if (v.enhancedVP !== undefined) at = encodeEnhancedVP(w, at, v.enhancedVP);
  if (v.singleShotSM !== undefined && v.singleShotSM !== false) at = w.boolean(at, 0x01, v.singleShotSM);
  return w.head(at, tag, end);
}

export const ValidityPeriodEnh: Codec<ValidityPeriodEnh> = codec(
  "ValidityPeriodEnh",
  encodeValidityPeriodEnh,
  readValidityPeriodEnh,
  usualValidityPeriodEnh,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "singleShotSM", type: { kind: "BOOLEAN" }, presence: {"default":false} },
      { name: "enhancedVP", type: EnhancedVP.type, presence: "OPTIONAL" },
    ],
  },
);

export type ValidityPeriod =
  | { readonly validityPeriodRel: number }
  | { readonly validityPeriodAbs: string }
  | { readonly validityPeriodEnh: ValidityPeriodEnh };

export function readValidityPeriod(r: Reader): ValidityPeriod | undefined {
  switch (r.tag()) {
    case 0x80: {
      const v = r.integer(0x80, 0, 255);
      if (v === undefined) return r.under("validityPeriodRel");
      return { validityPeriodRel: v };
    }
    case 0x81:
    case 0xa1: {
      const v = r.visibleString(0x81, 12, 19);
      if (v === undefined) return r.under("validityPeriodAbs");
      return { validityPeriodAbs: v };
    }
    case 0xa2: {
      const v = readValidityPeriodEnh(r, 0xa2);
      if (v === undefined) return r.under("validityPeriodEnh");
      return { validityPeriodEnh: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualValidityPeriod(r: Reader): ValidityPeriod | undefined {
  switch (r.octets[r.at]) {
    case 0x80: {
      const v = usual.integer(r, 0x80, 0, 255);
      return v === undefined ? undefined : { validityPeriodRel: v };
    }
    case 0x81:
    case 0xa1: {
      const v = usual.visibleString(r, 0x81, 12, 19);
      return v === undefined ? undefined : { validityPeriodAbs: v };
    }
    case 0xa2: {
      const v = usualValidityPeriodEnh(r, 0xa2);
      return v === undefined ? undefined : { validityPeriodEnh: v };
    }
    default:
      return undefined;
  }
}

export function encodeValidityPeriod(w: Writer, at: number, v: ValidityPeriod): number {
  const c: Alternatives<ValidityPeriod> = v;
  if (c.validityPeriodRel !== undefined) return w.integer(at, 0x80, c.validityPeriodRel, 0, 255);
  if (c.validityPeriodAbs !== undefined) return w.visibleString(at, 0x81, c.validityPeriodAbs, 12, 19);
  if (c.validityPeriodEnh !== undefined) return encodeValidityPeriodEnh(w, at, c.validityPeriodEnh, 0xa2);
  throw noAlternative("ValidityPeriod");
}

export const ValidityPeriod: Codec<ValidityPeriod> = codec(
  "ValidityPeriod",
  encodeValidityPeriod,
  readValidityPeriod,
  usualValidityPeriod,
  {
    kind: "CHOICE",
    elements: [
      { name: "validityPeriodRel", type: { kind: "INTEGER", min: 0, max: 255 } },
      { name: "validityPeriodAbs", type: { kind: "VisibleString", min: 12, max: 19 } },
      { name: "validityPeriodEnh", type: ValidityPeriodEnh.type },
    ],
  },
);

export interface SmSubmitParameter {
  readonly protocolIdentifier: number;
  readonly validityPeriod?: ValidityPeriod;
  /** Absent: false. */
  readonly statusReportRequest?: boolean;
  /** Absent: false. */
  readonly replyPath?: boolean;
  /** Absent: false. */
  readonly rejectDuplicates?: boolean;
}

export function readSmSubmitParameter(r: Reader, tag = 0x30): SmSubmitParameter | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const protocolIdentifier = r.integer(0x02, 0, 127);
  if (protocolIdentifier === undefined) return r.under("protocolIdentifier");
  const v: Mutable<SmSubmitParameter> = {
    protocolIdentifier,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x80:
      case 0x81:
      case 0xa1:
      case 0xa2: {
        if (v.validityPeriod !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const validityPeriod = readValidityPeriod(r);
        if (validityPeriod === undefined) return r.under("validityPeriod");
        v.validityPeriod = validityPeriod;
        break;
      }
      case 0x8b: {
        if (v.statusReportRequest !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const statusReportRequest = r.boolean(0x8b);
        if (statusReportRequest === undefined) return r.under("statusReportRequest");
        v.statusReportRequest = statusReportRequest;
        break;
      }
      case 0x8c: {
        if (v.replyPath !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const replyPath = r.boolean(0x8c);
        if (replyPath === undefined) return r.under("replyPath");
        v.replyPath = replyPath;
        break;
      }
      case 0x8d: {
        if (v.rejectDuplicates !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const rejectDuplicates = r.boolean(0x8d);
        if (rejectDuplicates === undefined) return r.under("rejectDuplicates");
        v.rejectDuplicates = rejectDuplicates;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualSmSubmitParameter(r: Reader, tag = 0x30): SmSubmitParameter | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const protocolIdentifier = usual.integer(r, 0x02, 0, 127);
  if (protocolIdentifier === undefined) return undefined;
  const v: Mutable<SmSubmitParameter> = { protocolIdentifier };
  if (r.at < end && (r.octets[r.at] === 0x80 || r.octets[r.at] === 0x81 || r.octets[r.at] === 0xa1 || r.octets[r.at] ===
    0xa2)) {
    const validityPeriod = usualValidityPeriod(r);
    if (validityPeriod === undefined) return undefined;
    v.validityPeriod = validityPeriod;
  }
  if (r.at < end && r.octets[r.at] === 0x8b) {
    const statusReportRequest = usual.boolean(r, 0x8b);
    if (statusReportRequest === undefined) return undefined;
    v.statusReportRequest = statusReportRequest;
  }
  if (r.at < end && r.octets[r.at] === 0x8c) {
    const replyPath = usual.boolean(r, 0x8c);
    if (replyPath === undefined) return undefined;
    v.replyPath = replyPath;
  }
  if (r.at < end && r.octets[r.at] === 0x8d) {
    const rejectDuplicates = usual.boolean(r, 0x8d);
    if (rejectDuplicates === undefined) return undefined;
    v.rejectDuplicates = rejectDuplicates;
  }
  return r.at === end ? v : undefined;
}

export function encodeSmSubmitParameter(w: Writer, end: number, v: SmSubmitParameter, tag = 0x30): number {
  let at = end - w.tail;
  if (v.rejectDuplicates !== undefined && v.rejectDuplicates !== false) at = w.boolean(at, 0x8d, v.rejectDuplicates);
  if (v.replyPath !== undefined && v.replyPath !== false) at = w.boolean(at, 0x8c, v.replyPath);
  if (v.statusReportRequest !== undefined && v.statusReportRequest !== false) at = w.boolean(at, 0x8b,
    v.statusReportRequest);
  if (v.validityPeriod !== undefined) at = encodeValidityPeriod(w, at, v.validityPeriod);
  at = w.integer(at, 0x02, v.protocolIdentifier, 0, 127);
  return w.head(at, tag, end);
}

export const SmSubmitParameter: Codec<SmSubmitParameter> = codec(
  "SmSubmitParameter",
  encodeSmSubmitParameter,
  readSmSubmitParameter,
  usualSmSubmitParameter,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "protocolIdentifier", type: { kind: "INTEGER", min: 0, max: 127 } },
      { name: "validityPeriod", type: ValidityPeriod.type, presence: "OPTIONAL" },
      { name: "statusReportRequest", type: { kind: "BOOLEAN" }, presence: {"default":false} },
      { name: "replyPath", type: { kind: "BOOLEAN" }, presence: {"default":false} },
      { name: "rejectDuplicates", type: { kind: "BOOLEAN" }, presence: {"default":false} },
    ],
  },
);

export type SmscControlParameterHeaderBit =
  | "sRforTransactionCompleted"
  | "sRforPermanentError"
  | "sRforTempErrorSCnotTrying"
  | "sRforTempErrorSCstillTrying"
  | "cancelSRRforConcatenatedSM"
  | "includeOrigUDHintoSR"
  | number;
export type SmscControlParameterHeader = readonly SmscControlParameterHeaderBit[];

const smscControlParameterHeaderNumbers = {
  "sRforTransactionCompleted": 0,
  "sRforPermanentError": 1,
  "sRforTempErrorSCnotTrying": 2,
  "sRforTempErrorSCstillTrying": 3,
  "cancelSRRforConcatenatedSM": 6,
  "includeOrigUDHintoSR": 7,
} as const;
const smscControlParameterHeaderNames = namesOf(smscControlParameterHeaderNumbers);

export function readSmscControlParameterHeader(r: Reader, tag = 0x03): SmscControlParameterHeader | undefined {
  return r.bits(tag, smscControlParameterHeaderNames, 8);
}

export function usualSmscControlParameterHeader(r: Reader, tag = 0x03): SmscControlParameterHeader | undefined {
  return usual.bits(r, tag, smscControlParameterHeaderNames, 8);
}

export function encodeSmscControlParameterHeader(w: Writer, at: number, v: SmscControlParameterHeader, tag = 0x03):
  number {
  return w.bits(at, tag, v, smscControlParameterHeaderNumbers, 8, 8);
}

export const SmscControlParameterHeader: Codec<SmscControlParameterHeader> = codec(
  "SmscControlParameterHeader",
  encodeSmscControlParameterHeader,
  readSmscControlParameterHeader,
  usualSmscControlParameterHeader,
  { kind: "BIT STRING", names: smscControlParameterHeaderNumbers, min: 8, max: 8 },
);

export interface Concatenated8BitSMHeader {
  readonly concatenated8BitSMReferenceNumber: number;
  readonly maximumNumberOf8BitSMInConcatenatedSM: number;
  readonly sequenceNumberOf8BitSM: number;
}

export function readConcatenated8BitSMHeader(r: Reader, tag = 0x30): Concatenated8BitSMHeader | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const concatenated8BitSMReferenceNumber = r.integer(0x02, 0, 255);
  if (concatenated8BitSMReferenceNumber === undefined) return r.under("concatenated8BitSMReferenceNumber");
  const maximumNumberOf8BitSMInConcatenatedSM = r.integer(0x02, 0, 255);
  if (maximumNumberOf8BitSMInConcatenatedSM === undefined) return r.under("maximumNumberOf8BitSMInConcatenatedSM");
  const sequenceNumberOf8BitSM = r.integer(0x02, 0, 255);
  if (sequenceNumberOf8BitSM === undefined) return r.under("sequenceNumberOf8BitSM");
  const v: Mutable<Concatenated8BitSMHeader> = {
    concatenated8BitSMReferenceNumber,
    maximumNumberOf8BitSMInConcatenatedSM,
    sequenceNumberOf8BitSM,
  };
  r.leave(outer);
  return v;
}

export function usualConcatenated8BitSMHeader(r: Reader, tag = 0x30): Concatenated8BitSMHeader | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const concatenated8BitSMReferenceNumber = usual.integer(r, 0x02, 0, 255);
  if (concatenated8BitSMReferenceNumber === undefined) return undefined;
  const maximumNumberOf8BitSMInConcatenatedSM = usual.integer(r, 0x02, 0, 255);
  if (maximumNumberOf8BitSMInConcatenatedSM === undefined) return undefined;
  const sequenceNumberOf8BitSM = usual.integer(r, 0x02, 0, 255);
  if (sequenceNumberOf8BitSM === undefined) return undefined;
  const v: Mutable<Concatenated8BitSMHeader> = { concatenated8BitSMReferenceNumber,
    maximumNumberOf8BitSMInConcatenatedSM, sequenceNumberOf8BitSM };
  return r.at === end ? v : undefined;
}

export function encodeConcatenated8BitSMHeader(w: Writer, end: number, v: Concatenated8BitSMHeader, tag = 0x30): number
  {
  let at = end - w.tail;
  at = w.integer(at, 0x02, v.sequenceNumberOf8BitSM, 0, 255);
  at = w.integer(at, 0x02, v.maximumNumberOf8BitSMInConcatenatedSM, 0, 255);
  at = w.integer(at, 0x02, v.concatenated8BitSMReferenceNumber, 0, 255);
  return w.head(at, tag, end);
}

export const Concatenated8BitSMHeader: Codec<Concatenated8BitSMHeader> = codec(
  "Concatenated8BitSMHeader",
  encodeConcatenated8BitSMHeader,
  readConcatenated8BitSMHeader,
  usualConcatenated8BitSMHeader,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "concatenated8BitSMReferenceNumber", type: { kind: "INTEGER", min: 0, max: 255 } },
      { name: "maximumNumberOf8BitSMInConcatenatedSM", type: { kind: "INTEGER", min: 0, max: 255 } },
      { name: "sequenceNumberOf8BitSM", type: { kind: "INTEGER", min: 0, max: 255 } },
    ],
  },
);

export interface Concatenated16BitSMHeader {
  readonly concatenated16BitSMReferenceNumber: number;
  readonly maximumNumberOf16BitSMInConcatenatedSM: number;
  readonly sequenceNumberOf16BitSM: number;
}

export function readConcatenated16BitSMHeader(r: Reader, tag = 0x30): Concatenated16BitSMHeader | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const concatenated16BitSMReferenceNumber = r.integer(0x02, 0, 65536);
  if (concatenated16BitSMReferenceNumber === undefined) return r.under("concatenated16BitSMReferenceNumber");
  const maximumNumberOf16BitSMInConcatenatedSM = r.integer(0x02, 0, 255);
  if (maximumNumberOf16BitSMInConcatenatedSM === undefined) return r.under("maximumNumberOf16BitSMInConcatenatedSM");
  const sequenceNumberOf16BitSM = r.integer(0x02, 0, 255);
  if (sequenceNumberOf16BitSM === undefined) return r.under("sequenceNumberOf16BitSM");
  const v: Mutable<Concatenated16BitSMHeader> = {
    concatenated16BitSMReferenceNumber,
    maximumNumberOf16BitSMInConcatenatedSM,
    sequenceNumberOf16BitSM,
  };
  r.leave(outer);
  return v;
}

export function usualConcatenated16BitSMHeader(r: Reader, tag = 0x30): Concatenated16BitSMHeader | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const concatenated16BitSMReferenceNumber = usual.integer(r, 0x02, 0, 65536);
  if (concatenated16BitSMReferenceNumber === undefined) return undefined;
  const maximumNumberOf16BitSMInConcatenatedSM = usual.integer(r, 0x02, 0, 255);
  if (maximumNumberOf16BitSMInConcatenatedSM === undefined) return undefined;
  const sequenceNumberOf16BitSM = usual.integer(r, 0x02, 0, 255);
  if (sequenceNumberOf16BitSM === undefined) return undefined;
  const v: Mutable<Concatenated16BitSMHeader> = { concatenated16BitSMReferenceNumber,
    maximumNumberOf16BitSMInConcatenatedSM, sequenceNumberOf16BitSM };
  return r.at === end ? v : undefined;
}

export function encodeConcatenated16BitSMHeader(w: Writer, end: number, v: Concatenated16BitSMHeader, tag = 0x30):
  number {
  let at = end - w.tail;
  at = w.integer(at, 0x02, v.sequenceNumberOf16BitSM, 0, 255);
  at = w.integer(at, 0x02, v.maximumNumberOf16BitSMInConcatenatedSM, 0, 255);
  at = w.integer(at, 0x02, v.concatenated16BitSMReferenceNumber, 0, 65536);
  return w.head(at, tag, end);
}

export const Concatenated16BitSMHeader: Codec<Concatenated16BitSMHeader> = codec(
  "Concatenated16BitSMHeader",
  encodeConcatenated16BitSMHeader,
  readConcatenated16BitSMHeader,
  usualConcatenated16BitSMHeader,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "concatenated16BitSMReferenceNumber", type: { kind: "INTEGER", min: 0, max: 65536 } },
      { name: "maximumNumberOf16BitSMInConcatenatedSM", type: { kind: "INTEGER", min: 0, max: 255 } },
      { name: "sequenceNumberOf16BitSM", type: { kind: "INTEGER", min: 0, max: 255 } },
    ],
  },
);

export interface ApplicationPort8BitHeader {
  readonly destination8BitPort: number;
  readonly originator8BitPort: number;
}

export function readApplicationPort8BitHeader(r: Reader, tag = 0x30): ApplicationPort8BitHeader | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const destination8BitPort = r.integer(0x02, 0, 255);
  if (destination8BitPort === undefined) return r.under("destination8BitPort");
  const originator8BitPort = r.integer(0x02, 0, 255);
  if (originator8BitPort === undefined) return r.under("originator8BitPort");
  const v: Mutable<ApplicationPort8BitHeader> = {
    destination8BitPort,
    originator8BitPort,
  };
  r.leave(outer);
  return v;
}

export function usualApplicationPort8BitHeader(r: Reader, tag = 0x30): ApplicationPort8BitHeader | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const destination8BitPort = usual.integer(r, 0x02, 0, 255);
  if (destination8BitPort === undefined) return undefined;
  const originator8BitPort = usual.integer(r, 0x02, 0, 255);
  if (originator8BitPort === undefined) return undefined;
  const v: Mutable<ApplicationPort8BitHeader> = { destination8BitPort, originator8BitPort };
  return r.at === end ? v : undefined;
}

export function encodeApplicationPort8BitHeader(w: Writer, end: number, v: ApplicationPort8BitHeader, tag = 0x30):
  number {
  let at = end - w.tail;
  at = w.integer(at, 0x02, v.originator8BitPort, 0, 255);
  at = w.integer(at, 0x02, v.destination8BitPort, 0, 255);
  return w.head(at, tag, end);
}

export const ApplicationPort8BitHeader: Codec<ApplicationPort8BitHeader> = codec(
  "ApplicationPort8BitHeader",
  encodeApplicationPort8BitHeader,
  readApplicationPort8BitHeader,
  usualApplicationPort8BitHeader,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "destination8BitPort", type: { kind: "INTEGER", min: 0, max: 255 } },
      { name: "originator8BitPort", type: { kind: "INTEGER", min: 0, max: 255 } },
    ],
  },
);

export interface ApplicationPort16BitHeader {
  readonly destination16BitPort: number;
  readonly originator16BitPort: number;
}

export function readApplicationPort16BitHeader(r: Reader, tag = 0x30): ApplicationPort16BitHeader | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const destination16BitPort = r.integer(0x02, 0, 65536);
  if (destination16BitPort === undefined) return r.under("destination16BitPort");
  const originator16BitPort = r.integer(0x02, 0, 65536);
  if (originator16BitPort === undefined) return r.under("originator16BitPort");
  const v: Mutable<ApplicationPort16BitHeader> = {
    destination16BitPort,
    originator16BitPort,
  };
  r.leave(outer);
  return v;
}

export function usualApplicationPort16BitHeader(r: Reader, tag = 0x30): ApplicationPort16BitHeader | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const destination16BitPort = usual.integer(r, 0x02, 0, 65536);
  if (destination16BitPort === undefined) return undefined;
  const originator16BitPort = usual.integer(r, 0x02, 0, 65536);
  if (originator16BitPort === undefined) return undefined;
  const v: Mutable<ApplicationPort16BitHeader> = { destination16BitPort, originator16BitPort };
  return r.at === end ? v : undefined;
}

export function encodeApplicationPort16BitHeader(w: Writer, end: number, v: ApplicationPort16BitHeader, tag = 0x30):
  number {
  let at = end - w.tail;
  at = w.integer(at, 0x02, v.originator16BitPort, 0, 65536);
  at = w.integer(at, 0x02, v.destination16BitPort, 0, 65536);
  return w.head(at, tag, end);
}

export const ApplicationPort16BitHeader: Codec<ApplicationPort16BitHeader> = codec(
  "ApplicationPort16BitHeader",
  encodeApplicationPort16BitHeader,
  readApplicationPort16BitHeader,
  usualApplicationPort16BitHeader,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "destination16BitPort", type: { kind: "INTEGER", min: 0, max: 65536 } },
      { name: "originator16BitPort", type: { kind: "INTEGER", min: 0, max: 65536 } },
    ],
  },
);

export type DataHeaderSourceIndicator =
  | "originalSender"
  | "originalReceiver"
  | "sMSC"
  | number;

const dataHeaderSourceIndicatorNumbers = {
  "originalSender": 1,
  "originalReceiver": 2,
  "sMSC": 3,
} as const;
const dataHeaderSourceIndicatorNames = namesOf(dataHeaderSourceIndicatorNumbers);

function dataHeaderSourceIndicatorNumber(v: DataHeaderSourceIndicator): number {
  switch (v) {
    case "originalSender":
      return 1;
    case "originalReceiver":
      return 2;
    case "sMSC":
      return 3;
    default:
      return v;
  }
}

export function readDataHeaderSourceIndicator(r: Reader, tag = 0x02): DataHeaderSourceIndicator | undefined {
  return r.named(tag, dataHeaderSourceIndicatorNames, 0, 255);
}

export function usualDataHeaderSourceIndicator(r: Reader, tag = 0x02): DataHeaderSourceIndicator | undefined {
  return usual.named(r, tag, dataHeaderSourceIndicatorNames, 0, 255);
}

export function encodeDataHeaderSourceIndicator(w: Writer, at: number, v: DataHeaderSourceIndicator, tag = 0x02): number
  {
  const n = dataHeaderSourceIndicatorNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 255);
  return w.oneOctet(at, tag, n);
}

export const DataHeaderSourceIndicator: Codec<DataHeaderSourceIndicator> = codec(
  "DataHeaderSourceIndicator",
  encodeDataHeaderSourceIndicator,
  readDataHeaderSourceIndicator,
  usualDataHeaderSourceIndicator,
  { kind: "named", names: dataHeaderSourceIndicatorNumbers, open: true, min: 0, max: 255 },
);

export type WirelessControlHeader = Uint8Array;

export function readWirelessControlHeader(r: Reader, tag = 0x04): WirelessControlHeader | undefined {
  return r.octetString(tag);
}

export function usualWirelessControlHeader(r: Reader, tag = 0x04): WirelessControlHeader | undefined {
  return usual.octetString(r, tag);
}

export function encodeWirelessControlHeader(w: Writer, at: number, v: WirelessControlHeader, tag = 0x04): number {
  return w.octetString(at, tag, v);
}

export const WirelessControlHeader: Codec<WirelessControlHeader> = codec(
  "WirelessControlHeader",
  encodeWirelessControlHeader,
  readWirelessControlHeader,
  usualWirelessControlHeader,
  { kind: "OCTET STRING" },
);

export interface GenericUserValue {
  readonly parameterValue: number;
  readonly genericUserData: Uint8Array;
}

export function readGenericUserValue(r: Reader, tag = 0x30): GenericUserValue | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const parameterValue = r.integer(0x02, 0, 255);
  if (parameterValue === undefined) return r.under("parameterValue");
  const genericUserData = r.octetString(0x04);
  if (genericUserData === undefined) return r.under("genericUserData");
  const v: Mutable<GenericUserValue> = {
    parameterValue,
    genericUserData,
  };
  r.leave(outer);
  return v;
}

export function usualGenericUserValue(r: Reader, tag = 0x30): GenericUserValue | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const parameterValue = usual.integer(r, 0x02, 0, 255);
  if (parameterValue === undefined) return undefined;
  const genericUserData = usual.octetString(r, 0x04);
  if (genericUserData === undefined) return undefined;
  const v: Mutable<GenericUserValue> = { parameterValue, genericUserData };
  return r.at === end ? v : undefined;
}

export function encodeGenericUserValue(w: Writer, end: number, v: GenericUserValue, tag = 0x30): number {
  let at = end - w.tail;
  at = w.octetString(at, 0x04, v.genericUserData);
  at = w.integer(at, 0x02, v.parameterValue, 0, 255);
  return w.head(at, tag, end);
}

export const GenericUserValue: Codec<GenericUserValue> = codec(
  "GenericUserValue",
  encodeGenericUserValue,
  readGenericUserValue,
  usualGenericUserValue,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "parameterValue", type: { kind: "INTEGER", min: 0, max: 255 } },
      { name: "genericUserData", type: { kind: "OCTET STRING" } },
    ],
  },
);

export type UserDataHeaderChoice =
  | { readonly smscControlParameterHeader: SmscControlParameterHeader }
  | { readonly concatenated8BitSMHeader: Concatenated8BitSMHeader }
  | { readonly concatenated16BitSMHeader: Concatenated16BitSMHeader }
  | { readonly applicationPort8BitHeader: ApplicationPort8BitHeader }
  | { readonly applicationPort16BitHeader: ApplicationPort16BitHeader }
  | { readonly dataHeaderSourceIndicator: DataHeaderSourceIndicator }
  | { readonly wirelessControlHeader: Uint8Array }
  | { readonly genericUserValue: GenericUserValue };

export function readUserDataHeaderChoice(r: Reader): UserDataHeaderChoice | undefined {
  switch (r.tag()) {
    case 0x80: {
      const v = readSmscControlParameterHeader(r, 0x80);
      if (v === undefined) return r.under("smscControlParameterHeader");
      return { smscControlParameterHeader: v };
    }
    case 0xa1: {
      const v = readConcatenated8BitSMHeader(r, 0xa1);
      if (v === undefined) return r.under("concatenated8BitSMHeader");
      return { concatenated8BitSMHeader: v };
    }
    case 0xa2: {
      const v = readConcatenated16BitSMHeader(r, 0xa2);
      if (v === undefined) return r.under("concatenated16BitSMHeader");
      return { concatenated16BitSMHeader: v };
    }
    case 0xa3: {
      const v = readApplicationPort8BitHeader(r, 0xa3);
      if (v === undefined) return r.under("applicationPort8BitHeader");
      return { applicationPort8BitHeader: v };
    }
    case 0xa4: {
      const v = readApplicationPort16BitHeader(r, 0xa4);
      if (v === undefined) return r.under("applicationPort16BitHeader");
      return { applicationPort16BitHeader: v };
    }
    case 0x85: {
      const v = readDataHeaderSourceIndicator(r, 0x85);
      if (v === undefined) return r.under("dataHeaderSourceIndicator");
      return { dataHeaderSourceIndicator: v };
    }
    case 0x86:
    case 0xa6: {
      const v = r.octetString(0x86);
      if (v === undefined) return r.under("wirelessControlHeader");
      return { wirelessControlHeader: v };
    }
    case 0x63bf: {
      const v = readGenericUserValue(r, 0x63bf);
      if (v === undefined) return r.under("genericUserValue");
      return { genericUserValue: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualUserDataHeaderChoice(r: Reader): UserDataHeaderChoice | undefined {
  switch (r.octets[r.at]) {
    case 0x80: {
      const v = usualSmscControlParameterHeader(r, 0x80);
      return v === undefined ? undefined : { smscControlParameterHeader: v };
    }
    case 0xa1: {
      const v = usualConcatenated8BitSMHeader(r, 0xa1);
      return v === undefined ? undefined : { concatenated8BitSMHeader: v };
    }
    case 0xa2: {
      const v = usualConcatenated16BitSMHeader(r, 0xa2);
      return v === undefined ? undefined : { concatenated16BitSMHeader: v };
    }
    case 0xa3: {
      const v = usualApplicationPort8BitHeader(r, 0xa3);
      return v === undefined ? undefined : { applicationPort8BitHeader: v };
    }
    case 0xa4: {
      const v = usualApplicationPort16BitHeader(r, 0xa4);
      return v === undefined ? undefined : { applicationPort16BitHeader: v };
    }
    case 0x85: {
      const v = usualDataHeaderSourceIndicator(r, 0x85);
      return v === undefined ? undefined : { dataHeaderSourceIndicator: v };
    }
    case 0x86:
    case 0xa6: {
      const v = usual.octetString(r, 0x86);
      return v === undefined ? undefined : { wirelessControlHeader: v };
    }
    case 0x63bf: {
      const v = usualGenericUserValue(r, 0x63bf);
      return v === undefined ? undefined : { genericUserValue: v };
    }
    default:
      return undefined;
  }
}

export function encodeUserDataHeaderChoice(w: Writer, at: number, v: UserDataHeaderChoice): number {
  const c: Alternatives<UserDataHeaderChoice> = v;
  if (c.smscControlParameterHeader !== undefined) return encodeSmscControlParameterHeader(w, at,
    c.smscControlParameterHeader, 0x80);
  if (c.concatenated8BitSMHeader !== undefined) return encodeConcatenated8BitSMHeader(w, at, c.concatenated8BitSMHeader,
    0xa1);
  if (c.concatenated16BitSMHeader !== undefined) return encodeConcatenated16BitSMHeader(w, at,
    c.concatenated16BitSMHeader, 0xa2);
  if (c.applicationPort8BitHeader !== undefined) return encodeApplicationPort8BitHeader(w, at,
    c.applicationPort8BitHeader, 0xa3);
  if (c.applicationPort16BitHeader !== undefined) return encodeApplicationPort16BitHeader(w, at,
    c.applicationPort16BitHeader, 0xa4);
  if (c.dataHeaderSourceIndicator !== undefined) return encodeDataHeaderSourceIndicator(w, at,
    c.dataHeaderSourceIndicator, 0x85);
  if (c.wirelessControlHeader !== undefined) return w.octetString(at, 0x86, c.wirelessControlHeader);
  if (c.genericUserValue !== undefined) return encodeGenericUserValue(w, at, c.genericUserValue, 0x63bf);
  throw noAlternative("UserDataHeaderChoice");
}

export const UserDataHeaderChoice: Codec<UserDataHeaderChoice> = codec(
  "UserDataHeaderChoice",
  encodeUserDataHeaderChoice,
  readUserDataHeaderChoice,
  usualUserDataHeaderChoice,
  {
    kind: "CHOICE",
    elements: [
      { name: "smscControlParameterHeader", type: SmscControlParameterHeader.type },
      { name: "concatenated8BitSMHeader", type: Concatenated8BitSMHeader.type },
      { name: "concatenated16BitSMHeader", type: Concatenated16BitSMHeader.type },
      { name: "applicationPort8BitHeader", type: ApplicationPort8BitHeader.type },
      { name: "applicationPort16BitHeader", type: ApplicationPort16BitHeader.type },
      { name: "dataHeaderSourceIndicator", type: DataHeaderSourceIndicator.type },
      { name: "wirelessControlHeader", type: { kind: "OCTET STRING" } },
      { name: "genericUserValue", type: GenericUserValue.type },
    ],
  },
);

export type UserDataHeader = readonly UserDataHeaderChoice[];

export function readUserDataHeader(r: Reader, tag = 0x30): UserDataHeader | undefined {
  return r.sequenceOf(tag, readUserDataHeaderChoice);
}

export function usualUserDataHeader(r: Reader, tag = 0x30): UserDataHeader | undefined {
  return usual.sequenceOf(r, tag, usualUserDataHeaderChoice);
}

export function encodeUserDataHeader(w: Writer, at: number, v: UserDataHeader, tag = 0x30): number {
  return w.sequenceOf(at, tag, encodeUserDataHeaderChoice, v);
}

export const UserDataHeader: Codec<UserDataHeader> = codec(
  "UserDataHeader",
  encodeUserDataHeader,
  readUserDataHeader,
  usualUserDataHeader,
  { kind: "SEQUENCE OF", of: UserDataHeaderChoice.type },
);

export type ShortMessageTextType =
  | "iA5Coded"
  | "octetCoded"
  | "uniCoded"
  | "compressedCoded"
  | number;

const shortMessageTextTypeNumbers = {
  "iA5Coded": 0,
  "octetCoded": 1,
  "uniCoded": 2,
  "compressedCoded": 3,
} as const;
const shortMessageTextTypeNames = namesOf(shortMessageTextTypeNumbers);

function shortMessageTextTypeNumber(v: ShortMessageTextType): number {
  switch (v) {
    case "iA5Coded":
      return 0;
    case "octetCoded":
      return 1;
    case "uniCoded":
      return 2;
    case "compressedCoded":
      return 3;
    default:
      return v;
  }
}

export function readShortMessageTextType(r: Reader, tag = 0x02): ShortMessageTextType | undefined {
  return r.named(tag, shortMessageTextTypeNames, 0, 8);
}

export function usualShortMessageTextType(r: Reader, tag = 0x02): ShortMessageTextType | undefined {
  return usual.named(r, tag, shortMessageTextTypeNames, 0, 8);
}

export function encodeShortMessageTextType(w: Writer, at: number, v: ShortMessageTextType, tag = 0x02): number {
  const n = shortMessageTextTypeNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0 || n > 8) return w.integer(at, tag, n, 0, 8);
  return w.oneOctet(at, tag, n);
}

export const ShortMessageTextType: Codec<ShortMessageTextType> = codec(
  "ShortMessageTextType",
  encodeShortMessageTextType,
  readShortMessageTextType,
  usualShortMessageTextType,
  { kind: "named", names: shortMessageTextTypeNumbers, open: true, min: 0, max: 8 },
);

export type ShortMessageTextData = Uint8Array;

export function readShortMessageTextData(r: Reader, tag = 0x04): ShortMessageTextData | undefined {
  return r.octetString(tag, 0, 140);
}

export function usualShortMessageTextData(r: Reader, tag = 0x04): ShortMessageTextData | undefined {
  return usual.octetString(r, tag, 0, 140);
}

export function encodeShortMessageTextData(w: Writer, at: number, v: ShortMessageTextData, tag = 0x04): number {
  return w.octetString(at, tag, v, 0, 140);
}

export const ShortMessageTextData: Codec<ShortMessageTextData> = codec(
  "ShortMessageTextData",
  encodeShortMessageTextData,
  readShortMessageTextData,
  usualShortMessageTextData,
  { kind: "OCTET STRING", min: 0, max: 140 },
);

export interface ShortMessageText {
  readonly shortMessageTextType: ShortMessageTextType;
  readonly shortMessageTextData: Uint8Array;
}

export function readShortMessageText(r: Reader, tag = 0x30): ShortMessageText | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const shortMessageTextType = readShortMessageTextType(r);
  if (shortMessageTextType === undefined) return r.under("shortMessageTextType");
  const shortMessageTextData = r.octetString(0x04, 0, 140);
  if (shortMessageTextData === undefined) return r.under("shortMessageTextData");
  const v: Mutable<ShortMessageText> = {
    shortMessageTextType,
    shortMessageTextData,
  };
  r.leave(outer);
  return v;
}

export function usualShortMessageText(r: Reader, tag = 0x30): ShortMessageText | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const shortMessageTextType = usualShortMessageTextType(r);
  if (shortMessageTextType === undefined) return undefined;
  const shortMessageTextData = usual.octetString(r, 0x04, 0, 140);
  if (shortMessageTextData === undefined) return undefined;
  const v: Mutable<ShortMessageText> = { shortMessageTextType, shortMessageTextData };
  return r.at === end ? v : undefined;
}

export function encodeShortMessageText(w: Writer, end: number, v: ShortMessageText, tag = 0x30): number {
  let at = end - w.tail;
  at = w.octetString(at, 0x04, v.shortMessageTextData, 0, 140);
  at = encodeShortMessageTextType(w, at, v.shortMessageTextType);
  return w.head(at, tag, end);
}

export const ShortMessageText: Codec<ShortMessageText> = codec(
  "ShortMessageText",
  encodeShortMessageText,
  readShortMessageText,
  usualShortMessageText,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "shortMessageTextType", type: ShortMessageTextType.type },
      { name: "shortMessageTextData", type: { kind: "OCTET STRING", min: 0, max: 140 } },
    ],
  },
);

export interface UserData {
  readonly userDataHeader?: readonly UserDataHeaderChoice[];
  readonly messageClass?: number;
  /** Absent: false. */
  readonly compressed?: boolean;
  readonly shortMessageText: ShortMessageText;
}

export function readUserData(r: Reader, tag = 0x30): UserData | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  let userDataHeader: readonly UserDataHeaderChoice[] | undefined;
  if (r.tag() === 0xa0) {
    userDataHeader = r.sequenceOf(0xa0, readUserDataHeaderChoice);
    if (userDataHeader === undefined) return r.under("userDataHeader");
  }
  let messageClass: number | undefined;
  if (r.tag() === 0x81) {
    messageClass = r.integer(0x81, 0, 3);
    if (messageClass === undefined) return r.under("messageClass");
  }
  let compressed: boolean | undefined;
  if (r.tag() === 0x82) {
    compressed = r.boolean(0x82);
    if (compressed === undefined) return r.under("compressed");
  }
  const shortMessageText = readShortMessageText(r);
  if (shortMessageText === undefined) return r.under("shortMessageText");
  const v: Mutable<UserData> = {
    shortMessageText,
  };
  if (userDataHeader !== undefined) v.userDataHeader = userDataHeader;
  if (messageClass !== undefined) v.messageClass = messageClass;
  if (compressed !== undefined) v.compressed = compressed;
  r.leave(outer);
  return v;
}

export function usualUserData(r: Reader, tag = 0x30): UserData | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  let userDataHeader: readonly UserDataHeaderChoice[] | undefined;
  if (r.at < end && r.octets[r.at] === 0xa0) {
    userDataHeader = usual.sequenceOf(r, 0xa0, usualUserDataHeaderChoice);
    if (userDataHeader === undefined) return undefined;
  }
  let messageClass: number | undefined;
  if (r.at < end && r.octets[r.at] === 0x81) {
    messageClass = usual.integer(r, 0x81, 0, 3);
    if (messageClass === undefined) return undefined;
  }
  let compressed: boolean | undefined;
  if (r.at < end && r.octets[r.at] === 0x82) {
    compressed = usual.boolean(r, 0x82);
    if (compressed === undefined) return undefined;
  }
  const shortMessageText = usualShortMessageText(r);
  if (shortMessageText === undefined) return undefined;
  const v: Mutable<UserData> = { shortMessageText };
  if (userDataHeader !== undefined) v.userDataHeader = userDataHeader;
  if (messageClass !== undefined) v.messageClass = messageClass;
  if (compressed !== undefined) v.compressed = compressed;
  return r.at === end ? v : undefined;
}

export function encodeUserData(w: Writer, end: number, v: UserData, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeShortMessageText(w, at, v.shortMessageText);
  if (v.compressed !== undefined && v.compressed !== false) at = w.boolean(at, 0x82, v.compressed);
  if (v.messageClass !== undefined) at = w.integer(at, 0x81, v.messageClass, 0, 3);
  if (v.userDataHeader !== undefined) at = w.sequenceOf(at, 0xa0, encodeUserDataHeaderChoice, v.userDataHeader);
  return w.head(at, tag, end);
}

export const UserData: Codec<UserData> = codec(
  "UserData",
  encodeUserData,
  readUserData,
  usualUserData,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "userDataHeader", type: { kind: "SEQUENCE OF", of: UserDataHeaderChoice.type }, presence: "OPTIONAL" },
      { name: "messageClass", type: { kind: "INTEGER", min: 0, max: 3 }, presence: "OPTIONAL" },
      { name: "compressed", type: { kind: "BOOLEAN" }, presence: {"default":false} },
      { name: "shortMessageText", type: ShortMessageText.type },
    ],
  },
);

export type SmsExtension =
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readSmsExtension(r: Reader): SmsExtension | undefined {
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

export function usualSmsExtension(r: Reader): SmsExtension | undefined {
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

export function encodeSmsExtension(w: Writer, at: number, v: SmsExtension): number {
  const c: Alternatives<SmsExtension> = v;
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xa1);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xa2, encodeExtension, c.multiple);
  throw noAlternative("SmsExtension");
}

export const SmsExtension: Codec<SmsExtension> = codec(
  "SmsExtension",
  encodeSmsExtension,
  readSmsExtension,
  usualSmsExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface SmsSubmitArg {
  readonly destinationAddress: PartyNumber;
  readonly originatingAddress: PartyNumber;
  readonly messageReference: number;
  readonly smSubmitParameter: SmSubmitParameter;
  readonly userData: UserData;
  readonly smsExtension?: SmsExtension;
}

export function readSmsSubmitArg(r: Reader, tag = 0x30): SmsSubmitArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const destinationAddress = readPartyNumber(r);
  if (destinationAddress === undefined) return r.under("destinationAddress");
  const originatingAddress = readPartyNumber(r);
  if (originatingAddress === undefined) return r.under("originatingAddress");
  const messageReference = r.integer(0x02, 0, 255);
  if (messageReference === undefined) return r.under("messageReference");
  const smSubmitParameter = readSmSubmitParameter(r);
  if (smSubmitParameter === undefined) return r.under("smSubmitParameter");
  const userData = readUserData(r);
  if (userData === undefined) return r.under("userData");
  const v: Mutable<SmsSubmitArg> = {
    destinationAddress,
    originatingAddress,
    messageReference,
    smSubmitParameter,
    userData,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.smsExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const smsExtension = readSmsExtension(r);
        if (smsExtension === undefined) return r.under("smsExtension");
        v.smsExtension = smsExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualSmsSubmitArg(r: Reader, tag = 0x30): SmsSubmitArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const destinationAddress = usualPartyNumber(r);
  if (destinationAddress === undefined) return undefined;
  const originatingAddress = usualPartyNumber(r);
  if (originatingAddress === undefined) return undefined;
  const messageReference = usual.integer(r, 0x02, 0, 255);
  if (messageReference === undefined) return undefined;
  const smSubmitParameter = usualSmSubmitParameter(r);
  if (smSubmitParameter === undefined) return undefined;
  const userData = usualUserData(r);
  if (userData === undefined) return undefined;
  const v: Mutable<SmsSubmitArg> = { destinationAddress, originatingAddress, messageReference, smSubmitParameter,
    userData };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const smsExtension = usualSmsExtension(r);
    if (smsExtension === undefined) return undefined;
    v.smsExtension = smsExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeSmsSubmitArg(w: Writer, end: number, v: SmsSubmitArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.smsExtension !== undefined) at = encodeSmsExtension(w, at, v.smsExtension);
  at = encodeUserData(w, at, v.userData);
  at = encodeSmSubmitParameter(w, at, v.smSubmitParameter);
  at = w.integer(at, 0x02, v.messageReference, 0, 255);
  at = encodePartyNumber(w, at, v.originatingAddress);
  at = encodePartyNumber(w, at, v.destinationAddress);
  return w.head(at, tag, end);
}

export const SmsSubmitArg: Codec<SmsSubmitArg> = codec(
  "SmsSubmitArg",
  encodeSmsSubmitArg,
  readSmsSubmitArg,
  usualSmsSubmitArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "destinationAddress", type: PartyNumber.type },
      { name: "originatingAddress", type: PartyNumber.type },
      { name: "messageReference", type: { kind: "INTEGER", min: 0, max: 255 } },
      { name: "smSubmitParameter", type: SmSubmitParameter.type },
      { name: "userData", type: UserData.type },
      { name: "smsExtension", type: SmsExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type ServiceCentreTimeStamp = string;

export function readServiceCentreTimeStamp(r: Reader, tag = 0x18): ServiceCentreTimeStamp | undefined {
  return r.visibleString(tag, 12, 19);
}

export function usualServiceCentreTimeStamp(r: Reader, tag = 0x18): ServiceCentreTimeStamp | undefined {
  return usual.visibleString(r, tag, 12, 19);
}

export function encodeServiceCentreTimeStamp(w: Writer, at: number, v: ServiceCentreTimeStamp, tag = 0x18): number {
  return w.visibleString(at, tag, v, 12, 19);
}

export const ServiceCentreTimeStamp: Codec<ServiceCentreTimeStamp> = codec(
  "ServiceCentreTimeStamp",
  encodeServiceCentreTimeStamp,
  readServiceCentreTimeStamp,
  usualServiceCentreTimeStamp,
  { kind: "VisibleString", min: 12, max: 19 },
);

export interface SmsSubmitRes {
  readonly serviceCentreTimeStamp: string;
  readonly protocolIdentifier?: number;
  readonly userData?: UserData;
  readonly smsExtension?: SmsExtension;
}

export function readSmsSubmitRes(r: Reader, tag = 0x30): SmsSubmitRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const serviceCentreTimeStamp = r.visibleString(0x18, 12, 19);
  if (serviceCentreTimeStamp === undefined) return r.under("serviceCentreTimeStamp");
  const v: Mutable<SmsSubmitRes> = {
    serviceCentreTimeStamp,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x83: {
        if (v.protocolIdentifier !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const protocolIdentifier = r.integer(0x83, 0, 127);
        if (protocolIdentifier === undefined) return r.under("protocolIdentifier");
        v.protocolIdentifier = protocolIdentifier;
        break;
      }
      case 0xa4: {
        if (v.userData !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const userData = readUserData(r, 0xa4);
        if (userData === undefined) return r.under("userData");
        v.userData = userData;
        break;
      }
      case 0xa1:
      case 0xa2: {
        if (v.smsExtension !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const smsExtension = readSmsExtension(r);
        if (smsExtension === undefined) return r.under("smsExtension");
        v.smsExtension = smsExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualSmsSubmitRes(r: Reader, tag = 0x30): SmsSubmitRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const serviceCentreTimeStamp = usual.visibleString(r, 0x18, 12, 19);
  if (serviceCentreTimeStamp === undefined) return undefined;
  const v: Mutable<SmsSubmitRes> = { serviceCentreTimeStamp };
  if (r.at < end && r.octets[r.at] === 0x83) {
    const protocolIdentifier = usual.integer(r, 0x83, 0, 127);
    if (protocolIdentifier === undefined) return undefined;
    v.protocolIdentifier = protocolIdentifier;
  }
  if (r.at < end && r.octets[r.at] === 0xa4) {
    const userData = usualUserData(r, 0xa4);
    if (userData === undefined) return undefined;
    v.userData = userData;
  }
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const smsExtension = usualSmsExtension(r);
    if (smsExtension === undefined) return undefined;
    v.smsExtension = smsExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeSmsSubmitRes(w: Writer, end: number, v: SmsSubmitRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.smsExtension !== undefined) at = encodeSmsExtension(w, at, v.smsExtension);
  if (v.userData !== undefined) at = encodeUserData(w, at, v.userData, 0xa4);
  if (v.protocolIdentifier !== undefined) at = w.integer(at, 0x83, v.protocolIdentifier, 0, 127);
  at = w.visibleString(at, 0x18, v.serviceCentreTimeStamp, 12, 19);
  return w.head(at, tag, end);
}

export const SmsSubmitRes: Codec<SmsSubmitRes> = codec(
  "SmsSubmitRes",
  encodeSmsSubmitRes,
  readSmsSubmitRes,
  usualSmsSubmitRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "serviceCentreTimeStamp", type: { kind: "VisibleString", min: 12, max: 19 } },
      { name: "protocolIdentifier", type: { kind: "INTEGER", min: 0, max: 127 }, presence: "OPTIONAL" },
      { name: "userData", type: UserData.type, presence: "OPTIONAL" },
      { name: "smsExtension", type: SmsExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface SmDeliverParameter {
  readonly protocolIdentifier: number;
  readonly serviceCentreTimeStamp: string;
  /** Absent: false. */
  readonly priority?: boolean;
  /** Absent: false. */
  readonly moreMessagesToSend?: boolean;
  /** Absent: false. */
  readonly statusReportIndication?: boolean;
  /** Absent: false. */
  readonly replyPath?: boolean;
}

export function readSmDeliverParameter(r: Reader, tag = 0x30): SmDeliverParameter | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const protocolIdentifier = r.integer(0x02, 0, 127);
  if (protocolIdentifier === undefined) return r.under("protocolIdentifier");
  const serviceCentreTimeStamp = r.visibleString(0x18, 12, 19);
  if (serviceCentreTimeStamp === undefined) return r.under("serviceCentreTimeStamp");
  const v: Mutable<SmDeliverParameter> = {
    protocolIdentifier,
    serviceCentreTimeStamp,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x8b: {
        if (v.priority !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const priority = r.boolean(0x8b);
        if (priority === undefined) return r.under("priority");
        v.priority = priority;
        break;
      }
      case 0x8c: {
        if (v.moreMessagesToSend !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const moreMessagesToSend = r.boolean(0x8c);
        if (moreMessagesToSend === undefined) return r.under("moreMessagesToSend");
        v.moreMessagesToSend = moreMessagesToSend;
        break;
      }
      case 0x8d: {
        if (v.statusReportIndication !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const statusReportIndication = r.boolean(0x8d);
        if (statusReportIndication === undefined) return r.under("statusReportIndication");
        v.statusReportIndication = statusReportIndication;
        break;
      }
      case 0x8e: {
        if (v.replyPath !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const replyPath = r.boolean(0x8e);
        if (replyPath === undefined) return r.under("replyPath");
        v.replyPath = replyPath;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualSmDeliverParameter(r: Reader, tag = 0x30): SmDeliverParameter | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const protocolIdentifier = usual.integer(r, 0x02, 0, 127);
  if (protocolIdentifier === undefined) return undefined;
  const serviceCentreTimeStamp = usual.visibleString(r, 0x18, 12, 19);
  if (serviceCentreTimeStamp === undefined) return undefined;
  const v: Mutable<SmDeliverParameter> = { protocolIdentifier, serviceCentreTimeStamp };
  if (r.at < end && r.octets[r.at] === 0x8b) {
    const priority = usual.boolean(r, 0x8b);
    if (priority === undefined) return undefined;
    v.priority = priority;
  }
  if (r.at < end && r.octets[r.at] === 0x8c) {
    const moreMessagesToSend = usual.boolean(r, 0x8c);
    if (moreMessagesToSend === undefined) return undefined;
    v.moreMessagesToSend = moreMessagesToSend;
  }
  if (r.at < end && r.octets[r.at] === 0x8d) {
    const statusReportIndication = usual.boolean(r, 0x8d);
    if (statusReportIndication === undefined) return undefined;
    v.statusReportIndication = statusReportIndication;
  }
  if (r.at < end && r.octets[r.at] === 0x8e) {
    const replyPath = usual.boolean(r, 0x8e);
    if (replyPath === undefined) return undefined;
    v.replyPath = replyPath;
  }
  return r.at === end ? v : undefined;
}

export function encodeSmDeliverParameter(w: Writer, end: number, v: SmDeliverParameter, tag = 0x30): number {
  let at = end - w.tail;
  if (v.replyPath !== undefined && v.replyPath !== false) at = w.boolean(at, 0x8e, v.replyPath);
  if (v.statusReportIndication !== undefined && v.statusReportIndication !== false) at = w.boolean(at, 0x8d,
    v.statusReportIndication);
  if (v.moreMessagesToSend !== undefined && v.moreMessagesToSend !== false) at = w.boolean(at, 0x8c,
    v.moreMessagesToSend);
  if (v.priority !== undefined && v.priority !== false) at = w.boolean(at, 0x8b, v.priority);
  at = w.visibleString(at, 0x18, v.serviceCentreTimeStamp, 12, 19);
  at = w.integer(at, 0x02, v.protocolIdentifier, 0, 127);
  return w.head(at, tag, end);
}

export const SmDeliverParameter: Codec<SmDeliverParameter> = codec(
  "SmDeliverParameter",
  encodeSmDeliverParameter,
  readSmDeliverParameter,
  usualSmDeliverParameter,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "protocolIdentifier", type: { kind: "INTEGER", min: 0, max: 127 } },
      { name: "serviceCentreTimeStamp", type: { kind: "VisibleString", min: 12, max: 19 } },
      { name: "priority", type: { kind: "BOOLEAN" }, presence: {"default":false} },
      { name: "moreMessagesToSend", type: { kind: "BOOLEAN" }, presence: {"default":false} },
      { name: "statusReportIndication", type: { kind: "BOOLEAN" }, presence: {"default":false} },
      { name: "replyPath", type: { kind: "BOOLEAN" }, presence: {"default":false} },
    ],
  },
);

export interface SmsDeliverArg {
  readonly originatingAddress: PartyNumber;
  readonly destinationAddress: PartyNumber;
  readonly originatingName?: Name;
  readonly smDeliverParameter: SmDeliverParameter;
  readonly userData: UserData;
  readonly smsExtension?: SmsExtension;
}

export function readSmsDeliverArg(r: Reader, tag = 0x30): SmsDeliverArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const originatingAddress = readPartyNumber(r);
  if (originatingAddress === undefined) return r.under("originatingAddress");
  const destinationAddress = readPartyNumber(r);
  if (destinationAddress === undefined) return r.under("destinationAddress");
  let originatingName: Name | undefined;
  if (r.tag() === 0x80 || r.tag() === 0xa0 || r.tag() === 0xa1 || r.tag() === 0x82 || r.tag() === 0xa2 || r.tag() ===
    0xa3 || r.tag() === 0x87 || r.tag() === 0x84) {
    originatingName = readName(r);
    if (originatingName === undefined) return r.under("originatingName");
  }
  const smDeliverParameter = readSmDeliverParameter(r);
  if (smDeliverParameter === undefined) return r.under("smDeliverParameter");
  const userData = readUserData(r);
  if (userData === undefined) return r.under("userData");
  const v: Mutable<SmsDeliverArg> = {
    originatingAddress,
    destinationAddress,
    smDeliverParameter,
    userData,
  };
  if (originatingName !== undefined) v.originatingName = originatingName;
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.smsExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const smsExtension = readSmsExtension(r);
        if (smsExtension === undefined) return r.under("smsExtension");
        v.smsExtension = smsExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualSmsDeliverArg(r: Reader, tag = 0x30): SmsDeliverArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const originatingAddress = usualPartyNumber(r);
  if (originatingAddress === undefined) return undefined;
  const destinationAddress = usualPartyNumber(r);
  if (destinationAddress === undefined) return undefined;
  let originatingName: Name | undefined;
  if (r.at < end && (r.octets[r.at] === 0x80 || r.octets[r.at] === 0xa0 || r.octets[r.at] === 0xa1 || r.octets[r.at] ===
    0x82 || r.octets[r.at] === 0xa2 || r.octets[r.at] === 0xa3 || r.octets[r.at] === 0x87 || r.octets[r.at] === 0x84)) {
    originatingName = usualName(r);
    if (originatingName === undefined) return undefined;
  }
  const smDeliverParameter = usualSmDeliverParameter(r);
  if (smDeliverParameter === undefined) return undefined;
  const userData = usualUserData(r);
  if (userData === undefined) return undefined;
  const v: Mutable<SmsDeliverArg> = { originatingAddress, destinationAddress, smDeliverParameter, userData };
  if (originatingName !== undefined) v.originatingName = originatingName;
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const smsExtension = usualSmsExtension(r);
    if (smsExtension === undefined) return undefined;
    v.smsExtension = smsExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeSmsDeliverArg(w: Writer, end: number, v: SmsDeliverArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.smsExtension !== undefined) at = encodeSmsExtension(w, at, v.smsExtension);
  at = encodeUserData(w, at, v.userData);
  at = encodeSmDeliverParameter(w, at, v.smDeliverParameter);
  if (v.originatingName !== undefined) at = encodeName(w, at, v.originatingName);
  at = encodePartyNumber(w, at, v.destinationAddress);
  at = encodePartyNumber(w, at, v.originatingAddress);
  return w.head(at, tag, end);
}

export const SmsDeliverArg: Codec<SmsDeliverArg> = codec(
  "SmsDeliverArg",
  encodeSmsDeliverArg,
  readSmsDeliverArg,
  usualSmsDeliverArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "originatingAddress", type: PartyNumber.type },
      { name: "destinationAddress", type: PartyNumber.type },
      { name: "originatingName", type: Name.type, presence: "OPTIONAL" },
      { name: "smDeliverParameter", type: SmDeliverParameter.type },
      { name: "userData", type: UserData.type },
      { name: "smsExtension", type: SmsExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface ResChoiceSeq {
  readonly protocolIdentifier: number;
  readonly userData: UserData;
}

export function readResChoiceSeq(r: Reader, tag = 0x30): ResChoiceSeq | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const protocolIdentifier = r.integer(0x02, 0, 127);
  if (protocolIdentifier === undefined) return r.under("protocolIdentifier");
  const userData = readUserData(r);
  if (userData === undefined) return r.under("userData");
  const v: Mutable<ResChoiceSeq> = {
    protocolIdentifier,
    userData,
  };
  r.leave(outer);
  return v;
}

export function usualResChoiceSeq(r: Reader, tag = 0x30): ResChoiceSeq | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const protocolIdentifier = usual.integer(r, 0x02, 0, 127);
  if (protocolIdentifier === undefined) return undefined;
  const userData = usualUserData(r);
  if (userData === undefined) return undefined;
  const v: Mutable<ResChoiceSeq> = { protocolIdentifier, userData };
  return r.at === end ? v : undefined;
}

export function encodeResChoiceSeq(w: Writer, end: number, v: ResChoiceSeq, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeUserData(w, at, v.userData);
  at = w.integer(at, 0x02, v.protocolIdentifier, 0, 127);
  return w.head(at, tag, end);
}

export const ResChoiceSeq: Codec<ResChoiceSeq> = codec(
  "ResChoiceSeq",
  encodeResChoiceSeq,
  readResChoiceSeq,
  usualResChoiceSeq,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "protocolIdentifier", type: { kind: "INTEGER", min: 0, max: 127 } },
      { name: "userData", type: UserData.type },
    ],
  },
);

export type SmsDeliverResChoice =
  | { readonly null: null }
  | { readonly protocolIdentifier: number }
  | { readonly userData: UserData }
  | { readonly resChoiceSeq: ResChoiceSeq };

export function readSmsDeliverResChoice(r: Reader): SmsDeliverResChoice | undefined {
  switch (r.tag()) {
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("null");
      return { null: v };
    }
    case 0x02: {
      const v = r.integer(0x02, 0, 127);
      if (v === undefined) return r.under("protocolIdentifier");
      return { protocolIdentifier: v };
    }
    case 0xa0: {
      const v = readUserData(r, 0xa0);
      if (v === undefined) return r.under("userData");
      return { userData: v };
    }
    case 0xa1: {
      const v = readResChoiceSeq(r, 0xa1);
      if (v === undefined) return r.under("resChoiceSeq");
      return { resChoiceSeq: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualSmsDeliverResChoice(r: Reader): SmsDeliverResChoice | undefined {
  switch (r.octets[r.at]) {
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { null: v };
    }
    case 0x02: {
      const v = usual.integer(r, 0x02, 0, 127);
      return v === undefined ? undefined : { protocolIdentifier: v };
    }
    case 0xa0: {
      const v = usualUserData(r, 0xa0);
      return v === undefined ? undefined : { userData: v };
    }
    case 0xa1: {
      const v = usualResChoiceSeq(r, 0xa1);
      return v === undefined ? undefined : { resChoiceSeq: v };
    }
    default:
      return undefined;
  }
}

export function encodeSmsDeliverResChoice(w: Writer, at: number, v: SmsDeliverResChoice): number {
  const c: Alternatives<SmsDeliverResChoice> = v;
  if (c.null !== undefined) return w.null(at, 0x05);
  if (c.protocolIdentifier !== undefined) return w.integer(at, 0x02, c.protocolIdentifier, 0, 127);
  if (c.userData !== undefined) return encodeUserData(w, at, c.userData, 0xa0);
  if (c.resChoiceSeq !== undefined) return encodeResChoiceSeq(w, at, c.resChoiceSeq, 0xa1);
  throw noAlternative("SmsDeliverResChoice");
}

export const SmsDeliverResChoice: Codec<SmsDeliverResChoice> = codec(
  "SmsDeliverResChoice",
  encodeSmsDeliverResChoice,
  readSmsDeliverResChoice,
  usualSmsDeliverResChoice,
  {
    kind: "CHOICE",
    elements: [
      { name: "null", type: { kind: "NULL" } },
      { name: "protocolIdentifier", type: { kind: "INTEGER", min: 0, max: 127 } },
      { name: "userData", type: UserData.type },
      { name: "resChoiceSeq", type: ResChoiceSeq.type },
    ],
  },
);

export interface SmsDeliverRes {
  readonly smsDeliverResponseChoice: SmsDeliverResChoice;
  readonly smsExtension?: SmsExtension;
}

export function readSmsDeliverRes(r: Reader, tag = 0x30): SmsDeliverRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const smsDeliverResponseChoice = readSmsDeliverResChoice(r);
  if (smsDeliverResponseChoice === undefined) return r.under("smsDeliverResponseChoice");
  const v: Mutable<SmsDeliverRes> = {
    smsDeliverResponseChoice,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.smsExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const smsExtension = readSmsExtension(r);
        if (smsExtension === undefined) return r.under("smsExtension");
        v.smsExtension = smsExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualSmsDeliverRes(r: Reader, tag = 0x30): SmsDeliverRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const smsDeliverResponseChoice = usualSmsDeliverResChoice(r);
  if (smsDeliverResponseChoice === undefined) return undefined;
  const v: Mutable<SmsDeliverRes> = { smsDeliverResponseChoice };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const smsExtension = usualSmsExtension(r);
    if (smsExtension === undefined) return undefined;
    v.smsExtension = smsExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeSmsDeliverRes(w: Writer, end: number, v: SmsDeliverRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.smsExtension !== undefined) at = encodeSmsExtension(w, at, v.smsExtension);
  at = encodeSmsDeliverResChoice(w, at, v.smsDeliverResponseChoice);
  return w.head(at, tag, end);
}

export const SmsDeliverRes: Codec<SmsDeliverRes> = codec(
  "SmsDeliverRes",
  encodeSmsDeliverRes,
  readSmsDeliverRes,
  usualSmsDeliverRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "smsDeliverResponseChoice", type: SmsDeliverResChoice.type },
      { name: "smsExtension", type: SmsExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type DischargeTime = string;

export function readDischargeTime(r: Reader, tag = 0x18): DischargeTime | undefined {
  return r.visibleString(tag, 12, 19);
}

export function usualDischargeTime(r: Reader, tag = 0x18): DischargeTime | undefined {
  return usual.visibleString(r, tag, 12, 19);
}

export function encodeDischargeTime(w: Writer, at: number, v: DischargeTime, tag = 0x18): number {
  return w.visibleString(at, tag, v, 12, 19);
}

export const DischargeTime: Codec<DischargeTime> = codec(
  "DischargeTime",
  encodeDischargeTime,
  readDischargeTime,
  usualDischargeTime,
  { kind: "VisibleString", min: 12, max: 19 },
);

export type Status = number;

export function readStatus(r: Reader, tag = 0x02): Status | undefined {
  return r.integer(tag, 0, 255);
}

export function usualStatus(r: Reader, tag = 0x02): Status | undefined {
  return usual.integer(r, tag, 0, 255);
}

export function encodeStatus(w: Writer, at: number, v: Status, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 255);
  return w.oneOctet(at, tag, n);
}

export const Status: Codec<Status> = codec(
  "Status",
  encodeStatus,
  readStatus,
  usualStatus,
  { kind: "INTEGER", min: 0, max: 255 },
);

export interface SmsStatusReportArg {
  readonly messageReference: number;
  readonly serviceCentreTimeStamp: string;
  readonly dischargeTime: string;
  readonly recipientAddress: PartyNumber;
  readonly recipientName?: Name;
  readonly destinationAddress: PartyNumber;
  readonly status: number;
  /** Absent: false. */
  readonly priority?: boolean;
  /** Absent: false. */
  readonly moreMessagesToSend?: boolean;
  /** Absent: false. */
  readonly statusReportQualifier?: boolean;
  readonly protocolIdentifier?: number;
  readonly userData?: UserData;
  readonly smsExtension?: SmsExtension;
}

export function readSmsStatusReportArg(r: Reader, tag = 0x30): SmsStatusReportArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const messageReference = r.integer(0x02, 0, 255);
  if (messageReference === undefined) return r.under("messageReference");
  const serviceCentreTimeStamp = r.visibleString(0x18, 12, 19);
  if (serviceCentreTimeStamp === undefined) return r.under("serviceCentreTimeStamp");
  const dischargeTime = r.visibleString(0x18, 12, 19);
  if (dischargeTime === undefined) return r.under("dischargeTime");
  const recipientAddress = readPartyNumber(r);
  if (recipientAddress === undefined) return r.under("recipientAddress");
  let recipientName: Name | undefined;
  if (r.tag() === 0xaa) {
    recipientName = r.explicit(0xaa, readName);
    if (recipientName === undefined) return r.under("recipientName");
  }
  const destinationAddress = readPartyNumber(r);
  if (destinationAddress === undefined) return r.under("destinationAddress");
  const status = r.integer(0x02, 0, 255);
  if (status === undefined) return r.under("status");
  const v: Mutable<SmsStatusReportArg> = {
    messageReference,
    serviceCentreTimeStamp,
    dischargeTime,
    recipientAddress,
    destinationAddress,
    status,
  };
  if (recipientName !== undefined) v.recipientName = recipientName;
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x8b: {
        if (v.priority !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const priority = r.boolean(0x8b);
        if (priority === undefined) return r.under("priority");
        v.priority = priority;
        break;
      }
      case 0x8c: {
        if (v.moreMessagesToSend !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const moreMessagesToSend = r.boolean(0x8c);
        if (moreMessagesToSend === undefined) return r.under("moreMessagesToSend");
        v.moreMessagesToSend = moreMessagesToSend;
        break;
      }
      case 0x8d: {
        if (v.statusReportQualifier !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const statusReportQualifier = r.boolean(0x8d);
        if (statusReportQualifier === undefined) return r.under("statusReportQualifier");
        v.statusReportQualifier = statusReportQualifier;
        break;
      }
      case 0x02: {
        if (v.protocolIdentifier !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const protocolIdentifier = r.integer(0x02, 0, 127);
        if (protocolIdentifier === undefined) return r.under("protocolIdentifier");
        v.protocolIdentifier = protocolIdentifier;
        break;
      }
      case 0x30: {
        if (v.userData !== undefined) return r.repeated();
        if (_last > 4 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 4;
        const userData = readUserData(r);
        if (userData === undefined) return r.under("userData");
        v.userData = userData;
        break;
      }
      case 0xa1:
      case 0xa2: {
        if (v.smsExtension !== undefined) return r.repeated();
        if (_last > 5 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 5;
        const smsExtension = readSmsExtension(r);
        if (smsExtension === undefined) return r.under("smsExtension");
        v.smsExtension = smsExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualSmsStatusReportArg(r: Reader, tag = 0x30): SmsStatusReportArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const messageReference = usual.integer(r, 0x02, 0, 255);
  if (messageReference === undefined) return undefined;
  const serviceCentreTimeStamp = usual.visibleString(r, 0x18, 12, 19);
  if (serviceCentreTimeStamp === undefined) return undefined;
  const dischargeTime = usual.visibleString(r, 0x18, 12, 19);
  if (dischargeTime === undefined) return undefined;
  const recipientAddress = usualPartyNumber(r);
  if (recipientAddress === undefined) return undefined;
  let recipientName: Name | undefined;
  if (r.at < end && r.octets[r.at] === 0xaa) {
    recipientName = usual.explicit(r, 0xaa, usualName);
    if (recipientName === undefined) return undefined;
  }
  const destinationAddress = usualPartyNumber(r);
  if (destinationAddress === undefined) return undefined;
  const status = usual.integer(r, 0x02, 0, 255);
  if (status === undefined) return undefined;
  const v: Mutable<SmsStatusReportArg> = { messageReference, serviceCentreTimeStamp, dischargeTime, recipientAddress,
    destinationAddress, status };
  if (recipientName !== undefined) v.recipientName = recipientName;
  if (r.at < end && r.octets[r.at] === 0x8b) {
    const priority = usual.boolean(r, 0x8b);
    if (priority === undefined) return undefined;
    v.priority = priority;
  }
  if (r.at < end && r.octets[r.at] === 0x8c) {
    const moreMessagesToSend = usual.boolean(r, 0x8c);
    if (moreMessagesToSend === undefined) return undefined;
    v.moreMessagesToSend = moreMessagesToSend;
  }
  if (r.at < end && r.octets[r.at] === 0x8d) {
    const statusReportQualifier = usual.boolean(r, 0x8d);
    if (statusReportQualifier === undefined) return undefined;
    v.statusReportQualifier = statusReportQualifier;
  }
  if (r.at < end && r.octets[r.at] === 0x02) {
    const protocolIdentifier = usual.integer(r, 0x02, 0, 127);
    if (protocolIdentifier === undefined) return undefined;
    v.protocolIdentifier = protocolIdentifier;
  }
  if (r.at < end && r.octets[r.at] === 0x30) {
    const userData = usualUserData(r);
    if (userData === undefined) return undefined;
    v.userData = userData;
  }
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const smsExtension = usualSmsExtension(r);
    if (smsExtension === undefined) return undefined;
    v.smsExtension = smsExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeSmsStatusReportArg(w: Writer, end: number, v: SmsStatusReportArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.smsExtension !== undefined) at = encodeSmsExtension(w, at, v.smsExtension);
  if (v.userData !== undefined) at = encodeUserData(w, at, v.userData);
  if (v.protocolIdentifier !== undefined) at = w.integer(at, 0x02, v.protocolIdentifier, 0, 127);
  if (v.statusReportQualifier !== undefined && v.statusReportQualifier !== false) at = w.boolean(at, 0x8d,
    v.statusReportQualifier);
  if (v.moreMessagesToSend !== undefined && v.moreMessagesToSend !== false) at = w.boolean(at, 0x8c,
    v.moreMessagesToSend);
  if (v.priority !== undefined && v.priority !== false) at = w.boolean(at, 0x8b, v.priority);
  at = w.integer(at, 0x02, v.status, 0, 255);
  at = encodePartyNumber(w, at, v.destinationAddress);
  if (v.recipientName !== undefined) at = w.head(encodeName(w, at - w.tail, v.recipientName), 0xaa, at);
  at = encodePartyNumber(w, at, v.recipientAddress);
  at = w.visibleString(at, 0x18, v.dischargeTime, 12, 19);
  at = w.visibleString(at, 0x18, v.serviceCentreTimeStamp, 12, 19);
  at = w.integer(at, 0x02, v.messageReference, 0, 255);
  return w.head(at, tag, end);
}

export const SmsStatusReportArg: Codec<SmsStatusReportArg> = codec(
  "SmsStatusReportArg",
  encodeSmsStatusReportArg,
  readSmsStatusReportArg,
  usualSmsStatusReportArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "messageReference", type: { kind: "INTEGER", min: 0, max: 255 } },
      { name: "serviceCentreTimeStamp", type: { kind: "VisibleString", min: 12, max: 19 } },
      { name: "dischargeTime", type: { kind: "VisibleString", min: 12, max: 19 } },
      { name: "recipientAddress", type: PartyNumber.type },
      { name: "recipientName", type: Name.type, presence: "OPTIONAL" },
      { name: "destinationAddress", type: PartyNumber.type },
      { name: "status", type: { kind: "INTEGER", min: 0, max: 255 } },
      { name: "priority", type: { kind: "BOOLEAN" }, presence: {"default":false} },
      { name: "moreMessagesToSend", type: { kind: "BOOLEAN" }, presence: {"default":false} },
      { name: "statusReportQualifier", type: { kind: "BOOLEAN" }, presence: {"default":false} },
      { name: "protocolIdentifier", type: { kind: "INTEGER", min: 0, max: 127 }, presence: "OPTIONAL" },
      { name: "userData", type: UserData.type, presence: "OPTIONAL" },
      { name: "smsExtension", type: SmsExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type SmsStatusReportResponseChoice =
  | { readonly null: null }
  | { readonly protocolIdentifier: number }
  | { readonly userData: UserData }
  | { readonly resChoiceSeq: ResChoiceSeq };

export function readSmsStatusReportResponseChoice(r: Reader): SmsStatusReportResponseChoice | undefined {
  switch (r.tag()) {
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("null");
      return { null: v };
    }
    case 0x02: {
      const v = r.integer(0x02, 0, 127);
      if (v === undefined) return r.under("protocolIdentifier");
      return { protocolIdentifier: v };
    }
    case 0xa0: {
      const v = readUserData(r, 0xa0);
      if (v === undefined) return r.under("userData");
      return { userData: v };
    }
    case 0xa1: {
      const v = readResChoiceSeq(r, 0xa1);
      if (v === undefined) return r.under("resChoiceSeq");
      return { resChoiceSeq: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualSmsStatusReportResponseChoice(r: Reader): SmsStatusReportResponseChoice | undefined {
  switch (r.octets[r.at]) {
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { null: v };
    }
    case 0x02: {
      const v = usual.integer(r, 0x02, 0, 127);
      return v === undefined ? undefined : { protocolIdentifier: v };
    }
    case 0xa0: {
      const v = usualUserData(r, 0xa0);
      return v === undefined ? undefined : { userData: v };
    }
    case 0xa1: {
      const v = usualResChoiceSeq(r, 0xa1);
      return v === undefined ? undefined : { resChoiceSeq: v };
    }
    default:
      return undefined;
  }
}

export function encodeSmsStatusReportResponseChoice(w: Writer, at: number, v: SmsStatusReportResponseChoice): number {
  const c: Alternatives<SmsStatusReportResponseChoice> = v;
  if (c.null !== undefined) return w.null(at, 0x05);
  if (c.protocolIdentifier !== undefined) return w.integer(at, 0x02, c.protocolIdentifier, 0, 127);
  if (c.userData !== undefined) return encodeUserData(w, at, c.userData, 0xa0);
  if (c.resChoiceSeq !== undefined) return encodeResChoiceSeq(w, at, c.resChoiceSeq, 0xa1);
  throw noAlternative("SmsStatusReportResponseChoice");
}

export const SmsStatusReportResponseChoice: Codec<SmsStatusReportResponseChoice> = codec(
  "SmsStatusReportResponseChoice",
  encodeSmsStatusReportResponseChoice,
  readSmsStatusReportResponseChoice,
  usualSmsStatusReportResponseChoice,
  {
    kind: "CHOICE",
    elements: [
      { name: "null", type: { kind: "NULL" } },
      { name: "protocolIdentifier", type: { kind: "INTEGER", min: 0, max: 127 } },
      { name: "userData", type: UserData.type },
      { name: "resChoiceSeq", type: ResChoiceSeq.type },
    ],
  },
);

export interface SmsStatusReportRes {
  readonly smsStatusReportResponseChoice: SmsStatusReportResponseChoice;
  readonly smsExtension?: SmsExtension;
}

export function readSmsStatusReportRes(r: Reader, tag = 0x30): SmsStatusReportRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const smsStatusReportResponseChoice = readSmsStatusReportResponseChoice(r);
  if (smsStatusReportResponseChoice === undefined) return r.under("smsStatusReportResponseChoice");
  const v: Mutable<SmsStatusReportRes> = {
    smsStatusReportResponseChoice,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.smsExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const smsExtension = readSmsExtension(r);
        if (smsExtension === undefined) return r.under("smsExtension");
        v.smsExtension = smsExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualSmsStatusReportRes(r: Reader, tag = 0x30): SmsStatusReportRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const smsStatusReportResponseChoice = usualSmsStatusReportResponseChoice(r);
  if (smsStatusReportResponseChoice === undefined) return undefined;
  const v: Mutable<SmsStatusReportRes> = { smsStatusReportResponseChoice };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const smsExtension = usualSmsExtension(r);
    if (smsExtension === undefined) return undefined;
    v.smsExtension = smsExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeSmsStatusReportRes(w: Writer, end: number, v: SmsStatusReportRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.smsExtension !== undefined) at = encodeSmsExtension(w, at, v.smsExtension);
  at = encodeSmsStatusReportResponseChoice(w, at, v.smsStatusReportResponseChoice);
  return w.head(at, tag, end);
}

export const SmsStatusReportRes: Codec<SmsStatusReportRes> = codec(
  "SmsStatusReportRes",
  encodeSmsStatusReportRes,
  readSmsStatusReportRes,
  usualSmsStatusReportRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "smsStatusReportResponseChoice", type: SmsStatusReportResponseChoice.type },
      { name: "smsExtension", type: SmsExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type CommandType =
  | "enquiry"
  | "cancelSRR"
  | "deletePreviouslySubmittedSM"
  | "enableSRRrelatingToPreviouslySubmittedSM"
  | number;

const commandTypeNumbers = {
  "enquiry": 0,
  "cancelSRR": 1,
  "deletePreviouslySubmittedSM": 2,
  "enableSRRrelatingToPreviouslySubmittedSM": 3,
} as const;
const commandTypeNames = namesOf(commandTypeNumbers);

function commandTypeNumber(v: CommandType): number {
  switch (v) {
    case "enquiry":
      return 0;
    case "cancelSRR":
      return 1;
    case "deletePreviouslySubmittedSM":
      return 2;
    case "enableSRRrelatingToPreviouslySubmittedSM":
      return 3;
    default:
      return v;
  }
}

export function readCommandType(r: Reader, tag = 0x02): CommandType | undefined {
  return r.named(tag, commandTypeNames, 0, 255);
}

export function usualCommandType(r: Reader, tag = 0x02): CommandType | undefined {
  return usual.named(r, tag, commandTypeNames, 0, 255);
}

export function encodeCommandType(w: Writer, at: number, v: CommandType, tag = 0x02): number {
  const n = commandTypeNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 255);
  return w.oneOctet(at, tag, n);
}

export const CommandType: Codec<CommandType> = codec(
  "CommandType",
  encodeCommandType,
  readCommandType,
  usualCommandType,
  { kind: "named", names: commandTypeNumbers, open: true, min: 0, max: 255 },
);

export type CommandData = Uint8Array;

export function readCommandData(r: Reader, tag = 0x04): CommandData | undefined {
  return r.octetString(tag, 0, 157);
}

export function usualCommandData(r: Reader, tag = 0x04): CommandData | undefined {
  return usual.octetString(r, tag, 0, 157);
}

export function encodeCommandData(w: Writer, at: number, v: CommandData, tag = 0x04): number {
  return w.octetString(at, tag, v, 0, 157);
}

export const CommandData: Codec<CommandData> = codec(
  "CommandData",
  encodeCommandData,
  readCommandData,
  usualCommandData,
  { kind: "OCTET STRING", min: 0, max: 157 },
);

export interface SmsCommandArg {
  readonly destinationAddress: PartyNumber;
  readonly messageReference: number;
  readonly messageNumber: number;
  readonly protocolIdentifier: number;
  readonly commandType: CommandType;
  readonly commandData?: Uint8Array;
  readonly statusReportRequest?: boolean;
  readonly smsExtension?: SmsExtension;
}

export function readSmsCommandArg(r: Reader, tag = 0x30): SmsCommandArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const destinationAddress = readPartyNumber(r);
  if (destinationAddress === undefined) return r.under("destinationAddress");
  const messageReference = r.integer(0x02, 0, 255);
  if (messageReference === undefined) return r.under("messageReference");
  const messageNumber = r.integer(0x02, 0, 255);
  if (messageNumber === undefined) return r.under("messageNumber");
  const protocolIdentifier = r.integer(0x02, 0, 127);
  if (protocolIdentifier === undefined) return r.under("protocolIdentifier");
  const commandType = readCommandType(r);
  if (commandType === undefined) return r.under("commandType");
  const v: Mutable<SmsCommandArg> = {
    destinationAddress,
    messageReference,
    messageNumber,
    protocolIdentifier,
    commandType,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x04:
      case 0x24: {
        if (v.commandData !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const commandData = r.octetString(0x04, 0, 157);
        if (commandData === undefined) return r.under("commandData");
        v.commandData = commandData;
        break;
      }
      case 0x01: {
        if (v.statusReportRequest !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const statusReportRequest = r.boolean(0x01);
        if (statusReportRequest === undefined) return r.under("statusReportRequest");
        v.statusReportRequest = statusReportRequest;
        break;
      }
      case 0xa1:
      case 0xa2: {
        if (v.smsExtension !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const smsExtension = readSmsExtension(r);
        if (smsExtension === undefined) return r.under("smsExtension");
        v.smsExtension = smsExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualSmsCommandArg(r: Reader, tag = 0x30): SmsCommandArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const destinationAddress = usualPartyNumber(r);
  if (destinationAddress === undefined) return undefined;
  const messageReference = usual.integer(r, 0x02, 0, 255);
  if (messageReference === undefined) return undefined;
  const messageNumber = usual.integer(r, 0x02, 0, 255);
  if (messageNumber === undefined) return undefined;
  const protocolIdentifier = usual.integer(r, 0x02, 0, 127);
  if (protocolIdentifier === undefined) return undefined;
  const commandType = usualCommandType(r);
  if (commandType === undefined) return undefined;
  const v: Mutable<SmsCommandArg> = { destinationAddress, messageReference, messageNumber, protocolIdentifier,
    commandType };
  if (r.at < end && (r.octets[r.at] === 0x04 || r.octets[r.at] === 0x24)) {
    const commandData = usual.octetString(r, 0x04, 0, 157);
    if (commandData === undefined) return undefined;
    v.commandData = commandData;
  }
  if (r.at < end && r.octets[r.at] === 0x01) {
    const statusReportRequest = usual.boolean(r, 0x01);
    if (statusReportRequest === undefined) return undefined;
    v.statusReportRequest = statusReportRequest;
  }
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const smsExtension = usualSmsExtension(r);
    if (smsExtension === undefined) return undefined;
    v.smsExtension = smsExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeSmsCommandArg(w: Writer, end: number, v: SmsCommandArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.smsExtension !== undefined) at = encodeSmsExtension(w, at, v.smsExtension);
  if (v.statusReportRequest !== undefined) at = w.boolean(at, 0x01, v.statusReportRequest);
  if (v.commandData !== undefined) at = w.octetString(at, 0x04, v.commandData, 0, 157);
  at = encodeCommandType(w, at, v.commandType);
  at = w.integer(at, 0x02, v.protocolIdentifier, 0, 127);
  at = w.integer(at, 0x02, v.messageNumber, 0, 255);
  at = w.integer(at, 0x02, v.messageReference, 0, 255);
  at = encodePartyNumber(w, at, v.destinationAddress);
  return w.head(at, tag, end);
}

export const SmsCommandArg: Codec<SmsCommandArg> = codec(
  "SmsCommandArg",
  encodeSmsCommandArg,
  readSmsCommandArg,
  usualSmsCommandArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "destinationAddress", type: PartyNumber.type },
      { name: "messageReference", type: { kind: "INTEGER", min: 0, max: 255 } },
      { name: "messageNumber", type: { kind: "INTEGER", min: 0, max: 255 } },
      { name: "protocolIdentifier", type: { kind: "INTEGER", min: 0, max: 127 } },
      { name: "commandType", type: CommandType.type },
      { name: "commandData", type: { kind: "OCTET STRING", min: 0, max: 157 }, presence: "OPTIONAL" },
      { name: "statusReportRequest", type: { kind: "BOOLEAN" }, presence: "OPTIONAL" },
      { name: "smsExtension", type: SmsExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface SmsCommandRes {
  readonly serviceCentreTimeStamp: string;
  readonly protocolIdentifier?: number;
  readonly userData?: UserData;
  readonly smsExtension?: SmsExtension;
}

export function readSmsCommandRes(r: Reader, tag = 0x30): SmsCommandRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const serviceCentreTimeStamp = r.visibleString(0x18, 12, 19);
  if (serviceCentreTimeStamp === undefined) return r.under("serviceCentreTimeStamp");
  const v: Mutable<SmsCommandRes> = {
    serviceCentreTimeStamp,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x02: {
        if (v.protocolIdentifier !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const protocolIdentifier = r.integer(0x02, 0, 127);
        if (protocolIdentifier === undefined) return r.under("protocolIdentifier");
        v.protocolIdentifier = protocolIdentifier;
        break;
      }
      case 0x30: {
        if (v.userData !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const userData = readUserData(r);
        if (userData === undefined) return r.under("userData");
        v.userData = userData;
        break;
      }
      case 0xa1:
      case 0xa2: {
        if (v.smsExtension !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const smsExtension = readSmsExtension(r);
        if (smsExtension === undefined) return r.under("smsExtension");
        v.smsExtension = smsExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualSmsCommandRes(r: Reader, tag = 0x30): SmsCommandRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const serviceCentreTimeStamp = usual.visibleString(r, 0x18, 12, 19);
  if (serviceCentreTimeStamp === undefined) return undefined;
  const v: Mutable<SmsCommandRes> = { serviceCentreTimeStamp };
  if (r.at < end && r.octets[r.at] === 0x02) {
    const protocolIdentifier = usual.integer(r, 0x02, 0, 127);
    if (protocolIdentifier === undefined) return undefined;
    v.protocolIdentifier = protocolIdentifier;
  }
  if (r.at < end && r.octets[r.at] === 0x30) {
    const userData = usualUserData(r);
    if (userData === undefined) return undefined;
    v.userData = userData;
  }
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const smsExtension = usualSmsExtension(r);
    if (smsExtension === undefined) return undefined;
    v.smsExtension = smsExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeSmsCommandRes(w: Writer, end: number, v: SmsCommandRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.smsExtension !== undefined) at = encodeSmsExtension(w, at, v.smsExtension);
  if (v.userData !== undefined) at = encodeUserData(w, at, v.userData);
  if (v.protocolIdentifier !== undefined) at = w.integer(at, 0x02, v.protocolIdentifier, 0, 127);
  at = w.visibleString(at, 0x18, v.serviceCentreTimeStamp, 12, 19);
  return w.head(at, tag, end);
}

export const SmsCommandRes: Codec<SmsCommandRes> = codec(
  "SmsCommandRes",
  encodeSmsCommandRes,
  readSmsCommandRes,
  usualSmsCommandRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "serviceCentreTimeStamp", type: { kind: "VisibleString", min: 12, max: 19 } },
      { name: "protocolIdentifier", type: { kind: "INTEGER", min: 0, max: 127 }, presence: "OPTIONAL" },
      { name: "userData", type: UserData.type, presence: "OPTIONAL" },
      { name: "smsExtension", type: SmsExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface ScAlertArg {
  readonly originatingAddress: PartyNumber;
  readonly smsExtension?: SmsExtension;
}

export function readScAlertArg(r: Reader, tag = 0x30): ScAlertArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const originatingAddress = readPartyNumber(r);
  if (originatingAddress === undefined) return r.under("originatingAddress");
  const v: Mutable<ScAlertArg> = {
    originatingAddress,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.smsExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const smsExtension = readSmsExtension(r);
        if (smsExtension === undefined) return r.under("smsExtension");
        v.smsExtension = smsExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualScAlertArg(r: Reader, tag = 0x30): ScAlertArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const originatingAddress = usualPartyNumber(r);
  if (originatingAddress === undefined) return undefined;
  const v: Mutable<ScAlertArg> = { originatingAddress };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const smsExtension = usualSmsExtension(r);
    if (smsExtension === undefined) return undefined;
    v.smsExtension = smsExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeScAlertArg(w: Writer, end: number, v: ScAlertArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.smsExtension !== undefined) at = encodeSmsExtension(w, at, v.smsExtension);
  at = encodePartyNumber(w, at, v.originatingAddress);
  return w.head(at, tag, end);
}

export const ScAlertArg: Codec<ScAlertArg> = codec(
  "ScAlertArg",
  encodeScAlertArg,
  readScAlertArg,
  usualScAlertArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "originatingAddress", type: PartyNumber.type },
      { name: "smsExtension", type: SmsExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type DummyRes =
  | { readonly null: null }
  | { readonly smsExtension: SmsExtension };

export function readDummyRes(r: Reader): DummyRes | undefined {
  switch (r.tag()) {
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("null");
      return { null: v };
    }
    case 0xa1:
    case 0xa2: {
      const v = readSmsExtension(r);
      if (v === undefined) return r.under("smsExtension");
      return { smsExtension: v };
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
    case 0xa1:
    case 0xa2: {
      const v = usualSmsExtension(r);
      return v === undefined ? undefined : { smsExtension: v };
    }
    default:
      return undefined;
  }
}

export function encodeDummyRes(w: Writer, at: number, v: DummyRes): number {
  const c: Alternatives<DummyRes> = v;
  if (c.null !== undefined) return w.null(at, 0x05);
  if (c.smsExtension !== undefined) return encodeSmsExtension(w, at, c.smsExtension);
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
      { name: "smsExtension", type: SmsExtension.type },
    ],
  },
);

export type FailureCause = number;

export function readFailureCause(r: Reader, tag = 0x02): FailureCause | undefined {
  return r.integer(tag, 0, 255);
}

export function usualFailureCause(r: Reader, tag = 0x02): FailureCause | undefined {
  return usual.integer(r, tag, 0, 255);
}

export function encodeFailureCause(w: Writer, at: number, v: FailureCause, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 255);
  return w.oneOctet(at, tag, n);
}

export const FailureCause: Codec<FailureCause> = codec(
  "FailureCause",
  encodeFailureCause,
  readFailureCause,
  usualFailureCause,
  { kind: "INTEGER", min: 0, max: 255 },
);

export interface SmsDeliverErrorPar {
  readonly failureCause: number;
  readonly protocolIdentifier?: number;
  readonly userData?: UserData;
  /** Absent: false. */
  readonly scAddressSaved?: boolean;
}

export function readSmsDeliverErrorPar(r: Reader, tag = 0x30): SmsDeliverErrorPar | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const failureCause = r.integer(0x02, 0, 255);
  if (failureCause === undefined) return r.under("failureCause");
  const v: Mutable<SmsDeliverErrorPar> = {
    failureCause,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x80: {
        if (v.protocolIdentifier !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const protocolIdentifier = r.integer(0x80, 0, 127);
        if (protocolIdentifier === undefined) return r.under("protocolIdentifier");
        v.protocolIdentifier = protocolIdentifier;
        break;
      }
      case 0xa1: {
        if (v.userData !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const userData = readUserData(r, 0xa1);
        if (userData === undefined) return r.under("userData");
        v.userData = userData;
        break;
      }
      case 0x82: {
        if (v.scAddressSaved !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const scAddressSaved = r.boolean(0x82);
        if (scAddressSaved === undefined) return r.under("scAddressSaved");
        v.scAddressSaved = scAddressSaved;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualSmsDeliverErrorPar(r: Reader, tag = 0x30): SmsDeliverErrorPar | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const failureCause = usual.integer(r, 0x02, 0, 255);
  if (failureCause === undefined) return undefined;
  const v: Mutable<SmsDeliverErrorPar> = { failureCause };
  if (r.at < end && r.octets[r.at] === 0x80) {
    const protocolIdentifier = usual.integer(r, 0x80, 0, 127);
    if (protocolIdentifier === undefined) return undefined;
    v.protocolIdentifier = protocolIdentifier;
  }
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const userData = usualUserData(r, 0xa1);
    if (userData === undefined) return undefined;
    v.userData = userData;
  }
  if (r.at < end && r.octets[r.at] === 0x82) {
    const scAddressSaved = usual.boolean(r, 0x82);
    if (scAddressSaved === undefined) return undefined;
    v.scAddressSaved = scAddressSaved;
  }
  return r.at === end ? v : undefined;
}

export function encodeSmsDeliverErrorPar(w: Writer, end: number, v: SmsDeliverErrorPar, tag = 0x30): number {
  let at = end - w.tail;
  if (v.scAddressSaved !== undefined && v.scAddressSaved !== false) at = w.boolean(at, 0x82, v.scAddressSaved);
  if (v.userData !== undefined) at = encodeUserData(w, at, v.userData, 0xa1);
  if (v.protocolIdentifier !== undefined) at = w.integer(at, 0x80, v.protocolIdentifier, 0, 127);
  at = w.integer(at, 0x02, v.failureCause, 0, 255);
  return w.head(at, tag, end);
}

export const SmsDeliverErrorPar: Codec<SmsDeliverErrorPar> = codec(
  "SmsDeliverErrorPar",
  encodeSmsDeliverErrorPar,
  readSmsDeliverErrorPar,
  usualSmsDeliverErrorPar,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "failureCause", type: { kind: "INTEGER", min: 0, max: 255 } },
      { name: "protocolIdentifier", type: { kind: "INTEGER", min: 0, max: 127 }, presence: "OPTIONAL" },
      { name: "userData", type: UserData.type, presence: "OPTIONAL" },
      { name: "scAddressSaved", type: { kind: "BOOLEAN" }, presence: {"default":false} },
    ],
  },
);

export interface SmsSubmitErrorPar {
  readonly failureCause: number;
  readonly serviceCentreTimeStamp: string;
  readonly protocolIdentifier?: number;
  readonly userData?: UserData;
}

export function readSmsSubmitErrorPar(r: Reader, tag = 0x30): SmsSubmitErrorPar | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const failureCause = r.integer(0x02, 0, 255);
  if (failureCause === undefined) return r.under("failureCause");
  const serviceCentreTimeStamp = r.visibleString(0x18, 12, 19);
  if (serviceCentreTimeStamp === undefined) return r.under("serviceCentreTimeStamp");
  const v: Mutable<SmsSubmitErrorPar> = {
    failureCause,
    serviceCentreTimeStamp,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x80: {
        if (v.protocolIdentifier !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const protocolIdentifier = r.integer(0x80, 0, 127);
        if (protocolIdentifier === undefined) return r.under("protocolIdentifier");
        v.protocolIdentifier = protocolIdentifier;
        break;
      }
      case 0xa1: {
        if (v.userData !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const userData = readUserData(r, 0xa1);
        if (userData === undefined) return r.under("userData");
        v.userData = userData;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualSmsSubmitErrorPar(r: Reader, tag = 0x30): SmsSubmitErrorPar | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const failureCause = usual.integer(r, 0x02, 0, 255);
  if (failureCause === undefined) return undefined;
  const serviceCentreTimeStamp = usual.visibleString(r, 0x18, 12, 19);
  if (serviceCentreTimeStamp === undefined) return undefined;
  const v: Mutable<SmsSubmitErrorPar> = { failureCause, serviceCentreTimeStamp };
  if (r.at < end && r.octets[r.at] === 0x80) {
    const protocolIdentifier = usual.integer(r, 0x80, 0, 127);
    if (protocolIdentifier === undefined) return undefined;
    v.protocolIdentifier = protocolIdentifier;
  }
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const userData = usualUserData(r, 0xa1);
    if (userData === undefined) return undefined;
    v.userData = userData;
  }
  return r.at === end ? v : undefined;
}

export function encodeSmsSubmitErrorPar(w: Writer, end: number, v: SmsSubmitErrorPar, tag = 0x30): number {
  let at = end - w.tail;
  if (v.userData !== undefined) at = encodeUserData(w, at, v.userData, 0xa1);
  if (v.protocolIdentifier !== undefined) at = w.integer(at, 0x80, v.protocolIdentifier, 0, 127);
  at = w.visibleString(at, 0x18, v.serviceCentreTimeStamp, 12, 19);
  at = w.integer(at, 0x02, v.failureCause, 0, 255);
  return w.head(at, tag, end);
}

export const SmsSubmitErrorPar: Codec<SmsSubmitErrorPar> = codec(
  "SmsSubmitErrorPar",
  encodeSmsSubmitErrorPar,
  readSmsSubmitErrorPar,
  usualSmsSubmitErrorPar,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "failureCause", type: { kind: "INTEGER", min: 0, max: 255 } },
      { name: "serviceCentreTimeStamp", type: { kind: "VisibleString", min: 12, max: 19 } },
      { name: "protocolIdentifier", type: { kind: "INTEGER", min: 0, max: 127 }, presence: "OPTIONAL" },
      { name: "userData", type: UserData.type, presence: "OPTIONAL" },
    ],
  },
);
