import { DecodeError, type DecodeErrorCode, decodeErrorTexts } from "../../codecs/error.ts";
import { type Leniency, leniencyNames } from "../../codecs/leniencies.ts";
import { TraceDecoder, type TraceOptions, type TraceRow } from "../../codecs/trace/decoder.ts";
import { formats } from "../../codecs/trace/formats.ts";
import { Ladder } from "../../codecs/trace/ladder.ts";
import { RowJsonWriter } from "../../codecs/trace/row-json-text.ts";
import { problemsOf } from "../../codecs/trace/row-problems.ts";
import { rowToText } from "../../codecs/trace/row-text.ts";
import { nearest } from "../nearest.ts";
import { type Command, type Io, parse, UsageError } from "./command.ts";
import { followInput, openInput, print } from "./streams.ts";

const help = `qsig decode: show the messages of a trace

Usage: qsig decode [OPTIONS] [FILE|-]

Reads a trace of any size as it comes and prints one block a message. Without
a FILE, or with -, it reads standard input.

  --from FORMAT        the format of the trace (auto):
                         hex    one message, frame, Facility element, Facility
                                contents or component a line; # is a comment
                         dump   hex with an offset before each line
                         flows  a message a line: flow, number, A or B, hex
                         pcap   pcap and pcapng: LAPD (177, 203), layer 3
                                (147), and over IP (1, 101, 113, 276) H.225.0,
                                IUA and QSIG in SIP
                         pri    "pri debug" of Asterisk (libpri)
                         cisco  "debug isdn q931" of Cisco IOS
                         cucm   traces of Cisco CallManager
                         and comware, xsr, teles, linkbit, hisax, yate, misdn:
                         frames as those routers, testers and drivers print
  --protocol PROTOCOL  whose operations the codes mean: qsig, dss1, or as the
                       trace itself shows (auto)
  --json               one JSON object a line, for programs
  --ladder             one line a message: when, who to whom, which call, what;
                       a sent the first SETUP, 5* answers call 5,
                       ! marks what the blocks say more of
  --follow             read FILE on while it grows, until Ctrl-C
  --all                frames without a message too
  --strict NAMES       show as problems what is accepted beyond the standard:
                       all, or names of leniencies with commas between them
Exit status: 0 every message was read, 1 something has a problem.
`;

const protocols = ["auto", "qsig", "dss1"] as const;

/** What rows are printed as: those that were added come out together, and stand until the next is added. */
interface Form {
  add(row: TraceRow): void;
  take(): string | Uint8Array;
}

export const decode: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = parse(args, {
      from: { type: "string", default: "auto" },
      protocol: { type: "string", default: "auto" },
      json: { type: "boolean", default: false },
      ladder: { type: "boolean", default: false },
      all: { type: "boolean", default: false },
      follow: { type: "boolean", default: false },
      strict: { type: "string" },
    });
    if (positionals.length > 1) throw new UsageError("give one file");
    if (values.json && values.ladder) throw new UsageError("give --json or --ladder, not both");
    const from = oneOf("--from", ["auto", ...formatNames], values.from);
    const protocol = oneOf("--protocol", protocols, values.protocol);
    const [file = "-"] = positionals;
    if (values.follow && file === "-") throw new UsageError("give the file that --follow is to read");
    const input = values.follow ? followInput(file, io) : openInput(file, io);
    const form: Form = values.json ? new RowJsonWriter() : textForm(values.ladder ? ladder() : rowToText);
    const options = { from, protocol, all: values.all, ...strictOption(values.strict) };
    return decodeInput({ file, input }, options, form, io);
  },
};

/** `all`, or names with commas between them. */
function strictOption(given: string | undefined): Pick<TraceOptions, "strict"> {
  if (given === undefined) return {};
  if (given === "all") return { strict: new Set(leniencyNames) };
  return { strict: new Set(given.split(",").map((name) => leniencyNamed(name))) };
}

function leniencyNamed(given: string): Leniency {
  const name = leniencyNames.find((one) => one === given);
  if (name !== undefined) return name;
  const near = nearest(given, leniencyNames);
  const advice = near === undefined ? `known: all, ${leniencyNames.join(", ")}` : `did you mean ${near}?`;
  throw new UsageError(`--strict: there is no leniency ${given}; ${advice}`);
}

function ladder(): (row: TraceRow) => string {
  const lines = new Ladder();
  return (row) => lines.print(row);
}

function textForm(toText: (row: TraceRow) => string): Form {
  let text = "";
  return {
    add(row) {
      text += toText(row);
    },
    take() {
      const taken = text;
      text = "";
      return taken;
    },
  };
}

const formatNames = Object.keys(formats) as (keyof typeof formats)[];

function oneOf<Name extends string>(option: string, names: readonly Name[], given: string): Name {
  const name = names.find((one) => one === given);
  if (name === undefined) throw new UsageError(`${option} is one of ${names.join(", ")}, not ${given}`);
  return name;
}

/** Read at a time: rows that are printed soon die young, and the garbage collector copies none. A quarter faster. */
const pieceOctets = 16_384;

interface Input {
  readonly file: string;
  readonly input: AsyncIterable<Uint8Array>;
}

async function decodeInput({ file, input }: Input, options: TraceOptions, form: Form, io: Io): Promise<number> {
  const decoder = new TraceDecoder(options);
  let status = 0;
  const show = async (rows: readonly (TraceRow | DecodeError)[]): Promise<void> => {
    for (const row of rows) {
      if (row instanceof DecodeError) {
        io.stderr.write(`qsig: ${sentence(file, row)}\n`);
        status = 1;
        continue;
      }
      if (problemsOf(row).length > 0) status = 1;
      form.add(row);
    }
    await print(io, form.take());
  };
  for await (const chunk of input) {
    if (chunk.length === 0) await show(decoder.flush());
    for (let at = 0; at < chunk.length; at += pieceOctets) {
      await show(decoder.push(chunk.subarray(at, at + pieceOctets)));
    }
  }
  await show(decoder.end());
  return status;
}

/** ONE table: what a person can do about a fault of the file; any other means that the file is damaged there. */
const advice: { readonly [Code in DecodeErrorCode]?: (name: string, path: string) => string } = {
  notATrace: (name) =>
    `${name} shows none of the trace formats qsig knows: say which with --from, or make a pcap of it with editcap`,
  unreadableLinkType: (name, path) =>
    `${name} holds packets of ${path}, in which qsig finds no QSIG: capture IP (1, 101), LAPD (203) or layer 3 (147)`,
  truncated: (name) =>
    `${name} ends in the middle of a packet: the rows above are all that is whole, copy the file again`,
};

function sentence(file: string, { code, offset, path }: DecodeError): string {
  const name = file === "-" ? "standard input" : file;
  const damaged = `${name} is damaged at octet ${offset} (${path}: ${decodeErrorTexts[code]}): what follows is lost`;
  return advice[code]?.(name, path) ?? damaged;
}
