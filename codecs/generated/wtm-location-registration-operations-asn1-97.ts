// Generated from asn1/WTM-Location-Registration-Operations-asn1-97.asn by asn1/tool; do not edit.
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

export type LrExtension =
  | { readonly extension: Extension }
  | { readonly sequOfExtn: readonly Extension[] };

export function readLrExtension(r: Reader): LrExtension | undefined {
  switch (r.tag()) {
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

export function usualLrExtension(r: Reader): LrExtension | undefined {
  switch (r.octets[r.at]) {
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

export function encodeLrExtension(w: Writer, at: number, v: LrExtension): number {
  const c: Alternatives<LrExtension> = v;
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa1);
  if (c.sequOfExtn !== undefined) return w.sequenceOf(at, 0xa2, encodeExtension, c.sequOfExtn);
  throw noAlternative("LrExtension");
}

export const LrExtension: Codec<LrExtension> = codec(
  "LrExtension",
  encodeLrExtension,
  readLrExtension,
  usualLrExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "extension", type: Extension.type },
      { name: "sequOfExtn", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface LocUpdArg {
  readonly wtmUserId: WtmUserId;
  /** Absent: allServices. */
  readonly basicService?: BasicService;
  readonly visitPINX: PartyNumber;
  readonly argExtension?: LrExtension;
}

export function readLocUpdArg(r: Reader, tag = 0x30): LocUpdArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const wtmUserId = readWtmUserId(r);
  if (wtmUserId === undefined) return r.under("wtmUserId");
  let basicService: BasicService | undefined;
  if (r.tag() === 0x0a) {
    basicService = readBasicService(r);
    if (basicService === undefined) return r.under("basicService");
  }
  const visitPINX = readPartyNumber(r);
  if (visitPINX === undefined) return r.under("visitPINX");
  const v: Mutable<LocUpdArg> = {
    wtmUserId,
    visitPINX,
  };
  if (basicService !== undefined) v.basicService = basicService;
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argExtension = readLrExtension(r);
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

export function usualLocUpdArg(r: Reader, tag = 0x30): LocUpdArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const wtmUserId = usualWtmUserId(r);
  if (wtmUserId === undefined) return undefined;
  let basicService: BasicService | undefined;
  if (r.at < end && r.octets[r.at] === 0x0a) {
    basicService = usualBasicService(r);
    if (basicService === undefined) return undefined;
  }
  const visitPINX = usualPartyNumber(r);
  if (visitPINX === undefined) return undefined;
  const v: Mutable<LocUpdArg> = { wtmUserId, visitPINX };
  if (basicService !== undefined) v.basicService = basicService;
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const argExtension = usualLrExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeLocUpdArg(w: Writer, end: number, v: LocUpdArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodeLrExtension(w, at, v.argExtension);
  at = encodePartyNumber(w, at, v.visitPINX);
  if (v.basicService !== undefined && v.basicService !== "allServices") at = encodeBasicService(w, at, v.basicService);
  at = encodeWtmUserId(w, at, v.wtmUserId);
  return w.head(at, tag, end);
}

export const LocUpdArg: Codec<LocUpdArg> = codec(
  "LocUpdArg",
  encodeLocUpdArg,
  readLocUpdArg,
  usualLocUpdArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "wtmUserId", type: WtmUserId.type },
      { name: "basicService", type: BasicService.type, presence: {"default":"allServices"} },
      { name: "visitPINX", type: PartyNumber.type },
      { name: "argExtension", type: LrExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface LocDelArg {
  readonly wtmUserId: WtmUserId;
  /** Absent: allServices. */
  readonly basicService?: BasicService;
  readonly argExtension?: LrExtension;
}

export function readLocDelArg(r: Reader, tag = 0x30): LocDelArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const wtmUserId = readWtmUserId(r);
  if (wtmUserId === undefined) return r.under("wtmUserId");
  const v: Mutable<LocDelArg> = {
    wtmUserId,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x0a: {
        if (v.basicService !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const basicService = readBasicService(r);
        if (basicService === undefined) return r.under("basicService");
        v.basicService = basicService;
        break;
      }
      case 0xa1:
      case 0xa2: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const argExtension = readLrExtension(r);
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

export function usualLocDelArg(r: Reader, tag = 0x30): LocDelArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const wtmUserId = usualWtmUserId(r);
  if (wtmUserId === undefined) return undefined;
  const v: Mutable<LocDelArg> = { wtmUserId };
  if (r.at < end && r.octets[r.at] === 0x0a) {
    const basicService = usualBasicService(r);
    if (basicService === undefined) return undefined;
    v.basicService = basicService;
  }
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const argExtension = usualLrExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeLocDelArg(w: Writer, end: number, v: LocDelArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodeLrExtension(w, at, v.argExtension);
  if (v.basicService !== undefined && v.basicService !== "allServices") at = encodeBasicService(w, at, v.basicService);
  at = encodeWtmUserId(w, at, v.wtmUserId);
  return w.head(at, tag, end);
}

export const LocDelArg: Codec<LocDelArg> = codec(
  "LocDelArg",
  encodeLocDelArg,
  readLocDelArg,
  usualLocDelArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "wtmUserId", type: WtmUserId.type },
      { name: "basicService", type: BasicService.type, presence: {"default":"allServices"} },
      { name: "argExtension", type: LrExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface LocDeRegArg {
  readonly wtmUserId: WtmUserId;
  /** Absent: allServices. */
  readonly basicService?: BasicService;
  readonly argExtension?: LrExtension;
}

export function readLocDeRegArg(r: Reader, tag = 0x30): LocDeRegArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const wtmUserId = readWtmUserId(r);
  if (wtmUserId === undefined) return r.under("wtmUserId");
  const v: Mutable<LocDeRegArg> = {
    wtmUserId,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x0a: {
        if (v.basicService !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const basicService = readBasicService(r);
        if (basicService === undefined) return r.under("basicService");
        v.basicService = basicService;
        break;
      }
      case 0xa1:
      case 0xa2: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const argExtension = readLrExtension(r);
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

export function usualLocDeRegArg(r: Reader, tag = 0x30): LocDeRegArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const wtmUserId = usualWtmUserId(r);
  if (wtmUserId === undefined) return undefined;
  const v: Mutable<LocDeRegArg> = { wtmUserId };
  if (r.at < end && r.octets[r.at] === 0x0a) {
    const basicService = usualBasicService(r);
    if (basicService === undefined) return undefined;
    v.basicService = basicService;
  }
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const argExtension = usualLrExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeLocDeRegArg(w: Writer, end: number, v: LocDeRegArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodeLrExtension(w, at, v.argExtension);
  if (v.basicService !== undefined && v.basicService !== "allServices") at = encodeBasicService(w, at, v.basicService);
  at = encodeWtmUserId(w, at, v.wtmUserId);
  return w.head(at, tag, end);
}

export const LocDeRegArg: Codec<LocDeRegArg> = codec(
  "LocDeRegArg",
  encodeLocDeRegArg,
  readLocDeRegArg,
  usualLocDeRegArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "wtmUserId", type: WtmUserId.type },
      { name: "basicService", type: BasicService.type, presence: {"default":"allServices"} },
      { name: "argExtension", type: LrExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface PisnEnqArg {
  readonly alternativeId: Uint8Array;
  readonly argExtension?: LrExtension;
}

export function readPisnEnqArg(r: Reader, tag = 0x30): PisnEnqArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const alternativeId = r.octetString(0x04, 1, 20);
  if (alternativeId === undefined) return r.under("alternativeId");
  const v: Mutable<PisnEnqArg> = {
    alternativeId,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argExtension = readLrExtension(r);
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

export function usualPisnEnqArg(r: Reader, tag = 0x30): PisnEnqArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const alternativeId = usual.octetString(r, 0x04, 1, 20);
  if (alternativeId === undefined) return undefined;
  const v: Mutable<PisnEnqArg> = { alternativeId };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const argExtension = usualLrExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodePisnEnqArg(w: Writer, end: number, v: PisnEnqArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodeLrExtension(w, at, v.argExtension);
  at = w.octetString(at, 0x04, v.alternativeId, 1, 20);
  return w.head(at, tag, end);
}

export const PisnEnqArg: Codec<PisnEnqArg> = codec(
  "PisnEnqArg",
  encodePisnEnqArg,
  readPisnEnqArg,
  usualPisnEnqArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "alternativeId", type: { kind: "OCTET STRING", min: 1, max: 20 } },
      { name: "argExtension", type: LrExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface PisnEnqRes {
  readonly wtmUserId: WtmUserId;
  readonly resExtension?: LrExtension;
}

export function readPisnEnqRes(r: Reader, tag = 0x30): PisnEnqRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const wtmUserId = readWtmUserId(r);
  if (wtmUserId === undefined) return r.under("wtmUserId");
  const v: Mutable<PisnEnqRes> = {
    wtmUserId,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.resExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const resExtension = readLrExtension(r);
        if (resExtension === undefined) return r.under("resExtension");
        v.resExtension = resExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualPisnEnqRes(r: Reader, tag = 0x30): PisnEnqRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const wtmUserId = usualWtmUserId(r);
  if (wtmUserId === undefined) return undefined;
  const v: Mutable<PisnEnqRes> = { wtmUserId };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const resExtension = usualLrExtension(r);
    if (resExtension === undefined) return undefined;
    v.resExtension = resExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodePisnEnqRes(w: Writer, end: number, v: PisnEnqRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.resExtension !== undefined) at = encodeLrExtension(w, at, v.resExtension);
  at = encodeWtmUserId(w, at, v.wtmUserId);
  return w.head(at, tag, end);
}

export const PisnEnqRes: Codec<PisnEnqRes> = codec(
  "PisnEnqRes",
  encodePisnEnqRes,
  readPisnEnqRes,
  usualPisnEnqRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "wtmUserId", type: WtmUserId.type },
      { name: "resExtension", type: LrExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface GetRRCInfArg {
  readonly wtmUserId: WtmUserId;
  /** Absent: allServices. */
  readonly basicService?: BasicService;
  readonly argExtension?: LrExtension;
}

export function readGetRRCInfArg(r: Reader, tag = 0x30): GetRRCInfArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const wtmUserId = readWtmUserId(r);
  if (wtmUserId === undefined) return r.under("wtmUserId");
  const v: Mutable<GetRRCInfArg> = {
    wtmUserId,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x0a: {
        if (v.basicService !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const basicService = readBasicService(r);
        if (basicService === undefined) return r.under("basicService");
        v.basicService = basicService;
        break;
      }
      case 0xa1:
      case 0xa2: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const argExtension = readLrExtension(r);
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

export function usualGetRRCInfArg(r: Reader, tag = 0x30): GetRRCInfArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const wtmUserId = usualWtmUserId(r);
  if (wtmUserId === undefined) return undefined;
  const v: Mutable<GetRRCInfArg> = { wtmUserId };
  if (r.at < end && r.octets[r.at] === 0x0a) {
    const basicService = usualBasicService(r);
    if (basicService === undefined) return undefined;
    v.basicService = basicService;
  }
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const argExtension = usualLrExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeGetRRCInfArg(w: Writer, end: number, v: GetRRCInfArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodeLrExtension(w, at, v.argExtension);
  if (v.basicService !== undefined && v.basicService !== "allServices") at = encodeBasicService(w, at, v.basicService);
  at = encodeWtmUserId(w, at, v.wtmUserId);
  return w.head(at, tag, end);
}

export const GetRRCInfArg: Codec<GetRRCInfArg> = codec(
  "GetRRCInfArg",
  encodeGetRRCInfArg,
  readGetRRCInfArg,
  usualGetRRCInfArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "wtmUserId", type: WtmUserId.type },
      { name: "basicService", type: BasicService.type, presence: {"default":"allServices"} },
      { name: "argExtension", type: LrExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type RRClass = number;

export function readRRClass(r: Reader, tag = 0x02): RRClass | undefined {
  return r.integer(tag, 0, 99);
}

export function usualRRClass(r: Reader, tag = 0x02): RRClass | undefined {
  return usual.integer(r, tag, 0, 99);
}

export function encodeRRClass(w: Writer, at: number, v: RRClass, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0 || n > 99) return w.integer(at, tag, n, 0, 99);
  return w.oneOctet(at, tag, n);
}

export const RRClass: Codec<RRClass> = codec(
  "RRClass",
  encodeRRClass,
  readRRClass,
  usualRRClass,
  { kind: "INTEGER", min: 0, max: 99 },
);

export interface GetRRCInfRes {
  readonly alternativeId?: Uint8Array;
  readonly rrClass?: number;
  readonly argExtension?: LrExtension;
}

export function readGetRRCInfRes(r: Reader, tag = 0x30): GetRRCInfRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const v: Mutable<GetRRCInfRes> = {};
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x04:
      case 0x24: {
        if (v.alternativeId !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const alternativeId = r.octetString(0x04, 1, 20);
        if (alternativeId === undefined) return r.under("alternativeId");
        v.alternativeId = alternativeId;
        break;
      }
      case 0x02: {
        if (v.rrClass !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const rrClass = r.integer(0x02, 0, 99);
        if (rrClass === undefined) return r.under("rrClass");
        v.rrClass = rrClass;
        break;
      }
      case 0xa1:
      case 0xa2: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const argExtension = readLrExtension(r);
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

export function usualGetRRCInfRes(r: Reader, tag = 0x30): GetRRCInfRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const v: Mutable<GetRRCInfRes> = {};
  if (r.at < end && (r.octets[r.at] === 0x04 || r.octets[r.at] === 0x24)) {
    const alternativeId = usual.octetString(r, 0x04, 1, 20);
    if (alternativeId === undefined) return undefined;
    v.alternativeId = alternativeId;
  }
  if (r.at < end && r.octets[r.at] === 0x02) {
    const rrClass = usual.integer(r, 0x02, 0, 99);
    if (rrClass === undefined) return undefined;
    v.rrClass = rrClass;
  }
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const argExtension = usualLrExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeGetRRCInfRes(w: Writer, end: number, v: GetRRCInfRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodeLrExtension(w, at, v.argExtension);
  if (v.rrClass !== undefined) at = w.integer(at, 0x02, v.rrClass, 0, 99);
  if (v.alternativeId !== undefined) at = w.octetString(at, 0x04, v.alternativeId, 1, 20);
  return w.head(at, tag, end);
}

export const GetRRCInfRes: Codec<GetRRCInfRes> = codec(
  "GetRRCInfRes",
  encodeGetRRCInfRes,
  readGetRRCInfRes,
  usualGetRRCInfRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "alternativeId", type: { kind: "OCTET STRING", min: 1, max: 20 }, presence: "OPTIONAL" },
      { name: "rrClass", type: { kind: "INTEGER", min: 0, max: 99 }, presence: "OPTIONAL" },
      { name: "argExtension", type: LrExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface LocInfoCheckArg {
  readonly wtmUserId: WtmUserId;
  /** Absent: allServices. */
  readonly basicService?: BasicService;
  readonly visitPINX: PartyNumber;
  readonly argExtension?: LrExtension;
}

export function readLocInfoCheckArg(r: Reader, tag = 0x30): LocInfoCheckArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const wtmUserId = readWtmUserId(r);
  if (wtmUserId === undefined) return r.under("wtmUserId");
  let basicService: BasicService | undefined;
  if (r.tag() === 0x0a) {
    basicService = readBasicService(r);
    if (basicService === undefined) return r.under("basicService");
  }
  const visitPINX = readPartyNumber(r);
  if (visitPINX === undefined) return r.under("visitPINX");
  const v: Mutable<LocInfoCheckArg> = {
    wtmUserId,
    visitPINX,
  };
  if (basicService !== undefined) v.basicService = basicService;
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argExtension = readLrExtension(r);
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

export function usualLocInfoCheckArg(r: Reader, tag = 0x30): LocInfoCheckArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const wtmUserId = usualWtmUserId(r);
  if (wtmUserId === undefined) return undefined;
  let basicService: BasicService | undefined;
  if (r.at < end && r.octets[r.at] === 0x0a) {
    basicService = usualBasicService(r);
    if (basicService === undefined) return undefined;
  }
  const visitPINX = usualPartyNumber(r);
  if (visitPINX === undefined) return undefined;
  const v: Mutable<LocInfoCheckArg> = { wtmUserId, visitPINX };
  if (basicService !== undefined) v.basicService = basicService;
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const argExtension = usualLrExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeLocInfoCheckArg(w: Writer, end: number, v: LocInfoCheckArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodeLrExtension(w, at, v.argExtension);
  at = encodePartyNumber(w, at, v.visitPINX);
  if (v.basicService !== undefined && v.basicService !== "allServices") at = encodeBasicService(w, at, v.basicService);
  at = encodeWtmUserId(w, at, v.wtmUserId);
  return w.head(at, tag, end);
}

export const LocInfoCheckArg: Codec<LocInfoCheckArg> = codec(
  "LocInfoCheckArg",
  encodeLocInfoCheckArg,
  readLocInfoCheckArg,
  usualLocInfoCheckArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "wtmUserId", type: WtmUserId.type },
      { name: "basicService", type: BasicService.type, presence: {"default":"allServices"} },
      { name: "visitPINX", type: PartyNumber.type },
      { name: "argExtension", type: LrExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type CheckResult =
  | "locInfChk-correct"
  | "locInfChk-incorrect";

const checkResultNumbers = {
  "locInfChk-correct": 0,
  "locInfChk-incorrect": 1,
} as const;
const checkResultNames = namesOf(checkResultNumbers);

function checkResultNumber(v: CheckResult): number {
  switch (v) {
    case "locInfChk-correct":
      return 0;
    case "locInfChk-incorrect":
      return 1;
  }
}

export function readCheckResult(r: Reader, tag = 0x0a): CheckResult | undefined {
  return r.enumerated(tag, checkResultNames);
}

export function usualCheckResult(r: Reader, tag = 0x0a): CheckResult | undefined {
  return usual.enumerated(r, tag, checkResultNames);
}

export function encodeCheckResult(w: Writer, at: number, v: CheckResult, tag = 0x0a): number {
  const n = checkResultNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const CheckResult: Codec<CheckResult> = codec(
  "CheckResult",
  encodeCheckResult,
  readCheckResult,
  usualCheckResult,
  { kind: "named", names: checkResultNumbers, open: false },
);

export interface LocInfoCheckRes {
  readonly checkResult: CheckResult;
  readonly argExtension?: LrExtension;
}

export function readLocInfoCheckRes(r: Reader, tag = 0x30): LocInfoCheckRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const checkResult = readCheckResult(r);
  if (checkResult === undefined) return r.under("checkResult");
  const v: Mutable<LocInfoCheckRes> = {
    checkResult,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argExtension = readLrExtension(r);
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

export function usualLocInfoCheckRes(r: Reader, tag = 0x30): LocInfoCheckRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const checkResult = usualCheckResult(r);
  if (checkResult === undefined) return undefined;
  const v: Mutable<LocInfoCheckRes> = { checkResult };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const argExtension = usualLrExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeLocInfoCheckRes(w: Writer, end: number, v: LocInfoCheckRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodeLrExtension(w, at, v.argExtension);
  at = encodeCheckResult(w, at, v.checkResult);
  return w.head(at, tag, end);
}

export const LocInfoCheckRes: Codec<LocInfoCheckRes> = codec(
  "LocInfoCheckRes",
  encodeLocInfoCheckRes,
  readLocInfoCheckRes,
  usualLocInfoCheckRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "checkResult", type: CheckResult.type },
      { name: "argExtension", type: LrExtension.type, presence: "OPTIONAL" },
    ],
  },
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
