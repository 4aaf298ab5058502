import { once } from "node:events";
import net from "node:net";
import tls from "node:tls";
import { expect } from "chai";
import { Random } from "../../../src/simulation/random.ts";
import { tlsLimits } from "../../../gateway/tls/limits.ts";
import { mutate } from "../../fuzz/mutate.ts";
import { closed, keyPair, refusals, TlsBench } from "./bench.ts";
import { eventually } from "../../until.ts";

const seed = 20_261;
const handshakes = 300;
const flood = 500;

describe("a listener with TLS among hostile peers", () => {
  let bench: TlsBench;
  before(async () => {
    bench = await TlsBench.make();
  });
  afterEach(() => bench.clean());
  after(() => bench.files.remove());

  /** The octets a client of Node's sends first. */
  async function clientHello(): Promise<Uint8Array> {
    const server = net.createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    bench.atEnd(() => server.close());
    const { port } = server.address() as net.AddressInfo;
    const arrived = once(server, "connection") as Promise<[net.Socket]>;
    const client = tls.connect({ host: "127.0.0.1", port });
    client.on("error", () => {});
    const [socket] = await arrived;
    const [octets] = (await once(socket, "data")) as [Buffer];
    client.destroy();
    socket.destroy();
    return new Uint8Array(octets);
  }

  /** A good peer is in and its octets arrive. */
  async function isOpen(
    to: { readonly host: string; readonly port: number },
    taken: readonly unknown[],
  ): Promise<void> {
    const before = taken.length;
    const { end } = await bench.openEast();
    await bench.connect(end, to);
    while (taken.length === before) await new Promise((resolve) => setTimeout(resolve, 2));
  }

  it(`refuses ${handshakes} mutated handshakes (seed ${seed}), each once, and lets a good peer in`, async () => {
    const { events, taken, to } = await bench.listen();
    const hello = await clientHello();
    const random = new Random(seed);
    for (let sent = 0; sent < handshakes; sent += 1) {
      const client = bench.plainClient(to.port);
      client.end(mutate([hello], random).subarray(0, 4096));
      await closed(client);
    }
    await isOpen(to, taken);
    expect(taken).to.have.length(1);
    // A mutation may change nothing that matters, and then the client goes away: that is a refusal as well.
    expect(refusals(events)).to.have.length(handshakes);
  });

  it(`lets a good peer in while ${flood} connections at once say nothing`, async () => {
    const limits = { ...tlsLimits, handshakeMs: 500 };
    const { events, taken, to } = await bench.listen({ limits });
    const clients = Array.from({ length: flood }, () => bench.plainClient(to.port));
    await Promise.all(clients.map(closed));
    // How many find a place that has become free depends on the machine.
    expect(refusals(events)).to.have.length(flood);
    expect(new Set(refusals(events))).to.deep.equal(new Set(["tooMany", "tooSlow"]));
    await isOpen(to, taken);
  });

  it("keeps a connection that stands while others are refused", async () => {
    const { taken, to } = await bench.listen();
    const good = bench.rawClient(to.port, keyPair(bench.east));
    // The client's handshake is over before the listener has judged its certificate.
    await eventually(() => taken.length === 1);
    for (let count = 0; count < 20; count += 1) {
      const client = bench.plainClient(to.port);
      client.end("GET / HTTP/1.0\r\n\r\n");
      await closed(client);
    }
    const heard = once(good, "data") as Promise<[Buffer]>;
    taken[0]?.socket.write("still here");
    expect(String((await heard)[0])).to.equal("still here");
  });
});
