// Generated from asn1/Status-Request-Procedure.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Codec, codec, type Mutable, namesOf } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";

export type CompatibilityMode =
  | "allBasicServices"
  | "oneOrMoreBasicServices";

const compatibilityModeNumbers = {
  "allBasicServices": 0,
  "oneOrMoreBasicServices": 1,
} as const;
const compatibilityModeNames = namesOf(compatibilityModeNumbers);

function compatibilityModeNumber(v: CompatibilityMode): number {
  switch (v) {
    case "allBasicServices":
      return 0;
    case "oneOrMoreBasicServices":
      return 1;
  }
}

export function readCompatibilityMode(r: Reader, tag = 0x0a): CompatibilityMode | undefined {
  return r.enumerated(tag, compatibilityModeNames);
}

export function usualCompatibilityMode(r: Reader, tag = 0x0a): CompatibilityMode | undefined {
  return usual.enumerated(r, tag, compatibilityModeNames);
}

export function encodeCompatibilityMode(w: Writer, at: number, v: CompatibilityMode, tag = 0x0a): number {
  const n = compatibilityModeNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const CompatibilityMode: Codec<CompatibilityMode> = codec(
  "CompatibilityMode",
  encodeCompatibilityMode,
  readCompatibilityMode,
  usualCompatibilityMode,
  { kind: "named", names: compatibilityModeNumbers, open: false },
);

export interface StatusRequestArg {
  readonly compatibilityMode: CompatibilityMode;
  readonly q931InfoElement: Uint8Array;
}

export function readStatusRequestArg(r: Reader, tag = 0x30): StatusRequestArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const compatibilityMode = readCompatibilityMode(r);
  if (compatibilityMode === undefined) return r.under("compatibilityMode");
  const q931InfoElement = r.octetString(0x40);
  if (q931InfoElement === undefined) return r.under("q931InfoElement");
  const v: Mutable<StatusRequestArg> = {
    compatibilityMode,
    q931InfoElement,
  };
  r.leave(outer);
  return v;
}

export function usualStatusRequestArg(r: Reader, tag = 0x30): StatusRequestArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const compatibilityMode = usualCompatibilityMode(r);
  if (compatibilityMode === undefined) return undefined;
  const q931InfoElement = usual.octetString(r, 0x40);
  if (q931InfoElement === undefined) return undefined;
  const v: Mutable<StatusRequestArg> = { compatibilityMode, q931InfoElement };
  return r.at === end ? v : undefined;
}

export function encodeStatusRequestArg(w: Writer, end: number, v: StatusRequestArg, tag = 0x30): number {
  let at = end - w.tail;
  at = w.octetString(at, 0x40, v.q931InfoElement);
  at = encodeCompatibilityMode(w, at, v.compatibilityMode);
  return w.head(at, tag, end);
}

export const StatusRequestArg: Codec<StatusRequestArg> = codec(
  "StatusRequestArg",
  encodeStatusRequestArg,
  readStatusRequestArg,
  usualStatusRequestArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "compatibilityMode", type: CompatibilityMode.type },
      { name: "q931InfoElement", type: { kind: "OCTET STRING" } },
    ],
  },
);

export type StatusRequestRes =
  | "compatibleAndFree"
  | "compatibleAndBusy"
  | "incompatible";

const statusRequestResNumbers = {
  "compatibleAndFree": 0,
  "compatibleAndBusy": 1,
  "incompatible": 2,
} as const;
const statusRequestResNames = namesOf(statusRequestResNumbers);

function statusRequestResNumber(v: StatusRequestRes): number {
  switch (v) {
    case "compatibleAndFree":
      return 0;
    case "compatibleAndBusy":
      return 1;
    case "incompatible":
      return 2;
  }
}

export function readStatusRequestRes(r: Reader, tag = 0x0a): StatusRequestRes | undefined {
  return r.enumerated(tag, statusRequestResNames);
}

export function usualStatusRequestRes(r: Reader, tag = 0x0a): StatusRequestRes | undefined {
  return usual.enumerated(r, tag, statusRequestResNames);
}

export function encodeStatusRequestRes(w: Writer, at: number, v: StatusRequestRes, tag = 0x0a): number {
  const n = statusRequestResNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const StatusRequestRes: Codec<StatusRequestRes> = codec(
  "StatusRequestRes",
  encodeStatusRequestRes,
  readStatusRequestRes,
  usualStatusRequestRes,
  { kind: "named", names: statusRequestResNumbers, open: false },
);
