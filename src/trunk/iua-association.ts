import { encodeIua, type IuaMessage, parameterOf } from "../../codecs/iua/index.ts";
import type { IuaTrunkConfig } from "../config.ts";
import { step, type Table } from "../machine.ts";
import type { Channel, Trunk } from "../ids.ts";
import {
  active,
  aspUp,
  errorCodeOf,
  errorMessage,
  heartbeat,
  type InterfaceIdentifier,
  interfacesOf,
  notification,
  statusOf,
} from "./iua-messages.ts";
import {
  type AspAction,
  type AspEvent,
  type AspState,
  aspTable,
  type AspView,
  type SgAction,
  type SgEvent,
  sgTable,
} from "./iua-tables.ts";
import { iuaTimers } from "./iua-timers.ts";
import type { TrunkContext } from "./trunk.ts";

/** What an association may use of its trunk. */
export interface AssociationPort {
  readonly trunk: Trunk;
  readonly config: IuaTrunkConfig;
  /** This association carries the traffic from now. */
  activate(association: IuaAssociation, context: TrunkContext): void;
  deactivate(association: IuaAssociation, context: TrunkContext): void;
  drop(association: IuaAssociation, reason: string, context: TrunkContext): void;
}

/** Management and the state of processes go on stream 0, each data link on its own (RFC 4233 1.5.2). */
const managementStream = 0;

/** One SCTP association: the state of the process at one end of it, and whether its peer lives. */
export class IuaAssociation {
  readonly channel: Channel;
  readonly #port: AssociationPort;
  #state: AspState = "Down";
  #writable = true;
  #acks = 0;
  /** BEATs in a row that were not answered. */
  #silent = 0;
  #beats = 0;
  /** What is asked for and not acknowledged. */
  #asked: Uint8Array | undefined;

  constructor(channel: Channel, port: AssociationPort) {
    this.channel = channel;
    this.#port = port;
  }

  get writable(): boolean {
    return this.#writable;
  }

  flow(writable: boolean): void {
    this.#writable = writable;
  }

  opened(context: TrunkContext): void {
    context.startTimer(`beat/${this.channel}`, iuaTimers.beatMs);
    if (this.#port.config.role === "asp") this.#stepAsp({ type: "opened" }, context);
  }

  received(message: IuaMessage, context: TrunkContext): void {
    // Whatever comes shows that the peer lives.
    this.#silent = 0;
    if (message.message === "BEAT") return this.#send(beatAnswer(message), context);
    if (message.message === "BEAT ACK") return;
    const event = this.#port.config.role === "asp" ? aspEvent(message) : this.#sgEvent(message);
    if (event === undefined) return this.#ignored(message, context);
    if (this.#port.config.role === "asp") this.#stepAsp(event as AspEvent, context);
    else this.#stepSg(event as SgEvent, context);
  }

  /** A message of the traffic on an association that does not carry it. */
  unexpected(context: TrunkContext): void {
    this.#send(errorMessage("unexpectedMessage"), context);
  }

  invalidInterface(identifier: InterfaceIdentifier | undefined, context: TrunkContext): void {
    this.#send(errorMessage("invalidInterfaceIdentifier", identifier === undefined ? [] : [identifier]), context);
  }

  /** Another process took the traffic over (override). */
  overridden(context: TrunkContext): void {
    this.#state = "Inactive";
    this.#send(notification("alternateAspActive", this.#port.config.interfaceIdentifiers), context);
  }

  /** Nobody carries the traffic any more: a process that stands by is asked (RFC 4233 4.3.4.5). */
  pending(context: TrunkContext): void {
    if (this.#state !== "Inactive") return;
    this.#send(notification("pending", this.#port.config.interfaceIdentifiers), context);
  }

  /** The peer learns that we leave; nobody waits for its answer. */
  goodbye(context: TrunkContext): void {
    if (this.#port.config.role === "asp" && this.#state !== "Down") this.#send(encodeIua("ASPDN", []), context);
  }

  expired(timer: "T_ACK" | "beat", context: TrunkContext): void {
    if (timer === "T_ACK") return this.#stepAsp({ type: "T_ACK" }, context);
    if (this.#silent === iuaTimers.beats) return this.#drop(`no answer to ${iuaTimers.beats} BEATs`, context);
    this.#silent += 1;
    this.#beats += 1;
    this.#send(heartbeat("BEAT", Uint8Array.of(0, 0, this.#beats >> 8, this.#beats)), context);
    context.startTimer(`beat/${this.channel}`, iuaTimers.beatMs);
  }

  stopTimers(context: TrunkContext): void {
    context.stopTimer(`beat/${this.channel}`);
    context.stopTimer(`T_ACK/${this.channel}`);
  }

  /** Of the traffic, on the stream of its data link. */
  send(octets: Uint8Array, stream: number, context: TrunkContext): void {
    const pdu = { carrier: "iua", octets, stream } as const;
    context.output({ type: "send", after: 0, trunk: this.#port.trunk, channel: this.channel, pdu });
  }

  #send(octets: Uint8Array, context: TrunkContext): void {
    this.send(octets, managementStream, context);
  }

  #sgEvent(message: IuaMessage): SgEvent | undefined {
    const { interfaceIdentifiers } = this.#port.config;
    switch (message.message) {
      case "ASPUP":
      case "ASPDN":
      case "ASPIA":
        return { type: message.message };
      case "ASPAC":
        return { type: "ASPAC", known: interfacesOf(message).every((each) => interfaceIdentifiers.includes(each)) };
      default:
        return undefined;
    }
  }

  #stepAsp(event: AspEvent, context: TrunkContext): void {
    const view = { asking: this.#asked !== undefined };
    for (const action of this.#step<AspEvent, AspAction, AspView>(aspTable, view, event, context)) {
      this.#performAsp(action, event, context);
    }
  }

  #stepSg(event: SgEvent, context: TrunkContext): void {
    for (const action of this.#step<SgEvent, SgAction, unknown>(sgTable, undefined, event, context)) {
      this.#performSg(action, context);
    }
  }

  /** What is to be done. */
  #step<Event extends { readonly type: string }, Action, View>(
    table: Table<AspState, Event, Action, View>,
    view: View,
    event: Event,
    context: TrunkContext,
  ): readonly Action[] {
    const [at, of, from] = [context.now, `${this.#port.trunk}/${this.channel}`, this.#state];
    const taken = step<AspState, Event, Action, View>(table, from, view, event);
    if ("unexpected" in taken) {
      context.trace({ at, type: "ignored", machine: "iua", of, event: event.type, state: from });
      return [];
    }
    this.#state = taken.to;
    context.trace({ at, type: "transition", machine: "iua", of, event: event.type, from, to: taken.to });
    return taken.do;
  }

  #performAsp(action: AspAction, event: AspEvent, context: TrunkContext): void {
    const { config } = this.#port;
    switch (action) {
      case "sendASPUP":
        return this.#ask(aspUp(config.aspIdentifier), context);
      case "sendASPAC":
        return this.#ask(active("ASPAC", config.interfaceIdentifiers), context);
      case "startT_ACK":
        return context.startTimer(`T_ACK/${this.channel}`, iuaTimers.ackMs);
      case "stopT_ACK":
        this.#asked = undefined;
        return context.stopTimer(`T_ACK/${this.channel}`);
      case "again":
        return this.#again(context);
      case "activate":
        return this.#port.activate(this, context);
      case "deactivate":
        return this.#port.deactivate(this, context);
      case "alarm":
        return this.#alarm(`the peer reports IUA error ${"code" in event ? event.code : "?"}`, context);
      default:
        action satisfies never;
    }
  }

  #performSg(action: SgAction, context: TrunkContext): void {
    const { interfaceIdentifiers } = this.#port.config;
    switch (action) {
      case "ackASPUP":
        return this.#send(encodeIua("ASPUP ACK", []), context);
      case "ackASPDN":
        return this.#send(encodeIua("ASPDN ACK", []), context);
      case "ackASPAC":
        return this.#send(active("ASPAC ACK", interfaceIdentifiers), context);
      case "ackASPIA":
        return this.#send(encodeIua("ASPIA ACK", []), context);
      case "notify":
        return this.#send(
          notification(this.#state === "Active" ? "active" : "inactive", interfaceIdentifiers),
          context,
        );
      case "takeOver":
        return this.#port.activate(this, context);
      case "giveUp":
        return this.#port.deactivate(this, context);
      case "errUnexpectedMessage":
        return this.unexpected(context);
      case "errInvalidInterfaceIdentifier":
        return this.invalidInterface(undefined, context);
      default:
        action satisfies never;
    }
  }

  #ask(octets: Uint8Array, context: TrunkContext): void {
    this.#asked = octets;
    this.#acks = 1;
    this.#send(octets, context);
  }

  #again(context: TrunkContext): void {
    if (this.#asked === undefined) return;
    if (this.#acks === iuaTimers.acks) return this.#drop(`no acknowledgement after ${this.#acks} requests`, context);
    this.#acks += 1;
    this.#send(this.#asked, context);
    context.startTimer(`T_ACK/${this.channel}`, iuaTimers.ackMs);
  }

  #drop(reason: string, context: TrunkContext): void {
    this.#port.drop(this, reason, context);
  }

  #ignored(message: IuaMessage, context: TrunkContext): void {
    const event = message.message ?? `class ${message.class} type ${message.type}`;
    const of = `${this.#port.trunk}/${this.channel}`;
    context.trace({ at: context.now, type: "ignored", machine: "iua", of, event, state: this.#state });
  }

  #alarm(text: string, context: TrunkContext): void {
    context.trace({ at: context.now, type: "alarm", trunk: this.#port.trunk, text });
  }
}

function aspEvent(message: IuaMessage): AspEvent | undefined {
  switch (message.message) {
    case "ASPUP ACK":
    case "ASPDN ACK":
    case "ASPAC ACK":
    case "ASPIA ACK":
      return { type: message.message };
    case "NTFY":
      return { type: "NTFY", status: statusOf(message) };
    case "ERR":
      return { type: "ERR", code: errorCodeOf(message) };
    default:
      return undefined;
  }
}

function beatAnswer(message: IuaMessage): Uint8Array {
  return heartbeat("BEAT ACK", parameterOf(message, "heartbeatData") ?? new Uint8Array(0));
}
