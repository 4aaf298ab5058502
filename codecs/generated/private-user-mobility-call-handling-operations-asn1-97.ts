// Generated from asn1/Private-User-Mobility-Call-Handling-Operations-asn1-97.asn by asn1/tool; do not edit.
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

export type PumiExtension =
  | { readonly extension: Extension }
  | { readonly sequOfExtn: readonly Extension[] };

export function readPumiExtension(r: Reader): PumiExtension | undefined {
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

export function usualPumiExtension(r: Reader): PumiExtension | undefined {
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

export function encodePumiExtension(w: Writer, at: number, v: PumiExtension): number {
  const c: Alternatives<PumiExtension> = v;
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa4);
  if (c.sequOfExtn !== undefined) return w.sequenceOf(at, 0xa5, encodeExtension, c.sequOfExtn);
  throw noAlternative("PumiExtension");
}

export const PumiExtension: Codec<PumiExtension> = codec(
  "PumiExtension",
  encodePumiExtension,
  readPumiExtension,
  usualPumiExtension,
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
  readonly argExtension?: PumiExtension;
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
        const argExtension = readPumiExtension(r);
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
    const argExtension = usualPumiExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeEnquiryArg(w: Writer, end: number, v: EnquiryArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodePumiExtension(w, at, v.argExtension);
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
      { name: "argExtension", type: PumiExtension.type, presence: "OPTIONAL" },
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

export type PumIdentity =
  | { readonly pisnNumber: PartyNumber }
  | { readonly alternativeId: Uint8Array }
  | { readonly both: BothIdentities };

export function readPumIdentity(r: Reader): PumIdentity | undefined {
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

export function usualPumIdentity(r: Reader): PumIdentity | undefined {
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

export function encodePumIdentity(w: Writer, at: number, v: PumIdentity): number {
  const c: Alternatives<PumIdentity> = v;
  if (c.pisnNumber !== undefined) return encodePartyNumber(w, at, c.pisnNumber);
  if (c.alternativeId !== undefined) return w.octetString(at, 0x8a, c.alternativeId, 1, 20);
  if (c.both !== undefined) return encodeBothIdentities(w, at, c.both, 0xab);
  throw noAlternative("PumIdentity");
}

export const PumIdentity: Codec<PumIdentity> = codec(
  "PumIdentity",
  encodePumIdentity,
  readPumIdentity,
  usualPumIdentity,
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
  readonly hostingAddr: PartyNumber;
  readonly pumIdentity: PumIdentity;
  readonly argExtension?: PumiExtension;
}

export function readCurrLocation(r: Reader, tag = 0x30): CurrLocation | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const hostingAddr = readPartyNumber(r);
  if (hostingAddr === undefined) return r.under("hostingAddr");
  const pumIdentity = readPumIdentity(r);
  if (pumIdentity === undefined) return r.under("pumIdentity");
  const v: Mutable<CurrLocation> = {
    hostingAddr,
    pumIdentity,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa4:
      case 0xa5: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argExtension = readPumiExtension(r);
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
  const hostingAddr = usualPartyNumber(r);
  if (hostingAddr === undefined) return undefined;
  const pumIdentity = usualPumIdentity(r);
  if (pumIdentity === undefined) return undefined;
  const v: Mutable<CurrLocation> = { hostingAddr, pumIdentity };
  if (r.at < end && (r.octets[r.at] === 0xa4 || r.octets[r.at] === 0xa5)) {
    const argExtension = usualPumiExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCurrLocation(w: Writer, end: number, v: CurrLocation, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodePumiExtension(w, at, v.argExtension);
  at = encodePumIdentity(w, at, v.pumIdentity);
  at = encodePartyNumber(w, at, v.hostingAddr);
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
      { name: "hostingAddr", type: PartyNumber.type },
      { name: "pumIdentity", type: PumIdentity.type },
      { name: "argExtension", type: PumiExtension.type, presence: "OPTIONAL" },
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
  readonly pumName?: Name;
  readonly argExtension?: PumiExtension;
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
        if (v.pumName !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const pumName = r.explicit(0xa1, readName);
        if (pumName === undefined) return r.under("pumName");
        v.pumName = pumName;
        break;
      }
      case 0xa4:
      case 0xa5: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const argExtension = readPumiExtension(r);
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
    const pumName = usual.explicit(r, 0xa1, usualName);
    if (pumName === undefined) return undefined;
    v.pumName = pumName;
  }
  if (r.at < end && (r.octets[r.at] === 0xa4 || r.octets[r.at] === 0xa5)) {
    const argExtension = usualPumiExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCfuActivated(w: Writer, end: number, v: CfuActivated, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodePumiExtension(w, at, v.argExtension);
  if (v.pumName !== undefined) at = w.head(encodeName(w, at - w.tail, v.pumName), 0xa1, at);
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
      { name: "pumName", type: Name.type, presence: "OPTIONAL" },
      { name: "argExtension", type: PumiExtension.type, presence: "OPTIONAL" },
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
  readonly hostingAddr: PartyNumber;
  readonly callingNumber: PresentedNumberScreened;
  readonly pumIdentity: PumIdentity;
  readonly qSIGInfoElement: Uint8Array;
  readonly callingUserSub?: PartySubaddress;
  readonly callingUserName?: Name;
  readonly pumUserSub?: PartySubaddress;
  readonly argExtension?: PumiExtension;
}

export function readDivertArg(r: Reader, tag = 0x30): DivertArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const hostingAddr = readPartyNumber(r);
  if (hostingAddr === undefined) return r.under("hostingAddr");
  const callingNumber = readPresentedNumberScreened(r);
  if (callingNumber === undefined) return r.under("callingNumber");
  const pumIdentity = readPumIdentity(r);
  if (pumIdentity === undefined) return r.under("pumIdentity");
  const qSIGInfoElement = r.octetString(0x40);
  if (qSIGInfoElement === undefined) return r.under("qSIGInfoElement");
  const v: Mutable<DivertArg> = {
    hostingAddr,
    callingNumber,
    pumIdentity,
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
        if (v.callingUserName !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const callingUserName = r.explicit(0xa2, readName);
        if (callingUserName === undefined) return r.under("callingUserName");
        v.callingUserName = callingUserName;
        break;
      }
      case 0xa3: {
        if (v.pumUserSub !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const pumUserSub = r.explicit(0xa3, readPartySubaddress);
        if (pumUserSub === undefined) return r.under("pumUserSub");
        v.pumUserSub = pumUserSub;
        break;
      }
      case 0xa4:
      case 0xa5: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const argExtension = readPumiExtension(r);
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
  const hostingAddr = usualPartyNumber(r);
  if (hostingAddr === undefined) return undefined;
  const callingNumber = usualPresentedNumberScreened(r);
  if (callingNumber === undefined) return undefined;
  const pumIdentity = usualPumIdentity(r);
  if (pumIdentity === undefined) return undefined;
  const qSIGInfoElement = usual.octetString(r, 0x40);
  if (qSIGInfoElement === undefined) return undefined;
  const v: Mutable<DivertArg> = { hostingAddr, callingNumber, pumIdentity, qSIGInfoElement };
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const callingUserSub = usual.explicit(r, 0xa1, usualPartySubaddress);
    if (callingUserSub === undefined) return undefined;
    v.callingUserSub = callingUserSub;
  }
  if (r.at < end && r.octets[r.at] === 0xa2) {
    const callingUserName = usual.explicit(r, 0xa2, usualName);
    if (callingUserName === undefined) return undefined;
    v.callingUserName = callingUserName;
  }
  if (r.at < end && r.octets[r.at] === 0xa3) {
    const pumUserSub = usual.explicit(r, 0xa3, usualPartySubaddress);
    if (pumUserSub === undefined) return undefined;
    v.pumUserSub = pumUserSub;
  }
  if (r.at < end && (r.octets[r.at] === 0xa4 || r.octets[r.at] === 0xa5)) {
    const argExtension = usualPumiExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeDivertArg(w: Writer, end: number, v: DivertArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodePumiExtension(w, at, v.argExtension);
  if (v.pumUserSub !== undefined) at = w.head(encodePartySubaddress(w, at - w.tail, v.pumUserSub), 0xa3, at);
  if (v.callingUserName !== undefined) at = w.head(encodeName(w, at - w.tail, v.callingUserName), 0xa2, at);
  if (v.callingUserSub !== undefined) at = w.head(encodePartySubaddress(w, at - w.tail, v.callingUserSub), 0xa1, at);
  at = w.octetString(at, 0x40, v.qSIGInfoElement);
  at = encodePumIdentity(w, at, v.pumIdentity);
  at = encodePresentedNumberScreened(w, at, v.callingNumber);
  at = encodePartyNumber(w, at, v.hostingAddr);
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
      { name: "hostingAddr", type: PartyNumber.type },
      { name: "callingNumber", type: PresentedNumberScreened.type },
      { name: "pumIdentity", type: PumIdentity.type },
      { name: "qSIGInfoElement", type: { kind: "OCTET STRING" } },
      { name: "callingUserSub", type: PartySubaddress.type, presence: "OPTIONAL" },
      { name: "callingUserName", type: Name.type, presence: "OPTIONAL" },
      { name: "pumUserSub", type: PartySubaddress.type, presence: "OPTIONAL" },
      { name: "argExtension", type: PumiExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface InformArg {
  readonly pumIdentity: PumIdentity;
  readonly argExtension?: PumiExtension;
}

export function readInformArg(r: Reader, tag = 0x30): InformArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const pumIdentity = readPumIdentity(r);
  if (pumIdentity === undefined) return r.under("pumIdentity");
  const v: Mutable<InformArg> = {
    pumIdentity,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa4:
      case 0xa5: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argExtension = readPumiExtension(r);
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
  const pumIdentity = usualPumIdentity(r);
  if (pumIdentity === undefined) return undefined;
  const v: Mutable<InformArg> = { pumIdentity };
  if (r.at < end && (r.octets[r.at] === 0xa4 || r.octets[r.at] === 0xa5)) {
    const argExtension = usualPumiExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeInformArg(w: Writer, end: number, v: InformArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodePumiExtension(w, at, v.argExtension);
  at = encodePumIdentity(w, at, v.pumIdentity);
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
      { name: "pumIdentity", type: PumIdentity.type },
      { name: "argExtension", type: PumiExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type PumoExtension =
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readPumoExtension(r: Reader): PumoExtension | undefined {
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

export function usualPumoExtension(r: Reader): PumoExtension | undefined {
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

export function encodePumoExtension(w: Writer, at: number, v: PumoExtension): number {
  const c: Alternatives<PumoExtension> = v;
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xa3);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xa4, encodeExtension, c.multiple);
  throw noAlternative("PumoExtension");
}

export const PumoExtension: Codec<PumoExtension> = codec(
  "PumoExtension",
  encodePumoExtension,
  readPumoExtension,
  usualPumoExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface PumoArg {
  readonly destinationNumber?: PartyNumber;
  readonly pumIdentity?: PumIdentity;
  readonly sendingComplete?: null;
  readonly extension?: PumoExtension;
}

export function readPumoArg(r: Reader, tag = 0x30): PumoArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const v: Mutable<PumoArg> = {};
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
      case 0xa1: {
        if (v.pumIdentity !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const pumIdentity = r.explicit(0xa1, readPumIdentity);
        if (pumIdentity === undefined) return r.under("pumIdentity");
        v.pumIdentity = pumIdentity;
        break;
      }
      case 0x82: {
        if (v.sendingComplete !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const sendingComplete = r.null(0x82);
        if (sendingComplete === undefined) return r.under("sendingComplete");
        v.sendingComplete = sendingComplete;
        break;
      }
      case 0xa3:
      case 0xa4: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const extension = readPumoExtension(r);
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

export function usualPumoArg(r: Reader, tag = 0x30): PumoArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const v: Mutable<PumoArg> = {};
  if (r.at < end && r.octets[r.at] === 0xa0) {
    const destinationNumber = usual.explicit(r, 0xa0, usualPartyNumber);
    if (destinationNumber === undefined) return undefined;
    v.destinationNumber = destinationNumber;
  }
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const pumIdentity = usual.explicit(r, 0xa1, usualPumIdentity);
    if (pumIdentity === undefined) return undefined;
    v.pumIdentity = pumIdentity;
  }
  if (r.at < end && r.octets[r.at] === 0x82) {
    const sendingComplete = usual.null(r, 0x82);
    if (sendingComplete === undefined) return undefined;
    v.sendingComplete = sendingComplete;
  }
  if (r.at < end && (r.octets[r.at] === 0xa3 || r.octets[r.at] === 0xa4)) {
    const extension = usualPumoExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodePumoArg(w: Writer, end: number, v: PumoArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodePumoExtension(w, at, v.extension);
  if (v.sendingComplete !== undefined) at = w.null(at, 0x82);
  if (v.pumIdentity !== undefined) at = w.head(encodePumIdentity(w, at - w.tail, v.pumIdentity), 0xa1, at);
  if (v.destinationNumber !== undefined) at = w.head(encodePartyNumber(w, at - w.tail, v.destinationNumber), 0xa0, at);
  return w.head(at, tag, end);
}

export const PumoArg: Codec<PumoArg> = codec(
  "PumoArg",
  encodePumoArg,
  readPumoArg,
  usualPumoArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "destinationNumber", type: PartyNumber.type, presence: "OPTIONAL" },
      { name: "pumIdentity", type: PumIdentity.type, presence: "OPTIONAL" },
      { name: "sendingComplete", type: { kind: "NULL" }, presence: "OPTIONAL" },
      { name: "extension", type: PumoExtension.type, presence: "OPTIONAL" },
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
