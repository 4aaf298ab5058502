import { expect } from "chai";
import { shrink } from "../../src/simulation/shrink.ts";

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const alone = (one: number) => String(one);

describe("shrink", () => {
  it("keeps what the fault needs and nothing else", () => {
    const needed = [3, 17, 40, 41, 99];
    const stays = (left: readonly number[]) => needed.every((one) => left.includes(one));
    expect(shrink(numbers(100), (one) => String(one % 10), stays, 1000)).to.deep.equal(needed);
  });

  it("leaves out whole groups first", () => {
    let asked = 0;
    const stays = (left: readonly number[]) => {
      asked += 1;
      return left.includes(5);
    };
    expect(shrink(numbers(1000), (one) => (one === 5 ? "a" : "b"), stays, 1000)).to.deep.equal([5]);
    expect(asked).to.be.lessThan(5);
  });

  it("asks no more often than it may", () => {
    let asked = 0;
    const stays = () => {
      asked += 1;
      return false;
    };
    expect(shrink(numbers(50), alone, stays, 20)).to.have.length(50);
    expect(asked).to.equal(20);
  });

  it("finds nothing to leave out of nothing", () => {
    expect(shrink([], alone, () => true, 10)).to.deep.equal([]);
  });
});
