import { expect } from "chai";
import { describe, it } from "mocha";
import fc from "fast-check";
import { Groups } from "../../../src/one-or-many.ts";

describe("core: Groups", () => {
  it("behave as a list for each key, in the order of adding, without doubles", () => {
    const operation = fc.record({ add: fc.boolean(), key: fc.nat(2), item: fc.constantFrom("a", "b", "c", "d") });
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
        const groups = new Groups<number, string>();
        const model = new Map<number, string[]>();
        for (const { add, key, item } of operations) {
          const before = model.get(key) ?? [];
          const others = before.filter((each) => each !== item);
          if (add) {
            groups.add(key, item);
            if (!before.includes(item)) model.set(key, [...before, item]);
          } else {
            groups.remove(key, item);
            if (others.length === 0) model.delete(key);
            else model.set(key, others);
          }
          for (const each of [0, 1, 2]) expect(groups.get(each)).to.deep.equal(model.get(each) ?? []);
          expect(groups.size).to.equal(model.size);
        }
      }),
    );
  });
});
