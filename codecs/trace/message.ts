import type { Mutable } from "../ber/codec.ts";
import type { DecodeError } from "../error.ts";
import type { CallReference } from "../q931/message.ts";
import type { Protocol } from "../rose/operations.ts";
import type { Carrier, TraceFrame } from "./frame.ts";

/**
 * What a trace item holds: a whole layer 3 message, a part of one (hex input), or "none", a frame without a message.
 */
export type Holds = "message" | "facilityElement" | "facility" | "component" | "none";

/** Who sent a message, by a name that means the same through the whole trace, and who stands at the other end. */
export interface Sender {
  readonly self: string;
  readonly peer: string;
}

/** One item of a trace after its link was followed: each message once, whatever was repeated. */
export interface TraceItem {
  readonly carrier: Carrier;
  readonly holds: Holds;
  /** The message or its part; of a frame without a message the whole frame. */
  readonly octets: Uint8Array;
  /** The segments that the message came in, where it did. */
  readonly segments?: number;
  /** The H.225 message that carried this one. */
  readonly outer?: { readonly message: string; readonly callReference: CallReference };
  /** Where the carrier says it. */
  readonly protocol?: Protocol;
  /** What the link calls the frame: "I", "UI", "SABME". */
  readonly frame?: string;
  readonly sender?: Sender;
  /** Interface, span, port or flow within the trace: the messages of two lines have nothing to do with each other. */
  readonly line?: string;
  readonly time?: number;
  readonly clock?: string;
  /** Faults of the trace or the link; offsets count from the first of `octets`. */
  readonly problems: readonly DecodeError[];
}

/** The machine that wrote the trace, as sender and as receiver. */
const sentByWriter: Sender = { self: "writer", peer: "peer" };
const sentByPeer: Sender = { self: "peer", peer: "writer" };

const none: readonly DecodeError[] = [];

/** An item that came in this frame, with what the frame knows of it. */
export function itemOf(frame: TraceFrame, carrier: Carrier, holds: Holds, octets: Uint8Array): Mutable<TraceItem> {
  const item: Mutable<TraceItem> = { carrier, holds, octets, problems: frame.problems ?? none };
  if (frame.time !== undefined) item.time = frame.time;
  if (frame.clock !== undefined) item.clock = frame.clock;
  if (frame.line !== undefined) item.line = frame.line;
  if (frame.direction !== undefined) item.sender = frame.direction === "sent" ? sentByWriter : sentByPeer;
  return item;
}
