import { expect } from "chai";
import { quickRules, wholeGrammar } from "../../../gateway/sip/quick-grammar.ts";
import { Random } from "../../../src/simulation/random.ts";
import { mutate } from "../../fuzz/mutate.ts";

const samples: { readonly [rule in keyof typeof quickRules]: readonly string[] } = {
  Content_Length: ["0", "12", "007", "999999999", "1 2", "", "-1", "a"],
  Max_Forwards: ["70", "070", "x"],
  Call_ID: ["1", "abc-1@host.example", "a8f.b!c%d*e+f`g'h~i", "a@b@c", "a b", "(a)<b>:[c]/{d}?", "@b"],
  Content_Type: ["application/sdp", "application/qsig", "application/dialog-info+xml", "text/plain;charset=x", "sdp"],
  CSeq: ["1 INVITE", "02 BYE", "2  BYE", "2147483648 INFO", "INVITE", "1 invite", "1 X-Y"],
};
const mutants = 300;

describe("header fields in their usual form", () => {
  for (const [rule, quick] of Object.entries(quickRules)) {
    it(`are what sip.js's grammar makes of them: ${rule}`, () => {
      const random = new Random(7);
      const corpus = (samples[rule] ?? []).map((text) => new Uint8Array(Buffer.from(text, "latin1")));
      const spoilt = Array.from({ length: mutants }, () => Buffer.from(mutate(corpus, random)).toString("latin1"));
      let taken = 0;
      for (const text of [...(samples[rule] ?? []), ...spoilt.map((each) => each.slice(0, 40))]) {
        const value = quick(text);
        if (value === undefined) continue;
        taken += 1;
        expect(value, text).to.deep.equal(wholeGrammar(text, rule));
      }
      expect(taken).to.be.above(1);
    });
  }
});
