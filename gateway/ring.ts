import type { TraceEntry } from "../src/trace.ts";

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

export function traceRing(capacity: number, onFault: (error: unknown) => void): TraceRing {
  const slots: TraceEntry[] = [];
  const subscribers = new Set<TraceSubscriber>();
  let next = 0; // the slot that the next entry takes: the oldest one where the ring is full
  return {
    push(entry) {
      slots[next] = entry;
      next = (next + 1) % capacity;
      for (const subscriber of subscribers) {
        try {
          subscriber(entry);
        } catch (error) {
          subscribers.delete(subscriber);
          onFault(error);
        }
      }
    },
    entries: () => [...slots.slice(next), ...slots.slice(0, next)],
    subscribe(subscriber) {
      subscribers.add(subscriber);
      return () => void subscribers.delete(subscriber);
    },
  };
}
