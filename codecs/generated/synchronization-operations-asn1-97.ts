// Generated from asn1/Synchronization-Operations-asn1-97.asn by asn1/tool; do not edit.
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

export type Action =
  | "enslavement"
  | "holdon"
  | number;

const actionNumbers = {
  "enslavement": 0,
  "holdon": 1,
} as const;
const actionNames = namesOf(actionNumbers);

function actionNumber(v: Action): number {
  switch (v) {
    case "enslavement":
      return 0;
    case "holdon":
      return 1;
    default:
      return v;
  }
}

export function readAction(r: Reader, tag = 0x02): Action | undefined {
  return r.named(tag, actionNames);
}

export function usualAction(r: Reader, tag = 0x02): Action | undefined {
  return usual.named(r, tag, actionNames);
}

export function encodeAction(w: Writer, at: number, v: Action, tag = 0x02): number {
  const n = actionNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const Action: Codec<Action> = codec(
  "Action",
  encodeAction,
  readAction,
  usualAction,
  { kind: "named", names: actionNumbers, open: true },
);

export type ArgExtension =
  | { readonly extension: Extension }
  | { readonly sequOfExtn: readonly Extension[] };

export function readArgExtension(r: Reader): ArgExtension | undefined {
  switch (r.tag()) {
    case 0xa1: {
      const v = readExtension(r, 0xa1);
      if (v === undefined) return r.under("extension");
      return { extension: v };
    }
    case 0xa2: {
      const v = r.sequenceOf(0xa2, readExtension);
      if (v === undefined) return r.under("sequOfExtn");
      return { sequOfExtn: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualArgExtension(r: Reader): ArgExtension | undefined {
  switch (r.octets[r.at]) {
    case 0xa1: {
      const v = usualExtension(r, 0xa1);
      return v === undefined ? undefined : { extension: v };
    }
    case 0xa2: {
      const v = usual.sequenceOf(r, 0xa2, usualExtension);
      return v === undefined ? undefined : { sequOfExtn: v };
    }
    default:
      return undefined;
  }
}

export function encodeArgExtension(w: Writer, at: number, v: ArgExtension): number {
  const c: Alternatives<ArgExtension> = v;
  if (c.extension !== undefined) return encodeExtension(w, at, c.extension, 0xa1);
  if (c.sequOfExtn !== undefined) return w.sequenceOf(at, 0xa2, encodeExtension, c.sequOfExtn);
  throw noAlternative("ArgExtension");
}

export const ArgExtension: Codec<ArgExtension> = codec(
  "ArgExtension",
  encodeArgExtension,
  readArgExtension,
  usualArgExtension,
  {
    kind: "CHOICE",
    elements: [
      { name: "extension", type: Extension.type },
      { name: "sequOfExtn", type: { kind: "SEQUENCE OF", of: Extension.type } },
    ],
  },
);

export interface SynchronizationReqArg {
  readonly action: Action;
  readonly argExtension?: ArgExtension;
}

export function readSynchronizationReqArg(r: Reader, tag = 0x30): SynchronizationReqArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const action = readAction(r);
  if (action === undefined) return r.under("action");
  const v: Mutable<SynchronizationReqArg> = {
    action,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argExtension = readArgExtension(r);
        if (argExtension === undefined) return r.under("argExtension");
        v.argExtension = argExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualSynchronizationReqArg(r: Reader, tag = 0x30): SynchronizationReqArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const action = usualAction(r);
  if (action === undefined) return undefined;
  const v: Mutable<SynchronizationReqArg> = { action };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const argExtension = usualArgExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeSynchronizationReqArg(w: Writer, end: number, v: SynchronizationReqArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodeArgExtension(w, at, v.argExtension);
  at = encodeAction(w, at, v.action);
  return w.head(at, tag, end);
}

export const SynchronizationReqArg: Codec<SynchronizationReqArg> = codec(
  "SynchronizationReqArg",
  encodeSynchronizationReqArg,
  readSynchronizationReqArg,
  usualSynchronizationReqArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "action", type: Action.type },
      { name: "argExtension", type: ArgExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export interface SynchronizationReqRes {
  readonly action: Action;
  readonly response: boolean;
  readonly argExtension?: ArgExtension;
}

export function readSynchronizationReqRes(r: Reader, tag = 0x30): SynchronizationReqRes | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const action = readAction(r);
  if (action === undefined) return r.under("action");
  const response = r.boolean(0x01);
  if (response === undefined) return r.under("response");
  const v: Mutable<SynchronizationReqRes> = {
    action,
    response,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argExtension = readArgExtension(r);
        if (argExtension === undefined) return r.under("argExtension");
        v.argExtension = argExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualSynchronizationReqRes(r: Reader, tag = 0x30): SynchronizationReqRes | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const action = usualAction(r);
  if (action === undefined) return undefined;
  const response = usual.boolean(r, 0x01);
  if (response === undefined) return undefined;
  const v: Mutable<SynchronizationReqRes> = { action, response };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const argExtension = usualArgExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeSynchronizationReqRes(w: Writer, end: number, v: SynchronizationReqRes, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodeArgExtension(w, at, v.argExtension);
  at = w.boolean(at, 0x01, v.response);
  at = encodeAction(w, at, v.action);
  return w.head(at, tag, end);
}

export const SynchronizationReqRes: Codec<SynchronizationReqRes> = codec(
  "SynchronizationReqRes",
  encodeSynchronizationReqRes,
  readSynchronizationReqRes,
  usualSynchronizationReqRes,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "action", type: Action.type },
      { name: "response", type: { kind: "BOOLEAN" } },
      { name: "argExtension", type: ArgExtension.type, presence: "OPTIONAL" },
    ],
  },
);

export type Stateinfo =
  | "freerunning"
  | "idle"
  | number;

const stateinfoNumbers = {
  "freerunning": 0,
  "idle": 1,
} as const;
const stateinfoNames = namesOf(stateinfoNumbers);

function stateinfoNumber(v: Stateinfo): number {
  switch (v) {
    case "freerunning":
      return 0;
    case "idle":
      return 1;
    default:
      return v;
  }
}

export function readStateinfo(r: Reader, tag = 0x02): Stateinfo | undefined {
  return r.named(tag, stateinfoNames);
}

export function usualStateinfo(r: Reader, tag = 0x02): Stateinfo | undefined {
  return usual.named(r, tag, stateinfoNames);
}

export function encodeStateinfo(w: Writer, at: number, v: Stateinfo, tag = 0x02): number {
  const n = stateinfoNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const Stateinfo: Codec<Stateinfo> = codec(
  "Stateinfo",
  encodeStateinfo,
  readStateinfo,
  usualStateinfo,
  { kind: "named", names: stateinfoNumbers, open: true },
);

export interface SynchronizationInfoArg {
  readonly stateinfo: Stateinfo;
  readonly argExtension?: ArgExtension;
}

export function readSynchronizationInfoArg(r: Reader, tag = 0x30): SynchronizationInfoArg | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const stateinfo = readStateinfo(r);
  if (stateinfo === undefined) return r.under("stateinfo");
  const v: Mutable<SynchronizationInfoArg> = {
    stateinfo,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa1:
      case 0xa2: {
        if (v.argExtension !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argExtension = readArgExtension(r);
        if (argExtension === undefined) return r.under("argExtension");
        v.argExtension = argExtension;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualSynchronizationInfoArg(r: Reader, tag = 0x30): SynchronizationInfoArg | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const stateinfo = usualStateinfo(r);
  if (stateinfo === undefined) return undefined;
  const v: Mutable<SynchronizationInfoArg> = { stateinfo };
  if (r.at < end && (r.octets[r.at] === 0xa1 || r.octets[r.at] === 0xa2)) {
    const argExtension = usualArgExtension(r);
    if (argExtension === undefined) return undefined;
    v.argExtension = argExtension;
  }
  return r.at === end ? v : undefined;
}

export function encodeSynchronizationInfoArg(w: Writer, end: number, v: SynchronizationInfoArg, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argExtension !== undefined) at = encodeArgExtension(w, at, v.argExtension);
  at = encodeStateinfo(w, at, v.stateinfo);
  return w.head(at, tag, end);
}

export const SynchronizationInfoArg: Codec<SynchronizationInfoArg> = codec(
  "SynchronizationInfoArg",
  encodeSynchronizationInfoArg,
  readSynchronizationInfoArg,
  usualSynchronizationInfoArg,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "stateinfo", type: Stateinfo.type },
      { name: "argExtension", type: ArgExtension.type, presence: "OPTIONAL" },
    ],
  },
);
