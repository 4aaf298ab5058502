import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { type Leniency, leniencies, leniencyNames, Strictness } from "../../../codecs/leniencies.ts";
import { decodeMessage } from "../../../codecs/q931/decode.ts";
import { fromHex } from "../../../codecs/shape.ts";
import { strictMessages, vectors } from "./vectors.ts";

const all: ReadonlySet<Leniency> = new Set(leniencyNames);

function read(hex: string, rejected?: ReadonlySet<Leniency>) {
  const strictness = new Strictness(rejected);
  const message = decodeMessage(octetsOf(hex), strictness);
  if (message instanceof DecodeError) throw new Error(`${hex}: ${message.code}`);
  const problems = [...message.problems, ...message.ies.flatMap((ie) => ie.problems ?? [])];
  const notStrict = problems.filter(({ code }) => code === "notStrict");
  return { accepted: [...strictness.accepted], refused: [...strictness.refused], problems, notStrict };
}

function octetsOf(hex: string): Uint8Array {
  const octets = fromHex(hex);
  if (octets === undefined) throw new Error(`${hex} is no hex`);
  return octets;
}

describe("leniencies", () => {
  it("have a vector each, and no vector is without its row", () => {
    expect(Object.keys(vectors).sort()).to.deep.equal([...leniencyNames].sort());
  });

  it("say what they accept, by which clause, and how sure that is", () => {
    for (const name of leniencyNames) {
      const { accepts, clause, seenFrom } = leniencies[name];
      expect(accepts, name).to.match(/^an? |^the |^values |^several |^information |^octet /);
      expect(clause, name).to.match(/\b(X|Q)\.\d|ECMA-\d|CC \d/);
      if (seenFrom !== null) expect(seenFrom, name).to.match(/\[(LP|RUN|2S|1S \w+)\]/);
    }
  });

  for (const name of leniencyNames) {
    it(`${name}: accepted and told by default`, () => {
      const { accepted, refused, notStrict } = read(vectors[name]);
      expect({ accepted, refused, notStrict }).to.deep.equal({ accepted: [name], refused: [], notStrict: [] });
    });

    it(`${name}: refused at its octet where it is switched off`, () => {
      const { accepted, refused, notStrict } = read(vectors[name], new Set([name]));
      expect({ accepted, refused }).to.deep.equal({ accepted: [], refused: [name] });
      expect(notStrict.map(({ path }) => path.split(".").at(-1))).to.deep.equal([name]);
      const [problem] = notStrict;
      expect(problem?.offset).to.be.within(0, vectors[name].length / 2);
    });

    it(`${name}: accepted where all others are switched off`, () => {
      const others = new Set(leniencyNames.filter((other) => other !== name));
      const { accepted, refused, notStrict } = read(vectors[name], others);
      expect({ accepted, refused, notStrict }).to.deep.equal({ accepted: [name], refused: [], notStrict: [] });
    });
  }

  it("are none in what the standards allow", () => {
    for (const hex of strictMessages) {
      const { accepted, refused, problems } = read(hex, all);
      expect({ hex, accepted, refused, problems }).to.deep.equal({ hex, accepted: [], refused: [], problems: [] });
    }
  });
});
