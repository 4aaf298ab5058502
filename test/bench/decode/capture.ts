import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { pcapngHeader, pcapngPacket } from "../../../codecs/trace/pcapng-writer.ts";
import { Random } from "../../../src/simulation/random.ts";
import type { Conversation, GeneratedPacket } from "./conversations.ts";
import { Conversations, trunks } from "./conversations.ts";

/** How many calls are under way at any time. */
const concurrent = 24;

/** When the first packet came, in milliseconds since 1970, and the time between two packets. */
const startMs = 1_700_000_000_000;
const betweenMs = 0.5;

/**
 * Writes a capture that looks like that of a busy gateway: many calls at once on LAPD trunks, in IUA and H.225 over
 * SCTP and in H.225 over TCP, their packets mixed. One seed gives one file. Ends behind so many packets, or octets.
 */
export function writeCapture(file: string, seed: number, until: { packets?: number; octets?: number }): number {
  mkdirSync(dirname(file), { recursive: true });
  const descriptor = openSync(file, "w");
  const interfaces = Array.from({ length: trunks }, (_, index) => ({ linkType: 203, name: `trunk-${index + 1}` }));
  let pending: Uint8Array[] = [pcapngHeader([...interfaces, { linkType: 1, name: "eth0" }])];
  let written = 0;
  let packets = 0;
  const { packets: mostPackets = Number.POSITIVE_INFINITY, octets: mostOctets = Number.POSITIVE_INFINITY } = until;
  for (const { line, octets } of mixed(seed)) {
    if (packets === mostPackets || written >= mostOctets) break;
    const packet = pcapngPacket({ time: startMs + packets * betweenMs, line, octets });
    pending.push(packet);
    packets += 1;
    written += packet.length;
    if (pending.length === 4096) {
      writeSync(descriptor, Buffer.concat(pending));
      pending = [];
    }
  }
  writeSync(descriptor, Buffer.concat(pending));
  closeSync(descriptor);
  return packets;
}

/** The packets of many conversations, each in its own order. */
export function* mixed(seed: number): Generator<GeneratedPacket> {
  const random = new Random(seed);
  const conversations = new Conversations(random);
  const running: Conversation[] = Array.from({ length: concurrent }, () => conversations.next());
  for (;;) {
    const index = random.below(concurrent);
    const packet = running[index]?.next();
    if (packet === undefined || packet.done === true) running[index] = conversations.next();
    else yield packet.value;
  }
}
