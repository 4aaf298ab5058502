import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { loadConfig, loadConfigFile, longestConfigOctets } from "../../../gateway/config/load.ts";
import { numberPattern } from "../../../gateway/config/values.ts";
import { dialects } from "../../../src/completion/dialects.ts";

const lapd = "{ type: lapd, listen: 127.0.0.1:0, side: network }";
const minimal = `
neighbours:
  east: { numbers: [1xxx], trunk: ${lapd} }
`;

function config(text: string) {
  const loaded = loadConfig(text);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  return loaded.config;
}

function faults(text: string): string[] {
  const loaded = loadConfig(text);
  return loaded.ok ? [] : loaded.faults.map((fault) => `${fault.line} ${fault.path} ${fault.text}`);
}

/** One neighbour with this under callCompletion. */
const completion = (text: string) => `
neighbours:
  east:
    numbers: [1xxx]
    trunk: ${lapd}
    callCompletion: { ${text} }
`;

const lapdDefaults = {
  type: "lapd",
  role: "listen",
  host: "127.0.0.1",
  port: 0,
  side: "network",
  t309Ms: 6000,
  segments: true,
  limits: { queuedOctets: 262_144, connections: 4, halfOpen: 4 },
};

describe("configuration", () => {
  it("reads digit rules, plan and type by name", () => {
    const text = minimal.replace(
      "numbers:",
      "digits: { in: [{ match: 0*, strip: 1 }, { match: 9x, add: 077, plan: e164, type: national }] }, numbers:",
    );
    expect(config(text).core.neighbours[0]?.digits).to.deep.equal({
      in: [
        { match: "0*", strip: 1, add: "" },
        { match: "9x", strip: 0, add: "077", numberingPlan: 1, typeOfNumber: 2 },
      ],
      out: [],
    });
  });

  it("finds faults inside rules, each where it stands", () => {
    const text = minimal.replace("numbers:", "digits: { in: [{ strip: 21 }], out: { match: 1 } }, numbers:");
    expect(faults(text).map((line) => line.split(" ")[1])).to.deep.equal([
      "neighbours.east.digits.in.1.match",
      "neighbours.east.digits.in.1.strip",
      "neighbours.east.digits.out",
    ]);
  });

  it("fills in every default", () => {
    const { core, store, api, clusters } = config(minimal);
    expect(store).to.deep.equal({ type: "memory" });
    expect(api).to.deep.equal({ host: "127.0.0.1", port: 8480 });
    expect(clusters.get("east")).to.deep.equal({});
    expect(core).to.include({ name: "qsig", maxTransit: 10 });
    const limits = { requests: 10_000, requestsPerLine: 20, requestsPerTrunk: 10_000, requestsPerCaller: 20 };
    expect(core.limits).to.deep.equal(limits);
    expect(core.neighbours).to.deep.equal([
      {
        name: "east",
        numbers: ["1xxx"],
        trunk: lapdDefaults,
        digits: { in: [], out: [] },
        strict: [],
        media: "through",
        callCompletion: {
          mode: "native",
          enabled: true,
          callingSearchSpace: [],
          dialect: "generic-iso",
          our: {
            connectionProposal: "none",
            connectionResponse: "retain",
            t1Ms: 30_000,
            t3Ms: 30_000,
            ccbsT2Ms: 3_600_000,
            ccnrT2Ms: 11_700_000,
            t4Ms: 40_000,
            noPathReservation: true,
            retainService: false,
            onBusyAgain: "tell",
            onConnectionLost: "goOn",
          },
          peer: {
            canRetain: true,
            canRelease: true,
            canReserve: true,
            canRetainService: true,
            suspends: true,
            busyNeedsDisconnect: true,
            auditByRepeat: false,
            transitCounter: true,
            opCoding: "local",
            profile: 0x9f,
            trueOctet: 0xff,
            anyTrue: true,
            t1Ms: 30_000,
            t3Ms: 30_000,
          },
          untrusted: false,
          queue: "parallel",
          busyTrigger: 1,
          countUnseenCalls: false,
          retentionMs: 60_000,
          offerMs: 25_000,
          guardMs: 3_000,
          responseMs: 4_000,
          dialMs: 15_000,
          userBusyMs: 300_000,
          ringMs: 210_000,
          recallPrefix: "",
          onForwarded: "reach-forwarded",
          voicemailPilots: [],
          dialByHand: false,
          onFault: "relay",
        },
      },
    ]);
  });

  // The nine service parameters of the feature description, S-76 to S-84.
  const parameters: readonly (readonly [string, string, (c: ReturnType<typeof config>) => unknown, unknown])[] = [
    ["S-76", "enabled: false", (c) => c.core.neighbours[0]?.callCompletion.enabled, false],
    [
      "S-78",
      "our: { connectionProposal: release }",
      (c) => c.core.neighbours[0]?.callCompletion.our.connectionProposal,
      "release",
    ],
    [
      "S-79",
      "our: { connectionResponse: release }",
      (c) => c.core.neighbours[0]?.callCompletion.our.connectionResponse,
      "release",
    ],
    ["S-80", "our: { t1: 12s }", (c) => c.core.neighbours[0]?.callCompletion.our.t1Ms, 12_000],
    ["S-81", "our: { t3: 1min }", (c) => c.core.neighbours[0]?.callCompletion.our.t3Ms, 60_000],
    ["S-82", "callingSearchSpace: [east]", (c) => c.core.neighbours[0]?.callCompletion.callingSearchSpace, ["east"]],
    [
      "S-83",
      "our: { noPathReservation: false }",
      (c) => c.core.neighbours[0]?.callCompletion.our.noPathReservation,
      false,
    ],
    [
      "S-84",
      "our: { privateNumberingPlan: true }",
      (c) => JSON.stringify(c.core.neighbours[0]?.digits.out),
      JSON.stringify([{ match: "*", strip: 0, add: "", numberingPlan: 9, typeOfNumber: 0 }]),
    ],
  ];
  for (const [id, text, read, value] of parameters) {
    it(`${id} can be set: ${text}`, () => expect(read(config(completion(text)))).to.deep.equal(value));
  }

  it("S-77 can be set: the audio file reaches the phones", () => {
    const text = `
neighbours:
  east:
    numbers: [1xxx]
    trunk: { type: demo }
    callCompletion: { mode: assisted, audioFile: Gong.raw }
    lines: { type: demo }
    phones: { type: demo }
`;
    expect(config(text).clusters.get("east")?.phones).to.deep.equal({ type: "demo", audioFile: "Gong.raw" });
  });

  it("S-76 to S-84 name the statement they serve, in what qsig check shows", () => {
    const loaded = loadConfig(minimal);
    const served = loaded.ok ? loaded.settings.flatMap(({ serves }) => serves ?? []) : [];
    const nine = ["S-76", "S-77", "S-78", "S-79", "S-80", "S-81", "S-82", "S-83", "S-84"];
    expect(served).to.include.members(nine);
  });

  for (const [name, row] of Object.entries(dialects)) {
    it(`takes our and peer values from dialect ${name}`, () => {
      const { our, peer } = config(completion(`dialect: ${name}`)).core.neighbours[0]?.callCompletion ?? {};
      expect(peer).to.deep.equal(row.peer);
      expect(our).to.include(row.our);
    });
  }

  it("lets every field of a dialect be set for one trunk", () => {
    const text =
      "dialect: avaya-cm, our: { t1: 5s }, peer: { canRetain: true, profile: 91, boolean: 01, opCoding: global }";
    const { our, peer } = config(completion(text)).core.neighbours[0]?.callCompletion ?? {};
    expect(our).to.include({ t1Ms: 5000, connectionProposal: "release" });
    expect(peer).to.include({ canRetain: true, profile: 0x91, trueOctet: 0x01, opCoding: "global", suspends: false });
  });

  it("shows where each setting comes from and how sure it is", () => {
    const loaded = loadConfig(completion("dialect: cisco-cucm, our: { t3: 25s }"));
    const settings = loaded.ok ? loaded.settings : [];
    const at = (path: string) => settings.find((setting) => setting.path.endsWith(path));
    expect(at("our.t1")).to.include({ value: "10s", origin: "dialect cisco-cucm", mark: "[MEM]", serves: "S-80" });
    expect(at("our.t3")).to.include({ value: "25s", origin: "file" }).and.not.have.property("mark");
    expect(at("queue")).to.include({ value: "parallel", origin: "default" });
  });

  it("explains every setting in words", () => {
    const loaded = loadConfig(minimal);
    expect(loaded.ok && loaded.settings.filter(({ help }) => help.length < 10)).to.deep.equal([]);
  });

  it("reports every fault, in the order of the file, with its line", () => {
    const text = `gateway: { nmae: gw }
neighbours:
  east:
    numbers: [1xyz]
    trunk: { type: lapd, side: left, t309: 6 }
  west:
    numbers: []
    trunk: { type: isdn }
    callCompletion: { our: { t1: 10 }, busyTrigger: 0, enabled: yes }
`;
    expect(faults(text)).to.deep.equal([
      "1 gateway.nmae is no key; did you mean name?",
      `4 neighbours.east.numbers must be ${numberPattern.expects}, not "1xyz"`,
      '5 neighbours.east.trunk.side must be user or network, not "left"',
      '5 neighbours.east.trunk.t309 must be a duration from 0ms to 5min, such as 10s or 60min, not "6"',
      "7 neighbours.west.numbers must not be empty",
      '8 neighbours.west.trunk.type must be lapd or h323 or iua or sip or demo, not "isdn"',
      '9 neighbours.west.callCompletion.enabled must be true or false, not "yes"',
      '9 neighbours.west.callCompletion.our.t1 must be a duration from 1s to 10min, such as 10s or 60min, not "10"',
      '9 neighbours.west.callCompletion.busyTrigger must be a whole number from 1 to 16, not "0"',
    ]);
  });

  const single: readonly (readonly [string, string, string])[] = [
    ["a key of another place", completion("t1: 10s"), "6 neighbours.east.callCompletion.t1 is no key; known here: "],
    [
      "neither listen nor connect",
      minimal.replace(", listen: 127.0.0.1:0", ""),
      "3 neighbours.east.trunk give either listen or connect",
    ],
    [
      "both listen and connect",
      minimal.replace("listen:", "connect: 127.0.0.1:5, listen:"),
      "3 neighbours.east.trunk give either",
    ],
    ["connect to port 0", minimal.replace("listen", "connect"), "3 neighbours.east.trunk connect needs the port"],
    [
      "no side",
      minimal.replace(", side: network", ""),
      "3 neighbours.east.trunk.side is missing; give user or network",
    ],
    [
      "no trunk",
      "neighbours: { east: { numbers: [1] } }",
      "1 neighbours.east.trunk is missing; give a type: lapd or h323",
    ],
    ["no neighbours", "gateway: {}", "1 neighbours is missing"],
    ["an empty file", "", "1 neighbours is missing"],
    ["a list for keys", "neighbours: [east]", "1 neighbours must hold keys of its own"],
    [
      "a text for a list",
      minimal.replace("[1xxx]", "1xxx"),
      "3 neighbours.east.numbers must be a list of a number pattern",
    ],
    ["a name with a slash", minimal.replace("east", "ea/st"), "3 neighbours.ea/st must be a name"],
    ["assisted without phones", completion("mode: assisted"), "3 neighbours.east mode assisted needs lines and phones"],
    [
      "a search space of strangers",
      completion("callingSearchSpace: [north]"),
      "6 neighbours.east.callCompletion.callingSearchSpace names north",
    ],
    [
      "a dialect that is none",
      completion("dialect: cisco-cucn"),
      "6 neighbours.east.callCompletion.dialect must be generic-iso",
    ],
    ["a key twice", "gateway: {}\ngateway: {}\n", "2  the YAML cannot be read: Map keys must be unique"],
    ["broken YAML", 'a: "b', "1  the YAML cannot be read: "],
  ];
  for (const [name, text, expected] of single) {
    it(`refuses ${name}`, () => {
      const found = faults(text);
      expect(found[0]?.slice(0, expected.length)).to.equal(expected);
      expect(found).to.have.length(1);
    });
  }

  it("takes the leniencies a trunk refuses by name, and suggests the nearest for a name it does not know", () => {
    const strict = (names: string) => minimal.replace("numbers:", `strict: [${names}], numbers:`);
    expect(config(strict("elementOrder, argumentAbsent")).core.neighbours[0]?.strict).to.deep.equal([
      "elementOrder",
      "argumentAbsent",
    ]);
    expect(config(minimal).core.neighbours[0]?.strict).to.deep.equal([]);
    expect(faults(strict("elementOder"))).to.have.length(1);
    expect(faults(strict("elementOder"))[0]).to.match(/^3 neighbours.east.strict .*; did you mean elementOrder\?$/);
  });

  it("refuses two neighbours whose patterns fit the same numbers equally well", () => {
    const text = `
neighbours:
  east: { numbers: [1x23], trunk: ${lapd} }
  west: { numbers: [12xx], trunk: ${lapd} }
`;
    expect(faults(text)).to.deep.equal([]);
    expect(faults(text.replace("1x23", "1xx3"))).to.deep.equal([
      "2 neighbours east 1xx3 and west 12xx fit the same numbers equally well",
    ]);
  });

  it("refuses one address for two listeners, but free ports for many", () => {
    const text = (port: number) => `
neighbours:
  east: { numbers: [1xxx], trunk: { type: lapd, listen: "127.0.0.1:${port}", side: network } }
  west: { numbers: [2xxx], trunk: { type: lapd, listen: "127.0.0.1:${port}", side: network } }
`;
    expect(faults(text(0))).to.deep.equal([]);
    expect(faults(text(5001))).to.deep.equal(["4 neighbours.west.trunk.listen is the address of east already"]);
  });

  it("takes anchors, and no file can make them endless", () => {
    const shared = `
neighbours:
  east:
    numbers: [1xxx]
    trunk: &t { type: lapd, connect: 127.0.0.1:5, side: user }
    callCompletion: &c { our: { t1: 9s } }
  west: { numbers: [2xxx], trunk: *t, callCompletion: *c }
`;
    expect(config(shared).core.neighbours.map(({ callCompletion }) => callCompletion.our.t1Ms)).to.deep.equal([
      9000, 9000,
    ]);
    expect(faults("neighbours: &a { east: *a }")).to.not.deep.equal([]);
  });

  it("takes addresses of both families and the octets as they are written", () => {
    const text = minimal.replace("127.0.0.1:0", '"[::1]:5001"');
    expect(config(text).core.neighbours[0]?.trunk).to.include({ host: "::1", port: 5001 });
    expect(config(completion("peer: { profile: 0x9F }")).core.neighbours[0]?.callCompletion.peer.profile).to.equal(
      0x9f,
    );
    expect(config(completion("recallPrefix: 077")).core.neighbours[0]?.callCompletion.recallPrefix).to.equal("077");
  });
});

describe("configuration files", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "qsig-config-"));
  });
  after(() => rm(folder, { recursive: true }));

  it("are read from disk", async () => {
    await writeFile(join(folder, "a.yaml"), minimal);
    expect((await loadConfigFile(join(folder, "a.yaml"))).ok).to.equal(true);
  });

  const rejected = async (path: string) => {
    const error = await loadConfigFile(path).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return error instanceof Error ? error.message : "";
  };

  it("that are missing are refused with their path", async () => {
    expect(await rejected(join(folder, "b.yaml"))).to.contain(
      `cannot read the configuration ${join(folder, "b.yaml")}`,
    );
  });

  it("are taken up to their limit and refused beyond it", async () => {
    const path = join(folder, "long.yaml");
    const comment = `${minimal}#`;
    await writeFile(path, comment.padEnd(longestConfigOctets, "x"));
    expect((await loadConfigFile(path)).ok).to.equal(true);
    await writeFile(path, comment.padEnd(longestConfigOctets + 1, "x"));
    expect(await rejected(path)).to.contain("is it a configuration?");
  });
});
