import { expect } from "chai";
import { describe, it } from "mocha";
import { leniencyNames, Strictness } from "../../../codecs/leniencies.ts";
import { decodeElements } from "../../../codecs/q931/decode.ts";
import { cause } from "../../../codecs/q931/ie/cause.ts";
import { ShortContents, shortOctets, shortValuesKept } from "../../../codecs/q931/short-contents.ts";

describe("Q.931: contents that were read before", () => {
  it("are the value that the codec gives, and are read once", () => {
    const known = new ShortContents();
    const octets = Uint8Array.of(0xff, 0x81, 0x91, 0xff);
    const value = known.of(cause, octets, 1, 3);
    expect(value).to.deep.equal({ codingStandard: 0, location: 1, cause: 17 });
    expect(known.of(cause, Uint8Array.of(0x81, 0x91), 0, 2)).to.equal(value);
    expect(known.of(cause, Uint8Array.of(0x81, 0x90), 0, 2)).to.deep.equal({
      codingStandard: 0,
      location: 1,
      cause: 16,
    });
  });

  it("do not change with the octets they were read from", () => {
    const known = new ShortContents();
    const octets = Uint8Array.of(0x81, 0x91, 0x05);
    const value = known.of(cause, octets, 0, 3);
    octets.fill(0);
    expect(value).to.deep.equal({ codingStandard: 0, location: 1, cause: 17, diagnostics: Uint8Array.of(5) });
  });

  it("are left to the codec where they cannot be read, or need a leniency", () => {
    const known = new ShortContents();
    expect(known.of(cause, Uint8Array.of(0x81), 0, 1), "cut").to.equal(undefined);
    expect(known.of(cause, Uint8Array.of(0xf1, 0x90), 0, 2), "spare bit").to.equal(undefined);
  });

  it("stay strict on one trunk while another one is lenient", () => {
    const element = Uint8Array.of(0x08, 0x02, 0x91, 0x90);
    for (let again = 0; again < 2; again += 1) {
      const lenient = new Strictness();
      const strict = new Strictness(new Set(leniencyNames));
      expect(decodeElements(element, 0, lenient)[0]?.value).to.deep.equal({
        codingStandard: 0,
        location: 1,
        cause: 16,
      });
      expect([...lenient.accepted]).to.deep.equal(["elementForm"]);
      expect(decodeElements(element, 0, strict)[0]).to.not.have.property("value");
      expect([...strict.refused]).to.deep.equal(["elementForm"]);
    }
  });

  it("are forgotten when a peer makes up more than are kept", () => {
    const known = new ShortContents();
    const first = Uint8Array.of(0x81, 0x91);
    const value = known.of(cause, first, 0, 2);
    const filled = (count: number) => {
      for (let i = 0; i < count; i += 1) known.of(cause, Uint8Array.of(0x81, 0x80, i >> 8, i & 0xff), 0, shortOctets);
    };
    filled(shortValuesKept - 1);
    expect(known.of(cause, first, 0, 2), "at the limit").to.equal(value);
    filled(shortValuesKept);
    const again = known.of(cause, first, 0, 2);
    expect(again, "one past it").to.deep.equal(value);
    expect(again).to.not.equal(value);
  });
});
