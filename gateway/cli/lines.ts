import type { LineReport } from "../../src/lines/line.ts";
import type { WatchedLine } from "../watched-lines.ts";
import { ask, table, urlHelp } from "./client.ts";
import { type Command, parse, UsageError } from "./command.ts";

const help = `qsig lines: show the lines a running gateway watches

Usage: qsig lines [LINE] [--json] [--url URL]

A line is watched while a request waits for it. LINE is NEIGHBOUR/NUMBER or a
number; without it, all are shown.

  --json         one JSON object a line
${urlHelp}`;

export const lines: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = parse(args, { json: { type: "boolean", default: false }, url: { type: "string" } });
    const [wanted, ...rest] = positionals;
    if (rest.length > 0) throw new UsageError("lines takes one line, or none for all");
    const answer = (await ask(values.url, io, "GET", "/api/lines")) as { readonly lines: readonly WatchedLine[] };
    const all = answer.lines.filter(({ line }) => wanted === undefined || isNamed(line, wanted));
    if (values.json) for (const line of all) io.stdout.write(`${JSON.stringify(line)}\n`);
    else io.stdout.write(table([["LINE", "STATE", "CALLS", "RINGING", "USES", "SETTINGS"], ...all.map(row)]));
    return 0;
  },
};

function isNamed(line: string, wanted: string): boolean {
  return line === wanted || line.slice(line.indexOf("/") + 1) === wanted;
}

function row({ line, report }: WatchedLine): readonly string[] {
  if (typeof report !== "object") return [line, report ?? "asked", "-", "-", "-", "-"];
  const { calls, ringingIn, uses } = report;
  return [line, stateOf(report), String(calls), String(ringingIn), String(uses), settingsOf(report)];
}

/** The word a person would use. */
function stateOf({ registered, calls, ringingIn, offhook }: Exclude<LineReport, string>): string {
  if (registered === "no") return "away";
  if (calls > 0) return "talks";
  if (offhook) return "off hook";
  return ringingIn > 0 ? "rings" : "idle";
}

function settingsOf({ dnd, forward, voicemail, busyTrigger, user }: Exclude<LineReport, string>): string {
  const words = [
    dnd ? "do not disturb" : undefined,
    ...Object.entries(forward).map(([when, to]) => `forward ${when} ${to}`),
    voicemail === undefined ? undefined : `voice mail ${voicemail.pilot}`,
    busyTrigger === undefined ? undefined : `busy trigger ${busyTrigger}`,
    user === undefined ? undefined : `user ${user}`,
  ].filter((word) => word !== undefined);
  return words.length === 0 ? "-" : words.join(", ");
}
