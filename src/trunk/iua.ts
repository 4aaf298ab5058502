import { DecodeError } from "../../codecs/error.ts";
import { decodeIua, type IuaMessage, parameterOf } from "../../codecs/iua/index.ts";
import type { Leniency } from "../../codecs/leniencies.ts";
import type { CallReference, MessageDraft } from "../../codecs/q931/message.ts";
import type { IuaTrunkConfig } from "../config.ts";
import type { Channel, Trunk } from "../ids.ts";
import { type AssociationPort, IuaAssociation } from "./iua-association.ts";
import { IuaLink } from "./iua-link.ts";
import { dataMessage, interfacesOf, linkMessage, releaseReasonOf } from "./iua-messages.ts";
import type { LinkAction, LinkEvent } from "./iua-tables.ts";
import { iuaTimers } from "./iua-timers.ts";
import { Reconnect } from "./reconnect.ts";
import { Register } from "../register.ts";
import type { LegId, LinkNumber, TrunkContext, TrunkInput, TrunkMachine } from "./trunk.ts";

type Input<Type extends TrunkInput["type"]> = Extract<TrunkInput, { readonly type: Type }>;

/** Events of the data link by the message that brings them. */
const linkEvents: { readonly [message: string]: LinkEvent["type"] } = {
  "ESTABLISH request": "ESTABLISH request",
  "ESTABLISH confirm": "ESTABLISH confirm",
  "ESTABLISH indication": "ESTABLISH indication",
  "RELEASE request": "RELEASE request",
  "RELEASE confirm": "RELEASE confirm",
  "RELEASE indication": "RELEASE indication",
};

/**
 * A trunk of type `iua`: D-channels of a PRI gateway over SCTP associations (RFC 4233). As application server process
 * it opens one association; as signalling gateway it takes several, of which one carries the traffic (override).
 */
export class IuaTrunk implements TrunkMachine {
  readonly #trunk: Trunk;
  readonly #config: IuaTrunkConfig;
  readonly #links: readonly IuaLink[];
  readonly #legs = new Register<LegId, IuaLink>();
  readonly #associations = new Map<Channel, IuaAssociation>();
  readonly #port: AssociationPort;
  readonly #reconnect: Reconnect;
  /** The association that carries the traffic. */
  #active: IuaAssociation | undefined;
  #next = 0;
  #stopped = false;

  constructor(trunk: Trunk, config: IuaTrunkConfig, strict?: readonly Leniency[]) {
    this.#trunk = trunk;
    this.#config = config;
    this.#links = config.interfaceIdentifiers.map((identifier, at) => new IuaLink(trunk, at, identifier, strict));
    this.#reconnect = new Reconnect(trunk, config.role === "asp");
    this.#port = {
      trunk,
      config,
      activate: (association, context) => this.#activate(association, context),
      deactivate: (association, context) => this.#deactivate(association, context),
      drop: (association, reason, context) => this.#drop(association, reason, context),
    };
  }

  get up(): boolean {
    return this.#links.some((link) => link.up);
  }

  get legs(): number {
    return this.#legs.size;
  }

  get congested(): boolean {
    return this.#active !== undefined && !this.#active.writable;
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
        return this.#associations.get(input.channel)?.flow(input.writable);
      case "timer":
        return this.#timer(input.name, context);
      default:
        input satisfies never;
    }
  }

  /** On the links that are up in turn. */
  openLeg(context: TrunkContext): LegId | undefined {
    for (let tried = 0; tried < this.#links.length; tried += 1) {
      const link = this.#links[(this.#next + tried) % this.#links.length];
      if (link === undefined || !link.up) continue;
      this.#next = (link.number + 1) % this.#links.length;
      const leg = link.layer3.open(context);
      if (leg !== undefined) this.#legs.set(leg, link);
      if (leg !== undefined) return leg;
    }
    return undefined;
  }

  closeLeg(leg: LegId): void {
    this.#legs.get(leg)?.layer3.close(leg);
    this.#legs.delete(leg);
  }

  linkOf(leg: LegId): LinkNumber | undefined {
    return this.#legs.get(leg)?.number;
  }

  send(leg: LegId, draft: MessageDraft, context: TrunkContext): boolean {
    const link = this.#legs.get(leg);
    return link !== undefined && this.#sendOn(link, link.layer3.referenceOf(leg), draft, context);
  }

  sendUnder(callReference: CallReference, draft: MessageDraft, context: TrunkContext, link: LinkNumber = 0): boolean {
    const on = this.#links[link];
    return on !== undefined && this.#sendOn(on, callReference, draft, context);
  }

  #sendOn(link: IuaLink, reference: CallReference | undefined, draft: MessageDraft, context: TrunkContext): boolean {
    return link.layer3.send(reference, draft, context, (octets) => {
      if (!link.up || this.#active === undefined) return false;
      const name = this.#config.role === "asp" ? "DATA request" : "DATA indication";
      this.#active.send(dataMessage(name, link.identifier, octets), link.number + 1, context);
      return true;
    });
  }

  #opened({ channel, by }: Input<"opened">, context: TrunkContext): void {
    const asked = this.#reconnect.opened(channel);
    const refusal = this.#stopped
      ? "the trunk is stopped"
      : by === "us" && !asked
        ? "not asked for any more"
        : by === "peer" && this.#config.role === "asp"
          ? "this trunk connects, it does not listen"
          : undefined;
    if (refusal !== undefined) return this.#close(channel, refusal, context);
    const association = new IuaAssociation(channel, this.#port);
    this.#associations.set(channel, association);
    association.opened(context);
  }

  #received({ channel, pdu }: Input<"received">, context: TrunkContext): void {
    const association = this.#associations.get(channel);
    if (association === undefined || pdu.carrier !== "iua") return;
    const message = decodeIua(pdu.octets);
    if (message instanceof DecodeError) {
      return this.#alarm(`an IUA message cannot be read: ${message.code} at octet ${message.offset}`, context);
    }
    const event = message.message === null ? undefined : linkEvents[message.message];
    if (event === undefined && !isData(message)) return association.received(message, context);
    if (association !== this.#active) return association.unexpected(context);
    const [identifier] = interfacesOf(message);
    const link = this.#links.find((each) => each.identifier === identifier);
    if (link === undefined) return association.invalidInterface(identifier, context);
    if (event === undefined) return this.#data(link, message, context);
    this.#step(link, { type: event, reason: releaseReasonOf(message) } as LinkEvent, context);
  }

  #data(link: IuaLink, message: IuaMessage, context: TrunkContext): void {
    const octets = parameterOf(message, "protocolData");
    if (octets === undefined) return this.#alarm("IUA DATA without protocol data", context);
    if (!link.up) return this.#alarm(`IUA DATA on interface ${link.identifier}, which is not established`, context);
    const event = link.layer3.receive(octets, context);
    if (event === undefined) return;
    if (event.type === "setup") this.#legs.set(event.leg, link);
    context.event({ ...event, link: link.number });
  }

  /** The association carries the traffic from now; one that did is told (override, RFC 4233 4.3.4.3). */
  #activate(association: IuaAssociation, context: TrunkContext): void {
    context.stopTimer("recovery");
    const before = this.#active;
    this.#active = association;
    if (before !== undefined && before !== association) before.overridden(context);
    // The gateway's links outlive a change of process; ours are asked for by the process that becomes active.
    if (this.#config.role === "asp") this.#stepAll({ type: "activated" }, context);
  }

  #deactivate(association: IuaAssociation, context: TrunkContext): void {
    if (association !== this.#active) return;
    this.#active = undefined;
    if (this.#config.role === "sg" && !this.#stopped) return this.#pending(association, context);
    this.#stepAll({ type: "deactivated", reason: "the peer stopped the traffic" }, context);
  }

  /** The process that carried the traffic is gone: another one may take it over within T(r) (RFC 4233 4.3.2). */
  #pending(gone: IuaAssociation, context: TrunkContext): void {
    context.startTimer("recovery", iuaTimers.recoveryMs);
    for (const other of this.#associations.values()) if (other !== gone) other.pending(context);
  }

  #closed({ channel, reason }: Input<"closed">, context: TrunkContext): void {
    if (this.#reconnect.failed(channel, context)) return this.#alarm(`no connection: ${reason}`, context);
    const association = this.#associations.get(channel);
    if (association === undefined) return;
    this.#forget(association, reason, context);
  }

  #forget(association: IuaAssociation, reason: string, context: TrunkContext): void {
    this.#associations.delete(association.channel);
    association.stopTimers(context);
    if (association === this.#active) {
      this.#active = undefined;
      if (this.#config.role === "sg" && !this.#stopped) this.#pending(association, context);
      else this.#stepAll({ type: "deactivated", reason }, context);
    }
    this.#reconnect.lost(context);
  }

  #drop(association: IuaAssociation, reason: string, context: TrunkContext): void {
    this.#alarm(reason, context);
    this.#close(association.channel, reason, context);
    this.#forget(association, reason, context);
  }

  #stop(context: TrunkContext): void {
    this.#stopped = true;
    this.#reconnect.stop(context);
    for (const association of [...this.#associations.values()]) {
      association.goodbye(context);
      this.#close(association.channel, "the trunk is stopped", context);
      this.#forget(association, "the trunk is stopped", context);
    }
  }

  #timer(name: string, context: TrunkContext): void {
    const [kind = "", of = ""] = name.split("/", 2);
    switch (kind) {
      case "reopen":
        return this.#reconnect.start(context);
      case "recovery":
        return this.#stepAll({ type: "deactivated", reason: "no process took over within T(r)" }, context);
      case "T_EST": {
        const link = this.#links[Number(of)];
        if (link !== undefined && this.#active !== undefined) this.#step(link, { type: "T_EST" }, context);
        return;
      }
      case "T_ACK":
      case "beat":
        return this.#associations.get(of)?.expired(kind, context);
      default:
        throw new Error(`trunk ${this.#trunk} has no timer ${name}`);
    }
  }

  #stepAll(event: LinkEvent, context: TrunkContext): void {
    for (const link of this.#links) this.#step(link, event, context);
  }

  #step(link: IuaLink, event: LinkEvent, context: TrunkContext): void {
    const from = link.state;
    const actions = link.handle(event);
    const [at, of] = [context.now, `${this.#trunk}/${link.identifier}`];
    if (actions === undefined) {
      return context.trace({ at, type: "ignored", machine: "iua", of, event: event.type, state: from });
    }
    context.trace({ at, type: "transition", machine: "iua", of, event: event.type, from, to: link.state });
    for (const action of actions) this.#perform(link, action, event, context);
  }

  #perform(link: IuaLink, action: LinkAction, event: LinkEvent, context: TrunkContext): void {
    const [trunk, timer] = [this.#trunk, `T_EST/${link.number}`];
    const send = (name: "ESTABLISH request" | "ESTABLISH confirm" | "RELEASE confirm"): void =>
      this.#active?.send(linkMessage(name, link.identifier), link.number + 1, context);
    switch (action) {
      case "requestEstablishment":
        return send("ESTABLISH request");
      case "confirmEstablishment":
        return send("ESTABLISH confirm");
      case "confirmRelease":
        return send("RELEASE confirm");
      case "startT_EST":
        return context.startTimer(timer, iuaTimers.establishMs);
      case "stopT_EST":
        return context.stopTimer(timer);
      case "up":
        this.#reconnect.up();
        return context.event({ type: "linkUp", trunk, link: link.number });
      case "down":
        return context.event({
          type: "linkDown",
          trunk,
          link: link.number,
          reason: "reason" in event ? event.reason : event.type,
        });
      default:
        action satisfies never;
    }
  }

  #close(channel: Channel, reason: string, context: TrunkContext): void {
    context.output({ type: "close", after: 0, trunk: this.#trunk, channel, reason });
  }

  #alarm(text: string, context: TrunkContext): void {
    context.trace({ at: context.now, type: "alarm", trunk: this.#trunk, text });
  }
}

function isData({ message }: IuaMessage): boolean {
  return message === "DATA request" || message === "DATA indication";
}
