import type { InformationElement } from "../../codecs/q931/message.ts";
import type { ConnectionEvent, ConnectionId } from "../connection/connection.ts";
import type { Trunk } from "../ids.ts";
import type { CompletionPort } from "./completion.ts";
import { Register } from "../register.ts";

/** A service as far as its CIS connection goes. */
export interface Connected {
  readonly trunk: Trunk;
  /** The neighbour with the line of our user. */
  readonly cluster: Trunk;
  connection: ConnectionId | undefined;
  /** The invoke id used last on that connection. */
  lastInvokeId: number;
}

/** Invoke ids count upward for each leg and start again behind this one (R44). */
export const mostInvokeId = 127;

/** The CIS connections of all services: whose they are, and those that only carry a last ccCancel. */
export class ServiceConnections<Service extends Connected> {
  readonly #port: CompletionPort;
  readonly #owners = new Register<ConnectionId, Service>();
  /** Connections that carry a ccCancel of a service that is over. */
  readonly #farewells = new Set<ConnectionId>();
  /**
   * ccCancel SETUPs of services that ended while the trunk was down (R26: a restart ends some before any link is up).
   */
  readonly #waiting = new Map<Trunk, { readonly from: Trunk; readonly ies: readonly InformationElement[] }[]>();

  constructor(port: CompletionPort) {
    this.#port = port;
  }

  /** Connections that are a service's or carry its last ccCancel, and those that wait for their trunk. */
  get size(): number {
    const waiting = [...this.#waiting.values()].reduce((sum, setups) => sum + setups.length, 0);
    return this.#owners.size + this.#farewells.size + waiting;
  }

  ownerOf(connection: ConnectionId): Service | undefined {
    return this.#owners.get(connection);
  }

  /** The connection of a SETUP we send, or of one we take. */
  own(service: Service, connection: ConnectionId): void {
    service.connection = connection;
    service.lastInvokeId = 0;
    this.#owners.set(connection, service);
  }

  /** A connection whose SETUP waits for something else of its service (R7). */
  park(service: Service, connection: ConnectionId): void {
    this.#owners.set(connection, service);
  }

  /** Opens a connection with these elements; false where the trunk cannot. */
  open(service: Service, elementsOf: (invokeId: number) => readonly InformationElement[]): boolean {
    const firstInvokeId = 1;
    const ies = elementsOf(firstInvokeId);
    const { trunk, cluster: from } = service;
    const connection = this.#port.connections.setup(trunk, "cis", ies, { originated: true, from });
    if (connection === undefined) return false;
    this.own(service, connection);
    service.lastInvokeId = firstInvokeId;
    return true;
  }

  /** `open`: an invoke that still waits for its answer; its id is not used again (R44). */
  nextInvokeId(service: Service, open?: number): number {
    do service.lastInvokeId = (service.lastInvokeId % mostInvokeId) + 1;
    while (service.lastInvokeId === open);
    return service.lastInvokeId;
  }

  /** The connection was cleared, or is no longer of the service. */
  forget(connection: ConnectionId): Service | undefined {
    const owner = this.#owners.get(connection);
    this.#owners.delete(connection);
    if (owner?.connection === connection) owner.connection = undefined;
    return owner;
  }

  /** Clears the connection of the service, with what the clearing is to carry. */
  clear(service: Service, ies: readonly InformationElement[] = []): void {
    const { connection } = service;
    if (connection === undefined) return;
    this.forget(connection);
    this.#port.connections.clear(connection, normalClearing, ies);
  }

  /** A SETUP that ends something and needs no service any more; it waits where the trunk is down. */
  farewell({ trunk, cluster: from }: Pick<Connected, "trunk" | "cluster">, ies: readonly InformationElement[]): void {
    const connection = this.#port.connections.setup(trunk, "cis", ies, { originated: true, from });
    if (connection !== undefined) {
      this.#farewells.add(connection);
      return;
    }
    const waiting = this.#waiting.get(trunk) ?? [];
    waiting.push({ from, ies });
    this.#waiting.set(trunk, waiting);
  }

  linkUp(trunk: Trunk): void {
    const waiting = this.#waiting.get(trunk) ?? [];
    this.#waiting.delete(trunk);
    for (const { from: cluster, ies } of waiting) this.farewell({ trunk, cluster }, ies);
  }

  /** True where the event is of a connection that carried a last ccCancel: a peer that keeps it is let go. */
  isFarewell(event: Extract<ConnectionEvent, { readonly connection: ConnectionId }>): boolean {
    const { connection, type } = event;
    if (!this.#farewells.has(connection)) return false;
    if (type === "gone") this.#farewells.delete(connection);
    if (type === "message" && event.message.message === "CONNECT") {
      this.#port.connections.clear(connection, normalClearing);
    }
    return true;
  }
}

/** Cause 16, for every end of a CIS connection, also one that carries an APDU (CC 3.6 [RUN]). */
export const normalClearing = 16;
