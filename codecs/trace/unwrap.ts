import { DecodeError } from "../error.ts";
import { isH225 } from "../h225/index.ts";
import type { Layer, TraceFrame } from "./frame.ts";
import { LapdLinks } from "./lapd-links.ts";
import { itemsOf, tpktItems } from "./net/messages.ts";
import { Network } from "./net/network.ts";
import { type Holds, itemOf, type TraceItem } from "./message.ts";

/** Follows the links of one trace: frames in, messages out. */
export class Unwrapper {
  readonly links = new LapdLinks();
  readonly network = new Network();

  read(frame: TraceFrame): TraceItem[] {
    return layers[frame.layer](frame, this);
  }

  /** What was incomplete when the trace ended. */
  end(): TraceItem[] {
    return this.network.end();
  }
}

/** ONE table: how a frame of each layer is read. */
const layers: Readonly<Record<Layer, (frame: TraceFrame, trace: Unwrapper) => TraceItem[]>> = {
  message: (frame) => (isH225(frame.octets) ? itemsOf("h225", frame.octets, frame) : [bare(frame, "message")]),
  facilityElement: (frame) => [bare(frame, "facilityElement")],
  facility: (frame) => [bare(frame, "facility")],
  component: (frame) => [bare(frame, "component")],
  lapd: (frame, trace) => [trace.links.follow(frame)],
  ip: (frame, trace) => trace.network.follow(frame),
  tpkt: tpktItems,
  iua: (frame) => itemsOf("iua", frame.octets, frame),
  other: (frame) => [{ ...itemOf(frame, "none", "none", frame.octets), problems: [] }],
  unknown: (frame) => [refused(frame)],
};

/** Octets that came without a link of theirs. */
function bare(frame: TraceFrame, holds: Holds): TraceItem {
  return itemOf(frame, frame.carrier ?? "none", holds, frame.octets);
}

function refused(frame: TraceFrame): TraceItem {
  const item = itemOf(frame, "none", "none", frame.octets);
  if (item.problems.length === 0) item.problems = [new DecodeError("unknownFrame", 0)];
  return item;
}
