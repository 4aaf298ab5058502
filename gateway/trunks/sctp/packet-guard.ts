import { crc32c } from "./crc32c.ts";

/** Common header: ports, verification tag, checksum (RFC 9260 3.1). */
const headerOctets = 12;
const checksumAt = 8;
const chunkHeaderOctets = 4;
const parameterHeaderOctets = 4;

/** Chunks of one packet: more fit in no Ethernet frame that means well. */
export const chunksPerPacket = 128;

export const chunkTypes = { data: 0, init: 1, initAck: 2, sack: 3, heartbeat: 4, heartbeatAck: 5 } as const;

/** Of the chunks that the library reads by fixed offsets: what stands before the parameters, the header included. */
interface Layout {
  readonly fixed: number;
  /**
   * What follows to the end of the chunk: parameters or error causes; octets that the library does not look into;
   * nothing, since it would read anything there as parameters.
   */
  readonly rest: "parameters" | "octets" | "nothing";
}

const layouts: { readonly [type: number]: Layout } = {
  0: { fixed: 17, rest: "octets" }, // DATA: one octet of user data at least
  1: { fixed: 20, rest: "parameters" }, // INIT
  2: { fixed: 20, rest: "parameters" }, // INIT ACK
  3: { fixed: 16, rest: "octets" }, // SACK
  4: { fixed: 4, rest: "parameters" }, // HEARTBEAT
  5: { fixed: 4, rest: "parameters" }, // HEARTBEAT ACK
  6: { fixed: 4, rest: "parameters" }, // ABORT
  7: { fixed: 8, rest: "nothing" }, // SHUTDOWN
  8: { fixed: 4, rest: "nothing" }, // SHUTDOWN ACK
  9: { fixed: 4, rest: "parameters" }, // ERROR
  10: { fixed: 5, rest: "octets" }, // COOKIE ECHO
  11: { fixed: 4, rest: "nothing" }, // COOKIE ACK
  14: { fixed: 4, rest: "nothing" }, // SHUTDOWN COMPLETE
};

/**
 * Of extensions that the library reads and never offers: ECNE, CWR, AUTH, I-DATA, ASCONF ACK, RE-CONFIG, PAD, FORWARD
 * TSN, ASCONF, I-FORWARD TSN. No peer has a reason to send one.
 */
const neverAgreed: ReadonlySet<number> = new Set([12, 13, 15, 64, 128, 130, 132, 192, 193, 194]);

/** Lengths, with their header, of the parameters of INIT and INIT ACK that have one (RFC 9260 3.3.2.1). */
const parameterOctets: { readonly [type: number]: number } = { 5: 8, 6: 20, 9: 8, 11: 4, 12: 6 };

/** Where an association stands, for what only shows against it. */
export interface Standing {
  /** The last TSN received in order. */
  readonly received: number;
  /** The TSN that is sent next. */
  readonly next: number;
  readonly windowChunks: number;
}

/**
 * Why node-sctp must not see this packet; undefined where it may. The library trusts lengths (B1, B2), never enforces
 * the checksum (B3) and counts in loops what a peer claims (B16).
 */
export function faultOf(packet: Uint8Array, standing?: Standing): string | undefined {
  if (packet.length < headerOctets + chunkHeaderOctets || packet.length % 4 !== 0) return "length";
  const view = new DataView(packet.buffer, packet.byteOffset, packet.length);
  if (view.getUint32(checksumAt, true) !== crc32c(packet, checksumAt)) return "checksum";
  let at = headerOctets;
  for (let chunks = 0; at < packet.length; chunks += 1) {
    if (chunks === chunksPerPacket) return "too many chunks";
    const length = view.getUint16(at + 2);
    const end = at + length;
    if (length < chunkHeaderOctets || end > packet.length) return "chunk length";
    const fault = chunkFault(view, at, end) ?? (standing && standingFault(view, at, end, standing));
    if (fault !== undefined) return fault;
    at = end + (-length & 3);
  }
  return undefined;
}

function chunkFault(view: DataView, at: number, end: number): string | undefined {
  const type = view.getUint8(at);
  const layout = layouts[type];
  if (neverAgreed.has(type)) return "chunk of an extension";
  // A type that nobody knows is handled by its two highest bits, unread.
  if (layout === undefined) return undefined;
  if (end - at < layout.fixed) return "short chunk";
  if (layout.rest === "nothing" && end - at > layout.fixed) return "long chunk";
  if (type === chunkTypes.sack) return sackFault(view, at, end);
  return layout.rest !== "parameters" ? undefined : parametersFault(view, at + layout.fixed, end, type);
}

function parametersFault(view: DataView, start: number, end: number, chunk: number): string | undefined {
  let at = start;
  if (chunk === chunkTypes.heartbeat || chunk === chunkTypes.heartbeatAck) {
    // The information of our own has 12 octets; the library reads the first four and an address behind eight.
    if (end - at < parameterHeaderOctets + 12 && chunk === chunkTypes.heartbeatAck) return "heartbeat";
    if (end - at < parameterHeaderOctets) return "heartbeat";
  }
  while (at < end) {
    if (at + parameterHeaderOctets > end) return "parameter length";
    const [type, length] = [view.getUint16(at), view.getUint16(at + 2)];
    if (length < parameterHeaderOctets || at + length > end) return "parameter length";
    const isInit = chunk === chunkTypes.init || chunk === chunkTypes.initAck;
    const due = isInit ? parameterOctets[type] : undefined;
    // Supported address types (12) may be several.
    if (due !== undefined && (type === 12 ? length < due || length % 2 !== 0 : length !== due)) return "parameter size";
    at += length + (-length & 3);
  }
  return undefined;
}

/** Counts of gap blocks and duplicates are what the length says (RFC 9260 3.3.4). */
function sackFault(view: DataView, at: number, end: number): string | undefined {
  const gaps = view.getUint16(at + 12);
  const duplicates = view.getUint16(at + 14);
  return end - at === 16 + 4 * gaps + 4 * duplicates ? undefined : "SACK counts";
}

/** TSNs count modulo 2^32 (RFC 9260 1.6). */
const ahead = (tsn: number, of: number): number => (tsn - of) | 0;

function standingFault(view: DataView, at: number, end: number, standing: Standing): string | undefined {
  const type = view.getUint8(at);
  if (type === chunkTypes.data) {
    // One far behind is no repetition either: the library makes a place for it billions of entries away.
    return Math.abs(ahead(view.getUint32(at + 4), standing.received)) > standing.windowChunks
      ? "TSN outside the window"
      : undefined;
  }
  if (type !== chunkTypes.sack) return undefined;
  const acknowledged = view.getUint32(at + 4);
  const outstanding = ahead(standing.next, acknowledged) - 1;
  if (outstanding < 0) return "SACK of what was never sent";
  if (outstanding > standing.windowChunks) return "SACK of long ago";
  const gaps = view.getUint16(at + 12);
  let before = 0;
  for (let gap = at + 16; gap < at + 16 + 4 * gaps && gap < end; gap += 4) {
    const [first, last] = [view.getUint16(gap), view.getUint16(gap + 2)];
    // In order and apart (RFC 9260 3.3.4): the library walks through every TSN of each.
    if (first <= before || first > last || last > outstanding) return "SACK gap";
    before = last;
  }
  return undefined;
}
