import type { Dialect } from "../../codecs/dialect.ts";
import type { CcRequestArg } from "../../codecs/generated/ss-cc-operations-asn1-97.ts";
import type { InformationElement } from "../../codecs/q931/message.ts";
import { invoke } from "../../codecs/rose/make.ts";
import type { ConnectionId } from "../connection/connection.ts";
import { fullArgument } from "./call-numbers.ts";
import type { By, Common } from "./common.ts";
import { apdu, bareInvoke, cisSetup, dialectOf, serviceInvoke } from "./messages.ts";
import type { OriginatingPath, Post } from "./originating-path.ts";
import type { OriginatingService } from "./originating-services.ts";
import { ofSetup } from "./originating-services.ts";
import { normalClearing } from "./service-connections.ts";

/** What the originating side sends on call-independent connections, and those that wait for the result (R7). */
export class OriginatingSignals {
  readonly #common: Common;
  readonly #path: OriginatingPath;
  readonly #post: Post;

  constructor(common: Common, path: OriginatingPath, post: Post) {
    this.#common = common;
    this.#path = path;
    this.#post = post;
  }

  /** False where the trunk cannot open a connection. */
  request(service: OriginatingService, argument: CcRequestArg): boolean {
    const operation = service.kind === "ccbs" ? "ccbsRequest" : "ccnrRequest";
    return this.#common.connections.open(service, (invokeId) => {
      service.openInvokeId = invokeId;
      return cisSetup(
        apdu(invoke(operation, invokeId, argument), this.#dialect(service)),
        ofSetup.numbers(service.setup),
      );
    });
  }

  /** On the adopted connection. */
  connect(service: OriginatingService): void {
    this.#sendOn(service, "CONNECT", []);
  }

  adopt(service: OriginatingService, { connection, proceeding }: By): void {
    if (connection === undefined) return;
    this.#common.connections.own(service, connection);
    if (proceeding !== true) this.#sendOn(service, "CALL PROCEEDING", []);
  }

  #sendOn(
    { connection }: OriginatingService,
    message: "CALL PROCEEDING" | "CONNECT" | "FACILITY",
    ies: readonly InformationElement[],
  ): void {
    if (connection !== undefined) this.#common.port.connections.send(connection, message, ies);
  }

  send(service: OriginatingService, operation: "ccSuspend" | "ccResume"): void {
    const { port, connections } = this.#common;
    const { connection } = service;
    if (service.path !== undefined && operation === "ccSuspend") {
      return this.#path.clear(service, normalClearing, operation);
    }
    if (connection === undefined) return;
    const ie = bareInvoke(operation, connections.nextInvokeId(service), this.#dialect(service));
    this.#sendOn(service, port.connections.isConnected(connection) ? "FACILITY" : "CONNECT", [ie]);
  }

  ccCancel(service: OriginatingService, without: "SETUP" | "nothing"): void {
    const { connections } = this.#common;
    const hasPath = service.path !== undefined;
    // CC 4.3. A PINX on the way that has cleared the path already drops what this carries: the connection says it too.
    this.#path.clear(service, normalClearing, "ccCancel");
    if (service.connection !== undefined) {
      const invokeId = connections.nextInvokeId(service, service.openInvokeId);
      return connections.clear(service, [serviceInvoke("ccCancel", invokeId, undefined, this.#dialect(service))]);
    }
    if (hasPath) return;
    const argument = without === "SETUP" ? ofSetup.argument(service.setup) : undefined;
    const full =
      argument === undefined
        ? undefined
        : fullArgument(argument, this.#common.port.neighbour(service.trunk)?.callCompletion);
    if (full === undefined) return;
    const ie = serviceInvoke("ccCancel", 1, full, this.#dialect(service));
    connections.farewell(service, cisSetup(ie, ofSetup.numbers(service.setup)));
  }

  hold(service: OriginatingService, { connection }: By): void {
    if (connection === undefined) return;
    if (service.held !== undefined) return this.clearWithCancel(service, connection);
    service.held = connection;
    this.#common.connections.park(service, connection);
    this.#common.port.connections.send(connection, "CALL PROCEEDING", []);
  }

  takeHeld(service: OriginatingService): void {
    const { held: connection } = service;
    if (connection === undefined) return;
    service.held = undefined;
    this.#post(service, { type: "ccExecPossible", in: "SETUP" }, { connection, opens: true, proceeding: true });
  }

  refuseHeld(service: OriginatingService): void {
    const { held } = service;
    if (held === undefined) return;
    service.held = undefined;
    this.#common.connections.forget(held);
    this.clearWithCancel(service, held);
  }

  clearWithCancel(service: OriginatingService, connection: ConnectionId | undefined): void {
    if (connection === undefined) return;
    const ie = serviceInvoke("ccCancel", 1, undefined, this.#dialect(service));
    this.#common.port.connections.clear(connection, normalClearing, [ie]);
  }

  #dialect({ trunk }: OriginatingService): Dialect {
    return dialectOf(this.#common.port.neighbour(trunk));
  }
}
