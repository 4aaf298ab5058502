import { DecodeError } from "../../codecs/error.ts";
import type { Leniency } from "../../codecs/leniencies.ts";
import { encodeMessage, isCallIndependent } from "../../codecs/q931/index.ts";
import { contentsOf } from "../../codecs/sip/body.ts";
import { statusElements } from "../connection/status.ts";
import type { NeighbourConfig, SipTrunkConfig } from "../config.ts";
import type { Opaque } from "../pdu.ts";
import type { Trunk } from "../ids.ts";
import { type SipCall, SipCalls } from "./sip-calls.ts";
import { dialogIsGone, SipDialogs } from "./sip-dialogs.ts";
import { type SipKept, type SipMessage, sipMessage, type SipRequest, type SipResponse } from "./sip-events.ts";
import { SipLink } from "./sip-link.ts";
import { connectedHeaders, partiesOf, setupOf } from "./sip-numbers.ts";
import { type SipAct, type SipProfile, sipProfiles } from "./sip-profiles.ts";
import { SipTeller } from "./sip-teller.ts";
import { SipWire } from "./sip-wire.ts";
import type { LegDraft, LegId, TrunkContext, TrunkInput, TrunkMachine } from "./trunk.ts";

/** Q.850 and Q.931 numbers of the answer to STATUS ENQUIRY (Q.931 5.8.10). */
const [responseToStatusEnquiry, active] = [30, 10];

/**
 * A trunk of type `sip`: one dialog for each QSIG call. By its profile QSIG stands in bodies (`cisco`, `ecma355`; R24),
 * or ends here and the basic call crosses (`plain`; R2). What one SIP leg says beside QSIG passes to another unread.
 */
export class SipTrunk implements TrunkMachine {
  readonly #trunk: Trunk;
  readonly #config: SipTrunkConfig;
  readonly #profile: SipProfile;
  readonly #media: NeighbourConfig["media"];
  readonly #calls = new SipCalls();
  readonly #link: SipLink;
  readonly #wire: SipWire;
  readonly #teller: SipTeller;
  readonly #dialogs: SipDialogs;

  constructor(
    trunk: Trunk,
    config: SipTrunkConfig,
    strict: readonly Leniency[] = [],
    media: NeighbourConfig["media"] = "through",
  ) {
    this.#trunk = trunk;
    this.#config = config;
    this.#profile = sipProfiles[config.profile];
    this.#media = media;
    this.#wire = new SipWire(trunk, this.#calls, () => this.#link);
    const ask = (_channel: string, context: TrunkContext) => this.#wire.request("OPTIONS", undefined, {}, context);
    this.#link = new SipLink({ trunk, ask });
    this.#teller = new SipTeller(trunk, this.#calls, this.#profile, strict);
    this.#dialogs = new SipDialogs(trunk, config, {
      profile: this.#profile,
      calls: this.#calls,
      wire: this.#wire,
      teller: this.#teller,
    });
  }

  get up(): boolean {
    return this.#link.up;
  }

  get legs(): number {
    return this.#calls.count;
  }

  get congested(): boolean {
    return this.#link.congested;
  }

  handle(input: TrunkInput, context: TrunkContext): void {
    switch (input.type) {
      case "start":
        return this.#link.start(context);
      case "stop":
        for (const call of this.#calls.all()) this.#dialogs.hangUp(call, context);
        return this.#link.stop(context);
      case "opened":
        return this.#link.opened(input.channel, context);
      case "received":
        this.#link.heard(input.channel);
        return input.pdu.carrier === "sip" ? this.#received(sipMessage(input.pdu), context) : undefined;
      case "closed":
        return this.#link.closed(input.channel, input.reason, context);
      case "flow":
        return this.#link.flow(input.channel, input.writable);
      case "timer":
        return this.#timer(input.name, context);
      default:
        input satisfies never;
    }
  }

  openLeg(context: TrunkContext): LegId | undefined {
    return this.#link.up ? this.#calls.originate(context)?.leg : undefined;
  }

  send(leg: LegId, draft: LegDraft, context: TrunkContext): boolean {
    const call = this.#calls.of(leg);
    if (call === undefined) return false;
    const octets = encodeMessage(call.inner, draft);
    const hasSdp = this.#take(call, draft.kept);
    const act = this.#profile.acts[draft.message] ?? this.#profile.otherwise;
    if (act === "INVITE" && !this.#canInvite(call, draft)) return call.state !== "idle";
    context.trace({ at: context.now, type: "message", trunk: this.#trunk, direction: "out", octets });
    this.#act(act, call, { draft, octets, hasSdp }, context);
    return true;
  }

  /** What another SIP leg says without QSIG: its ACK, an INVITE in the call, and the answer to that. */
  carry(leg: LegId, kept: Opaque, context: TrunkContext): void {
    const call = this.#calls.of(leg);
    if (call === undefined || kept.carrier !== "sip" || call.state !== "active") return;
    const { part, sdp, status = 200 } = kept;
    if (part === "ACK" && call.waitingAck !== undefined) {
      this.#dialogs.acknowledge(call, call.waitingAck, sdp, context);
    }
    if (part === "INVITE") {
      if (call.ourReInvite !== undefined) return this.#glare(call, context);
      call.isLateOffer = sdp === undefined;
      call.ourReInvite = this.#wire.request("INVITE", call, { headers: kept.headers, body: sdp }, context);
    }
    if (part === "answer" && call.reInvite !== undefined) {
      this.#wire.respond(call, ["INVITE", call.reInvite], status, { headers: kept.headers, body: sdp }, context);
      call.reInvite = undefined;
    }
  }

  /** Each call has a dialog of its own: nothing is ever under a reference of none. */
  sendUnder(): boolean {
    return false;
  }

  closeLeg(leg: LegId, context: TrunkContext): void {
    const call = this.#calls.of(leg);
    if (call === undefined) return;
    context.stopTimer(`info/${leg}`);
    this.#calls.forget(call);
    this.#dialogs.hangUp(call, context);
  }

  /** A SETUP may go: not a copy, and not for a connection that SIP without QSIG has not. */
  #canInvite(call: SipCall, draft: LegDraft): boolean {
    call.isCis = isCallIndependent(draft);
    return call.state === "idle" && this.#link.up && (this.#profile.tunnels || !call.isCis);
  }

  /** Notes what the other leg's carrier brought; true where that was a session description. */
  #take(call: SipCall, kept: Opaque | undefined): boolean {
    if (kept?.carrier !== "sip") return false;
    call.isThrough = true;
    call.beside = kept.headers;
    if (kept.sdp !== undefined) call.ours = kept.sdp;
    return kept.sdp !== undefined;
  }

  #act(
    act: SipAct,
    call: SipCall,
    { draft, octets, hasSdp }: { readonly draft: LegDraft; readonly octets: Uint8Array; readonly hasSdp: boolean },
    context: TrunkContext,
  ): void {
    switch (act) {
      case "INVITE": {
        const parties = partiesOf(draft, this.#config);
        if (parties !== undefined) this.#dialogs.invite(call, parties, octets, context);
        return;
      }
      case 100:
      case 180:
      case 183:
        return this.#dialogs.progress(call, act, octets, hasSdp, context);
      case 200:
        call.beside = [...call.beside, ...connectedHeaders(draft, this.#config)];
        return this.#dialogs.accept(call, octets, context);
      case "INFO":
        return this.#inform(call, draft, octets, context);
      case "end":
        return this.#dialogs.end(call, draft, octets, context);
      case "OPTIONS":
        if (call.state === "active") this.#wire.request("OPTIONS", call, {}, context);
        return;
      case "nothing":
        return;
      default:
        act satisfies never;
    }
  }

  #inform(call: SipCall, draft: LegDraft, octets: Uint8Array, context: TrunkContext): void {
    // The answer to what came in a BYE goes back with its response.
    if (call.bye !== undefined) return this.#dialogs.end(call, draft, octets, context);
    if (call.state === "over" || call.state === "cancelled") return this.#teller.imply(call, draft.message, context);
    if (call.state !== "called") return this.#dialogs.inform(call, octets, context);
    if (this.#profile.firstResponse === 183) return this.#dialogs.progress(call, 183, octets, false, context);
    const isClearing = draft.message === "DISCONNECT" || draft.message === "RELEASE";
    if (isClearing && call.ours === undefined) return this.#dialogs.end(call, draft, octets, context);
    const hasMedia = call.ours !== undefined || call.isCis || this.#media === "external" || draft.message === "CONNECT";
    // The answer says where the media are: until the other leg has said so, messages wait.
    if (!hasMedia) return void call.infos.push(octets);
    call.infos.push(octets);
    const [first] = call.infos.splice(0, 1);
    if (first !== undefined) this.#dialogs.accept(call, first, context);
  }

  #received(message: SipMessage, context: TrunkContext): void {
    return message.type === "request" ? this.#request(message, context) : this.#response(message, context);
  }

  #request(request: SipRequest, context: TrunkContext): void {
    const call = this.#calls.named(request.call);
    if (call === undefined) return request.method === "INVITE" ? this.#invited(request, context) : undefined;
    switch (request.method) {
      case "INVITE":
        return this.#reInvited(call, request, context);
      case "ACK":
        if (call.isThrough && call.isLateOffer) this.#teller.carried(call, "ACK", request, context);
        if (request.transaction === call.invite) this.#teller.tell(call, request, context);
        return;
      case "CANCEL":
        if (call.state !== "called") return;
        this.#wire.respond(call, ["INVITE", call.invite], 487, {}, context);
        call.state = "over";
        this.#calls.leave(call);
        this.#teller.tell(call, request, context);
        return;
      case "BYE":
        return this.#bye(call, request, context);
      case "INFO":
        return this.#info(call, request, context);
      case "OPTIONS":
        return this.#wire.respond(call, ["OPTIONS", request.transaction], 200, {}, context);
      default:
        request.method satisfies never;
    }
  }

  #invited(request: SipRequest, context: TrunkContext): void {
    const { call: id, transaction } = request;
    if (!this.#link.up) return this.#wire.refuse(id, transaction, 503, context);
    const { qsig, sdp } = contentsOf(request.body);
    const draft = this.#profile.tunnels ? undefined : setupOf(request);
    const plain = draft && encodeMessage({ value: 1, flag: 0, length: 2 }, draft);
    const octets = this.#profile.tunnels ? qsig : plain;
    // 415: the body that a tunnel needs is not there. 484 would ask for more digits; there are none.
    if (octets === undefined) {
      return this.#wire.refuse(id, transaction, this.#profile.tunnels ? 415 : 404, context);
    }
    const message = this.#teller.setup(octets, context);
    if (message instanceof DecodeError || message.message !== "SETUP" || message.callReference.flag === 1) {
      return this.#wire.refuse(id, transaction, 400, context);
    }
    const { value, length } = message.callReference;
    const call = this.#calls.accept(id, transaction, { value, flag: 1, length }, context);
    call.theirs = sdp;
    call.isLateOffer = sdp === undefined;
    call.isCis = isCallIndependent(message);
    const kept: SipKept = { ...this.#teller.kept(request), ...(sdp === undefined ? {} : { sdp }) };
    context.event({ type: "setup", trunk: this.#trunk, leg: call.leg, message: { ...message, kept } });
  }

  /** Hold, resume and session refreshes: they are for the other leg where that is SIP. */
  #reInvited(call: SipCall, request: SipRequest, context: TrunkContext): void {
    const { transaction } = request;
    if (call.state !== "active") return this.#wire.respond(call, ["INVITE", transaction], 487, {}, context);
    const contents = contentsOf(request.body);
    const { sdp, qsig } = contents;
    if (qsig !== undefined && this.#profile.tunnels) this.#teller.tell(call, request, context, contents);
    if (!call.isThrough) return this.#dialogs.reAccept(call, transaction, sdp, context);
    call.reInvite = transaction;
    call.isLateOffer = sdp === undefined;
    this.#teller.carried(call, "INVITE", request, context);
  }

  #bye(call: SipCall, request: SipRequest, context: TrunkContext): void {
    const contents = contentsOf(request.body);
    if (contents.qsig !== undefined && this.#profile.tunnels) {
      call.bye = request.transaction;
      call.state = "active";
      this.#teller.tell(call, request, context, contents);
      return;
    }
    this.#wire.respond(call, ["BYE", request.transaction], 200, {}, context);
    call.state = "over";
    this.#calls.leave(call);
    this.#teller.tell(call, request, context, contents);
  }

  /** 415 to what is no QSIG, but for an empty one, which asks whether we live. */
  #info(call: SipCall, request: SipRequest, context: TrunkContext): void {
    const contents = contentsOf(request.body);
    const isTaken = request.body === undefined || (contents.qsig !== undefined && this.#profile.tunnels);
    this.#wire.respond(call, ["INFO", request.transaction], isTaken ? 200 : 415, {}, context);
    if (isTaken) this.#teller.tell(call, request, context, contents);
  }

  #response(response: SipResponse, context: TrunkContext): void {
    if (response.call === "") return this.#link.answered(response, context);
    const call = this.#calls.named(response.call);
    if (call === undefined) return;
    switch (response.method) {
      case "INVITE":
        if (response.transaction === call.invite) return this.#answered(call, response, context);
        return this.#reAnswered(call, response, context);
      case "INFO":
        return this.#dialogs.informed(call, response, context);
      case "BYE":
        return this.#dialogs.ended(call, response, context);
      case "OPTIONS":
        if (dialogIsGone.has(response.status)) return this.#dialogs.gone(call, context);
        return this.#teller.say(call, status, context);
      case "CANCEL":
      case "ACK":
        return;
      default:
        response.method satisfies never;
    }
  }

  #answered(call: SipCall, response: SipResponse, context: TrunkContext): void {
    const { status: code, transaction } = response;
    const isLate = call.state === "cancelled";
    if (code > 100) call.isEarly = true;
    if (code < 200) {
      if (!isLate) this.#teller.tell(call, response, context);
      return this.#dialogs.pump(call, context);
    }
    if (code < 300) {
      if (call.isThrough && call.isLateOffer && !isLate) call.waitingAck = transaction;
      else this.#dialogs.acknowledge(call, transaction, undefined, context);
      if (isLate) return this.#dialogs.bye(call, context);
      call.state = "active";
    } else {
      call.state = "over";
      this.#calls.leave(call);
    }
    if (!isLate) this.#teller.tell(call, response, context);
    this.#dialogs.pump(call, context);
  }

  #reAnswered(call: SipCall, response: SipResponse, context: TrunkContext): void {
    const { status: code, transaction } = response;
    if (transaction !== call.ourReInvite || code < 200) return;
    call.ourReInvite = undefined;
    if (code < 300 && call.isLateOffer) call.waitingAck = transaction;
    else if (code < 300) this.#dialogs.acknowledge(call, transaction, undefined, context);
    this.#teller.carried(call, "answer", response, context);
    if (dialogIsGone.has(code)) this.#dialogs.gone(call, context);
  }

  /** An INVITE of this side is on its way already (RFC 3261 14.1). */
  #glare(call: SipCall, context: TrunkContext): void {
    const kept: SipKept = { carrier: "sip", part: "answer", status: 491, headers: [] };
    context.event({ type: "carried", trunk: this.#trunk, leg: call.leg, kept });
  }

  #timer(name: string, context: TrunkContext): void {
    const [, leg] = /^info\/(\d+)$/.exec(name) ?? [];
    if (leg === undefined) return this.#link.timer(name, context);
    const call = this.#calls.of(Number(leg));
    if (call !== undefined) this.#dialogs.informAgain(call, context);
  }
}

/** The peer has the dialog still: for QSIG the call is active. */
const status = { message: "STATUS", ies: statusElements(responseToStatusEnquiry, active) } as const;
