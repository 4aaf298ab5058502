import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { limits } from "../../../codecs/ber/limits.ts";
import { additionBits, decodePer, encodePer, perLimits, type PerType } from "../../../codecs/per/index.ts";
import { octets } from "../trace/octets.ts";

const read = (type: PerType, hex: string): unknown => {
  const value = decodePer(type, octets(hex));
  return value instanceof DecodeError ? value.code : value;
};

const boolean: PerType = { kind: "boolean" };
const integer = (from: number, to: number): PerType => ({ kind: "integer", from, to });
const octetString: PerType = { kind: "octetString" };
/** A bit before the type, so that alignment shows. */
const behindBit = (type: PerType): PerType => ({
  kind: "sequence",
  fields: [
    { name: "bit", type: boolean },
    { name: "value", type },
  ],
});
const value = (type: PerType, hex: string): unknown => (read(behindBit(type), hex) as { value: unknown }).value;

describe("aligned PER", () => {
  it("reads whole numbers in bits, in an octet, in two (X.691 10.5.7)", () => {
    expect(value(integer(0, 3), "e0")).to.equal(3);
    expect(value(integer(10, 12), "a0")).to.equal(11);
    expect(value(integer(0, 255), "00 ff")).to.equal(255);
    expect(value(integer(1, 65_536), "80 0100")).to.equal(257);
    expect(value(integer(5, 5), "80")).to.equal(5);
    expect(read(integer(0, 4), "e0")).to.equal("badValue");
  });

  it("reads octet strings: two octets are bits, more are aligned, a size is no length (X.691 16)", () => {
    const fixed = (size: number): PerType => ({ kind: "octetString", size: { from: size, to: size } });
    expect(value(fixed(2), "80 80 80")).to.deep.equal(octets("0101"));
    expect(value(fixed(3), "80 010203")).to.deep.equal(octets("010203"));
    expect(value(octetString, "00 02 abcd")).to.deep.equal(octets("abcd"));
    expect(value({ kind: "octetString", size: { from: 1, to: 256 } }, "00 01 abcd")).to.deep.equal(octets("abcd"));
    const long = `8080${"00".repeat(128)}`;
    expect(read(octetString, long)).to.have.length(128);
  });

  it("reads strings by their alphabet, and 16 bits a character (X.691 27)", () => {
    const digits: PerType = { kind: "string", bits: 4, alphabet: "#*,0123456789", size: { from: 1, to: 128 } };
    expect(read(digits, "06 6335")).to.equal("3002");
    expect(read(digits, "00 f0")).to.equal("badValue");
    expect(read({ kind: "string", bits: 16, size: { from: 1, to: 256 } }, "01 0041 20ac")).to.equal("A€");
  });

  it("reads object identifiers (X.691 23)", () => {
    expect(read({ kind: "objectIdentifier" }, "06 0008914a0007")).to.equal("0.0.8.2250.0.7");
    expect(read({ kind: "objectIdentifier" }, "01 91")).to.equal("badValue");
    expect(read({ kind: "objectIdentifier" }, "00")).to.equal("badValue");
  });

  it("reads no arc that could not be written again: the limit is that of BER", () => {
    const [last, first] = ["08 00 87ffffffffff7f", "08 00 88808080808000"];
    const read1 = read({ kind: "objectIdentifier" }, last);
    expect(read1).to.equal(`0.0.${limits.objectIdentifierArc - 1}`);
    expect(encodePer({ kind: "objectIdentifier" }, read1 as string)).to.deep.equal(octets(last));
    expect(read({ kind: "objectIdentifier" }, first)).to.equal("badValue");
  });

  it("takes the number of additions from the wire: known ones read, the others kept as octets (X.691 18)", () => {
    const type: PerType = {
      kind: "sequence",
      fields: [{ name: "root", type: boolean }],
      additions: [{ name: "one", type: boolean }, { name: "two" }],
    };
    expect(read(type, "40")).to.deep.equal({ root: true });
    // Extended, root, 3 additions: two of them there, then all, then cut.
    expect(read(type, "c1 60 01 80 01 aa 02 bbbb")).to.deep.equal({
      root: true,
      one: true,
      two: octets("aa"),
      [additionBits]: 3,
    });
    expect(read(type, "c1 70 01 80 01 aa 02 bbbb")).to.deep.equal({
      root: true,
      one: true,
      two: octets("aa"),
      [additionBits]: 3,
      addition2: octets("bbbb"),
    });
    expect(read(type, "c1 70 01 80 01 aa 02 bb")).to.equal("truncated");
  });

  it("reads choices of the root by bits, of additions as open types (X.691 22)", () => {
    const type: PerType = {
      kind: "choice",
      alternatives: ["a", "b", "c"].map((name) => ({ name, type: boolean })),
      additions: [{ name: "d", type: boolean }],
    };
    expect(read(type, "50")).to.deep.equal({ c: true });
    expect(read(type, "60")).to.equal("badValue");
    expect(read(type, "80 01 80")).to.deep.equal({ d: true });
    expect(read(type, "85 01 80")).to.deep.equal({ addition5: octets("80") });
  });

  it("refuses more than the limits, and fragments", () => {
    const list: PerType = { kind: "sequenceOf", of: { kind: "null" } };
    expect(read(list, "0a")).to.have.length(10);
    expect(read(list, "8400")).to.have.length(perLimits.elements);
    expect(read(list, "8401")).to.equal("tooMany");
    expect(read(octetString, "c1")).to.equal("tooLong");
    expect(decodePer(octetString, new Uint8Array(perLimits.octets + 1))).to.have.property("code", "tooLong");
    const extended: PerType = { kind: "sequence", fields: [], additions: [] };
    // A bit, "not small", one octet of length, 64: one addition more than the limit.
    expect(read(extended, "c0 01 40 ffff")).to.equal("tooMany");
    let deep: PerType = boolean;
    for (let depth = 0; depth <= perLimits.depth; depth += 1) deep = { kind: "sequenceOf", of: deep };
    expect(read(deep, "01".repeat(perLimits.depth + 2))).to.equal("tooDeep");
  });
});
