import type { Codec } from "./codec.ts";

/** One operation as its module defines it (X.880). `result` null and no errors: nothing comes back. */
export interface OperationRow {
  /** The local value, or the OBJECT IDENTIFIER in dots. */
  readonly code: number | string;
  /** null: the operation has no argument; otherwise it is never absent. */
  readonly argument: Codec<unknown> | null;
  /** null: no returnResult comes back. */
  readonly result: Codec<unknown> | null;
  /** Names of the errors it may return. */
  readonly errors: readonly string[];
}

export interface ErrorRow {
  readonly code: number | string;
  readonly parameter: Codec<unknown> | null;
}
