import { isOf } from "../q931/element.ts";
import { facility } from "../q931/ie/facility.ts";
import type { InformationElement } from "../q931/message.ts";
import { toHex } from "../shape.ts";
import { apdusOf, elementToJson, problemToJson } from "../view/message-json.ts";
import type { TraceRow } from "./decoder.ts";
import { isoTime } from "./iso-time.ts";
import { rowToJson } from "./row-json.ts";
import { problemsOf } from "./row-problems.ts";

/** Elements whose text is kept; past it all are forgotten, which costs one rendering each. */
export const keptElementsLimit = 4096;

/** What one element adds to its line: a member of `ies`, and its components as members of `apdus`. */
interface ElementText {
  readonly element: string;
  readonly apdus: string;
}

/**
 * Prints the rows of one trace as `JSON.stringify(rowToJson(row))` does, at several times its rate: the elements of a
 * trace are the same few over and over, so the text of each is kept.
 */
export class RowJsonPrinter {
  readonly #kept = new Map<string, ElementText>();

  print(row: TraceRow): string {
    const { index, item, from, content } = row;
    const isPlain = content.holds === "message" && item.clock === undefined && item.segments === undefined;
    if (!isPlain || item.outer !== undefined) return JSON.stringify(rowToJson(row));
    const { message, type, callReference, ies } = content.message;
    const time = item.time === undefined ? undefined : isoTime(item.time);
    const { value, flag, length } = callReference;
    let elements = "";
    let apdus = "";
    let at = 3 + length;
    for (const ie of ies) {
      const text = this.#textOf(ie, at);
      elements += elements === "" ? text.element : `,${text.element}`;
      if (text.apdus !== "") apdus += apdus === "" ? text.apdus : `,${text.apdus}`;
      at += ie.octets.length;
    }
    const reference = `{"value":${value},"flag":${flag},"length":${length}}`;
    return (
      `{"index":${index}${member("time", time)}${member("from", from)},"carrier":"${item.carrier}",` +
      `"message":${message === null ? `null,"type":${type}` : `"${message}"`},"callReference":${reference},` +
      `"ies":[${elements}],"apdus":[${apdus}],"problems":${problemsText(row)}}`
    );
  }

  #textOf(ie: InformationElement, at: number): ElementText {
    // Problems say where they are: only what has none is the same everywhere.
    if (ie.problems !== undefined) return render(ie, at);
    const key = `${ie.codeset}${toHex(ie.octets)}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const text = render(ie, at);
    if (this.#kept.size === keptElementsLimit) this.#kept.clear();
    this.#kept.set(key, text);
    return text;
  }
}

function render(ie: InformationElement, at: number): ElementText {
  const apdus = isOf(ie, facility) ? JSON.stringify(apdusOf({ ies: [ie] })).slice(1, -1) : "";
  return { element: JSON.stringify(elementToJson(ie, at)), apdus };
}

function member(name: string, value: string | undefined): string {
  return value === undefined ? "" : `,"${name}":"${value}"`;
}

function problemsText(row: TraceRow): string {
  const problems = problemsOf(row);
  if (problems.length === 0) return "[]";
  return JSON.stringify(problems.map(({ error, at }) => problemToJson(error, at - error.offset)));
}
