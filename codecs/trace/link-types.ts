import type { Mutable } from "../ber/codec.ts";
import { DecodeError } from "../error.ts";
import type { CapturedPacket, Direction, TraceFrame } from "./frame.ts";
import { unwrapEthernet, unwrapLinuxCooked, unwrapLinuxCooked2, unwrapRawIp } from "./net/link-headers.ts";

/** What one link type of www.tcpdump.org/linktypes.html carries. */
interface LinkType {
  readonly number: number;
  readonly name: string;
  /** Absent: packets of it hold nothing for us. */
  unwrap?(packet: CapturedPacket): Pick<TraceFrame, "layer" | "octets" | "direction" | "problems">;
}

/** ONE table: the link types we read, and those a person may bring whose name helps. */
export const linkTypes: readonly LinkType[] = [
  { number: 1, name: "Ethernet", unwrap: unwrapEthernet },
  { number: 101, name: "raw IP", unwrap: unwrapRawIp },
  { number: 113, name: "Linux cooked", unwrap: unwrapLinuxCooked },
  { number: 139, name: "MTP2 with pseudo-header" },
  { number: 140, name: "MTP2" },
  { number: 141, name: "MTP3" },
  // The first link type free for private use; text2pcap and most programs that write raw Q.931 take it.
  { number: 147, name: "layer 3 messages", unwrap: ({ octets }) => ({ layer: "message", octets }) },
  { number: 177, name: "LAPD with a Linux header", unwrap: unwrapLinuxLapd },
  { number: 203, name: "LAPD", unwrap: ({ octets }) => ({ layer: "lapd", octets }) },
  { number: 276, name: "Linux cooked 2", unwrap: unwrapLinuxCooked2 },
];

const byNumber = new Map(linkTypes.map((row) => [row.number, row]));

/** The frame inside a packet, or why its link type has none for us; the error's path names the link type. */
export function unwrapPacket(packet: CapturedPacket): TraceFrame | DecodeError {
  const row = byNumber.get(packet.linkType);
  const unwrap = row?.unwrap;
  if (!unwrap)
    return new DecodeError("unreadableLinkType", 0, `link type ${packet.linkType}${row ? ` (${row.name})` : ""}`);
  const { layer, octets, direction = packet.direction, problems = none } = unwrap(packet);
  const frame: Mutable<TraceFrame> = { layer, octets, line: String(packet.line) };
  if (packet.time !== undefined) frame.time = packet.time;
  if (direction !== undefined) frame.direction = direction;
  const isCut = packet.octets.length < packet.originalLength;
  if (isCut) frame.problems = [...problems, cutShort(octets)];
  else if (problems.length > 0) frame.problems = problems;
  return frame;
}

const none: readonly DecodeError[] = [];

function cutShort(octets: Uint8Array): DecodeError {
  return new DecodeError("truncated", octets.length, "capture");
}

/**
 * Octets of the header before a frame of link type 177: packet type, hardware type, address length, address, protocol.
 */
export const linuxHeaderOctets = 16;

/** ETH_P_LAPD, the protocol of that header. */
const lapdProtocol = 0x0030;

/** Packet type 4 left this machine; 0 to 3 came in (PACKET_HOST and the like). */
const packetSent = 4;

function unwrapLinuxLapd({ octets }: CapturedPacket): Pick<TraceFrame, "layer" | "octets" | "direction" | "problems"> {
  if (octets.length < linuxHeaderOctets)
    return { layer: "unknown", octets, problems: [new DecodeError("truncated", octets.length, "header")] };
  const header = new DataView(octets.buffer, octets.byteOffset, linuxHeaderOctets);
  if (header.getUint16(14) !== lapdProtocol)
    return { layer: "unknown", octets, problems: [new DecodeError("badHeader", 14, "protocol")] };
  return {
    layer: "lapd",
    octets: octets.subarray(linuxHeaderOctets),
    direction: header.getUint16(0) === packetSent ? "sent" : "received",
  };
}

/** A LAPD frame as a packet of link type 177. `side` is the side of the machine that writes the capture. */
export function linuxLapdPacket(frame: Uint8Array, direction: Direction, side: "user" | "network"): Uint8Array {
  const packet = new Uint8Array(linuxHeaderOctets + frame.length);
  const header = new DataView(packet.buffer);
  header.setUint16(0, direction === "sent" ? packetSent : 0);
  // The address has 8 octets; the first is not 0 where the network side captures.
  header.setUint16(4, 8);
  header.setUint8(6, side === "network" ? 1 : 0);
  header.setUint16(14, lapdProtocol);
  packet.set(frame, linuxHeaderOctets);
  return packet;
}
