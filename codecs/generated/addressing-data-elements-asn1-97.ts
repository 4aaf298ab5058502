// Generated from asn1/Addressing-Data-Elements-asn1-97.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Alternatives, type Codec, codec, type Mutable, namesOf, noAlternative } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";

export type NumberDigits = string;

export function readNumberDigits(r: Reader, tag = 0x12): NumberDigits | undefined {
  return r.numericString(tag, 1, 20);
}

export function usualNumberDigits(r: Reader, tag = 0x12): NumberDigits | undefined {
  return usual.numericString(r, tag, 1, 20);
}

export function encodeNumberDigits(w: Writer, at: number, v: NumberDigits, tag = 0x12): number {
  return w.numericString(at, tag, v, 1, 20);
}

export const NumberDigits: Codec<NumberDigits> = codec(
  "NumberDigits",
  encodeNumberDigits,
  readNumberDigits,
  usualNumberDigits,
  { kind: "NumericString", min: 1, max: 20 },
);

export type PublicTypeOfNumber =
  | "unknown"
  | "internationalNumber"
  | "nationalNumber"
  | "networkSpecificNumber"
  | "subscriberNumber"
  | "abbreviatedNumber";

const publicTypeOfNumberNumbers = {
  "unknown": 0,
  "internationalNumber": 1,
  "nationalNumber": 2,
  "networkSpecificNumber": 3,
  "subscriberNumber": 4,
  "abbreviatedNumber": 6,
} as const;
const publicTypeOfNumberNames = namesOf(publicTypeOfNumberNumbers);

function publicTypeOfNumberNumber(v: PublicTypeOfNumber): number {
  switch (v) {
    case "unknown":
      return 0;
    case "internationalNumber":
      return 1;
    case "nationalNumber":
      return 2;
    case "networkSpecificNumber":
      return 3;
    case "subscriberNumber":
      return 4;
    case "abbreviatedNumber":
      return 6;
  }
}

export function readPublicTypeOfNumber(r: Reader, tag = 0x0a): PublicTypeOfNumber | undefined {
  return r.enumerated(tag, publicTypeOfNumberNames);
}

export function usualPublicTypeOfNumber(r: Reader, tag = 0x0a): PublicTypeOfNumber | undefined {
  return usual.enumerated(r, tag, publicTypeOfNumberNames);
}

export function encodePublicTypeOfNumber(w: Writer, at: number, v: PublicTypeOfNumber, tag = 0x0a): number {
  const n = publicTypeOfNumberNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const PublicTypeOfNumber: Codec<PublicTypeOfNumber> = codec(
  "PublicTypeOfNumber",
  encodePublicTypeOfNumber,
  readPublicTypeOfNumber,
  usualPublicTypeOfNumber,
  { kind: "named", names: publicTypeOfNumberNumbers, open: false },
);

export interface PublicPartyNumber {
  readonly publicTypeOfNumber: PublicTypeOfNumber;
  readonly publicNumberDigits: string;
}

export function readPublicPartyNumber(r: Reader, tag = 0x30): PublicPartyNumber | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const publicTypeOfNumber = readPublicTypeOfNumber(r);
  if (publicTypeOfNumber === undefined) return r.under("publicTypeOfNumber");
  const publicNumberDigits = r.numericString(0x12, 1, 20);
  if (publicNumberDigits === undefined) return r.under("publicNumberDigits");
  const v: Mutable<PublicPartyNumber> = {
    publicTypeOfNumber,
    publicNumberDigits,
  };
  r.leave(outer);
  return v;
}

export function usualPublicPartyNumber(r: Reader, tag = 0x30): PublicPartyNumber | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const publicTypeOfNumber = usualPublicTypeOfNumber(r);
  if (publicTypeOfNumber === undefined) return undefined;
  const publicNumberDigits = usual.numericString(r, 0x12, 1, 20);
  if (publicNumberDigits === undefined) return undefined;
  const v: Mutable<PublicPartyNumber> = { publicTypeOfNumber, publicNumberDigits };
  return r.at === end ? v : undefined;
}

export function encodePublicPartyNumber(w: Writer, end: number, v: PublicPartyNumber, tag = 0x30): number {
  let at = end - w.tail;
  at = w.numericString(at, 0x12, v.publicNumberDigits, 1, 20);
  at = encodePublicTypeOfNumber(w, at, v.publicTypeOfNumber);
  return w.head(at, tag, end);
}

export const PublicPartyNumber: Codec<PublicPartyNumber> = codec(
  "PublicPartyNumber",
  encodePublicPartyNumber,
  readPublicPartyNumber,
  usualPublicPartyNumber,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "publicTypeOfNumber", type: PublicTypeOfNumber.type },
      { name: "publicNumberDigits", type: { kind: "NumericString", min: 1, max: 20 } },
    ],
  },
);

export type PrivateTypeOfNumber =
  | "unknown"
  | "level2RegionalNumber"
  | "level1RegionalNumber"
  | "pISNSpecificNumber"
  | "localNumber"
  | "abbreviatedNumber";

const privateTypeOfNumberNumbers = {
  "unknown": 0,
  "level2RegionalNumber": 1,
  "level1RegionalNumber": 2,
  "pISNSpecificNumber": 3,
  "localNumber": 4,
  "abbreviatedNumber": 6,
} as const;
const privateTypeOfNumberNames = namesOf(privateTypeOfNumberNumbers);

function privateTypeOfNumberNumber(v: PrivateTypeOfNumber): number {
  switch (v) {
    case "unknown":
      return 0;
    case "level2RegionalNumber":
      return 1;
    case "level1RegionalNumber":
      return 2;
    case "pISNSpecificNumber":
      return 3;
    case "localNumber":
      return 4;
    case "abbreviatedNumber":
      return 6;
  }
}

export function readPrivateTypeOfNumber(r: Reader, tag = 0x0a): PrivateTypeOfNumber | undefined {
  return r.enumerated(tag, privateTypeOfNumberNames);
}

export function usualPrivateTypeOfNumber(r: Reader, tag = 0x0a): PrivateTypeOfNumber | undefined {
  return usual.enumerated(r, tag, privateTypeOfNumberNames);
}

export function encodePrivateTypeOfNumber(w: Writer, at: number, v: PrivateTypeOfNumber, tag = 0x0a): number {
  const n = privateTypeOfNumberNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const PrivateTypeOfNumber: Codec<PrivateTypeOfNumber> = codec(
  "PrivateTypeOfNumber",
  encodePrivateTypeOfNumber,
  readPrivateTypeOfNumber,
  usualPrivateTypeOfNumber,
  { kind: "named", names: privateTypeOfNumberNumbers, open: false },
);

export interface PrivatePartyNumber {
  readonly privateTypeOfNumber: PrivateTypeOfNumber;
  readonly privateNumberDigits: string;
}

export function readPrivatePartyNumber(r: Reader, tag = 0x30): PrivatePartyNumber | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const privateTypeOfNumber = readPrivateTypeOfNumber(r);
  if (privateTypeOfNumber === undefined) return r.under("privateTypeOfNumber");
  const privateNumberDigits = r.numericString(0x12, 1, 20);
  if (privateNumberDigits === undefined) return r.under("privateNumberDigits");
  const v: Mutable<PrivatePartyNumber> = {
    privateTypeOfNumber,
    privateNumberDigits,
  };
  r.leave(outer);
  return v;
}

export function usualPrivatePartyNumber(r: Reader, tag = 0x30): PrivatePartyNumber | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const privateTypeOfNumber = usualPrivateTypeOfNumber(r);
  if (privateTypeOfNumber === undefined) return undefined;
  const privateNumberDigits = usual.numericString(r, 0x12, 1, 20);
  if (privateNumberDigits === undefined) return undefined;
  const v: Mutable<PrivatePartyNumber> = { privateTypeOfNumber, privateNumberDigits };
  return r.at === end ? v : undefined;
}

export function encodePrivatePartyNumber(w: Writer, end: number, v: PrivatePartyNumber, tag = 0x30): number {
  let at = end - w.tail;
  at = w.numericString(at, 0x12, v.privateNumberDigits, 1, 20);
  at = encodePrivateTypeOfNumber(w, at, v.privateTypeOfNumber);
  return w.head(at, tag, end);
}

export const PrivatePartyNumber: Codec<PrivatePartyNumber> = codec(
  "PrivatePartyNumber",
  encodePrivatePartyNumber,
  readPrivatePartyNumber,
  usualPrivatePartyNumber,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "privateTypeOfNumber", type: PrivateTypeOfNumber.type },
      { name: "privateNumberDigits", type: { kind: "NumericString", min: 1, max: 20 } },
    ],
  },
);

export type PartyNumber =
  | { readonly unknownPartyNumber: string }
  | { readonly publicPartyNumber: PublicPartyNumber }
  | { readonly dataPartyNumber: string }
  | { readonly telexPartyNumber: string }
  | { readonly privatePartyNumber: PrivatePartyNumber }
  | { readonly nationalStandardPartyNumber: string };

export function readPartyNumber(r: Reader): PartyNumber | undefined {
  switch (r.tag()) {
    case 0x80:
    case 0xa0: {
      const v = r.numericString(0x80, 1, 20);
      if (v === undefined) return r.under("unknownPartyNumber");
      return { unknownPartyNumber: v };
    }
    case 0xa1: {
      const v = readPublicPartyNumber(r, 0xa1);
      if (v === undefined) return r.under("publicPartyNumber");
      return { publicPartyNumber: v };
    }
    case 0x83:
    case 0xa3: {
      const v = r.numericString(0x83, 1, 20);
      if (v === undefined) return r.under("dataPartyNumber");
      return { dataPartyNumber: v };
    }
    case 0x84:
    case 0xa4: {
      const v = r.numericString(0x84, 1, 20);
      if (v === undefined) return r.under("telexPartyNumber");
      return { telexPartyNumber: v };
    }
    case 0xa5: {
      const v = readPrivatePartyNumber(r, 0xa5);
      if (v === undefined) return r.under("privatePartyNumber");
      return { privatePartyNumber: v };
    }
    case 0x88:
    case 0xa8: {
      const v = r.numericString(0x88, 1, 20);
      if (v === undefined) return r.under("nationalStandardPartyNumber");
      return { nationalStandardPartyNumber: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualPartyNumber(r: Reader): PartyNumber | undefined {
  switch (r.octets[r.at]) {
    case 0x80:
    case 0xa0: {
      const v = usual.numericString(r, 0x80, 1, 20);
      return v === undefined ? undefined : { unknownPartyNumber: v };
    }
    case 0xa1: {
      const v = usualPublicPartyNumber(r, 0xa1);
      return v === undefined ? undefined : { publicPartyNumber: v };
    }
    case 0x83:
    case 0xa3: {
      const v = usual.numericString(r, 0x83, 1, 20);
      return v === undefined ? undefined : { dataPartyNumber: v };
    }
    case 0x84:
    case 0xa4: {
      const v = usual.numericString(r, 0x84, 1, 20);
      return v === undefined ? undefined : { telexPartyNumber: v };
    }
    case 0xa5: {
      const v = usualPrivatePartyNumber(r, 0xa5);
      return v === undefined ? undefined : { privatePartyNumber: v };
    }
    case 0x88:
    case 0xa8: {
      const v = usual.numericString(r, 0x88, 1, 20);
      return v === undefined ? undefined : { nationalStandardPartyNumber: v };
    }
    default:
      return undefined;
  }
}

export function encodePartyNumber(w: Writer, at: number, v: PartyNumber): number {
  const c: Alternatives<PartyNumber> = v;
  if (c.unknownPartyNumber !== undefined) return w.numericString(at, 0x80, c.unknownPartyNumber, 1, 20);
  if (c.publicPartyNumber !== undefined) return encodePublicPartyNumber(w, at, c.publicPartyNumber, 0xa1);
  if (c.dataPartyNumber !== undefined) return w.numericString(at, 0x83, c.dataPartyNumber, 1, 20);
  if (c.telexPartyNumber !== undefined) return w.numericString(at, 0x84, c.telexPartyNumber, 1, 20);
  if (c.privatePartyNumber !== undefined) return encodePrivatePartyNumber(w, at, c.privatePartyNumber, 0xa5);
  if (c.nationalStandardPartyNumber !== undefined) return w.numericString(at, 0x88, c.nationalStandardPartyNumber, 1,
    20);
  throw noAlternative("PartyNumber");
}

export const PartyNumber: Codec<PartyNumber> = codec(
  "PartyNumber",
  encodePartyNumber,
  readPartyNumber,
  usualPartyNumber,
  {
    kind: "CHOICE",
    elements: [
      { name: "unknownPartyNumber", type: { kind: "NumericString", min: 1, max: 20 } },
      { name: "publicPartyNumber", type: PublicPartyNumber.type },
      { name: "dataPartyNumber", type: { kind: "NumericString", min: 1, max: 20 } },
      { name: "telexPartyNumber", type: { kind: "NumericString", min: 1, max: 20 } },
      { name: "privatePartyNumber", type: PrivatePartyNumber.type },
      { name: "nationalStandardPartyNumber", type: { kind: "NumericString", min: 1, max: 20 } },
    ],
  },
);

export type ScreeningIndicator =
  | "userProvidedNotScreened"
  | "userProvidedVerifiedAndPassed"
  | "userProvidedVerifiedAndFailed"
  | "networkProvided";

const screeningIndicatorNumbers = {
  "userProvidedNotScreened": 0,
  "userProvidedVerifiedAndPassed": 1,
  "userProvidedVerifiedAndFailed": 2,
  "networkProvided": 3,
} as const;
const screeningIndicatorNames = namesOf(screeningIndicatorNumbers);

function screeningIndicatorNumber(v: ScreeningIndicator): number {
  switch (v) {
    case "userProvidedNotScreened":
      return 0;
    case "userProvidedVerifiedAndPassed":
      return 1;
    case "userProvidedVerifiedAndFailed":
      return 2;
    case "networkProvided":
      return 3;
  }
}

export function readScreeningIndicator(r: Reader, tag = 0x0a): ScreeningIndicator | undefined {
  return r.enumerated(tag, screeningIndicatorNames);
}

export function usualScreeningIndicator(r: Reader, tag = 0x0a): ScreeningIndicator | undefined {
  return usual.enumerated(r, tag, screeningIndicatorNames);
}

export function encodeScreeningIndicator(w: Writer, at: number, v: ScreeningIndicator, tag = 0x0a): number {
  const n = screeningIndicatorNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const ScreeningIndicator: Codec<ScreeningIndicator> = codec(
  "ScreeningIndicator",
  encodeScreeningIndicator,
  readScreeningIndicator,
  usualScreeningIndicator,
  { kind: "named", names: screeningIndicatorNumbers, open: false },
);

export type SubaddressInformation = Uint8Array;

export function readSubaddressInformation(r: Reader, tag = 0x04): SubaddressInformation | undefined {
  return r.octetString(tag, 1, 20);
}

export function usualSubaddressInformation(r: Reader, tag = 0x04): SubaddressInformation | undefined {
  return usual.octetString(r, tag, 1, 20);
}

export function encodeSubaddressInformation(w: Writer, at: number, v: SubaddressInformation, tag = 0x04): number {
  return w.octetString(at, tag, v, 1, 20);
}

export const SubaddressInformation: Codec<SubaddressInformation> = codec(
  "SubaddressInformation",
  encodeSubaddressInformation,
  readSubaddressInformation,
  usualSubaddressInformation,
  { kind: "OCTET STRING", min: 1, max: 20 },
);

export interface UserSpecifiedSubaddress {
  readonly subaddressInformation: Uint8Array;
  readonly oddCountIndicator?: boolean;
}

export function readUserSpecifiedSubaddress(r: Reader, tag = 0x30): UserSpecifiedSubaddress | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const subaddressInformation = r.octetString(0x04, 1, 20);
  if (subaddressInformation === undefined) return r.under("subaddressInformation");
  const v: Mutable<UserSpecifiedSubaddress> = {
    subaddressInformation,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x01: {
        if (v.oddCountIndicator !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const oddCountIndicator = r.boolean(0x01);
        if (oddCountIndicator === undefined) return r.under("oddCountIndicator");
        v.oddCountIndicator = oddCountIndicator;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualUserSpecifiedSubaddress(r: Reader, tag = 0x30): UserSpecifiedSubaddress | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const subaddressInformation = usual.octetString(r, 0x04, 1, 20);
  if (subaddressInformation === undefined) return undefined;
  const v: Mutable<UserSpecifiedSubaddress> = { subaddressInformation };
  if (r.at < end && r.octets[r.at] === 0x01) {
    const oddCountIndicator = usual.boolean(r, 0x01);
    if (oddCountIndicator === undefined) return undefined;
    v.oddCountIndicator = oddCountIndicator;
  }
  return r.at === end ? v : undefined;
}

export function encodeUserSpecifiedSubaddress(w: Writer, end: number, v: UserSpecifiedSubaddress, tag = 0x30): number {
  let at = end - w.tail;
  if (v.oddCountIndicator !== undefined) at = w.boolean(at, 0x01, v.oddCountIndicator);
  at = w.octetString(at, 0x04, v.subaddressInformation, 1, 20);
  return w.head(at, tag, end);
}

export const UserSpecifiedSubaddress: Codec<UserSpecifiedSubaddress> = codec(
  "UserSpecifiedSubaddress",
  encodeUserSpecifiedSubaddress,
  readUserSpecifiedSubaddress,
  usualUserSpecifiedSubaddress,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "subaddressInformation", type: { kind: "OCTET STRING", min: 1, max: 20 } },
      { name: "oddCountIndicator", type: { kind: "BOOLEAN" }, presence: "OPTIONAL" },
    ],
  },
);

export type NSAPSubaddress = Uint8Array;

export function readNSAPSubaddress(r: Reader, tag = 0x04): NSAPSubaddress | undefined {
  return r.octetString(tag, 1, 20);
}

export function usualNSAPSubaddress(r: Reader, tag = 0x04): NSAPSubaddress | undefined {
  return usual.octetString(r, tag, 1, 20);
}

export function encodeNSAPSubaddress(w: Writer, at: number, v: NSAPSubaddress, tag = 0x04): number {
  return w.octetString(at, tag, v, 1, 20);
}

export const NSAPSubaddress: Codec<NSAPSubaddress> = codec(
  "NSAPSubaddress",
  encodeNSAPSubaddress,
  readNSAPSubaddress,
  usualNSAPSubaddress,
  { kind: "OCTET STRING", min: 1, max: 20 },
);

export type PartySubaddress =
  | { readonly userSpecifiedSubaddress: UserSpecifiedSubaddress }
  | { readonly nSAPSubaddress: Uint8Array };

export function readPartySubaddress(r: Reader): PartySubaddress | undefined {
  switch (r.tag()) {
    case 0x30: {
      const v = readUserSpecifiedSubaddress(r);
      if (v === undefined) return r.under("userSpecifiedSubaddress");
      return { userSpecifiedSubaddress: v };
    }
    case 0x04:
    case 0x24: {
      const v = r.octetString(0x04, 1, 20);
      if (v === undefined) return r.under("nSAPSubaddress");
      return { nSAPSubaddress: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualPartySubaddress(r: Reader): PartySubaddress | undefined {
  switch (r.octets[r.at]) {
    case 0x30: {
      const v = usualUserSpecifiedSubaddress(r);
      return v === undefined ? undefined : { userSpecifiedSubaddress: v };
    }
    case 0x04:
    case 0x24: {
      const v = usual.octetString(r, 0x04, 1, 20);
      return v === undefined ? undefined : { nSAPSubaddress: v };
    }
    default:
      return undefined;
  }
}

export function encodePartySubaddress(w: Writer, at: number, v: PartySubaddress): number {
  const c: Alternatives<PartySubaddress> = v;
  if (c.userSpecifiedSubaddress !== undefined) return encodeUserSpecifiedSubaddress(w, at, c.userSpecifiedSubaddress);
  if (c.nSAPSubaddress !== undefined) return w.octetString(at, 0x04, c.nSAPSubaddress, 1, 20);
  throw noAlternative("PartySubaddress");
}

export const PartySubaddress: Codec<PartySubaddress> = codec(
  "PartySubaddress",
  encodePartySubaddress,
  readPartySubaddress,
  usualPartySubaddress,
  {
    kind: "CHOICE",
    elements: [
      { name: "userSpecifiedSubaddress", type: UserSpecifiedSubaddress.type },
      { name: "nSAPSubaddress", type: { kind: "OCTET STRING", min: 1, max: 20 } },
    ],
  },
);

export interface AddressScreened {
  readonly partyNumber: PartyNumber;
  readonly screeningIndicator: ScreeningIndicator;
  readonly partySubaddress?: PartySubaddress;
}

export function readAddressScreened(r: Reader, tag = 0x30): AddressScreened | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const partyNumber = readPartyNumber(r);
  if (partyNumber === undefined) return r.under("partyNumber");
  const screeningIndicator = readScreeningIndicator(r);
  if (screeningIndicator === undefined) return r.under("screeningIndicator");
  const v: Mutable<AddressScreened> = {
    partyNumber,
    screeningIndicator,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x30:
      case 0x04:
      case 0x24: {
        if (v.partySubaddress !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const partySubaddress = readPartySubaddress(r);
        if (partySubaddress === undefined) return r.under("partySubaddress");
        v.partySubaddress = partySubaddress;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualAddressScreened(r: Reader, tag = 0x30): AddressScreened | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const partyNumber = usualPartyNumber(r);
  if (partyNumber === undefined) return undefined;
  const screeningIndicator = usualScreeningIndicator(r);
  if (screeningIndicator === undefined) return undefined;
  const v: Mutable<AddressScreened> = { partyNumber, screeningIndicator };
  if (r.at < end && (r.octets[r.at] === 0x30 || r.octets[r.at] === 0x04 || r.octets[r.at] === 0x24)) {
    const partySubaddress = usualPartySubaddress(r);
    if (partySubaddress === undefined) return undefined;
    v.partySubaddress = partySubaddress;
  }
  return r.at === end ? v : undefined;
}

export function encodeAddressScreened(w: Writer, end: number, v: AddressScreened, tag = 0x30): number {
  let at = end - w.tail;
  if (v.partySubaddress !== undefined) at = encodePartySubaddress(w, at, v.partySubaddress);
  at = encodeScreeningIndicator(w, at, v.screeningIndicator);
  at = encodePartyNumber(w, at, v.partyNumber);
  return w.head(at, tag, end);
}

export const AddressScreened: Codec<AddressScreened> = codec(
  "AddressScreened",
  encodeAddressScreened,
  readAddressScreened,
  usualAddressScreened,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "partyNumber", type: PartyNumber.type },
      { name: "screeningIndicator", type: ScreeningIndicator.type },
      { name: "partySubaddress", type: PartySubaddress.type, presence: "OPTIONAL" },
    ],
  },
);

export type PresentedAddressScreened =
  | { readonly presentationAllowedAddress: AddressScreened }
  | { readonly presentationRestricted: null }
  | { readonly numberNotAvailableDueToInterworking: null }
  | { readonly presentationRestrictedAddress: AddressScreened };

export function readPresentedAddressScreened(r: Reader): PresentedAddressScreened | undefined {
  switch (r.tag()) {
    case 0xa0: {
      const v = readAddressScreened(r, 0xa0);
      if (v === undefined) return r.under("presentationAllowedAddress");
      return { presentationAllowedAddress: v };
    }
    case 0x81: {
      const v = r.null(0x81);
      if (v === undefined) return r.under("presentationRestricted");
      return { presentationRestricted: v };
    }
    case 0x82: {
      const v = r.null(0x82);
      if (v === undefined) return r.under("numberNotAvailableDueToInterworking");
      return { numberNotAvailableDueToInterworking: v };
    }
    case 0xa3: {
      const v = readAddressScreened(r, 0xa3);
      if (v === undefined) return r.under("presentationRestrictedAddress");
      return { presentationRestrictedAddress: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualPresentedAddressScreened(r: Reader): PresentedAddressScreened | undefined {
  switch (r.octets[r.at]) {
    case 0xa0: {
      const v = usualAddressScreened(r, 0xa0);
      return v === undefined ? undefined : { presentationAllowedAddress: v };
    }
    case 0x81: {
      const v = usual.null(r, 0x81);
      return v === undefined ? undefined : { presentationRestricted: v };
    }
    case 0x82: {
      const v = usual.null(r, 0x82);
      return v === undefined ? undefined : { numberNotAvailableDueToInterworking: v };
    }
    case 0xa3: {
      const v = usualAddressScreened(r, 0xa3);
      return v === undefined ? undefined : { presentationRestrictedAddress: v };
    }
    default:
      return undefined;
  }
}

export function encodePresentedAddressScreened(w: Writer, at: number, v: PresentedAddressScreened): number {
  const c: Alternatives<PresentedAddressScreened> = v;
  if (c.presentationAllowedAddress !== undefined) return encodeAddressScreened(w, at, c.presentationAllowedAddress,
    0xa0);
  if (c.presentationRestricted !== undefined) return w.null(at, 0x81);
  if (c.numberNotAvailableDueToInterworking !== undefined) return w.null(at, 0x82);
  if (c.presentationRestrictedAddress !== undefined) return encodeAddressScreened(w, at,
    c.presentationRestrictedAddress, 0xa3);
  throw noAlternative("PresentedAddressScreened");
}

export const PresentedAddressScreened: Codec<PresentedAddressScreened> = codec(
  "PresentedAddressScreened",
  encodePresentedAddressScreened,
  readPresentedAddressScreened,
  usualPresentedAddressScreened,
  {
    kind: "CHOICE",
    elements: [
      { name: "presentationAllowedAddress", type: AddressScreened.type },
      { name: "presentationRestricted", type: { kind: "NULL" } },
      { name: "numberNotAvailableDueToInterworking", type: { kind: "NULL" } },
      { name: "presentationRestrictedAddress", type: AddressScreened.type },
    ],
  },
);

export interface Address {
  readonly partyNumber: PartyNumber;
  readonly partySubaddress?: PartySubaddress;
}

export function readAddress(r: Reader, tag = 0x30): Address | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const partyNumber = readPartyNumber(r);
  if (partyNumber === undefined) return r.under("partyNumber");
  const v: Mutable<Address> = {
    partyNumber,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x30:
      case 0x04:
      case 0x24: {
        if (v.partySubaddress !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const partySubaddress = readPartySubaddress(r);
        if (partySubaddress === undefined) return r.under("partySubaddress");
        v.partySubaddress = partySubaddress;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualAddress(r: Reader, tag = 0x30): Address | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const partyNumber = usualPartyNumber(r);
  if (partyNumber === undefined) return undefined;
  const v: Mutable<Address> = { partyNumber };
  if (r.at < end && (r.octets[r.at] === 0x30 || r.octets[r.at] === 0x04 || r.octets[r.at] === 0x24)) {
    const partySubaddress = usualPartySubaddress(r);
    if (partySubaddress === undefined) return undefined;
    v.partySubaddress = partySubaddress;
  }
  return r.at === end ? v : undefined;
}

export function encodeAddress(w: Writer, end: number, v: Address, tag = 0x30): number {
  let at = end - w.tail;
  if (v.partySubaddress !== undefined) at = encodePartySubaddress(w, at, v.partySubaddress);
  at = encodePartyNumber(w, at, v.partyNumber);
  return w.head(at, tag, end);
}

export const Address: Codec<Address> = codec(
  "Address",
  encodeAddress,
  readAddress,
  usualAddress,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "partyNumber", type: PartyNumber.type },
      { name: "partySubaddress", type: PartySubaddress.type, presence: "OPTIONAL" },
    ],
  },
);

export type PresentedAddressUnscreened =
  | { readonly presentationAllowedAddress: Address }
  | { readonly presentationRestricted: null }
  | { readonly numberNotAvailableDueToInterworking: null }
  | { readonly presentationRestrictedAddress: Address };

export function readPresentedAddressUnscreened(r: Reader): PresentedAddressUnscreened | undefined {
  switch (r.tag()) {
    case 0xa0: {
      const v = readAddress(r, 0xa0);
      if (v === undefined) return r.under("presentationAllowedAddress");
      return { presentationAllowedAddress: v };
    }
    case 0x81: {
      const v = r.null(0x81);
      if (v === undefined) return r.under("presentationRestricted");
      return { presentationRestricted: v };
    }
    case 0x82: {
      const v = r.null(0x82);
      if (v === undefined) return r.under("numberNotAvailableDueToInterworking");
      return { numberNotAvailableDueToInterworking: v };
    }
    case 0xa3: {
      const v = readAddress(r, 0xa3);
      if (v === undefined) return r.under("presentationRestrictedAddress");
      return { presentationRestrictedAddress: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualPresentedAddressUnscreened(r: Reader): PresentedAddressUnscreened | undefined {
  switch (r.octets[r.at]) {
    case 0xa0: {
      const v = usualAddress(r, 0xa0);
      return v === undefined ? undefined : { presentationAllowedAddress: v };
    }
    case 0x81: {
      const v = usual.null(r, 0x81);
      return v === undefined ? undefined : { presentationRestricted: v };
    }
    case 0x82: {
      const v = usual.null(r, 0x82);
      return v === undefined ? undefined : { numberNotAvailableDueToInterworking: v };
    }
    case 0xa3: {
      const v = usualAddress(r, 0xa3);
      return v === undefined ? undefined : { presentationRestrictedAddress: v };
    }
    default:
      return undefined;
  }
}

export function encodePresentedAddressUnscreened(w: Writer, at: number, v: PresentedAddressUnscreened): number {
  const c: Alternatives<PresentedAddressUnscreened> = v;
  if (c.presentationAllowedAddress !== undefined) return encodeAddress(w, at, c.presentationAllowedAddress, 0xa0);
  if (c.presentationRestricted !== undefined) return w.null(at, 0x81);
  if (c.numberNotAvailableDueToInterworking !== undefined) return w.null(at, 0x82);
  if (c.presentationRestrictedAddress !== undefined) return encodeAddress(w, at, c.presentationRestrictedAddress, 0xa3);
  throw noAlternative("PresentedAddressUnscreened");
}

export const PresentedAddressUnscreened: Codec<PresentedAddressUnscreened> = codec(
  "PresentedAddressUnscreened",
  encodePresentedAddressUnscreened,
  readPresentedAddressUnscreened,
  usualPresentedAddressUnscreened,
  {
    kind: "CHOICE",
    elements: [
      { name: "presentationAllowedAddress", type: Address.type },
      { name: "presentationRestricted", type: { kind: "NULL" } },
      { name: "numberNotAvailableDueToInterworking", type: { kind: "NULL" } },
      { name: "presentationRestrictedAddress", type: Address.type },
    ],
  },
);

export interface NumberScreened {
  readonly partyNumber: PartyNumber;
  readonly screeningIndicator: ScreeningIndicator;
}

export function readNumberScreened(r: Reader, tag = 0x30): NumberScreened | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const partyNumber = readPartyNumber(r);
  if (partyNumber === undefined) return r.under("partyNumber");
  const screeningIndicator = readScreeningIndicator(r);
  if (screeningIndicator === undefined) return r.under("screeningIndicator");
  const v: Mutable<NumberScreened> = {
    partyNumber,
    screeningIndicator,
  };
  r.leave(outer);
  return v;
}

export function usualNumberScreened(r: Reader, tag = 0x30): NumberScreened | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const partyNumber = usualPartyNumber(r);
  if (partyNumber === undefined) return undefined;
  const screeningIndicator = usualScreeningIndicator(r);
  if (screeningIndicator === undefined) return undefined;
  const v: Mutable<NumberScreened> = { partyNumber, screeningIndicator };
  return r.at === end ? v : undefined;
}

export function encodeNumberScreened(w: Writer, end: number, v: NumberScreened, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeScreeningIndicator(w, at, v.screeningIndicator);
  at = encodePartyNumber(w, at, v.partyNumber);
  return w.head(at, tag, end);
}

export const NumberScreened: Codec<NumberScreened> = codec(
  "NumberScreened",
  encodeNumberScreened,
  readNumberScreened,
  usualNumberScreened,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "partyNumber", type: PartyNumber.type },
      { name: "screeningIndicator", type: ScreeningIndicator.type },
    ],
  },
);

export type PresentedNumberScreened =
  | { readonly presentationAllowedAddress: NumberScreened }
  | { readonly presentationRestricted: null }
  | { readonly numberNotAvailableDueToInterworking: null }
  | { readonly presentationRestrictedAddress: NumberScreened };

export function readPresentedNumberScreened(r: Reader): PresentedNumberScreened | undefined {
  switch (r.tag()) {
    case 0xa0: {
      const v = readNumberScreened(r, 0xa0);
      if (v === undefined) return r.under("presentationAllowedAddress");
      return { presentationAllowedAddress: v };
    }
    case 0x81: {
      const v = r.null(0x81);
      if (v === undefined) return r.under("presentationRestricted");
      return { presentationRestricted: v };
    }
    case 0x82: {
      const v = r.null(0x82);
      if (v === undefined) return r.under("numberNotAvailableDueToInterworking");
      return { numberNotAvailableDueToInterworking: v };
    }
    case 0xa3: {
      const v = readNumberScreened(r, 0xa3);
      if (v === undefined) return r.under("presentationRestrictedAddress");
      return { presentationRestrictedAddress: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualPresentedNumberScreened(r: Reader): PresentedNumberScreened | undefined {
  switch (r.octets[r.at]) {
    case 0xa0: {
      const v = usualNumberScreened(r, 0xa0);
      return v === undefined ? undefined : { presentationAllowedAddress: v };
    }
    case 0x81: {
      const v = usual.null(r, 0x81);
      return v === undefined ? undefined : { presentationRestricted: v };
    }
    case 0x82: {
      const v = usual.null(r, 0x82);
      return v === undefined ? undefined : { numberNotAvailableDueToInterworking: v };
    }
    case 0xa3: {
      const v = usualNumberScreened(r, 0xa3);
      return v === undefined ? undefined : { presentationRestrictedAddress: v };
    }
    default:
      return undefined;
  }
}

export function encodePresentedNumberScreened(w: Writer, at: number, v: PresentedNumberScreened): number {
  const c: Alternatives<PresentedNumberScreened> = v;
  if (c.presentationAllowedAddress !== undefined) return encodeNumberScreened(w, at, c.presentationAllowedAddress,
    0xa0);
  if (c.presentationRestricted !== undefined) return w.null(at, 0x81);
  if (c.numberNotAvailableDueToInterworking !== undefined) return w.null(at, 0x82);
  if (c.presentationRestrictedAddress !== undefined) return encodeNumberScreened(w, at, c.presentationRestrictedAddress,
    0xa3);
  throw noAlternative("PresentedNumberScreened");
}

export const PresentedNumberScreened: Codec<PresentedNumberScreened> = codec(
  "PresentedNumberScreened",
  encodePresentedNumberScreened,
  readPresentedNumberScreened,
  usualPresentedNumberScreened,
  {
    kind: "CHOICE",
    elements: [
      { name: "presentationAllowedAddress", type: NumberScreened.type },
      { name: "presentationRestricted", type: { kind: "NULL" } },
      { name: "numberNotAvailableDueToInterworking", type: { kind: "NULL" } },
      { name: "presentationRestrictedAddress", type: NumberScreened.type },
    ],
  },
);

export type PresentedNumberUnscreened =
  | { readonly presentationAllowedAddress: PartyNumber }
  | { readonly presentationRestricted: null }
  | { readonly numberNotAvailableDueToInterworking: null }
  | { readonly presentationRestrictedAddress: PartyNumber };

export function readPresentedNumberUnscreened(r: Reader): PresentedNumberUnscreened | undefined {
  switch (r.tag()) {
    case 0xa0: {
      const v = r.explicit(0xa0, readPartyNumber);
      if (v === undefined) return r.under("presentationAllowedAddress");
      return { presentationAllowedAddress: v };
    }
    case 0x81: {
      const v = r.null(0x81);
      if (v === undefined) return r.under("presentationRestricted");
      return { presentationRestricted: v };
    }
    case 0x82: {
      const v = r.null(0x82);
      if (v === undefined) return r.under("numberNotAvailableDueToInterworking");
      return { numberNotAvailableDueToInterworking: v };
    }
    case 0xa3: {
      const v = r.explicit(0xa3, readPartyNumber);
      if (v === undefined) return r.under("presentationRestrictedAddress");
      return { presentationRestrictedAddress: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualPresentedNumberUnscreened(r: Reader): PresentedNumberUnscreened | undefined {
  switch (r.octets[r.at]) {
    case 0xa0: {
      const v = usual.explicit(r, 0xa0, usualPartyNumber);
      return v === undefined ? undefined : { presentationAllowedAddress: v };
    }
    case 0x81: {
      const v = usual.null(r, 0x81);
      return v === undefined ? undefined : { presentationRestricted: v };
    }
    case 0x82: {
      const v = usual.null(r, 0x82);
      return v === undefined ? undefined : { numberNotAvailableDueToInterworking: v };
    }
    case 0xa3: {
      const v = usual.explicit(r, 0xa3, usualPartyNumber);
      return v === undefined ? undefined : { presentationRestrictedAddress: v };
    }
    default:
      return undefined;
  }
}

export function encodePresentedNumberUnscreened(w: Writer, at: number, v: PresentedNumberUnscreened): number {
  const c: Alternatives<PresentedNumberUnscreened> = v;
  if (c.presentationAllowedAddress !== undefined) return w.head(encodePartyNumber(w, at - w.tail,
    c.presentationAllowedAddress), 0xa0, at);
  if (c.presentationRestricted !== undefined) return w.null(at, 0x81);
  if (c.numberNotAvailableDueToInterworking !== undefined) return w.null(at, 0x82);
  if (c.presentationRestrictedAddress !== undefined) return w.head(encodePartyNumber(w, at - w.tail,
    c.presentationRestrictedAddress), 0xa3, at);
  throw noAlternative("PresentedNumberUnscreened");
}

export const PresentedNumberUnscreened: Codec<PresentedNumberUnscreened> = codec(
  "PresentedNumberUnscreened",
  encodePresentedNumberUnscreened,
  readPresentedNumberUnscreened,
  usualPresentedNumberUnscreened,
  {
    kind: "CHOICE",
    elements: [
      { name: "presentationAllowedAddress", type: PartyNumber.type },
      { name: "presentationRestricted", type: { kind: "NULL" } },
      { name: "numberNotAvailableDueToInterworking", type: { kind: "NULL" } },
      { name: "presentationRestrictedAddress", type: PartyNumber.type },
    ],
  },
);

export type PresentationAllowedIndicator = boolean;

export function readPresentationAllowedIndicator(r: Reader, tag = 0x01): PresentationAllowedIndicator | undefined {
  return r.boolean(tag);
}

export function usualPresentationAllowedIndicator(r: Reader, tag = 0x01): PresentationAllowedIndicator | undefined {
  return usual.boolean(r, tag);
}

export function encodePresentationAllowedIndicator(w: Writer, at: number, v: PresentationAllowedIndicator, tag = 0x01):
  number {
  return w.boolean(at, tag, v);
}

export const PresentationAllowedIndicator: Codec<PresentationAllowedIndicator> = codec(
  "PresentationAllowedIndicator",
  encodePresentationAllowedIndicator,
  readPresentationAllowedIndicator,
  usualPresentationAllowedIndicator,
  { kind: "BOOLEAN" },
);
