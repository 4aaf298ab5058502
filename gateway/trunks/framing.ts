import { copyOf } from "../../codecs/slab.ts";
import type { Framer, Framing } from "./tcp-channels.ts";

/** Longest frame between two length fields: Q.921 N201 is 260 octets; peers on TCP send whole messages beyond it. */
export const longestFrameOctets = 4096;

/** What the head of a frame says: how long it is with its head, or why nothing behind it can be read. */
type Measure = (octets: Uint8Array, at: number) => { readonly length: number } | { readonly fault: string };

const none = new Uint8Array(0);

/** Cuts a TCP stream into the frames of one carrier. */
class HeadedFramer implements Framer {
  readonly #headOctets: number;
  readonly #measure: Measure;
  #rest: Uint8Array = none;
  #fault: string | undefined;

  constructor(headOctets: number, measure: Measure) {
    this.#headOctets = headOctets;
    this.#measure = measure;
  }

  /** After a fault there are none: where the next frame begins is lost. One that is all head says nothing. */
  push(chunk: Uint8Array): Uint8Array[] {
    const octets = this.#rest.length === 0 ? chunk : concatenate(this.#rest, chunk);
    const frames: Uint8Array[] = [];
    let at = 0;
    while (this.#fault === undefined && octets.length - at >= this.#headOctets) {
      const measured = this.#measure(octets, at);
      if ("fault" in measured) {
        this.#fault = measured.fault;
        break;
      }
      if (octets.length - at < measured.length) break;
      if (measured.length > this.#headOctets) {
        frames.push(copyOf(octets, at + this.#headOctets, at + measured.length));
      }
      at += measured.length;
    }
    // At most one frame less one octet stays, so the next concatenation is cheap however slowly a peer sends.
    this.#rest = this.#fault !== undefined || at === octets.length ? none : new Uint8Array(octets.subarray(at));
    return frames;
  }

  get fault(): string | undefined {
    return this.#fault;
  }

  /** A frame has begun and is not whole yet. */
  get partial(): boolean {
    return this.#rest.length > 0;
  }
}

/** LAPD frames without FCS behind a 2-octet length, high octet first. */
export const lapdFraming: Framing = {
  carrier: "lapd",
  framer: () => new HeadedFramer(2, measureLapd),
  headOctets: 2,
  fits: (length) => length > 0 && length <= longestFrameOctets,
  writeHead(into, at, length) {
    into[at] = length >> 8;
    into[at + 1] = length & 0xff;
  },
};

function measureLapd(octets: Uint8Array, at: number): ReturnType<Measure> {
  const length = ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
  if (length === 0) return { fault: "the peer sent a frame of no octets" };
  if (length > longestFrameOctets) return { fault: "the peer sent a frame longer than the limit" };
  return { length: length + 2 };
}

const tpktOctets = 4;
/** H.225.0 messages with fast start have some thousand octets. */
export const longestTpktOctets = 16_384;

/** TPKT (RFC 1006): version 3, 0, a 2-octet length that counts these four; one of four octets keeps alive. */
export const tpktFraming: Framing = {
  carrier: "h225",
  framer: () => new HeadedFramer(tpktOctets, measureTpkt),
  headOctets: tpktOctets,
  fits: (length) => length > 0 && length + tpktOctets <= longestTpktOctets,
  writeHead(into, at, length) {
    const whole = length + tpktOctets;
    into[at] = 3;
    into[at + 1] = 0;
    into[at + 2] = whole >> 8;
    into[at + 3] = whole & 0xff;
  },
};

/** A record of TLS: handshake, and the major version of all of them (RFC 8446 5.1). */
const tlsHandshake = [22, 3] as const;

function measureTpkt(octets: Uint8Array, at: number): ReturnType<Measure> {
  const length = ((octets[at + 2] ?? 0) << 8) | (octets[at + 3] ?? 0);
  if (octets[at] === tlsHandshake[0] && octets[at + 1] === tlsHandshake[1]) {
    return { fault: "the peer speaks TLS and this trunk has none: give the trunk tls, or switch it off at the peer" };
  }
  if (octets[at] !== 3) return { fault: "the peer does not speak TPKT" };
  if (length < tpktOctets) return { fault: "the peer sent a TPKT shorter than its head" };
  if (length > longestTpktOctets) return { fault: "the peer sent a TPKT longer than the limit" };
  return { length };
}

function concatenate(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
