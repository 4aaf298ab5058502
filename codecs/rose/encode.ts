import type { Codec } from "../ber/codec.ts";
import type { ErrorRow, OperationRow } from "../ber/operation.ts";
import { Writer } from "../ber/writer.ts";
import type { Dialect } from "../dialect.ts";
import { isoDialect } from "../dialect.ts";
import { encodeInvokeId } from "../generated/facility-information-element-components.ts";
import type { Code } from "./operations.ts";
import type { Component, Invoke, Reject, ReturnError, ReturnResult } from "./component.ts";
import type { ErrorName, OperationName, Protocol } from "./operations.ts";
import { errorAt, errorRow, operationAt, operationRow } from "./operations.ts";
import { firstProblemTag, problemRows } from "./reject-problems.ts";
import { codeTags, componentTags, linkedIdTag, nullTag, sequenceTag } from "./tags.ts";

/** What of a dialect shows in a component. */
export type ComponentDialect = Pick<Dialect, "trueOctet" | "lengthForm" | "opCoding" | "oidPrefix">;

/** Gives the octets of one component. A value outside its type is the caller's mistake: RangeError. */
export function encodeComponent(component: Component, dialect: ComponentDialect = isoDialect): Uint8Array {
  const writer = Writer.shared(dialect);
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
  let at = end - writer.tail;
  at = writeValue(writer, at, operation === null ? null : rowOf(operation, code, protocol).argument, argument);
  at = writeOperationCode(writer, at, component, code, dialect);
  if (linkedId !== undefined) at = encodeInvokeId(writer, at, linkedId, linkedIdTag);
  at = encodeInvokeId(writer, at, invokeId);
  return writer.head(at, componentTags.invoke, end);
}

function writeReturnResult(writer: Writer, end: number, component: ReturnResult, dialect: ComponentDialect): number {
  const { invokeId, operation = null, code, protocol, result } = component;
  let at = end - writer.tail;
  if (code !== undefined) {
    const innerEnd = at;
    at = innerEnd - writer.tail;
    at = writeValue(writer, at, operation === null ? null : rowOf(operation, code, protocol).result, result);
    at = writeOperationCode(writer, at, component, code, dialect);
    at = writer.head(at, sequenceTag, innerEnd);
  }
  at = encodeInvokeId(writer, at, invokeId);
  return writer.head(at, componentTags.returnResult, end);
}

function writeReturnError(writer: Writer, end: number, component: ReturnError): number {
  const { invokeId, error, code, protocol, parameter } = component;
  let at = end - writer.tail;
  const row = error === null || parameter === undefined ? undefined : errorRowOf(error, code, protocol);
  at = writeValue(writer, at, row?.parameter, parameter);
  at = writeCode(writer, at, code);
  at = encodeInvokeId(writer, at, invokeId);
  return writer.head(at, componentTags.returnError, end);
}

function writeReject(writer: Writer, end: number, { invokeId, problemClass, problem }: Reject): number {
  const index = problemRows.findIndex((row) => row.problemClass === problemClass);
  const row = problemRows[index];
  if (row === undefined) throw new RangeError(`reject: no class of problems ${problemClass}`);
  let at = row.write(writer, end - writer.tail, problem as never, firstProblemTag + index);
  at = invokeId === null ? writer.null(at, nullTag) : encodeInvokeId(writer, at, invokeId);
  return writer.head(at, componentTags.reject, end);
}

/** The row that the name says; its code finds it faster. */
function rowOf(operation: OperationName, code: Code, protocol: Protocol = "qsig"): OperationRow {
  const meaning = operationAt(code, protocol);
  return meaning?.name === operation ? meaning.row : operationRow(operation, protocol);
}

function errorRowOf(error: ErrorName, code: Code, protocol: Protocol = "qsig"): ErrorRow {
  const meaning = errorAt(code, protocol);
  return meaning?.name === error ? meaning.row : errorRow(error, protocol);
}

/** A local code of QSIG's operations goes in the form the peer wants; a global one is already what it should be. */
function writeOperationCode(
  writer: Writer,
  end: number,
  { operation, protocol }: Invoke | ReturnResult,
  code: Code,
  dialect: ComponentDialect,
): number {
  const isLocal =
    dialect.opCoding === "local" || typeof code === "string" || operation == null || protocol !== undefined;
  return writeCode(writer, end, isLocal ? code : `${dialect.oidPrefix}.${code}`);
}

function writeCode(writer: Writer, end: number, code: Code): number {
  if (typeof code === "number") return writer.integer(end, codeTags.local, code);
  return writer.objectIdentifier(end, codeTags.global, code);
}

/** By its type; raw octets as they are. */
function writeValue(writer: Writer, end: number, codec: Codec<unknown> | null | undefined, value: unknown): number {
  if (value === undefined) return end;
  if (value instanceof Uint8Array) return writer.openType(end, value);
  if (codec) return codec.encode(writer, end, value);
  throw new RangeError("a value that has no type must be given as its octets");
}
