// Generated from asn1/Wireless-Terminal-Call-Handling-Operations-asn1-97.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Alternatives, type Codec, codec, type Mutable, namesOf, noAlternative } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";
import {
  Address,
  PartyNumber,
  PartySubaddress,
  PresentedNumberScreened,
  encodeAddress,
  encodePartyNumber,
  encodePartySubaddress,
  encodePresentedNumberScreened,
  readAddress,
  readPartyNumber,
  readPartySubaddress,
  readPresentedNumberScreened,
  usualAddress,
  usualPartyNumber,
  usualPartySubaddress,
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

export type WtmiExtension =
  | { readonly extension: Extension }
  | { readonly sequOfExtn: readonly Extension[] };

export function readWtmiExtension(r: Reader): WtmiExtension | undefined {
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

export function usualWtmiExtension(r: Reader): WtmiExtension | undefined {
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

export function encodeWtmiExtension(w: Writer, at: number, v: WtmiExtension): number {
  const c: Alternatives<WtmiExtension> = v;
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa4);
  if (c.sequOfExtn !== undefined) return w.sequenceOf(at, 0xa5, encodeExtension, c.sequOfExtn);
  throw noAlternative("WtmiExtension");
}

export const WtmiExtension: Codec<WtmiExtension> = codec(
  "WtmiExtension",
  encodeWtmiExtension,
  readWtmiExtension,
  usualWtmiExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "extension", type: Extension.type },
      { name: "sequOfExtn", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface EnquiryArg {
  readonly pisnNumber: PartyNumber;
  readonly qSIGInfoElement: Uint8Array;
  readonly argExtension?: WtmiExtension;
}

export function readEnquiryArg(r: Reader, tag = 0x30): EnquiryArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const pisnNumber = readPartyNumber(r);
  if (pisnNumber === undefined) return r.under("pisnNumber");
  const qSIGInfoElement = r.octetString(0x40);
  if (qSIGInfoElement === undefined) return r.under("qSIGInfoElement");
  const v: Mutable<EnquiryArg> = {
    pisnNumber,
    qSIGInfoElement,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa4:
      case 0xa5: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argExtension = readWtmiExtension(r);
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

export function usualEnquiryArg(r: Reader, tag = 0x30): EnquiryArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const pisnNumber = usualPartyNumber(r);
  if (pisnNumber === undefined) return undefined;
  const qSIGInfoElement = usual.octetString(r, 0x40);
  if (qSIGInfoElement === undefined) return undefined;
  const v: Mutable<EnquiryArg> = { pisnNumber, qSIGInfoElement };
  if (r.at < end && (r.octets[r.at] === 0xa4 || r.octets[r.at] === 0xa5)) {
    const argExtension = usualWtmiExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeEnquiryArg(w: Writer, end: number, v: EnquiryArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodeWtmiExtension(w, at, v.argExtension);
  at = w.octetString(at, 0x40, v.qSIGInfoElement);
  at = encodePartyNumber(w, at, v.pisnNumber);
  return w.head(at, tag, end);
}

export const EnquiryArg: Codec<EnquiryArg> = codec(
  "EnquiryArg",
  encodeEnquiryArg,
  readEnquiryArg,
  usualEnquiryArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "pisnNumber", type: PartyNumber.type },
      { name: "qSIGInfoElement", type: { kind: "OCTET STRING" } },
      { name: "argExtension", type: WtmiExtension.type, presence: "OPTIONAL" },
    ],
  },
);

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

export interface BothIdentities {
  readonly pisnNumber: PartyNumber;
  readonly alternativeId: Uint8Array;
}

export function readBothIdentities(r: Reader, tag = 0x30): BothIdentities | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const pisnNumber = readPartyNumber(r);
  if (pisnNumber === undefined) return r.under("pisnNumber");
  const alternativeId = r.octetString(0x04, 1, 20);
  if (alternativeId === undefined) return r.under("alternativeId");
  const v: Mutable<BothIdentities> = {
    pisnNumber,
    alternativeId,
  };
  r.leave(outer);
  return v;
}

export function usualBothIdentities(r: Reader, tag = 0x30): BothIdentities | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const pisnNumber = usualPartyNumber(r);
  if (pisnNumber === undefined) return undefined;
  const alternativeId = usual.octetString(r, 0x04, 1, 20);
  if (alternativeId === undefined) return undefined;
  const v: Mutable<BothIdentities> = { pisnNumber, alternativeId };
  return r.at === end ? v : undefined;
}

export function encodeBothIdentities(w: Writer, end: number, v: BothIdentities, tag = 0x30): number {
  let at = end - w.tail;
  at = w.octetString(at, 0x04, v.alternativeId, 1, 20);
  at = encodePartyNumber(w, at, v.pisnNumber);
  return w.head(at, tag, end);
}

export const BothIdentities: Codec<BothIdentities> = codec(
  "BothIdentities",
  encodeBothIdentities,
  readBothIdentities,
  usualBothIdentities,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "pisnNumber", type: PartyNumber.type },
      { name: "alternativeId", type: { kind: "OCTET STRING", min: 1, max: 20 } },
    ],
  },
);

export type WtmIdentity =
  | { readonly pisnNumber: PartyNumber }
  | { readonly alternativeId: Uint8Array }
  | { readonly both: BothIdentities };

export function readWtmIdentity(r: Reader): WtmIdentity | undefined {
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
    case 0x8a:
    case 0xaa: {
      const v = r.octetString(0x8a, 1, 20);
      if (v === undefined) return r.under("alternativeId");
      return { alternativeId: v };
    }
    case 0xab: {
      const v = readBothIdentities(r, 0xab);
      if (v === undefined) return r.under("both");
      return { both: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualWtmIdentity(r: Reader): WtmIdentity | undefined {
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
    case 0x8a:
    case 0xaa: {
      const v = usual.octetString(r, 0x8a, 1, 20);
      return v === undefined ? undefined : { alternativeId: v };
    }
    case 0xab: {
      const v = usualBothIdentities(r, 0xab);
      return v === undefined ? undefined : { both: v };
    }
    default:
      return undefined;
  }
}

export function encodeWtmIdentity(w: Writer, at: number, v: WtmIdentity): number {
  const c: Alternatives<WtmIdentity> = v;
  if (c.pisnNumber !== undefined) return encodePartyNumber(w, at, c.pisnNumber);
  if (c.alternativeId !== undefined) return w.octetString(at, 0x8a, c.alternativeId, 1, 20);
  if (c.both !== undefined) return encodeBothIdentities(w, at, c.both, 0xab);
  throw noAlternative("WtmIdentity");
}

export const WtmIdentity: Codec<WtmIdentity> = codec(
  "WtmIdentity",
  encodeWtmIdentity,
  readWtmIdentity,
  usualWtmIdentity,
  {
    kind: "CHOICE",
    elements: [
      { name: "pisnNumber", type: PartyNumber.type },
      { name: "alternativeId", type: { kind: "OCTET STRING", min: 1, max: 20 } },
      { name: "both", type: BothIdentities.type },
    ],
  },
);

export interface CurrLocation {
  readonly visitPINX: PartyNumber;
  readonly wtmIdentity: WtmIdentity;
  readonly argExtension?: WtmiExtension;
}

export function readCurrLocation(r: Reader, tag = 0x30): CurrLocation | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const visitPINX = readPartyNumber(r);
  if (visitPINX === undefined) return r.under("visitPINX");
  const wtmIdentity = readWtmIdentity(r);
  if (wtmIdentity === undefined) return r.under("wtmIdentity");
  const v: Mutable<CurrLocation> = {
    visitPINX,
    wtmIdentity,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa4:
      case 0xa5: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argExtension = readWtmiExtension(r);
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

export function usualCurrLocation(r: Reader, tag = 0x30): CurrLocation | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const visitPINX = usualPartyNumber(r);
  if (visitPINX === undefined) return undefined;
  const wtmIdentity = usualWtmIdentity(r);
  if (wtmIdentity === undefined) return undefined;
  const v: Mutable<CurrLocation> = { visitPINX, wtmIdentity };
  if (r.at < end && (r.octets[r.at] === 0xa4 || r.octets[r.at] === 0xa5)) {
    const argExtension = usualWtmiExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCurrLocation(w: Writer, end: number, v: CurrLocation, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodeWtmiExtension(w, at, v.argExtension);
  at = encodeWtmIdentity(w, at, v.wtmIdentity);
  at = encodePartyNumber(w, at, v.visitPINX);
  return w.head(at, tag, end);
}

export const CurrLocation: Codec<CurrLocation> = codec(
  "CurrLocation",
  encodeCurrLocation,
  readCurrLocation,
  usualCurrLocation,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "visitPINX", type: PartyNumber.type },
      { name: "wtmIdentity", type: WtmIdentity.type },
      { name: "argExtension", type: WtmiExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type SubscriptionOption =
  | "noNotification"
  | "notificationWithoutDivertedToNr"
  | "notificationWithDivertedToNr";

const subscriptionOptionNumbers = {
  "noNotification": 0,
  "notificationWithoutDivertedToNr": 1,
  "notificationWithDivertedToNr": 2,
} as const;
const subscriptionOptionNames = namesOf(subscriptionOptionNumbers);

function subscriptionOptionNumber(v: SubscriptionOption): number {
  switch (v) {
    case "noNotification":
      return 0;
    case "notificationWithoutDivertedToNr":
      return 1;
    case "notificationWithDivertedToNr":
      return 2;
  }
}

export function readSubscriptionOption(r: Reader, tag = 0x0a): SubscriptionOption | undefined {
  return r.enumerated(tag, subscriptionOptionNames);
}

export function usualSubscriptionOption(r: Reader, tag = 0x0a): SubscriptionOption | undefined {
  return usual.enumerated(r, tag, subscriptionOptionNames);
}

export function encodeSubscriptionOption(w: Writer, at: number, v: SubscriptionOption, tag = 0x0a): number {
  const n = subscriptionOptionNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const SubscriptionOption: Codec<SubscriptionOption> = codec(
  "SubscriptionOption",
  encodeSubscriptionOption,
  readSubscriptionOption,
  usualSubscriptionOption,
  { kind: "named", names: subscriptionOptionNumbers, open: false },
);

export interface CfuActivated {
  readonly divToAddress: Address;
  readonly divOptions: SubscriptionOption;
  readonly wtmName?: Name;
  readonly argExtension?: WtmiExtension;
}

export function readCfuActivated(r: Reader, tag = 0x30): CfuActivated | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const divToAddress = readAddress(r);
  if (divToAddress === undefined) return r.under("divToAddress");
  const divOptions = readSubscriptionOption(r);
  if (divOptions === undefined) return r.under("divOptions");
  const v: Mutable<CfuActivated> = {
    divToAddress,
    divOptions,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1: {
        if (v.wtmName !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const wtmName = r.explicit(0xa1, readName);
        if (wtmName === undefined) return r.under("wtmName");
        v.wtmName = wtmName;
        break;
      }
      case 0xa4:
      case 0xa5: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const argExtension = readWtmiExtension(r);
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

export function usualCfuActivated(r: Reader, tag = 0x30): CfuActivated | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const divToAddress = usualAddress(r);
  if (divToAddress === undefined) return undefined;
  const divOptions = usualSubscriptionOption(r);
  if (divOptions === undefined) return undefined;
  const v: Mutable<CfuActivated> = { divToAddress, divOptions };
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const wtmName = usual.explicit(r, 0xa1, usualName);
    if (wtmName === undefined) return undefined;
    v.wtmName = wtmName;
  }
  if (r.at < end && (r.octets[r.at] === 0xa4 || r.octets[r.at] === 0xa5)) {
    const argExtension = usualWtmiExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCfuActivated(w: Writer, end: number, v: CfuActivated, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodeWtmiExtension(w, at, v.argExtension);
  if (v.wtmName !== undefined) at = w.head(encodeName(w, at - w.tail, v.wtmName), 0xa1, at);
  at = encodeSubscriptionOption(w, at, v.divOptions);
  at = encodeAddress(w, at, v.divToAddress);
  return w.head(at, tag, end);
}

export const CfuActivated: Codec<CfuActivated> = codec(
  "CfuActivated",
  encodeCfuActivated,
  readCfuActivated,
  usualCfuActivated,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "divToAddress", type: Address.type },
      { name: "divOptions", type: SubscriptionOption.type },
      { name: "wtmName", type: Name.type, presence: "OPTIONAL" },
      { name: "argExtension", type: WtmiExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type EnquiryRes =
  | { readonly currLocation: CurrLocation }
  | { readonly cfuActivated: CfuActivated };

export function readEnquiryRes(r: Reader): EnquiryRes | undefined {
  switch (r.tag()) {
    case 0xa1: {
      const v = readCurrLocation(r, 0xa1);
      if (v === undefined) return r.under("currLocation");
      return { currLocation: v };
    }
    case 0xa2: {
      const v = readCfuActivated(r, 0xa2);
      if (v === undefined) return r.under("cfuActivated");
      return { cfuActivated: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualEnquiryRes(r: Reader): EnquiryRes | undefined {
  switch (r.octets[r.at]) {
    case 0xa1: {
      const v = usualCurrLocation(r, 0xa1);
      return v === undefined ? undefined : { currLocation: v };
    }
    case 0xa2: {
      const v = usualCfuActivated(r, 0xa2);
      return v === undefined ? undefined : { cfuActivated: v };
    }
    default:
      return undefined;
  }
}

export function encodeEnquiryRes(w: Writer, at: number, v: EnquiryRes): number {
  const c: Alternatives<EnquiryRes> = v;
  if (c.currLocation !== undefined) return encodeCurrLocation(w, at, c.currLocation, 0xa1);
  if (c.cfuActivated !== undefined) return encodeCfuActivated(w, at, c.cfuActivated, 0xa2);
  throw noAlternative("EnquiryRes");
}

export const EnquiryRes: Codec<EnquiryRes> = codec(
  "EnquiryRes",
  encodeEnquiryRes,
  readEnquiryRes,
  usualEnquiryRes,
  {
    kind: "CHOICE",
    elements: [
      { name: "currLocation", type: CurrLocation.type },
      { name: "cfuActivated", type: CfuActivated.type },
    ],
  },
);

export interface DivertArg {
  readonly visitPINX: PartyNumber;
  readonly callingNumber: PresentedNumberScreened;
  readonly wtmIdentity: WtmIdentity;
  readonly qSIGInfoElement: Uint8Array;
  readonly callingUserSub?: PartySubaddress;
  readonly callingName?: Name;
  readonly wtmUserSub?: PartySubaddress;
  readonly argExtension?: WtmiExtension;
}

export function readDivertArg(r: Reader, tag = 0x30): DivertArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const visitPINX = readPartyNumber(r);
  if (visitPINX === undefined) return r.under("visitPINX");
  const callingNumber = readPresentedNumberScreened(r);
  if (callingNumber === undefined) return r.under("callingNumber");
  const wtmIdentity = readWtmIdentity(r);
  if (wtmIdentity === undefined) return r.under("wtmIdentity");
  const qSIGInfoElement = r.octetString(0x40);
  if (qSIGInfoElement === undefined) return r.under("qSIGInfoElement");
  const v: Mutable<DivertArg> = {
    visitPINX,
    callingNumber,
    wtmIdentity,
    qSIGInfoElement,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1: {
        if (v.callingUserSub !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const callingUserSub = r.explicit(0xa1, readPartySubaddress);
        if (callingUserSub === undefined) return r.under("callingUserSub");
        v.callingUserSub = callingUserSub;
        break;
      }
      case 0xa2: {
        if (v.callingName !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const callingName = r.explicit(0xa2, readName);
        if (callingName === undefined) return r.under("callingName");
        v.callingName = callingName;
        break;
      }
      case 0xa3: {
        if (v.wtmUserSub !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const wtmUserSub = r.explicit(0xa3, readPartySubaddress);
        if (wtmUserSub === undefined) return r.under("wtmUserSub");
        v.wtmUserSub = wtmUserSub;
        break;
      }
      case 0xa4:
      case 0xa5: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const argExtension = readWtmiExtension(r);
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

export function usualDivertArg(r: Reader, tag = 0x30): DivertArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const visitPINX = usualPartyNumber(r);
  if (visitPINX === undefined) return undefined;
  const callingNumber = usualPresentedNumberScreened(r);
  if (callingNumber === undefined) return undefined;
  const wtmIdentity = usualWtmIdentity(r);
  if (wtmIdentity === undefined) return undefined;
  const qSIGInfoElement = usual.octetString(r, 0x40);
  if (qSIGInfoElement === undefined) return undefined;
  const v: Mutable<DivertArg> = { visitPINX, callingNumber, wtmIdentity, qSIGInfoElement };
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const callingUserSub = usual.explicit(r, 0xa1, usualPartySubaddress);
    if (callingUserSub === undefined) return undefined;
    v.callingUserSub = callingUserSub;
  }
  if (r.at < end && r.octets[r.at] === 0xa2) {
    const callingName = usual.explicit(r, 0xa2, usualName);
    if (callingName === undefined) return undefined;
    v.callingName = callingName;
  }
  if (r.at < end && r.octets[r.at] === 0xa3) {
    const wtmUserSub = usual.explicit(r, 0xa3, usualPartySubaddress);
    if (wtmUserSub === undefined) return undefined;
    v.wtmUserSub = wtmUserSub;
  }
  if (r.at < end && (r.octets[r.at] === 0xa4 || r.octets[r.at] === 0xa5)) {
    const argExtension = usualWtmiExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeDivertArg(w: Writer, end: number, v: DivertArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodeWtmiExtension(w, at, v.argExtension);
  if (v.wtmUserSub !== undefined) at = w.head(encodePartySubaddress(w, at - w.tail, v.wtmUserSub), 0xa3, at);
  if (v.callingName !== undefined) at = w.head(encodeName(w, at - w.tail, v.callingName), 0xa2, at);
  if (v.callingUserSub !== undefined) at = w.head(encodePartySubaddress(w, at - w.tail, v.callingUserSub), 0xa1, at);
  at = w.octetString(at, 0x40, v.qSIGInfoElement);
  at = encodeWtmIdentity(w, at, v.wtmIdentity);
  at = encodePresentedNumberScreened(w, at, v.callingNumber);
  at = encodePartyNumber(w, at, v.visitPINX);
  return w.head(at, tag, end);
}

export const DivertArg: Codec<DivertArg> = codec(
  "DivertArg",
  encodeDivertArg,
  readDivertArg,
  usualDivertArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "visitPINX", type: PartyNumber.type },
      { name: "callingNumber", type: PresentedNumberScreened.type },
      { name: "wtmIdentity", type: WtmIdentity.type },
      { name: "qSIGInfoElement", type: { kind: "OCTET STRING" } },
      { name: "callingUserSub", type: PartySubaddress.type, presence: "OPTIONAL" },
      { name: "callingName", type: Name.type, presence: "OPTIONAL" },
      { name: "wtmUserSub", type: PartySubaddress.type, presence: "OPTIONAL" },
      { name: "argExtension", type: WtmiExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface InformArg {
  readonly wtmIdentity: WtmIdentity;
  readonly argExtension?: WtmiExtension;
}

export function readInformArg(r: Reader, tag = 0x30): InformArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const wtmIdentity = readWtmIdentity(r);
  if (wtmIdentity === undefined) return r.under("wtmIdentity");
  const v: Mutable<InformArg> = {
    wtmIdentity,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa4:
      case 0xa5: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argExtension = readWtmiExtension(r);
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

export function usualInformArg(r: Reader, tag = 0x30): InformArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const wtmIdentity = usualWtmIdentity(r);
  if (wtmIdentity === undefined) return undefined;
  const v: Mutable<InformArg> = { wtmIdentity };
  if (r.at < end && (r.octets[r.at] === 0xa4 || r.octets[r.at] === 0xa5)) {
    const argExtension = usualWtmiExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeInformArg(w: Writer, end: number, v: InformArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodeWtmiExtension(w, at, v.argExtension);
  at = encodeWtmIdentity(w, at, v.wtmIdentity);
  return w.head(at, tag, end);
}

export const InformArg: Codec<InformArg> = codec(
  "InformArg",
  encodeInformArg,
  readInformArg,
  usualInformArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "wtmIdentity", type: WtmIdentity.type },
      { name: "argExtension", type: WtmiExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type WtmoExtension =
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readWtmoExtension(r: Reader): WtmoExtension | undefined {
  switch (r.tag()) {
    case 0xa2: {
      const v = readExtension(r, 0xa2);
      if (v === undefined) return r.under("single");
      return { single: v };
    }
    case 0xa3: {
      const v = r.sequenceOf(0xa3, readExtension);
      if (v === undefined) return r.under("multiple");
      return { multiple: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualWtmoExtension(r: Reader): WtmoExtension | undefined {
  switch (r.octets[r.at]) {
    case 0xa2: {
      const v = usualExtension(r, 0xa2);
      return v === undefined ? undefined : { single: v };
    }
    case 0xa3: {
      const v = usual.sequenceOf(r, 0xa3, usualExtension);
      return v === undefined ? undefined : { multiple: v };
    }
    default:
      return undefined;
  }
}

export function encodeWtmoExtension(w: Writer, at: number, v: WtmoExtension): number {
  const c: Alternatives<WtmoExtension> = v;
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xa2);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xa3, encodeExtension, c.multiple);
  throw noAlternative("WtmoExtension");
}

export const WtmoExtension: Codec<WtmoExtension> = codec(
  "WtmoExtension",
  encodeWtmoExtension,
  readWtmoExtension,
  usualWtmoExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface WtmoArg {
  readonly destinationNumber?: PartyNumber;
  readonly sendingComplete?: null;
  readonly extension?: WtmoExtension;
}

export function readWtmoArg(r: Reader, tag = 0x30): WtmoArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const v: Mutable<WtmoArg> = {};
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa0: {
        if (v.destinationNumber !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const destinationNumber = r.explicit(0xa0, readPartyNumber);
        if (destinationNumber === undefined) return r.under("destinationNumber");
        v.destinationNumber = destinationNumber;
        break;
      }
      case 0x81: {
        if (v.sendingComplete !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const sendingComplete = r.null(0x81);
        if (sendingComplete === undefined) return r.under("sendingComplete");
        v.sendingComplete = sendingComplete;
        break;
      }
      case 0xa2:
      case 0xa3: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const extension = readWtmoExtension(r);
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

export function usualWtmoArg(r: Reader, tag = 0x30): WtmoArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const v: Mutable<WtmoArg> = {};
  if (r.at < end && r.octets[r.at] === 0xa0) {
    const destinationNumber = usual.explicit(r, 0xa0, usualPartyNumber);
    if (destinationNumber === undefined) return undefined;
    v.destinationNumber = destinationNumber;
  }
  if (r.at < end && r.octets[r.at] === 0x81) {
    const sendingComplete = usual.null(r, 0x81);
    if (sendingComplete === undefined) return undefined;
    v.sendingComplete = sendingComplete;
  }
  if (r.at < end && (r.octets[r.at] === 0xa2 || r.octets[r.at] === 0xa3)) {
    const extension = usualWtmoExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeWtmoArg(w: Writer, end: number, v: WtmoArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeWtmoExtension(w, at, v.extension);
  if (v.sendingComplete !== undefined) at = w.null(at, 0x81);
  if (v.destinationNumber !== undefined) at = w.head(encodePartyNumber(w, at - w.tail, v.destinationNumber), 0xa0, at);
  return w.head(at, tag, end);
}

export const WtmoArg: Codec<WtmoArg> = codec(
  "WtmoArg",
  encodeWtmoArg,
  readWtmoArg,
  usualWtmoArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "destinationNumber", type: PartyNumber.type, presence: "OPTIONAL" },
      { name: "sendingComplete", type: { kind: "NULL" }, presence: "OPTIONAL" },
      { name: "extension", type: WtmoExtension.type, presence: "OPTIONAL" },
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
