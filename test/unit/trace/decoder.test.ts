import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { TraceDecoder, type TraceOptions, type TraceRow, waitingLimits } from "../../../codecs/trace/decoder.ts";
import { problemsOf } from "../../../codecs/trace/row-problems.ts";
import { pcapngHeader, pcapngPacket } from "../../../codecs/trace/pcapng-writer.ts";
import { ascii, octets } from "./octets.ts";

function decode(text: string, options: Partial<TraceOptions> = {}): TraceRow[] {
  const decoder = new TraceDecoder({ from: "auto", protocol: "auto", all: false, ...options });
  return [...decoder.push(ascii(text)), ...decoder.end()] as TraceRow[];
}

/** The name of the first component of each row, or its code. */
function operations(rows: readonly TraceRow[]): unknown[] {
  return rows.map(({ content }) => {
    if (content.holds === "component") return "operation" in content.component ? content.component.operation : "other";
    if (content.holds !== "message") return content.holds;
    const value = content.message.ies.find((ie) => ie.id === 0x1c)?.value as
      | { components: readonly { operation?: unknown; code?: unknown }[] }
      | undefined;
    return value?.components[0]?.operation ?? value?.components[0]?.code;
  });
}

const codes = (rows: readonly TraceRow[]): string[][] =>
  rows.map((row) => problemsOf(row).map(({ error }) => error.code));

const setup = "0802 0001 05 04038090a3 1803a98381";
const cisSetup = "0802 0001 05 0402a880 1801ac";
const facility = (contents: string): string => {
  const length = (contents.replaceAll(" ", "").length / 2).toString(16).padStart(2, "0");
  return `0802 8001 62 1c${length}${contents}`;
};
/** Operation 0: callingName in QSIG. Its argument is a name of three characters. */
const local = "a10b 020101 020100 8003416461";
const inQsig = facility(`9f ${local}`);
const inRose = facility(`91 ${local}`);
const withNfe = facility(`91 aa06800100820100 ${local}`);
const withEcmaOid = facility("91 a10e 020101 06042b0c0900 8003416461");
const withEtsiOid = facility("91 a10e 020101 0606040082670101 020105");

describe("rows that wait", () => {
  it("keep their own octets and not the piece of the file they came in", () => {
    const message = octets("080280015a08028090");
    const file = Buffer.concat([
      pcapngHeader([{ linkType: 147, name: "layer 3" }]),
      ...Array.from({ length: 1000 }, () => pcapngPacket({ time: 0, octets: message })),
    ]);
    const decoder = new TraceDecoder({ from: "pcap", protocol: "auto", all: false });
    expect(decoder.push(new Uint8Array(file))).to.deep.equal([]);
    const rows = decoder.flush() as TraceRow[];
    expect(rows).to.have.length(1000);
    for (const { item } of rows) expect(item.octets.buffer.byteLength).to.equal(message.length);
  });
});

describe("the protocol of a trace", () => {
  it("is QSIG where a Facility has networking extensions, even behind signs of DSS1", () => {
    expect(operations(decode(`${inRose}\n${inQsig}`))).to.deep.equal(["callingName", "callingName"]);
  });

  for (const [what, line] of [
    ["a network facility extension", withNfe],
    ["an operation under 1.3.12.9", withEcmaOid],
    ["the bearer of a call-independent connection", cisSetup],
  ] as const) {
    it(`is QSIG where there is ${what}`, () => {
      expect(operations(decode(`${inRose}\n${line}`))[0]).to.equal("callingName");
    });
  }

  it("is DSS1 where profile 91 has numbers only, or operations under 0.4.0", () => {
    expect(operations(decode(inRose))).to.deep.equal([0]);
    expect(operations(decode(withEtsiOid))).to.deep.equal(["callInfoRetain"]);
    expect(codes(decode(`${inRose}\n${withEtsiOid}`))).to.deep.equal([[], []]);
  });

  it("is QSIG where nothing tells, and the first row that holds something says so", () => {
    const rows = decode(`0001 73\n${setup}\n${setup}`, { all: true });
    expect(codes(rows)).to.deep.equal([[], ["protocolAssumed"], []]);
  });

  it("is what the caller says", () => {
    expect(operations(decode(inQsig, { protocol: "dss1" }))).to.deep.equal([0]);
    expect(operations(decode(inRose, { protocol: "qsig" }))).to.deep.equal(["callingName"]);
    expect(codes(decode(setup, { protocol: "qsig" }))).to.deep.equal([[]]);
  });

  it("gives Nortel's operations, whose profile has a second octet, no name of QSIG or DSS1", () => {
    const rows = decode(facility("11be a106 020101 020106"));
    expect(operations(rows)).to.deep.equal([6]);
    expect(codes(rows)).to.deep.equal([[]]);
    expect(codes(decode(facility("1100"), { protocol: "dss1" }))).to.deep.equal([["truncated"]]);
    expect(codes(decode(facility("11be a106 020101 020101"), { protocol: "qsig" }))).to.deep.equal([
      ["unknownProfile"],
    ]);
  });

  it("is decided by what has been seen when too much waits", () => {
    const decoder = new TraceDecoder({ from: "hex", protocol: "auto", all: false });
    const lines = ascii(`${setup}\n`.repeat(100));
    let rows: (TraceRow | DecodeError)[] = [];
    let pushed = 0;
    while (rows.length === 0) {
      rows = decoder.push(lines);
      pushed += 100;
    }
    expect(rows).to.have.length(pushed);
    expect(pushed).to.be.within(waitingLimits.items, waitingLimits.items + 100);
    const after = decoder.push(ascii(`${inQsig}\n`));
    expect(operations(after as TraceRow[])).to.deep.equal(["callingName"]);
  });

  it("is decided too when too many octets wait", () => {
    const decoder = new TraceDecoder({ from: "hex", protocol: "auto", all: false });
    const long = ascii(`0802000105${"40ff".padEnd(514, "0").repeat(15)}\n`.repeat(100));
    let pushed = 0;
    while (decoder.push(long).length === 0) pushed += 100;
    expect(pushed * 3860).to.be.within(waitingLimits.octets - 400_000, waitingLimits.octets);
  });
});

describe("the sides of a trace", () => {
  const from = (text: string): (string | undefined)[] => decode(text).map((row) => row.from);

  it("are told by C/R of LAPD: a sent the first SETUP", () => {
    const proceeding = "0201 0002 0802 8001 02";
    expect(from(`0001 0000 ${setup}\n${proceeding}\n0201 0202 ${setup}`)).to.deep.equal(["a", "b", "b"]);
  });

  it("are told of what came before the first SETUP too", () => {
    expect(from(`0001 0000 0802 0000 46\n0201 0000 ${setup}`)).to.deep.equal(["b", "a"]);
  });

  it("are told by the flag of the first SETUP's reference where nothing else tells", () => {
    const lines = [setup, "0802 8001 02", "0802 0001 4d", "0802 0002 05", "0800 62", "0801 01 62"];
    expect(from(lines.join("\n"))).to.deep.equal(["a", "b", "a", undefined, undefined, undefined]);
  });

  it("are not told by a reference that a second SETUP took", () => {
    expect(from(`${setup}\n${setup}\n0802 8001 02\n${cisSetup}\n0802 8001 02`)).to.deep.equal([
      "a",
      "a",
      "b",
      undefined,
      undefined,
    ]);
  });

  it("are not told in a trace without a SETUP", () => {
    expect(from("0001 0000 0802 0001 62\n0201 0000 0802 8001 62")).to.deep.equal([undefined, undefined]);
  });
});

describe("rows of a trace", () => {
  it("count what is printed, and hold frames without a message with `all` only", () => {
    const text = `02017f\n0001 0000 ${setup}\n0001 0000 ${setup}\n02010102\n0001 0200 0802 0001 4d`;
    expect(decode(text).map(({ index, content }) => [index, content.holds])).to.deep.equal([
      [0, "message"],
      [1, "message"],
    ]);
    expect(decode(text, { all: true }).map(({ item }) => item.frame ?? "message")).to.deep.equal([
      "SABME",
      "message",
      "I",
      "RR",
      "message",
    ]);
  });

  it("hold what cannot be read, with its fault", () => {
    const rows = decode("0802\n0001 0100 ff\nff00", { from: "hex" });
    expect(rows.map(({ content }) => content.holds)).to.deep.equal(["unreadable", "none", "none"]);
    expect(codes(rows)).to.deep.equal([["badHeader"], ["trailingOctets"], ["unknownFrame"]]);
  });

  it("hold parts of messages: an element, its contents, a component", () => {
    const rows = decode(
      `1c0c 9f ${local.replace("a10b", "a109").replace("8003416461", "800141")}\n9f ${local}\n${local}`,
    );
    expect(rows.map(({ content }) => content.holds)).to.deep.equal(["facilityElement", "facility", "component"]);
    expect(codes(rows)).to.deep.equal([[], [], []]);
  });

  it("hold an element with octets behind it as unreadable", () => {
    expect(codes(decode("1c019f 00", { from: "hex", protocol: "qsig" }))).to.deep.equal([["trailingOctets"]]);
  });

  it("come before the fault that ends the file", () => {
    const file = new Uint8Array([
      ...[0xa1, 0xb2, 0xc3, 0xd4, 0, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 0, 147],
      ...[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 5, 8, 2, 0, 1, 0x5a, 0, 0],
    ]);
    const decoder = new TraceDecoder({ from: "pcap", protocol: "qsig", all: false });
    const found = [...decoder.push(file), ...decoder.end()];
    expect(found).to.have.length(2);
    expect(found[0]).to.have.nested.property("content.holds", "message");
    expect(found[1]).to.deep.equal(new DecodeError("truncated", 45, "packet"));
  });
});
