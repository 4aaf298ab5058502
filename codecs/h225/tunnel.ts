import { H323MessageBody, type H323UserInformation, NonStandardParameter } from "../generated/h323-messages.ts";
import { PerReader, readPer } from "../per/index.ts";
import { slabFor } from "../slab.ts";
import { h225OctetsLimit, userUserAt } from "./user-user.ts";

/** Where tunnelledSignallingMessage stands among the additions of H323-UU-PDU, counted from 0 (H.225.0 7.6). */
export const tunnelAddition = 5;

/** Where the parts of a tunnel begin in the octets that hold it. */
export interface TunnelPlace {
  /** The length of its open type, in one octet or two. */
  readonly length: number;
  /** What the open type holds. */
  readonly open: number;
  /** The number of its messages, one octet. */
  readonly count: number;
  /** What stands behind its messages. */
  readonly rest: number;
  /** What stands behind its open type. */
  readonly end: number;
}

/** What one octet, and two, say as a length (X.691 10.9.3.6, 10.9.3.7). */
const longestLength = [0, 0x7f, 0x3fff] as const;

/** Of user information in which lengths have no octet too many; undefined: it has no message in a tunnel. */
export function tunnelPlaceOf(information: Uint8Array, value: H323UserInformation): TunnelPlace | undefined {
  const messages = value.h323UuPdu.tunnelledSignallingMessage?.messageContent ?? [];
  const [first, last] = [messages[0], messages.at(-1)];
  if (first === undefined || last === undefined || messages.length > longestLength[1]) return undefined;
  const reader = new PerReader(information);
  // Is extended, has user data, is extended inside, has nonStandardData.
  const [, , , hasNonStandardData] = [reader.bit(), reader.bit(), reader.bit(), reader.bit()];
  readPer(H323MessageBody, reader);
  if (hasNonStandardData) readPer(NonStandardParameter, reader);
  const held = reader.additions()[tunnelAddition];
  if (held === undefined || reader.error !== undefined) return undefined;
  const placeOf = (part: Uint8Array): number => part.byteOffset - information.byteOffset;
  const open = placeOf(held);
  return {
    length: open - octetsOfLength(held.length),
    open,
    count: placeOf(first) - octetsOfLength(first.length) - 1,
    rest: placeOf(last) + last.length,
    end: open + held.length,
  };
}

/** A length, and where what it is of begins; undefined: there is none, or it is in fragments. */
export function lengthAt(
  octets: Uint8Array,
  at: number,
): { readonly value: number; readonly behind: number } | undefined {
  const first = octets[at] ?? 0xff;
  if (first < 0x80) return { value: first, behind: at + 1 };
  return first < 0xc0 ? { value: ((first & 0x3f) << 8) | (octets[at + 1] ?? 0), behind: at + 2 } : undefined;
}

/**
 * A message with others in its tunnel, which is known to stand there; all else stays. Undefined where they are too long
 * for that.
 */
export function tunnelReplacedAt(
  octets: Uint8Array,
  place: TunnelPlace,
  messages: readonly Uint8Array[],
): Uint8Array | undefined {
  let held = place.count - place.open + 1 + place.end - place.rest;
  for (const { length } of messages) held += octetsOfLength(length) + length;
  const length = place.length + octetsOfLength(held) + held + octets.length - place.end;
  if (messages.length > longestLength[1] || held > longestLength[2] || length > h225OctetsLimit) return undefined;
  const slab = slabFor(length);
  const whole = slab.take(slab.free - length);
  whole.set(octets.subarray(0, place.length));
  let at = writeLength(whole, place.length, held);
  whole.set(octets.subarray(place.open, place.count), at);
  at += place.count - place.open;
  whole[at++] = messages.length;
  for (const message of messages) {
    at = writeLength(whole, at, message.length);
    whole.set(message, at);
    at += message.length;
  }
  whole.set(octets.subarray(place.rest), at);
  // The User-user element is longer or shorter by as much.
  const userUser = userUserAt(octets);
  const information = (octets[userUser + 1] ?? 0) * 256 + (octets[userUser + 2] ?? 0) + length - octets.length;
  whole[userUser + 1] = information >> 8;
  whole[userUser + 2] = information & 0xff;
  return whole;
}

function octetsOfLength(length: number): number {
  return length <= longestLength[1] ? 1 : 2;
}

/** Gives the place behind it. */
function writeLength(into: Uint8Array, at: number, length: number): number {
  if (length <= longestLength[1]) {
    into[at] = length;
    return at + 1;
  }
  into[at] = 0x80 | (length >> 8);
  into[at + 1] = length & 0xff;
  return at + 2;
}
