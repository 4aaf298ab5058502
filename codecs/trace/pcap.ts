import { DecodeError } from "../error.ts";
import type { CapturedPacket, TraceReader } from "./frame.ts";
import { OctetQueue } from "./octet-queue.ts";

// draft-ietf-opsawg-pcap: a header of 24 octets, then packets, each behind 16 octets of its own.

/** No program writes longer packets (libpcap's MAXIMUM_SNAPLEN); a longer one is a length that lies. */
export const packetOctetsLimit = 262_144;

const headerOctets = 24;
const packetHeaderOctets = 16;

/** ONE table: the first four octets, read as they stand, with what they say of all that follows. */
export const pcapMagics: Readonly<Record<number, { readonly littleEndian: boolean; readonly ticksPerMs: number }>> = {
  0xa1b2c3d4: { littleEndian: false, ticksPerMs: 1e3 },
  0xd4c3b2a1: { littleEndian: true, ticksPerMs: 1e3 },
  0xa1b23c4d: { littleEndian: false, ticksPerMs: 1e6 },
  0x4d3cb2a1: { littleEndian: true, ticksPerMs: 1e6 },
};

interface Header {
  readonly littleEndian: boolean;
  readonly ticksPerMs: number;
  readonly linkType: number;
}

/** A classic capture file: both byte orders, microseconds and nanoseconds. */
export class PcapReader implements TraceReader<CapturedPacket> {
  readonly #queue = new OctetQueue();
  #header: Header | undefined;
  #ended = false;

  push(chunk: Uint8Array): (CapturedPacket | DecodeError)[] {
    if (this.#ended) return [];
    this.#queue.push(chunk);
    const found: (CapturedPacket | DecodeError)[] = [];
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      found.push(next);
      if (next instanceof DecodeError) break;
    }
    return found;
  }

  end(): DecodeError[] {
    if (this.#ended || this.#queue.length === 0) return [];
    return [this.#fail("truncated", "packet")];
  }

  #next(): CapturedPacket | DecodeError | undefined {
    if (!this.#header) {
      const octets = this.#queue.take(headerOctets);
      if (!octets) return undefined;
      const header = readHeader(octets);
      if (!header) return this.#fail("badHeader", "pcap", 0);
      this.#header = header;
    }
    const head = this.#queue.peek(packetHeaderOctets);
    if (!head) return undefined;
    const captured = viewOf(head).getUint32(8, this.#header.littleEndian);
    if (captured > packetOctetsLimit) return this.#fail("tooLong", "packet");
    const octets = this.#queue.take(packetHeaderOctets + captured);
    return octets && readPacket(octets, this.#header);
  }

  #fail(code: DecodeError["code"], path: string, at = this.#queue.offset): DecodeError {
    this.#ended = true;
    return new DecodeError(code, at, path);
  }
}

function viewOf(octets: Uint8Array): DataView {
  return new DataView(octets.buffer, octets.byteOffset, octets.length);
}

function readHeader(octets: Uint8Array): Header | undefined {
  const view = viewOf(octets);
  const magic = pcapMagics[view.getUint32(0)];
  if (!magic) return undefined;
  // The upper half tells of check sequences; none of the link types we read has one.
  return { ...magic, linkType: view.getUint32(20, magic.littleEndian) & 0xffff };
}

function readPacket(octets: Uint8Array, header: Header): CapturedPacket {
  const view = viewOf(octets);
  const seconds = view.getUint32(0, header.littleEndian);
  const ticks = view.getUint32(4, header.littleEndian);
  return {
    time: seconds * 1e3 + ticks / header.ticksPerMs,
    linkType: header.linkType,
    line: 0,
    octets: octets.subarray(packetHeaderOctets),
    originalLength: view.getUint32(12, header.littleEndian),
  };
}
