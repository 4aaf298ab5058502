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

/** Writes one component. A value outside its type is the caller's mistake: RangeError. */
export function encodeComponent(component: Component, dialect: ComponentDialect = isoDialect): Uint8Array {
  if (component.component === "unknown") return component.octets;
  const writer = new Writer({ trueOctet: dialect.trueOctet, lengthForm: dialect.lengthForm });
  switch (component.component) {
    case "invoke":
      writeInvoke(writer, component, dialect);
      break;
    case "returnResult":
      writeReturnResult(writer, component, dialect);
      break;
    case "returnError":
      writeReturnError(writer, component);
      break;
    case "reject":
      writeReject(writer, component);
      break;
  }
  return writer.take();
}

function writeInvoke(writer: Writer, component: Invoke, dialect: ComponentDialect): void {
  const { invokeId, linkedId, operation, code, protocol, argument } = component;
  const start = writer.open(componentTags.invoke);
  encodeInvokeId(writer, invokeId);
  if (linkedId !== undefined) encodeInvokeId(writer, linkedId, linkedIdTag);
  writeCode(writer, operation === null || protocol !== undefined ? code : coded(code, dialect));
  writeValue(writer, operation === null ? null : operationRow(operation, protocol).argument, argument);
  writer.close(start);
}

function writeReturnResult(writer: Writer, component: ReturnResult, dialect: ComponentDialect): void {
  const { invokeId, operation = null, code, protocol, result } = component;
  const start = writer.open(componentTags.returnResult);
  encodeInvokeId(writer, invokeId);
  if (code !== undefined) {
    const inner = writer.open(sequenceTag);
    writeCode(writer, operation === null || protocol !== undefined ? code : coded(code, dialect));
    writeValue(writer, operation === null ? null : operationRow(operation, protocol).result, result);
    writer.close(inner);
  }
  writer.close(start);
}

function writeReturnError(writer: Writer, { invokeId, error, code, protocol, parameter }: ReturnError): void {
  const start = writer.open(componentTags.returnError);
  encodeInvokeId(writer, invokeId);
  writeCode(writer, code);
  writeValue(writer, error === null ? null : errorRow(error, protocol).parameter, parameter);
  writer.close(start);
}

function writeReject(writer: Writer, { invokeId, problemClass, problem }: Reject): void {
  encodeReject(
    writer,
    {
      invokeId: invokeId === null ? { absent: null } : { present: invokeId },
      problem: { [problemClass]: problem } as unknown as RejectProblem,
    },
    componentTags.reject,
  );
}

/** A local code of our table in the form the peer wants; a global one is already what it should be. */
function coded(code: Code, { opCoding, oidPrefix }: ComponentDialect): Code {
  return typeof code === "number" && opCoding === "global" ? `${oidPrefix}.${code}` : code;
}

function writeCode(writer: Writer, code: Code): void {
  encodeCode(writer, typeof code === "number" ? { local: code } : { global: code });
}

/** By its type; raw octets as they are. */
function writeValue(writer: Writer, codec: Codec<unknown> | null, value: unknown): void {
  if (value === undefined) return;
  if (value instanceof Uint8Array) writer.openType(value);
  else if (codec !== null) codec.encode(writer, value);
  else throw new RangeError("a value that has no type must be given as its octets");
}
