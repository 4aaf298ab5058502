import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Protocol } from "../../codecs/index.ts";
import { peers } from "./require.ts";

const run = promisify(execFile);

/** What tshark makes of one frame. Names are tshark's own. */
export interface TsharkFrame {
  /** The name of the capture's interface, empty where it has none. */
  readonly interface: string;
  /** `SETUP`, or null where there is no layer-3 message. */
  readonly message: string | null;
  readonly callReference: number | null;
  /** Of invokes and of returnResults, in the order of the octets: `ccbsRequest`; `17` where tshark has no name. */
  readonly operations: readonly string[];
  readonly errors: readonly string[];
  /** Malformed packets, and what tshark's experts call a warning or an error. */
  readonly problems: readonly string[];
}

/**
 * Operations that two standards name: tshark has the later name (ECMA-347), we the one of the service itself
 * (ECMA-242). And one whose hyphen TypeScript cannot have.
 */
export const renamed: ReadonlyMap<string, string> = new Map([
  ["mCMNewMsg", "mWIActivate"],
  ["mCMNoNewMsg", "mWIDeactivate"],
  ["mCMUpdateReq", "mWIInterrogate"],
  ["pumDe-reg", "pumDeReg"],
]);

/** Between the occurrences of one field: no text has it. */
const unit = "\u001f";
/** Expert severities, epan/proto.h: comment, chat and note lie below. */
const warning = 0x0060_0000;

/** Whose operations tshark takes for what Facility elements hold, and where it says which. */
const contexts = {
  qsig: { preference: "Dissect facility as QSIG", operation: "qsig.operation", error: "qsig.error" },
  dss1: { preference: "Dissect facility as ETSI", operation: "isdn_sup.operation", error: "isdn_sup.error" },
} as const;

/**
 * Decodes a whole capture in one call, pcap or pcapng: LAPD (link types 177 and 203), bare Q.931 messages (147), and
 * all that tshark knows by itself. `more`: options such as `-d tls.port==1300,q931`. Starting tshark costs 0.2 s, so
 * join captures rather than call it often.
 */
export async function decodeWithTshark(
  file: string,
  context: Protocol = "qsig",
  more: readonly string[] = [],
): Promise<TsharkFrame[]> {
  const program = peers.tshark.program();
  if (program === undefined) throw new Error(peers.tshark.reason());
  const names = await valueNames(program);
  const { preference, operation, error } = contexts[context];
  const fields = [
    ...["frame.interface_name", "q931.message_type", "q931.call_ref", operation, error],
    ...["_ws.expert.message", "_ws.expert.severity"],
  ];
  const { stdout } = await run(
    program,
    [
      ...["-o", 'uat:user_dlts:"User 0 (DLT=147)","q931","0","","0",""'],
      ...["-o", `q932.facility_encoding:${preference}`],
      // By default 4.0 takes the service access points of IUA for those of GSM.
      ...["-o", "iua.use_gsm_sapi_values:FALSE"],
      ...more,
      ...["-r", file, "-T", "fields", "-E", "occurrence=a", "-E", `aggregator=${unit}`],
      ...fields.flatMap((field) => ["-e", field]),
    ],
    { maxBuffer: 1 << 28 },
  );
  return stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => frame(line, names, context));
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** Each frame's fields as tshark shows them to people, in the order of the octets: `procedure: cfb (1)`. */
export async function shownByTshark(file: string, context: Protocol = "qsig"): Promise<string[][]> {
  const program = peers.tshark.program();
  if (program === undefined) throw new Error(peers.tshark.reason());
  const { stdout } = await run(
    program,
    ["-o", `q932.facility_encoding:${contexts[context].preference}`, "-r", file, "-T", "pdml"],
    { maxBuffer: 1 << 29 },
  );
  const frames = stdout.split("<packet>").slice(1);
  return frames.map((packet) =>
    [...packet.matchAll(/showname="(?<shown>[^"]*)"/g)].map(({ groups }) =>
      (groups?.["shown"] ?? "").replaceAll(/&(?<name>\w+);/g, (whole, name: string) => entities[name] ?? whole),
    ),
  );
}

function frame(line: string, names: ValueNames, context: Protocol): TsharkFrame {
  const [name = "", message = [], reference = [], operations = [], errors = [], texts = [], severities = []] = line
    .split("\t")
    .map((field, index) => (index === 0 ? field : field.split(unit).filter((value) => value !== ""))) as [
    string,
    ...string[][],
  ];
  const nameOf = (field: (typeof named)[number], value: string) =>
    names.get(field)?.get(Number(value)) ?? String(Number(value));
  return {
    interface: name,
    message: message[0] === undefined ? null : nameOf("q931.message_type", message[0]),
    callReference: reference[0] === undefined ? null : Number.parseInt(reference[0], 16),
    operations: operations.map((value) => nameOf(contexts[context].operation, value)),
    errors: errors.map((value) => nameOf(contexts[context].error, value)),
    problems: texts.filter((_text, index) => Number(severities[index] ?? warning) >= warning),
  };
}

const named = ["q931.message_type", ...Object.values(contexts).flatMap((one) => [one.operation, one.error])] as const;

type ValueNames = ReadonlyMap<string, ReadonlyMap<number, string>>;

let knownNames: Promise<ValueNames> | undefined;

/** tshark's own tables, asked once: with `-T fields` it prints numbers. */
function valueNames(program: string): Promise<ValueNames> {
  knownNames ??= run(program, ["-G", "values"], { maxBuffer: 1 << 28 }).then(({ stdout }) => {
    const rows = stdout.split("\n").map((line) => line.split("\t"));
    const table = (field: string) =>
      new Map(
        rows
          .filter(([kind, name]) => kind === "V" && name === field)
          .map(([, , value, text = ""]) => [Number(value), text]),
      );
    return new Map(named.map((field) => [field, table(field)]));
  });
  return knownNames;
}
