import { DecodeError } from "../../codecs/error.ts";
import { decodeMessage } from "../../codecs/q931/decode.ts";
import { elements, find } from "../../codecs/q931/element.ts";
import { encodeMessage } from "../../codecs/q931/encode.ts";
import { callState } from "../../codecs/q931/ie/call-state.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { callingPartyNumber } from "../../codecs/q931/ie/calling-party-number.ts";
import { cause } from "../../codecs/q931/ie/cause.ts";
import { channelIdentification } from "../../codecs/q931/ie/channel-identification.ts";
import { notificationIndicator } from "../../codecs/q931/ie/notification-indicator.ts";
import { restartIndicator } from "../../codecs/q931/ie/restart-indicator.ts";
import { bChannelElement, causeElement } from "../../codecs/q931/make.ts";
import type { CallReference, InformationElement, Message } from "../../codecs/q931/message.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";
import { type CallRow, type CallSignal, type CallState, callStates, messageRow, signalRow } from "./call-states.ts";
import { callStateElement, notificationElement, notifications, setupElements } from "./elements.ts";
import type { DemoPhone } from "./phone.ts";
import { type NameOperation, nameElements, nameOf } from "../party-names.ts";

/** What the trunk tells the phones. */
export type TrunkNews =
  | {
      readonly type: "offered";
      readonly call: number;
      readonly calling: string;
      readonly called: string;
      readonly name: string;
    }
  | { readonly type: "alerting" | "connected"; readonly call: number; readonly name?: string }
  | { readonly type: "held" | "retrieved"; readonly call: number; readonly name?: string }
  | { readonly type: "cleared"; readonly call: number; readonly cause: number; readonly name?: string };

interface Call {
  readonly id: number;
  /** As we write it: flag 0 where the value is ours. */
  readonly reference: CallReference;
  readonly channel: number | undefined;
  state: CallState;
  /** The first response to SETUP carries the channel (ECMA-143, CC 3.3). */
  responded: boolean;
}

/** Causes (Q.850) of the clearings and STATUS messages that no phone asks for. */
const causes = {
  normal: 16,
  statusEnquiry: 30,
  unspecified: 31,
  notAvailable: 63,
  invalidReference: 81,
  mandatoryMissing: 96,
  wrongState: 101,
} as const;

/** The B-channels of an E1 interface in the order a user side takes them; 16 is the D-channel. */
const channels: readonly number[] = Array.from({ length: 31 }, (_, at) => at + 1).filter((n) => n !== 16);

const largestReference = 0x7fff;
const largestInvokeId = 0x7fff;

/**
 * The calls of the PBX on its one trunk: octets on one side, signals and news on the other. User side of the
 * interface.
 */
export class TrunkCalls {
  readonly #calls = new Map<number, Call>();
  readonly #sent: Uint8Array[] = [];
  #lastId = 0;
  #lastReference = 0;
  #lastInvokeId = 0;

  /** The next message for the trunk. */
  poll(): Uint8Array | undefined {
    return this.#sent.shift();
  }

  /** Calls out; undefined where every channel is in use. */
  setup(calling: DemoPhone, called: string): number | undefined {
    const used = new Set([...this.#calls.values()].map((call) => call.channel));
    const channel = channels.find((one) => !used.has(one));
    if (channel === undefined) return undefined;
    const call = this.#open({ value: this.#freeReference(), flag: 0, length: 2 }, channel, "callInitiated");
    call.responded = true;
    const shownName = calling.restricted === true ? "" : calling.name;
    this.#send(call.reference, "SETUP", setupElements(channel, calling, called, this.#named("callingName", shownName)));
    return call.id;
  }

  /** What a phone asks of its call; nothing where the call's state does not know it. */
  signal(id: number, signal: CallSignal, why: number = causes.normal, name = ""): void {
    const call = this.#calls.get(id);
    const row = call === undefined ? undefined : signalRow(call.state, signal);
    if (call === undefined || row === undefined) return;
    this.#step(call, row, this.#elements(signal, why, name));
  }

  /** The trunk is gone: every call ends without a message. */
  drop(): readonly number[] {
    const ids = [...this.#calls.keys()];
    this.#calls.clear();
    return ids;
  }

  receive(octets: Uint8Array): readonly TrunkNews[] {
    const message = decodeMessage(octets);
    // Without a header nobody can be answered (Q.931 5.8.1 to 5.8.3).
    if (message instanceof DecodeError || message.message === null) return [];
    if (message.callReference.value === 0) return this.#global(message);
    const call = this.#find(message.callReference);
    if (message.message === "SETUP") return call === undefined ? this.#offered(message) : [];
    if (call === undefined) return this.#unknownReference(message);
    if (message.message === "STATUS ENQUIRY") return this.#status(call, causes.statusEnquiry);
    if (message.message === "STATUS") return this.#statusReceived(call, message);
    const row = messageRow(call.state, message.message);
    if (row === "ignore") return [];
    if (row === "status") return this.#status(call, causes.wrongState);
    this.#step(call, row, row.send === "RELEASE" ? [causeElement(causes.normal)] : []);
    return row.tell === undefined ? [] : news(call.id, row.tell, message);
  }

  #offered(message: Message): readonly TrunkNews[] {
    const reference: CallReference = { ...message.callReference, flag: 1 };
    const channel = find(message, channelIdentification);
    const called = find(message, calledPartyNumber);
    if (called === undefined || channel === undefined) {
      this.#send(reference, "RELEASE COMPLETE", [causeElement(causes.mandatoryMissing)]);
      return [];
    }
    // A call-independent connection: there is nothing in this PBX that it could serve.
    if (channel.dChannel) {
      this.#send(reference, "RELEASE COMPLETE", [causeElement(causes.notAvailable)]);
      return [];
    }
    const call = this.#open(reference, channel.channels?.[0], "callPresent");
    const calling = find(message, callingPartyNumber);
    const shown = calling !== undefined && (calling.presentation ?? 0) === 0 ? calling.digits : "";
    return [
      {
        type: "offered",
        call: call.id,
        calling: shown,
        called: called.digits,
        name: nameOf(message, "callingName") ?? "",
      },
    ];
  }

  /** Q.931 5.8.3.2: what a message under a reference nobody uses is answered with. */
  #unknownReference(message: Message): readonly TrunkNews[] {
    const flag = message.callReference.flag === 0 ? 1 : 0;
    const reference: CallReference = { ...message.callReference, flag };
    const stateThere = find(message, callState)?.state ?? 0;
    const quiet = message.message === "RELEASE COMPLETE" || (message.message === "STATUS" && stateThere === 0);
    if (quiet) return [];
    if (message.message === "STATUS ENQUIRY") {
      this.#send(reference, "STATUS", [causeElement(causes.statusEnquiry), callStateElement(callStates.null)]);
    } else {
      const why = message.message === "STATUS" ? causes.wrongState : causes.invalidReference;
      this.#send(reference, "RELEASE COMPLETE", [causeElement(why)]);
    }
    return [];
  }

  /** RESTART clears the calls on the channels it names, all without any, and is answered by its own elements. */
  #global(message: Message): readonly TrunkNews[] {
    if (message.message !== "RESTART") return [];
    const named = find(message, channelIdentification)?.channels;
    const hit = [...this.#calls.values()].filter(
      (call) => named === undefined || (call.channel !== undefined && named.includes(call.channel)),
    );
    for (const call of hit) this.#calls.delete(call.id);
    const echo = [...elements(message, channelIdentification), ...elements(message, restartIndicator)];
    this.#send({ value: 0, flag: 1, length: 2 }, "RESTART ACKNOWLEDGE", echo);
    return hit.map((call) => ({ type: "cleared", call: call.id, cause: causes.unspecified }));
  }

  #status(call: Call, why: number): readonly TrunkNews[] {
    this.#send(call.reference, "STATUS", [causeElement(why), callStateElement(callStates[call.state])]);
    return [];
  }

  /** State 0 over there: the call is gone, so it ends here without a message (Q.931 5.8.11). */
  #statusReceived(call: Call, message: Message): readonly TrunkNews[] {
    if (find(message, callState)?.state !== callStates.null) return [];
    this.#calls.delete(call.id);
    return [{ type: "cleared", call: call.id, cause: causes.unspecified }];
  }

  #step(call: Call, row: CallRow, ies: readonly InformationElement[]): void {
    call.state = row.to;
    if (row.to === "null") this.#calls.delete(call.id);
    if (row.send === undefined) return;
    const first = !call.responded && call.channel !== undefined && row.send !== "RELEASE COMPLETE";
    call.responded = true;
    this.#send(call.reference, row.send, first ? [bChannelElement(call.channel ?? 0), ...ies] : ies);
  }

  /** What a phone's signal puts into the message. */
  #elements(signal: CallSignal, why: number, name: string): readonly InformationElement[] {
    const rows: { readonly [signal in CallSignal]: () => readonly InformationElement[] } = {
      proceed: () => [],
      refuse: () => [causeElement(why)],
      alert: () => this.#named("calledName", name),
      answer: () => this.#named("connectedName", name),
      clear: () => [causeElement(why)],
      hold: () => [notificationElement(notifications.remoteHold)],
      retrieve: () => [notificationElement(notifications.remoteRetrieval)],
    };
    return rows[signal]();
  }

  /** Invoke ids count up through all calls, as libpri does. */
  #named(operation: NameOperation, name: string): readonly InformationElement[] {
    this.#lastInvokeId = (this.#lastInvokeId % largestInvokeId) + 1;
    return nameElements(operation, this.#lastInvokeId, name);
  }

  #open(reference: CallReference, channel: number | undefined, state: CallState): Call {
    this.#lastId += 1;
    const call: Call = { id: this.#lastId, reference, channel, state, responded: false };
    this.#calls.set(call.id, call);
    return call;
  }

  /** `reference` as received: flag 0 means the value is the peer's own, and ours are written with flag 0 too. */
  #find(reference: CallReference): Call | undefined {
    const flag = reference.flag === 0 ? 1 : 0;
    return [...this.#calls.values()].find(
      (call) => call.reference.value === reference.value && call.reference.flag === flag,
    );
  }

  #freeReference(): number {
    do this.#lastReference = (this.#lastReference % largestReference) + 1;
    while (this.#find({ value: this.#lastReference, flag: 1, length: 2 }) !== undefined);
    return this.#lastReference;
  }

  #send(callReference: CallReference, message: MessageName, ies: readonly InformationElement[]): void {
    this.#sent.push(encodeMessage(callReference, { message, ies }));
  }
}

function news(call: number, tell: NonNullable<CallRow["tell"]>, message: Message): readonly TrunkNews[] {
  if (tell === "alerting") return [{ type: tell, call, ...named(nameOf(message, "calledName")) }];
  if (tell === "connected") return [{ type: tell, call, ...named(nameOf(message, "connectedName")) }];
  if (tell === "cleared") return [{ type: tell, call, cause: find(message, cause)?.cause ?? causes.normal }];
  const description = find(message, notificationIndicator)?.description;
  if (description === notifications.remoteHold) return [{ type: "held", call }];
  return description === notifications.remoteRetrieval ? [{ type: "retrieved", call }] : [];
}

function named(name: string | undefined): { readonly name?: string } {
  return name === undefined ? {} : { name };
}
