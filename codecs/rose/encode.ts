import type { Codec } from "../ber/codec.ts";
import { Writer } from "../ber/writer.ts";
import type { Dialect } from "../dialect.ts";
import { isoDialect } from "../dialect.ts";
import type { RejectProblem } from "../generated/facility-information-element-components.ts";
import { encodeInvokeId, encodeReject } from "../generated/facility-information-element-components.ts";
import { encodeCode } from "../generated/remote-operations-information-objects.ts";
import type { Code, Component, Invoke, Reject, ReturnError, ReturnResult } from "./component.ts";
import { componentTags } from "./decode.ts";
import { errorRow, operationRow } from "./operations.ts";

/** What of a dialect shows in a component. */
export type ComponentDialect = Pick<Dialect, "trueOctet" | "lengthForm" | "opCoding" | "oidPrefix">;

const linkedIdTag = 0x80;
const sequenceTag = 0x30;

/** Gives the octets of one component. A value outside its type is the caller's mistake: RangeError. */
export function encodeComponent(component: Component, dialect: ComponentDialect = isoDialect): Uint8Array {
  const writer = new Writer(dialect);
  let octets: Uint8Array | undefined;
  while (octets === undefined) octets = writer.take(writeComponent(writer, writer.end, component, dialect));
  return octets;
}

/** Writes one component in front of `end` and returns where it begins; the writer has the options of the dialect. */
export function writeComponent(writer: Writer, end: number, component: Component, dialect: ComponentDialect): number {
  switch (component.component) {
    case "invoke":
      return writeInvoke(writer, end, component, dialect);
    case "returnResult":
      return writeReturnResult(writer, end, component, dialect);
    case "returnError":
      return writeReturnError(writer, end, component);
    case "reject":
      return writeReject(writer, end, component);
    case "unknown":
      return writer.openType(end, component.octets);
  }
}

function writeInvoke(writer: Writer, end: number, component: Invoke, dialect: ComponentDialect): number {
  const { invokeId, linkedId, operation, code, protocol, argument } = component;
  let at = writer.tail(end);
  at = writeValue(writer, at, operation === null ? null : operationRow(operation, protocol).argument, argument);
  at = writeCode(writer, at, operation === null || protocol !== undefined ? code : coded(code, dialect));
  if (linkedId !== undefined) at = encodeInvokeId(writer, at, linkedId, linkedIdTag);
  at = encodeInvokeId(writer, at, invokeId);
  return writer.head(at, componentTags.invoke, end);
}

function writeReturnResult(writer: Writer, end: number, component: ReturnResult, dialect: ComponentDialect): number {
  const { invokeId, operation = null, code, protocol, result } = component;
  let at = writer.tail(end);
  if (code !== undefined) {
    const innerEnd = at;
    at = writer.tail(innerEnd);
    at = writeValue(writer, at, operation === null ? null : operationRow(operation, protocol).result, result);
    at = writeCode(writer, at, operation === null || protocol !== undefined ? code : coded(code, dialect));
    at = writer.head(at, sequenceTag, innerEnd);
  }
  at = encodeInvokeId(writer, at, invokeId);
  return writer.head(at, componentTags.returnResult, end);
}

function writeReturnError(writer: Writer, end: number, component: ReturnError): number {
  const { invokeId, error, code, protocol, parameter } = component;
  let at = writer.tail(end);
  at = writeValue(writer, at, error === null ? null : errorRow(error, protocol).parameter, parameter);
  at = writeCode(writer, at, code);
  at = encodeInvokeId(writer, at, invokeId);
  return writer.head(at, componentTags.returnError, end);
}

function writeReject(writer: Writer, end: number, { invokeId, problemClass, problem }: Reject): number {
  const value = {
    invokeId: invokeId === null ? { absent: null } : { present: invokeId },
    problem: { [problemClass]: problem } as unknown as RejectProblem,
  };
  return encodeReject(writer, end, value, componentTags.reject);
}

/** A local code of our table in the form the peer wants; a global one is already what it should be. */
function coded(code: Code, { opCoding, oidPrefix }: ComponentDialect): Code {
  return typeof code === "number" && opCoding === "global" ? `${oidPrefix}.${code}` : code;
}

function writeCode(writer: Writer, end: number, code: Code): number {
  return encodeCode(writer, end, typeof code === "number" ? { local: code } : { global: code });
}

/** By its type; raw octets as they are. */
function writeValue(writer: Writer, end: number, codec: Codec<unknown> | null, value: unknown): number {
  if (value === undefined) return end;
  if (value instanceof Uint8Array) return writer.openType(end, value);
  if (codec !== null) return codec.encode(writer, end, value);
  throw new RangeError("a value that has no type must be given as its octets");
}
