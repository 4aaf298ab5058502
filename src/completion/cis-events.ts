import type { Message } from "../../codecs/q931/message.ts";
import type { CcOptionalArg, CcRequestArg } from "../../codecs/generated/ss-cc-operations-asn1-97.ts";
import { find } from "../../codecs/q931/element.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import type { Component, Invoke } from "../../codecs/rose/component.ts";
import { isInvokeOf, returnError } from "../../codecs/rose/make.ts";
import type { CallCompletionConfig, NeighbourConfig } from "../config.ts";
import type { ClearReason, ConnectionEvent } from "../connection/connection.ts";
import type { Decision } from "./bridge-decision.ts";
import { decide } from "./bridge-decision.ts";
import type { AnyService, Asked, By, Common } from "./common.ts";
import { isInMemory, trunkOf } from "./in-memory.ts";
import type { Match } from "./correlate.ts";
import { apdu, dialectOf, serviceInvoke } from "./messages.ts";
import { answerTo, promisesPath, promisesService } from "./negotiation.ts";
import { isTranslated } from "./number-rules.ts";
import type { Ender } from "./originating.ts";
import type { OriginatingService } from "./originating-services.ts";
import type { OriginatingSide } from "./originating-side.ts";
import type { Parties } from "./parties.ts";
import { partiesOfArgument, partiesOfSetup, plainDigits } from "./parties.ts";
import type { Received } from "./received.ts";
import { readApdus } from "./received.ts";
import { type Refused, refusalOf } from "./request-refusal.ts";
import { normalClearing } from "./service-connections.ts";
import type { Refusal } from "./terminating.ts";
import type { TerminatingService } from "./terminating-services.ts";
import { requestedBy } from "./terminating-services.ts";
import type { TerminatingSide } from "./terminating-side.ts";
import type { Kind } from "./timers.ts";

type EventOf<Type extends ConnectionEvent["type"]> = Extract<ConnectionEvent, { readonly type: Type }>;
type SetupEvent = EventOf<"setup">;

/** LP and CC 3.6: no APDU of the SETUP was recognised. */
const facilityNotImplemented = 69;

/** What comes on call-independent connections, for the service it belongs to. */
export class CisEvents {
  readonly #common: Common;
  readonly #originating: OriginatingSide;
  readonly #terminating: TerminatingSide;
  readonly #isStoreReady: () => boolean;

  constructor(common: Common, originating: OriginatingSide, terminating: TerminatingSide, isStoreReady: () => boolean) {
    this.#common = common;
    this.#originating = originating;
    this.#terminating = terminating;
    this.#isStoreReady = isStoreReady;
  }

  /** False where the connection is none of ours: the relay's, then. */
  handle(event: ConnectionEvent): boolean {
    const { connections } = this.#common;
    if (!("connection" in event)) {
      if (event.type === "linkUp") connections.linkUp(event.trunk);
      return false;
    }
    if (event.type === "setup") return event.kind === "cis" && this.#setup(event);
    if (connections.isFarewell(event)) return true;
    const service = connections.ownerOf(event.connection);
    if (service === undefined) return false;
    if (event.type === "message") this.#message(service, event);
    if (event.type === "clearing") this.#clearing(service, event);
    if (event.type === "gone") connections.forget(event.connection);
    return true;
  }

  /** A CIS SETUP for an assisted neighbour's number ends here, always answered (R7); so does one of a bridge (R6). */
  #setup(event: SetupEvent): boolean {
    const { port } = this.#common;
    const called = find(event.message, calledPartyNumber)?.digits ?? "";
    const target = event.to === undefined ? port.route(called, event.trunk) : port.neighbour(event.to);
    const mode = target?.callCompletion.mode;
    if (target === undefined) return false;
    const received = readApdus(event.message, called);
    if (mode === "observe") return this.#observed(received, target);
    if (mode === "native") return this.#between(event, target, received);
    const request = received.components.find(isRequest);
    if (mode === "none") return request !== undefined && this.#refuse(event, request, "longTermRejection");
    if (request !== undefined) this.#request(event, target, request);
    else this.#withoutRequest(event, received);
    return true;
  }

  /** R17: it is relayed, and told what the gateway would have done. */
  #observed({ components }: Received, { name }: NeighbourConfig): false {
    const { port } = this.#common;
    for (const { operation, argument } of components.filter(isRequest)) {
      const { a, b } = partiesOfArgument(argument);
      const asked = `${operation} of ${a.digits === "" ? "nobody" : a.digits} for ${b.digits}`;
      const text = `observed: ${asked}; mode assisted would watch ${name}/${plainDigits(b.digits)}`;
      port.trace({ at: port.now, type: "request", request: port.nextRequestId(), text });
    }
    return false;
  }

  /** Both neighbours are native: what is of a bridge ends here, or becomes one; the rest is relayed as it came (R6). */
  #between(event: SetupEvent, target: NeighbourConfig, received: Received): boolean {
    const { port } = this.#common;
    const a = port.neighbour(event.trunk);
    if (a?.callCompletion.mode !== "native") return false;
    const request = received.components.find(isRequest);
    if (request === undefined) return this.#ofBridge(event, received);
    // R14: what cannot carry the request is not asked for it.
    if (port.connections.refusesQsig(target.name)) return this.#refuse(event, request, "shortTermRejection");
    const match = this.#match(request, event.trunk);
    const translated = match?.service.translated ?? isTranslated(request.argument, a, target);
    const decision = decide({ a, b: target, argument: request.argument, translated });
    const runs = match !== undefined && match.service.other !== undefined;
    if (decision.how === "relay" && !runs) return false;
    this.#request(event, target, request, decision);
    return true;
  }

  /** ccExecPossible or ccCancel in a SETUP of its own: of a bridge where one matches. */
  #ofBridge(event: SetupEvent, { components }: Received): boolean {
    for (const component of components) {
      const isExec = isInvokeOf(component, "ccExecPossible");
      if (!isExec && !isInvokeOf(component, "ccCancel")) continue;
      const argument = component.argument as CcOptionalArg;
      const isOurs =
        this.#findOriginating(event, argument) ?? (isExec ? undefined : this.#findTerminating(event, argument));
      if (isOurs === undefined) return false;
      if (isExec) this.#ccExecPossible(event, argument);
      else this.#ccCancel(event, argument);
      return true;
    }
    return false;
  }

  #match({ argument }: RequestInvoke, trunk: string): Match<TerminatingService> | undefined {
    const { correlator, kept } = this.#terminating;
    const parties = partiesOfArgument(argument);
    const active = correlator.find(parties, trunk);
    // Only the same numbers are the same request (G13); a call that was kept may be named more loosely.
    return active?.how === "exact" ? active : kept.find(parties, trunk);
  }

  #request(event: SetupEvent, target: NeighbourConfig, request: RequestInvoke, decision?: Decision): void {
    const { port } = this.#common;
    const { connection, trunk } = event;
    const { argument, invokeId, operation } = request;
    const match = this.#match(request, trunk);
    const service = match?.service ?? requestedBy(argument, trunk, target, port);
    const kindByLine = this.#requester(service)?.isNamed === true;
    const asked: Asked = { operation, argument, ...this.#answerTo(argument, trunk, target), kindByLine };
    const isOneMore = match === undefined || service.state === "Kept";
    const refused =
      refusalOf(this.#common, this.#isStoreReady(), { service, argument, target, isOneMore }) ??
      refusedByBridge(service, decision);
    const why = refused?.why ?? (decision?.how === "bridge" ? decision.why : undefined);
    const kind = operation === "ccbsRequest" ? "ccbs" : "ccnr";
    this.#terminating.post(
      service,
      { type: "request", kind, retain: asked.retain, ...(refused === undefined ? {} : { refusal: refused.refusal }) },
      { connection, invokeId, opens: true, asked, ...(why === undefined ? {} : { why }) },
    );
  }

  #answerTo(
    argument: CcRequestArg,
    trunk: string,
    { callCompletion: target }: NeighbourConfig,
  ): { retain: boolean; retainService: boolean } {
    const config = this.#config(trunk);
    if (config === undefined) return { retain: true, retainService: false };
    // R6: over a bridge user B's side decides whether the service is kept.
    const keeps = target.mode === "native" ? target.peer.canRetainService : config.our.retainService;
    return answerTo(argument, config, keeps);
  }

  /** R7, R27: whatever came, the SETUP is answered. */
  #withoutRequest(event: SetupEvent, received: Received): void {
    const known = received.components.find((component) => component.component === "invoke");
    if (known === undefined) this.#unrecognised(event, received);
    else if (isInvokeOf(known, "ccExecPossible")) this.#ccExecPossible(event, known.argument);
    else if (isInvokeOf(known, "ccCancel")) this.#ccCancel(event, known.argument);
    else this.#common.port.connections.clear(event.connection, normalClearing);
  }

  #ccExecPossible(event: SetupEvent, argument: CcOptionalArg): void {
    const service = this.#findOriginating(event, argument);
    if (service === undefined) return this.#clearWithCancel(event);
    this.#originating.post(service, { type: "ccExecPossible", in: "SETUP" }, opening(event));
  }

  #ccCancel(event: SetupEvent, argument: CcOptionalArg): void {
    const originating = this.#findOriginating(event, argument);
    if (originating !== undefined) {
      return this.#originating.post(originating, { type: "ccCancel", in: "SETUP" }, opening(event));
    }
    const terminating = this.#findTerminating(event, argument);
    if (terminating !== undefined) return this.#terminating.post(terminating, { type: "ccCancel" }, opening(event));
    this.#common.port.connections.clear(event.connection, normalClearing);
  }

  #findOriginating(event: SetupEvent, argument: CcOptionalArg): OriginatingService | undefined {
    // CC 6.2: the numbers of a SETUP from user B's side are those of the request the other way round.
    const parties = partiesOf(argument) ?? turned(partiesOfSetup(event.message.ies));
    const match = this.#originating.correlator.find(parties, event.trunk);
    if (match?.alias) this.#originating.runner.tell(match.service, aliasText);
    return match?.service;
  }

  #findTerminating(event: SetupEvent, argument: CcOptionalArg): TerminatingService | undefined {
    const parties = partiesOf(argument) ?? withoutBearer(partiesOfSetup(event.message.ies));
    return this.#terminating.correlator.find(parties, event.trunk)?.service;
  }

  /** CC 2.3, R7: no invoke that we know; what could not be read is rejected in the one message there is. */
  #unrecognised({ connection, trunk }: SetupEvent, { rejects }: Received): void {
    const { port } = this.#common;
    const dialect = dialectOf(port.neighbour(trunk));
    const ies = rejects.map((reject) => apdu(reject, dialect));
    port.connections.clear(connection, facilityNotImplemented, ies);
  }

  #clearWithCancel({ connection, trunk }: SetupEvent): void {
    const { port } = this.#common;
    const ie = serviceInvoke("ccCancel", 1, undefined, dialectOf(port.neighbour(trunk)));
    port.connections.clear(connection, normalClearing, [ie]);
  }

  #refuse({ connection, trunk }: SetupEvent, { invokeId }: Invoke, error: Refusal): boolean {
    const { port } = this.#common;
    const ie = apdu(returnError(error, invokeId), dialectOf(port.neighbour(trunk)));
    port.connections.clear(connection, normalClearing, [ie]);
    return true;
  }

  #message(service: AnyService, event: EventOf<"message">): void {
    const { port } = this.#common;
    const { message, connection, trunk } = event;
    const received = readApdus(message);
    if (service.role === "terminating") {
      service.failures = 0;
      service.unheard = false;
      if (message.message === "CONNECT") service.opening = false;
    }
    for (const component of received.components) this.#component(service, component, message, "up");
    if (received.mustClear) return this.#clearUnrecognised(service, event);
    if (received.rejects.length === 0 || !port.connections.isConnected(connection)) return;
    const dialect = dialectOf(port.neighbour(trunk));
    port.connections.send(
      connection,
      "FACILITY",
      received.rejects.map((reject) => apdu(reject, dialect)),
    );
  }

  /** CC 2.3 rule 4: the sender wants the connection cleared, and no reject. */
  #clearUnrecognised(service: AnyService, { connection }: EventOf<"message">): void {
    const { port, connections } = this.#common;
    connections.forget(connection);
    port.connections.clear(connection, facilityNotImplemented);
    this.#connectionCleared(service, "message");
  }

  /** The connection is no longer ours when its last message is read. */
  #clearing(service: AnyService, { connection, cause, reason, message }: EventOf<"clearing">): void {
    const { connections } = this.#common;
    const isHeld = service.role === "originating" && service.held === connection;
    connections.forget(connection);
    if (isHeld) {
      service.held = undefined;
      return;
    }
    const components = message === undefined ? [] : readApdus(message).components;
    let isTold = false;
    for (const component of components) {
      isTold = this.#component(service, component, message, "cleared") || isTold;
    }
    if (isTold) return;
    if (service.role === "terminating" && service.opening && cause !== normalClearing) {
      service.opening = false;
      this.#terminating.post(service, { type: "setupFailed", cause });
    } else this.#connectionCleared(service, reason);
  }

  #connectionCleared(service: AnyService, reason: ClearReason): void {
    if (service.role === "terminating") {
      const lost = service.unheard && reason !== "message";
      service.unheard = false;
      this.#terminating.post(service, { type: "connectionCleared", lost });
    } else this.#originating.post(service, { type: "connectionCleared", by: enders[reason] });
  }

  /** True where the component is an event of the service (R44: a response only of the invoke that is open). */
  #component(
    service: AnyService,
    component: Component,
    message: Message | undefined,
    connection: "up" | "cleared",
  ): boolean {
    if (service.role === "terminating") return this.#toTerminating(service, component);
    const isOurs = component.component !== "invoke" && component.invokeId === service.openInvokeId;
    const isOpen = isOurs && service.openInvokeId !== undefined;
    switch (component.component) {
      case "invoke":
        return this.#invokeToOriginating(service, component);
      case "returnResult":
        if (!isOpen || (connection === "up" && message?.message !== "CONNECT")) return false;
        service.openInvokeId = undefined;
        service.reservesPath = promisesPath(component.result);
        service.retainService = promisesService(component.result) && service.asksToRetainService;
        this.#originating.post(service, { type: "result", kept: connection === "up", ...this.#kindOf(service) });
        return true;
      case "returnError":
        if (!isOpen) return false;
        this.#originating.post(service, { type: "error", error: component.error });
        return true;
      case "reject":
        if (!isOpen) return false;
        this.#originating.post(service, { type: "reject" });
        return true;
      case "unknown":
        return false;
      default:
        component satisfies never;
        return false;
    }
  }

  /** The side of user A of a request that never leaves this core (R15). */
  #requester({ trunk, cluster, parties }: TerminatingService): OriginatingService | undefined {
    if (!isInMemory(this.#common.port, trunk)) return undefined;
    return this.#originating.correlator.find(parties, cluster)?.service;
  }

  /** R15: user B's side has looked at his line. */
  #kindOf({ isNamed, trunk, cluster, parties }: OriginatingService): { readonly byLine?: Kind } {
    if (!isNamed || !isInMemory(this.#common.port, trunk)) return {};
    const other = this.#terminating.correlator.find(parties, cluster)?.service;
    return other === undefined ? {} : { byLine: other.kind };
  }

  #invokeToOriginating(service: OriginatingService, { operation }: Invoke): boolean {
    if (operation === "ccExecPossible") this.#originating.post(service, { type: "ccExecPossible", in: "connection" });
    else if (operation === "ccCancel") this.#originating.post(service, { type: "ccCancel", in: "connection" });
    else return false;
    return true;
  }

  #toTerminating(service: TerminatingService, component: Component): boolean {
    if (component.component !== "invoke") return false;
    const { operation } = component;
    if (operation !== "ccSuspend" && operation !== "ccResume" && operation !== "ccCancel") return false;
    this.#terminating.post(service, { type: operation });
    return true;
  }

  #config(trunk: string): CallCompletionConfig | undefined {
    return trunkOf(this.#common.port, trunk);
  }
}

/** Whose doing a clearing without an APDU was; a message of the peer, STATUS included, is the peer's. */
const enders: { readonly [Reason in ClearReason]: Ender } = {
  message: "peer",
  protocolError: "peer",
  restart: "peer",
  timer: "timer",
  linkDown: "link",
};

const aliasText = "another request matches as well; the older one is taken";

type RequestInvoke = Invoke & { readonly operation: "ccbsRequest" | "ccnrRequest"; readonly argument: CcRequestArg };

function isRequest(component: Component): component is RequestInvoke {
  return isInvokeOf(component, "ccbsRequest") || isInvokeOf(component, "ccnrRequest");
}

/** R6, R20: what a bridge cannot do. A second request while the first runs is the first one's (G13). */
function refusedByBridge({ other }: TerminatingService, decision: Decision | undefined): Refused | undefined {
  if (decision?.how === "refuse") return { refusal: decision.error, why: decision.why };
  return other === undefined ? undefined : { refusal: "shortTermRejection", why: "refused: it is asked for already" };
}

function opening({ connection }: SetupEvent): By {
  return { connection, opens: true };
}

function partiesOf(argument: CcOptionalArg): Parties | undefined {
  return "fullArg" in argument ? partiesOfArgument(argument.fullArg) : undefined;
}

function turned(parties: Parties): Parties {
  return { ...withoutBearer(parties), a: parties.b, b: parties.a };
}

/** The bearer of a CIS SETUP says nothing about the call. */
function withoutBearer(parties: Parties): Parties {
  return { ...parties, bearer: "" };
}
