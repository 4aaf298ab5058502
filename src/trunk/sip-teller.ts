import { DecodeError } from "../../codecs/error.ts";
import type { Leniency } from "../../codecs/leniencies.ts";
import { causeElement } from "../../codecs/q931/make.ts";
import { encodeMessage } from "../../codecs/q931/encode.ts";
import type { CallReference, MessageDraft } from "../../codecs/q931/message.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";
import { type Contents, contentsOf } from "../../codecs/sip/body.ts";
import type { Trunk } from "../ids.ts";
import { readLayer3 } from "./layer3.ts";
import type { SipCall, SipCalls } from "./sip-calls.ts";
import type { SipMessage, SipHeader, SipKept } from "./sip-events.ts";
import type { SipProfile } from "./sip-profiles.ts";
import type { LegMessage, TrunkContext } from "./trunk.ts";

/** Header fields that pass to another SIP leg: they speak of the call, not of this dialog or its hops. */
const passing: ReadonlySet<string> = new Set([
  "accept-language",
  "alert-info",
  "call-info",
  "history-info",
  "organization",
  "p-early-media",
  "priority",
  "session-id",
  "subject",
  "user-to-user",
]);

/** Tells the connection layer what SIP messages are in QSIG. */
export class SipTeller {
  readonly #trunk: Trunk;
  readonly #calls: SipCalls;
  readonly #profile: SipProfile;
  readonly #strict: ReadonlySet<Leniency>;

  constructor(trunk: Trunk, calls: SipCalls, profile: SipProfile, strict: readonly Leniency[]) {
    this.#trunk = trunk;
    this.#calls = calls;
    this.#profile = profile;
    this.#strict = new Set(strict);
  }

  /** The SETUP of a peer's INVITE, or why it is none. */
  setup(octets: Uint8Array, context: TrunkContext): LegMessage | DecodeError {
    return readLayer3(octets, this.#trunk, this.#strict, context);
  }

  /** True where the message carried QSIG. `contents`: of its body, where the caller has read it. */
  tell(call: SipCall, event: SipMessage, context: TrunkContext, contents: Contents = contentsOf(event.body)): boolean {
    const { qsig, sdp } = contents;
    if (sdp !== undefined) call.theirs = sdp;
    const tunnelled = this.#profile.tunnels ? qsig : undefined;
    const drafts = tunnelled === undefined ? this.#profile.meaning(call, event) : [];
    const all = tunnelled === undefined ? drafts.map((draft) => written(call, draft)) : [tunnelled];
    all.forEach((octets, at) => this.#emit(call, octets, at === all.length - 1 ? event : undefined, context));
    return tunnelled !== undefined;
  }

  /** What the peer's side of QSIG says to a message of ours that its SIP has answered already, or never will. */
  imply(call: SipCall, sent: MessageName | undefined, context: TrunkContext): void {
    const answer = sent === "DISCONNECT" ? "RELEASE" : sent === "RELEASE" ? "RELEASE COMPLETE" : undefined;
    if (answer !== undefined) this.#emit(call, written(call, { message: answer, ies: [] }), undefined, context);
  }

  /** The dialog is no more at the peer (RFC 3261 12.2.1.2). */
  gone(call: SipCall, context: TrunkContext): void {
    const message = this.#profile.tunnels ? "RELEASE COMPLETE" : "DISCONNECT";
    this.say(call, { message, ies: [causeElement(temporaryFailure)] }, context);
  }

  say(call: SipCall, draft: MessageDraft, context: TrunkContext): void {
    this.#emit(call, written(call, draft), undefined, context);
  }

  /** What passes to the other leg without QSIG. */
  carried(call: SipCall, part: SipKept["part"], event: SipMessage, context: TrunkContext): void {
    if (this.#calls.of(call.leg) !== call) return;
    const { sdp } = contentsOf(event.body);
    const kept: SipKept = { ...this.kept(event), part, ...(sdp === undefined ? {} : { sdp }) };
    context.event({ type: "carried", trunk: this.#trunk, leg: call.leg, kept });
  }

  kept(event: SipMessage): SipKept {
    const headers: readonly SipHeader[] = event.headers.filter(([name]) => passing.has(name.toLowerCase()));
    return {
      ...{ carrier: "sip", part: "beside", headers },
      ...(event.type === "response" ? { status: event.status } : {}),
    };
  }

  #emit(call: SipCall, octets: Uint8Array, beside: SipMessage | undefined, context: TrunkContext): void {
    // Its leg was closed: nobody hears it any more.
    if (this.#calls.of(call.leg) !== call) return;
    const trunk = this.#trunk;
    const message = readLayer3(octets, trunk, this.#strict, context);
    if (message instanceof DecodeError) return context.event({ type: "unreadable", trunk, error: message, octets });
    const name = message.message;
    if (name === "CALL PROCEEDING" || name === "ALERTING" || name === "CONNECT") call.proceeding = true;
    if (name === "ALERTING") call.alerted = true;
    // Until the call is answered each message says where the media are: what passed before may not have gone on.
    const sdp = call.isAnswered || call.theirs === undefined ? {} : { sdp: call.theirs };
    const kept = beside === undefined ? {} : { kept: { ...this.kept(beside), ...sdp } };
    if (name === "CONNECT") call.isAnswered = true;
    context.event({ type: "message", trunk, leg: call.leg, message: { ...message, ...kept } });
  }
}

const temporaryFailure = 41;

/** As the peer would have written it. */
function written({ inner }: SipCall, draft: MessageDraft): Uint8Array {
  const reference: CallReference = { ...inner, flag: inner.flag === 0 ? 1 : 0 };
  return encodeMessage(reference, draft);
}
