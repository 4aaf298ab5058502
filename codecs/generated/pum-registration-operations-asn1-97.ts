// Generated from asn1/PUM-Registration-Operations-asn1-97.asn by asn1/tool; do not edit.
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
  BasicService,
  encodeBasicService,
  readBasicService,
  usualBasicService,
} from "./call-diversion-operations-asn1-97.ts";
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

export type PumUserId =
  | { readonly pumNumber: PartyNumber }
  | { readonly alternativeId: Uint8Array };

export function readPumUserId(r: Reader): PumUserId | undefined {
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
      if (v === undefined) return r.under("pumNumber");
      return { pumNumber: v };
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

export function usualPumUserId(r: Reader): PumUserId | undefined {
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
      return v === undefined ? undefined : { pumNumber: v };
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

export function encodePumUserId(w: Writer, at: number, v: PumUserId): number {
  const c: Alternatives<PumUserId> = v;
  if (c.pumNumber !== undefined) return encodePartyNumber(w, at, c.pumNumber);
  if (c.alternativeId !== undefined) return w.octetString(at, 0x04, c.alternativeId, 1, 20);
  throw noAlternative("PumUserId");
}

export const PumUserId: Codec<PumUserId> = codec(
  "PumUserId",
  encodePumUserId,
  readPumUserId,
  usualPumUserId,
  {
    kind: "CHOICE",
    elements: [
      { name: "pumNumber", type: PartyNumber.type },
      { name: "alternativeId", type: { kind: "OCTET STRING", min: 1, max: 20 } },
    ],
  },
);

export type ServiceOption =
  | "inCallRegistration"
  | "outCallRegistration"
  | "allCallRegistration";

const serviceOptionNumbers = {
  "inCallRegistration": 0,
  "outCallRegistration": 1,
  "allCallRegistration": 2,
} as const;
const serviceOptionNames = namesOf(serviceOptionNumbers);

function serviceOptionNumber(v: ServiceOption): number {
  switch (v) {
    case "inCallRegistration":
      return 0;
    case "outCallRegistration":
      return 1;
    case "allCallRegistration":
      return 2;
  }
}

export function readServiceOption(r: Reader, tag = 0x0a): ServiceOption | undefined {
  return r.enumerated(tag, serviceOptionNames);
}

export function usualServiceOption(r: Reader, tag = 0x0a): ServiceOption | undefined {
  return usual.enumerated(r, tag, serviceOptionNames);
}

export function encodeServiceOption(w: Writer, at: number, v: ServiceOption, tag = 0x0a): number {
  const n = serviceOptionNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const ServiceOption: Codec<ServiceOption> = codec(
  "ServiceOption",
  encodeServiceOption,
  readServiceOption,
  usualServiceOption,
  { kind: "named", names: serviceOptionNumbers, open: false },
);

export interface SessionParams {
  readonly durationOfSession?: number;
  readonly numberOfOutgCalls?: number;
}

export function readSessionParams(r: Reader, tag = 0x30): SessionParams | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const v: Mutable<SessionParams> = {};
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x81: {
        if (v.durationOfSession !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const durationOfSession = r.integer(0x81);
        if (durationOfSession === undefined) return r.under("durationOfSession");
        v.durationOfSession = durationOfSession;
        break;
      }
      case 0x82: {
        if (v.numberOfOutgCalls !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const numberOfOutgCalls = r.integer(0x82);
        if (numberOfOutgCalls === undefined) return r.under("numberOfOutgCalls");
        v.numberOfOutgCalls = numberOfOutgCalls;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualSessionParams(r: Reader, tag = 0x30): SessionParams | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const v: Mutable<SessionParams> = {};
  if (r.at < end && r.octets[r.at] === 0x81) {
    const durationOfSession = usual.integer(r, 0x81);
    if (durationOfSession === undefined) return undefined;
    v.durationOfSession = durationOfSession;
  }
  if (r.at < end && r.octets[r.at] === 0x82) {
    const numberOfOutgCalls = usual.integer(r, 0x82);
    if (numberOfOutgCalls === undefined) return undefined;
    v.numberOfOutgCalls = numberOfOutgCalls;
  }
  return r.at === end ? v : undefined;
}

export function encodeSessionParams(w: Writer, end: number, v: SessionParams, tag = 0x30): number {
  let at = end - w.tail;
  if (v.numberOfOutgCalls !== undefined) at = w.integer(at, 0x82, v.numberOfOutgCalls);
  if (v.durationOfSession !== undefined) at = w.integer(at, 0x81, v.durationOfSession);
  return w.head(at, tag, end);
}

export const SessionParams: Codec<SessionParams> = codec(
  "SessionParams",
  encodeSessionParams,
  readSessionParams,
  usualSessionParams,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "durationOfSession", type: { kind: "INTEGER" }, presence: "OPTIONAL" },
      { name: "numberOfOutgCalls", type: { kind: "INTEGER" }, presence: "OPTIONAL" },
    ],
  },
);

export type UserPin = Uint8Array;

export function readUserPin(r: Reader, tag = 0x04): UserPin | undefined {
  return r.octetString(tag, 1, 20);
}

export function usualUserPin(r: Reader, tag = 0x04): UserPin | undefined {
  return usual.octetString(r, tag, 1, 20);
}

export function encodeUserPin(w: Writer, at: number, v: UserPin, tag = 0x04): number {
  return w.octetString(at, tag, v, 1, 20);
}

export const UserPin: Codec<UserPin> = codec(
  "UserPin",
  encodeUserPin,
  readUserPin,
  usualUserPin,
  { kind: "OCTET STRING", min: 1, max: 20 },
);

export type RegistrationPin =
  | { readonly pumUserPin: Uint8Array }
  | { readonly activatingUserPin: Uint8Array };

export function readRegistrationPin(r: Reader): RegistrationPin | undefined {
  switch (r.tag()) {
    case 0x86:
    case 0xa6: {
      const v = r.octetString(0x86, 1, 20);
      if (v === undefined) return r.under("pumUserPin");
      return { pumUserPin: v };
    }
    case 0x87:
    case 0xa7: {
      const v = r.octetString(0x87, 1, 20);
      if (v === undefined) return r.under("activatingUserPin");
      return { activatingUserPin: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualRegistrationPin(r: Reader): RegistrationPin | undefined {
  switch (r.octets[r.at]) {
    case 0x86:
    case 0xa6: {
      const v = usual.octetString(r, 0x86, 1, 20);
      return v === undefined ? undefined : { pumUserPin: v };
    }
    case 0x87:
    case 0xa7: {
      const v = usual.octetString(r, 0x87, 1, 20);
      return v === undefined ? undefined : { activatingUserPin: v };
    }
    default:
      return undefined;
  }
}

export function encodeRegistrationPin(w: Writer, at: number, v: RegistrationPin): number {
  const c: Alternatives<RegistrationPin> = v;
  if (c.pumUserPin !== undefined) return w.octetString(at, 0x86, c.pumUserPin, 1, 20);
  if (c.activatingUserPin !== undefined) return w.octetString(at, 0x87, c.activatingUserPin, 1, 20);
  throw noAlternative("RegistrationPin");
}

export const RegistrationPin: Codec<RegistrationPin> = codec(
  "RegistrationPin",
  encodeRegistrationPin,
  readRegistrationPin,
  usualRegistrationPin,
  {
    kind: "CHOICE",
    elements: [
      { name: "pumUserPin", type: { kind: "OCTET STRING", min: 1, max: 20 } },
      { name: "activatingUserPin", type: { kind: "OCTET STRING", min: 1, max: 20 } },
    ],
  },
);

export type PumrExtension =
  | { readonly extension: Extension }
  | { readonly sequOfExtn: readonly Extension[] };

export function readPumrExtension(r: Reader): PumrExtension | undefined {
  switch (r.tag()) {
    case 0xa4: {
      const v = readExtension(r, 0xa4);
      if (v === undefined) return r.under("extension");
      return { extension: v };
    }
    case 0xa5: {
      const v = r.sequenceOf(0xa5, readExtension);
      if (v === undefined) return r.under("sequOfExtn");
      return { sequOfExtn: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualPumrExtension(r: Reader): PumrExtension | undefined {
  switch (r.octets[r.at]) {
    case 0xa4: {
      const v = usualExtension(r, 0xa4);
      return v === undefined ? undefined : { extension: v };
    }
    case 0xa5: {
      const v = usual.sequenceOf(r, 0xa5, usualExtension);
      return v === undefined ? undefined : { sequOfExtn: v };
    }
    default:
      return undefined;
  }
}

export function encodePumrExtension(w: Writer, at: number, v: PumrExtension): number {
  const c: Alternatives<PumrExtension> = v;
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa4);
  if (c.sequOfExtn !== undefined) return w.sequenceOf(at, 0xa5, encodeExtension, c.sequOfExtn);
  throw noAlternative("PumrExtension");
}

export const PumrExtension: Codec<PumrExtension> = codec(
  "PumrExtension",
  encodePumrExtension,
  readPumrExtension,
  usualPumrExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "extension", type: Extension.type },
      { name: "sequOfExtn", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface PumRegistrArg {
  readonly pumUserId: PumUserId;
  readonly basicService: BasicService;
  readonly hostingAddr: PartyNumber;
  readonly activatingUserAddr?: PartyNumber;
  /** Absent: inCallRegistration. */
  readonly serviceOption?: ServiceOption;
  readonly sessionParams?: SessionParams;
  readonly userPin?: RegistrationPin;
  readonly argExtension?: PumrExtension;
}

export function readPumRegistrArg(r: Reader, tag = 0x30): PumRegistrArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const pumUserId = readPumUserId(r);
  if (pumUserId === undefined) return r.under("pumUserId");
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const hostingAddr = readPartyNumber(r);
  if (hostingAddr === undefined) return r.under("hostingAddr");
  const v: Mutable<PumRegistrArg> = {
    pumUserId,
    basicService,
    hostingAddr,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa0: {
        if (v.activatingUserAddr !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const activatingUserAddr = r.explicit(0xa0, readPartyNumber);
        if (activatingUserAddr === undefined) return r.under("activatingUserAddr");
        v.activatingUserAddr = activatingUserAddr;
        break;
      }
      case 0x0a: {
        if (v.serviceOption !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const serviceOption = readServiceOption(r);
        if (serviceOption === undefined) return r.under("serviceOption");
        v.serviceOption = serviceOption;
        break;
      }
      case 0x30: {
        if (v.sessionParams !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const sessionParams = readSessionParams(r);
        if (sessionParams === undefined) return r.under("sessionParams");
        v.sessionParams = sessionParams;
        break;
      }
      case 0x86:
      case 0xa6:
      case 0x87:
      case 0xa7: {
        if (v.userPin !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const userPin = readRegistrationPin(r);
        if (userPin === undefined) return r.under("userPin");
        v.userPin = userPin;
        break;
      }
      case 0xa4:
      case 0xa5: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 4 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 4;
        const argExtension = readPumrExtension(r);
        if (argExtension === undefined) return r.under("argExtension");
        v.argExtension = argExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualPumRegistrArg(r: Reader, tag = 0x30): PumRegistrArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const pumUserId = usualPumUserId(r);
  if (pumUserId === undefined) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const hostingAddr = usualPartyNumber(r);
  if (hostingAddr === undefined) return undefined;
  const v: Mutable<PumRegistrArg> = { pumUserId, basicService, hostingAddr };
  if (r.at < end && r.octets[r.at] === 0xa0) {
    const activatingUserAddr = usual.explicit(r, 0xa0, usualPartyNumber);
    if (activatingUserAddr === undefined) return undefined;
    v.activatingUserAddr = activatingUserAddr;
  }
  if (r.at < end && r.octets[r.at] === 0x0a) {
    const serviceOption = usualServiceOption(r);
    if (serviceOption === undefined) return undefined;
    v.serviceOption = serviceOption;
  }
  if (r.at < end && r.octets[r.at] === 0x30) {
    const sessionParams = usualSessionParams(r);
    if (sessionParams === undefined) return undefined;
    v.sessionParams = sessionParams;
  }
  if (r.at < end && (r.octets[r.at] === 0x86 || r.octets[r.at] === 0xa6 || r.octets[r.at] === 0x87 || r.octets[r.at] ===
    0xa7)) {
    const userPin = usualRegistrationPin(r);
    if (userPin === undefined) return undefined;
    v.userPin = userPin;
  }
  if (r.at < end && (r.octets[r.at] === 0xa4 || r.octets[r.at] === 0xa5)) {
    const argExtension = usualPumrExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodePumRegistrArg(w: Writer, end: number, v: PumRegistrArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodePumrExtension(w, at, v.argExtension);
  if (v.userPin !== undefined) at = encodeRegistrationPin(w, at, v.userPin);
  if (v.sessionParams !== undefined) at = encodeSessionParams(w, at, v.sessionParams);
  if (v.serviceOption !== undefined && v.serviceOption !== "inCallRegistration") at = encodeServiceOption(w, at,
    v.serviceOption);
  if (v.activatingUserAddr !== undefined) at = w.head(encodePartyNumber(w, at - w.tail, v.activatingUserAddr), 0xa0,
    at);
  at = encodePartyNumber(w, at, v.hostingAddr);
  at = encodeBasicService(w, at, v.basicService);
  at = encodePumUserId(w, at, v.pumUserId);
  return w.head(at, tag, end);
}

export const PumRegistrArg: Codec<PumRegistrArg> = codec(
  "PumRegistrArg",
  encodePumRegistrArg,
  readPumRegistrArg,
  usualPumRegistrArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "pumUserId", type: PumUserId.type },
      { name: "basicService", type: BasicService.type },
      { name: "hostingAddr", type: PartyNumber.type },
      { name: "activatingUserAddr", type: PartyNumber.type, presence: "OPTIONAL" },
      { name: "serviceOption", type: ServiceOption.type, presence: {"default":"inCallRegistration"} },
      { name: "sessionParams", type: SessionParams.type, presence: "OPTIONAL" },
      { name: "userPin", type: RegistrationPin.type, presence: "OPTIONAL" },
      { name: "argExtension", type: PumrExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface PumRegistrRes {
  readonly pumNumber: PartyNumber;
  readonly serviceOption?: ServiceOption;
  readonly sessionParams?: SessionParams;
  readonly argExtension?: PumrExtension;
}

export function readPumRegistrRes(r: Reader, tag = 0x30): PumRegistrRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const pumNumber = readPartyNumber(r);
  if (pumNumber === undefined) return r.under("pumNumber");
  const v: Mutable<PumRegistrRes> = {
    pumNumber,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x0a: {
        if (v.serviceOption !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const serviceOption = readServiceOption(r);
        if (serviceOption === undefined) return r.under("serviceOption");
        v.serviceOption = serviceOption;
        break;
      }
      case 0x30: {
        if (v.sessionParams !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const sessionParams = readSessionParams(r);
        if (sessionParams === undefined) return r.under("sessionParams");
        v.sessionParams = sessionParams;
        break;
      }
      case 0xa4:
      case 0xa5: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const argExtension = readPumrExtension(r);
        if (argExtension === undefined) return r.under("argExtension");
        v.argExtension = argExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualPumRegistrRes(r: Reader, tag = 0x30): PumRegistrRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const pumNumber = usualPartyNumber(r);
  if (pumNumber === undefined) return undefined;
  const v: Mutable<PumRegistrRes> = { pumNumber };
  if (r.at < end && r.octets[r.at] === 0x0a) {
    const serviceOption = usualServiceOption(r);
    if (serviceOption === undefined) return undefined;
    v.serviceOption = serviceOption;
  }
  if (r.at < end && r.octets[r.at] === 0x30) {
    const sessionParams = usualSessionParams(r);
    if (sessionParams === undefined) return undefined;
    v.sessionParams = sessionParams;
  }
  if (r.at < end && (r.octets[r.at] === 0xa4 || r.octets[r.at] === 0xa5)) {
    const argExtension = usualPumrExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodePumRegistrRes(w: Writer, end: number, v: PumRegistrRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodePumrExtension(w, at, v.argExtension);
  if (v.sessionParams !== undefined) at = encodeSessionParams(w, at, v.sessionParams);
  if (v.serviceOption !== undefined) at = encodeServiceOption(w, at, v.serviceOption);
  at = encodePartyNumber(w, at, v.pumNumber);
  return w.head(at, tag, end);
}

export const PumRegistrRes: Codec<PumRegistrRes> = codec(
  "PumRegistrRes",
  encodePumRegistrRes,
  readPumRegistrRes,
  usualPumRegistrRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "pumNumber", type: PartyNumber.type },
      { name: "serviceOption", type: ServiceOption.type, presence: "OPTIONAL" },
      { name: "sessionParams", type: SessionParams.type, presence: "OPTIONAL" },
      { name: "argExtension", type: PumrExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface PumDelRegArg {
  readonly pumUserId: PumUserId;
  readonly basicService: BasicService;
  readonly hostingAddr: PartyNumber;
  readonly serviceOption: ServiceOption;
  readonly argExtension?: PumrExtension;
}

export function readPumDelRegArg(r: Reader, tag = 0x30): PumDelRegArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const pumUserId = readPumUserId(r);
  if (pumUserId === undefined) return r.under("pumUserId");
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const hostingAddr = readPartyNumber(r);
  if (hostingAddr === undefined) return r.under("hostingAddr");
  const serviceOption = readServiceOption(r);
  if (serviceOption === undefined) return r.under("serviceOption");
  const v: Mutable<PumDelRegArg> = {
    pumUserId,
    basicService,
    hostingAddr,
    serviceOption,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa4:
      case 0xa5: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argExtension = readPumrExtension(r);
        if (argExtension === undefined) return r.under("argExtension");
        v.argExtension = argExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualPumDelRegArg(r: Reader, tag = 0x30): PumDelRegArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const pumUserId = usualPumUserId(r);
  if (pumUserId === undefined) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const hostingAddr = usualPartyNumber(r);
  if (hostingAddr === undefined) return undefined;
  const serviceOption = usualServiceOption(r);
  if (serviceOption === undefined) return undefined;
  const v: Mutable<PumDelRegArg> = { pumUserId, basicService, hostingAddr, serviceOption };
  if (r.at < end && (r.octets[r.at] === 0xa4 || r.octets[r.at] === 0xa5)) {
    const argExtension = usualPumrExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodePumDelRegArg(w: Writer, end: number, v: PumDelRegArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodePumrExtension(w, at, v.argExtension);
  at = encodeServiceOption(w, at, v.serviceOption);
  at = encodePartyNumber(w, at, v.hostingAddr);
  at = encodeBasicService(w, at, v.basicService);
  at = encodePumUserId(w, at, v.pumUserId);
  return w.head(at, tag, end);
}

export const PumDelRegArg: Codec<PumDelRegArg> = codec(
  "PumDelRegArg",
  encodePumDelRegArg,
  readPumDelRegArg,
  usualPumDelRegArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "pumUserId", type: PumUserId.type },
      { name: "basicService", type: BasicService.type },
      { name: "hostingAddr", type: PartyNumber.type },
      { name: "serviceOption", type: ServiceOption.type },
      { name: "argExtension", type: PumrExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface PumDeRegArg {
  readonly pumUserId: PumUserId;
  readonly basicService: BasicService;
  readonly hostingAddr?: PartyNumber;
  readonly activatingUserAddr?: PartyNumber;
  /** Absent: inCallRegistration. */
  readonly serviceOption?: ServiceOption;
  readonly userPin?: RegistrationPin;
  readonly argExtension?: PumrExtension;
}

export function readPumDeRegArg(r: Reader, tag = 0x30): PumDeRegArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const pumUserId = readPumUserId(r);
  if (pumUserId === undefined) return r.under("pumUserId");
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const v: Mutable<PumDeRegArg> = {
    pumUserId,
    basicService,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa0: {
        if (v.hostingAddr !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const hostingAddr = r.explicit(0xa0, readPartyNumber);
        if (hostingAddr === undefined) return r.under("hostingAddr");
        v.hostingAddr = hostingAddr;
        break;
      }
      case 0xa1: {
        if (v.activatingUserAddr !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const activatingUserAddr = r.explicit(0xa1, readPartyNumber);
        if (activatingUserAddr === undefined) return r.under("activatingUserAddr");
        v.activatingUserAddr = activatingUserAddr;
        break;
      }
      case 0x0a: {
        if (v.serviceOption !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const serviceOption = readServiceOption(r);
        if (serviceOption === undefined) return r.under("serviceOption");
        v.serviceOption = serviceOption;
        break;
      }
      case 0x86:
      case 0xa6:
      case 0x87:
      case 0xa7: {
        if (v.userPin !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const userPin = readRegistrationPin(r);
        if (userPin === undefined) return r.under("userPin");
        v.userPin = userPin;
        break;
      }
      case 0xa4:
      case 0xa5: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 4 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 4;
        const argExtension = readPumrExtension(r);
        if (argExtension === undefined) return r.under("argExtension");
        v.argExtension = argExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualPumDeRegArg(r: Reader, tag = 0x30): PumDeRegArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const pumUserId = usualPumUserId(r);
  if (pumUserId === undefined) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const v: Mutable<PumDeRegArg> = { pumUserId, basicService };
  if (r.at < end && r.octets[r.at] === 0xa0) {
    const hostingAddr = usual.explicit(r, 0xa0, usualPartyNumber);
    if (hostingAddr === undefined) return undefined;
    v.hostingAddr = hostingAddr;
  }
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const activatingUserAddr = usual.explicit(r, 0xa1, usualPartyNumber);
    if (activatingUserAddr === undefined) return undefined;
    v.activatingUserAddr = activatingUserAddr;
  }
  if (r.at < end && r.octets[r.at] === 0x0a) {
    const serviceOption = usualServiceOption(r);
    if (serviceOption === undefined) return undefined;
    v.serviceOption = serviceOption;
  }
  if (r.at < end && (r.octets[r.at] === 0x86 || r.octets[r.at] === 0xa6 || r.octets[r.at] === 0x87 || r.octets[r.at] ===
    0xa7)) {
    const userPin = usualRegistrationPin(r);
    if (userPin === undefined) return undefined;
    v.userPin = userPin;
  }
  if (r.at < end && (r.octets[r.at] === 0xa4 || r.octets[r.at] === 0xa5)) {
    const argExtension = usualPumrExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodePumDeRegArg(w: Writer, end: number, v: PumDeRegArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodePumrExtension(w, at, v.argExtension);
  if (v.userPin !== undefined) at = encodeRegistrationPin(w, at, v.userPin);
  if (v.serviceOption !== undefined && v.serviceOption !== "inCallRegistration") at = encodeServiceOption(w, at,
    v.serviceOption);
  if (v.activatingUserAddr !== undefined) at = w.head(encodePartyNumber(w, at - w.tail, v.activatingUserAddr), 0xa1,
    at);
  if (v.hostingAddr !== undefined) at = w.head(encodePartyNumber(w, at - w.tail, v.hostingAddr), 0xa0, at);
  at = encodeBasicService(w, at, v.basicService);
  at = encodePumUserId(w, at, v.pumUserId);
  return w.head(at, tag, end);
}

export const PumDeRegArg: Codec<PumDeRegArg> = codec(
  "PumDeRegArg",
  encodePumDeRegArg,
  readPumDeRegArg,
  usualPumDeRegArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "pumUserId", type: PumUserId.type },
      { name: "basicService", type: BasicService.type },
      { name: "hostingAddr", type: PartyNumber.type, presence: "OPTIONAL" },
      { name: "activatingUserAddr", type: PartyNumber.type, presence: "OPTIONAL" },
      { name: "serviceOption", type: ServiceOption.type, presence: {"default":"inCallRegistration"} },
      { name: "userPin", type: RegistrationPin.type, presence: "OPTIONAL" },
      { name: "argExtension", type: PumrExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface PumInterrogArg {
  readonly pumUserId: PumUserId;
  readonly basicService: BasicService;
  readonly hostingAddr?: PartyNumber;
  readonly activatingUserAddr?: PartyNumber;
  readonly serviceOption?: ServiceOption;
  /** Absent: true. */
  readonly homeInfoOnly?: boolean;
  readonly userPin?: RegistrationPin;
  readonly argExtension?: PumrExtension;
}

export function readPumInterrogArg(r: Reader, tag = 0x30): PumInterrogArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const pumUserId = readPumUserId(r);
  if (pumUserId === undefined) return r.under("pumUserId");
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const v: Mutable<PumInterrogArg> = {
    pumUserId,
    basicService,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa0: {
        if (v.hostingAddr !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const hostingAddr = r.explicit(0xa0, readPartyNumber);
        if (hostingAddr === undefined) return r.under("hostingAddr");
        v.hostingAddr = hostingAddr;
        break;
      }
      case 0xa1: {
        if (v.activatingUserAddr !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const activatingUserAddr = r.explicit(0xa1, readPartyNumber);
        if (activatingUserAddr === undefined) return r.under("activatingUserAddr");
        v.activatingUserAddr = activatingUserAddr;
        break;
      }
      case 0xa2: {
        if (v.serviceOption !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const serviceOption = r.explicit(0xa2, readServiceOption);
        if (serviceOption === undefined) return r.under("serviceOption");
        v.serviceOption = serviceOption;
        break;
      }
      case 0x01: {
        if (v.homeInfoOnly !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const homeInfoOnly = r.boolean(0x01);
        if (homeInfoOnly === undefined) return r.under("homeInfoOnly");
        v.homeInfoOnly = homeInfoOnly;
        break;
      }
      case 0x86:
      case 0xa6:
      case 0x87:
      case 0xa7: {
        if (v.userPin !== undefined) return r.repeated();
        if (_last > 4 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 4;
        const userPin = readRegistrationPin(r);
        if (userPin === undefined) return r.under("userPin");
        v.userPin = userPin;
        break;
      }
      case 0xa4:
      case 0xa5: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 5 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 5;
        const argExtension = readPumrExtension(r);
        if (argExtension === undefined) return r.under("argExtension");
        v.argExtension = argExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualPumInterrogArg(r: Reader, tag = 0x30): PumInterrogArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const pumUserId = usualPumUserId(r);
  if (pumUserId === undefined) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const v: Mutable<PumInterrogArg> = { pumUserId, basicService };
  if (r.at < end && r.octets[r.at] === 0xa0) {
    const hostingAddr = usual.explicit(r, 0xa0, usualPartyNumber);
    if (hostingAddr === undefined) return undefined;
    v.hostingAddr = hostingAddr;
  }
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const activatingUserAddr = usual.explicit(r, 0xa1, usualPartyNumber);
    if (activatingUserAddr === undefined) return undefined;
    v.activatingUserAddr = activatingUserAddr;
  }
  if (r.at < end && r.octets[r.at] === 0xa2) {
    const serviceOption = usual.explicit(r, 0xa2, usualServiceOption);
    if (serviceOption === undefined) return undefined;
    v.serviceOption = serviceOption;
  }
  if (r.at < end && r.octets[r.at] === 0x01) {
    const homeInfoOnly = usual.boolean(r, 0x01);
    if (homeInfoOnly === undefined) return undefined;
    v.homeInfoOnly = homeInfoOnly;
  }
  if (r.at < end && (r.octets[r.at] === 0x86 || r.octets[r.at] === 0xa6 || r.octets[r.at] === 0x87 || r.octets[r.at] ===
    0xa7)) {
    const userPin = usualRegistrationPin(r);
    if (userPin === undefined) return undefined;
    v.userPin = userPin;
  }
  if (r.at < end && (r.octets[r.at] === 0xa4 || r.octets[r.at] === 0xa5)) {
    const argExtension = usualPumrExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodePumInterrogArg(w: Writer, end: number, v: PumInterrogArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodePumrExtension(w, at, v.argExtension);
  if (v.userPin !== undefined) at = encodeRegistrationPin(w, at, v.userPin);
  if (v.homeInfoOnly !== undefined && v.homeInfoOnly !== true) at = w.boolean(at, 0x01, v.homeInfoOnly);
  if (v.serviceOption !== undefined) at = w.head(encodeServiceOption(w, at - w.tail, v.serviceOption), 0xa2, at);
  if (v.activatingUserAddr !== undefined) at = w.head(encodePartyNumber(w, at - w.tail, v.activatingUserAddr), 0xa1,
    at);
  if (v.hostingAddr !== undefined) at = w.head(encodePartyNumber(w, at - w.tail, v.hostingAddr), 0xa0, at);
  at = encodeBasicService(w, at, v.basicService);
  at = encodePumUserId(w, at, v.pumUserId);
  return w.head(at, tag, end);
}

export const PumInterrogArg: Codec<PumInterrogArg> = codec(
  "PumInterrogArg",
  encodePumInterrogArg,
  readPumInterrogArg,
  usualPumInterrogArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "pumUserId", type: PumUserId.type },
      { name: "basicService", type: BasicService.type },
      { name: "hostingAddr", type: PartyNumber.type, presence: "OPTIONAL" },
      { name: "activatingUserAddr", type: PartyNumber.type, presence: "OPTIONAL" },
      { name: "serviceOption", type: ServiceOption.type, presence: "OPTIONAL" },
      { name: "homeInfoOnly", type: { kind: "BOOLEAN" }, presence: {"default":true} },
      { name: "userPin", type: RegistrationPin.type, presence: "OPTIONAL" },
      { name: "argExtension", type: PumrExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface PumInterrogResElt {
  readonly basicService?: BasicService;
  readonly hostingAddr?: PartyNumber;
  readonly serviceOption?: ServiceOption;
  readonly interrogParams?: SessionParams;
  readonly argExtension?: PumrExtension;
}

export function readPumInterrogResElt(r: Reader, tag = 0x30): PumInterrogResElt | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const v: Mutable<PumInterrogResElt> = {};
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x80: {
        if (v.basicService !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const basicService = readBasicService(r, 0x80);
        if (basicService === undefined) return r.under("basicService");
        v.basicService = basicService;
        break;
      }
      case 0xa1: {
        if (v.hostingAddr !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const hostingAddr = r.explicit(0xa1, readPartyNumber);
        if (hostingAddr === undefined) return r.under("hostingAddr");
        v.hostingAddr = hostingAddr;
        break;
      }
      case 0x82: {
        if (v.serviceOption !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const serviceOption = readServiceOption(r, 0x82);
        if (serviceOption === undefined) return r.under("serviceOption");
        v.serviceOption = serviceOption;
        break;
      }
      case 0x30: {
        if (v.interrogParams !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const interrogParams = readSessionParams(r);
        if (interrogParams === undefined) return r.under("interrogParams");
        v.interrogParams = interrogParams;
        break;
      }
      case 0xa4:
      case 0xa5: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 4 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 4;
        const argExtension = readPumrExtension(r);
        if (argExtension === undefined) return r.under("argExtension");
        v.argExtension = argExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualPumInterrogResElt(r: Reader, tag = 0x30): PumInterrogResElt | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const v: Mutable<PumInterrogResElt> = {};
  if (r.at < end && r.octets[r.at] === 0x80) {
    const basicService = usualBasicService(r, 0x80);
    if (basicService === undefined) return undefined;
    v.basicService = basicService;
  }
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const hostingAddr = usual.explicit(r, 0xa1, usualPartyNumber);
    if (hostingAddr === undefined) return undefined;
    v.hostingAddr = hostingAddr;
  }
  if (r.at < end && r.octets[r.at] === 0x82) {
    const serviceOption = usualServiceOption(r, 0x82);
    if (serviceOption === undefined) return undefined;
    v.serviceOption = serviceOption;
  }
  if (r.at < end && r.octets[r.at] === 0x30) {
    const interrogParams = usualSessionParams(r);
    if (interrogParams === undefined) return undefined;
    v.interrogParams = interrogParams;
  }
  if (r.at < end && (r.octets[r.at] === 0xa4 || r.octets[r.at] === 0xa5)) {
    const argExtension = usualPumrExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodePumInterrogResElt(w: Writer, end: number, v: PumInterrogResElt, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodePumrExtension(w, at, v.argExtension);
  if (v.interrogParams !== undefined) at = encodeSessionParams(w, at, v.interrogParams);
  if (v.serviceOption !== undefined) at = encodeServiceOption(w, at, v.serviceOption, 0x82);
  if (v.hostingAddr !== undefined) at = w.head(encodePartyNumber(w, at - w.tail, v.hostingAddr), 0xa1, at);
  if (v.basicService !== undefined) at = encodeBasicService(w, at, v.basicService, 0x80);
  return w.head(at, tag, end);
}

export const PumInterrogResElt: Codec<PumInterrogResElt> = codec(
  "PumInterrogResElt",
  encodePumInterrogResElt,
  readPumInterrogResElt,
  usualPumInterrogResElt,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "basicService", type: BasicService.type, presence: "OPTIONAL" },
      { name: "hostingAddr", type: PartyNumber.type, presence: "OPTIONAL" },
      { name: "serviceOption", type: ServiceOption.type, presence: "OPTIONAL" },
      { name: "interrogParams", type: SessionParams.type, presence: "OPTIONAL" },
      { name: "argExtension", type: PumrExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type PumInterrogRes = readonly PumInterrogResElt[];

export function readPumInterrogRes(r: Reader, tag = 0x31): PumInterrogRes | undefined {
  return r.sequenceOf(tag, readPumInterrogResElt, 1, 8);
}

export function usualPumInterrogRes(r: Reader, tag = 0x31): PumInterrogRes | undefined {
  return usual.sequenceOf(r, tag, usualPumInterrogResElt, 1, 8);
}

export function encodePumInterrogRes(w: Writer, at: number, v: PumInterrogRes, tag = 0x31): number {
  return w.sequenceOf(at, tag, encodePumInterrogResElt, v, 1, 8);
}

export const PumInterrogRes: Codec<PumInterrogRes> = codec(
  "PumInterrogRes",
  encodePumInterrogRes,
  readPumInterrogRes,
  usualPumInterrogRes,
  { kind: "SEQUENCE OF", of: PumInterrogResElt.type, min: 1, max: 8 },
);

export type DummyRes =
  | { readonly null: null }
  | { readonly extension: Extension }
  | { readonly sequOfExtn: readonly Extension[] };

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
      if (v === undefined) return r.under("sequOfExtn");
      return { sequOfExtn: v };
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
      return v === undefined ? undefined : { sequOfExtn: v };
    }
    default:
      return undefined;
  }
}

export function encodeDummyRes(w: Writer, at: number, v: DummyRes): number {
  const c: Alternatives<DummyRes> = v;
  if (c.null !== undefined) return w.null(at, 0x05);
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa1);
  if (c.sequOfExtn !== undefined) return w.sequenceOf(at, 0xa2, encodeExtension, c.sequOfExtn);
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
      { name: "sequOfExtn", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);
