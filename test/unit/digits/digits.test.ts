import { expect } from "chai";
import fc from "fast-check";
import { type DigitRule, type DigitRules, isReversible, translated, translatedDigits } from "../../../src/digits.ts";

const rule = (match: string, strip: number, add: string): DigitRule => ({ match, strip, add });

describe("digit rules (R4)", () => {
  const rules = [rule("00*", 2, ""), rule("0*", 1, "49"), rule("1xxx", 1, ""), rule("2x", 5, "7")];
  for (const [number, becomes] of [
    ["0044123", "44123"],
    ["0301234", "49301234"],
    ["1234", "234"],
    ["12345", "12345"],
    ["23", "7"],
    ["", ""],
    ["9", "9"],
  ] as const) {
    it(`make ${becomes || "nothing"} of ${number || "nothing"}: the first that fits, and no other`, () => {
      expect(translatedDigits(rules, number)).to.equal(becomes);
    });
  }

  it("change plan and type where they say so, and nothing else of the element", () => {
    const number = { typeOfNumber: 0, numberingPlan: 9, digits: "1", presentation: 1, screening: 3 };
    expect(translated([{ ...rule("1", 0, "4"), typeOfNumber: 2, numberingPlan: 1 }], number)).to.deep.equal({
      typeOfNumber: 2,
      numberingPlan: 1,
      digits: "41",
      presentation: 1,
      screening: 3,
    });
    expect(translated(rules, { ...number, digits: "9" }), "no new value").to.deep.equal({ ...number, digits: "9" });
  });

  it("leave a number without digits alone", () => {
    const number = { typeOfNumber: 0, numberingPlan: 0, digits: "" };
    expect(translated([rule("*", 0, "0")], number)).to.equal(number);
  });

  it("are reversible number by number", () => {
    const prefix: DigitRules = { in: [rule("0*", 1, "")], out: [rule("2xxx", 0, "0")] };
    expect(isReversible(prefix.in, prefix.out, "02001")).to.equal(true);
    expect(isReversible(prefix.in, prefix.out, "1001")).to.equal(true);
    expect(isReversible(prefix.in, prefix.out, "03001"), "goes in as 3001 and does not come back").to.equal(false);
    expect(isReversible(prefix.in, prefix.out, "2001"), "comes back with a 0").to.equal(false);
  });

  it("that put a prefix on and take it off are reversible for every number with it", () => {
    const digits = (max: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${max}}$`));
    fc.assert(
      fc.property(digits(5), digits(10), (prefix, number) => {
        const rules: DigitRules = { in: [rule(`${prefix}*`, prefix.length, "")], out: [rule("*", 0, prefix)] };
        expect(isReversible(rules.in, rules.out, `${prefix}${number}`)).to.equal(true);
      }),
    );
  });
});
