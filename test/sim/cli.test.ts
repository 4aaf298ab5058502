import { expect } from "chai";
import { qsig } from "../unit/gateway/terminal.ts";

describe("qsig simulate", () => {
  it("runs one world and says what it came to", async () => {
    const { status, stdout, stderr } = await qsig(["simulate", "--seed", "5", "--hours", "0.05"]);
    expect([status, stderr]).to.deep.equal([0, ""]);
    expect(stdout).to.match(/^1 world, seed 5: \d+ call backs requested, \d+ rang, \d+ messages, .* no fault\n$/);
  });

  it("goes on until enough call backs were requested, a JSON object a world", async () => {
    const { stdout } = await qsig(["simulate", "--hours", "0.03", "--calls", "30", "--json"]);
    const worlds = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { seed: number; requested: number });
    expect(worlds.map(({ seed }) => seed)).to.deep.equal(worlds.map((_, index) => index + 1));
    const sum = worlds.reduce((all, { requested }) => all + requested, 0);
    expect(sum).to.be.at.least(30);
    expect(sum - (worlds.at(-1)?.requested ?? 0)).to.be.lessThan(30);
  });

  it("comes to the same with several worlds at once", async () => {
    const args = ["simulate", "--seed", "40", "--hours", "0.03", "--calls", "60", "--rows"];
    const [one, three] = [await qsig([...args, "--jobs", "1"]), await qsig([...args, "--jobs", "3"])];
    expect(three).to.deep.equal(one);
    expect(one.stdout).to.match(/^\d+ worlds, seeds 40 to \d+: \d+ call backs requested, .* no fault\n$/m);
  });

  it("prints the rows of the tables that were taken", async () => {
    const { stdout } = await qsig(["simulate", "--hours", "0.05", "--nodes", "2", "--rows"]);
    expect(stdout).to.match(/^ +\d+ {2}connection Null SETUP Call Present$/m);
  });

  for (const [args, sentence] of [
    [["--seed", "x"], "--seed is a whole number from 0 to 4294967295, not x"],
    [["--nodes", "1"], "--nodes is a whole number from 2 to 9, not 1"],
    [["--hours", "0"], "--hours is a number from 0.001 to 10000, not 0"],
    [["--calls", "0"], "--calls is a whole number from 1 to 9007199254740991, not 0"],
    [["--jobs", "0"], "--jobs is a whole number from 1 to 256, not 0"],
    [["more"], "simulate takes no operands"],
  ] as const) {
    it(`refuses ${args.join(" ")} as wrong usage`, async () => {
      const { status, stderr } = await qsig(["simulate", ...args]);
      expect([status, stderr]).to.deep.equal([2, `qsig: ${sentence}; see qsig simulate --help\n`]);
    });
  }
});
