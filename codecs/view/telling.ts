import type { ArgumentOf, QsigOperationName, ResultOf } from "../rose/operations.ts";

/** How one operation is told: what its invoke asks, and what its result grants. */
export interface Telling<Argument, Result> {
  invoke(argument: Argument): string;
  result?(result: Result): string;
}

/** Operations of QSIG in plain words. */
export type QsigTellings = { readonly [Name in QsigOperationName]?: Telling<ArgumentOf<Name>, ResultOf<Name>> };
