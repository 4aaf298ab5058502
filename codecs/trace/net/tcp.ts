import { DecodeError } from "../../error.ts";
import { InOrder, isGap, type WaitingBudget } from "./in-order.ts";
import { uint32 } from "./ip.ts";

/** A TCP segment (RFC 9293 3.1). `length` counts what was on the wire, `octets` what the capture kept. */
export interface TcpSegment {
  readonly sequence: number;
  readonly isSyn: boolean;
  readonly isReset: boolean;
  readonly octets: Uint8Array;
  readonly length: number;
}

const flags = { syn: 2, rst: 4 } as const;

/** `length` is what the packet had on the wire. */
export function readSegment(packet: Uint8Array, length: number): TcpSegment | DecodeError {
  if (packet.length < 20) return new DecodeError("truncated", packet.length, "TCP");
  const header = ((packet[12] ?? 0) >> 4) * 4;
  if (header < 20 || header > length) return new DecodeError("badHeader", 12, "TCP");
  const bits = packet[13] ?? 0;
  return {
    sequence: uint32(packet, 4),
    isSyn: (bits & flags.syn) !== 0,
    isReset: (bits & flags.rst) !== 0,
    octets: packet.subarray(header),
    length: length - header,
  };
}

/** What a stream is read by: its octets in order, and word of those that are missing. */
export interface StreamReader<Found> {
  push(octets: Uint8Array): Found[];
  /** Octets are missing here. */
  lose(): Found[];
  /** No more octets come. */
  end(): Found[];
}

/** One direction of a connection: segments in, what the reader finds in the stream out. */
export class TcpDirection<Found> {
  readonly #segments: InOrder;
  readonly #reader: StreamReader<Found>;

  constructor(budget: WaitingBudget, reader: StreamReader<Found>) {
    this.#segments = new InOrder(budget);
    this.#reader = reader;
  }

  push({ sequence, isSyn, octets, length }: TcpSegment): Found[] {
    // SYN takes a number of its own.
    const start = isSyn ? (sequence + 1) >>> 0 : sequence;
    const left = isSyn && this.#segments.begin(start) ? this.#reader.end() : [];
    if (length === 0) return left;
    return [...left, ...this.#arrive(this.#segments.put({ start, length, octets, flags: 0 }))];
  }

  /** The connection or the capture is over. */
  end(): Found[] {
    return [...this.#arrive(this.#segments.end()), ...this.#reader.end()];
  }

  drop(): void {
    this.#segments.drop();
  }

  #arrive(arrived: ReturnType<InOrder["put"]>): Found[] {
    const found: Found[] = [];
    for (const piece of arrived) {
      if (isGap(piece)) {
        found.push(...this.#reader.lose());
        continue;
      }
      found.push(...this.#reader.push(piece.octets));
      if (piece.octets.length < piece.length) found.push(...this.#reader.lose());
    }
    return found;
  }
}
