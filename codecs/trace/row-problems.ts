import type { DecodeError } from "../error.ts";
import type { Content } from "./content.ts";
import type { TraceRow } from "./decoder.ts";

/** A fault and its place from the first octet of the row's item. */
export interface PlacedProblem {
  readonly error: DecodeError;
  readonly at: number;
}

/** Every fault of a row; offsets count from the item's first octet. */
export function problemsOf({ content, problems }: TraceRow): PlacedProblem[] {
  return [...contentProblems(content), ...problems.map((error) => ({ error, at: error.offset }))];
}

function contentProblems(content: Content): PlacedProblem[] {
  switch (content.holds) {
    case "message": {
      const found: PlacedProblem[] = [];
      let start = 3 + content.message.callReference.length;
      for (const ie of content.message.ies) {
        for (const error of ie.problems ?? []) found.push({ error, at: start + error.offset });
        start += ie.octets.length;
      }
      return [...found, ...content.message.problems.map((error) => ({ error, at: error.offset }))];
    }
    case "facilityElement":
      return (content.element.problems ?? []).map((error) => ({ error, at: error.offset }));
    case "facility":
      return (content.facility.problems ?? []).map((error) => ({ error, at: error.offset }));
    case "component":
      return (content.component.problems ?? []).map((error) => ({ error, at: error.offset }));
    case "unreadable":
      return [{ error: content.error, at: content.error.offset }];
    case "none":
      return [];
    default:
      return content satisfies never;
  }
}
