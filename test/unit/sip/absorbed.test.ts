import { expect } from "chai";
import { Absorbed, absorbedLimits } from "../../../gateway/sip/absorbed.ts";

/** Timer L (RFC 3261 17.2.1, RFC 6026 8.11). */
const timerLMs = 32_000;

describe("branches of INVITEs that are acknowledged", () => {
  it("are kept for timer L, and for no more than twice that", () => {
    const absorbed = new Absorbed();
    absorbed.passed(timerLMs);
    expect(absorbed.add("z9hG4bK-1")).to.equal(true);
    absorbed.passed(2 * timerLMs - 1);
    expect(absorbed.has("z9hG4bK-1")).to.equal(true);
    absorbed.passed(2 * timerLMs);
    expect(absorbed.has("z9hG4bK-1")).to.equal(true);
    absorbed.passed(3 * timerLMs);
    expect(absorbed.has("z9hG4bK-1")).to.equal(false);
  });

  it(`are at most ${absorbedLimits.branches} of an age, each of at most ${absorbedLimits.branchOctets} octets`, () => {
    const absorbed = new Absorbed();
    expect(absorbed.add("x".repeat(absorbedLimits.branchOctets + 1))).to.equal(false);
    for (let count = 0; count < absorbedLimits.branches; count += 1) absorbed.add(`z9hG4bK-${count}`);
    expect(absorbed.add("z9hG4bK-more")).to.equal(false);
    absorbed.passed(timerLMs);
    expect(absorbed.add("z9hG4bK-more")).to.equal(true);
  });
});
