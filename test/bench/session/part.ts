import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../../root.ts";
import { compare, type Part, type Peer, timed } from "../harness.ts";
import { TwoCores } from "./two-cores.ts";

const program = join(root, "build/libpri-session");
/** Other requests that wait meanwhile, on both sides of the comparison. */
const pendingCounts = [0, 1000];
/** About 40 ms of libpri without other requests. */
const usualRuns = 2000;

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

/** Two cores with so many requests that wait, each with numbers of its own. */
export function coresWith(pending: number): TwoCores {
  const cores = new TwoCores();
  for (let count = 0; count < pending; count += 1) {
    const number = String(count).padStart(7, "0");
    cores.request(`1${number}`, `2${number}`);
  }
  return cores;
}

/** A call back from the failed call to the end of the recall: our two cores, and two controllers of libpri. */
export const session: Part = {
  name: "session",
  async *rows(rounds) {
    for (const pending of pendingCounts) {
      const libpri = existsSync(program) ? new LibpriSession() : undefined;
      try {
        await libpri?.ask(`pending ${pending}`);
        const cores = coresWith(pending);
        const ours = timed((count) => {
          for (let run = 0; run < count; run += 1) cores.callBack("19999999", "29999999");
        });
        const peer: Peer =
          libpri === undefined
            ? { peer: "libpri", missing: "build/libpri-session is not built: apt-get install gcc libpri-dev" }
            : { peer: "libpri", measure: async () => Number(await libpri.ask(`run ${usualRuns}`)) / usualRuns };
        yield* await compare(`call back, ${pending} others wait`, "ns", rounds, ours, [peer]);
      } finally {
        libpri?.close();
      }
    }
  },
};
