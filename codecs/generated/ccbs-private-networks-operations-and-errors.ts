// Generated from asn1/CCBS-private-networks-Operations-and-Errors.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Codec, codec, type Mutable } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";
import {
  Address,
  encodeAddress,
  readAddress,
  usualAddress,
} from "./addressing-data-elements.ts";

export interface CCBSTRequestArg {
  readonly destinationAddress: Address;
  readonly q931InfoElement: Uint8Array;
  /** Absent: false. */
  readonly retentionSupported?: boolean;
  readonly presentationAllowedIndicator?: boolean;
  readonly originatingAddress?: Address;
}

export function readCCBSTRequestArg(r: Reader, tag = 0x30): CCBSTRequestArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const destinationAddress = readAddress(r);
  if (destinationAddress === undefined) return r.under("destinationAddress");
  const q931InfoElement = r.octetString(0x40);
  if (q931InfoElement === undefined) return r.under("q931InfoElement");
  const v: Mutable<CCBSTRequestArg> = {
    destinationAddress,
    q931InfoElement,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x81: {
        if (v.retentionSupported !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const retentionSupported = r.boolean(0x81);
        if (retentionSupported === undefined) return r.under("retentionSupported");
        v.retentionSupported = retentionSupported;
        break;
      }
      case 0x82: {
        if (v.presentationAllowedIndicator !== undefined) return r.repeated();
        if (_last > 1 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 1;
        const presentationAllowedIndicator = r.boolean(0x82);
        if (presentationAllowedIndicator === undefined) return r.under("presentationAllowedIndicator");
        v.presentationAllowedIndicator = presentationAllowedIndicator;
        break;
      }
      case 0x30: {
        if (v.originatingAddress !== undefined) return r.repeated();
        if (_last > 2 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 2;
        const originatingAddress = readAddress(r);
        if (originatingAddress === undefined) return r.under("originatingAddress");
        v.originatingAddress = originatingAddress;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualCCBSTRequestArg(r: Reader, tag = 0x30): CCBSTRequestArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const destinationAddress = usualAddress(r);
  if (destinationAddress === undefined) return undefined;
  const q931InfoElement = usual.octetString(r, 0x40);
  if (q931InfoElement === undefined) return undefined;
  const v: Mutable<CCBSTRequestArg> = { destinationAddress, q931InfoElement };
  if (r.at < end && r.octets[r.at] === 0x81) {
    const retentionSupported = usual.boolean(r, 0x81);
    if (retentionSupported === undefined) return undefined;
    v.retentionSupported = retentionSupported;
  }
  if (r.at < end && r.octets[r.at] === 0x82) {
    const presentationAllowedIndicator = usual.boolean(r, 0x82);
    if (presentationAllowedIndicator === undefined) return undefined;
    v.presentationAllowedIndicator = presentationAllowedIndicator;
  }
  if (r.at < end && r.octets[r.at] === 0x30) {
    const originatingAddress = usualAddress(r);
    if (originatingAddress === undefined) return undefined;
    v.originatingAddress = originatingAddress;
  }
  return r.at === end ? v : undefined;
}

export function encodeCCBSTRequestArg(w: Writer, end: number, v: CCBSTRequestArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.originatingAddress !== undefined) at = encodeAddress(w, at, v.originatingAddress);
  if (v.presentationAllowedIndicator !== undefined) at = w.boolean(at, 0x82, v.presentationAllowedIndicator);
  if (v.retentionSupported !== undefined && v.retentionSupported !== false) at = w.boolean(at, 0x81,
    v.retentionSupported);
  at = w.octetString(at, 0x40, v.q931InfoElement);
  at = encodeAddress(w, at, v.destinationAddress);
  return w.head(at, tag, end);
}

export const CCBSTRequestArg: Codec<CCBSTRequestArg> = codec(
  "CCBSTRequestArg",
  encodeCCBSTRequestArg,
  readCCBSTRequestArg,
  usualCCBSTRequestArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "destinationAddress", type: Address.type },
      { name: "q931InfoElement", type: { kind: "OCTET STRING" } },
      { name: "retentionSupported", type: { kind: "BOOLEAN" }, presence: {"default":false} },
      { name: "presentationAllowedIndicator", type: { kind: "BOOLEAN" }, presence: "OPTIONAL" },
      { name: "originatingAddress", type: Address.type, presence: "OPTIONAL" },
    ],
  },
);

export type CCBSTRequestRes = boolean;

export function readCCBSTRequestRes(r: Reader, tag = 0x01): CCBSTRequestRes | undefined {
  return r.boolean(tag);
}

export function usualCCBSTRequestRes(r: Reader, tag = 0x01): CCBSTRequestRes | undefined {
  return usual.boolean(r, tag);
}

export function encodeCCBSTRequestRes(w: Writer, at: number, v: CCBSTRequestRes, tag = 0x01): number {
  return w.boolean(at, tag, v);
}

export const CCBSTRequestRes: Codec<CCBSTRequestRes> = codec(
  "CCBSTRequestRes",
  encodeCCBSTRequestRes,
  readCCBSTRequestRes,
  usualCCBSTRequestRes,
  { kind: "BOOLEAN" },
);
