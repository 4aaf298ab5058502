// Generated from asn1/SS-MID-Operations-asn1-97.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Alternatives, type Codec, codec, type Mutable, noAlternative } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";
import {
  PresentedAddressUnscreened,
  encodePresentedAddressUnscreened,
  readPresentedAddressUnscreened,
  usualPresentedAddressUnscreened,
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
  readonly servedUserNr: PresentedAddressUnscreened;
  readonly messageType?: BasicService;
  readonly messageCentreID: MsgCentreId;
}

export function readPartyInfo(r: Reader, tag = 0x30): PartyInfo | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const servedUserNr = readPresentedAddressUnscreened(r);
  if (servedUserNr === undefined) return r.under("servedUserNr");
  let messageType: BasicService | undefined;
  if (r.tag() === 0x0a) {
    messageType = readBasicService(r);
    if (messageType === undefined) return r.under("messageType");
  }
  const messageCentreID = readMsgCentreId(r);
  if (messageCentreID === undefined) return r.under("messageCentreID");
  const v: Mutable<PartyInfo> = {
    servedUserNr,
    messageCentreID,
  };
  if (messageType !== undefined) v.messageType = messageType;
  r.leave(outer);
  return v;
}

export function usualPartyInfo(r: Reader, tag = 0x30): PartyInfo | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const servedUserNr = usualPresentedAddressUnscreened(r);
  if (servedUserNr === undefined) return undefined;
  let messageType: BasicService | undefined;
  if (r.at < end && r.octets[r.at] === 0x0a) {
    messageType = usualBasicService(r);
    if (messageType === undefined) return undefined;
  }
  const messageCentreID = usualMsgCentreId(r);
  if (messageCentreID === undefined) return undefined;
  const v: Mutable<PartyInfo> = { servedUserNr, messageCentreID };
  if (messageType !== undefined) v.messageType = messageType;
  return r.at === end ? v : undefined;
}

export function encodePartyInfo(w: Writer, end: number, v: PartyInfo, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeMsgCentreId(w, at, v.messageCentreID);
  if (v.messageType !== undefined) at = encodeBasicService(w, at, v.messageType);
  at = encodePresentedAddressUnscreened(w, at, v.servedUserNr);
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
      { name: "servedUserNr", type: PresentedAddressUnscreened.type },
      { name: "messageType", type: BasicService.type, presence: "OPTIONAL" },
      { name: "messageCentreID", type: MsgCentreId.type },
    ],
  },
);

export type String =
  | { readonly stringBmp: Uint8Array }
  | { readonly stringUtf8: Uint8Array };

export function readString(r: Reader): String | undefined {
  switch (r.tag()) {
    case 0x1e:
    case 0x3e: {
      const v = r.octetString(0x1e);
      if (v === undefined) return r.under("stringBmp");
      return { stringBmp: v };
    }
    case 0x0c:
    case 0x2c: {
      const v = r.octetString(0x0c);
      if (v === undefined) return r.under("stringUtf8");
      return { stringUtf8: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualString(r: Reader): String | undefined {
  switch (r.octets[r.at]) {
    case 0x1e:
    case 0x3e: {
      const v = usual.octetString(r, 0x1e);
      return v === undefined ? undefined : { stringBmp: v };
    }
    case 0x0c:
    case 0x2c: {
      const v = usual.octetString(r, 0x0c);
      return v === undefined ? undefined : { stringUtf8: v };
    }
    default:
      return undefined;
  }
}

export function encodeString(w: Writer, at: number, v: String): number {
  const c: Alternatives<String> = v;
  if (c.stringBmp !== undefined) return w.octetString(at, 0x1e, c.stringBmp);
  if (c.stringUtf8 !== undefined) return w.octetString(at, 0x0c, c.stringUtf8);
  throw noAlternative("String");
}

export const String: Codec<String> = codec(
  "String",
  encodeString,
  readString,
  usualString,
  {
    kind: "CHOICE",
    elements: [
      { name: "stringBmp", type: { kind: "OCTET STRING" } },
      { name: "stringUtf8", type: { kind: "OCTET STRING" } },
    ],
  },
);

export type MIDExtensions =
  | { readonly none: null }
  | { readonly extension: Extension }
  | { readonly multipleExtension: readonly Extension[] };

export function readMIDExtensions(r: Reader): MIDExtensions | undefined {
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

export function usualMIDExtensions(r: Reader): MIDExtensions | undefined {
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

export function encodeMIDExtensions(w: Writer, at: number, v: MIDExtensions): number {
  const c: Alternatives<MIDExtensions> = v;
  if (c.none !== undefined) return w.null(at, 0x05);
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa1);
  if (c.multipleExtension !== undefined) return w.sequenceOf(at, 0xa2, encodeExtension, c.multipleExtension);
  throw noAlternative("MIDExtensions");
}

export const MIDExtensions: Codec<MIDExtensions> = codec(
  "MIDExtensions",
  encodeMIDExtensions,
  readMIDExtensions,
  usualMIDExtensions,
  {
    kind: "CHOICE",
    elements: [
      { name: "none", type: { kind: "NULL" } },
      { name: "extension", type: Extension.type },
      { name: "multipleExtension", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface MIDMailboxAuthArg {
  readonly partyInfo: PartyInfo;
  readonly servedUserName?: Name;
  readonly mailBox?: String;
  readonly password: String;
  readonly extensions?: MIDExtensions;
}

export function readMIDMailboxAuthArg(r: Reader, tag = 0x30): MIDMailboxAuthArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const partyInfo = readPartyInfo(r);
  if (partyInfo === undefined) return r.under("partyInfo");
  let servedUserName: Name | undefined;
  if (r.tag() === 0x80 || r.tag() === 0xa0 || r.tag() === 0xa1 || r.tag() === 0x82 || r.tag() === 0xa2 || r.tag() ===
    0xa3 || r.tag() === 0x87 || r.tag() === 0x84) {
    servedUserName = readName(r);
    if (servedUserName === undefined) return r.under("servedUserName");
  }
  let mailBox: String | undefined;
  if (r.tag() === 0xa8) {
    mailBox = r.explicit(0xa8, readString);
    if (mailBox === undefined) return r.under("mailBox");
  }
  const password = readString(r);
  if (password === undefined) return r.under("password");
  const v: Mutable<MIDMailboxAuthArg> = {
    partyInfo,
    password,
  };
  if (servedUserName !== undefined) v.servedUserName = servedUserName;
  if (mailBox !== undefined) v.mailBox = mailBox;
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x05:
      case 0xa1:
      case 0xa2: {
        if (v.extensions !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extensions = readMIDExtensions(r);
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

export function usualMIDMailboxAuthArg(r: Reader, tag = 0x30): MIDMailboxAuthArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const partyInfo = usualPartyInfo(r);
  if (partyInfo === undefined) return undefined;
  let servedUserName: Name | undefined;
  if (r.at < end && (r.octets[r.at] === 0x80 || r.octets[r.at] === 0xa0 || r.octets[r.at] === 0xa1 || r.octets[r.at] ===
    0x82 || r.octets[r.at] === 0xa2 || r.octets[r.at] === 0xa3 || r.octets[r.at] === 0x87 || r.octets[r.at] === 0x84)) {
    servedUserName = usualName(r);
    if (servedUserName === undefined) return undefined;
  }
  let mailBox: String | undefined;
  if (r.at < end && r.octets[r.at] === 0xa8) {
    mailBox = usual.explicit(r, 0xa8, usualString);
    if (mailBox === undefined) return undefined;
  }
  const password = usualString(r);
  if (password === undefined) return undefined;
  const v: Mutable<MIDMailboxAuthArg> = { partyInfo, password };
  if (servedUserName !== undefined) v.servedUserName = servedUserName;
  if (mailBox !== undefined) v.mailBox = mailBox;
  if (r.at < end && (r.octets[r.at] === 0x05 || r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const extensions = usualMIDExtensions(r);
    if (extensions === undefined) return undefined;
    v.extensions = extensions;
  }
  return r.at === end ? v : undefined;
}

export function encodeMIDMailboxAuthArg(w: Writer, end: number, v: MIDMailboxAuthArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extensions !== undefined) at = encodeMIDExtensions(w, at, v.extensions);
  at = encodeString(w, at, v.password);
  if (v.mailBox !== undefined) at = w.head(encodeString(w, at - w.tail, v.mailBox), 0xa8, at);
  if (v.servedUserName !== undefined) at = encodeName(w, at, v.servedUserName);
  at = encodePartyInfo(w, at, v.partyInfo);
  return w.head(at, tag, end);
}

export const MIDMailboxAuthArg: Codec<MIDMailboxAuthArg> = codec(
  "MIDMailboxAuthArg",
  encodeMIDMailboxAuthArg,
  readMIDMailboxAuthArg,
  usualMIDMailboxAuthArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "partyInfo", type: PartyInfo.type },
      { name: "servedUserName", type: Name.type, presence: "OPTIONAL" },
      { name: "mailBox", type: String.type, presence: "OPTIONAL" },
      { name: "password", type: String.type },
      { name: "extensions", type: MIDExtensions.type, presence: "OPTIONAL" },
    ],
  },
);

export interface MIDMailboxIDArg {
  readonly partyInfo: PartyInfo;
  readonly servedUserName?: Name;
  readonly mailBox: String;
  readonly extensions?: MIDExtensions;
}

export function readMIDMailboxIDArg(r: Reader, tag = 0x30): MIDMailboxIDArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const partyInfo = readPartyInfo(r);
  if (partyInfo === undefined) return r.under("partyInfo");
  let servedUserName: Name | undefined;
  if (r.tag() === 0x80 || r.tag() === 0xa0 || r.tag() === 0xa1 || r.tag() === 0x82 || r.tag() === 0xa2 || r.tag() ===
    0xa3 || r.tag() === 0x87 || r.tag() === 0x84) {
    servedUserName = readName(r);
    if (servedUserName === undefined) return r.under("servedUserName");
  }
  const mailBox = readString(r);
  if (mailBox === undefined) return r.under("mailBox");
  const v: Mutable<MIDMailboxIDArg> = {
    partyInfo,
    mailBox,
  };
  if (servedUserName !== undefined) v.servedUserName = servedUserName;
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x05:
      case 0xa1:
      case 0xa2: {
        if (v.extensions !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extensions = readMIDExtensions(r);
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

export function usualMIDMailboxIDArg(r: Reader, tag = 0x30): MIDMailboxIDArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const partyInfo = usualPartyInfo(r);
  if (partyInfo === undefined) return undefined;
  let servedUserName: Name | undefined;
  if (r.at < end && (r.octets[r.at] === 0x80 || r.octets[r.at] === 0xa0 || r.octets[r.at] === 0xa1 || r.octets[r.at] ===
    0x82 || r.octets[r.at] === 0xa2 || r.octets[r.at] === 0xa3 || r.octets[r.at] === 0x87 || r.octets[r.at] === 0x84)) {
    servedUserName = usualName(r);
    if (servedUserName === undefined) return undefined;
  }
  const mailBox = usualString(r);
  if (mailBox === undefined) return undefined;
  const v: Mutable<MIDMailboxIDArg> = { partyInfo, mailBox };
  if (servedUserName !== undefined) v.servedUserName = servedUserName;
  if (r.at < end && (r.octets[r.at] === 0x05 || r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const extensions = usualMIDExtensions(r);
    if (extensions === undefined) return undefined;
    v.extensions = extensions;
  }
  return r.at === end ? v : undefined;
}

export function encodeMIDMailboxIDArg(w: Writer, end: number, v: MIDMailboxIDArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extensions !== undefined) at = encodeMIDExtensions(w, at, v.extensions);
  at = encodeString(w, at, v.mailBox);
  if (v.servedUserName !== undefined) at = encodeName(w, at, v.servedUserName);
  at = encodePartyInfo(w, at, v.partyInfo);
  return w.head(at, tag, end);
}

export const MIDMailboxIDArg: Codec<MIDMailboxIDArg> = codec(
  "MIDMailboxIDArg",
  encodeMIDMailboxIDArg,
  readMIDMailboxIDArg,
  usualMIDMailboxIDArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "partyInfo", type: PartyInfo.type },
      { name: "servedUserName", type: Name.type, presence: "OPTIONAL" },
      { name: "mailBox", type: String.type },
      { name: "extensions", type: MIDExtensions.type, presence: "OPTIONAL" },
    ],
  },
);

export type MIDDummyRes = MIDExtensions;

export function readMIDDummyRes(r: Reader): MIDDummyRes | undefined {
  return readMIDExtensions(r);
}

export function usualMIDDummyRes(r: Reader): MIDDummyRes | undefined {
  return usualMIDExtensions(r);
}

export function encodeMIDDummyRes(w: Writer, at: number, v: MIDDummyRes): number {
  return encodeMIDExtensions(w, at, v);
}

export const MIDDummyRes: Codec<MIDDummyRes> = codec(
  "MIDDummyRes",
  encodeMIDDummyRes,
  readMIDDummyRes,
  usualMIDDummyRes,
  MIDExtensions.type,
);
