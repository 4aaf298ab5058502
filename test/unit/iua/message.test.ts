import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { decodeIua, encodeIua, iuaLimits, iuaTags, parameterOf } from "../../../codecs/iua/index.ts";
import { toHex } from "../../../codecs/shape.ts";
import { root } from "../../root.ts";
import { octets } from "../trace/octets.ts";

const vectors = readFileSync(join(root, "test/vectors/iua-vectors.txt"), "utf8")
  .split("\n")
  .flatMap((line) => {
    const [, name, length, hex] = /^(\S.*?)\s+(\d+) ([0-9a-f]+)$/.exec(line) ?? [];
    return name && hex ? [{ name, length: Number(length), hex }] : [];
  });

const code = (hex: string): unknown => {
  const read = decodeIua(octets(hex));
  return read instanceof DecodeError ? [read.code, read.offset] : read.message;
};

describe("IUA messages", () => {
  it("has all vectors", () => expect(vectors).to.have.length(30));

  for (const { name, length, hex } of vectors) {
    it(`reads ${name} and writes the same octets`, () => {
      const message = decodeIua(octets(hex));
      if (message instanceof DecodeError) return expect.fail(message.code);
      expect(octets(hex)).to.have.length(length);
      if (message.message === null) return expect.fail("no name");
      expect(toHex(encodeIua(message.message, message.parameters))).to.equal(hex);
      for (const { tag } of message.parameters) expect(Object.values(iuaTags)).to.include(tag);
    });

    it(`reads ${name} cut anywhere as an error`, () => {
      for (let at = 0; at < length; at += 1) {
        expect(decodeIua(octets(hex).subarray(0, at))).to.be.instanceOf(DecodeError);
      }
    });
  }

  it("gives a parameter's value without its padding", () => {
    const text = decodeIua(
      octets("01000501 00000028 0003000b7472756e6b2f3700 0005000800010000 000e00090802800501000000"),
    );
    if (text instanceof DecodeError) return expect.fail(text.code);
    expect(toHex(parameterOf(text, "interfaceIdentifierText") ?? octets(""))).to.equal("7472756e6b2f37");
    expect(toHex(parameterOf(text, "protocolData") ?? octets(""))).to.equal("0802800501");
    expect(parameterOf(text, "errorCode")).to.equal(undefined);
  });

  it("keeps a message and parameters without a name", () => {
    const read = decodeIua(octets("0100 09 09 00000010 7000 0006 abcd 0000"));
    expect(read).to.deep.include({ class: 9, type: 9, message: null });
    expect(read).to.have.deep.property("parameters", [{ tag: 0x7000, value: octets("abcd") }]);
  });

  it("refuses lengths that lie and other versions", () => {
    expect(code("02000303 00000008")).to.deep.equal(["badHeader", 0]);
    expect(code("01000303 00000007")).to.deep.equal(["badLength", 4]);
    expect(code("01000303 00000008 00")).to.deep.equal(["trailingOctets", 8]);
    expect(code("01000303 0000000c 00090003")).to.deep.equal(["badLength", 10]);
    expect(code("01000303 0000000c 00090005")).to.deep.equal(["truncated", 12]);
  });

  it("refuses more than the limits", () => {
    const many = encodeIua(
      "BEAT",
      Array.from({ length: iuaLimits.parameters + 1 }, () => ({ tag: 9, value: octets("") })),
    );
    expect(decodeIua(many)).to.have.property("code", "tooMany");
    const long = encodeIua(
      "BEAT",
      Array.from({ length: 2 }, () => ({ tag: 9, value: new Uint8Array(iuaLimits.octets / 2) })),
    );
    expect(decodeIua(long)).to.have.property("code", "tooLong");
  });
});
