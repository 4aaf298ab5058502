import { DecodeError } from "../../codecs/error.ts";
import { decodeH225, type H225Message, qsigTunnel } from "../../codecs/h225/index.ts";
import type { Leniency } from "../../codecs/leniencies.ts";
import { find, isOf } from "../../codecs/q931/element.ts";
import { bearerCapability } from "../../codecs/q931/ie/bearer-capability.ts";
import { cause } from "../../codecs/q931/ie/cause.ts";
import { causeElement, decodeMessage, encodeMessage, isCallIndependent } from "../../codecs/q931/index.ts";
import type { CallReference, Message, MessageDraft } from "../../codecs/q931/message.ts";
import type { H323TrunkConfig } from "../config.ts";
import type { Channel, Trunk } from "../seam.ts";
import { bareRelease, carrying, defaultCisBearer } from "./h225-messages.ts";
import { Calls, type H225Call } from "./h225-calls.ts";
import { readLayer3 } from "./layer3.ts";
import type { LegId, TrunkContext, TrunkInput, TrunkMachine } from "./trunk.ts";

type Input<Type extends TrunkInput["type"]> = Extract<TrunkInput, { readonly type: Type }>;

/** Cause values (Q.850) of what the carrier does to a call. */
const causes = { outOfOrder: 27, temporaryFailure: 41, noTunnel: 65, invalidCallReference: 81 } as const;

/**
 * A trunk of type `h323`: one H.225.0 call for each QSIG call, its messages in the tunnel of Annex M.1. A channel is a
 * TCP connection; each call of ours opens one, a peer may have several calls on one (R12, R14).
 */
export class H225Trunk implements TrunkMachine {
  readonly #trunk: Trunk;
  readonly #config: H323TrunkConfig;
  readonly #strict: ReadonlySet<Leniency>;
  readonly #calls = new Calls();
  /** Channels that cannot be written to for now. */
  readonly #full = new Set<Channel>();
  #channels = 0;
  #cisBearer: Uint8Array = defaultCisBearer;
  /** Every peer failed since; undefined while the last attempt was fine. */
  #failing = false;
  #stopped = false;

  constructor(trunk: Trunk, config: H323TrunkConfig, strict: readonly Leniency[] = []) {
    this.#trunk = trunk;
    this.#config = config;
    this.#strict = new Set(strict);
  }

  /** Between calls nothing is connected: it is up until it is stopped (R12). */
  get up(): boolean {
    return !this.#stopped;
  }

  get legs(): number {
    return this.#calls.count;
  }

  get congested(): boolean {
    return this.#full.size > 0;
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
        throw new Error(`trunk ${this.#trunk} has no timer ${input.name}`);
      default:
        input satisfies never;
    }
  }

  openLeg(context: TrunkContext): LegId | undefined {
    return this.#stopped ? undefined : this.#calls.originate(context)?.leg;
  }

  send(leg: LegId, draft: MessageDraft, context: TrunkContext): boolean {
    const call = this.#calls.of(leg);
    if (call === undefined || call.over) return false;
    const octets = encodeMessage(call.inner, draft);
    const outer = carrying({ ...call, callReference: call.outer, cisBearer: this.#cisBearer }, draft, octets);
    context.trace({ at: context.now, type: "message", trunk: this.#trunk, direction: "out", octets });
    if (draft.message === "SETUP") return this.#setup(call, outer, context);
    if (call.channel === undefined) return false;
    this.#carry(call, call.channel, outer, context);
    if (draft.message === "RELEASE COMPLETE") this.#over(call, context);
    return true;
  }

  /** Nothing is ever under a reference of no call, or under reference 0: each call has an outer one of its own. */
  sendUnder(): boolean {
    return false;
  }

  closeLeg(leg: LegId, context: TrunkContext): void {
    const call = this.#calls.of(leg);
    if (call === undefined) return;
    if (!call.over && call.channel !== undefined) {
      const outer = { ...call, callReference: call.outer, cisBearer: this.#cisBearer };
      this.#carry(call, call.channel, bareRelease(outer, [causeElement(causes.temporaryFailure)]), context);
      this.#over(call, context);
    }
    this.#calls.forget(call);
  }

  /** Of a call of ours: a channel to the next peer; a SETUP that is repeated goes to another one (R12). */
  #setup(call: H225Call, outer: Uint8Array, context: TrunkContext): boolean {
    if (call.channel !== undefined) this.#close(call.channel, "no answer: the next peer is tried", context);
    const { peers } = this.#config;
    if (peers.length === 0) return false;
    const peer = call.attempts % peers.length;
    this.#channels += 1;
    const channel = `out-${this.#channels}/${peer}`;
    this.#calls.attempt(call, channel, outer);
    context.output({ type: "open", id: context.nextOutput(), after: 0, trunk: this.#trunk, channel });
    return true;
  }

  #opened({ channel, by }: Input<"opened">, context: TrunkContext): void {
    if (this.#stopped) return this.#close(channel, "the trunk is stopped", context);
    if (by === "peer") return;
    const call = this.#calls.onChannel(channel)[0];
    if (call === undefined) return this.#close(channel, "not asked for any more", context);
    call.isOpen = true;
    for (const octets of call.waiting.splice(0)) this.#send(channel, octets, context);
  }

  #carry(call: H225Call, channel: Channel, octets: Uint8Array, context: TrunkContext): void {
    if (call.isOpen) this.#send(channel, octets, context);
    else call.waiting.push(octets);
  }

  #received({ channel, pdu }: Input<"received">, context: TrunkContext): void {
    if (pdu.carrier !== "h225") return;
    const read = decodeH225(pdu.octets);
    if (read instanceof DecodeError) return this.#alarm(`an H.225.0 message cannot be read: ${read.code}`, context);
    this.#failing = false;
    const { callReference, message } = read.message;
    const call = this.#calls.find(channel, callReference);
    if (message === "SETUP" && callReference.flag === 0) {
      // The same once more: the first is being answered.
      return call === undefined ? this.#offered(channel, read, context) : undefined;
    }
    if (call === undefined) return this.#unknown(channel, read.message, context);
    if (message === "STATUS ENQUIRY") return;
    for (const octets of tunnelled(read)) this.#inner(call, octets, context);
    if (message === "RELEASE COMPLETE") this.#released(call, read, context);
  }

  /** A call of a peer. Without a tunnel it is none of QSIG: refused, and somebody is told. */
  #offered(channel: Channel, read: H225Message, context: TrunkContext): void {
    const [setup, ...more] = tunnelled(read);
    const { callReference } = read.message;
    const body = read.userInformation?.h323UuPdu.h323MessageBody;
    const own = body !== undefined && "setup" in body ? body.setup : undefined;
    const callIdentifier = own?.callIdentifier?.guid ?? new Uint8Array(16);
    const conferenceID = own?.conferenceID ?? new Uint8Array(16);
    const outer = { value: callReference.value, flag: 1, length: 2 } as const;
    if (setup === undefined) {
      this.#alarm("a call without QSIG in its tunnel is refused: the peer does not tunnel", context);
      const refused = { callReference: outer, callIdentifier, conferenceID, cisBearer: this.#cisBearer };
      return this.#send(channel, bareRelease(refused, [causeElement(causes.noTunnel)]), context);
    }
    const message = readLayer3(setup, this.#trunk, this.#strict, context);
    if (message instanceof DecodeError || message.message !== "SETUP") {
      return this.#alarm("a call whose tunnel does not begin with SETUP is ignored", context);
    }
    const bearer = read.message.ies.find((ie) => isOf(ie, bearerCapability));
    if (bearer !== undefined && isCallIndependent(message)) this.#cisBearer = bearer.octets;
    const { value, length } = message.callReference;
    const inner: CallReference = { value, flag: 1, length };
    const call = this.#calls.accept(context, { channel, outer, inner, callIdentifier, conferenceID });
    context.event({ type: "setup", trunk: this.#trunk, leg: call.leg, message });
    for (const octets of more) this.#inner(call, octets, context);
  }

  #inner(call: H225Call, octets: Uint8Array, context: TrunkContext): void {
    const trunk = this.#trunk;
    const message = readLayer3(octets, trunk, this.#strict, context);
    if (message instanceof DecodeError) return context.event({ type: "unreadable", trunk, error: message, octets });
    if (message.message === "RELEASE COMPLETE") call.innerOver = true;
    context.event({ type: "message", trunk, leg: call.leg, message });
  }

  /** The outer call is over: without a clearing message of its own the inner one ends with it (R13.5). */
  #released(call: H225Call, { message }: H225Message, context: TrunkContext): void {
    this.#over(call, context);
    if (!call.innerOver) this.#end(call, find(message, cause)?.cause ?? causes.temporaryFailure, context);
  }

  /** What the connection layer hears where the carrier has ended: RELEASE COMPLETE, with no APDU. */
  #end(call: H225Call, value: number, context: TrunkContext): void {
    const callReference: CallReference = { ...call.inner, flag: call.inner.flag === 0 ? 1 : 0 };
    const ies = [causeElement(value)];
    const message = decodeMessage(encodeMessage(callReference, { message: "RELEASE COMPLETE", ies }));
    if (message instanceof DecodeError) throw new Error("our own RELEASE COMPLETE cannot be read");
    call.innerOver = true;
    context.event({ type: "message", trunk: this.#trunk, leg: call.leg, message });
  }

  /** A message of no call: RELEASE COMPLETE to all but RELEASE COMPLETE (Q.931 5.8.3.2, as H.225.0 7.3 has it). */
  #unknown(channel: Channel, { message, callReference }: Message, context: TrunkContext): void {
    if (message === "RELEASE COMPLETE" || callReference.value === 0) return;
    const nothing = new Uint8Array(16);
    const outer = { ...callReference, flag: callReference.flag === 0 ? 1 : 0 } as const;
    const none = { callReference: outer, callIdentifier: nothing, conferenceID: nothing, cisBearer: this.#cisBearer };
    this.#send(channel, bareRelease(none, [causeElement(causes.invalidCallReference)]), context);
  }

  #closed({ channel, reason }: Input<"closed">, context: TrunkContext): void {
    this.#full.delete(channel);
    for (const call of this.#calls.onChannel(channel)) {
      const setup = call.isOpen ? undefined : call.setup;
      if (setup !== undefined && call.attempts < this.#config.peers.length) {
        call.channel = undefined;
        this.#setup(call, setup, context);
        continue;
      }
      if (!call.isOpen && !this.#failing) {
        this.#failing = true;
        this.#alarm(`no peer can be reached: ${reason}`, context);
      }
      call.over = true;
      this.#calls.leave(call);
      if (!call.innerOver) this.#end(call, causes.outOfOrder, context);
    }
  }

  /** Nothing more goes or comes on the outer call; the caller closes a connection that carries no other. */
  #over(call: H225Call, context: TrunkContext): void {
    const { channel } = call;
    if (call.over || channel === undefined) return;
    call.over = true;
    this.#calls.leave(call);
    if (call.outer.flag === 0) this.#close(channel, "the call is over", context);
  }

  #stop(context: TrunkContext): void {
    this.#stopped = true;
    for (const channel of this.#calls.channels()) this.#close(channel, "the trunk is stopped", context);
    context.event({ type: "linkDown", trunk: this.#trunk, reason: "the trunk is stopped" });
  }

  #send(channel: Channel, octets: Uint8Array, context: TrunkContext): void {
    context.output({ type: "send", after: 0, trunk: this.#trunk, channel, pdu: { carrier: "h225", octets } });
  }

  #close(channel: Channel, reason: string, context: TrunkContext): void {
    context.output({ type: "close", after: 0, trunk: this.#trunk, channel, reason });
  }

  #alarm(text: string, context: TrunkContext): void {
    context.trace({ at: context.now, type: "alarm", trunk: this.#trunk, text });
  }
}

function tunnelled({ tunnelled: tunnel }: H225Message): readonly Uint8Array[] {
  return tunnel?.protocol === qsigTunnel ? tunnel.messages : [];
}
