import type { TraceEntry } from "../src/trace.ts";
import { PackedEntries } from "./packed-entries.ts";

/** Called with each entry once, in order. Where it throws, it is taken off and the pump goes on. */
export type TraceSubscriber = (entry: TraceEntry) => void;

/** The last entries of the trace, and whoever follows it live. */
export interface TraceRing {
  push(entry: TraceEntry): void;
  /** Oldest first. */
  entries(): TraceEntry[];
  /** Returns what ends the subscription. */
  subscribe(subscriber: TraceSubscriber): () => void;
}

/** What PDUs and messages of the last entries may have together: some 400 octets each. */
export const traceOctetsKept = 4 * 1024 * 1024;

export function traceRing(capacity: number, onFault: (error: unknown) => void): TraceRing {
  const kept = new PackedEntries(capacity, traceOctetsKept);
  const subscribers = new Set<TraceSubscriber>();
  return {
    push(entry) {
      kept.push(entry);
      for (const subscriber of subscribers) {
        try {
          subscriber(entry);
        } catch (error) {
          subscribers.delete(subscriber);
          onFault(error);
        }
      }
    },
    entries: () => kept.all(),
    subscribe(subscriber) {
      subscribers.add(subscriber);
      return () => void subscribers.delete(subscriber);
    },
  };
}
