// Generated from asn1/Call-Offer-Operations-asn1-97.asn by asn1/tool; do not edit.
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

export type ServiceListBit =
  | "callOffer"
  | "dndo-low"
  | "dndo-medium"
  | "dndo-high"
  | "ci-low"
  | "ci-medium"
  | "ci-high"
  | number;
export type ServiceList = readonly ServiceListBit[];

const serviceListNumbers = {
  "callOffer": 0,
  "dndo-low": 1,
  "dndo-medium": 2,
  "dndo-high": 3,
  "ci-low": 4,
  "ci-medium": 5,
  "ci-high": 6,
} as const;
const serviceListNames = namesOf(serviceListNumbers);

export function readServiceList(r: Reader, tag = 0x03): ServiceList | undefined {
  return r.bits(tag, serviceListNames, 32);
}

export function usualServiceList(r: Reader, tag = 0x03): ServiceList | undefined {
  return usual.bits(r, tag, serviceListNames, 32);
}

export function encodeServiceList(w: Writer, at: number, v: ServiceList, tag = 0x03): number {
  return w.bits(at, tag, v, serviceListNumbers, 1, 32);
}

export const ServiceList: Codec<ServiceList> = codec(
  "ServiceList",
  encodeServiceList,
  readServiceList,
  usualServiceList,
  { kind: "BIT STRING", names: serviceListNumbers, min: 1, max: 32 },
);

export interface ExtendedServiceList {
  readonly serviceList: ServiceList;
  readonly extension: Extension;
}

export function readExtendedServiceList(r: Reader, tag = 0x30): ExtendedServiceList | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const serviceList = readServiceList(r);
  if (serviceList === undefined) return r.under("serviceList");
  const extension = readExtension(r);
  if (extension === undefined) return r.under("extension");
  const v: Mutable<ExtendedServiceList> = {
    serviceList,
    extension,
  };
  r.leave(outer);
  return v;
}

export function usualExtendedServiceList(r: Reader, tag = 0x30): ExtendedServiceList | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const serviceList = usualServiceList(r);
  if (serviceList === undefined) return undefined;
  const extension = usualExtension(r);
  if (extension === undefined) return undefined;
  const v: Mutable<ExtendedServiceList> = { serviceList, extension };
  return r.at === end ? v : undefined;
}

export function encodeExtendedServiceList(w: Writer, end: number, v: ExtendedServiceList, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeExtension(w, at, v.extension);
  at = encodeServiceList(w, at, v.serviceList);
  return w.head(at, tag, end);
}

export const ExtendedServiceList: Codec<ExtendedServiceList> = codec(
  "ExtendedServiceList",
  encodeExtendedServiceList,
  readExtendedServiceList,
  usualExtendedServiceList,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "serviceList", type: ServiceList.type },
      { name: "extension", type: Extension.type },
    ],
  },
);

export type PathRetainArg =
  | { readonly serviceList: ServiceList }
  | { readonly extendedServiceList: ExtendedServiceList };

export function readPathRetainArg(r: Reader): PathRetainArg | undefined {
  switch (r.tag()) {
    case 0x03: {
      const v = readServiceList(r);
      if (v === undefined) return r.under("serviceList");
      return { serviceList: v };
    }
    case 0x30: {
      const v = readExtendedServiceList(r);
      if (v === undefined) return r.under("extendedServiceList");
      return { extendedServiceList: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualPathRetainArg(r: Reader): PathRetainArg | undefined {
  switch (r.octets[r.at]) {
    case 0x03: {
      const v = usualServiceList(r);
      return v === undefined ? undefined : { serviceList: v };
    }
    case 0x30: {
      const v = usualExtendedServiceList(r);
      return v === undefined ? undefined : { extendedServiceList: v };
    }
    default:
      return undefined;
  }
}

export function encodePathRetainArg(w: Writer, at: number, v: PathRetainArg): number {
  const c: Alternatives<PathRetainArg> = v;
  if (c.serviceList !== undefined) return encodeServiceList(w, at, c.serviceList);
  if (c.extendedServiceList !== undefined) return encodeExtendedServiceList(w, at, c.extendedServiceList);
  throw noAlternative("PathRetainArg");
}

export const PathRetainArg: Codec<PathRetainArg> = codec(
  "PathRetainArg",
  encodePathRetainArg,
  readPathRetainArg,
  usualPathRetainArg,
  {
    kind: "CHOICE",
    elements: [
      { name: "serviceList", type: ServiceList.type },
      { name: "extendedServiceList", type: ExtendedServiceList.type },
    ],
  },
);

export type ServiceAvailableArg =
  | { readonly serviceList: ServiceList }
  | { readonly extendedServiceList: ExtendedServiceList };

export function readServiceAvailableArg(r: Reader): ServiceAvailableArg | undefined {
  switch (r.tag()) {
    case 0x03: {
      const v = readServiceList(r);
      if (v === undefined) return r.under("serviceList");
      return { serviceList: v };
    }
    case 0x30: {
      const v = readExtendedServiceList(r);
      if (v === undefined) return r.under("extendedServiceList");
      return { extendedServiceList: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualServiceAvailableArg(r: Reader): ServiceAvailableArg | undefined {
  switch (r.octets[r.at]) {
    case 0x03: {
      const v = usualServiceList(r);
      return v === undefined ? undefined : { serviceList: v };
    }
    case 0x30: {
      const v = usualExtendedServiceList(r);
      return v === undefined ? undefined : { extendedServiceList: v };
    }
    default:
      return undefined;
  }
}

export function encodeServiceAvailableArg(w: Writer, at: number, v: ServiceAvailableArg): number {
  const c: Alternatives<ServiceAvailableArg> = v;
  if (c.serviceList !== undefined) return encodeServiceList(w, at, c.serviceList);
  if (c.extendedServiceList !== undefined) return encodeExtendedServiceList(w, at, c.extendedServiceList);
  throw noAlternative("ServiceAvailableArg");
}

export const ServiceAvailableArg: Codec<ServiceAvailableArg> = codec(
  "ServiceAvailableArg",
  encodeServiceAvailableArg,
  readServiceAvailableArg,
  usualServiceAvailableArg,
  {
    kind: "CHOICE",
    elements: [
      { name: "serviceList", type: ServiceList.type },
      { name: "extendedServiceList", type: ExtendedServiceList.type },
    ],
  },
);

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
