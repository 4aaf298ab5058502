import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { simulate } from "../../src/simulation/simulate.ts";
import { root } from "../root.ts";
import { readTable } from "../unit/completion/table-text.ts";

const worlds = 30;
const hours = 0.1;

/** `machine state event next` of every row that a table has, as it is written by hand. */
function handWritten(): Set<string> {
  const rows = (["originating", "terminating"] as const).flatMap((machine) =>
    readTable(join(root, `test/unit/completion/${machine}-table.txt`))
      .filter(({ to }) => to !== "ignore")
      .map(({ state, event, to }) => `${machine} ${state} ${event} ${to}`),
  );
  return new Set(rows);
}

describe("rows of the tables in simulated worlds", function () {
  this.timeout(120_000);

  it("each row taken is one that is written by hand, and the count is printed", () => {
    const written = handWritten();
    const taken = new Set<string>();
    for (let seed = 1; seed <= worlds; seed += 1) {
      for (const row of simulate(seed, { hours }).outcome.rows.keys()) {
        if (/^(originating|terminating) /.test(row)) taken.add(row);
      }
    }
    console.log(`      ${taken.size} of ${written.size} rows taken by ${worlds} worlds`);
    expect([...taken].filter((row) => !written.has(row))).to.deep.equal([]);
    expect(taken.size).to.be.greaterThan(100);
  });

  it("each row that no world has taken is a row of the tables, and says why", () => {
    const written = handWritten();
    const lines = readFileSync(join(root, "test/sim/rows-not-taken.txt"), "utf8").trimEnd().split("\n");
    const listed = lines.filter((line) => line !== "" && !line.startsWith("#"));
    expect(listed).not.to.deep.equal([]);
    expect(listed.filter((row) => !written.has(row))).to.deep.equal([]);
    expect(new Set(listed).size).to.equal(listed.length);
  });
});
