// Generated from asn1/MWI-Operations-and-Errors.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Codec, codec, type Mutable, namesOf } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";
import {
  PartyNumber,
  encodePartyNumber,
  readPartyNumber,
  usualPartyNumber,
} from "./addressing-data-elements.ts";
import {
  BasicService,
  encodeBasicService,
  readBasicService,
  usualBasicService,
} from "./basic-service-elements.ts";

export type MessageCounter = number;

export function readMessageCounter(r: Reader, tag = 0x02): MessageCounter | undefined {
  return r.integer(tag, 0, 65535);
}

export function usualMessageCounter(r: Reader, tag = 0x02): MessageCounter | undefined {
  return usual.integer(r, tag, 0, 65535);
}

export function encodeMessageCounter(w: Writer, at: number, v: MessageCounter, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 65535);
  return w.oneOctet(at, tag, n);
}

export const MessageCounter: Codec<MessageCounter> = codec(
  "MessageCounter",
  encodeMessageCounter,
  readMessageCounter,
  usualMessageCounter,
  { kind: "INTEGER", min: 0, max: 65535 },
);

export type Time = string;

export function readTime(r: Reader, tag = 0x18): Time | undefined {
  return r.visibleString(tag);
}

export function usualTime(r: Reader, tag = 0x18): Time | undefined {
  return usual.visibleString(r, tag);
}

export function encodeTime(w: Writer, at: number, v: Time, tag = 0x18): number {
  return w.visibleString(at, tag, v);
}

export const Time: Codec<Time> = codec(
  "Time",
  encodeTime,
  readTime,
  usualTime,
  { kind: "VisibleString" },
);

export type MessageRef = number;

export function readMessageRef(r: Reader, tag = 0x02): MessageRef | undefined {
  return r.integer(tag, 0, 65535);
}

export function usualMessageRef(r: Reader, tag = 0x02): MessageRef | undefined {
  return usual.integer(r, tag, 0, 65535);
}

export function encodeMessageRef(w: Writer, at: number, v: MessageRef, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 65535);
  return w.oneOctet(at, tag, n);
}

export const MessageRef: Codec<MessageRef> = codec(
  "MessageRef",
  encodeMessageRef,
  readMessageRef,
  usualMessageRef,
  { kind: "INTEGER", min: 0, max: 65535 },
);

export type MessageStatus =
  | "addedMessage"
  | "removedMessage";

const messageStatusNumbers = {
  "addedMessage": 0,
  "removedMessage": 1,
} as const;
const messageStatusNames = namesOf(messageStatusNumbers);

function messageStatusNumber(v: MessageStatus): number {
  switch (v) {
    case "addedMessage":
      return 0;
    case "removedMessage":
      return 1;
  }
}

export function readMessageStatus(r: Reader, tag = 0x0a): MessageStatus | undefined {
  return r.enumerated(tag, messageStatusNames);
}

export function usualMessageStatus(r: Reader, tag = 0x0a): MessageStatus | undefined {
  return usual.enumerated(r, tag, messageStatusNames);
}

export function encodeMessageStatus(w: Writer, at: number, v: MessageStatus, tag = 0x0a): number {
  const n = messageStatusNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const MessageStatus: Codec<MessageStatus> = codec(
  "MessageStatus",
  encodeMessageStatus,
  readMessageStatus,
  usualMessageStatus,
  { kind: "named", names: messageStatusNumbers, open: false },
);

export interface MessageID {
  readonly messageRef: number;
  readonly status: MessageStatus;
}

export function readMessageID(r: Reader, tag = 0x30): MessageID | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const messageRef = r.integer(0x02, 0, 65535);
  if (messageRef === undefined) return r.under("messageRef");
  const status = readMessageStatus(r);
  if (status === undefined) return r.under("status");
  const v: Mutable<MessageID> = {
    messageRef,
    status,
  };
  r.leave(outer);
  return v;
}

export function usualMessageID(r: Reader, tag = 0x30): MessageID | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const messageRef = usual.integer(r, 0x02, 0, 65535);
  if (messageRef === undefined) return undefined;
  const status = usualMessageStatus(r);
  if (status === undefined) return undefined;
  const v: Mutable<MessageID> = { messageRef, status };
  return r.at === end ? v : undefined;
}

export function encodeMessageID(w: Writer, end: number, v: MessageID, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeMessageStatus(w, at, v.status);
  at = w.integer(at, 0x02, v.messageRef, 0, 65535);
  return w.head(at, tag, end);
}

export const MessageID: Codec<MessageID> = codec(
  "MessageID",
  encodeMessageID,
  readMessageID,
  usualMessageID,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "messageRef", type: { kind: "INTEGER", min: 0, max: 65535 } },
      { name: "status", type: MessageStatus.type },
    ],
  },
);

export type InvocationMode =
  | "deferred"
  | "immediate"
  | "combined";

const invocationModeNumbers = {
  "deferred": 0,
  "immediate": 1,
  "combined": 2,
} as const;
const invocationModeNames = namesOf(invocationModeNumbers);

function invocationModeNumber(v: InvocationMode): number {
  switch (v) {
    case "deferred":
      return 0;
    case "immediate":
      return 1;
    case "combined":
      return 2;
  }
}

export function readInvocationMode(r: Reader, tag = 0x0a): InvocationMode | undefined {
  return r.enumerated(tag, invocationModeNames);
}

export function usualInvocationMode(r: Reader, tag = 0x0a): InvocationMode | undefined {
  return usual.enumerated(r, tag, invocationModeNames);
}

export function encodeInvocationMode(w: Writer, at: number, v: InvocationMode, tag = 0x0a): number {
  const n = invocationModeNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const InvocationMode: Codec<InvocationMode> = codec(
  "InvocationMode",
  encodeInvocationMode,
  readInvocationMode,
  usualInvocationMode,
  { kind: "named", names: invocationModeNumbers, open: false },
);

export interface MWIActivateArg {
  readonly receivingUserNr: PartyNumber;
  readonly basicService: BasicService;
  readonly controllingUserNr?: PartyNumber;
  readonly numberOfMessages?: number;
  readonly controllingUserProvidedNr?: PartyNumber;
  readonly time?: string;
  readonly messageId?: MessageID;
  readonly mode?: InvocationMode;
}

export function readMWIActivateArg(r: Reader, tag = 0x30): MWIActivateArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const receivingUserNr = readPartyNumber(r);
  if (receivingUserNr === undefined) return r.under("receivingUserNr");
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const v: Mutable<MWIActivateArg> = {
    receivingUserNr,
    basicService,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1: {
        if (v.controllingUserNr !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const controllingUserNr = r.explicit(0xa1, readPartyNumber);
        if (controllingUserNr === undefined) return r.under("controllingUserNr");
        v.controllingUserNr = controllingUserNr;
        break;
      }
      case 0xa2: {
        if (v.numberOfMessages !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const numberOfMessages = r.explicit(0xa2, (r) => r.integer(0x02, 0, 65535));
        if (numberOfMessages === undefined) return r.under("numberOfMessages");
        v.numberOfMessages = numberOfMessages;
        break;
      }
      case 0xa3: {
        if (v.controllingUserProvidedNr !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const controllingUserProvidedNr = r.explicit(0xa3, readPartyNumber);
        if (controllingUserProvidedNr === undefined) return r.under("controllingUserProvidedNr");
        v.controllingUserProvidedNr = controllingUserProvidedNr;
        break;
      }
      case 0xa4: {
        if (v.time !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const time = r.explicit(0xa4, (r) => r.visibleString(0x18));
        if (time === undefined) return r.under("time");
        v.time = time;
        break;
      }
      case 0xa5: {
        if (v.messageId !== undefined) return r.repeated();
        if (_last > 4 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 4;
        const messageId = r.explicit(0xa5, readMessageID);
        if (messageId === undefined) return r.under("messageId");
        v.messageId = messageId;
        break;
      }
      case 0xa6: {
        if (v.mode !== undefined) return r.repeated();
        if (_last > 5 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 5;
        const mode = r.explicit(0xa6, readInvocationMode);
        if (mode === undefined) return r.under("mode");
        v.mode = mode;
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
  const receivingUserNr = usualPartyNumber(r);
  if (receivingUserNr === undefined) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const v: Mutable<MWIActivateArg> = { receivingUserNr, basicService };
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const controllingUserNr = usual.explicit(r, 0xa1, usualPartyNumber);
    if (controllingUserNr === undefined) return undefined;
    v.controllingUserNr = controllingUserNr;
  }
  if (r.at < end && r.octets[r.at] === 0xa2) {
    const numberOfMessages = usual.explicit(r, 0xa2, (r) => usual.integer(r, 0x02, 0, 65535));
    if (numberOfMessages === undefined) return undefined;
    v.numberOfMessages = numberOfMessages;
  }
  if (r.at < end && r.octets[r.at] === 0xa3) {
    const controllingUserProvidedNr = usual.explicit(r, 0xa3, usualPartyNumber);
    if (controllingUserProvidedNr === undefined) return undefined;
    v.controllingUserProvidedNr = controllingUserProvidedNr;
  }
  if (r.at < end && r.octets[r.at] === 0xa4) {
    const time = usual.explicit(r, 0xa4, (r) => usual.visibleString(r, 0x18));
    if (time === undefined) return undefined;
    v.time = time;
  }
  if (r.at < end && r.octets[r.at] === 0xa5) {
    const messageId = usual.explicit(r, 0xa5, usualMessageID);
    if (messageId === undefined) return undefined;
    v.messageId = messageId;
  }
  if (r.at < end && r.octets[r.at] === 0xa6) {
    const mode = usual.explicit(r, 0xa6, usualInvocationMode);
    if (mode === undefined) return undefined;
    v.mode = mode;
  }
  return r.at === end ? v : undefined;
}

export function encodeMWIActivateArg(w: Writer, end: number, v: MWIActivateArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.mode !== undefined) at = w.head(encodeInvocationMode(w, at - w.tail, v.mode), 0xa6, at);
  if (v.messageId !== undefined) at = w.head(encodeMessageID(w, at - w.tail, v.messageId), 0xa5, at);
  if (v.time !== undefined) at = w.head(w.visibleString(at - w.tail, 0x18, v.time), 0xa4, at);
  if (v.controllingUserProvidedNr !== undefined) at = w.head(encodePartyNumber(w, at - w.tail,
    v.controllingUserProvidedNr), 0xa3, at);
  if (v.numberOfMessages !== undefined) at = w.head(w.integer(at - w.tail, 0x02, v.numberOfMessages, 0, 65535), 0xa2,
    at);
  if (v.controllingUserNr !== undefined) at = w.head(encodePartyNumber(w, at - w.tail, v.controllingUserNr), 0xa1, at);
  at = encodeBasicService(w, at, v.basicService);
  at = encodePartyNumber(w, at, v.receivingUserNr);
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
      { name: "receivingUserNr", type: PartyNumber.type },
      { name: "basicService", type: BasicService.type },
      { name: "controllingUserNr", type: PartyNumber.type, presence: "OPTIONAL" },
      { name: "numberOfMessages", type: { kind: "INTEGER", min: 0, max: 65535 }, presence: "OPTIONAL" },
      { name: "controllingUserProvidedNr", type: PartyNumber.type, presence: "OPTIONAL" },
      { name: "time", type: { kind: "VisibleString" }, presence: "OPTIONAL" },
      { name: "messageId", type: MessageID.type, presence: "OPTIONAL" },
      { name: "mode", type: InvocationMode.type, presence: "OPTIONAL" },
    ],
  },
);

export interface MWIDeactivateArg {
  readonly receivingUserNr: PartyNumber;
  readonly basicService: BasicService;
  readonly controllingUserNr?: PartyNumber;
  readonly mode?: InvocationMode;
}

export function readMWIDeactivateArg(r: Reader, tag = 0x30): MWIDeactivateArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const receivingUserNr = readPartyNumber(r);
  if (receivingUserNr === undefined) return r.under("receivingUserNr");
  const basicService = readBasicService(r);
  if (basicService === undefined) return r.under("basicService");
  const v: Mutable<MWIDeactivateArg> = {
    receivingUserNr,
    basicService,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
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
        if (v.controllingUserNr !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const controllingUserNr = readPartyNumber(r);
        if (controllingUserNr === undefined) return r.under("controllingUserNr");
        v.controllingUserNr = controllingUserNr;
        break;
      }
      case 0x0a: {
        if (v.mode !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const mode = readInvocationMode(r);
        if (mode === undefined) return r.under("mode");
        v.mode = mode;
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
  const receivingUserNr = usualPartyNumber(r);
  if (receivingUserNr === undefined) return undefined;
  const basicService = usualBasicService(r);
  if (basicService === undefined) return undefined;
  const v: Mutable<MWIDeactivateArg> = { receivingUserNr, basicService };
  if (r.at < end && (r.octets[r.at] === 0x80 || r.octets[r.at] === 0xa0 || r.octets[r.at] === 0xa1 || r.octets[r.at] ===
    0x82 || r.octets[r.at] === 0xa2 || r.octets[r.at] === 0x83 || r.octets[r.at] === 0xa3 || r.octets[r.at] === 0x84 ||
      r.octets[r.at] === 0xa4 || r.octets[r.at] === 0xa5 || r.octets[r.at] === 0x88 || r.octets[r.at] === 0xa8)) {
    const controllingUserNr = usualPartyNumber(r);
    if (controllingUserNr === undefined) return undefined;
    v.controllingUserNr = controllingUserNr;
  }
  if (r.at < end && r.octets[r.at] === 0x0a) {
    const mode = usualInvocationMode(r);
    if (mode === undefined) return undefined;
    v.mode = mode;
  }
  return r.at === end ? v : undefined;
}

export function encodeMWIDeactivateArg(w: Writer, end: number, v: MWIDeactivateArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.mode !== undefined) at = encodeInvocationMode(w, at, v.mode);
  if (v.controllingUserNr !== undefined) at = encodePartyNumber(w, at, v.controllingUserNr);
  at = encodeBasicService(w, at, v.basicService);
  at = encodePartyNumber(w, at, v.receivingUserNr);
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
      { name: "receivingUserNr", type: PartyNumber.type },
      { name: "basicService", type: BasicService.type },
      { name: "controllingUserNr", type: PartyNumber.type, presence: "OPTIONAL" },
      { name: "mode", type: InvocationMode.type, presence: "OPTIONAL" },
    ],
  },
);

export interface MWIIndicateArg {
  readonly controllingUserNr?: PartyNumber;
  readonly basicService?: BasicService;
  readonly numberOfMessages?: number;
  readonly controllingUserProvidedNr?: PartyNumber;
  readonly time?: string;
  readonly messageId?: MessageID;
}

export function readMWIIndicateArg(r: Reader, tag = 0x30): MWIIndicateArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const v: Mutable<MWIIndicateArg> = {};
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1: {
        if (v.controllingUserNr !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const controllingUserNr = r.explicit(0xa1, readPartyNumber);
        if (controllingUserNr === undefined) return r.under("controllingUserNr");
        v.controllingUserNr = controllingUserNr;
        break;
      }
      case 0xa2: {
        if (v.basicService !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const basicService = r.explicit(0xa2, readBasicService);
        if (basicService === undefined) return r.under("basicService");
        v.basicService = basicService;
        break;
      }
      case 0xa3: {
        if (v.numberOfMessages !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const numberOfMessages = r.explicit(0xa3, (r) => r.integer(0x02, 0, 65535));
        if (numberOfMessages === undefined) return r.under("numberOfMessages");
        v.numberOfMessages = numberOfMessages;
        break;
      }
      case 0xa4: {
        if (v.controllingUserProvidedNr !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const controllingUserProvidedNr = r.explicit(0xa4, readPartyNumber);
        if (controllingUserProvidedNr === undefined) return r.under("controllingUserProvidedNr");
        v.controllingUserProvidedNr = controllingUserProvidedNr;
        break;
      }
      case 0xa5: {
        if (v.time !== undefined) return r.repeated();
        if (_last > 4 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 4;
        const time = r.explicit(0xa5, (r) => r.visibleString(0x18));
        if (time === undefined) return r.under("time");
        v.time = time;
        break;
      }
      case 0xa6: {
        if (v.messageId !== undefined) return r.repeated();
        if (_last > 5 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 5;
        const messageId = r.explicit(0xa6, readMessageID);
        if (messageId === undefined) return r.under("messageId");
        v.messageId = messageId;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualMWIIndicateArg(r: Reader, tag = 0x30): MWIIndicateArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const v: Mutable<MWIIndicateArg> = {};
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const controllingUserNr = usual.explicit(r, 0xa1, usualPartyNumber);
    if (controllingUserNr === undefined) return undefined;
    v.controllingUserNr = controllingUserNr;
  }
  if (r.at < end && r.octets[r.at] === 0xa2) {
    const basicService = usual.explicit(r, 0xa2, usualBasicService);
    if (basicService === undefined) return undefined;
    v.basicService = basicService;
  }
  if (r.at < end && r.octets[r.at] === 0xa3) {
    const numberOfMessages = usual.explicit(r, 0xa3, (r) => usual.integer(r, 0x02, 0, 65535));
    if (numberOfMessages === undefined) return undefined;
    v.numberOfMessages = numberOfMessages;
  }
  if (r.at < end && r.octets[r.at] === 0xa4) {
    const controllingUserProvidedNr = usual.explicit(r, 0xa4, usualPartyNumber);
    if (controllingUserProvidedNr === undefined) return undefined;
    v.controllingUserProvidedNr = controllingUserProvidedNr;
  }
  if (r.at < end && r.octets[r.at] === 0xa5) {
    const time = usual.explicit(r, 0xa5, (r) => usual.visibleString(r, 0x18));
    if (time === undefined) return undefined;
    v.time = time;
  }
  if (r.at < end && r.octets[r.at] === 0xa6) {
    const messageId = usual.explicit(r, 0xa6, usualMessageID);
    if (messageId === undefined) return undefined;
    v.messageId = messageId;
  }
  return r.at === end ? v : undefined;
}

export function encodeMWIIndicateArg(w: Writer, end: number, v: MWIIndicateArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.messageId !== undefined) at = w.head(encodeMessageID(w, at - w.tail, v.messageId), 0xa6, at);
  if (v.time !== undefined) at = w.head(w.visibleString(at - w.tail, 0x18, v.time), 0xa5, at);
  if (v.controllingUserProvidedNr !== undefined) at = w.head(encodePartyNumber(w, at - w.tail,
    v.controllingUserProvidedNr), 0xa4, at);
  if (v.numberOfMessages !== undefined) at = w.head(w.integer(at - w.tail, 0x02, v.numberOfMessages, 0, 65535), 0xa3,
    at);
  if (v.basicService !== undefined) at = w.head(encodeBasicService(w, at - w.tail, v.basicService), 0xa2, at);
  if (v.controllingUserNr !== undefined) at = w.head(encodePartyNumber(w, at - w.tail, v.controllingUserNr), 0xa1, at);
  return w.head(at, tag, end);
}

export const MWIIndicateArg: Codec<MWIIndicateArg> = codec(
  "MWIIndicateArg",
  encodeMWIIndicateArg,
  readMWIIndicateArg,
  usualMWIIndicateArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "controllingUserNr", type: PartyNumber.type, presence: "OPTIONAL" },
      { name: "basicService", type: BasicService.type, presence: "OPTIONAL" },
      { name: "numberOfMessages", type: { kind: "INTEGER", min: 0, max: 65535 }, presence: "OPTIONAL" },
      { name: "controllingUserProvidedNr", type: PartyNumber.type, presence: "OPTIONAL" },
      { name: "time", type: { kind: "VisibleString" }, presence: "OPTIONAL" },
      { name: "messageId", type: MessageID.type, presence: "OPTIONAL" },
    ],
  },
);
