import { contentLengthOf, headOf, isSipStart, maySipStart } from "./sip.ts";

/** What the octets of a stream or a datagram are read as. */
export type Carried = "h225" | "iua" | "sip";

/** What stands at the beginning of a stream: the carrier as soon as it shows, the length as soon as it is known. */
export interface Measured {
  /** Absent: octets without a message, or too few to tell. */
  readonly carrier?: Carried;
  /** Octets before the message. */
  readonly start?: number;
  /** Octets to the end of the message. */
  readonly length?: number;
}

/** A head and a body of SIP may have this many octets; a longer message is passed over. */
export const sipLimits = { head: 16_384, body: 65_536 } as const;

const tpktHeaderOctets = 4;
/** Q.931: discriminator and length of the call reference, which H.225.0 7.2 fixes to 2. */
const h225First = [0x08, 0x02] as const;

/** Where the message ends that these octets begin with; "foreign" where they are none that we know. */
export function measure(octets: Uint8Array): Measured | "foreign" {
  if (octets.length === 0) return {};
  if (octets[0] === 3) return measureTpkt(octets);
  // A line of its own between SIP messages keeps the connection alive (RFC 5626 3.5.1).
  if (octets[0] === 0x0d) return octets.length === 1 ? {} : octets[1] === 0x0a ? { length: 2 } : "foreign";
  return measureSip(octets);
}

/** RFC 1006 6: version 3, a reserved octet, the length with these four octets. */
function measureTpkt(octets: Uint8Array): Measured | "foreign" {
  const [, reserved = 0, high, low, first = h225First[0], second = h225First[1]] = octets;
  if (reserved !== 0) return "foreign";
  if (high === undefined || low === undefined) return {};
  const length = high * 256 + low;
  // Empty: it keeps the connection alive [MEM].
  if (length === tpktHeaderOctets) return { length };
  if (length < tpktHeaderOctets || first !== h225First[0] || second !== h225First[1]) return "foreign";
  return octets.length < tpktHeaderOctets + 2 ? {} : { carrier: "h225", start: tpktHeaderOctets, length };
}

/** RFC 3261 7 and 18.3. */
function measureSip(octets: Uint8Array): Measured | "foreign" {
  if (!isSipStart(octets)) return maySipStart(octets) ? {} : "foreign";
  const head = headOf(octets, sipLimits.head);
  if (head === undefined) return octets.length > sipLimits.head ? "foreign" : { carrier: "sip" };
  const body = contentLengthOf(head) ?? 0;
  if (body > sipLimits.body) return "foreign";
  return { carrier: "sip", length: head.length + body };
}
