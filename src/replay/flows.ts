import type { TraceRow } from "../../codecs/trace/decoder.ts";
import { otherSide, type Placed, place, type Side, type TraceMessage } from "./trace.ts";

/** One line of a trace, or one flow of a list: its messages have nothing to do with those of another. */
export interface Flow {
  /** As the trace calls it; empty where it has one only. */
  readonly name: string;
  readonly messages: readonly Placed[];
}

/** Why a trace cannot be replayed; `row` is the index of the row at fault. */
export interface Unplayable {
  readonly unplayable: "unreadable" | "nobody";
  readonly row: number;
}

/** Between messages of a trace without times. */
const stepMs = 100;
/** When a trace without times began: 1 January 2000, any time would do. */
const startMs = 946_684_800_000;

/** The messages of a trace, line by line; in each "a" is who sent its first SETUP. */
export function flowsOf(rows: readonly TraceRow[]): readonly Flow[] | Unplayable {
  const lines = new Map<string, TraceMessage[]>();
  for (const [step, { item, content, from, index }] of rows.entries()) {
    if (content.holds !== "message") return { unplayable: "unreadable", row: index };
    if (from === undefined) return { unplayable: "nobody", row: index };
    const line = lines.get(item.line ?? "") ?? [];
    lines.set(item.line ?? "", line);
    const atMs = item.time ?? startMs + step * stepMs;
    line.push({ number: line.length + 1, atMs, from, message: content.message });
  }
  return [...lines].map(([name, messages]) => ({
    name: lines.size === 1 ? "" : name,
    messages: place(named(messages)),
  }));
}

/** The sides by who called first on this line: the decoder tells them by the whole trace. */
function named(messages: readonly TraceMessage[]): readonly TraceMessage[] {
  const caller: Side = messages.find(({ message }) => message.message === "SETUP")?.from ?? "a";
  return caller === "a" ? messages : messages.map((each) => ({ ...each, from: otherSide(each.from) }));
}
