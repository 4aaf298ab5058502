import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../root.ts";

/** Random values of each type, each way: a sample, and in `make fuzz-long` as many as it says. */
export const valuesOfType = Number(process.env["QSIG_ERLANG_VALUES"] ?? 200);

/** Erlang's compiler, given our modules once; batches of requests go in, answers come in their order. */
export class Erlang {
  private readonly folder = mkdtempSync(join(tmpdir(), "erlang-"));
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly waiting: ((line: string) => void)[] = [];
  private readonly closed: Promise<unknown>;
  private isClosed = false;
  private batches = 0;
  private said = "";

  private constructor(rules: "ber" | "per", files: readonly string[]) {
    const program = join(root, "test/interop/crossing.escript");
    this.process = spawn("escript", [program, rules, this.folder, ...files]);
    createInterface({ input: this.process.stdout }).on("line", (line) => this.waiting.shift()?.(line));
    this.process.stderr.on("data", (data: Buffer) => {
      this.said += data.toString();
    });
    this.closed = new Promise((resolve) => this.process.on("close", resolve));
    void this.closed.then(() => {
      this.isClosed = true;
      for (const answer of this.waiting.splice(0)) answer(this.ended());
    });
  }

  /** `files`: each after those it imports. Rejects where they do not compile. */
  static async start(rules: "ber" | "per", files: readonly string[]): Promise<Erlang> {
    const erlang = new Erlang(rules, files);
    const [line] = await erlang.answers(1);
    if (line === "ready") return erlang;
    await erlang.end();
    throw new Error(line);
  }

  /** `count`: how many lines answer the requests. */
  async ask(requests: readonly string[], count = requests.length): Promise<readonly string[]> {
    if (this.isClosed) throw new Error(this.ended());
    this.batches += 1;
    const file = join(this.folder, `batch-${this.batches}`);
    writeFileSync(file, requests.map((request) => `${request}.\n`).join(""));
    const answers = this.answers(count);
    this.process.stdin.write(`${file}\n`);
    return answers;
  }

  async end(): Promise<void> {
    this.process.stdin.end();
    await this.closed;
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async answers(count: number): Promise<readonly string[]> {
    return Promise.all(Array.from({ length: count }, () => new Promise<string>((done) => this.waiting.push(done))));
  }

  private ended(): string {
    return `Erlang ended: ${this.said}`;
  }
}
