import { DecodeError } from "../error.ts";
import type { CapturedPacket, TraceFrame, TraceReader } from "./frame.ts";
import { unwrapPacket } from "./link-types.ts";
import { pcapMagics, PcapReader } from "./pcap.ts";
import { blockTypes, PcapngReader } from "./pcapng.ts";

/** A capture file of either kind. Packets of a link type that carries nothing for us are refused once for each line. */
export class CaptureReader implements TraceReader {
  #reader: TraceReader<CapturedPacket> | undefined;
  #first: Uint8Array = new Uint8Array(0);
  readonly #refused = new Set<number>();

  push(chunk: Uint8Array): (TraceFrame | DecodeError)[] {
    if (this.#reader) return this.#unwrap(this.#reader.push(chunk));
    const first = new Uint8Array(this.#first.length + chunk.length);
    first.set(this.#first);
    first.set(chunk, this.#first.length);
    this.#first = first;
    if (first.length < magicOctets) return [];
    this.#reader = magicOf(first) === blockTypes.sectionHeader ? new PcapngReader() : new PcapReader();
    this.#first = new Uint8Array(0);
    return this.#unwrap(this.#reader.push(first));
  }

  end(): (TraceFrame | DecodeError)[] {
    if (this.#reader) return this.#unwrap(this.#reader.end());
    return [new DecodeError("truncated", this.#first.length, "capture file")];
  }

  #unwrap(packets: readonly (CapturedPacket | DecodeError)[]): (TraceFrame | DecodeError)[] {
    const frames: (TraceFrame | DecodeError)[] = [];
    for (const packet of packets) {
      const frame = packet instanceof DecodeError ? packet : unwrapPacket(packet);
      if (!(packet instanceof DecodeError) && frame instanceof DecodeError) {
        if (this.#refused.has(packet.line)) continue;
        this.#refused.add(packet.line);
      }
      frames.push(frame);
    }
    return frames;
  }
}

const magicOctets = 4;

/** The first four octets as a number. */
function magicOf(octets: Uint8Array): number {
  return new DataView(octets.buffer, octets.byteOffset, octets.length).getUint32(0);
}

/** Whether a file that begins with these octets is a capture of either kind. */
export function isCapture(octets: Uint8Array): boolean {
  if (octets.length < magicOctets) return false;
  const magic = magicOf(octets);
  return magic === blockTypes.sectionHeader || Object.hasOwn(pcapMagics, magic);
}
