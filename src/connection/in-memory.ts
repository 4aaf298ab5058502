import { causeElement } from "../../codecs/q931/make.ts";
import type { InformationElement } from "../../codecs/q931/message.ts";
import { type MessageName, messageTypes } from "../../codecs/q931/messages.ts";
import { Register } from "../register.ts";
import type { Opaque } from "../pdu.ts";
import type { Trunk } from "../ids.ts";
import type { LegEvent, LegMessage } from "../trunk/trunk.ts";
import type { ConnectionEvent, ConnectionId, ConnectionKind, Connections, SetupOptions } from "./connection.ts";

/** One end of a connection that stays in this core. */
interface End {
  readonly connection: ConnectionId;
  /** The neighbour at the other end. */
  readonly trunk: Trunk;
  readonly other: ConnectionId;
  /** CONNECT was sent or received. */
  connected: boolean;
}

interface InMemoryPort {
  /** The connections of the trunks. */
  readonly connections: Connections;
  /** A neighbour that has no call completion on its trunk: the gateway does it for it. */
  isServed(trunk: Trunk): boolean;
  emit(event: ConnectionEvent): void;
}

/**
 * The connections of call completion. A call-independent connection toward a neighbour that the gateway serves itself
 * stays in memory: both ends are in this core and exchange the same messages as on a trunk (R15). All others are the
 * connection layer's. Numbers below 0 are ours.
 */
export class InMemoryConnections implements Connections {
  readonly #port: InMemoryPort;
  readonly #ends = new Register<ConnectionId, End>();
  #last: ConnectionId = 0;

  constructor(port: InMemoryPort) {
    this.#port = port;
  }

  /** Ends that are open. */
  get size(): number {
    return this.#ends.size;
  }

  setup(
    trunk: Trunk,
    kind: ConnectionKind,
    ies: readonly InformationElement[],
    options: SetupOptions,
  ): ConnectionId | undefined {
    const { from } = options;
    if (kind !== "cis" || from === undefined || !this.#port.isServed(trunk)) {
      return this.#port.connections.setup(trunk, kind, ies, options);
    }
    const [near, far] = [this.#last - 1, this.#last - 2];
    this.#last = far;
    this.#ends.set(near, { connection: near, trunk, other: far, connected: false });
    this.#ends.set(far, { connection: far, trunk: from, other: near, connected: false });
    this.#port.emit({ type: "setup", connection: far, trunk: from, to: trunk, kind, message: messageOf("SETUP", ies) });
    return near;
  }

  send(connection: ConnectionId, message: MessageName, ies: readonly InformationElement[]): boolean {
    if (connection >= 0) return this.#port.connections.send(connection, message, ies);
    const end = this.#ends.get(connection);
    const other = end === undefined ? undefined : this.#ends.get(end.other);
    if (end === undefined || other === undefined || (message === "FACILITY" && !end.connected)) return false;
    if (message === "CONNECT") end.connected = other.connected = true;
    const { connection: there, trunk } = other;
    this.#port.emit({ type: "message", connection: there, trunk, message: messageOf(message, ies) });
    return true;
  }

  carry(connection: ConnectionId, kept: Opaque): void {
    this.#port.connections.carry(connection, kept);
  }

  clear(...[connection, cause, ies = [], options]: Parameters<Connections["clear"]>): void {
    if (connection >= 0) return this.#port.connections.clear(connection, cause, ies, options);
    const end = this.#ends.get(connection);
    const other = end === undefined ? undefined : this.#ends.get(end.other);
    if (end === undefined || other === undefined) return;
    const message = messageOf("RELEASE", [causeElement(cause), ...ies]);
    const { connection: there, trunk } = other;
    this.#port.emit({ type: "clearing", connection: there, trunk, cause, reason: "message", message });
    for (const each of [other, end]) {
      this.#ends.delete(each.connection);
      this.#port.emit({ type: "gone", connection: each.connection, trunk: each.trunk });
    }
  }

  isActive(connection: ConnectionId): boolean {
    return connection < 0 ? this.isConnected(connection) : this.#port.connections.isActive(connection);
  }

  isConnected(connection: ConnectionId): boolean {
    if (connection >= 0) return this.#port.connections.isConnected(connection);
    return this.#ends.get(connection)?.connected === true;
  }

  exists(connection: ConnectionId): boolean {
    return connection < 0 ? this.#ends.has(connection) : this.#port.connections.exists(connection);
  }

  /** Nothing lies between us and ourselves. */
  linkUp(trunk: Trunk): boolean {
    return this.#port.isServed(trunk) || this.#port.connections.linkUp(trunk);
  }

  refusesQsig(trunk: Trunk): boolean {
    return this.#port.connections.refusesQsig(trunk);
  }

  isCongested(trunk: Trunk): boolean {
    return this.#port.connections.isCongested(trunk);
  }

  handle(event: LegEvent): void {
    this.#port.connections.handle(event);
  }
}

/** A message that no octets were made of; its call reference says nothing. */
function messageOf(message: MessageName, ies: readonly InformationElement[]): LegMessage {
  const callReference = { value: 0, flag: 0, length: 2 } as const;
  return { callReference, type: messageTypes[message], message, ies, problems: [] };
}
