import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { toHex } from "../../../codecs/index.ts";
import { root } from "../../root.ts";

/** About 40 ms. */
const usualRuns = 300_000;

const program = join(root, "build/libpri-bench");

/** Why there is no comparison with libpri here, or undefined where there is one. */
export function libpriMissing(): string | undefined {
  return existsSync(program) ? undefined : "build/libpri-bench is not built: apt-get install gcc libpri-dev";
}

/** libpri's own encoder and decoder in a process of their own, see `test/bench/libpri/README.md`. */
export class LibpriBench {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string, undefined>;
  /** Facilities loaded, which runs take in turn. */
  private loaded: readonly Uint8Array[] = [];

  constructor() {
    this.child = spawn(program);
    this.lines = createInterface(this.child.stdout)[Symbol.asyncIterator]();
  }

  close(): void {
    this.child.stdin.end();
  }

  private async ask(line: string): Promise<string> {
    this.child.stdin.write(`${line}\n`);
    const next = await this.lines.next();
    if (next.done === true) throw new Error(`libpri-bench ended at: ${line}`);
    return next.value;
  }

  /** Of these Facility contents those that libpri reads and writes again octet for octet. */
  async understood(contents: readonly Uint8Array[]): Promise<Uint8Array[]> {
    await this.ask("clear");
    const alike: Uint8Array[] = [];
    for (const each of contents) if ((await this.ask(`load ${toHex(each)}`)) === "ok") alike.push(each);
    this.loaded = alike;
    return alike;
  }

  /** Nanoseconds of processor time for one of the Facilities given. */
  async run(what: "decode" | "encode", contents: readonly Uint8Array[], runs = usualRuns): Promise<number> {
    if (this.loaded !== contents) {
      if ((await this.understood(contents)).length !== contents.length) throw new Error("libpri refuses a Facility");
      this.loaded = contents;
    }
    return Number(await this.ask(`${what} ${runs}`)) / runs;
  }
}
