import { expect } from "chai";
import { decodeOctets } from "../../../codecs/ber/codec.ts";
import { decodeTree } from "../../../codecs/ber/tree.ts";
import { DecodeError } from "../../../codecs/error.ts";
import { Extension } from "../../../codecs/generated/manufacturer-specific-service-extension-class-asn1-97.ts";
import { CcExtension } from "../../../codecs/generated/ss-cc-operations-asn1-97.ts";
import { everyCodec } from "./every-codec.ts";
import { octetsOf } from "./octets.ts";

/** A definite value with a four-octet length, so that size is no matter. */
const long = (tag: string, content: string): string =>
  `${tag}84${(content.length / 2).toString(16).padStart(8, "0")}${content}`;

const deep = (tag: string, levels: number): string => `${tag}80`.repeat(levels);

/** Octets made to be expensive. */
const bombs: readonly (readonly [what: string, octets: Uint8Array])[] = [
  ["100,000 open indefinite values", octetsOf(deep("30", 100_000))],
  ["100,000 open indefinite values of a context tag", octetsOf(deep("a0", 100_000))],
  ["indefinite strings inside strings", octetsOf(deep("24", 100_000))],
  ["a length of 2^48 - 1", octetsOf(`3086${"ff".repeat(6)}0500`)],
  ["a length octet of 127 octets", octetsOf(`30ff${"ff".repeat(127)}`)],
  ["a tag that never ends", octetsOf(`bf${"ff".repeat(100_000)}`)],
  ["an indefinite value with 100,000 values inside", octetsOf(`3080${"0500".repeat(100_000)}0000`)],
  ["zeros", new Uint8Array(100_000)],
  ["ones", new Uint8Array(100_000).fill(0xff)],
];

describe("octets made to be expensive", () => {
  for (const [what, octets] of bombs) {
    it(`${what}: refused by every type within two seconds for all`, function () {
      this.timeout(2000);
      for (const codec of everyCodec) expect(decodeOctets(codec, octets), codec.name).to.be.instanceOf(DecodeError);
    });
    it(`${what}: refused as a tree`, () => expect(decodeTree(octets)).to.be.instanceOf(DecodeError));
  }

  it("an OBJECT IDENTIFIER of 100,000 octets is too long", () => {
    const octets = octetsOf(long("30", `${long("06", "01".repeat(100_000))}0500`));
    expect(decodeOctets(Extension, octets)).to.include({ code: "tooLong", path: "Extension.extensionId" });
  });

  it("10,000 extensions are too many", () => {
    const octets = octetsOf(long("af", "300706032a03040500".repeat(10_000).replaceAll("06032a0304", "06032a0304")));
    expect(decodeOctets(CcExtension, octets)).to.include({ code: "tooMany", path: "CcExtension.multiple" });
  });

  it("an INTEGER of 1,000 octets is too long", () => {
    const invokeId = everyCodec.find((codec) => codec.name === "InvokeId");
    expect(decodeOctets(invokeId ?? expect.fail("no InvokeId"), octetsOf(long("02", "01".repeat(1000))))).to.include({
      code: "tooLong",
    });
  });
});
