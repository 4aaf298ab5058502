// Generated from asn1/Diversion-Operations.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Alternatives, type Codec, codec, type Mutable, namesOf, noAlternative } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";
import {
  Address,
  PartyNumber,
  PartySubaddress,
  PresentedAddressScreened,
  PresentedNumberUnscreened,
  encodeAddress,
  encodePartyNumber,
  encodePartySubaddress,
  encodePresentedAddressScreened,
  encodePresentedNumberUnscreened,
  readAddress,
  readPartyNumber,
  readPartySubaddress,
  readPresentedAddressScreened,
  readPresentedNumberUnscreened,
  usualAddress,
  usualPartyNumber,
  usualPartySubaddress,
  usualPresentedAddressScreened,
  usualPresentedNumberUnscreened,
} from "./addressing-data-elements.ts";
import {
  BasicService,
  encodeBasicService,
  readBasicService,
  usualBasicService,
} from "./basic-service-elements.ts";

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

export type ServedUserNr =
  | { readonly individualNumber: PartyNumber }
  | { readonly allNumbers: null };

export function readServedUserNr(r: Reader): ServedUserNr | undefined {
  switch (r.tag()) {
    case 0x80:
    case 0xa0:
    case 0xa1:
    case 0x82:
    case 0xa2:
    case 0x83:
    case 0xa3:
    case 0x84:
    case 0xa4:
    case 0xa5:
    case 0x88:
    case 0xa8: {
      const v = readPartyNumber(r);
      if (v === undefined) return r.under("individualNumber");
      return { individualNumber: v };
    }
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("allNumbers");
      return { allNumbers: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualServedUserNr(r: Reader): ServedUserNr | undefined {
  switch (r.octets[r.at]) {
    case 0x80:
    case 0xa0:
    case 0xa1:
    case 0x82:
    case 0xa2:
    case 0x83:
    case 0xa3:
    case 0x84:
    case 0xa4:
    case 0xa5:
    case 0x88:
    case 0xa8: {
      const v = usualPartyNumber(r);
      return v === undefined ? undefined : { individualNumber: v };
    }
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { allNumbers: v };
    }
    default:
      return undefined;
  }
}

export function encodeServedUserNr(w: Writer, at: number, v: ServedUserNr): number {
  const c: Alternatives<ServedUserNr> = v;
  if (c.individualNumber !== undefined) return encodePartyNumber(w, at, c.individualNumber);
  if (c.allNumbers !== undefined) return w.null(at, 0x05);
  throw noAlternative("ServedUserNr");
}

export const ServedUserNr: Codec<ServedUserNr> = codec(
  "ServedUserNr",
  encodeServedUserNr,
  readServedUserNr,
  usualServedUserNr,
  {
    kind: "CHOICE",
    elements: [
      { name: "individualNumber", type: PartyNumber.type },
      { name: "allNumbers", type: { kind: "NULL" } },
    ],
  },
);

export type NoReplyTimer = number;

export function readNoReplyTimer(r: Reader, tag = 0x02): NoReplyTimer | undefined {
  return r.integer(tag, 1, 180);
}

export function usualNoReplyTimer(r: Reader, tag = 0x02): NoReplyTimer | undefined {
  return usual.integer(r, tag, 1, 180);
}

export function encodeNoReplyTimer(w: Writer, at: number, v: NoReplyTimer, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 1) return w.integer(at, tag, n, 1, 180);
  return w.oneOctet(at, tag, n);
}

export const NoReplyTimer: Codec<NoReplyTimer> = codec(
  "NoReplyTimer",
  encodeNoReplyTimer,
  readNoReplyTimer,
  usualNoReplyTimer,
  { kind: "INTEGER", min: 1, max: 180 },
);

export interface ActivationDiversionArg {
  readonly procedure: Procedure;
  readonly basicService: BasicService;
  readonly forwardedToAddress: Address;
  readonly servedUserNr: ServedUserNr;
  readonly noReplyTimer?: number;
}

export function readActivationDiversionArg(r: Reader, tag = 0x30): ActivationDiversionArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const procedure = readProcedure(r);
  if (procedure === undefined) return r.under("procedure");
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const forwardedToAddress = readAddress(r);
  if (forwardedToAddress === undefined) return r.under("forwardedToAddress");
  const servedUserNr = readServedUserNr(r);
  if (servedUserNr === undefined) return r.under("servedUserNr");
  const v: Mutable<ActivationDiversionArg> = {
    procedure,
    basicService,
    forwardedToAddress,
    servedUserNr,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x02: {
        if (v.noReplyTimer !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const noReplyTimer = r.integer(0x02, 1, 180);
        if (noReplyTimer === undefined) return r.under("noReplyTimer");
        v.noReplyTimer = noReplyTimer;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualActivationDiversionArg(r: Reader, tag = 0x30): ActivationDiversionArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const procedure = usualProcedure(r);
  if (procedure === undefined) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const forwardedToAddress = usualAddress(r);
  if (forwardedToAddress === undefined) return undefined;
  const servedUserNr = usualServedUserNr(r);
  if (servedUserNr === undefined) return undefined;
  const v: Mutable<ActivationDiversionArg> = { procedure, basicService, forwardedToAddress, servedUserNr };
  if (r.at < end && r.octets[r.at] === 0x02) {
    const noReplyTimer = usual.integer(r, 0x02, 1, 180);
    if (noReplyTimer === undefined) return undefined;
    v.noReplyTimer = noReplyTimer;
  }
  return r.at === end ? v : undefined;
}

export function encodeActivationDiversionArg(w: Writer, end: number, v: ActivationDiversionArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.noReplyTimer !== undefined) at = w.integer(at, 0x02, v.noReplyTimer, 1, 180);
  at = encodeServedUserNr(w, at, v.servedUserNr);
  at = encodeAddress(w, at, v.forwardedToAddress);
  at = encodeBasicService(w, at, v.basicService);
  at = encodeProcedure(w, at, v.procedure);
  return w.head(at, tag, end);
}

export const ActivationDiversionArg: Codec<ActivationDiversionArg> = codec(
  "ActivationDiversionArg",
  encodeActivationDiversionArg,
  readActivationDiversionArg,
  usualActivationDiversionArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "procedure", type: Procedure.type },
      { name: "basicService", type: BasicService.type },
      { name: "forwardedToAddress", type: Address.type },
      { name: "servedUserNr", type: ServedUserNr.type },
      { name: "noReplyTimer", type: { kind: "INTEGER", min: 1, max: 180 }, presence: "OPTIONAL" },
    ],
  },
);

export interface DeactivationDiversionArg {
  readonly procedure: Procedure;
  readonly basicService: BasicService;
  readonly servedUserNr: ServedUserNr;
}

export function readDeactivationDiversionArg(r: Reader, tag = 0x30): DeactivationDiversionArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const procedure = readProcedure(r);
  if (procedure === undefined) return r.under("procedure");
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const servedUserNr = readServedUserNr(r);
  if (servedUserNr === undefined) return r.under("servedUserNr");
  const v: Mutable<DeactivationDiversionArg> = {
    procedure,
    basicService,
    servedUserNr,
  };
  r.leave(outer);
  return v;
}

export function usualDeactivationDiversionArg(r: Reader, tag = 0x30): DeactivationDiversionArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const procedure = usualProcedure(r);
  if (procedure === undefined) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const servedUserNr = usualServedUserNr(r);
  if (servedUserNr === undefined) return undefined;
  const v: Mutable<DeactivationDiversionArg> = { procedure, basicService, servedUserNr };
  return r.at === end ? v : undefined;
}

export function encodeDeactivationDiversionArg(w: Writer, end: number, v: DeactivationDiversionArg, tag = 0x30): number
  {
  let at = end - w.tail;
  at = encodeServedUserNr(w, at, v.servedUserNr);
  at = encodeBasicService(w, at, v.basicService);
  at = encodeProcedure(w, at, v.procedure);
  return w.head(at, tag, end);
}

export const DeactivationDiversionArg: Codec<DeactivationDiversionArg> = codec(
  "DeactivationDiversionArg",
  encodeDeactivationDiversionArg,
  readDeactivationDiversionArg,
  usualDeactivationDiversionArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "procedure", type: Procedure.type },
      { name: "basicService", type: BasicService.type },
      { name: "servedUserNr", type: ServedUserNr.type },
    ],
  },
);

export interface ActivationStatusNotificationDivArg {
  readonly procedure: Procedure;
  readonly basicService: BasicService;
  readonly forwardedToAddress: Address;
  readonly servedUserNr: ServedUserNr;
}

export function readActivationStatusNotificationDivArg(r: Reader, tag = 0x30): ActivationStatusNotificationDivArg |
  undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const procedure = readProcedure(r);
  if (procedure === undefined) return r.under("procedure");
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const forwardedToAddress = readAddress(r);
  if (forwardedToAddress === undefined) return r.under("forwardedToAddress");
  const servedUserNr = readServedUserNr(r);
  if (servedUserNr === undefined) return r.under("servedUserNr");
  const v: Mutable<ActivationStatusNotificationDivArg> = {
    procedure,
    basicService,
    forwardedToAddress,
    servedUserNr,
  };
  r.leave(outer);
  return v;
}

export function usualActivationStatusNotificationDivArg(r: Reader, tag = 0x30): ActivationStatusNotificationDivArg |
  undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const procedure = usualProcedure(r);
  if (procedure === undefined) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const forwardedToAddress = usualAddress(r);
  if (forwardedToAddress === undefined) return undefined;
  const servedUserNr = usualServedUserNr(r);
  if (servedUserNr === undefined) return undefined;
  const v: Mutable<ActivationStatusNotificationDivArg> = { procedure, basicService, forwardedToAddress, servedUserNr };
  return r.at === end ? v : undefined;
}

export function encodeActivationStatusNotificationDivArg(w: Writer, end: number, v: ActivationStatusNotificationDivArg,
  tag = 0x30): number {
  let at = end - w.tail;
  at = encodeServedUserNr(w, at, v.servedUserNr);
  at = encodeAddress(w, at, v.forwardedToAddress);
  at = encodeBasicService(w, at, v.basicService);
  at = encodeProcedure(w, at, v.procedure);
  return w.head(at, tag, end);
}

export const ActivationStatusNotificationDivArg: Codec<ActivationStatusNotificationDivArg> = codec(
  "ActivationStatusNotificationDivArg",
  encodeActivationStatusNotificationDivArg,
  readActivationStatusNotificationDivArg,
  usualActivationStatusNotificationDivArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "procedure", type: Procedure.type },
      { name: "basicService", type: BasicService.type },
      { name: "forwardedToAddress", type: Address.type },
      { name: "servedUserNr", type: ServedUserNr.type },
    ],
  },
);

export interface DeactivationStatusNotificationDivArg {
  readonly procedure: Procedure;
  readonly basicService: BasicService;
  readonly servedUserNr: ServedUserNr;
}

export function readDeactivationStatusNotificationDivArg(r: Reader, tag = 0x30): DeactivationStatusNotificationDivArg |
  undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const procedure = readProcedure(r);
  if (procedure === undefined) return r.under("procedure");
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const servedUserNr = readServedUserNr(r);
  if (servedUserNr === undefined) return r.under("servedUserNr");
  const v: Mutable<DeactivationStatusNotificationDivArg> = {
    procedure,
    basicService,
    servedUserNr,
  };
  r.leave(outer);
  return v;
}

export function usualDeactivationStatusNotificationDivArg(r: Reader, tag = 0x30): DeactivationStatusNotificationDivArg |
  undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const procedure = usualProcedure(r);
  if (procedure === undefined) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const servedUserNr = usualServedUserNr(r);
  if (servedUserNr === undefined) return undefined;
  const v: Mutable<DeactivationStatusNotificationDivArg> = { procedure, basicService, servedUserNr };
  return r.at === end ? v : undefined;
}

export function encodeDeactivationStatusNotificationDivArg(w: Writer, end: number, v:
  DeactivationStatusNotificationDivArg, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeServedUserNr(w, at, v.servedUserNr);
  at = encodeBasicService(w, at, v.basicService);
  at = encodeProcedure(w, at, v.procedure);
  return w.head(at, tag, end);
}

export const DeactivationStatusNotificationDivArg: Codec<DeactivationStatusNotificationDivArg> = codec(
  "DeactivationStatusNotificationDivArg",
  encodeDeactivationStatusNotificationDivArg,
  readDeactivationStatusNotificationDivArg,
  usualDeactivationStatusNotificationDivArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "procedure", type: Procedure.type },
      { name: "basicService", type: BasicService.type },
      { name: "servedUserNr", type: ServedUserNr.type },
    ],
  },
);

export interface InterrogationDiversionArg {
  readonly procedure: Procedure;
  /** Absent: allServices. */
  readonly basicService?: BasicService;
  readonly servedUserNr: ServedUserNr;
}

export function readInterrogationDiversionArg(r: Reader, tag = 0x30): InterrogationDiversionArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const procedure = readProcedure(r);
  if (procedure === undefined) return r.under("procedure");
  let basicService: BasicService | undefined;
  if (r.tag() === 0x0a) {
    basicService = readBasicService(r);
    if (basicService === undefined) return r.under("basicService");
  }
  const servedUserNr = readServedUserNr(r);
  if (servedUserNr === undefined) return r.under("servedUserNr");
  const v: Mutable<InterrogationDiversionArg> = {
    procedure,
    servedUserNr,
  };
  if (basicService !== undefined) v.basicService = basicService;
  r.leave(outer);
  return v;
}

export function usualInterrogationDiversionArg(r: Reader, tag = 0x30): InterrogationDiversionArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const procedure = usualProcedure(r);
  if (procedure === undefined) return undefined;
  let basicService: BasicService | undefined;
  if (r.at < end && r.octets[r.at] === 0x0a) {
    basicService = usualBasicService(r);
    if (basicService === undefined) return undefined;
  }
  const servedUserNr = usualServedUserNr(r);
  if (servedUserNr === undefined) return undefined;
  const v: Mutable<InterrogationDiversionArg> = { procedure, servedUserNr };
  if (basicService !== undefined) v.basicService = basicService;
  return r.at === end ? v : undefined;
}

export function encodeInterrogationDiversionArg(w: Writer, end: number, v: InterrogationDiversionArg, tag = 0x30):
  number {
  let at = end - w.tail;
  at = encodeServedUserNr(w, at, v.servedUserNr);
  if (v.basicService !== undefined && v.basicService !== "allServices") at = encodeBasicService(w, at, v.basicService);
  at = encodeProcedure(w, at, v.procedure);
  return w.head(at, tag, end);
}

export const InterrogationDiversionArg: Codec<InterrogationDiversionArg> = codec(
  "InterrogationDiversionArg",
  encodeInterrogationDiversionArg,
  readInterrogationDiversionArg,
  usualInterrogationDiversionArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "procedure", type: Procedure.type },
      { name: "basicService", type: BasicService.type, presence: {"default":"allServices"} },
      { name: "servedUserNr", type: ServedUserNr.type },
    ],
  },
);

export type DiversionReason =
  | "unknown"
  | "cfu"
  | "cfb"
  | "cfnr"
  | "cdAlerting"
  | "cdImmediate";

const diversionReasonNumbers = {
  "unknown": 0,
  "cfu": 1,
  "cfb": 2,
  "cfnr": 3,
  "cdAlerting": 4,
  "cdImmediate": 5,
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
    case "cdAlerting":
      return 4;
    case "cdImmediate":
      return 5;
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

export interface DiversionInformationArg {
  readonly diversionReason: DiversionReason;
  readonly basicService: BasicService;
  readonly servedUserSubaddress?: PartySubaddress;
  readonly callingAddress?: PresentedAddressScreened;
  readonly originalCalledNr?: PresentedNumberUnscreened;
  readonly lastDivertingNr?: PresentedNumberUnscreened;
  readonly lastDivertingReason?: DiversionReason;
  readonly userInfo?: Uint8Array;
}

export function readDiversionInformationArg(r: Reader, tag = 0x30): DiversionInformationArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const diversionReason = readDiversionReason(r);
  if (diversionReason === undefined) return r.under("diversionReason");
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const v: Mutable<DiversionInformationArg> = {
    diversionReason,
    basicService,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x30:
      case 0x04:
      case 0x24: {
        if (v.servedUserSubaddress !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const servedUserSubaddress = readPartySubaddress(r);
        if (servedUserSubaddress === undefined) return r.under("servedUserSubaddress");
        v.servedUserSubaddress = servedUserSubaddress;
        break;
      }
      case 0xa0: {
        if (v.callingAddress !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const callingAddress = r.explicit(0xa0, readPresentedAddressScreened);
        if (callingAddress === undefined) return r.under("callingAddress");
        v.callingAddress = callingAddress;
        break;
      }
      case 0xa1: {
        if (v.originalCalledNr !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const originalCalledNr = r.explicit(0xa1, readPresentedNumberUnscreened);
        if (originalCalledNr === undefined) return r.under("originalCalledNr");
        v.originalCalledNr = originalCalledNr;
        break;
      }
      case 0xa2: {
        if (v.lastDivertingNr !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const lastDivertingNr = r.explicit(0xa2, readPresentedNumberUnscreened);
        if (lastDivertingNr === undefined) return r.under("lastDivertingNr");
        v.lastDivertingNr = lastDivertingNr;
        break;
      }
      case 0xa3: {
        if (v.lastDivertingReason !== undefined) return r.repeated();
        if (_last > 4 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 4;
        const lastDivertingReason = r.explicit(0xa3, readDiversionReason);
        if (lastDivertingReason === undefined) return r.under("lastDivertingReason");
        v.lastDivertingReason = lastDivertingReason;
        break;
      }
      case 0x40:
      case 0x60: {
        if (v.userInfo !== undefined) return r.repeated();
        if (_last > 5 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 5;
        const userInfo = r.octetString(0x40);
        if (userInfo === undefined) return r.under("userInfo");
        v.userInfo = userInfo;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualDiversionInformationArg(r: Reader, tag = 0x30): DiversionInformationArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const diversionReason = usualDiversionReason(r);
  if (diversionReason === undefined) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const v: Mutable<DiversionInformationArg> = { diversionReason, basicService };
  if (r.at < end && (r.octets[r.at] === 0x30 || r.octets[r.at] === 0x04 || r.octets[r.at] === 0x24)) {
    const servedUserSubaddress = usualPartySubaddress(r);
    if (servedUserSubaddress === undefined) return undefined;
    v.servedUserSubaddress = servedUserSubaddress;
  }
  if (r.at < end && r.octets[r.at] === 0xa0) {
    const callingAddress = usual.explicit(r, 0xa0, usualPresentedAddressScreened);
    if (callingAddress === undefined) return undefined;
    v.callingAddress = callingAddress;
  }
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const originalCalledNr = usual.explicit(r, 0xa1, usualPresentedNumberUnscreened);
    if (originalCalledNr === undefined) return undefined;
    v.originalCalledNr = originalCalledNr;
  }
  if (r.at < end && r.octets[r.at] === 0xa2) {
    const lastDivertingNr = usual.explicit(r, 0xa2, usualPresentedNumberUnscreened);
    if (lastDivertingNr === undefined) return undefined;
    v.lastDivertingNr = lastDivertingNr;
  }
  if (r.at < end && r.octets[r.at] === 0xa3) {
    const lastDivertingReason = usual.explicit(r, 0xa3, usualDiversionReason);
    if (lastDivertingReason === undefined) return undefined;
    v.lastDivertingReason = lastDivertingReason;
  }
  if (r.at < end && (r.octets[r.at] === 0x40 || r.octets[r.at] === 0x60)) {
    const userInfo = usual.octetString(r, 0x40);
    if (userInfo === undefined) return undefined;
    v.userInfo = userInfo;
  }
  return r.at === end ? v : undefined;
}

export function encodeDiversionInformationArg(w: Writer, end: number, v: DiversionInformationArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.userInfo !== undefined) at = w.octetString(at, 0x40, v.userInfo);
  if (v.lastDivertingReason !== undefined) at = w.head(encodeDiversionReason(w, at - w.tail, v.lastDivertingReason),
    0xa3, at);
  if (v.lastDivertingNr !== undefined) at = w.head(encodePresentedNumberUnscreened(w, at - w.tail, v.lastDivertingNr),
    0xa2, at);
  if (v.originalCalledNr !== undefined) at = w.head(encodePresentedNumberUnscreened(w, at - w.tail, v.originalCalledNr),
    0xa1, at);
  if (v.callingAddress !== undefined) at = w.head(encodePresentedAddressScreened(w, at - w.tail, v.callingAddress),
    0xa0, at);
  if (v.servedUserSubaddress !== undefined) at = encodePartySubaddress(w, at, v.servedUserSubaddress);
  at = encodeBasicService(w, at, v.basicService);
  at = encodeDiversionReason(w, at, v.diversionReason);
  return w.head(at, tag, end);
}

export const DiversionInformationArg: Codec<DiversionInformationArg> = codec(
  "DiversionInformationArg",
  encodeDiversionInformationArg,
  readDiversionInformationArg,
  usualDiversionInformationArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "diversionReason", type: DiversionReason.type },
      { name: "basicService", type: BasicService.type },
      { name: "servedUserSubaddress", type: PartySubaddress.type, presence: "OPTIONAL" },
      { name: "callingAddress", type: PresentedAddressScreened.type, presence: "OPTIONAL" },
      { name: "originalCalledNr", type: PresentedNumberUnscreened.type, presence: "OPTIONAL" },
      { name: "lastDivertingNr", type: PresentedNumberUnscreened.type, presence: "OPTIONAL" },
      { name: "lastDivertingReason", type: DiversionReason.type, presence: "OPTIONAL" },
      { name: "userInfo", type: { kind: "OCTET STRING" }, presence: "OPTIONAL" },
    ],
  },
);

export interface CallDeflectionArg {
  readonly deflectionAddress: Address;
  readonly presentationAllowedDivertedToUser?: boolean;
}

export function readCallDeflectionArg(r: Reader, tag = 0x30): CallDeflectionArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const deflectionAddress = readAddress(r);
  if (deflectionAddress === undefined) return r.under("deflectionAddress");
  const v: Mutable<CallDeflectionArg> = {
    deflectionAddress,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x01: {
        if (v.presentationAllowedDivertedToUser !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const presentationAllowedDivertedToUser = r.boolean(0x01);
        if (presentationAllowedDivertedToUser === undefined) return r.under("presentationAllowedDivertedToUser");
        v.presentationAllowedDivertedToUser = presentationAllowedDivertedToUser;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualCallDeflectionArg(r: Reader, tag = 0x30): CallDeflectionArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const deflectionAddress = usualAddress(r);
  if (deflectionAddress === undefined) return undefined;
  const v: Mutable<CallDeflectionArg> = { deflectionAddress };
  if (r.at < end && r.octets[r.at] === 0x01) {
    const presentationAllowedDivertedToUser = usual.boolean(r, 0x01);
    if (presentationAllowedDivertedToUser === undefined) return undefined;
    v.presentationAllowedDivertedToUser = presentationAllowedDivertedToUser;
  }
  return r.at === end ? v : undefined;
}

export function encodeCallDeflectionArg(w: Writer, end: number, v: CallDeflectionArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.presentationAllowedDivertedToUser !== undefined) at = w.boolean(at, 0x01, v.presentationAllowedDivertedToUser);
  at = encodeAddress(w, at, v.deflectionAddress);
  return w.head(at, tag, end);
}

export const CallDeflectionArg: Codec<CallDeflectionArg> = codec(
  "CallDeflectionArg",
  encodeCallDeflectionArg,
  readCallDeflectionArg,
  usualCallDeflectionArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "deflectionAddress", type: Address.type },
      { name: "presentationAllowedDivertedToUser", type: { kind: "BOOLEAN" }, presence: "OPTIONAL" },
    ],
  },
);

export type DiversionCounter = number;

export function readDiversionCounter(r: Reader, tag = 0x02): DiversionCounter | undefined {
  return r.integer(tag, 1, 5);
}

export function usualDiversionCounter(r: Reader, tag = 0x02): DiversionCounter | undefined {
  return usual.integer(r, tag, 1, 5);
}

export function encodeDiversionCounter(w: Writer, at: number, v: DiversionCounter, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 1 || n > 5) return w.integer(at, tag, n, 1, 5);
  return w.oneOctet(at, tag, n);
}

export const DiversionCounter: Codec<DiversionCounter> = codec(
  "DiversionCounter",
  encodeDiversionCounter,
  readDiversionCounter,
  usualDiversionCounter,
  { kind: "INTEGER", min: 1, max: 5 },
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

export interface CallRerouteingArg {
  readonly rerouteingReason: DiversionReason;
  readonly calledAddress: Address;
  readonly rerouteingCounter: number;
  readonly q931InfoElement: Uint8Array;
  readonly lastRerouteingNr: PresentedNumberUnscreened;
  /** Absent: noNotification. */
  readonly subscriptionOption?: SubscriptionOption;
  readonly callingPartySubaddress?: PartySubaddress;
}

export function readCallRerouteingArg(r: Reader, tag = 0x30): CallRerouteingArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const rerouteingReason = readDiversionReason(r);
  if (rerouteingReason === undefined) return r.under("rerouteingReason");
  const calledAddress = readAddress(r);
  if (calledAddress === undefined) return r.under("calledAddress");
  const rerouteingCounter = r.integer(0x02, 1, 5);
  if (rerouteingCounter === undefined) return r.under("rerouteingCounter");
  const q931InfoElement = r.octetString(0x40);
  if (q931InfoElement === undefined) return r.under("q931InfoElement");
  const lastRerouteingNr = r.explicit(0xa1, readPresentedNumberUnscreened);
  if (lastRerouteingNr === undefined) return r.under("lastRerouteingNr");
  const v: Mutable<CallRerouteingArg> = {
    rerouteingReason,
    calledAddress,
    rerouteingCounter,
    q931InfoElement,
    lastRerouteingNr,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa2: {
        if (v.subscriptionOption !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const subscriptionOption = r.explicit(0xa2, readSubscriptionOption);
        if (subscriptionOption === undefined) return r.under("subscriptionOption");
        v.subscriptionOption = subscriptionOption;
        break;
      }
      case 0xa3: {
        if (v.callingPartySubaddress !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const callingPartySubaddress = r.explicit(0xa3, readPartySubaddress);
        if (callingPartySubaddress === undefined) return r.under("callingPartySubaddress");
        v.callingPartySubaddress = callingPartySubaddress;
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
  const calledAddress = usualAddress(r);
  if (calledAddress === undefined) return undefined;
  const rerouteingCounter = usual.integer(r, 0x02, 1, 5);
  if (rerouteingCounter === undefined) return undefined;
  const q931InfoElement = usual.octetString(r, 0x40);
  if (q931InfoElement === undefined) return undefined;
  const lastRerouteingNr = usual.explicit(r, 0xa1, usualPresentedNumberUnscreened);
  if (lastRerouteingNr === undefined) return undefined;
  const v: Mutable<CallRerouteingArg> = { rerouteingReason, calledAddress, rerouteingCounter, q931InfoElement,
    lastRerouteingNr };
  if (r.at < end && r.octets[r.at] === 0xa2) {
    const subscriptionOption = usual.explicit(r, 0xa2, usualSubscriptionOption);
    if (subscriptionOption === undefined) return undefined;
    v.subscriptionOption = subscriptionOption;
  }
  if (r.at < end && r.octets[r.at] === 0xa3) {
    const callingPartySubaddress = usual.explicit(r, 0xa3, usualPartySubaddress);
    if (callingPartySubaddress === undefined) return undefined;
    v.callingPartySubaddress = callingPartySubaddress;
  }
  return r.at === end ? v : undefined;
}

export function encodeCallRerouteingArg(w: Writer, end: number, v: CallRerouteingArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.callingPartySubaddress !== undefined) at = w.head(encodePartySubaddress(w, at - w.tail,
    v.callingPartySubaddress), 0xa3, at);
  if (v.subscriptionOption !== undefined && v.subscriptionOption !== "noNotification") at =
    w.head(encodeSubscriptionOption(w, at - w.tail, v.subscriptionOption), 0xa2, at);
  at = w.head(encodePresentedNumberUnscreened(w, at - w.tail, v.lastRerouteingNr), 0xa1, at);
  at = w.octetString(at, 0x40, v.q931InfoElement);
  at = w.integer(at, 0x02, v.rerouteingCounter, 1, 5);
  at = encodeAddress(w, at, v.calledAddress);
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
      { name: "calledAddress", type: Address.type },
      { name: "rerouteingCounter", type: { kind: "INTEGER", min: 1, max: 5 } },
      { name: "q931InfoElement", type: { kind: "OCTET STRING" } },
      { name: "lastRerouteingNr", type: PresentedNumberUnscreened.type },
      { name: "subscriptionOption", type: SubscriptionOption.type, presence: {"default":"noNotification"} },
      { name: "callingPartySubaddress", type: PartySubaddress.type, presence: "OPTIONAL" },
    ],
  },
);

export interface DivertingLegInformation1Arg {
  readonly diversionReason: DiversionReason;
  readonly subscriptionOption: SubscriptionOption;
  readonly divertedToNumber?: PresentedNumberUnscreened;
}

export function readDivertingLegInformation1Arg(r: Reader, tag = 0x30): DivertingLegInformation1Arg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const diversionReason = readDiversionReason(r);
  if (diversionReason === undefined) return r.under("diversionReason");
  const subscriptionOption = readSubscriptionOption(r);
  if (subscriptionOption === undefined) return r.under("subscriptionOption");
  const v: Mutable<DivertingLegInformation1Arg> = {
    diversionReason,
    subscriptionOption,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa0:
      case 0x81:
      case 0x82:
      case 0xa3: {
        if (v.divertedToNumber !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const divertedToNumber = readPresentedNumberUnscreened(r);
        if (divertedToNumber === undefined) return r.under("divertedToNumber");
        v.divertedToNumber = divertedToNumber;
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
  const v: Mutable<DivertingLegInformation1Arg> = { diversionReason, subscriptionOption };
  if (r.at < end && (r.octets[r.at] === 0xa0 || r.octets[r.at] === 0x81 || r.octets[r.at] === 0x82 || r.octets[r.at] ===
    0xa3)) {
    const divertedToNumber = usualPresentedNumberUnscreened(r);
    if (divertedToNumber === undefined) return undefined;
    v.divertedToNumber = divertedToNumber;
  }
  return r.at === end ? v : undefined;
}

export function encodeDivertingLegInformation1Arg(w: Writer, end: number, v: DivertingLegInformation1Arg, tag = 0x30):
  number {
  let at = end - w.tail;
  if (v.divertedToNumber !== undefined) at = encodePresentedNumberUnscreened(w, at, v.divertedToNumber);
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
      { name: "divertedToNumber", type: PresentedNumberUnscreened.type, presence: "OPTIONAL" },
    ],
  },
);

export interface DivertingLegInformation2Arg {
  readonly diversionCounter: number;
  readonly diversionReason: DiversionReason;
  readonly divertingNr?: PresentedNumberUnscreened;
  readonly originalCalledNr?: PresentedNumberUnscreened;
}

export function readDivertingLegInformation2Arg(r: Reader, tag = 0x30): DivertingLegInformation2Arg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const diversionCounter = r.integer(0x02, 1, 5);
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
      case 0xa1: {
        if (v.divertingNr !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const divertingNr = r.explicit(0xa1, readPresentedNumberUnscreened);
        if (divertingNr === undefined) return r.under("divertingNr");
        v.divertingNr = divertingNr;
        break;
      }
      case 0xa2: {
        if (v.originalCalledNr !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const originalCalledNr = r.explicit(0xa2, readPresentedNumberUnscreened);
        if (originalCalledNr === undefined) return r.under("originalCalledNr");
        v.originalCalledNr = originalCalledNr;
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
  const diversionCounter = usual.integer(r, 0x02, 1, 5);
  if (diversionCounter === undefined) return undefined;
  const diversionReason = usualDiversionReason(r);
  if (diversionReason === undefined) return undefined;
  const v: Mutable<DivertingLegInformation2Arg> = { diversionCounter, diversionReason };
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
  return r.at === end ? v : undefined;
}

export function encodeDivertingLegInformation2Arg(w: Writer, end: number, v: DivertingLegInformation2Arg, tag = 0x30):
  number {
  let at = end - w.tail;
  if (v.originalCalledNr !== undefined) at = w.head(encodePresentedNumberUnscreened(w, at - w.tail, v.originalCalledNr),
    0xa2, at);
  if (v.divertingNr !== undefined) at = w.head(encodePresentedNumberUnscreened(w, at - w.tail, v.divertingNr), 0xa1,
    at);
  at = encodeDiversionReason(w, at, v.diversionReason);
  at = w.integer(at, 0x02, v.diversionCounter, 1, 5);
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
      { name: "diversionCounter", type: { kind: "INTEGER", min: 1, max: 5 } },
      { name: "diversionReason", type: DiversionReason.type },
      { name: "divertingNr", type: PresentedNumberUnscreened.type, presence: "OPTIONAL" },
      { name: "originalCalledNr", type: PresentedNumberUnscreened.type, presence: "OPTIONAL" },
    ],
  },
);

export type DivertingLegInformation3Arg = boolean;

export function readDivertingLegInformation3Arg(r: Reader, tag = 0x01): DivertingLegInformation3Arg | undefined {
  return r.boolean(tag);
}

export function usualDivertingLegInformation3Arg(r: Reader, tag = 0x01): DivertingLegInformation3Arg | undefined {
  return usual.boolean(r, tag);
}

export function encodeDivertingLegInformation3Arg(w: Writer, at: number, v: DivertingLegInformation3Arg, tag = 0x01):
  number {
  return w.boolean(at, tag, v);
}

export const DivertingLegInformation3Arg: Codec<DivertingLegInformation3Arg> = codec(
  "DivertingLegInformation3Arg",
  encodeDivertingLegInformation3Arg,
  readDivertingLegInformation3Arg,
  usualDivertingLegInformation3Arg,
  { kind: "BOOLEAN" },
);

export interface IntResult {
  readonly servedUserNr: ServedUserNr;
  readonly basicService: BasicService;
  readonly procedure: Procedure;
  readonly forwardedToAddress: Address;
}

export function readIntResult(r: Reader, tag = 0x30): IntResult | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const servedUserNr = readServedUserNr(r);
  if (servedUserNr === undefined) return r.under("servedUserNr");
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const procedure = readProcedure(r);
  if (procedure === undefined) return r.under("procedure");
  const forwardedToAddress = readAddress(r);
  if (forwardedToAddress === undefined) return r.under("forwardedToAddress");
  const v: Mutable<IntResult> = {
    servedUserNr,
    basicService,
    procedure,
    forwardedToAddress,
  };
  r.leave(outer);
  return v;
}

export function usualIntResult(r: Reader, tag = 0x30): IntResult | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const servedUserNr = usualServedUserNr(r);
  if (servedUserNr === undefined) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const procedure = usualProcedure(r);
  if (procedure === undefined) return undefined;
  const forwardedToAddress = usualAddress(r);
  if (forwardedToAddress === undefined) return undefined;
  const v: Mutable<IntResult> = { servedUserNr, basicService, procedure, forwardedToAddress };
  return r.at === end ? v : undefined;
}

export function encodeIntResult(w: Writer, end: number, v: IntResult, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeAddress(w, at, v.forwardedToAddress);
  at = encodeProcedure(w, at, v.procedure);
  at = encodeBasicService(w, at, v.basicService);
  at = encodeServedUserNr(w, at, v.servedUserNr);
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
      { name: "servedUserNr", type: ServedUserNr.type },
      { name: "basicService", type: BasicService.type },
      { name: "procedure", type: Procedure.type },
      { name: "forwardedToAddress", type: Address.type },
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

export type ServedUserNumberList = readonly PartyNumber[];

export function readServedUserNumberList(r: Reader, tag = 0x31): ServedUserNumberList | undefined {
  return r.sequenceOf(tag, readPartyNumber, 0, 99);
}

export function usualServedUserNumberList(r: Reader, tag = 0x31): ServedUserNumberList | undefined {
  return usual.sequenceOf(r, tag, usualPartyNumber, 0, 99);
}

export function encodeServedUserNumberList(w: Writer, at: number, v: ServedUserNumberList, tag = 0x31): number {
  return w.sequenceOf(at, tag, encodePartyNumber, v, 0, 99);
}

export const ServedUserNumberList: Codec<ServedUserNumberList> = codec(
  "ServedUserNumberList",
  encodeServedUserNumberList,
  readServedUserNumberList,
  usualServedUserNumberList,
  { kind: "SEQUENCE OF", of: PartyNumber.type, min: 0, max: 99 },
);
