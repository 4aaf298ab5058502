import { expect } from "chai";
import { loadConfig } from "../../../gateway/config/load.ts";

/** Two neighbours on one listener, the words of `tls` for each. */
function shared(east: string, west: string): string {
  const trunk = (peer: string, words: string) =>
    `{ type: h323, listen: 0.0.0.0:1300, peers: ["${peer}:1300"]${words} }`;
  return `neighbours:
  east: { numbers: [1xxx], trunk: ${trunk("10.0.0.1", east)} }
  west: { numbers: [2xxx], trunk: ${trunk("10.0.0.2", west)} }
`;
}

function faults(text: string): string[] {
  const loaded = loadConfig(text);
  return loaded.ok ? [] : loaded.faults.map(({ path, text: words }) => `${path} ${words}`);
}

const files = "certificate: gw.pem, key: gw.key, trustAnchors: ca.pem";
const tls = (name: string, more = "") => `, tls: { ${files}, allowedNames: [${name}]${more} }`;

describe("the configuration of TLS", () => {
  it("has every key, with its default", () => {
    const text = shared(
      tls("east.example, 10.0.0.1, 'sip:east.example', '2001:DB8::1'", ", crl: crl.pem, minVersion: 1.3"),
      tls("west.example", ", minVersion: 1.3"),
    );
    const loaded = loadConfig(text);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    const [east, west] = loaded.config.core.neighbours.map(({ trunk }) =>
      trunk.type === "h323" ? trunk.tls : undefined,
    );
    const both = {
      ...{ certificate: "gw.pem", key: "gw.key", trustAnchors: "ca.pem", commonName: false },
      ...{ minVersion: "1.3", warnBeforeMs: 30 * 24 * 60 * 60 * 1000 },
    };
    expect(east).to.deep.equal({
      ...both,
      allowedNames: ["east.example", "10.0.0.1", "sip:east.example", "2001:DB8::1"],
      crl: "crl.pem",
    });
    expect(west).to.deep.equal({ ...both, allowedNames: ["west.example"] });
  });

  it("is absent where the file has none, and no default of it is shown", () => {
    const loaded = loadConfig(shared("", ""));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    expect(loaded.config.core.neighbours[0]?.trunk).to.not.have.property("tls");
    expect(loaded.settings.filter(({ path }) => path.includes(".tls."))).to.deep.equal([]);
  });

  const refused: readonly (readonly [what: string, text: string, fault: string])[] = [
    [
      "an empty one",
      shared(", tls: {}", tls("west.example")),
      "neighbours.east.trunk.tls.certificate is missing; give the path of a file",
    ],
    [
      "one without names",
      shared(`, tls: { ${files} }`, tls("west.example")),
      "neighbours.east.trunk.tls.allowedNames is missing; give a list of a host name, an IP address or a URI",
    ],
    [
      "a wildcard",
      shared(tls('"*.example"'), tls("west.example")),
      "neighbours.east.trunk.tls.allowedNames must be a host name, an IP address or a URI as certificates have it",
    ],
    [
      "TLS 1.1",
      shared(tls("east.example", ", minVersion: 1.1"), tls("west.example")),
      'neighbours.east.trunk.tls.minVersion must be 1.2 or 1.3, not "1.1"',
    ],
    [
      "a listener that one shares with TLS and one without",
      shared(tls("east.example"), ""),
      "neighbours.west.trunk.tls must be given for both or for none: it is not as with east, which shares 0.0.0.0:1300",
    ],
    [
      "a listener that shows two certificates",
      shared(tls("east.example"), tls("west.example").replace("gw.pem", "other.pem")),
      "neighbours.west.trunk.tls has another certificate, key or minVersion than east, which shares 0.0.0.0:1300",
    ],
    [
      "a listener where a name is of two neighbours",
      shared(tls("east.example"), tls("West.example, East.Example")),
      "neighbours.west.trunk.tls allows East.Example as does east, which shares 0.0.0.0:1300",
    ],
  ];
  for (const [what, text, fault] of refused) {
    it(`refuses ${what}`, () => {
      const found = faults(text);
      expect(found[0]?.slice(0, fault.length)).to.equal(fault);
    });
  }
});
