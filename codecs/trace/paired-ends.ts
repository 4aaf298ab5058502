import { DecodeError } from "../error.ts";
import type { TraceFrame, TraceReader } from "./frame.ts";
import { sameOctets } from "../same-octets.ts";

/** Frames that may wait for their copy from the other end, and that are held back until it is known who writes. */
export const pairedFramesLimit = 64;

const setup = 0x05;

type Found = TraceFrame | DecodeError;

/**
 * A text written by both ends of a line shows each message twice, as sent by one end and as received by the other. Here
 * it comes out once and without a direction, which would say nothing. Both ends write where a SETUP comes back octet
 * for octet: no two calls share reference, flag, channel and numbers. Nothing else proves it: both ends may send one
 * RESTART.
 */
export class PairedEnds implements TraceReader {
  readonly #reader: TraceReader;
  /** Who writes; undefined until a received frame tells. */
  #writers: "one" | "both" | undefined;
  /** Sent frames whose copy may still come. */
  readonly #sent: TraceFrame[] = [];
  #held: { readonly frame: Found; readonly copy: boolean }[] = [];

  constructor(reader: TraceReader) {
    this.#reader = reader;
  }

  push(chunk: Uint8Array): Found[] {
    return this.#reader.push(chunk).flatMap((frame) => this.#read(frame));
  }

  end(): Found[] {
    const last = this.#reader.end().flatMap((frame) => this.#read(frame));
    this.#writers ??= "one";
    return [...last, ...this.#release()];
  }

  #read(frame: Found): Found[] {
    this.#held.push({ frame, copy: this.#isCopy(frame) });
    if (this.#held.length > pairedFramesLimit) this.#writers ??= "one";
    return this.#writers ? this.#release() : [];
  }

  #release(): Found[] {
    const held = this.#held;
    this.#held = [];
    if (this.#writers !== "both") return held.map(({ frame }) => frame);
    return held.filter(({ copy }) => !copy).map(({ frame }) => withoutDirection(frame));
  }

  /** Whether the other end's copy of this frame came before; decides who writes on the way. */
  #isCopy(frame: Found): boolean {
    if (frame instanceof DecodeError) return false;
    if (frame.direction === "sent") {
      this.#sent.push(frame);
      if (this.#sent.length > pairedFramesLimit) this.#sent.shift();
      return false;
    }
    const at = this.#sent.findIndex((sent) => sameOctets(sent.octets, frame.octets));
    if (at === -1) {
      this.#writers ??= "one";
      return false;
    }
    this.#sent.splice(at, 1);
    if (messageType(frame) === setup) this.#writers = "both";
    return true;
  }
}

function withoutDirection(frame: Found): Found {
  if (frame instanceof DecodeError) return frame;
  const { direction: _, ...rest } = frame;
  return rest;
}

function messageType(frame: TraceFrame): number | undefined {
  // An I frame has four octets before its message.
  const octets = frame.layer === "lapd" ? frame.octets.subarray(4) : frame.octets;
  return octets[2 + (octets[1] ?? 0)];
}
