import type { DecodeError } from "../error.ts";

/** Seen from the machine that wrote the trace. */
export type Direction = "sent" | "received";

/** What brought a message, as `qsig decode --json` names it. */
export type Carrier = "lapd" | "h225" | "iua" | "sip" | "none";

/** What the octets of a frame are; how each is read stands in `unwrap.ts`. */
export type Layer =
  | "message"
  | "lapd"
  | "ip"
  | "tpkt"
  | "iua"
  | "facilityElement"
  | "facility"
  | "component"
  /** A packet of a protocol that carries nothing for us. */
  | "other"
  | "unknown";

/** One packet as a capture file holds it, whatever its link type carries. */
export interface CapturedPacket {
  /** Milliseconds since 1970; the fraction keeps the microseconds. Absent where the file keeps no time for it. */
  readonly time?: number;
  readonly direction?: Direction;
  /** The number of www.tcpdump.org/linktypes.html. */
  readonly linkType: number;
  /** Which interface of the file, from 0: two interfaces are two lines. */
  readonly line: number;
  readonly octets: Uint8Array;
  /** Octets the packet had on the wire; more than `octets` holds where the capture cut it. */
  readonly originalLength: number;
}

/** One frame out of a trace of any format, before the link is followed. */
export interface TraceFrame {
  readonly layer: Layer;
  readonly octets: Uint8Array;
  /** Where the format says it although it shows the message alone; "none" where absent. */
  readonly carrier?: Carrier;
  readonly time?: number;
  /** The clock as the text writes it, where that is no absolute time. */
  readonly clock?: string;
  readonly direction?: Direction;
  /** Interface, span or port within the trace: two lines are two links. */
  readonly line?: string;
  /** Faults of the trace itself: the capture cut the frame, the text lost octets. */
  readonly problems?: readonly DecodeError[];
}

/**
 * What every trace importer is: chunks of the file in, frames out, memory bounded by the longest frame. A DecodeError
 * is a fault of the file, not of a frame; its offset counts octets from the start of the file.
 */
export interface TraceReader<Frame = TraceFrame> {
  push(chunk: Uint8Array): (Frame | DecodeError)[];
  /** No more octets come. */
  end(): (Frame | DecodeError)[];
}
