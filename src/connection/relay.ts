import { find, isOf } from "../../codecs/q931/element.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { channelIdentification } from "../../codecs/q931/ie/channel-identification.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";
import type { NeighbourConfig } from "../config.ts";
import type { Trunk } from "../seam.ts";
import { type ChannelPool, channelPoolFor, withChannel } from "./channels.ts";
import type { ConnectionEvent, ConnectionId, ConnectionKind, Connections } from "./connection.ts";
import type { RelayedCall } from "./relayed-call.ts";

/** What the relay may use of the core, and whom it tells of bearer calls. */
export interface RelayPort {
  readonly connections: Connections;
  neighbour(name: Trunk): NeighbourConfig | undefined;
  route(digits: string): NeighbourConfig | undefined;
  startTimer(connection: ConnectionId, afterMs: number): void;
  stopTimer(connection: ConnectionId): void;
  callMessage(call: RelayedCall, from: Side, message: Message): void;
  /** Returns what goes on to the other leg in place of `ies`. */
  callClearing(
    call: RelayedCall,
    from: Side,
    cause: number,
    ies: readonly InformationElement[],
  ): readonly InformationElement[];
}

export type Side = "from" | "to";

/**
 * A relayed call-independent connection waits this long for B's first response before it sends its own: T303 is 4 s
 * (R1).
 */
export const ownCallProceedingMs = 2500;

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

/** Causes the relay itself clears with (Q.850). */
const cause = { noRoute: 3, outOfOrder: 27, noChannel: 34, bearerNotImplemented: 65 } as const;

interface Joined {
  call: RelayedCall;
  readonly kind: ConnectionKind;
  /** The end of one leg was told to the other. */
  cleared: boolean;
  /** Something was sent to the caller's leg. */
  answered: boolean;
  /** The called leg is set up once more with these instead of clearing the caller's. */
  redo?: readonly InformationElement[];
}

/** A called leg that was opened, and the elements of its SETUP as sent. */
interface Leg {
  readonly trunk: Trunk;
  readonly connection: ConnectionId;
  readonly sent: readonly InformationElement[];
}

/** Joins two legs of any two neighbours: every message passes with its octets, clearing keeps its meaning (R1). */
export class Relay {
  readonly #port: RelayPort;
  readonly #joined = new Map<ConnectionId, Joined>();
  readonly #channels = new Map<Trunk, ChannelPool>();

  constructor(port: RelayPort) {
    this.#port = port;
  }

  /** Legs that are joined. */
  get size(): number {
    return this.#joined.size;
  }

  /** B-channels in use on all trunks. */
  get channels(): number {
    return [...this.#channels.values()].reduce((sum, pool) => sum + pool.size, 0);
  }

  /** True where the connection is a leg of a relayed call or connection. */
  owns(connection: ConnectionId): boolean {
    return this.#joined.has(connection);
  }

  /**
   * Routes an incoming SETUP by its called number and sends it on, with `ies` in place of the received elements where
   * given, toward `trunk` where the service remembers one (R19). The call, or undefined where it was cleared.
   */
  setup(
    event: Event<"setup">,
    ies: readonly InformationElement[] = event.message.ies,
    trunk?: Trunk,
  ): RelayedCall | undefined {
    const target = this.#target(event, ies, trunk);
    if (typeof target === "number") {
      this.#port.connections.clear(event.connection, target);
      return undefined;
    }
    if (event.kind === "call") this.#port.connections.send(event.connection, "CALL PROCEEDING", []);
    const leg = this.#openLeg(target, event.kind, ies);
    if (typeof leg === "number") {
      this.#port.connections.clear(event.connection, leg);
      return undefined;
    }
    this.#holdReceivedChannel(event);
    return this.#join(event, leg);
  }

  /** From inside the port's `callClearing`: set the called leg up once more while the caller waits. */
  redo(call: number, ies: readonly InformationElement[]): void {
    const joined = this.#joined.get(call);
    if (joined !== undefined) joined.redo = ies;
  }

  message(event: Event<"message">): void {
    const joined = this.#joined.get(event.connection);
    const name = event.message.message;
    if (joined === undefined || name === null) return;
    const side = this.#side(joined, event.connection);
    this.#port.stopTimer(joined.call.from.connection);
    const first = name === "CALL PROCEEDING" && joined.kind === "cis" && !joined.answered;
    if (first || endToEnd.has(name)) {
      joined.answered = true;
      this.#port.connections.send(this.#other(joined, side), name, this.#passed(joined, event.message));
    }
    if (joined.kind === "call") this.#port.callMessage(joined.call, side, event.message);
  }

  clearing(event: Event<"clearing">): void {
    const joined = this.#joined.get(event.connection);
    if (joined === undefined || joined.cleared) return;
    joined.cleared = true;
    const side = this.#side(joined, event.connection);
    this.#port.stopTimer(joined.call.from.connection);
    const passed = event.message === undefined ? [] : this.#passed(joined, event.message);
    const ies = joined.kind === "call" ? this.#port.callClearing(joined.call, side, event.cause, passed) : passed;
    if (joined.redo !== undefined && this.#openAgain(joined, joined.redo)) return;
    const other = this.#other(joined, side);
    const far = this.#port.neighbour(side === "to" ? joined.call.from.trunk : joined.call.to.trunk);
    const disconnect = joined.kind === "call" && (far?.callCompletion.peer.busyNeedsDisconnect ?? true);
    this.#port.connections.clear(other, event.cause, ies, { disconnect });
  }

  /** Facility elements of an answering RELEASE go on with the other leg where it still lives (R1). */
  answer(event: Event<"answer">): void {
    const joined = this.#joined.get(event.connection);
    if (joined === undefined) return;
    const ies = event.message.ies.filter((ie) => isOf(ie, facility));
    const other = this.#other(joined, this.#side(joined, event.connection));
    if (ies.length > 0 && this.#port.connections.isActive(other)) this.#port.connections.send(other, "FACILITY", ies);
  }

  gone(connection: ConnectionId): void {
    const joined = this.#joined.get(connection);
    if (joined === undefined) return;
    this.#joined.delete(connection);
    this.#port.stopTimer(joined.call.from.connection);
    for (const leg of [joined.call.from, joined.call.to]) this.#channels.get(leg.trunk)?.free(connection);
  }

  /** B has not answered the SETUP of a call-independent connection: keep A's T303 from running out (R1). */
  timer(connection: ConnectionId): void {
    const joined = this.#joined.get(connection);
    if (joined === undefined || joined.answered) return;
    joined.answered = true;
    this.#port.connections.send(connection, "CALL PROCEEDING", []);
  }

  /** The neighbour to send on to, or the cause to clear with. */
  #target(
    event: Event<"setup">,
    ies: readonly InformationElement[],
    trunk: Trunk | undefined,
  ): NeighbourConfig | number {
    const digits = find({ ies }, calledPartyNumber)?.digits ?? "";
    const target = trunk === undefined ? this.#port.route(digits) : this.#port.neighbour(trunk);
    const from = this.#port.neighbour(event.trunk);
    // A SETUP is never routed back to the trunk it came from (R31).
    if (target === undefined || from === undefined || target.name === from.name) return cause.noRoute;
    if (!this.#port.connections.linkUp(target.name)) return cause.outOfOrder;
    const compatible =
      target.trunk.type === from.trunk.type || target.media === "external" || from.media === "external";
    return event.kind === "cis" || compatible ? target : cause.bearerNotImplemented;
  }

  /**
   * Sends SETUP to the called side; the cause to clear with where it cannot. With external media each trunk has
   * channels of its own (R32); else the timeslots are wired through and the channel passes as it came (R2).
   */
  #openLeg(target: NeighbourConfig, kind: ConnectionKind, ies: readonly InformationElement[]): Leg | number {
    const own = kind === "call" && target.media === "external";
    const channel = own ? this.#pool(target).next : undefined;
    if (own && channel === undefined) return cause.noChannel;
    const sent = channel === undefined ? ies : withChannel(ies, channel);
    const connection = this.#port.connections.setup(target.name, kind, sent, { originated: false });
    if (connection === undefined) return cause.outOfOrder;
    if (channel !== undefined) this.#pool(target).hold(channel, connection);
    return { trunk: target.name, connection, sent };
  }

  #openAgain(joined: Joined, ies: readonly InformationElement[]): boolean {
    delete joined.redo;
    const target = this.#port.neighbour(joined.call.to.trunk);
    const leg = target === undefined ? cause.noRoute : this.#openLeg(target, joined.kind, ies);
    if (typeof leg === "number") return false;
    const { trunk, connection, sent } = leg;
    joined.call = { ...joined.call, to: { trunk, connection }, sent };
    joined.cleared = false;
    this.#joined.set(connection, joined);
    return true;
  }

  /** The channel that the caller's side chose is in use on its trunk. */
  #holdReceivedChannel(event: Event<"setup">): void {
    const from = this.#port.neighbour(event.trunk);
    const channel = find(event.message, channelIdentification)?.channels?.[0];
    if (from !== undefined && channel !== undefined) this.#pool(from).hold(channel, event.connection);
  }

  #pool(neighbour: NeighbourConfig): ChannelPool {
    const known = this.#channels.get(neighbour.name);
    if (known !== undefined) return known;
    const pool = channelPoolFor(neighbour.trunk);
    this.#channels.set(neighbour.name, pool);
    return pool;
  }

  #join(event: Event<"setup">, { trunk, connection, sent }: Leg): RelayedCall {
    const from = { trunk: event.trunk, connection: event.connection };
    const call = { id: event.connection, from, to: { trunk, connection }, received: event.message, sent };
    const joined: Joined = { call, kind: event.kind, cleared: false, answered: event.kind === "call" };
    this.#joined.set(event.connection, joined);
    this.#joined.set(connection, joined);
    if (event.kind === "cis") this.#port.startTimer(event.connection, ownCallProceedingMs);
    return call;
  }

  /** What passes to the other leg: all octets as they came, less a channel that means nothing there. */
  #passed(joined: Joined, message: Message): readonly InformationElement[] {
    const external = [joined.call.from.trunk, joined.call.to.trunk].some(
      (trunk) => this.#port.neighbour(trunk)?.media === "external",
    );
    if (!external) return message.ies;
    return message.ies.filter((ie) => !isOf(ie, channelIdentification));
  }

  #side(joined: Joined, connection: ConnectionId): Side {
    return joined.call.from.connection === connection ? "from" : "to";
  }

  #other(joined: Joined, side: Side): ConnectionId {
    return side === "from" ? joined.call.to.connection : joined.call.from.connection;
  }
}
