import { find, isOf } from "../../codecs/q931/element.ts";
import { cause } from "../../codecs/q931/ie/cause.ts";
import { encodeMessage } from "../../codecs/q931/encode.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import { causeElement } from "../../codecs/q931/make.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";
import { bodyOf, type SipBody } from "../../codecs/sip/body.ts";
import type { SipTrunkConfig } from "../config.ts";
import type { Trunk } from "../ids.ts";
import type { SipCall, SipCalls } from "./sip-calls.ts";
import { statusOfCause } from "./sip-causes.ts";
import type { SipHeader, SipResponse } from "./sip-events.ts";
import type { SipParties } from "./sip-numbers.ts";
import type { SipProfile } from "./sip-profiles.ts";
import { emptyAnswer, emptyOffer, type SdpStyle } from "./sip-sdp.ts";
import type { SipTeller } from "./sip-teller.ts";
import type { SipWire } from "./sip-wire.ts";
import type { LegDraft, TrunkContext } from "./trunk.ts";

/** An INFO that is refused for now is sent again after this time, so often (R24: 491 and 500). */
export const infoRetry = { afterMs: 1000, tries: 4 } as const;

/** Final responses to a request in a dialog that say the dialog is no more (RFC 3261 12.2.1.2). */
export const dialogIsGone: ReadonlySet<number> = new Set([408, 481]);
/** Those to INFO after which it may be tried again (R24). */
const notNow: ReadonlySet<number> = new Set([491, 500, 503]);

/** What it uses of its trunk. */
interface SipParts {
  readonly profile: SipProfile;
  readonly calls: SipCalls;
  readonly wire: SipWire;
  readonly teller: SipTeller;
}

/** What our side does in the dialogs of one trunk. */
export class SipDialogs {
  readonly #trunk: Trunk;
  readonly #config: SipTrunkConfig;
  readonly #profile: SipProfile;
  readonly #calls: SipCalls;
  readonly #wire: SipWire;
  readonly #teller: SipTeller;

  constructor(trunk: Trunk, config: SipTrunkConfig, { profile, calls, wire, teller }: SipParts) {
    this.#trunk = trunk;
    this.#config = config;
    this.#profile = profile;
    this.#calls = calls;
    this.#wire = wire;
    this.#teller = teller;
  }

  invite(call: SipCall, parties: SipParties, octets: Uint8Array, context: TrunkContext): void {
    // An INVITE of the other leg without an offer is passed as one.
    const sdp = call.isThrough ? call.ours : (call.ours ?? emptyOffer(this.#style(call)));
    call.isLateOffer = sdp === undefined;
    const body = this.#body(octets, sdp);
    call.invite = this.#wire.request("INVITE", call, { headers: call.beside, body, parties }, context);
    call.state = "calling";
  }

  /** A provisional response of a called side. */
  progress(call: SipCall, status: number, octets: Uint8Array, hasSdp: boolean, context: TrunkContext): void {
    if (call.state !== "called") return;
    const body = status === 100 ? undefined : this.#body(octets, hasSdp ? call.ours : undefined);
    this.#wire.respond(call, ["INVITE", call.invite], status, { headers: call.beside, body }, context);
  }

  /** The peer's INVITE is accepted. */
  accept(call: SipCall, octets: Uint8Array, context: TrunkContext): void {
    if (call.state !== "called") return;
    call.ours ??= this.#empty(call);
    const body = this.#body(octets, call.ours);
    call.state = "active";
    this.#wire.respond(call, ["INVITE", call.invite], 200, { headers: call.beside, body }, context);
    this.pump(call, context);
  }

  /** QSIG for INFO, behind what waits already. */
  inform(call: SipCall, octets: Uint8Array, context: TrunkContext): void {
    call.infos.push(octets);
    this.pump(call, context);
  }

  /** The next INFO where none is on its way, and then what ends the call. */
  pump(call: SipCall, context: TrunkContext): void {
    if (!this.#takesInfo(call) || call.info !== undefined) return;
    const [octets] = call.infos;
    if (octets !== undefined) return this.#info(call, octets, 1, context);
    const { last } = call;
    if (call.state !== "active") return;
    call.last = undefined;
    if (last !== undefined) this.end(call, last.draft, last.octets, context);
  }

  informed(call: SipCall, { transaction, status }: SipResponse, context: TrunkContext): void {
    const { info } = call;
    if (info?.transaction !== transaction || status < 200) return;
    if (dialogIsGone.has(status)) return this.gone(call, context);
    if (notNow.has(status) && info.tries < infoRetry.tries) {
      return context.startTimer(`info/${call.leg}`, infoRetry.afterMs);
    }
    const early = call.state === "calling" ? call.ended : undefined;
    if (status >= 300 && early !== undefined) return this.#cancel(call, early, [], context);
    if (status >= 300) this.#alarm(`INFO was answered ${status}: a QSIG message is lost`, context);
    call.info = undefined;
    call.infos.shift();
    this.pump(call, context);
  }

  /** Timer `info/LEG`. */
  informAgain(call: SipCall, context: TrunkContext): void {
    const [octets] = call.infos;
    if (this.#takesInfo(call) && octets !== undefined) this.#info(call, octets, (call.info?.tries ?? 0) + 1, context);
  }

  /** A clearing message of ours: CANCEL, BYE, the final response, or the answer to the peer's BYE. */
  end(call: SipCall, draft: LegDraft, octets: Uint8Array, context: TrunkContext): void {
    const reason = reasonOf(draft);
    const body = this.#profile.tunnels ? bodyOf({ qsig: octets }) : undefined;
    switch (call.state) {
      case "calling":
        if (this.#takesInfo(call) && call.ended === undefined && draft.ies.some((ie) => isOf(ie, facility))) {
          // CANCEL has no body: what the peer must read goes before it, and it answers our INVITE.
          call.ended = draft.message;
          return this.inform(call, octets, context);
        }
        return this.#cancel(call, draft.message, reason, context);
      case "called":
        this.#wire.respond(call, ["INVITE", call.invite], finalOf(draft), { headers: reason, body }, context);
        this.#over(call);
        break;
      case "active":
        if (call.bye === undefined && (call.infos.length > 0 || call.info !== undefined)) {
          call.last ??= { draft, octets };
          return;
        }
        return this.#endActive(call, draft, body, context);
      case "idle":
        this.#over(call);
        break;
      case "ending":
        return;
      case "cancelled":
      case "over":
        break;
      default:
        call.state satisfies never;
    }
    this.#teller.imply(call, draft.message, context);
  }

  /** The leg is closed while its dialog lives: nobody hears of it any more. */
  hangUp(call: SipCall, context: TrunkContext): void {
    call.infos.length = 0;
    call.info = undefined;
    if (call.state === "cancelled") return;
    if (call.bye !== undefined) {
      this.#wire.respond(call, ["BYE", call.bye], 200, {}, context);
      return this.#over(call);
    }
    const draft: LegDraft = { message: "RELEASE COMPLETE", ies: [causeElement(temporaryFailure)] };
    this.end(call, draft, encodeMessage(call.inner, draft), context);
  }

  /** The peer knows the dialog no more. */
  gone(call: SipCall, context: TrunkContext): void {
    this.#over(call);
    this.#teller.gone(call, context);
  }

  /** The response to our BYE: it may carry the answer of the peer's QSIG. */
  ended(call: SipCall, response: SipResponse, context: TrunkContext): void {
    if (response.status < 200) return;
    this.#over(call);
    if (!this.#teller.tell(call, response, context)) this.#teller.imply(call, call.ended, context);
  }

  /** An answered call, or one that was cancelled too late. */
  acknowledge(call: SipCall, transaction: number, body: SipBody | undefined, context: TrunkContext): void {
    call.waitingAck = undefined;
    this.#wire.request("ACK", call, { of: transaction, body }, context);
  }

  bye(call: SipCall, context: TrunkContext): void {
    call.state = "ending";
    this.#wire.request("BYE", call, {}, context);
  }

  /** The answer to an INVITE in the call that no other leg gives. */
  reAccept(call: SipCall, transaction: number, offer: SipBody | undefined, context: TrunkContext): void {
    const style = this.#style(call);
    const body = offer === undefined ? (call.ours ?? emptyOffer(style)) : emptyAnswer(offer, style);
    this.#wire.respond(call, ["INVITE", transaction], 200, { body }, context);
  }

  #endActive(call: SipCall, draft: LegDraft, body: SipBody | undefined, context: TrunkContext): void {
    const { bye, reInvite, waitingAck } = call;
    if (reInvite !== undefined) this.#wire.respond(call, ["INVITE", reInvite], 487, {}, context);
    if (waitingAck !== undefined) this.acknowledge(call, waitingAck, undefined, context);
    if (bye !== undefined) {
      this.#wire.respond(call, ["BYE", bye], 200, { body }, context);
      this.#over(call);
      return this.#teller.imply(call, draft.message, context);
    }
    call.state = "ending";
    call.ended = draft.message;
    this.#wire.request("BYE", call, { headers: reasonOf(draft), body }, context);
  }

  #takesInfo({ state, isEarly }: SipCall): boolean {
    return state === "active" || (state === "calling" && isEarly && this.#profile.hasEarlyInfo);
  }

  #cancel(call: SipCall, sent: MessageName, headers: readonly SipHeader[], context: TrunkContext): void {
    call.state = "cancelled";
    this.#wire.request("CANCEL", call, { headers, of: call.invite }, context);
    this.#teller.imply(call, sent, context);
  }

  #info(call: SipCall, octets: Uint8Array, tries: number, context: TrunkContext): void {
    const transaction = this.#wire.request("INFO", call, { body: bodyOf({ qsig: octets }) }, context);
    call.info = { transaction, tries };
  }

  #over(call: SipCall): void {
    call.state = "over";
    this.#calls.leave(call);
  }

  #body(octets: Uint8Array, sdp: SipBody | undefined): SipBody | undefined {
    return bodyOf({
      ...(this.#profile.tunnels ? { qsig: octets } : {}),
      ...(sdp === undefined ? {} : { sdp }),
    });
  }

  /** Where no other leg says where its media are. */
  #empty(call: SipCall): SipBody {
    const style = this.#style(call);
    return call.theirs === undefined ? emptyOffer(style) : emptyAnswer(call.theirs, style);
  }

  #style({ isCis }: SipCall): SdpStyle {
    return isCis ? this.#config.cisSdp : "inactive";
  }

  #alarm(text: string, context: TrunkContext): void {
    context.trace({ at: context.now, type: "alarm", trunk: this.#trunk, text });
  }
}

/** Q.850: of a call that nobody here has any more. */
const temporaryFailure = 41;

/** RFC 3326, RFC 6432: a peer that reads it loses nothing by our choice of status. */
function reasonOf(draft: LegDraft): readonly SipHeader[] {
  const value = find(draft, cause)?.cause;
  return value === undefined ? [] : [["Reason", `Q.850;cause=${value}`]];
}

/** The status of the other leg where that is SIP too (those for us alone are not passed), else by the cause. */
function finalOf(draft: LegDraft): number {
  const status = draft.kept?.carrier === "sip" ? (draft.kept.status ?? 0) : 0;
  const isPassed = status >= 400 && status < 700 && status !== 401 && status !== 407;
  return isPassed ? status : statusOfCause(find(draft, cause)?.cause ?? 31);
}
