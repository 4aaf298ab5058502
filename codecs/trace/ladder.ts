import type { Facility } from "../facility/facility.ts";
import { isOf } from "../q931/element.ts";
import { cause } from "../q931/ie/cause.ts";
import { facility } from "../q931/ie/facility.ts";
import type { InformationElement, Message } from "../q931/message.ts";
import { causes } from "../q931/names.ts";
import type { TraceRow } from "./decoder.ts";
import { isoTime } from "./iso-time.ts";
import { problemsOf } from "./row-problems.ts";
import { nameOf, referenceText } from "./row-text.ts";

/** A clock to the microsecond, as the time of a row. */
const clockColumns = "00:00:00.000000".length;

/** Rows as the lines of a ladder; the date stands on a line of its own where it changes. */
export class Ladder {
  #date: string | undefined;

  /** The line of one row: when, who to whom, which call, which message with its APDUs and cause; "!" for a problem. */
  print(row: TraceRow): string {
    const time = row.item.time === undefined ? undefined : isoTime(row.item.time);
    const [date, clock = ""] = time?.replace("Z", "").split("T") ?? [];
    const heading = date === undefined || date === this.#date ? "" : `${date}\n`;
    this.#date = date ?? this.#date;
    const when =
      date === undefined ? (row.item.clock ?? String(row.index).padStart(5)) : clock.padEnd(clockColumns, "0");
    const arrow = row.from === undefined ? "a ?? b" : { a: "a -> b", b: "a <- b" }[row.from];
    const message = row.content.holds === "message" ? row.content.message : undefined;
    const reference = message ? referenceText(message.callReference) : "";
    const faults = problemsOf(row).length > 0 ? " !" : "";
    const cells = [when, arrow, reference.padEnd(6), nameOf(row).padEnd(16), summary(row)];
    return `${heading}${cells.join("  ").trimEnd()}${faults}\n`;
  }
}

/** What one glance at a ladder needs: operations and cause. */
function summary({ content }: TraceRow): string {
  switch (content.holds) {
    case "message":
      return [
        ...content.message.ies.filter((ie) => isOf(ie, facility)).flatMap(operations),
        ...causeOf(content.message),
      ].join("; ");
    case "facilityElement":
      return operations(content.element).join("; ");
    case "facility":
      return content.facility.components.map(operationWords).join("; ");
    case "component":
      return operationWords(content.component);
    case "none":
    case "unreadable":
      return "";
    default:
      return content satisfies never;
  }
}

function operations(ie: InformationElement): string[] {
  return isOf(ie, facility) && ie.value ? ie.value.components.map(operationWords) : [];
}

function operationWords(component: Facility["components"][number]): string {
  switch (component.component) {
    case "invoke":
      return String(component.operation ?? component.code);
    case "returnResult":
      return `result ${component.operation ?? component.code ?? ""}`.trimEnd();
    case "returnError":
      return `error ${component.error ?? component.code}`;
    case "reject":
      return `reject ${component.problem}`;
    case "unknown":
      return "unknown component";
    default:
      return component satisfies never;
  }
}

function causeOf({ ies }: Message): string[] {
  return ies.flatMap((ie) =>
    isOf(ie, cause) && ie.value ? [`${ie.value.cause} ${causes[ie.value.cause] ?? ""}`.trimEnd()] : [],
  );
}
