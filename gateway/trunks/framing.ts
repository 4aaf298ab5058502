/** Longest frame between two length fields: Q.921 N201 is 260 octets; peers on TCP send whole messages beyond it. */
export const longestFrameOctets = 4096;

/** Why the octets of a peer cannot be frames any more. */
export type FramingFault = "emptyFrame" | "frameTooLong";

/** Cuts a TCP stream into frames: 2-octet length, high octet first, then that many octets. */
export class Framer {
  #rest: Uint8Array = new Uint8Array(0);
  #fault: FramingFault | undefined;

  /** The frames that are whole now, in order. After a fault there are none: where the next frame begins is lost. */
  push(chunk: Uint8Array): Uint8Array[] {
    const octets = this.#rest.length === 0 ? chunk : concatenate(this.#rest, chunk);
    const frames: Uint8Array[] = [];
    let at = 0;
    while (this.#fault === undefined && octets.length - at >= 2) {
      const length = ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
      if (length === 0) this.#fault = "emptyFrame";
      else if (length > longestFrameOctets) this.#fault = "frameTooLong";
      else if (octets.length - at - 2 < length) break;
      else {
        frames.push(new Uint8Array(octets.subarray(at + 2, at + 2 + length)));
        at += 2 + length;
      }
    }
    // At most one frame less one octet stays, so the next concatenation is cheap however slowly a peer sends.
    this.#rest = this.#fault === undefined ? new Uint8Array(octets.subarray(at)) : new Uint8Array(0);
    return frames;
  }

  get fault(): FramingFault | undefined {
    return this.#fault;
  }

  /** A frame has begun and is not whole yet. */
  get partial(): boolean {
    return this.#rest.length > 0;
  }
}

/** The frame behind its length; undefined where it is empty or too long to be one. */
export function frame(octets: Uint8Array): Uint8Array | undefined {
  if (octets.length === 0 || octets.length > longestFrameOctets) return undefined;
  return concatenate(Uint8Array.of(octets.length >> 8, octets.length & 0xff), octets);
}

function concatenate(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
