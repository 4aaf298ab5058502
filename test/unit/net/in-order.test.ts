import { expect } from "chai";
import {
  type Gap,
  gapLimits,
  InOrder,
  isGap,
  type Piece,
  waitingOctetsLimit,
  windowLimit,
} from "../../../codecs/trace/net/in-order.ts";
import { Random } from "../../../src/simulation/random.ts";

const piece = (start: number, octets: readonly number[]): Piece => ({
  start: start >>> 0,
  length: octets.length,
  octets: Uint8Array.from(octets),
  flags: 0,
});

const texts = (arrived: readonly (Piece | Gap)[]): (string | number)[] =>
  arrived.map((each) => (isGap(each) ? each.lost : [...each.octets].join(" ")));

/** A stream cut at random, each piece up to twice and out of its place by a few. */
function disturbed(stream: Uint8Array, first: number, random: Random): Piece[] {
  const placed: { piece: Piece; place: number }[] = [];
  for (let at = 0; at < stream.length; ) {
    const count = 1 + random.below(9);
    // Some pieces begin before the end of the one before, as repeated segments of another size do.
    const from = Math.max(0, at - random.below(4));
    const octets = stream.subarray(from, at + count);
    const one = { start: (first + from) >>> 0, length: octets.length, octets, flags: 0 };
    placed.push({ piece: one, place: at + random.below(60) });
    if (random.below(3) === 0) placed.push({ piece: one, place: at + random.below(90) });
    at += count;
  }
  return placed.toSorted((left, right) => left.place - right.place).map((each) => each.piece);
}

describe("pieces in order", () => {
  it("come out once and in order whatever was repeated, cut anew or out of place", () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const random = new Random(seed);
      const stream = Uint8Array.from({ length: 1 + random.below(400) }, () => random.below(256));
      // Close to where the numbers begin anew.
      const first = (0x1_0000_0000 - random.below(300)) >>> 0;
      const budget = { octets: 0 };
      const order = new InOrder(budget);
      order.begin(first);
      const arrived = disturbed(stream, first, random).flatMap((each) => order.put(each));
      expect(arrived.some(isGap), `seed ${seed}`).to.equal(false);
      const octets = arrived.flatMap((each) => (isGap(each) ? [] : [...each.octets]));
      expect(octets, `seed ${seed}`).to.deep.equal([...stream]);
      expect(budget.octets).to.equal(0);
    }
  });

  it("leave a gap where one never comes, and lose nothing else", () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const random = new Random(seed);
      const lost = 1 + random.below(8);
      const pieces = Array.from({ length: 10 }, (_, at) => piece(at * 2, [at, at]));
      const order = new InOrder({ octets: 0 });
      const arrived = pieces.filter((_, at) => at !== lost).flatMap((each) => order.put(each));
      arrived.push(...order.end());
      const due = pieces.map((_, at) => (at === lost ? 2 : `${at} ${at}`));
      expect(texts(arrived)).to.deep.equal(due);
    }
  });

  it("wait for no more than the limit of pieces", () => {
    const order = new InOrder({ octets: 0 });
    order.put(piece(0, [1]));
    for (let at = 0; at < gapLimits.pieces; at += 1) expect(order.put(piece(2 + at, [2]))).to.deep.equal([]);
    expect(order.put(piece(2 + gapLimits.pieces, [2]))).to.have.length(gapLimits.pieces + 2);
  });

  it("wait for no more than the limit of octets, alone and together", () => {
    const large = Array.from({ length: gapLimits.octets + 1 }, () => 0);
    const order = new InOrder({ octets: 0 });
    order.put(piece(0, [1]));
    expect(order.put(piece(2, large))).to.have.length(2);
    const shared = new InOrder({ octets: waitingOctetsLimit });
    shared.put(piece(0, [1]));
    expect(texts(shared.put(piece(3, [4])))).to.deep.equal([2, "4"]);
  });

  it("take numbers far from the next one for another connection", () => {
    const order = new InOrder({ octets: 0 });
    order.put(piece(5, [1]));
    expect(texts(order.put(piece(7 + windowLimit, [9])))).to.deep.equal([1, "9"]);
  });

  it("begin anew with a new beginning, and not with the same one again", () => {
    const order = new InOrder({ octets: 0 });
    order.begin(10);
    order.put(piece(10, [1, 2]));
    order.begin(10);
    expect(order.put(piece(10, [1, 2]))).to.deep.equal([]);
    order.begin(500);
    expect(texts(order.put(piece(500, [3])))).to.deep.equal(["3"]);
  });
});
