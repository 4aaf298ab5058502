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
  const found: PlacedProblem[] = [];
  addContent(content, found);
  add(problems, 0, found);
  return found;
}

function addContent(content: Content, found: PlacedProblem[]): void {
  switch (content.holds) {
    case "message": {
      let start = 3 + content.message.callReference.length;
      for (const ie of content.message.ies) {
        add(ie.problems, start, found);
        start += ie.octets.length;
      }
      return add(content.message.problems, 0, found);
    }
    case "facilityElement":
      return add(content.element.problems, 0, found);
    case "facility":
      return add(content.facility.problems, 0, found);
    case "component":
      return add(content.component.problems, 0, found);
    case "unreadable":
      return add([content.error], 0, found);
    case "none":
      return;
    default:
      content satisfies never;
  }
}

function add(problems: readonly DecodeError[] | undefined, start: number, found: PlacedProblem[]): void {
  if (problems === undefined) return;
  for (const error of problems) found.push({ error, at: start + error.offset });
}
