// Generated from asn1/Facility-Information-Element-Components.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Alternatives, type Codec, codec, type Mutable, namesOf, noAlternative } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";
import {
  PartyNumber,
  encodePartyNumber,
  readPartyNumber,
  usualPartyNumber,
} from "./addressing-data-elements-asn1-97.ts";
import {
  Code,
  encodeCode,
  readCode,
  usualCode,
} from "./remote-operations-information-objects.ts";

export type EntityType =
  | "endPINX"
  | "anyTypeOfPINX";

const entityTypeNumbers = {
  "endPINX": 0,
  "anyTypeOfPINX": 1,
} as const;
const entityTypeNames = namesOf(entityTypeNumbers);

function entityTypeNumber(v: EntityType): number {
  switch (v) {
    case "endPINX":
      return 0;
    case "anyTypeOfPINX":
      return 1;
  }
}

export function readEntityType(r: Reader, tag = 0x0a): EntityType | undefined {
  return r.enumerated(tag, entityTypeNames);
}

export function usualEntityType(r: Reader, tag = 0x0a): EntityType | undefined {
  return usual.enumerated(r, tag, entityTypeNames);
}

export function encodeEntityType(w: Writer, at: number, v: EntityType, tag = 0x0a): number {
  const n = entityTypeNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const EntityType: Codec<EntityType> = codec(
  "EntityType",
  encodeEntityType,
  readEntityType,
  usualEntityType,
  { kind: "named", names: entityTypeNumbers, open: false },
);

export type AddressInformation = PartyNumber;

export function readAddressInformation(r: Reader): AddressInformation | undefined {
  return readPartyNumber(r);
}

export function usualAddressInformation(r: Reader): AddressInformation | undefined {
  return usualPartyNumber(r);
}

export function encodeAddressInformation(w: Writer, at: number, v: AddressInformation): number {
  return encodePartyNumber(w, at, v);
}

export const AddressInformation: Codec<AddressInformation> = codec(
  "AddressInformation",
  encodeAddressInformation,
  readAddressInformation,
  usualAddressInformation,
  PartyNumber.type,
);

export interface NetworkFacilityExtension {
  readonly sourceEntity: EntityType;
  readonly sourceEntityAddress?: PartyNumber;
  readonly destinationEntity: EntityType;
  readonly destinationEntityAddress?: PartyNumber;
}

export function readNetworkFacilityExtension(r: Reader, tag = 0xaa): NetworkFacilityExtension | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const sourceEntity = readEntityType(r, 0x80);
  if (sourceEntity === undefined) return r.under("sourceEntity");
  let sourceEntityAddress: PartyNumber | undefined;
  if (r.tag() === 0xa1) {
    sourceEntityAddress = r.explicit(0xa1, readPartyNumber);
    if (sourceEntityAddress === undefined) return r.under("sourceEntityAddress");
  }
  const destinationEntity = readEntityType(r, 0x82);
  if (destinationEntity === undefined) return r.under("destinationEntity");
  const v: Mutable<NetworkFacilityExtension> = {
    sourceEntity,
    destinationEntity,
  };
  if (sourceEntityAddress !== undefined) v.sourceEntityAddress = sourceEntityAddress;
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0xa3: {
        if (v.destinationEntityAddress !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const destinationEntityAddress = r.explicit(0xa3, readPartyNumber);
        if (destinationEntityAddress === undefined) return r.under("destinationEntityAddress");
        v.destinationEntityAddress = destinationEntityAddress;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualNetworkFacilityExtension(r: Reader, tag = 0xaa): NetworkFacilityExtension | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const sourceEntity = usualEntityType(r, 0x80);
  if (sourceEntity === undefined) return undefined;
  let sourceEntityAddress: PartyNumber | undefined;
  if (r.at < end && r.octets[r.at] === 0xa1) {
    sourceEntityAddress = usual.explicit(r, 0xa1, usualPartyNumber);
    if (sourceEntityAddress === undefined) return undefined;
  }
  const destinationEntity = usualEntityType(r, 0x82);
  if (destinationEntity === undefined) return undefined;
  const v: Mutable<NetworkFacilityExtension> = { sourceEntity, destinationEntity };
  if (sourceEntityAddress !== undefined) v.sourceEntityAddress = sourceEntityAddress;
  if (r.at < end && r.octets[r.at] === 0xa3) {
    const destinationEntityAddress = usual.explicit(r, 0xa3, usualPartyNumber);
    if (destinationEntityAddress === undefined) return undefined;
    v.destinationEntityAddress = destinationEntityAddress;
  }
  return r.at === end ? v : undefined;
}

export function encodeNetworkFacilityExtension(w: Writer, end: number, v: NetworkFacilityExtension, tag = 0xaa): number
  {
  let at = end - w.tail;
  if (v.destinationEntityAddress !== undefined) at = w.head(encodePartyNumber(w, at - w.tail,
    v.destinationEntityAddress), 0xa3, at);
  at = encodeEntityType(w, at, v.destinationEntity, 0x82);
  if (v.sourceEntityAddress !== undefined) at = w.head(encodePartyNumber(w, at - w.tail, v.sourceEntityAddress), 0xa1,
    at);
  at = encodeEntityType(w, at, v.sourceEntity, 0x80);
  return w.head(at, tag, end);
}

export const NetworkFacilityExtension: Codec<NetworkFacilityExtension> = codec(
  "NetworkFacilityExtension",
  encodeNetworkFacilityExtension,
  readNetworkFacilityExtension,
  usualNetworkFacilityExtension,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "sourceEntity", type: EntityType.type },
      { name: "sourceEntityAddress", type: PartyNumber.type, presence: "OPTIONAL" },
      { name: "destinationEntity", type: EntityType.type },
      { name: "destinationEntityAddress", type: PartyNumber.type, presence: "OPTIONAL" },
    ],
  },
);

export type NetworkProtocolProfile = number;

export function readNetworkProtocolProfile(r: Reader, tag = 0x92): NetworkProtocolProfile | undefined {
  return r.integer(tag, 0, 254);
}

export function usualNetworkProtocolProfile(r: Reader, tag = 0x92): NetworkProtocolProfile | undefined {
  return usual.integer(r, tag, 0, 254);
}

export function encodeNetworkProtocolProfile(w: Writer, at: number, v: NetworkProtocolProfile, tag = 0x92): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff || n < 0) return w.integer(at, tag, n, 0, 254);
  return w.oneOctet(at, tag, n);
}

export const NetworkProtocolProfile: Codec<NetworkProtocolProfile> = codec(
  "NetworkProtocolProfile",
  encodeNetworkProtocolProfile,
  readNetworkProtocolProfile,
  usualNetworkProtocolProfile,
  { kind: "INTEGER", min: 0, max: 254 },
);

export type InterpretationApdu =
  | "discardAnyUnrecognisedInvokePdu"
  | "clearCallIfAnyInvokePduNotRecognised"
  | "rejectAnyUnrecognisedInvokePdu";

const interpretationApduNumbers = {
  "discardAnyUnrecognisedInvokePdu": 0,
  "clearCallIfAnyInvokePduNotRecognised": 1,
  "rejectAnyUnrecognisedInvokePdu": 2,
} as const;
const interpretationApduNames = namesOf(interpretationApduNumbers);

function interpretationApduNumber(v: InterpretationApdu): number {
  switch (v) {
    case "discardAnyUnrecognisedInvokePdu":
      return 0;
    case "clearCallIfAnyInvokePduNotRecognised":
      return 1;
    case "rejectAnyUnrecognisedInvokePdu":
      return 2;
  }
}

export function readInterpretationApdu(r: Reader, tag = 0x8b): InterpretationApdu | undefined {
  return r.enumerated(tag, interpretationApduNames);
}

export function usualInterpretationApdu(r: Reader, tag = 0x8b): InterpretationApdu | undefined {
  return usual.enumerated(r, tag, interpretationApduNames);
}

export function encodeInterpretationApdu(w: Writer, at: number, v: InterpretationApdu, tag = 0x8b): number {
  const n = interpretationApduNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const InterpretationApdu: Codec<InterpretationApdu> = codec(
  "InterpretationApdu",
  encodeInterpretationApdu,
  readInterpretationApdu,
  usualInterpretationApdu,
  { kind: "named", names: interpretationApduNumbers, open: false },
);

export type InvokeId = number;

export function readInvokeId(r: Reader, tag = 0x02): InvokeId | undefined {
  return r.integer(tag, -32768, 32767);
}

export function usualInvokeId(r: Reader, tag = 0x02): InvokeId | undefined {
  return usual.integer(r, tag, -32768, 32767);
}

export function encodeInvokeId(w: Writer, at: number, v: InvokeId, tag = 0x02): number {
  const n = v;
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n, -32768, 32767);
  return w.oneOctet(at, tag, n);
}

export const InvokeId: Codec<InvokeId> = codec(
  "InvokeId",
  encodeInvokeId,
  readInvokeId,
  usualInvokeId,
  { kind: "INTEGER", min: -32768, max: 32767 },
);

export interface Invoke {
  readonly invokeId: number;
  readonly linkedId?: number;
  readonly opcode: Code;
  readonly argument?: Uint8Array;
}

export function readInvoke(r: Reader, tag = 0x30): Invoke | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const invokeId = r.integer(0x02, -32768, 32767);
  if (invokeId === undefined) return r.under("invokeId");
  let linkedId: number | undefined;
  if (r.tag() === 0x80) {
    linkedId = r.integer(0x80, -32768, 32767);
    if (linkedId === undefined) return r.under("linkedId");
  }
  const opcode = readCode(r);
  if (opcode === undefined) return r.under("opcode");
  const v: Mutable<Invoke> = {
    invokeId,
    opcode,
  };
  if (linkedId !== undefined) v.linkedId = linkedId;
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      default: {
        if (v.argument !== undefined) break fields;
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const argument = r.open();
        if (argument === undefined) return r.under("argument");
        v.argument = argument;
        break;
      }
    }
  }
  r.leave(outer);
  return v;
}

export function usualInvoke(r: Reader, tag = 0x30): Invoke | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const invokeId = usual.integer(r, 0x02, -32768, 32767);
  if (invokeId === undefined) return undefined;
  let linkedId: number | undefined;
  if (r.at < end && r.octets[r.at] === 0x80) {
    linkedId = usual.integer(r, 0x80, -32768, 32767);
    if (linkedId === undefined) return undefined;
  }
  const opcode = usualCode(r);
  if (opcode === undefined) return undefined;
  const v: Mutable<Invoke> = { invokeId, opcode };
  if (linkedId !== undefined) v.linkedId = linkedId;
  if (r.at < end) {
    const argument = usual.open(r);
    if (argument === undefined) return undefined;
    v.argument = argument;
  }
  return r.at === end ? v : undefined;
}

export function encodeInvoke(w: Writer, end: number, v: Invoke, tag = 0x30): number {
  let at = end - w.tail;
  if (v.argument !== undefined) at = w.openType(at, v.argument);
  at = encodeCode(w, at, v.opcode);
  if (v.linkedId !== undefined) at = w.integer(at, 0x80, v.linkedId, -32768, 32767);
  at = w.integer(at, 0x02, v.invokeId, -32768, 32767);
  return w.head(at, tag, end);
}

export const Invoke: Codec<Invoke> = codec(
  "Invoke",
  encodeInvoke,
  readInvoke,
  usualInvoke,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "invokeId", type: { kind: "INTEGER", min: -32768, max: 32767 } },
      { name: "linkedId", type: { kind: "INTEGER", min: -32768, max: 32767 }, presence: "OPTIONAL" },
      { name: "opcode", type: Code.type },
      { name: "argument", type: { kind: "open" }, presence: "OPTIONAL" },
    ],
  },
);

export interface ReturnResultResult {
  readonly opcode: Code;
  readonly result: Uint8Array;
}

export function readReturnResultResult(r: Reader, tag = 0x30): ReturnResultResult | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const opcode = readCode(r);
  if (opcode === undefined) return r.under("opcode");
  const result = r.open();
  if (result === undefined) return r.under("result");
  const v: Mutable<ReturnResultResult> = {
    opcode,
    result,
  };
  r.leave(outer);
  return v;
}

export function usualReturnResultResult(r: Reader, tag = 0x30): ReturnResultResult | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const opcode = usualCode(r);
  if (opcode === undefined) return undefined;
  const result = usual.open(r);
  if (result === undefined) return undefined;
  const v: Mutable<ReturnResultResult> = { opcode, result };
  return r.at === end ? v : undefined;
}

export function encodeReturnResultResult(w: Writer, end: number, v: ReturnResultResult, tag = 0x30): number {
  let at = end - w.tail;
  at = w.openType(at, v.result);
  at = encodeCode(w, at, v.opcode);
  return w.head(at, tag, end);
}

export const ReturnResultResult: Codec<ReturnResultResult> = codec(
  "ReturnResultResult",
  encodeReturnResultResult,
  readReturnResultResult,
  usualReturnResultResult,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "opcode", type: Code.type },
      { name: "result", type: { kind: "open" } },
    ],
  },
);

export interface ReturnResult {
  readonly invokeId: number;
  readonly result?: ReturnResultResult;
}

export function readReturnResult(r: Reader, tag = 0x30): ReturnResult | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const invokeId = r.integer(0x02, -32768, 32767);
  if (invokeId === undefined) return r.under("invokeId");
  const v: Mutable<ReturnResult> = {
    invokeId,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      case 0x30: {
        if (v.result !== undefined) return r.repeated();
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const result = readReturnResultResult(r);
        if (result === undefined) return r.under("result");
        v.result = result;
        break;
      }
      default:
        break fields;
    }
  }
  r.leave(outer);
  return v;
}

export function usualReturnResult(r: Reader, tag = 0x30): ReturnResult | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const invokeId = usual.integer(r, 0x02, -32768, 32767);
  if (invokeId === undefined) return undefined;
  const v: Mutable<ReturnResult> = { invokeId };
  if (r.at < end && r.octets[r.at] === 0x30) {
    const result = usualReturnResultResult(r);
    if (result === undefined) return undefined;
    v.result = result;
  }
  return r.at === end ? v : undefined;
}

export function encodeReturnResult(w: Writer, end: number, v: ReturnResult, tag = 0x30): number {
  let at = end - w.tail;
  if (v.result !== undefined) at = encodeReturnResultResult(w, at, v.result);
  at = w.integer(at, 0x02, v.invokeId, -32768, 32767);
  return w.head(at, tag, end);
}

export const ReturnResult: Codec<ReturnResult> = codec(
  "ReturnResult",
  encodeReturnResult,
  readReturnResult,
  usualReturnResult,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "invokeId", type: { kind: "INTEGER", min: -32768, max: 32767 } },
      { name: "result", type: ReturnResultResult.type, presence: "OPTIONAL" },
    ],
  },
);

export interface ReturnError {
  readonly invokeId: number;
  readonly errcode: Code;
  readonly parameter?: Uint8Array;
}

export function readReturnError(r: Reader, tag = 0x30): ReturnError | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const invokeId = r.integer(0x02, -32768, 32767);
  if (invokeId === undefined) return r.under("invokeId");
  const errcode = readCode(r);
  if (errcode === undefined) return r.under("errcode");
  const v: Mutable<ReturnError> = {
    invokeId,
    errcode,
  };
  let _last = 0;
  fields: while (r.at < r.end) {
    switch (r.tag()) {
      default: {
        if (v.parameter !== undefined) break fields;
        if (_last > 0 && !r.allows("optionalsInAnyOrder")) return undefined;
        _last = 0;
        const parameter = r.open();
        if (parameter === undefined) return r.under("parameter");
        v.parameter = parameter;
        break;
      }
    }
  }
  r.leave(outer);
  return v;
}

export function usualReturnError(r: Reader, tag = 0x30): ReturnError | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const invokeId = usual.integer(r, 0x02, -32768, 32767);
  if (invokeId === undefined) return undefined;
  const errcode = usualCode(r);
  if (errcode === undefined) return undefined;
  const v: Mutable<ReturnError> = { invokeId, errcode };
  if (r.at < end) {
    const parameter = usual.open(r);
    if (parameter === undefined) return undefined;
    v.parameter = parameter;
  }
  return r.at === end ? v : undefined;
}

export function encodeReturnError(w: Writer, end: number, v: ReturnError, tag = 0x30): number {
  let at = end - w.tail;
  if (v.parameter !== undefined) at = w.openType(at, v.parameter);
  at = encodeCode(w, at, v.errcode);
  at = w.integer(at, 0x02, v.invokeId, -32768, 32767);
  return w.head(at, tag, end);
}

export const ReturnError: Codec<ReturnError> = codec(
  "ReturnError",
  encodeReturnError,
  readReturnError,
  usualReturnError,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "invokeId", type: { kind: "INTEGER", min: -32768, max: 32767 } },
      { name: "errcode", type: Code.type },
      { name: "parameter", type: { kind: "open" }, presence: "OPTIONAL" },
    ],
  },
);

export type RejectInvokeId =
  | { readonly present: number }
  | { readonly absent: null };

export function readRejectInvokeId(r: Reader): RejectInvokeId | undefined {
  switch (r.tag()) {
    case 0x02: {
      const v = r.integer(0x02, -32768, 32767);
      if (v === undefined) return r.under("present");
      return { present: v };
    }
    case 0x05: {
      const v = r.null(0x05);
      if (v === undefined) return r.under("absent");
      return { absent: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualRejectInvokeId(r: Reader): RejectInvokeId | undefined {
  switch (r.octets[r.at]) {
    case 0x02: {
      const v = usual.integer(r, 0x02, -32768, 32767);
      return v === undefined ? undefined : { present: v };
    }
    case 0x05: {
      const v = usual.null(r, 0x05);
      return v === undefined ? undefined : { absent: v };
    }
    default:
      return undefined;
  }
}

export function encodeRejectInvokeId(w: Writer, at: number, v: RejectInvokeId): number {
  const c: Alternatives<RejectInvokeId> = v;
  if (c.present !== undefined) return w.integer(at, 0x02, c.present, -32768, 32767);
  if (c.absent !== undefined) return w.null(at, 0x05);
  throw noAlternative("RejectInvokeId");
}

export const RejectInvokeId: Codec<RejectInvokeId> = codec(
  "RejectInvokeId",
  encodeRejectInvokeId,
  readRejectInvokeId,
  usualRejectInvokeId,
  {
    kind: "CHOICE",
    elements: [
      { name: "present", type: { kind: "INTEGER", min: -32768, max: 32767 } },
      { name: "absent", type: { kind: "NULL" } },
    ],
  },
);

export type GeneralProblem =
  | "unrecognizedComponent"
  | "mistypedComponent"
  | "badlyStructuredComponent"
  | number;

const generalProblemNumbers = {
  "unrecognizedComponent": 0,
  "mistypedComponent": 1,
  "badlyStructuredComponent": 2,
} as const;
const generalProblemNames = namesOf(generalProblemNumbers);

function generalProblemNumber(v: GeneralProblem): number {
  switch (v) {
    case "unrecognizedComponent":
      return 0;
    case "mistypedComponent":
      return 1;
    case "badlyStructuredComponent":
      return 2;
    default:
      return v;
  }
}

export function readGeneralProblem(r: Reader, tag = 0x02): GeneralProblem | undefined {
  return r.named(tag, generalProblemNames);
}

export function usualGeneralProblem(r: Reader, tag = 0x02): GeneralProblem | undefined {
  return usual.named(r, tag, generalProblemNames);
}

export function encodeGeneralProblem(w: Writer, at: number, v: GeneralProblem, tag = 0x02): number {
  const n = generalProblemNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const GeneralProblem: Codec<GeneralProblem> = codec(
  "GeneralProblem",
  encodeGeneralProblem,
  readGeneralProblem,
  usualGeneralProblem,
  { kind: "named", names: generalProblemNumbers, open: true },
);

export type InvokeProblem =
  | "duplicateInvocation"
  | "unrecognizedOperation"
  | "mistypedArgument"
  | "resourceLimitation"
  | "releaseInProgress"
  | "unrecognizedLinkedId"
  | "linkedResponseUnexpected"
  | "unexpectedLinkedOperation"
  | number;

const invokeProblemNumbers = {
  "duplicateInvocation": 0,
  "unrecognizedOperation": 1,
  "mistypedArgument": 2,
  "resourceLimitation": 3,
  "releaseInProgress": 4,
  "unrecognizedLinkedId": 5,
  "linkedResponseUnexpected": 6,
  "unexpectedLinkedOperation": 7,
} as const;
const invokeProblemNames = namesOf(invokeProblemNumbers);

function invokeProblemNumber(v: InvokeProblem): number {
  switch (v) {
    case "duplicateInvocation":
      return 0;
    case "unrecognizedOperation":
      return 1;
    case "mistypedArgument":
      return 2;
    case "resourceLimitation":
      return 3;
    case "releaseInProgress":
      return 4;
    case "unrecognizedLinkedId":
      return 5;
    case "linkedResponseUnexpected":
      return 6;
    case "unexpectedLinkedOperation":
      return 7;
    default:
      return v;
  }
}

export function readInvokeProblem(r: Reader, tag = 0x02): InvokeProblem | undefined {
  return r.named(tag, invokeProblemNames);
}

export function usualInvokeProblem(r: Reader, tag = 0x02): InvokeProblem | undefined {
  return usual.named(r, tag, invokeProblemNames);
}

export function encodeInvokeProblem(w: Writer, at: number, v: InvokeProblem, tag = 0x02): number {
  const n = invokeProblemNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const InvokeProblem: Codec<InvokeProblem> = codec(
  "InvokeProblem",
  encodeInvokeProblem,
  readInvokeProblem,
  usualInvokeProblem,
  { kind: "named", names: invokeProblemNumbers, open: true },
);

export type ReturnResultProblem =
  | "unrecognizedInvocation"
  | "resultResponseUnexpected"
  | "mistypedResult"
  | number;

const returnResultProblemNumbers = {
  "unrecognizedInvocation": 0,
  "resultResponseUnexpected": 1,
  "mistypedResult": 2,
} as const;
const returnResultProblemNames = namesOf(returnResultProblemNumbers);

function returnResultProblemNumber(v: ReturnResultProblem): number {
  switch (v) {
    case "unrecognizedInvocation":
      return 0;
    case "resultResponseUnexpected":
      return 1;
    case "mistypedResult":
      return 2;
    default:
      return v;
  }
}

export function readReturnResultProblem(r: Reader, tag = 0x02): ReturnResultProblem | undefined {
  return r.named(tag, returnResultProblemNames);
}

export function usualReturnResultProblem(r: Reader, tag = 0x02): ReturnResultProblem | undefined {
  return usual.named(r, tag, returnResultProblemNames);
}

export function encodeReturnResultProblem(w: Writer, at: number, v: ReturnResultProblem, tag = 0x02): number {
  const n = returnResultProblemNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const ReturnResultProblem: Codec<ReturnResultProblem> = codec(
  "ReturnResultProblem",
  encodeReturnResultProblem,
  readReturnResultProblem,
  usualReturnResultProblem,
  { kind: "named", names: returnResultProblemNumbers, open: true },
);

export type ReturnErrorProblem =
  | "unrecognizedInvocation"
  | "errorResponseUnexpected"
  | "unrecognizedError"
  | "unexpectedError"
  | "mistypedParameter"
  | number;

const returnErrorProblemNumbers = {
  "unrecognizedInvocation": 0,
  "errorResponseUnexpected": 1,
  "unrecognizedError": 2,
  "unexpectedError": 3,
  "mistypedParameter": 4,
} as const;
const returnErrorProblemNames = namesOf(returnErrorProblemNumbers);

function returnErrorProblemNumber(v: ReturnErrorProblem): number {
  switch (v) {
    case "unrecognizedInvocation":
      return 0;
    case "errorResponseUnexpected":
      return 1;
    case "unrecognizedError":
      return 2;
    case "unexpectedError":
      return 3;
    case "mistypedParameter":
      return 4;
    default:
      return v;
  }
}

export function readReturnErrorProblem(r: Reader, tag = 0x02): ReturnErrorProblem | undefined {
  return r.named(tag, returnErrorProblemNames);
}

export function usualReturnErrorProblem(r: Reader, tag = 0x02): ReturnErrorProblem | undefined {
  return usual.named(r, tag, returnErrorProblemNames);
}

export function encodeReturnErrorProblem(w: Writer, at: number, v: ReturnErrorProblem, tag = 0x02): number {
  const n = returnErrorProblemNumber(v);
  if ((n << 24) >> 24 !== n || tag > 0xff) return w.integer(at, tag, n);
  return w.oneOctet(at, tag, n);
}

export const ReturnErrorProblem: Codec<ReturnErrorProblem> = codec(
  "ReturnErrorProblem",
  encodeReturnErrorProblem,
  readReturnErrorProblem,
  usualReturnErrorProblem,
  { kind: "named", names: returnErrorProblemNumbers, open: true },
);

export type RejectProblem =
  | { readonly general: GeneralProblem }
  | { readonly invoke: InvokeProblem }
  | { readonly returnResult: ReturnResultProblem }
  | { readonly returnError: ReturnErrorProblem };

export function readRejectProblem(r: Reader): RejectProblem | undefined {
  switch (r.tag()) {
    case 0x80: {
      const v = readGeneralProblem(r, 0x80);
      if (v === undefined) return r.under("general");
      return { general: v };
    }
    case 0x81: {
      const v = readInvokeProblem(r, 0x81);
      if (v === undefined) return r.under("invoke");
      return { invoke: v };
    }
    case 0x82: {
      const v = readReturnResultProblem(r, 0x82);
      if (v === undefined) return r.under("returnResult");
      return { returnResult: v };
    }
    case 0x83: {
      const v = readReturnErrorProblem(r, 0x83);
      if (v === undefined) return r.under("returnError");
      return { returnError: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualRejectProblem(r: Reader): RejectProblem | undefined {
  switch (r.octets[r.at]) {
    case 0x80: {
      const v = usualGeneralProblem(r, 0x80);
      return v === undefined ? undefined : { general: v };
    }
    case 0x81: {
      const v = usualInvokeProblem(r, 0x81);
      return v === undefined ? undefined : { invoke: v };
    }
    case 0x82: {
      const v = usualReturnResultProblem(r, 0x82);
      return v === undefined ? undefined : { returnResult: v };
    }
    case 0x83: {
      const v = usualReturnErrorProblem(r, 0x83);
      return v === undefined ? undefined : { returnError: v };
    }
    default:
      return undefined;
  }
}

export function encodeRejectProblem(w: Writer, at: number, v: RejectProblem): number {
  const c: Alternatives<RejectProblem> = v;
  if (c.general !== undefined) return encodeGeneralProblem(w, at, c.general, 0x80);
  if (c.invoke !== undefined) return encodeInvokeProblem(w, at, c.invoke, 0x81);
  if (c.returnResult !== undefined) return encodeReturnResultProblem(w, at, c.returnResult, 0x82);
  if (c.returnError !== undefined) return encodeReturnErrorProblem(w, at, c.returnError, 0x83);
  throw noAlternative("RejectProblem");
}

export const RejectProblem: Codec<RejectProblem> = codec(
  "RejectProblem",
  encodeRejectProblem,
  readRejectProblem,
  usualRejectProblem,
  {
    kind: "CHOICE",
    elements: [
      { name: "general", type: GeneralProblem.type },
      { name: "invoke", type: InvokeProblem.type },
      { name: "returnResult", type: ReturnResultProblem.type },
      { name: "returnError", type: ReturnErrorProblem.type },
    ],
  },
);

export interface Reject {
  readonly invokeId: RejectInvokeId;
  readonly problem: RejectProblem;
}

export function readReject(r: Reader, tag = 0x30): Reject | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const invokeId = readRejectInvokeId(r);
  if (invokeId === undefined) return r.under("invokeId");
  const problem = readRejectProblem(r);
  if (problem === undefined) return r.under("problem");
  const v: Mutable<Reject> = {
    invokeId,
    problem,
  };
  r.leave(outer);
  return v;
}

export function usualReject(r: Reader, tag = 0x30): Reject | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const invokeId = usualRejectInvokeId(r);
  if (invokeId === undefined) return undefined;
  const problem = usualRejectProblem(r);
  if (problem === undefined) return undefined;
  const v: Mutable<Reject> = { invokeId, problem };
  return r.at === end ? v : undefined;
}

export function encodeReject(w: Writer, end: number, v: Reject, tag = 0x30): number {
  let at = end - w.tail;
  at = encodeRejectProblem(w, at, v.problem);
  at = encodeRejectInvokeId(w, at, v.invokeId);
  return w.head(at, tag, end);
}

export const Reject: Codec<Reject> = codec(
  "Reject",
  encodeReject,
  readReject,
  usualReject,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "invokeId", type: RejectInvokeId.type },
      { name: "problem", type: RejectProblem.type },
    ],
  },
);

export type Component =
  | { readonly invoke: Invoke }
  | { readonly returnResult: ReturnResult }
  | { readonly returnError: ReturnError }
  | { readonly reject: Reject };

export function readComponent(r: Reader): Component | undefined {
  switch (r.tag()) {
    case 0xa1: {
      const v = readInvoke(r, 0xa1);
      if (v === undefined) return r.under("invoke");
      return { invoke: v };
    }
    case 0xa2: {
      const v = readReturnResult(r, 0xa2);
      if (v === undefined) return r.under("returnResult");
      return { returnResult: v };
    }
    case 0xa3: {
      const v = readReturnError(r, 0xa3);
      if (v === undefined) return r.under("returnError");
      return { returnError: v };
    }
    case 0xa4: {
      const v = readReject(r, 0xa4);
      if (v === undefined) return r.under("reject");
      return { reject: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualComponent(r: Reader): Component | undefined {
  switch (r.octets[r.at]) {
    case 0xa1: {
      const v = usualInvoke(r, 0xa1);
      return v === undefined ? undefined : { invoke: v };
    }
    case 0xa2: {
      const v = usualReturnResult(r, 0xa2);
      return v === undefined ? undefined : { returnResult: v };
    }
    case 0xa3: {
      const v = usualReturnError(r, 0xa3);
      return v === undefined ? undefined : { returnError: v };
    }
    case 0xa4: {
      const v = usualReject(r, 0xa4);
      return v === undefined ? undefined : { reject: v };
    }
    default:
      return undefined;
  }
}

export function encodeComponent(w: Writer, at: number, v: Component): number {
  const c: Alternatives<Component> = v;
  if (c.invoke !== undefined) return encodeInvoke(w, at, c.invoke, 0xa1);
  if (c.returnResult !== undefined) return encodeReturnResult(w, at, c.returnResult, 0xa2);
  if (c.returnError !== undefined) return encodeReturnError(w, at, c.returnError, 0xa3);
  if (c.reject !== undefined) return encodeReject(w, at, c.reject, 0xa4);
  throw noAlternative("Component");
}

export const Component: Codec<Component> = codec(
  "Component",
  encodeComponent,
  readComponent,
  usualComponent,
  {
    kind: "CHOICE",
    elements: [
      { name: "invoke", type: Invoke.type },
      { name: "returnResult", type: ReturnResult.type },
      { name: "returnError", type: ReturnError.type },
      { name: "reject", type: Reject.type },
    ],
  },
);
