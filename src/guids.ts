import { Random } from "./simulation/random.ts";

/** Numbers of 16 octets that no other gateway has, all from one seed of 16 octets (H.225.0 7.6, GloballyUniqueID). */
export class Guids {
  readonly #random: readonly Random[];

  constructor(seed: Uint8Array) {
    const words = [0, 4, 8, 12].map((at) => seed.subarray(at, at + 4).reduce((word, octet) => word * 256 + octet, 0));
    this.#random = words.map((word) => new Random(word));
  }

  next(): Uint8Array {
    const octets = new Uint8Array(16);
    let at = 0;
    for (const random of this.#random) for (const end = at + 4; at < end; at += 1) octets[at] = random.below(256);
    return octets;
  }
}
