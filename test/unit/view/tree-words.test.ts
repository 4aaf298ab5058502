import { expect } from "chai";
import { treeOctetsLimit, treeWords } from "../../../codecs/view/tree-words.ts";
import { octets } from "../trace/octets.ts";

describe("values that no module describes, in words", () => {
  const values: Readonly<Record<string, string>> = {
    "30098003616461 81020102": 'SEQUENCE { [0] "ada", [1] 0102 }',
    "0500": "NULL",
    "02017f": "INTEGER 127",
    "0101ff": "BOOLEAN true",
    "06052b0c091e01": "OBJECT IDENTIFIER 1.3.12.9.30.1",
    "3000": "SEQUENCE {}",
    a103020101: "[1] { INTEGER 1 }",
    "0500ff": "NULL and octets behind it: ff",
    "3009": "3009",
    "8101ff": "[1] ff",
    "8100": "[1]",
  };
  for (const [hex, words] of Object.entries(values)) {
    it(`${hex} is ${words}`, () => {
      expect(treeWords(octets(hex))).to.equal(words);
    });
  }

  it("show what is too long for a tree as hex", () => {
    const long = octets(`04820ffd${"00".repeat(treeOctetsLimit - 3)}`);
    expect(long).to.have.length(treeOctetsLimit + 1);
    expect(treeWords(long)).to.equal(Buffer.from(long).toString("hex"));
  });

  it("show long texts as hex", () => {
    expect(treeWords(octets(`8141${"41".repeat(65)}`))).to.equal(`[1] ${"41".repeat(65)}`);
  });
});
