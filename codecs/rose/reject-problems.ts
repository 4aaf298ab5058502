import type { Reader } from "../ber/reader.ts";
import type { Writer } from "../ber/writer.ts";
import {
  encodeGeneralProblem,
  encodeInvokeProblem,
  encodeReturnErrorProblem,
  encodeReturnResultProblem,
  readGeneralProblem,
  readInvokeProblem,
  readReturnErrorProblem,
  readReturnResultProblem,
  usualGeneralProblem,
  usualInvokeProblem,
  usualReturnErrorProblem,
  usualReturnResultProblem,
} from "../generated/facility-information-element-components.ts";
import type { ProblemClass } from "./component.ts";

/** How the problem of one class is read and written. */
interface ProblemRow {
  readonly problemClass: ProblemClass;
  read(reader: Reader, tag: number): string | number | undefined;
  usual(reader: Reader, tag: number): string | number | undefined;
  write(writer: Writer, end: number, problem: never, tag: number): number;
}

/** The tag of the first of these rows; each next one has the next tag. */
export const firstProblemTag = 0x80;

/** ONE table: the CHOICE of a reject's problem, in the order of its tags (X.880 Reject [MEM]). */
export const problemRows: readonly ProblemRow[] = [
  {
    problemClass: "general",
    read: readGeneralProblem,
    usual: usualGeneralProblem,
    write: encodeGeneralProblem,
  },
  {
    problemClass: "invoke",
    read: readInvokeProblem,
    usual: usualInvokeProblem,
    write: encodeInvokeProblem,
  },
  {
    problemClass: "returnResult",
    read: readReturnResultProblem,
    usual: usualReturnResultProblem,
    write: encodeReturnResultProblem,
  },
  {
    problemClass: "returnError",
    read: readReturnErrorProblem,
    usual: usualReturnErrorProblem,
    write: encodeReturnErrorProblem,
  },
];
