import type { Component } from "../../codecs/rose/component.ts";
import { invoke } from "../../codecs/rose/make.ts";
import type { ConnectionEvent, ConnectionId } from "../connection/connection.ts";
import type { Trunk } from "../ids.ts";
import type { By, Common } from "./common.ts";
import { apdu, cisSetup, dialectOf, serviceInvoke } from "./messages.ts";
import { promisesPath, promisesService, withProposal } from "./negotiation.ts";
import type { OriginatingEvent } from "./originating.ts";
import type { OriginatingService } from "./originating-services.ts";
import { ofSetup } from "./originating-services.ts";
import { readApdus } from "./received.ts";
import { normalClearing } from "./service-connections.ts";

type OfConnection = Extract<ConnectionEvent, { readonly connection: ConnectionId }>;
type Post = (service: OriginatingService, event: OriginatingEvent, by?: By) => void;

/** Repeats of one trunk that wait for their answer at once: a PINX that has just started is not flooded. */
export const repeatsAtOnce = 10;
/** On a connection of its own. */
const invokeId = 1;
const taken: By = { why: "user B's side had lost the request, and has taken it anew" };

/**
 * Requests said once more to a PINX that may have lost them (R26, `peer.auditByRepeat`): it refuses what it has (G13),
 * and takes what it has not.
 */
export class Repeats {
  readonly #common: Common;
  readonly #post: Post;
  readonly #open = new Map<ConnectionId, OriginatingService>();
  readonly #waiting = new Map<Trunk, Set<OriginatingService>>();

  constructor(common: Common, post: Post) {
    this.#common = common;
    this.#post = post;
  }

  get size(): number {
    return [...this.#waiting.values()].reduce((sum, { size }) => sum + size, this.#open.size);
  }

  ask(service: OriginatingService): void {
    const { trunk } = service;
    const waiting = this.#waiting.get(trunk) ?? new Set();
    waiting.add(service);
    this.#waiting.set(trunk, waiting);
    this.#next(trunk);
  }

  /** The service is over, or has another connection. */
  drop(service: OriginatingService): void {
    this.#waiting.get(service.trunk)?.delete(service);
    for (const [connection, other] of this.#open) if (other === service) this.#cancel(connection, service);
    this.#next(service.trunk);
  }

  /** True where the event is of a repeat. */
  handle(event: OfConnection): boolean {
    const service = this.#open.get(event.connection);
    if (service === undefined) return false;
    switch (event.type) {
      case "message":
        this.#answered(
          service,
          event.connection,
          event.message.message === "CONNECT",
          readApdus(event.message).components,
        );
        break;
      case "clearing":
        this.#open.delete(event.connection);
        this.#answered(
          service,
          undefined,
          true,
          event.message === undefined ? [] : readApdus(event.message).components,
        );
        break;
      case "gone":
        this.#open.delete(event.connection);
        break;
      default:
        break;
    }
    this.#next(service.trunk);
    return true;
  }

  /** `connection`: the one that is still there. */
  #answered(
    service: OriginatingService,
    connection: ConnectionId | undefined,
    mayAccept: boolean,
    components: readonly Component[],
  ): void {
    const answer = components.find((each) => each.component !== "invoke" && each.invokeId === invokeId);
    if (answer?.component === "returnResult" && mayAccept) return this.#accepted(service, connection, answer.result);
    if (answer === undefined && (connection === undefined || !mayAccept)) return;
    if (connection !== undefined) {
      this.#open.delete(connection);
      this.#common.port.connections.clear(connection, normalClearing);
    }
    if (answer?.component === "returnError") this.#post(service, { type: "repeatRefused", error: answer.error });
  }

  #accepted(service: OriginatingService, connection: ConnectionId | undefined, result: unknown): void {
    service.reservesPath = promisesPath(result);
    service.retainService = promisesService(result) && service.asksToRetainService;
    if (connection === undefined) return this.#post(service, { type: "repeatAccepted", kept: false }, taken);
    this.#open.delete(connection);
    this.#post(service, { type: "repeatAccepted", kept: true }, { ...taken, connection, proceeding: true });
    if (service.connection !== connection) this.#cancel(connection, service);
  }

  #cancel(connection: ConnectionId, service: OriginatingService): void {
    const { port } = this.#common;
    this.#open.delete(connection);
    const ie = serviceInvoke("ccCancel", invokeId + 1, undefined, dialectOf(port.neighbour(service.trunk)));
    port.connections.clear(connection, normalClearing, [ie]);
  }

  #next(trunk: Trunk): void {
    const waiting = this.#waiting.get(trunk);
    if (waiting === undefined) return;
    let open = [...this.#open.values()].filter((service) => service.trunk === trunk).length;
    for (const service of waiting) {
      if (open === repeatsAtOnce) return;
      waiting.delete(service);
      if (service.state === "Active" && service.connection === undefined && this.#send(service)) open += 1;
    }
    this.#waiting.delete(trunk);
  }

  /** False where the trunk cannot: it is asked again when that is up. */
  #send(service: OriginatingService): boolean {
    const { port } = this.#common;
    const { trunk, cluster: from, kind } = service;
    const neighbour = port.neighbour(trunk);
    const argument = ofSetup.argument(service.setup);
    if (neighbour === undefined || argument === undefined) return false;
    const asked = withProposal(argument, neighbour.callCompletion, service.asksToRetainService);
    const operation = kind === "ccbs" ? "ccbsRequest" : "ccnrRequest";
    const ie = apdu(invoke(operation, invokeId, asked), dialectOf(neighbour));
    const ies = cisSetup(ie, ofSetup.numbers(service.setup));
    const connection = port.connections.setup(trunk, "cis", ies, { originated: true, from });
    if (connection !== undefined) this.#open.set(connection, service);
    return connection !== undefined;
  }
}
