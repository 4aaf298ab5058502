import { expect } from "chai";
import { describe, it } from "mocha";
import fc from "fast-check";
import { Register } from "../../../src/register.ts";

describe("core: Register", () => {
  it("behaves as a Map under any sequence of sets and deletes; keys settle and are taken out", () => {
    const operation = fc.record({ set: fc.boolean(), key: fc.nat(3000), value: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(operation, { minLength: 2000, maxLength: 6000 }), (operations) => {
        const register = new Register<number, number>();
        const model = new Map<number, number>();
        for (const { set, key, value } of operations) {
          if (set) {
            register.set(key, value);
            model.set(key, value);
          } else expect(register.delete(key)).to.equal(model.delete(key));
          expect([register.get(key), register.has(key), register.size]).to.deep.equal([
            model.get(key),
            model.has(key),
            model.size,
          ]);
        }
        expect(register.values().sort()).to.deep.equal([...model.values()].sort());
      }),
      { numRuns: 30 },
    );
  });
});
