import type { DecodeError } from "../error.ts";
import type { Facility } from "../facility/facility.ts";
import { isOf } from "../q931/element.ts";
import { elementName } from "../q931/elements.ts";
import { facility } from "../q931/ie/facility.ts";
import type { CallReference, InformationElement } from "../q931/message.ts";
import { toHex } from "../shape.ts";
import { componentWords } from "../view/component-words.ts";
import { elementWords } from "../view/element-words.ts";
import { problemToJson } from "../view/message-json.ts";
import type { TraceRow } from "./decoder.ts";
import { isoTime } from "./iso-time.ts";
import { problemsOf } from "./row-problems.ts";

/** Columns of a terminal that nobody made wider. */
const width = 80;

/** Octets shown on each side of a faulty one. */
const around = 8;

/** One row for people: a line that says what and when, then what it holds, then its problems, each at its octet. */
export function rowToText(row: TraceRow): string {
  const lines = [
    headline(row),
    ...contentLines(row).map((line) => `   ${line}`),
    ...problemLines(row).map((line) => `   ${line}`),
  ];
  return `${lines.flatMap(wrapped).join("\n")}\n`;
}

function headline(row: TraceRow): string {
  const { index, item, from, content } = row;
  const reference = content.holds === "message" ? [`call ${referenceText(content.message.callReference)}`] : [];
  const cells = [
    String(index),
    timeOf(row),
    from === undefined ? undefined : `from ${from}`,
    nameOf(row),
    ...reference,
  ];
  const carrier = item.carrier === "none" ? [] : [`(${item.carrier}${item.outer ? ` ${item.outer.message}` : ""})`];
  return [...cells.filter((cell) => cell !== undefined), ...carrier].join("  ");
}

function timeOf({ item }: TraceRow): string | undefined {
  return (item.time === undefined ? undefined : isoTime(item.time)) ?? item.clock;
}

/** The value of the side that made the reference; an asterisk where the other side sends it back. */
export function referenceText({ value, flag, length }: CallReference): string {
  return length === 0 ? "dummy" : `${value}${flag === 1 ? "*" : ""}`;
}

export function nameOf({ item, content }: TraceRow): string {
  switch (content.holds) {
    case "message":
      return content.message.message ?? `message type ${toHex(Uint8Array.of(content.message.type))}`;
    case "facilityElement":
      return "Facility element";
    case "facility":
      return "Facility contents";
    case "component":
      return "component";
    case "none":
      return item.frame === undefined ? "frame" : `${item.frame} frame`;
    case "unreadable":
      return "unreadable";
    default:
      return content satisfies never;
  }
}

function contentLines({ item, content }: TraceRow): string[] {
  switch (content.holds) {
    case "message":
      return content.message.ies.flatMap(elementLines);
    case "facilityElement":
      return elementLines(content.element);
    case "facility":
      return facilityLines(content.facility);
    case "component":
      return [componentWords(content.component)];
    case "none":
    case "unreadable":
      return [toHex(item.octets)];
    default:
      return content satisfies never;
  }
}

function elementLines(ie: InformationElement): string[] {
  const { id, codeset } = ie;
  const name =
    elementName(codeset, id) ?? `element ${toHex(Uint8Array.of(id))}${codeset === 0 ? "" : ` of codeset ${codeset}`}`;
  const components = isOf(ie, facility) && ie.value ? facilityLines(ie.value) : [];
  return [`${name}: ${elementWords(ie)}`, ...components.map((line) => `  ${line}`)];
}

function facilityLines({ components }: Facility): string[] {
  return components.map(componentWords);
}

function problemLines(row: TraceRow): string[] {
  return problemsOf(row).flatMap(({ error, at }) => [
    `! ${isOfTrace(error) ? "" : `octet ${at}: `}${problemToJson(error, 0).text} (${error.code})`,
    ...marked(row.item.octets, at).map((line) => `  ${line}`),
  ]);
}

/** What is wrong with the trace as a whole concerns no octet. */
function isOfTrace({ code }: DecodeError): boolean {
  return code === "protocolAssumed";
}

/** The octets around a place, with that octet in brackets; nothing where the fault concerns no octet. */
function marked(octets: Uint8Array, at: number): string[] {
  if (at === 0) return [];
  const before = spaced(octets.subarray(Math.max(0, at - around), at));
  const after = spaced(octets.subarray(at + 1, at + 1 + around));
  const here = at < octets.length ? `[${toHex(octets.subarray(at, at + 1))}]` : "[end]";
  return [
    [at > around ? "..." : "", before, here, after, at + around + 1 < octets.length ? "..." : ""]
      .filter((part) => part !== "")
      .join(" "),
  ];
}

function spaced(octets: Uint8Array): string {
  return Array.from(octets, (octet) => toHex(Uint8Array.of(octet))).join(" ");
}

/** Lines of at most 80 columns, broken at spaces; what has no space is broken where the line ends. */
function wrapped(line: string): string[] {
  const indent = " ".repeat(line.length - line.trimStart().length + 2);
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const space = rest.lastIndexOf(" ", width);
    const at = space > indent.length ? space : width;
    lines.push(rest.slice(0, at));
    rest = indent + rest.slice(at).trimStart();
  }
  return [...lines, rest];
}
