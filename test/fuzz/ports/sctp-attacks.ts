import { crc32c } from "../../../gateway/trunks/sctp/crc32c.ts";
import { init, packet } from "../../unit/gateway/sctp-packets.ts";
import { mutate } from "../mutate.ts";
import { type Attack, batch, fromSocket, pause } from "./attack.ts";
import { SctpSender } from "./sctp-sender.ts";

/** Mutated SCTP packets, every other one with a right checksum. */
export const mutatedPackets: Attack = {
  name: "mutated SCTP packets",
  async run({ port, count, random }) {
    const data = "00 03 0014 00000001 0001 0000 00000001 61626364";
    const seeds = [
      init(),
      init("0005 0008 7f000001"),
      "0a 00 0008 01020304",
      data,
      "03 00 0010 000001f0 00010000 0000 0000",
    ].map((chunks) => packet(chunks));
    await fromSocket(async (send) => {
      for (let sent = 0; sent < count; sent += 1) {
        const octets = Buffer.from(random.pick(seeds));
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
  async run({ port, count }) {
    for (let sent = 0; sent < count; sent += batch) {
      const some = Array.from({ length: Math.min(batch, count - sent) }, () => packet(init()));
      await Promise.all(some.map((octets) => fromSocket(async (send) => send(Buffer.from(octets), port))));
    }
  },
};

/** The longest datagrams that there are, with chunks as long as they can be and lengths that fit. */
export const oversized: Attack = {
  name: "oversized chunks",
  async run({ port, count, random }) {
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
  async run({ port, count, random, corpus }) {
    let sender: SctpSender | undefined;
    for (let sent = 0; sent < count; ) {
      if (sender === undefined || sender.isOver) {
        sender?.close();
        sender = await SctpSender.connect(port, random.below(2 ** 32));
      }
      // A chunk without data would be none (RFC 9260 6.2), and be sent for ever.
      const message = (): Uint8Array => Buffer.concat([mutate(corpus, random).subarray(0, 1200), Uint8Array.of(0)]);
      sent += await sender.send(message, random.below(4), count - sent);
    }
    await sender?.settled();
    sender?.close();
  },
};
