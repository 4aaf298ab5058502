import type { Leniency } from "../../codecs/leniencies.ts";
import type { CallReference, MessageDraft } from "../../codecs/q931/message.ts";
import type { Channel, Trunk } from "../ids.ts";
import { Layer3 } from "./layer3.ts";
import type { LegId, TrunkContext, TrunkInput, TrunkMachine } from "./trunk.ts";

/**
 * A trunk of type `demo`: the cluster lives in the same process and takes whole layer-3 messages. No layer 2: the link
 * is up while the channel is open, and the channel, once asked for, stays.
 */
export class DemoTrunk implements TrunkMachine {
  readonly #trunk: Trunk;
  readonly #layer3: Layer3;
  #channel: Channel | undefined;
  #writable = true;

  constructor(trunk: Trunk, strict?: readonly Leniency[]) {
    this.#trunk = trunk;
    this.#layer3 = new Layer3(trunk, strict);
  }

  get up(): boolean {
    return this.#channel !== undefined;
  }

  get legs(): number {
    return this.#layer3.legs;
  }

  get congested(): boolean {
    return !this.#writable;
  }

  handle(input: TrunkInput, context: TrunkContext): void {
    const trunk = this.#trunk;
    switch (input.type) {
      case "start":
        return context.output({ type: "open", id: context.nextOutput(), after: 0, trunk, channel: "demo" });
      case "stop":
        if (this.#channel === undefined) return;
        return context.output({
          type: "close",
          after: 0,
          trunk,
          channel: this.#channel,
          reason: "the trunk is stopped",
        });
      case "opened":
        this.#channel = input.channel;
        this.#writable = true;
        return context.event({ type: "linkUp", trunk });
      case "received":
        return this.#received(input, context);
      case "closed":
        if (input.channel !== this.#channel) return;
        this.#channel = undefined;
        return context.event({ type: "linkDown", trunk, reason: input.reason });
      case "flow":
        if (input.channel === this.#channel) this.#writable = input.writable;
        return;
      case "timer":
        throw new Error(`trunk ${trunk} has no timer ${input.name}`);
      default:
        input satisfies never;
    }
  }

  #received({ channel, pdu }: Extract<TrunkInput, { readonly type: "received" }>, context: TrunkContext): void {
    if (channel !== this.#channel) return;
    const event = this.#layer3.receive(pdu.octets, context);
    if (event !== undefined) context.event(event);
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
    if (this.#channel === undefined) return false;
    const pdu = { carrier: "qsig", octets } as const;
    context.output({ type: "send", after: 0, trunk: this.#trunk, channel: this.#channel, pdu });
    return true;
  }
}
