// Generated from asn1/Name-Operations-asn1-97.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Alternatives, type Codec, codec, type Mutable, namesOf, noAlternative } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";
import {
  Extension,
  encodeExtension,
  readExtension,
  usualExtension,
} from "./manufacturer-specific-service-extension-class-asn1-97.ts";

export type NameData = Uint8Array;

export function readNameData(r: Reader, tag = 0x04): NameData | undefined {
  return r.octetString(tag, 1, 50);
}

export function usualNameData(r: Reader, tag = 0x04): NameData | undefined {
  return usual.octetString(r, tag, 1, 50);
}

export function encodeNameData(w: Writer, at: number, v: NameData, tag = 0x04): number {
  return w.octetString(at, tag, v, 1, 50);
}

export const NameData: Codec<NameData> = codec(
  "NameData",
  encodeNameData,
  readNameData,
  usualNameData,
  { kind: "OCTET STRING", min: 1, max: 50 },
);

export type CharacterSet =
  | "unknown"
  | "iso8859-1"
  | "iso8859-2"
  | "iso8859-3"
  | "iso8859-4"
  | "iso8859-5"
  | "iso8859-7"
  | "iso10646-BmpString"
  | "iso10646-utf-8String"
  | number;

const characterSetNumbers = {
  "unknown": 0,
  "iso8859-1": 1,
  "iso8859-2": 3,
  "iso8859-3": 4,
  "iso8859-4": 5,
  "iso8859-5": 6,
  "iso8859-7": 7,
  "iso10646-BmpString": 8,
  "iso10646-utf-8String": 9,
} as const;
const characterSetNames = namesOf(characterSetNumbers);

function characterSetNumber(v: CharacterSet): number {
  switch (v) {
    case "unknown":
      return 0;
    case "iso8859-1":
      return 1;
    case "iso8859-2":
      return 3;
    case "iso8859-3":
      return 4;
    case "iso8859-4":
      return 5;
    case "iso8859-5":
      return 6;
    case "iso8859-7":
      return 7;
    case "iso10646-BmpString":
      return 8;
    case "iso10646-utf-8String":
      return 9;
    default:
      return v;
  }
}

export function readCharacterSet(r: Reader, tag = 0x02): CharacterSet | undefined {
  return r.named(tag, characterSetNames, 0, 255);
}

export function usualCharacterSet(r: Reader, tag = 0x02): CharacterSet | undefined {
  return usual.named(r, tag, characterSetNames, 0, 255);
}

export function encodeCharacterSet(w: Writer, at: number, v: CharacterSet, tag = 0x02): number {
  const n = characterSetNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 255);
  return w.oneOctet(at, tag, n);
}

export const CharacterSet: Codec<CharacterSet> = codec(
  "CharacterSet",
  encodeCharacterSet,
  readCharacterSet,
  usualCharacterSet,
  { kind: "named", names: characterSetNumbers, open: true, min: 0, max: 255 },
);

export interface NameSet {
  readonly nameData: Uint8Array;
  readonly characterSet?: CharacterSet;
}

export function readNameSet(r: Reader, tag = 0x30): NameSet | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const nameData = r.octetString(0x04, 1, 50);
  if (nameData === undefined) return r.under("nameData");
  const v: Mutable<NameSet> = {
    nameData,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x02: {
        if (v.characterSet !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const characterSet = readCharacterSet(r);
        if (characterSet === undefined) return r.under("characterSet");
        v.characterSet = characterSet;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualNameSet(r: Reader, tag = 0x30): NameSet | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const nameData = usual.octetString(r, 0x04, 1, 50);
  if (nameData === undefined) return undefined;
  const v: Mutable<NameSet> = { nameData };
  if (r.at < end && r.octets[r.at] === 0x02) {
    const characterSet = usualCharacterSet(r);
    if (characterSet === undefined) return undefined;
    v.characterSet = characterSet;
  }
  return r.at === end ? v : undefined;
}

export function encodeNameSet(w: Writer, end: number, v: NameSet, tag = 0x30): number {
  let at = end - w.tail;
  if (v.characterSet !== undefined) at = encodeCharacterSet(w, at, v.characterSet);
  at = w.octetString(at, 0x04, v.nameData, 1, 50);
  return w.head(at, tag, end);
}

export const NameSet: Codec<NameSet> = codec(
  "NameSet",
  encodeNameSet,
  readNameSet,
  usualNameSet,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "nameData", type: { kind: "OCTET STRING", min: 1, max: 50 } },
      { name: "characterSet", type: CharacterSet.type, presence: "OPTIONAL" },
    ],
  },
);

export type NamePresentationAllowed =
  | { readonly namePresentationAllowedSimple: Uint8Array }
  | { readonly namePresentationAllowedExtended: NameSet };

export function readNamePresentationAllowed(r: Reader): NamePresentationAllowed | undefined {
  switch (r.tag()) {
    case 0x80:
    case 0xa0: {
      const v = r.octetString(0x80, 1, 50);
      if (v === undefined) return r.under("namePresentationAllowedSimple");
      return { namePresentationAllowedSimple: v };
    }
    case 0xa1: {
      const v = readNameSet(r, 0xa1);
      if (v === undefined) return r.under("namePresentationAllowedExtended");
      return { namePresentationAllowedExtended: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualNamePresentationAllowed(r: Reader): NamePresentationAllowed | undefined {
  switch (r.octets[r.at]) {
    case 0x80:
    case 0xa0: {
      const v = usual.octetString(r, 0x80, 1, 50);
      return v === undefined ? undefined : { namePresentationAllowedSimple: v };
    }
    case 0xa1: {
      const v = usualNameSet(r, 0xa1);
      return v === undefined ? undefined : { namePresentationAllowedExtended: v };
    }
    default:
      return undefined;
  }
}

export function encodeNamePresentationAllowed(w: Writer, at: number, v: NamePresentationAllowed): number {
  const c: Alternatives<NamePresentationAllowed> = v;
  if (c.namePresentationAllowedSimple !== undefined) return w.octetString(at, 0x80, c.namePresentationAllowedSimple, 1,
    50);
  if (c.namePresentationAllowedExtended !== undefined) return encodeNameSet(w, at, c.namePresentationAllowedExtended,
    0xa1);
  throw noAlternative("NamePresentationAllowed");
}

export const NamePresentationAllowed: Codec<NamePresentationAllowed> = codec(
  "NamePresentationAllowed",
  encodeNamePresentationAllowed,
  readNamePresentationAllowed,
  usualNamePresentationAllowed,
  {
    kind: "CHOICE",
    elements: [
      { name: "namePresentationAllowedSimple", type: { kind: "OCTET STRING", min: 1, max: 50 } },
      { name: "namePresentationAllowedExtended", type: NameSet.type },
    ],
  },
);

export type NamePresentationRestricted =
  | { readonly namePresentationRestrictedSimple: Uint8Array }
  | { readonly namePresentationRestrictedExtended: NameSet }
  | { readonly namePresentationRestrictedNull: null };

export function readNamePresentationRestricted(r: Reader): NamePresentationRestricted | undefined {
  switch (r.tag()) {
    case 0x82:
    case 0xa2: {
      const v = r.octetString(0x82, 1, 50);
      if (v === undefined) return r.under("namePresentationRestrictedSimple");
      return { namePresentationRestrictedSimple: v };
    }
    case 0xa3: {
      const v = readNameSet(r, 0xa3);
      if (v === undefined) return r.under("namePresentationRestrictedExtended");
      return { namePresentationRestrictedExtended: v };
    }
    case 0x87: {
      const v = r.null(0x87);
      if (v === undefined) return r.under("namePresentationRestrictedNull");
      return { namePresentationRestrictedNull: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualNamePresentationRestricted(r: Reader): NamePresentationRestricted | undefined {
  switch (r.octets[r.at]) {
    case 0x82:
    case 0xa2: {
      const v = usual.octetString(r, 0x82, 1, 50);
      return v === undefined ? undefined : { namePresentationRestrictedSimple: v };
    }
    case 0xa3: {
      const v = usualNameSet(r, 0xa3);
      return v === undefined ? undefined : { namePresentationRestrictedExtended: v };
    }
    case 0x87: {
      const v = usual.null(r, 0x87);
      return v === undefined ? undefined : { namePresentationRestrictedNull: v };
    }
    default:
      return undefined;
  }
}

export function encodeNamePresentationRestricted(w: Writer, at: number, v: NamePresentationRestricted): number {
  const c: Alternatives<NamePresentationRestricted> = v;
  if (c.namePresentationRestrictedSimple !== undefined) return w.octetString(at, 0x82,
    c.namePresentationRestrictedSimple, 1, 50);
  if (c.namePresentationRestrictedExtended !== undefined) return encodeNameSet(w, at,
    c.namePresentationRestrictedExtended, 0xa3);
  if (c.namePresentationRestrictedNull !== undefined) return w.null(at, 0x87);
  throw noAlternative("NamePresentationRestricted");
}

export const NamePresentationRestricted: Codec<NamePresentationRestricted> = codec(
  "NamePresentationRestricted",
  encodeNamePresentationRestricted,
  readNamePresentationRestricted,
  usualNamePresentationRestricted,
  {
    kind: "CHOICE",
    elements: [
      { name: "namePresentationRestrictedSimple", type: { kind: "OCTET STRING", min: 1, max: 50 } },
      { name: "namePresentationRestrictedExtended", type: NameSet.type },
      { name: "namePresentationRestrictedNull", type: { kind: "NULL" } },
    ],
  },
);

export type NameNotAvailable = null;

export function readNameNotAvailable(r: Reader, tag = 0x84): NameNotAvailable | undefined {
  return r.null(tag);
}

export function usualNameNotAvailable(r: Reader, tag = 0x84): NameNotAvailable | undefined {
  return usual.null(r, tag);
}

export function encodeNameNotAvailable(w: Writer, at: number, _v: NameNotAvailable, tag = 0x84): number {
  return w.null(at, tag);
}

export const NameNotAvailable: Codec<NameNotAvailable> = codec(
  "NameNotAvailable",
  encodeNameNotAvailable,
  readNameNotAvailable,
  usualNameNotAvailable,
  { kind: "NULL" },
);

export type Name =
  | { readonly namePresentationAllowed: NamePresentationAllowed }
  | { readonly namePresentationRestricted: NamePresentationRestricted }
  | { readonly nameNotAvailable: null };

export function readName(r: Reader): Name | undefined {
  switch (r.tag()) {
    case 0x80:
    case 0xa0:
    case 0xa1: {
      const v = readNamePresentationAllowed(r);
      if (v === undefined) return r.under("namePresentationAllowed");
      return { namePresentationAllowed: v };
    }
    case 0x82:
    case 0xa2:
    case 0xa3:
    case 0x87: {
      const v = readNamePresentationRestricted(r);
      if (v === undefined) return r.under("namePresentationRestricted");
      return { namePresentationRestricted: v };
    }
    case 0x84: {
      const v = r.null(0x84);
      if (v === undefined) return r.under("nameNotAvailable");
      return { nameNotAvailable: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualName(r: Reader): Name | undefined {
  switch (r.octets[r.at]) {
    case 0x80:
    case 0xa0:
    case 0xa1: {
      const v = usualNamePresentationAllowed(r);
      return v === undefined ? undefined : { namePresentationAllowed: v };
    }
    case 0x82:
    case 0xa2:
    case 0xa3:
    case 0x87: {
      const v = usualNamePresentationRestricted(r);
      return v === undefined ? undefined : { namePresentationRestricted: v };
    }
    case 0x84: {
      const v = usual.null(r, 0x84);
      return v === undefined ? undefined : { nameNotAvailable: v };
    }
    default:
      return undefined;
  }
}

export function encodeName(w: Writer, at: number, v: Name): number {
  const c: Alternatives<Name> = v;
  if (c.namePresentationAllowed !== undefined) return encodeNamePresentationAllowed(w, at, c.namePresentationAllowed);
  if (c.namePresentationRestricted !== undefined) return encodeNamePresentationRestricted(w, at,
    c.namePresentationRestricted);
  if (c.nameNotAvailable !== undefined) return w.null(at, 0x84);
  throw noAlternative("Name");
}

export const Name: Codec<Name> = codec(
  "Name",
  encodeName,
  readName,
  usualName,
  {
    kind: "CHOICE",
    elements: [
      { name: "namePresentationAllowed", type: NamePresentationAllowed.type },
      { name: "namePresentationRestricted", type: NamePresentationRestricted.type },
      { name: "nameNotAvailable", type: { kind: "NULL" } },
    ],
  },
);

export type NameExtension =
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readNameExtension(r: Reader): NameExtension | undefined {
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

export function usualNameExtension(r: Reader): NameExtension | undefined {
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

export function encodeNameExtension(w: Writer, at: number, v: NameExtension): number {
  const c: Alternatives<NameExtension> = v;
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xa5);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xa6, encodeExtension, c.multiple);
  throw noAlternative("NameExtension");
}

export const NameExtension: Codec<NameExtension> = codec(
  "NameExtension",
  encodeNameExtension,
  readNameExtension,
  usualNameExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface NameArgNameSequence {
  readonly name: Name;
  readonly extension?: NameExtension;
}

export function readNameArgNameSequence(r: Reader, tag = 0x30): NameArgNameSequence | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const name = readName(r);
  if (name === undefined) return r.under("name");
  const v: Mutable<NameArgNameSequence> = {
    name,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa5:
      case 0xa6: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extension = readNameExtension(r);
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

export function usualNameArgNameSequence(r: Reader, tag = 0x30): NameArgNameSequence | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const name = usualName(r);
  if (name === undefined) return undefined;
  const v: Mutable<NameArgNameSequence> = { name };
  if (r.at < end && (r.octets[r.at] === 0xa5 || r.octets[r.at] === 0xa6)) {
    const extension = usualNameExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeNameArgNameSequence(w: Writer, end: number, v: NameArgNameSequence, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeNameExtension(w, at, v.extension);
  at = encodeName(w, at, v.name);
  return w.head(at, tag, end);
}

export const NameArgNameSequence: Codec<NameArgNameSequence> = codec(
  "NameArgNameSequence",
  encodeNameArgNameSequence,
  readNameArgNameSequence,
  usualNameArgNameSequence,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "name", type: Name.type },
      { name: "extension", type: NameExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type NameArg =
  | { readonly name: Name }
  | { readonly nameSequence: NameArgNameSequence };

export function readNameArg(r: Reader): NameArg | undefined {
  switch (r.tag()) {
    case 0x80:
    case 0xa0:
    case 0xa1:
    case 0x82:
    case 0xa2:
    case 0xa3:
    case 0x87:
    case 0x84: {
      const v = readName(r);
      if (v === undefined) return r.under("name");
      return { name: v };
    }
    case 0x30: {
      const v = readNameArgNameSequence(r);
      if (v === undefined) return r.under("nameSequence");
      return { nameSequence: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualNameArg(r: Reader): NameArg | undefined {
  switch (r.octets[r.at]) {
    case 0x80:
    case 0xa0:
    case 0xa1:
    case 0x82:
    case 0xa2:
    case 0xa3:
    case 0x87:
    case 0x84: {
      const v = usualName(r);
      return v === undefined ? undefined : { name: v };
    }
    case 0x30: {
      const v = usualNameArgNameSequence(r);
      return v === undefined ? undefined : { nameSequence: v };
    }
    default:
      return undefined;
  }
}

export function encodeNameArg(w: Writer, at: number, v: NameArg): number {
  const c: Alternatives<NameArg> = v;
  if (c.name !== undefined) return encodeName(w, at, c.name);
  if (c.nameSequence !== undefined) return encodeNameArgNameSequence(w, at, c.nameSequence);
  throw noAlternative("NameArg");
}

export const NameArg: Codec<NameArg> = codec(
  "NameArg",
  encodeNameArg,
  readNameArg,
  usualNameArg,
  {
    kind: "CHOICE",
    elements: [
      { name: "name", type: Name.type },
      { name: "nameSequence", type: NameArgNameSequence.type },
    ],
  },
);
