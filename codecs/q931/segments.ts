import { DecodeError } from "../error.ts";
import { element, isOf } from "./element.ts";
import { encodeOctets } from "./encode.ts";
import { segmentedMessage } from "./ie/segmented-message.ts";
import type { CallReference, InformationElement, Message, MessageDraft } from "./message.ts";
import { messageTypes } from "./messages.ts";

/** Segments of one message (CC 2.4 [MEM]). */
export const maxSegments = 8;

/** The segments of one message so far; it is whole when none remain. */
export interface Segments {
  readonly messageType: number;
  readonly remaining: number;
  readonly count: number;
  /** What stood behind the Segmented message element of each. */
  readonly parts: readonly Uint8Array[];
}

/** Whether octets are a SEGMENT message, without reading them. */
export function isSegment(octets: Uint8Array): boolean {
  return octets[2 + (octets[1] ?? 0)] === messageTypes.SEGMENT;
}

/**
 * The next segment of a message, or its first one when nothing stands before it. An error where it is not the one that
 * is due: then all segments so far are to be dropped (CC 2.4), and a first segment may start anew.
 */
export function addSegment(before: Segments | undefined, segment: Message): Segments | DecodeError {
  const [head, ...rest] = segment.ies;
  const value = head !== undefined && isOf(head, segmentedMessage) ? head.value : undefined;
  if (value === undefined || !isDue(before, value)) {
    return new DecodeError("segmentOutOfOrder", 3 + segment.callReference.length, segmentedMessage.name);
  }
  const { messageType, remaining } = value;
  const parts = [...(before?.parts ?? []), ...rest.map(({ octets }) => octets)];
  return { messageType, remaining, count: (before?.count ?? 0) + 1, parts };
}

function isDue(
  before: Segments | undefined,
  next: { first: boolean; remaining: number; messageType: number },
): boolean {
  if (before === undefined) return next.first && next.remaining < maxSegments;
  return !next.first && next.remaining === before.remaining - 1 && next.messageType === before.messageType;
}

/** The octets of the message that was cut, once no segment remains. */
export function joinSegments(callReference: CallReference, { messageType, parts }: Segments): Uint8Array {
  return encodeOctets(
    callReference,
    messageType,
    parts.map((octets) => ({ octets })),
  );
}

/** Call reference and type in front of every message, and the Segmented message element of a segment. */
const overheadOctets = (callReference: CallReference) => 3 + callReference.length + 4;

/**
 * A message cut between its elements into segments of at most `longest` octets each. Undefined where an element is
 * longer than a segment, or there are more than maxSegments.
 */
export function cutIntoSegments(
  callReference: CallReference,
  { message, ies }: MessageDraft,
  longest: number,
): Uint8Array[] | undefined {
  const room = longest - overheadOctets(callReference);
  const parts: Pick<InformationElement, "octets">[][] = [[]];
  let used = 0;
  for (const ie of ies) {
    if (ie.octets.length > room) return undefined;
    if (used + ie.octets.length > room) {
      parts.push([]);
      used = 0;
    }
    parts.at(-1)?.push(ie);
    used += ie.octets.length;
  }
  if (parts.length > maxSegments) return undefined;
  return parts.map((part, index) => {
    const remaining = parts.length - 1 - index;
    const head = element(segmentedMessage, { first: index === 0, remaining, messageType: messageTypes[message] });
    return encodeOctets(callReference, messageTypes.SEGMENT, [head, ...part]);
  });
}
