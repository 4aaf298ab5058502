import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { createPinx } from "../../src/pinx.ts";
import type { Core, Output } from "../../src/seam.ts";
import { lineOf, OutputHash, readLine, recordingHead } from "../recording.ts";
import { type Command, Failure, parse, UsageError } from "./command.ts";
import { openInput } from "./streams.ts";

const help = `qsig rerun: run recorded inputs again

Usage: qsig rerun [--show] RECORDING

Gives a core what the gateway's own was given (qsig start --record FILE), at
the recorded times, and compares what comes out, octet for octet. Exit status 1
at the first difference: it shows what came out then.

  --show         print what every input leads to, one JSON object a line
`;

export const rerun: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = parse(args, { show: { type: "boolean", default: false } });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError("give one recording");
    const show = (text: string): void => void io.stdout.write(`${text}\n`);
    const lines = createInterface({ input: Readable.from(openInput(file, io)), crlfDelay: Infinity });
    const run = new Rerun(createPinx(), values.show ? show : () => {});
    let number = 0;
    for await (const text of lines) {
      number += 1;
      if (number === 1 && text !== recordingHead) throw new Failure(`${file} is no recording of this version of qsig`);
      const fault = number === 1 ? undefined : run.line(text);
      if (fault !== undefined) throw new Failure(`${file}:${number}: ${fault}`);
    }
    if (number === 0) throw new Failure(`${file} is empty`);
    show(`${run.inputs} inputs, and the same came of each`);
    return 0;
  },
};

class Rerun {
  readonly #core: Core;
  readonly #show: (text: string) => void;
  readonly #hash = new OutputHash();
  #outputs: readonly Output[] = [];
  inputs = 0;

  constructor(core: Core, show: (text: string) => void) {
    this.#core = core;
    this.#show = show;
  }

  /** What is wrong with a line, or with what came of it. */
  line(text: string): string | undefined {
    const line = readLine(text);
    if (line === undefined) return "this is no line of a recording";
    if ("hash" in line) {
      if (this.#hash.add(this.#outputs) === line.hash) return undefined;
      return `something else came of input ${this.inputs}: ${line.outputs} outputs then, now ${lineOf(this.#outputs)}`;
    }
    this.#core.handle(line.input, line.now);
    const outputs: Output[] = [];
    for (let output = this.#core.poll(); output !== undefined; output = this.#core.poll()) outputs.push(output);
    this.#outputs = outputs;
    this.inputs += 1;
    this.#show(lineOf({ now: line.now, input: line.input, outputs }));
    return undefined;
  }
}
