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
  /** A fragment other than the whole: nobody puts it together here. */
  readonly isFragment: boolean;
}

export const protocolNumbers = { tcp: 6, udp: 17, sctp: 132 } as const;

/** Headers that may stand between that of IPv6 and what it carries; past it the packet is refused. */
export const extensionHeadersLimit = 8;

/** Extension headers of IPv6 that are stepped over, and those of them that say it is a fragment (RFC 8200 4). */
const extensionHeaders = new Set([0, 43, 60, 135]);
const fragmentHeader = 44;

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
  const view = viewOf(octets);
  // Cards that cut large packets themselves leave the length 0.
  const total = view.getUint16(2) || octets.length;
  if (total < header) return new DecodeError("badLength", 2, "IP");
  return {
    source: dottedAddress(octets.subarray(12, 16)),
    destination: dottedAddress(octets.subarray(16, 20)),
    protocol: octets[9] ?? 0,
    octets: octets.subarray(header, total),
    length: total - header,
    isFragment: (view.getUint16(6) & 0x3fff) !== 0,
  };
}

/** RFC 8200 3. */
function readVersion6(octets: Uint8Array): Datagram | DecodeError {
  if (octets.length < 40) return new DecodeError("truncated", octets.length, "IP");
  const end = 40 + (viewOf(octets).getUint16(4) || octets.length - 40);
  let protocol = octets[6] ?? 0;
  let at = 40;
  let isFragment = false;
  for (let headers = 0; extensionHeaders.has(protocol) || protocol === fragmentHeader; headers += 1) {
    if (headers === extensionHeadersLimit) return new DecodeError("tooMany", at, "IP");
    if (octets.length < at + 8 || end < at + 8) return new DecodeError("truncated", octets.length, "IP");
    const isOfFragment = protocol === fragmentHeader;
    if (isOfFragment) isFragment ||= (viewOf(octets).getUint16(at + 2) & 0xfff9) !== 0;
    protocol = octets[at] ?? 0;
    at += isOfFragment ? 8 : 8 + (octets[at + 1] ?? 0) * 8;
  }
  if (at > end) return new DecodeError("badLength", 4, "IP");
  return {
    source: hexAddress(octets.subarray(8, 24)),
    destination: hexAddress(octets.subarray(24, 40)),
    protocol,
    octets: octets.subarray(at, end),
    length: end - at,
    isFragment,
  };
}

export function viewOf(octets: Uint8Array): DataView {
  return new DataView(octets.buffer, octets.byteOffset, octets.length);
}

function dottedAddress(octets: Uint8Array): string {
  return octets.join(".");
}

function hexAddress(octets: Uint8Array): string {
  const view = viewOf(octets);
  return Array.from({ length: 8 }, (_, at) => view.getUint16(2 * at).toString(16)).join(":");
}
