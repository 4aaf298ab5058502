import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { TraceDecoder, type TraceRow } from "../../../codecs/trace/decoder.ts";
import { rowToJson, type RowJson } from "../../../codecs/trace/row-json.ts";
import { root } from "../../root.ts";
import { ascii } from "../trace/octets.ts";

const folder = join(root, "test/vectors/captures");

function decode(name: string): RowJson[] {
  const decoder = new TraceDecoder({ from: "auto", protocol: "auto", all: false });
  const rows = [...decoder.push(readFileSync(join(folder, name))), ...decoder.end()] as TraceRow[];
  return rows.map(rowToJson);
}

const operation = ({ apdus }: RowJson): unknown => apdus[0]?.["operation"];
const short = (row: RowJson): unknown[] => [row.from, row.carrier, row.message, operation(row)];

/** The argument of ccExecPossible begins with 30 in all of them, where the standard has a0 (CcOptionalArg.fullArg). */
const knownFaults = ["FACILITY unexpectedTag"];
const faults = (rows: readonly RowJson[]): string[] =>
  rows.flatMap(({ message, problems }) => problems.map(({ code }) => `${message} ${code}`));

describe("captures of networks", () => {
  it("have a file for each carrier", () => {
    expect(readdirSync(folder)).to.include.members([
      ...["h225_over_sctp_ppid13.pcap", "h225_qsig_cis.pcap", "iua_examples.pcap", "sip_qsig_tunnel.pcap"],
    ]);
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
    expect(faults(rows)).to.deep.equal(knownFaults);
  });

  for (const name of ["h225_qsig_cis.pcap", "h225_over_sctp_ppid13.pcap"]) {
    it(`of H.225 give the messages in its tunnel, and which message brought them: ${name}`, () => {
      const rows = decode(name);
      expect(rows.map((row) => [...short(row), row.outer?.message])).to.deep.equal([
        ["a", "h225", "SETUP", "ccbsRequest", "SETUP"],
        ["b", "h225", "CALL PROCEEDING", undefined, "CALL PROCEEDING"],
        ["b", "h225", "CONNECT", "ccbsRequest", "CONNECT"],
        ["b", "h225", "FACILITY", "ccExecPossible", "FACILITY"],
        ["a", "h225", "DISCONNECT", undefined, "FACILITY"],
        ["b", "h225", "RELEASE COMPLETE", undefined, "RELEASE COMPLETE"],
      ]);
      expect(rows.map(({ outer }) => outer?.callReference.value)).to.deep.equal([7, 7, 7, 7, 7, 7]);
      expect(faults(rows)).to.deep.equal(knownFaults);
    });
  }

  it("of SIP give the messages in its bodies", () => {
    const rows = decode("sip_qsig_tunnel.pcap");
    expect(rows.map(short)).to.deep.equal([
      ["a", "sip", "SETUP", "ccbsRequest"],
      ["b", "sip", "CONNECT", "ccbsRequest"],
      ["b", "sip", "FACILITY", "ccExecPossible"],
      ["a", "sip", "RELEASE", undefined],
    ]);
    expect(faults(rows)).to.deep.equal(knownFaults);
  });
});

describe("messages with their transport, as hex", () => {
  const read = (text: string): unknown[] => {
    const decoder = new TraceDecoder({ from: "auto", protocol: "auto", all: true });
    const rows = [...decoder.push(ascii(text)), ...decoder.end()] as TraceRow[];
    return rows
      .map(rowToJson)
      .map(({ carrier, message, outer, problems }) => [
        carrier,
        message,
        outer?.message,
        problems.map(({ code }) => code),
      ]);
  };
  const vector = readFileSync(join(root, "test/vectors/h225-vectors.txt"), "utf8").match(
    /FACILITY_DISC \d+ (\w+)/,
  )?.[1];

  it("are H.225 in TPKT", () => {
    expect(read(`${vector}`)).to.deep.equal([["h225", "DISCONNECT", "FACILITY", []]]);
    expect(read(`${vector}00`)).to.deep.equal([["none", null, undefined, ["badLength"]]]);
  });

  it("are IUA", () => {
    const data = "01000501 00000028 0003000b7472756e6b2f3700 0005000800010000 000e00090802800501000000";
    expect(read(data)).to.deep.equal([["iua", "ALERTING", undefined, ["protocolAssumed"]]]);
    expect(read("01000302 00000008")).to.deep.equal([["iua", null, undefined, []]]);
  });
});
