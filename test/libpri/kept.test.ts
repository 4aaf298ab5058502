import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { DecodeError } from "../../codecs/error.ts";
import { TraceDecoder, type TraceRow } from "../../codecs/trace/decoder.ts";
import { problemsOf } from "../../codecs/trace/row-problems.ts";
import { keptFile, keptFolder } from "./kept.ts";
import { suites } from "./scenarios/index.ts";
import { wireDifference, wireMessage } from "./wire.ts";

/** The captures of fixtures/libpri, read as `qsig decode` reads any: no libpri is needed. */
describe("kept captures of live runs", () => {
  for (const { title, scenarios } of suites) {
    describe(title, () => {
      for (const { name, wire } of scenarios) {
        it(`${name}: every message is read, and the ladder is the scenario's`, () => {
          const rows = decoded(keptFile(name));
          expect(rows.flatMap((row) => problemsOf(row).map(({ error }) => error.code))).to.deep.equal([]);
          expect(wireDifference(rows.map(lineOf), wire)).to.equal(undefined);
        });
      }
    });
  }

  it("are of scenarios that are there: make fixtures", () => {
    const names = suites.flatMap(({ scenarios }) => scenarios.map(({ name }) => `${name}.pcapng`));
    expect(new Set(names).size, "every name once").to.equal(names.length);
    expect(readdirSync(keptFolder).sort()).to.deep.equal([...names, "README.md"].sort());
  });
});

function decoded(file: string): TraceRow[] {
  const decoder = new TraceDecoder({ from: "auto", protocol: "auto", all: false });
  return [...decoder.push(readFileSync(file)), ...decoder.end()].map((row) => {
    if (row instanceof DecodeError) throw new Error(`${file}: ${row.code} at ${row.offset}`);
    return row;
  });
}

function lineOf({ item, content }: TraceRow): string {
  if (content.holds !== "message") return content.holds;
  return wireMessage(item.sender?.self === "writer" ? ">" : "<", item.octets, content.message).line;
}
