import { expect } from "chai";
import { finds, loadCorpus } from "./corpus.ts";
import { mutate } from "./mutate.ts";
import { Random } from "../../src/simulation/random.ts";
import { describeFind, fuzz, slowestMs, tryAll, tryOne } from "./run.ts";

/** A run of its own: `node dist/test/fuzz/long.js --seed N`. */
const seed = 20_260_101;
const count = 100_000;

describe("fuzz", () => {
  it(`gives a value or a DecodeError for each of ${count} mutated inputs`, function () {
    this.timeout(600_000);
    const find = fuzz({ count, seed, corpus: loadCorpus() });
    if (find) expect.fail(describeFind(find, seed));
  });

  it("keeps its promises for every input that once broke one", () => {
    for (const input of finds()) {
      const find = tryAll(input);
      if (find) expect.fail(describeFind(find, 0));
    }
  });

  it("notices what throws and what is slow each time, and lets a single pause pass", () => {
    const nothing = new Uint8Array(0);
    const fails = (): void => {
      throw new RangeError("beyond the end");
    };
    expect(tryOne(fails, nothing)).to.contain("beyond the end");
    const clock = (...times: readonly number[]) => {
      const left = [...times];
      return () => left.shift() ?? 0;
    };
    const late = slowestMs + 1;
    const passes = (): void => undefined;
    expect(tryOne(passes, nothing, clock(0, late), clock(0, late, 0, late))).to.contain("slower");
    expect(tryOne(passes, nothing, clock(0, late), clock(0, late, 0, 1))).to.equal(undefined);
    expect(tryOne(passes, nothing, clock(0, late), clock(0, 1))).to.equal(undefined);
  });

  it("makes the same inputs of the same seed, and not only copies", () => {
    const corpus = loadCorpus();
    const inputs = (of: number): string[] => {
      const random = new Random(of);
      return Array.from({ length: 200 }, () => Buffer.from(mutate(corpus, random)).toString("hex"));
    };
    expect(inputs(1)).to.deep.equal(inputs(1));
    expect(inputs(1)).not.to.deep.equal(inputs(2));
    const known = new Set(corpus.map((octets) => Buffer.from(octets).toString("hex")));
    expect(inputs(1).filter((hex) => known.has(hex))).to.have.length.below(20);
  });
});
