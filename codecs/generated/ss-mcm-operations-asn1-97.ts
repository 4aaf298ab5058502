// Generated from asn1/SS-MCM-Operations-asn1-97.asn by asn1/tool; do not edit.
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
import {
  BasicService,
  MsgCentreId,
  encodeBasicService,
  encodeMsgCentreId,
  readBasicService,
  readMsgCentreId,
  usualBasicService,
  usualMsgCentreId,
} from "./ss-mwi-operations-asn1-97.ts";

export interface PartyInfo {
  readonly servedUserNr: PartyNumber;
  readonly messageCentreID: MsgCentreId;
}

export function readPartyInfo(r: Reader, tag = 0x30): PartyInfo | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const servedUserNr = readPartyNumber(r);
  if (servedUserNr === undefined) return r.under("servedUserNr");
  const messageCentreID = readMsgCentreId(r);
  if (messageCentreID === undefined) return r.under("messageCentreID");
  const v: Mutable<PartyInfo> = {
    servedUserNr,
    messageCentreID,
  };
  r.leave(outer);
  return v;
}

export function usualPartyInfo(r: Reader, tag = 0x30): PartyInfo | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const servedUserNr = usualPartyNumber(r);
  if (servedUserNr === undefined) return undefined;
  const messageCentreID = usualMsgCentreId(r);
  if (messageCentreID === undefined) return undefined;
  const v: Mutable<PartyInfo> = { servedUserNr, messageCentreID };
  return r.at === end ? v : undefined;
}

export function encodePartyInfo(w: Writer, end: number, v: PartyInfo, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeMsgCentreId(w, at, v.messageCentreID);
  at = encodePartyNumber(w, at, v.servedUserNr);
  return w.head(at, tag, end);
}

export const PartyInfo: Codec<PartyInfo> = codec(
  "PartyInfo",
  encodePartyInfo,
  readPartyInfo,
  usualPartyInfo,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "servedUserNr", type: PartyNumber.type },
      { name: "messageCentreID", type: MsgCentreId.type },
    ],
  },
);

export type MessageType = BasicService;

export function readMessageType(r: Reader, tag = 0x0a): MessageType | undefined {
  return readBasicService(r, tag);
}

export function usualMessageType(r: Reader, tag = 0x0a): MessageType | undefined {
  return usualBasicService(r, tag);
}

export function encodeMessageType(w: Writer, at: number, v: MessageType, tag = 0x0a): number {
  return encodeBasicService(w, at, v, tag);
}

export const MessageType: Codec<MessageType> = codec(
  "MessageType",
  encodeMessageType,
  readMessageType,
  usualMessageType,
  BasicService.type,
);

export interface AddressHeader {
  readonly originatorNr: PartyNumber;
  readonly timeStamp?: string;
  readonly priority?: number;
}

export function readAddressHeader(r: Reader, tag = 0x30): AddressHeader | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const originatorNr = readPartyNumber(r);
  if (originatorNr === undefined) return r.under("originatorNr");
  const v: Mutable<AddressHeader> = {
    originatorNr,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x81:
      case 0xa1: {
        if (v.timeStamp !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const timeStamp = r.visibleString(0x81, 12, 19);
        if (timeStamp === undefined) return r.under("timeStamp");
        v.timeStamp = timeStamp;
        break;
      }
      case 0x82: {
        if (v.priority !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const priority = r.integer(0x82, 0, 9);
        if (priority === undefined) return r.under("priority");
        v.priority = priority;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualAddressHeader(r: Reader, tag = 0x30): AddressHeader | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const originatorNr = usualPartyNumber(r);
  if (originatorNr === undefined) return undefined;
  const v: Mutable<AddressHeader> = { originatorNr };
  if (r.at < end && (r.octets[r.at] === 0x81 || r.octets[r.at] === 0xa1)) {
    const timeStamp = usual.visibleString(r, 0x81, 12, 19);
    if (timeStamp === undefined) return undefined;
    v.timeStamp = timeStamp;
  }
  if (r.at < end && r.octets[r.at] === 0x82) {
    const priority = usual.integer(r, 0x82, 0, 9);
    if (priority === undefined) return undefined;
    v.priority = priority;
  }
  return r.at === end ? v : undefined;
}

export function encodeAddressHeader(w: Writer, end: number, v: AddressHeader, tag = 0x30): number {
  let at = end - w.tail;
  if (v.priority !== undefined) at = w.integer(at, 0x82, v.priority, 0, 9);
  if (v.timeStamp !== undefined) at = w.visibleString(at, 0x81, v.timeStamp, 12, 19);
  at = encodePartyNumber(w, at, v.originatorNr);
  return w.head(at, tag, end);
}

export const AddressHeader: Codec<AddressHeader> = codec(
  "AddressHeader",
  encodeAddressHeader,
  readAddressHeader,
  usualAddressHeader,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "originatorNr", type: PartyNumber.type },
      { name: "timeStamp", type: { kind: "VisibleString", min: 12, max: 19 }, presence: "OPTIONAL" },
      { name: "priority", type: { kind: "INTEGER", min: 0, max: 9 }, presence: "OPTIONAL" },
    ],
  },
);

export type CompleteInfo = readonly AddressHeader[];

export function readCompleteInfo(r: Reader, tag = 0x30): CompleteInfo | undefined {
  return r.sequenceOf(tag, readAddressHeader);
}

export function usualCompleteInfo(r: Reader, tag = 0x30): CompleteInfo | undefined {
  return usual.sequenceOf(r, tag, usualAddressHeader);
}

export function encodeCompleteInfo(w: Writer, at: number, v: CompleteInfo, tag = 0x30): number {
  return w.sequenceOf(at, tag, encodeAddressHeader, v);
}

export const CompleteInfo: Codec<CompleteInfo> = codec(
  "CompleteInfo",
  encodeCompleteInfo,
  readCompleteInfo,
  usualCompleteInfo,
  { kind: "SEQUENCE OF", of: AddressHeader.type },
);

export interface CompressedInfo {
  readonly nrOfMessages: number;
  readonly lastTimeStamp?: string;
  readonly highestPriority?: number;
}

export function readCompressedInfo(r: Reader, tag = 0x30): CompressedInfo | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const nrOfMessages = r.integer(0x02, 0, 65535);
  if (nrOfMessages === undefined) return r.under("nrOfMessages");
  const v: Mutable<CompressedInfo> = {
    nrOfMessages,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x18:
      case 0x38: {
        if (v.lastTimeStamp !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const lastTimeStamp = r.visibleString(0x18, 12, 19);
        if (lastTimeStamp === undefined) return r.under("lastTimeStamp");
        v.lastTimeStamp = lastTimeStamp;
        break;
      }
      case 0x02: {
        if (v.highestPriority !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const highestPriority = r.integer(0x02, 0, 9);
        if (highestPriority === undefined) return r.under("highestPriority");
        v.highestPriority = highestPriority;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualCompressedInfo(r: Reader, tag = 0x30): CompressedInfo | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const nrOfMessages = usual.integer(r, 0x02, 0, 65535);
  if (nrOfMessages === undefined) return undefined;
  const v: Mutable<CompressedInfo> = { nrOfMessages };
  if (r.at < end && (r.octets[r.at] === 0x18 || r.octets[r.at] === 0x38)) {
    const lastTimeStamp = usual.visibleString(r, 0x18, 12, 19);
    if (lastTimeStamp === undefined) return undefined;
    v.lastTimeStamp = lastTimeStamp;
  }
  if (r.at < end && r.octets[r.at] === 0x02) {
    const highestPriority = usual.integer(r, 0x02, 0, 9);
    if (highestPriority === undefined) return undefined;
    v.highestPriority = highestPriority;
  }
  return r.at === end ? v : undefined;
}

export function encodeCompressedInfo(w: Writer, end: number, v: CompressedInfo, tag = 0x30): number {
  let at = end - w.tail;
  if (v.highestPriority !== undefined) at = w.integer(at, 0x02, v.highestPriority, 0, 9);
  if (v.lastTimeStamp !== undefined) at = w.visibleString(at, 0x18, v.lastTimeStamp, 12, 19);
  at = w.integer(at, 0x02, v.nrOfMessages, 0, 65535);
  return w.head(at, tag, end);
}

export const CompressedInfo: Codec<CompressedInfo> = codec(
  "CompressedInfo",
  encodeCompressedInfo,
  readCompressedInfo,
  usualCompressedInfo,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "nrOfMessages", type: { kind: "INTEGER", min: 0, max: 65535 } },
      { name: "lastTimeStamp", type: { kind: "VisibleString", min: 12, max: 19 }, presence: "OPTIONAL" },
      { name: "highestPriority", type: { kind: "INTEGER", min: 0, max: 9 }, presence: "OPTIONAL" },
    ],
  },
);

export type MessageInfo =
  | { readonly completeInfo: readonly AddressHeader[] }
  | { readonly compressedInfo: CompressedInfo }
  | { readonly noMsgsOfMsgType: null };

export function readMessageInfo(r: Reader): MessageInfo | undefined {
  switch (r.tag()) {
    case 0xa1: {
      const v = r.sequenceOf(0xa1, readAddressHeader);
      if (v === undefined) return r.under("completeInfo");
      return { completeInfo: v };
    }
    case 0xa2: {
      const v = readCompressedInfo(r, 0xa2);
      if (v === undefined) return r.under("compressedInfo");
      return { compressedInfo: v };
    }
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("noMsgsOfMsgType");
      return { noMsgsOfMsgType: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualMessageInfo(r: Reader): MessageInfo | undefined {
  switch (r.octets[r.at]) {
    case 0xa1: {
      const v = usual.sequenceOf(r, 0xa1, usualAddressHeader);
      return v === undefined ? undefined : { completeInfo: v };
    }
    case 0xa2: {
      const v = usualCompressedInfo(r, 0xa2);
      return v === undefined ? undefined : { compressedInfo: v };
    }
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { noMsgsOfMsgType: v };
    }
    default:
      return undefined;
  }
}

export function encodeMessageInfo(w: Writer, at: number, v: MessageInfo): number {
  const c: Alternatives<MessageInfo> = v;
  if (c.completeInfo !== undefined) return w.sequenceOf(at, 0xa1, encodeAddressHeader, c.completeInfo);
  if (c.compressedInfo !== undefined) return encodeCompressedInfo(w, at, c.compressedInfo, 0xa2);
  if (c.noMsgsOfMsgType !== undefined) return w.null(at, 0x05);
  throw noAlternative("MessageInfo");
}

export const MessageInfo: Codec<MessageInfo> = codec(
  "MessageInfo",
  encodeMessageInfo,
  readMessageInfo,
  usualMessageInfo,
  {
    kind: "CHOICE",
    elements: [
      { name: "completeInfo", type: { kind: "SEQUENCE OF", of: AddressHeader.type } },
      { name: "compressedInfo", type: CompressedInfo.type },
      { name: "noMsgsOfMsgType", type: { kind: "NULL" } },
    ],
  },
);

export interface AllMsgInfo {
  readonly newMsgInfo: MessageInfo;
  readonly retrievedMsgInfo: MessageInfo;
}

export function readAllMsgInfo(r: Reader, tag = 0x30): AllMsgInfo | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const newMsgInfo = readMessageInfo(r);
  if (newMsgInfo === undefined) return r.under("newMsgInfo");
  const retrievedMsgInfo = readMessageInfo(r);
  if (retrievedMsgInfo === undefined) return r.under("retrievedMsgInfo");
  const v: Mutable<AllMsgInfo> = {
    newMsgInfo,
    retrievedMsgInfo,
  };
  r.leave(outer);
  return v;
}

export function usualAllMsgInfo(r: Reader, tag = 0x30): AllMsgInfo | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const newMsgInfo = usualMessageInfo(r);
  if (newMsgInfo === undefined) return undefined;
  const retrievedMsgInfo = usualMessageInfo(r);
  if (retrievedMsgInfo === undefined) return undefined;
  const v: Mutable<AllMsgInfo> = { newMsgInfo, retrievedMsgInfo };
  return r.at === end ? v : undefined;
}

export function encodeAllMsgInfo(w: Writer, end: number, v: AllMsgInfo, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeMessageInfo(w, at, v.retrievedMsgInfo);
  at = encodeMessageInfo(w, at, v.newMsgInfo);
  return w.head(at, tag, end);
}

export const AllMsgInfo: Codec<AllMsgInfo> = codec(
  "AllMsgInfo",
  encodeAllMsgInfo,
  readAllMsgInfo,
  usualAllMsgInfo,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "newMsgInfo", type: MessageInfo.type },
      { name: "retrievedMsgInfo", type: MessageInfo.type },
    ],
  },
);

export type UpdateInfo =
  | { readonly newMsgInfoOnly: MessageInfo }
  | { readonly retrievedMsgInfoOnly: MessageInfo }
  | { readonly allMsgInfo: AllMsgInfo };

export function readUpdateInfo(r: Reader): UpdateInfo | undefined {
  switch (r.tag()) {
    case 0xa1: {
      const v = r.explicit(0xa1, readMessageInfo);
      if (v === undefined) return r.under("newMsgInfoOnly");
      return { newMsgInfoOnly: v };
    }
    case 0xa2: {
      const v = r.explicit(0xa2, readMessageInfo);
      if (v === undefined) return r.under("retrievedMsgInfoOnly");
      return { retrievedMsgInfoOnly: v };
    }
    case 0x30: {
      const v = readAllMsgInfo(r);
      if (v === undefined) return r.under("allMsgInfo");
      return { allMsgInfo: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualUpdateInfo(r: Reader): UpdateInfo | undefined {
  switch (r.octets[r.at]) {
    case 0xa1: {
      const v = usual.explicit(r, 0xa1, usualMessageInfo);
      return v === undefined ? undefined : { newMsgInfoOnly: v };
    }
    case 0xa2: {
      const v = usual.explicit(r, 0xa2, usualMessageInfo);
      return v === undefined ? undefined : { retrievedMsgInfoOnly: v };
    }
    case 0x30: {
      const v = usualAllMsgInfo(r);
      return v === undefined ? undefined : { allMsgInfo: v };
    }
    default:
      return undefined;
  }
}

export function encodeUpdateInfo(w: Writer, at: number, v: UpdateInfo): number {
  const c: Alternatives<UpdateInfo> = v;
  if (c.newMsgInfoOnly !== undefined) return w.head(encodeMessageInfo(w, at - w.tail, c.newMsgInfoOnly), 0xa1, at);
  if (c.retrievedMsgInfoOnly !== undefined) return w.head(encodeMessageInfo(w, at - w.tail, c.retrievedMsgInfoOnly),
    0xa2, at);
  if (c.allMsgInfo !== undefined) return encodeAllMsgInfo(w, at, c.allMsgInfo);
  throw noAlternative("UpdateInfo");
}

export const UpdateInfo: Codec<UpdateInfo> = codec(
  "UpdateInfo",
  encodeUpdateInfo,
  readUpdateInfo,
  usualUpdateInfo,
  {
    kind: "CHOICE",
    elements: [
      { name: "newMsgInfoOnly", type: MessageInfo.type },
      { name: "retrievedMsgInfoOnly", type: MessageInfo.type },
      { name: "allMsgInfo", type: AllMsgInfo.type },
    ],
  },
);

export type MCMExtensions =
  | { readonly none: null }
  | { readonly extension: Extension }
  | { readonly multipleExtension: readonly Extension[] };

export function readMCMExtensions(r: Reader): MCMExtensions | undefined {
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

export function usualMCMExtensions(r: Reader): MCMExtensions | undefined {
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

export function encodeMCMExtensions(w: Writer, at: number, v: MCMExtensions): number {
  const c: Alternatives<MCMExtensions> = v;
  if (c.none !== undefined) return w.null(at, 0x05);
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa1);
  if (c.multipleExtension !== undefined) return w.sequenceOf(at, 0xa2, encodeExtension, c.multipleExtension);
  throw noAlternative("MCMExtensions");
}

export const MCMExtensions: Codec<MCMExtensions> = codec(
  "MCMExtensions",
  encodeMCMExtensions,
  readMCMExtensions,
  usualMCMExtensions,
  {
    kind: "CHOICE",
    elements: [
      { name: "none", type: { kind: "NULL" } },
      { name: "extension", type: Extension.type },
      { name: "multipleExtension", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface MCMUpdateArg {
  readonly partyInfo: PartyInfo;
  readonly messageType: BasicService;
  readonly updateInfo: UpdateInfo;
  /** Absent: false. */
  readonly moreInfoFollows?: boolean;
  readonly extensions?: MCMExtensions;
}

export function readMCMUpdateArg(r: Reader, tag = 0x30): MCMUpdateArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const partyInfo = readPartyInfo(r);
  if (partyInfo === undefined) return r.under("partyInfo");
  const messageType = readBasicService(r);
  if (messageType === undefined) return r.under("messageType");
  const updateInfo = readUpdateInfo(r);
  if (updateInfo === undefined) return r.under("updateInfo");
  const v: Mutable<MCMUpdateArg> = {
    partyInfo,
    messageType,
    updateInfo,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x01: {
        if (v.moreInfoFollows !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const moreInfoFollows = r.boolean(0x01);
        if (moreInfoFollows === undefined) return r.under("moreInfoFollows");
        v.moreInfoFollows = moreInfoFollows;
        break;
      }
      case 0x05:
      case 0xa1:
      case 0xa2: {
        if (v.extensions !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const extensions = readMCMExtensions(r);
        if (extensions === undefined) return r.under("extensions");
        v.extensions = extensions;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualMCMUpdateArg(r: Reader, tag = 0x30): MCMUpdateArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const partyInfo = usualPartyInfo(r);
  if (partyInfo === undefined) return undefined;
  const messageType = usualBasicService(r);
  if (messageType === undefined) return undefined;
  const updateInfo = usualUpdateInfo(r);
  if (updateInfo === undefined) return undefined;
  const v: Mutable<MCMUpdateArg> = { partyInfo, messageType, updateInfo };
  if (r.at < end && r.octets[r.at] === 0x01) {
    const moreInfoFollows = usual.boolean(r, 0x01);
    if (moreInfoFollows === undefined) return undefined;
    v.moreInfoFollows = moreInfoFollows;
  }
  if (r.at < end && (r.octets[r.at] === 0x05 || r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const extensions = usualMCMExtensions(r);
    if (extensions === undefined) return undefined;
    v.extensions = extensions;
  }
  return r.at === end ? v : undefined;
}

export function encodeMCMUpdateArg(w: Writer, end: number, v: MCMUpdateArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extensions !== undefined) at = encodeMCMExtensions(w, at, v.extensions);
  if (v.moreInfoFollows !== undefined && v.moreInfoFollows !== false) at = w.boolean(at, 0x01, v.moreInfoFollows);
  at = encodeUpdateInfo(w, at, v.updateInfo);
  at = encodeBasicService(w, at, v.messageType);
  at = encodePartyInfo(w, at, v.partyInfo);
  return w.head(at, tag, end);
}

export const MCMUpdateArg: Codec<MCMUpdateArg> = codec(
  "MCMUpdateArg",
  encodeMCMUpdateArg,
  readMCMUpdateArg,
  usualMCMUpdateArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "partyInfo", type: PartyInfo.type },
      { name: "messageType", type: BasicService.type },
      { name: "updateInfo", type: UpdateInfo.type },
      { name: "moreInfoFollows", type: { kind: "BOOLEAN" }, presence: {"default":false} },
      { name: "extensions", type: MCMExtensions.type, presence: "OPTIONAL" },
    ],
  },
);

export type MCMMode =
  | "compressed"
  | "complete"
  | number;

const mCMModeNumbers = {
  "compressed": 0,
  "complete": 1,
} as const;
const mCMModeNames = namesOf(mCMModeNumbers);

function mCMModeNumber(v: MCMMode): number {
  switch (v) {
    case "compressed":
      return 0;
    case "complete":
      return 1;
    default:
      return v;
  }
}

export function readMCMMode(r: Reader, tag = 0x02): MCMMode | undefined {
  return r.named(tag, mCMModeNames);
}

export function usualMCMMode(r: Reader, tag = 0x02): MCMMode | undefined {
  return usual.named(r, tag, mCMModeNames);
}

export function encodeMCMMode(w: Writer, at: number, v: MCMMode, tag = 0x02): number {
  const n = mCMModeNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const MCMMode: Codec<MCMMode> = codec(
  "MCMMode",
  encodeMCMMode,
  readMCMMode,
  usualMCMMode,
  { kind: "named", names: mCMModeNumbers, open: true },
);

export interface MCMServiceInfo {
  readonly messageType: BasicService;
  readonly mCMModeNew?: MCMMode;
  readonly mCMModeRetrieved?: MCMMode;
}

export function readMCMServiceInfo(r: Reader, tag = 0x30): MCMServiceInfo | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const messageType = readBasicService(r);
  if (messageType === undefined) return r.under("messageType");
  const v: Mutable<MCMServiceInfo> = {
    messageType,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x81: {
        if (v.mCMModeNew !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const mCMModeNew = readMCMMode(r, 0x81);
        if (mCMModeNew === undefined) return r.under("mCMModeNew");
        v.mCMModeNew = mCMModeNew;
        break;
      }
      case 0x82: {
        if (v.mCMModeRetrieved !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const mCMModeRetrieved = readMCMMode(r, 0x82);
        if (mCMModeRetrieved === undefined) return r.under("mCMModeRetrieved");
        v.mCMModeRetrieved = mCMModeRetrieved;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualMCMServiceInfo(r: Reader, tag = 0x30): MCMServiceInfo | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const messageType = usualBasicService(r);
  if (messageType === undefined) return undefined;
  const v: Mutable<MCMServiceInfo> = { messageType };
  if (r.at < end && r.octets[r.at] === 0x81) {
    const mCMModeNew = usualMCMMode(r, 0x81);
    if (mCMModeNew === undefined) return undefined;
    v.mCMModeNew = mCMModeNew;
  }
  if (r.at < end && r.octets[r.at] === 0x82) {
    const mCMModeRetrieved = usualMCMMode(r, 0x82);
    if (mCMModeRetrieved === undefined) return undefined;
    v.mCMModeRetrieved = mCMModeRetrieved;
  }
  return r.at === end ? v : undefined;
}

export function encodeMCMServiceInfo(w: Writer, end: number, v: MCMServiceInfo, tag = 0x30): number {
  let at = end - w.tail;
  if (v.mCMModeRetrieved !== undefined) at = encodeMCMMode(w, at, v.mCMModeRetrieved, 0x82);
  if (v.mCMModeNew !== undefined) at = encodeMCMMode(w, at, v.mCMModeNew, 0x81);
  at = encodeBasicService(w, at, v.messageType);
  return w.head(at, tag, end);
}

export const MCMServiceInfo: Codec<MCMServiceInfo> = codec(
  "MCMServiceInfo",
  encodeMCMServiceInfo,
  readMCMServiceInfo,
  usualMCMServiceInfo,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "messageType", type: BasicService.type },
      { name: "mCMModeNew", type: MCMMode.type, presence: "OPTIONAL" },
      { name: "mCMModeRetrieved", type: MCMMode.type, presence: "OPTIONAL" },
    ],
  },
);

export type MCMChange =
  | { readonly activateMCM: readonly MCMServiceInfo[] }
  | { readonly deactivateMCM: readonly BasicService[] }
  | { readonly setToDefaultValues: null };

export function readMCMChange(r: Reader): MCMChange | undefined {
  switch (r.tag()) {
    case 0xa1: {
      const v = r.sequenceOf(0xa1, readMCMServiceInfo);
      if (v === undefined) return r.under("activateMCM");
      return { activateMCM: v };
    }
    case 0xa2: {
      const v = r.sequenceOf(0xa2, readBasicService);
      if (v === undefined) return r.under("deactivateMCM");
      return { deactivateMCM: v };
    }
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("setToDefaultValues");
      return { setToDefaultValues: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualMCMChange(r: Reader): MCMChange | undefined {
  switch (r.octets[r.at]) {
    case 0xa1: {
      const v = usual.sequenceOf(r, 0xa1, usualMCMServiceInfo);
      return v === undefined ? undefined : { activateMCM: v };
    }
    case 0xa2: {
      const v = usual.sequenceOf(r, 0xa2, usualBasicService);
      return v === undefined ? undefined : { deactivateMCM: v };
    }
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { setToDefaultValues: v };
    }
    default:
      return undefined;
  }
}

export function encodeMCMChange(w: Writer, at: number, v: MCMChange): number {
  const c: Alternatives<MCMChange> = v;
  if (c.activateMCM !== undefined) return w.sequenceOf(at, 0xa1, encodeMCMServiceInfo, c.activateMCM);
  if (c.deactivateMCM !== undefined) return w.sequenceOf(at, 0xa2, encodeBasicService, c.deactivateMCM);
  if (c.setToDefaultValues !== undefined) return w.null(at, 0x05);
  throw noAlternative("MCMChange");
}

export const MCMChange: Codec<MCMChange> = codec(
  "MCMChange",
  encodeMCMChange,
  readMCMChange,
  usualMCMChange,
  {
    kind: "CHOICE",
    elements: [
      { name: "activateMCM", type: { kind: "SEQUENCE OF", of: MCMServiceInfo.type } },
      { name: "deactivateMCM", type: { kind: "SEQUENCE OF", of: BasicService.type } },
      { name: "setToDefaultValues", type: { kind: "NULL" } },
    ],
  },
);

export interface MCMServiceArg {
  readonly partyInfo: PartyInfo;
  readonly mCMChange: MCMChange;
  readonly extensions?: MCMExtensions;
}

export function readMCMServiceArg(r: Reader, tag = 0x30): MCMServiceArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const partyInfo = readPartyInfo(r);
  if (partyInfo === undefined) return r.under("partyInfo");
  const mCMChange = readMCMChange(r);
  if (mCMChange === undefined) return r.under("mCMChange");
  const v: Mutable<MCMServiceArg> = {
    partyInfo,
    mCMChange,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x05:
      case 0xa1:
      case 0xa2: {
        if (v.extensions !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extensions = readMCMExtensions(r);
        if (extensions === undefined) return r.under("extensions");
        v.extensions = extensions;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualMCMServiceArg(r: Reader, tag = 0x30): MCMServiceArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const partyInfo = usualPartyInfo(r);
  if (partyInfo === undefined) return undefined;
  const mCMChange = usualMCMChange(r);
  if (mCMChange === undefined) return undefined;
  const v: Mutable<MCMServiceArg> = { partyInfo, mCMChange };
  if (r.at < end && (r.octets[r.at] === 0x05 || r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const extensions = usualMCMExtensions(r);
    if (extensions === undefined) return undefined;
    v.extensions = extensions;
  }
  return r.at === end ? v : undefined;
}

export function encodeMCMServiceArg(w: Writer, end: number, v: MCMServiceArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extensions !== undefined) at = encodeMCMExtensions(w, at, v.extensions);
  at = encodeMCMChange(w, at, v.mCMChange);
  at = encodePartyInfo(w, at, v.partyInfo);
  return w.head(at, tag, end);
}

export const MCMServiceArg: Codec<MCMServiceArg> = codec(
  "MCMServiceArg",
  encodeMCMServiceArg,
  readMCMServiceArg,
  usualMCMServiceArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "partyInfo", type: PartyInfo.type },
      { name: "mCMChange", type: MCMChange.type },
      { name: "extensions", type: MCMExtensions.type, presence: "OPTIONAL" },
    ],
  },
);

export interface MCMInterrogateArg {
  readonly partyInfo: PartyInfo;
  readonly interrogateInfo: readonly BasicService[];
  readonly extensions?: MCMExtensions;
}

export function readMCMInterrogateArg(r: Reader, tag = 0x30): MCMInterrogateArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const partyInfo = readPartyInfo(r);
  if (partyInfo === undefined) return r.under("partyInfo");
  const interrogateInfo = r.sequenceOf(0x30, readBasicService);
  if (interrogateInfo === undefined) return r.under("interrogateInfo");
  const v: Mutable<MCMInterrogateArg> = {
    partyInfo,
    interrogateInfo,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x05:
      case 0xa1:
      case 0xa2: {
        if (v.extensions !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extensions = readMCMExtensions(r);
        if (extensions === undefined) return r.under("extensions");
        v.extensions = extensions;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualMCMInterrogateArg(r: Reader, tag = 0x30): MCMInterrogateArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const partyInfo = usualPartyInfo(r);
  if (partyInfo === undefined) return undefined;
  const interrogateInfo = usual.sequenceOf(r, 0x30, usualBasicService);
  if (interrogateInfo === undefined) return undefined;
  const v: Mutable<MCMInterrogateArg> = { partyInfo, interrogateInfo };
  if (r.at < end && (r.octets[r.at] === 0x05 || r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const extensions = usualMCMExtensions(r);
    if (extensions === undefined) return undefined;
    v.extensions = extensions;
  }
  return r.at === end ? v : undefined;
}

export function encodeMCMInterrogateArg(w: Writer, end: number, v: MCMInterrogateArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extensions !== undefined) at = encodeMCMExtensions(w, at, v.extensions);
  at = w.sequenceOf(at, 0x30, encodeBasicService, v.interrogateInfo);
  at = encodePartyInfo(w, at, v.partyInfo);
  return w.head(at, tag, end);
}

export const MCMInterrogateArg: Codec<MCMInterrogateArg> = codec(
  "MCMInterrogateArg",
  encodeMCMInterrogateArg,
  readMCMInterrogateArg,
  usualMCMInterrogateArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "partyInfo", type: PartyInfo.type },
      { name: "interrogateInfo", type: { kind: "SEQUENCE OF", of: BasicService.type } },
      { name: "extensions", type: MCMExtensions.type, presence: "OPTIONAL" },
    ],
  },
);

export interface MCMInterrogateRes {
  readonly interrogateResult: readonly MCMServiceInfo[];
  readonly extensions?: MCMExtensions;
}

export function readMCMInterrogateRes(r: Reader, tag = 0x30): MCMInterrogateRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const interrogateResult = r.sequenceOf(0x30, readMCMServiceInfo);
  if (interrogateResult === undefined) return r.under("interrogateResult");
  const v: Mutable<MCMInterrogateRes> = {
    interrogateResult,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x05:
      case 0xa1:
      case 0xa2: {
        if (v.extensions !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extensions = readMCMExtensions(r);
        if (extensions === undefined) return r.under("extensions");
        v.extensions = extensions;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualMCMInterrogateRes(r: Reader, tag = 0x30): MCMInterrogateRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const interrogateResult = usual.sequenceOf(r, 0x30, usualMCMServiceInfo);
  if (interrogateResult === undefined) return undefined;
  const v: Mutable<MCMInterrogateRes> = { interrogateResult };
  if (r.at < end && (r.octets[r.at] === 0x05 || r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const extensions = usualMCMExtensions(r);
    if (extensions === undefined) return undefined;
    v.extensions = extensions;
  }
  return r.at === end ? v : undefined;
}

export function encodeMCMInterrogateRes(w: Writer, end: number, v: MCMInterrogateRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extensions !== undefined) at = encodeMCMExtensions(w, at, v.extensions);
  at = w.sequenceOf(at, 0x30, encodeMCMServiceInfo, v.interrogateResult);
  return w.head(at, tag, end);
}

export const MCMInterrogateRes: Codec<MCMInterrogateRes> = codec(
  "MCMInterrogateRes",
  encodeMCMInterrogateRes,
  readMCMInterrogateRes,
  usualMCMInterrogateRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "interrogateResult", type: { kind: "SEQUENCE OF", of: MCMServiceInfo.type } },
      { name: "extensions", type: MCMExtensions.type, presence: "OPTIONAL" },
    ],
  },
);

export interface MailboxFullPar {
  readonly messageType: BasicService;
  readonly capacityReached?: number;
}

export function readMailboxFullPar(r: Reader, tag = 0x30): MailboxFullPar | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const messageType = readBasicService(r);
  if (messageType === undefined) return r.under("messageType");
  const v: Mutable<MailboxFullPar> = {
    messageType,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x02: {
        if (v.capacityReached !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const capacityReached = r.integer(0x02, 0, 100);
        if (capacityReached === undefined) return r.under("capacityReached");
        v.capacityReached = capacityReached;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualMailboxFullPar(r: Reader, tag = 0x30): MailboxFullPar | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const messageType = usualBasicService(r);
  if (messageType === undefined) return undefined;
  const v: Mutable<MailboxFullPar> = { messageType };
  if (r.at < end && r.octets[r.at] === 0x02) {
    const capacityReached = usual.integer(r, 0x02, 0, 100);
    if (capacityReached === undefined) return undefined;
    v.capacityReached = capacityReached;
  }
  return r.at === end ? v : undefined;
}

export function encodeMailboxFullPar(w: Writer, end: number, v: MailboxFullPar, tag = 0x30): number {
  let at = end - w.tail;
  if (v.capacityReached !== undefined) at = w.integer(at, 0x02, v.capacityReached, 0, 100);
  at = encodeBasicService(w, at, v.messageType);
  return w.head(at, tag, end);
}

export const MailboxFullPar: Codec<MailboxFullPar> = codec(
  "MailboxFullPar",
  encodeMailboxFullPar,
  readMailboxFullPar,
  usualMailboxFullPar,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "messageType", type: BasicService.type },
      { name: "capacityReached", type: { kind: "INTEGER", min: 0, max: 100 }, presence: "OPTIONAL" },
    ],
  },
);

export type MailboxFullFor = readonly MailboxFullPar[];

export function readMailboxFullFor(r: Reader, tag = 0x30): MailboxFullFor | undefined {
  return r.sequenceOf(tag, readMailboxFullPar);
}

export function usualMailboxFullFor(r: Reader, tag = 0x30): MailboxFullFor | undefined {
  return usual.sequenceOf(r, tag, usualMailboxFullPar);
}

export function encodeMailboxFullFor(w: Writer, at: number, v: MailboxFullFor, tag = 0x30): number {
  return w.sequenceOf(at, tag, encodeMailboxFullPar, v);
}

export const MailboxFullFor: Codec<MailboxFullFor> = codec(
  "MailboxFullFor",
  encodeMailboxFullFor,
  readMailboxFullFor,
  usualMailboxFullFor,
  { kind: "SEQUENCE OF", of: MailboxFullPar.type },
);

export interface MCMailboxFullArg {
  readonly partyInfo: PartyInfo;
  readonly mailboxFullFor: readonly MailboxFullPar[];
  readonly extensions?: MCMExtensions;
}

export function readMCMailboxFullArg(r: Reader, tag = 0x30): MCMailboxFullArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const partyInfo = readPartyInfo(r);
  if (partyInfo === undefined) return r.under("partyInfo");
  const mailboxFullFor = r.sequenceOf(0x30, readMailboxFullPar);
  if (mailboxFullFor === undefined) return r.under("mailboxFullFor");
  const v: Mutable<MCMailboxFullArg> = {
    partyInfo,
    mailboxFullFor,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x05:
      case 0xa1:
      case 0xa2: {
        if (v.extensions !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extensions = readMCMExtensions(r);
        if (extensions === undefined) return r.under("extensions");
        v.extensions = extensions;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualMCMailboxFullArg(r: Reader, tag = 0x30): MCMailboxFullArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const partyInfo = usualPartyInfo(r);
  if (partyInfo === undefined) return undefined;
  const mailboxFullFor = usual.sequenceOf(r, 0x30, usualMailboxFullPar);
  if (mailboxFullFor === undefined) return undefined;
  const v: Mutable<MCMailboxFullArg> = { partyInfo, mailboxFullFor };
  if (r.at < end && (r.octets[r.at] === 0x05 || r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const extensions = usualMCMExtensions(r);
    if (extensions === undefined) return undefined;
    v.extensions = extensions;
  }
  return r.at === end ? v : undefined;
}

export function encodeMCMailboxFullArg(w: Writer, end: number, v: MCMailboxFullArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extensions !== undefined) at = encodeMCMExtensions(w, at, v.extensions);
  at = w.sequenceOf(at, 0x30, encodeMailboxFullPar, v.mailboxFullFor);
  at = encodePartyInfo(w, at, v.partyInfo);
  return w.head(at, tag, end);
}

export const MCMailboxFullArg: Codec<MCMailboxFullArg> = codec(
  "MCMailboxFullArg",
  encodeMCMailboxFullArg,
  readMCMailboxFullArg,
  usualMCMailboxFullArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "partyInfo", type: PartyInfo.type },
      { name: "mailboxFullFor", type: { kind: "SEQUENCE OF", of: MailboxFullPar.type } },
      { name: "extensions", type: MCMExtensions.type, presence: "OPTIONAL" },
    ],
  },
);

export type MCMDummyRes = MCMExtensions;

export function readMCMDummyRes(r: Reader): MCMDummyRes | undefined {
  return readMCMExtensions(r);
}

export function usualMCMDummyRes(r: Reader): MCMDummyRes | undefined {
  return usualMCMExtensions(r);
}

export function encodeMCMDummyRes(w: Writer, at: number, v: MCMDummyRes): number {
  return encodeMCMExtensions(w, at, v);
}

export const MCMDummyRes: Codec<MCMDummyRes> = codec(
  "MCMDummyRes",
  encodeMCMDummyRes,
  readMCMDummyRes,
  usualMCMDummyRes,
  MCMExtensions.type,
);
