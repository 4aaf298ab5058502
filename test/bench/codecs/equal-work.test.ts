import { expect } from "chai";
import { DecodeError, decodeFacility, encodeFacility, toHex } from "../../../codecs/index.ts";
import { requirePeer } from "../../peers/require.ts";
import { LibpriBench } from "./libpri.ts";
import { libpriDialect, mixedContents, nameContents, requestContents, setup } from "./messages.ts";
import { berPeers } from "./part.ts";
import { decodeSetup, encodeSetup, setupPeer, valuesOf } from "./setup.ts";

const contents = { ccbsRequest: requestContents, callingName: nameContents };

/** Octets as hex, whichever class holds them. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return toHex(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

describe("bench: equal work", () => {
  for (const peer of berPeers) {
    for (const [name, octets] of Object.entries(contents)) {
      it(`${peer.name} makes the value of ${name} that we make, and the octets of it`, () => {
        const value = peer.decode(octets);
        expect(plain(value)).to.deep.equal(plain(decodeFacility(octets)));
        expect(toHex(peer.encode(value))).to.equal(toHex(octets));
      });

      it(`${peer.name} refuses ${name} cut at any octet`, () => {
        for (let end = 0; end < octets.length; end += 1) {
          // Behind the header a Facility without component is a whole one.
          if (end === 12) continue;
          expect(() => peer.decode(octets.subarray(0, end)), `${end} octets`).to.throw();
        }
      });
    }

    it(`${peer.name} with our code around it gives the SETUP`, () => {
      const { decode, encode } = setupPeer(peer);
      const { message, values } = decode(setup) as { message: { ies: unknown[] }; values: unknown[] };
      expect(message.ies).to.have.length(4);
      expect(values).to.have.length(2);
      expect(toHex(encode(valuesOf(decodeSetup(setup))))).to.equal(toHex(setup));
    });
  }

  it("our own encoder gives the SETUP from its values", () => {
    expect(toHex(encodeSetup(valuesOf(decodeSetup(setup))))).to.equal(toHex(setup));
  });

  it("libpri gives both octet for octet, and the vectors of the operations that it knows", async function () {
    requirePeer(this, "libpri");
    const libpri = new LibpriBench();
    try {
      const both = Object.values(contents);
      expect(await libpri.understood(both)).to.deep.equal(both);
      expect(await libpri.run("decode", both, 1)).to.be.at.least(0);
      expect(await libpri.run("encode", both, 1)).to.be.at.least(0);
      const understood = await libpri.understood(mixedContents);
      expect(understood).to.have.length.above(100);
      for (const each of understood) {
        const value = decodeFacility(each);
        if (value instanceof DecodeError) expect.fail(value.code);
        expect(toHex(encodeFacility(value, libpriDialect))).to.equal(toHex(each));
      }
    } finally {
      libpri.close();
    }
  });
});
