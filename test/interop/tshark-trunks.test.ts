import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { DecodeError } from "../../codecs/error.ts";
import { decodeIua } from "../../codecs/iua/index.ts";
import { CapturePackets } from "../../gateway/capture-packets.ts";
import { loadConfig } from "../../gateway/config/load.ts";
import { startGateway } from "../../gateway/gateway.ts";
import { createPinx } from "../../src/pinx.ts";
import { holds, Load } from "../bench/trunks/load.ts";
import { trunkKinds } from "../bench/trunks/trunk-types.ts";
import { requirePeer } from "../peers/require.ts";
import { root } from "../root.ts";

/** By default tshark takes what IUA carries for GSM, and leaves out what only the implementor's guide has. */
const settings = ["-o", "iua.use_gsm_sapi_values:FALSE", "-o", "iua.support_ig:TRUE"];

/** The columns of every packet of a file, as tshark prints them. */
function fieldsOf(tshark: string, file: string, fields: readonly string[]): string[][] {
  const columns = fields.flatMap((field) => ["-e", field]);
  const printed = execFileSync(tshark, ["-r", file, ...settings, "-T", "fields", ...columns], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  return printed
    .toString()
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => line.split("\t"));
}

describe("trunks in tshark", () => {
  const folder = mkdtempSync(join(tmpdir(), "qsig-trunks-"));
  const cleanup: (() => Promise<void>)[] = [];
  after(() => rmSync(folder, { recursive: true }));
  afterEach(async () => {
    for (const clean of cleanup.splice(0).reverse()) await clean();
  });

  it("IUA: class, type and parameters of every vector are what we read", function () {
    const tshark = requirePeer(this, "tshark");
    const vectors = [
      ...readFileSync(join(root, "test/vectors/iua-vectors.txt"), "utf8").matchAll(/^(\S.*?)\s+\d+ ([0-9a-f]+)$/gm),
    ].map(([, name = "", hex = ""]) => ({ name, octets: Uint8Array.from(Buffer.from(hex, "hex")) }));
    expect(vectors).to.have.length(30);
    const text =
      "neighbours: { pri: { numbers: [1xxx], trunk: { type: iua, role: sg, interfaces: [1], side: user } } }";
    const loaded = loadConfig(text);
    if (!loaded.ok) return expect.fail(JSON.stringify(loaded.faults));
    const packets = new CapturePackets(loaded.config.core);
    const file = join(folder, "iua.pcapng");
    const entry = { at: 1_700_000_000_000, type: "pdu", trunk: "pri", channel: "in-1", carrier: "iua" } as const;
    const parts = vectors.map(({ octets }) => packets.packet({ ...entry, direction: "in", octets }) ?? octets);
    writeFileSync(file, Buffer.concat([packets.header(), ...parts]));
    const fields = ["iua.message_class", "iua.message_type", "iua.parameter_tag", "_ws.malformed"];
    const rows = fieldsOf(tshark, file, fields);
    for (const [at, { name, octets }] of vectors.entries()) {
      const read = decodeIua(octets);
      if (read instanceof DecodeError) return expect.fail(`${name}: ${read.code}`);
      const [messageClass, type, tags = "", malformed = ""] = rows[at] ?? [];
      expect([Number(messageClass), Number(type)], name).to.deep.equal([read.class, read.type]);
      expect(tags.split(",").filter(Boolean).map(Number), name).to.deep.equal(read.parameters.map(({ tag }) => tag));
      expect(malformed, name).to.equal("");
    }
  });

  for (const type of ["lapd", "h323", "iua"] as const) {
    it(`${type}: the capture of a call that a gateway relays opens, message for message`, async function () {
      const tshark = requirePeer(this, "tshark");
      const file = join(folder, `${type}.pcapng`);
      const load = new Load();
      const prepared = await trunkKinds[type].prepare(load, false);
      const neighbour = (name: "near" | "far", numbers: string): string => {
        const trunk = trunkKinds[type].trunk(name, prepared.peer[name]);
        return `${name}: { numbers: [${numbers}], media: external, trunk: ${trunk} }`;
      };
      const loaded = loadConfig(`neighbours: { ${neighbour("near", "1xxxx")}, ${neighbour("far", "2xxxx")} }`);
      if (!loaded.ok) return expect.fail(JSON.stringify(loaded.faults));
      const gateway = await startGateway(loaded.config, { core: createPinx(), capture: file });
      const port = (name: string): number =>
        Number(
          gateway.inspect
            .trunks()
            .find(({ trunk }) => trunk === name)
            ?.address?.split(":")[1],
        );
      const stations = await prepared.connect({ near: port("near"), far: port("far") }, false);
      cleanup.push(() => stations.stop());
      await holds(
        () => stations.isUp(),
        () => "the trunks do not come up",
      );
      load.add({ stations, called: { near: "10000", far: "20000" } });
      load.one("basic", 0, 0);
      await holds(
        // Eight come, eight go.
        () => gateway.inspect.entries().filter((each) => each.type === "message").length === 16,
        () => `${load.sent} messages were sent`,
      );
      await gateway.stop();
      const rows = fieldsOf(tshark, file, ["q931.message_type", "_ws.malformed"]);
      expect(rows.map(([, malformed = ""]) => malformed).filter(Boolean)).to.deep.equal([]);
      const types = rows.flatMap(([all = ""]) => all.split(",").map(Number));
      const setup = 0x05;
      const releaseComplete = 0x5a;
      expect(types.filter((each) => each === setup)).to.have.length.at.least(2);
      expect(types.filter((each) => each === releaseComplete)).to.have.length.at.least(2);
    });
  }
});
