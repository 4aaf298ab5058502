import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../free-port.ts";
import { root } from "../../root.ts";
import { peers } from "../require.ts";
import { patienceMs } from "../../until.ts";

export interface SippOptions {
  /** Where a caller calls. */
  readonly to?: number;
  /** Where one that is called listens. */
  readonly port?: number;
  /** It ends after so many, and says whether all went as the scenario wants. */
  readonly calls?: number;
  /** Calls a second. */
  readonly rate?: number;
  readonly number?: string;
}

/** What became of a run: true where every call went as its scenario says, and what sipp says of those that did not. */
export interface SippResult {
  readonly ok: boolean;
  readonly errors: string;
}

/** A Debian sipp that plays one scenario of `test/peers/sipp/` over TCP on loopback. */
export class Sipp {
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #ended: Promise<number | null>;
  #complaint = "";

  private constructor(process: ChildProcess, folder: string) {
    this.#process = process;
    this.#folder = folder;
    process.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#complaint += text;
    });
    this.#ended = new Promise((resolve) => process.once("close", resolve));
  }

  /** One that is called listens when this resolves. */
  static async start(scenario: string, options: SippOptions): Promise<Sipp> {
    const program = peers.sipp.program();
    if (program === undefined) throw new Error(peers.sipp.reason());
    const folder = await mkdtemp(join(tmpdir(), "qsig-sipp-"));
    const { to, port, calls, rate = 10, number = "2001" } = options;
    const args = [
      ...(to === undefined ? [] : [`127.0.0.1:${to}`, "-s", number, "-r", String(rate), "-timeout", "10s"]),
      ...["-sf", join(root, "test/peers/sipp", `${scenario}.xml`), "-t", "t1", "-i", "127.0.0.1"],
      // Two that look for a port of their own in the same moment find the same.
      ...["-p", String(port ?? (await freePort()))],
      ...(port === undefined ? [] : ["-bind_local"]),
      ...(calls === undefined ? [] : ["-m", String(calls)]),
      // Nothing is done that the scenario does not say, but OPTIONS are answered.
      ...["-nd", "-aa", "-nostdin", "-timeout_error", "-trace_err", "-error_file", join(folder, "errors")],
    ];
    const sipp = new Sipp(spawn(program, args, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] }), folder);
    if (port !== undefined) await sipp.#listens(port);
    return sipp;
  }

  /** Resolves when all calls are over. */
  async result(): Promise<SippResult> {
    const code = await this.#ended;
    const errors = await readFile(join(this.#folder, "errors"), "utf8").catch(() => "");
    await rm(this.#folder, { recursive: true, force: true });
    return { ok: code === 0, errors: code === 0 ? errors : errors + this.#complaint };
  }

  async stop(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.result();
  }

  /** Asked of the kernel: a connection would be a peer's to it. */
  async #listens(port: number): Promise<void> {
    const mark = new RegExp(`:${port.toString(16).toUpperCase().padStart(4, "0")} 00000000:0000 0A `);
    for (const giveUp = performance.now() + patienceMs; !mark.test(await readFile("/proc/net/tcp", "utf8")); ) {
      if (performance.now() > giveUp || this.#process.exitCode !== null) {
        throw new Error(`sipp does not listen: ${this.#complaint}`);
      }
      await sleep(10);
    }
  }
}

/** One run from its beginning to its end. */
export async function play(scenario: string, options: SippOptions): Promise<SippResult> {
  return (await Sipp.start(scenario, options)).result();
}
