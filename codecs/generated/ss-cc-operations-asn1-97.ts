// Generated from asn1/SS-CC-Operations-asn1-97.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Alternatives, type Codec, codec, type Mutable, noAlternative } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";
import {
  PartyNumber,
  PartySubaddress,
  PresentedNumberUnscreened,
  encodePartyNumber,
  encodePartySubaddress,
  encodePresentedNumberUnscreened,
  readPartyNumber,
  readPartySubaddress,
  readPresentedNumberUnscreened,
  usualPartyNumber,
  usualPartySubaddress,
  usualPresentedNumberUnscreened,
} from "./addressing-data-elements-asn1-97.ts";
import {
  Extension,
  encodeExtension,
  readExtension,
  usualExtension,
} from "./manufacturer-specific-service-extension-class-asn1-97.ts";

export type CcExtension =
  | { readonly none: null }
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readCcExtension(r: Reader): CcExtension | undefined {
  switch (r.tag()) {
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("none");
      return { none: v };
    }
    case 0xae: {
      const v = readExtension(r, 0xae);
      if (v === undefined) return r.under("single");
      return { single: v };
    }
    case 0xaf: {
      const v = r.sequenceOf(0xaf, readExtension);
      if (v === undefined) return r.under("multiple");
      return { multiple: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualCcExtension(r: Reader): CcExtension | undefined {
  switch (r.octets[r.at]) {
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { none: v };
    }
    case 0xae: {
      const v = usualExtension(r, 0xae);
      return v === undefined ? undefined : { single: v };
    }
    case 0xaf: {
      const v = usual.sequenceOf(r, 0xaf, usualExtension);
      return v === undefined ? undefined : { multiple: v };
    }
    default:
      return undefined;
  }
}

export function encodeCcExtension(w: Writer, at: number, v: CcExtension): number {
  const c: Alternatives<CcExtension> = v;
  if (c.none !== undefined) return w.null(at, 0x05);
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xae);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xaf, encodeExtension, c.multiple);
  throw noAlternative("CcExtension");
}

export const CcExtension: Codec<CcExtension> = codec(
  "CcExtension",
  encodeCcExtension,
  readCcExtension,
  usualCcExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "none", type: { kind: "NULL" } },
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface CcRequestArg {
  readonly numberA: PresentedNumberUnscreened;
  readonly numberB: PartyNumber;
  readonly service: Uint8Array;
  readonly subaddrA?: PartySubaddress;
  readonly subaddrB?: PartySubaddress;
  /** Absent: false. */
  readonly canRetainService?: boolean;
  readonly retainSigConnection?: boolean;
  readonly extension?: CcExtension;
}

export function readCcRequestArg(r: Reader, tag = 0x30): CcRequestArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const numberA = readPresentedNumberUnscreened(r);
  if (numberA === undefined) return r.under("numberA");
  const numberB = readPartyNumber(r);
  if (numberB === undefined) return r.under("numberB");
  const service = r.octetString(0x40);
  if (service === undefined) return r.under("service");
  const v: Mutable<CcRequestArg> = {
    numberA,
    numberB,
    service,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xaa: {
        if (v.subaddrA !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const subaddrA = r.explicit(0xaa, readPartySubaddress);
        if (subaddrA === undefined) return r.under("subaddrA");
        v.subaddrA = subaddrA;
        break;
      }
      case 0xab: {
        if (v.subaddrB !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const subaddrB = r.explicit(0xab, readPartySubaddress);
        if (subaddrB === undefined) return r.under("subaddrB");
        v.subaddrB = subaddrB;
        break;
      }
      case 0x8c: {
        if (v.canRetainService !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const canRetainService = r.boolean(0x8c);
        if (canRetainService === undefined) return r.under("canRetainService");
        v.canRetainService = canRetainService;
        break;
      }
      case 0x8d: {
        if (v.retainSigConnection !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const retainSigConnection = r.boolean(0x8d);
        if (retainSigConnection === undefined) return r.under("retainSigConnection");
        v.retainSigConnection = retainSigConnection;
        break;
      }
      case 0x05:
      case 0xae:
      case 0xaf: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 4 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 4;
        const extension = readCcExtension(r);
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

export function usualCcRequestArg(r: Reader, tag = 0x30): CcRequestArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const numberA = usualPresentedNumberUnscreened(r);
  if (numberA === undefined) return undefined;
  const numberB = usualPartyNumber(r);
  if (numberB === undefined) return undefined;
  const service = usual.octetString(r, 0x40);
  if (service === undefined) return undefined;
  const v: Mutable<CcRequestArg> = { numberA, numberB, service };
  if (r.at < end && r.octets[r.at] === 0xaa) {
    const subaddrA = usual.explicit(r, 0xaa, usualPartySubaddress);
    if (subaddrA === undefined) return undefined;
    v.subaddrA = subaddrA;
  }
  if (r.at < end && r.octets[r.at] === 0xab) {
    const subaddrB = usual.explicit(r, 0xab, usualPartySubaddress);
    if (subaddrB === undefined) return undefined;
    v.subaddrB = subaddrB;
  }
  if (r.at < end && r.octets[r.at] === 0x8c) {
    const canRetainService = usual.boolean(r, 0x8c);
    if (canRetainService === undefined) return undefined;
    v.canRetainService = canRetainService;
  }
  if (r.at < end && r.octets[r.at] === 0x8d) {
    const retainSigConnection = usual.boolean(r, 0x8d);
    if (retainSigConnection === undefined) return undefined;
    v.retainSigConnection = retainSigConnection;
  }
  if (r.at < end && (r.octets[r.at] === 0x05 || r.octets[r.at] === 0xae || r.octets[r.at] === 0xaf)) {
    const extension = usualCcExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCcRequestArg(w: Writer, end: number, v: CcRequestArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeCcExtension(w, at, v.extension);
  if (v.retainSigConnection !== undefined) at = w.boolean(at, 0x8d, v.retainSigConnection);
  if (v.canRetainService !== undefined && v.canRetainService !== false) at = w.boolean(at, 0x8c, v.canRetainService);
  if (v.subaddrB !== undefined) at = w.head(encodePartySubaddress(w, at - w.tail, v.subaddrB), 0xab, at);
  if (v.subaddrA !== undefined) at = w.head(encodePartySubaddress(w, at - w.tail, v.subaddrA), 0xaa, at);
  at = w.octetString(at, 0x40, v.service);
  at = encodePartyNumber(w, at, v.numberB);
  at = encodePresentedNumberUnscreened(w, at, v.numberA);
  return w.head(at, tag, end);
}

export const CcRequestArg: Codec<CcRequestArg> = codec(
  "CcRequestArg",
  encodeCcRequestArg,
  readCcRequestArg,
  usualCcRequestArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "numberA", type: PresentedNumberUnscreened.type },
      { name: "numberB", type: PartyNumber.type },
      { name: "service", type: { kind: "OCTET STRING" } },
      { name: "subaddrA", type: PartySubaddress.type, presence: "OPTIONAL" },
      { name: "subaddrB", type: PartySubaddress.type, presence: "OPTIONAL" },
      { name: "canRetainService", type: { kind: "BOOLEAN" }, presence: {"default":false} },
      { name: "retainSigConnection", type: { kind: "BOOLEAN" }, presence: "OPTIONAL" },
      { name: "extension", type: CcExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface CcRequestRes {
  /** Absent: false. */
  readonly noPathReservation?: boolean;
  /** Absent: false. */
  readonly retainService?: boolean;
  readonly extension?: CcExtension;
}

export function readCcRequestRes(r: Reader, tag = 0x30): CcRequestRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const v: Mutable<CcRequestRes> = {};
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x80: {
        if (v.noPathReservation !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const noPathReservation = r.boolean(0x80);
        if (noPathReservation === undefined) return r.under("noPathReservation");
        v.noPathReservation = noPathReservation;
        break;
      }
      case 0x81: {
        if (v.retainService !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const retainService = r.boolean(0x81);
        if (retainService === undefined) return r.under("retainService");
        v.retainService = retainService;
        break;
      }
      case 0x05:
      case 0xae:
      case 0xaf: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const extension = readCcExtension(r);
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

export function usualCcRequestRes(r: Reader, tag = 0x30): CcRequestRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const v: Mutable<CcRequestRes> = {};
  if (r.at < end && r.octets[r.at] === 0x80) {
    const noPathReservation = usual.boolean(r, 0x80);
    if (noPathReservation === undefined) return undefined;
    v.noPathReservation = noPathReservation;
  }
  if (r.at < end && r.octets[r.at] === 0x81) {
    const retainService = usual.boolean(r, 0x81);
    if (retainService === undefined) return undefined;
    v.retainService = retainService;
  }
  if (r.at < end && (r.octets[r.at] === 0x05 || r.octets[r.at] === 0xae || r.octets[r.at] === 0xaf)) {
    const extension = usualCcExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCcRequestRes(w: Writer, end: number, v: CcRequestRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeCcExtension(w, at, v.extension);
  if (v.retainService !== undefined && v.retainService !== false) at = w.boolean(at, 0x81, v.retainService);
  if (v.noPathReservation !== undefined && v.noPathReservation !== false) at = w.boolean(at, 0x80, v.noPathReservation);
  return w.head(at, tag, end);
}

export const CcRequestRes: Codec<CcRequestRes> = codec(
  "CcRequestRes",
  encodeCcRequestRes,
  readCcRequestRes,
  usualCcRequestRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "noPathReservation", type: { kind: "BOOLEAN" }, presence: {"default":false} },
      { name: "retainService", type: { kind: "BOOLEAN" }, presence: {"default":false} },
      { name: "extension", type: CcExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface CcOptionalArgFullArg {
  readonly numberA: PartyNumber;
  readonly numberB: PartyNumber;
  readonly service: Uint8Array;
  readonly subaddrA?: PartySubaddress;
  readonly subaddrB?: PartySubaddress;
  readonly extension?: CcExtension;
}

export function readCcOptionalArgFullArg(r: Reader, tag = 0xa0): CcOptionalArgFullArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const numberA = readPartyNumber(r);
  if (numberA === undefined) return r.under("numberA");
  const numberB = readPartyNumber(r);
  if (numberB === undefined) return r.under("numberB");
  const service = r.octetString(0x40);
  if (service === undefined) return r.under("service");
  const v: Mutable<CcOptionalArgFullArg> = {
    numberA,
    numberB,
    service,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xaa: {
        if (v.subaddrA !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const subaddrA = r.explicit(0xaa, readPartySubaddress);
        if (subaddrA === undefined) return r.under("subaddrA");
        v.subaddrA = subaddrA;
        break;
      }
      case 0xab: {
        if (v.subaddrB !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const subaddrB = r.explicit(0xab, readPartySubaddress);
        if (subaddrB === undefined) return r.under("subaddrB");
        v.subaddrB = subaddrB;
        break;
      }
      case 0x05:
      case 0xae:
      case 0xaf: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const extension = readCcExtension(r);
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

export function usualCcOptionalArgFullArg(r: Reader, tag = 0xa0): CcOptionalArgFullArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const numberA = usualPartyNumber(r);
  if (numberA === undefined) return undefined;
  const numberB = usualPartyNumber(r);
  if (numberB === undefined) return undefined;
  const service = usual.octetString(r, 0x40);
  if (service === undefined) return undefined;
  const v: Mutable<CcOptionalArgFullArg> = { numberA, numberB, service };
  if (r.at < end && r.octets[r.at] === 0xaa) {
    const subaddrA = usual.explicit(r, 0xaa, usualPartySubaddress);
    if (subaddrA === undefined) return undefined;
    v.subaddrA = subaddrA;
  }
  if (r.at < end && r.octets[r.at] === 0xab) {
    const subaddrB = usual.explicit(r, 0xab, usualPartySubaddress);
    if (subaddrB === undefined) return undefined;
    v.subaddrB = subaddrB;
  }
  if (r.at < end && (r.octets[r.at] === 0x05 || r.octets[r.at] === 0xae || r.octets[r.at] === 0xaf)) {
    const extension = usualCcExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCcOptionalArgFullArg(w: Writer, end: number, v: CcOptionalArgFullArg, tag = 0xa0): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeCcExtension(w, at, v.extension);
  if (v.subaddrB !== undefined) at = w.head(encodePartySubaddress(w, at - w.tail, v.subaddrB), 0xab, at);
  if (v.subaddrA !== undefined) at = w.head(encodePartySubaddress(w, at - w.tail, v.subaddrA), 0xaa, at);
  at = w.octetString(at, 0x40, v.service);
  at = encodePartyNumber(w, at, v.numberB);
  at = encodePartyNumber(w, at, v.numberA);
  return w.head(at, tag, end);
}

export const CcOptionalArgFullArg: Codec<CcOptionalArgFullArg> = codec(
  "CcOptionalArgFullArg",
  encodeCcOptionalArgFullArg,
  readCcOptionalArgFullArg,
  usualCcOptionalArgFullArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "numberA", type: PartyNumber.type },
      { name: "numberB", type: PartyNumber.type },
      { name: "service", type: { kind: "OCTET STRING" } },
      { name: "subaddrA", type: PartySubaddress.type, presence: "OPTIONAL" },
      { name: "subaddrB", type: PartySubaddress.type, presence: "OPTIONAL" },
      { name: "extension", type: CcExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type CcOptionalArg =
  | { readonly fullArg: CcOptionalArgFullArg }
  | { readonly extArg: CcExtension };

export function readCcOptionalArg(r: Reader): CcOptionalArg | undefined {
  switch (r.tag()) {
    case 0xa0: {
      const v = readCcOptionalArgFullArg(r);
      if (v === undefined) return r.under("fullArg");
      return { fullArg: v };
    }
    case 0x05:
    case 0xae:
    case 0xaf: {
      const v = readCcExtension(r);
      if (v === undefined) return r.under("extArg");
      return { extArg: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualCcOptionalArg(r: Reader): CcOptionalArg | undefined {
  switch (r.octets[r.at]) {
    case 0xa0: {
      const v = usualCcOptionalArgFullArg(r);
      return v === undefined ? undefined : { fullArg: v };
    }
    case 0x05:
    case 0xae:
    case 0xaf: {
      const v = usualCcExtension(r);
      return v === undefined ? undefined : { extArg: v };
    }
    default:
      return undefined;
  }
}

export function encodeCcOptionalArg(w: Writer, at: number, v: CcOptionalArg): number {
  const c: Alternatives<CcOptionalArg> = v;
  if (c.fullArg !== undefined) return encodeCcOptionalArgFullArg(w, at, c.fullArg);
  if (c.extArg !== undefined) return encodeCcExtension(w, at, c.extArg);
  throw noAlternative("CcOptionalArg");
}

export const CcOptionalArg: Codec<CcOptionalArg> = codec(
  "CcOptionalArg",
  encodeCcOptionalArg,
  readCcOptionalArg,
  usualCcOptionalArg,
  {
    kind: "CHOICE",
    elements: [
      { name: "fullArg", type: CcOptionalArgFullArg.type },
      { name: "extArg", type: CcExtension.type },
    ],
  },
);
