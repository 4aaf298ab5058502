import type { Codec, Mutable } from "../ber/codec.ts";
import { Reader } from "../ber/reader.ts";
import { DecodeError } from "../error.ts";
import { readInvokeId } from "../generated/facility-information-element-components.ts";
import type { Code } from "./operations.ts";
import type { Component, Invoke, Reject, ReturnError, ReturnResult, UnknownComponent } from "./component.ts";
import type { Leniency, Strictness } from "../leniencies.ts";
import { copyOf } from "../slab.ts";
import type { Context } from "./operations.ts";
import { firstProblemTag, problemRows } from "./reject-problems.ts";
import { codeTags, componentTags, linkedIdTag, nullTag, sequenceTag } from "./tags.ts";
import { usualComponent } from "./usual.ts";
import { argumentsWhenAbsent, errorAt, globalPrefix, operationAt } from "./operations.ts";

export { componentTags } from "./tags.ts";

/** Tags of the components that begin with an invoke id; a reject may have none. */
const identified: readonly number[] = [componentTags.invoke, componentTags.returnResult, componentTags.returnError];

/**
 * Reads octets that hold exactly one component. Never fails: what cannot be read as one of the four is kept whole as
 * `unknown`; an argument, result or parameter that fails its type stays as raw octets beside `problems`.
 */
export function decodeComponent(octets: Uint8Array, context: Context = "qsig", strictness?: Strictness): Component {
  const reader = new Reader(octets, 0, octets.length, strictness);
  const component = readComponent(reader, context);
  if (component !== undefined && reader.error === undefined && reader.at === octets.length) return component;
  if (reader.error !== undefined) return unknown(octets, invokeIdOf(octets, strictness), reader.failure("Component"));
  if (component !== undefined) {
    return unknown(octets, invokeIdOf(octets, strictness), new DecodeError("trailingOctets", reader.at));
  }
  return unknown(octets, null, new DecodeError(octets.length === 0 ? "truncated" : "unknownComponent", 0));
}

/**
 * Reads the component that stands next, offsets as the reader counts them. undefined where it is none of the four, or
 * its structure fails: then the reader has an error. A component has not been read where the reader has one.
 */
export function readComponent(reader: Reader, context: Context): Component | undefined {
  const { at } = reader;
  const component = usualComponent(reader, context);
  if (component !== undefined) return component;
  reader.at = at;
  switch (reader.tag()) {
    case componentTags.invoke:
      return decodeInvoke(reader, context);
    case componentTags.returnResult:
      return decodeReturnResult(reader, context);
    case componentTags.returnError:
      return decodeReturnError(reader, context);
    case componentTags.reject:
      return decodeReject(reader);
    default:
      return undefined;
  }
}

/** The invoke id of a component that cannot be read otherwise. */
function invokeIdOf(octets: Uint8Array, strictness: Strictness | undefined): number | null {
  const reader = new Reader(octets, 0, octets.length, strictness);
  const tag = reader.tag();
  if (!identified.includes(tag) || reader.enter(tag) < 0) return null;
  return readInvokeId(reader) ?? null;
}

export function unknown(octets: Uint8Array, invokeId: number | null, problem: DecodeError): UnknownComponent {
  return { component: "unknown", invokeId, octets, problems: [problem] };
}

function decodeInvoke(reader: Reader, context: Context): Invoke | undefined {
  const outer = reader.enter(componentTags.invoke);
  if (outer < 0) return undefined;
  const invokeId = readInvokeId(reader);
  if (invokeId === undefined) return reader.under("invokeId");
  const linked = reader.tag() === linkedIdTag;
  const linkedId = linked ? readInvokeId(reader, linkedIdTag) : undefined;
  if (linked && linkedId === undefined) return reader.under("linkedId");
  const code = decodeCode(reader);
  if (code === undefined) return undefined;
  const meaning = operationAt(code, context);
  const operation = meaning === undefined ? null : meaning.name;
  const read = decodeArgument(reader, meaning?.row.argument);
  if (read === undefined) return undefined;
  const { value: argument, problems } = read;
  const component: Mutable<Invoke> =
    argument === undefined
      ? { component: "invoke", invokeId, operation, code }
      : { component: "invoke", invokeId, operation, code, argument };
  if (meaning !== undefined && context === "dss1") component.protocol = context;
  if (linkedId !== undefined) component.linkedId = linkedId;
  if (problems !== undefined) component.problems = problems;
  reader.leave(outer);
  return component;
}

/** Absence of an argument that is due is a fault even where it can be mended. */
function decodeArgument(reader: Reader, codec: Due): Read | undefined {
  if (!codec || reader.at < reader.end) return decodeValue(reader, codec);
  const refused = refusedHere(reader, "argumentAbsent", codec.name);
  if (refused !== undefined) return { problems: [refused] };
  return {
    value: argumentsWhenAbsent.get(codec),
    problems: [new DecodeError("argumentAbsent", reader.at, codec.name)],
  };
}

function decodeReturnResult(reader: Reader, context: Context): ReturnResult | undefined {
  const outer = reader.enter(componentTags.returnResult);
  if (outer < 0) return undefined;
  const invokeId = readInvokeId(reader);
  if (invokeId === undefined) return reader.under("invokeId");
  if (reader.at === reader.end) {
    reader.leave(outer);
    return { component: "returnResult", invokeId };
  }
  const inner = reader.enter(sequenceTag);
  if (inner < 0) return reader.under("result");
  const code = decodeCode(reader);
  if (code === undefined) return undefined;
  const meaning = operationAt(code, context);
  const operation = meaning === undefined ? null : meaning.name;
  const read = decodeResult(reader, meaning?.row.result);
  if (read === undefined) return undefined;
  const { value: result, problems } = read;
  const component: Mutable<ReturnResult> = { component: "returnResult", invokeId, operation, code };
  if (meaning !== undefined && context === "dss1") component.protocol = context;
  if (result !== undefined) component.result = result;
  if (problems !== undefined) component.problems = problems;
  reader.leave(inner);
  reader.leave(outer);
  return component;
}

/** Inside its SEQUENCE the result is never absent. */
function decodeResult(reader: Reader, codec: Due): Read | undefined {
  if (!codec || reader.at < reader.end) return decodeValue(reader, codec);
  return { problems: [new DecodeError("missingField", reader.at, codec.name)] };
}

function decodeReturnError(reader: Reader, context: Context): ReturnError | undefined {
  const outer = reader.enter(componentTags.returnError);
  if (outer < 0) return undefined;
  const invokeId = readInvokeId(reader);
  if (invokeId === undefined) return reader.under("invokeId");
  const codeAt = reader.at;
  const code = decodeCode(reader);
  if (code === undefined) return undefined;
  if (typeof code === "string" && context === "qsig" && code.startsWith(`${globalPrefix}.`)) {
    if (!reader.allows("errorByObjectIdentifier", codeAt)) return undefined;
  }
  const meaning = errorAt(code, context);
  const error = meaning === undefined ? null : meaning.name;
  const component: Mutable<ReturnError> = { component: "returnError", invokeId, error, code };
  if (meaning !== undefined && context === "dss1") component.protocol = context;
  const parameter = decodeParameter(reader, meaning?.row.parameter);
  if (parameter === undefined) return undefined;
  if (parameter.value !== undefined) component.parameter = parameter.value;
  if (parameter.problems !== undefined) component.problems = parameter.problems;
  reader.leave(outer);
  return component;
}

function decodeParameter(reader: Reader, codec: Due): Read | undefined {
  if (!codec || reader.at < reader.end) return decodeValue(reader, codec);
  const refused = refusedHere(reader, "errorParameterAbsent", codec.name);
  return refused === undefined ? {} : { problems: [refused] };
}

/** The Reject of X.880 without the objects that its two CHOICEs would be. */
function decodeReject(reader: Reader): Reject | undefined {
  const outer = reader.enter(componentTags.reject);
  if (outer < 0) return undefined;
  const invokeId = reader.tag() === nullTag ? reader.null(nullTag) : readInvokeId(reader);
  if (invokeId === undefined) return reader.under("invokeId");
  const tag = reader.tag();
  const row = problemRows[tag - firstProblemTag];
  const problem = row === undefined ? reader.unexpected() : row.read(reader, tag);
  if (row === undefined || problem === undefined) return reader.under("problem");
  reader.leave(outer);
  return { component: "reject", invokeId, problemClass: row.problemClass, problem };
}

/** The Code of X.880 without the object that its CHOICE would be. */
function decodeCode(reader: Reader): Code | undefined {
  switch (reader.tag()) {
    case codeTags.local: {
      const local = reader.integer(codeTags.local);
      return local === undefined ? reader.under("code.local") : local;
    }
    case codeTags.global: {
      const global = reader.objectIdentifier(codeTags.global);
      return global === undefined ? reader.under("code.global") : global;
    }
    default:
      reader.unexpected();
      return reader.under("code");
  }
}

interface Read {
  readonly value?: unknown;
  readonly problems?: readonly DecodeError[];
}

/** The type that is due; null: no value is due; undefined: nobody knows, the operation or error is in no table. */
type Due = Codec<unknown> | null | undefined;

/** Why a leniency that needs no octets of its own is refused; the component is read on. */
function refusedHere(reader: Reader, leniency: Leniency, type: string): DecodeError | undefined {
  const { strictness, at } = reader;
  if (strictness === undefined || strictness.allows(leniency)) return undefined;
  return new DecodeError("notStrict", at, `${type}.${leniency}`);
}

/** The rest of the open value: by its type, or as raw octets. undefined where it is not even whole values. */
function decodeValue(reader: Reader, codec: Due): Read | undefined {
  const { octets, at, end, depth } = reader;
  if (at === end) return {};
  let problem: DecodeError | undefined;
  if (codec) {
    const value = codec.read(reader);
    const isRead = value !== undefined && reader.error === undefined;
    if (isRead && reader.at === end) return { value };
    problem = isRead ? new DecodeError("trailingOctets", reader.at, codec.name) : reader.failure(codec.name);
    reader.rewind(at, end, depth);
  }
  let values = 0;
  for (; reader.at < end; values += 1) if (reader.open() === undefined) return undefined;
  const leniency = codec === null ? "valueNotDue" : codec === undefined && values > 1 ? "severalValues" : undefined;
  if (leniency !== undefined && !reader.allows(leniency, at)) return undefined;
  const value = copyOf(octets, at, end);
  return problem === undefined ? { value } : { value, problems: [problem] };
}
