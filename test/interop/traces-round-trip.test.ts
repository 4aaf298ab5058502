import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { DecodeError } from "../../codecs/error.ts";
import type { Protocol } from "../../codecs/index.ts";
import { ShapeError, toHex } from "../../codecs/shape.ts";
import { readItem } from "../../codecs/trace/content.ts";
import { TraceDecoder, type TraceRow } from "../../codecs/trace/decoder.ts";
import { rowFromJson } from "../../codecs/trace/row-from-json.ts";
import { RowJsonWriter } from "../../codecs/trace/row-json-text.ts";
import { problemsOf } from "../../codecs/trace/row-problems.ts";
import { messageToJson } from "../../codecs/view/index.ts";
import { libpriCaptures, requireSharedTraces, sharedTraces } from "./shared-traces.ts";

/** Every row of a shared trace, and what `qsig decode --json` prints of it. */
interface Printed {
  readonly from: string;
  readonly row: TraceRow;
  readonly json: unknown;
}

function printed(from: string, octets: Uint8Array): Printed[] {
  const decoder = new TraceDecoder({ from: "auto", protocol: "auto", all: false });
  const writer = new RowJsonWriter();
  return [...decoder.push(octets), ...decoder.end()].map((row) => {
    if (row instanceof DecodeError) throw new Error(`${from}: ${row.code} at ${row.offset}`);
    writer.add(row);
    return { from, row, json: JSON.parse(Buffer.from(writer.take()).toString()) as unknown };
  });
}

function everyShared(): Printed[] {
  const texts = readdirSync(join(sharedTraces, "libpri")).filter((name) => name.endsWith(".pridebug.txt"));
  const files = [...libpriCaptures(), ...texts].map((name) => `libpri/${name}`);
  const captures = readdirSync(sharedTraces).filter((name) => name.endsWith(".pcap"));
  const list = JSON.parse(readFileSync(join(sharedTraces, "traces.json"), "utf8")) as readonly Record<string, string>[];
  const rows = list.filter(({ kind }) => kind !== "pcap");
  return [
    ...[...files, ...captures].flatMap((name) => printed(name, readFileSync(join(sharedTraces, name)))),
    ...rows.flatMap(({ id = "", hex = "" }) => printed(id, Buffer.from(hex))),
  ];
}

/** Whether both hold the same values, whatever octets carry them, read as one of the protocols. */
function saySame({ item }: TraceRow, octets: Uint8Array): boolean {
  const valuesOf = (of: Uint8Array, protocol: Protocol): unknown => {
    const content = readItem({ ...item, octets: of }, protocol);
    if (content.holds !== "message") return content.holds;
    const { ies, apdus } = messageToJson(content.message, { index: 0, carrier: "none" });
    return [ies.map(({ name, value }) => [name, value]), apdus];
  };
  return (["qsig", "dss1"] as const).some((protocol) =>
    isDeepStrictEqual(valuesOf(octets, protocol), valuesOf(item.octets, protocol)),
  );
}

describe("every shared trace from its JSON", () => {
  let all: readonly Printed[] = [];
  before(function () {
    requireSharedTraces(this);
    all = everyShared();
  });

  it("comes back octet for octet with --exact", () => {
    expect(all.length).to.be.above(1500);
    for (const { from, row, json } of all) {
      const octets = rowFromJson(json, { exact: true });
      expect(octets instanceof Uint8Array && toHex(octets), from).to.equal(toHex(row.item.octets));
    }
  });

  it("comes back octet for octet where it was canonical, with the same values where it was not", () => {
    let canonical = 0;
    for (const { from, row, json } of all) {
      const octets = rowFromJson(json);
      if (octets === undefined || octets instanceof ShapeError) {
        // What breaks its type cannot be made of its value.
        expect(problemsOf(row), from).not.to.deep.equal([]);
        continue;
      }
      if (toHex(octets) === toHex(row.item.octets)) canonical += 1;
      else if (row.item.holds === "message" && problemsOf(row).length === 0)
        expect(saySame(row, octets), `${from}: ${toHex(row.item.octets)} as ${toHex(octets)}`).to.equal(true);
    }
    expect(canonical).to.be.above(all.length / 2);
  });
});
