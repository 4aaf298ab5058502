import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { TraceDecoder } from "../../../codecs/trace/decoder.ts";
import { writeCapture } from "./capture.ts";

const packets = 3000;

function written(name: string, seed: number): Buffer {
  const file = join(tmpdir(), `qsig-bench-${process.pid}-${name}.pcapng`);
  expect(writeCapture(file, seed, { packets })).to.equal(packets);
  return readFileSync(file);
}

describe("bench: the generated capture", () => {
  it("is the same for the same seed and another for another", () => {
    const first = written("first", 1);
    expect(written("again", 1).equals(first)).to.equal(true);
    expect(written("other", 2).equals(first)).to.equal(false);
  });

  it("holds messages of every carrier, nothing lost", () => {
    const decoder = new TraceDecoder({ from: "auto", protocol: "auto", all: false });
    const rows = [...decoder.push(written("carriers", 1)), ...decoder.end()].map((row) =>
      row instanceof DecodeError ? expect.fail(row.code) : row,
    );
    expect(rows.length).to.be.above(packets / 3);
    expect(new Set(rows.map(({ item }) => item.carrier))).to.deep.equal(new Set(["h225", "iua", "lapd"]));
    expect(rows.filter(({ content }) => content.holds !== "message")).to.deep.equal([]);
    expect(rows.flatMap(({ problems }) => problems)).to.deep.equal([]);
  });
});
