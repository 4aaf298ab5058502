import type { SipBody } from "../../codecs/sip/body.ts";
import type { CallReference } from "../../codecs/q931/message.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";
import { toHex } from "../../codecs/shape.ts";
import { Register } from "../register.ts";
import { highestCallReference } from "./references.ts";
import type { SipHeader } from "./sip-events.ts";
import type { LegDraft, LegId, TrunkContext } from "./trunk.ts";

/**
 * Where the dialog of a call stands (RFC 3261 12, 13). `calling`: our INVITE waits for its final response; `cancelled`:
 * it does so after CANCEL; `called`: the peer's waits for ours; `ending`: our BYE waits for its response.
 */
export type SipCallState = "idle" | "calling" | "cancelled" | "called" | "active" | "ending" | "over";

/** A QSIG call and the dialog that carries it. */
export interface SipCall {
  readonly leg: LegId;
  /** As the seam names it. */
  readonly id: string;
  readonly originated: boolean;
  /** As we write it: flag 0 where the call is ours. */
  readonly inner: CallReference;
  state: SipCallState;
  /** Transaction of the INVITE that began it. */
  invite: number;
  /** The peer answered our INVITE for now: requests may go in the early dialog. */
  isEarly: boolean;
  /** It is not for a bearer. */
  isCis: boolean;
  /** Its other leg is SIP too: session descriptions pass. */
  isThrough: boolean;
  /** Its INVITE had no offer: the ACK has the answer. */
  isLateOffer: boolean;
  /** CALL PROCEEDING, or ALERTING, was told upward. */
  proceeding: boolean;
  alerted: boolean;
  /** CONNECT was. */
  isAnswered: boolean;
  /** The peer's last session description, told with each message until the call is answered. */
  theirs: SipBody | undefined;
  /** The last one for the peer. */
  ours: SipBody | undefined;
  /** Header fields for the peer, from the other leg. */
  beside: readonly SipHeader[];
  /** The peer's BYE, or INVITE in the call, that waits for our response. */
  bye: number | undefined;
  reInvite: number | undefined;
  /** An INVITE of ours in the call, and one whose ACK waits for the answer of the other leg. */
  ourReInvite: number | undefined;
  waitingAck: number | undefined;
  /** QSIG that waits for the answer to the one before it (R24: one INFO at a time). */
  readonly infos: Uint8Array[];
  /** What ends it once those have left. */
  last: { readonly draft: LegDraft; readonly octets: Uint8Array } | undefined;
  /** The INFO on its way, and how often it was sent. */
  info: { readonly transaction: number; readonly tries: number } | undefined;
  /** The message that ends it: what comes with the response to our BYE answers it. */
  ended: MessageName | undefined;
}

const initial = {
  ...{
    isEarly: false,
    isCis: false,
    isThrough: false,
    isLateOffer: false,
    proceeding: false,
    alerted: false,
    isAnswered: false,
  },
  ...{ theirs: undefined, ours: undefined, beside: [], bye: undefined, reInvite: undefined, ourReInvite: undefined },
  ...{ waitingAck: undefined, info: undefined, last: undefined, ended: undefined },
} as const;

/** The calls of one sip trunk, by leg and by their name at the seam. */
export class SipCalls {
  readonly #byLeg = new Register<LegId, SipCall>();
  readonly #byId = new Register<string, SipCall>();
  readonly #values = new Set<number>();
  #last = 0;
  #transactions = 0;

  get count(): number {
    return this.#byLeg.size;
  }

  of(leg: LegId): SipCall | undefined {
    return this.#byLeg.get(leg);
  }

  named(id: string): SipCall | undefined {
    return this.#byId.get(id);
  }

  all(): readonly SipCall[] {
    return this.#byId.values();
  }

  nextTransaction(): number {
    this.#transactions += 1;
    return this.#transactions;
  }

  /** A call of ours; undefined where all references are in use. Its name is its Call-ID too. */
  originate(context: TrunkContext): SipCall | undefined {
    if (this.#values.size === highestCallReference) return undefined;
    do this.#last = (this.#last % highestCallReference) + 1;
    while (this.#values.has(this.#last));
    this.#values.add(this.#last);
    const inner = { value: this.#last, flag: 0, length: 2 } as const;
    const id = toHex(context.guid());
    return this.#add({
      ...initial,
      ...{ leg: context.nextLeg(), id, originated: true, inner, state: "idle", invite: 0, infos: [] },
    });
  }

  /** A call of a peer. */
  accept(id: string, invite: number, inner: CallReference, context: TrunkContext): SipCall {
    return this.#add({
      ...initial,
      ...{ leg: context.nextLeg(), id, originated: false, inner, state: "called", invite, infos: [] },
    });
  }

  /** Nothing is heard of it any more. */
  leave(call: SipCall): void {
    this.#byId.delete(call.id);
  }

  /** The leg is closed; its dialog may still have to end. */
  forget(call: SipCall): void {
    this.#byLeg.delete(call.leg);
    if (call.originated) this.#values.delete(call.inner.value);
  }

  #add(call: SipCall): SipCall {
    this.#byLeg.set(call.leg, call);
    this.#byId.set(call.id, call);
    return call;
  }
}
