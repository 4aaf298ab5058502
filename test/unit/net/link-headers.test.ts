import { expect } from "chai";
import { tagsLimit } from "../../../codecs/trace/net/link-headers.ts";
import { unwrapPacket } from "../../../codecs/trace/link-types.ts";
import { octets } from "../trace/octets.ts";

function unwrapped(linkType: number, hex: string): unknown {
  const packet = octets(hex);
  return unwrapPacket({ linkType, line: 0, octets: packet, originalLength: packet.length });
}

const ipPacket = { layer: "ip", octets: octets("4500"), line: "0" };
const addresses = "000000000001 000000000002";

describe("link headers", () => {
  it("of Ethernet stand before IP of both versions", () => {
    expect(unwrapped(1, `${addresses} 0800 4500`)).to.deep.equal(ipPacket);
    expect(unwrapped(1, `${addresses} 86dd 4500`)).to.deep.equal(ipPacket);
  });

  it("of Ethernet may have tags, up to the limit", () => {
    const tags = (count: number): string => `${addresses} ${"8100 0007".repeat(count)} 0800 4500`;
    expect(unwrapped(1, tags(tagsLimit))).to.deep.equal(ipPacket);
    expect(unwrapped(1, tags(tagsLimit + 1))).to.have.property("layer", "other");
  });

  it("of raw IP are none", () => expect(unwrapped(101, "4500")).to.deep.equal(ipPacket));

  it("of both cooked captures say which protocol follows", () => {
    expect(unwrapped(113, "0000 0001 0006 0000000000010000 0800 4500")).to.deep.equal(ipPacket);
    expect(unwrapped(276, "0800 0000 00000001 0001 00 06 0000000000010000 4500")).to.deep.equal(ipPacket);
  });

  it("of other protocols, and cut ones, carry nothing for us", () => {
    expect(unwrapped(1, `${addresses} 0806 0001`)).to.have.property("layer", "other");
    expect(unwrapped(1, "0000")).to.have.property("layer", "other");
    expect(unwrapped(113, "0000")).to.have.property("layer", "other");
  });
});
