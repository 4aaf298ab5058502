import { expect } from "chai";
import { TraceDecoder } from "../../../codecs/trace/decoder.ts";
import { rowToJson } from "../../../codecs/trace/row-json.ts";
import type { TraceItem } from "../../../codecs/trace/message.ts";
import { SegmentJoiner, segmentedLimit } from "../../../codecs/trace/segments.ts";
import { octets } from "../q931/octets.ts";

const first = "08 02 00 07 60 00 02 81 05 04 02 a8 80 18 01 ac";
const last = "08 02 00 07 60 00 02 00 05 70 05 89 32 30 30 31";
const other = "08 02 80 07 02 18 01 ac";

function rows(...lines: readonly string[]): ReturnType<typeof rowToJson>[] {
  const decoder = new TraceDecoder({ from: "hex", protocol: "qsig", all: false });
  const text = new TextEncoder().encode(`${lines.join("\n")}\n`);
  return [...decoder.push(text), ...decoder.end()].map((row) =>
    "item" in row ? rowToJson(row) : expect.fail(row.code),
  );
}

describe("segments in a trace", () => {
  it("print as one message that says how many there were", () => {
    const printed = rows(first, other, last);
    expect(printed.map(({ message, segments }) => [message, segments])).to.deep.equal([
      ["CALL PROCEEDING", undefined],
      ["SETUP", 2],
    ]);
    expect(printed[1]?.ies.map(({ hex }) => hex)).to.deep.equal(["0402a880", "1801ac", "70058932303031"]);
    expect(printed[1]?.problems).to.deep.equal([]);
  });

  it("print as they came, with a problem, when the message never becomes whole", () => {
    for (const lines of [[first], [last], [first, other]]) {
      const segments = rows(...lines).filter(({ message }) => message === "SEGMENT");
      expect(segments.map(({ problems }) => problems.map(({ code }) => code))).to.deep.equal([["segmentOutOfOrder"]]);
    }
  });

  it("start anew with a first segment", () => {
    const printed = rows(first, first, last);
    expect(printed.map(({ message }) => message)).to.deep.equal(["SEGMENT", "SETUP"]);
    expect(printed[0]?.problems[0]?.code).to.equal("segmentOutOfOrder");
  });

  it("of many messages wait side by side, up to the limit; then the oldest is given up", () => {
    const joiner = new SegmentJoiner();
    const pieces = Array.from({ length: segmentedLimit + 1 }, (_, index): TraceItem => {
      const piece = octets(first);
      piece[3] = index;
      return { carrier: "none", holds: "message", octets: piece, problems: [] };
    });
    const shown = pieces.map((piece) => joiner.read(piece));
    expect(shown.slice(0, -1).flat()).to.deep.equal([]);
    expect(shown.at(-1)?.map((item) => item.octets[3])).to.deep.equal([0]);
    expect(joiner.end()).to.have.length(segmentedLimit);
    expect(joiner.end()).to.deep.equal([]);
  });
});
