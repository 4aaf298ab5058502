import { expect } from "chai";
import { EventEmitter } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { nodeSctpProvider } from "../../../gateway/trunks/sctp/node-sctp.ts";
import { type SctpLimits, type SctpProvider, sctpLimits } from "../../../gateway/trunks/sctp/provider.ts";
import type { Carrier } from "../../../gateway/trunks/sctp/carrier.ts";
import { ipCarrier, type RawSocket } from "../../../gateway/trunks/sctp/ip-carrier.ts";
import { loopback } from "../../loopback.ts";
import { requirePeer } from "../../peers/require.ts";
import { attacks, packet } from "./sctp-packets.ts";
import { End, holds } from "./sctp-rig.ts";

/** All on this machine; each hears only what is for its own address. */
const [ours, theirs, others] = [loopback(0), loopback(1), loopback(2)] as const;
const sctpPort = 9977;

/** Of the package, beside its sockets. */
const names = { AddressFamily: { IPv4: 1 }, SocketLevel: { IPPROTO_IP: 0 }, SocketOption: { IP_HDRINCL: 3 } };

describe("SCTP on IP without what it needs", () => {
  const binding = { host: ours, sctpPort };
  const events = { packet: () => {}, fault: () => {} };

  async function refusal(load: () => Promise<RawSocket>): Promise<string> {
    try {
      await ipCarrier(binding, events, load);
    } catch (error) {
      return String(error);
    }
    return "none";
  }

  it("says which package is missing", async () => {
    const missing = await refusal(async () => {
      throw new Error("Cannot find package");
    });
    expect(missing).to.match(
      /^Error: transport ip needs the package raw-socket.*npm install raw-socket.*transport udp/,
    );
  });

  it("says which right is missing", async () => {
    const createSocket = (): never => {
      throw new Error("Operation not permitted");
    };
    const refused = await refusal(async () => ({ ...names, createSocket }));
    expect(refused).to.match(/Operation not permitted; run as root or with CAP_NET_RAW/);
  });
});

describe("SCTP on IP whose socket fails", () => {
  it("says why, and is closed once: the package closes it behind an error", async () => {
    const faults: string[] = [];
    let closings = 0;
    const socket = Object.assign(new EventEmitter(), {
      send: () => {},
      setOption: () => {},
      close() {
        closings += 1;
        socket.emit("close");
      },
    });
    const events = { packet: () => {}, fault: (text: string) => void faults.push(text) };
    const carrier = await ipCarrier({ host: ours, sctpPort }, events, async () => ({
      ...names,
      createSocket: () => socket,
    }));
    socket.emit("error", new Error("Network is down"));
    socket.close();
    await carrier.close();
    expect([faults, closings]).to.deep.equal([["Network is down"], 1]);
  });
});

describe("SCTP on IP", () => {
  const cleanup: (() => Promise<void>)[] = [];
  before(function () {
    requirePeer(this, "rawIp");
  });
  afterEach(async () => {
    for (const clean of cleanup.splice(0).reverse()) await clean();
  });

  async function bound(host: string, peer?: string, limits: Partial<SctpLimits> = {}) {
    const dropped: string[] = [];
    const provider = await nodeSctpProvider(
      {
        ...{ transport: "ip", bind: { host, port: sctpPort }, sctpPort, dropped: (why: string) => dropped.push(why) },
        ...(peer === undefined ? {} : { peer: { host: peer, port: sctpPort } }),
      },
      { ...sctpLimits, ...limits },
    );
    cleanup.push(() => provider.stop());
    return { provider, dropped };
  }

  function accepting(provider: SctpProvider): End[] {
    const ends: End[] = [];
    provider.listen((association) => {
      const end = new End();
      end.association = association;
      ends.push(end);
      return end;
    });
    return ends;
  }

  it("carries messages both ways, longer than a packet too, and ends with an ABORT that is heard", async () => {
    const server = await bound(theirs);
    const ends = accepting(server.provider);
    const client = await bound(ours, theirs);
    const near = new End();
    near.association = client.provider.connect(near);
    await holds(() => near.isUp && ends[0]?.isUp === true);
    const [far] = ends;
    if (far === undefined) return expect.fail("no association");
    for (let at = 0; at < 50; at += 1) {
      near.send(`to the far end ${at}`, at % 4);
      far.send(`to the near end ${at}`, at % 4);
    }
    near.send("y".repeat(sctpLimits.messageOctets), 0);
    await holds(() => near.received.length === 50 && far.received.length === 51);
    expect(near.received.filter(({ stream }) => stream === 1).map(({ text }) => text)).to.deep.equal(
      Array.from({ length: 13 }, (_, at) => `to the near end ${1 + 4 * at}`)
        .slice(0, 12)
        .concat("to the near end 49"),
    );
    expect(far.received.at(-1)?.text).to.have.length(sctpLimits.messageOctets);
    near.association.close("enough");
    await holds(() => far.reason !== undefined);
    expect(far.reason).to.equal("the peer aborted the association");
  });

  it("hears nothing that is for another address or port of the machine", async () => {
    const other = await bound(others);
    const ends = accepting(other.provider);
    accepting((await bound(theirs)).provider);
    const client = await bound(ours, theirs);
    const near = new End();
    near.association = client.provider.connect(near);
    await holds(() => near.isUp);
    expect(ends).to.have.length(0);
    expect(other.dropped).to.deep.equal([]);
  });

  it("is sent and closed although garbage is collected meanwhile", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const used = async (carrier: Carrier): Promise<void> => {
      await new Promise<void>((resolve) => carrier.send(Buffer.from(packet("")), 0, theirs, resolve));
      const closed = carrier.close();
      setImmediate(collect);
      await closed;
    };
    const open = () => ipCarrier({ host: ours, sctpPort }, { packet: () => {}, fault: () => {} });
    const carriers = await Promise.all(Array.from({ length: 5 }, open));
    const all = carriers.splice(0).map(used);
    collect();
    await Promise.all(all);
  });

  it("opens no discard service on port 9, as the library would", async () => {
    await bound(theirs);
    const client = await nodeSctpProvider(
      {
        ...{ transport: "ip", bind: { host: ours, port: 9 }, sctpPort: 9, dropped: () => {} },
        peer: { host: theirs, port: 9 },
      },
      { ...sctpLimits, connectMs: 300 },
    );
    cleanup.push(() => client.stop());
    const near = new End();
    near.association = client.connect(near);
    await holds(() => near.reason !== undefined);
    expect(near.reason).to.equal("no association within 300 ms");
  });

  it("guards its packets as those of UDP: what kills the library with one packet is dropped", async () => {
    const attacker = await ipCarrier({ host: others, sctpPort }, { packet: () => {}, fault: () => {} });
    cleanup.push(() => attacker.close());
    const server = await bound(theirs);
    const ends = accepting(server.provider);
    for (const [, chunks] of attacks)
      attacker.send(Buffer.from(packet(chunks, "00000000", sctpPort)), 0, theirs, () => {});
    await holds(() => server.dropped.length === attacks.length);
    expect(server.dropped.map((why) => why.split(": ")[1])).to.deep.equal(attacks.map(([, , fault]) => fault));
    const client = await bound(ours, theirs);
    const near = new End();
    near.association = client.provider.connect(near);
    await holds(() => near.isUp && ends[0]?.isUp === true);
  });
});
