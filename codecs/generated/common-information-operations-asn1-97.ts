// Generated from asn1/Common-Information-Operations-asn1-97.asn by asn1/tool; do not edit.
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

export type FeatureIdListBit =
  | "reserved"
  | "ssCFreRoutingSupported"
  | "ssCTreRoutingSupported"
  | "ssCCBSpossible"
  | "ssCCNRpossible"
  | "ssCOsupported"
  | "ssCIforcedRelease"
  | "ssCIisolation"
  | "ssCIwaitOnBusy"
  | "ssAOCsupportChargeRateProvAtGatewPinx"
  | "ssAOCsupportInterimChargeProvAtGatewPinx"
  | "ssAOCsupportFinalChargeProvAtGatewPinx"
  | "anfPRsupportedAtCooperatingPinx"
  | "anfCINTcanInterceptImmediate"
  | "anfCINTcanInterceptDelayed"
  | "anfWTMIreRoutingSupported"
  | "anfPUMIreRoutingSupported"
  | "ssSSCTreRoutingSupported"
  | number;
export type FeatureIdList = readonly FeatureIdListBit[];

const featureIdListNumbers = {
  "reserved": 0,
  "ssCFreRoutingSupported": 1,
  "ssCTreRoutingSupported": 2,
  "ssCCBSpossible": 3,
  "ssCCNRpossible": 4,
  "ssCOsupported": 5,
  "ssCIforcedRelease": 6,
  "ssCIisolation": 7,
  "ssCIwaitOnBusy": 8,
  "ssAOCsupportChargeRateProvAtGatewPinx": 9,
  "ssAOCsupportInterimChargeProvAtGatewPinx": 10,
  "ssAOCsupportFinalChargeProvAtGatewPinx": 11,
  "anfPRsupportedAtCooperatingPinx": 12,
  "anfCINTcanInterceptImmediate": 13,
  "anfCINTcanInterceptDelayed": 14,
  "anfWTMIreRoutingSupported": 15,
  "anfPUMIreRoutingSupported": 16,
  "ssSSCTreRoutingSupported": 17,
} as const;
const featureIdListNames = namesOf(featureIdListNumbers);

export function readFeatureIdList(r: Reader, tag = 0x03): FeatureIdList | undefined {
  return r.bits(tag, featureIdListNames, 64);
}

export function usualFeatureIdList(r: Reader, tag = 0x03): FeatureIdList | undefined {
  return usual.bits(r, tag, featureIdListNames, 64);
}

export function encodeFeatureIdList(w: Writer, at: number, v: FeatureIdList, tag = 0x03): number {
  return w.bits(at, tag, v, featureIdListNumbers, 1, 64);
}

export const FeatureIdList: Codec<FeatureIdList> = codec(
  "FeatureIdList",
  encodeFeatureIdList,
  readFeatureIdList,
  usualFeatureIdList,
  { kind: "BIT STRING", names: featureIdListNumbers, min: 1, max: 64 },
);

export interface EquipmentId {
  readonly nodeId?: string;
  readonly groupId?: string;
  readonly unitId?: string;
}

export function readEquipmentId(r: Reader, tag = 0x30): EquipmentId | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const v: Mutable<EquipmentId> = {};
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x81:
      case 0xa1: {
        if (v.nodeId !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const nodeId = r.ia5String(0x81, 1, 10);
        if (nodeId === undefined) return r.under("nodeId");
        v.nodeId = nodeId;
        break;
      }
      case 0x82:
      case 0xa2: {
        if (v.groupId !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const groupId = r.ia5String(0x82, 1, 10);
        if (groupId === undefined) return r.under("groupId");
        v.groupId = groupId;
        break;
      }
      case 0x83:
      case 0xa3: {
        if (v.unitId !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const unitId = r.ia5String(0x83, 1, 10);
        if (unitId === undefined) return r.under("unitId");
        v.unitId = unitId;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualEquipmentId(r: Reader, tag = 0x30): EquipmentId | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const v: Mutable<EquipmentId> = {};
  if (r.at < end && (r.octets[r.at] === 0x81 || r.octets[r.at] === 0xa1)) {
    const nodeId = usual.ia5String(r, 0x81, 1, 10);
    if (nodeId === undefined) return undefined;
    v.nodeId = nodeId;
  }
  if (r.at < end && (r.octets[r.at] === 0x82 || r.octets[r.at] === 0xa2)) {
    const groupId = usual.ia5String(r, 0x82, 1, 10);
    if (groupId === undefined) return undefined;
    v.groupId = groupId;
  }
  if (r.at < end && (r.octets[r.at] === 0x83 || r.octets[r.at] === 0xa3)) {
    const unitId = usual.ia5String(r, 0x83, 1, 10);
    if (unitId === undefined) return undefined;
    v.unitId = unitId;
  }
  return r.at === end ? v : undefined;
}

export function encodeEquipmentId(w: Writer, end: number, v: EquipmentId, tag = 0x30): number {
  let at = end - w.tail;
  if (v.unitId !== undefined) at = w.ia5String(at, 0x83, v.unitId, 1, 10);
  if (v.groupId !== undefined) at = w.ia5String(at, 0x82, v.groupId, 1, 10);
  if (v.nodeId !== undefined) at = w.ia5String(at, 0x81, v.nodeId, 1, 10);
  return w.head(at, tag, end);
}

export const EquipmentId: Codec<EquipmentId> = codec(
  "EquipmentId",
  encodeEquipmentId,
  readEquipmentId,
  usualEquipmentId,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "nodeId", type: { kind: "IA5String", min: 1, max: 10 }, presence: "OPTIONAL" },
      { name: "groupId", type: { kind: "IA5String", min: 1, max: 10 }, presence: "OPTIONAL" },
      { name: "unitId", type: { kind: "IA5String", min: 1, max: 10 }, presence: "OPTIONAL" },
    ],
  },
);

export type PartyCategory =
  | "unknown"
  | "extension"
  | "pisnAttendant"
  | "emergExt";

const partyCategoryNumbers = {
  "unknown": 0,
  "extension": 1,
  "pisnAttendant": 2,
  "emergExt": 3,
} as const;
const partyCategoryNames = namesOf(partyCategoryNumbers);

function partyCategoryNumber(v: PartyCategory): number {
  switch (v) {
    case "unknown":
      return 0;
    case "extension":
      return 1;
    case "pisnAttendant":
      return 2;
    case "emergExt":
      return 3;
  }
}

export function readPartyCategory(r: Reader, tag = 0x0a): PartyCategory | undefined {
  return r.enumerated(tag, partyCategoryNames);
}

export function usualPartyCategory(r: Reader, tag = 0x0a): PartyCategory | undefined {
  return usual.enumerated(r, tag, partyCategoryNames);
}

export function encodePartyCategory(w: Writer, at: number, v: PartyCategory, tag = 0x0a): number {
  const n = partyCategoryNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const PartyCategory: Codec<PartyCategory> = codec(
  "PartyCategory",
  encodePartyCategory,
  readPartyCategory,
  usualPartyCategory,
  { kind: "named", names: partyCategoryNumbers, open: false },
);

export type CmnArgExtension =
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readCmnArgExtension(r: Reader): CmnArgExtension | undefined {
  switch (r.tag()) {
    case 0xa7: {
      const v = readExtension(r, 0xa7);
      if (v === undefined) return r.under("single");
      return { single: v };
    }
    case 0xa8: {
      const v = r.sequenceOf(0xa8, readExtension);
      if (v === undefined) return r.under("multiple");
      return { multiple: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualCmnArgExtension(r: Reader): CmnArgExtension | undefined {
  switch (r.octets[r.at]) {
    case 0xa7: {
      const v = usualExtension(r, 0xa7);
      return v === undefined ? undefined : { single: v };
    }
    case 0xa8: {
      const v = usual.sequenceOf(r, 0xa8, usualExtension);
      return v === undefined ? undefined : { multiple: v };
    }
    default:
      return undefined;
  }
}

export function encodeCmnArgExtension(w: Writer, at: number, v: CmnArgExtension): number {
  const c: Alternatives<CmnArgExtension> = v;
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xa7);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xa8, encodeExtension, c.multiple);
  throw noAlternative("CmnArgExtension");
}

export const CmnArgExtension: Codec<CmnArgExtension> = codec(
  "CmnArgExtension",
  encodeCmnArgExtension,
  readCmnArgExtension,
  usualCmnArgExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface CmnArg {
  readonly featureIdentifier?: FeatureIdList;
  readonly ssDNDOprotectionLevel?: number;
  readonly ssCIprotectionLevel?: number;
  readonly equipmentIdentity?: EquipmentId;
  readonly partyCategory?: PartyCategory;
  readonly extension?: CmnArgExtension;
}

export function readCmnArg(r: Reader, tag = 0x30): CmnArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const v: Mutable<CmnArg> = {};
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x82: {
        if (v.featureIdentifier !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const featureIdentifier = readFeatureIdList(r, 0x82);
        if (featureIdentifier === undefined) return r.under("featureIdentifier");
        v.featureIdentifier = featureIdentifier;
        break;
      }
      case 0x83: {
        if (v.ssDNDOprotectionLevel !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const ssDNDOprotectionLevel = r.integer(0x83, 0, 3);
        if (ssDNDOprotectionLevel === undefined) return r.under("ssDNDOprotectionLevel");
        v.ssDNDOprotectionLevel = ssDNDOprotectionLevel;
        break;
      }
      case 0x84: {
        if (v.ssCIprotectionLevel !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const ssCIprotectionLevel = r.integer(0x84, 0, 3);
        if (ssCIprotectionLevel === undefined) return r.under("ssCIprotectionLevel");
        v.ssCIprotectionLevel = ssCIprotectionLevel;
        break;
      }
      case 0xa5: {
        if (v.equipmentIdentity !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const equipmentIdentity = readEquipmentId(r, 0xa5);
        if (equipmentIdentity === undefined) return r.under("equipmentIdentity");
        v.equipmentIdentity = equipmentIdentity;
        break;
      }
      case 0x86: {
        if (v.partyCategory !== undefined) return r.repeated();
        if (_last > 4 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 4;
        const partyCategory = readPartyCategory(r, 0x86);
        if (partyCategory === undefined) return r.under("partyCategory");
        v.partyCategory = partyCategory;
        break;
      }
      case 0xa7:
      case 0xa8: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 5 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 5;
        const extension = readCmnArgExtension(r);
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

export function usualCmnArg(r: Reader, tag = 0x30): CmnArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const v: Mutable<CmnArg> = {};
  if (r.at < end && r.octets[r.at] === 0x82) {
    const featureIdentifier = usualFeatureIdList(r, 0x82);
    if (featureIdentifier === undefined) return undefined;
    v.featureIdentifier = featureIdentifier;
  }
  if (r.at < end && r.octets[r.at] === 0x83) {
    const ssDNDOprotectionLevel = usual.integer(r, 0x83, 0, 3);
    if (ssDNDOprotectionLevel === undefined) return undefined;
    v.ssDNDOprotectionLevel = ssDNDOprotectionLevel;
  }
  if (r.at < end && r.octets[r.at] === 0x84) {
    const ssCIprotectionLevel = usual.integer(r, 0x84, 0, 3);
    if (ssCIprotectionLevel === undefined) return undefined;
    v.ssCIprotectionLevel = ssCIprotectionLevel;
  }
  if (r.at < end && r.octets[r.at] === 0xa5) {
    const equipmentIdentity = usualEquipmentId(r, 0xa5);
    if (equipmentIdentity === undefined) return undefined;
    v.equipmentIdentity = equipmentIdentity;
  }
  if (r.at < end && r.octets[r.at] === 0x86) {
    const partyCategory = usualPartyCategory(r, 0x86);
    if (partyCategory === undefined) return undefined;
    v.partyCategory = partyCategory;
  }
  if (r.at < end && (r.octets[r.at] === 0xa7 || r.octets[r.at] === 0xa8)) {
    const extension = usualCmnArgExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCmnArg(w: Writer, end: number, v: CmnArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeCmnArgExtension(w, at, v.extension);
  if (v.partyCategory !== undefined) at = encodePartyCategory(w, at, v.partyCategory, 0x86);
  if (v.equipmentIdentity !== undefined) at = encodeEquipmentId(w, at, v.equipmentIdentity, 0xa5);
  if (v.ssCIprotectionLevel !== undefined) at = w.integer(at, 0x84, v.ssCIprotectionLevel, 0, 3);
  if (v.ssDNDOprotectionLevel !== undefined) at = w.integer(at, 0x83, v.ssDNDOprotectionLevel, 0, 3);
  if (v.featureIdentifier !== undefined) at = encodeFeatureIdList(w, at, v.featureIdentifier, 0x82);
  return w.head(at, tag, end);
}

export const CmnArg: Codec<CmnArg> = codec(
  "CmnArg",
  encodeCmnArg,
  readCmnArg,
  usualCmnArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "featureIdentifier", type: FeatureIdList.type, presence: "OPTIONAL" },
      { name: "ssDNDOprotectionLevel", type: { kind: "INTEGER", min: 0, max: 3 }, presence: "OPTIONAL" },
      { name: "ssCIprotectionLevel", type: { kind: "INTEGER", min: 0, max: 3 }, presence: "OPTIONAL" },
      { name: "equipmentIdentity", type: EquipmentId.type, presence: "OPTIONAL" },
      { name: "partyCategory", type: PartyCategory.type, presence: "OPTIONAL" },
      { name: "extension", type: CmnArgExtension.type, presence: "OPTIONAL" },
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
