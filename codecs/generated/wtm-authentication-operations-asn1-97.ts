// Generated from asn1/WTM-Authentication-Operations-asn1-97.asn by asn1/tool; do not edit.
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

export type AlternativeId = Uint8Array;

export function readAlternativeId(r: Reader, tag = 0x04): AlternativeId | undefined {
  return r.octetString(tag, 1, 20);
}

export function usualAlternativeId(r: Reader, tag = 0x04): AlternativeId | undefined {
  return usual.octetString(r, tag, 1, 20);
}

export function encodeAlternativeId(w: Writer, at: number, v: AlternativeId, tag = 0x04): number {
  return w.octetString(at, tag, v, 1, 20);
}

export const AlternativeId: Codec<AlternativeId> = codec(
  "AlternativeId",
  encodeAlternativeId,
  readAlternativeId,
  usualAlternativeId,
  { kind: "OCTET STRING", min: 1, max: 20 },
);

export type WtmUserId =
  | { readonly pisnNumber: PartyNumber }
  | { readonly alternativeId: Uint8Array };

export function readWtmUserId(r: Reader): WtmUserId | undefined {
  switch (r.tag()) {
    case 0x80:
    case 0xa0:
    case 0xa1:
    case 0x83:
    case 0xa3:
    case 0x84:
    case 0xa4:
    case 0xa5:
    case 0x88:
    case 0xa8: {
      const v = readPartyNumber(r);
      if (v === undefined) return r.under("pisnNumber");
      return { pisnNumber: v };
    }
    case 0x04:
    case 0x24: {
      const v = r.octetString(0x04, 1, 20);
      if (v === undefined) return r.under("alternativeId");
      return { alternativeId: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualWtmUserId(r: Reader): WtmUserId | undefined {
  switch (r.octets[r.at]) {
    case 0x80:
    case 0xa0:
    case 0xa1:
    case 0x83:
    case 0xa3:
    case 0x84:
    case 0xa4:
    case 0xa5:
    case 0x88:
    case 0xa8: {
      const v = usualPartyNumber(r);
      return v === undefined ? undefined : { pisnNumber: v };
    }
    case 0x04:
    case 0x24: {
      const v = usual.octetString(r, 0x04, 1, 20);
      return v === undefined ? undefined : { alternativeId: v };
    }
    default:
      return undefined;
  }
}

export function encodeWtmUserId(w: Writer, at: number, v: WtmUserId): number {
  const c: Alternatives<WtmUserId> = v;
  if (c.pisnNumber !== undefined) return encodePartyNumber(w, at, c.pisnNumber);
  if (c.alternativeId !== undefined) return w.octetString(at, 0x04, c.alternativeId, 1, 20);
  throw noAlternative("WtmUserId");
}

export const WtmUserId: Codec<WtmUserId> = codec(
  "WtmUserId",
  encodeWtmUserId,
  readWtmUserId,
  usualWtmUserId,
  {
    kind: "CHOICE",
    elements: [
      { name: "pisnNumber", type: PartyNumber.type },
      { name: "alternativeId", type: { kind: "OCTET STRING", min: 1, max: 20 } },
    ],
  },
);

export type AuthChallenge = Uint8Array;

export function readAuthChallenge(r: Reader, tag = 0x04): AuthChallenge | undefined {
  return r.octetString(tag, 1, 8);
}

export function usualAuthChallenge(r: Reader, tag = 0x04): AuthChallenge | undefined {
  return usual.octetString(r, tag, 1, 8);
}

export function encodeAuthChallenge(w: Writer, at: number, v: AuthChallenge, tag = 0x04): number {
  return w.octetString(at, tag, v, 1, 8);
}

export const AuthChallenge: Codec<AuthChallenge> = codec(
  "AuthChallenge",
  encodeAuthChallenge,
  readAuthChallenge,
  usualAuthChallenge,
  { kind: "OCTET STRING", min: 1, max: 8 },
);

export type AuthResponse = Uint8Array;

export function readAuthResponse(r: Reader, tag = 0x04): AuthResponse | undefined {
  return r.octetString(tag, 1, 4);
}

export function usualAuthResponse(r: Reader, tag = 0x04): AuthResponse | undefined {
  return usual.octetString(r, tag, 1, 4);
}

export function encodeAuthResponse(w: Writer, at: number, v: AuthResponse, tag = 0x04): number {
  return w.octetString(at, tag, v, 1, 4);
}

export const AuthResponse: Codec<AuthResponse> = codec(
  "AuthResponse",
  encodeAuthResponse,
  readAuthResponse,
  usualAuthResponse,
  { kind: "OCTET STRING", min: 1, max: 4 },
);

export type DerivedCipherKey = Uint8Array;

export function readDerivedCipherKey(r: Reader, tag = 0x04): DerivedCipherKey | undefined {
  return r.octetString(tag, 1, 8);
}

export function usualDerivedCipherKey(r: Reader, tag = 0x04): DerivedCipherKey | undefined {
  return usual.octetString(r, tag, 1, 8);
}

export function encodeDerivedCipherKey(w: Writer, at: number, v: DerivedCipherKey, tag = 0x04): number {
  return w.octetString(at, tag, v, 1, 8);
}

export const DerivedCipherKey: Codec<DerivedCipherKey> = codec(
  "DerivedCipherKey",
  encodeDerivedCipherKey,
  readDerivedCipherKey,
  usualDerivedCipherKey,
  { kind: "OCTET STRING", min: 1, max: 8 },
);

export type CalculationParam = Uint8Array;

export function readCalculationParam(r: Reader, tag = 0x04): CalculationParam | undefined {
  return r.octetString(tag, 1, 8);
}

export function usualCalculationParam(r: Reader, tag = 0x04): CalculationParam | undefined {
  return usual.octetString(r, tag, 1, 8);
}

export function encodeCalculationParam(w: Writer, at: number, v: CalculationParam, tag = 0x04): number {
  return w.octetString(at, tag, v, 1, 8);
}

export const CalculationParam: Codec<CalculationParam> = codec(
  "CalculationParam",
  encodeCalculationParam,
  readCalculationParam,
  usualCalculationParam,
  { kind: "OCTET STRING", min: 1, max: 8 },
);

export interface CalcWtatInfoUnit {
  readonly authChallenge: Uint8Array;
  readonly authResponse: Uint8Array;
  readonly derivedCipherKey?: Uint8Array;
  readonly calculationParam?: Uint8Array;
}

export function readCalcWtatInfoUnit(r: Reader, tag = 0x30): CalcWtatInfoUnit | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const authChallenge = r.octetString(0x04, 1, 8);
  if (authChallenge === undefined) return r.under("authChallenge");
  const authResponse = r.octetString(0x04, 1, 4);
  if (authResponse === undefined) return r.under("authResponse");
  const v: Mutable<CalcWtatInfoUnit> = {
    authChallenge,
    authResponse,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x81:
      case 0xa1: {
        if (v.derivedCipherKey !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const derivedCipherKey = r.octetString(0x81, 1, 8);
        if (derivedCipherKey === undefined) return r.under("derivedCipherKey");
        v.derivedCipherKey = derivedCipherKey;
        break;
      }
      case 0x82:
      case 0xa2: {
        if (v.calculationParam !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const calculationParam = r.octetString(0x82, 1, 8);
        if (calculationParam === undefined) return r.under("calculationParam");
        v.calculationParam = calculationParam;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualCalcWtatInfoUnit(r: Reader, tag = 0x30): CalcWtatInfoUnit | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const authChallenge = usual.octetString(r, 0x04, 1, 8);
  if (authChallenge === undefined) return undefined;
  const authResponse = usual.octetString(r, 0x04, 1, 4);
  if (authResponse === undefined) return undefined;
  const v: Mutable<CalcWtatInfoUnit> = { authChallenge, authResponse };
  if (r.at < end && (r.octets[r.at] === 0x81 || r.octets[r.at] === 0xa1)) {
    const derivedCipherKey = usual.octetString(r, 0x81, 1, 8);
    if (derivedCipherKey === undefined) return undefined;
    v.derivedCipherKey = derivedCipherKey;
  }
  if (r.at < end && (r.octets[r.at] === 0x82 || r.octets[r.at] === 0xa2)) {
    const calculationParam = usual.octetString(r, 0x82, 1, 8);
    if (calculationParam === undefined) return undefined;
    v.calculationParam = calculationParam;
  }
  return r.at === end ? v : undefined;
}

export function encodeCalcWtatInfoUnit(w: Writer, end: number, v: CalcWtatInfoUnit, tag = 0x30): number {
  let at = end - w.tail;
  if (v.calculationParam !== undefined) at = w.octetString(at, 0x82, v.calculationParam, 1, 8);
  if (v.derivedCipherKey !== undefined) at = w.octetString(at, 0x81, v.derivedCipherKey, 1, 8);
  at = w.octetString(at, 0x04, v.authResponse, 1, 4);
  at = w.octetString(at, 0x04, v.authChallenge, 1, 8);
  return w.head(at, tag, end);
}

export const CalcWtatInfoUnit: Codec<CalcWtatInfoUnit> = codec(
  "CalcWtatInfoUnit",
  encodeCalcWtatInfoUnit,
  readCalcWtatInfoUnit,
  usualCalcWtatInfoUnit,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "authChallenge", type: { kind: "OCTET STRING", min: 1, max: 8 } },
      { name: "authResponse", type: { kind: "OCTET STRING", min: 1, max: 4 } },
      { name: "derivedCipherKey", type: { kind: "OCTET STRING", min: 1, max: 8 }, presence: "OPTIONAL" },
      { name: "calculationParam", type: { kind: "OCTET STRING", min: 1, max: 8 }, presence: "OPTIONAL" },
    ],
  },
);

export type CalcWtatInfo = readonly CalcWtatInfoUnit[];

export function readCalcWtatInfo(r: Reader, tag = 0x30): CalcWtatInfo | undefined {
  return r.sequenceOf(tag, readCalcWtatInfoUnit, 1, 5);
}

export function usualCalcWtatInfo(r: Reader, tag = 0x30): CalcWtatInfo | undefined {
  return usual.sequenceOf(r, tag, usualCalcWtatInfoUnit, 1, 5);
}

export function encodeCalcWtatInfo(w: Writer, at: number, v: CalcWtatInfo, tag = 0x30): number {
  return w.sequenceOf(at, tag, encodeCalcWtatInfoUnit, v, 1, 5);
}

export const CalcWtatInfo: Codec<CalcWtatInfo> = codec(
  "CalcWtatInfo",
  encodeCalcWtatInfo,
  readCalcWtatInfo,
  usualCalcWtatInfo,
  { kind: "SEQUENCE OF", of: CalcWtatInfoUnit.type, min: 1, max: 5 },
);

export type DummyExtension =
  | { readonly extension: Extension }
  | { readonly sequOfExtn: readonly Extension[] };

export function readDummyExtension(r: Reader): DummyExtension | undefined {
  switch (r.tag()) {
    case 0xa5: {
      const v = readExtension(r, 0xa5);
      if (v === undefined) return r.under("extension");
      return { extension: v };
    }
    case 0xa6: {
      const v = r.sequenceOf(0xa6, readExtension);
      if (v === undefined) return r.under("sequOfExtn");
      return { sequOfExtn: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualDummyExtension(r: Reader): DummyExtension | undefined {
  switch (r.octets[r.at]) {
    case 0xa5: {
      const v = usualExtension(r, 0xa5);
      return v === undefined ? undefined : { extension: v };
    }
    case 0xa6: {
      const v = usual.sequenceOf(r, 0xa6, usualExtension);
      return v === undefined ? undefined : { sequOfExtn: v };
    }
    default:
      return undefined;
  }
}

export function encodeDummyExtension(w: Writer, at: number, v: DummyExtension): number {
  const c: Alternatives<DummyExtension> = v;
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa5);
  if (c.sequOfExtn !== undefined) return w.sequenceOf(at, 0xa6, encodeExtension, c.sequOfExtn);
  throw noAlternative("DummyExtension");
}

export const DummyExtension: Codec<DummyExtension> = codec(
  "DummyExtension",
  encodeDummyExtension,
  readDummyExtension,
  usualDummyExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "extension", type: Extension.type },
      { name: "sequOfExtn", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface AuthWtmArg {
  readonly wtmUserId: WtmUserId;
  readonly calcWtatInfo?: readonly CalcWtatInfoUnit[];
  readonly dummyExtension?: DummyExtension;
}

export function readAuthWtmArg(r: Reader, tag = 0x30): AuthWtmArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const wtmUserId = readWtmUserId(r);
  if (wtmUserId === undefined) return r.under("wtmUserId");
  const v: Mutable<AuthWtmArg> = {
    wtmUserId,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1: {
        if (v.calcWtatInfo !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const calcWtatInfo = r.sequenceOf(0xa1, readCalcWtatInfoUnit, 1, 5);
        if (calcWtatInfo === undefined) return r.under("calcWtatInfo");
        v.calcWtatInfo = calcWtatInfo;
        break;
      }
      case 0xa5:
      case 0xa6: {
        if (v.dummyExtension !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const dummyExtension = readDummyExtension(r);
        if (dummyExtension === undefined) return r.under("dummyExtension");
        v.dummyExtension = dummyExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualAuthWtmArg(r: Reader, tag = 0x30): AuthWtmArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const wtmUserId = usualWtmUserId(r);
  if (wtmUserId === undefined) return undefined;
  const v: Mutable<AuthWtmArg> = { wtmUserId };
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const calcWtatInfo = usual.sequenceOf(r, 0xa1, usualCalcWtatInfoUnit, 1, 5);
    if (calcWtatInfo === undefined) return undefined;
    v.calcWtatInfo = calcWtatInfo;
  }
  if (r.at < end && (r.octets[r.at] === 0xa5 || r.octets[r.at] === 0xa6)) {
    const dummyExtension = usualDummyExtension(r);
    if (dummyExtension === undefined) return undefined;
    v.dummyExtension = dummyExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeAuthWtmArg(w: Writer, end: number, v: AuthWtmArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.dummyExtension !== undefined) at = encodeDummyExtension(w, at, v.dummyExtension);
  if (v.calcWtatInfo !== undefined) at = w.sequenceOf(at, 0xa1, encodeCalcWtatInfoUnit, v.calcWtatInfo, 1, 5);
  at = encodeWtmUserId(w, at, v.wtmUserId);
  return w.head(at, tag, end);
}

export const AuthWtmArg: Codec<AuthWtmArg> = codec(
  "AuthWtmArg",
  encodeAuthWtmArg,
  readAuthWtmArg,
  usualAuthWtmArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "wtmUserId", type: WtmUserId.type },
      { name: "calcWtatInfo", type: { kind: "SEQUENCE OF", of: CalcWtatInfoUnit.type, min: 1, max: 5 }, presence:
        "OPTIONAL" },
      { name: "dummyExtension", type: DummyExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type AuthWtmResValue =
  | "auth-res-correct"
  | "auth-res-incorrect";

const authWtmResValueNumbers = {
  "auth-res-correct": 0,
  "auth-res-incorrect": 1,
} as const;
const authWtmResValueNames = namesOf(authWtmResValueNumbers);

function authWtmResValueNumber(v: AuthWtmResValue): number {
  switch (v) {
    case "auth-res-correct":
      return 0;
    case "auth-res-incorrect":
      return 1;
  }
}

export function readAuthWtmResValue(r: Reader, tag = 0x0a): AuthWtmResValue | undefined {
  return r.enumerated(tag, authWtmResValueNames);
}

export function usualAuthWtmResValue(r: Reader, tag = 0x0a): AuthWtmResValue | undefined {
  return usual.enumerated(r, tag, authWtmResValueNames);
}

export function encodeAuthWtmResValue(w: Writer, at: number, v: AuthWtmResValue, tag = 0x0a): number {
  const n = authWtmResValueNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const AuthWtmResValue: Codec<AuthWtmResValue> = codec(
  "AuthWtmResValue",
  encodeAuthWtmResValue,
  readAuthWtmResValue,
  usualAuthWtmResValue,
  { kind: "named", names: authWtmResValueNumbers, open: false },
);

export interface AuthWtmRes {
  readonly autWtmResValue: AuthWtmResValue;
  readonly dummyExtension?: DummyExtension;
}

export function readAuthWtmRes(r: Reader, tag = 0x30): AuthWtmRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const autWtmResValue = readAuthWtmResValue(r);
  if (autWtmResValue === undefined) return r.under("autWtmResValue");
  const v: Mutable<AuthWtmRes> = {
    autWtmResValue,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa5:
      case 0xa6: {
        if (v.dummyExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const dummyExtension = readDummyExtension(r);
        if (dummyExtension === undefined) return r.under("dummyExtension");
        v.dummyExtension = dummyExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualAuthWtmRes(r: Reader, tag = 0x30): AuthWtmRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const autWtmResValue = usualAuthWtmResValue(r);
  if (autWtmResValue === undefined) return undefined;
  const v: Mutable<AuthWtmRes> = { autWtmResValue };
  if (r.at < end && (r.octets[r.at] === 0xa5 || r.octets[r.at] === 0xa6)) {
    const dummyExtension = usualDummyExtension(r);
    if (dummyExtension === undefined) return undefined;
    v.dummyExtension = dummyExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeAuthWtmRes(w: Writer, end: number, v: AuthWtmRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.dummyExtension !== undefined) at = encodeDummyExtension(w, at, v.dummyExtension);
  at = encodeAuthWtmResValue(w, at, v.autWtmResValue);
  return w.head(at, tag, end);
}

export const AuthWtmRes: Codec<AuthWtmRes> = codec(
  "AuthWtmRes",
  encodeAuthWtmRes,
  readAuthWtmRes,
  usualAuthWtmRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "autWtmResValue", type: AuthWtmResValue.type },
      { name: "dummyExtension", type: DummyExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type CanCompute = null;

export function readCanCompute(r: Reader, tag = 0x05): CanCompute | undefined {
  return r.null(tag);
}

export function usualCanCompute(r: Reader, tag = 0x05): CanCompute | undefined {
  return usual.null(r, tag);
}

export function encodeCanCompute(w: Writer, at: number, _v: CanCompute, tag = 0x05): number {
  return w.null(at, tag);
}

export const CanCompute: Codec<CanCompute> = codec(
  "CanCompute",
  encodeCanCompute,
  readCanCompute,
  usualCanCompute,
  { kind: "NULL" },
);

export interface WtatParamArg {
  readonly wtmUserId: WtmUserId;
  readonly canCompute?: null;
  readonly authChallenge?: Uint8Array;
  readonly dummyExtension?: DummyExtension;
}

export function readWtatParamArg(r: Reader, tag = 0x30): WtatParamArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const wtmUserId = readWtmUserId(r);
  if (wtmUserId === undefined) return r.under("wtmUserId");
  const v: Mutable<WtatParamArg> = {
    wtmUserId,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x05: {
        if (v.canCompute !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const canCompute = r.null(0x05);
        if (canCompute === undefined) return r.under("canCompute");
        v.canCompute = canCompute;
        break;
      }
      case 0x04:
      case 0x24: {
        if (v.authChallenge !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const authChallenge = r.octetString(0x04, 1, 8);
        if (authChallenge === undefined) return r.under("authChallenge");
        v.authChallenge = authChallenge;
        break;
      }
      case 0xa5:
      case 0xa6: {
        if (v.dummyExtension !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const dummyExtension = readDummyExtension(r);
        if (dummyExtension === undefined) return r.under("dummyExtension");
        v.dummyExtension = dummyExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualWtatParamArg(r: Reader, tag = 0x30): WtatParamArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const wtmUserId = usualWtmUserId(r);
  if (wtmUserId === undefined) return undefined;
  const v: Mutable<WtatParamArg> = { wtmUserId };
  if (r.at < end && r.octets[r.at] === 0x05) {
    const canCompute = usual.null(r, 0x05);
    if (canCompute === undefined) return undefined;
    v.canCompute = canCompute;
  }
  if (r.at < end && (r.octets[r.at] === 0x04 || r.octets[r.at] === 0x24)) {
    const authChallenge = usual.octetString(r, 0x04, 1, 8);
    if (authChallenge === undefined) return undefined;
    v.authChallenge = authChallenge;
  }
  if (r.at < end && (r.octets[r.at] === 0xa5 || r.octets[r.at] === 0xa6)) {
    const dummyExtension = usualDummyExtension(r);
    if (dummyExtension === undefined) return undefined;
    v.dummyExtension = dummyExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeWtatParamArg(w: Writer, end: number, v: WtatParamArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.dummyExtension !== undefined) at = encodeDummyExtension(w, at, v.dummyExtension);
  if (v.authChallenge !== undefined) at = w.octetString(at, 0x04, v.authChallenge, 1, 8);
  if (v.canCompute !== undefined) at = w.null(at, 0x05);
  at = encodeWtmUserId(w, at, v.wtmUserId);
  return w.head(at, tag, end);
}

export const WtatParamArg: Codec<WtatParamArg> = codec(
  "WtatParamArg",
  encodeWtatParamArg,
  readWtatParamArg,
  usualWtatParamArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "wtmUserId", type: WtmUserId.type },
      { name: "canCompute", type: { kind: "NULL" }, presence: "OPTIONAL" },
      { name: "authChallenge", type: { kind: "OCTET STRING", min: 1, max: 8 }, presence: "OPTIONAL" },
      { name: "dummyExtension", type: DummyExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type DefinedIDs =
  | "ct2"
  | "dect"
  | "gsm"
  | "pci"
  | "pwt"
  | "us-gsm"
  | "phs"
  | "tetra"
  | number;

const definedIDsNumbers = {
  "ct2": 0,
  "dect": 1,
  "gsm": 2,
  "pci": 3,
  "pwt": 4,
  "us-gsm": 5,
  "phs": 6,
  "tetra": 7,
} as const;
const definedIDsNames = namesOf(definedIDsNumbers);

function definedIDsNumber(v: DefinedIDs): number {
  switch (v) {
    case "ct2":
      return 0;
    case "dect":
      return 1;
    case "gsm":
      return 2;
    case "pci":
      return 3;
    case "pwt":
      return 4;
    case "us-gsm":
      return 5;
    case "phs":
      return 6;
    case "tetra":
      return 7;
    default:
      return v;
  }
}

export function readDefinedIDs(r: Reader, tag = 0x02): DefinedIDs | undefined {
  return r.named(tag, definedIDsNames, 0, 255);
}

export function usualDefinedIDs(r: Reader, tag = 0x02): DefinedIDs | undefined {
  return usual.named(r, tag, definedIDsNames, 0, 255);
}

export function encodeDefinedIDs(w: Writer, at: number, v: DefinedIDs, tag = 0x02): number {
  const n = definedIDsNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 255);
  return w.oneOctet(at, tag, n);
}

export const DefinedIDs: Codec<DefinedIDs> = codec(
  "DefinedIDs",
  encodeDefinedIDs,
  readDefinedIDs,
  usualDefinedIDs,
  { kind: "named", names: definedIDsNumbers, open: true, min: 0, max: 255 },
);

export interface AuthAlgorithm {
  readonly authAlg: DefinedIDs;
  readonly param?: Uint8Array;
}

export function readAuthAlgorithm(r: Reader, tag = 0x30): AuthAlgorithm | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const authAlg = readDefinedIDs(r);
  if (authAlg === undefined) return r.under("authAlg");
  const v: Mutable<AuthAlgorithm> = {
    authAlg,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      default: {
        if (v.param !== undefined) break fields;
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const param = r.open();
        if (param === undefined) return r.under("param");
        v.param = param;
        break;
      }
    }
  }
  r.leave(outer);
  return v;
}

export function usualAuthAlgorithm(r: Reader, tag = 0x30): AuthAlgorithm | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const authAlg = usualDefinedIDs(r);
  if (authAlg === undefined) return undefined;
  const v: Mutable<AuthAlgorithm> = { authAlg };
  if (r.at < end) {
    const param = usual.open(r);
    if (param === undefined) return undefined;
    v.param = param;
  }
  return r.at === end ? v : undefined;
}

export function encodeAuthAlgorithm(w: Writer, end: number, v: AuthAlgorithm, tag = 0x30): number {
  let at = end - w.tail;
  if (v.param !== undefined) at = w.openType(at, v.param);
  at = encodeDefinedIDs(w, at, v.authAlg);
  return w.head(at, tag, end);
}

export const AuthAlgorithm: Codec<AuthAlgorithm> = codec(
  "AuthAlgorithm",
  encodeAuthAlgorithm,
  readAuthAlgorithm,
  usualAuthAlgorithm,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "authAlg", type: DefinedIDs.type },
      { name: "param", type: { kind: "open" }, presence: "OPTIONAL" },
    ],
  },
);

export type AuthSessionKey = Uint8Array;

export function readAuthSessionKey(r: Reader, tag = 0x04): AuthSessionKey | undefined {
  return r.octetString(tag, 1, 16);
}

export function usualAuthSessionKey(r: Reader, tag = 0x04): AuthSessionKey | undefined {
  return usual.octetString(r, tag, 1, 16);
}

export function encodeAuthSessionKey(w: Writer, at: number, v: AuthSessionKey, tag = 0x04): number {
  return w.octetString(at, tag, v, 1, 16);
}

export const AuthSessionKey: Codec<AuthSessionKey> = codec(
  "AuthSessionKey",
  encodeAuthSessionKey,
  readAuthSessionKey,
  usualAuthSessionKey,
  { kind: "OCTET STRING", min: 1, max: 16 },
);

export interface AuthSessionKeyInfo {
  readonly authSessionKey: Uint8Array;
  readonly calculationParam: Uint8Array;
}

export function readAuthSessionKeyInfo(r: Reader, tag = 0x30): AuthSessionKeyInfo | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const authSessionKey = r.octetString(0x04, 1, 16);
  if (authSessionKey === undefined) return r.under("authSessionKey");
  const calculationParam = r.octetString(0x04, 1, 8);
  if (calculationParam === undefined) return r.under("calculationParam");
  const v: Mutable<AuthSessionKeyInfo> = {
    authSessionKey,
    calculationParam,
  };
  r.leave(outer);
  return v;
}

export function usualAuthSessionKeyInfo(r: Reader, tag = 0x30): AuthSessionKeyInfo | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const authSessionKey = usual.octetString(r, 0x04, 1, 16);
  if (authSessionKey === undefined) return undefined;
  const calculationParam = usual.octetString(r, 0x04, 1, 8);
  if (calculationParam === undefined) return undefined;
  const v: Mutable<AuthSessionKeyInfo> = { authSessionKey, calculationParam };
  return r.at === end ? v : undefined;
}

export function encodeAuthSessionKeyInfo(w: Writer, end: number, v: AuthSessionKeyInfo, tag = 0x30): number {
  let at = end - w.tail;
  at = w.octetString(at, 0x04, v.calculationParam, 1, 8);
  at = w.octetString(at, 0x04, v.authSessionKey, 1, 16);
  return w.head(at, tag, end);
}

export const AuthSessionKeyInfo: Codec<AuthSessionKeyInfo> = codec(
  "AuthSessionKeyInfo",
  encodeAuthSessionKeyInfo,
  readAuthSessionKeyInfo,
  usualAuthSessionKeyInfo,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "authSessionKey", type: { kind: "OCTET STRING", min: 1, max: 16 } },
      { name: "calculationParam", type: { kind: "OCTET STRING", min: 1, max: 8 } },
    ],
  },
);

export type AuthKey = Uint8Array;

export function readAuthKey(r: Reader, tag = 0x04): AuthKey | undefined {
  return r.octetString(tag, 1, 16);
}

export function usualAuthKey(r: Reader, tag = 0x04): AuthKey | undefined {
  return usual.octetString(r, tag, 1, 16);
}

export function encodeAuthKey(w: Writer, at: number, v: AuthKey, tag = 0x04): number {
  return w.octetString(at, tag, v, 1, 16);
}

export const AuthKey: Codec<AuthKey> = codec(
  "AuthKey",
  encodeAuthKey,
  readAuthKey,
  usualAuthKey,
  { kind: "OCTET STRING", min: 1, max: 16 },
);

export type WtatParamInfoChoice =
  | { readonly authSessionKeyInfo: AuthSessionKeyInfo }
  | { readonly calcWtatInfo: readonly CalcWtatInfoUnit[] }
  | { readonly authKey: Uint8Array }
  | { readonly challLen: number };

export function readWtatParamInfoChoice(r: Reader): WtatParamInfoChoice | undefined {
  switch (r.tag()) {
    case 0xa1: {
      const v = readAuthSessionKeyInfo(r, 0xa1);
      if (v === undefined) return r.under("authSessionKeyInfo");
      return { authSessionKeyInfo: v };
    }
    case 0xa2: {
      const v = r.sequenceOf(0xa2, readCalcWtatInfoUnit, 1, 5);
      if (v === undefined) return r.under("calcWtatInfo");
      return { calcWtatInfo: v };
    }
    case 0x83:
    case 0xa3: {
      const v = r.octetString(0x83, 1, 16);
      if (v === undefined) return r.under("authKey");
      return { authKey: v };
    }
    case 0x84: {
      const v = r.integer(0x84, 1, 8);
      if (v === undefined) return r.under("challLen");
      return { challLen: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualWtatParamInfoChoice(r: Reader): WtatParamInfoChoice | undefined {
  switch (r.octets[r.at]) {
    case 0xa1: {
      const v = usualAuthSessionKeyInfo(r, 0xa1);
      return v === undefined ? undefined : { authSessionKeyInfo: v };
    }
    case 0xa2: {
      const v = usual.sequenceOf(r, 0xa2, usualCalcWtatInfoUnit, 1, 5);
      return v === undefined ? undefined : { calcWtatInfo: v };
    }
    case 0x83:
    case 0xa3: {
      const v = usual.octetString(r, 0x83, 1, 16);
      return v === undefined ? undefined : { authKey: v };
    }
    case 0x84: {
      const v = usual.integer(r, 0x84, 1, 8);
      return v === undefined ? undefined : { challLen: v };
    }
    default:
      return undefined;
  }
}

export function encodeWtatParamInfoChoice(w: Writer, at: number, v: WtatParamInfoChoice): number {
  const c: Alternatives<WtatParamInfoChoice> = v;
  if (c.authSessionKeyInfo !== undefined) return encodeAuthSessionKeyInfo(w, at, c.authSessionKeyInfo, 0xa1);
  if (c.calcWtatInfo !== undefined) return w.sequenceOf(at, 0xa2, encodeCalcWtatInfoUnit, c.calcWtatInfo, 1, 5);
  if (c.authKey !== undefined) return w.octetString(at, 0x83, c.authKey, 1, 16);
  if (c.challLen !== undefined) return w.integer(at, 0x84, c.challLen, 1, 8);
  throw noAlternative("WtatParamInfoChoice");
}

export const WtatParamInfoChoice: Codec<WtatParamInfoChoice> = codec(
  "WtatParamInfoChoice",
  encodeWtatParamInfoChoice,
  readWtatParamInfoChoice,
  usualWtatParamInfoChoice,
  {
    kind: "CHOICE",
    elements: [
      { name: "authSessionKeyInfo", type: AuthSessionKeyInfo.type },
      { name: "calcWtatInfo", type: { kind: "SEQUENCE OF", of: CalcWtatInfoUnit.type, min: 1, max: 5 } },
      { name: "authKey", type: { kind: "OCTET STRING", min: 1, max: 16 } },
      { name: "challLen", type: { kind: "INTEGER", min: 1, max: 8 } },
    ],
  },
);

export interface WtatParamInfo {
  readonly authAlgorithm: AuthAlgorithm;
  readonly wtatParamInfoChoice: WtatParamInfoChoice;
}

export function readWtatParamInfo(r: Reader, tag = 0x30): WtatParamInfo | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const authAlgorithm = readAuthAlgorithm(r);
  if (authAlgorithm === undefined) return r.under("authAlgorithm");
  const wtatParamInfoChoice = readWtatParamInfoChoice(r);
  if (wtatParamInfoChoice === undefined) return r.under("wtatParamInfoChoice");
  const v: Mutable<WtatParamInfo> = {
    authAlgorithm,
    wtatParamInfoChoice,
  };
  r.leave(outer);
  return v;
}

export function usualWtatParamInfo(r: Reader, tag = 0x30): WtatParamInfo | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const authAlgorithm = usualAuthAlgorithm(r);
  if (authAlgorithm === undefined) return undefined;
  const wtatParamInfoChoice = usualWtatParamInfoChoice(r);
  if (wtatParamInfoChoice === undefined) return undefined;
  const v: Mutable<WtatParamInfo> = { authAlgorithm, wtatParamInfoChoice };
  return r.at === end ? v : undefined;
}

export function encodeWtatParamInfo(w: Writer, end: number, v: WtatParamInfo, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeWtatParamInfoChoice(w, at, v.wtatParamInfoChoice);
  at = encodeAuthAlgorithm(w, at, v.authAlgorithm);
  return w.head(at, tag, end);
}

export const WtatParamInfo: Codec<WtatParamInfo> = codec(
  "WtatParamInfo",
  encodeWtatParamInfo,
  readWtatParamInfo,
  usualWtatParamInfo,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "authAlgorithm", type: AuthAlgorithm.type },
      { name: "wtatParamInfoChoice", type: WtatParamInfoChoice.type },
    ],
  },
);

export interface WtatParamRes {
  readonly wtatParamInfo: WtatParamInfo;
  readonly dummyExtension?: DummyExtension;
}

export function readWtatParamRes(r: Reader, tag = 0x30): WtatParamRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const wtatParamInfo = readWtatParamInfo(r);
  if (wtatParamInfo === undefined) return r.under("wtatParamInfo");
  const v: Mutable<WtatParamRes> = {
    wtatParamInfo,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa5:
      case 0xa6: {
        if (v.dummyExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const dummyExtension = readDummyExtension(r);
        if (dummyExtension === undefined) return r.under("dummyExtension");
        v.dummyExtension = dummyExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualWtatParamRes(r: Reader, tag = 0x30): WtatParamRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const wtatParamInfo = usualWtatParamInfo(r);
  if (wtatParamInfo === undefined) return undefined;
  const v: Mutable<WtatParamRes> = { wtatParamInfo };
  if (r.at < end && (r.octets[r.at] === 0xa5 || r.octets[r.at] === 0xa6)) {
    const dummyExtension = usualDummyExtension(r);
    if (dummyExtension === undefined) return undefined;
    v.dummyExtension = dummyExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeWtatParamRes(w: Writer, end: number, v: WtatParamRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.dummyExtension !== undefined) at = encodeDummyExtension(w, at, v.dummyExtension);
  at = encodeWtatParamInfo(w, at, v.wtatParamInfo);
  return w.head(at, tag, end);
}

export const WtatParamRes: Codec<WtatParamRes> = codec(
  "WtatParamRes",
  encodeWtatParamRes,
  readWtatParamRes,
  usualWtatParamRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "wtatParamInfo", type: WtatParamInfo.type },
      { name: "dummyExtension", type: DummyExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface WtanParamArg {
  readonly wtmUserId: WtmUserId;
  readonly authChallenge: Uint8Array;
  readonly authAlgorithm: AuthAlgorithm;
  readonly canCompute?: null;
  readonly dummyExtension?: DummyExtension;
}

export function readWtanParamArg(r: Reader, tag = 0x30): WtanParamArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const wtmUserId = readWtmUserId(r);
  if (wtmUserId === undefined) return r.under("wtmUserId");
  const authChallenge = r.octetString(0x04, 1, 8);
  if (authChallenge === undefined) return r.under("authChallenge");
  const authAlgorithm = readAuthAlgorithm(r);
  if (authAlgorithm === undefined) return r.under("authAlgorithm");
  const v: Mutable<WtanParamArg> = {
    wtmUserId,
    authChallenge,
    authAlgorithm,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x05: {
        if (v.canCompute !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const canCompute = r.null(0x05);
        if (canCompute === undefined) return r.under("canCompute");
        v.canCompute = canCompute;
        break;
      }
      case 0xa5:
      case 0xa6: {
        if (v.dummyExtension !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const dummyExtension = readDummyExtension(r);
        if (dummyExtension === undefined) return r.under("dummyExtension");
        v.dummyExtension = dummyExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualWtanParamArg(r: Reader, tag = 0x30): WtanParamArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const wtmUserId = usualWtmUserId(r);
  if (wtmUserId === undefined) return undefined;
  const authChallenge = usual.octetString(r, 0x04, 1, 8);
  if (authChallenge === undefined) return undefined;
  const authAlgorithm = usualAuthAlgorithm(r);
  if (authAlgorithm === undefined) return undefined;
  const v: Mutable<WtanParamArg> = { wtmUserId, authChallenge, authAlgorithm };
  if (r.at < end && r.octets[r.at] === 0x05) {
    const canCompute = usual.null(r, 0x05);
    if (canCompute === undefined) return undefined;
    v.canCompute = canCompute;
  }
  if (r.at < end && (r.octets[r.at] === 0xa5 || r.octets[r.at] === 0xa6)) {
    const dummyExtension = usualDummyExtension(r);
    if (dummyExtension === undefined) return undefined;
    v.dummyExtension = dummyExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeWtanParamArg(w: Writer, end: number, v: WtanParamArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.dummyExtension !== undefined) at = encodeDummyExtension(w, at, v.dummyExtension);
  if (v.canCompute !== undefined) at = w.null(at, 0x05);
  at = encodeAuthAlgorithm(w, at, v.authAlgorithm);
  at = w.octetString(at, 0x04, v.authChallenge, 1, 8);
  at = encodeWtmUserId(w, at, v.wtmUserId);
  return w.head(at, tag, end);
}

export const WtanParamArg: Codec<WtanParamArg> = codec(
  "WtanParamArg",
  encodeWtanParamArg,
  readWtanParamArg,
  usualWtanParamArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "wtmUserId", type: WtmUserId.type },
      { name: "authChallenge", type: { kind: "OCTET STRING", min: 1, max: 8 } },
      { name: "authAlgorithm", type: AuthAlgorithm.type },
      { name: "canCompute", type: { kind: "NULL" }, presence: "OPTIONAL" },
      { name: "dummyExtension", type: DummyExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface CalcWtanInfo {
  readonly authResponse: Uint8Array;
  readonly calculationParam?: Uint8Array;
}

export function readCalcWtanInfo(r: Reader, tag = 0x30): CalcWtanInfo | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const authResponse = r.octetString(0x04, 1, 4);
  if (authResponse === undefined) return r.under("authResponse");
  const v: Mutable<CalcWtanInfo> = {
    authResponse,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x04:
      case 0x24: {
        if (v.calculationParam !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const calculationParam = r.octetString(0x04, 1, 8);
        if (calculationParam === undefined) return r.under("calculationParam");
        v.calculationParam = calculationParam;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualCalcWtanInfo(r: Reader, tag = 0x30): CalcWtanInfo | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const authResponse = usual.octetString(r, 0x04, 1, 4);
  if (authResponse === undefined) return undefined;
  const v: Mutable<CalcWtanInfo> = { authResponse };
  if (r.at < end && (r.octets[r.at] === 0x04 || r.octets[r.at] === 0x24)) {
    const calculationParam = usual.octetString(r, 0x04, 1, 8);
    if (calculationParam === undefined) return undefined;
    v.calculationParam = calculationParam;
  }
  return r.at === end ? v : undefined;
}

export function encodeCalcWtanInfo(w: Writer, end: number, v: CalcWtanInfo, tag = 0x30): number {
  let at = end - w.tail;
  if (v.calculationParam !== undefined) at = w.octetString(at, 0x04, v.calculationParam, 1, 8);
  at = w.octetString(at, 0x04, v.authResponse, 1, 4);
  return w.head(at, tag, end);
}

export const CalcWtanInfo: Codec<CalcWtanInfo> = codec(
  "CalcWtanInfo",
  encodeCalcWtanInfo,
  readCalcWtanInfo,
  usualCalcWtanInfo,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "authResponse", type: { kind: "OCTET STRING", min: 1, max: 4 } },
      { name: "calculationParam", type: { kind: "OCTET STRING", min: 1, max: 8 }, presence: "OPTIONAL" },
    ],
  },
);

export type WtanParamInfo =
  | { readonly authSessionKeyInfo: AuthSessionKeyInfo }
  | { readonly calcWtanInfo: CalcWtanInfo };

export function readWtanParamInfo(r: Reader): WtanParamInfo | undefined {
  switch (r.tag()) {
    case 0xa1: {
      const v = readAuthSessionKeyInfo(r, 0xa1);
      if (v === undefined) return r.under("authSessionKeyInfo");
      return { authSessionKeyInfo: v };
    }
    case 0xa2: {
      const v = readCalcWtanInfo(r, 0xa2);
      if (v === undefined) return r.under("calcWtanInfo");
      return { calcWtanInfo: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualWtanParamInfo(r: Reader): WtanParamInfo | undefined {
  switch (r.octets[r.at]) {
    case 0xa1: {
      const v = usualAuthSessionKeyInfo(r, 0xa1);
      return v === undefined ? undefined : { authSessionKeyInfo: v };
    }
    case 0xa2: {
      const v = usualCalcWtanInfo(r, 0xa2);
      return v === undefined ? undefined : { calcWtanInfo: v };
    }
    default:
      return undefined;
  }
}

export function encodeWtanParamInfo(w: Writer, at: number, v: WtanParamInfo): number {
  const c: Alternatives<WtanParamInfo> = v;
  if (c.authSessionKeyInfo !== undefined) return encodeAuthSessionKeyInfo(w, at, c.authSessionKeyInfo, 0xa1);
  if (c.calcWtanInfo !== undefined) return encodeCalcWtanInfo(w, at, c.calcWtanInfo, 0xa2);
  throw noAlternative("WtanParamInfo");
}

export const WtanParamInfo: Codec<WtanParamInfo> = codec(
  "WtanParamInfo",
  encodeWtanParamInfo,
  readWtanParamInfo,
  usualWtanParamInfo,
  {
    kind: "CHOICE",
    elements: [
      { name: "authSessionKeyInfo", type: AuthSessionKeyInfo.type },
      { name: "calcWtanInfo", type: CalcWtanInfo.type },
    ],
  },
);

export interface WtanParamRes {
  readonly wtanParamInfo: WtanParamInfo;
  readonly dummyExtension?: DummyExtension;
}

export function readWtanParamRes(r: Reader, tag = 0x30): WtanParamRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const wtanParamInfo = readWtanParamInfo(r);
  if (wtanParamInfo === undefined) return r.under("wtanParamInfo");
  const v: Mutable<WtanParamRes> = {
    wtanParamInfo,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa5:
      case 0xa6: {
        if (v.dummyExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const dummyExtension = readDummyExtension(r);
        if (dummyExtension === undefined) return r.under("dummyExtension");
        v.dummyExtension = dummyExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualWtanParamRes(r: Reader, tag = 0x30): WtanParamRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const wtanParamInfo = usualWtanParamInfo(r);
  if (wtanParamInfo === undefined) return undefined;
  const v: Mutable<WtanParamRes> = { wtanParamInfo };
  if (r.at < end && (r.octets[r.at] === 0xa5 || r.octets[r.at] === 0xa6)) {
    const dummyExtension = usualDummyExtension(r);
    if (dummyExtension === undefined) return undefined;
    v.dummyExtension = dummyExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeWtanParamRes(w: Writer, end: number, v: WtanParamRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.dummyExtension !== undefined) at = encodeDummyExtension(w, at, v.dummyExtension);
  at = encodeWtanParamInfo(w, at, v.wtanParamInfo);
  return w.head(at, tag, end);
}

export const WtanParamRes: Codec<WtanParamRes> = codec(
  "WtanParamRes",
  encodeWtanParamRes,
  readWtanParamRes,
  usualWtanParamRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "wtanParamInfo", type: WtanParamInfo.type },
      { name: "dummyExtension", type: DummyExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface TransferAuthParamArg {
  readonly wtatParamInfo: WtatParamInfo;
  readonly dummyExtension?: DummyExtension;
}

export function readTransferAuthParamArg(r: Reader, tag = 0x30): TransferAuthParamArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const wtatParamInfo = readWtatParamInfo(r);
  if (wtatParamInfo === undefined) return r.under("wtatParamInfo");
  const v: Mutable<TransferAuthParamArg> = {
    wtatParamInfo,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa5:
      case 0xa6: {
        if (v.dummyExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const dummyExtension = readDummyExtension(r);
        if (dummyExtension === undefined) return r.under("dummyExtension");
        v.dummyExtension = dummyExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualTransferAuthParamArg(r: Reader, tag = 0x30): TransferAuthParamArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const wtatParamInfo = usualWtatParamInfo(r);
  if (wtatParamInfo === undefined) return undefined;
  const v: Mutable<TransferAuthParamArg> = { wtatParamInfo };
  if (r.at < end && (r.octets[r.at] === 0xa5 || r.octets[r.at] === 0xa6)) {
    const dummyExtension = usualDummyExtension(r);
    if (dummyExtension === undefined) return undefined;
    v.dummyExtension = dummyExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeTransferAuthParamArg(w: Writer, end: number, v: TransferAuthParamArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.dummyExtension !== undefined) at = encodeDummyExtension(w, at, v.dummyExtension);
  at = encodeWtatParamInfo(w, at, v.wtatParamInfo);
  return w.head(at, tag, end);
}

export const TransferAuthParamArg: Codec<TransferAuthParamArg> = codec(
  "TransferAuthParamArg",
  encodeTransferAuthParamArg,
  readTransferAuthParamArg,
  usualTransferAuthParamArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "wtatParamInfo", type: WtatParamInfo.type },
      { name: "dummyExtension", type: DummyExtension.type, presence: "OPTIONAL" },
    ],
  },
);
