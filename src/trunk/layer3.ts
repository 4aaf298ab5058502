import { DecodeError } from "../../codecs/error.ts";
import { type Leniency, Strictness } from "../../codecs/leniencies.ts";
import { decodeMessage, encodeMessage } from "../../codecs/q931/index.ts";
import type { CallReference, Message, MessageDraft } from "../../codecs/q931/message.ts";
import type { Trunk } from "../seam.ts";
import { References } from "./references.ts";
import type { LegEvent, LegId, TrunkContext } from "./trunk.ts";

/**
 * Layer 3 of a data link: octets to leg events and back. Trunk types that carry calls on links have one for each.
 */
export class Layer3 {
  readonly #trunk: Trunk;
  readonly #strict: ReadonlySet<Leniency>;
  readonly #references = new References();

  constructor(trunk: Trunk, strict: readonly Leniency[] = []) {
    this.#trunk = trunk;
    this.#strict = new Set(strict);
  }

  /** Call references in use. */
  get legs(): number {
    return this.#references.size;
  }

  /** What the connection layer is to be told. */
  receive(octets: Uint8Array, context: TrunkContext): LegEvent {
    const trunk = this.#trunk;
    const message = readLayer3(octets, trunk, this.#strict, context);
    return message instanceof DecodeError
      ? { type: "unreadable", trunk, error: message, octets }
      : this.#references.receive(trunk, message, () => context.nextLeg());
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
  for (const [verdict, names] of [
    ["accepted", strictness.accepted],
    ["refused", strictness.refused],
  ] as const) {
    for (const leniency of names) context.trace({ at: context.now, type: "leniency", trunk, leniency, verdict });
  }
  return message;
}
