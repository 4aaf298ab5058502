import { expect } from "chai";
import fc from "fast-check";
import { fromHex } from "../../../codecs/index.ts";
import type { CharacterSet } from "../../../codecs/generated/name-operations-asn1-97.ts";
import { textOf } from "../../../codecs/view/character-sets.ts";
import { nameWords } from "../../../codecs/view/party-words.ts";

const codePoint = fc
  .oneof(fc.nat(0x7f), fc.nat(0x7ff), fc.nat(0xffff), fc.nat(0x10_ffff))
  .filter((code) => code < 0xd800 || code > 0xdfff);

const octets = (hex: string): Uint8Array => fromHex(hex.replaceAll(" ", "")) ?? expect.fail(hex);

describe("names as text", () => {
  it("agree with the decoders of Node for every octet of every set of one octet a character", () => {
    const all = Uint8Array.from({ length: 256 }, (_, octet) => octet);
    const printable = all.filter((octet) => octet < 0x80 || octet >= 0xa0);
    const sets = ["iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-7"] as const;
    for (const set of sets) {
      const theirs = new TextDecoder(set).decode(printable);
      expect(textOf(printable, set), set).to.equal(theirs);
    }
  });

  it("of UTF-8 come back from Node's encoder for any text", () => {
    fc.assert(
      fc.property(fc.array(codePoint), (codes) => {
        const text = String.fromCodePoint(...codes);
        expect(textOf(new TextEncoder().encode(text), "iso10646-utf-8String")).to.equal(text);
      }),
    );
  });

  const broken: readonly (readonly [hex: string, set: CharacterSet, text: string])[] = [
    ["41 80 42", "iso10646-utf-8String", "A\ufffdB"],
    ["c3", "iso10646-utf-8String", "\ufffd"],
    ["c3 28", "iso10646-utf-8String", "\ufffd("],
    ["c0 80", "iso10646-utf-8String", "\ufffd\ufffd"],
    ["ed a0 80", "iso10646-utf-8String", "\ufffd\ufffd\ufffd"],
    ["f4 90 80 80", "iso10646-utf-8String", "\ufffd\ufffd\ufffd\ufffd"],
    ["ff fe", "iso10646-utf-8String", "\ufffd\ufffd"],
    ["00 41 00", "iso10646-BmpString", "A\ufffd"],
    ["41 a5", "iso8859-3", "A\ufffd"],
    ["5a 6f eb", 2, "Zoë"],
    ["5a 6f eb", 200, "Zoë"],
  ];
  for (const [hex, set, text] of broken) {
    it(`${hex} in ${set} is ${JSON.stringify(text)}`, () => expect(textOf(octets(hex), set)).to.equal(text));
  }

  it("cannot move the cursor or turn the writing round", () => {
    const told = (hex: string, characterSet: CharacterSet): string => {
      const nameData = octets(hex);
      return nameWords({
        namePresentationAllowed: { namePresentationAllowedExtended: { nameData, characterSet } },
      });
    };
    expect(told("41 1b 5b 9b 7f", "iso8859-1")).to.equal('"A\\u001b[\\u009b\\u007f"');
    expect(told("20 2e 20 67 20 28", "iso10646-BmpString")).to.equal('"\\u202e\\u2067\\u2028"');
  });
});
