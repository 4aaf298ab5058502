import { expect } from "chai";
import { faultReport } from "../../src/simulation/report.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import { handWritten, linesOf, ofTables } from "./hand-written.ts";

const worlds = 30;
const hours = 0.1;

describe("rows of the tables in simulated worlds", function () {
  this.timeout(120_000);

  it("each row taken is one that is written by hand, and the count is printed", () => {
    const written = handWritten();
    const taken = new Set<string>();
    for (let seed = 1; seed <= worlds; seed += 1) {
      for (const row of ofTables(simulate(seed, { hours }).outcome.rows)) taken.add(row);
    }
    console.log(`      ${taken.size} of ${written.size} rows taken by ${worlds} worlds`);
    expect([...taken].filter((row) => !written.has(row))).to.deep.equal([]);
    expect(taken.size).to.be.greaterThan(100);
  });

  it("every row is taken by some world but those that say why none does", () => {
    const taken = new Set<string>();
    const worlds = linesOf("fixtures/row-worlds.txt");
    for (const line of worlds) {
      const [seed, ofHours] = line.split(/\s+/).map(Number);
      const simulation = simulate(seed ?? Number.NaN, { hours: ofHours ?? Number.NaN });
      if (simulation.outcome.fault !== undefined) expect.fail(faultReport(simulation).join("\n"));
      for (const row of ofTables(simulation.outcome.rows)) taken.add(row);
    }
    const written = handWritten();
    console.log(`      ${taken.size} of ${written.size} rows taken by ${worlds.length} worlds`);
    const again = "make row-worlds looks for worlds anew";
    expect([...written].filter((row) => !taken.has(row)).sort(), again).to.deep.equal(
      linesOf("test/sim/rows-not-taken.txt").sort(),
    );
  });
});
