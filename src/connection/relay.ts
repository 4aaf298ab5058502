import { isOf } from "../../codecs/q931/element.ts";
import { channelIdentification } from "../../codecs/q931/ie/channel-identification.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";
import type { NeighbourConfig } from "../config.ts";
import type { Trunk } from "../ids.ts";
import type { Kept, LegMessage } from "../trunk/trunk.ts";
import { type CalledLeg, CalledLegs } from "./called-legs.ts";
import type { ConnectionEvent, ConnectionId } from "./connection.ts";
import { type Joined, otherLeg, type Passing, sideOf } from "./joined.ts";
import { messagesHeldPerConnection } from "./limits.ts";
import { haveMedia, keepsBeside } from "./media.ts";
import { numbersFor } from "./numbers.ts";
import { NumberCollection } from "./number-collection.ts";
import { type Refusal, refusals } from "./refusals.ts";
import { type RelayPort, type RelayTimer, relayTimers, type SentAs, type Side } from "./relay-port.ts";
import { dialledFurther, type RelayedCall } from "./relayed-call.ts";
import { Register } from "../register.ts";

type Event<Type extends ConnectionEvent["type"]> = Extract<ConnectionEvent, { readonly type: Type }>;

/** Messages that carry the meaning of a call from end to end; the others end on their own leg (R1). */
const endToEnd: ReadonlySet<MessageName> = new Set<MessageName>([
  "ALERTING",
  "PROGRESS",
  "CONNECT",
  "FACILITY",
  "NOTIFY",
  "INFORMATION",
  "SETUP ACKNOWLEDGE",
]);

/** B needs no more digits (Q.931 5.1.3). */
const endsOverlap: ReadonlySet<MessageName> = new Set<MessageName>(["CALL PROCEEDING", "ALERTING", "CONNECT"]);

/** Q.850: a call that was forgotten by both its ends. */
const recoveryOnTimerExpiry = 102;

/** Joins two legs of any two neighbours: every message passes with its octets, clearing keeps its meaning (R1). */
export class Relay {
  readonly #port: RelayPort;
  readonly #joined = new Register<ConnectionId, Joined>();
  readonly #legs: CalledLegs;
  readonly #collection: NumberCollection;

  constructor(port: RelayPort) {
    this.#port = port;
    this.#legs = new CalledLegs(port.connections, () => port.maxTransit);
    this.#collection = new NumberCollection({
      connections: port.connections,
      destination: ({ message, trunk }) => port.destination(message.ies, trunk),
      startT302: (connection, afterMs) => port.startTimer(connection, "T302", afterMs),
      stopTimer: (timer) => port.stopTimer(timer),
      dialled: (setup) => port.dialled(setup),
      refuse: (setup, refusal) => void this.#refuse(setup, refusal),
    });
  }

  /** Legs that are joined, or will be when their number is dialled. */
  get size(): number {
    return this.#joined.size + this.#collection.size;
  }

  /** B-channels in use on all trunks. */
  get channels(): number {
    return this.#legs.channels;
  }

  /** True where the connection is a leg of a relayed call or connection. */
  owns(connection: ConnectionId): boolean {
    return this.#joined.has(connection) || this.#collection.owns(connection);
  }

  /** True where the call goes nowhere before its caller has dialled more digits. */
  collects(event: Event<"setup">): boolean {
    return this.#collection.begin(event);
  }

  /**
   * Routes an incoming SETUP by its called number and sends it on, en bloc where `as` says how. The call, or undefined
   * where it was cleared.
   */
  setup(event: Event<"setup">, as?: SentAs): RelayedCall | undefined {
    const received = as?.ies ?? event.message.ies;
    const { neighbour, progress } = this.#port.destination(received, event.trunk);
    const target = this.#target(event, as?.trunk === undefined ? neighbour : this.#port.neighbour(as.trunk));
    if ("cause" in target) return this.#refuse(event, target);
    const isOverlap = event.kind === "call" && as === undefined && progress === "overlap";
    const ies = as?.translated === true ? received : this.#translated(received, event.trunk, target.name);
    const keeps = this.#keeps(event, target);
    // B's first response says whether it needs more digits, and where its media are.
    const isOurs = event.kind === "call" && !isOverlap && !keeps;
    if (isOurs && as?.held !== true) this.#port.connections.send(event.connection, "CALL PROCEEDING", []);
    const leg = this.#legs.open(target, event.kind, ies, keeps ? event.message.kept : undefined);
    if ("cause" in leg) return this.#refuse(event, leg);
    return this.#join(event, leg, { isOverlap, keeps, answered: isOurs || as?.held === true });
  }

  /** Joins an incoming SETUP to a leg that `open` made. */
  join(event: Event<"setup">, leg: CalledLeg): RelayedCall {
    this.#port.connections.send(event.connection, "CALL PROCEEDING", []);
    const call = this.#join(event, leg, { isOverlap: false, keeps: false, answered: true });
    // Its called side has answered the SETUP of the path.
    const joined = this.#joined.get(call.id);
    if (joined !== undefined) joined.held = undefined;
    return call;
  }

  /** A bearer call whose caller is not there yet: a reserved path (R10); undefined where no channel or link is. */
  open(trunk: Trunk, ies: readonly InformationElement[]): ConnectionId | undefined {
    const target = this.#port.neighbour(trunk);
    if (target === undefined) return undefined;
    const leg = this.#legs.open({ ...target, media: "external" }, "call", ies);
    return "cause" in leg ? undefined : leg.connection;
  }

  /** From inside the port's `callClearing`: set the called leg up once more while the caller waits. */
  redo(call: number, ies: readonly InformationElement[]): void {
    const joined = this.#joined.get(call);
    if (joined !== undefined) joined.redo = ies;
  }

  message(event: Event<"message">): void {
    const joined = this.#joined.get(event.connection);
    const name = event.message.message;
    if (joined === undefined || name === null) return this.#collection.message(event.connection, event.message);
    const side = sideOf(joined, event.connection);
    if (side === "to") this.#stopFirstResponse(joined);
    joined.heardAt = this.#port.now;
    const isCall = joined.kind === "call" && joined.call.overlap === undefined;
    const passing = side === "to" && isCall ? this.#port.callPassing(joined.call, event.message) : event.message;
    if (side === "from") this.#ofCaller(joined, event);
    else if (passing !== undefined) this.#ofCalled(joined, passing);
    if (joined.kind === "call" && joined.call.overlap === undefined) {
      this.#port.callMessage(joined.call, side, event.message);
    }
  }

  /** What the carrier brought beside messages, whatever became of those. */
  carried(event: Event<"carried">): void {
    const joined = this.#joined.get(event.connection);
    if (joined === undefined || !joined.keeps || joined.cleared) return;
    if (sideOf(joined, event.connection) === "from") return this.#fromCaller(joined, event);
    this.#port.connections.carry(joined.call.from.connection, event.kept);
  }

  #ofCaller(joined: Joined, event: Event<"message">): void {
    const { message } = event;
    const { message: name } = message;
    if (name === null || !endToEnd.has(name)) return;
    if (name === "INFORMATION" && joined.call.overlap === true) joined.call = dialledFurther(joined.call, message);
    this.#fromCaller(joined, event);
  }

  /** B's first response opens its leg for what the caller sends. */
  #fromCaller(joined: Joined, event: Passing): void {
    const { held } = joined;
    if (held === undefined) return this.#passOn(joined, event);
    if (held.length < messagesHeldPerConnection) return void held.push(event);
    const what = event.type === "message" ? event.message.message : "what is kept";
    this.#drop(joined.call.from.trunk, `${what}: ${messagesHeldPerConnection} wait for B's first response already`);
  }

  #passOn(joined: Joined, event: Passing): void {
    if (event.type === "carried") return this.#port.connections.carry(joined.call.to.connection, event.kept);
    const { message } = event;
    if (message.message !== null) this.#pass(joined, "from", message.message, message);
  }

  #ofCalled(joined: Joined, message: LegMessage): void {
    const { message: name } = message;
    if (name === null) return;
    const isFirst = name === "CALL PROCEEDING" && (!joined.answered || joined.call.overlap === true);
    // A caller that has had SETUP ACKNOWLEDGE from us does not get another one: its leg refuses it.
    if (isFirst || endToEnd.has(name)) this.#pass(joined, "to", name, message);
    if (endsOverlap.has(name)) this.#dialled(joined);
    const held = joined.held ?? [];
    joined.held = undefined;
    for (const each of held) {
      // B has enough digits: more of them mean nothing.
      const isDigits = each.type === "message" && each.message.message === "INFORMATION";
      if (!isDigits || joined.call.overlap === true) this.#passOn(joined, each);
    }
  }

  /** The number is whole, or the call ends as it is. */
  #dialled(joined: Joined): void {
    if (joined.call.overlap === undefined) return;
    const { overlap: _, ...call } = joined.call;
    joined.call = call;
    this.#port.callDialled(call);
  }

  #pass(joined: Joined, side: Side, name: MessageName, message: LegMessage): void {
    if (side === "to") joined.answered = true;
    const ies = this.#passed(joined, side, message);
    this.#port.connections.send(otherLeg(joined, side), name, ies, this.#beside(joined, message));
  }

  #beside({ keeps }: Joined, message: LegMessage | undefined): Kept {
    return keeps && message?.kept !== undefined ? { kept: message.kept } : {};
  }

  clearing(event: Event<"clearing">): void {
    this.#collection.forget(event.connection);
    const joined = this.#joined.get(event.connection);
    if (joined === undefined || joined.cleared) return;
    joined.cleared = true;
    const side = sideOf(joined, event.connection);
    this.#stopTimers(joined);
    this.#dialled(joined);
    const passed = event.message === undefined ? [] : this.#passed(joined, side, event.message);
    const ies = joined.kind === "call" ? this.#port.callClearing(joined.call, side, event.cause, passed) : passed;
    if (joined.redo !== undefined && this.#openAgain(joined, joined.redo)) return;
    const other = otherLeg(joined, side);
    const far = this.#port.neighbour(side === "to" ? joined.call.from.trunk : joined.call.to.trunk);
    const disconnect = joined.kind === "call" && (far?.callCompletion.peer.busyNeedsDisconnect ?? true);
    this.#port.connections.clear(other, event.cause, ies, { disconnect, ...this.#beside(joined, event.message) });
  }

  /** Facility elements of an answering RELEASE go on with the other leg where it still lives (R1). */
  answer(event: Event<"answer">): void {
    const joined = this.#joined.get(event.connection);
    if (joined === undefined) return;
    const ies = event.message.ies.filter((ie) => isOf(ie, facility));
    const other = otherLeg(joined, sideOf(joined, event.connection));
    if (ies.length === 0) return;
    if (this.#port.connections.isActive(other)) this.#port.connections.send(other, "FACILITY", ies);
    else this.#drop(event.trunk, "APDUs of an answer: the other leg is over");
  }

  #drop(trunk: Trunk, text: string): void {
    this.#port.trace({ at: this.#port.now, type: "dropped", trunk, text });
  }

  gone(connection: ConnectionId): void {
    this.#collection.forget(connection);
    this.#legs.free(connection);
    const joined = this.#joined.get(connection);
    if (joined === undefined) return;
    this.#joined.delete(connection);
    if (connection === joined.call.from.connection) this.#stopTimers(joined);
  }

  timer(connection: ConnectionId, timer: RelayTimer): void {
    if (timer === "T302") return this.#collection.expired(connection);
    const joined = this.#joined.get(connection);
    if (joined === undefined) return;
    if (timer === "silence") return this.#silent(joined);
    if (joined.answered) return;
    joined.answered = true;
    // B has not answered a SETUP whose response is awaited: keep A's T303 from running out (R1).
    this.#port.connections.send(connection, "CALL PROCEEDING", []);
  }

  /** R30: an Active call may be silent for days; any other one that is has been forgotten by both its ends. */
  #silent(joined: Joined): void {
    const { from, to } = joined.call;
    const { connections, now } = this.#port;
    if (connections.isActive(from.connection)) return;
    const leftMs = joined.heardAt + relayTimers.silenceMs - now;
    if (leftMs > 0) return this.#startSilence(joined, leftMs);
    const text = "a call without any message for 4 h is cleared";
    this.#port.trace({ at: now, type: "alarm", trunk: to.trunk, text });
    joined.cleared = true;
    this.#port.callClearing(joined.call, "from", recoveryOnTimerExpiry, []);
    for (const leg of [from, to]) connections.clear(leg.connection, recoveryOnTimerExpiry);
  }

  #startSilence(joined: Joined, afterMs: number): void {
    joined.silence = this.#port.startTimer(joined.call.from.connection, "silence", afterMs);
  }

  #stopFirstResponse(joined: Joined): void {
    if (joined.firstResponse !== undefined) this.#port.stopTimer(joined.firstResponse);
    joined.firstResponse = undefined;
  }

  #stopTimers(joined: Joined): void {
    this.#stopFirstResponse(joined);
    if (joined.silence !== undefined) this.#port.stopTimer(joined.silence);
    joined.silence = undefined;
  }

  #refuse({ connection, trunk, kind }: Event<"setup">, { cause, text, alarm }: Refusal): undefined {
    const { now: at } = this.#port;
    this.#port.connections.clear(connection, cause);
    this.#port.trace({ at, type: "refused", trunk, kind, cause, text });
    if (alarm) this.#port.trace({ at, type: "alarm", trunk, text: `a call was refused with cause ${cause}: ${text}` });
    return undefined;
  }

  /** The neighbour to send on to. */
  #target(event: Event<"setup">, target: NeighbourConfig | undefined): NeighbourConfig | Refusal {
    const { connections } = this.#port;
    const from = this.#port.neighbour(event.trunk);
    if (target === undefined || from === undefined) return refusals.noRoute;
    if (target.name === from.name) return refusals.backToItsTrunk;
    if (!connections.linkUp(target.name)) return refusals.outOfOrder;
    if (connections.isCongested(target.name) || connections.isCongested(from.name)) return refusals.congested;
    return event.kind === "cis" || haveMedia([from, target]) ? target : refusals.unlikeMedia;
  }

  #keeps({ kind, trunk }: Event<"setup">, target: NeighbourConfig): boolean {
    const from = this.#port.neighbour(trunk);
    return from !== undefined && keepsBeside(kind, [from, target]);
  }

  #openAgain(joined: Joined, ies: readonly InformationElement[]): boolean {
    joined.redo = undefined;
    const target = this.#port.neighbour(joined.call.to.trunk);
    const leg =
      target === undefined
        ? refusals.noRoute
        : this.#legs.open(target, joined.kind, ies, this.#beside(joined, joined.call.received).kept);
    if ("cause" in leg) return false;
    const { trunk, connection, sent } = leg;
    joined.call = { ...joined.call, to: { trunk, connection }, sent };
    joined.cleared = false;
    joined.held = [];
    this.#joined.set(connection, joined);
    this.#startSilence(joined, relayTimers.silenceMs);
    return true;
  }

  #join(
    event: Event<"setup">,
    { trunk, connection, sent }: CalledLeg,
    { isOverlap, keeps, answered }: Pick<Joined, "keeps" | "answered"> & { readonly isOverlap: boolean },
  ): RelayedCall {
    const caller = this.#port.neighbour(event.trunk);
    if (caller !== undefined) this.#legs.holdReceived(caller, event.connection, event.message);
    const from = { trunk: event.trunk, connection: event.connection };
    const whole = { id: event.connection, from, to: { trunk, connection }, received: event.message, sent };
    const call: RelayedCall = isOverlap ? { ...whole, overlap: true } : whole;
    const { kind } = event;
    const heardAt = this.#port.now;
    const joined: Joined = {
      call,
      kind,
      cleared: false,
      keeps,
      answered,
      heardAt,
      firstResponse: undefined,
      silence: undefined,
      held: [],
      redo: undefined,
    };
    this.#joined.set(event.connection, joined);
    this.#joined.set(connection, joined);
    const awaits = !answered && !isOverlap;
    if (awaits) {
      joined.firstResponse = this.#port.startTimer(event.connection, "firstResponse", relayTimers.firstResponseMs);
    }
    if (kind === "call") this.#startSilence(joined, relayTimers.silenceMs);
    return call;
  }

  /** What passes to the other leg: octets as they came, numbers by rule, less a channel that means nothing there. */
  #passed(joined: Joined, side: Side, { ies }: Message): readonly InformationElement[] {
    const { from, to } = joined.call;
    const here = side === "from" ? from.trunk : to.trunk;
    const there = side === "from" ? to.trunk : from.trunk;
    const numbers = this.#translated(ies, here, there);
    const external = !joined.keeps && (this.#isExternal(here) || this.#isExternal(there));
    return external ? numbers.filter((ie) => !isOf(ie, channelIdentification)) : numbers;
  }

  #isExternal(trunk: Trunk): boolean {
    return this.#port.neighbour(trunk)?.media === "external";
  }

  #translated(ies: readonly InformationElement[], from: Trunk, to: Trunk): readonly InformationElement[] {
    const here = this.#port.neighbour(from);
    const there = this.#port.neighbour(to);
    return here === undefined || there === undefined ? ies : numbersFor(ies, here.digits, there.digits);
  }
}
