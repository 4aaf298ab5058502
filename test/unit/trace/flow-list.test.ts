import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { TraceDecoder, type TraceRow } from "../../../codecs/trace/decoder.ts";
import { isFlowList } from "../../../codecs/trace/flow-list.ts";
import { ascii } from "./octets.ts";

function rows(text: string): TraceRow[] {
  const decoder = new TraceDecoder({ from: "auto", protocol: "qsig", all: false });
  return [...decoder.push(ascii(text)), ...decoder.end()].filter((row) => !(row instanceof DecodeError)) as TraceRow[];
}

const two = `# made up
F1-busy 1 A 08020001 0504038090a3
F1-busy 2 B 080280015a08028191   # at once

F2-none 1 b 080200015a
`;

describe("flow list reader", () => {
  it("reads flow, side and octets of every line", () => {
    const read = rows(two).map(({ item, from, content }) => [
      item.line,
      from,
      content.holds === "message" ? content.message.message : content.holds,
      item.octets.length,
    ]);
    expect(read).to.deep.equal([
      ["F1-busy", "a", "SETUP", 10],
      ["F1-busy", "b", "RELEASE COMPLETE", 9],
      ["F2-none", "b", "RELEASE COMPLETE", 5],
    ]);
  });

  it("is told from hex, hex dumps and words", () => {
    expect(isFlowList("F1 1 A 080200015a")).to.equal(true);
    expect(isFlowList("f-1.x 22 b 0x08 02")).to.equal(true);
    for (const text of ["080200015a", "0000 08 02 00 01", "F1 1 C 0802", "F1 A 0802", "F1 1 A", "F1 1 A 0802 xy", ""]) {
      expect(isFlowList(text), text).to.equal(false);
    }
  });

  it("shows a line that is none, and half an octet, as a row with a problem", () => {
    const read = rows(`${two}this is no message\nF2-none 2 A 0802800\n`).slice(3);
    expect(read.map(({ problems }) => problems.map(({ code }) => code))).to.deep.equal([["notHex"], ["notHex"]]);
    expect(read[1]?.item.line).to.equal("F2-none");
  });
});
