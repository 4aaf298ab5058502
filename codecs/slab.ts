/**
 * A larger array of octets that many small values share, handed out from its end downwards. V8 allocates an array of
 * more than 64 octets outside its heap, which takes longer than filling it; a view takes a tenth of that, and less than
 * an array of its own of any size. A value that is kept keeps its whole slab, as those of Node's Buffer do.
 */
export class Slab {
  readonly octets: Uint8Array<ArrayBuffer>;
  /** The octets from here on are handed out; nobody writes them again. */
  free: number;
  /** Asking the octets for it takes as long as the view. */
  private readonly buffer: ArrayBuffer;

  constructor(size: number) {
    this.octets = new Uint8Array(size);
    this.free = size;
    this.buffer = this.octets.buffer;
  }

  /** Hands out the octets from `start` up to those handed out before. */
  take(start: number): Uint8Array {
    const taken = this.view(start, this.free);
    this.free = start;
    return taken;
  }

  /** Octets handed out, or a part of them: in half the time of `subarray`. */
  view(start: number, end: number): Uint8Array {
    return new Uint8Array(this.buffer, start, end - start);
  }
}

/** Of a slab, unless one value needs more. */
export const slabOctets = 8192;

let shared = new Slab(slabOctets);

/** The slab of all who write what they take at once; it has room for so many octets. */
export function slabFor(octets: number): Slab {
  if (shared.free < octets) shared = new Slab(Math.max(octets, slabOctets));
  return shared;
}

/** Up to so many octets a loop takes less time than `set`. */
const fewOctets = 64;

/** Copies octets into the slab of all: they stand there from its `free` on, handed out. */
export function hold(octets: Uint8Array, start = 0, end = octets.length): Slab {
  const length = end - start;
  const slab = slabFor(length);
  const into = slab.octets;
  const first = slab.free - length;
  if (length > fewOctets) into.set(length === octets.length ? octets : octets.subarray(start, end), first);
  else for (let i = 0; i < length; i += 1) into[first + i] = octets[start + i] as number;
  slab.free = first;
  return slab;
}

/**
 * A copy of the octets from `start` to `end` that shares nothing with the buffer they were in. It takes less time than
 * a view: of octets that V8 holds in its heap a view would first move them out, half a microsecond.
 */
export function copyOf(octets: Uint8Array, start = 0, end = octets.length): Uint8Array {
  const slab = hold(octets, start, end);
  return slab.view(slab.free, slab.free + end - start);
}

/** The same octets as an array of no other class: what is taken of it is neither. */
export function plain(octets: Uint8Array): Uint8Array {
  if (octets.constructor === Uint8Array) return octets;
  return new Uint8Array(octets.buffer, octets.byteOffset, octets.length);
}
