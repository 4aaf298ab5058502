// Generated from asn1/Call-Identification-and-Call-Linkage-Operations-asn1-97.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Alternatives, type Codec, codec, type Mutable, noAlternative } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";
import {
  Extension,
  encodeExtension,
  readExtension,
  usualExtension,
} from "./manufacturer-specific-service-extension-class-asn1-97.ts";

export type SwitchingSubDomainName = string;

export function readSwitchingSubDomainName(r: Reader, tag = 0x16): SwitchingSubDomainName | undefined {
  return r.ia5String(tag, 1, 64);
}

export function usualSwitchingSubDomainName(r: Reader, tag = 0x16): SwitchingSubDomainName | undefined {
  return usual.ia5String(r, tag, 1, 64);
}

export function encodeSwitchingSubDomainName(w: Writer, at: number, v: SwitchingSubDomainName, tag = 0x16): number {
  return w.ia5String(at, tag, v, 1, 64);
}

export const SwitchingSubDomainName: Codec<SwitchingSubDomainName> = codec(
  "SwitchingSubDomainName",
  encodeSwitchingSubDomainName,
  readSwitchingSubDomainName,
  usualSwitchingSubDomainName,
  { kind: "IA5String", min: 1, max: 64 },
);

export type SubDomainID = Uint8Array;

export function readSubDomainID(r: Reader, tag = 0x04): SubDomainID | undefined {
  return r.octetString(tag, 1, 8);
}

export function usualSubDomainID(r: Reader, tag = 0x04): SubDomainID | undefined {
  return usual.octetString(r, tag, 1, 8);
}

export function encodeSubDomainID(w: Writer, at: number, v: SubDomainID, tag = 0x04): number {
  return w.octetString(at, tag, v, 1, 8);
}

export const SubDomainID: Codec<SubDomainID> = codec(
  "SubDomainID",
  encodeSubDomainID,
  readSubDomainID,
  usualSubDomainID,
  { kind: "OCTET STRING", min: 1, max: 8 },
);

export type GloballyUniqueID = Uint8Array;

export function readGloballyUniqueID(r: Reader, tag = 0x04): GloballyUniqueID | undefined {
  return r.octetString(tag, 1, 16);
}

export function usualGloballyUniqueID(r: Reader, tag = 0x04): GloballyUniqueID | undefined {
  return usual.octetString(r, tag, 1, 16);
}

export function encodeGloballyUniqueID(w: Writer, at: number, v: GloballyUniqueID, tag = 0x04): number {
  return w.octetString(at, tag, v, 1, 16);
}

export const GloballyUniqueID: Codec<GloballyUniqueID> = codec(
  "GloballyUniqueID",
  encodeGloballyUniqueID,
  readGloballyUniqueID,
  usualGloballyUniqueID,
  { kind: "OCTET STRING", min: 1, max: 16 },
);

export type LinkageID =
  | { readonly subDomainID: Uint8Array }
  | { readonly globallyUniqueID: Uint8Array };

export function readLinkageID(r: Reader): LinkageID | undefined {
  switch (r.tag()) {
    case 0x81:
    case 0xa1: {
      const v = r.octetString(0x81, 1, 8);
      if (v === undefined) return r.under("subDomainID");
      return { subDomainID: v };
    }
    case 0x82:
    case 0xa2: {
      const v = r.octetString(0x82, 1, 16);
      if (v === undefined) return r.under("globallyUniqueID");
      return { globallyUniqueID: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualLinkageID(r: Reader): LinkageID | undefined {
  switch (r.octets[r.at]) {
    case 0x81:
    case 0xa1: {
      const v = usual.octetString(r, 0x81, 1, 8);
      return v === undefined ? undefined : { subDomainID: v };
    }
    case 0x82:
    case 0xa2: {
      const v = usual.octetString(r, 0x82, 1, 16);
      return v === undefined ? undefined : { globallyUniqueID: v };
    }
    default:
      return undefined;
  }
}

export function encodeLinkageID(w: Writer, at: number, v: LinkageID): number {
  const c: Alternatives<LinkageID> = v;
  if (c.subDomainID !== undefined) return w.octetString(at, 0x81, c.subDomainID, 1, 8);
  if (c.globallyUniqueID !== undefined) return w.octetString(at, 0x82, c.globallyUniqueID, 1, 16);
  throw noAlternative("LinkageID");
}

export const LinkageID: Codec<LinkageID> = codec(
  "LinkageID",
  encodeLinkageID,
  readLinkageID,
  usualLinkageID,
  {
    kind: "CHOICE",
    elements: [
      { name: "subDomainID", type: { kind: "OCTET STRING", min: 1, max: 8 } },
      { name: "globallyUniqueID", type: { kind: "OCTET STRING", min: 1, max: 16 } },
    ],
  },
);

export type TimeStamp = string;

export function readTimeStamp(r: Reader, tag = 0x18): TimeStamp | undefined {
  return r.visibleString(tag, 16, 19);
}

export function usualTimeStamp(r: Reader, tag = 0x18): TimeStamp | undefined {
  return usual.visibleString(r, tag, 16, 19);
}

export function encodeTimeStamp(w: Writer, at: number, v: TimeStamp, tag = 0x18): number {
  return w.visibleString(at, tag, v, 16, 19);
}

export const TimeStamp: Codec<TimeStamp> = codec(
  "TimeStamp",
  encodeTimeStamp,
  readTimeStamp,
  usualTimeStamp,
  { kind: "VisibleString", min: 16, max: 19 },
);

export interface CallIdentificationData {
  readonly switchingSubDomainName?: string;
  readonly linkageID: LinkageID;
  readonly timeStamp?: string;
}

export function readCallIdentificationData(r: Reader, tag = 0x30): CallIdentificationData | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  let switchingSubDomainName: string | undefined;
  if (r.tag() === 0x80 || r.tag() === 0xa0) {
    switchingSubDomainName = r.ia5String(0x80, 1, 64);
    if (switchingSubDomainName === undefined) return r.under("switchingSubDomainName");
  }
  const linkageID = readLinkageID(r);
  if (linkageID === undefined) return r.under("linkageID");
  const v: Mutable<CallIdentificationData> = {
    linkageID,
  };
  if (switchingSubDomainName !== undefined) v.switchingSubDomainName = switchingSubDomainName;
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x83:
      case 0xa3: {
        if (v.timeStamp !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const timeStamp = r.visibleString(0x83, 16, 19);
        if (timeStamp === undefined) return r.under("timeStamp");
        v.timeStamp = timeStamp;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualCallIdentificationData(r: Reader, tag = 0x30): CallIdentificationData | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  let switchingSubDomainName: string | undefined;
  if (r.at < end && (r.octets[r.at] === 0x80 || r.octets[r.at] === 0xa0)) {
    switchingSubDomainName = usual.ia5String(r, 0x80, 1, 64);
    if (switchingSubDomainName === undefined) return undefined;
  }
  const linkageID = usualLinkageID(r);
  if (linkageID === undefined) return undefined;
  const v: Mutable<CallIdentificationData> = { linkageID };
  if (switchingSubDomainName !== undefined) v.switchingSubDomainName = switchingSubDomainName;
  if (r.at < end && (r.octets[r.at] === 0x83 || r.octets[r.at] === 0xa3)) {
    const timeStamp = usual.visibleString(r, 0x83, 16, 19);
    if (timeStamp === undefined) return undefined;
    v.timeStamp = timeStamp;
  }
  return r.at === end ? v : undefined;
}

export function encodeCallIdentificationData(w: Writer, end: number, v: CallIdentificationData, tag = 0x30): number {
  let at = end - w.tail;
  if (v.timeStamp !== undefined) at = w.visibleString(at, 0x83, v.timeStamp, 16, 19);
  at = encodeLinkageID(w, at, v.linkageID);
  if (v.switchingSubDomainName !== undefined) at = w.ia5String(at, 0x80, v.switchingSubDomainName, 1, 64);
  return w.head(at, tag, end);
}

export const CallIdentificationData: Codec<CallIdentificationData> = codec(
  "CallIdentificationData",
  encodeCallIdentificationData,
  readCallIdentificationData,
  usualCallIdentificationData,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "switchingSubDomainName", type: { kind: "IA5String", min: 1, max: 64 }, presence: "OPTIONAL" },
      { name: "linkageID", type: LinkageID.type },
      { name: "timeStamp", type: { kind: "VisibleString", min: 16, max: 19 }, presence: "OPTIONAL" },
    ],
  },
);

export type ExtensionType =
  | { readonly extension: Extension }
  | { readonly sequenceOfExt: readonly Extension[] };

export function readExtensionType(r: Reader): ExtensionType | undefined {
  switch (r.tag()) {
    case 0xa3: {
      const v = r.explicit(0xa3, readExtension);
      if (v === undefined) return r.under("extension");
      return { extension: v };
    }
    case 0xa4: {
      const v = r.sequenceOf(0xa4, readExtension);
      if (v === undefined) return r.under("sequenceOfExt");
      return { sequenceOfExt: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualExtensionType(r: Reader): ExtensionType | undefined {
  switch (r.octets[r.at]) {
    case 0xa3: {
      const v = usual.explicit(r, 0xa3, usualExtension);
      return v === undefined ? undefined : { extension: v };
    }
    case 0xa4: {
      const v = usual.sequenceOf(r, 0xa4, usualExtension);
      return v === undefined ? undefined : { sequenceOfExt: v };
    }
    default:
      return undefined;
  }
}

export function encodeExtensionType(w: Writer, at: number, v: ExtensionType): number {
  const c: Alternatives<ExtensionType> = v;
  if (c.extension !== undefined) return w.head(encodeExtension(w, at - w.tail, c.extension), 0xa3, at);
  if (c.sequenceOfExt !== undefined) return w.sequenceOf(at, 0xa4, encodeExtension, c.sequenceOfExt);
  throw noAlternative("ExtensionType");
}

export const ExtensionType: Codec<ExtensionType> = codec(
  "ExtensionType",
  encodeExtensionType,
  readExtensionType,
  usualExtensionType,
  {
    kind: "CHOICE",
    elements: [
      { name: "extension", type: Extension.type },
      { name: "sequenceOfExt", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface CallIdentificationAssignArg {
  readonly globalCallID: CallIdentificationData;
  readonly threadID?: CallIdentificationData;
  readonly legID?: CallIdentificationData;
  readonly extension?: ExtensionType;
}

export function readCallIdentificationAssignArg(r: Reader, tag = 0x30): CallIdentificationAssignArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const globalCallID = r.explicit(0xa0, readCallIdentificationData);
  if (globalCallID === undefined) return r.under("globalCallID");
  const v: Mutable<CallIdentificationAssignArg> = {
    globalCallID,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1: {
        if (v.threadID !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const threadID = r.explicit(0xa1, readCallIdentificationData);
        if (threadID === undefined) return r.under("threadID");
        v.threadID = threadID;
        break;
      }
      case 0xa2: {
        if (v.legID !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const legID = r.explicit(0xa2, readCallIdentificationData);
        if (legID === undefined) return r.under("legID");
        v.legID = legID;
        break;
      }
      case 0xa3:
      case 0xa4: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const extension = readExtensionType(r);
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

export function usualCallIdentificationAssignArg(r: Reader, tag = 0x30): CallIdentificationAssignArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const globalCallID = usual.explicit(r, 0xa0, usualCallIdentificationData);
  if (globalCallID === undefined) return undefined;
  const v: Mutable<CallIdentificationAssignArg> = { globalCallID };
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const threadID = usual.explicit(r, 0xa1, usualCallIdentificationData);
    if (threadID === undefined) return undefined;
    v.threadID = threadID;
  }
  if (r.at < end && r.octets[r.at] === 0xa2) {
    const legID = usual.explicit(r, 0xa2, usualCallIdentificationData);
    if (legID === undefined) return undefined;
    v.legID = legID;
  }
  if (r.at < end && (r.octets[r.at] === 0xa3 || r.octets[r.at] === 0xa4)) {
    const extension = usualExtensionType(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCallIdentificationAssignArg(w: Writer, end: number, v: CallIdentificationAssignArg, tag = 0x30):
  number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeExtensionType(w, at, v.extension);
  if (v.legID !== undefined) at = w.head(encodeCallIdentificationData(w, at - w.tail, v.legID), 0xa2, at);
  if (v.threadID !== undefined) at = w.head(encodeCallIdentificationData(w, at - w.tail, v.threadID), 0xa1, at);
  at = w.head(encodeCallIdentificationData(w, at - w.tail, v.globalCallID), 0xa0, at);
  return w.head(at, tag, end);
}

export const CallIdentificationAssignArg: Codec<CallIdentificationAssignArg> = codec(
  "CallIdentificationAssignArg",
  encodeCallIdentificationAssignArg,
  readCallIdentificationAssignArg,
  usualCallIdentificationAssignArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "globalCallID", type: CallIdentificationData.type },
      { name: "threadID", type: CallIdentificationData.type, presence: "OPTIONAL" },
      { name: "legID", type: CallIdentificationData.type, presence: "OPTIONAL" },
      { name: "extension", type: ExtensionType.type, presence: "OPTIONAL" },
    ],
  },
);

export interface CallIdentificationUpdateArg {
  readonly globalCallID?: CallIdentificationData;
  readonly threadID?: CallIdentificationData;
  readonly legID?: CallIdentificationData;
  readonly extension?: ExtensionType;
}

export function readCallIdentificationUpdateArg(r: Reader, tag = 0x30): CallIdentificationUpdateArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const v: Mutable<CallIdentificationUpdateArg> = {};
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa0: {
        if (v.globalCallID !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const globalCallID = r.explicit(0xa0, readCallIdentificationData);
        if (globalCallID === undefined) return r.under("globalCallID");
        v.globalCallID = globalCallID;
        break;
      }
      case 0xa1: {
        if (v.threadID !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const threadID = r.explicit(0xa1, readCallIdentificationData);
        if (threadID === undefined) return r.under("threadID");
        v.threadID = threadID;
        break;
      }
      case 0xa2: {
        if (v.legID !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const legID = r.explicit(0xa2, readCallIdentificationData);
        if (legID === undefined) return r.under("legID");
        v.legID = legID;
        break;
      }
      case 0xa3:
      case 0xa4: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const extension = readExtensionType(r);
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

export function usualCallIdentificationUpdateArg(r: Reader, tag = 0x30): CallIdentificationUpdateArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const v: Mutable<CallIdentificationUpdateArg> = {};
  if (r.at < end && r.octets[r.at] === 0xa0) {
    const globalCallID = usual.explicit(r, 0xa0, usualCallIdentificationData);
    if (globalCallID === undefined) return undefined;
    v.globalCallID = globalCallID;
  }
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const threadID = usual.explicit(r, 0xa1, usualCallIdentificationData);
    if (threadID === undefined) return undefined;
    v.threadID = threadID;
  }
  if (r.at < end && r.octets[r.at] === 0xa2) {
    const legID = usual.explicit(r, 0xa2, usualCallIdentificationData);
    if (legID === undefined) return undefined;
    v.legID = legID;
  }
  if (r.at < end && (r.octets[r.at] === 0xa3 || r.octets[r.at] === 0xa4)) {
    const extension = usualExtensionType(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCallIdentificationUpdateArg(w: Writer, end: number, v: CallIdentificationUpdateArg, tag = 0x30):
  number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeExtensionType(w, at, v.extension);
  if (v.legID !== undefined) at = w.head(encodeCallIdentificationData(w, at - w.tail, v.legID), 0xa2, at);
  if (v.threadID !== undefined) at = w.head(encodeCallIdentificationData(w, at - w.tail, v.threadID), 0xa1, at);
  if (v.globalCallID !== undefined) at = w.head(encodeCallIdentificationData(w, at - w.tail, v.globalCallID), 0xa0, at);
  return w.head(at, tag, end);
}

export const CallIdentificationUpdateArg: Codec<CallIdentificationUpdateArg> = codec(
  "CallIdentificationUpdateArg",
  encodeCallIdentificationUpdateArg,
  readCallIdentificationUpdateArg,
  usualCallIdentificationUpdateArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "globalCallID", type: CallIdentificationData.type, presence: "OPTIONAL" },
      { name: "threadID", type: CallIdentificationData.type, presence: "OPTIONAL" },
      { name: "legID", type: CallIdentificationData.type, presence: "OPTIONAL" },
      { name: "extension", type: ExtensionType.type, presence: "OPTIONAL" },
    ],
  },
);
