// Generated from asn1/Single-Step-Call-Transfer-Operations-asn1-97.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Alternatives, type Codec, codec, type Mutable, noAlternative } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";
import {
  PartyNumber,
  PresentedAddressScreened,
  encodePartyNumber,
  encodePresentedAddressScreened,
  readPartyNumber,
  readPresentedAddressScreened,
  usualPartyNumber,
  usualPresentedAddressScreened,
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

export type AwaitConnect = boolean;

export function readAwaitConnect(r: Reader, tag = 0x01): AwaitConnect | undefined {
  return r.boolean(tag);
}

export function usualAwaitConnect(r: Reader, tag = 0x01): AwaitConnect | undefined {
  return usual.boolean(r, tag);
}

export function encodeAwaitConnect(w: Writer, at: number, v: AwaitConnect, tag = 0x01): number {
  return w.boolean(at, tag, v);
}

export const AwaitConnect: Codec<AwaitConnect> = codec(
  "AwaitConnect",
  encodeAwaitConnect,
  readAwaitConnect,
  usualAwaitConnect,
  { kind: "BOOLEAN" },
);

export type SSCTInitiateExtension =
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readSSCTInitiateExtension(r: Reader): SSCTInitiateExtension | undefined {
  switch (r.tag()) {
    case 0xa4: {
      const v = readExtension(r, 0xa4);
      if (v === undefined) return r.under("single");
      return { single: v };
    }
    case 0xa5: {
      const v = r.sequenceOf(0xa5, readExtension);
      if (v === undefined) return r.under("multiple");
      return { multiple: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualSSCTInitiateExtension(r: Reader): SSCTInitiateExtension | undefined {
  switch (r.octets[r.at]) {
    case 0xa4: {
      const v = usualExtension(r, 0xa4);
      return v === undefined ? undefined : { single: v };
    }
    case 0xa5: {
      const v = usual.sequenceOf(r, 0xa5, usualExtension);
      return v === undefined ? undefined : { multiple: v };
    }
    default:
      return undefined;
  }
}

export function encodeSSCTInitiateExtension(w: Writer, at: number, v: SSCTInitiateExtension): number {
  const c: Alternatives<SSCTInitiateExtension> = v;
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xa4);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xa5, encodeExtension, c.multiple);
  throw noAlternative("SSCTInitiateExtension");
}

export const SSCTInitiateExtension: Codec<SSCTInitiateExtension> = codec(
  "SSCTInitiateExtension",
  encodeSSCTInitiateExtension,
  readSSCTInitiateExtension,
  usualSSCTInitiateExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface SSCTInitiateArg {
  readonly rerouteingNumber: PartyNumber;
  readonly transferredAddress: PresentedAddressScreened;
  readonly awaitConnect: boolean;
  readonly transferredName?: Name;
  readonly transferringAddress?: PresentedAddressScreened;
  readonly transferringName?: Name;
  readonly argumentExtension?: SSCTInitiateExtension;
}

export function readSSCTInitiateArg(r: Reader, tag = 0x30): SSCTInitiateArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const rerouteingNumber = readPartyNumber(r);
  if (rerouteingNumber === undefined) return r.under("rerouteingNumber");
  const transferredAddress = readPresentedAddressScreened(r);
  if (transferredAddress === undefined) return r.under("transferredAddress");
  const awaitConnect = r.boolean(0x01);
  if (awaitConnect === undefined) return r.under("awaitConnect");
  const v: Mutable<SSCTInitiateArg> = {
    rerouteingNumber,
    transferredAddress,
    awaitConnect,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1: {
        if (v.transferredName !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const transferredName = r.explicit(0xa1, readName);
        if (transferredName === undefined) return r.under("transferredName");
        v.transferredName = transferredName;
        break;
      }
      case 0xa2: {
        if (v.transferringAddress !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const transferringAddress = r.explicit(0xa2, readPresentedAddressScreened);
        if (transferringAddress === undefined) return r.under("transferringAddress");
        v.transferringAddress = transferringAddress;
        break;
      }
      case 0xa3: {
        if (v.transferringName !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const transferringName = r.explicit(0xa3, readName);
        if (transferringName === undefined) return r.under("transferringName");
        v.transferringName = transferringName;
        break;
      }
      case 0xa4:
      case 0xa5: {
        if (v.argumentExtension !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const argumentExtension = readSSCTInitiateExtension(r);
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

export function usualSSCTInitiateArg(r: Reader, tag = 0x30): SSCTInitiateArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const rerouteingNumber = usualPartyNumber(r);
  if (rerouteingNumber === undefined) return undefined;
  const transferredAddress = usualPresentedAddressScreened(r);
  if (transferredAddress === undefined) return undefined;
  const awaitConnect = usual.boolean(r, 0x01);
  if (awaitConnect === undefined) return undefined;
  const v: Mutable<SSCTInitiateArg> = { rerouteingNumber, transferredAddress, awaitConnect };
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const transferredName = usual.explicit(r, 0xa1, usualName);
    if (transferredName === undefined) return undefined;
    v.transferredName = transferredName;
  }
  if (r.at < end && r.octets[r.at] === 0xa2) {
    const transferringAddress = usual.explicit(r, 0xa2, usualPresentedAddressScreened);
    if (transferringAddress === undefined) return undefined;
    v.transferringAddress = transferringAddress;
  }
  if (r.at < end && r.octets[r.at] === 0xa3) {
    const transferringName = usual.explicit(r, 0xa3, usualName);
    if (transferringName === undefined) return undefined;
    v.transferringName = transferringName;
  }
  if (r.at < end && (r.octets[r.at] === 0xa4 || r.octets[r.at] === 0xa5)) {
    const argumentExtension = usualSSCTInitiateExtension(r);
    if (argumentExtension === undefined) return undefined;
    v.argumentExtension = argumentExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeSSCTInitiateArg(w: Writer, end: number, v: SSCTInitiateArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExtension !== undefined) at = encodeSSCTInitiateExtension(w, at, v.argumentExtension);
  if (v.transferringName !== undefined) at = w.head(encodeName(w, at - w.tail, v.transferringName), 0xa3, at);
  if (v.transferringAddress !== undefined) at = w.head(encodePresentedAddressScreened(w, at - w.tail,
    v.transferringAddress), 0xa2, at);
  if (v.transferredName !== undefined) at = w.head(encodeName(w, at - w.tail, v.transferredName), 0xa1, at);
  at = w.boolean(at, 0x01, v.awaitConnect);
  at = encodePresentedAddressScreened(w, at, v.transferredAddress);
  at = encodePartyNumber(w, at, v.rerouteingNumber);
  return w.head(at, tag, end);
}

export const SSCTInitiateArg: Codec<SSCTInitiateArg> = codec(
  "SSCTInitiateArg",
  encodeSSCTInitiateArg,
  readSSCTInitiateArg,
  usualSSCTInitiateArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "rerouteingNumber", type: PartyNumber.type },
      { name: "transferredAddress", type: PresentedAddressScreened.type },
      { name: "awaitConnect", type: { kind: "BOOLEAN" } },
      { name: "transferredName", type: Name.type, presence: "OPTIONAL" },
      { name: "transferringAddress", type: PresentedAddressScreened.type, presence: "OPTIONAL" },
      { name: "transferringName", type: Name.type, presence: "OPTIONAL" },
      { name: "argumentExtension", type: SSCTInitiateExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type SSCTExtension =
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readSSCTExtension(r: Reader): SSCTExtension | undefined {
  switch (r.tag()) {
    case 0xa3: {
      const v = readExtension(r, 0xa3);
      if (v === undefined) return r.under("single");
      return { single: v };
    }
    case 0xa4: {
      const v = r.sequenceOf(0xa4, readExtension);
      if (v === undefined) return r.under("multiple");
      return { multiple: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualSSCTExtension(r: Reader): SSCTExtension | undefined {
  switch (r.octets[r.at]) {
    case 0xa3: {
      const v = usualExtension(r, 0xa3);
      return v === undefined ? undefined : { single: v };
    }
    case 0xa4: {
      const v = usual.sequenceOf(r, 0xa4, usualExtension);
      return v === undefined ? undefined : { multiple: v };
    }
    default:
      return undefined;
  }
}

export function encodeSSCTExtension(w: Writer, at: number, v: SSCTExtension): number {
  const c: Alternatives<SSCTExtension> = v;
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xa3);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xa4, encodeExtension, c.multiple);
  throw noAlternative("SSCTExtension");
}

export const SSCTExtension: Codec<SSCTExtension> = codec(
  "SSCTExtension",
  encodeSSCTExtension,
  readSSCTExtension,
  usualSSCTExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface SSCTSetupArg {
  readonly transferringAddress?: PresentedAddressScreened;
  readonly transferringName?: Name;
  readonly argumentExtension?: SSCTExtension;
}

export function readSSCTSetupArg(r: Reader, tag = 0x30): SSCTSetupArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const v: Mutable<SSCTSetupArg> = {};
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1: {
        if (v.transferringAddress !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const transferringAddress = r.explicit(0xa1, readPresentedAddressScreened);
        if (transferringAddress === undefined) return r.under("transferringAddress");
        v.transferringAddress = transferringAddress;
        break;
      }
      case 0xa2: {
        if (v.transferringName !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const transferringName = r.explicit(0xa2, readName);
        if (transferringName === undefined) return r.under("transferringName");
        v.transferringName = transferringName;
        break;
      }
      case 0xa3:
      case 0xa4: {
        if (v.argumentExtension !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const argumentExtension = readSSCTExtension(r);
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

export function usualSSCTSetupArg(r: Reader, tag = 0x30): SSCTSetupArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const v: Mutable<SSCTSetupArg> = {};
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const transferringAddress = usual.explicit(r, 0xa1, usualPresentedAddressScreened);
    if (transferringAddress === undefined) return undefined;
    v.transferringAddress = transferringAddress;
  }
  if (r.at < end && r.octets[r.at] === 0xa2) {
    const transferringName = usual.explicit(r, 0xa2, usualName);
    if (transferringName === undefined) return undefined;
    v.transferringName = transferringName;
  }
  if (r.at < end && (r.octets[r.at] === 0xa3 || r.octets[r.at] === 0xa4)) {
    const argumentExtension = usualSSCTExtension(r);
    if (argumentExtension === undefined) return undefined;
    v.argumentExtension = argumentExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeSSCTSetupArg(w: Writer, end: number, v: SSCTSetupArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExtension !== undefined) at = encodeSSCTExtension(w, at, v.argumentExtension);
  if (v.transferringName !== undefined) at = w.head(encodeName(w, at - w.tail, v.transferringName), 0xa2, at);
  if (v.transferringAddress !== undefined) at = w.head(encodePresentedAddressScreened(w, at - w.tail,
    v.transferringAddress), 0xa1, at);
  return w.head(at, tag, end);
}

export const SSCTSetupArg: Codec<SSCTSetupArg> = codec(
  "SSCTSetupArg",
  encodeSSCTSetupArg,
  readSSCTSetupArg,
  usualSSCTSetupArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "transferringAddress", type: PresentedAddressScreened.type, presence: "OPTIONAL" },
      { name: "transferringName", type: Name.type, presence: "OPTIONAL" },
      { name: "argumentExtension", type: SSCTExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface SSCTDigitInfoArg {
  readonly reroutingNumber?: PartyNumber;
  readonly sendingComplete?: null;
  readonly argumentExtension?: SSCTExtension;
}

export function readSSCTDigitInfoArg(r: Reader, tag = 0x30): SSCTDigitInfoArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const v: Mutable<SSCTDigitInfoArg> = {};
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1: {
        if (v.reroutingNumber !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const reroutingNumber = r.explicit(0xa1, readPartyNumber);
        if (reroutingNumber === undefined) return r.under("reroutingNumber");
        v.reroutingNumber = reroutingNumber;
        break;
      }
      case 0x82: {
        if (v.sendingComplete !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const sendingComplete = r.null(0x82);
        if (sendingComplete === undefined) return r.under("sendingComplete");
        v.sendingComplete = sendingComplete;
        break;
      }
      case 0xa3:
      case 0xa4: {
        if (v.argumentExtension !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const argumentExtension = readSSCTExtension(r);
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

export function usualSSCTDigitInfoArg(r: Reader, tag = 0x30): SSCTDigitInfoArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const v: Mutable<SSCTDigitInfoArg> = {};
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const reroutingNumber = usual.explicit(r, 0xa1, usualPartyNumber);
    if (reroutingNumber === undefined) return undefined;
    v.reroutingNumber = reroutingNumber;
  }
  if (r.at < end && r.octets[r.at] === 0x82) {
    const sendingComplete = usual.null(r, 0x82);
    if (sendingComplete === undefined) return undefined;
    v.sendingComplete = sendingComplete;
  }
  if (r.at < end && (r.octets[r.at] === 0xa3 || r.octets[r.at] === 0xa4)) {
    const argumentExtension = usualSSCTExtension(r);
    if (argumentExtension === undefined) return undefined;
    v.argumentExtension = argumentExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeSSCTDigitInfoArg(w: Writer, end: number, v: SSCTDigitInfoArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExtension !== undefined) at = encodeSSCTExtension(w, at, v.argumentExtension);
  if (v.sendingComplete !== undefined) at = w.null(at, 0x82);
  if (v.reroutingNumber !== undefined) at = w.head(encodePartyNumber(w, at - w.tail, v.reroutingNumber), 0xa1, at);
  return w.head(at, tag, end);
}

export const SSCTDigitInfoArg: Codec<SSCTDigitInfoArg> = codec(
  "SSCTDigitInfoArg",
  encodeSSCTDigitInfoArg,
  readSSCTDigitInfoArg,
  usualSSCTDigitInfoArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "reroutingNumber", type: PartyNumber.type, presence: "OPTIONAL" },
      { name: "sendingComplete", type: { kind: "NULL" }, presence: "OPTIONAL" },
      { name: "argumentExtension", type: SSCTExtension.type, presence: "OPTIONAL" },
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
