import { DecodeError } from "../../codecs/error.ts";
import { find, isOf } from "../../codecs/q931/element.ts";
import { cause } from "../../codecs/q931/ie/cause.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import { encodeMessage } from "../../codecs/q931/index.ts";
import { messageTypes } from "../../codecs/q931/messages.ts";
import type { KeptH225 } from "../pdu.ts";
import type { Trunk } from "../ids.ts";
import type { H225Call, H225Draft } from "./h225-calls.ts";
import type { H225Carrier } from "./h225-carrier.ts";
import { areUnchanged, fits, isRelease, relayed, typeOf } from "./h225-kept.ts";
import { bareRelease, withoutTunnel, withTunnel } from "./h225-messages.ts";
import type { H225Parts } from "./h225-originating.ts";
import type { TrunkContext } from "./trunk.ts";

/** QSIG messages behind SETUP in their outer messages: in the ones they came in where that is so, else in new ones. */
export class H225Sending {
  readonly #trunk: Trunk;
  readonly #carrier: H225Carrier;
  readonly #outerOf: H225Parts["outerOf"];

  constructor({ trunk, carrier, outerOf }: H225Parts) {
    this.#trunk = trunk;
    this.#carrier = carrier;
    this.#outerOf = outerOf;
  }

  message(call: H225Call, draft: H225Draft, context: TrunkContext): void {
    const { kept } = draft;
    if (call.gathering !== undefined && call.gathering.kept !== kept) this.#flush(call, context);
    if (kept === undefined || kept.messages.length < 2 || !fits(kept, draft.message)) {
      return this.#one(call, draft, context);
    }
    call.gathering ??= { kept, drafts: [] };
    call.gathering.drafts.push(draft);
  }

  /** Behind the messages that came in it: those leave now, or it goes without them (R13.3). */
  carry(call: H225Call, kept: KeptH225, context: TrunkContext): void {
    const isGathering = call.gathering?.kept === kept;
    if (isGathering) this.#flush(call, context);
    const hasLeft = isGathering || call.left === kept;
    call.left = undefined;
    if (hasLeft || !kept.saysMore) return;
    const outer = this.#relayed(call, kept, [], context);
    if (outer !== undefined) this.#carrier.carry(call, outer, context);
  }

  /** What came in one leaves in one where nothing changed; else each for itself (R13.4). */
  #flush(call: H225Call, context: TrunkContext): void {
    const { gathering } = call;
    if (gathering === undefined) return;
    call.gathering = undefined;
    const { kept, drafts } = gathering;
    const messages = drafts.map((draft) => encodeMessage(call.inner, draft));
    if (call.tunnels !== false && areUnchanged(kept, messages)) {
      const outer = this.#relayed(call, kept, messages, context);
      if (outer !== undefined) {
        for (const octets of messages) this.#trace(octets, context);
        return this.#carrier.carry(call, outer, context);
      }
    }
    const own = drafts.find(({ message }) => messageTypes[message] === typeOf(kept.octets)) ?? drafts[0];
    for (const draft of drafts) {
      const { message, ies } = draft;
      this.#one(call, draft === own ? draft : { message, ies }, context);
    }
  }

  #one(call: H225Call, draft: H225Draft, context: TrunkContext): void {
    const octets = encodeMessage(call.inner, draft);
    this.#trace(octets, context);
    if (call.tunnels === false) return this.#bare(call, draft, octets, context);
    const isLast = draft.message === "RELEASE COMPLETE";
    const kept = draft.kept ?? (isLast ? call.ending : undefined);
    if (kept !== undefined && isRelease(kept) && !isLast) call.ending = kept;
    const fitting = kept !== undefined && fits(kept, draft.message) ? kept : undefined;
    const outer = fitting === undefined ? undefined : this.#relayed(call, fitting, [octets], context);
    call.left = outer === undefined ? undefined : fitting;
    this.#carrier.carry(call, outer ?? withTunnel(this.#outerOf(call), draft, octets), context);
    if (isLast) this.#carrier.over(call, context);
  }

  /** The peer does not tunnel: what the outer call says itself (R13.8). */
  #bare(call: H225Call, draft: H225Draft, octets: Uint8Array, context: TrunkContext): void {
    const { message: name, kept } = draft;
    if (name === "DISCONNECT" || name === "RELEASE" || name === "RELEASE COMPLETE") {
      const outer =
        kept !== undefined && isRelease(kept)
          ? this.#relayed(call, kept, [octets], context)
          : bareRelease(this.#outerOf(call), draft.ies);
      if (outer !== undefined) this.#carrier.carry(call, outer, context);
      this.#carrier.over(call, context);
      // H.225.0 clears at once: nobody will answer DISCONNECT or RELEASE.
      if (name !== "RELEASE COMPLETE") this.#carrier.end(call, find(draft, cause)?.cause ?? normalUnspecified, context);
      return;
    }
    const fitting = kept !== undefined && fits(kept, name) ? kept : undefined;
    const outer =
      fitting === undefined
        ? withoutTunnel(this.#outerOf(call), draft)
        : fitting.saysMore
          ? this.#relayed(call, fitting, [octets], context)
          : undefined;
    call.left = outer === undefined ? undefined : fitting;
    if (outer !== undefined) this.#carrier.carry(call, outer, context);
    if (!draft.ies.some((ie) => isOf(ie, facility))) return;
    const text = `${name}: its APDUs stay behind, the peer does not tunnel`;
    context.trace({ at: context.now, type: "dropped", trunk: this.#trunk, text });
  }

  #relayed(
    call: H225Call,
    kept: KeptH225,
    messages: readonly Uint8Array[],
    context: TrunkContext,
  ): Uint8Array | undefined {
    const isTunnelled = call.tunnels !== false && messages.length > 0;
    const outer = relayed(kept, call.outer, messages, isTunnelled);
    if (!(outer instanceof DecodeError)) return outer;
    this.#carrier.alarm(`an outer message is made anew: the one that came cannot be changed (${outer.code})`, context);
    return undefined;
  }

  #trace(octets: Uint8Array, context: TrunkContext): void {
    context.trace({ at: context.now, type: "message", trunk: this.#trunk, direction: "out", octets });
  }
}

const normalUnspecified = 31;
