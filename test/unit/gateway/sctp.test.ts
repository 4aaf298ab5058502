import { expect } from "chai";
import dgram from "node:dgram";
import { once } from "node:events";
import { sctpLimits } from "../../../gateway/trunks/sctp/provider.ts";
import { type Losses, LossyRelay } from "./lossy-relay.ts";
import { init, packet } from "./sctp-packets.ts";
import { calling, type End, holds, listening, pair } from "./sctp-rig.ts";

/** Numbered messages, in turn on so many streams. */
function sendAll(end: End, count: number, streams: number): void {
  for (let at = 0; at < count; at += 1) end.send(`message ${at} ${"x".repeat(at % 100)}`, at % streams);
}

/** Each message once, and in order on its stream. */
function expectAll(end: End, count: number, streams: number): void {
  for (let stream = 0; stream < streams; stream += 1) {
    const numbers = end.received.filter((each) => each.stream === stream).map(({ text }) => Number(text.split(" ")[1]));
    const due = Array.from({ length: count }, (_, at) => at).filter((at) => at % streams === stream);
    expect(numbers).to.deep.equal(due);
  }
}

describe("SCTP", () => {
  const cleanup: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const clean of cleanup.splice(0).reverse()) await clean();
  });

  it("carries messages both ways, in order on every stream (B4: one writer over all streams)", async () => {
    const { near, far } = await pair(cleanup);
    sendAll(near, 80, 8);
    sendAll(far, 80, 8);
    await holds(() => near.received.length === 80 && far.received.length === 80);
    expectAll(near, 80, 8);
    expectAll(far, 80, 8);
  });

  for (const [what, losses] of [
    ["5 % loss", { lost: 0.05, late: 0.02, twice: 0.01 }],
    ["20 % loss", { lost: 0.2, late: 0.05, twice: 0.02 }],
  ] as readonly (readonly [string, Losses])[]) {
    it(`loses nothing, repeats nothing and keeps order with ${what} (B5, B6, B19, B20)`, async () => {
      const server = await listening(cleanup);
      const relay = new LossyRelay(server.port, losses, 4);
      cleanup.push(() => relay.stop());
      const client = await calling(cleanup, await relay.start());
      const near = client.connect();
      await holds(() => near.isUp, 20_000);
      sendAll(near, 200, 4);
      await holds(() => server.ends.at(-1)?.received.length === 200, 20_000);
      const far = server.ends.at(-1) ?? expect.fail("no association");
      expectAll(far, 200, 4);
      expect(relay.lost).to.be.above(0);
    });
  }

  it("takes a message of the limit, longer than a datagram (B13), and ends at a longer one", async () => {
    const { near, far } = await pair(cleanup);
    near.send("y".repeat(sctpLimits.messageOctets), 1);
    near.send("behind", 1);
    await holds(() => far.received.length === 2);
    expect(far.received[0]?.text).to.have.length(sctpLimits.messageOctets);
    near.send("y".repeat(sctpLimits.messageOctets + 1), 1);
    expect(near.reason).to.equal(`a message of ${sctpLimits.messageOctets + 1} octets is too long`);
    await holds(() => far.reason !== undefined);
    expect(far.reason).to.equal("the peer aborted the association");
  });

  it("puts a stream that the peer does not have on one that it has (B14)", async () => {
    const server = await listening(cleanup, { streams: 4 });
    const client = await calling(cleanup, server.port, { streams: 16 });
    const near = client.connect();
    await holds(() => near.isUp && server.ends[0]?.isUp === true);
    for (const stream of [3, 4, 9]) near.send(`on ${stream}`, stream);
    await holds(() => server.ends[0]?.received.length === 3);
    expect(server.ends[0]?.received.map(({ stream }) => stream)).to.deep.equal([3, 0, 1]);
  });

  it("gives up where nothing is acknowledged, and where nobody answers (B9, B12)", async () => {
    const server = await listening(cleanup);
    const relay = new LossyRelay(server.port, { lost: 0, late: 0, twice: 0 }, 1);
    cleanup.push(() => relay.stop());
    const client = await calling(cleanup, await relay.start(), { giveUpMs: 300, connectMs: 300 });
    const near = client.connect();
    await holds(() => near.isUp);
    relay.open = false;
    near.send("into the dark", 0);
    await holds(() => near.reason !== undefined);
    expect(near.reason).to.equal("no acknowledgement within 300 ms");
    const again = client.connect();
    await holds(() => again.reason !== undefined);
    expect(again.reason).to.equal("no association within 300 ms");
  });

  it("comes up again where the peer calls anew (B11): its old association is dropped", async () => {
    const { server, client, near, far } = await pair(cleanup);
    // Nothing is said: the port is the same, the tags are others.
    const again = client.connect();
    await holds(() => again.isUp || again.reason !== undefined);
    expect(again.isUp).to.equal(true);
    expect(near.reason).to.equal(undefined);
    await holds(() => far.reason !== undefined && server.ends.length === 2);
    again.send("alive", 0);
    await holds(() => server.ends[1]?.received.length === 1);
  });

  it("aborts at close when all is acknowledged, and the peer hears of it (B7, B8: never SHUTDOWN)", async () => {
    const { near, far } = await pair(cleanup);
    sendAll(near, 20, 2);
    near.association?.close("enough");
    await holds(() => near.reason !== undefined && far.reason !== undefined);
    expectAll(far, 20, 2);
    expect(near.reason).to.equal("enough");
    expect(far.reason).to.equal("the peer aborted the association");
  });

  it("tells when the peer is slow, and ends where it takes nothing", async () => {
    const { near } = await pair(cleanup, { congestedOctets: 2000, queuedOctets: 20_000 });
    sendAll(near, 60, 1);
    expect(near.flow).to.deep.equal([false]);
    await holds(() => near.flow.length === 2);
    expect(near.flow).to.deep.equal([false, true]);
    sendAll(near, 400, 1);
    expect(near.reason).to.equal("the peer acknowledges nothing");
  });

  it("refuses more associations than the limit", async () => {
    const server = await listening(cleanup, { associations: 2 });
    const ends: End[] = [];
    for (let at = 0; at < 3; at += 1) ends.push((await calling(cleanup, server.port, { connectMs: 500 })).connect());
    await holds(() => ends.every((end) => end.isUp || end.reason !== undefined));
    expect(ends.filter((end) => end.isUp)).to.have.length(2);
    expect(server.dropped.some((why) => why.endsWith("as many as limits.connections allows"))).to.equal(true);
  });

  it("forgets the oldest INIT that nothing followed where there is no room: a stranger shuts nobody out", async () => {
    for (const limit of [{ halfOpen: 2 }, { associations: 2 }]) {
      const server = await listening(cleanup, limit);
      for (let at = 0; at < 20; at += 1) {
        const { send, close } = await stranger();
        cleanup.push(close);
        await send(server.port);
      }
      const told = /an INIT of .* is forgotten: .* as many as limits\.(halfOpen|connections) allows$/;
      await holds(() => server.dropped.filter((why) => told.test(why)).length === 18);
      const near = (await calling(cleanup, server.port, { connectMs: 2000 })).connect();
      await holds(() => near.isUp || near.reason !== undefined);
      expect(near.reason).to.equal(undefined);
    }
  });

  it("keeps what comes while it is held, the peer waits for its window, and then all is there in order", async () => {
    const { near, far } = await pair(cleanup, { windowOctets: 20_000, queuedOctets: 1 << 20 });
    far.association?.hold();
    sendAll(near, 200, 1);
    // What does not fit in the window waits at the peer.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(far.received).to.have.length(0);
    far.association?.goOn();
    await holds(() => far.received.length === 200);
    expectAll(far, 200, 1);
    expect([near.reason, far.reason]).to.deep.equal([undefined, undefined]);
  });

  it("ends where the peer sends a message longer than the limit; one at it passes", async () => {
    const server = await listening(cleanup, { messageOctets: 3000 });
    const near = (await calling(cleanup, server.port)).connect();
    await holds(() => near.isUp);
    near.send("x".repeat(3000), 0);
    await holds(() => server.ends[0]?.received.length === 1);
    near.send("x".repeat(3001), 0);
    await holds(() => server.ends[0]?.reason !== undefined);
    expect(server.ends[0]?.reason).to.equal("the peer sent a message of more than 3000 octets");
  });
});

/** A peer that sends INIT and nothing more. */
async function stranger() {
  const socket = dgram.createSocket("udp4");
  return {
    async send(port: number) {
      const answered = once(socket, "message");
      socket.send(Buffer.from(packet(init())), port, "127.0.0.1");
      await answered;
    },
    close: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  };
}
