import { DecodeError } from "../../error.ts";
import { type Datagram, datagramOctetsLimit } from "./ip.ts";
import { sameOctets } from "../../same-octets.ts";

/**
 * What waits for missing fragments: so many datagrams and octets in all, so many fragments of one. What waits longest
 * is given up for one more.
 */
export const fragmentLimits = { datagrams: 64, octets: 1024 * 1024, ofOne: 128 } as const;

/** A datagram that came in fragments, and the time of the frame that ended the waiting. */
export interface Joined {
  readonly datagram: Datagram;
  readonly time: number | undefined;
}

interface Part {
  readonly start: number;
  readonly octets: Uint8Array;
}

interface Waiting {
  readonly first: Datagram;
  /** In the order of their places. */
  readonly parts: Part[];
  /** Octets of the whole, from when its last fragment came. */
  length: number | undefined;
  octets: number;
  time: number | undefined;
}

/**
 * Puts fragmented datagrams together (RFC 791 3.2, RFC 8200 4.5), in whatever order their fragments came and however
 * often. Two fragments that say different things of one octet are an error (RFC 5722 3). A datagram that is given up
 * goes on as far as it came, as one that the capture cut.
 */
export class Fragments {
  /** By addresses, protocol and identification; in the order of their first fragment. */
  readonly #waiting = new Map<string, Waiting>();
  /** The last datagrams that are complete, as many as may wait: a fragment of theirs comes again. */
  readonly #complete = new Set<string>();
  #octets = 0;

  /** What this fragment completes or ends. */
  put(datagram: Datagram, time: number | undefined): (Joined | DecodeError)[] {
    const { fragment, source, destination, protocol } = datagram;
    if (fragment === undefined) return [{ datagram, time }];
    if (fragment.offset + datagram.length > datagramOctetsLimit) return [new DecodeError("tooLong", 0, "IP fragment")];
    const key = `${source}>${destination}/${protocol}/${fragment.id}`;
    if (this.#complete.has(key)) return [];
    const waiting = this.#waitingFor(key, datagram);
    waiting.time = time;
    if (!fragment.more) waiting.length = fragment.offset + datagram.length;
    if (isTold(waiting, fragment.offset, datagram.octets)) return [];
    // Copied: it would keep the whole chunk of the file it came in.
    addPart(waiting.parts, { start: fragment.offset, octets: datagram.octets.slice() });
    this.#count(waiting, datagram.octets.length);
    const whole = joined(waiting);
    const isComplete = whole instanceof DecodeError || whole.octets.length === whole.length;
    if (!isComplete && waiting.parts.length <= fragmentLimits.ofOne) return this.#makeRoom();
    this.#forget(key, waiting);
    if (isComplete) this.#note(key);
    return [whole instanceof DecodeError ? whole : { datagram: whole, time }];
  }

  /** No more fragments come. */
  end(): (Joined | DecodeError)[] {
    const found: (Joined | DecodeError)[] = [];
    for (const [key, waiting] of this.#waiting) found.push(...this.#giveUp(key, waiting));
    return found;
  }

  #waitingFor(key: string, first: Datagram): Waiting {
    const before = this.#waiting.get(key);
    if (before) return before;
    const waiting = { first, parts: [], length: undefined, octets: 0, time: undefined };
    this.#waiting.set(key, waiting);
    return waiting;
  }

  #note(complete: string): void {
    this.#complete.add(complete);
    const [oldest] = this.#complete;
    if (oldest !== undefined && this.#complete.size > fragmentLimits.datagrams) this.#complete.delete(oldest);
  }

  #makeRoom(): (Joined | DecodeError)[] {
    const found: (Joined | DecodeError)[] = [];
    for (const [key, waiting] of this.#waiting) {
      if (this.#waiting.size <= fragmentLimits.datagrams && this.#octets <= fragmentLimits.octets) break;
      found.push(...this.#giveUp(key, waiting));
    }
    return found;
  }

  /** Without its first fragment nobody can tell what it was. */
  #giveUp(key: string, waiting: Waiting): (Joined | DecodeError)[] {
    this.#forget(key, waiting);
    const datagram = joined(waiting);
    if (datagram instanceof DecodeError) return [datagram];
    return datagram.octets.length === 0 ? [] : [{ datagram, time: waiting.time }];
  }

  #forget(key: string, waiting: Waiting): void {
    this.#waiting.delete(key);
    this.#count(waiting, -waiting.octets);
  }

  #count(waiting: Waiting, octets: number): void {
    waiting.octets += octets;
    this.#octets += octets;
  }
}

/** The same fragment again says nothing new. */
function isTold({ parts }: Waiting, start: number, octets: Uint8Array): boolean {
  return parts.some((part) => part.start === start && sameOctets(part.octets, octets));
}

function addPart(parts: Part[], part: Part): void {
  const at = parts.findIndex(({ start }) => start > part.start);
  parts.splice(at === -1 ? parts.length : at, 0, part);
}

/** The datagram up to its first gap. */
function joined({ first, parts, length }: Waiting): Datagram | DecodeError {
  const whole = new Uint8Array(parts.reduce((most, { start, octets }) => Math.max(most, start + octets.length), 0));
  let reached = 0;
  for (const { start, octets } of parts) {
    if (start > reached) break;
    const known = Math.min(reached - start, octets.length);
    if (!sameOctets(octets.subarray(0, known), whole.subarray(start, start + known)))
      return new DecodeError("badValue", start, "IP fragment");
    whole.set(octets.subarray(known), start + known);
    reached = Math.max(reached, start + octets.length);
  }
  const { source, destination, protocol } = first;
  // Until the last fragment comes at least one octet is missing.
  return {
    source,
    destination,
    protocol,
    octets: whole.subarray(0, Math.min(reached, length ?? reached)),
    length: length ?? reached + 1,
  };
}
