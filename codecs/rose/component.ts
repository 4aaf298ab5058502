import type { DecodeError } from "../error.ts";
import type { Code, ErrorName, OperationName, Protocol } from "./operations.ts";

/**
 * ROSE components (X.229 profile of ECMA-165 / Q.932). A value nobody can read stays as its raw octets, header
 * included. Offsets of `problems` count from the component's first octet.
 */
export type Component = Invoke | ReturnResult | ReturnError | Reject | UnknownComponent;

export interface Invoke {
  readonly component: "invoke";
  readonly invokeId: number;
  readonly linkedId?: number;
  /** null where the code is in no row of the operations table; `argument` is then the raw octets. */
  readonly operation: OperationName | null;
  readonly code: Code;
  /** Whose name `operation` is; absent: QSIG's. */
  readonly protocol?: Exclude<Protocol, "qsig">;
  readonly argument?: unknown;
  readonly problems?: readonly DecodeError[];
}

export interface ReturnResult {
  readonly component: "returnResult";
  readonly invokeId: number;
  /** Absent, with `code`, where the result came without its SEQUENCE: only the invoke id tells the operation. */
  readonly operation?: OperationName | null;
  readonly code?: Code;
  /** Whose name `operation` is; absent: QSIG's. */
  readonly protocol?: Exclude<Protocol, "qsig">;
  readonly result?: unknown;
  readonly problems?: readonly DecodeError[];
}

export interface ReturnError {
  readonly component: "returnError";
  readonly invokeId: number;
  readonly error: ErrorName | null;
  readonly code: Code;
  /** Whose name `error` is; absent: QSIG's. */
  readonly protocol?: Exclude<Protocol, "qsig">;
  readonly parameter?: unknown;
  readonly problems?: readonly DecodeError[];
}

export type ProblemClass = "general" | "invoke" | "returnResult" | "returnError";

export interface Reject {
  readonly component: "reject";
  /** null where the rejected component had no readable invoke id. */
  readonly invokeId: number | null;
  readonly problemClass: ProblemClass;
  /** The standard's name, `unrecognizedOperation`; the number where it has none. */
  readonly problem: string | number;
  readonly problems?: readonly DecodeError[];
}

/** None of the four, or one of them whose structure is broken: kept whole. */
export interface UnknownComponent {
  readonly component: "unknown";
  /** null where there is none, or it cannot be read. */
  readonly invokeId: number | null;
  readonly octets: Uint8Array;
  readonly problems: readonly DecodeError[];
}
