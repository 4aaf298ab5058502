import { expect } from "chai";
import { loadConfig } from "../../../gateway/config/load.ts";
import { sipLimits } from "../../../gateway/sip/limits.ts";
import { h323Limits } from "../../../gateway/trunks/h323.ts";
import { lapdLimits } from "../../../gateway/trunks/lapd.ts";
import { sctpLimits } from "../../../gateway/trunks/sctp/provider.ts";
import type { TrunkConfig, TrunkLimits } from "../../../src/config.ts";

const trunks = {
  lapd: 'type: lapd, side: user, listen: "127.0.0.1:0"',
  h323: 'type: h323, peers: ["10.0.0.2:1720"]',
  iua: "type: iua, role: sg, side: user, interfaces: [1]",
  sip: 'type: sip, profile: cisco, server: ["10.0.0.2:5060"]',
} as const;
type Type = keyof typeof trunks;

function load(type: Type, limits: string) {
  return loadConfig(`neighbours: { east: { numbers: [1xxx], trunk: { ${trunks[type]}${limits} } } }`);
}

function limitsOf(type: Type, limits = ""): TrunkLimits | undefined {
  const loaded = load(type, limits);
  if (!loaded.ok) throw new Error(loaded.faults.map((fault) => fault.text).join("; "));
  const trunk = loaded.config.core.neighbours[0]?.trunk as Exclude<TrunkConfig, { type: "demo" }>;
  return trunk.limits;
}

describe("configuration of what a trunk may cost", () => {
  it("is what its type has where nothing is said; calls and messages are bounded by what there is", () => {
    const of = ({ queuedOctets, connections, halfOpen }: TrunkLimits) => ({ queuedOctets, connections, halfOpen });
    expect(limitsOf("lapd")).to.deep.equal(of(lapdLimits));
    expect(limitsOf("h323")).to.deep.equal(of(h323Limits));
    expect(limitsOf("iua")).to.deep.equal(of({ ...sctpLimits, connections: sctpLimits.associations }));
    expect(limitsOf("sip")).to.deep.equal(of(sipLimits));
  });

  for (const type of Object.keys(trunks) as Type[]) {
    it(`is as it says: ${type}`, () => {
      const given = { calls: 30, messagesPerSecond: 200, queuedOctets: 65_536, connections: 3, halfOpen: 2 };
      const text = Object.entries(given).map(([key, value]) => `${key}: ${value}`);
      expect(limitsOf(type, `, limits: { ${text.join(", ")} }`)).to.deep.equal(given);
    });
  }

  it("has bounds of its own", () => {
    for (const wrong of ["calls: 0", "calls: 32768", "messagesPerSecond: 0", "queuedOctets: 16383", "halfOpen: 0"]) {
      const loaded = load("lapd", `, limits: { ${wrong} }`);
      expect(loaded.ok ? [] : loaded.faults, wrong).to.have.length(1);
    }
  });
});
