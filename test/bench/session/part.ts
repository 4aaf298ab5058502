import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { root } from "../../root.ts";
import { compare, type Part, type Peer, type Row, timed } from "../harness.ts";
import { TwoCores } from "./two-cores.ts";

const program = join(root, "build/libpri-session");
/** Other requests that wait meanwhile. A controller of libpri has room for some 8,000: its scheduler holds no more. */
const pendingCounts = [0, 1000, 5000, 100_000];
const mostOfLibpri = 5000;
/** Of libpri in one measurement: 40 ms without other requests, and as long with many of them. */
const usualRuns = 2000;
const fewRuns = 100;
/** Requests of cores that are thrown away before others are weighed. */
const warming = 1000;
/** V8 has compiled nearly all of it when so many call backs were made: their batches become faster for seconds. */
const warmingRuns = 8000;
/** Beside a million that wait the collections differ: many are in one measurement. */
const batchMs = 400;
/** So many requests that the cores themselves do not count. */
const weighedFrom = 100_000;

/** Full call backs between two controllers of libpri in one process, see `test/bench/libpri/README.md`. */
class LibpriSession {
  readonly #child: ChildProcessWithoutNullStreams = spawn(program);
  readonly #lines = createInterface(this.#child.stdout)[Symbol.asyncIterator]();

  async ask(line: string): Promise<string> {
    this.#child.stdin.write(`${line}\n`);
    const next = await this.#lines.next();
    if (next.done === true) throw new Error(`libpri-session ended at: ${line}`);
    return next.value;
  }

  close(): void {
    this.#child.stdin.end();
  }
}

/** Users call each other without order: numbers of both that end alike would make each pair look like a hundred. */
const stride = 6_180_339;

function sevenDigits(count: number): string {
  return String(count % 10_000_000).padStart(7, "0");
}

/** Two cores with so many requests that wait, each with numbers of its own. */
export function coresWith(pending: number): TwoCores {
  const cores = new TwoCores();
  for (let count = 0; count < pending; count += 1) {
    cores.request(`1${sevenDigits(count)}`, `2${sevenDigits(count * stride)}`);
  }
  return cores;
}

/** The same, and the octets that one request takes in one core: the mean of the two. */
export function weighedCoresWith(pending: number): { readonly cores: TwoCores; readonly octets: number } {
  // Code that runs for the first time takes memory too.
  coresWith(warming).callBack("19999999", "29999999");
  const before = heapUsed();
  const cores = coresWith(pending);
  return { cores, octets: (heapUsed() - before) / (2 * pending) };
}

/** A call back from the failed call to the end of the recall: our two cores, and two controllers of libpri. */
export const session: Part = {
  name: "session",
  async *rows(rounds) {
    warm();
    for (const pending of pendingCounts) yield* callBacks(pending, rounds);
  },
};

/** A table of a million requests takes minutes to fill. */
export const sessionLong: Part = {
  name: "session-long",
  onlyByName: true,
  async *rows(rounds) {
    warm();
    yield* callBacks(0, rounds);
    yield* callBacks(1_000_000, rounds);
  },
};

function warm(): void {
  const cores = coresWith(0);
  for (let run = 0; run < warmingRuns; run += 1) cores.callBack("19999999", "29999999");
}

async function* callBacks(pending: number, rounds: number): AsyncIterable<Row> {
  const isThere = existsSync(program);
  const libpri = isThere && pending <= mostOfLibpri ? new LibpriSession() : undefined;
  try {
    await libpri?.ask(`pending ${pending}`);
    const { cores, octets } = weighedCoresWith(pending);
    const ours = timed((count) => {
      for (let run = 0; run < count; run += 1) cores.callBack("19999999", "29999999");
    }, batchMs);
    const runs = pending === 0 ? usualRuns : fewRuns;
    const missing = isThere
      ? `a controller of libpri has no room for ${pending} requests`
      : "build/libpri-session is not built: apt-get install gcc libpri-dev";
    const peer: Peer =
      libpri === undefined
        ? { peer: "libpri", missing }
        : { peer: "libpri", measure: async () => Number(await libpri.ask(`run ${runs}`)) / runs };
    yield* await compare(`call back, ${pending} others wait`, "ns", rounds, ours, [peer]);
    if (pending >= weighedFrom) yield weight(`one of ${pending} requests that wait`, octets);
  } finally {
    libpri?.close();
  }
}

function weight(name: string, ours: number): Row {
  const missing = "libpri's records cannot be weighed through its public API";
  return { name, unit: "octets", ours, other: null, peer: "libpri", ratio: null, missing };
}

/** What is reachable, and nothing else. */
function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
}
