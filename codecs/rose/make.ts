import type { Component, Invoke, ReturnError, ReturnResult } from "./component.ts";
import type { ArgumentOf, QsigErrorName, QsigOperationName, ParameterOf, ResultOf } from "./operations.ts";
import { errors, operations } from "./operations.ts";

export type InvokeOf<Name extends QsigOperationName> = Invoke & {
  readonly operation: Name;
  readonly argument: ArgumentOf<Name>;
};
export type ResultComponentOf<Name extends QsigOperationName> = ReturnResult & {
  readonly operation: Name;
  readonly result: ResultOf<Name>;
};

export function invoke<Name extends QsigOperationName>(
  operation: Name,
  invokeId: number,
  argument: ArgumentOf<Name>,
): InvokeOf<Name> {
  return { component: "invoke", invokeId, operation, code: operations[operation].code, argument };
}

export function returnResult<Name extends QsigOperationName>(
  operation: Name,
  invokeId: number,
  result: ResultOf<Name>,
): ResultComponentOf<Name> {
  return { component: "returnResult", invokeId, operation, code: operations[operation].code, result };
}

export function returnError<Name extends QsigErrorName>(
  error: Name,
  invokeId: number,
  ...parameter: ParameterOf<Name> extends undefined ? [] : [ParameterOf<Name>]
): ReturnError {
  const head = { component: "returnError", invokeId, error, code: errors[error].code } as const;
  return parameter.length === 0 ? head : { ...head, parameter: parameter[0] };
}

/** An invoke of this operation whose argument could be read. */
export function isInvokeOf<Name extends QsigOperationName>(
  component: Component,
  name: Name,
): component is InvokeOf<Name> {
  return (
    component.component === "invoke" && isQsig(component) && component.operation === name && isTyped(component.argument)
  );
}

/** A result of this operation that could be read. */
export function isResultOf<Name extends QsigOperationName>(
  component: Component,
  name: Name,
): component is ResultComponentOf<Name> {
  return (
    component.component === "returnResult" &&
    isQsig(component) &&
    component.operation === name &&
    isTyped(component.result)
  );
}

export function isErrorOf<Name extends QsigErrorName>(
  component: Component,
  name: Name,
): component is ReturnError & { readonly error: Name } {
  return component.component === "returnError" && isQsig(component) && component.error === name;
}

/** No type of our table is a bare OCTET STRING, so octets are a value that nobody could read. */
function isTyped(value: unknown): boolean {
  return value !== undefined && !(value instanceof Uint8Array);
}

/** Another protocol's operation of the same name is another operation. */
function isQsig({ protocol }: Invoke | ReturnResult | ReturnError): boolean {
  return protocol === undefined;
}
