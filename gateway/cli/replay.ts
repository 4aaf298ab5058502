import { DecodeError } from "../../codecs/error.ts";
import { TraceDecoder, type TraceRow } from "../../codecs/trace/decoder.ts";
import { type FormatName, formats } from "../../codecs/trace/formats.ts";
import { type Flow, flowsOf } from "../../src/replay/flows.ts";
import { policyOf } from "../../src/replay/policy.ts";
import { replay } from "../../src/replay/replay.ts";
import { replayToJson, replayToText, settingsToText } from "../../src/replay/replay-text.ts";
import type { Side } from "../../src/replay/trace.ts";
import { type GivenSettings, replayConfig } from "../replay-config.ts";
import { type Command, Failure, type Io, parse, UsageError } from "./command.ts";
import { openInput, print } from "./streams.ts";

const help = `qsig replay: play one side of a trace and compare what the core sends

Usage: qsig replay --as a|b [OPTIONS] [FILE|-]

The core plays the named side: the other side's messages are given to it at
their times (virtual time, nothing waits), the users and lines behind it do
what the trace shows they did, and what the core sends is put beside what the
trace's side sent: message, elements, APDUs field by field. Side a sent the
first SETUP. Layer 3 is compared, data links are not.

  --as a|b           the side that the core plays
  --from FORMAT      the format of the trace, as qsig decode has it (auto)
  --flow NAME        this line of the trace alone
  --our KEY=VALUE    a setting of the trunk, as a configuration has it under
                     callCompletion.our; absent: as the trace shows it
  --peer KEY=VALUE   the same under callCompletion.peer
  --json             one JSON object a line, the sum last

  =  as in the trace   ~  otherwise, and a rule excuses it   !  a fault
  ?  not given to the core: it never opened that call

Exit status: 0 no fault, 1 a fault, or the trace cannot be played.
`;

/** A trace is held whole: one longer than this is a network's, not a call back's. */
export const longestTraceRows = 100_000;

export const replayCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = parse(args, {
      as: { type: "string" },
      from: { type: "string", default: "auto" },
      flow: { type: "string" },
      our: { type: "string", multiple: true, default: [] },
      peer: { type: "string", multiple: true, default: [] },
      json: { type: "boolean", default: false },
    });
    if (values.as !== "a" && values.as !== "b") throw new UsageError("give --as a or --as b: the side the core plays");
    if (positionals.length > 1) throw new UsageError("give one file");
    const [file = "-"] = positionals;
    const flows = await readFlows(file, formatNamed(values.from), io);
    const chosen = values.flow === undefined ? flows : flows.filter(({ name }) => name === values.flow);
    if (chosen.length === 0) throw new Failure(`${nameOf(file)} has nothing to play: ${knownFlows(flows)}`);
    const given = { our: settings("--our", values.our), peer: settings("--peer", values.peer) };
    let status = 0;
    for (const flow of chosen) {
      if ((await play(flow, values.as, given, values.json, io)) > 0) status = 1;
    }
    return status;
  },
};

/** Returns the number of faults. */
async function play(flow: Flow, as: Side, given: GivenSettings, json: boolean, io: Io): Promise<number> {
  const policy = policyOf(flow.messages, as);
  const config = replayConfig(policy, given);
  if ("length" in config) {
    throw new UsageError(
      config.map(({ path, text }) => `${path.replace(/^.*callCompletion\./, "")} ${text}`).join("; "),
    );
  }
  const played = replay(config, as, flow.messages);
  const title = flow.name === "" ? "" : `== ${flow.name}\n`;
  const text = json
    ? replayToJson(played, flow.name)
    : `${title}${settingsToText(policy)}${replayToText(played)}${flow.name === "" ? "" : "\n"}`;
  await print(io, text);
  return played.faults;
}

async function readFlows(file: string, from: FormatName | "auto", io: Io): Promise<readonly Flow[]> {
  const decoder = new TraceDecoder({ from, protocol: "qsig", all: false });
  const rows: TraceRow[] = [];
  const take = (found: readonly (TraceRow | DecodeError)[]): void => {
    for (const row of found) {
      if (row instanceof DecodeError)
        throw new Failure(`${nameOf(file)} cannot be read whole: see qsig decode ${file}`);
      rows.push(row);
    }
    if (rows.length > longestTraceRows) {
      throw new Failure(`${nameOf(file)} has more than ${longestTraceRows} messages: cut out the calls that matter`);
    }
  };
  for await (const chunk of openInput(file, io)) take(decoder.push(chunk));
  take(decoder.end());
  const flows = flowsOf(rows);
  if (!("unplayable" in flows)) return flows;
  const where = `row ${flows.row} of ${nameOf(file)}`;
  throw new Failure(
    flows.unplayable === "nobody"
      ? `${where} does not show who sent it: give a trace with directions, or write it as flows (qsig decode --help)`
      : `${where} is no whole message: see qsig decode ${file}`,
  );
}

function knownFlows(flows: readonly Flow[]): string {
  const names = flows.map(({ name }) => name).filter((name) => name !== "");
  return names.length === 0 ? "it holds no message" : `its flows are ${names.join(", ")}`;
}

function nameOf(file: string): string {
  return file === "-" ? "standard input" : file;
}

function formatNamed(given: string): FormatName | "auto" {
  const names = ["auto", ...(Object.keys(formats) as FormatName[])] as const;
  const name = names.find((one) => one === given);
  if (name === undefined) throw new UsageError(`--from is one of ${names.join(", ")}, not ${given}`);
  return name;
}

function settings(option: string, given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((text) => {
      const [, key, value] = /^(\w+)=([\w.]+)$/.exec(text) ?? [];
      if (key === undefined || value === undefined) throw new UsageError(`${option} is KEY=VALUE, not ${text}`);
      return [key, value];
    }),
  );
}
