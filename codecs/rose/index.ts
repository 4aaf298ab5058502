/** ROSE components and the ONE table of operations. */
export type { Code } from "./operations.ts";
export type {
  Component,
  Invoke,
  ProblemClass,
  Reject,
  ReturnError,
  ReturnResult,
  UnknownComponent,
} from "./component.ts";
export { decodeComponent } from "./decode.ts";
export { encodeComponent } from "./encode.ts";
export type { InvokeOf, ResultComponentOf } from "./make.ts";
export { invoke, isErrorOf, isInvokeOf, isResultOf, returnError, returnResult } from "./make.ts";
export type {
  ArgumentOf,
  ErrorName,
  OperationName,
  ParameterOf,
  Protocol,
  QsigErrorName,
  QsigOperationName,
  ResultOf,
} from "./operations.ts";
export { errorOf, errors, operationOf, operations, protocols } from "./operations.ts";
export type { ProblemOf } from "./problems.ts";
export { reject, rejectFor } from "./problems.ts";
