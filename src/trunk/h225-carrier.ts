import { DecodeError } from "../../codecs/error.ts";
import { causeElement, decodeMessage, encodeMessage } from "../../codecs/q931/index.ts";
import type { CallReference } from "../../codecs/q931/message.ts";
import type { Channel, Trunk } from "../ids.ts";
import type { KeptH225 } from "../pdu.ts";
import { type Calls, crossed, type H225Call } from "./h225-calls.ts";
import { typeOf } from "./h225-kept.ts";
import type { TrunkContext } from "./trunk.ts";

/** The connections of one h323 trunk as its outer calls use them. */
export class H225Carrier {
  readonly #trunk: Trunk;
  readonly #calls: Calls;

  constructor(trunk: Trunk, calls: Calls) {
    this.#trunk = trunk;
    this.#calls = calls;
  }

  /** An outer message of a call, or to wait for its connection. */
  carry(call: H225Call, octets: Uint8Array, context: TrunkContext): void {
    crossed(call, typeOf(octets));
    if (call.channel === undefined) return;
    if (call.isOpen) this.send(call.channel, octets, context);
    else call.waiting.push(octets);
  }

  send(channel: Channel, octets: Uint8Array, context: TrunkContext): void {
    context.output({ type: "send", after: 0, trunk: this.#trunk, channel, pdu: { carrier: "h225", octets } });
  }

  close(channel: Channel, reason: string, context: TrunkContext): void {
    this.#calls.shared.delete(channel);
    context.output({ type: "close", after: 0, trunk: this.#trunk, channel, reason });
  }

  /** Nothing more goes or comes on the outer call; a connection of ours that carries no other call is closed. */
  over(call: H225Call, context: TrunkContext): void {
    const { channel } = call;
    if (call.over || channel === undefined) return;
    call.over = true;
    this.#calls.leave(call);
    if (isOurs(channel) && !this.#calls.shared.has(channel) && this.#calls.isFree(channel)) {
      this.close(channel, "the call is over", context);
    }
  }

  /** What the connection layer hears where the carrier has ended: RELEASE COMPLETE, with no APDU (R13.5). */
  end(call: H225Call, value: number, context: TrunkContext, kept?: KeptH225): void {
    if (call.innerOver) return;
    const callReference: CallReference = { ...call.inner, flag: call.inner.flag === 0 ? 1 : 0 };
    const ies = [causeElement(value)];
    const message = decodeMessage(encodeMessage(callReference, { message: "RELEASE COMPLETE", ies }));
    if (message instanceof DecodeError) throw new Error("our own RELEASE COMPLETE cannot be read");
    call.innerOver = true;
    const beside = kept === undefined ? {} : { kept };
    context.event({ type: "message", trunk: this.#trunk, leg: call.leg, message: { ...message, ...beside } });
  }

  alarm(text: string, context: TrunkContext): void {
    context.trace({ at: context.now, type: "alarm", trunk: this.#trunk, text });
  }
}

/** The core named it: `out-7/0`, the seventh, to the first peer of the list. */
export function isOurs(channel: Channel): boolean {
  return channel.startsWith("out-");
}
