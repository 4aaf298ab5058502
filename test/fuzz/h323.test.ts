import { expect } from "chai";
import { fuzzH323 } from "./h323.ts";

describe("fuzz of an h323 trunk", () => {
  it("throws at nothing, leaves nothing behind, and touches no other call: 20,000 mutated messages", function () {
    this.timeout(120_000);
    expect(fuzzH323(20_000, 20_261)).to.equal(undefined);
  });
});
