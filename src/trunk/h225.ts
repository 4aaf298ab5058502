import { DecodeError } from "../../codecs/error.ts";
import { ciscoElements, type H225Message } from "../../codecs/h225/index.ts";
import type { Leniency } from "../../codecs/leniencies.ts";
import { find } from "../../codecs/q931/element.ts";
import { bearerCapability } from "../../codecs/q931/ie/bearer-capability.ts";
import { callState } from "../../codecs/q931/ie/call-state.ts";
import { causeElement, elementName, encodeMessage, isCallIndependent } from "../../codecs/q931/index.ts";
import type { CallReference, Message } from "../../codecs/q931/message.ts";
import { sameOctets } from "../../codecs/same-octets.ts";
import type { H323TrunkConfig } from "../config.ts";
import type { Channel, Trunk } from "../ids.ts";
import type { KeptH225, Opaque } from "../pdu.ts";
import { causeOf, innerOf, isForNoBearer, reasonOf } from "./h225-bare.ts";
import { Calls, crossed, type H225Call, type H225Draft } from "./h225-calls.ts";
import { H225Carrier, isOurs } from "./h225-carrier.ts";
import { isRelease, typeOf } from "./h225-kept.ts";
import { bareRelease, mannerOf, type OuterCall, type OuterManner, status } from "./h225-messages.ts";
import { H225Originating, type H225Parts } from "./h225-originating.ts";
import { identifiersIn, type Outer, outerForms, tunnelled } from "./h225-outer.ts";
import { H225Peers } from "./h225-peers.ts";
import { H225Sending } from "./h225-sending.ts";
import { readLayer3 } from "./layer3.ts";
import type { LegDraft, LegId, LegMessage, TrunkContext, TrunkInput, TrunkMachine } from "./trunk.ts";

type Input<Type extends TrunkInput["type"]> = Extract<TrunkInput, { readonly type: Type }>;

/** Cause values (Q.850) of what the carrier does to a call. */
const causes = {
  ...{ outOfOrder: 27, temporaryFailure: 41, noTunnel: 65, invalidCallReference: 81, invalidElement: 100 },
} as const;

/** What an h323 trunk knows of its neighbour. */
export interface H225Neighbour {
  readonly strict?: readonly Leniency[];
  /** It must have QSIG of every call, also of one that came without (R13.8). */
  readonly isNative?: boolean;
}

/**
 * A trunk of type `h323`: one H.225.0 call for each QSIG call, its messages in the tunnel of Annex M.1. A channel is a
 * TCP connection; each call of ours opens one, a peer may have several calls on one (R12, R14). Between two such trunks
 * outer messages pass with all that is in them (R13).
 */
export class H225Trunk implements TrunkMachine {
  readonly #trunk: Trunk;
  readonly #strict: ReadonlySet<Leniency>;
  readonly #calls = new Calls();
  readonly #carrier: H225Carrier;
  readonly #originating: H225Originating;
  readonly #sending: H225Sending;
  readonly #peers: H225Peers;
  readonly #forms = outerForms();
  /** Channels that cannot be written to for now. */
  readonly #full = new Set<Channel>();
  #manner: OuterManner;
  #isOlderTold = false;
  #stopped = false;

  constructor(trunk: Trunk, config: H323TrunkConfig, { strict = [], isNative = false }: H225Neighbour = {}) {
    this.#trunk = trunk;
    this.#strict = new Set(strict);
    this.#manner = mannerOf(config);
    this.#carrier = new H225Carrier(trunk, this.#calls);
    this.#peers = new H225Peers(trunk, config.peers.length);
    const own = { trunk, calls: this.#calls, carrier: this.#carrier, peers: this.#peers, isNative };
    const parts: H225Parts = { ...own, outerOf: (call) => this.#outerOf(call) };
    this.#originating = new H225Originating(parts);
    this.#sending = new H225Sending(parts);
  }

  /** Between calls nothing is connected: it is up until nobody has answered for long, or it is stopped (R12). */
  get up(): boolean {
    return !this.#stopped && this.#peers.state !== "down";
  }

  get legs(): number {
    return this.#calls.count;
  }

  get congested(): boolean {
    return this.#full.size > 0;
  }

  get refusesQsig(): boolean {
    return this.#originating.isRefused;
  }

  handle(input: TrunkInput, context: TrunkContext): void {
    switch (input.type) {
      case "start":
        return context.event({ type: "linkUp", trunk: this.#trunk });
      case "stop":
        return this.#stop(context);
      case "opened":
        return this.#opened(input, context);
      case "received":
        return this.#received(input, context);
      case "closed":
        return this.#closed(input, context);
      case "flow":
        if (input.writable) this.#full.delete(input.channel);
        else this.#full.add(input.channel);
        return;
      case "timer":
        if (input.name === "T_DOWN" || input.name === "T_PROBE") return this.#peers.timer(input.name, context);
        throw new Error(`trunk ${this.#trunk} has no timer ${input.name}`);
      default:
        input satisfies never;
    }
  }

  openLeg(context: TrunkContext): LegId | undefined {
    return this.#stopped ? undefined : this.#calls.originate(context)?.leg;
  }

  send(leg: LegId, draft: LegDraft, context: TrunkContext): boolean {
    const call = this.#calls.of(leg);
    if (call === undefined || call.over) return false;
    // What another carrier brought means nothing here.
    const own = isOwn(draft) ? draft : { message: draft.message, ies: draft.ies };
    if (draft.message === "SETUP") return this.#originating.setup(call, own, context);
    if (call.channel === undefined) return false;
    this.#sending.message(call, own, context);
    return true;
  }

  carry(leg: LegId, kept: Opaque, context: TrunkContext): void {
    const call = this.#calls.of(leg);
    if (call === undefined || call.over || kept.carrier !== "h225" || isRelease(kept)) return;
    this.#sending.carry(call, kept, context);
  }

  /** Nothing is ever under a reference of no call, or under reference 0: each call has an outer one of its own. */
  sendUnder(): boolean {
    return false;
  }

  /** Nobody answered our RELEASE, or nothing was said at all: the outer call ends with the inner one (R13.6). */
  closeLeg(leg: LegId, context: TrunkContext): void {
    const call = this.#calls.of(leg);
    if (call === undefined) return;
    if (!call.over && call.channel !== undefined) {
      const ies = [causeElement(causes.temporaryFailure)];
      if (call.innerOver || call.tunnels === false) {
        this.#carrier.carry(call, bareRelease(this.#outerOf(call), ies), context);
      } else this.#sending.message(call, { message: "RELEASE COMPLETE", ies }, context);
      this.#carrier.over(call, context);
    }
    this.#calls.forget(call);
  }

  /** H.225.0 has no DISCONNECT; a tunnel would carry one. */
  clearsAtOnce(leg: LegId): boolean {
    return this.#calls.of(leg)?.tunnels === false;
  }

  #outerOf({ outer, callIdentifier, conferenceID }: H225Call): OuterCall {
    return { callReference: outer, callIdentifier, conferenceID, manner: this.#manner };
  }

  #opened({ channel, by }: Input<"opened">, context: TrunkContext): void {
    if (this.#stopped) return this.#carrier.close(channel, "the trunk is stopped", context);
    if (this.#peers.opened(channel, context) || by === "peer") return;
    const call = this.#calls.onChannel(channel)[0];
    if (call === undefined) return this.#carrier.close(channel, "not asked for any more", context);
    call.isOpen = true;
    for (const octets of call.waiting.splice(0)) this.#carrier.send(channel, octets, context);
  }

  #received({ channel, pdu }: Input<"received">, context: TrunkContext): void {
    if (pdu.carrier !== "h225") return;
    const read = this.#forms.read(pdu.octets);
    if (read instanceof DecodeError) return this.#unreadable(read.code, context);
    const { callReference, name } = read;
    // H.225.0 7.2.2.3.
    if (callReference.length !== 2) return this.#unreadable("a call reference is not of two octets", context);
    this.#peers.heard(channel, context);
    this.#learnSharing(channel, read);
    this.#tellOlderForm(read, context);
    const call = this.#calls.find(channel, callReference);
    if (name === "SETUP" && callReference.flag === 0) {
      // The same once more: the first is being answered.
      return call === undefined ? this.#offered(channel, read, context) : undefined;
    }
    if (call === undefined) return this.#unknown(channel, read, context);
    if (name === "STATUS ENQUIRY") return this.#carrier.carry(call, status(this.#outerOf(call), call.state), context);
    if (name === "STATUS") return this.#status(call, read.whole(), context);
    crossed(call, typeOf(pdu.octets));
    this.#ofCall(call, read, context);
  }

  /** Both ends take several calls on a connection of ours, or it is for one. */
  #learnSharing(channel: Channel, { facts }: Outer): void {
    const { takesSeveralCalls: shares } = facts;
    if (!this.#manner.multipleCalls || !isOurs(channel) || shares === undefined) return;
    if (shares) this.#calls.shared.add(channel);
    else this.#calls.shared.delete(channel);
  }

  /** QSIG before Annex M.1 passes between two trunks as all else does; for call back it is none. */
  #tellOlderForm(read: Outer, context: TrunkContext): void {
    if (this.#isOlderTold || !read.facts.hasNonStandard) return;
    const { userInformation } = read.whole();
    const elements = userInformation === undefined ? [] : ciscoElements(userInformation);
    if (elements.length === 0) return;
    this.#isOlderTold = true;
    const names = elements.map(({ id, codeset }) => elementName(codeset, id)).join(", ");
    const advice = "for call back let its trunk tunnel QSIG by Annex M.1";
    this.#carrier.alarm(`the neighbour sends QSIG in Cisco's older form (${names}): ${advice}`, context);
  }

  #unreadable(why: string, context: TrunkContext): void {
    this.#carrier.alarm(`an H.225.0 message cannot be read: ${why}`, context);
  }

  /** Everything but SETUP and STATUS of a call that stands. */
  #ofCall(call: H225Call, read: Outer, context: TrunkContext): void {
    if (!this.#learn(call, read, context)) return;
    const kept = this.#keptOf(call, read);
    for (const message of kept.messages) this.#inner(call, message, kept, context);
    if (isRelease(kept)) return this.#released(call, read, kept, context);
    const { leg } = call;
    if (kept.saysMore || kept.messages.length > 1) context.event({ type: "carried", trunk: this.#trunk, leg, kept });
  }

  /** Whether the peer tunnels shows with its first message that can say so (R13.8); false: the call has ended by it. */
  #learn(call: H225Call, read: Outer, context: TrunkContext): boolean {
    if (tunnelled(read).length > 0) {
      this.#originating.shown();
      call.tunnels = true;
    } else call.tunnels ??= read.facts.announcesQsig;
    const isBareCis = call.tunnels === false && call.setup !== undefined && isCallIndependent(call.setup.draft);
    if (isBareCis) {
      this.#originating.refused("took a call-independent connection for a call", context);
      this.#carrier.carry(call, bareRelease(this.#outerOf(call), [causeElement(causes.noTunnel)]), context);
      this.#carrier.over(call, context);
      this.#carrier.end(call, causes.noTunnel, context);
    } else if (read.name !== "RELEASE COMPLETE") call.setup = undefined;
    return !isBareCis;
  }

  /** An outer CALL PROCEEDING without a tunnel is a first response all the same: somebody has the call. */
  #keptOf(call: H225Call, read: Outer): KeptH225 {
    const messages = tunnelled(read);
    const isTunnelled = messages.length > 0;
    const isFirst = read.name === "CALL PROCEEDING" && call.outer.flag === 0 && call.proceeding === undefined;
    const standsFor = !isTunnelled && (call.tunnels === false || isFirst) ? innerOf(read.whole()) : undefined;
    if (isFirst) call.proceeding = isTunnelled ? "inner" : "outer";
    const own = standsFor === undefined ? messages : [encodeMessage(asPeersWrite(call.inner), standsFor)];
    const { octets, facts, tunnelPlace } = read;
    return { carrier: "h225", octets, messages: own, isTunnelled, tunnelPlace, saysMore: facts.saysMore };
  }

  /** A call of a peer. Without a tunnel it is a basic call, and nothing else (R13.8, R14). */
  #offered(channel: Channel, read: Outer, context: TrunkContext): void {
    const messages = tunnelled(read);
    const { octets, callReference, tunnelPlace } = read;
    const outer = { value: callReference.value, flag: 1, length: 2 } as const;
    const known = identifiersIn(read);
    const isTunnelled = messages.length > 0;
    const standsFor = isTunnelled ? undefined : innerOf(read.whole());
    const refusal = isTunnelled ? undefined : refusalOf(read.whole());
    if (refusal !== undefined) {
      this.#carrier.alarm(refusal.text, context);
      const refused = { callReference: outer, ...known, manner: this.#manner };
      return this.#carrier.send(channel, bareRelease(refused, [causeElement(refusal.cause)]), context);
    }
    const [setup = new Uint8Array(0), ...more] =
      standsFor === undefined ? messages : [encodeMessage(callReference, standsFor)];
    const message = readLayer3(setup, this.#trunk, this.#strict, context);
    if (message instanceof DecodeError || message.message !== "SETUP") {
      return this.#carrier.alarm("a call whose tunnel does not begin with SETUP is ignored", context);
    }
    this.#learnBearer(read, message, isTunnelled);
    const inner: CallReference = { ...message.callReference, flag: 1 };
    const call = this.#calls.accept(context, { channel, outer, inner, ...known, tunnels: isTunnelled });
    crossed(call, typeOf(octets));
    const carried = { octets, messages: [setup], isTunnelled, tunnelPlace };
    const kept: KeptH225 = { carrier: "h225", ...carried, saysMore: true, identifiers: known };
    context.event({ type: "setup", trunk: this.#trunk, leg: call.leg, message: besideOf(message, kept) });
    for (const each of more) this.#inner(call, each, undefined, context);
  }

  /** How this peer writes the bearer of a call-independent connection (R14). */
  #learnBearer(read: Outer, setup: Message, isTunnelled: boolean): void {
    if (isTunnelled) this.#originating.shown();
    if (!isCallIndependent(setup)) return;
    const bearer = read.element(bearerCapability.id)?.octets;
    if (bearer === undefined || sameOctets(bearer, this.#manner.cisBearer)) return;
    this.#manner = { ...this.#manner, cisBearer: new Uint8Array(bearer) };
  }

  #inner(call: H225Call, octets: Uint8Array, kept: KeptH225 | undefined, context: TrunkContext): void {
    const trunk = this.#trunk;
    const message = readLayer3(octets, trunk, this.#strict, context);
    if (message instanceof DecodeError) return context.event({ type: "unreadable", trunk, error: message, octets });
    if (message.message === "RELEASE COMPLETE") call.innerOver = true;
    // The connection layer was told of it already; what came with it goes on behind.
    if (message.message === "CALL PROCEEDING" && call.proceeding === "outer" && kept?.isTunnelled === true) return;
    const isClearing = clearing.has(message.message ?? "");
    // The outer RELEASE COMPLETE goes on with what clears, not with what came in it before.
    const beside = kept === undefined || (isRelease(kept) && !isClearing) ? undefined : kept;
    context.event({ type: "message", trunk, leg: call.leg, message: besideOf(message, beside) });
  }

  /** The outer call is over: without a clearing message of its own the inner one ends with it (R13.5). */
  #released(call: H225Call, read: Outer, kept: KeptH225, context: TrunkContext): void {
    const reason = call.setup === undefined ? undefined : reasonOf(read.whole());
    if (reason !== undefined && "tunnelledSignallingRejected" in reason) {
      this.#originating.refused("refuses the tunnel", context);
      if (this.#originating.withoutTunnel(call, context)) return;
    }
    this.#carrier.over(call, context);
    if (!call.innerOver) this.#carrier.end(call, causeOf(read.whole()), context, kept);
  }

  /** The peer does not know the call any more (Q.931 5.8.11). */
  #status(call: H225Call, { message }: H225Message, context: TrunkContext): void {
    if (find(message, callState)?.state !== 0) return;
    this.#carrier.over(call, context);
    this.#carrier.end(call, causes.temporaryFailure, context);
  }

  /** A message of no call: RELEASE COMPLETE to all but RELEASE COMPLETE (Q.931 5.8.3.2, as H.225.0 7.3 has it). */
  #unknown(channel: Channel, { name, callReference }: Outer, context: TrunkContext): void {
    if (name === "RELEASE COMPLETE" || name === "STATUS" || callReference.value === 0) return;
    const nothing = new Uint8Array(16);
    const none = {
      callReference: asPeersWrite(callReference),
      callIdentifier: nothing,
      conferenceID: nothing,
      manner: this.#manner,
    };
    const answer =
      name === "STATUS ENQUIRY" ? status(none, 0) : bareRelease(none, [causeElement(causes.invalidCallReference)]);
    this.#carrier.send(channel, answer, context);
  }

  #closed({ channel, reason }: Input<"closed">, context: TrunkContext): void {
    this.#full.delete(channel);
    this.#calls.shared.delete(channel);
    for (const call of this.#calls.onChannel(channel)) {
      this.#calls.leave(call);
      // Without a first response it is the peer that failed (R12).
      if (call.setup !== undefined) this.#peers.failed(channel, reason, context);
      if (this.#originating.elsewhere(call, context)) continue;
      call.over = true;
      this.#carrier.end(call, causes.outOfOrder, context);
    }
    this.#peers.closed(channel, context);
  }

  #stop(context: TrunkContext): void {
    this.#stopped = true;
    this.#peers.stop(context);
    for (const channel of this.#calls.channels()) this.#carrier.close(channel, "the trunk is stopped", context);
    context.event({ type: "linkDown", trunk: this.#trunk, reason: "the trunk is stopped" });
  }
}

/** Why a SETUP without QSIG is no basic call either (R14). */
function refusalOf(read: H225Message): { readonly cause: number; readonly text: string } | undefined {
  if (read.userInformation === undefined) return { cause: causes.invalidElement, text: "a SETUP cannot be read" };
  if (!isForNoBearer(read)) return undefined;
  return { cause: causes.noTunnel, text: "a call-independent connection without QSIG in its tunnel is refused" };
}

const clearing: ReadonlySet<string> = new Set(["DISCONNECT", "RELEASE", "RELEASE COMPLETE"]);

/** A message with what came beside it. Written out: V8 is slow at spreading objects. */
function besideOf(message: Message, kept: KeptH225 | undefined): LegMessage {
  if (kept === undefined) return message;
  const { callReference, type, message: name, ies, problems } = message;
  return { callReference, type, message: name, ies, problems, kept };
}

/** A reference as the other end of the call writes it. */
function asPeersWrite({ value, flag, length }: CallReference): CallReference {
  return { value, flag: flag === 0 ? 1 : 0, length };
}

function isOwn(draft: LegDraft): draft is H225Draft {
  return draft.kept === undefined || draft.kept.carrier === "h225";
}
