import type { Mutable } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import { usualInvokeId } from "../generated/facility-information-element-components.ts";
import type { Code } from "./operations.ts";
import type { Component, Invoke, Reject, ReturnError, ReturnResult } from "./component.ts";
import type { Context } from "./operations.ts";
import { errorAt, operationAt } from "./operations.ts";
import { firstProblemTag, problemRows } from "./reject-problems.ts";
import { codeTags, componentTags, nullTag, sequenceTag } from "./tags.ts";

/**
 * Reads the component that stands next where all of it has the usual form (`codecs/ber/usual.ts`), its operation or
 * error is in our tables, and it carries the value that is due: a component without problems. Else undefined:
 * `readComponent` reads it again.
 */
export function usualComponent(reader: Reader, context: Context): Component | undefined {
  switch (reader.octets[reader.at]) {
    case componentTags.invoke:
      return usualInvoke(reader, context);
    case componentTags.returnResult:
      return usualReturnResult(reader, context);
    case componentTags.returnError:
      return usualReturnError(reader, context);
    case componentTags.reject:
      return usualReject(reader);
    default:
      return undefined;
  }
}

function usualInvoke(reader: Reader, context: Context): Invoke | undefined {
  const end = usual.contents(reader, componentTags.invoke);
  if (end === 0) return undefined;
  const invokeId = usualInvokeId(reader);
  const code = usualCode(reader);
  if (invokeId === undefined || code === undefined) return undefined;
  const meaning = operationAt(code, context);
  if (meaning === undefined) return undefined;
  const { name: operation, row } = meaning;
  const argument = row.argument?.usual(reader);
  if (reader.at !== end || (argument === undefined && row.argument !== null)) return undefined;
  const component: Mutable<Invoke> =
    argument === undefined
      ? { component: "invoke", invokeId, operation, code }
      : { component: "invoke", invokeId, operation, code, argument };
  if (context === "dss1") component.protocol = context;
  return component;
}

function usualReturnResult(reader: Reader, context: Context): ReturnResult | undefined {
  const end = usual.contents(reader, componentTags.returnResult);
  if (end === 0) return undefined;
  const invokeId = usualInvokeId(reader);
  if (invokeId === undefined) return undefined;
  if (reader.at === end) return { component: "returnResult", invokeId };
  if (usual.contents(reader, sequenceTag) !== end) return undefined;
  const code = usualCode(reader);
  if (code === undefined) return undefined;
  const meaning = operationAt(code, context);
  const codec = meaning?.row.result;
  if (!codec) return undefined;
  const result = codec.usual(reader);
  if (result === undefined || reader.at !== end) return undefined;
  const { name: operation } = meaning;
  if (context !== "dss1") return { component: "returnResult", invokeId, operation, code, result };
  return { component: "returnResult", invokeId, operation, code, protocol: context, result };
}

function usualReturnError(reader: Reader, context: Context): ReturnError | undefined {
  const end = usual.contents(reader, componentTags.returnError);
  if (end === 0) return undefined;
  const invokeId = usualInvokeId(reader);
  // By a local value: an OBJECT IDENTIFIER may be a leniency.
  const code = usual.integer(reader, codeTags.local);
  if (invokeId === undefined || code === undefined) return undefined;
  const meaning = errorAt(code, context);
  const codec = meaning?.row.parameter;
  if (meaning === undefined || codec === undefined) return undefined;
  const component: Mutable<ReturnError> = { component: "returnError", invokeId, error: meaning.name, code };
  if (context === "dss1") component.protocol = context;
  if (codec !== null) {
    const parameter = codec.usual(reader);
    if (parameter === undefined) return undefined;
    component.parameter = parameter;
  }
  return reader.at === end ? component : undefined;
}

function usualReject(reader: Reader): Reject | undefined {
  const end = usual.contents(reader, componentTags.reject);
  if (end === 0) return undefined;
  const invokeId = reader.octets[reader.at] === nullTag ? usual.null(reader, nullTag) : usualInvokeId(reader);
  const tag = reader.octets[reader.at] as number;
  const row = problemRows[tag - firstProblemTag];
  if (invokeId === undefined || row === undefined) return undefined;
  const problem = row.usual(reader, tag);
  if (problem === undefined || reader.at !== end) return undefined;
  return { component: "reject", invokeId, problemClass: row.problemClass, problem };
}

function usualCode(reader: Reader): Code | undefined {
  if (reader.octets[reader.at] === codeTags.local) return usual.integer(reader, codeTags.local);
  return usual.objectIdentifier(reader, codeTags.global);
}
