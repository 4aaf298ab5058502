// Generated from asn1/Recall-Operations-asn1-97.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Alternatives, type Codec, codec, type Mutable, noAlternative } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";
import {
  PartySubaddress,
  PresentedNumberScreened,
  encodePartySubaddress,
  encodePresentedNumberScreened,
  readPartySubaddress,
  readPresentedNumberScreened,
  usualPartySubaddress,
  usualPresentedNumberScreened,
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

export type REExtension =
  | { readonly extension: Extension }
  | { readonly multipleExtension: readonly Extension[] };

export function readREExtension(r: Reader): REExtension | undefined {
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

export function usualREExtension(r: Reader): REExtension | undefined {
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

export function encodeREExtension(w: Writer, at: number, v: REExtension): number {
  const c: Alternatives<REExtension> = v;
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa6);
  if (c.multipleExtension !== undefined) return w.sequenceOf(at, 0xa7, encodeExtension, c.multipleExtension);
  throw noAlternative("REExtension");
}

export const REExtension: Codec<REExtension> = codec(
  "REExtension",
  encodeREExtension,
  readREExtension,
  usualREExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "extension", type: Extension.type },
      { name: "multipleExtension", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface ReAlertingArg {
  readonly alertedNumber?: PresentedNumberScreened;
  readonly alertedName?: Name;
  readonly argumentExtension?: REExtension;
}

export function readReAlertingArg(r: Reader, tag = 0x30): ReAlertingArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const v: Mutable<ReAlertingArg> = {};
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1: {
        if (v.alertedNumber !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const alertedNumber = r.explicit(0xa1, readPresentedNumberScreened);
        if (alertedNumber === undefined) return r.under("alertedNumber");
        v.alertedNumber = alertedNumber;
        break;
      }
      case 0xa2: {
        if (v.alertedName !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const alertedName = r.explicit(0xa2, readName);
        if (alertedName === undefined) return r.under("alertedName");
        v.alertedName = alertedName;
        break;
      }
      case 0xa6:
      case 0xa7: {
        if (v.argumentExtension !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const argumentExtension = readREExtension(r);
        if (argumentExtension === undefined) return r.under("argumentExtension");
        v.argumentExtension = argumentExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualReAlertingArg(r: Reader, tag = 0x30): ReAlertingArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const v: Mutable<ReAlertingArg> = {};
  if (r.at < end && r.octets[r.at] === 0xa1) {
    const alertedNumber = usual.explicit(r, 0xa1, usualPresentedNumberScreened);
    if (alertedNumber === undefined) return undefined;
    v.alertedNumber = alertedNumber;
  }
  if (r.at < end && r.octets[r.at] === 0xa2) {
    const alertedName = usual.explicit(r, 0xa2, usualName);
    if (alertedName === undefined) return undefined;
    v.alertedName = alertedName;
  }
  if (r.at < end && (r.octets[r.at] === 0xa6 || r.octets[r.at] === 0xa7)) {
    const argumentExtension = usualREExtension(r);
    if (argumentExtension === undefined) return undefined;
    v.argumentExtension = argumentExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeReAlertingArg(w: Writer, end: number, v: ReAlertingArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExtension !== undefined) at = encodeREExtension(w, at, v.argumentExtension);
  if (v.alertedName !== undefined) at = w.head(encodeName(w, at - w.tail, v.alertedName), 0xa2, at);
  if (v.alertedNumber !== undefined) at = w.head(encodePresentedNumberScreened(w, at - w.tail, v.alertedNumber), 0xa1,
    at);
  return w.head(at, tag, end);
}

export const ReAlertingArg: Codec<ReAlertingArg> = codec(
  "ReAlertingArg",
  encodeReAlertingArg,
  readReAlertingArg,
  usualReAlertingArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "alertedNumber", type: PresentedNumberScreened.type, presence: "OPTIONAL" },
      { name: "alertedName", type: Name.type, presence: "OPTIONAL" },
      { name: "argumentExtension", type: REExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface ReAnswerArg {
  readonly connectedNumber: PresentedNumberScreened;
  readonly connectedSubaddress?: PartySubaddress;
  readonly connectedName?: Name;
  readonly argumentExtension?: REExtension;
}

export function readReAnswerArg(r: Reader, tag = 0x30): ReAnswerArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const connectedNumber = r.explicit(0xa1, readPresentedNumberScreened);
  if (connectedNumber === undefined) return r.under("connectedNumber");
  const v: Mutable<ReAnswerArg> = {
    connectedNumber,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa2: {
        if (v.connectedSubaddress !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const connectedSubaddress = r.explicit(0xa2, readPartySubaddress);
        if (connectedSubaddress === undefined) return r.under("connectedSubaddress");
        v.connectedSubaddress = connectedSubaddress;
        break;
      }
      case 0xa3: {
        if (v.connectedName !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const connectedName = r.explicit(0xa3, readName);
        if (connectedName === undefined) return r.under("connectedName");
        v.connectedName = connectedName;
        break;
      }
      case 0xa6:
      case 0xa7: {
        if (v.argumentExtension !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const argumentExtension = readREExtension(r);
        if (argumentExtension === undefined) return r.under("argumentExtension");
        v.argumentExtension = argumentExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualReAnswerArg(r: Reader, tag = 0x30): ReAnswerArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const connectedNumber = usual.explicit(r, 0xa1, usualPresentedNumberScreened);
  if (connectedNumber === undefined) return undefined;
  const v: Mutable<ReAnswerArg> = { connectedNumber };
  if (r.at < end && r.octets[r.at] === 0xa2) {
    const connectedSubaddress = usual.explicit(r, 0xa2, usualPartySubaddress);
    if (connectedSubaddress === undefined) return undefined;
    v.connectedSubaddress = connectedSubaddress;
  }
  if (r.at < end && r.octets[r.at] === 0xa3) {
    const connectedName = usual.explicit(r, 0xa3, usualName);
    if (connectedName === undefined) return undefined;
    v.connectedName = connectedName;
  }
  if (r.at < end && (r.octets[r.at] === 0xa6 || r.octets[r.at] === 0xa7)) {
    const argumentExtension = usualREExtension(r);
    if (argumentExtension === undefined) return undefined;
    v.argumentExtension = argumentExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeReAnswerArg(w: Writer, end: number, v: ReAnswerArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argumentExtension !== undefined) at = encodeREExtension(w, at, v.argumentExtension);
  if (v.connectedName !== undefined) at = w.head(encodeName(w, at - w.tail, v.connectedName), 0xa3, at);
  if (v.connectedSubaddress !== undefined) at = w.head(encodePartySubaddress(w, at - w.tail, v.connectedSubaddress),
    0xa2, at);
  at = w.head(encodePresentedNumberScreened(w, at - w.tail, v.connectedNumber), 0xa1, at);
  return w.head(at, tag, end);
}

export const ReAnswerArg: Codec<ReAnswerArg> = codec(
  "ReAnswerArg",
  encodeReAnswerArg,
  readReAnswerArg,
  usualReAnswerArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "connectedNumber", type: PresentedNumberScreened.type },
      { name: "connectedSubaddress", type: PartySubaddress.type, presence: "OPTIONAL" },
      { name: "connectedName", type: Name.type, presence: "OPTIONAL" },
      { name: "argumentExtension", type: REExtension.type, presence: "OPTIONAL" },
    ],
  },
);
