import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DecodeError } from "../../codecs/error.ts";
import { TraceDecoder } from "../../codecs/trace/decoder.ts";
import { replayConfig } from "../../gateway/replay-config.ts";
import { type Flow, flowsOf } from "../../src/replay/flows.ts";
import { policyOf } from "../../src/replay/policy.ts";
import { type Replay, replay } from "../../src/replay/replay.ts";
import type { Side } from "../../src/replay/trace.ts";
import { root } from "../root.ts";

const captures = join(root, "fixtures/libpri");
const shared = join(root, "../shared");

/** The runs of libpri pairs that complete calls; those of the list that are there are played. */
const libpriRuns = [0, 1, 2, 10, 20, 31, 42, 50, 51, 60, 70, 71, 80, 82, 210, 220, 221, 230];

/** Files to play, by what a test is to call them; the shared ones only where they lie beside the project. */
export function replayFiles(): ReadonlyMap<string, string> {
  const kept = readdirSync(captures)
    .filter((name) => name.endsWith(".pcapng"))
    .map((name) => [name, join(captures, name)] as const);
  const runs = libpriRuns.map((run) => `libpri-sw10-sc${run}.pcap`);
  const others = [
    ...runs.map((name) => [name, join(shared, "traces/libpri", name)] as const),
    ["flows.txt", join(root, "test/vectors/flows.txt")] as const,
  ];
  return new Map([...kept, ...others.filter(([, path]) => existsSync(path))]);
}

/** The flows of a trace, which must be whole. */
export function readFlows(octets: Uint8Array): readonly Flow[] {
  const decoder = new TraceDecoder({ from: "auto", protocol: "qsig", all: false });
  const rows = [...decoder.push(octets), ...decoder.end()].map((row) => {
    if (row instanceof DecodeError) throw new Error(`${row.code} at ${row.offset}`);
    return row;
  });
  const flows = flowsOf(rows);
  if ("unplayable" in flows) throw new Error(`${flows.unplayable} at row ${flows.row}`);
  return flows;
}

export function flowsOfFile(path: string): readonly Flow[] {
  return readFlows(readFileSync(path));
}

/** The core plays the side with the settings that the trace shows. */
export function played({ messages }: Flow, as: Side): Replay {
  const config = replayConfig(policyOf(messages, as), { our: {}, peer: {} });
  if ("length" in config) throw new Error(config.map(({ text }) => text).join("; "));
  return replay(config, as, messages);
}

/** What is at fault, a line each: which message, and what. */
export function faultsOf({ lines }: Replay): string[] {
  return lines.flatMap((line) =>
    line.type === "cue"
      ? []
      : line.differences
          .filter(({ rule }) => rule === undefined)
          .map(
            ({ path, trace = "nothing", core = "nothing" }) => `${line.number ?? "+"} ${path}: ${trace}, not ${core}`,
          ),
  );
}
