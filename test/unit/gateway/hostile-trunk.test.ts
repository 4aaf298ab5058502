import { once } from "node:events";
import net from "node:net";
import { DecodeError } from "../../../codecs/error.ts";
import { n201 } from "../../../codecs/lapd/frame.ts";
import { decodeMessage } from "../../../codecs/q931/decode.ts";
import { loadConfig } from "../../../gateway/config/load.ts";
import { DemoCluster } from "../../../src/pbx/cluster.ts";
import { withSite } from "../../../gateway/demo/demo.ts";
import { DemoSite } from "../../../gateway/demo/site.ts";
import { type Gateway, startGateway } from "../../../gateway/gateway.ts";
import { lapdFraming } from "../../../gateway/trunks/framing.ts";
import { createPinx } from "../../../src/pinx.ts";
import { loadCorpus } from "../../fuzz/corpus.ts";
import { mutate } from "../../fuzz/mutate.ts";
import { Random } from "../../../src/simulation/random.ts";
import { framed } from "./framed.ts";

const seed = 20_260;
const messages = 1_500;
const frames = 2_000;
/** Frames sent before the peer waits for their acknowledgement: under the 128 that sequence numbers tell apart. */
const batch = 40;

/** The user side of Q.921, as far as a peer needs it that keeps to the link and not to the layer above. */
class Peer {
  readonly #socket: net.Socket;
  readonly #framer = lapdFraming.framer();
  readonly #received: Uint8Array[] = [];
  #sent = 0;
  #expected = 0;
  #acknowledged = 0;
  #up = false;
  #ended = false;

  constructor(port: number) {
    this.#socket = net.connect({ port, host: "127.0.0.1" });
    this.#socket.on("error", () => {});
    this.#socket.on("close", () => {
      this.#ended = true;
    });
    this.#socket.on("data", (chunk) => {
      for (const octets of this.#framer.push(chunk)) this.#take(octets);
    });
  }

  get ended(): boolean {
    return this.#ended;
  }

  async establish(): Promise<void> {
    await once(this.#socket, "connect");
    this.write([0x00, 0x01, 0x7f]); // SABME, P=1
    await this.until(() => this.#up);
  }

  write(octets: ArrayLike<number>): void {
    this.#socket.write(framed(lapdFraming, Uint8Array.from(octets)) ?? new Uint8Array(0));
  }

  /** In an I frame of the right number, acknowledging all that came. */
  send(message: Uint8Array): void {
    this.write([0x00, 0x01, (this.#sent << 1) & 0xff, (this.#expected << 1) & 0xff, ...message]);
    this.#sent = (this.#sent + 1) & 0x7f;
  }

  async acknowledged(): Promise<void> {
    await this.until(() => this.#acknowledged === this.#sent);
  }

  /** The next message of this kind under this call reference. */
  async answer(name: string, value: number): Promise<void> {
    await this.until(() =>
      this.#received.some((octets) => {
        const message = decodeMessage(octets);
        return !(message instanceof DecodeError) && message.message === name && message.callReference.value === value;
      }),
    );
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      if (this.#ended) throw new Error("the gateway closed the connection");
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  end(): void {
    this.#socket.destroy();
  }

  #take(octets: Uint8Array): void {
    const [address = 0, , control = 0, next = 0] = octets;
    if ((control & 0x03) === 0x03) {
      // A U frame: UA to ours, or the gateway's own SABME, which is answered.
      this.#up = true;
      if ((control & 0xef) === 0x6f) this.write([address, 0x01, 0x63 | (control & 0x10)]);
      return;
    }
    this.#acknowledged = next >> 1;
    const isCommand = (address & 0x02) !== 0;
    if ((control & 0x01) === 0) {
      this.#expected = ((control >> 1) + 1) & 0x7f;
      this.#received.push(octets.subarray(4));
      this.write([0x02, 0x01, 0x01, this.#expected << 1]);
    } else if (isCommand && (next & 0x01) === 1) this.write([0x02, 0x01, 0x01, (this.#expected << 1) | 1]);
  }
}

describe("a lapd trunk with a hostile peer", () => {
  let gateway: Gateway;
  let port = 0;
  const peers: Peer[] = [];

  before(async () => {
    const loaded = loadConfig(`
neighbours:
  cluster:
    numbers: [1xxx]
    trunk: { type: demo }
    media: external
    callCompletion: { mode: assisted }
    lines: { type: demo }
    phones: { type: demo }
  pbx:
    numbers: [2xxx]
    trunk: { type: lapd, listen: "127.0.0.1:0", side: network }
    media: external
`);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    const site = new DemoSite(new DemoCluster("cluster", [{ number: "1001", name: "Anna Berg" }], 1));
    gateway = await startGateway(loaded.config, { core: createPinx(), registry: withSite(site) });
    port = Number(
      gateway.inspect
        .trunks()
        .find(({ trunk }) => trunk === "pbx")
        ?.address?.split(":")[1],
    );
  });
  after(() => gateway.stop());
  afterEach(() => {
    for (const peer of peers.splice(0)) peer.end();
  });

  async function established(): Promise<Peer> {
    const peer = new Peer(port);
    peers.push(peer);
    await peer.establish();
    return peer;
  }

  /** STATUS ENQUIRY under a reference nobody uses is answered by STATUS (R18), so layer 3 is alive. */
  async function isAlive(peer: Peer): Promise<void> {
    peer.send(Uint8Array.of(0x08, 0x02, 0x7a, 0xce, 0x75));
    await peer.answer("STATUS", 0x7ace);
  }

  it(`takes ${messages} mutated messages (seed ${seed}) and still answers on the same link`, async () => {
    const random = new Random(seed);
    const corpus = loadCorpus().filter(([first]) => first === 0x08);
    const peer = await established();
    for (let sent = 0; sent < messages; sent += batch) {
      for (let count = 0; count < batch; count += 1) {
        const message = mutate(corpus, random).subarray(0, n201);
        if (message.length > 0) peer.send(message);
      }
      await peer.acknowledged();
    }
    await isAlive(peer);
  });

  it(`takes ${frames} mutated frames (seed ${seed}), and the next peer finds the trunk as it was`, async () => {
    const random = new Random(seed);
    const corpus = loadCorpus().filter(([first, second]) => first === 0x00 && second === 0x01);
    let peer = await established();
    for (let sent = 0; sent < frames; sent += 1) {
      if (peer.ended) peer = await established();
      peer.write(mutate(corpus, random).subarray(0, 4096));
      if (sent % batch === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    peer.end();
    await isAlive(await established());
  });
});
