// Generated from asn1/SS-MCR-Operations-asn97.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Alternatives, type Codec, codec, type Mutable, namesOf, noAlternative } from "../ber/codec.ts";
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
  BasicService,
  encodeBasicService,
  readBasicService,
  usualBasicService,
} from "./call-diversion-operations-asn1-97.ts";
import {
  Extension,
  encodeExtension,
  readExtension,
  usualExtension,
} from "./manufacturer-specific-service-extension-class-asn1-97.ts";

export type CallType =
  | { readonly basicService: BasicService }
  | { readonly cisc: null };

export function readCallType(r: Reader): CallType | undefined {
  switch (r.tag()) {
    case 0x0a: {
      const v = readBasicService(r);
      if (v === undefined) return r.under("basicService");
      return { basicService: v };
    }
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("cisc");
      return { cisc: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualCallType(r: Reader): CallType | undefined {
  switch (r.octets[r.at]) {
    case 0x0a: {
      const v = usualBasicService(r);
      return v === undefined ? undefined : { basicService: v };
    }
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { cisc: v };
    }
    default:
      return undefined;
  }
}

export function encodeCallType(w: Writer, at: number, v: CallType): number {
  const c: Alternatives<CallType> = v;
  if (c.basicService !== undefined) return encodeBasicService(w, at, c.basicService);
  if (c.cisc !== undefined) return w.null(at, 0x05);
  throw noAlternative("CallType");
}

export const CallType: Codec<CallType> = codec(
  "CallType",
  encodeCallType,
  readCallType,
  usualCallType,
  {
    kind: "CHOICE",
    elements: [
      { name: "basicService", type: BasicService.type },
      { name: "cisc", type: { kind: "NULL" } },
    ],
  },
);

export type CorrelationReason =
  | "unknown"
  | "mCACommunication"
  | "cTIApplication"
  | number;

const correlationReasonNumbers = {
  "unknown": 0,
  "mCACommunication": 1,
  "cTIApplication": 2,
} as const;
const correlationReasonNames = namesOf(correlationReasonNumbers);

function correlationReasonNumber(v: CorrelationReason): number {
  switch (v) {
    case "unknown":
      return 0;
    case "mCACommunication":
      return 1;
    case "cTIApplication":
      return 2;
    default:
      return v;
  }
}

export function readCorrelationReason(r: Reader, tag = 0x02): CorrelationReason | undefined {
  return r.named(tag, correlationReasonNames, 0, 255);
}

export function usualCorrelationReason(r: Reader, tag = 0x02): CorrelationReason | undefined {
  return usual.named(r, tag, correlationReasonNames, 0, 255);
}

export function encodeCorrelationReason(w: Writer, at: number, v: CorrelationReason, tag = 0x02): number {
  const n = correlationReasonNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 255);
  return w.oneOctet(at, tag, n);
}

export const CorrelationReason: Codec<CorrelationReason> = codec(
  "CorrelationReason",
  encodeCorrelationReason,
  readCorrelationReason,
  usualCorrelationReason,
  { kind: "named", names: correlationReasonNumbers, open: true, min: 0, max: 255 },
);

export interface Correlation {
  readonly correlationData: string;
  readonly correlationReason?: CorrelationReason;
}

export function readCorrelation(r: Reader, tag = 0x30): Correlation | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const correlationData = r.numericString(0x12, 1, 4);
  if (correlationData === undefined) return r.under("correlationData");
  const v: Mutable<Correlation> = {
    correlationData,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x02: {
        if (v.correlationReason !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const correlationReason = readCorrelationReason(r);
        if (correlationReason === undefined) return r.under("correlationReason");
        v.correlationReason = correlationReason;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualCorrelation(r: Reader, tag = 0x30): Correlation | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const correlationData = usual.numericString(r, 0x12, 1, 4);
  if (correlationData === undefined) return undefined;
  const v: Mutable<Correlation> = { correlationData };
  if (r.at < end && r.octets[r.at] === 0x02) {
    const correlationReason = usualCorrelationReason(r);
    if (correlationReason === undefined) return undefined;
    v.correlationReason = correlationReason;
  }
  return r.at === end ? v : undefined;
}

export function encodeCorrelation(w: Writer, end: number, v: Correlation, tag = 0x30): number {
  let at = end - w.tail;
  if (v.correlationReason !== undefined) at = encodeCorrelationReason(w, at, v.correlationReason);
  at = w.numericString(at, 0x12, v.correlationData, 1, 4);
  return w.head(at, tag, end);
}

export const Correlation: Codec<Correlation> = codec(
  "Correlation",
  encodeCorrelation,
  readCorrelation,
  usualCorrelation,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "correlationData", type: { kind: "NumericString", min: 1, max: 4 } },
      { name: "correlationReason", type: CorrelationReason.type, presence: "OPTIONAL" },
    ],
  },
);

export type MCRExtensions =
  | { readonly none: null }
  | { readonly single: Extension }
  | { readonly multiple: readonly Extension[] };

export function readMCRExtensions(r: Reader): MCRExtensions | undefined {
  switch (r.tag()) {
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("none");
      return { none: v };
    }
    case 0xa0: {
      const v = readExtension(r, 0xa0);
      if (v === undefined) return r.under("single");
      return { single: v };
    }
    case 0xa1: {
      const v = r.sequenceOf(0xa1, readExtension);
      if (v === undefined) return r.under("multiple");
      return { multiple: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualMCRExtensions(r: Reader): MCRExtensions | undefined {
  switch (r.octets[r.at]) {
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { none: v };
    }
    case 0xa0: {
      const v = usualExtension(r, 0xa0);
      return v === undefined ? undefined : { single: v };
    }
    case 0xa1: {
      const v = usual.sequenceOf(r, 0xa1, usualExtension);
      return v === undefined ? undefined : { multiple: v };
    }
    default:
      return undefined;
  }
}

export function encodeMCRExtensions(w: Writer, at: number, v: MCRExtensions): number {
  const c: Alternatives<MCRExtensions> = v;
  if (c.none !== undefined) return w.null(at, 0x05);
  if (c.single !== undefined) return encodeExtension(w, at, c.single, 0xa0);
  if (c.multiple !== undefined) return w.sequenceOf(at, 0xa1, encodeExtension, c.multiple);
  throw noAlternative("MCRExtensions");
}

export const MCRExtensions: Codec<MCRExtensions> = codec(
  "MCRExtensions",
  encodeMCRExtensions,
  readMCRExtensions,
  usualMCRExtensions,
  {
    kind: "CHOICE",
    elements: [
      { name: "none", type: { kind: "NULL" } },
      { name: "single", type: Extension.type },
      { name: "multiple", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface MCRequestArg {
  readonly callType: CallType;
  /** Absent: true. */
  readonly retainOrigCall?: boolean;
  readonly destinationAddress: PresentedAddressUnscreened;
  readonly requestingAddress?: PresentedAddressUnscreened;
  readonly cooperatingAddress?: PresentedAddressUnscreened;
  readonly correlation: Correlation;
  readonly extensions?: MCRExtensions;
}

export function readMCRequestArg(r: Reader, tag = 0x30): MCRequestArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const callType = readCallType(r);
  if (callType === undefined) return r.under("callType");
  let retainOrigCall: boolean | undefined;
  if (r.tag() === 0x01) {
    retainOrigCall = r.boolean(0x01);
    if (retainOrigCall === undefined) return r.under("retainOrigCall");
  }
  const destinationAddress = readPresentedAddressUnscreened(r);
  if (destinationAddress === undefined) return r.under("destinationAddress");
  let requestingAddress: PresentedAddressUnscreened | undefined;
  if (r.tag() === 0xa0) {
    requestingAddress = r.explicit(0xa0, readPresentedAddressUnscreened);
    if (requestingAddress === undefined) return r.under("requestingAddress");
  }
  let cooperatingAddress: PresentedAddressUnscreened | undefined;
  if (r.tag() === 0xa1) {
    cooperatingAddress = r.explicit(0xa1, readPresentedAddressUnscreened);
    if (cooperatingAddress === undefined) return r.under("cooperatingAddress");
  }
  const correlation = readCorrelation(r);
  if (correlation === undefined) return r.under("correlation");
  const v: Mutable<MCRequestArg> = {
    callType,
    destinationAddress,
    correlation,
  };
  if (retainOrigCall !== undefined) v.retainOrigCall = retainOrigCall;
  if (requestingAddress !== undefined) v.requestingAddress = requestingAddress;
  if (cooperatingAddress !== undefined) v.cooperatingAddress = cooperatingAddress;
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x05:
      case 0xa0:
      case 0xa1: {
        if (v.extensions !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extensions = readMCRExtensions(r);
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

export function usualMCRequestArg(r: Reader, tag = 0x30): MCRequestArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const callType = usualCallType(r);
  if (callType === undefined) return undefined;
  let retainOrigCall: boolean | undefined;
  if (r.at < end && r.octets[r.at] === 0x01) {
    retainOrigCall = usual.boolean(r, 0x01);
    if (retainOrigCall === undefined) return undefined;
  }
  const destinationAddress = usualPresentedAddressUnscreened(r);
  if (destinationAddress === undefined) return undefined;
  let requestingAddress: PresentedAddressUnscreened | undefined;
  if (r.at < end && r.octets[r.at] === 0xa0) {
    requestingAddress = usual.explicit(r, 0xa0, usualPresentedAddressUnscreened);
    if (requestingAddress === undefined) return undefined;
  }
  let cooperatingAddress: PresentedAddressUnscreened | undefined;
  if (r.at < end && r.octets[r.at] === 0xa1) {
    cooperatingAddress = usual.explicit(r, 0xa1, usualPresentedAddressUnscreened);
    if (cooperatingAddress === undefined) return undefined;
  }
  const correlation = usualCorrelation(r);
  if (correlation === undefined) return undefined;
  const v: Mutable<MCRequestArg> = { callType, destinationAddress, correlation };
  if (retainOrigCall !== undefined) v.retainOrigCall = retainOrigCall;
  if (requestingAddress !== undefined) v.requestingAddress = requestingAddress;
  if (cooperatingAddress !== undefined) v.cooperatingAddress = cooperatingAddress;
  if (r.at < end && (r.octets[r.at] === 0x05 || r.octets[r.at] === 0xa0 || r.octets[r.at] === 0xa1)) {
    const extensions = usualMCRExtensions(r);
    if (extensions === undefined) return undefined;
    v.extensions = extensions;
  }
  return r.at === end ? v : undefined;
}

export function encodeMCRequestArg(w: Writer, end: number, v: MCRequestArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extensions !== undefined) at = encodeMCRExtensions(w, at, v.extensions);
  at = encodeCorrelation(w, at, v.correlation);
  if (v.cooperatingAddress !== undefined) at = w.head(encodePresentedAddressUnscreened(w, at - w.tail,
    v.cooperatingAddress), 0xa1, at);
  if (v.requestingAddress !== undefined) at = w.head(encodePresentedAddressUnscreened(w, at - w.tail,
    v.requestingAddress), 0xa0, at);
  at = encodePresentedAddressUnscreened(w, at, v.destinationAddress);
  if (v.retainOrigCall !== undefined && v.retainOrigCall !== true) at = w.boolean(at, 0x01, v.retainOrigCall);
  at = encodeCallType(w, at, v.callType);
  return w.head(at, tag, end);
}

export const MCRequestArg: Codec<MCRequestArg> = codec(
  "MCRequestArg",
  encodeMCRequestArg,
  readMCRequestArg,
  usualMCRequestArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "callType", type: CallType.type },
      { name: "retainOrigCall", type: { kind: "BOOLEAN" }, presence: {"default":true} },
      { name: "destinationAddress", type: PresentedAddressUnscreened.type },
      { name: "requestingAddress", type: PresentedAddressUnscreened.type, presence: "OPTIONAL" },
      { name: "cooperatingAddress", type: PresentedAddressUnscreened.type, presence: "OPTIONAL" },
      { name: "correlation", type: Correlation.type },
      { name: "extensions", type: MCRExtensions.type, presence: "OPTIONAL" },
    ],
  },
);

export interface MCRequestResult {
  readonly extensions?: MCRExtensions;
}

export function readMCRequestResult(r: Reader, tag = 0x30): MCRequestResult | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const v: Mutable<MCRequestResult> = {};
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x05:
      case 0xa0:
      case 0xa1: {
        if (v.extensions !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extensions = readMCRExtensions(r);
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

export function usualMCRequestResult(r: Reader, tag = 0x30): MCRequestResult | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const v: Mutable<MCRequestResult> = {};
  if (r.at < end && (r.octets[r.at] === 0x05 || r.octets[r.at] === 0xa0 || r.octets[r.at] === 0xa1)) {
    const extensions = usualMCRExtensions(r);
    if (extensions === undefined) return undefined;
    v.extensions = extensions;
  }
  return r.at === end ? v : undefined;
}

export function encodeMCRequestResult(w: Writer, end: number, v: MCRequestResult, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extensions !== undefined) at = encodeMCRExtensions(w, at, v.extensions);
  return w.head(at, tag, end);
}

export const MCRequestResult: Codec<MCRequestResult> = codec(
  "MCRequestResult",
  encodeMCRequestResult,
  readMCRequestResult,
  usualMCRequestResult,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "extensions", type: MCRExtensions.type, presence: "OPTIONAL" },
    ],
  },
);

export interface MCInformArg {
  readonly requestingAddress?: PresentedAddressUnscreened;
  readonly cooperatingAddress?: PresentedAddressUnscreened;
  readonly correlation: Correlation;
  readonly extensions?: MCRExtensions;
}

export function readMCInformArg(r: Reader, tag = 0x30): MCInformArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  let requestingAddress: PresentedAddressUnscreened | undefined;
  if (r.tag() === 0xa0) {
    requestingAddress = r.explicit(0xa0, readPresentedAddressUnscreened);
    if (requestingAddress === undefined) return r.under("requestingAddress");
  }
  let cooperatingAddress: PresentedAddressUnscreened | undefined;
  if (r.tag() === 0xa1) {
    cooperatingAddress = r.explicit(0xa1, readPresentedAddressUnscreened);
    if (cooperatingAddress === undefined) return r.under("cooperatingAddress");
  }
  const correlation = readCorrelation(r);
  if (correlation === undefined) return r.under("correlation");
  const v: Mutable<MCInformArg> = {
    correlation,
  };
  if (requestingAddress !== undefined) v.requestingAddress = requestingAddress;
  if (cooperatingAddress !== undefined) v.cooperatingAddress = cooperatingAddress;
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x05:
      case 0xa0:
      case 0xa1: {
        if (v.extensions !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extensions = readMCRExtensions(r);
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

export function usualMCInformArg(r: Reader, tag = 0x30): MCInformArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  let requestingAddress: PresentedAddressUnscreened | undefined;
  if (r.at < end && r.octets[r.at] === 0xa0) {
    requestingAddress = usual.explicit(r, 0xa0, usualPresentedAddressUnscreened);
    if (requestingAddress === undefined) return undefined;
  }
  let cooperatingAddress: PresentedAddressUnscreened | undefined;
  if (r.at < end && r.octets[r.at] === 0xa1) {
    cooperatingAddress = usual.explicit(r, 0xa1, usualPresentedAddressUnscreened);
    if (cooperatingAddress === undefined) return undefined;
  }
  const correlation = usualCorrelation(r);
  if (correlation === undefined) return undefined;
  const v: Mutable<MCInformArg> = { correlation };
  if (requestingAddress !== undefined) v.requestingAddress = requestingAddress;
  if (cooperatingAddress !== undefined) v.cooperatingAddress = cooperatingAddress;
  if (r.at < end && (r.octets[r.at] === 0x05 || r.octets[r.at] === 0xa0 || r.octets[r.at] === 0xa1)) {
    const extensions = usualMCRExtensions(r);
    if (extensions === undefined) return undefined;
    v.extensions = extensions;
  }
  return r.at === end ? v : undefined;
}

export function encodeMCInformArg(w: Writer, end: number, v: MCInformArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extensions !== undefined) at = encodeMCRExtensions(w, at, v.extensions);
  at = encodeCorrelation(w, at, v.correlation);
  if (v.cooperatingAddress !== undefined) at = w.head(encodePresentedAddressUnscreened(w, at - w.tail,
    v.cooperatingAddress), 0xa1, at);
  if (v.requestingAddress !== undefined) at = w.head(encodePresentedAddressUnscreened(w, at - w.tail,
    v.requestingAddress), 0xa0, at);
  return w.head(at, tag, end);
}

export const MCInformArg: Codec<MCInformArg> = codec(
  "MCInformArg",
  encodeMCInformArg,
  readMCInformArg,
  usualMCInformArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "requestingAddress", type: PresentedAddressUnscreened.type, presence: "OPTIONAL" },
      { name: "cooperatingAddress", type: PresentedAddressUnscreened.type, presence: "OPTIONAL" },
      { name: "correlation", type: Correlation.type },
      { name: "extensions", type: MCRExtensions.type, presence: "OPTIONAL" },
    ],
  },
);

export interface MCAlertingArg {
  readonly correlation: Correlation;
  readonly extensions?: MCRExtensions;
}

export function readMCAlertingArg(r: Reader, tag = 0x30): MCAlertingArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const correlation = readCorrelation(r);
  if (correlation === undefined) return r.under("correlation");
  const v: Mutable<MCAlertingArg> = {
    correlation,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x05:
      case 0xa0:
      case 0xa1: {
        if (v.extensions !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const extensions = readMCRExtensions(r);
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

export function usualMCAlertingArg(r: Reader, tag = 0x30): MCAlertingArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const correlation = usualCorrelation(r);
  if (correlation === undefined) return undefined;
  const v: Mutable<MCAlertingArg> = { correlation };
  if (r.at < end && (r.octets[r.at] === 0x05 || r.octets[r.at] === 0xa0 || r.octets[r.at] === 0xa1)) {
    const extensions = usualMCRExtensions(r);
    if (extensions === undefined) return undefined;
    v.extensions = extensions;
  }
  return r.at === end ? v : undefined;
}

export function encodeMCAlertingArg(w: Writer, end: number, v: MCAlertingArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.extensions !== undefined) at = encodeMCRExtensions(w, at, v.extensions);
  at = encodeCorrelation(w, at, v.correlation);
  return w.head(at, tag, end);
}

export const MCAlertingArg: Codec<MCAlertingArg> = codec(
  "MCAlertingArg",
  encodeMCAlertingArg,
  readMCAlertingArg,
  usualMCAlertingArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "correlation", type: Correlation.type },
      { name: "extensions", type: MCRExtensions.type, presence: "OPTIONAL" },
    ],
  },
);
