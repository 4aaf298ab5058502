import { DecodeError } from "../error.ts";
import type { Layer, TraceFrame } from "./frame.ts";
import { LapdLinks } from "./lapd-links.ts";
import { type Holds, seen, type TraceItem } from "./message.ts";

/** Follows the links of one trace: frames in, messages out. */
export class Unwrapper {
  readonly links = new LapdLinks();

  read(frame: TraceFrame): TraceItem[] {
    return layers[frame.layer](frame, this);
  }
}

/** ONE table: how a frame of each layer is read. */
const layers: Readonly<Record<Layer, (frame: TraceFrame, trace: Unwrapper) => TraceItem[]>> = {
  message: (frame) => [bare(frame, "message")],
  facilityElement: (frame) => [bare(frame, "facilityElement")],
  facility: (frame) => [bare(frame, "facility")],
  component: (frame) => [bare(frame, "component")],
  lapd: (frame, trace) => [trace.links.follow(frame)],
  unknown: (frame) => [refused(frame)],
};

/** Octets that came without a link of theirs. */
function bare(frame: TraceFrame, holds: Holds): TraceItem {
  return {
    carrier: frame.carrier ?? "none",
    holds,
    octets: frame.octets,
    ...seen(frame),
    problems: frame.problems ?? [],
  };
}

function refused(frame: TraceFrame): TraceItem {
  const { octets, problems = [new DecodeError("unknownFrame", 0)] } = frame;
  return { carrier: "none", holds: "none", octets, ...seen(frame), problems };
}
