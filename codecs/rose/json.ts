import type { Codec } from "../ber/codec.ts";
import { toJson } from "../ber/json.ts";
import { Reader } from "../ber/reader.ts";
import { shapeOf } from "../ber/shape.ts";
import { DecodeError } from "../error.ts";
import { RejectProblem } from "../generated/facility-information-element-components.ts";
import { Code as CodeType } from "../generated/remote-operations-information-objects.ts";
import type { Fields, Json } from "../shape.ts";
import { fromHex, integer, isObject, join, octets, oneOf, optional, plain, record, ShapeError } from "../shape.ts";
import type { Code, Component, Invoke, Reject, ReturnError, ReturnResult } from "./component.ts";
import { unknown } from "./decode.ts";
import { errorOf, errors, operationOf, operations } from "./operations.ts";

/** One component as JSON: a row of `apdus` without its interpretation. Octets are hex, problems stand elsewhere. */
export function componentToJson(component: Component): { [name: string]: Json } {
  const json: { [name: string]: Json } = {};
  for (const [name, member] of Object.entries(component)) {
    if (name !== "problems") json[name] = toJson(member) as Json;
  }
  return json;
}

/** The component that JSON describes, checked whole: what passes can be encoded. */
export function componentFromJson(json: unknown, path: string): Component | ShapeError {
  if (!isObject(json)) return new ShapeError(path, "an object with component, invokeId and what the component has");
  const kind = kinds.fromJson(json["component"], join(path, "component"));
  return kind instanceof ShapeError ? kind : readers[kind](json, path);
}

const kinds = oneOf("invoke", "returnResult", "returnError", "reject", "unknown");

/** ONE table: how each kind is read. */
const readers: Readonly<Record<Component["component"], (json: unknown, path: string) => Component | ShapeError>> = {
  invoke(json, path) {
    const row = invokeRow.fromJson(json, path);
    if (row instanceof ShapeError) return row;
    const named = resolve(row.operation, row.code, operations, operationOf, join(path, "operation"));
    if (named instanceof ShapeError) return named;
    const codec = named.name === null ? null : operations[named.name].argument;
    const argument = typedValue(codec, row.argument, join(path, "argument"));
    if (argument instanceof ShapeError) return argument;
    const linked = row.linkedId === undefined ? {} : { linkedId: row.linkedId };
    const head = {
      component: "invoke",
      invokeId: row.invokeId,
      ...linked,
      operation: named.name,
      code: named.code,
    } as const;
    return { ...head, ...(argument === undefined ? {} : { argument }) } satisfies Invoke;
  },

  returnResult(json, path) {
    const row = returnResultRow.fromJson(json, path);
    if (row instanceof ShapeError) return row;
    const head = { component: "returnResult", invokeId: row.invokeId } as const;
    if (row.operation === undefined && row.code === undefined && row.result === undefined) return head;
    const named = resolve(row.operation, row.code, operations, operationOf, join(path, "operation"));
    if (named instanceof ShapeError) return named;
    const result = typedValue(
      named.name === null ? null : operations[named.name].result,
      row.result,
      join(path, "result"),
    );
    if (result instanceof ShapeError) return result;
    const body = { operation: named.name, code: named.code, ...(result === undefined ? {} : { result }) };
    return { ...head, ...body } satisfies ReturnResult;
  },

  returnError(json, path) {
    const row = returnErrorRow.fromJson(json, path);
    if (row instanceof ShapeError) return row;
    const named = resolve(row.error, row.code, errors, errorOf, join(path, "error"));
    if (named instanceof ShapeError) return named;
    const codec = named.name === null ? null : errors[named.name].parameter;
    // Error 1008 is met without the parameter that its type demands (CC 1.5).
    const parameter =
      row.parameter === undefined ? undefined : typedValue(codec, row.parameter, join(path, "parameter"));
    if (parameter instanceof ShapeError) return parameter;
    const head = { component: "returnError", invokeId: row.invokeId, error: named.name, code: named.code } as const;
    return { ...head, ...(parameter === undefined ? {} : { parameter }) } satisfies ReturnError;
  },

  reject(json, path) {
    const row = rejectRow.fromJson(json, path);
    if (row instanceof ShapeError) return row;
    const problem = shapeOf(RejectProblem).fromJson({ [row.problemClass]: row.problem }, "");
    return problem instanceof ShapeError ? new ShapeError(join(path, "problem"), problem.due) : row;
  },

  unknown(json, path) {
    const row = unknownRow.fromJson(json, path);
    return row instanceof ShapeError ? row : unknown(row.octets, row.invokeId, new DecodeError("unknownComponent", 0));
  },
};

const anything = plain("a value", (value): value is unknown => value !== undefined);
const code = plain("a local code, or an object identifier in dots", (value): value is Code => {
  return shapeOf(CodeType).check(typeof value === "number" ? { local: value } : { global: value }, "") === undefined;
});
const invokeId = integer(-32768, 32767);
const invokeIdOrNull = plain(
  `${invokeId.due}, or null`,
  (value): value is number | null => value === null || invokeId.check(value, "") === undefined,
);
const operationName = optional(oneOf(null, ...(Object.keys(operations) as (keyof typeof operations)[])));
const errorName = optional(oneOf(null, ...(Object.keys(errors) as (keyof typeof errors)[])));

/** The members of a component as JSON may give them: name or code may be left out. */
type Row<C extends Component, Left extends string> = Omit<C, Left | "problems"> & {
  readonly [K in Left & keyof C]?: C[K] | undefined;
};
type InvokeRow = Row<Invoke, "operation" | "code" | "argument" | "linkedId">;
type ReturnResultRow = Row<ReturnResult, "operation" | "code" | "result">;
type ReturnErrorRow = Row<ReturnError, "error" | "code" | "parameter">;
type RejectRow = Omit<Reject, "problems">;
type UnknownRow = { readonly component: "unknown"; readonly invokeId: number | null; readonly octets: Uint8Array };

const invokeRow = record<InvokeRow>({
  component: oneOf("invoke"),
  invokeId,
  linkedId: optional(invokeId),
  operation: operationName,
  code: optional(code),
  argument: optional(anything),
} satisfies Fields<InvokeRow>);
const returnResultRow = record<ReturnResultRow>({
  component: oneOf("returnResult"),
  invokeId,
  operation: operationName,
  code: optional(code),
  result: optional(anything),
});
const returnErrorRow = record<ReturnErrorRow>({
  component: oneOf("returnError"),
  invokeId,
  error: errorName,
  code: optional(code),
  parameter: optional(anything),
});
const rejectRow = record<RejectRow>({
  component: oneOf("reject"),
  invokeId: invokeIdOrNull,
  problemClass: oneOf("general", "invoke", "returnResult", "returnError"),
  problem: plain("a name or a number", (value): value is string | number => /string|number/.test(typeof value)),
});
const unknownRow = record<UnknownRow>({ component: oneOf("unknown"), invokeId: invokeIdOrNull, octets: octets() });

interface Named<Name> {
  readonly name: Name | null;
  readonly code: Code;
}

/** Name and code of an operation or error, where JSON may give either; both must agree. */
function resolve<Name extends string>(
  name: Name | null | undefined,
  given: Code | undefined,
  table: Readonly<Record<Name, { readonly code: Code }>>,
  nameOf: (code: Code) => Name | null,
  path: string,
): Named<Name> | ShapeError {
  if (given === undefined) {
    return name
      ? { name, code: table[name].code }
      : new ShapeError(path, "a name of the table, or null and a code beside it");
  }
  const own = nameOf(given);
  if (name && name !== own)
    return new ShapeError(path, `${own === null ? "null" : `"${own}"`}, which its code says, or no code`);
  // null beside a code of the table: in its protocol the code means something else (DSS1).
  return { name: name === null ? null : own, code: given };
}

/** By its type; hex is taken as raw octets, which a value nobody can read stays. */
function typedValue(codec: Codec<unknown> | null, json: unknown, path: string): unknown {
  if (typeof json === "string") {
    const raw = fromHex(json);
    return raw !== undefined && isWhole(raw) ? raw : new ShapeError(path, "whole BER values as hex digits");
  }
  if (codec === null) return json === undefined ? undefined : new ShapeError(path, "whole BER values as hex digits");
  return shapeOf(codec).fromJson(json, path);
}

function isWhole(octets: Uint8Array): boolean {
  const reader = new Reader(octets);
  while (reader.at < reader.end) if (reader.open() === undefined) return false;
  return true;
}
