import { expect } from "chai";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { TraceDecoder, type TraceRow } from "../../codecs/trace/decoder.ts";
import { type RowJson, rowToJson } from "../../codecs/trace/row-json.ts";
import { root } from "../root.ts";
import { requireSharedTraces, sharedTraces } from "./shared-traces.ts";

/** One message or Facility element of `traces.json`. */
interface Shared {
  readonly id: string;
  readonly kind: string;
  readonly hex: string;
  /** What tshark 4.0.17 said: `FACILITY (0x62); INV: ccbsRequest; local ops 40`. */
  readonly tshark: string;
  readonly verdict: string;
}

describe("the shared messages and Facility elements", () => {
  before(function () {
    requireSharedTraces(this);
  });

  const file = join(sharedTraces, "traces.json");
  const all = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as readonly Shared[]) : [];
  const rows = all.filter(({ kind }) => kind !== "pcap");
  const good = rows.filter(({ verdict }) => verdict !== "bad-on-purpose");
  const table = readFileSync(join(root, "test/interop/traces-differences.md"), "utf8");

  it("decode all, with the problems that the table explains", () => {
    const found = good.flatMap((row) => problemsOf(row).map((problem) => `${row.id} ${problem}`));
    expect(found.toSorted()).to.deep.equal(tabled(table, /^\| `([^`]+)` \| (\w+) \| [^|]+ \|$/gm).toSorted());
  });

  it("name the operations that tshark names, but for the rows that the table explains", () => {
    const differing = good.filter((row) => !isSame(row)).map(({ id }) => id);
    const explained = tabled(table, /^\| `([^`]+)` \| [^|]+ \| [^|]+ \| [^|]+ \|$/gm);
    expect(differing.toSorted()).to.deep.equal(explained.toSorted());
  });

  it("fail where they are bad on purpose", () => {
    const bad = rows.filter(({ verdict }) => verdict === "bad-on-purpose");
    expect(bad.length).to.be.greaterThan(0);
    for (const row of bad) expect(problemsOf(row), row.id).not.to.deep.equal([]);
  });
});

function tabled(table: string, row: RegExp): string[] {
  return [...table.matchAll(row)].map((match) => match.slice(1).join(" "));
}

function decode({ hex }: Shared): TraceRow[] {
  const decoder = new TraceDecoder({ from: "hex", protocol: "auto", all: true });
  return [...decoder.push(Buffer.from(hex)), ...decoder.end()] as TraceRow[];
}

/** What is wrong with a row, but that it says nothing of QSIG or DSS1 by itself. */
function problemsOf(row: Shared): string[] {
  const codes = decode(row).flatMap((one) => rowToJson(one).problems.map(({ code }) => code));
  return codes.filter((code) => code !== "protocolAssumed");
}

const kinds: Readonly<Record<string, string>> = {
  invoke: "INV",
  returnResult: "RES",
  returnError: "ERR",
  reject: "REJ",
};

/** Operations and errors, each by its name or, where tshark has none, by its code. */
function isSame(row: Shared): boolean {
  const theirs = [...row.tshark.matchAll(/\b(?:INV|RES|ERR|REJ): [^;]+/g)].map(([text]) => text.trim());
  const ours = decode(row).flatMap((one) => rowToJson(one).apdus);
  return ours.length === theirs.length && ours.every((apdu, index) => namesOf(apdu).includes(theirs[index] ?? ""));
}

function namesOf(apdu: RowJson["apdus"][number]): string[] {
  const kind = kinds[String(apdu["component"])] ?? "unknown";
  const names = [apdu["operation"], apdu["error"], apdu["problem"], apdu["code"]];
  return names.filter((name) => name !== undefined && name !== null).map((name) => `${kind}: ${String(name)}`);
}
