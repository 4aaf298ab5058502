import { once } from "node:events";
import net from "node:net";
import { Worker } from "node:worker_threads";
import { expect } from "chai";
import type { AdapterContext, TrunkAdapter } from "../../../gateway/adapter.ts";
import { lapdFraming, longestFrameOctets, longestTpktOctets, tpktFraming } from "../../../gateway/trunks/framing.ts";
import { createLapdTrunk, type LapdLimits, lapdLimits } from "../../../gateway/trunks/lapd.ts";
import type { Input } from "../../../src/seam.ts";
import { framed } from "./framed.ts";
import { Inbox } from "./inbox.ts";

const lapd = (octets: number[]) => ({ carrier: "lapd", octets: Uint8Array.from(octets) }) as const;
const lapdFrame = (...octets: number[]) => [octets.length >> 8, octets.length & 0xff, ...octets];

describe("framing of a lapd trunk", () => {
  it("cuts frames out of a stream however it is split", () => {
    const stream = Uint8Array.from([...lapdFrame(1, 2, 3), ...lapdFrame(4), ...lapdFrame(5, 6)]);
    for (let cut = 0; cut <= stream.length; cut += 1) {
      const framer = lapdFraming.framer();
      const frames = [...framer.push(stream.subarray(0, cut)), ...framer.push(stream.subarray(cut))];
      expect(frames.map((octets) => [...octets])).to.deep.equal([[1, 2, 3], [4], [5, 6]]);
      expect(framer.partial).to.equal(false);
    }
  });

  it("gives frames of their own, which later chunks do not change", () => {
    const chunk = Uint8Array.from(lapdFrame(1, 2));
    const [octets] = lapdFraming.framer().push(chunk);
    chunk.fill(9);
    expect([...(octets ?? [])]).to.deep.equal([1, 2]);
  });

  it("takes the longest frame and faults at one octet more", () => {
    const longest = framed(lapdFraming, new Uint8Array(longestFrameOctets));
    expect(lapdFraming.framer().push(longest ?? new Uint8Array(0))).to.have.length(1);
    const framer = lapdFraming.framer();
    const length = longestFrameOctets + 1;
    expect(framer.push(Uint8Array.of(length >> 8, length & 0xff, 1))).to.deep.equal([]);
    expect(framer.fault).to.equal("the peer sent a frame longer than the limit");
  });

  it("gives the frames before a fault and none behind it", () => {
    const framer = lapdFraming.framer();
    expect(framer.push(Uint8Array.from([...lapdFrame(1), 0, 0, ...lapdFrame(2)]))).to.have.length(1);
    expect(framer.fault).to.equal("the peer sent a frame of no octets");
    expect(framer.push(Uint8Array.from(lapdFrame(3)))).to.deep.equal([]);
  });

  it("makes no frame of nothing and none that is too long", () => {
    expect(framed(lapdFraming, new Uint8Array(0))).to.equal(undefined);
    expect(framed(lapdFraming, new Uint8Array(longestFrameOctets + 1))).to.equal(undefined);
    expect([...(framed(lapdFraming, Uint8Array.of(7, 8)) ?? [])]).to.deep.equal([0, 2, 7, 8]);
  });
});

describe("framing of an h323 trunk", () => {
  const tpkt = (...octets: number[]) => [3, 0, (octets.length + 4) >> 8, (octets.length + 4) & 0xff, ...octets];

  it("cuts TPKTs out of a stream however it is split; one that is all head only keeps alive", () => {
    const stream = Uint8Array.from([...tpkt(8, 2), ...tpkt(), ...tpkt(9)]);
    for (let cut = 0; cut <= stream.length; cut += 1) {
      const framer = tpktFraming.framer();
      const frames = [...framer.push(stream.subarray(0, cut)), ...framer.push(stream.subarray(cut))];
      expect(frames.map((octets) => [...octets])).to.deep.equal([[8, 2], [9]]);
    }
    expect([...(framed(tpktFraming, Uint8Array.of(8, 2)) ?? [])]).to.deep.equal(tpkt(8, 2));
  });

  for (const [what, head, fault] of [
    ["another protocol", [0x47, 0x45, 0x54, 0x20], "the peer does not speak TPKT"],
    [
      "TLS",
      [0x16, 3, 1, 0],
      "the peer speaks TLS and this trunk has none: give the trunk tls, or switch it off at the peer",
    ],
    ["a length below its head", [3, 0, 0, 3], "the peer sent a TPKT shorter than its head"],
    ["one octet too many", [3, 0, 0x40, 1], "the peer sent a TPKT longer than the limit"],
  ] as const) {
    it(`faults at ${what}`, () => {
      const framer = tpktFraming.framer();
      expect(framer.push(Uint8Array.from(head))).to.deep.equal([]);
      expect(framer.fault).to.equal(fault);
    });
  }

  it("takes the longest TPKT, and makes none beyond", () => {
    const longest = framed(tpktFraming, new Uint8Array(longestTpktOctets - 4)) ?? expect.fail("no frame");
    expect(tpktFraming.framer().push(longest)).to.have.length(1);
    expect(framed(tpktFraming, new Uint8Array(longestTpktOctets - 3))).to.equal(undefined);
  });
});

describe("lapd trunk", () => {
  const cleanup: (() => unknown)[] = [];
  afterEach(async () => {
    for (const clean of cleanup.splice(0).reverse()) await clean();
  });

  function context(inbox: Inbox, drained: AdapterContext["drained"] = () => undefined): AdapterContext {
    return { neighbour: "east", post: (input) => inbox.post(input), drained, warn: () => {} };
  }

  async function listening(limits: Partial<LapdLimits> = {}, drained?: AdapterContext["drained"]) {
    const inbox = new Inbox();
    const config = { type: "lapd", role: "listen", host: "127.0.0.1", port: 0, side: "network", t309Ms: 6000 } as const;
    const trunk = await createLapdTrunk(config, context(inbox, drained), { ...lapdLimits, ...limits });
    cleanup.push(() => trunk.stop());
    return { trunk, inbox, port: Number(trunk.address?.split(":")[1]) };
  }

  async function dial(port: number): Promise<net.Socket> {
    const socket = net.connect({ port, host: "127.0.0.1" });
    socket.on("error", () => {});
    cleanup.push(() => socket.destroy());
    await once(socket, "connect");
    return socket;
  }

  async function connecting(
    port: number,
    limits: Partial<LapdLimits> = {},
  ): Promise<{ trunk: TrunkAdapter; inbox: Inbox }> {
    const inbox = new Inbox();
    const config = { type: "lapd", role: "connect", host: "127.0.0.1", port, side: "user", t309Ms: 6000 } as const;
    const trunk = await createLapdTrunk(config, context(inbox), { ...lapdLimits, ...limits });
    cleanup.push(() => trunk.stop());
    return { trunk, inbox };
  }

  async function server(serve: (socket: net.Socket) => void): Promise<number> {
    const listener = net.createServer((socket) => {
      socket.on("error", () => {});
      cleanup.push(() => socket.destroy());
      serve(socket);
    });
    listener.listen(0, "127.0.0.1");
    await once(listener, "listening");
    cleanup.push(() => listener.close());
    return (listener.address() as net.AddressInfo).port;
  }

  /** Listens in a thread that then stands still and accepts nothing. */
  async function deafServer(): Promise<number> {
    const code = `
      const { parentPort } = require("node:worker_threads");
      const server = require("node:net").createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
        parentPort.postMessage(server.address().port);
        setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5000));
      });`;
    const thread = new Worker(code, { eval: true });
    cleanup.push(() => thread.terminate());
    const [port] = (await once(thread, "message")) as [number];
    return port;
  }

  const closed = (input: Input): input is Extract<Input, { type: "closed" }> => input.type === "closed";

  it("moves whole PDUs both ways between one that listens and one that connects", async () => {
    const west = await listening();
    const east = await connecting(west.port);
    east.trunk.open("c1");
    expect(await east.inbox.next()).to.deep.equal({ type: "opened", trunk: "east", channel: "c1", by: "us" });
    const opened = await west.inbox.next();
    expect(opened).to.include({ type: "opened", by: "peer" });
    const channel = opened.type === "opened" ? opened.channel : "";
    east.trunk.send("c1", lapd([1, 2]));
    east.trunk.send("c1", lapd([3]));
    expect(await west.inbox.next()).to.deep.equal({ type: "received", trunk: "east", channel, pdu: lapd([1, 2]) });
    expect(await west.inbox.next()).to.deep.equal({ type: "received", trunk: "east", channel, pdu: lapd([3]) });
    west.trunk.send(channel, lapd([4, 5, 6]));
    expect(await east.inbox.next()).to.deep.equal({
      type: "received",
      trunk: "east",
      channel: "c1",
      pdu: lapd([4, 5, 6]),
    });
    west.trunk.close(channel, "enough");
    expect(await west.inbox.next()).to.deep.equal({ type: "closed", trunk: "east", channel, reason: "enough" });
    expect(await east.inbox.next()).to.deep.equal({
      type: "closed",
      trunk: "east",
      channel: "c1",
      reason: "closed by the peer",
    });
  });

  it("sends all that leaves in one turn in one write", async () => {
    const chunks: Buffer[] = [];
    let seen = () => {};
    const port = await server((socket) =>
      socket.on("data", (chunk) => {
        chunks.push(chunk);
        seen();
      }),
    );
    const { trunk, inbox } = await connecting(port);
    trunk.open("c1");
    await inbox.next();
    const arrived = new Promise<void>((resolve) => {
      seen = resolve;
    });
    for (const octet of [1, 2, 3]) trunk.send("c1", lapd([octet]));
    await arrived;
    expect(chunks.map((chunk) => [...chunk])).to.deep.equal([[...lapdFrame(1), ...lapdFrame(2), ...lapdFrame(3)]]);
  });

  it("lets out what was sent before it closes", async () => {
    const west = await listening();
    const east = await connecting(west.port);
    east.trunk.open("c1");
    await east.inbox.next();
    east.trunk.send("c1", lapd([1]));
    east.trunk.close("c1", "done");
    await west.inbox.next();
    expect(await west.inbox.next()).to.include({ type: "received" });
    expect(await west.inbox.next()).to.include({ type: "closed" });
  });

  it("says why it could not connect", async () => {
    const port = await server(() => {});
    for (const clean of cleanup.splice(0)) await clean();
    const { trunk, inbox } = await connecting(port);
    trunk.open("c1");
    const answer = await inbox.next();
    expect(answer).to.include({ type: "closed", channel: "c1" });
    expect(closed(answer) && answer.reason).to.contain("ECONNREFUSED");
  });

  it("says that it only listens where it is asked to open", async () => {
    const { trunk, inbox } = await listening();
    trunk.open("c1");
    expect(await inbox.next()).to.deep.equal({
      type: "closed",
      trunk: "east",
      channel: "c1",
      reason: "this trunk only listens",
    });
  });

  it("cannot start on a port that is taken, and says which", async () => {
    const port = await server(() => {});
    const config = { type: "lapd", role: "listen", host: "127.0.0.1", port, side: "network", t309Ms: 0 } as const;
    const error = await createLapdTrunk(config, context(new Inbox()), lapdLimits).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(String(error)).to.contain(`cannot listen on 127.0.0.1:${port}`);
  });

  const hostile = [
    { name: "a frame of no octets", octets: [0, 0], reason: "the peer sent a frame of no octets" },
    {
      name: "a frame longer than the limit",
      octets: [0xff, 0xff],
      reason: "the peer sent a frame longer than the limit",
    },
  ];
  for (const { name, octets, reason } of hostile) {
    it(`closes a connection that sends ${name}, and takes the next`, async () => {
      const { inbox, port } = await listening();
      const socket = await dial(port);
      socket.write(Uint8Array.from(octets));
      await inbox.next();
      const answer = await inbox.next();
      expect(closed(answer) && answer.reason).to.equal(reason);
      await dial(port);
      expect(await inbox.next()).to.include({ type: "opened" });
    });
  }

  it("closes a connection whose frame does not become whole in time, however steadily octets trickle in", async () => {
    const { inbox, port } = await listening({ frameMs: 60 });
    const socket = await dial(port);
    socket.write(Uint8Array.of(0, 200));
    const trickle = setInterval(() => socket.write(Uint8Array.of(1)), 10);
    cleanup.push(() => clearInterval(trickle));
    await inbox.next();
    const answer = await inbox.next();
    expect(closed(answer) && answer.reason).to.equal("a frame was not completed");
  });

  it("takes frames that come in pieces within the time", async () => {
    const { inbox, port } = await listening({ frameMs: 60 });
    const socket = await dial(port);
    await inbox.next();
    for (let count = 0; count < 4; count += 1) {
      socket.write(Uint8Array.of(0, 2, 1));
      await new Promise((resolve) => setTimeout(resolve, 30));
      socket.write(Uint8Array.of(2));
      expect(await inbox.next()).to.include({ type: "received" });
    }
  });

  it("refuses connections beyond the limit without a word to the core", async () => {
    const { inbox, port } = await listening({ connections: 2 });
    for (let count = 0; count < 2; count += 1) {
      const socket = await dial(port);
      expect((await inbox.next()).type).to.equal("opened");
      // Who has said nothing would give way.
      socket.write(Uint8Array.from(lapdFrame(1)));
      expect((await inbox.next()).type).to.equal("received");
    }
    const third = await dial(port);
    await once(third, "close");
    expect(inbox.waiting).to.equal(0);
  });

  it("tells of a peer that does not read, closes it where too much waits, and only it", async () => {
    const { trunk, inbox, port } = await listening({ queuedOctets: 100_000 });
    const slow = await dial(port);
    slow.pause();
    const opened = await inbox.next();
    const channel = opened.type === "opened" ? opened.channel : "";
    const octets = new Uint8Array(4000);
    const inputs: Input[] = [];
    while (!inputs.some(closed)) {
      trunk.send(channel, { carrier: "lapd", octets });
      await new Promise((resolve) => setImmediate(resolve));
      while (inbox.waiting > 0) inputs.push(await inbox.next());
    }
    const flow = inputs.filter(({ type }) => type === "flow");
    expect(flow[0]).to.deep.equal({ type: "flow", trunk: "east", channel, writable: false });
    expect(inputs.at(-1)).to.include({ type: "closed", reason: "the peer does not read" });
  });

  it("says writable again when the peer has read", async () => {
    const { trunk, inbox, port } = await listening({ queuedOctets: 64 * 1024 * 1024 });
    const slow = await dial(port);
    slow.pause();
    const opened = await inbox.next();
    const channel = opened.type === "opened" ? opened.channel : "";
    while (inbox.waiting === 0) trunk.send(channel, { carrier: "lapd", octets: new Uint8Array(4000) });
    expect(await inbox.next()).to.include({ type: "flow", writable: false });
    slow.resume();
    expect(await inbox.next()).to.include({ type: "flow", writable: true });
  });

  it("closes a channel it cannot frame a PDU for", async () => {
    const west = await listening();
    const east = await connecting(west.port);
    east.trunk.open("c1");
    await east.inbox.next();
    east.trunk.send("c1", { carrier: "lapd", octets: new Uint8Array(longestFrameOctets + 1) });
    expect(await east.inbox.next()).to.include({
      type: "closed",
      reason: `a frame of ${longestFrameOctets + 1} octets cannot be sent`,
    });
  });

  it("stops reading while the FIFO is full and goes on when it is drained", async () => {
    let goOn = () => {};
    let full = true;
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const { inbox, port } = await listening({}, () => (full ? gate : undefined));
    const socket = await dial(port);
    await inbox.next();
    socket.write(Uint8Array.from(lapdFrame(1)));
    expect(await inbox.next()).to.include({ type: "received" });
    socket.write(Uint8Array.from(lapdFrame(2)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(inbox.waiting).to.equal(0);
    full = false;
    goOn();
    expect(await inbox.next()).to.include({ type: "received" });
  });

  it("gives a peer up that leaves the connection unanswered", async () => {
    const port = await deafServer();
    // The kernel answers as many connections as the backlog holds, then none.
    for (let count = 0; count < 3; count += 1)
      net
        .connect({ port, host: "127.0.0.1" })
        .on("error", () => {})
        .unref();
    const { trunk, inbox } = await connecting(port, { connectMs: 50 });
    trunk.open("c1");
    const answer = await inbox.next();
    expect(closed(answer) && answer.reason).to.equal("no connection within 50 ms");
  });

  it("stops although a peer does not read", async () => {
    const { trunk, inbox, port } = await listening({ queuedOctets: 64 * 1024 * 1024, stopMs: 50 });
    const slow = await dial(port);
    slow.pause();
    const opened = await inbox.next();
    const channel = opened.type === "opened" ? opened.channel : "";
    while (inbox.waiting === 0) trunk.send(channel, { carrier: "lapd", octets: new Uint8Array(4000) });
    await inbox.next();
    await trunk.stop();
    expect(inbox.waiting).to.equal(0);
  });
});
