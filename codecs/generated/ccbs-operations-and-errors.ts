// Generated from asn1/CCBS-Operations-and-Errors.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Codec, codec, type Mutable, namesOf } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";
import {
  Address,
  PartyNumber,
  PartySubaddress,
  encodeAddress,
  encodePartyNumber,
  encodePartySubaddress,
  readAddress,
  readPartyNumber,
  readPartySubaddress,
  usualAddress,
  usualPartyNumber,
  usualPartySubaddress,
} from "./addressing-data-elements.ts";

export type RecallMode =
  | "globalRecall"
  | "specificRecall";

const recallModeNumbers = {
  "globalRecall": 0,
  "specificRecall": 1,
} as const;
const recallModeNames = namesOf(recallModeNumbers);

function recallModeNumber(v: RecallMode): number {
  switch (v) {
    case "globalRecall":
      return 0;
    case "specificRecall":
      return 1;
  }
}

export function readRecallMode(r: Reader, tag = 0x0a): RecallMode | undefined {
  return r.enumerated(tag, recallModeNames);
}

export function usualRecallMode(r: Reader, tag = 0x0a): RecallMode | undefined {
  return usual.enumerated(r, tag, recallModeNames);
}

export function encodeRecallMode(w: Writer, at: number, v: RecallMode, tag = 0x0a): number {
  const n = recallModeNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const RecallMode: Codec<RecallMode> = codec(
  "RecallMode",
  encodeRecallMode,
  readRecallMode,
  usualRecallMode,
  { kind: "named", names: recallModeNumbers, open: false },
);

export type CCBSReference = number;

export function readCCBSReference(r: Reader, tag = 0x02): CCBSReference | undefined {
  return r.integer(tag, 0, 127);
}

export function usualCCBSReference(r: Reader, tag = 0x02): CCBSReference | undefined {
  return usual.integer(r, tag, 0, 127);
}

export function encodeCCBSReference(w: Writer, at: number, v: CCBSReference, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 127);
  return w.oneOctet(at, tag, n);
}

export const CCBSReference: Codec<CCBSReference> = codec(
  "CCBSReference",
  encodeCCBSReference,
  readCCBSReference,
  usualCCBSReference,
  { kind: "INTEGER", min: 0, max: 127 },
);

export interface CCBSRequestRes {
  readonly recallMode: RecallMode;
  readonly cCBSReference: number;
}

export function readCCBSRequestRes(r: Reader, tag = 0x30): CCBSRequestRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const recallMode = readRecallMode(r);
  if (recallMode === undefined) return r.under("recallMode");
  const cCBSReference = r.integer(0x02, 0, 127);
  if (cCBSReference === undefined) return r.under("cCBSReference");
  const v: Mutable<CCBSRequestRes> = {
    recallMode,
    cCBSReference,
  };
  r.leave(outer);
  return v;
}

export function usualCCBSRequestRes(r: Reader, tag = 0x30): CCBSRequestRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const recallMode = usualRecallMode(r);
  if (recallMode === undefined) return undefined;
  const cCBSReference = usual.integer(r, 0x02, 0, 127);
  if (cCBSReference === undefined) return undefined;
  const v: Mutable<CCBSRequestRes> = { recallMode, cCBSReference };
  return r.at === end ? v : undefined;
}

export function encodeCCBSRequestRes(w: Writer, end: number, v: CCBSRequestRes, tag = 0x30): number {
  let at = end - w.tail;
  at = w.integer(at, 0x02, v.cCBSReference, 0, 127);
  at = encodeRecallMode(w, at, v.recallMode);
  return w.head(at, tag, end);
}

export const CCBSRequestRes: Codec<CCBSRequestRes> = codec(
  "CCBSRequestRes",
  encodeCCBSRequestRes,
  readCCBSRequestRes,
  usualCCBSRequestRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "recallMode", type: RecallMode.type },
      { name: "cCBSReference", type: { kind: "INTEGER", min: 0, max: 127 } },
    ],
  },
);

export interface CCBSInterrogateArg {
  readonly cCBSReference?: number;
  readonly partyNumberOfA?: PartyNumber;
}

export function readCCBSInterrogateArg(r: Reader, tag = 0x30): CCBSInterrogateArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const v: Mutable<CCBSInterrogateArg> = {};
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x02: {
        if (v.cCBSReference !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const cCBSReference = r.integer(0x02, 0, 127);
        if (cCBSReference === undefined) return r.under("cCBSReference");
        v.cCBSReference = cCBSReference;
        break;
      }
      case 0x80:
      case 0xa0:
      case 0xa1:
      case 0x82:
      case 0xa2:
      case 0x83:
      case 0xa3:
      case 0x84:
      case 0xa4:
      case 0xa5:
      case 0x88:
      case 0xa8: {
        if (v.partyNumberOfA !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const partyNumberOfA = readPartyNumber(r);
        if (partyNumberOfA === undefined) return r.under("partyNumberOfA");
        v.partyNumberOfA = partyNumberOfA;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualCCBSInterrogateArg(r: Reader, tag = 0x30): CCBSInterrogateArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const v: Mutable<CCBSInterrogateArg> = {};
  if (r.at < end && r.octets[r.at] === 0x02) {
    const cCBSReference = usual.integer(r, 0x02, 0, 127);
    if (cCBSReference === undefined) return undefined;
    v.cCBSReference = cCBSReference;
  }
  if (r.at < end && (r.octets[r.at] === 0x80 || r.octets[r.at] === 0xa0 || r.octets[r.at] === 0xa1 || r.octets[r.at] ===
    0x82 || r.octets[r.at] === 0xa2 || r.octets[r.at] === 0x83 || r.octets[r.at] === 0xa3 || r.octets[r.at] === 0x84 ||
      r.octets[r.at] === 0xa4 || r.octets[r.at] === 0xa5 || r.octets[r.at] === 0x88 || r.octets[r.at] === 0xa8)) {
    const partyNumberOfA = usualPartyNumber(r);
    if (partyNumberOfA === undefined) return undefined;
    v.partyNumberOfA = partyNumberOfA;
  }
  return r.at === end ? v : undefined;
}

export function encodeCCBSInterrogateArg(w: Writer, end: number, v: CCBSInterrogateArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.partyNumberOfA !== undefined) at = encodePartyNumber(w, at, v.partyNumberOfA);
  if (v.cCBSReference !== undefined) at = w.integer(at, 0x02, v.cCBSReference, 0, 127);
  return w.head(at, tag, end);
}

export const CCBSInterrogateArg: Codec<CCBSInterrogateArg> = codec(
  "CCBSInterrogateArg",
  encodeCCBSInterrogateArg,
  readCCBSInterrogateArg,
  usualCCBSInterrogateArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "cCBSReference", type: { kind: "INTEGER", min: 0, max: 127 }, presence: "OPTIONAL" },
      { name: "partyNumberOfA", type: PartyNumber.type, presence: "OPTIONAL" },
    ],
  },
);

export interface CallInformation {
  readonly addressOfB: Address;
  readonly q931InfoElement: Uint8Array;
  readonly cCBSReference: number;
  readonly subAddressOfA?: PartySubaddress;
}

export function readCallInformation(r: Reader, tag = 0x30): CallInformation | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const addressOfB = readAddress(r);
  if (addressOfB === undefined) return r.under("addressOfB");
  const q931InfoElement = r.octetString(0x40);
  if (q931InfoElement === undefined) return r.under("q931InfoElement");
  const cCBSReference = r.integer(0x02, 0, 127);
  if (cCBSReference === undefined) return r.under("cCBSReference");
  const v: Mutable<CallInformation> = {
    addressOfB,
    q931InfoElement,
    cCBSReference,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x30:
      case 0x04:
      case 0x24: {
        if (v.subAddressOfA !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const subAddressOfA = readPartySubaddress(r);
        if (subAddressOfA === undefined) return r.under("subAddressOfA");
        v.subAddressOfA = subAddressOfA;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualCallInformation(r: Reader, tag = 0x30): CallInformation | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const addressOfB = usualAddress(r);
  if (addressOfB === undefined) return undefined;
  const q931InfoElement = usual.octetString(r, 0x40);
  if (q931InfoElement === undefined) return undefined;
  const cCBSReference = usual.integer(r, 0x02, 0, 127);
  if (cCBSReference === undefined) return undefined;
  const v: Mutable<CallInformation> = { addressOfB, q931InfoElement, cCBSReference };
  if (r.at < end && (r.octets[r.at] === 0x30 || r.octets[r.at] === 0x04 || r.octets[r.at] === 0x24)) {
    const subAddressOfA = usualPartySubaddress(r);
    if (subAddressOfA === undefined) return undefined;
    v.subAddressOfA = subAddressOfA;
  }
  return r.at === end ? v : undefined;
}

export function encodeCallInformation(w: Writer, end: number, v: CallInformation, tag = 0x30): number {
  let at = end - w.tail;
  if (v.subAddressOfA !== undefined) at = encodePartySubaddress(w, at, v.subAddressOfA);
  at = w.integer(at, 0x02, v.cCBSReference, 0, 127);
  at = w.octetString(at, 0x40, v.q931InfoElement);
  at = encodeAddress(w, at, v.addressOfB);
  return w.head(at, tag, end);
}

export const CallInformation: Codec<CallInformation> = codec(
  "CallInformation",
  encodeCallInformation,
  readCallInformation,
  usualCallInformation,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "addressOfB", type: Address.type },
      { name: "q931InfoElement", type: { kind: "OCTET STRING" } },
      { name: "cCBSReference", type: { kind: "INTEGER", min: 0, max: 127 } },
      { name: "subAddressOfA", type: PartySubaddress.type, presence: "OPTIONAL" },
    ],
  },
);

export type CallDetails = readonly CallInformation[];

export function readCallDetails(r: Reader, tag = 0x30): CallDetails | undefined {
  return r.sequenceOf(tag, readCallInformation, 1, 5);
}

export function usualCallDetails(r: Reader, tag = 0x30): CallDetails | undefined {
  return usual.sequenceOf(r, tag, usualCallInformation, 1, 5);
}

export function encodeCallDetails(w: Writer, at: number, v: CallDetails, tag = 0x30): number {
  return w.sequenceOf(at, tag, encodeCallInformation, v, 1, 5);
}

export const CallDetails: Codec<CallDetails> = codec(
  "CallDetails",
  encodeCallDetails,
  readCallDetails,
  usualCallDetails,
  { kind: "SEQUENCE OF", of: CallInformation.type, min: 1, max: 5 },
);

export interface CCBSInterrogateRes {
  readonly recallMode: RecallMode;
  readonly callDetails?: readonly CallInformation[];
}

export function readCCBSInterrogateRes(r: Reader, tag = 0x30): CCBSInterrogateRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const recallMode = readRecallMode(r);
  if (recallMode === undefined) return r.under("recallMode");
  const v: Mutable<CCBSInterrogateRes> = {
    recallMode,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x30: {
        if (v.callDetails !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const callDetails = r.sequenceOf(0x30, readCallInformation, 1, 5);
        if (callDetails === undefined) return r.under("callDetails");
        v.callDetails = callDetails;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualCCBSInterrogateRes(r: Reader, tag = 0x30): CCBSInterrogateRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const recallMode = usualRecallMode(r);
  if (recallMode === undefined) return undefined;
  const v: Mutable<CCBSInterrogateRes> = { recallMode };
  if (r.at < end && r.octets[r.at] === 0x30) {
    const callDetails = usual.sequenceOf(r, 0x30, usualCallInformation, 1, 5);
    if (callDetails === undefined) return undefined;
    v.callDetails = callDetails;
  }
  return r.at === end ? v : undefined;
}

export function encodeCCBSInterrogateRes(w: Writer, end: number, v: CCBSInterrogateRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.callDetails !== undefined) at = w.sequenceOf(at, 0x30, encodeCallInformation, v.callDetails, 1, 5);
  at = encodeRecallMode(w, at, v.recallMode);
  return w.head(at, tag, end);
}

export const CCBSInterrogateRes: Codec<CCBSInterrogateRes> = codec(
  "CCBSInterrogateRes",
  encodeCCBSInterrogateRes,
  readCCBSInterrogateRes,
  usualCCBSInterrogateRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "recallMode", type: RecallMode.type },
      { name: "callDetails", type: { kind: "SEQUENCE OF", of: CallInformation.type, min: 1, max: 5 }, presence:
        "OPTIONAL" },
    ],
  },
);

export interface CCBSStatusRequestArg {
  readonly recallMode: RecallMode;
  readonly cCBSReference: number;
  readonly q931InfoElement: Uint8Array;
}

export function readCCBSStatusRequestArg(r: Reader, tag = 0x30): CCBSStatusRequestArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const recallMode = readRecallMode(r);
  if (recallMode === undefined) return r.under("recallMode");
  const cCBSReference = r.integer(0x02, 0, 127);
  if (cCBSReference === undefined) return r.under("cCBSReference");
  const q931InfoElement = r.octetString(0x40);
  if (q931InfoElement === undefined) return r.under("q931InfoElement");
  const v: Mutable<CCBSStatusRequestArg> = {
    recallMode,
    cCBSReference,
    q931InfoElement,
  };
  r.leave(outer);
  return v;
}

export function usualCCBSStatusRequestArg(r: Reader, tag = 0x30): CCBSStatusRequestArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const recallMode = usualRecallMode(r);
  if (recallMode === undefined) return undefined;
  const cCBSReference = usual.integer(r, 0x02, 0, 127);
  if (cCBSReference === undefined) return undefined;
  const q931InfoElement = usual.octetString(r, 0x40);
  if (q931InfoElement === undefined) return undefined;
  const v: Mutable<CCBSStatusRequestArg> = { recallMode, cCBSReference, q931InfoElement };
  return r.at === end ? v : undefined;
}

export function encodeCCBSStatusRequestArg(w: Writer, end: number, v: CCBSStatusRequestArg, tag = 0x30): number {
  let at = end - w.tail;
  at = w.octetString(at, 0x40, v.q931InfoElement);
  at = w.integer(at, 0x02, v.cCBSReference, 0, 127);
  at = encodeRecallMode(w, at, v.recallMode);
  return w.head(at, tag, end);
}

export const CCBSStatusRequestArg: Codec<CCBSStatusRequestArg> = codec(
  "CCBSStatusRequestArg",
  encodeCCBSStatusRequestArg,
  readCCBSStatusRequestArg,
  usualCCBSStatusRequestArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "recallMode", type: RecallMode.type },
      { name: "cCBSReference", type: { kind: "INTEGER", min: 0, max: 127 } },
      { name: "q931InfoElement", type: { kind: "OCTET STRING" } },
    ],
  },
);

export type CCBSStatusRequestRes = boolean;

export function readCCBSStatusRequestRes(r: Reader, tag = 0x01): CCBSStatusRequestRes | undefined {
  return r.boolean(tag);
}

export function usualCCBSStatusRequestRes(r: Reader, tag = 0x01): CCBSStatusRequestRes | undefined {
  return usual.boolean(r, tag);
}

export function encodeCCBSStatusRequestRes(w: Writer, at: number, v: CCBSStatusRequestRes, tag = 0x01): number {
  return w.boolean(at, tag, v);
}

export const CCBSStatusRequestRes: Codec<CCBSStatusRequestRes> = codec(
  "CCBSStatusRequestRes",
  encodeCCBSStatusRequestRes,
  readCCBSStatusRequestRes,
  usualCCBSStatusRequestRes,
  { kind: "BOOLEAN" },
);

export type CCBSEraseReason =
  | "normal-unspecified"
  | "t-CCBS2-timeout"
  | "t-CCBS3-timeout"
  | "basic-call-failed";

const cCBSEraseReasonNumbers = {
  "normal-unspecified": 0,
  "t-CCBS2-timeout": 1,
  "t-CCBS3-timeout": 2,
  "basic-call-failed": 3,
} as const;
const cCBSEraseReasonNames = namesOf(cCBSEraseReasonNumbers);

function cCBSEraseReasonNumber(v: CCBSEraseReason): number {
  switch (v) {
    case "normal-unspecified":
      return 0;
    case "t-CCBS2-timeout":
      return 1;
    case "t-CCBS3-timeout":
      return 2;
    case "basic-call-failed":
      return 3;
  }
}

export function readCCBSEraseReason(r: Reader, tag = 0x0a): CCBSEraseReason | undefined {
  return r.enumerated(tag, cCBSEraseReasonNames);
}

export function usualCCBSEraseReason(r: Reader, tag = 0x0a): CCBSEraseReason | undefined {
  return usual.enumerated(r, tag, cCBSEraseReasonNames);
}

export function encodeCCBSEraseReason(w: Writer, at: number, v: CCBSEraseReason, tag = 0x0a): number {
  const n = cCBSEraseReasonNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const CCBSEraseReason: Codec<CCBSEraseReason> = codec(
  "CCBSEraseReason",
  encodeCCBSEraseReason,
  readCCBSEraseReason,
  usualCCBSEraseReason,
  { kind: "named", names: cCBSEraseReasonNumbers, open: false },
);

export interface CCBSEraseArg {
  readonly recallMode: RecallMode;
  readonly cCBSReference: number;
  readonly addressOfB: Address;
  readonly q931InfoElement: Uint8Array;
  readonly eraseReason: CCBSEraseReason;
}

export function readCCBSEraseArg(r: Reader, tag = 0x30): CCBSEraseArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const recallMode = readRecallMode(r);
  if (recallMode === undefined) return r.under("recallMode");
  const cCBSReference = r.integer(0x02, 0, 127);
  if (cCBSReference === undefined) return r.under("cCBSReference");
  const addressOfB = readAddress(r);
  if (addressOfB === undefined) return r.under("addressOfB");
  const q931InfoElement = r.octetString(0x40);
  if (q931InfoElement === undefined) return r.under("q931InfoElement");
  const eraseReason = readCCBSEraseReason(r);
  if (eraseReason === undefined) return r.under("eraseReason");
  const v: Mutable<CCBSEraseArg> = {
    recallMode,
    cCBSReference,
    addressOfB,
    q931InfoElement,
    eraseReason,
  };
  r.leave(outer);
  return v;
}

export function usualCCBSEraseArg(r: Reader, tag = 0x30): CCBSEraseArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const recallMode = usualRecallMode(r);
  if (recallMode === undefined) return undefined;
  const cCBSReference = usual.integer(r, 0x02, 0, 127);
  if (cCBSReference === undefined) return undefined;
  const addressOfB = usualAddress(r);
  if (addressOfB === undefined) return undefined;
  const q931InfoElement = usual.octetString(r, 0x40);
  if (q931InfoElement === undefined) return undefined;
  const eraseReason = usualCCBSEraseReason(r);
  if (eraseReason === undefined) return undefined;
  const v: Mutable<CCBSEraseArg> = { recallMode, cCBSReference, addressOfB, q931InfoElement, eraseReason };
  return r.at === end ? v : undefined;
}

export function encodeCCBSEraseArg(w: Writer, end: number, v: CCBSEraseArg, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeCCBSEraseReason(w, at, v.eraseReason);
  at = w.octetString(at, 0x40, v.q931InfoElement);
  at = encodeAddress(w, at, v.addressOfB);
  at = w.integer(at, 0x02, v.cCBSReference, 0, 127);
  at = encodeRecallMode(w, at, v.recallMode);
  return w.head(at, tag, end);
}

export const CCBSEraseArg: Codec<CCBSEraseArg> = codec(
  "CCBSEraseArg",
  encodeCCBSEraseArg,
  readCCBSEraseArg,
  usualCCBSEraseArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "recallMode", type: RecallMode.type },
      { name: "cCBSReference", type: { kind: "INTEGER", min: 0, max: 127 } },
      { name: "addressOfB", type: Address.type },
      { name: "q931InfoElement", type: { kind: "OCTET STRING" } },
      { name: "eraseReason", type: CCBSEraseReason.type },
    ],
  },
);

export interface CCBSFreeArg {
  readonly recallMode: RecallMode;
  readonly cCBSReference: number;
  readonly addressOfB: Address;
  readonly q931InfoElement: Uint8Array;
}

export function readCCBSFreeArg(r: Reader, tag = 0x30): CCBSFreeArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const recallMode = readRecallMode(r);
  if (recallMode === undefined) return r.under("recallMode");
  const cCBSReference = r.integer(0x02, 0, 127);
  if (cCBSReference === undefined) return r.under("cCBSReference");
  const addressOfB = readAddress(r);
  if (addressOfB === undefined) return r.under("addressOfB");
  const q931InfoElement = r.octetString(0x40);
  if (q931InfoElement === undefined) return r.under("q931InfoElement");
  const v: Mutable<CCBSFreeArg> = {
    recallMode,
    cCBSReference,
    addressOfB,
    q931InfoElement,
  };
  r.leave(outer);
  return v;
}

export function usualCCBSFreeArg(r: Reader, tag = 0x30): CCBSFreeArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const recallMode = usualRecallMode(r);
  if (recallMode === undefined) return undefined;
  const cCBSReference = usual.integer(r, 0x02, 0, 127);
  if (cCBSReference === undefined) return undefined;
  const addressOfB = usualAddress(r);
  if (addressOfB === undefined) return undefined;
  const q931InfoElement = usual.octetString(r, 0x40);
  if (q931InfoElement === undefined) return undefined;
  const v: Mutable<CCBSFreeArg> = { recallMode, cCBSReference, addressOfB, q931InfoElement };
  return r.at === end ? v : undefined;
}

export function encodeCCBSFreeArg(w: Writer, end: number, v: CCBSFreeArg, tag = 0x30): number {
  let at = end - w.tail;
  at = w.octetString(at, 0x40, v.q931InfoElement);
  at = encodeAddress(w, at, v.addressOfB);
  at = w.integer(at, 0x02, v.cCBSReference, 0, 127);
  at = encodeRecallMode(w, at, v.recallMode);
  return w.head(at, tag, end);
}

export const CCBSFreeArg: Codec<CCBSFreeArg> = codec(
  "CCBSFreeArg",
  encodeCCBSFreeArg,
  readCCBSFreeArg,
  usualCCBSFreeArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "recallMode", type: RecallMode.type },
      { name: "cCBSReference", type: { kind: "INTEGER", min: 0, max: 127 } },
      { name: "addressOfB", type: Address.type },
      { name: "q931InfoElement", type: { kind: "OCTET STRING" } },
    ],
  },
);

export type CallLinkageID = number;

export function readCallLinkageID(r: Reader, tag = 0x02): CallLinkageID | undefined {
  return r.integer(tag, 0, 127);
}

export function usualCallLinkageID(r: Reader, tag = 0x02): CallLinkageID | undefined {
  return usual.integer(r, tag, 0, 127);
}

export function encodeCallLinkageID(w: Writer, at: number, v: CallLinkageID, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 127);
  return w.oneOctet(at, tag, n);
}

export const CallLinkageID: Codec<CallLinkageID> = codec(
  "CallLinkageID",
  encodeCallLinkageID,
  readCallLinkageID,
  usualCallLinkageID,
  { kind: "INTEGER", min: 0, max: 127 },
);
