// Generated from asn1/Do-Not-Disturb-Operations-asn1-97.asn by asn1/tool; do not edit.
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

export type DNDExtension =
  | { readonly extension: Extension }
  | { readonly sequenceOfExtn: readonly Extension[] };

export function readDNDExtension(r: Reader): DNDExtension | undefined {
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

export function usualDNDExtension(r: Reader): DNDExtension | undefined {
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

export function encodeDNDExtension(w: Writer, at: number, v: DNDExtension): number {
  const c: Alternatives<DNDExtension> = v;
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa1);
  if (c.sequenceOfExtn !== undefined) return w.sequenceOf(at, 0xa2, encodeExtension, c.sequenceOfExtn);
  throw noAlternative("DNDExtension");
}

export const DNDExtension: Codec<DNDExtension> = codec(
  "DNDExtension",
  encodeDNDExtension,
  readDNDExtension,
  usualDNDExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "extension", type: Extension.type },
      { name: "sequenceOfExtn", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface DNDActivateArg {
  readonly basicService: BasicService;
  readonly servedUserNr: PartyNumber;
  readonly argumentExtension?: DNDExtension;
}

export function readDNDActivateArg(r: Reader, tag = 0x30): DNDActivateArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const servedUserNr = readPartyNumber(r);
  if (servedUserNr === undefined) return r.under("servedUserNr");
  const v: Mutable<DNDActivateArg> = {
    basicService,
    servedUserNr,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.argumentExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argumentExtension = readDNDExtension(r);
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

export function usualDNDActivateArg(r: Reader, tag = 0x30): DNDActivateArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const servedUserNr = usualPartyNumber(r);
  if (servedUserNr === undefined) return undefined;
  const v: Mutable<DNDActivateArg> = { basicService, servedUserNr };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const argumentExtension = usualDNDExtension(r);
    if (argumentExtension === undefined) return undefined;
    v.argumentExtension = argumentExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeDNDActivateArg(w: Writer, end: number, v: DNDActivateArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExtension !== undefined) at = encodeDNDExtension(w, at, v.argumentExtension);
  at = encodePartyNumber(w, at, v.servedUserNr);
  at = encodeBasicService(w, at, v.basicService);
  return w.head(at, tag, end);
}

export const DNDActivateArg: Codec<DNDActivateArg> = codec(
  "DNDActivateArg",
  encodeDNDActivateArg,
  readDNDActivateArg,
  usualDNDActivateArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "basicService", type: BasicService.type },
      { name: "servedUserNr", type: PartyNumber.type },
      { name: "argumentExtension", type: DNDExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type DNDProtectionLevel =
  | "lowProtection"
  | "mediumProtection"
  | "highProtection"
  | "fullProtection";

const dNDProtectionLevelNumbers = {
  "lowProtection": 0,
  "mediumProtection": 1,
  "highProtection": 2,
  "fullProtection": 3,
} as const;
const dNDProtectionLevelNames = namesOf(dNDProtectionLevelNumbers);

function dNDProtectionLevelNumber(v: DNDProtectionLevel): number {
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

export function readDNDProtectionLevel(r: Reader, tag = 0x0a): DNDProtectionLevel | undefined {
  return r.enumerated(tag, dNDProtectionLevelNames);
}

export function usualDNDProtectionLevel(r: Reader, tag = 0x0a): DNDProtectionLevel | undefined {
  return usual.enumerated(r, tag, dNDProtectionLevelNames);
}

export function encodeDNDProtectionLevel(w: Writer, at: number, v: DNDProtectionLevel, tag = 0x0a): number {
  const n = dNDProtectionLevelNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const DNDProtectionLevel: Codec<DNDProtectionLevel> = codec(
  "DNDProtectionLevel",
  encodeDNDProtectionLevel,
  readDNDProtectionLevel,
  usualDNDProtectionLevel,
  { kind: "named", names: dNDProtectionLevelNumbers, open: false },
);

export interface DNDStatusElement {
  readonly basicService: BasicService;
  readonly dndProtectionLevel?: DNDProtectionLevel;
}

export function readDNDStatusElement(r: Reader, tag = 0x30): DNDStatusElement | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const v: Mutable<DNDStatusElement> = {
    basicService,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x0a: {
        if (v.dndProtectionLevel !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const dndProtectionLevel = readDNDProtectionLevel(r);
        if (dndProtectionLevel === undefined) return r.under("dndProtectionLevel");
        v.dndProtectionLevel = dndProtectionLevel;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualDNDStatusElement(r: Reader, tag = 0x30): DNDStatusElement | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const v: Mutable<DNDStatusElement> = { basicService };
  if (r.at < end && r.octets[r.at] === 0x0a) {
    const dndProtectionLevel = usualDNDProtectionLevel(r);
    if (dndProtectionLevel === undefined) return undefined;
    v.dndProtectionLevel = dndProtectionLevel;
  }
  return r.at === end ? v : undefined;
}

export function encodeDNDStatusElement(w: Writer, end: number, v: DNDStatusElement, tag = 0x30): number {
  let at = end - w.tail;
  if (v.dndProtectionLevel !== undefined) at = encodeDNDProtectionLevel(w, at, v.dndProtectionLevel);
  at = encodeBasicService(w, at, v.basicService);
  return w.head(at, tag, end);
}

export const DNDStatusElement: Codec<DNDStatusElement> = codec(
  "DNDStatusElement",
  encodeDNDStatusElement,
  readDNDStatusElement,
  usualDNDStatusElement,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "basicService", type: BasicService.type },
      { name: "dndProtectionLevel", type: DNDProtectionLevel.type, presence: "OPTIONAL" },
    ],
  },
);

export type DNDStatus = readonly DNDStatusElement[];

export function readDNDStatus(r: Reader, tag = 0x31): DNDStatus | undefined {
  return r.sequenceOf(tag, readDNDStatusElement);
}

export function usualDNDStatus(r: Reader, tag = 0x31): DNDStatus | undefined {
  return usual.sequenceOf(r, tag, usualDNDStatusElement);
}

export function encodeDNDStatus(w: Writer, at: number, v: DNDStatus, tag = 0x31): number {
  return w.sequenceOf(at, tag, encodeDNDStatusElement, v);
}

export const DNDStatus: Codec<DNDStatus> = codec(
  "DNDStatus",
  encodeDNDStatus,
  readDNDStatus,
  usualDNDStatus,
  { kind: "SEQUENCE OF", of: DNDStatusElement.type },
);

export interface DNDActivateRes {
  readonly status?: readonly DNDStatusElement[];
  readonly resultExtension?: DNDExtension;
}

export function readDNDActivateRes(r: Reader, tag = 0x30): DNDActivateRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const v: Mutable<DNDActivateRes> = {};
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x31: {
        if (v.status !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const status = r.sequenceOf(0x31, readDNDStatusElement);
        if (status === undefined) return r.under("status");
        v.status = status;
        break;
      }
      case 0xa1:
      case 0xa2: {
        if (v.resultExtension !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const resultExtension = readDNDExtension(r);
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

export function usualDNDActivateRes(r: Reader, tag = 0x30): DNDActivateRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const v: Mutable<DNDActivateRes> = {};
  if (r.at < end && r.octets[r.at] === 0x31) {
    const status = usual.sequenceOf(r, 0x31, usualDNDStatusElement);
    if (status === undefined) return undefined;
    v.status = status;
  }
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const resultExtension = usualDNDExtension(r);
    if (resultExtension === undefined) return undefined;
    v.resultExtension = resultExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeDNDActivateRes(w: Writer, end: number, v: DNDActivateRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.resultExtension !== undefined) at = encodeDNDExtension(w, at, v.resultExtension);
  if (v.status !== undefined) at = w.sequenceOf(at, 0x31, encodeDNDStatusElement, v.status);
  return w.head(at, tag, end);
}

export const DNDActivateRes: Codec<DNDActivateRes> = codec(
  "DNDActivateRes",
  encodeDNDActivateRes,
  readDNDActivateRes,
  usualDNDActivateRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "status", type: { kind: "SEQUENCE OF", of: DNDStatusElement.type }, presence: "OPTIONAL" },
      { name: "resultExtension", type: DNDExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface DNDDeactivateArg {
  readonly basicService: BasicService;
  readonly servedUserNr: PartyNumber;
  readonly argumentExtension?: DNDExtension;
}

export function readDNDDeactivateArg(r: Reader, tag = 0x30): DNDDeactivateArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const servedUserNr = readPartyNumber(r);
  if (servedUserNr === undefined) return r.under("servedUserNr");
  const v: Mutable<DNDDeactivateArg> = {
    basicService,
    servedUserNr,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.argumentExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argumentExtension = readDNDExtension(r);
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

export function usualDNDDeactivateArg(r: Reader, tag = 0x30): DNDDeactivateArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const servedUserNr = usualPartyNumber(r);
  if (servedUserNr === undefined) return undefined;
  const v: Mutable<DNDDeactivateArg> = { basicService, servedUserNr };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const argumentExtension = usualDNDExtension(r);
    if (argumentExtension === undefined) return undefined;
    v.argumentExtension = argumentExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeDNDDeactivateArg(w: Writer, end: number, v: DNDDeactivateArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExtension !== undefined) at = encodeDNDExtension(w, at, v.argumentExtension);
  at = encodePartyNumber(w, at, v.servedUserNr);
  at = encodeBasicService(w, at, v.basicService);
  return w.head(at, tag, end);
}

export const DNDDeactivateArg: Codec<DNDDeactivateArg> = codec(
  "DNDDeactivateArg",
  encodeDNDDeactivateArg,
  readDNDDeactivateArg,
  usualDNDDeactivateArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "basicService", type: BasicService.type },
      { name: "servedUserNr", type: PartyNumber.type },
      { name: "argumentExtension", type: DNDExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface DNDInterrogateArg {
  readonly servedUserNr: PartyNumber;
  readonly argumentExtension?: DNDExtension;
}

export function readDNDInterrogateArg(r: Reader, tag = 0x30): DNDInterrogateArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const servedUserNr = readPartyNumber(r);
  if (servedUserNr === undefined) return r.under("servedUserNr");
  const v: Mutable<DNDInterrogateArg> = {
    servedUserNr,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.argumentExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argumentExtension = readDNDExtension(r);
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

export function usualDNDInterrogateArg(r: Reader, tag = 0x30): DNDInterrogateArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const servedUserNr = usualPartyNumber(r);
  if (servedUserNr === undefined) return undefined;
  const v: Mutable<DNDInterrogateArg> = { servedUserNr };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const argumentExtension = usualDNDExtension(r);
    if (argumentExtension === undefined) return undefined;
    v.argumentExtension = argumentExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeDNDInterrogateArg(w: Writer, end: number, v: DNDInterrogateArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExtension !== undefined) at = encodeDNDExtension(w, at, v.argumentExtension);
  at = encodePartyNumber(w, at, v.servedUserNr);
  return w.head(at, tag, end);
}

export const DNDInterrogateArg: Codec<DNDInterrogateArg> = codec(
  "DNDInterrogateArg",
  encodeDNDInterrogateArg,
  readDNDInterrogateArg,
  usualDNDInterrogateArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "servedUserNr", type: PartyNumber.type },
      { name: "argumentExtension", type: DNDExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface DNDInterrogateRes {
  readonly status?: readonly DNDStatusElement[];
  readonly resultExtension?: DNDExtension;
}

export function readDNDInterrogateRes(r: Reader, tag = 0x30): DNDInterrogateRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const v: Mutable<DNDInterrogateRes> = {};
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x31: {
        if (v.status !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const status = r.sequenceOf(0x31, readDNDStatusElement);
        if (status === undefined) return r.under("status");
        v.status = status;
        break;
      }
      case 0xa1:
      case 0xa2: {
        if (v.resultExtension !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const resultExtension = readDNDExtension(r);
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

export function usualDNDInterrogateRes(r: Reader, tag = 0x30): DNDInterrogateRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const v: Mutable<DNDInterrogateRes> = {};
  if (r.at < end && r.octets[r.at] === 0x31) {
    const status = usual.sequenceOf(r, 0x31, usualDNDStatusElement);
    if (status === undefined) return undefined;
    v.status = status;
  }
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const resultExtension = usualDNDExtension(r);
    if (resultExtension === undefined) return undefined;
    v.resultExtension = resultExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeDNDInterrogateRes(w: Writer, end: number, v: DNDInterrogateRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.resultExtension !== undefined) at = encodeDNDExtension(w, at, v.resultExtension);
  if (v.status !== undefined) at = w.sequenceOf(at, 0x31, encodeDNDStatusElement, v.status);
  return w.head(at, tag, end);
}

export const DNDInterrogateRes: Codec<DNDInterrogateRes> = codec(
  "DNDInterrogateRes",
  encodeDNDInterrogateRes,
  readDNDInterrogateRes,
  usualDNDInterrogateRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "status", type: { kind: "SEQUENCE OF", of: DNDStatusElement.type }, presence: "OPTIONAL" },
      { name: "resultExtension", type: DNDExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type DNDOCapabilityLevel =
  | "overrideLowProt"
  | "overrideMediumProt"
  | "overrideHighProt";

const dNDOCapabilityLevelNumbers = {
  "overrideLowProt": 1,
  "overrideMediumProt": 2,
  "overrideHighProt": 3,
} as const;
const dNDOCapabilityLevelNames = namesOf(dNDOCapabilityLevelNumbers);

function dNDOCapabilityLevelNumber(v: DNDOCapabilityLevel): number {
  switch (v) {
    case "overrideLowProt":
      return 1;
    case "overrideMediumProt":
      return 2;
    case "overrideHighProt":
      return 3;
  }
}

export function readDNDOCapabilityLevel(r: Reader, tag = 0x0a): DNDOCapabilityLevel | undefined {
  return r.enumerated(tag, dNDOCapabilityLevelNames);
}

export function usualDNDOCapabilityLevel(r: Reader, tag = 0x0a): DNDOCapabilityLevel | undefined {
  return usual.enumerated(r, tag, dNDOCapabilityLevelNames);
}

export function encodeDNDOCapabilityLevel(w: Writer, at: number, v: DNDOCapabilityLevel, tag = 0x0a): number {
  const n = dNDOCapabilityLevelNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const DNDOCapabilityLevel: Codec<DNDOCapabilityLevel> = codec(
  "DNDOCapabilityLevel",
  encodeDNDOCapabilityLevel,
  readDNDOCapabilityLevel,
  usualDNDOCapabilityLevel,
  { kind: "named", names: dNDOCapabilityLevelNumbers, open: false },
);

export interface DNDOverrideArg {
  readonly dndoCapabilityLevel: DNDOCapabilityLevel;
  readonly argumentExtension?: DNDExtension;
}

export function readDNDOverrideArg(r: Reader, tag = 0x30): DNDOverrideArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const dndoCapabilityLevel = readDNDOCapabilityLevel(r);
  if (dndoCapabilityLevel === undefined) return r.under("dndoCapabilityLevel");
  const v: Mutable<DNDOverrideArg> = {
    dndoCapabilityLevel,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.argumentExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argumentExtension = readDNDExtension(r);
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

export function usualDNDOverrideArg(r: Reader, tag = 0x30): DNDOverrideArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const dndoCapabilityLevel = usualDNDOCapabilityLevel(r);
  if (dndoCapabilityLevel === undefined) return undefined;
  const v: Mutable<DNDOverrideArg> = { dndoCapabilityLevel };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const argumentExtension = usualDNDExtension(r);
    if (argumentExtension === undefined) return undefined;
    v.argumentExtension = argumentExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeDNDOverrideArg(w: Writer, end: number, v: DNDOverrideArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExtension !== undefined) at = encodeDNDExtension(w, at, v.argumentExtension);
  at = encodeDNDOCapabilityLevel(w, at, v.dndoCapabilityLevel);
  return w.head(at, tag, end);
}

export const DNDOverrideArg: Codec<DNDOverrideArg> = codec(
  "DNDOverrideArg",
  encodeDNDOverrideArg,
  readDNDOverrideArg,
  usualDNDOverrideArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "dndoCapabilityLevel", type: DNDOCapabilityLevel.type },
      { name: "argumentExtension", type: DNDExtension.type, presence: "OPTIONAL" },
    ],
  },
);
