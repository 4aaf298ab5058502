import { DecodeError } from "../../error.ts";
import { InOrder, isGap, type WaitingBudget, waitingOctetsLimit } from "./in-order.ts";
import { uint16, uint32 } from "./ip.ts";

/** One user message of SCTP. */
export interface SctpMessage {
  /** www.iana.org/assignments/sctp-parameters: 1 is IUA. */
  readonly payloadProtocol: number;
  readonly octets: Uint8Array;
  readonly isWhole: boolean;
}

/**
 * A user message may have this many octets and parts, far more than IUA and H.225.0 need; the rest of a longer one is
 * left out and it is not whole.
 */
export const sctpMessageLimits = { octets: 262_144, parts: 1024 } as const;

/** What keeping a part takes beside its octets, roughly: a message in parts of one octet is larger than it looks. */
const partOctets = 128;

/** Chunks that one packet may have; past it the rest stays unread. */
export const chunksLimit = 1024;

const headerOctets = 12;
const chunkTypes = { data: 0, init: 1, initAck: 2 } as const;
/** Flags of a DATA chunk (RFC 9260 3.3.1). */
const flags = { end: 1, beginning: 2 } as const;
const dataHeaderOctets = 16;

/** One direction of an association: packets in, whole user messages out, each once and in order of their TSN. */
export class SctpDirection {
  readonly #budget: WaitingBudget;
  #chunks: InOrder;
  #tag: number | undefined;
  #parts: Uint8Array[] = [];
  #octets = 0;
  #payloadProtocol: number | undefined;

  constructor(budget: WaitingBudget) {
    this.#budget = budget;
    this.#chunks = new InOrder(budget);
  }

  push(packet: Uint8Array): (SctpMessage | DecodeError)[] {
    if (packet.length < headerOctets) return [new DecodeError("truncated", packet.length, "SCTP")];
    const tag = uint32(packet, 4);
    const found: (SctpMessage | DecodeError)[] = [];
    let at = headerOctets;
    for (let chunks = 0; chunks < chunksLimit && at + 4 <= packet.length; chunks += 1) {
      const length = uint16(packet, at + 2);
      if (length < 4) return [...found, new DecodeError("badLength", at + 2, "SCTP")];
      this.#read(packet.subarray(at, at + length), length, tag, found);
      at += length + (-length & 3);
    }
    return found;
  }

  /** What waited for chunks that never came. */
  end(): SctpMessage[] {
    const found: SctpMessage[] = [];
    this.#arrive(this.#chunks.end(), found);
    return found;
  }

  drop(): void {
    this.#chunks.drop();
    this.#forget();
  }

  #read(chunk: Uint8Array, length: number, tag: number, found: (SctpMessage | DecodeError)[]): void {
    const type = chunk[0];
    if ((type === chunkTypes.init || type === chunkTypes.initAck) && chunk.length >= 20) {
      this.#chunks.begin(uint32(chunk, 16));
      return;
    }
    if (type !== chunkTypes.data) return;
    if (chunk.length < dataHeaderOctets) {
      found.push(new DecodeError("truncated", chunk.length, "SCTP DATA"));
      return;
    }
    if (this.#tag !== undefined && this.#tag !== tag) this.#restart();
    this.#tag = tag;
    const start = uint32(chunk, 4);
    const isCut = chunk.length < length;
    this.#arrive(this.#chunks.put({ start, length: 1, octets: chunk, flags: isCut ? 1 : 0 }), found);
  }

  /** Another tag is another association. */
  #restart(): void {
    this.drop();
    this.#chunks = new InOrder(this.#budget);
  }

  #arrive(arrived: ReturnType<InOrder["put"]>, found: (SctpMessage | DecodeError)[]): void {
    for (const piece of arrived) {
      if (isGap(piece)) this.#giveUp(found);
      else this.#take(piece.octets, piece.flags !== 0, found);
    }
  }

  #take(chunk: Uint8Array, isCut: boolean, found: (SctpMessage | DecodeError)[]): void {
    const bits = chunk[1] ?? 0;
    if (bits & flags.beginning) this.#giveUp(found);
    // The first part of this message is not in the capture: what follows of it begins in the middle.
    else if (this.#payloadProtocol === undefined) return;
    this.#payloadProtocol = uint32(chunk, 12);
    const isEnd = (bits & flags.end) !== 0;
    const part = chunk.subarray(dataHeaderOctets);
    // Copied where it waits: it would keep the whole chunk of the file it came in.
    this.#parts.push(isEnd ? part : part.slice());
    this.#octets += part.length;
    this.#budget.octets += part.length + partOctets;
    if (isCut || this.#isTooMuch()) this.#giveUp(found);
    else if (isEnd) this.#give(true, found);
  }

  #giveUp(found: (SctpMessage | DecodeError)[]): void {
    if (this.#payloadProtocol !== undefined) this.#give(false, found);
  }

  #give(isWhole: boolean, found: (SctpMessage | DecodeError)[]): void {
    found.push({ payloadProtocol: this.#payloadProtocol ?? 0, octets: joined(this.#parts), isWhole });
    this.#forget();
  }

  #isTooMuch(): boolean {
    const { octets, parts } = sctpMessageLimits;
    return this.#octets > octets || this.#parts.length > parts || this.#budget.octets > waitingOctetsLimit;
  }

  #forget(): void {
    this.#budget.octets -= this.#octets + this.#parts.length * partOctets;
    this.#parts = [];
    this.#octets = 0;
    this.#payloadProtocol = undefined;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
