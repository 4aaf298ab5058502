import { readFileSync } from "node:fs";

/** One message of a run as `ladders.txt` of the shared traces shows it. */
export interface Rung {
  readonly from: "a" | "b";
  /** Hex of the call reference with an asterisk where its flag is 1; "-" is the dummy reference. */
  readonly reference: string;
  readonly message: string;
  /**
   * `INV: ccbsRequest`, `RES: 0.4.0.359.1.2`, `ERR: shortTermRejection`; `?` where tshark, which told the ladder, gave
   * up.
   */
  readonly components: readonly string[];
  readonly cause: number | undefined;
}

/** The runs of the file by the name of their capture. */
export function readLadders(path: string): ReadonlyMap<string, readonly Rung[]> {
  const runs = readFileSync(path, "utf8").split(/^== /m).slice(1);
  return new Map(
    runs.map((run) => {
      const [name = "", ...lines] = run.trimEnd().split("\n");
      return [name, lines.map(readRung)];
    }),
  );
}

/** `  ccbs-request           A>B cr=0002 SETUP            INV: ccbsRequest; INV: callingName cause User busy (17)` */
const rung = new RegExp(
  [
    String.raw`^ +\S+ +(?<from>[AB])>[AB] cr=(?<reference>\S+)`,
    String.raw` (?<message>[A-Z]+(?: [A-Z]+\b(?!:))*)`,
    String.raw` *(?<components>(?:(?:INV|RES|ERR): \S+; )*(?:INV|RES|ERR): \S+)?`,
    " ?(?<rest>.*)$",
  ].join(""),
);

function readRung(line: string): Rung {
  const groups = rung.exec(line)?.groups;
  if (!groups) throw new Error(`ladders.txt has a new kind of line: ${line}`);
  const cause = /^cause .* \((?<value>\d+)\)$/.exec(groups["rest"] ?? "")?.groups?.["value"];
  return {
    from: groups["from"] === "A" ? "a" : "b",
    reference: groups["reference"] ?? "",
    message: groups["message"] ?? "",
    components: groups["components"]?.split("; ") ?? (groups["rest"]?.startsWith("Type: Facility") ? ["?"] : []),
    cause: cause === undefined ? undefined : Number(cause),
  };
}
