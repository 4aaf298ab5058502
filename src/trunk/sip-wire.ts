import type { SipBody } from "../../codecs/sip/body.ts";
import type { Trunk } from "../ids.ts";
import type { SipCall, SipCalls } from "./sip-calls.ts";
import { type SipHeader, type SipMessage, type SipMethod, sipPdu } from "./sip-events.ts";
import type { SipLink } from "./sip-link.ts";
import type { SipParties } from "./sip-numbers.ts";
import type { TrunkContext } from "./trunk.ts";

interface Parts {
  readonly headers?: readonly SipHeader[];
  readonly body?: SipBody | undefined;
}

/** Sends the SIP messages of one trunk. */
export class SipWire {
  readonly #trunk: Trunk;
  readonly #calls: SipCalls;
  readonly #link: () => SipLink;

  constructor(trunk: Trunk, calls: SipCalls, link: () => SipLink) {
    this.#trunk = trunk;
    this.#calls = calls;
    this.#link = link;
  }

  /** Returns its transaction: that of its INVITE where the method is CANCEL or ACK. */
  request(
    method: SipMethod,
    call: SipCall | undefined,
    { headers = [], body, parties, of }: Parts & { readonly parties?: SipParties; readonly of?: number },
    context: TrunkContext,
  ): number {
    const transaction = of ?? this.#calls.nextTransaction();
    const names = parties === undefined ? {} : { to: parties.to, from: parties.from };
    const all = [...(parties?.headers ?? []), ...headers];
    this.#send(
      { type: "request", call: call?.id ?? "", transaction, method, headers: all, ...names, ...within(body) },
      context,
    );
    return transaction;
  }

  respond(
    call: SipCall,
    [method, transaction]: readonly [SipMethod, number],
    status: number,
    { headers = [], body }: Parts,
    context: TrunkContext,
  ): void {
    this.#send({ type: "response", call: call.id, transaction, method, status, headers, ...within(body) }, context);
  }

  /** To a call that was not taken. */
  refuse(id: string, transaction: number, status: number, context: TrunkContext): void {
    this.#send({ type: "response", call: id, transaction, method: "INVITE", status, headers: [] }, context);
  }

  #send(event: SipMessage, context: TrunkContext): void {
    // A response leaves on the connection that its request came on: there may be no other.
    const channel = this.#link().channel ?? "in";
    context.output({ type: "send", after: 0, trunk: this.#trunk, channel, pdu: sipPdu(event) });
  }
}

/** exactOptionalPropertyTypes: a body that is undefined is no body. */
function within(body: SipBody | undefined): { readonly body?: SipBody } {
  return body === undefined ? {} : { body };
}
