import { expect } from "chai";
import { loadConfig } from "../../../gateway/config/load.ts";

const two = (east: string, west = "", more = "") => `
${more}
neighbours:
  east: { numbers: [1xxx], trunk: { type: h323, peers: ["10.0.0.1:1720"]${east} } }
  west: { numbers: [2xxx], trunk: { type: h323, peers: ["10.0.0.2:1720", "10.0.0.3:1720"]${west} } }
`;

function trunks(text: string) {
  const loaded = loadConfig(text);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  return loaded.config.core.neighbours.map(({ trunk }) => trunk);
}

function faults(text: string): string[] {
  const loaded = loadConfig(text);
  return loaded.ok ? [] : loaded.faults.map(({ path, text: fault }) => `${path} ${fault}`);
}

describe("configuration of h323", () => {
  it("has a bearer and a goal for call-independent connections, marked as not sure", () => {
    const defaults = { cisBearer: Uint8Array.of(0x88, 0x90, 0xa5), cisGoal: "callIndependent" } as const;
    const limits = { queuedOctets: 262_144, connections: 2048, halfOpen: 512 };
    const own = ", cisBearer: 8090A3, cisGoal: create, tunnellingRequired: true, multipleCalls: true";
    expect(trunks(two("", own))).to.deep.equal([
      {
        ...{ type: "h323", peers: [{ host: "10.0.0.1", port: 1720 }] },
        ...{ ...defaults, tunnellingRequired: false, multipleCalls: false, limits },
      },
      {
        type: "h323",
        peers: ["10.0.0.2", "10.0.0.3"].map((host) => ({ host, port: 1720 })),
        ...{ cisBearer: Uint8Array.of(0x80, 0x90, 0xa3), cisGoal: "create" },
        ...{ tunnellingRequired: true, multipleCalls: true, limits },
      },
    ]);
    const loaded = loadConfig(two(""));
    const marks = loaded.ok
      ? loaded.settings.flatMap(({ path, mark }) => (mark === "[MEM]" ? [path.split(".").at(-1)] : []))
      : [];
    expect(marks).to.include.members(["cisBearer", "cisGoal", "tunnellingRequired"]);
  });

  for (const [what, text] of [
    ["half an octet", "88905"],
    ["no octet", '""'],
    ["one octet too many", "00".repeat(9)],
    ["no hex", "8x"],
  ] as const) {
    it(`takes ${what} for no bearer`, () => {
      expect(faults(two(`, cisBearer: ${text}`))[0]).to.match(
        /^neighbours\.east\.trunk\.cisBearer must be up to 8 octets in hex, such as 8890a5/,
      );
    });
  }

  it("takes as many octets as fit", () => {
    expect(faults(two(`, cisBearer: ${"88".repeat(8)}`))).to.deep.equal([]);
  });

  it("neighbours without a listener of their own share the one of their type", () => {
    const shared = 'listeners: [{ type: h323, bind: "0.0.0.0:1720" }]';
    const listens = trunks(two("", ', listen: "10.0.0.9:1721"', shared)).map(
      (trunk) => trunk.type === "h323" && trunk.listen,
    );
    expect(listens).to.deep.equal([
      { host: "0.0.0.0", port: 1720 },
      { host: "10.0.0.9", port: 1721 },
    ]);
  });

  it("has one listener of a type, at an address", () => {
    const twice = 'listeners: [{ type: h323, bind: "0.0.0.0:1720" }, { type: h323, bind: "0.0.0.0:1721" }]';
    expect(faults(two("", "", twice))).to.deep.equal([
      "listeners.2.type is another one of type h323: neighbours share one",
    ]);
    expect(faults(two("", "", "listeners: [{ type: h323 }]"))[0]).to.match(/^listeners\.1\.bind is missing/);
    expect(faults(two("", "", 'listeners: [{ type: lapd, bind: "0.0.0.0:1" }]'))[0]).to.match(/listeners\.1\.type/);
  });
});
