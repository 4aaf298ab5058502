import type { RequestId } from "../src/ids.ts";
import type { TraceEntry } from "../src/trace.ts";

/** One thing that happened to a request, in words. */
export interface TimelineEntry {
  /** Unix time in milliseconds. */
  readonly at: number;
  readonly text: string;
}

/** What the trace still holds of one request: states, timers and reasons, oldest first. Numbers stand as they are. */
export function timeline(entries: readonly TraceEntry[], request: RequestId): TimelineEntry[] {
  return entries.flatMap((entry) => {
    const text = textOf(entry, request);
    return text === undefined ? [] : [{ at: entry.at, text }];
  });
}

function textOf(entry: TraceEntry, request: RequestId): string | undefined {
  if (entry.type === "request") return entry.request === request ? entry.text : undefined;
  if (!("of" in entry) || entry.of !== request) return undefined;
  switch (entry.type) {
    case "transition":
      return transitionText(entry);
    case "ignored":
      return `${entry.event} ignored in ${entry.state}`;
    case "timer":
      return `${entry.timer} ${timerWords[entry.change]}${lasting(entry.afterMs)}`;
    default:
      return entry satisfies never;
  }
}

/** One step of a machine; where the state stays, only what happened in it. */
export function transitionText({ from, to, event, reason }: Extract<TraceEntry, { type: "transition" }>): string {
  const change = from === to ? `${event} in ${from}` : `${from} > ${to} on ${event}`;
  return reason === undefined ? change : `${change}: ${reason}`;
}

function lasting(ms: number | undefined): string {
  return ms === undefined ? "" : ` for ${ms / 1000} s`;
}

const timerWords = { start: "started", stop: "stopped", expired: "expired" } as const;
