// Generated from asn1/Call-Interception-Operations-asn1-97.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Alternatives, type Codec, codec, type Mutable, namesOf, noAlternative } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";
import {
  PartyNumber,
  PresentedNumberUnscreened,
  encodePartyNumber,
  encodePresentedNumberUnscreened,
  readPartyNumber,
  readPresentedNumberUnscreened,
  usualPartyNumber,
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

export type CintCause =
  | "unknown"
  | "cintBnan"
  | "cintBus"
  | "cintCug"
  | "cintDnd"
  | "cintIbd"
  | "cintInn"
  | "cintMob1"
  | "cintMob2"
  | "cintMob3"
  | "cintNcmp"
  | "cintNcong"
  | "cintNre"
  | "cintOos"
  | "cintRrs"
  | "cintTbnan"
  | "cintTnre"
  | "cintTrans"
  | "cintUpl"
  | "cintInvDiv"
  | "cintHold"
  | number;

const cintCauseNumbers = {
  "unknown": 0,
  "cintBnan": 1,
  "cintBus": 2,
  "cintCug": 3,
  "cintDnd": 4,
  "cintIbd": 5,
  "cintInn": 6,
  "cintMob1": 7,
  "cintMob2": 8,
  "cintMob3": 9,
  "cintNcmp": 10,
  "cintNcong": 11,
  "cintNre": 12,
  "cintOos": 13,
  "cintRrs": 14,
  "cintTbnan": 15,
  "cintTnre": 16,
  "cintTrans": 17,
  "cintUpl": 18,
  "cintInvDiv": 19,
  "cintHold": 20,
} as const;
const cintCauseNames = namesOf(cintCauseNumbers);

function cintCauseNumber(v: CintCause): number {
  switch (v) {
    case "unknown":
      return 0;
    case "cintBnan":
      return 1;
    case "cintBus":
      return 2;
    case "cintCug":
      return 3;
    case "cintDnd":
      return 4;
    case "cintIbd":
      return 5;
    case "cintInn":
      return 6;
    case "cintMob1":
      return 7;
    case "cintMob2":
      return 8;
    case "cintMob3":
      return 9;
    case "cintNcmp":
      return 10;
    case "cintNcong":
      return 11;
    case "cintNre":
      return 12;
    case "cintOos":
      return 13;
    case "cintRrs":
      return 14;
    case "cintTbnan":
      return 15;
    case "cintTnre":
      return 16;
    case "cintTrans":
      return 17;
    case "cintUpl":
      return 18;
    case "cintInvDiv":
      return 19;
    case "cintHold":
      return 20;
    default:
      return v;
  }
}

export function readCintCause(r: Reader, tag = 0x02): CintCause | undefined {
  return r.named(tag, cintCauseNames, 0, 127);
}

export function usualCintCause(r: Reader, tag = 0x02): CintCause | undefined {
  return usual.named(r, tag, cintCauseNames, 0, 127);
}

export function encodeCintCause(w: Writer, at: number, v: CintCause, tag = 0x02): number {
  const n = cintCauseNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 127);
  return w.oneOctet(at, tag, n);
}

export const CintCause: Codec<CintCause> = codec(
  "CintCause",
  encodeCintCause,
  readCintCause,
  usualCintCause,
  { kind: "named", names: cintCauseNumbers, open: true, min: 0, max: 127 },
);

export type CintExtension =
  | { readonly none: null }
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readCintExtension(r: Reader): CintExtension | undefined {
  switch (r.tag()) {
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("none");
      return { none: v };
    }
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

export function usualCintExtension(r: Reader): CintExtension | undefined {
  switch (r.octets[r.at]) {
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { none: v };
    }
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

export function encodeCintExtension(w: Writer, at: number, v: CintExtension): number {
  const c: Alternatives<CintExtension> = v;
  if (c.none !== undefined) return w.null(at, 0x05);
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xa5);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xa6, encodeExtension, c.multiple);
  throw noAlternative("CintExtension");
}

export const CintExtension: Codec<CintExtension> = codec(
  "CintExtension",
  encodeCintExtension,
  readCintExtension,
  usualCintExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "none", type: { kind: "NULL" } },
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface CintInformation1Arg {
  readonly interceptionCause: CintCause;
  readonly interceptedToNumber: PartyNumber;
  readonly extension?: CintExtension;
}

export function readCintInformation1Arg(r: Reader, tag = 0x30): CintInformation1Arg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const interceptionCause = readCintCause(r);
  if (interceptionCause === undefined) return r.under("interceptionCause");
  const interceptedToNumber = readPartyNumber(r);
  if (interceptedToNumber === undefined) return r.under("interceptedToNumber");
  const v: Mutable<CintInformation1Arg> = {
    interceptionCause,
    interceptedToNumber,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x05:
      case 0xa5:
      case 0xa6: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extension = readCintExtension(r);
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

export function usualCintInformation1Arg(r: Reader, tag = 0x30): CintInformation1Arg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const interceptionCause = usualCintCause(r);
  if (interceptionCause === undefined) return undefined;
  const interceptedToNumber = usualPartyNumber(r);
  if (interceptedToNumber === undefined) return undefined;
  const v: Mutable<CintInformation1Arg> = { interceptionCause, interceptedToNumber };
  if (r.at < end && (r.octets[r.at] === 0x05 || r.octets[r.at] === 0xa5 || r.octets[r.at] === 0xa6)) {
    const extension = usualCintExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCintInformation1Arg(w: Writer, end: number, v: CintInformation1Arg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeCintExtension(w, at, v.extension);
  at = encodePartyNumber(w, at, v.interceptedToNumber);
  at = encodeCintCause(w, at, v.interceptionCause);
  return w.head(at, tag, end);
}

export const CintInformation1Arg: Codec<CintInformation1Arg> = codec(
  "CintInformation1Arg",
  encodeCintInformation1Arg,
  readCintInformation1Arg,
  usualCintInformation1Arg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "interceptionCause", type: CintCause.type },
      { name: "interceptedToNumber", type: PartyNumber.type },
      { name: "extension", type: CintExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface CintInformation2Arg {
  readonly interceptionCause: CintCause;
  readonly calledNumber?: PresentedNumberUnscreened;
  readonly originalCalledNumber?: PresentedNumberUnscreened;
  readonly calledName?: Name;
  readonly originalCalledName?: Name;
  readonly extension?: CintExtension;
}

export function readCintInformation2Arg(r: Reader, tag = 0x30): CintInformation2Arg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const interceptionCause = readCintCause(r);
  if (interceptionCause === undefined) return r.under("interceptionCause");
  const v: Mutable<CintInformation2Arg> = {
    interceptionCause,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1: {
        if (v.calledNumber !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const calledNumber = r.explicit(0xa1, readPresentedNumberUnscreened);
        if (calledNumber === undefined) return r.under("calledNumber");
        v.calledNumber = calledNumber;
        break;
      }
      case 0xa2: {
        if (v.originalCalledNumber !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const originalCalledNumber = r.explicit(0xa2, readPresentedNumberUnscreened);
        if (originalCalledNumber === undefined) return r.under("originalCalledNumber");
        v.originalCalledNumber = originalCalledNumber;
        break;
      }
      case 0xa3: {
        if (v.calledName !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const calledName = r.explicit(0xa3, readName);
        if (calledName === undefined) return r.under("calledName");
        v.calledName = calledName;
        break;
      }
      case 0xa4: {
        if (v.originalCalledName !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const originalCalledName = r.explicit(0xa4, readName);
        if (originalCalledName === undefined) return r.under("originalCalledName");
        v.originalCalledName = originalCalledName;
        break;
      }
      case 0x05:
      case 0xa5:
      case 0xa6: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 4 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 4;
        const extension = readCintExtension(r);
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

export function usualCintInformation2Arg(r: Reader, tag = 0x30): CintInformation2Arg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const interceptionCause = usualCintCause(r);
  if (interceptionCause === undefined) return undefined;
  const v: Mutable<CintInformation2Arg> = { interceptionCause };
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const calledNumber = usual.explicit(r, 0xa1, usualPresentedNumberUnscreened);
    if (calledNumber === undefined) return undefined;
    v.calledNumber = calledNumber;
  }
  if (r.at < end && r.octets[r.at] === 0xa2) {
    const originalCalledNumber = usual.explicit(r, 0xa2, usualPresentedNumberUnscreened);
    if (originalCalledNumber === undefined) return undefined;
    v.originalCalledNumber = originalCalledNumber;
  }
  if (r.at < end && r.octets[r.at] === 0xa3) {
    const calledName = usual.explicit(r, 0xa3, usualName);
    if (calledName === undefined) return undefined;
    v.calledName = calledName;
  }
  if (r.at < end && r.octets[r.at] === 0xa4) {
    const originalCalledName = usual.explicit(r, 0xa4, usualName);
    if (originalCalledName === undefined) return undefined;
    v.originalCalledName = originalCalledName;
  }
  if (r.at < end && (r.octets[r.at] === 0x05 || r.octets[r.at] === 0xa5 || r.octets[r.at] === 0xa6)) {
    const extension = usualCintExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCintInformation2Arg(w: Writer, end: number, v: CintInformation2Arg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeCintExtension(w, at, v.extension);
  if (v.originalCalledName !== undefined) at = w.head(encodeName(w, at - w.tail, v.originalCalledName), 0xa4, at);
  if (v.calledName !== undefined) at = w.head(encodeName(w, at - w.tail, v.calledName), 0xa3, at);
  if (v.originalCalledNumber !== undefined) at = w.head(encodePresentedNumberUnscreened(w, at - w.tail,
    v.originalCalledNumber), 0xa2, at);
  if (v.calledNumber !== undefined) at = w.head(encodePresentedNumberUnscreened(w, at - w.tail, v.calledNumber), 0xa1,
    at);
  at = encodeCintCause(w, at, v.interceptionCause);
  return w.head(at, tag, end);
}

export const CintInformation2Arg: Codec<CintInformation2Arg> = codec(
  "CintInformation2Arg",
  encodeCintInformation2Arg,
  readCintInformation2Arg,
  usualCintInformation2Arg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "interceptionCause", type: CintCause.type },
      { name: "calledNumber", type: PresentedNumberUnscreened.type, presence: "OPTIONAL" },
      { name: "originalCalledNumber", type: PresentedNumberUnscreened.type, presence: "OPTIONAL" },
      { name: "calledName", type: Name.type, presence: "OPTIONAL" },
      { name: "originalCalledName", type: Name.type, presence: "OPTIONAL" },
      { name: "extension", type: CintExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type Condition =
  | "unknown"
  | "cintBus"
  | "cintCug"
  | "cintDnd"
  | "cintIbd"
  | "cintInn"
  | "cintMob1"
  | "cintMob2"
  | "cintMob3"
  | "cintNcmp"
  | "cintNcong"
  | "cintOos"
  | "cintRrs"
  | "cintTrans"
  | "cintUpl"
  | "cintInvDiv"
  | number;

const conditionNumbers = {
  "unknown": 0,
  "cintBus": 2,
  "cintCug": 3,
  "cintDnd": 4,
  "cintIbd": 5,
  "cintInn": 6,
  "cintMob1": 7,
  "cintMob2": 8,
  "cintMob3": 9,
  "cintNcmp": 10,
  "cintNcong": 11,
  "cintOos": 13,
  "cintRrs": 14,
  "cintTrans": 17,
  "cintUpl": 18,
  "cintInvDiv": 19,
} as const;
const conditionNames = namesOf(conditionNumbers);

function conditionNumber(v: Condition): number {
  switch (v) {
    case "unknown":
      return 0;
    case "cintBus":
      return 2;
    case "cintCug":
      return 3;
    case "cintDnd":
      return 4;
    case "cintIbd":
      return 5;
    case "cintInn":
      return 6;
    case "cintMob1":
      return 7;
    case "cintMob2":
      return 8;
    case "cintMob3":
      return 9;
    case "cintNcmp":
      return 10;
    case "cintNcong":
      return 11;
    case "cintOos":
      return 13;
    case "cintRrs":
      return 14;
    case "cintTrans":
      return 17;
    case "cintUpl":
      return 18;
    case "cintInvDiv":
      return 19;
    default:
      return v;
  }
}

export function readCondition(r: Reader, tag = 0x02): Condition | undefined {
  return r.named(tag, conditionNames, 0, 127);
}

export function usualCondition(r: Reader, tag = 0x02): Condition | undefined {
  return usual.named(r, tag, conditionNames, 0, 127);
}

export function encodeCondition(w: Writer, at: number, v: Condition, tag = 0x02): number {
  const n = conditionNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 127);
  return w.oneOctet(at, tag, n);
}

export const Condition: Codec<Condition> = codec(
  "Condition",
  encodeCondition,
  readCondition,
  usualCondition,
  { kind: "named", names: conditionNumbers, open: true, min: 0, max: 127 },
);

export interface CintCondArg {
  readonly interceptionCause: Condition;
  readonly originalCalledNumber?: PresentedNumberUnscreened;
  readonly calledName?: Name;
  readonly originalCalledName?: Name;
  readonly extension?: CintExtension;
}

export function readCintCondArg(r: Reader, tag = 0x30): CintCondArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const interceptionCause = readCondition(r);
  if (interceptionCause === undefined) return r.under("interceptionCause");
  const v: Mutable<CintCondArg> = {
    interceptionCause,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1: {
        if (v.originalCalledNumber !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const originalCalledNumber = r.explicit(0xa1, readPresentedNumberUnscreened);
        if (originalCalledNumber === undefined) return r.under("originalCalledNumber");
        v.originalCalledNumber = originalCalledNumber;
        break;
      }
      case 0xa2: {
        if (v.calledName !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const calledName = r.explicit(0xa2, readName);
        if (calledName === undefined) return r.under("calledName");
        v.calledName = calledName;
        break;
      }
      case 0xa3: {
        if (v.originalCalledName !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const originalCalledName = r.explicit(0xa3, readName);
        if (originalCalledName === undefined) return r.under("originalCalledName");
        v.originalCalledName = originalCalledName;
        break;
      }
      case 0x05:
      case 0xa5:
      case 0xa6: {
        if (v.extension !== undefined) return r.repeated();
        if (_last > 3 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 3;
        const extension = readCintExtension(r);
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

export function usualCintCondArg(r: Reader, tag = 0x30): CintCondArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const interceptionCause = usualCondition(r);
  if (interceptionCause === undefined) return undefined;
  const v: Mutable<CintCondArg> = { interceptionCause };
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const originalCalledNumber = usual.explicit(r, 0xa1, usualPresentedNumberUnscreened);
    if (originalCalledNumber === undefined) return undefined;
    v.originalCalledNumber = originalCalledNumber;
  }
  if (r.at < end && r.octets[r.at] === 0xa2) {
    const calledName = usual.explicit(r, 0xa2, usualName);
    if (calledName === undefined) return undefined;
    v.calledName = calledName;
  }
  if (r.at < end && r.octets[r.at] === 0xa3) {
    const originalCalledName = usual.explicit(r, 0xa3, usualName);
    if (originalCalledName === undefined) return undefined;
    v.originalCalledName = originalCalledName;
  }
  if (r.at < end && (r.octets[r.at] === 0x05 || r.octets[r.at] === 0xa5 || r.octets[r.at] === 0xa6)) {
    const extension = usualCintExtension(r);
    if (extension === undefined) return undefined;
    v.extension = extension;
  }
  return r.at === end ? v : undefined;
}

export function encodeCintCondArg(w: Writer, end: number, v: CintCondArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extension !== undefined) at = encodeCintExtension(w, at, v.extension);
  if (v.originalCalledName !== undefined) at = w.head(encodeName(w, at - w.tail, v.originalCalledName), 0xa3, at);
  if (v.calledName !== undefined) at = w.head(encodeName(w, at - w.tail, v.calledName), 0xa2, at);
  if (v.originalCalledNumber !== undefined) at = w.head(encodePresentedNumberUnscreened(w, at - w.tail,
    v.originalCalledNumber), 0xa1, at);
  at = encodeCondition(w, at, v.interceptionCause);
  return w.head(at, tag, end);
}

export const CintCondArg: Codec<CintCondArg> = codec(
  "CintCondArg",
  encodeCintCondArg,
  readCintCondArg,
  usualCintCondArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "interceptionCause", type: Condition.type },
      { name: "originalCalledNumber", type: PresentedNumberUnscreened.type, presence: "OPTIONAL" },
      { name: "calledName", type: Name.type, presence: "OPTIONAL" },
      { name: "originalCalledName", type: Name.type, presence: "OPTIONAL" },
      { name: "extension", type: CintExtension.type, presence: "OPTIONAL" },
    ],
  },
);
