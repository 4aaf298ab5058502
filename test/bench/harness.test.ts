import { expect } from "chai";
import { compare, median, type Row, ratioOf } from "./harness.ts";
import { figure, tableHead, tableLine } from "./table.ts";

describe("bench harness", () => {
  it("takes the middle value, or the mean of the two in the middle", () => {
    expect(median([9, 1, 5])).to.equal(5);
    expect(median([9, 1, 5, 2])).to.equal(3.5);
    expect(() => median([])).to.throw(RangeError);
  });

  it("says how many times better ours is, whichever number is the better one", () => {
    expect(ratioOf("ns", 50, 100)).to.equal(2);
    expect(ratioOf("frames/s", 50, 100)).to.equal(0.5);
  });

  it("measures all contenders in turn, round by round, and gives their medians", async () => {
    const order: string[] = [];
    const contender = (name: string, values: number[]) => () => {
      order.push(name);
      return values.shift() ?? 0;
    };
    const rows = await compare("work", "ns", 3, contender("ours", [1, 9, 2]), [
      { peer: "one", measure: contender("one", [8, 8, 9]) },
      { peer: "absent", missing: "install it" },
    ]);
    expect(order).to.deep.equal(["ours", "one", "ours", "one", "ours", "one"]);
    expect(rows).to.deep.equal([
      { name: "work", unit: "ns", ours: 2, other: 8, peer: "one", ratio: 4 },
      { name: "work", unit: "ns", ours: 2, other: null, peer: "absent", ratio: null, missing: "install it" },
    ]);
  });

  it("prints three digits that count", () => {
    expect([0.0712, 1.257, 45.67, 123.4, 300_001].map(figure)).to.deep.equal(["0.07", "1.26", "45.7", "123", "300001"]);
  });

  it("keeps its table within 80 columns and says what is missing", () => {
    const row: Row = {
      name: "(a) ccbsRequest decode",
      unit: "frames/s",
      ours: 1,
      other: 3,
      peer: "node-forge",
      ratio: 3,
    };
    const lines = [
      tableHead(),
      tableLine(row),
      tableLine({ ...row, other: null, ratio: null, missing: "no libpri.h" }),
    ];
    for (const line of lines.join("\n").split("\n")) expect(line.length, line).to.be.at.most(80);
    expect(lines[2]).to.match(/no libpri\.h$/);
  });
});
