// Generated from asn1/SS-MWI-Operations-asn1-97.asn by asn1/tool; do not edit.
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
  Extension,
  encodeExtension,
  readExtension,
  usualExtension,
} from "./manufacturer-specific-service-extension-class-asn1-97.ts";

export type BasicService =
  | "allServices"
  | "speech"
  | "unrestrictedDigitalInformation"
  | "audio3100Hz"
  | "telephony"
  | "teletex"
  | "telefaxGroup4Class1"
  | "videotexSyntaxBased"
  | "videotelephony"
  | "telefaxGroup2-3"
  | "reservedNotUsed1"
  | "reservedNotUsed2"
  | "reservedNotUsed3"
  | "reservedNotUsed4"
  | "reservedNotUsed5"
  | "email"
  | "video"
  | "fileTransfer"
  | "shortMessageService"
  | "speechAndVideo"
  | "speechAndFax"
  | "speechAndEmail"
  | "videoAndFax"
  | "videoAndEmail"
  | "faxAndEmail"
  | "speechVideoAndFax"
  | "speechVideoAndEmail"
  | "speechFaxAndEmail"
  | "videoFaxAndEmail"
  | "speechVideoFaxAndEmail"
  | "multimediaUnknown"
  | "serviceUnknown"
  | "futureReserve1"
  | "futureReserve2"
  | "futureReserve3"
  | "futureReserve4"
  | "futureReserve5"
  | "futureReserve6"
  | "futureReserve7"
  | "futureReserve8";

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
  "telefaxGroup2-3": 37,
  "reservedNotUsed1": 38,
  "reservedNotUsed2": 39,
  "reservedNotUsed3": 40,
  "reservedNotUsed4": 41,
  "reservedNotUsed5": 42,
  "email": 51,
  "video": 52,
  "fileTransfer": 53,
  "shortMessageService": 54,
  "speechAndVideo": 55,
  "speechAndFax": 56,
  "speechAndEmail": 57,
  "videoAndFax": 58,
  "videoAndEmail": 59,
  "faxAndEmail": 60,
  "speechVideoAndFax": 61,
  "speechVideoAndEmail": 62,
  "speechFaxAndEmail": 63,
  "videoFaxAndEmail": 64,
  "speechVideoFaxAndEmail": 65,
  "multimediaUnknown": 66,
  "serviceUnknown": 67,
  "futureReserve1": 68,
  "futureReserve2": 69,
  "futureReserve3": 70,
  "futureReserve4": 71,
  "futureReserve5": 72,
  "futureReserve6": 73,
  "futureReserve7": 74,
  "futureReserve8": 75,
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
    case "telefaxGroup2-3":
      return 37;
    case "reservedNotUsed1":
      return 38;
    case "reservedNotUsed2":
      return 39;
    case "reservedNotUsed3":
      return 40;
    case "reservedNotUsed4":
      return 41;
    case "reservedNotUsed5":
      return 42;
    case "email":
      return 51;
    case "video":
      return 52;
    case "fileTransfer":
      return 53;
    case "shortMessageService":
      return 54;
    case "speechAndVideo":
      return 55;
    case "speechAndFax":
      return 56;
    case "speechAndEmail":
      return 57;
    case "videoAndFax":
      return 58;
    case "videoAndEmail":
      return 59;
    case "faxAndEmail":
      return 60;
    case "speechVideoAndFax":
      return 61;
    case "speechVideoAndEmail":
      return 62;
    case "speechFaxAndEmail":
      return 63;
    case "videoFaxAndEmail":
      return 64;
    case "speechVideoFaxAndEmail":
      return 65;
    case "multimediaUnknown":
      return 66;
    case "serviceUnknown":
      return 67;
    case "futureReserve1":
      return 68;
    case "futureReserve2":
      return 69;
    case "futureReserve3":
      return 70;
    case "futureReserve4":
      return 71;
    case "futureReserve5":
      return 72;
    case "futureReserve6":
      return 73;
    case "futureReserve7":
      return 74;
    case "futureReserve8":
      return 75;
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

export type MsgCentreId =
  | { readonly integer: number }
  | { readonly partyNumber: PartyNumber }
  | { readonly numericString: string };

export function readMsgCentreId(r: Reader): MsgCentreId | undefined {
  switch (r.tag()) {
    case 0x80: {
      const v = r.integer(0x80, 0, 65535);
      if (v === undefined) return r.under("integer");
      return { integer: v };
    }
    case 0xa1: {
      const v = r.explicit(0xa1, readPartyNumber);
      if (v === undefined) return r.under("partyNumber");
      return { partyNumber: v };
    }
    case 0x82:
    case 0xa2: {
      const v = r.numericString(0x82, 1, 10);
      if (v === undefined) return r.under("numericString");
      return { numericString: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualMsgCentreId(r: Reader): MsgCentreId | undefined {
  switch (r.octets[r.at]) {
    case 0x80: {
      const v = usual.integer(r, 0x80, 0, 65535);
      return v === undefined ? undefined : { integer: v };
    }
    case 0xa1: {
      const v = usual.explicit(r, 0xa1, usualPartyNumber);
      return v === undefined ? undefined : { partyNumber: v };
    }
    case 0x82:
    case 0xa2: {
      const v = usual.numericString(r, 0x82, 1, 10);
      return v === undefined ? undefined : { numericString: v };
    }
    default:
      return undefined;
  }
}

export function encodeMsgCentreId(w: Writer, at: number, v: MsgCentreId): number {
  const c: Alternatives<MsgCentreId> = v;
  if (c.integer !== undefined) return w.integer(at, 0x80, c.integer, 0, 65535);
  if (c.partyNumber !== undefined) return w.head(encodePartyNumber(w, at - w.tail, c.partyNumber), 0xa1, at);
  if (c.numericString !== undefined) return w.numericString(at, 0x82, c.numericString, 1, 10);
  throw noAlternative("MsgCentreId");
}

export const MsgCentreId: Codec<MsgCentreId> = codec(
  "MsgCentreId",
  encodeMsgCentreId,
  readMsgCentreId,
  usualMsgCentreId,
  {
    kind: "CHOICE",
    elements: [
      { name: "integer", type: { kind: "INTEGER", min: 0, max: 65535 } },
      { name: "partyNumber", type: PartyNumber.type },
      { name: "numericString", type: { kind: "NumericString", min: 1, max: 10 } },
    ],
  },
);

export type NbOfMessages = number;

export function readNbOfMessages(r: Reader, tag = 0x02): NbOfMessages | undefined {
  return r.integer(tag, 0, 65535);
}

export function usualNbOfMessages(r: Reader, tag = 0x02): NbOfMessages | undefined {
  return usual.integer(r, tag, 0, 65535);
}

export function encodeNbOfMessages(w: Writer, at: number, v: NbOfMessages, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 65535);
  return w.oneOctet(at, tag, n);
}

export const NbOfMessages: Codec<NbOfMessages> = codec(
  "NbOfMessages",
  encodeNbOfMessages,
  readNbOfMessages,
  usualNbOfMessages,
  { kind: "INTEGER", min: 0, max: 65535 },
);

export type TimeStamp = string;

export function readTimeStamp(r: Reader, tag = 0x18): TimeStamp | undefined {
  return r.visibleString(tag, 12, 19);
}

export function usualTimeStamp(r: Reader, tag = 0x18): TimeStamp | undefined {
  return usual.visibleString(r, tag, 12, 19);
}

export function encodeTimeStamp(w: Writer, at: number, v: TimeStamp, tag = 0x18): number {
  return w.visibleString(at, tag, v, 12, 19);
}

export const TimeStamp: Codec<TimeStamp> = codec(
  "TimeStamp",
  encodeTimeStamp,
  readTimeStamp,
  usualTimeStamp,
  { kind: "VisibleString", min: 12, max: 19 },
);

export type Priority = number;

export function readPriority(r: Reader, tag = 0x02): Priority | undefined {
  return r.integer(tag, 0, 9);
}

export function usualPriority(r: Reader, tag = 0x02): Priority | undefined {
  return usual.integer(r, tag, 0, 9);
}

export function encodePriority(w: Writer, at: number, v: Priority, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0 || n > 9) return w.integer(at, tag, n, 0, 9);
  return w.oneOctet(at, tag, n);
}

export const Priority: Codec<Priority> = codec(
  "Priority",
  encodePriority,
  readPriority,
  usualPriority,
  { kind: "INTEGER", min: 0, max: 9 },
);

export type MWIMessageExtension =
  | { readonly extension: Extension }
  | { readonly multipleExtension: readonly Extension[] };

export function readMWIMessageExtension(r: Reader): MWIMessageExtension | undefined {
  switch (r.tag()) {
    case 0xa6: {
      const v = readExtension(r, 0xa6);
      if (v === undefined) return r.under("extension");
      return { extension: v };
    }
    case 0xa7: {
      const v = r.sequenceOf(0xa7, readExtension);
      if (v === undefined) return r.under("multipleExtension");
      return { multipleExtension: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualMWIMessageExtension(r: Reader): MWIMessageExtension | undefined {
  switch (r.octets[r.at]) {
    case 0xa6: {
      const v = usualExtension(r, 0xa6);
      return v === undefined ? undefined : { extension: v };
    }
    case 0xa7: {
      const v = usual.sequenceOf(r, 0xa7, usualExtension);
      return v === undefined ? undefined : { multipleExtension: v };
    }
    default:
      return undefined;
  }
}

export function encodeMWIMessageExtension(w: Writer, at: number, v: MWIMessageExtension): number {
  const c: Alternatives<MWIMessageExtension> = v;
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa6);
  if (c.multipleExtension !== undefined) return w.sequenceOf(at, 0xa7, encodeExtension, c.multipleExtension);
  throw noAlternative("MWIMessageExtension");
}

export const MWIMessageExtension: Codec<MWIMessageExtension> = codec(
  "MWIMessageExtension",
  encodeMWIMessageExtension,
  readMWIMessageExtension,
  usualMWIMessageExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "extension", type: Extension.type },
      { name: "multipleExtension", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface MWIActivateArg {
  readonly servedUserNr: PartyNumber;
  readonly basicService: BasicService;
  readonly msgCentreId?: MsgCentreId;
  readonly nbOfMessages?: number;
  readonly originatingNr?: PartyNumber;
  readonly timestamp?: string;
  readonly priority?: number;
  readonly argumentExt?: MWIMessageExtension;
}

export function readMWIActivateArg(r: Reader, tag = 0x30): MWIActivateArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const servedUserNr = readPartyNumber(r);
  if (servedUserNr === undefined) return r.under("servedUserNr");
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const v: Mutable<MWIActivateArg> = {
    servedUserNr,
    basicService,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x80:
      case 0xa1:
      case 0x82:
      case 0xa2: {
        if (v.msgCentreId !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const msgCentreId = readMsgCentreId(r);
        if (msgCentreId === undefined) return r.under("msgCentreId");
        v.msgCentreId = msgCentreId;
        break;
      }
      case 0x83: {
        if (v.nbOfMessages !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const nbOfMessages = r.integer(0x83, 0, 65535);
        if (nbOfMessages === undefined) return r.under("nbOfMessages");
        v.nbOfMessages = nbOfMessages;
        break;
      }
      case 0xa4: {
        if (v.originatingNr !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const originatingNr = r.explicit(0xa4, readPartyNumber);
        if (originatingNr === undefined) return r.under("originatingNr");
        v.originatingNr = originatingNr;
        break;
      }
      case 0x18:
      case 0x38: {
        if (v.timestamp !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const timestamp = r.visibleString(0x18, 12, 19);
        if (timestamp === undefined) return r.under("timestamp");
        v.timestamp = timestamp;
        break;
      }
      case 0x85: {
        if (v.priority !== undefined) return r.repeated();
        if (_last > 4 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 4;
        const priority = r.integer(0x85, 0, 9);
        if (priority === undefined) return r.under("priority");
        v.priority = priority;
        break;
      }
      case 0xa6:
      case 0xa7: {
        if (v.argumentExt !== undefined) return r.repeated();
        if (_last > 5 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 5;
        const argumentExt = readMWIMessageExtension(r);
        if (argumentExt === undefined) return r.under("argumentExt");
        v.argumentExt = argumentExt;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualMWIActivateArg(r: Reader, tag = 0x30): MWIActivateArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const servedUserNr = usualPartyNumber(r);
  if (servedUserNr === undefined) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const v: Mutable<MWIActivateArg> = { servedUserNr, basicService };
  if (r.at < end && (r.octets[r.at] === 0x80 || r.octets[r.at] === 0xa1 || r.octets[r.at] === 0x82 || r.octets[r.at] ===
    0xa2)) {
    const msgCentreId = usualMsgCentreId(r);
    if (msgCentreId === undefined) return undefined;
    v.msgCentreId = msgCentreId;
  }
  if (r.at < end && r.octets[r.at] === 0x83) {
    const nbOfMessages = usual.integer(r, 0x83, 0, 65535);
    if (nbOfMessages === undefined) return undefined;
    v.nbOfMessages = nbOfMessages;
  }
  if (r.at < end && r.octets[r.at] === 0xa4) {
    const originatingNr = usual.explicit(r, 0xa4, usualPartyNumber);
    if (originatingNr === undefined) return undefined;
    v.originatingNr = originatingNr;
  }
  if (r.at < end && (r.octets[r.at] === 0x18 || r.octets[r.at] === 0x38)) {
    const timestamp = usual.visibleString(r, 0x18, 12, 19);
    if (timestamp === undefined) return undefined;
    v.timestamp = timestamp;
  }
  if (r.at < end && r.octets[r.at] === 0x85) {
    const priority = usual.integer(r, 0x85, 0, 9);
    if (priority === undefined) return undefined;
    v.priority = priority;
  }
  if (r.at < end && (r.octets[r.at] === 0xa6 || r.octets[r.at] === 0xa7)) {
    const argumentExt = usualMWIMessageExtension(r);
    if (argumentExt === undefined) return undefined;
    v.argumentExt = argumentExt;
  }
  return r.at === end ? v : undefined;
}

export function encodeMWIActivateArg(w: Writer, end: number, v: MWIActivateArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExt !== undefined) at = encodeMWIMessageExtension(w, at, v.argumentExt);
  if (v.priority !== undefined) at = w.integer(at, 0x85, v.priority, 0, 9);
  if (v.timestamp !== undefined) at = w.visibleString(at, 0x18, v.timestamp, 12, 19);
  if (v.originatingNr !== undefined) at = w.head(encodePartyNumber(w, at - w.tail, v.originatingNr), 0xa4, at);
  if (v.nbOfMessages !== undefined) at = w.integer(at, 0x83, v.nbOfMessages, 0, 65535);
  if (v.msgCentreId !== undefined) at = encodeMsgCentreId(w, at, v.msgCentreId);
  at = encodeBasicService(w, at, v.basicService);
  at = encodePartyNumber(w, at, v.servedUserNr);
  return w.head(at, tag, end);
}

export const MWIActivateArg: Codec<MWIActivateArg> = codec(
  "MWIActivateArg",
  encodeMWIActivateArg,
  readMWIActivateArg,
  usualMWIActivateArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "servedUserNr", type: PartyNumber.type },
      { name: "basicService", type: BasicService.type },
      { name: "msgCentreId", type: MsgCentreId.type, presence: "OPTIONAL" },
      { name: "nbOfMessages", type: { kind: "INTEGER", min: 0, max: 65535 }, presence: "OPTIONAL" },
      { name: "originatingNr", type: PartyNumber.type, presence: "OPTIONAL" },
      { name: "timestamp", type: { kind: "VisibleString", min: 12, max: 19 }, presence: "OPTIONAL" },
      { name: "priority", type: { kind: "INTEGER", min: 0, max: 9 }, presence: "OPTIONAL" },
      { name: "argumentExt", type: MWIMessageExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type MWIExtension =
  | { readonly extension: Extension }
  | { readonly multipleExtension: readonly Extension[] };

export function readMWIExtension(r: Reader): MWIExtension | undefined {
  switch (r.tag()) {
    case 0xa3: {
      const v = readExtension(r, 0xa3);
      if (v === undefined) return r.under("extension");
      return { extension: v };
    }
    case 0xa4: {
      const v = r.sequenceOf(0xa4, readExtension);
      if (v === undefined) return r.under("multipleExtension");
      return { multipleExtension: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualMWIExtension(r: Reader): MWIExtension | undefined {
  switch (r.octets[r.at]) {
    case 0xa3: {
      const v = usualExtension(r, 0xa3);
      return v === undefined ? undefined : { extension: v };
    }
    case 0xa4: {
      const v = usual.sequenceOf(r, 0xa4, usualExtension);
      return v === undefined ? undefined : { multipleExtension: v };
    }
    default:
      return undefined;
  }
}

export function encodeMWIExtension(w: Writer, at: number, v: MWIExtension): number {
  const c: Alternatives<MWIExtension> = v;
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa3);
  if (c.multipleExtension !== undefined) return w.sequenceOf(at, 0xa4, encodeExtension, c.multipleExtension);
  throw noAlternative("MWIExtension");
}

export const MWIExtension: Codec<MWIExtension> = codec(
  "MWIExtension",
  encodeMWIExtension,
  readMWIExtension,
  usualMWIExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "extension", type: Extension.type },
      { name: "multipleExtension", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface MWIDeactivateArg {
  readonly servedUserNr: PartyNumber;
  readonly basicService: BasicService;
  readonly msgCentreId?: MsgCentreId;
  readonly argumentExt?: MWIExtension;
}

export function readMWIDeactivateArg(r: Reader, tag = 0x30): MWIDeactivateArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const servedUserNr = readPartyNumber(r);
  if (servedUserNr === undefined) return r.under("servedUserNr");
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const v: Mutable<MWIDeactivateArg> = {
    servedUserNr,
    basicService,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x80:
      case 0xa1:
      case 0x82:
      case 0xa2: {
        if (v.msgCentreId !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const msgCentreId = readMsgCentreId(r);
        if (msgCentreId === undefined) return r.under("msgCentreId");
        v.msgCentreId = msgCentreId;
        break;
      }
      case 0xa3:
      case 0xa4: {
        if (v.argumentExt !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const argumentExt = readMWIExtension(r);
        if (argumentExt === undefined) return r.under("argumentExt");
        v.argumentExt = argumentExt;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualMWIDeactivateArg(r: Reader, tag = 0x30): MWIDeactivateArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const servedUserNr = usualPartyNumber(r);
  if (servedUserNr === undefined) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const v: Mutable<MWIDeactivateArg> = { servedUserNr, basicService };
  if (r.at < end && (r.octets[r.at] === 0x80 || r.octets[r.at] === 0xa1 || r.octets[r.at] === 0x82 || r.octets[r.at] ===
    0xa2)) {
    const msgCentreId = usualMsgCentreId(r);
    if (msgCentreId === undefined) return undefined;
    v.msgCentreId = msgCentreId;
  }
  if (r.at < end && (r.octets[r.at] === 0xa3 || r.octets[r.at] === 0xa4)) {
    const argumentExt = usualMWIExtension(r);
    if (argumentExt === undefined) return undefined;
    v.argumentExt = argumentExt;
  }
  return r.at === end ? v : undefined;
}

export function encodeMWIDeactivateArg(w: Writer, end: number, v: MWIDeactivateArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExt !== undefined) at = encodeMWIExtension(w, at, v.argumentExt);
  if (v.msgCentreId !== undefined) at = encodeMsgCentreId(w, at, v.msgCentreId);
  at = encodeBasicService(w, at, v.basicService);
  at = encodePartyNumber(w, at, v.servedUserNr);
  return w.head(at, tag, end);
}

export const MWIDeactivateArg: Codec<MWIDeactivateArg> = codec(
  "MWIDeactivateArg",
  encodeMWIDeactivateArg,
  readMWIDeactivateArg,
  usualMWIDeactivateArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "servedUserNr", type: PartyNumber.type },
      { name: "basicService", type: BasicService.type },
      { name: "msgCentreId", type: MsgCentreId.type, presence: "OPTIONAL" },
      { name: "argumentExt", type: MWIExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface MWIInterrogateArg {
  readonly servedUserNr: PartyNumber;
  readonly basicService: BasicService;
  readonly msgCentreId?: MsgCentreId;
  readonly argumentExt?: MWIExtension;
}

export function readMWIInterrogateArg(r: Reader, tag = 0x30): MWIInterrogateArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const servedUserNr = readPartyNumber(r);
  if (servedUserNr === undefined) return r.under("servedUserNr");
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const v: Mutable<MWIInterrogateArg> = {
    servedUserNr,
    basicService,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x80:
      case 0xa1:
      case 0x82:
      case 0xa2: {
        if (v.msgCentreId !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const msgCentreId = readMsgCentreId(r);
        if (msgCentreId === undefined) return r.under("msgCentreId");
        v.msgCentreId = msgCentreId;
        break;
      }
      case 0xa3:
      case 0xa4: {
        if (v.argumentExt !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const argumentExt = readMWIExtension(r);
        if (argumentExt === undefined) return r.under("argumentExt");
        v.argumentExt = argumentExt;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualMWIInterrogateArg(r: Reader, tag = 0x30): MWIInterrogateArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const servedUserNr = usualPartyNumber(r);
  if (servedUserNr === undefined) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const v: Mutable<MWIInterrogateArg> = { servedUserNr, basicService };
  if (r.at < end && (r.octets[r.at] === 0x80 || r.octets[r.at] === 0xa1 || r.octets[r.at] === 0x82 || r.octets[r.at] ===
    0xa2)) {
    const msgCentreId = usualMsgCentreId(r);
    if (msgCentreId === undefined) return undefined;
    v.msgCentreId = msgCentreId;
  }
  if (r.at < end && (r.octets[r.at] === 0xa3 || r.octets[r.at] === 0xa4)) {
    const argumentExt = usualMWIExtension(r);
    if (argumentExt === undefined) return undefined;
    v.argumentExt = argumentExt;
  }
  return r.at === end ? v : undefined;
}

export function encodeMWIInterrogateArg(w: Writer, end: number, v: MWIInterrogateArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExt !== undefined) at = encodeMWIExtension(w, at, v.argumentExt);
  if (v.msgCentreId !== undefined) at = encodeMsgCentreId(w, at, v.msgCentreId);
  at = encodeBasicService(w, at, v.basicService);
  at = encodePartyNumber(w, at, v.servedUserNr);
  return w.head(at, tag, end);
}

export const MWIInterrogateArg: Codec<MWIInterrogateArg> = codec(
  "MWIInterrogateArg",
  encodeMWIInterrogateArg,
  readMWIInterrogateArg,
  usualMWIInterrogateArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "servedUserNr", type: PartyNumber.type },
      { name: "basicService", type: BasicService.type },
      { name: "msgCentreId", type: MsgCentreId.type, presence: "OPTIONAL" },
      { name: "argumentExt", type: MWIExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface MWIInterrogateResElt {
  readonly basicService: BasicService;
  readonly msgCentreId?: MsgCentreId;
  readonly nbOfMessages?: number;
  readonly originatingNr?: PartyNumber;
  readonly timestamp?: string;
  readonly priority?: number;
  readonly argumentExt?: MWIMessageExtension;
}

export function readMWIInterrogateResElt(r: Reader, tag = 0x30): MWIInterrogateResElt | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const v: Mutable<MWIInterrogateResElt> = {
    basicService,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x80:
      case 0xa1:
      case 0x82:
      case 0xa2: {
        if (v.msgCentreId !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const msgCentreId = readMsgCentreId(r);
        if (msgCentreId === undefined) return r.under("msgCentreId");
        v.msgCentreId = msgCentreId;
        break;
      }
      case 0x83: {
        if (v.nbOfMessages !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const nbOfMessages = r.integer(0x83, 0, 65535);
        if (nbOfMessages === undefined) return r.under("nbOfMessages");
        v.nbOfMessages = nbOfMessages;
        break;
      }
      case 0xa4: {
        if (v.originatingNr !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const originatingNr = r.explicit(0xa4, readPartyNumber);
        if (originatingNr === undefined) return r.under("originatingNr");
        v.originatingNr = originatingNr;
        break;
      }
      case 0x18:
      case 0x38: {
        if (v.timestamp !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const timestamp = r.visibleString(0x18, 12, 19);
        if (timestamp === undefined) return r.under("timestamp");
        v.timestamp = timestamp;
        break;
      }
      case 0x85: {
        if (v.priority !== undefined) return r.repeated();
        if (_last > 4 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 4;
        const priority = r.integer(0x85, 0, 9);
        if (priority === undefined) return r.under("priority");
        v.priority = priority;
        break;
      }
      case 0xa6:
      case 0xa7: {
        if (v.argumentExt !== undefined) return r.repeated();
        if (_last > 5 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 5;
        const argumentExt = readMWIMessageExtension(r);
        if (argumentExt === undefined) return r.under("argumentExt");
        v.argumentExt = argumentExt;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualMWIInterrogateResElt(r: Reader, tag = 0x30): MWIInterrogateResElt | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const v: Mutable<MWIInterrogateResElt> = { basicService };
  if (r.at < end && (r.octets[r.at] === 0x80 || r.octets[r.at] === 0xa1 || r.octets[r.at] === 0x82 || r.octets[r.at] ===
    0xa2)) {
    const msgCentreId = usualMsgCentreId(r);
    if (msgCentreId === undefined) return undefined;
    v.msgCentreId = msgCentreId;
  }
  if (r.at < end && r.octets[r.at] === 0x83) {
    const nbOfMessages = usual.integer(r, 0x83, 0, 65535);
    if (nbOfMessages === undefined) return undefined;
    v.nbOfMessages = nbOfMessages;
  }
  if (r.at < end && r.octets[r.at] === 0xa4) {
    const originatingNr = usual.explicit(r, 0xa4, usualPartyNumber);
    if (originatingNr === undefined) return undefined;
    v.originatingNr = originatingNr;
  }
  if (r.at < end && (r.octets[r.at] === 0x18 || r.octets[r.at] === 0x38)) {
    const timestamp = usual.visibleString(r, 0x18, 12, 19);
    if (timestamp === undefined) return undefined;
    v.timestamp = timestamp;
  }
  if (r.at < end && r.octets[r.at] === 0x85) {
    const priority = usual.integer(r, 0x85, 0, 9);
    if (priority === undefined) return undefined;
    v.priority = priority;
  }
  if (r.at < end && (r.octets[r.at] === 0xa6 || r.octets[r.at] === 0xa7)) {
    const argumentExt = usualMWIMessageExtension(r);
    if (argumentExt === undefined) return undefined;
    v.argumentExt = argumentExt;
  }
  return r.at === end ? v : undefined;
}

export function encodeMWIInterrogateResElt(w: Writer, end: number, v: MWIInterrogateResElt, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExt !== undefined) at = encodeMWIMessageExtension(w, at, v.argumentExt);
  if (v.priority !== undefined) at = w.integer(at, 0x85, v.priority, 0, 9);
  if (v.timestamp !== undefined) at = w.visibleString(at, 0x18, v.timestamp, 12, 19);
  if (v.originatingNr !== undefined) at = w.head(encodePartyNumber(w, at - w.tail, v.originatingNr), 0xa4, at);
  if (v.nbOfMessages !== undefined) at = w.integer(at, 0x83, v.nbOfMessages, 0, 65535);
  if (v.msgCentreId !== undefined) at = encodeMsgCentreId(w, at, v.msgCentreId);
  at = encodeBasicService(w, at, v.basicService);
  return w.head(at, tag, end);
}

export const MWIInterrogateResElt: Codec<MWIInterrogateResElt> = codec(
  "MWIInterrogateResElt",
  encodeMWIInterrogateResElt,
  readMWIInterrogateResElt,
  usualMWIInterrogateResElt,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "basicService", type: BasicService.type },
      { name: "msgCentreId", type: MsgCentreId.type, presence: "OPTIONAL" },
      { name: "nbOfMessages", type: { kind: "INTEGER", min: 0, max: 65535 }, presence: "OPTIONAL" },
      { name: "originatingNr", type: PartyNumber.type, presence: "OPTIONAL" },
      { name: "timestamp", type: { kind: "VisibleString", min: 12, max: 19 }, presence: "OPTIONAL" },
      { name: "priority", type: { kind: "INTEGER", min: 0, max: 9 }, presence: "OPTIONAL" },
      { name: "argumentExt", type: MWIMessageExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type MWIInterrogateRes = readonly MWIInterrogateResElt[];

export function readMWIInterrogateRes(r: Reader, tag = 0x30): MWIInterrogateRes | undefined {
  return r.sequenceOf(tag, readMWIInterrogateResElt, 1, 10);
}

export function usualMWIInterrogateRes(r: Reader, tag = 0x30): MWIInterrogateRes | undefined {
  return usual.sequenceOf(r, tag, usualMWIInterrogateResElt, 1, 10);
}

export function encodeMWIInterrogateRes(w: Writer, at: number, v: MWIInterrogateRes, tag = 0x30): number {
  return w.sequenceOf(at, tag, encodeMWIInterrogateResElt, v, 1, 10);
}

export const MWIInterrogateRes: Codec<MWIInterrogateRes> = codec(
  "MWIInterrogateRes",
  encodeMWIInterrogateRes,
  readMWIInterrogateRes,
  usualMWIInterrogateRes,
  { kind: "SEQUENCE OF", of: MWIInterrogateResElt.type, min: 1, max: 10 },
);

export type DummyRes =
  | { readonly none: null }
  | { readonly extension: Extension }
  | { readonly multipleExtension: readonly Extension[] };

export function readDummyRes(r: Reader): DummyRes | undefined {
  switch (r.tag()) {
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("none");
      return { none: v };
    }
    case 0xa1: {
      const v = readExtension(r, 0xa1);
      if (v === undefined) return r.under("extension");
      return { extension: v };
    }
    case 0xa2: {
      const v = r.sequenceOf(0xa2, readExtension);
      if (v === undefined) return r.under("multipleExtension");
      return { multipleExtension: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualDummyRes(r: Reader): DummyRes | undefined {
  switch (r.octets[r.at]) {
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { none: v };
    }
    case 0xa1: {
      const v = usualExtension(r, 0xa1);
      return v === undefined ? undefined : { extension: v };
    }
    case 0xa2: {
      const v = usual.sequenceOf(r, 0xa2, usualExtension);
      return v === undefined ? undefined : { multipleExtension: v };
    }
    default:
      return undefined;
  }
}

export function encodeDummyRes(w: Writer, at: number, v: DummyRes): number {
  const c: Alternatives<DummyRes> = v;
  if (c.none !== undefined) return w.null(at, 0x05);
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa1);
  if (c.multipleExtension !== undefined) return w.sequenceOf(at, 0xa2, encodeExtension, c.multipleExtension);
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
      { name: "none", type: { kind: "NULL" } },
      { name: "extension", type: Extension.type },
      { name: "multipleExtension", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);
