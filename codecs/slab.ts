/**
 * A larger array of octets that many small values share, handed out from its end downwards. V8 allocates an array of
 * more than 64 octets outside its heap, which takes longer than filling it; a view takes a tenth of that. A value that
 * is kept keeps its whole slab, as those of Node's Buffer do.
 */
export class Slab {
  readonly octets: Uint8Array<ArrayBuffer>;
  /** The octets from here on are handed out; nobody writes them again. */
  free: number;

  constructor(size: number) {
    this.octets = new Uint8Array(size);
    this.free = size;
  }

  /** Hands out the octets from `start` up to those handed out before. */
  take(start: number): Uint8Array {
    const taken = new Uint8Array(this.octets.buffer, start, this.free - start);
    this.free = start;
    return taken;
  }
}

const slabOctets = 8192;

/** One borrower has it at a time. */
let spare: Slab | undefined;

/** A slab with room for so many octets, nobody else's until it is given back. */
export function borrowSlab(octets: number): Slab {
  const slab = spare;
  if (slab === undefined || slab.free < octets) return new Slab(Math.max(octets, slabOctets));
  spare = undefined;
  return slab;
}

export function returnSlab(slab: Slab): void {
  if (slab.octets.length === slabOctets) spare = slab;
}

/** A copy that shares nothing with the buffer its octets were in. */
export function copyOf(octets: Uint8Array): Uint8Array {
  const slab = borrowSlab(octets.length);
  const start = slab.free - octets.length;
  slab.octets.set(octets, start);
  returnSlab(slab);
  return slab.take(start);
}

/** The view that `subarray` gives, in less time. */
export function viewOf(octets: Uint8Array, start: number, end: number): Uint8Array {
  return new Uint8Array(octets.buffer, octets.byteOffset + start, end - start);
}
