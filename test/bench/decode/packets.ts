import type { Random } from "../../../src/simulation/random.ts";

/** One end of a TCP connection; the numbers count as it sends. */
export interface TcpEnd {
  readonly address: number;
  readonly port: number;
  sequence: number;
}

export interface SctpEnd {
  readonly address: number;
  readonly port: number;
  readonly tag: number;
  tsn: number;
  stream: number;
}

/** 10.0.0.0/8. */
const network = 0x0a00_0000;
const h225Port = 1720;
const sctpPort = 9900;

export function tcpEnds(call: number, random: Random): [TcpEnd, TcpEnd] {
  return [
    { address: network + 1 + (call % 200), port: 20_000 + (call % 40_000), sequence: random.below(2 ** 31) },
    { address: network + 0x100, port: h225Port, sequence: random.below(2 ** 31) },
  ];
}

export function sctpEnds(index: number): [SctpEnd, SctpEnd] {
  const port = sctpPort + index;
  return [
    { address: network + 0x200 + index, port, tag: 0x1111_0000 + index, tsn: 1000, stream: 0 },
    { address: network + 0x300 + index, port, tag: 0x2222_0000 + index, tsn: 5000, stream: 0 },
  ];
}

/** Ethernet II around IPv4, addresses of nobody. */
export function ethernet(ip: Uint8Array): Uint8Array {
  const frame = new Uint8Array(14 + ip.length);
  frame.set([0x02, 0, 0, 0, 0, 1, 0x02, 0, 0, 0, 0, 2, 0x08, 0x00]);
  frame.set(ip, 14);
  return frame;
}

const protocols = { tcp: 6, sctp: 132 } as const;

function ip(protocol: number, from: number, to: number, payload: Uint8Array): Uint8Array {
  const packet = new Uint8Array(20 + payload.length);
  const view = new DataView(packet.buffer);
  view.setUint16(0, 0x4500);
  view.setUint16(2, packet.length);
  view.setUint16(6, 0x4000);
  view.setUint8(8, 64);
  view.setUint8(9, protocol);
  view.setUint32(12, from);
  view.setUint32(16, to);
  let sum = 0;
  for (let at = 0; at < 20; at += 2) sum += view.getUint16(at);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  view.setUint16(10, ~sum & 0xffff);
  packet.set(payload, 20);
  return packet;
}

const [fin, syn] = [0x01, 0x02];

/** A segment without options; its checksum is left 0, as captures of offloading cards have it. */
export function tcp(own: TcpEnd, other: TcpEnd, flags: number, payload: Uint8Array): Uint8Array {
  const segment = new Uint8Array(20 + payload.length);
  const view = new DataView(segment.buffer);
  view.setUint16(0, own.port);
  view.setUint16(2, other.port);
  view.setUint32(4, own.sequence);
  view.setUint32(8, flags === syn ? 0 : other.sequence);
  view.setUint8(12, 0x50);
  view.setUint8(13, flags);
  view.setUint16(14, 0xffff);
  segment.set(payload, 20);
  own.sequence += payload.length + ((flags & (fin | syn)) === 0 ? 0 : 1);
  return ip(protocols.tcp, own.address, other.address, segment);
}

const chunkTypes = { data: 0, sack: 3 } as const;

/** One whole user message in a DATA chunk of stream 0 (RFC 9260 3.3.1). */
export function sctpData(own: SctpEnd, other: SctpEnd, payload: Uint8Array, protocol: number): Uint8Array {
  const chunk = new Uint8Array(16 + Math.ceil(payload.length / 4) * 4);
  const view = new DataView(chunk.buffer);
  view.setUint8(0, chunkTypes.data);
  view.setUint8(1, 0x03);
  view.setUint16(2, 16 + payload.length);
  view.setUint32(4, own.tsn);
  view.setUint16(10, own.stream);
  view.setUint32(12, protocol);
  chunk.set(payload, 16);
  own.tsn += 1;
  own.stream = (own.stream + 1) % 0x10000;
  return sctp(own, other, chunk);
}

/** All of the other end has come (RFC 9260 3.3.4). */
export function sctpSack(own: SctpEnd, other: SctpEnd): Uint8Array {
  const chunk = new Uint8Array(16);
  const view = new DataView(chunk.buffer);
  view.setUint8(0, chunkTypes.sack);
  view.setUint16(2, chunk.length);
  view.setUint32(4, other.tsn - 1);
  view.setUint32(8, 0xffff);
  return sctp(own, other, chunk);
}

function sctp(own: SctpEnd, other: SctpEnd, chunk: Uint8Array): Uint8Array {
  const packet = new Uint8Array(12 + chunk.length);
  const view = new DataView(packet.buffer);
  view.setUint16(0, own.port);
  view.setUint16(2, other.port);
  view.setUint32(4, other.tag);
  packet.set(chunk, 12);
  view.setUint32(8, crc32c(packet), true);
  return ip(protocols.sctp, own.address, other.address, packet);
}

/** CRC32c, reflected (RFC 9260 appendix A). */
const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 0 ? crc >>> 1 : (crc >>> 1) ^ 0x82f6_3b78;
  return crc;
});

function crc32c(octets: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const octet of octets) crc = (crcTable[(crc ^ octet) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}

const iuaTags = { interfaceId: 0x0001, dlci: 0x0005, data: 0x000e } as const;

/** An IUA DATA message, request or indication, of interface 1 and TEI 0 (RFC 4233 3.3.2). */
export function iuaData(message: Uint8Array, from: 0 | 1): Uint8Array {
  const padded = Math.ceil(message.length / 4) * 4;
  const octets = new Uint8Array(28 + padded);
  const view = new DataView(octets.buffer);
  view.setUint32(0, from === 0 ? 0x0100_0501 : 0x0100_0502);
  view.setUint32(4, octets.length);
  view.setUint16(8, iuaTags.interfaceId);
  view.setUint16(10, 8);
  view.setUint32(12, 1);
  view.setUint16(16, iuaTags.dlci);
  view.setUint16(18, 8);
  view.setUint32(20, 0x0001_0000);
  view.setUint16(24, iuaTags.data);
  view.setUint16(26, 4 + message.length);
  octets.set(message, 28);
  return octets;
}
