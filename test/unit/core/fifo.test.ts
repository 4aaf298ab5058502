import { expect } from "chai";
import { describe, it } from "mocha";
import fc from "fast-check";
import { Fifo } from "../../../src/fifo.ts";

describe("core: Fifo", () => {
  it("gives back in order what was put in, as a plain array does", () => {
    const operation = fc.oneof(fc.constant("shift" as const), fc.nat(2000));
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 60 }), (operations) => {
        const fifo = new Fifo<number>();
        const model: number[] = [];
        for (const each of operations) {
          if (each === "shift") expect(fifo.shift()).to.equal(model.shift());
          else {
            // Beyond the places that are kept as well.
            for (let i = 0; i < each; i += 1) fifo.push(i);
            for (let i = 0; i < each; i += 1) model.push(i);
          }
          expect(fifo.length).to.equal(model.length);
        }
        for (const due of model) expect(fifo.shift()).to.equal(due);
        expect(fifo.shift()).to.equal(undefined);
      }),
      { numRuns: 30 },
    );
  });

  it("changes those that wait, from one of them on", () => {
    const fifo = new Fifo<number>();
    for (const value of [1, 2, 3, 4]) fifo.push(value);
    fifo.shift();
    fifo.change(1, (value) => value * 10);
    expect([fifo.shift(), fifo.shift(), fifo.shift(), fifo.shift()]).to.deep.equal([2, 30, 40, undefined]);
  });

  it("is empty when cleared", () => {
    const fifo = new Fifo<number>();
    for (const value of [1, 2]) fifo.push(value);
    fifo.clear();
    expect([fifo.length, fifo.shift()]).to.deep.equal([0, undefined]);
  });
});
