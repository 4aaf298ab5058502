import { expect } from "chai";
import { alertTone, muLaw } from "../../../gateway/phones/tone.ts";

describe("the alert tone", () => {
  it("codes mu-law as G.711 table 2a has it", () => {
    // Decision values of the table: the ends of the curve, zero of both signs, and the first step of each segment.
    const rows = [
      [0, 0xff],
      [-1, 0x7e],
      [8191, 0x80],
      [-8192, 0x00],
      [31, 0xef],
      [95, 0xdf],
      [223, 0xcf],
      [479, 0xbf],
      [991, 0xaf],
      [2015, 0x9f],
      [4063, 0x8f],
    ] as const;
    for (const [sample, octet] of rows) expect(muLaw(sample), String(sample)).to.equal(octet);
  });

  it("lasts under a second, is heard and does not click", () => {
    const tone = alertTone();
    expect(tone.length).to.be.within(4_000, 8_000);
    const loud = [...tone].filter((octet) => (octet & 0x7f) < 0x40).length;
    expect(loud).to.be.greaterThan(tone.length / 3);
    for (const at of [0, tone.length - 1]) expect((tone[at] ?? 0) & 0x7f).to.be.greaterThan(0x78);
  });
});
