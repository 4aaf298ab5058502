import { expect } from "chai";
import { loadConfig } from "../../../gateway/config/load.ts";

/** A configuration whose assisted neighbour has these `lines` and `phones`. */
function load(lines: string, phones: string) {
  return loadConfig(`
neighbours:
  west:
    numbers: ["1xxx"]
    trunk: { type: lapd, listen: "127.0.0.1:5001", side: network }
    callCompletion: { mode: assisted, audioFile: Ring.raw }
    lines: ${lines}
    phones: ${phones}
  east:
    numbers: ["2xxx"]
    trunk: { type: lapd, listen: "127.0.0.1:5002", side: network }
`);
}

function settingsOf(kind: "lines" | "phones", text: string): unknown {
  const loaded = kind === "lines" ? load(text, "{ type: demo }") : load("{ type: demo }", text);
  if (!loaded.ok) throw new Error(loaded.faults.map((fault) => `${fault.path} ${fault.text}`).join("; "));
  return loaded.config.clusters.get("west")?.[kind];
}

function faultsOf(kind: "lines" | "phones", text: string): string {
  const loaded = kind === "lines" ? load(text, "{ type: demo }") : load("{ type: demo }", text);
  return loaded.ok ? "" : loaded.faults.map((fault) => `${fault.path} ${fault.text}`).join("; ");
}

const phone = 'phones: [{ number: "1001", address: "10.0.0.21:80" }]';

const twice = 'phones: [{ number: 1, address: "a:80" }, { number: 1, address: "b:80" }]';

describe("configuration of clusters", () => {
  it("R16: feature codes of a neighbour that is served, each another one", () => {
    const codesOf = (mode: string, codes: string) => {
      const trunk = '{ type: lapd, listen: "127.0.0.1:5001", side: network }';
      const completion = `{ mode: ${mode}${codes === "" ? "" : `, featureCodes: ${codes}`} }`;
      const demo = "{ type: demo }";
      const keys = `trunk: ${trunk}, callCompletion: ${completion}, lines: ${demo}, phones: ${demo}`;
      const loaded = loadConfig(`neighbours: { west: { numbers: [1xxx], ${keys} } }`);
      return loaded.ok
        ? loaded.config.core.neighbours[0]?.callCompletion.featureCodes
        : loaded.faults.map(({ path, text }) => `${path} ${text}`);
    };
    expect(codesOf("assisted", "")).to.deep.equal({ activate: "*79", cancel: "#79", status: "*78" });
    expect(codesOf("assisted", '{ activate: "*1", cancel: "#1" }')).to.deep.equal({
      activate: "*1",
      cancel: "#1",
      status: "*78",
    });
    expect(codesOf("native", "")).to.equal(undefined);
    expect(codesOf("assisted", '{ activate: "*78" }')).to.deep.equal([
      "neighbours.west.callCompletion.featureCodes must be three different codes",
    ]);
    expect(codesOf("assisted", '{ activate: "1234567" }')).to.deep.equal([
      "neighbours.west.callCompletion.featureCodes.activate must be a feature code: " +
        '1 to 6 digits, * and #, quoted, such as "*79", not "1234567"',
    ]);
  });

  it("S-87, R49: the core reads the languages of the phones, and whether they hold", () => {
    const phonesOfCore = (text: string) => {
      const loaded = load("{ type: demo }", text);
      return loaded.ok ? loaded.config.core.neighbours[0]?.phones : loaded.faults.map(({ text }) => text);
    };
    const given = "{ type: demo, locale: de, locales: [{ match: 21xx, locale: es }], canHold: false }";
    expect(phonesOfCore(given)).to.deep.equal({
      locale: "de",
      locales: [{ match: "21xx", locale: "es" }],
      canHold: false,
    });
    expect(phonesOfCore("{ type: demo }")).to.deep.equal({ locale: "en", locales: [], canHold: true });
    expect(phonesOfCore("{ type: demo, locale: it }")).to.deep.equal(['must be en, de, fr or es, not "it"']);
  });

  it("phones cisco: every key, with its default", () => {
    const text = `{ type: cisco, url: "http://10.0.0.2:8481/", user: qsig, passwordFile: /etc/qsig/p, ${phone} }`;
    expect(settingsOf("phones", text)).to.deep.equal({
      type: "cisco",
      bind: { host: "0.0.0.0", port: 8481 },
      url: "http://10.0.0.2:8481",
      authentication: "basic",
      user: "qsig",
      passwordFile: "/etc/qsig/p",
      audioFile: "Ring.raw",
      phones: [{ number: "1001", address: { host: "10.0.0.21", port: 80 }, model: "7970" }],
    });
  });

  it("lines sip: every key, with its default", () => {
    expect(settingsOf("lines", '{ type: sip, server: "10.0.0.5:5060" }')).to.deep.equal({
      type: "sip",
      server: { host: "10.0.0.5", port: 5060 },
      domain: "10.0.0.5",
      package: "dialog",
      registrations: true,
      user: "qsig-gateway",
      expiresS: 600,
      pace: 50,
    });
  });

  it("lines http: every key, with its default", () => {
    expect(settingsOf("lines", "{ type: http, tokenFile: /etc/qsig/token }")).to.deep.equal({
      type: "http",
      bind: { host: "127.0.0.1", port: 8482 },
      tokenFile: "/etc/qsig/token",
      silenceMs: 30_000,
    });
    expect(faultsOf("lines", "{ type: http }")).to.contain("lines.tokenFile is missing");
  });

  const faults = [
    ["an address nobody reaches", `{ type: cisco, authentication: none, ${phone} }`, "phones.url is missing"],
    ["no user", `{ type: cisco, url: "http://a", ${phone} }`, "phones.authentication basic needs user"],
    ["no phones", '{ type: cisco, url: "http://a", authentication: none }', "phones.phones is missing"],
    ["no URL", `{ type: cisco, url: "ftp://a", authentication: none, ${phone} }`, "phones.url must be a URL"],
    ["a URL with a query", `{ type: cisco, url: "http://a/?b", authentication: none, ${phone} }`, "must be a URL"],
    [
      "a number twice",
      `{ type: cisco, url: "http://a", authentication: none, ${twice} }`,
      "phones.phones names 1 twice",
    ],
  ] as const;
  for (const [name, text, fault] of faults) {
    it(`phones: refuses ${name}`, () => {
      expect(faultsOf("phones", text)).to.contain(fault);
    });
  }
});
