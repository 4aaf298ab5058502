import type { Codec } from "../ber/codec.ts";
import type { ErrorRow, OperationRow } from "../ber/operation.ts";
import { errors, operations } from "../generated/operations.ts";
import * as dss1 from "../generated/operations-dss1.ts";
import { CcOptionalArg } from "../generated/ss-cc-operations-asn1-97.ts";

/** An operation or error code: a number is the local value, text the global OBJECT IDENTIFIER in dots. */
export type Code = number | string;

/** The operations and errors of QSIG, made from `asn1/*.asn`: what a trunk speaks. */
export { errors, operations };

/**
 * ONE table: whose operations codes can mean. DSS1 (ETSI, public lines) has other operations under the same numbers,
 * some with the same names; only the context tells which are meant (see `codecs/trace/protocol.ts`).
 */
export const protocols = { qsig: { operations, errors }, dss1 } as const;

export type Protocol = keyof typeof protocols;

/** "other": neither's, and nobody described whose (Nortel's, behind a profile of two octets). */
export type Context = Protocol | "other";

type Operations = typeof operations;
type Errors = typeof errors;
type Dss1 = typeof dss1;

/** The names in QSIG, which we send and act on. */
export type QsigOperationName = keyof Operations;
export type QsigErrorName = keyof Errors;

export type Dss1OperationName = keyof Dss1["operations"];

/** The names in any protocol. One that two protocols have says nothing without the protocol. */
export type OperationName = QsigOperationName | Dss1OperationName;
export type ErrorName = QsigErrorName | keyof Dss1["errors"];

type ValueOf<C> = C extends Codec<infer Value> ? Value : undefined;

/** The type of an operation's argument, of its result, of an error's parameter; undefined where there is none. */
export type ArgumentOf<Name extends QsigOperationName> = ValueOf<Operations[Name]["argument"]>;
export type ResultOf<Name extends QsigOperationName> = ValueOf<Operations[Name]["result"]>;
export type ParameterOf<Name extends QsigErrorName> = ValueOf<Errors[Name]["parameter"]>;

/** The same of a DSS1 operation. */
export type Dss1ArgumentOf<Name extends Dss1OperationName> = ValueOf<Dss1["operations"][Name]["argument"]>;
export type Dss1ResultOf<Name extends Dss1OperationName> = ValueOf<Dss1["operations"][Name]["result"]>;

/** What global codes of operations and of errors begin with: `{iso identified-organization icd-ecma 9}` (CC 1.1). */
export const globalPrefix = "1.3.12.9";

/**
 * What an absent argument is taken for: the services of H.450 let senders leave out the NULL that QSIG demands (CC
 * 0.3.2), and old peers do. An argument that has no such value stays absent.
 */
export const argumentsWhenAbsent: ReadonlyMap<Codec<unknown>, unknown> = new Map<Codec<unknown>, unknown>([
  ...Object.values(operations).flatMap(({ argument }) => nothingOf(argument)),
  [CcOptionalArg, { extArg: { none: null } } satisfies CcOptionalArg],
]);

/** The alternative that says nothing: a NULL of the name `none` or `null`, as the services call it. */
function nothingOf(argument: Codec<unknown>): [Codec<unknown>, unknown][] {
  const alternatives = argument.type.kind === "CHOICE" ? argument.type.elements : [];
  const nothing = alternatives.find(({ name, type }) => type.kind === "NULL" && ["none", "null"].includes(name));
  return nothing === undefined ? [] : [[argument, { [nothing.name]: null }]];
}

/** What a code means: the name and the row of an operation or an error. */
export interface Meaning<Name, Row> {
  readonly name: Name;
  readonly row: Row;
}

/** The operation of a code, local or global; undefined where it is in no row. */
export function operationAt(code: Code, context: Context): Meaning<OperationName, OperationRow> | undefined {
  return meaningOf(code, context === "qsig" ? operationMeanings.qsig : operationMeanings[context]);
}

/** The error of a code, local or global; undefined where it is in no row. */
export function errorAt(code: Code, context: Context): Meaning<ErrorName, ErrorRow> | undefined {
  return meaningOf(code, context === "qsig" ? errorMeanings.qsig : errorMeanings[context]);
}

/** The operation of a code, local or global; null where it is in no row. */
export function operationOf(code: Code, context: Context = "qsig"): OperationName | null {
  return operationAt(code, context)?.name ?? null;
}

/** The error of a code, local or global; null where it is in no row. */
export function errorOf(code: Code, context: Context = "qsig"): ErrorName | null {
  return errorAt(code, context)?.name ?? null;
}

/** The row of a name; a name that the protocol does not have is the caller's mistake: RangeError. */
export function operationRow(name: OperationName, protocol: Protocol = "qsig"): OperationRow {
  const rows: Partial<Readonly<Record<OperationName, OperationRow>>> = protocols[protocol].operations;
  const row = rows[name];
  if (row === undefined) throw new RangeError(`${protocol} has no operation ${name}`);
  return row;
}

export function errorRow(name: ErrorName, protocol: Protocol = "qsig"): ErrorRow {
  const rows: Partial<Readonly<Record<ErrorName, ErrorRow>>> = protocols[protocol].errors;
  const row = rows[name];
  if (row === undefined) throw new RangeError(`${protocol} has no error ${name}`);
  return row;
}

/** The meanings of codes: local ones by their number, which finds them faster than a Map. */
interface Meanings<Name, Row> {
  readonly local: readonly (Meaning<Name, Row> | undefined)[];
  readonly global: ReadonlyMap<string, Meaning<Name, Row>>;
}

function meaningOf<Name, Row>(code: Code, { local, global }: Meanings<Name, Row>): Meaning<Name, Row> | undefined {
  return typeof code === "number" ? local[code] : global.get(code);
}

// A local code of DSS1 has no global form.
const operationMeanings: Readonly<Record<Context, Meanings<OperationName, OperationRow>>> = {
  qsig: meaningsOf(operations, globalPrefix),
  dss1: meaningsOf(dss1.operations),
  other: meaningsOf({}),
};
const errorMeanings: Readonly<Record<Context, Meanings<ErrorName, ErrorRow>>> = {
  qsig: meaningsOf(errors, globalPrefix),
  dss1: meaningsOf(dss1.errors),
  other: meaningsOf({}),
};

function meaningsOf<Name extends string, Row extends { readonly code: Code }>(
  table: Readonly<Partial<Record<Name, Row>>>,
  prefix?: string,
): Meanings<Name, Row> {
  const local: Meaning<Name, Row>[] = [];
  const global = new Map<string, Meaning<Name, Row>>();
  for (const [name, row] of Object.entries(table) as [Name, Row][]) {
    const { code } = row;
    if (typeof code === "string") global.set(code, { name, row });
    else {
      local[code] = { name, row };
      if (prefix !== undefined) global.set(`${prefix}.${code}`, { name, row });
    }
  }
  return { local, global };
}
