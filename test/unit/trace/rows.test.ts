import { expect } from "chai";
import { ShapeError } from "../../../codecs/shape.ts";
import { TraceDecoder, type TraceOptions, type TraceRow } from "../../../codecs/trace/decoder.ts";
import { rowFromJson } from "../../../codecs/trace/row-from-json.ts";
import { RowJsonWriter } from "../../../codecs/trace/row-json-text.ts";
import { rowToJson } from "../../../codecs/trace/row-json.ts";
import { Ladder } from "../../../codecs/trace/ladder.ts";
import { rowToText } from "../../../codecs/trace/row-text.ts";
import { ascii, octets } from "./octets.ts";

function decode(text: string, options: Partial<TraceOptions> = {}): TraceRow[] {
  const decoder = new TraceDecoder({ from: "hex", protocol: "qsig", all: false, ...options });
  return [...decoder.push(ascii(text)), ...decoder.end()] as TraceRow[];
}

function decodeOne(line: string, options: Partial<TraceOptions> = {}): TraceRow {
  const [row] = decode(line, options);
  if (!row) throw new Error("no row");
  return row;
}

/** ccbsRequest from 1001 to 2001, connection retained; TRUE is 01, as libpri sends it. */
const ccbsRequest =
  "9faa068001008201008b0101a120020101020128 3018a006800431303031800432303031400504038090a38d0101".replace(" ", "");
const element = `1c${(ccbsRequest.length / 2).toString(16)}${ccbsRequest}`;
const setup = `08020002050402a8801801ac${element}`;

describe("rows as JSON", () => {
  it("show a message with its place in the trace", () => {
    const row = rowToJson(decodeOne(setup));
    expect(row).to.include({ index: 0, from: "a", carrier: "none", message: "SETUP" });
    expect(row.callReference).to.deep.equal({ value: 2, flag: 0, length: 2 });
    expect(row.ies.map((ie) => ie.hex)).to.deep.equal(["0402a880", "1801ac", element]);
    expect(row.apdus[0]).to.include({ component: "invoke", invokeId: 1, operation: "ccbsRequest", code: 40 });
    expect(row.problems).to.deep.equal([]);
    expect(Object.keys(row).slice(0, 5)).to.deep.equal(["index", "from", "carrier", "message", "callReference"]);
  });

  it("show parts of a message under members of their own, with their APDUs", () => {
    const component = ccbsRequest.slice(ccbsRequest.indexOf("a120"));
    const [ofElement, ofContents, ofComponent] = decode([element, ccbsRequest, component].join("\n")).map(rowToJson);
    expect(ofElement).to.include({ message: null, callReference: null });
    expect(ofElement?.ies).to.have.length(1);
    expect(ofContents?.facility).to.include({ profile: 0x9f });
    expect(ofComponent?.apdu).to.include({ operation: "ccbsRequest" });
    for (const row of [ofElement, ofContents, ofComponent]) {
      expect(row?.apdus.map((apdu) => apdu["operation"])).to.deep.equal(["ccbsRequest"]);
    }
  });

  it("show a frame without a message, and what nobody can read, with their octets", () => {
    expect(rowToJson(decodeOne("02017f", { all: true }))).to.deep.include({
      message: null,
      frame: "SABME",
      hex: "02017f",
    });
    const unread = rowToJson(decodeOne("0803"));
    expect(unread).to.deep.include({ message: null, callReference: null, hex: "0803" });
    expect(unread.problems).to.deep.equal([
      { code: "badHeader", at: 1, text: "callReference: the message header cannot be read" },
    ]);
  });

  it("place each problem from the first octet of the message", () => {
    const [row] = decode(`080200015a 0802 81`.replaceAll(" ", "")).map(rowToJson);
    expect(row?.problems).to.deep.include({ code: "truncated", at: 8, text: "the octets end before the value does" });
  });
});

describe("the printer of rows", () => {
  const lines = [
    setup,
    `${setup}34`,
    "080280025a08028190",
    "08018224",
    "0800620802",
    "0803",
    element,
    ccbsRequest,
    "02017f",
    `00010000${setup}`,
  ];

  /** The lines as a reader of JSON has them. */
  function written(rows: readonly TraceRow[]): unknown[] {
    const writer = new RowJsonWriter();
    for (const row of rows) writer.add(row);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(writer.take());
    return text.split("\n").flatMap((line): unknown[] => (line === "" ? [] : [JSON.parse(line)]));
  }
  const plain = (row: TraceRow): unknown => JSON.parse(JSON.stringify(rowToJson(row)));

  it("says what rowToJson says, with and without what a row may say beside", () => {
    const rows = decode(lines.join("\n"), { all: true });
    const outer = { message: "FACILITY", callReference: { value: 1, flag: 0, length: 2 } } as const;
    const beside = { time: 1, clock: "Jan 1 00:00:00", segments: 2, outer, sender: { self: "x", peer: "y" } };
    const timed = rows.map((row) => ({ ...row, from: "b" as const, item: { ...row.item, ...beside } }));
    expect(written([...rows, ...timed])).to.deep.equal([...rows, ...timed].map(plain));
    expect(written(timed)[0]).to.include({ time: "1970-01-01T00:00:00.001Z" });
  });

  it("holds every character of a text, and begins anew when it is taken", () => {
    const all = Array.from({ length: 256 }, (_, code) => code).slice(1);
    const rows = [all.slice(0, 128), all.slice(128)].map((codes) =>
      decodeOne(`080200017b28${Buffer.of(codes.length, ...codes).toString("hex")}`),
    );
    expect(written(rows)).to.deep.equal(rows.map(plain));
    const writer = new RowJsonWriter();
    for (const row of rows) writer.add(row);
    const first = writer.take().slice();
    for (const row of rows) writer.add(row);
    expect(writer.take()).to.deep.equal(first);
    expect(writer.take()).to.have.length(0);
  });

  it("grows beyond the room it began with", () => {
    const row = decodeOne(setup);
    const rows = Array.from({ length: 1000 }, () => row);
    expect(written(rows)).to.have.length(1000);
  });
});

describe("rows back to octets", () => {
  const lines = [
    setup,
    element,
    ccbsRequest,
    "0802 0002 5a".replaceAll(" ", ""),
    "0800 62".replace(" ", ""),
    "0801 01 24 34 01 01".replaceAll(" ", ""),
  ];
  for (const line of lines) {
    it(`${line.slice(0, 24)}... comes back octet for octet with exact`, () => {
      const json: unknown = JSON.parse(JSON.stringify(rowToJson(decodeOne(line))));
      expect(rowFromJson(json, { exact: true })).to.deep.equal(octets(line));
    });
  }

  it("are made of the values alone, canonical, when all hex of what has a value is gone", () => {
    const row = rowToJson(decodeOne(setup));
    const ies = row.ies.map(({ hex: _, ...ie }) => ie);
    const canonical = octets(setup.replace("8d0101", "8d01ff"));
    expect(rowFromJson({ ...row, ies })).to.deep.equal(canonical);
    expect(rowFromJson(row)).to.deep.equal(canonical);
  });

  it("follow the value where it was changed, with exact too", () => {
    const row = rowToJson(decodeOne("080200015a 0802 8090".replaceAll(" ", "")));
    const ies = row.ies.map((ie) => ({ ...ie, value: { ...(ie.value as object), cause: 17 } }));
    expect(rowFromJson({ ...row, ies }, { exact: true })).to.deep.equal(octets("080200015a08028091"));
    const component = rowToJson(decodeOne(ccbsRequest));
    const facility = { ...(component.facility as object), profile: 0x91 };
    expect(rowFromJson({ ...component, facility }, { exact: true })).to.satisfy((made: Uint8Array) => made[0] === 0x91);
  });

  it("give what nobody could read as it came, and nothing of a frame", () => {
    expect(rowFromJson(rowToJson(decodeOne("0803")))).to.deep.equal(octets("0803"));
    expect(rowFromJson(rowToJson(decodeOne("02017f", { all: true })))).to.equal(undefined);
  });

  it("keep the codes of DSS1, whose names are not those of QSIG", () => {
    const line = "1c0991a106020101020101";
    const json = rowToJson(decodeOne(line, { protocol: "dss1" }));
    expect(json.apdus[0]).to.include({ operation: null, code: 1 });
    expect(rowFromJson(json)).to.deep.equal(octets(line));
  });

  for (const json of [
    null,
    1,
    "x",
    [],
    {},
    { message: "SETUP" },
    { message: "NO SUCH" },
    { facility: {} },
    { apdu: [] },
    { ies: [{}] },
    { hex: "0" },
  ]) {
    it(`refuse ${JSON.stringify(json)} with the place and what is due`, () => {
      const refused = rowFromJson(json);
      expect(refused).to.be.instanceOf(ShapeError);
      expect((refused as ShapeError).due).not.to.equal("");
    });
  }
});

describe("rows in words", () => {
  it("say what a message asks, within 80 columns", () => {
    const text = rowToText(decodeOne(setup));
    expect(text).to.equal(`0  from a  SETUP  call 2
   Bearer capability: none: a call-independent signalling connection
   Channel identification: the D-channel alone
   Facility: networking extensions, from end PINX to end PINX
     1001 asks for call back when busy to 2001; keep the connection
       [ccbsRequest, invoke 1]
`);
  });

  it("mark a problem at its octet", () => {
    expect(rowToText(decodeOne("080280015a 0804 8191 80"))).to.equal(`0  RELEASE COMPLETE  call 1*
   Cause: 0804819180
   ! octet 10: the octets end before the value does (truncated)
     ... 80 01 5a 08 04 81 91 80 [end]
`);
    expect(rowToText(decodeOne("0803 0001"))).to.equal(`0  unreadable
   08030001
   ! octet 1: callReference: the message header cannot be read (badHeader)
     08 [03] 00 01
`);
  });

  it("break long words and long lines", () => {
    const display = `2864${"41".repeat(100)}`;
    const lines = rowToText(decodeOne(`0802000105${display}`)).split("\n");
    for (const line of lines) expect(line.length).to.be.at.most(80);
    expect(lines.join("").replaceAll(" ", "")).to.contain("A".repeat(100));
  });

  it("break a text of thousands of octets, each line further in than the first by the same", () => {
    const lines = rowToText(decodeOne(`0803${"00".repeat(4000)}`))
      .trimEnd()
      .split("\n");
    expect(new Set(lines.slice(2, 90).map((line) => line.length - line.trimStart().length))).to.deep.equal(
      new Set([5]),
    );
  });

  it("say in one line of a ladder who, which call, what", () => {
    const rows = decode(`${setup}\n080280020708028191\n02017f\n${ccbsRequest}`, { all: true });
    const ladder = new Ladder();
    expect(rows.map((row) => ladder.print(row))).to.deep.equal([
      "    0  a -> b  2       SETUP             ccbsRequest\n",
      "    1  a <- b  2*      CONNECT           17 user busy\n",
      "    2  a ?? b          SABME frame\n",
      "    3  a ?? b          Facility contents  ccbsRequest\n",
    ]);
  });

  it("say in a ladder the date once a day, and the time in a column of one width", () => {
    const row = decodeOne(setup);
    const ladder = new Ladder();
    const at = (time: number): string => ladder.print({ ...row, item: { ...row.item, time } });
    const rest = "  a -> b  2       SETUP             ccbsRequest\n";
    expect([at(0), at(1500.25), at(86_400_000)]).to.deep.equal([
      `1970-01-01\n00:00:00.000000${rest}`,
      `00:00:01.500250${rest}`,
      `1970-01-02\n00:00:00.000000${rest}`,
    ]);
    expect(ladder.print({ ...row, item: { ...row.item, clock: "Jul 1 12:00:00" } })).to.equal(`Jul 1 12:00:00${rest}`);
  });

  it("place no octet where the whole trace is meant", () => {
    const row = decodeOne("080280025a08028190", { protocol: "auto" });
    expect(rowToText(row)).to.contain("! nothing in the file tells QSIG from DSS1; QSIG is assumed, --protocol");
  });
});
