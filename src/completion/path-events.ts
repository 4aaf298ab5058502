import type { ErrorName } from "../../codecs/rose/operations.ts";
import type { Component } from "../../codecs/rose/component.ts";
import type { Message } from "../../codecs/q931/message.ts";
import type { ConnectionEvent } from "../connection/connection.ts";
import type { Calls } from "./calls.ts";
import { verdictOf, type Common } from "./common.ts";
import type { OriginatingService } from "./originating-services.ts";
import type { OriginatingSide } from "./originating-side.ts";
import { readApdus } from "./received.ts";
import { normalClearing } from "./service-connections.ts";
import type { TerminatingService } from "./terminating-services.ts";
import type { TerminatingSide } from "./terminating-side.ts";

type EventOf<Type extends ConnectionEvent["type"]> = Extract<ConnectionEvent, { readonly type: Type }>;

/** What comes on a reserved path before it is a relayed call (CC 4.3, R10). */
export class PathEvents {
  readonly #common: Common;
  readonly #originating: OriginatingSide;
  readonly #terminating: TerminatingSide;
  readonly #calls: Calls;

  constructor(common: Common, originating: OriginatingSide, terminating: TerminatingSide, calls: Calls) {
    this.#common = common;
    this.#originating = originating;
    this.#terminating = terminating;
    this.#calls = calls;
  }

  /** False where the event is of no reserved path. */
  handle(event: ConnectionEvent): boolean {
    if (event.type !== "message" && event.type !== "clearing" && event.type !== "answer") return false;
    const service = this.#common.connections.ownerOf(event.connection);
    if (event.type === "answer") return service?.role === "terminating" && this.#calledAnswered(service, event.message);
    if (service === undefined || service.path?.connection !== event.connection) return false;
    if (service.role === "originating") {
      if (event.type === "message") this.#toCaller(service, event.message);
      else this.#callerCleared(service, event);
    } else if (event.type === "message") this.#toCalled(service, event.message);
    else this.#calledCleared(service, event);
    return true;
  }

  /** The answer to our ccPathReserve; a peer that rings user B without user A has not understood it. */
  #toCaller(service: OriginatingService, message: Message): void {
    const answer = answerOf(message, service.path?.invokeId);
    if (answer?.component === "returnResult") return this.#originating.post(service, { type: "pathReserved" });
    const isRung = message.message === "ALERTING" || message.message === "CONNECT";
    if (answer === undefined && !isRung) return;
    this.#originating.path.clear(service, normalClearing);
    this.#originating.post(service, { type: "pathCleared", cause: normalClearing, ...errorIn(answer) });
  }

  #callerCleared(service: OriginatingService, { cause, message }: EventOf<"clearing">): void {
    const answer = answerOf(message, service.path?.invokeId);
    this.#originating.path.leave(service);
    if (operationsIn(message).includes("ccCancel")) {
      return this.#originating.post(service, { type: "ccCancel", in: "connection" });
    }
    this.#originating.post(service, { type: "pathCleared", cause, ...errorIn(answer) });
  }

  /** ccRingout: what was held goes to user B now. */
  #toCalled(service: TerminatingService, message: Message): void {
    const { path } = service;
    const ringout = readApdus(message).components.find((each) => isInvoke(each) && each.operation === "ccRingout");
    if (path === undefined || ringout?.component !== "invoke") return;
    const { connection, message: setup } = path;
    const by = { connection, setup, invokeId: ringout.invokeId };
    const verdict = verdictOf(this.#common, () => this.#terminating.post(service, { type: "ccRingout" }, by));
    if (verdict?.verdict !== "relay" || verdict.ies === undefined) return;
    const call = this.#common.port.relayHeld(path, verdict.ies, service.cluster);
    if (call === undefined) this.#calls.failed(service.request);
    else this.#calls.setup(call, service.request);
  }

  #calledCleared(service: TerminatingService, { message }: EventOf<"clearing">): void {
    this.#terminating.path.leave(service);
    this.#terminating.post(service, { type: lastWordIn(message) ?? "pathCleared" });
  }

  /** User A's side cleared the path as well: both messages were on their way at once. */
  #calledAnswered(service: TerminatingService, message: Message): boolean {
    const told = lastWordIn(message);
    if (told !== undefined) this.#terminating.post(service, { type: told });
    return told !== undefined;
  }
}

function isInvoke(component: Component): component is Extract<Component, { readonly component: "invoke" }> {
  return component.component === "invoke";
}

/** CC 4.3: the DISCONNECT of a path may carry ccSuspend or ccCancel. */
function lastWordIn(message: Message | undefined): "ccSuspend" | "ccCancel" | undefined {
  return operationsIn(message).find((operation) => operation === "ccSuspend" || operation === "ccCancel");
}

function operationsIn(message: Message | undefined) {
  return message === undefined
    ? []
    : readApdus(message)
        .components.filter(isInvoke)
        .map(({ operation }) => operation);
}

/** The response to the invoke (R44). */
function answerOf(message: Message | undefined, invokeId: number | undefined): Component | undefined {
  if (message === undefined) return undefined;
  return readApdus(message).components.find((each) => each.component !== "invoke" && each.invokeId === invokeId);
}

function errorIn(answer: Component | undefined): { readonly error?: ErrorName | null } {
  return answer?.component === "returnError" ? { error: answer.error } : {};
}
