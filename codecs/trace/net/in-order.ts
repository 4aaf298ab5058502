/** What the pieces of all flows that wait for an earlier one may hold together. */
export const waitingOctetsLimit = 8 * 1024 * 1024;

/** What one flow may hold back for a piece that does not come: then the capture has lost it. */
export const gapLimits = { pieces: 64, octets: 256 * 1024 } as const;

/** A number this far from the next one belongs to another connection between the same ports. */
export const windowLimit = 1 << 24;

/** Octets that wait in all flows of one trace. */
export interface WaitingBudget {
  octets: number;
}

/** A piece of a numbered flow: an octet of TCP has a number each, a chunk of SCTP has one as a whole. */
export interface Piece {
  readonly start: number;
  /** Numbers it takes; for TCP possibly more than `octets` has, where the capture cut the packet. */
  readonly length: number;
  readonly octets: Uint8Array;
  /** What the flow knows of the piece beside its octets; passed through. */
  readonly flags: number;
}

/** Numbers that nobody captured. */
export interface Gap {
  readonly lost: number;
}

export function isGap(arrived: Piece | Gap): arrived is Gap {
  return "lost" in arrived;
}

/**
 * Brings the pieces of one direction into order by their 32-bit numbers (RFC 9293 3.4, RFC 9260 6.5): what came before
 * comes no second time, what came early waits, what does not come is given up and leaves a gap.
 */
export class InOrder {
  readonly #budget: WaitingBudget;
  #next: number | undefined;
  /** Where the connection said its numbers begin. */
  #first: number | undefined;
  /** In the order of their numbers. */
  readonly #waiting: Piece[] = [];
  #octets = 0;

  constructor(budget: WaitingBudget) {
    this.#budget = budget;
  }

  /** The connection says where its numbers begin. The same beginning again is a repeated packet: false. */
  begin(first: number): boolean {
    if (this.#next !== undefined && first === this.#first) return false;
    this.drop();
    this.#next = first;
    this.#first = first;
    return true;
  }

  put(piece: Piece): (Piece | Gap)[] {
    this.#next ??= piece.start;
    const ahead = distance(this.#next, piece.start);
    if (Math.abs(ahead) > windowLimit) {
      const left = this.end();
      this.#next = piece.start;
      return [...left, { lost: 1 }, ...this.put(piece)];
    }
    if (ahead + piece.length <= 0) return [];
    // Copied where it waits: it would keep the whole chunk of the file it came in.
    this.#wait(ahead > 0 ? { ...piece, octets: piece.octets.slice() } : piece);
    const arrived = this.#arrived();
    while (this.#isTooMuch()) arrived.push(...this.#giveUp());
    return arrived;
  }

  /** No more pieces come: what waits, with the gaps before it. */
  end(): (Piece | Gap)[] {
    const arrived: (Piece | Gap)[] = [];
    while (this.#waiting.length > 0) arrived.push(...this.#giveUp());
    return arrived;
  }

  /** Forgets what waits. */
  drop(): void {
    this.#budget.octets -= this.#octets;
    this.#octets = 0;
    this.#waiting.length = 0;
  }

  #isTooMuch(): boolean {
    if (this.#waiting.length === 0) return false;
    const { pieces, octets } = gapLimits;
    return this.#waiting.length > pieces || this.#octets > octets || this.#budget.octets > waitingOctetsLimit;
  }

  #wait(piece: Piece): void {
    const at = this.#waiting.findIndex((other) => distance(other.start, piece.start) < 0);
    this.#waiting.splice(at === -1 ? this.#waiting.length : at, 0, piece);
    this.#count(piece.octets.length);
  }

  #arrived(): (Piece | Gap)[] {
    const arrived: (Piece | Gap)[] = [];
    for (let [first] = this.#waiting; first !== undefined; [first] = this.#waiting) {
      const known = -distance(this.#next ?? 0, first.start);
      if (known < 0) break;
      this.#waiting.shift();
      this.#count(-first.octets.length);
      if (known >= first.length) continue;
      this.#next = (first.start + first.length) >>> 0;
      arrived.push(known === 0 ? first : withoutFirst(first, known));
    }
    return arrived;
  }

  #giveUp(): (Piece | Gap)[] {
    const [first] = this.#waiting;
    if (first === undefined) return [];
    const lost = distance(this.#next ?? first.start, first.start);
    this.#next = first.start;
    return [{ lost }, ...this.#arrived()];
  }

  #count(octets: number): void {
    this.#octets += octets;
    this.#budget.octets += octets;
  }
}

/** From one number to the other, where numbers begin anew past 2^32. */
function distance(from: number, to: number): number {
  return (to - from) | 0;
}

function withoutFirst({ start, length, octets, flags }: Piece, count: number): Piece {
  return { start: (start + count) >>> 0, length: length - count, octets: octets.subarray(count), flags };
}
