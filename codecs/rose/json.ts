import type { Codec } from "../ber/codec.ts";
import { Reader } from "../ber/reader.ts";
import { shapeOf } from "../ber/shape.ts";
import { DecodeError } from "../error.ts";
import { RejectProblem } from "../generated/facility-information-element-components.ts";
import { Code as CodeType } from "../generated/remote-operations-information-objects.ts";
import type { Fields, Shape } from "../shape.ts";
import { fromHex, integer, isObject, join, octets, oneOf, optional, plain, record, ShapeError } from "../shape.ts";
import type { Code } from "./operations.ts";
import type { Component, Invoke, Reject, ReturnError, ReturnResult } from "./component.ts";
import { unknown } from "./decode.ts";
import type { ErrorName, OperationName, Protocol } from "./operations.ts";
import { errorOf, errorRow, operationOf, operationRow, protocols } from "./operations.ts";

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
    const found = resolve(row, row.operation, operationTable, join(path, "operation"));
    if (found instanceof ShapeError) return found;
    const codec = found.name === null ? null : operationRow(found.name, found.protocol).argument;
    const argument = typedValue(codec, row.argument, join(path, "argument"));
    if (argument instanceof ShapeError) return argument;
    const linked = row.linkedId === undefined ? {} : { linkedId: row.linkedId };
    const { name: operation, ...code } = found;
    const head = { component: "invoke", invokeId: row.invokeId, ...linked, operation, ...code } as const;
    return { ...head, ...(argument === undefined ? {} : { argument }) } satisfies Invoke;
  },

  returnResult(json, path) {
    const row = returnResultRow.fromJson(json, path);
    if (row instanceof ShapeError) return row;
    const head = { component: "returnResult", invokeId: row.invokeId } as const;
    if (row.operation === undefined && row.code === undefined && row.result === undefined) return head;
    const found = resolve(row, row.operation, operationTable, join(path, "operation"));
    if (found instanceof ShapeError) return found;
    const result = typedValue(
      found.name === null ? null : operationRow(found.name, found.protocol).result,
      row.result,
      join(path, "result"),
    );
    if (result instanceof ShapeError) return result;
    const { name: operation, ...code } = found;
    return { ...head, operation, ...code, ...(result === undefined ? {} : { result }) } satisfies ReturnResult;
  },

  returnError(json, path) {
    const row = returnErrorRow.fromJson(json, path);
    if (row instanceof ShapeError) return row;
    const found = resolve(row, row.error, errorTable, join(path, "error"));
    if (found instanceof ShapeError) return found;
    const codec = found.name === null ? null : errorRow(found.name, found.protocol).parameter;
    // Error 1008 is met without the parameter that its type demands (CC 1.5).
    const parameter =
      row.parameter === undefined ? undefined : typedValue(codec, row.parameter, join(path, "parameter"));
    if (parameter instanceof ShapeError) return parameter;
    const { name: error, ...code } = found;
    const head = { component: "returnError", invokeId: row.invokeId, error, ...code } as const;
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
const protocol = optional(oneOf("dss1"));

/** The members of a component as JSON may give them: name or code may be left out. */
type Row<C extends Component, Left extends string> = Omit<C, Left | "problems"> & {
  readonly [K in Left & keyof C]?: K extends "operation" | "error" ? unknown : C[K] | undefined;
};
type InvokeRow = Row<Invoke, "operation" | "code" | "protocol" | "argument" | "linkedId">;
type ReturnResultRow = Row<ReturnResult, "operation" | "code" | "protocol" | "result">;
type ReturnErrorRow = Row<ReturnError, "error" | "code" | "protocol" | "parameter">;
type RejectRow = Omit<Reject, "problems">;
type UnknownRow = { readonly component: "unknown"; readonly invokeId: number | null; readonly octets: Uint8Array };

const invokeRow = record<InvokeRow>({
  component: oneOf("invoke"),
  invokeId,
  linkedId: optional(invokeId),
  operation: optional(anything),
  code: optional(code),
  protocol,
  argument: optional(anything),
} satisfies Fields<InvokeRow>);
const returnResultRow = record<ReturnResultRow>({
  component: oneOf("returnResult"),
  invokeId,
  operation: optional(anything),
  code: optional(code),
  protocol,
  result: optional(anything),
});
const returnErrorRow = record<ReturnErrorRow>({
  component: oneOf("returnError"),
  invokeId,
  error: optional(anything),
  code: optional(code),
  protocol,
  parameter: optional(anything),
});
const rejectRow = record<RejectRow>({
  component: oneOf("reject"),
  invokeId: invokeIdOrNull,
  problemClass: oneOf("general", "invoke", "returnResult", "returnError"),
  problem: plain("a name or a number", (value): value is string | number => /string|number/.test(typeof value)),
});
const unknownRow = record<UnknownRow>({ component: oneOf("unknown"), invokeId: invokeIdOrNull, octets: octets() });

/** Of an operation or an error: whose name it is stands beside it where it is not QSIG's. */
interface Named<Name> {
  readonly name: Name | null;
  readonly code: Code;
  readonly protocol?: "dss1";
}

/** Where the names of operations, or of errors, come from. */
interface NameTable<Name> {
  readonly names: Readonly<Record<Protocol, Shape<Name | null>>>;
  codeOf(name: Name, protocol: Protocol): Code;
  nameOf(code: Code, protocol: Protocol): Name | null;
}

const operationTable: NameTable<OperationName> = {
  names: { qsig: namesOf(protocols.qsig.operations), dss1: namesOf(protocols.dss1.operations) },
  codeOf: (name, of) => operationRow(name, of).code,
  nameOf: operationOf,
};
const errorTable: NameTable<ErrorName> = {
  names: { qsig: namesOf(protocols.qsig.errors), dss1: namesOf(protocols.dss1.errors) },
  codeOf: (name, of) => errorRow(name, of).code,
  nameOf: errorOf,
};

function namesOf<Name extends string>(rows: Readonly<Record<Name, unknown>>): Shape<Name | null> {
  return oneOf(null, ...(Object.keys(rows) as Name[]));
}

/** Name and code, where JSON may give either; both must agree. */
function resolve<Name extends string>(
  row: { readonly code?: Code | undefined; readonly protocol?: "dss1" | undefined },
  json: unknown,
  table: NameTable<Name>,
  path: string,
): Named<Name> | ShapeError {
  const of = row.protocol ?? "qsig";
  const name = json === undefined ? undefined : table.names[of].fromJson(json, path);
  if (name instanceof ShapeError) return name;
  if (row.code === undefined) {
    return name
      ? named(name, table.codeOf(name, of), row.protocol)
      : new ShapeError(path, "a name of the table, or null and a code beside it");
  }
  const own = table.nameOf(row.code, of);
  if (name && name !== own)
    return new ShapeError(path, `${own === null ? "null" : `"${own}"`}, which its code says, or no code`);
  // null beside a code of the table: where it comes from the code means something else.
  return named(name === null ? null : own, row.code, row.protocol);
}

function named<Name>(name: Name | null, code: Code, protocol: "dss1" | undefined): Named<Name> {
  return { name, code, ...(name === null || protocol === undefined ? {} : { protocol }) };
}

/** By its type; hex is taken as raw octets, which a value nobody can read stays. No name of a number is hex. */
function typedValue(codec: Codec<unknown> | null, json: unknown, path: string): unknown {
  if (typeof json === "string") {
    const raw = fromHex(json);
    if (raw !== undefined && isWhole(raw)) return raw;
    if (codec?.type.kind !== "named") return new ShapeError(path, "whole BER values as hex digits");
  }
  if (codec === null) return json === undefined ? undefined : new ShapeError(path, "whole BER values as hex digits");
  return shapeOf(codec).fromJson(json, path);
}

function isWhole(octets: Uint8Array): boolean {
  const reader = new Reader(octets);
  while (reader.at < reader.end) if (reader.open() === undefined) return false;
  return true;
}
