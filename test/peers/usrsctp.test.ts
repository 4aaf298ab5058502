import { expect } from "chai";
import { encodeIua } from "../../codecs/iua/index.ts";
import { toHex } from "../../codecs/shape.ts";
import { createIuaTrunk } from "../../gateway/trunks/iua.ts";
import { sctpLimits } from "../../gateway/trunks/sctp/provider.ts";
import type { TrunkAdapter } from "../../gateway/adapter.ts";
import type { IuaTrunkConfig } from "../../src/config.ts";
import type { Input } from "../../src/seam.ts";
import { LossyRelay } from "../unit/gateway/lossy-relay.ts";
import { holds } from "../unit/gateway/sctp-rig.ts";
import { requirePeer } from "./require.ts";
import { UsrsctpPeer } from "./usrsctp.ts";
import { freePort } from "../free-port.ts";
import { loopback } from "../loopback.ts";

const host = "127.0.0.1";
/** libusrsctp runs one stack a process and port: every test has one of its own, that no other run has. */
let lastSctpPort = 10_000 + ((process.pid * 32) % 50_000);

/** The trunk's end: that of libusrsctp is the one address of the loopback interface. */
const address = loopback(0);
const onIp = { transport: "ip", bind: { host: address, port: 0 } } as const;

/** After so long a peer is gone: sooner than usual, so that tests need not wait. */
const soonMs = 4000;
/**
 * At 20 % of loss each way a chunk and its acknowledgement get through in two of three attempts, and those are 1, 2, 4,
 * 8 and 16 s apart: in one run of forty the last chunk took longer than `soonMs`, and the peer was taken for gone.
 */
const lossyMs = 40_000;

interface Rig {
  readonly adapter: TrunkAdapter;
  readonly inputs: Input[];
  readonly sctp: number;
}

describe("IUA to and from libusrsctp", () => {
  const cleanup: (() => Promise<void>)[] = [];
  before(function () {
    requirePeer(this, "usrsctp");
  });
  afterEach(async () => {
    for (const clean of cleanup.splice(0).reverse()) await clean();
  });

  async function rig(
    role: IuaTrunkConfig["role"],
    own = 0,
    peer?: number,
    more: Partial<IuaTrunkConfig> = {},
    giveUpMs = soonMs,
  ): Promise<Rig> {
    const inputs: Input[] = [];
    lastSctpPort += 1;
    const adapter = await createIuaTrunk(
      {
        ...{
          type: "iua",
          role,
          transport: "udp",
          bind: { host, port: own },
          sctpPort: lastSctpPort,
          interfaceIdentifiers: [1],
        },
        ...{ side: "user", t309Ms: 0 },
        ...(peer === undefined ? {} : { peer: { host, port: peer } }),
        ...more,
      },
      { neighbour: "east", post: (input) => inputs.push(input), drained: () => undefined, warn: () => {} },
      { ...sctpLimits, giveUpMs },
    );
    cleanup.push(() => adapter.stop());
    return { adapter, inputs, sctp: lastSctpPort };
  }

  const portOf = ({ adapter }: Rig): number => Number(adapter.address?.split(":")[1]);
  const dataOf = (inputs: readonly Input[]): { readonly hex: string; readonly stream: number }[] =>
    inputs.flatMap((input) =>
      input.type === "received" && input.pdu.carrier === "iua"
        ? [{ hex: toHex(input.pdu.octets), stream: input.pdu.stream }]
        : [],
    );

  /** One that connects to the trunk, by way of a relay where there is one. */
  async function connecting(trunk: Rig, remote: number): Promise<UsrsctpPeer> {
    const peer = new UsrsctpPeer("connect", { local: await freePort(), remote, sctp: trunk.sctp });
    cleanup.push(() => peer.kill());
    await holds(() => peer.isUp, 20_000);
    return peer;
  }

  /** One that is there to be connected to: before it listens it answers an INIT with ABORT. */
  async function listening(ports: ConstructorParameters<typeof UsrsctpPeer>[1], at?: string): Promise<UsrsctpPeer> {
    const peer = new UsrsctpPeer("listen", ports, at);
    cleanup.push(() => peer.kill());
    await holds(() => peer.isListening, 20_000);
    return peer;
  }

  /** So many messages each way, and all of them there, once and in order on each stream. */
  async function crossed(trunk: Rig, peer: UsrsctpPeer, count: number, channel = "in-1"): Promise<void> {
    const beats = Array.from({ length: count }, (_, at) =>
      encodeIua("BEAT", [{ tag: 9, value: Uint8Array.of(0, 0, at >> 8, at, ...new Array<number>(at).fill(7)) }]),
    );
    for (const [at, octets] of beats.entries()) {
      peer.send(at % 3, toHex(octets));
      trunk.adapter.send(channel, { carrier: "iua", octets, stream: at % 3 });
    }
    await holds(() => dataOf(trunk.inputs).length >= count && peer.received.length >= count, 50_000);
    for (const stream of [0, 1, 2]) {
      const due = beats.filter((_, at) => at % 3 === stream).map(toHex);
      const on = (all: readonly { readonly stream: number; readonly hex: string }[]): string[] =>
        all.filter((each) => each.stream === stream).map(({ hex }) => hex);
      expect(on(dataOf(trunk.inputs))).to.deep.equal(due);
      expect(on(peer.received)).to.deep.equal(due);
    }
    expect(peer.received.every(({ ppid }) => ppid === 1)).to.equal(true);
  }

  for (const lost of [0, 0.05, 0.2]) {
    it(`carries 150 messages each way with ${lost * 100} % loss: nothing lost, nothing twice, in order`, async () => {
      const trunk = await rig("sg", 0, undefined, {}, lossyMs);
      const relay = new LossyRelay(portOf(trunk), { lost, late: lost / 4, twice: lost / 10 }, 20);
      cleanup.push(() => relay.stop());
      const peer = await connecting(trunk, await relay.start());
      await holds(() => trunk.inputs.some(({ type }) => type === "opened"));
      await crossed(trunk, peer, 150);
    });
  }

  it("carries 150 messages each way on IP: nothing lost, nothing twice, in order", async function () {
    requirePeer(this, "rawIp");
    const trunk = await rig("sg", 0, undefined, onIp);
    const peer = new UsrsctpPeer("connect", { local: 0, remote: 0, sctp: trunk.sctp }, address);
    cleanup.push(() => peer.kill());
    await holds(() => peer.isUp && trunk.inputs.some(({ type }) => type === "opened"), 20_000);
    await crossed(trunk, peer, 150);
  });

  it("is called by the trunk on IP, killed, and called again when it is back", async function () {
    requirePeer(this, "rawIp");
    const trunk = await rig("asp", 0, 0, onIp);
    const start = (): Promise<UsrsctpPeer> => listening({ local: 0, remote: 0, sctp: trunk.sctp }, address);
    const first = await start();
    trunk.adapter.open("out-1");
    await holds(() => first.isUp && trunk.inputs.some(({ type }) => type === "opened"), 20_000);
    await first.kill();
    trunk.adapter.send("out-1", { carrier: "iua", octets: encodeIua("BEAT", []), stream: 0 });
    await holds(() => trunk.inputs.some(({ type }) => type === "closed"), 20_000);
    const second = await start();
    trunk.adapter.open("out-2");
    await holds(() => second.isUp && trunk.inputs.filter(({ type }) => type === "opened").length === 2, 20_000);
    await crossed(trunk, second, 20, "out-2");
  });

  it("is called by the trunk, hears ASPUP, and is noticed when it aborts", async () => {
    const [own, local] = [await freePort(), await freePort()];
    const trunk = await rig("asp", own, local);
    const peer = await listening({ local, remote: own, sctp: trunk.sctp });
    trunk.adapter.open("out-1");
    await holds(() => peer.isUp && trunk.inputs.some(({ type }) => type === "opened"), 20_000);
    trunk.adapter.send("out-1", { carrier: "iua", octets: encodeIua("ASPUP", []), stream: 0 });
    await holds(() => peer.received.length === 1);
    expect(peer.received).to.deep.equal([{ stream: 0, ppid: 1, hex: "0100030100000008" }]);
    peer.abort();
    await holds(() => trunk.inputs.some(({ type }) => type === "closed"));
    expect(trunk.inputs.at(-1)).to.deep.include({ channel: "out-1", reason: "the peer aborted the association" });
  });

  it("is killed and started again: the old association is given up, and the new one comes up (B9, B11)", async () => {
    const trunk = await rig("sg");
    const local = await freePort();
    const start = (): UsrsctpPeer => {
      const peer = new UsrsctpPeer("connect", { local, remote: portOf(trunk), sctp: trunk.sctp });
      cleanup.push(() => peer.kill());
      return peer;
    };
    const first = start();
    await holds(() => first.isUp && trunk.inputs.some(({ type }) => type === "opened"), 20_000);
    await first.kill();
    // The trunk's own BEAT finds nobody.
    trunk.adapter.send("in-1", { carrier: "iua", octets: encodeIua("BEAT", []), stream: 0 });
    const second = start();
    await holds(() => trunk.inputs.some(({ type }) => type === "closed"), 20_000);
    await holds(() => second.isUp && trunk.inputs.filter(({ type }) => type === "opened").length === 2, 30_000);
    second.send(0, "0100030100000008");
    await holds(() => dataOf(trunk.inputs).length === 1);
  });
});
