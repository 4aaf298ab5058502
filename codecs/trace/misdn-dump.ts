import { DecodeError } from "../error.ts";
import type { TraceFrame, TraceReader } from "./frame.ts";
import { OctetQueue } from "./octet-queue.ts";

// The raw dump of mISDN: each frame behind four 32-bit numbers, little endian: address, primitive, information, length.

const headerOctets = 16;

/** A frame of a D-channel is far shorter; a longer one is a length that lies. */
export const misdnFrameOctetsLimit = 4096;

/** The primitive of a frame that was received; others control the line. */
const received = 0x110282;

/** Whether a file that begins with these octets is a dump: its first primitive says so. */
export function isMisdnDump(octets: Uint8Array): boolean {
  return octets.length >= headerOctets && numbersOf(octets).primitive === received;
}

function numbersOf(octets: Uint8Array): { readonly primitive: number; readonly length: number } {
  const view = new DataView(octets.buffer, octets.byteOffset, headerOctets);
  return { primitive: view.getUint32(4, true), length: view.getUint32(12, true) };
}

export class MisdnDumpReader implements TraceReader {
  readonly #queue = new OctetQueue();
  #ended = false;

  push(chunk: Uint8Array): (TraceFrame | DecodeError)[] {
    if (this.#ended) return [];
    this.#queue.push(chunk);
    const found: (TraceFrame | DecodeError)[] = [];
    for (let header = this.#queue.peek(headerOctets); header && !this.#ended; header = this.#queue.peek(headerOctets)) {
      const { primitive, length } = numbersOf(header);
      if (length > misdnFrameOctetsLimit) {
        found.push(this.#fail("tooLong"));
        break;
      }
      const whole = this.#queue.take(headerOctets + length);
      if (!whole) break;
      const octets = whole.subarray(headerOctets);
      if (primitive === received && length > 0) found.push({ layer: "lapd", octets });
    }
    return found;
  }

  end(): DecodeError[] {
    return this.#ended || this.#queue.length === 0 ? [] : [this.#fail("truncated")];
  }

  #fail(code: "tooLong" | "truncated"): DecodeError {
    this.#ended = true;
    return new DecodeError(code, this.#queue.offset, "frame");
  }
}
