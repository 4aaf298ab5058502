import type { Dialect } from "../../codecs/dialect.ts";
import { orderElements } from "../../codecs/q931/encode.ts";
import type { InformationElement } from "../../codecs/q931/message.ts";
import type { By, Common } from "./common.ts";
import type { OwnLeg } from "./completion.ts";
import { bareInvoke, dialectOf, serviceInvoke } from "./messages.ts";
import type { OriginatingEvent } from "./originating.ts";
import type { OriginatingService } from "./originating-services.ts";
import { ofSetup } from "./originating-services.ts";

/** The invokes on a path of ours, one after the other (R44). */
const invokeIds = { ccPathReserve: 1, ccRingout: 2, last: 3 } as const;
const noChannel = 34;

export type Post = (service: OriginatingService, event: OriginatingEvent, by?: By) => void;

/** A path to user B that we reserve: a bearer call whose caller is not there yet (CC 4.3, R10). */
export class OriginatingPath {
  readonly #common: Common;
  readonly #post: Post;

  constructor(common: Common, post: Post) {
    this.#common = common;
    this.#post = post;
  }

  reserve(service: OriginatingService): void {
    const { port, connections } = this.#common;
    const ie = bareInvoke("ccPathReserve", invokeIds.ccPathReserve, this.#dialect(service));
    const ies = orderElements([...ofSetup.elements(service.setup), ie]);
    const connection = port.openCall(service.trunk, ies);
    if (connection === undefined) return this.#post(service, { type: "pathCleared", cause: noChannel });
    service.path = { connection, invokeId: invokeIds.ccPathReserve };
    connections.park(service, connection);
  }

  /** With ccSuspend or ccCancel where the DISCONNECT is to carry one (CC 4.3). */
  clear(service: OriginatingService, cause: number, operation?: "ccSuspend" | "ccCancel"): void {
    const path = this.leave(service);
    if (path === undefined) return;
    this.#common.port.connections.clear(path.connection, cause, apdus(operation, this.#dialect(service)));
  }

  /** User A's SETUP has come: user B rings, and from here the path is a relayed call. */
  ringout(service: OriginatingService): OwnLeg | undefined {
    const path = this.leave(service);
    if (path === undefined) return undefined;
    service.ccRingoutInvokeId = invokeIds.ccRingout;
    const ie = bareInvoke("ccRingout", invokeIds.ccRingout, this.#dialect(service));
    this.#common.port.connections.send(path.connection, "FACILITY", [ie]);
    return { connection: path.connection, trunk: service.trunk };
  }

  /** The path is no longer the service's. */
  leave(service: OriginatingService): OriginatingService["path"] {
    const { path } = service;
    if (path !== undefined) this.#common.connections.forget(path.connection);
    service.path = undefined;
    return path;
  }

  #dialect({ trunk }: OriginatingService): Dialect {
    return dialectOf(this.#common.port.neighbour(trunk));
  }
}

function apdus(operation: "ccSuspend" | "ccCancel" | undefined, dialect: Dialect): readonly InformationElement[] {
  if (operation === undefined) return [];
  return operation === "ccSuspend"
    ? [bareInvoke("ccSuspend", invokeIds.last, dialect)]
    : [serviceInvoke("ccCancel", invokeIds.last, undefined, dialect)];
}
