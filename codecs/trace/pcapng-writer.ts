import type { Direction } from "./frame.ts";
import { blockTypes, byteOrderMagic, padded } from "./pcapng.ts";

// Little endian, microseconds: what every reader takes without options.

export interface CaptureInterface {
  readonly linkType: number;
  /** What tshark shows as the interface: the name of the trunk. */
  readonly name?: string;
}

export interface PacketToWrite {
  /** Milliseconds since 1970; kept to the microsecond. */
  readonly time: number;
  /** Index of the interface in the header; 0 where absent. */
  readonly line?: number;
  readonly direction?: Direction;
  readonly octets: Uint8Array;
}

const optionCodes = { comment: 1, interfaceName: 2, packetFlags: 2 } as const;

/** The start of a capture file: its section, with where it comes from, and its interfaces. */
export function pcapngHeader(interfaces: readonly CaptureInterface[], comment = ""): Uint8Array {
  const section = block(blockTypes.sectionHeader, [
    uint32(byteOrderMagic),
    uint16(1),
    uint16(0),
    // The length of the section is not known ahead.
    uint32(0xffff_ffff),
    uint32(0xffff_ffff),
    ...option(optionCodes.comment, textOctets(comment)),
  ]);
  return joined([section, ...interfaces.map(interfaceBlock)]);
}

/** One packet, to follow the header or another packet. */
export function pcapngPacket(packet: PacketToWrite): Uint8Array {
  const microseconds = Math.round(packet.time * 1e3);
  const flags =
    packet.direction === undefined ? [] : option(optionCodes.packetFlags, uint32(directionFlags[packet.direction]));
  return block(blockTypes.enhancedPacket, [
    uint32(packet.line ?? 0),
    uint32(Math.floor(microseconds / 2 ** 32)),
    uint32(microseconds % 2 ** 32),
    uint32(packet.octets.length),
    uint32(packet.octets.length),
    filled(packet.octets),
    ...flags,
  ]);
}

/** epb_flags, bits 0 and 1. */
const directionFlags: Readonly<Record<Direction, number>> = { received: 1, sent: 2 };

function interfaceBlock(of: CaptureInterface): Uint8Array {
  const name = option(optionCodes.interfaceName, textOctets(of.name ?? ""));
  return block(blockTypes.interfaceDescription, [uint16(of.linkType), uint16(0), uint32(0), ...name]);
}

function block(type: number, body: readonly Uint8Array[]): Uint8Array {
  const length = body.reduce((sum, part) => sum + part.length, 12);
  return joined([uint32(type), uint32(length), ...body, uint32(length)]);
}

/** An option and the end of options; nothing where there is no value. */
function option(code: number, value: Uint8Array): Uint8Array[] {
  return value.length === 0 ? [] : [uint16(code), uint16(value.length), filled(value), uint32(0)];
}

function filled(octets: Uint8Array): Uint8Array {
  const wide = new Uint8Array(padded(octets.length));
  wide.set(octets);
  return wide;
}

function uint16(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, value >>> 8);
}

function uint32(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24);
}

/** ASCII; any other character becomes a question mark: comments and names are for people. */
function textOctets(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => (character < "\x80" ? character.charCodeAt(0) : 0x3f));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
