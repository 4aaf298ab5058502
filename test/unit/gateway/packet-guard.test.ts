import dgram from "node:dgram";
import { expect } from "chai";
import { crc32c } from "../../../gateway/trunks/sctp/crc32c.ts";
import { chunksPerPacket, faultOf } from "../../../gateway/trunks/sctp/packet-guard.ts";
import { Random } from "../../../src/simulation/random.ts";
import { attacks, init, packet } from "./sctp-packets.ts";
import { calling, holds, listening, pair } from "./sctp-rig.ts";

const standing = { received: 1000, next: 501, windowChunks: 4096 };

describe("the guard of SCTP packets", () => {
  it("knows CRC32c (RFC 3720 B.4: thirty-two zeros)", () => {
    expect(crc32c(new Uint8Array(32), 32)).to.equal(0x8a91_36aa);
  });

  for (const [what, chunks] of [
    ["INIT", init()],
    ["INIT with an IPv4 address and supported types", init("0005 0008 7f000001 000c 0006 0005 0000")],
    ["INIT with a parameter that nobody knows", init("8123 0007 aabbcc00", 28)],
    ["DATA", "00 03 0011 000003e9 0001 0000 00000001 61 000000"],
    ["SACK with a gap", "03 00 0014 000001f0 00010000 0001 0000 0002 0003"],
    ["HEARTBEAT", "04 00 0008 0001 0004"],
    ["ABORT without a cause", "06 00 0004"],
    ["COOKIE ECHO", "0a 00 0008 01020304"],
    ["a chunk that nobody knows", "c7 00 0008 0001 0000"],
  ] as const) {
    it(`lets ${what} pass`, () => expect(faultOf(packet(chunks), standing)).to.equal(undefined));
  }

  for (const [what, chunks, fault] of [
    ...attacks,
    ["a parameter beyond the chunk", init("0005 0010 7f000001"), "parameter length"],
    ["a chunk beyond the packet", "00 03 0040 00000001 0001 0000 00000001 61 000000", "chunk length"],
    ["a chunk of length 3", "06 00 0003", "chunk length"],
    ["DATA without data", "00 03 0010 000003e9 0001 0000 00000001", "short chunk"],
    ["DATA far outside the window", "00 03 0011 00ffffff 0001 0000 00000001 61 000000", "TSN outside the window"],
    ["DATA far behind", "00 03 0011 f00003e9 0001 0000 00000001 61 000000", "TSN outside the window"],
    ["SACK of long ago", "03 00 0010 f00001f0 00010000 0000 0000", "SACK of long ago"],
    ["SACK whose gaps overlap", "03 00 0018 000001e0 00010000 0002 0000 0002 0004 0004 0005", "SACK gap"],
    ["SACK with other counts than blocks", "03 00 0010 000001f0 00010000 0fff 0000", "SACK counts"],
    ["SACK of what was never sent", "03 00 0010 000003f0 00010000 0000 0000", "SACK of what was never sent"],
    ["SACK with a gap beyond what was sent", "03 00 0014 000001f0 00010000 0001 0000 0002 ffff", "SACK gap"],
    ["no chunk", "", "length"],
    ["more chunks than anybody sends", "0b000004".repeat(chunksPerPacket + 1), "too many chunks"],
  ] as const) {
    it(`drops ${what}`, () => expect(faultOf(packet(chunks), standing)).to.equal(fault));
  }

  it("takes as many chunks as the limit", () => {
    expect(faultOf(packet("0b000004".repeat(chunksPerPacket)))).to.equal(undefined);
  });

  it("drops a wrong checksum (B3)", () => {
    const whole = packet(init());
    whole[20] = (whole[20] ?? 0) ^ 1;
    expect(faultOf(whole)).to.equal("checksum");
  });
});

describe("a port of SCTP under attack", () => {
  const cleanup: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const clean of cleanup.splice(0).reverse()) await clean();
  });

  async function attacker(port: number): Promise<(octets: Uint8Array) => Promise<void>> {
    const socket = dgram.createSocket("udp4");
    cleanup.push(() => new Promise((resolve) => socket.close(() => resolve())));
    return (octets) => new Promise((resolve) => socket.send(octets, port, "127.0.0.1", () => resolve()));
  }

  it("drops packets that kill the library with one datagram, and goes on (B1, B2)", async () => {
    const { server, near, far } = await pair(cleanup);
    const attack = await attacker(server.port);
    for (const [, chunks] of attacks) await attack(packet(chunks));
    near.send("still here", 0);
    await holds(() => far.received.length === 1);
    expect(server.dropped.map((why) => why.split(": ")[1])).to.deep.equal(attacks.map(([, , fault]) => fault));
  });

  it("survives 20,000 mutated packets of its own kind, right checksums among them (B16)", async () => {
    const server = await listening(cleanup, { associations: 4, connectMs: 200 });
    const attack = await attacker(server.port);
    const random = new Random(16);
    const seeds = [init(), "0a 00 0008 01020304", "00 03 0014 00000001 0001 0000 00000001 61626364"];
    for (let at = 0; at < 20_000; at += 1) {
      const octets = packet(random.pick(seeds));
      for (let changes = 1 + random.below(3); changes > 0; changes -= 1)
        octets[random.below(octets.length)] = random.below(256);
      if (at % 2 === 0) new DataView(octets.buffer).setUint32(8, crc32c(octets, 8), true);
      await attack(octets);
    }
    const client = await calling(cleanup, server.port);
    let end = client.connect();
    await holds(() => {
      if (end.reason !== undefined) end = client.connect();
      return end.isUp;
    }, 20_000);
    end.send("alive", 0);
    await holds(() => server.ends.at(-1)?.received.length === 1);
  });
});
