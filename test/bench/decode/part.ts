import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { peers } from "../../peers/require.ts";
import { root } from "../../root.ts";
import { compare, type Part, type Peer } from "../harness.ts";
import { writeCapture } from "./capture.ts";

const seed = 1;
const frames = 200_000;
const longOctets = 1e9;
/** By default tshark 4.0 takes what IUA carries for GSM and says "malformed". */
const asQsig = ["-o", "iua.use_gsm_sapi_values:FALSE"];
/** What the long run may need. */
const memoryLimitMb = 150;

/** `qsig decode --json` and `tshark -T json`, whole processes, on the same capture. */
export const decode: Part = {
  name: "decode",
  async *rows(rounds) {
    const file = join(root, "build/bench/frames.pcapng");
    writeCapture(file, seed, { packets: frames });
    const rate = (command: readonly string[]) => async () => frames / (await run(command)).seconds;
    const program = peers.tshark.program();
    const tshark: Peer =
      program === undefined
        ? { peer: "tshark", missing: peers.tshark.reason() }
        : { peer: "tshark", measure: rate([program, ...asQsig, "-r", file, "-T", "json"]) };
    yield* await compare(`decode --json, ${frames} frames`, "frames/s", rounds, rate(ours(file)), [tshark]);
  },
};

/** A file of a gigabyte, ours alone: what it needs must not grow with the file. */
export const decodeLong: Part = {
  name: "decode-long",
  onlyByName: true,
  async *rows() {
    const file = join(root, "build/bench/long.pcapng");
    const packets = writeCapture(file, seed, { octets: longOctets });
    const { seconds, peakMb } = await run(ours(file));
    const name = `decode --json, ${(statSync(file).size / 1e9).toFixed(1)} GB`;
    const alone = "ours alone: the memory of tshark grows with the file";
    yield { name, unit: "frames/s", ours: packets / seconds, other: null, peer: "tshark", ratio: null, missing: alone };
    yield { name, unit: "MB", ours: peakMb, other: memoryLimitMb, peer: "the limit", ratio: memoryLimitMb / peakMb };
  },
};

function ours(file: string): string[] {
  const peak = join(root, "dist/test/bench/decode/peak.js");
  return [process.execPath, "--import", peak, join(root, "dist/gateway/cli/main.js"), "decode", "--json", file];
}

/** Runs the command, its output to nowhere, then tells the processor time that it took. */
const script = '"$@" >/dev/null; status=$?; times >&4; exit $status';

/**
 * Runs a whole process to its end: the processor time of all its threads, and the peak memory that it writes to
 * descriptor 3, see `peak.ts`.
 */
async function run(command: readonly string[]): Promise<{ seconds: number; peakMb: number }> {
  const child = spawn("sh", ["-c", script, "sh", ...command], { stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"] });
  const texts = { 2: "", 3: "", 4: "" };
  for (const descriptor of [2, 3, 4] as const) {
    child.stdio[descriptor]?.on("data", (text: Buffer) => {
      texts[descriptor] += text.toString();
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  // 1 is what `qsig decode` says where a message has a problem.
  if (code === null || code > 1) throw new Error(`${command[0]} ended with ${code}: ${texts[2].slice(0, 500)}`);
  return { seconds: secondsOf(texts[4]), peakMb: Number(texts[3]) / 1024 };
}

/** The second line of `times`: user and system time of the children, `0m1.52s 0m0.14s`. */
function secondsOf(times: string): number {
  const [, children = ""] = times.split("\n");
  const parts = [...children.matchAll(/(?<minutes>\d+)m(?<seconds>[\d.]+)s/g)];
  return parts.reduce((sum, { groups }) => sum + Number(groups?.["minutes"]) * 60 + Number(groups?.["seconds"]), 0);
}
