import { find, isOf } from "../../codecs/q931/element.ts";
import { cause } from "../../codecs/q931/ie/cause.ts";
import { channelIdentification } from "../../codecs/q931/ie/channel-identification.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import { causeElement } from "../../codecs/q931/make.ts";
import type { InformationElement } from "../../codecs/q931/message.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";
import { type HeldTimer, runningOf, withoutTimer } from "../held-timers.ts";
import { step } from "../machine.ts";
import type { Opaque } from "../pdu.ts";
import type { Trunk } from "../ids.ts";
import type { Kept, LegDraft } from "../trunk/trunk.ts";
import { bearerCall } from "./call-table.ts";
import { channelsNamed } from "./channels-named.ts";
import { cisConnection } from "./cis-table.ts";
import type { ConnectionId, ConnectionKind } from "./connection.ts";
import { faultOf } from "./faults.ts";
import { requestedBy } from "./input.ts";
import { inserted } from "./inserted.ts";
import type { ConnectionPort, TrunkSeat } from "./port.ts";
import {
  type ConnectionAction,
  type ConnectionInput,
  type ConnectionTable,
  type ConnectionView,
  causes,
} from "./rows.ts";
import { type CallState, callStates } from "./states.ts";
import { statusElements } from "./status.ts";
import { type ConnectionTimer, connectionTimers } from "./timers.ts";

/** ONE table: kind -> table. A call-independent connection never enters the states its table lacks. */
const tables: Readonly<Record<ConnectionKind, ConnectionTable<CallState>>> = {
  call: bearerCall,
  cis: cisConnection as unknown as ConnectionTable<CallState>,
};

/** The view as its connection changes it. */
type Facts = { -readonly [Fact in keyof ConnectionView]: ConnectionView[Fact] };

export interface ConnectionStart extends Kept {
  readonly id: ConnectionId;
  readonly trunk: Trunk;
  readonly kind: ConnectionKind;
  readonly originated: boolean;
  /** The elements of the SETUP, ours or the peer's. */
  readonly setup: readonly InformationElement[];
}

/** One connection: its state, and the actions of its table. */
export class LiveConnection {
  readonly id: ConnectionId;
  readonly trunk: Trunk;
  readonly kind: ConnectionKind;
  /**
   * The B-channels of a bearer call, as SETUP or the first response named them last (R18: RESTART finds it by these).
   */
  channels: readonly number[];
  #state: CallState = "Null";
  readonly #port: ConnectionPort;
  readonly #seat: TrunkSeat;
  /** What the table may ask; one object for all steps. */
  readonly #view: Facts;
  readonly #setup: readonly InformationElement[];
  /** What goes beside our SETUP, also when it is repeated. */
  readonly #keptOfSetup: Opaque | undefined;
  /** Those that run, the one that was started last first. */
  #timers: HeldTimer | undefined;
  /** As the trace names it. */
  readonly #name: string;
  readonly #held: LegDraft[] = [];
  #over = false;
  /** A first response to the peer's SETUP was sent. */
  #responded = false;
  /** The cause told to the user, and the one written: they differ where the peer's clearing message was at fault. */
  #cause: number = causes.normalUnspecified;
  #writtenCause: number = causes.normalUnspecified;
  /** What the user's `clear` brings, until it has left. */
  #clearing: readonly InformationElement[] = [];
  #keptOfClearing: Opaque | undefined;
  #release: readonly InformationElement[] = [];

  constructor(port: ConnectionPort, seat: TrunkSeat, { id, trunk, kind, originated, setup, kept }: ConnectionStart) {
    this.#port = port;
    this.#seat = seat;
    this.id = id;
    this.trunk = trunk;
    this.kind = kind;
    this.channels = channelsNamed(setup);
    this.#name = `${trunk} ${id}`;
    this.#view = { originated, repeated: false, enquiries: 0, enquiring: false, held: 0 };
    this.#setup = setup;
    this.#keptOfSetup = kept;
  }

  get state(): CallState {
    return this.#state;
  }

  /** The reference is free: this connection hears and says nothing any more. */
  get over(): boolean {
    return this.#over;
  }

  /**
   * One step of the table. False: the state has no row for it, or the user's message could not leave; nothing changed.
   */
  step(input: ConnectionInput): boolean {
    const from = this.#state;
    const table = tables[this.kind];
    this.#view.held = this.#held.length;
    this.#view.enquiring = runningOf(this.#timers, "T322") !== undefined;
    const next = step<CallState, ConnectionInput, ConnectionAction, ConnectionView>(table, from, this.#view, input);
    if ("unexpected" in next) return this.#unexpected(next.unexpected, input);
    for (const action of next.do) if (!this.#do(action, input)) return false;
    this.#state = next.to;
    if (next.to !== from) this.#view.repeated = false;
    this.#traceTransition(input.type, from, next.to);
    return true;
  }

  /** False where the user's message could not leave: it stands first in its row, so nothing has happened yet. */
  #do(action: ConnectionAction, input: ConnectionInput): boolean {
    if (action === "sendRequested") return this.#sendRequested(input);
    if (action === "sendSetup") return this.#sendSetup(input);
    if (typeof action === "string") this.#perform(action, input);
    else this.#performWith(action, input);
    return true;
  }

  #perform(action: Exclude<BareAction, "sendRequested" | "sendSetup">, input: ConnectionInput): void {
    switch (action) {
      case "sendCallProceeding":
        this.#sendResponse("CALL PROCEEDING", []);
        return;
      case "sendConnectAcknowledge":
        this.#send("CONNECT ACKNOWLEDGE", []);
        return;
      case "sendDisconnect":
        return this.#sendClearing("DISCONNECT");
      case "sendRelease":
        return this.#sendClearing("RELEASE");
      case "resendRelease":
        this.#view.repeated = true;
        this.#send("RELEASE", this.#release);
        return;
      case "sendReleaseComplete":
        return this.#sendClearing("RELEASE COMPLETE");
      case "enquire":
        return this.#enquire(input);
      case "hold":
        return this.#hold(input);
      case "sendHeld":
        for (const { message, ies, kept } of this.#held.splice(0)) this.#send(message, ies, kept);
        return;
      default:
        return this.#tellUser(action, input);
    }
  }

  #tellUser(action: UserAction, input: ConnectionInput): void {
    const { id: connection, trunk, kind } = this;
    const message = "message" in input ? input.message : undefined;
    switch (action) {
      case "offer":
        if (message !== undefined) this.#port.emit({ type: "setup", connection, trunk, kind, message });
        return;
      case "deliver":
        if (message === undefined) return;
        this.#noteChannels(message.ies);
        return this.#port.emit({ type: "message", connection, trunk, message });
      case "answer":
        if (message?.ies.some((ie) => isOf(ie, facility)))
          this.#port.emit({ type: "answer", connection, trunk, message });
        return;
      case "stopTimers":
        return this.#stopAll();
      case "end":
        this.#close();
        return this.#port.emit({ type: "gone", connection, trunk });
      case "forget":
        return this.#close();
      default:
        action satisfies never;
    }
  }

  #performWith(action: Exclude<ConnectionAction, string>, input: ConnectionInput): void {
    if ("start" in action) return this.#start(action.start);
    if ("stop" in action) return this.#stop(action.stop);
    if ("status" in action) return this.#sendStatus(action.status);
    if ("because" in action) return this.#because(action.because, input);
    const { id: connection, trunk } = this;
    // STATUS tells of a fault; it is no clearing message that the other leg could be given.
    const { tell: reason } = action;
    const message = reason === "message" && "message" in input ? input.message : undefined;
    const value = this.#cause;
    this.#port.emit(
      message === undefined
        ? { type: "clearing", connection, trunk, cause: value, reason }
        : { type: "clearing", connection, trunk, cause: value, reason, message },
    );
  }

  #because(why: number | "received" | "requested", input: ConnectionInput): void {
    if (why === "received" && "message" in input) {
      // Q.931 5.8.6: clearing without a readable cause counts as 31, and is answered with 96 or 100.
      const received = find(input.message, cause)?.cause;
      this.#cause = received ?? causes.normalUnspecified;
      this.#writtenCause = received ?? faultOf(input.message) ?? causes.mandatoryElementMissing;
      return;
    }
    if (input.type === "clear") {
      this.#clearing = input.ies;
      this.#keptOfClearing = input.kept;
    }
    this.#cause = typeof why === "number" ? why : input.type === "clear" ? input.cause : this.#cause;
    this.#writtenCause = this.#cause;
  }

  #sendSetup(input: ConnectionInput): boolean {
    const sent = this.#send("SETUP", this.#setup, this.#keptOfSetup);
    if (input.type === "setup") return sent;
    this.#view.repeated = true;
    return true;
  }

  #sendRequested(input: ConnectionInput): boolean {
    const message = requestedBy(input);
    if (message === undefined || !("ies" in input)) return false;
    return firstResponses.has(message)
      ? this.#sendResponse(message, input.ies, input.kept)
      : this.#send(message, input.ies, input.kept);
  }

  #hold(input: ConnectionInput): void {
    const message = requestedBy(input);
    if (message !== undefined && "ies" in input) this.#held.push({ message, ies: input.ies, kept: input.kept });
  }

  /**
   * ECMA-143: the first response to SETUP has a Channel identification; where the user gives none, that of the SETUP.
   * What passes with what its carrier brought is the far side's own.
   */
  #sendResponse(message: MessageName, ies: readonly InformationElement[], kept?: Opaque): boolean {
    const sent = this.#send(message, this.#responded || kept !== undefined ? ies : withChannel(ies, this.#setup), kept);
    if (!sent) return false;
    this.#responded = true;
    this.#noteChannels(ies);
    return true;
  }

  /** The cause first, unless the user's elements bring one of their own (a relay passes it with its location). */
  #sendClearing(message: "DISCONNECT" | "RELEASE" | "RELEASE COMPLETE"): void {
    const extra = this.#clearing;
    const kept = this.#keptOfClearing;
    this.#clearing = [];
    this.#keptOfClearing = undefined;
    const ies = extra.some((ie) => isOf(ie, cause)) ? extra : [causeElement(this.#writtenCause), ...extra];
    if (message === "RELEASE") this.#release = ies;
    if (this.#send(message, ies, kept) || ies.length === 1 || !this.#seat.machine.up) return;
    // Longer than the carrier takes: what must reach the peer is that the connection ends.
    this.#send(message, [causeElement(this.#writtenCause)], kept);
    this.#alarm(`${message} left without its ${ies.length - 1} further elements: too long for one message`);
  }

  #sendStatus(value: number): void {
    this.#send("STATUS", statusElements(value, callStates[this.#state]));
  }

  #enquire(input: ConnectionInput): void {
    this.#view.enquiries = input.type === "T322" ? this.#view.enquiries + 1 : 1;
    this.#send("STATUS ENQUIRY", []);
    this.#start("T322");
  }

  #send(message: MessageName, ies: readonly InformationElement[], kept?: Opaque): boolean {
    const draft = kept === undefined ? { message, ies } : { message, ies, kept };
    return this.#seat.machine.send(this.id, draft, this.#seat.context);
  }

  #noteChannels(ies: readonly InformationElement[]): void {
    const named = channelsNamed(ies);
    if (named.length > 0) this.channels = named;
  }

  #close(): void {
    this.#stopAll();
    this.#seat.machine.closeLeg(this.id, this.#seat.context);
    this.#over = true;
  }

  #start(timer: ConnectionTimer): void {
    const { config } = this.#seat;
    const afterMs = timer === "T309" && "t309Ms" in config ? config.t309Ms : connectionTimers[timer].afterMs;
    const before = runningOf(this.#timers, timer);
    if (before !== undefined) this.#port.stopTimer(before);
    const others = withoutTimer(this.#timers, timer);
    this.#timers = this.#port.startTimer(this.id, timer, afterMs);
    this.#timers.also = others;
    this.#port.trace({ at: this.#port.now, type: "timer", of: this.#name, timer, change: "start", afterMs });
  }

  #stopAll(): void {
    for (let timer = this.#timers; timer !== undefined; timer = this.#timers) this.#stop(timer.name);
  }

  #stop(timer: string): void {
    const running = runningOf(this.#timers, timer);
    if (running === undefined) return;
    this.#timers = withoutTimer(this.#timers, timer);
    this.#port.stopTimer(running);
    this.#port.trace({ at: this.#port.now, type: "timer", of: this.#name, timer, change: "stop" });
  }

  /** A timer of this connection ran out; one that was stopped in the same millisecond did not. */
  expired(timer: ConnectionTimer): void {
    if (runningOf(this.#timers, timer) === undefined) return;
    this.#timers = withoutTimer(this.#timers, timer);
    this.#port.trace({ at: this.#port.now, type: "timer", of: this.#name, timer, change: "expired" });
    this.step({ type: timer });
  }

  /** Q.931 5.8.4: a message with no place here is answered by STATUS 101; nothing else of the peer's or ours is. */
  #unexpected(how: "ignore" | "reject", input: ConnectionInput): boolean {
    if (how === "reject" && "message" in input) this.#sendStatus(causes.notCompatibleWithState);
    const state = this.#state;
    this.#port.trace({
      at: this.#port.now,
      type: "ignored",
      machine: "connection",
      of: this.#name,
      event: input.type,
      state,
    });
    return false;
  }

  #traceTransition(event: string, from: CallState, to: CallState): void {
    this.#port.trace({
      at: this.#port.now,
      type: "transition",
      machine: "connection",
      of: this.#name,
      event,
      from,
      to,
    });
  }

  #alarm(text: string): void {
    this.#port.trace({ at: this.#port.now, type: "alarm", trunk: this.trunk, text });
  }
}

type BareAction = Extract<ConnectionAction, string>;
type UserAction = "offer" | "deliver" | "answer" | "stopTimers" | "end" | "forget";

/** Bit 4 of octet 3: the response says which channel it is, not which would be liked. */
const exclusiveBit = 0x08;
const firstResponses: ReadonlySet<MessageName> = new Set<MessageName>([
  "SETUP ACKNOWLEDGE",
  "CALL PROCEEDING",
  "ALERTING",
  "CONNECT",
]);

function withChannel(
  ies: readonly InformationElement[],
  setup: readonly InformationElement[],
): readonly InformationElement[] {
  const channel = setup.find((ie) => isOf(ie, channelIdentification));
  if (channel === undefined || ies.some((ie) => isOf(ie, channelIdentification))) return ies;
  const octets = channel.octets.map((octet, index) => (index === 2 ? octet | exclusiveBit : octet));
  return inserted(ies, { ...channel, octets });
}
