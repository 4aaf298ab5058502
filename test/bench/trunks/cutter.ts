/** How messages of a TCP stream are cut. */
export interface Head {
  /** The whole length of the message that begins at `at`, its head included; undefined where that is not there yet. */
  length(octets: Buffer, at: number): number | undefined;
}

const headEnd = Buffer.from("\r\n\r\n");
const contentLength = Buffer.from("\r\nContent-Length: ");

export const heads = {
  lapd: { length: (octets, at) => (octets.length - at < 2 ? undefined : 2 + wordAt(octets, at)) },
  h323: { length: (octets, at) => (octets.length - at < 4 ? undefined : wordAt(octets, at + 2)) },
  sip: {
    length(octets, at) {
      const end = octets.indexOf(headEnd, at);
      if (end === -1) return undefined;
      const field = octets.indexOf(contentLength, at);
      let length = 0;
      // The field as every party of this bench writes it: digits, and the end of the line.
      for (let i = field + contentLength.length; octets[i] !== 0x0d; i += 1) length = length * 10 + digitAt(octets, i);
      return end + headEnd.length - at + length;
    },
  },
} as const satisfies { readonly [type: string]: Head };

/** Whole messages, heads included, as views of what came. It trusts its peer: this is a bench. */
export class Cutter {
  readonly #head: Head;
  #rest: Buffer = Buffer.alloc(0);

  constructor(head: Head) {
    this.#head = head;
  }

  push(chunk: Buffer, take: (frame: Buffer) => void): void {
    const octets = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    for (;;) {
      const length = this.#head.length(octets, at);
      if (length === undefined || octets.length - at < length) break;
      take(octets.subarray(at, at + length));
      at += length;
    }
    this.#rest = octets.subarray(at);
  }
}

function wordAt(octets: Uint8Array, at: number): number {
  return ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
}

function digitAt(octets: Uint8Array, at: number): number {
  return (octets[at] ?? 0x30) - 0x30;
}
