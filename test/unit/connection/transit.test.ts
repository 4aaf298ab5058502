import { expect } from "chai";
import { decodeElements } from "../../../codecs/q931/decode.ts";
import { fromHex, toHex } from "../../../codecs/shape.ts";
import { countTransit } from "../../../src/connection/transit.ts";

/** Elements in hex through the counter, and the result in hex. */
function counted(hex: string, most = 10, insert = true): string | undefined {
  const octets = fromHex(hex.replaceAll(" ", ""));
  if (octets === undefined) throw new Error(hex);
  const ies = countTransit(decodeElements(octets), { most, insert });
  return ies?.map((ie) => toHex(ie.octets)).join(" ");
}

describe("transit counter (R31, ECMA-225)", () => {
  it("is put in behind a locking shift to codeset 4", () => {
    expect(counted("0403 8090a3")).to.equal("04038090a3 94 310181");
  });

  it("is put in without a shift where codeset 4 is locked already, one way where a higher one is", () => {
    expect(counted("94 320180")).to.equal("94 320180 310181");
    expect(counted("95 320181")).to.equal("95 320181 9c 310181");
  });

  it("is not put in where the peer's dialect does not take it", () => {
    expect(counted("0403 8090a3", 10, false)).to.equal("04038090a3");
  });

  it("goes up by one wherever it stands, every other octet as it was", () => {
    expect(counted("0403 8090a3 9c 310182 a1")).to.equal("04038090a3 9c 310183 a1");
    expect(counted("94 310188", 10, false)).to.equal("94 310189");
  });

  it("may reach maxTransit, and not pass it", () => {
    expect(counted("94 310189")).to.equal("94 31018a");
    expect(counted("94 31018a")).to.equal(undefined);
    expect(counted("94 31019e", 31)).to.equal("94 31019f");
    expect(counted("94 31019f", 31)).to.equal(undefined);
  });

  it("stays where it cannot be read, and is not put behind an element that is cut short", () => {
    expect(counted("94 310281")).to.equal("94 310281");
    expect(counted("0405 8090a3")).to.equal("04058090a3");
  });
});
