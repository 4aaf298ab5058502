import { PassThrough } from "node:stream";
import type { Io } from "../../../gateway/cli/command.ts";
import { main } from "../../../gateway/cli/main.ts";

export interface Finished {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command line in this process. */
export async function qsig(args: readonly string[], env: Io["env"] = {}): Promise<Finished> {
  const terminal = new Terminal(env);
  const status = await main(args, terminal.io);
  return { status, stdout: terminal.stdout, stderr: terminal.stderr };
}

/** Streams of a command, kept as text. */
export class Terminal {
  readonly io: Io;
  readonly #ending = new AbortController();
  readonly #stdout = new PassThrough();
  readonly #stderr = new PassThrough();
  #written = { stdout: "", stderr: "" };

  constructor(env: Io["env"] = {}) {
    const stdin = new PassThrough();
    stdin.end();
    this.io = { stdin, stdout: this.#stdout, stderr: this.#stderr, env, ending: () => this.#ending.signal };
  }

  /** As SIGTERM. */
  end(): void {
    this.#ending.abort();
  }

  get stdout(): string {
    this.#written.stdout += (this.#stdout.read() as Buffer | null)?.toString() ?? "";
    return this.#written.stdout;
  }

  get stderr(): string {
    this.#written.stderr += (this.#stderr.read() as Buffer | null)?.toString() ?? "";
    return this.#written.stderr;
  }
}
