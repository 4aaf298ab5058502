import { expect } from "chai";
import { limits } from "../../../codecs/ber/limits.ts";
import { decodeTree } from "../../../codecs/ber/tree.ts";
import { DecodeError } from "../../../codecs/error.ts";
import { nested, octetsOf } from "./octets.ts";

describe("tree of unknown values", () => {
  it("shows tags, offsets, octets and what universal types mean", () => {
    const octets = octetsOf("3017 020128 06042b0c0928 0101ff a103800131 4102aabb c700 0a0101");
    expect(decodeTree(octets)).to.deep.equal({
      root: {
        tag: "SEQUENCE",
        at: 0,
        children: [
          { tag: "INTEGER", at: 2, hex: "28", value: 40 },
          { tag: "OBJECT IDENTIFIER", at: 5, hex: "2b0c0928", value: "1.3.12.9.40" },
          { tag: "BOOLEAN", at: 11, hex: "ff", value: true },
          { tag: "[1]", at: 14, children: [{ tag: "[0]", at: 16, hex: "31" }] },
          { tag: "[APPLICATION 1]", at: 19, hex: "aabb" },
          { tag: "[PRIVATE 7]", at: 23, hex: "" },
        ],
      },
      trailing: "0a0101",
    });
  });

  it("reads text, and INTEGERs beyond what a number holds as text", () => {
    expect(decodeTree(octetsOf("120431303031"))).to.deep.equal({
      root: { tag: "NumericString", at: 0, hex: "31303031", value: "1001" },
    });
    expect(decodeTree(octetsOf("02087fffffffffffffff"))).to.deep.equal({
      root: { tag: "INTEGER", at: 0, hex: "7fffffffffffffff", value: "9223372036854775807" },
    });
  });

  it("follows the indefinite form; offsets stay those of the octets", () => {
    expect(decodeTree(octetsOf("3080 a080 0500 0000 0500 0000 ff"))).to.deep.equal({
      root: {
        tag: "SEQUENCE",
        at: 0,
        children: [
          { tag: "[0]", at: 2, children: [{ tag: "NULL", at: 4, hex: "" }] },
          { tag: "NULL", at: 8, hex: "" },
        ],
      },
      trailing: "ff",
    });
  });

  it("does not look for values inside octets", () => {
    expect(decodeTree(octetsOf("040430020500"))).to.deep.equal({
      root: { tag: "OCTET STRING", at: 0, hex: "30020500" },
    });
  });

  it("can be written as JSON", () => {
    const tree = decodeTree(octetsOf("30050101000500"));
    expect(JSON.parse(JSON.stringify(tree))).to.deep.equal(tree);
  });

  const faults: readonly (readonly [what: string, hex: string, code: string])[] = [
    ["nothing", "", "truncated"],
    ["a tag alone", "05", "truncated"],
    ["a value cut off", "300502", "truncated"],
    ["an inner value cut off", "3003020501", "truncated"],
    ["zeros", "0000", "unexpectedTag"],
    ["an indefinite form without end", "30800500", "truncated"],
    ["values deeper than the limit", nested("30", limits.depth + 2, "0500"), "tooDeep"],
    [
      "more values than the limit",
      `3082${(2 * (limits.elements + 1)).toString(16).padStart(4, "0")}${"0500".repeat(limits.elements + 1)}`,
      "tooMany",
    ],
  ];
  for (const [what, hex, code] of faults) {
    it(`refuses ${what}`, () => {
      const tree = decodeTree(octetsOf(hex));
      expect(tree).to.be.instanceOf(DecodeError);
      expect(tree).to.include({ code, offset: 0 });
    });
  }
});
