/** How frames of a TCP stream are cut: octets of the head, and the whole length that it says. */
export interface Head {
  readonly octets: number;
  length(octets: Uint8Array, at: number): number;
}

export const heads = {
  lapd: { octets: 2, length: (octets, at) => 2 + wordAt(octets, at) },
  h323: { octets: 4, length: (octets, at) => wordAt(octets, at + 2) },
} as const satisfies { readonly [type: string]: Head };

/** Whole frames, heads included, as views of what came. It trusts its peer: this is a bench. */
export class Cutter {
  readonly #head: Head;
  #rest: Buffer = Buffer.alloc(0);

  constructor(head: Head) {
    this.#head = head;
  }

  push(chunk: Buffer, take: (frame: Buffer) => void): void {
    const octets = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    while (octets.length - at >= this.#head.octets) {
      const length = this.#head.length(octets, at);
      if (octets.length - at < length) break;
      take(octets.subarray(at, at + length));
      at += length;
    }
    this.#rest = octets.subarray(at);
  }
}

function wordAt(octets: Uint8Array, at: number): number {
  return ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
}
