import { expect } from "chai";
import { haveSameNumbers } from "../../../codecs/h225/index.ts";
import { rawElements } from "../../../codecs/q931/raw-elements.ts";
import { toHex } from "../../../codecs/shape.ts";
import { octets } from "../trace/octets.ts";

const raw = (hex: string, end?: number): readonly string[] | undefined =>
  rawElements(octets(hex), end)?.map(({ id, octets: own }) => `${id.toString(16)} ${toHex(own)}`);

describe("elements of a message by their octets", () => {
  it("are there in their order, of one octet and of more", () => {
    expect(raw("08020001 05 a1 04038090a3 280141 7000")).to.deep.equal([
      "a1 a1",
      "4 04038090a3",
      "28 280141",
      "70 7000",
    ]);
    expect(raw("0800 05")).to.deep.equal([]);
    expect(raw("")).to.deep.equal([]);
  });

  it("end where they are cut off, or where the caller says", () => {
    expect(raw("08020001 05 04038090a3 280241")).to.deep.equal(["4 04038090a3"]);
    expect(raw("08020001 05 04038090a3 280141", 10)).to.deep.equal(["4 04038090a3"]);
  });

  it("are those of codeset 0 alone", () => {
    // 9d: the next one is of codeset 5; 96: all behind it are of codeset 6; 90: none is any more.
    expect(raw("08020001 05 04038090a3 9d 010100 020100 96 030100 040100 98 050100 060100 90 070100")).to.deep.equal([
      ...["4 04038090a3", "2 020100", "5 050100", "7 070100"],
    ]);
  });
});

describe("numbers of two messages", () => {
  const setup = "08020001 05 04038090a3";
  const numbers = "6c0200 31 7002 8032".replaceAll(" ", "");
  const same = (one: string, other: string): boolean => haveSameNumbers(octets(one), octets(other));

  it("are the same where their elements are, whatever else differs", () => {
    expect(same(`${setup} ${numbers}`, `08020002 05 ${numbers} 7d0181`)).to.equal(true);
    expect(same(setup, setup)).to.equal(true);
  });

  it("differ where an element does, or is missing", () => {
    expect(same(`${setup} ${numbers}`, `${setup} ${numbers.replace("8032", "8033")}`)).to.equal(false);
    expect(same(`${setup} ${numbers}`, setup)).to.equal(false);
  });

  it("are none in another codeset", () => {
    expect(same(`${setup} 96 ${numbers}`, setup)).to.equal(true);
  });
});
