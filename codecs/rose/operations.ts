import type { Codec } from "../ber/codec.ts";
import { errors, operations } from "../generated/operations.ts";
import { CcExtension, CcOptionalArg } from "../generated/ss-cc-operations-asn1-97.ts";
import type { Code } from "./component.ts";

/** ONE table: the operations and errors we read, made from `asn1/*.asn`. */
export { errors, operations };

/**
 * Whose operations the codes mean. Traces of public lines hold DSS1 (ETSI) operations under the same numbers; no module
 * describes them, so they keep their code and raw octets.
 */
export type Protocol = "qsig" | "dss1";

export type OperationName = keyof typeof operations;
export type ErrorName = keyof typeof errors;

type Operations = typeof operations;
type Errors = typeof errors;
type ValueOf<C> = C extends Codec<infer Value> ? Value : undefined;

/** The type of an operation's argument, of its result, of an error's parameter; undefined where there is none. */
export type ArgumentOf<Name extends OperationName> = ValueOf<Operations[Name]["argument"]>;
export type ResultOf<Name extends OperationName> = ValueOf<Operations[Name]["result"]>;
export type ParameterOf<Name extends ErrorName> = ValueOf<Errors[Name]["parameter"]>;

/** What global codes of operations and of errors begin with: `{iso identified-organization icd-ecma 9}` (CC 1.1). */
export const globalPrefix = "1.3.12.9";

/**
 * What an absent argument is taken for: H.450.9 and old peers leave out the NULL that QSIG demands (CC 0.3.2). An
 * argument that has no such value stays absent.
 */
export const argumentsWhenAbsent: ReadonlyMap<Codec<unknown>, unknown> = new Map<Codec<unknown>, unknown>([
  [CcExtension, { none: null } satisfies CcExtension],
  [CcOptionalArg, { extArg: { none: null } } satisfies CcOptionalArg],
]);

const operationNames = namesByCode(operations);
const errorNames = namesByCode(errors);

/** The operation of a code, local or global; null where it is in no row. */
export function operationOf(code: Code, protocol: Protocol = "qsig"): OperationName | null {
  return protocol === "dss1" ? null : (operationNames.get(code) ?? null);
}

/** The error of a code, local or global; null where it is in no row. */
export function errorOf(code: Code, protocol: Protocol = "qsig"): ErrorName | null {
  return protocol === "dss1" ? null : (errorNames.get(code) ?? null);
}

function namesByCode<Table extends Readonly<Record<string, { readonly code: Code }>>>(
  table: Table,
): ReadonlyMap<Code, keyof Table> {
  const names = new Map<Code, keyof Table>();
  for (const [name, { code }] of Object.entries(table)) {
    names.set(code, name);
    if (typeof code === "number") names.set(`${globalPrefix}.${code}`, name);
  }
  return names;
}
