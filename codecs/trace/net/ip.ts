import { DecodeError } from "../../error.ts";

/** What an IP packet carries, and between whom. */
export interface Datagram {
  readonly source: string;
  readonly destination: string;
  /** www.iana.org/assignments/protocol-numbers: 6 is TCP. */
  readonly protocol: number;
  readonly octets: Uint8Array;
  /** Octets on the wire; more than `octets` has where the capture cut the packet. */
  readonly length: number;
  /** Absent where the packet holds the whole datagram. */
  readonly fragment?: Fragment;
}

/** Which part of which datagram a packet holds (RFC 791 3.2, RFC 8200 4.5). */
export interface Fragment {
  readonly id: number;
  /** Octets of the datagram before these. */
  readonly offset: number;
  readonly more: boolean;
}

/** Octets of a datagram, whose length has 16 bits. */
export const datagramOctetsLimit = 65_535;

export const protocolNumbers = { tcp: 6, udp: 17, sctp: 132 } as const;

/** Headers that may stand between that of IPv6 and what it carries; past it the packet is refused. */
export const extensionHeadersLimit = 8;

/** Extension headers of IPv6 that are stepped over, and the one that says it is a fragment (RFC 8200 4). */
const extensionHeaders = new Set([0, 43, 60, 135]);
const fragmentHeader = 44;
const isExtension = (protocol: number): boolean => extensionHeaders.has(protocol) || protocol === fragmentHeader;

/** Reads an IPv4 or IPv6 packet. Checksums are not judged: a capture on the sender's machine has none yet. */
export function readDatagram(octets: Uint8Array): Datagram | DecodeError {
  const version = (octets[0] ?? 0) >> 4;
  if (version === 4) return readVersion4(octets);
  if (version === 6) return readVersion6(octets);
  return new DecodeError("badHeader", 0, "IP");
}

/** RFC 791 3.1. */
function readVersion4(octets: Uint8Array): Datagram | DecodeError {
  const header = ((octets[0] ?? 0) & 0x0f) * 4;
  if (header < 20) return new DecodeError("badHeader", 0, "IP");
  if (octets.length < header) return new DecodeError("truncated", octets.length, "IP");
  // Cards that cut large packets themselves leave the length 0.
  const total = uint16(octets, 2) || octets.length;
  if (total < header) return new DecodeError("badLength", 2, "IP");
  const datagram: Datagram = {
    source: dottedAddress(octets, 12),
    destination: dottedAddress(octets, 16),
    protocol: octets[9] ?? 0,
    octets: octets.subarray(header, total),
    length: total - header,
  };
  const place = uint16(octets, 6);
  if ((place & 0x3fff) === 0) return datagram;
  return {
    ...datagram,
    fragment: { id: uint16(octets, 4), offset: (place & 0x1fff) * 8, more: (place & 0x2000) !== 0 },
  };
}

/** RFC 8200 3. */
function readVersion6(octets: Uint8Array): Datagram | DecodeError {
  if (octets.length < 40) return new DecodeError("truncated", octets.length, "IP");
  const end = 40 + (uint16(octets, 4) || octets.length - 40);
  let protocol = octets[6] ?? 0;
  let at = 40;
  let fragment: Fragment | undefined;
  // Behind a fragment's header stands the datagram, wherever it was cut.
  for (let headers = 0; fragment === undefined && isExtension(protocol); headers += 1) {
    if (headers === extensionHeadersLimit) return new DecodeError("tooMany", at, "IP");
    if (octets.length < at + 8 || end < at + 8) return new DecodeError("truncated", octets.length, "IP");
    const isOfFragment = protocol === fragmentHeader;
    if (isOfFragment) fragment = readFragment(octets, at);
    protocol = octets[at] ?? 0;
    at += isOfFragment ? 8 : 8 + (octets[at + 1] ?? 0) * 8;
  }
  if (at > end) return new DecodeError("badLength", 4, "IP");
  const datagram: Datagram = {
    source: hexAddress(octets.subarray(8, 24)),
    destination: hexAddress(octets.subarray(24, 40)),
    protocol,
    octets: octets.subarray(at, end),
    length: end - at,
  };
  return fragment === undefined ? datagram : { ...datagram, fragment };
}

/** The header of one at `at`; undefined where it holds the whole (RFC 6946). */
function readFragment(octets: Uint8Array, at: number): Fragment | undefined {
  const place = uint16(octets, at + 2);
  if ((place & 0xfff9) === 0) return undefined;
  return { id: uint32(octets, at + 4), offset: place & 0xfff8, more: (place & 1) !== 0 };
}

/** The number of two octets at `at`, the higher first; an octet that is not there counts 0. */
export function uint16(octets: Uint8Array, at: number): number {
  return ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
}

/** The same of four octets. */
export function uint32(octets: Uint8Array, at: number): number {
  return uint16(octets, at) * 0x1_0000 + uint16(octets, at + 2);
}

function dottedAddress(octets: Uint8Array, at: number): string {
  return `${octets[at]}.${octets[at + 1]}.${octets[at + 2]}.${octets[at + 3]}`;
}

function hexAddress(octets: Uint8Array): string {
  return Array.from({ length: 8 }, (_, at) => uint16(octets, 2 * at).toString(16)).join(":");
}
