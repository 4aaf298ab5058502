import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CapturePackets } from "../../gateway/capture-packets.ts";
import type { Config } from "../../src/config.ts";
import { freePort } from "../free-port.ts";
import { requirePeer } from "../peers/require.ts";
import { decodeWithTshark } from "../peers/tshark.ts";
import { eventually } from "../until.ts";
import { Files } from "../unit/tls/pki.ts";
import { Identities, TlsGateway, toldOfFree } from "../unit/tls/two-gateways.ts";

/** tshark takes a request's body into its header text where that has a 0 octet: tshark-differences.md. */
const ofBinaryBodies = "Trailing stray characters";

/** The trunk of each of the two, by where it listens, where the other one does, and its keys of TLS. */
const trunks = {
  h323: (own: number, peer: number) => `{ type: h323, listen: "127.0.0.1:${own}", peers: ["127.0.0.1:${peer}"] }`,
  "h323 with tls": (own: number, peer: number, tls: string) =>
    `{ type: h323, listen: "127.0.0.1:${own}", peers: ["127.0.0.1:${peer}"], tls: ${tls} }`,
  sip: (own: number, peer: number) =>
    `{ type: sip, profile: cisco, listen: "127.0.0.1:${own}", server: ["127.0.0.1:${peer}"] }`,
  "sip with tls": (own: number, peer: number, tls: string) =>
    `{ type: sip, profile: cisco, listen: "127.0.0.1:${own}", server: ["127.0.0.1:${peer}"], tls: ${tls} }`,
} as const;

describe("what qsig trace --pcap writes of a call back between two gateways, read by tshark", () => {
  const files = new Files();
  const folder = mkdtempSync(join(tmpdir(), "qsig-live-"));
  const cleanup: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const clean of cleanup.splice(0).reverse()) await clean();
  });
  after(() => {
    files.remove();
    rmSync(folder, { recursive: true });
  });

  for (const [name, trunk] of Object.entries(trunks)) {
    it(`${name}: its APDUs, whatever the connection hides from others`, async function () {
      requirePeer(this, "tshark");
      const identities = await Identities.make(files);
      const first = await freePort(2);
      const west = await TlsGateway.start("1", trunk(first, first + 1, identities.tls("gw-1")));
      cleanup.push(() => west.stop());
      const east = await TlsGateway.start("2", trunk(first + 1, first, identities.tls("gw-2")));
      cleanup.push(() => east.stop());
      const packets = new CapturePackets({
        name: "gw-1",
        neighbours: [{ name: "far", trunk: { type: name.split(" ")[0] } }],
      } as unknown as Config);
      const parts: Uint8Array[] = [packets.header()];
      west.gateway.inspect.subscribe((entry) => {
        const packet = packets.packet(entry);
        if (packet !== undefined) parts.push(packet);
      });
      await eventually(() => [west, east].every((each) => each.isUp));
      await toldOfFree(west, east);

      const file = join(folder, `${name}.pcapng`);
      writeFileSync(file, Buffer.concat(parts));
      const frames = await decodeWithTshark(file);
      const problems = frames.flatMap((frame) => frame.problems).filter((problem) => problem !== ofBinaryBodies);
      expect(problems).to.deep.equal([]);
      expect(frames.flatMap(({ operations }) => operations)).to.include.members(["ccbsRequest", "ccExecPossible"]);
      expect(frames.flatMap(({ message }) => message ?? [])).to.include.members(["SETUP", "CALL PROCEEDING"]);
    });
  }
});
