import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { pcapngHeader, pcapngPacket } from "../../codecs/trace/pcapng-writer.ts";
import { requirePeer } from "../peers/require.ts";
import { decodeWithTshark } from "../peers/tshark.ts";
import { ip, tcp } from "../unit/net/packets.ts";
import { Files } from "../unit/tls/pki.ts";
import { Identities, TlsGateway, toldOfFree } from "../unit/tls/two-gateways.ts";
import { freePort } from "../free-port.ts";

/** H.225.0 with TLS (H.323: h323hostcallsc): what the packets of the capture say, wherever the test listened. */
const port = 1300;

/** Octets of one connection, which way they went, in the order they came. */
interface Crossed {
  readonly connection: number;
  readonly isAnswer: boolean;
  readonly octets: Uint8Array;
}

/** Passes what crosses a port on to another one, and keeps it. */
class Relay {
  readonly crossed: Crossed[] = [];
  readonly #server: net.Server;
  readonly #sockets = new Set<net.Socket>();
  #count = 0;

  constructor(target: number) {
    this.#server = net.createServer((near) => {
      this.#count += 1;
      const connection = this.#count;
      const far = net.connect({ host: "127.0.0.1", port: target });
      for (const [from, to, isAnswer] of [
        [near, far, false],
        [far, near, true],
      ] as const) {
        this.#sockets.add(from);
        from.on("error", () => to.destroy()).on("close", () => to.destroySoon());
        from.on("data", (octets: Buffer) => {
          this.crossed.push({ connection, isAnswer, octets });
          to.write(octets);
        });
      }
    });
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return (this.#server.address() as net.AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}

/** TCP as tshark needs it to follow each connection. */
function capture(crossed: readonly Crossed[]): Uint8Array {
  const sent = new Map<string, number>();
  const packets = crossed.map(({ connection, isAnswer, octets }, index) => {
    const key = `${connection} ${isAnswer}`;
    const sequence = sent.get(key) ?? 1;
    sent.set(key, sequence + octets.length);
    const client = 40_000 + connection;
    const ends = isAnswer ? { from: port, to: client } : { from: client, to: port };
    const [source, destination] = isAnswer ? [2, 1] : [1, 2];
    return pcapngPacket({
      time: 1_700_000_000_000 + index,
      octets: ip(6, tcp(ends, sequence, octets, 0x18), source, destination),
    });
  });
  return Buffer.concat([pcapngHeader([{ linkType: 101, name: "trunk" }], "a trunk with TLS"), ...packets]);
}

describe("a trunk with TLS, read by tshark with the keys of its connections", function () {
  this.timeout(180_000);
  const files = new Files();
  const folder = mkdtempSync(join(tmpdir(), "qsig-keylog-"));
  const cleanup: (() => unknown)[] = [];
  after(async () => {
    for (const clean of cleanup.reverse()) await clean();
    files.remove();
    rmSync(folder, { recursive: true });
  });

  it("shows the APDUs of a call back in their tunnel, and without the keys nothing", async function () {
    requirePeer(this, "tshark");
    const identities = await Identities.make(files);
    const keys: Buffer[] = [];
    const keylog = (line: Buffer) => void keys.push(line);
    const [first, second] = [await freePort(), await freePort()];
    const [toFirst, toSecond] = [new Relay(first), new Relay(second)];
    const trunk = (own: number, peer: number, tls: string) =>
      `{ type: h323, listen: "127.0.0.1:${own}", peers: ["127.0.0.1:${peer}"], tls: ${tls} }`;
    cleanup.push(
      () => toFirst.close(),
      () => toSecond.close(),
    );
    const west = await TlsGateway.start("1", trunk(first, await toSecond.listen(), identities.tls("gw-1")), { keylog });
    cleanup.push(() => west.stop());
    const east = await TlsGateway.start("2", trunk(second, await toFirst.listen(), identities.tls("gw-2")), { keylog });
    cleanup.push(() => east.stop());

    await toldOfFree(west, east);

    const file = join(folder, "trunk.pcapng");
    const keyFile = join(folder, "keys.log");
    // The two ends log the same keys; each connection of both relays has a number of its own.
    const both = [
      ...toSecond.crossed,
      ...toFirst.crossed.map((one) => ({ ...one, connection: one.connection + 1000 })),
    ];
    writeFileSync(file, capture(both));
    writeFileSync(keyFile, Buffer.concat(keys));
    const decodeAs = ["-d", `tcp.port==${port},tls`, "-d", `tls.port==${port},q931`];
    const without = await decodeWithTshark(file, "qsig", decodeAs);
    expect(without.flatMap(({ operations }) => operations)).to.deep.equal([]);
    const frames = await decodeWithTshark(file, "qsig", [...decodeAs, "-o", `tls.keylog_file:${keyFile}`]);
    const operations = frames.flatMap((frame) => frame.operations);
    expect(operations).to.include.members(["ccbsRequest", "ccExecPossible"]);
    expect(frames.flatMap(({ message }) => message ?? [])).to.include.members(["SETUP", "CALL PROCEEDING", "CONNECT"]);
  });
});
