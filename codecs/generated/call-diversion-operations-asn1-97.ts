// Generated from asn1/Call-Diversion-Operations-asn1-97.asn by asn1/tool; do not edit.
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
  PresentedNumberUnscreened,
  encodeAddress,
  encodePartyNumber,
  encodePartySubaddress,
  encodePresentedNumberScreened,
  encodePresentedNumberUnscreened,
  readAddress,
  readPartyNumber,
  readPartySubaddress,
  readPresentedNumberScreened,
  readPresentedNumberUnscreened,
  usualAddress,
  usualPartyNumber,
  usualPartySubaddress,
  usualPresentedNumberScreened,
  usualPresentedNumberUnscreened,
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

export type Procedure =
  | "cfu"
  | "cfb"
  | "cfnr";

const procedureNumbers = {
  "cfu": 0,
  "cfb": 1,
  "cfnr": 2,
} as const;
const procedureNames = namesOf(procedureNumbers);

function procedureNumber(v: Procedure): number {
  switch (v) {
    case "cfu":
      return 0;
    case "cfb":
      return 1;
    case "cfnr":
      return 2;
  }
}

export function readProcedure(r: Reader, tag = 0x0a): Procedure | undefined {
  return r.enumerated(tag, procedureNames);
}

export function usualProcedure(r: Reader, tag = 0x0a): Procedure | undefined {
  return usual.enumerated(r, tag, procedureNames);
}

export function encodeProcedure(w: Writer, at: number, v: Procedure, tag = 0x0a): number {
  const n = procedureNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const Procedure: Codec<Procedure> = codec(
  "Procedure",
  encodeProcedure,
  readProcedure,
  usualProcedure,
  { kind: "named", names: procedureNumbers, open: false },
);

export type BasicService =
  | "allServices"
  | "speech"
  | "unrestrictedDigitalInformation"
  | "audio3100Hz"
  | "telephony"
  | "teletex"
  | "telefaxGroup4Class1"
  | "videotexSyntaxBased"
  | "videotelephony";

const basicServiceNumbers = {
  "allServices": 0,
  "speech": 1,
  "unrestrictedDigitalInformation": 2,
  "audio3100Hz": 3,
  "telephony": 32,
  "teletex": 33,
  "telefaxGroup4Class1": 34,
  "videotexSyntaxBased": 35,
  "videotelephony": 36,
} as const;
const basicServiceNames = namesOf(basicServiceNumbers);

function basicServiceNumber(v: BasicService): number {
  switch (v) {
    case "allServices":
      return 0;
    case "speech":
      return 1;
    case "unrestrictedDigitalInformation":
      return 2;
    case "audio3100Hz":
      return 3;
    case "telephony":
      return 32;
    case "teletex":
      return 33;
    case "telefaxGroup4Class1":
      return 34;
    case "videotexSyntaxBased":
      return 35;
    case "videotelephony":
      return 36;
  }
}

export function readBasicService(r: Reader, tag = 0x0a): BasicService | undefined {
  return r.enumerated(tag, basicServiceNames);
}

export function usualBasicService(r: Reader, tag = 0x0a): BasicService | undefined {
  return usual.enumerated(r, tag, basicServiceNames);
}

export function encodeBasicService(w: Writer, at: number, v: BasicService, tag = 0x0a): number {
  const n = basicServiceNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const BasicService: Codec<BasicService> = codec(
  "BasicService",
  encodeBasicService,
  readBasicService,
  usualBasicService,
  { kind: "named", names: basicServiceNumbers, open: false },
);

export type DiversionExtension =
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readDiversionExtension(r: Reader): DiversionExtension | undefined {
  switch (r.tag()) {
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

export function usualDiversionExtension(r: Reader): DiversionExtension | undefined {
  switch (r.octets[r.at]) {
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

export function encodeDiversionExtension(w: Writer, at: number, v: DiversionExtension): number {
  const c: Alternatives<DiversionExtension> = v;
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xa1);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xa2, encodeExtension, c.multiple);
  throw noAlternative("DiversionExtension");
}

export const DiversionExtension: Codec<DiversionExtension> = codec(
  "DiversionExtension",
  encodeDiversionExtension,
  readDiversionExtension,
  usualDiversionExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface ActivateDiversionQArg {
  readonly procedure: Procedure;
  readonly basicService: BasicService;
  readonly divertedToAddress: Address;
  readonly servedUserNr: PartyNumber;
  readonly activatingUserNr: PartyNumber;
  readonly extension?: DiversionExtension;
}

export function readActivateDiversionQArg(r: Reader, tag = 0x30): ActivateDiversionQArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const procedure = readProcedure(r);
  if (procedure === undefined) return r.under("procedure");
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const divertedToAddress = readAddress(r);
  if (divertedToAddress === undefined) return r.under("divertedToAddress");
  const servedUserNr = readPartyNumber(r);
  if (servedUserNr === undefined) return r.under("servedUserNr");
  const activatingUserNr = readPartyNumber(r);
  if (activatingUserNr === undefined) return r.under("activatingUserNr");
  const v: Mutable<ActivateDiversionQArg> = {
    procedure,
    basicService,
    divertedToAddress,
    servedUserNr,
    activatingUserNr,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extension = readDiversionExtension(r);
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

export function usualActivateDiversionQArg(r: Reader, tag = 0x30): ActivateDiversionQArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const procedure = usualProcedure(r);
  if (procedure === undefined) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const divertedToAddress = usualAddress(r);
  if (divertedToAddress === undefined) return undefined;
  const servedUserNr = usualPartyNumber(r);
  if (servedUserNr === undefined) return undefined;
  const activatingUserNr = usualPartyNumber(r);
  if (activatingUserNr === undefined) return undefined;
  const v: Mutable<ActivateDiversionQArg> = { procedure, basicService, divertedToAddress, servedUserNr, activatingUserNr
    };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const extension = usualDiversionExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeActivateDiversionQArg(w: Writer, end: number, v: ActivateDiversionQArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeDiversionExtension(w, at, v.extension);
  at = encodePartyNumber(w, at, v.activatingUserNr);
  at = encodePartyNumber(w, at, v.servedUserNr);
  at = encodeAddress(w, at, v.divertedToAddress);
  at = encodeBasicService(w, at, v.basicService);
  at = encodeProcedure(w, at, v.procedure);
  return w.head(at, tag, end);
}

export const ActivateDiversionQArg: Codec<ActivateDiversionQArg> = codec(
  "ActivateDiversionQArg",
  encodeActivateDiversionQArg,
  readActivateDiversionQArg,
  usualActivateDiversionQArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "procedure", type: Procedure.type },
      { name: "basicService", type: BasicService.type },
      { name: "divertedToAddress", type: Address.type },
      { name: "servedUserNr", type: PartyNumber.type },
      { name: "activatingUserNr", type: PartyNumber.type },
      { name: "extension", type: DiversionExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface DeactivateDiversionQArg {
  readonly procedure: Procedure;
  readonly basicService: BasicService;
  readonly servedUserNr: PartyNumber;
  readonly deactivatingUserNr: PartyNumber;
  readonly extension?: DiversionExtension;
}

export function readDeactivateDiversionQArg(r: Reader, tag = 0x30): DeactivateDiversionQArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const procedure = readProcedure(r);
  if (procedure === undefined) return r.under("procedure");
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const servedUserNr = readPartyNumber(r);
  if (servedUserNr === undefined) return r.under("servedUserNr");
  const deactivatingUserNr = readPartyNumber(r);
  if (deactivatingUserNr === undefined) return r.under("deactivatingUserNr");
  const v: Mutable<DeactivateDiversionQArg> = {
    procedure,
    basicService,
    servedUserNr,
    deactivatingUserNr,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extension = readDiversionExtension(r);
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

export function usualDeactivateDiversionQArg(r: Reader, tag = 0x30): DeactivateDiversionQArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const procedure = usualProcedure(r);
  if (procedure === undefined) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const servedUserNr = usualPartyNumber(r);
  if (servedUserNr === undefined) return undefined;
  const deactivatingUserNr = usualPartyNumber(r);
  if (deactivatingUserNr === undefined) return undefined;
  const v: Mutable<DeactivateDiversionQArg> = { procedure, basicService, servedUserNr, deactivatingUserNr };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const extension = usualDiversionExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeDeactivateDiversionQArg(w: Writer, end: number, v: DeactivateDiversionQArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeDiversionExtension(w, at, v.extension);
  at = encodePartyNumber(w, at, v.deactivatingUserNr);
  at = encodePartyNumber(w, at, v.servedUserNr);
  at = encodeBasicService(w, at, v.basicService);
  at = encodeProcedure(w, at, v.procedure);
  return w.head(at, tag, end);
}

export const DeactivateDiversionQArg: Codec<DeactivateDiversionQArg> = codec(
  "DeactivateDiversionQArg",
  encodeDeactivateDiversionQArg,
  readDeactivateDiversionQArg,
  usualDeactivateDiversionQArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "procedure", type: Procedure.type },
      { name: "basicService", type: BasicService.type },
      { name: "servedUserNr", type: PartyNumber.type },
      { name: "deactivatingUserNr", type: PartyNumber.type },
      { name: "extension", type: DiversionExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface InterrogateDiversionQArg {
  readonly procedure: Procedure;
  /** Absent: allServices. */
  readonly basicService?: BasicService;
  readonly servedUserNr: PartyNumber;
  readonly interrogatingUserNr: PartyNumber;
  readonly extension?: DiversionExtension;
}

export function readInterrogateDiversionQArg(r: Reader, tag = 0x30): InterrogateDiversionQArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const procedure = readProcedure(r);
  if (procedure === undefined) return r.under("procedure");
  let basicService: BasicService | undefined;
  if (r.tag() === 0x0a) {
    basicService = readBasicService(r);
    if (basicService === undefined) return r.under("basicService");
  }
  const servedUserNr = readPartyNumber(r);
  if (servedUserNr === undefined) return r.under("servedUserNr");
  const interrogatingUserNr = readPartyNumber(r);
  if (interrogatingUserNr === undefined) return r.under("interrogatingUserNr");
  const v: Mutable<InterrogateDiversionQArg> = {
    procedure,
    servedUserNr,
    interrogatingUserNr,
  };
  if (basicService !== undefined) v.basicService = basicService;
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extension = readDiversionExtension(r);
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

export function usualInterrogateDiversionQArg(r: Reader, tag = 0x30): InterrogateDiversionQArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const procedure = usualProcedure(r);
  if (procedure === undefined) return undefined;
  let basicService: BasicService | undefined;
  if (r.at < end && r.octets[r.at] === 0x0a) {
    basicService = usualBasicService(r);
    if (basicService === undefined) return undefined;
  }
  const servedUserNr = usualPartyNumber(r);
  if (servedUserNr === undefined) return undefined;
  const interrogatingUserNr = usualPartyNumber(r);
  if (interrogatingUserNr === undefined) return undefined;
  const v: Mutable<InterrogateDiversionQArg> = { procedure, servedUserNr, interrogatingUserNr };
  if (basicService !== undefined) v.basicService = basicService;
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const extension = usualDiversionExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeInterrogateDiversionQArg(w: Writer, end: number, v: InterrogateDiversionQArg, tag = 0x30): number
  {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeDiversionExtension(w, at, v.extension);
  at = encodePartyNumber(w, at, v.interrogatingUserNr);
  at = encodePartyNumber(w, at, v.servedUserNr);
  if (v.basicService !== undefined && v.basicService !== "allServices") at = encodeBasicService(w, at, v.basicService);
  at = encodeProcedure(w, at, v.procedure);
  return w.head(at, tag, end);
}

export const InterrogateDiversionQArg: Codec<InterrogateDiversionQArg> = codec(
  "InterrogateDiversionQArg",
  encodeInterrogateDiversionQArg,
  readInterrogateDiversionQArg,
  usualInterrogateDiversionQArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "procedure", type: Procedure.type },
      { name: "basicService", type: BasicService.type, presence: {"default":"allServices"} },
      { name: "servedUserNr", type: PartyNumber.type },
      { name: "interrogatingUserNr", type: PartyNumber.type },
      { name: "extension", type: DiversionExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface CheckRestrictionArg {
  readonly servedUserNr: PartyNumber;
  readonly basicService: BasicService;
  readonly divertedToNr: PartyNumber;
  readonly extension?: DiversionExtension;
}

export function readCheckRestrictionArg(r: Reader, tag = 0x30): CheckRestrictionArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const servedUserNr = readPartyNumber(r);
  if (servedUserNr === undefined) return r.under("servedUserNr");
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const divertedToNr = readPartyNumber(r);
  if (divertedToNr === undefined) return r.under("divertedToNr");
  const v: Mutable<CheckRestrictionArg> = {
    servedUserNr,
    basicService,
    divertedToNr,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extension = readDiversionExtension(r);
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

export function usualCheckRestrictionArg(r: Reader, tag = 0x30): CheckRestrictionArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const servedUserNr = usualPartyNumber(r);
  if (servedUserNr === undefined) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const divertedToNr = usualPartyNumber(r);
  if (divertedToNr === undefined) return undefined;
  const v: Mutable<CheckRestrictionArg> = { servedUserNr, basicService, divertedToNr };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const extension = usualDiversionExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCheckRestrictionArg(w: Writer, end: number, v: CheckRestrictionArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeDiversionExtension(w, at, v.extension);
  at = encodePartyNumber(w, at, v.divertedToNr);
  at = encodeBasicService(w, at, v.basicService);
  at = encodePartyNumber(w, at, v.servedUserNr);
  return w.head(at, tag, end);
}

export const CheckRestrictionArg: Codec<CheckRestrictionArg> = codec(
  "CheckRestrictionArg",
  encodeCheckRestrictionArg,
  readCheckRestrictionArg,
  usualCheckRestrictionArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "servedUserNr", type: PartyNumber.type },
      { name: "basicService", type: BasicService.type },
      { name: "divertedToNr", type: PartyNumber.type },
      { name: "extension", type: DiversionExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type DiversionReason =
  | "unknown"
  | "cfu"
  | "cfb"
  | "cfnr";

const diversionReasonNumbers = {
  "unknown": 0,
  "cfu": 1,
  "cfb": 2,
  "cfnr": 3,
} as const;
const diversionReasonNames = namesOf(diversionReasonNumbers);

function diversionReasonNumber(v: DiversionReason): number {
  switch (v) {
    case "unknown":
      return 0;
    case "cfu":
      return 1;
    case "cfb":
      return 2;
    case "cfnr":
      return 3;
  }
}

export function readDiversionReason(r: Reader, tag = 0x0a): DiversionReason | undefined {
  return r.enumerated(tag, diversionReasonNames);
}

export function usualDiversionReason(r: Reader, tag = 0x0a): DiversionReason | undefined {
  return usual.enumerated(r, tag, diversionReasonNames);
}

export function encodeDiversionReason(w: Writer, at: number, v: DiversionReason, tag = 0x0a): number {
  const n = diversionReasonNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const DiversionReason: Codec<DiversionReason> = codec(
  "DiversionReason",
  encodeDiversionReason,
  readDiversionReason,
  usualDiversionReason,
  { kind: "named", names: diversionReasonNumbers, open: false },
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

export type RerouteingExtension =
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readRerouteingExtension(r: Reader): RerouteingExtension | undefined {
  switch (r.tag()) {
    case 0xa9: {
      const v = readExtension(r, 0xa9);
      if (v === undefined) return r.under("single");
      return { single: v };
    }
    case 0xaa: {
      const v = r.sequenceOf(0xaa, readExtension);
      if (v === undefined) return r.under("multiple");
      return { multiple: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualRerouteingExtension(r: Reader): RerouteingExtension | undefined {
  switch (r.octets[r.at]) {
    case 0xa9: {
      const v = usualExtension(r, 0xa9);
      return v === undefined ? undefined : { single: v };
    }
    case 0xaa: {
      const v = usual.sequenceOf(r, 0xaa, usualExtension);
      return v === undefined ? undefined : { multiple: v };
    }
    default:
      return undefined;
  }
}

export function encodeRerouteingExtension(w: Writer, at: number, v: RerouteingExtension): number {
  const c: Alternatives<RerouteingExtension> = v;
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xa9);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xaa, encodeExtension, c.multiple);
  throw noAlternative("RerouteingExtension");
}

export const RerouteingExtension: Codec<RerouteingExtension> = codec(
  "RerouteingExtension",
  encodeRerouteingExtension,
  readRerouteingExtension,
  usualRerouteingExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface CallRerouteingArg {
  readonly rerouteingReason: DiversionReason;
  readonly originalRerouteingReason?: DiversionReason;
  readonly calledAddress: Address;
  readonly diversionCounter: number;
  readonly pSS1InfoElement: Uint8Array;
  readonly lastRerouteingNr: PresentedNumberUnscreened;
  readonly subscriptionOption: SubscriptionOption;
  readonly callingPartySubaddress?: PartySubaddress;
  readonly callingNumber: PresentedNumberScreened;
  readonly callingName?: Name;
  readonly originalCalledNr?: PresentedNumberUnscreened;
  readonly redirectingName?: Name;
  readonly originalCalledName?: Name;
  readonly extension?: RerouteingExtension;
}

export function readCallRerouteingArg(r: Reader, tag = 0x30): CallRerouteingArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const rerouteingReason = readDiversionReason(r);
  if (rerouteingReason === undefined) return r.under("rerouteingReason");
  let originalRerouteingReason: DiversionReason | undefined;
  if (r.tag() === 0x80) {
    originalRerouteingReason = readDiversionReason(r, 0x80);
    if (originalRerouteingReason === undefined) return r.under("originalRerouteingReason");
  }
  const calledAddress = readAddress(r);
  if (calledAddress === undefined) return r.under("calledAddress");
  const diversionCounter = r.integer(0x02, 1, 15);
  if (diversionCounter === undefined) return r.under("diversionCounter");
  const pSS1InfoElement = r.octetString(0x40);
  if (pSS1InfoElement === undefined) return r.under("pSS1InfoElement");
  const lastRerouteingNr = r.explicit(0xa1, readPresentedNumberUnscreened);
  if (lastRerouteingNr === undefined) return r.under("lastRerouteingNr");
  const subscriptionOption = readSubscriptionOption(r, 0x82);
  if (subscriptionOption === undefined) return r.under("subscriptionOption");
  let callingPartySubaddress: PartySubaddress | undefined;
  if (r.tag() === 0xa3) {
    callingPartySubaddress = r.explicit(0xa3, readPartySubaddress);
    if (callingPartySubaddress === undefined) return r.under("callingPartySubaddress");
  }
  const callingNumber = r.explicit(0xa4, readPresentedNumberScreened);
  if (callingNumber === undefined) return r.under("callingNumber");
  const v: Mutable<CallRerouteingArg> = {
    rerouteingReason,
    calledAddress,
    diversionCounter,
    pSS1InfoElement,
    lastRerouteingNr,
    subscriptionOption,
    callingNumber,
  };
  if (originalRerouteingReason !== undefined) v.originalRerouteingReason = originalRerouteingReason;
  if (callingPartySubaddress !== undefined) v.callingPartySubaddress = callingPartySubaddress;
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa5: {
        if (v.callingName !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const callingName = r.explicit(0xa5, readName);
        if (callingName === undefined) return r.under("callingName");
        v.callingName = callingName;
        break;
      }
      case 0xa6: {
        if (v.originalCalledNr !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const originalCalledNr = r.explicit(0xa6, readPresentedNumberUnscreened);
        if (originalCalledNr === undefined) return r.under("originalCalledNr");
        v.originalCalledNr = originalCalledNr;
        break;
      }
      case 0xa7: {
        if (v.redirectingName !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const redirectingName = r.explicit(0xa7, readName);
        if (redirectingName === undefined) return r.under("redirectingName");
        v.redirectingName = redirectingName;
        break;
      }
      case 0xa8: {
        if (v.originalCalledName !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const originalCalledName = r.explicit(0xa8, readName);
        if (originalCalledName === undefined) return r.under("originalCalledName");
        v.originalCalledName = originalCalledName;
        break;
      }
      case 0xa9:
      case 0xaa: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 4 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 4;
        const extension = readRerouteingExtension(r);
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

export function usualCallRerouteingArg(r: Reader, tag = 0x30): CallRerouteingArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const rerouteingReason = usualDiversionReason(r);
  if (rerouteingReason === undefined) return undefined;
  let originalRerouteingReason: DiversionReason | undefined;
  if (r.at < end && r.octets[r.at] === 0x80) {
    originalRerouteingReason = usualDiversionReason(r, 0x80);
    if (originalRerouteingReason === undefined) return undefined;
  }
  const calledAddress = usualAddress(r);
  if (calledAddress === undefined) return undefined;
  const diversionCounter = usual.integer(r, 0x02, 1, 15);
  if (diversionCounter === undefined) return undefined;
  const pSS1InfoElement = usual.octetString(r, 0x40);
  if (pSS1InfoElement === undefined) return undefined;
  const lastRerouteingNr = usual.explicit(r, 0xa1, usualPresentedNumberUnscreened);
  if (lastRerouteingNr === undefined) return undefined;
  const subscriptionOption = usualSubscriptionOption(r, 0x82);
  if (subscriptionOption === undefined) return undefined;
  let callingPartySubaddress: PartySubaddress | undefined;
  if (r.at < end && r.octets[r.at] === 0xa3) {
    callingPartySubaddress = usual.explicit(r, 0xa3, usualPartySubaddress);
    if (callingPartySubaddress === undefined) return undefined;
  }
  const callingNumber = usual.explicit(r, 0xa4, usualPresentedNumberScreened);
  if (callingNumber === undefined) return undefined;
  const v: Mutable<CallRerouteingArg> = { rerouteingReason, calledAddress, diversionCounter, pSS1InfoElement,
    lastRerouteingNr, subscriptionOption, callingNumber };
  if (originalRerouteingReason !== undefined) v.originalRerouteingReason = originalRerouteingReason;
  if (callingPartySubaddress !== undefined) v.callingPartySubaddress = callingPartySubaddress;
  if (r.at < end && r.octets[r.at] === 0xa5) {
    const callingName = usual.explicit(r, 0xa5, usualName);
    if (callingName === undefined) return undefined;
    v.callingName = callingName;
  }
  if (r.at < end && r.octets[r.at] === 0xa6) {
    const originalCalledNr = usual.explicit(r, 0xa6, usualPresentedNumberUnscreened);
    if (originalCalledNr === undefined) return undefined;
    v.originalCalledNr = originalCalledNr;
  }
  if (r.at < end && r.octets[r.at] === 0xa7) {
    const redirectingName = usual.explicit(r, 0xa7, usualName);
    if (redirectingName === undefined) return undefined;
    v.redirectingName = redirectingName;
  }
  if (r.at < end && r.octets[r.at] === 0xa8) {
    const originalCalledName = usual.explicit(r, 0xa8, usualName);
    if (originalCalledName === undefined) return undefined;
    v.originalCalledName = originalCalledName;
  }
  if (r.at < end && (r.octets[r.at] === 0xa9 || r.octets[r.at] === 0xaa)) {
    const extension = usualRerouteingExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCallRerouteingArg(w: Writer, end: number, v: CallRerouteingArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeRerouteingExtension(w, at, v.extension);
  if (v.originalCalledName !== undefined) at = w.head(encodeName(w, at - w.tail, v.originalCalledName), 0xa8, at);
  if (v.redirectingName !== undefined) at = w.head(encodeName(w, at - w.tail, v.redirectingName), 0xa7, at);
  if (v.originalCalledNr !== undefined) at = w.head(encodePresentedNumberUnscreened(w, at - w.tail, v.originalCalledNr),
    0xa6, at);
  if (v.callingName !== undefined) at = w.head(encodeName(w, at - w.tail, v.callingName), 0xa5, at);
  at = w.head(encodePresentedNumberScreened(w, at - w.tail, v.callingNumber), 0xa4, at);
  if (v.callingPartySubaddress !== undefined) at = w.head(encodePartySubaddress(w, at - w.tail,
    v.callingPartySubaddress), 0xa3, at);
  at = encodeSubscriptionOption(w, at, v.subscriptionOption, 0x82);
  at = w.head(encodePresentedNumberUnscreened(w, at - w.tail, v.lastRerouteingNr), 0xa1, at);
  at = w.octetString(at, 0x40, v.pSS1InfoElement);
  at = w.integer(at, 0x02, v.diversionCounter, 1, 15);
  at = encodeAddress(w, at, v.calledAddress);
  if (v.originalRerouteingReason !== undefined) at = encodeDiversionReason(w, at, v.originalRerouteingReason, 0x80);
  at = encodeDiversionReason(w, at, v.rerouteingReason);
  return w.head(at, tag, end);
}

export const CallRerouteingArg: Codec<CallRerouteingArg> = codec(
  "CallRerouteingArg",
  encodeCallRerouteingArg,
  readCallRerouteingArg,
  usualCallRerouteingArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "rerouteingReason", type: DiversionReason.type },
      { name: "originalRerouteingReason", type: DiversionReason.type, presence: "OPTIONAL" },
      { name: "calledAddress", type: Address.type },
      { name: "diversionCounter", type: { kind: "INTEGER", min: 1, max: 15 } },
      { name: "pSS1InfoElement", type: { kind: "OCTET STRING" } },
      { name: "lastRerouteingNr", type: PresentedNumberUnscreened.type },
      { name: "subscriptionOption", type: SubscriptionOption.type },
      { name: "callingPartySubaddress", type: PartySubaddress.type, presence: "OPTIONAL" },
      { name: "callingNumber", type: PresentedNumberScreened.type },
      { name: "callingName", type: Name.type, presence: "OPTIONAL" },
      { name: "originalCalledNr", type: PresentedNumberUnscreened.type, presence: "OPTIONAL" },
      { name: "redirectingName", type: Name.type, presence: "OPTIONAL" },
      { name: "originalCalledName", type: Name.type, presence: "OPTIONAL" },
      { name: "extension", type: RerouteingExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface DivertingLegInformation1Arg {
  readonly diversionReason: DiversionReason;
  readonly subscriptionOption: SubscriptionOption;
  readonly nominatedNr: PartyNumber;
  readonly extension?: RerouteingExtension;
}

export function readDivertingLegInformation1Arg(r: Reader, tag = 0x30): DivertingLegInformation1Arg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const diversionReason = readDiversionReason(r);
  if (diversionReason === undefined) return r.under("diversionReason");
  const subscriptionOption = readSubscriptionOption(r);
  if (subscriptionOption === undefined) return r.under("subscriptionOption");
  const nominatedNr = readPartyNumber(r);
  if (nominatedNr === undefined) return r.under("nominatedNr");
  const v: Mutable<DivertingLegInformation1Arg> = {
    diversionReason,
    subscriptionOption,
    nominatedNr,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa9:
      case 0xaa: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extension = readRerouteingExtension(r);
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

export function usualDivertingLegInformation1Arg(r: Reader, tag = 0x30): DivertingLegInformation1Arg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const diversionReason = usualDiversionReason(r);
  if (diversionReason === undefined) return undefined;
  const subscriptionOption = usualSubscriptionOption(r);
  if (subscriptionOption === undefined) return undefined;
  const nominatedNr = usualPartyNumber(r);
  if (nominatedNr === undefined) return undefined;
  const v: Mutable<DivertingLegInformation1Arg> = { diversionReason, subscriptionOption, nominatedNr };
  if (r.at < end && (r.octets[r.at] === 0xa9 || r.octets[r.at] === 0xaa)) {
    const extension = usualRerouteingExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeDivertingLegInformation1Arg(w: Writer, end: number, v: DivertingLegInformation1Arg, tag = 0x30):
  number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeRerouteingExtension(w, at, v.extension);
  at = encodePartyNumber(w, at, v.nominatedNr);
  at = encodeSubscriptionOption(w, at, v.subscriptionOption);
  at = encodeDiversionReason(w, at, v.diversionReason);
  return w.head(at, tag, end);
}

export const DivertingLegInformation1Arg: Codec<DivertingLegInformation1Arg> = codec(
  "DivertingLegInformation1Arg",
  encodeDivertingLegInformation1Arg,
  readDivertingLegInformation1Arg,
  usualDivertingLegInformation1Arg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "diversionReason", type: DiversionReason.type },
      { name: "subscriptionOption", type: SubscriptionOption.type },
      { name: "nominatedNr", type: PartyNumber.type },
      { name: "extension", type: RerouteingExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type DivertingLegInformation2ArgExtension =
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readDivertingLegInformation2ArgExtension(r: Reader): DivertingLegInformation2ArgExtension | undefined {
  switch (r.tag()) {
    case 0xa5: {
      const v = readExtension(r, 0xa5);
      if (v === undefined) return r.under("single");
      return { single: v };
    }
    case 0xa6: {
      const v = r.sequenceOf(0xa6, readExtension);
      if (v === undefined) return r.under("multiple");
      return { multiple: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualDivertingLegInformation2ArgExtension(r: Reader): DivertingLegInformation2ArgExtension | undefined {
  switch (r.octets[r.at]) {
    case 0xa5: {
      const v = usualExtension(r, 0xa5);
      return v === undefined ? undefined : { single: v };
    }
    case 0xa6: {
      const v = usual.sequenceOf(r, 0xa6, usualExtension);
      return v === undefined ? undefined : { multiple: v };
    }
    default:
      return undefined;
  }
}

export function encodeDivertingLegInformation2ArgExtension(w: Writer, at: number, v:
  DivertingLegInformation2ArgExtension): number {
  const c: Alternatives<DivertingLegInformation2ArgExtension> = v;
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xa5);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xa6, encodeExtension, c.multiple);
  throw noAlternative("DivertingLegInformation2ArgExtension");
}

export const DivertingLegInformation2ArgExtension: Codec<DivertingLegInformation2ArgExtension> = codec(
  "DivertingLegInformation2ArgExtension",
  encodeDivertingLegInformation2ArgExtension,
  readDivertingLegInformation2ArgExtension,
  usualDivertingLegInformation2ArgExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface DivertingLegInformation2Arg {
  readonly diversionCounter: number;
  readonly diversionReason: DiversionReason;
  readonly originalDiversionReason?: DiversionReason;
  readonly divertingNr?: PresentedNumberUnscreened;
  readonly originalCalledNr?: PresentedNumberUnscreened;
  readonly redirectingName?: Name;
  readonly originalCalledName?: Name;
  readonly extension?: DivertingLegInformation2ArgExtension;
}

export function readDivertingLegInformation2Arg(r: Reader, tag = 0x30): DivertingLegInformation2Arg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const diversionCounter = r.integer(0x02, 1, 15);
  if (diversionCounter === undefined) return r.under("diversionCounter");
  const diversionReason = readDiversionReason(r);
  if (diversionReason === undefined) return r.under("diversionReason");
  const v: Mutable<DivertingLegInformation2Arg> = {
    diversionCounter,
    diversionReason,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x80: {
        if (v.originalDiversionReason !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const originalDiversionReason = readDiversionReason(r, 0x80);
        if (originalDiversionReason === undefined) return r.under("originalDiversionReason");
        v.originalDiversionReason = originalDiversionReason;
        break;
      }
      case 0xa1: {
        if (v.divertingNr !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const divertingNr = r.explicit(0xa1, readPresentedNumberUnscreened);
        if (divertingNr === undefined) return r.under("divertingNr");
        v.divertingNr = divertingNr;
        break;
      }
      case 0xa2: {
        if (v.originalCalledNr !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const originalCalledNr = r.explicit(0xa2, readPresentedNumberUnscreened);
        if (originalCalledNr === undefined) return r.under("originalCalledNr");
        v.originalCalledNr = originalCalledNr;
        break;
      }
      case 0xa3: {
        if (v.redirectingName !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const redirectingName = r.explicit(0xa3, readName);
        if (redirectingName === undefined) return r.under("redirectingName");
        v.redirectingName = redirectingName;
        break;
      }
      case 0xa4: {
        if (v.originalCalledName !== undefined) return r.repeated();
        if (_last > 4 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 4;
        const originalCalledName = r.explicit(0xa4, readName);
        if (originalCalledName === undefined) return r.under("originalCalledName");
        v.originalCalledName = originalCalledName;
        break;
      }
      case 0xa5:
      case 0xa6: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 5 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 5;
        const extension = readDivertingLegInformation2ArgExtension(r);
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

export function usualDivertingLegInformation2Arg(r: Reader, tag = 0x30): DivertingLegInformation2Arg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const diversionCounter = usual.integer(r, 0x02, 1, 15);
  if (diversionCounter === undefined) return undefined;
  const diversionReason = usualDiversionReason(r);
  if (diversionReason === undefined) return undefined;
  const v: Mutable<DivertingLegInformation2Arg> = { diversionCounter, diversionReason };
  if (r.at < end && r.octets[r.at] === 0x80) {
    const originalDiversionReason = usualDiversionReason(r, 0x80);
    if (originalDiversionReason === undefined) return undefined;
    v.originalDiversionReason = originalDiversionReason;
  }
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const divertingNr = usual.explicit(r, 0xa1, usualPresentedNumberUnscreened);
    if (divertingNr === undefined) return undefined;
    v.divertingNr = divertingNr;
  }
  if (r.at < end && r.octets[r.at] === 0xa2) {
    const originalCalledNr = usual.explicit(r, 0xa2, usualPresentedNumberUnscreened);
    if (originalCalledNr === undefined) return undefined;
    v.originalCalledNr = originalCalledNr;
  }
  if (r.at < end && r.octets[r.at] === 0xa3) {
    const redirectingName = usual.explicit(r, 0xa3, usualName);
    if (redirectingName === undefined) return undefined;
    v.redirectingName = redirectingName;
  }
  if (r.at < end && r.octets[r.at] === 0xa4) {
    const originalCalledName = usual.explicit(r, 0xa4, usualName);
    if (originalCalledName === undefined) return undefined;
    v.originalCalledName = originalCalledName;
  }
  if (r.at < end && (r.octets[r.at] === 0xa5 || r.octets[r.at] === 0xa6)) {
    const extension = usualDivertingLegInformation2ArgExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeDivertingLegInformation2Arg(w: Writer, end: number, v: DivertingLegInformation2Arg, tag = 0x30):
  number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeDivertingLegInformation2ArgExtension(w, at, v.extension);
  if (v.originalCalledName !== undefined) at = w.head(encodeName(w, at - w.tail, v.originalCalledName), 0xa4, at);
  if (v.redirectingName !== undefined) at = w.head(encodeName(w, at - w.tail, v.redirectingName), 0xa3, at);
  if (v.originalCalledNr !== undefined) at = w.head(encodePresentedNumberUnscreened(w, at - w.tail, v.originalCalledNr),
    0xa2, at);
  if (v.divertingNr !== undefined) at = w.head(encodePresentedNumberUnscreened(w, at - w.tail, v.divertingNr), 0xa1,
    at);
  if (v.originalDiversionReason !== undefined) at = encodeDiversionReason(w, at, v.originalDiversionReason, 0x80);
  at = encodeDiversionReason(w, at, v.diversionReason);
  at = w.integer(at, 0x02, v.diversionCounter, 1, 15);
  return w.head(at, tag, end);
}

export const DivertingLegInformation2Arg: Codec<DivertingLegInformation2Arg> = codec(
  "DivertingLegInformation2Arg",
  encodeDivertingLegInformation2Arg,
  readDivertingLegInformation2Arg,
  usualDivertingLegInformation2Arg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "diversionCounter", type: { kind: "INTEGER", min: 1, max: 15 } },
      { name: "diversionReason", type: DiversionReason.type },
      { name: "originalDiversionReason", type: DiversionReason.type, presence: "OPTIONAL" },
      { name: "divertingNr", type: PresentedNumberUnscreened.type, presence: "OPTIONAL" },
      { name: "originalCalledNr", type: PresentedNumberUnscreened.type, presence: "OPTIONAL" },
      { name: "redirectingName", type: Name.type, presence: "OPTIONAL" },
      { name: "originalCalledName", type: Name.type, presence: "OPTIONAL" },
      { name: "extension", type: DivertingLegInformation2ArgExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface DivertingLegInformation3Arg {
  readonly presentationAllowedIndicator: boolean;
  readonly redirectionName?: Name;
  readonly extension?: DiversionExtension;
}

export function readDivertingLegInformation3Arg(r: Reader, tag = 0x30): DivertingLegInformation3Arg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const presentationAllowedIndicator = r.boolean(0x01);
  if (presentationAllowedIndicator === undefined) return r.under("presentationAllowedIndicator");
  const v: Mutable<DivertingLegInformation3Arg> = {
    presentationAllowedIndicator,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa0: {
        if (v.redirectionName !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const redirectionName = r.explicit(0xa0, readName);
        if (redirectionName === undefined) return r.under("redirectionName");
        v.redirectionName = redirectionName;
        break;
      }
      case 0xa1:
      case 0xa2: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const extension = readDiversionExtension(r);
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

export function usualDivertingLegInformation3Arg(r: Reader, tag = 0x30): DivertingLegInformation3Arg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const presentationAllowedIndicator = usual.boolean(r, 0x01);
  if (presentationAllowedIndicator === undefined) return undefined;
  const v: Mutable<DivertingLegInformation3Arg> = { presentationAllowedIndicator };
  if (r.at < end && r.octets[r.at] === 0xa0) {
    const redirectionName = usual.explicit(r, 0xa0, usualName);
    if (redirectionName === undefined) return undefined;
    v.redirectionName = redirectionName;
  }
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const extension = usualDiversionExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeDivertingLegInformation3Arg(w: Writer, end: number, v: DivertingLegInformation3Arg, tag = 0x30):
  number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeDiversionExtension(w, at, v.extension);
  if (v.redirectionName !== undefined) at = w.head(encodeName(w, at - w.tail, v.redirectionName), 0xa0, at);
  at = w.boolean(at, 0x01, v.presentationAllowedIndicator);
  return w.head(at, tag, end);
}

export const DivertingLegInformation3Arg: Codec<DivertingLegInformation3Arg> = codec(
  "DivertingLegInformation3Arg",
  encodeDivertingLegInformation3Arg,
  readDivertingLegInformation3Arg,
  usualDivertingLegInformation3Arg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "presentationAllowedIndicator", type: { kind: "BOOLEAN" } },
      { name: "redirectionName", type: Name.type, presence: "OPTIONAL" },
      { name: "extension", type: DiversionExtension.type, presence: "OPTIONAL" },
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

export interface IntResult {
  readonly servedUserNr: PartyNumber;
  readonly basicService: BasicService;
  readonly procedure: Procedure;
  readonly divertedToAddress: Address;
  /** Absent: false. */
  readonly remoteEnabled?: boolean;
  readonly extension?: DiversionExtension;
}

export function readIntResult(r: Reader, tag = 0x30): IntResult | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const servedUserNr = readPartyNumber(r);
  if (servedUserNr === undefined) return r.under("servedUserNr");
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const procedure = readProcedure(r);
  if (procedure === undefined) return r.under("procedure");
  const divertedToAddress = readAddress(r);
  if (divertedToAddress === undefined) return r.under("divertedToAddress");
  const v: Mutable<IntResult> = {
    servedUserNr,
    basicService,
    procedure,
    divertedToAddress,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x01: {
        if (v.remoteEnabled !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const remoteEnabled = r.boolean(0x01);
        if (remoteEnabled === undefined) return r.under("remoteEnabled");
        v.remoteEnabled = remoteEnabled;
        break;
      }
      case 0xa1:
      case 0xa2: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const extension = readDiversionExtension(r);
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

export function usualIntResult(r: Reader, tag = 0x30): IntResult | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const servedUserNr = usualPartyNumber(r);
  if (servedUserNr === undefined) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const procedure = usualProcedure(r);
  if (procedure === undefined) return undefined;
  const divertedToAddress = usualAddress(r);
  if (divertedToAddress === undefined) return undefined;
  const v: Mutable<IntResult> = { servedUserNr, basicService, procedure, divertedToAddress };
  if (r.at < end && r.octets[r.at] === 0x01) {
    const remoteEnabled = usual.boolean(r, 0x01);
    if (remoteEnabled === undefined) return undefined;
    v.remoteEnabled = remoteEnabled;
  }
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const extension = usualDiversionExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeIntResult(w: Writer, end: number, v: IntResult, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeDiversionExtension(w, at, v.extension);
  if (v.remoteEnabled !== undefined && v.remoteEnabled !== false) at = w.boolean(at, 0x01, v.remoteEnabled);
  at = encodeAddress(w, at, v.divertedToAddress);
  at = encodeProcedure(w, at, v.procedure);
  at = encodeBasicService(w, at, v.basicService);
  at = encodePartyNumber(w, at, v.servedUserNr);
  return w.head(at, tag, end);
}

export const IntResult: Codec<IntResult> = codec(
  "IntResult",
  encodeIntResult,
  readIntResult,
  usualIntResult,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "servedUserNr", type: PartyNumber.type },
      { name: "basicService", type: BasicService.type },
      { name: "procedure", type: Procedure.type },
      { name: "divertedToAddress", type: Address.type },
      { name: "remoteEnabled", type: { kind: "BOOLEAN" }, presence: {"default":false} },
      { name: "extension", type: DiversionExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type IntResultList = readonly IntResult[];

export function readIntResultList(r: Reader, tag = 0x31): IntResultList | undefined {
  return r.sequenceOf(tag, readIntResult, 0, 29);
}

export function usualIntResultList(r: Reader, tag = 0x31): IntResultList | undefined {
  return usual.sequenceOf(r, tag, usualIntResult, 0, 29);
}

export function encodeIntResultList(w: Writer, at: number, v: IntResultList, tag = 0x31): number {
  return w.sequenceOf(at, tag, encodeIntResult, v, 0, 29);
}

export const IntResultList: Codec<IntResultList> = codec(
  "IntResultList",
  encodeIntResultList,
  readIntResultList,
  usualIntResultList,
  { kind: "SEQUENCE OF", of: IntResult.type, min: 0, max: 29 },
);
