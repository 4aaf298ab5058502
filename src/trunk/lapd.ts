import { n201 } from "../../codecs/lapd/index.ts";
import type { CallReference, MessageDraft } from "../../codecs/q931/message.ts";
import type { Leniency } from "../../codecs/leniencies.ts";
import type { LapdTrunkConfig } from "../config.ts";
import type { Channel, Trunk } from "../ids.ts";
import { DataLink, type DataLinkEffect, messagesOfCongestion } from "./data-link.ts";
import { Layer3 } from "./layer3.ts";
import { mdlErrors } from "./q921.ts";
import { Reconnect } from "./reconnect.ts";
import type { LegId, TrunkContext, TrunkInput, TrunkMachine } from "./trunk.ts";

/** Our own timers around Q.921. */
export const lapdTimers = {
  /** A link that the peer released or does not set up is asked for again. */
  reestablishMs: 5000,
} as const;

type Released = Extract<DataLinkEffect, { readonly type: "released" }>;
type Input<Type extends TrunkInput["type"]> = Extract<TrunkInput, { readonly type: Type }>;

/** A trunk of type `lapd`: one channel, one Q.921 link on it, all calls of the trunk in that link. */
export class LapdTrunk implements TrunkMachine {
  readonly #trunk: Trunk;
  readonly #role: LapdTrunkConfig["role"];
  readonly #layer3: Layer3;
  readonly #link: DataLink;
  #channel: Channel | undefined;
  readonly #reconnect: Reconnect;
  #up = false;
  #writable = true;
  #stopped = false;

  constructor(trunk: Trunk, config: LapdTrunkConfig, strict?: readonly Leniency[]) {
    this.#trunk = trunk;
    this.#role = config.role;
    this.#layer3 = new Layer3(trunk, strict, config.segments === true ? n201 : undefined);
    this.#link = new DataLink(config.side);
    this.#reconnect = new Reconnect(trunk, config.role === "connect");
  }

  get up(): boolean {
    return this.#up;
  }

  get legs(): number {
    return this.#layer3.legs;
  }

  get congested(): boolean {
    return !this.#writable || this.#link.waiting >= messagesOfCongestion;
  }

  handle(input: TrunkInput, context: TrunkContext): void {
    switch (input.type) {
      case "start":
        return this.#reconnect.start(context);
      case "stop":
        return this.#stop(context);
      case "opened":
        return this.#opened(input, context);
      case "received":
        return this.#received(input, context);
      case "closed":
        return this.#closed(input, context);
      case "flow":
        if (input.channel === this.#channel) this.#writable = input.writable;
        return;
      case "timer":
        return this.#timer(input.name, context);
      default:
        input satisfies never;
    }
  }

  openLeg(context: TrunkContext): LegId | undefined {
    return this.#layer3.open(context);
  }

  closeLeg(leg: LegId): void {
    this.#layer3.close(leg);
  }

  send(leg: LegId, draft: MessageDraft, context: TrunkContext): boolean {
    return this.#layer3.send(this.#layer3.referenceOf(leg), draft, context, (octets) => this.#carry(octets, context));
  }

  sendUnder(callReference: CallReference, draft: MessageDraft, context: TrunkContext): boolean {
    return this.#layer3.send(callReference, draft, context, (octets) => this.#carry(octets, context));
  }

  #carry(octets: Uint8Array, context: TrunkContext): boolean {
    const effects = this.#link.send(octets);
    if (effects === undefined) {
      if (this.#link.up)
        this.#alarm(`a message of ${octets.length} octets is longer than a frame may carry (N201)`, context);
      return false;
    }
    this.#perform(effects, context);
    return this.#link.up;
  }

  #opened({ channel, by }: Input<"opened">, context: TrunkContext): void {
    if (this.#stopped) return this.#close(channel, "the trunk is stopped", context);
    const asked = this.#reconnect.opened(channel);
    if (by === "us" && !asked) return this.#close(channel, "not asked for any more", context);
    if (by === "peer" && this.#role === "connect")
      return this.#close(channel, "this trunk connects, it does not listen", context);
    if (this.#channel !== undefined) {
      // A peer that lost its old connection in silence must get in: the newer one is the one it uses.
      this.#close(this.#channel, "replaced by a newer connection", context);
      this.#perform(this.#link.handle({ type: "deactivation", reason: "replaced by a newer connection" }), context);
    }
    this.#channel = channel;
    this.#writable = true;
    context.stopTimer("reestablish");
    this.#perform(this.#link.handle({ type: "establishRequest" }), context);
  }

  #received({ channel, pdu }: Input<"received">, context: TrunkContext): void {
    if (channel !== this.#channel) return this.#ignore(`frame on channel ${channel}`, context);
    if (pdu.carrier !== "lapd") return this.#ignore(`PDU of carrier ${pdu.carrier}`, context);
    this.#perform(this.#link.receive(pdu.octets), context);
  }

  #closed({ channel, reason }: Input<"closed">, context: TrunkContext): void {
    if (this.#reconnect.failed(channel, context)) return this.#alarm(`no connection: ${reason}`, context);
    if (channel !== this.#channel) return;
    this.#channel = undefined;
    this.#perform(this.#link.handle({ type: "deactivation", reason }), context);
    context.stopTimer("reestablish");
    this.#reconnect.lost(context);
  }

  #timer(name: string, context: TrunkContext): void {
    switch (name) {
      case "T200":
      case "T203":
        context.trace({ at: context.now, type: "timer", of: this.#trunk, timer: name, change: "expired" });
        return this.#perform(this.#link.handle({ type: name }), context);
      case "reopen":
        return this.#reconnect.start(context);
      case "reestablish":
        return this.#perform(this.#link.handle({ type: "establishRequest" }), context);
      default:
        throw new Error(`trunk ${this.#trunk} has no timer ${name}`);
    }
  }

  /** The link is released first, so that the peer knows; `released` closes the channel. */
  #stop(context: TrunkContext): void {
    this.#stopped = true;
    this.#reconnect.stop(context);
    context.stopTimer("reestablish");
    if (this.#link.state === "TEI assigned") return this.#drop("the trunk is stopped", context);
    this.#perform(this.#link.handle({ type: "releaseRequest" }), context);
  }

  #released({ reason, silent }: Released, context: TrunkContext): void {
    if (this.#up) {
      this.#up = false;
      context.event({ type: "linkDown", trunk: this.#trunk, reason });
    }
    if (this.#channel === undefined) return;
    if (this.#stopped) return this.#drop("the trunk is stopped", context);
    // A connection may be dead for a quarter of an hour before TCP says so: whoever can open another one does.
    if (silent && this.#role === "connect") return this.#drop(reason, context);
    context.startTimer("reestablish", lapdTimers.reestablishMs);
  }

  #drop(reason: string, context: TrunkContext): void {
    if (this.#channel === undefined) return;
    this.#close(this.#channel, reason, context);
    this.#channel = undefined;
    this.#reconnect.lost(context);
  }

  #perform(effects: readonly DataLinkEffect[], context: TrunkContext): void {
    for (const effect of effects) this.#effect(effect, context);
  }

  #effect(effect: DataLinkEffect, context: TrunkContext): void {
    const trunk = this.#trunk;
    switch (effect.type) {
      case "frame":
        if (this.#channel === undefined) return;
        return context.output({
          type: "send",
          after: 0,
          trunk,
          channel: this.#channel,
          pdu: { carrier: "lapd", octets: effect.octets },
        });
      case "deliver":
        return this.#deliver(effect.information, context);
      case "established":
        this.#up = true;
        this.#reconnect.up();
        context.stopTimer("reestablish");
        return context.event({ type: "linkUp", trunk });
      case "released":
        return this.#released(effect, context);
      case "startTimer":
        return context.startTimer(effect.timer, effect.afterMs);
      case "stopTimer":
        return context.stopTimer(effect.timer);
      case "error":
        return this.#alarm(`Q.921 MDL-ERROR ${effect.code}: ${mdlErrors[effect.code]}`, context);
      case "discarded":
        return this.#alarm(`frame discarded: ${effect.why}`, context);
      case "transition":
        return this.#transition(effect, context);
      case "ignored":
        return this.#ignore(effect.event, context);
      default:
        effect satisfies never;
    }
  }

  #deliver(information: Uint8Array, context: TrunkContext): void {
    const event = this.#layer3.receive(information, context);
    if (event !== undefined) context.event(event);
  }

  #transition(
    { event, from, to }: Extract<DataLinkEffect, { readonly type: "transition" }>,
    context: TrunkContext,
  ): void {
    context.trace({ at: context.now, type: "transition", machine: "lapd", of: this.#trunk, event, from, to });
  }

  #ignore(event: string, context: TrunkContext): void {
    const { state } = this.#link;
    context.trace({ at: context.now, type: "ignored", machine: "lapd", of: this.#trunk, event, state });
  }

  #alarm(text: string, context: TrunkContext): void {
    context.trace({ at: context.now, type: "alarm", trunk: this.#trunk, text });
  }

  #close(channel: Channel, reason: string, context: TrunkContext): void {
    context.output({ type: "close", after: 0, trunk: this.#trunk, channel, reason });
  }
}
