// Generated from asn1/Explicit-Call-Transfer-Operations-and-Errors.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Codec, codec, type Mutable, namesOf } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";
import {
  PresentedNumberUnscreened,
  encodePresentedNumberUnscreened,
  readPresentedNumberUnscreened,
  usualPresentedNumberUnscreened,
} from "./addressing-data-elements.ts";

export type CallStatus =
  | "alerting"
  | "active";

const callStatusNumbers = {
  "alerting": 0,
  "active": 1,
} as const;
const callStatusNames = namesOf(callStatusNumbers);

function callStatusNumber(v: CallStatus): number {
  switch (v) {
    case "alerting":
      return 0;
    case "active":
      return 1;
  }
}

export function readCallStatus(r: Reader, tag = 0x0a): CallStatus | undefined {
  return r.enumerated(tag, callStatusNames);
}

export function usualCallStatus(r: Reader, tag = 0x0a): CallStatus | undefined {
  return usual.enumerated(r, tag, callStatusNames);
}

export function encodeCallStatus(w: Writer, at: number, v: CallStatus, tag = 0x0a): number {
  const n = callStatusNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const CallStatus: Codec<CallStatus> = codec(
  "CallStatus",
  encodeCallStatus,
  readCallStatus,
  usualCallStatus,
  { kind: "named", names: callStatusNumbers, open: false },
);

export interface EctInformArg {
  readonly callStatus: CallStatus;
  readonly redirectionNumber?: PresentedNumberUnscreened;
}

export function readEctInformArg(r: Reader, tag = 0x30): EctInformArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const callStatus = readCallStatus(r);
  if (callStatus === undefined) return r.under("callStatus");
  const v: Mutable<EctInformArg> = {
    callStatus,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa0:
      case 0x81:
      case 0x82:
      case 0xa3: {
        if (v.redirectionNumber !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const redirectionNumber = readPresentedNumberUnscreened(r);
        if (redirectionNumber === undefined) return r.under("redirectionNumber");
        v.redirectionNumber = redirectionNumber;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualEctInformArg(r: Reader, tag = 0x30): EctInformArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const callStatus = usualCallStatus(r);
  if (callStatus === undefined) return undefined;
  const v: Mutable<EctInformArg> = { callStatus };
  if (r.at < end && (r.octets[r.at] === 0xa0 || r.octets[r.at] === 0x81 || r.octets[r.at] === 0x82 || r.octets[r.at] ===
    0xa3)) {
    const redirectionNumber = usualPresentedNumberUnscreened(r);
    if (redirectionNumber === undefined) return undefined;
    v.redirectionNumber = redirectionNumber;
  }
  return r.at === end ? v : undefined;
}

export function encodeEctInformArg(w: Writer, end: number, v: EctInformArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.redirectionNumber !== undefined) at = encodePresentedNumberUnscreened(w, at, v.redirectionNumber);
  at = encodeCallStatus(w, at, v.callStatus);
  return w.head(at, tag, end);
}

export const EctInformArg: Codec<EctInformArg> = codec(
  "EctInformArg",
  encodeEctInformArg,
  readEctInformArg,
  usualEctInformArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "callStatus", type: CallStatus.type },
      { name: "redirectionNumber", type: PresentedNumberUnscreened.type, presence: "OPTIONAL" },
    ],
  },
);

export type CallTransferIdentity = number;

export function readCallTransferIdentity(r: Reader, tag = 0x02): CallTransferIdentity | undefined {
  return r.integer(tag, -128, 127);
}

export function usualCallTransferIdentity(r: Reader, tag = 0x02): CallTransferIdentity | undefined {
  return usual.integer(r, tag, -128, 127);
}

export function encodeCallTransferIdentity(w: Writer, at: number, v: CallTransferIdentity, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n, -128, 127);
  return w.oneOctet(at, tag, n);
}

export const CallTransferIdentity: Codec<CallTransferIdentity> = codec(
  "CallTransferIdentity",
  encodeCallTransferIdentity,
  readCallTransferIdentity,
  usualCallTransferIdentity,
  { kind: "INTEGER", min: -128, max: 127 },
);

export type LinkId = number;

export function readLinkId(r: Reader, tag = 0x02): LinkId | undefined {
  return r.integer(tag, -32768, 32767);
}

export function usualLinkId(r: Reader, tag = 0x02): LinkId | undefined {
  return usual.integer(r, tag, -32768, 32767);
}

export function encodeLinkId(w: Writer, at: number, v: LinkId, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n, -32768, 32767);
  return w.oneOctet(at, tag, n);
}

export const LinkId: Codec<LinkId> = codec(
  "LinkId",
  encodeLinkId,
  readLinkId,
  usualLinkId,
  { kind: "INTEGER", min: -32768, max: 32767 },
);

export type LoopResult =
  | "insufficientInformation"
  | "noLoopExists"
  | "simultaneousTransfer";

const loopResultNumbers = {
  "insufficientInformation": 0,
  "noLoopExists": 1,
  "simultaneousTransfer": 2,
} as const;
const loopResultNames = namesOf(loopResultNumbers);

function loopResultNumber(v: LoopResult): number {
  switch (v) {
    case "insufficientInformation":
      return 0;
    case "noLoopExists":
      return 1;
    case "simultaneousTransfer":
      return 2;
  }
}

export function readLoopResult(r: Reader, tag = 0x0a): LoopResult | undefined {
  return r.enumerated(tag, loopResultNames);
}

export function usualLoopResult(r: Reader, tag = 0x0a): LoopResult | undefined {
  return usual.enumerated(r, tag, loopResultNames);
}

export function encodeLoopResult(w: Writer, at: number, v: LoopResult, tag = 0x0a): number {
  const n = loopResultNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const LoopResult: Codec<LoopResult> = codec(
  "LoopResult",
  encodeLoopResult,
  readLoopResult,
  usualLoopResult,
  { kind: "named", names: loopResultNumbers, open: false },
);
