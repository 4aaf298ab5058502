import { isCallIndependent } from "../../codecs/q931/call-independent.ts";
import type { InformationElement, Message, MessageDraft } from "../../codecs/q931/message.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";
import type { Opaque } from "../pdu.ts";
import type { Trunk } from "../ids.ts";
import type { Kept, LegEvent, LinkNumber } from "../trunk/trunk.ts";
import type { ConnectionId, ConnectionKind, Connections } from "./connection.ts";
import { faultOf } from "./faults.ts";
import { inputOf, requestOf } from "./input.ts";
import { connectionsPerTrunk } from "./limits.ts";
import { LiveConnection } from "./live-connection.ts";
import type { ConnectionPort, TimerOwner, TrunkSeat } from "./port.ts";
import { answerToGlobal, readRestart, restartMessage } from "./restart.ts";
import { Restarts } from "./restarts.ts";
import { causes, type ConnectionInput } from "./rows.ts";
import { type ConnectionTimer, connectionTimers } from "./timers.ts";
import { answerToUnknown } from "./unknown-reference.ts";
import { Register } from "../register.ts";

type Leg<Type extends LegEvent["type"]> = Extract<LegEvent, { readonly type: Type }>;

/** What the layer keeps of a trunk. */
interface TrunkState {
  /** How many connections it has. */
  connections: number;
  up: boolean;
}

/** All connections of all trunks: legs in, connections out (ECMA-143, ECMA-165, R18). */
export class ConnectionLayer implements Connections {
  readonly #port: ConnectionPort;
  readonly #connections = new Register<ConnectionId, LiveConnection>();
  readonly #trunks = new Map<Trunk, TrunkState>();
  readonly #restarts: Restarts;

  constructor(port: ConnectionPort) {
    this.#port = port;
    this.#restarts = new Restarts({
      send: (trunk, { draft, link }) => this.#sendGlobal(trunk, 0, draft, link),
      startT316: (trunk) => port.startTimer(trunk, "T316", connectionTimers.T316.afterMs),
      stopTimer: (timer) => port.stopTimer(timer),
      alarm: (trunk, text) => this.#alarm(trunk, text),
    });
  }

  get size(): number {
    return this.#connections.size;
  }

  setup(
    trunk: Trunk,
    kind: ConnectionKind,
    ies: readonly InformationElement[],
    { originated, kept }: Kept & { readonly originated: boolean },
  ): ConnectionId | undefined {
    const seat = this.#port.trunk(trunk);
    if (seat === undefined || !this.linkUp(trunk) || this.#isFull(trunk)) return undefined;
    const id = seat.machine.openLeg(seat.context);
    if (id === undefined) return undefined;
    const connection = new LiveConnection(this.#port, seat, {
      id,
      trunk,
      kind,
      originated: originated && kind === "call",
      setup: ies,
      kept,
    });
    if (!connection.step({ type: "setup" })) {
      seat.machine.closeLeg(id, seat.context);
      return undefined;
    }
    this.#add(connection);
    return id;
  }

  send(
    connection: ConnectionId,
    message: MessageName,
    ies: readonly InformationElement[],
    { kept }: Kept = {},
  ): boolean {
    const type = requestOf(message);
    return type !== undefined && this.#step(connection, { type, ies, kept } as ConnectionInput);
  }

  carry(connection: ConnectionId, kept: Opaque): void {
    const seat = this.#seatOf(connection);
    seat?.machine.carry?.(connection, kept, seat.context);
  }

  clear(
    connection: ConnectionId,
    cause: number,
    ies: readonly InformationElement[] = [],
    { disconnect = false, kept }: Kept & { readonly disconnect?: boolean } = {},
  ): void {
    const needsDisconnect = disconnect && this.#seatOf(connection)?.machine.clearsAtOnce?.(connection) !== true;
    this.#step(connection, { type: "clear", cause, ies, disconnect: needsDisconnect, kept });
  }

  isActive(connection: ConnectionId): boolean {
    const state = this.#connections.get(connection)?.state;
    return state === "Active" || state === "Link Lost";
  }

  isConnected(connection: ConnectionId): boolean {
    // CONNECT ACKNOWLEDGE is not awaited, so Active begins with CONNECT (R7).
    return this.isActive(connection);
  }

  exists(connection: ConnectionId): boolean {
    return this.#connections.has(connection);
  }

  linkUp(trunk: Trunk): boolean {
    return this.#port.trunk(trunk)?.machine.up ?? false;
  }

  refusesQsig(trunk: Trunk): boolean {
    return this.#port.trunk(trunk)?.machine.refusesQsig === true;
  }

  isCongested(trunk: Trunk): boolean {
    return this.#port.trunk(trunk)?.machine.congested ?? false;
  }

  /**
   * The operator's RESTART of a whole trunk: its bearer calls are cleared on both sides without a message (Q.931
   * 5.5.1).
   */
  restart(trunk: Trunk): void {
    const isSent = this.#restarts.add(trunk, { draft: restartMessage, done: () => undefined });
    if (!isSent) return this.#alarm(trunk, "RESTART not sent: the link is down");
    this.#restartCalls(trunk, "all");
  }

  /** A timer of the port ran out. */
  timer(owner: TimerOwner, name: string): void {
    if (typeof owner === "string") return this.#restarts.expired(owner);
    const connection = this.#connections.get(owner);
    connection?.expired(name as ConnectionTimer);
    this.#sweep(connection);
  }

  handle(event: LegEvent): void {
    switch (event.type) {
      case "setup":
        return this.#setup(event);
      case "message":
        return this.#message(event);
      case "carried": {
        const { leg: connection, trunk, kept } = event;
        return this.exists(connection) ? this.#port.emit({ type: "carried", connection, trunk, kept }) : undefined;
      }
      case "unknownReference":
        return this.#unknownReference(event);
      case "global":
        return this.#global(event);
      case "unreadable":
        // Q.931 5.8.1, 5.8.2, 5.8.3.1: ignored.
        return this.#alarm(
          event.trunk,
          `a message of ${event.octets.length} octets cannot be read: ${event.error.code}`,
        );
      case "linkUp":
        return this.#linkUp(event);
      case "linkDown":
        return this.#linkDown(event);
      default:
        event satisfies never;
    }
  }

  #setup({ trunk, leg, message }: Leg<"setup">): void {
    const seat = this.#port.trunk(trunk);
    if (seat === undefined) return;
    const kind = isCallIndependent(message) ? "cis" : "call";
    const start = { id: leg, trunk, kind, originated: false, setup: message.ies } as const;
    const connection = new LiveConnection(this.#port, seat, start);
    const refusal = faultOf(message) ?? (this.#isFull(trunk) ? causes.congestion : undefined);
    connection.step(refusal === undefined ? { type: "SETUP", message } : { type: "SETUP", message, refusal });
    if (!connection.over) this.#add(connection);
  }

  #message({ leg, message }: Leg<"message">): void {
    this.#step(leg, inputOf(message));
  }

  #unknownReference({ trunk, message, link }: Leg<"unknownReference">): void {
    const answer = answerToUnknown(message);
    const { value, flag, length } = message.callReference;
    if (answer === undefined) return this.#ignored(trunk, message);
    this.#sendUnder(trunk, { value, flag: flag === 0 ? 1 : 0, length }, answer, link);
  }

  /** The flag of RESTART is 0, that of its answer 1; the other way round it is ignored (Q.931 5.8.3.2 g, h). */
  #global({ trunk, message, link }: Leg<"global">): void {
    const { flag } = message.callReference;
    switch (message.message) {
      case "RESTART": {
        if (flag === 1) return this.#ignored(trunk, message);
        return this.#restarted(trunk, readRestart(message), link);
      }
      case "RESTART ACKNOWLEDGE":
        if (flag === 0 || !this.#restarts.acknowledged(trunk)) this.#ignored(trunk, message);
        return;
      case "STATUS":
        return this.#ignored(trunk, message);
      default:
        this.#sendGlobal(trunk, flag === 0 ? 1 : 0, answerToGlobal, link);
    }
  }

  /**
   * Where the timeslots are wired through, the PBX behind the paired trunk has them too: it is told first, and what it
   * acknowledges is acknowledged (R18). Of a trunk that is down, or has no pair, the channels are ours to clear.
   */
  #restarted(trunk: Trunk, { clears, answer }: ReturnType<typeof readRestart>, link: LinkNumber | undefined): void {
    this.#restartCalls(trunk, clears, link);
    const done = () => void this.#sendGlobal(trunk, 1, answer, link);
    const pair = answer.message === "STATUS" ? undefined : this.#port.pairOf(trunk);
    if (pair === undefined || !this.linkUp(pair)) return done();
    this.#restartCalls(pair, clears, link);
    // One too many is not answered: T316 of the peer sends it again.
    this.#restarts.add(pair, { draft: { message: "RESTART", ies: answer.ies }, link, done });
  }

  /** Bearer calls on these channels end without a message; call-independent connections have no channel (R18). */
  #restartCalls(trunk: Trunk, channels: readonly number[] | "all", link?: LinkNumber): void {
    for (const connection of this.#of(trunk, link)) {
      if (connection.kind === "cis") continue;
      if (channels !== "all" && !connection.channels.some((channel) => channels.includes(channel))) continue;
      connection.step({ type: "restart" });
      this.#sweep(connection);
    }
  }

  #linkUp({ trunk, link }: Leg<"linkUp">): void {
    const state = this.#trunk(trunk);
    if (!state.up) this.#port.emit({ type: "linkUp", trunk });
    state.up = true;
    this.#stepAll(trunk, { type: "linkUp" }, link);
  }

  #linkDown({ trunk, link }: Leg<"linkDown">): void {
    // The trunk is down with the last of its links.
    if (link === undefined || !this.linkUp(trunk)) this.#trunkDown(trunk);
    this.#stepAll(trunk, { type: "linkDown" }, link);
  }

  #trunkDown(trunk: Trunk): void {
    const state = this.#trunk(trunk);
    state.up = false;
    this.#restarts.linkDown(trunk);
    this.#port.emit({ type: "linkDown", trunk });
  }

  #stepAll(trunk: Trunk, input: ConnectionInput, link: LinkNumber | undefined): void {
    for (const connection of this.#of(trunk, link)) {
      connection.step(input);
      this.#sweep(connection);
    }
  }

  #step(id: ConnectionId, input: ConnectionInput | undefined): boolean {
    const connection = this.#connections.get(id);
    if (connection === undefined || input === undefined) return false;
    const done = connection.step(input);
    this.#sweep(connection);
    return done;
  }

  #add(connection: LiveConnection): void {
    this.#connections.set(connection.id, connection);
    this.#trunk(connection.trunk).connections += 1;
  }

  #sweep(connection: LiveConnection | undefined): void {
    if (connection === undefined || !connection.over || !this.#connections.delete(connection.id)) return;
    this.#trunk(connection.trunk).connections -= 1;
  }

  /** Those of one link, or of all: asked where a link comes or goes, and at a RESTART. */
  #of(trunk: Trunk, link?: LinkNumber): readonly LiveConnection[] {
    const all = this.#connections.values().filter((connection) => connection.trunk === trunk);
    if (link === undefined) return all;
    const machine = this.#port.trunk(trunk)?.machine;
    return all.filter(({ id }) => machine?.linkOf?.(id) === link);
  }

  #trunk(name: Trunk): TrunkState {
    let state = this.#trunks.get(name);
    if (state === undefined) {
      state = { connections: 0, up: false };
      this.#trunks.set(name, state);
    }
    return state;
  }

  #seatOf(id: ConnectionId): TrunkSeat | undefined {
    const trunk = this.#connections.get(id)?.trunk;
    return trunk === undefined ? undefined : this.#port.trunk(trunk);
  }

  #isFull(trunk: Trunk): boolean {
    const config = this.#port.trunk(trunk)?.config;
    const most = (config !== undefined && "limits" in config ? config.limits?.calls : undefined) ?? connectionsPerTrunk;
    if (this.#trunk(trunk).connections < most) return false;
    this.#alarm(trunk, `a call is refused: there are ${most} already, as many as limits.calls allows`);
    return true;
  }

  #sendGlobal(trunk: Trunk, flag: 0 | 1, draft: MessageDraft, link?: LinkNumber): boolean {
    return this.#sendUnder(trunk, { value: 0, flag, length: 2 }, draft, link);
  }

  #sendUnder(trunk: Trunk, reference: Message["callReference"], draft: MessageDraft, link?: LinkNumber): boolean {
    const seat = this.#port.trunk(trunk);
    return seat?.machine.sendUnder(reference, draft, seat.context, link) ?? false;
  }

  #ignored(trunk: Trunk, { message, type, callReference }: Message): void {
    const event = `${message ?? `type ${type}`} under reference ${callReference.value}`;
    this.#port.trace({ at: this.#port.now, type: "ignored", machine: "connection", of: trunk, event, state: "Null" });
  }

  #alarm(trunk: Trunk, text: string): void {
    this.#port.trace({ at: this.#port.now, type: "alarm", trunk, text });
  }
}
