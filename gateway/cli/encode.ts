import { rowFromJson } from "../../codecs/trace/row-from-json.ts";
import { ShapeError, toHex } from "../../codecs/shape.ts";
import { type Command, type Io, parse, UsageError } from "./command.ts";
import { openInput, print } from "./streams.ts";

const help = `qsig encode: turn the JSON of qsig decode back into octets

Usage: qsig encode [--exact] [FILE|-]

Reads one JSON object a line, as qsig decode --json prints it, and prints the
octets of each message in hex, one a line. Each element is made of its value;
its hex counts only where it has none. Frames without a message are left out.

  --exact    take the hex of an element where it says the same as the value:
             gives the very octets that were decoded
Exit status: 0 every line gave a message, 1 some line is wrong.
`;

export const encode: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = parse(args, { exact: { type: "boolean", default: false } });
    if (positionals.length > 1) throw new UsageError("give one file");
    const [file = "-"] = positionals;
    let status = 0;
    let number = 0;
    for await (const line of lines(file, io)) {
      number += 1;
      if (line.trim() === "") continue;
      const octets = encodeLine(line, values.exact);
      if (typeof octets === "string") {
        io.stderr.write(`qsig: line ${number}: ${octets}\n`);
        status = 1;
      } else if (octets) await print(io, `${toHex(octets)}\n`);
    }
    return status;
  },
};

/** The octets; undefined for a frame, or in words what is wrong. */
function encodeLine(line: string, exact: boolean): Uint8Array | undefined | string {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return "this is no JSON; give one whole object a line";
  }
  const octets = rowFromJson(json, { exact });
  if (!(octets instanceof ShapeError)) return octets;
  return `${octets.path === "" ? "here" : octets.path} must be ${octets.due}`;
}

async function* lines(file: string, io: Io): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of openInput(file, io)) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
  yield rest + decoder.decode();
}
