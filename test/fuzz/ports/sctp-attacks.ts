import { crc32c } from "../../../gateway/trunks/sctp/crc32c.ts";
import { init, packet } from "../../unit/gateway/sctp-packets.ts";
import { mutate } from "../mutate.ts";
import { type Attack, batch, pause, type Served } from "./attack.ts";
import { SctpSender } from "./sctp-sender.ts";

/** Mutated SCTP packets, every other one with a right checksum. */
export const mutatedPackets: Attack = {
  name: "mutated SCTP packets",
  async run({ wire, count, random }) {
    const { sctpPort, send, close } = await wire();
    const data = "00 03 0014 00000001 0001 0000 00000001 61626364";
    const seeds = [
      init(),
      init("0005 0008 7f000001"),
      "0a 00 0008 01020304",
      data,
      "03 00 0010 000001f0 00010000 0000 0000",
    ].map((chunks) => packet(chunks, "00000000", sctpPort));
    for (let sent = 0; sent < count; sent += 1) {
      const octets = Buffer.from(random.pick(seeds));
      for (let changes = 1 + random.below(3); changes > 0; changes -= 1)
        octets[random.below(octets.length)] = random.below(256);
      if (sent % 2 === 0) octets.writeUInt32LE(crc32c(octets, 8), 8);
      const leaving = send(octets);
      if (sent % batch === 0) await leaving.then(pause);
    }
    await close();
  },
};

/** INITs, each from a port of its own, of SCTP and of what carries it: associations that are never completed. */
export const halfOpen: Attack = {
  name: "INITs from ports of their own",
  async run({ wire, count, random }) {
    const one = async (): Promise<void> => {
      const { sctpPort, send, close } = await wire();
      const octets = Buffer.from(packet(init(), "00000000", sctpPort));
      octets.writeUInt16BE(1 + random.below(0xffff), 0);
      octets.writeUInt32LE(crc32c(octets, 8), 8);
      await send(octets);
      await close();
    };
    for (let sent = 0; sent < count; sent += batch)
      await Promise.all(Array.from({ length: Math.min(batch, count - sent) }, one));
  },
};

/** The longest packets that there are, with chunks as long as they can be and lengths that fit. */
export const oversized: Attack = {
  name: "oversized chunks",
  async run({ wire, count, random }) {
    const longest = 65_504;
    const { sctpPort, send, close } = await wire();
    for (let sent = 0; sent < count; sent += 1) {
      const octets = Buffer.alloc(longest, random.below(256));
      Buffer.from(packet(init(), "00000000", sctpPort)).copy(octets);
      const parameters = longest - 32;
      octets.writeUInt16BE(longest - 12, 14);
      octets.writeUInt16BE(0x8000 + random.below(0x4000), 32);
      octets.writeUInt16BE(parameters, 34);
      octets.writeUInt32LE(crc32c(octets, 8), 8);
      await send(octets);
      await pause();
    }
    await close();
  },
};

/** Mutated IUA messages on an association that is up; one that ends is followed by another. */
export const mutatedMessages: Attack = {
  name: "mutated IUA messages",
  async run({ wire, count, random, corpus }) {
    let sender: SctpSender | undefined;
    for (let sent = 0; sent < count; ) {
      if (sender === undefined || sender.isOver) {
        await sender?.close();
        sender = await SctpSender.connect(wire, random.below(2 ** 32));
      }
      // A chunk without data would be none (RFC 9260 6.2), and be sent for ever.
      const message = (): Uint8Array => Buffer.concat([mutate(corpus, random).subarray(0, 1200), Uint8Array.of(0)]);
      sent += await sender.send(message, random.below(4), count - sent);
    }
    await sender?.settled();
    await sender?.close();
  },
};

/** An association comes up: those that are half open have given way, or are forgotten in time. */
export const associates: Served = async ({ wire, random }) => {
  const sender = await SctpSender.connect(wire, random.below(2 ** 32));
  const { isOver } = sender;
  await sender.close();
  if (isOver) throw new Error("no association comes up any more");
};
