import type { Dialect } from "../../codecs/dialect.ts";
import { returnError, returnResult } from "../../codecs/rose/make.ts";
import type { CallCompletionConfig } from "../config.ts";
import type { Trunk } from "../ids.ts";
import { fullArgument, numbersTowardA } from "./call-numbers.ts";
import type { By, Common } from "./common.ts";
import { apdu, cisSetup, dialectOf, serviceInvoke } from "./messages.ts";
import { reservesPath } from "./negotiation.ts";
import { normalClearing } from "./service-connections.ts";
import type { Refusal, TerminatingEvent } from "./terminating.ts";
import type { TerminatingPath } from "./terminating-path.ts";
import type { TerminatingService } from "./terminating-services.ts";
import { argumentOf } from "./terminating-services.ts";

const temporaryFailure = 41;

type Post = (service: TerminatingService, event: TerminatingEvent) => void;

/** What the terminating side sends on call-independent connections. */
export class TerminatingSignals {
  readonly #common: Common;
  readonly #path: TerminatingPath;
  readonly #post: Post;

  constructor(common: Common, path: TerminatingPath, post: Post) {
    this.#common = common;
    this.#path = path;
    this.#post = post;
  }

  accept(service: TerminatingService, how: "CONNECT" | "RELEASE"): void {
    const { port, connections } = this.#common;
    const { connection, openInvokeId = 0 } = service;
    if (connection === undefined) return;
    const noPathReservation = !reservesPath(this.#config(service.trunk), this.#config(service.cluster));
    const result = { noPathReservation, ...(service.retainService ? { retainService: true } : {}) };
    const ie = apdu(returnResult(service.operation, openInvokeId, result), this.#dialect(service));
    if (how === "CONNECT") port.connections.send(connection, "CONNECT", [ie]);
    else connections.clear(service, [ie]);
  }

  refuse(service: TerminatingService, error: Refusal, by: By): void {
    const { port, connections } = this.#common;
    const isOwn = by.connection === undefined || by.connection === service.connection;
    const invokeId = isOwn ? service.openInvokeId : by.invokeId;
    const ies = invokeId === undefined ? [] : [apdu(returnError(error, invokeId), this.#dialect(service))];
    if (isOwn) connections.clear(service, ies);
    else if (by.connection !== undefined) port.connections.clear(by.connection, normalClearing, ies);
  }

  execInFacility(service: TerminatingService): void {
    const { port, connections } = this.#common;
    if (service.connection === undefined) return;
    const ie = serviceInvoke("ccExecPossible", connections.nextInvokeId(service), undefined, this.#dialect(service));
    const sent = port.connections.send(service.connection, "FACILITY", [ie]);
    service.unheard = sent;
    if (!sent) this.#post(service, { type: "setupFailed", cause: temporaryFailure });
  }

  execInSetup(service: TerminatingService): void {
    const argument = argumentOf(service);
    const full =
      argument === undefined
        ? undefined
        : fullArgument(argument, this.#common.port.neighbour(service.trunk)?.callCompletion);
    if (full === undefined) return;
    const dialect = this.#dialect(service);
    const opened = this.#common.connections.open(service, (invokeId) =>
      cisSetup(serviceInvoke("ccExecPossible", invokeId, full, dialect), numbersTowardA(full)),
    );
    service.opening = opened;
    if (!opened) this.#post(service, { type: "setupFailed", cause: temporaryFailure });
  }

  ccCancel(service: TerminatingService, without: "SETUP" | "nothing"): void {
    const { connections } = this.#common;
    const dialect = this.#dialect(service);
    this.#path.clear(service, normalClearing);
    if (service.connection !== undefined) {
      const invokeId = connections.nextInvokeId(service);
      return connections.clear(service, [serviceInvoke("ccCancel", invokeId, undefined, dialect)]);
    }
    const argument = without === "SETUP" ? argumentOf(service) : undefined;
    const full =
      argument === undefined
        ? undefined
        : fullArgument(argument, this.#common.port.neighbour(service.trunk)?.callCompletion);
    if (full === undefined) return;
    connections.farewell(service, cisSetup(serviceInvoke("ccCancel", 1, full, dialect), numbersTowardA(full)));
  }

  #dialect({ trunk }: TerminatingService): Dialect {
    return dialectOf(this.#common.port.neighbour(trunk));
  }

  #config(name: Trunk): CallCompletionConfig | undefined {
    return this.#common.port.neighbour(name)?.callCompletion;
  }
}
