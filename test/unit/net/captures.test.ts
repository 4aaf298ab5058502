import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { TraceDecoder, type TraceRow } from "../../../codecs/trace/decoder.ts";
import { rowToJson, type RowJson } from "../../../codecs/trace/row-json.ts";
import { root } from "../../root.ts";

const folder = join(root, "test/vectors/captures");

function decode(name: string): RowJson[] {
  const decoder = new TraceDecoder({ from: "auto", protocol: "auto", all: false });
  const rows = [...decoder.push(readFileSync(join(folder, name))), ...decoder.end()] as TraceRow[];
  return rows.map(rowToJson);
}

const operation = ({ apdus }: RowJson): unknown => apdus[0]?.["operation"];
const short = (row: RowJson): unknown[] => [row.from, row.carrier, row.message, operation(row)];

describe("captures of networks", () => {
  it("have a file for each carrier", () => {
    expect(readdirSync(folder)).to.include.members(["iua_examples.pcap", "sip_qsig_tunnel.pcap"]);
  });

  it("of IUA give the messages in DATA and UNIT DATA", () => {
    const rows = decode("iua_examples.pcap");
    expect(rows.map(short)).to.deep.equal([
      ["a", "iua", "SETUP", "ccbsRequest"],
      ["b", "iua", "CONNECT", "ccbsRequest"],
      ["b", "iua", "FACILITY", "ccExecPossible"],
      ["a", "iua", "DISCONNECT", undefined],
      ["a", "iua", "SETUP", undefined],
      ["b", "iua", "SETUP", undefined],
      ["a", "iua", "ALERTING", undefined],
    ]);
    expect(rows.flatMap(({ problems }) => problems)).to.deep.equal([]);
  });

  it("of SIP give the messages in its bodies", () => {
    const rows = decode("sip_qsig_tunnel.pcap");
    expect(rows.map(short)).to.deep.equal([
      ["a", "sip", "SETUP", "ccbsRequest"],
      ["b", "sip", "CONNECT", "ccbsRequest"],
      ["b", "sip", "FACILITY", "ccExecPossible"],
      ["a", "sip", "RELEASE", undefined],
    ]);
    expect(rows.flatMap(({ problems }) => problems)).to.deep.equal([]);
  });
});
