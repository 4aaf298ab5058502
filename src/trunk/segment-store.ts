import { DecodeError } from "../../codecs/error.ts";
import type { CallReference, Message } from "../../codecs/q931/message.ts";
import { addSegment, joinSegments, type Segments } from "../../codecs/q931/segments.ts";

/** T314: the next segment has to come within (CC 3.5). */
export const t314Ms = 4000;

/** Messages of one link that are put together at a time; the oldest goes for one more. */
export const segmentedMessagesPerLink = 32;

interface Partial {
  readonly segments: Segments;
  readonly at: number;
}

/** Messages that come in SEGMENTs, by call reference: what is late or out of order goes with all before it (CC 2.4). */
export class SegmentStore {
  readonly #partial = new Map<string, Partial>();

  /** The octets of the message that was cut, undefined until its last segment; an error where it is not due. */
  take(segment: Message, now: number): Uint8Array | DecodeError | undefined {
    const key = keyOf(segment.callReference);
    const partial = this.#partial.get(key);
    this.#partial.delete(key);
    // T314 needs no timer of its own: nobody is told when it runs out.
    const before = partial === undefined || now - partial.at >= t314Ms ? undefined : partial.segments;
    const segments = addSegment(before, segment);
    if (segments instanceof DecodeError) return segments;
    if (segments.remaining === 0) return joinSegments(segment.callReference, segments);
    this.#partial.set(key, { segments, at: now });
    const [oldest] = this.#partial.keys();
    if (this.#partial.size > segmentedMessagesPerLink && oldest !== undefined) this.#partial.delete(oldest);
    return undefined;
  }
}

function keyOf({ value, flag }: CallReference): string {
  return `${flag} ${value}`;
}
