import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import { elements, find, isOf } from "../../codecs/q931/element.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { callingPartyNumber } from "../../codecs/q931/ie/calling-party-number.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import { returnError } from "../../codecs/rose/make.ts";
import type { ErrorName } from "../../codecs/rose/operations.ts";
import type { RelayedCall } from "../connection/relayed-call.ts";
import type { PlannedDigits } from "../digits.ts";
import { lineKey } from "../lines/line.ts";
import type { RequestId } from "../ids.ts";
import type { Common } from "./common.ts";
import { apdu, dialectOf } from "./messages.ts";
import type { OriginatingService } from "./originating-services.ts";
import { isCompletable, isObserved, isOfferable, offeredBy } from "./originating-services.ts";
import { offersCcbs } from "./originating/request.ts";
import type { OriginatingSide } from "./originating-side.ts";
import type { TerminatingEvent } from "./terminating.ts";
import type { TerminatingService } from "./terminating-services.ts";
import { follow, type Moves, notMoved, reachedVoicemail, targetOf } from "./moves.ts";
import { withoutAnswerTo, withoutOperation } from "./received.ts";
import { keptBy } from "./terminating-services.ts";
import type { TerminatingSide } from "./terminating-side.ts";
import { Register } from "../register.ts";

type Leg = "from" | "to";

/** The service of user B's side that a recall of user A is too: over a bridge, or where both sides are ours. */
type Ringing = (service: OriginatingService) => TerminatingService | undefined;

/** What a relayed call is to call completion. */
type Use =
  /** A call of user A that may be completed; `service` from ALERTING or a failure on. */
  | {
      readonly as: "original";
      service: OriginatingService | undefined;
      /** User C, whom `service` is for (R22). */
      target: PlannedDigits | undefined;
      readonly moves: Moves;
      answered: boolean;
    }
  /** `ringing`: the leg to user A, where the recall came over a bridge (R6). */
  | {
      readonly as: "recall";
      readonly service: OriginatingService;
      readonly ringing: TerminatingService | undefined;
      answered: boolean;
    }
  /** A call to user B that may be asked about. */
  | { readonly as: "kept"; readonly service: TerminatingService; readonly moves: Moves; answered: boolean }
  | { readonly as: "ringing"; readonly service: TerminatingService; answered: boolean }
  /** A call of a neighbour that is only observed (R17). */
  | { readonly as: "observed"; alerted: boolean; answered: boolean };

const gatewayFailure = 41;
const toVoicemail = "the call went to voice mail";
const toC = "the call was diverted, and another user rings";

function original(): Use {
  return { as: "original", service: undefined, target: undefined, moves: notMoved(), answered: false };
}

/** Follows every relayed call that a service began with, or that completes one. */
export class Calls {
  readonly #common: Common;
  readonly #originating: OriginatingSide;
  readonly #terminating: TerminatingSide;
  readonly #ringing: Ringing;
  readonly #uses = new Register<number, Use>();

  constructor(common: Common, originating: OriginatingSide, terminating: TerminatingSide, ringing: Ringing) {
    this.#common = common;
    this.#originating = originating;
    this.#terminating = terminating;
    this.#ringing = ringing;
  }

  setup(call: RelayedCall, request: RequestId | undefined): void {
    const use = request === undefined ? this.#newUse(call) : this.#recallUse(request);
    if (use !== undefined) this.#uses.set(call.id, use);
    if (use?.as === "kept") this.#terminating.post(use.service, { type: "callOffered" });
  }

  /** The recall could not be relayed. */
  failed(request: RequestId): void {
    const use = this.#recallUse(request);
    if (use?.as === "recall") {
      this.#originating.post(use.service, { type: "recallCleared", by: "B", cause: gatewayFailure });
      this.#ring(use.ringing, { type: "ringCleared", by: "B", cause: gatewayFailure });
    }
    if (use?.as === "ringing") {
      this.#ring(use.service, { type: "ringCleared", by: "B", cause: gatewayFailure });
    }
  }

  message(call: RelayedCall, from: Leg, message: Message): void {
    const use = this.#uses.get(call.id);
    if (use === undefined || this.#hasMoved(call, use, message) || from !== "to") return;
    if (message.message === "ALERTING") return this.#alerting(call, use);
    if (message.message !== "CONNECT") return;
    use.answered = true;
    switch (use.as) {
      case "original":
        if (use.service !== undefined) this.#originating.post(use.service, { type: "callAnswered" });
        return;
      case "recall":
        this.#originating.post(use.service, { type: "recallAnswered" });
        return this.#ring(use.ringing, { type: "ringAnswered" });
      case "kept":
        return this.#terminating.post(use.service, { type: "callAnswered" });
      case "ringing":
        return this.#ring(use.service, { type: "ringAnswered" });
      case "observed":
        return;
      default:
        use satisfies never;
    }
  }

  /** The message as it goes on to user A: a recall is not taken elsewhere (R5). */
  passing<Passed extends Message>(call: RelayedCall, message: Passed): Passed | undefined {
    const use = this.#uses.get(call.id);
    if (use === undefined || use.answered || (use.as !== "recall" && use.as !== "ringing")) return message;
    const rerouteings = elements(message, facility)
      .flatMap(({ value }) => value?.components ?? [])
      .filter((component) => component.component === "invoke" && component.operation === "callRerouteing");
    if (rerouteings.length === 0) return message;
    const { port } = this.#common;
    const dialect = dialectOf(port.neighbour(call.to.trunk));
    for (const { invokeId } of rerouteings) {
      const error = returnError("supplementaryServiceInteractionNotAllowed", invokeId ?? 0);
      port.connections.send(call.to.connection, "FACILITY", [apdu(error, dialect)]);
    }
    this.#tell(use.service, "a callRerouteing of the recall was refused");
    const ies = withoutOperation(message.ies, "callRerouteing");
    const isEmpty = message.message === "FACILITY" && !ies.some((ie) => isOf(ie, facility));
    return isEmpty ? undefined : { ...message, ies };
  }

  #tell(service: OriginatingService | TerminatingService, text: string): void {
    if (service.role === "originating") this.#originating.runner.tell(service, text);
    else this.#terminating.runner.tell(service, text);
  }

  /** R22: true where the call is no longer one that anybody would complete. */
  #hasMoved(call: RelayedCall, use: Use, message: Message): boolean {
    if (use.answered || (use.as !== "original" && use.as !== "kept")) return false;
    const away = follow(use.moves, message);
    const pilots = this.#common.port.neighbour(call.to.trunk)?.callCompletion.voicemailPilots;
    const why = away ?? (reachedVoicemail(use.moves, pilots) ? toVoicemail : undefined);
    if (why === undefined) return false;
    this.#uses.delete(call.id);
    if (use.as === "original") {
      if (use.service !== undefined) this.#originating.post(use.service, { type: "callMoved" }, { why });
      if (away === undefined) this.#withdrawOffers(call, why);
    } else if (away === undefined) use.service.reachedVoicemail = true;
    else this.#terminating.post(use.service, { type: "callMoved" }, { why });
    return true;
  }

  /** S-65, S-67, S-68: the last call is none to complete, and an earlier one is not what the user means now. */
  #withdrawOffers({ from, received }: RelayedCall, why: string): void {
    const user = lineKey(from.trunk, find(received, callingPartyNumber)?.digits ?? "");
    for (const offer of this.#originating.offers(user)) this.#originating.post(offer, { type: "callMoved" }, { why });
  }

  /** What the other leg's clearing carries of `ies`, and what is added for it. */
  clearing(
    call: RelayedCall,
    from: Leg,
    cause: number,
    ies: readonly InformationElement[],
  ): readonly InformationElement[] {
    const use = this.#uses.get(call.id);
    if (use === undefined) return ies;
    this.#uses.delete(call.id);
    if (use.answered) return ies;
    const { answer } = this.#common;
    answer.added = [];
    const by = from === "from" ? "A" : "B";
    switch (use.as) {
      case "original":
        this.#originalCleared(call, use.service, cause);
        break;
      case "recall":
        this.#recallCleared(call, use, by, cause, ies);
        break;
      case "kept":
        this.#terminating.post(use.service, { type: "callCleared" });
        break;
      case "ringing":
        this.#ring(use.service, { type: "ringCleared", by, cause });
        break;
      case "observed":
        this.#observed(call, use.alerted, cause);
        break;
      default:
        use satisfies never;
    }
    const invokeId = use.as === "recall" ? use.service.ccRingoutInvokeId : undefined;
    return [...(invokeId === undefined ? ies : withoutAnswerTo(ies, invokeId)), ...answer.added];
  }

  #alerting(call: RelayedCall, use: Use): void {
    switch (use.as) {
      case "original": {
        const target = targetOf(use.moves);
        if (use.service !== undefined && (target === use.target || use.service.state !== "Offered")) return;
        // S-45: user C rings, and call back is for him.
        if (use.service !== undefined) this.#originating.post(use.service, { type: "callMoved" }, { why: toC });
        use.target = target;
        use.service = offeredBy(call, this.#common.port, target);
        if (use.service !== undefined) this.#originating.post(use.service, { type: "callAlerting" });
        return;
      }
      case "recall":
        use.service.alerted = true;
        this.#originating.post(use.service, { type: "recallAlerting" });
        return this.#ring(use.ringing, { type: "ringAlerting" });
      case "ringing":
        return this.#ring(use.service, { type: "ringAlerting" });
      case "kept":
        return;
      case "observed":
        use.alerted = true;
        return;
      default:
        use satisfies never;
    }
  }

  #originalCleared(call: RelayedCall, service: OriginatingService | undefined, cause: number): void {
    const failed = service ?? offeredBy(call, this.#common.port);
    if (failed !== undefined) this.#originating.post(failed, { type: "callCleared", cause });
  }

  /** R17: what mode assisted would have offered. */
  #observed(call: RelayedCall, alerted: boolean, cause: number): void {
    const why = offersCcbs(cause) ? `with cause ${cause}` : "without an answer";
    if (!isOfferable(call) || !(alerted || offersCcbs(cause))) return;
    const { port } = this.#common;
    const [from = "nobody", to = ""] = [callingPartyNumber, calledPartyNumber].map(
      (ie) => find(call.received, ie)?.digits,
    );
    const text = `observed: the call of ${from} to ${to} ended ${why}; mode assisted would offer call back`;
    port.trace({ at: port.now, type: "request", request: port.nextRequestId(), text });
  }

  /** R9: a recall that met failureToMatch is set up once more, as an ordinary call. */
  #recallCleared(
    call: RelayedCall,
    { service, ringing }: Extract<Use, { as: "recall" }>,
    by: "A" | "B",
    cause: number,
    ies: readonly InformationElement[],
  ): void {
    const error = errorFor(ies, service.ccRingoutInvokeId);
    const isRedone = error === "failureToMatch" && by === "B" && !service.alerted && ringing === undefined;
    const event = { type: "recallCleared", by, cause, ...(error === undefined ? {} : { error }) } as const;
    this.#originating.post(service, event, { call });
    this.#ring(ringing, { type: "ringCleared", by, cause });
    if (ringing !== undefined && error === "failureToMatch") this.#passFailureToMatch(ringing);
    if (isRedone) this.#uses.set(call.id, original());
  }

  #ring(service: TerminatingService | undefined, event: TerminatingEvent): void {
    if (service === undefined) return;
    if (event.type === "ringAlerting") service.alerted = true;
    this.#terminating.post(service, event);
  }

  /** R6: the answer to user A's own ccRingout; "busy again" is the table's to say. */
  #passFailureToMatch({ trunk, ccRingoutInvokeId }: TerminatingService): void {
    if (ccRingoutInvokeId === undefined) return;
    const { answer, port } = this.#common;
    answer.added.push(apdu(returnError("failureToMatch", ccRingoutInvokeId), dialectOf(port.neighbour(trunk))));
  }

  #newUse(call: RelayedCall): Use | undefined {
    const { port } = this.#common;
    if (isCompletable(call, port)) return original();
    if (isObserved(call, port)) return { as: "observed", alerted: false, answered: false };
    const service = keptBy(call, port);
    return service === undefined ? undefined : { as: "kept", service, moves: notMoved(), answered: false };
  }

  #recallUse(request: RequestId): Use | undefined {
    const originating = this.#originating.services.get(request);
    if (originating !== undefined) {
      return { as: "recall", service: originating, ringing: this.#ringing(originating), answered: false };
    }
    const terminating = this.#terminating.services.get(request);
    return terminating === undefined ? undefined : { as: "ringing", service: terminating, answered: false };
  }
}

/** The error that answers our ccRingout; undefined where there is none. */
function errorFor(ies: readonly InformationElement[], invokeId: number | undefined): ErrorName | null | undefined {
  const components = elements({ ies }, facility).flatMap(({ value }) => value?.components ?? []);
  const error = components.find((each) => each.component === "returnError" && each.invokeId === invokeId);
  return error?.component === "returnError" ? error.error : undefined;
}
