import { serialText } from "./certificate.ts";
import { readDer, sequence, tags } from "./der.ts";

/** A revocation list in parts. */
export interface CutList {
  /** Serial numbers in hex, as they stand in the list. */
  readonly revoked: ReadonlySet<string>;
  /** The list without its revoked certificates, for pkijs to read; its signature does not fit it. */
  readonly head: Uint8Array;
  /** What is signed. */
  readonly tbs: Uint8Array;
}

/**
 * Takes the revoked certificates out of a list (RFC 5280 5.1). pkijs reads a list of 2,000 in one and a half seconds
 * and refuses one of 2,500; this reads any that the limit lets in. Throws a sentence.
 */
export function cutRevoked(octets: Uint8Array): CutList {
  const whole = readDer(octets, 0, octets.length);
  const tbs = readDer(octets, whole.content, whole.end);
  if (whole.tag !== tags.sequence || tbs.tag !== tags.sequence || whole.end !== octets.length)
    throw new Error("it is no revocation list that can be read");
  let at = tbs.content;
  const skip = (...wanted: readonly number[]) => {
    if (at < tbs.end && wanted.includes(octets[at] ?? -1)) at = readDer(octets, at, tbs.end).end;
  };
  skip(tags.integer); // version
  skip(tags.sequence); // signature
  skip(tags.sequence); // issuer
  skip(tags.utcTime, tags.generalizedTime); // thisUpdate
  skip(tags.utcTime, tags.generalizedTime); // nextUpdate
  const start = at;
  skip(tags.sequence); // revokedCertificates
  const revoked = serials(octets, start, at);
  const inner = sequence(octets.subarray(tbs.content, start), octets.subarray(at, tbs.end));
  return {
    revoked,
    head: sequence(inner, octets.subarray(tbs.end, whole.end)),
    tbs: octets.slice(whole.content, tbs.end),
  };
}

function serials(octets: Uint8Array, start: number, end: number): ReadonlySet<string> {
  const found = new Set<string>();
  if (start === end) return found;
  const list = readDer(octets, start, end);
  for (let at = list.content; at < list.end; ) {
    const entry = readDer(octets, at, list.end);
    const serial = readDer(octets, entry.content, entry.end);
    if (entry.tag !== tags.sequence || serial.tag !== tags.integer)
      throw new Error("it is no revocation list that can be read");
    found.add(serialText(octets.subarray(serial.content, serial.end)));
    at = entry.end;
  }
  return found;
}
