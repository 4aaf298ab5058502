import type { Dialect } from "../../codecs/dialect.ts";
import { returnError, returnResult } from "../../codecs/rose/make.ts";
import type { By, Common } from "./common.ts";
import { apdu, dialectOf } from "./messages.ts";
import type { TerminatingService } from "./terminating-services.ts";

const userBusy = 17;

/** A path that user A's side reserves: its bearer SETUP waits here for ccRingout (CC 4.3, R10). */
export class TerminatingPath {
  readonly #common: Common;

  constructor(common: Common) {
    this.#common = common;
  }

  hold(service: TerminatingService, { connection, invokeId, setup }: By): void {
    if (connection === undefined || invokeId === undefined || setup === undefined) return;
    const { port, connections, answer } = this.#common;
    service.path = { trunk: service.trunk, connection, message: setup, invokeId };
    connections.park(service, connection);
    port.connections.send(connection, "CALL PROCEEDING", []);
    const result = apdu(returnResult("ccPathReserve", invokeId, { none: null }), this.#dialect(service));
    port.connections.send(connection, "FACILITY", [result]);
    answer.verdict = { verdict: "handled" };
  }

  /**
   * Until its answer has come the connection stays known as the service's: a DISCONNECT of user A's side that crosses
   * ours may carry ccSuspend or ccCancel (CC 4.3).
   */
  clear(service: TerminatingService, cause: number): void {
    const { path } = service;
    if (path === undefined) return;
    service.path = undefined;
    const error = apdu(returnError("remoteUserBusyAgain", path.invokeId), this.#dialect(service));
    this.#common.port.connections.clear(path.connection, cause, cause === userBusy ? [error] : []);
  }

  /** The path is no longer the service's. */
  leave(service: TerminatingService): TerminatingService["path"] {
    const { path } = service;
    if (path !== undefined) this.#common.connections.forget(path.connection);
    service.path = undefined;
    return path;
  }

  #dialect({ trunk }: TerminatingService): Dialect {
    return dialectOf(this.#common.port.neighbour(trunk));
  }
}
