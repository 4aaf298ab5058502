import { expect } from "chai";
import { isoTime } from "../../../codecs/trace/iso-time.ts";

describe("ISO time", () => {
  it("is what Date says, to the millisecond", () => {
    const step = 86_400_000 * 13 + 3_723_004;
    for (let ms = 0; ms < 4_102_444_800_000; ms += step) expect(isoTime(ms)).to.equal(new Date(ms).toISOString());
    for (const leap of ["2000-02-29", "2024-02-29", "2100-02-28", "2100-03-01", "1999-12-31"]) {
      expect(isoTime(Date.parse(leap))).to.equal(`${leap}T00:00:00.000Z`);
    }
  });

  it("keeps microseconds where there are any", () => {
    expect(isoTime(1_700_000_000_123.456)).to.equal("2023-11-14T22:13:20.123456Z");
    expect(isoTime(123.9999)).to.equal("1970-01-01T00:00:00.124Z");
    expect(isoTime(0.007)).to.equal("1970-01-01T00:00:00.000007Z");
  });

  it("is none before 1970, after the year 9999 and of what is no number", () => {
    expect(isoTime(253_402_300_799_999)).to.equal("9999-12-31T23:59:59.999Z");
    for (const ms of [-1, 253_402_300_800_000, Number.NaN, Number.POSITIVE_INFINITY])
      expect(isoTime(ms)).to.equal(undefined);
  });
});
