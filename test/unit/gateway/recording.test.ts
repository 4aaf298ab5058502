import net from "node:net";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { loadConfig } from "../../../gateway/config/load.ts";
import { startGateway } from "../../../gateway/gateway.ts";
import { readLine, startRecording } from "../../../gateway/recording.ts";
import { createPinx } from "../../../src/pinx.ts";
import { holds } from "./sctp-rig.ts";
import { qsig } from "./terminal.ts";

const loaded = loadConfig(`
neighbours:
  east: { numbers: [1xxx], trunk: { type: lapd, listen: "127.0.0.1:0", side: network } }
  west: { numbers: [2xxx], trunk: { type: lapd, listen: "127.0.0.1:0", side: user } }
`);
if (!loaded.ok) throw new Error("the configuration of this test is wrong");
const { config } = loaded;

describe("recordings", () => {
  let folder = "";
  let recording = "";

  /** A gateway whose one peer takes its data link, and calls a number that nobody has. */
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "qsig-recording-"));
    recording = join(folder, "run.jsonl");
    const record = startRecording(recording);
    const gateway = await startGateway(config, { core: createPinx(), record });
    const [east] = gateway.inspect.trunks();
    const peer = net.connect(Number(east?.address?.split(":")[1]), "127.0.0.1");
    await once(peer, "connect");
    const frame = (hex: string): void => {
      const octets = Buffer.from(hex, "hex");
      peer.write(Buffer.concat([Buffer.from([0, octets.length]), octets]));
    };
    frame("020173");
    frame("00010000080200010504038090a31803a9838170058039393939");
    await holds(() => gateway.inspect.entries().some(({ type }) => type === "refused"));
    peer.destroy();
    await gateway.stop();
    record.stop();
  });
  after(() => rm(folder, { recursive: true }));

  it("run again with the same outcome, bit for bit", async () => {
    const { status, stdout, stderr } = await qsig(["rerun", recording]);
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: "" });
    expect(stdout).to.match(/^\d+ inputs, and the same came of each\n$/);
    const lines = (await readFile(recording, "utf8")).trim().split("\n");
    expect(stdout).to.equal(`${(lines.length - 1) / 2} inputs, and the same came of each\n`);
  });

  it("show what came of every input", async () => {
    const { stdout } = await qsig(["rerun", "--show", recording]);
    const [first] = stdout.split("\n");
    expect(JSON.parse(first ?? "")).to.have.nested.property("input.type", "configure");
    expect(stdout).to.contain('"type":"refused"');
  });

  for (const [what, from, to, says] of [
    [
      "another input",
      '"carrier":"lapd","octets":{"hex":"0001000008',
      '"carrier":"lapd","octets":{"hex":"0003000008',
      /something else came of input \d+/,
    ],
    ["a line that is none", '"input":{', '"other":{', /:2: this is no line of a recording/],
    ["another format", '"version":1', '"version":2', /is no recording of this version of qsig/],
  ] as const) {
    it(`end with 1 at ${what}`, async () => {
      const text = await readFile(recording, "utf8");
      const changed = text.replace(from, to);
      expect(changed).to.not.equal(text);
      const file = join(folder, "changed.jsonl");
      await writeFile(file, changed);
      const { status, stderr } = await qsig(["rerun", file]);
      expect(status).to.equal(1);
      expect(stderr).to.match(says);
    });
  }

  it("that are empty or absent are refused in words, and so is none", async () => {
    const empty = join(folder, "empty.jsonl");
    await writeFile(empty, "");
    expect((await qsig(["rerun", empty])).stderr).to.equal(`qsig: ${empty} is empty\n`);
    expect((await qsig(["rerun", join(folder, "none")])).stderr).to.contain("there is no such file");
    expect((await qsig(["rerun"])).status).to.equal(2);
    for (const text of ["", "{", "[]", "null", '{"other":1}']) expect(readLine(text), text).to.equal(undefined);
  });
});
