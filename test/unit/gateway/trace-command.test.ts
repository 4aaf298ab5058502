import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { PcapngReader } from "../../../codecs/trace/pcapng.ts";
import { gatewayRoutes } from "../../../gateway/api/gateway-routes.ts";
import { startApi } from "../../../gateway/api/server.ts";
import { main } from "../../../gateway/cli/main.ts";
import { loadConfig } from "../../../gateway/config/load.ts";
import { startGateway } from "../../../gateway/gateway.ts";
import { noLog } from "../../../gateway/log.ts";
import type { Output } from "../../../src/seam.ts";
import { FakeCore } from "./fake-core.ts";
import { holds } from "./sctp-rig.ts";
import { qsig, Terminal } from "./terminal.ts";

const loaded = loadConfig(`
neighbours:
  east: { numbers: [1xxx], trunk: { type: lapd, listen: "127.0.0.1:0", side: network } }
`);
if (!loaded.ok) throw new Error("the configuration of this test is wrong");
const { config } = loaded;

/** A DISCONNECT on the trunk, as its frame and as its message. */
const octets = Uint8Array.of(2, 1, 0, 0, 8, 2, 0x80, 1, 0x45, 8, 2, 0x81, 0x90);
const crossed: readonly Output[] = [
  {
    type: "trace",
    entry: { at: 5, type: "pdu", trunk: "east", channel: "in-1", direction: "in", carrier: "lapd", octets },
  },
  { type: "trace", entry: { at: 5, type: "message", trunk: "east", direction: "in", octets: octets.subarray(4) } },
];

describe("qsig trace", () => {
  let cleanup: (() => Promise<unknown>)[] = [];
  let url = "";
  let happen: () => Promise<unknown>;
  let folder = "";

  beforeEach(async () => {
    const core = new FakeCore((input) => (input.type === "operator" ? crossed : []));
    const gateway = await startGateway(config, { core });
    const settings = { host: "127.0.0.1", port: 0 };
    const api = await startApi({ settings, routes: gatewayRoutes(gateway, config.core), files: [], log: noLog });
    url = api.url;
    happen = () => gateway.ask({ type: "operator", command: { command: "cancel", request: "r1" } });
    folder = await mkdtemp(join(tmpdir(), "qsig-trace-"));
    cleanup = [() => api.stop(), () => gateway.stop(), () => rm(folder, { recursive: true })];
  });
  afterEach(async () => {
    for (const clean of cleanup) await clean();
  });

  it("prints the ladder as it grows, and ends with 0 when it is told to", async () => {
    await happen();
    const terminal = new Terminal();
    const ended = main(["trace", "--url", url], terminal.io);
    await holds(() => terminal.stdout.includes("DISCONNECT"));
    await happen();
    await holds(() => terminal.stdout.split("\n").filter((line) => line.includes("DISCONNECT")).length === 2);
    terminal.end();
    expect(await ended).to.equal(0);
    expect(terminal.stderr).to.equal("");
  });

  it("writes what crosses the trunks to a file that is whole at the end", async () => {
    const file = join(folder, "live.pcapng");
    const terminal = new Terminal();
    const ended = main(["trace", "--pcap", file, "--url", url], terminal.io);
    let written = 0;
    await holds(() => {
      void readFile(file).then(
        ({ length }) => {
          written = length;
        },
        () => {},
      );
      return written > 0;
    });
    const header = written;
    await happen();
    await holds(() => {
      void readFile(file).then(({ length }) => {
        written = length;
      });
      return written > header;
    });
    terminal.end();
    expect(await ended).to.equal(0);
    const reader = new PcapngReader();
    const packets = [...reader.push(new Uint8Array(await readFile(file))), ...reader.end()];
    expect(packets.map((packet) => (packet instanceof DecodeError ? packet.code : packet.linkType))).to.deep.equal([
      177,
    ]);
  });

  it("says which gateway does not answer, and which file cannot be written", async () => {
    const none = await qsig(["trace", "--url", "http://127.0.0.1:9"]);
    expect(none.status).to.equal(1);
    expect(none.stderr).to.match(/^qsig: no gateway answers at http:\/\/127\.0\.0\.1:9 /);
    const file = join(folder, "none", "x.pcapng");
    const refused = await qsig(["trace", "--pcap", file, "--url", url]);
    expect(refused.status).to.equal(1);
    expect(refused.stderr).to.contain(`cannot write ${file}`);
    expect((await qsig(["trace", "now"])).status).to.equal(2);
  });
});
