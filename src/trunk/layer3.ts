import { DecodeError } from "../../codecs/error.ts";
import { type Leniency, Strictness } from "../../codecs/leniencies.ts";
import { decodeMessage, encodeMessage } from "../../codecs/q931/index.ts";
import type { CallReference, Message, MessageDraft } from "../../codecs/q931/message.ts";
import { cutIntoSegments, isSegment } from "../../codecs/q931/segments.ts";
import type { Trunk } from "../ids.ts";
import { References } from "./references.ts";
import { SegmentStore } from "./segment-store.ts";
import type { LegEvent, LegId, TrunkContext } from "./trunk.ts";

/**
 * Layer 3 of a data link: octets to leg events and back. Trunk types that carry calls on links have one for each.
 */
export class Layer3 {
  readonly #trunk: Trunk;
  readonly #strict: ReadonlySet<Leniency>;
  readonly #references = new References();
  readonly #segments = new SegmentStore();
  /** A longer message goes in SEGMENTs; undefined where the peer does not take them. */
  readonly #longest: number | undefined;

  constructor(trunk: Trunk, strict: readonly Leniency[] = [], longest?: number) {
    this.#longest = longest;
    this.#trunk = trunk;
    this.#strict = new Set(strict);
  }

  /** Call references in use. */
  get legs(): number {
    return this.#references.size;
  }

  /** What the connection layer is to be told; undefined while more segments of the message are to come. */
  receive(octets: Uint8Array, context: TrunkContext): LegEvent | undefined {
    const trunk = this.#trunk;
    if (isSegment(octets)) return this.#segment(octets, context);
    const message = readLayer3(octets, trunk, this.#strict, context);
    return message instanceof DecodeError
      ? { type: "unreadable", trunk, error: message, octets }
      : this.#references.receive(trunk, message, () => context.nextLeg());
  }

  #segment(octets: Uint8Array, context: TrunkContext): LegEvent | undefined {
    const segment = readLayer3(octets, this.#trunk, this.#strict, context);
    const whole = segment instanceof DecodeError ? segment : this.#segments.take(segment, context.now);
    if (whole instanceof DecodeError) return { type: "unreadable", trunk: this.#trunk, error: whole, octets };
    return whole === undefined || isSegment(whole) ? undefined : this.receive(whole, context);
  }

  open(context: TrunkContext): LegId | undefined {
    const leg = context.nextLeg();
    return this.#references.open(leg) ? leg : undefined;
  }

  close(leg: LegId): void {
    this.#references.close(leg);
  }

  referenceOf(leg: LegId): CallReference | undefined {
    return this.#references.of(leg);
  }

  /** The octets of a message that `carry` took. */
  send(
    callReference: CallReference | undefined,
    draft: MessageDraft,
    context: TrunkContext,
    carry: (octets: Uint8Array) => boolean,
  ): boolean {
    if (callReference === undefined) return false;
    const octets = encodeMessage(callReference, draft);
    const longest = this.#longest ?? octets.length;
    const segments = octets.length > longest ? cutIntoSegments(callReference, draft, longest) : undefined;
    if (segments === undefined) return this.#carried(octets, context, carry);
    return segments.every((part) => this.#carried(part, context, carry));
  }

  #carried(octets: Uint8Array, context: TrunkContext, carry: (octets: Uint8Array) => boolean): boolean {
    if (!carry(octets)) return false;
    context.trace({ at: context.now, type: "message", trunk: this.#trunk, direction: "out", octets });
    return true;
  }
}

/** Reads one message as a trunk does: it and the leniencies that it needs are traced. */
export function readLayer3(
  octets: Uint8Array,
  trunk: Trunk,
  strict: ReadonlySet<Leniency>,
  context: TrunkContext,
): Message | DecodeError {
  context.trace({ at: context.now, type: "message", trunk, direction: "in", octets });
  const strictness = new Strictness(strict);
  const message = decodeMessage(octets, strictness);
  if (strictness.accepted.size > 0) traceLeniencies("accepted", strictness.accepted, trunk, context);
  if (strictness.refused.size > 0) traceLeniencies("refused", strictness.refused, trunk, context);
  return message;
}

function traceLeniencies(
  verdict: "accepted" | "refused",
  names: ReadonlySet<Leniency>,
  trunk: Trunk,
  context: TrunkContext,
): void {
  for (const leniency of names) context.trace({ at: context.now, type: "leniency", trunk, leniency, verdict });
}
