import type { DecodeError } from "../error.ts";
import type { InformationElement } from "../q931/message.ts";
import type { Content } from "./content.ts";
import type { TraceRow } from "./decoder.ts";

/** A fault and its place from the first octet of the row's item. */
export interface PlacedProblem {
  readonly error: DecodeError;
  readonly at: number;
}

/** Every fault of a row; offsets count from the item's first octet. */
export function problemsOf({ content, problems }: TraceRow): readonly PlacedProblem[] {
  const own = contentProblems(content);
  if (problems.length === 0) return own;
  return [...own, ...problems.map((error) => placed(error, 0))];
}

/** Most rows have none: they share it. */
const none: readonly PlacedProblem[] = [];

function contentProblems(content: Content): readonly PlacedProblem[] {
  switch (content.holds) {
    case "message": {
      const { ies, problems, callReference } = content.message;
      if (problems.length === 0 && !ies.some(isFaulty)) return none;
      let start = 3 + callReference.length;
      const found: PlacedProblem[] = [];
      for (const ie of ies) {
        for (const error of ie.problems ?? []) found.push(placed(error, start));
        start += ie.octets.length;
      }
      return [...found, ...problems.map((error) => placed(error, 0))];
    }
    case "facilityElement":
      return (content.element.problems ?? []).map((error) => placed(error, 0));
    case "facility":
      return (content.facility.problems ?? []).map((error) => placed(error, 0));
    case "component":
      return (content.component.problems ?? []).map((error) => placed(error, 0));
    case "unreadable":
      return [placed(content.error, 0)];
    case "none":
      return none;
    default:
      return content satisfies never;
  }
}

function isFaulty(ie: InformationElement): boolean {
  return ie.problems !== undefined;
}

function placed(error: DecodeError, start: number): PlacedProblem {
  return { error, at: start + error.offset };
}
