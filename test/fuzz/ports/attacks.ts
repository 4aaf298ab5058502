import dgram from "node:dgram";
import { once } from "node:events";
import net from "node:net";
import { crc32c } from "../../../gateway/trunks/sctp/crc32c.ts";
import { nodeSctpProvider } from "../../../gateway/trunks/sctp/node-sctp.ts";
import { type SctpAssociation, sctpLimits } from "../../../gateway/trunks/sctp/provider.ts";
import type { Random } from "../../../src/simulation/random.ts";
import { init, packet } from "../../unit/gateway/sctp-packets.ts";
import { mutate } from "../mutate.ts";

const host = "127.0.0.1";
/** Of a peer that is hostile at full speed: what a kernel hands over at once. */
const batch = 64;

export interface Attack {
  readonly name: string;
  /** Sends so many frames, packets or connections to the port; `corpus` is what mutations begin with. */
  run(port: number, count: number, random: Random, corpus: readonly Uint8Array[]): Promise<void>;
}

/** Mutated frames behind a right head, on one connection after the other. */
export function mutatedFrames(head: (length: number) => Uint8Array): Attack {
  return {
    name: "mutated frames",
    async run(port, count, random, corpus) {
      let socket: net.Socket | undefined;
      for (let sent = 0; sent < count; sent += batch) {
        if (socket === undefined || socket.destroyed || socket.readableEnded) socket = await connected(port);
        const frames = Array.from({ length: Math.min(batch, count - sent) }, () => {
          const frame = mutate(corpus, random).subarray(0, 2048);
          return Buffer.concat([head(frame.length), frame]);
        });
        // It may be closed under our hands: that is what the attacked one is free to do.
        if (!socket.write(Buffer.concat(frames))) await drained(socket);
      }
      socket?.destroy();
      await pause();
    },
  };
}

/** Connections that say one octet and nothing more, hundreds of them at a time (slowloris). */
export const connections: Attack = {
  name: "connections",
  async run(port, count) {
    const open: net.Socket[] = [];
    for (let made = 0; made < count; made += 1) {
      const socket = net.connect({ host, port });
      socket.on("error", () => {});
      socket.on("connect", () => socket.write(Uint8Array.of(0)));
      open.push(socket);
      if (open.length < 200) continue;
      await pause();
      for (const each of open.splice(0)) each.destroy();
    }
    for (const each of open) each.destroy();
  },
};

/** Mutated SCTP packets, every other one with a right checksum. */
export const mutatedPackets: Attack = {
  name: "mutated SCTP packets",
  async run(port, count, random) {
    const data = "00 03 0014 00000001 0001 0000 00000001 61626364";
    const seeds = [
      init(),
      init("0005 0008 7f000001"),
      "0a 00 0008 01020304",
      data,
      "03 00 0010 000001f0 00010000 0000 0000",
    ];
    await fromSocket(async (send) => {
      for (let sent = 0; sent < count; sent += 1) {
        const octets = Buffer.from(packet(random.pick(seeds)));
        for (let changes = 1 + random.below(3); changes > 0; changes -= 1)
          octets[random.below(octets.length)] = random.below(256);
        if (sent % 2 === 0) octets.writeUInt32LE(crc32c(octets, 8), 8);
        send(octets, port);
        if (sent % batch === 0) await pause();
      }
    });
  },
};

/** INITs, each from a port of its own: associations that are never completed. */
export const halfOpen: Attack = {
  name: "INITs from ports of their own",
  async run(port, count) {
    for (let sent = 0; sent < count; sent += batch) {
      const some = Array.from({ length: Math.min(batch, count - sent) }, () => packet(init()));
      await Promise.all(some.map((octets) => fromSocket(async (send) => send(Buffer.from(octets), port))));
    }
  },
};

/** The longest datagrams that there are, with chunks as long as they can be and lengths that fit. */
export const oversized: Attack = {
  name: "oversized chunks",
  async run(port, count, random) {
    const longest = 65_504;
    await fromSocket(async (send) => {
      for (let sent = 0; sent < count; sent += 1) {
        const octets = Buffer.alloc(longest, random.below(256));
        Buffer.from(packet(init())).copy(octets);
        const parameters = longest - 32;
        octets.writeUInt16BE(longest - 12, 14);
        octets.writeUInt16BE(0x8000 + random.below(0x4000), 32);
        octets.writeUInt16BE(parameters, 34);
        octets.writeUInt32LE(crc32c(octets, 8), 8);
        send(octets, port);
        await pause();
      }
    });
  },
};

/** Mutated IUA messages on an association that is up; one that ends is followed by another. */
export const mutatedMessages: Attack = {
  name: "mutated IUA messages",
  async run(port, count, random, corpus) {
    const options = { transport: "udp", bind: { host, port: 0 }, peer: { host, port }, sctpPort: 9900 } as const;
    const provider = await nodeSctpProvider({ ...options, dropped: () => {} }, sctpLimits);
    const now: { association?: SctpAssociation | undefined; isUp: boolean; waits: boolean } = {
      isUp: false,
      waits: false,
    };
    const connect = (): SctpAssociation =>
      provider.connect({
        up() {
          now.isUp = true;
        },
        message() {},
        writable(writable) {
          now.waits = !writable;
        },
        down() {
          now.association = undefined;
          now.isUp = false;
        },
      });
    for (let sent = 0; sent < count; ) {
      now.association ??= connect();
      if (!now.isUp || now.waits) await new Promise((resolve) => setTimeout(resolve, 2));
      else {
        now.association.send(mutate(corpus, random).subarray(0, 4096), random.below(4));
        sent += 1;
      }
    }
    await provider.stop();
  },
};

async function connected(port: number): Promise<net.Socket> {
  const socket = net.connect({ host, port });
  socket.on("error", () => {});
  await Promise.race([once(socket, "connect"), once(socket, "close")]);
  socket.resume();
  return socket;
}

/** Resolves when the socket takes more, or none any more. */
function drained(socket: net.Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed) return resolve();
    socket.once("drain", resolve);
    socket.once("close", () => resolve());
  });
}

async function fromSocket(use: (send: (octets: Buffer, port: number) => void) => Promise<void>): Promise<void> {
  const socket = dgram.createSocket("udp4");
  await use((octets, port) => socket.send(octets, port, host, () => {}));
  await pause();
  await new Promise<void>((resolve) => socket.close(() => resolve()));
}

function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
