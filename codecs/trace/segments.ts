import { DecodeError } from "../error.ts";
import { decodeMessage } from "../q931/decode.ts";
import { addSegment, isSegment, joinSegments, type Segments } from "../q931/segments.ts";
import type { TraceItem } from "./message.ts";

/** Messages that may be in pieces at one time; the oldest is given up for one more. */
export const segmentedLimit = 64;

interface Pending {
  readonly segments: Segments;
  readonly items: readonly TraceItem[];
}

/** Puts the segments of each message together. Segments that never become one are shown as they came. */
export class SegmentJoiner {
  readonly #pending = new Map<string, Pending>();

  read(item: TraceItem): TraceItem[] {
    const message = item.holds === "message" && isSegment(item.octets) ? decodeMessage(item.octets) : undefined;
    if (message === undefined || message instanceof DecodeError) return [item];
    const { callReference } = message;
    const key = [item.sender?.self, callReference.value, callReference.flag, callReference.length].join("/");
    const before = this.#pending.get(key);
    this.#pending.delete(key);
    const segments = addSegment(before?.segments, message);
    if (segments instanceof DecodeError) {
      return before === undefined ? [faulty(item, segments)] : [...givenUp(before), ...this.read(item)];
    }
    const items = [...(before?.items ?? []), item];
    if (segments.remaining > 0) return this.#wait(key, { segments, items });
    const octets = joinSegments(callReference, segments);
    return [{ ...item, octets, segments: items.length, problems: items.flatMap(({ problems }) => problems) }];
  }

  /** What is still in pieces when the trace ends. */
  end(): TraceItem[] {
    const left = [...this.#pending.values()].flatMap(givenUp);
    this.#pending.clear();
    return left;
  }

  #wait(key: string, pending: Pending): TraceItem[] {
    this.#pending.set(key, pending);
    const [oldest] = this.#pending;
    if (oldest === undefined || this.#pending.size <= segmentedLimit) return [];
    this.#pending.delete(oldest[0]);
    return givenUp(oldest[1]);
  }
}

function givenUp({ items }: Pending): TraceItem[] {
  const [first, ...rest] = items;
  return first === undefined ? [] : [faulty(first, new DecodeError("segmentOutOfOrder", 0)), ...rest];
}

function faulty(item: TraceItem, problem: DecodeError): TraceItem {
  return { ...item, problems: [...item.problems, problem] };
}
