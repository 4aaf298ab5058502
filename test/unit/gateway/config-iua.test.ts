import { expect } from "chai";
import { loadConfig } from "../../../gateway/config/load.ts";
import type { IuaTrunkConfig } from "../../../src/config.ts";

const text = (keys: string): string =>
  `neighbours: { east: { numbers: [1xxx], trunk: { type: iua, side: user, ${keys} } } }`;

function trunkOf(keys: string): IuaTrunkConfig {
  const loaded = loadConfig(text(keys));
  if (!loaded.ok) throw new Error(loaded.faults.map((fault) => fault.text).join("; "));
  const [east] = loaded.config.core.neighbours;
  return east?.trunk as IuaTrunkConfig;
}

function faultsOf(keys: string): readonly string[] {
  const loaded = loadConfig(text(keys));
  return loaded.ok ? [] : loaded.faults.map((fault) => fault.text);
}

describe("configuration of an iua trunk", () => {
  it("is SCTP in UDP on port 9899 where nothing is said", () => {
    expect(trunkOf("role: sg, interfaces: [1]")).to.deep.include({
      ...{ transport: "udp", bind: { host: "0.0.0.0", port: 9899 }, sctpPort: 9900, interfaceIdentifiers: [1] },
    });
  });

  it("is SCTP on IP, whose ports are those of SCTP", () => {
    const asp = trunkOf('role: asp, transport: ip, peer: "10.0.0.2:9900", interfaces: [1]');
    expect(asp).to.deep.include({ transport: "ip", bind: { host: "0.0.0.0", port: 9900 } });
    expect(asp.peer).to.deep.equal({ host: "10.0.0.2", port: 9900 });
    expect(faultsOf('role: asp, transport: ip, peer: "10.0.0.2:9899", interfaces: [1]')[0]).to.match(
      /give 9900, as sctpPort$/,
    );
    expect(faultsOf('role: asp, transport: ip, peer: "gateway:9900", interfaces: [1]')[0]).to.match(/not names$/);
  });

  it("takes numbers and texts as interface identifiers (RFC 4233 3.2)", () => {
    const { interfaceIdentifiers } = trunkOf('role: sg, interfaces: [0, 4294967295, "trunk/7"]');
    expect(interfaceIdentifiers).to.deep.equal([0, 4_294_967_295, "trunk/7"]);
    for (const wrong of ["4294967296", "-1", "1.5", `"${"x".repeat(256)}"`, '"ü"']) {
      expect(faultsOf(`role: sg, interfaces: [${wrong}]`), wrong).to.have.length(1);
    }
    expect(trunkOf(`role: sg, interfaces: ["${"x".repeat(255)}"]`).interfaceIdentifiers).to.have.length(1);
    expect(faultsOf("role: sg, interfaces: [1, 1]")).to.have.length(1);
  });
});
