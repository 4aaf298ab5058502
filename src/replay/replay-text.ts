import { isoTime } from "../../codecs/trace/iso-time.ts";
import { causes, type Names } from "../../codecs/q931/names.ts";
import type { Message } from "../../codecs/q931/message.ts";
import { toHex } from "../../codecs/shape.ts";
import { apduName, nameOf } from "./compare.ts";
import type { Policy } from "./policy.ts";
import type { Judged, Replay, ReplayLine } from "./replay.ts";
import { causeOf, componentsOf } from "./trace.ts";

type MessageLine = Extract<ReplayLine, { readonly type: "message" }>;

/** Columns of a terminal that nobody made wider. */
const width = 80;

/** What stands before a message: `=` as in the trace, `~` otherwise and excused, `!` a fault, `?` not to be given. */
const marks: { readonly [Verdict in MessageLine["verdict"]]: string } = {
  given: " ",
  lost: "?",
  same: "=",
  excused: "~",
  fault: "!",
};

/** A replay for people: the ladder with a mark at each message, what differs below it, the rules at the end. */
export function replayToText({ lines, as, compared, excused, faults }: Replay): string {
  const rules = new Map<string, string>();
  for (const line of lines) {
    if (line.type !== "message") continue;
    for (const { rule, words } of line.differences)
      if (rule !== undefined && words !== undefined) rules.set(words, rule);
  }
  const beyond = lines.filter(
    (line) => line.type === "message" && line.from === as && line.number === undefined,
  ).length;
  const sum = [
    `The core as ${as}: ${compared} messages compared`,
    ...(beyond === 0 ? [] : [`${beyond} beyond them`]),
    `${excused} excused`,
    faults === 1 ? "1 fault" : `${faults} faults`,
  ].join(", ");
  const parts = [
    lines.flatMap(lineText),
    [...rules].flatMap(([words, rule]) => wrapped(`${rule}: ${words}`, 4)),
    [sum],
  ];
  return parts
    .filter((part) => part.length > 0)
    .map((part) => `${part.join("\n")}\n`)
    .join("\n");
}

/** What the trace shows of the settings, for the reader to judge; empty where it shows none. */
export function settingsToText({ enabled, our, peer }: Policy): string {
  const seen = Object.entries({ ...(enabled ? {} : { enabled }), ...our, ...peer });
  if (seen.length === 0) return "";
  const text = seen.map(([key, value]) => `${key} ${key === "profile" ? toHex(Uint8Array.of(Number(value))) : value}`);
  return `${wrapped(`Seen in the trace: ${text.join(", ")}`, 0).join("\n")}\n\n`;
}

function lineText(line: ReplayLine): string[] {
  if (line.type === "cue") return [`            (${line.words})`];
  const { from, number, message, verdict, differences } = line;
  const cells = [
    `${marks[verdict]}${String(number ?? "+").padStart(4)}`,
    from === "a" ? "a -> b" : "a <- b",
    referenceText(message).padEnd(6),
    nameOf(message).padEnd(19),
  ].join("  ");
  const long = `${cells}  ${summary(message, causes)}`.trimEnd();
  const text = long.length <= width ? long : `${cells}  ${summary(message, {})}`.slice(0, width);
  return [text, ...differences.flatMap((each) => differenceText(each, line))];
}

function referenceText({ callReference: { value, flag } }: Message): string {
  return `${value}${flag === 1 ? "*" : ""}`;
}

/** Operations and cause, the cause with its name where that has one here. */
function summary(message: Message, names: Names): string {
  const cause = causeOf(message);
  return [
    ...componentsOf(message).map(apduName),
    ...(cause === undefined ? [] : [`${cause} ${names[cause] ?? ""}`.trimEnd()]),
  ].join("; ");
}

function differenceText({ path, trace, core, rule }: Judged, { number }: MessageLine): string[] {
  const by = rule === undefined ? "FAULT" : rule;
  if (path === "message" && (trace === undefined || core === undefined)) {
    return wrapped(`${core === undefined ? "not sent by the core" : "not in the trace"} (${by})`, indent);
  }
  const at = number === undefined ? "" : `${path}: `;
  return wrapped(`${at}trace ${trace ?? "has none"}, core ${core ?? "has none"} (${by})`, indent);
}

/** Below the arrows of the ladder. */
const indent = 12;

/** Lines of at most 80 columns, broken at spaces; what has no space is broken where the line ends. */
function wrapped(text: string, by: number): string[] {
  const lines: string[] = [];
  let rest = " ".repeat(by) + text;
  while (rest.length > width) {
    const space = rest.lastIndexOf(" ", width);
    const at = space > by + 2 ? space : width;
    lines.push(rest.slice(0, at));
    rest = " ".repeat(by + 2) + rest.slice(at).trimStart();
  }
  return [...lines, rest];
}

/** One JSON object a line, and the sum as the last. */
export function replayToJson({ lines, as, compared, excused, faults }: Replay, flow: string): string {
  const of = flow === "" ? {} : { flow };
  const rows = lines.map((line) => {
    const time = isoTime(line.atMs);
    if (line.type === "cue") return { type: line.type, ...of, time, words: line.words };
    const { from, number, message, verdict, differences } = line;
    const { value, flag } = message.callReference;
    return {
      type: line.type,
      ...of,
      time,
      ...(number === undefined ? {} : { number }),
      from,
      message: nameOf(message),
      callReference: { value, flag },
      verdict,
      differences,
    };
  });
  const sum = { type: "sum", ...of, as, compared, excused, faults };
  return [...rows, sum].map((row) => `${JSON.stringify(row)}\n`).join("");
}
