import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import { elements } from "../../codecs/q931/element.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import { returnError } from "../../codecs/rose/make.ts";
import type { ErrorName } from "../../codecs/rose/operations.ts";
import type { RelayedCall } from "../connection/relayed-call.ts";
import type { RequestId } from "../seam.ts";
import type { Common } from "./common.ts";
import { apdu, dialectOf } from "./messages.ts";
import type { OriginatingService } from "./originating-services.ts";
import { isCompletable, offeredBy } from "./originating-services.ts";
import type { OriginatingSide } from "./originating-side.ts";
import type { TerminatingEvent } from "./terminating.ts";
import type { TerminatingService } from "./terminating-services.ts";
import { withoutAnswerTo } from "./received.ts";
import { keptBy } from "./terminating-services.ts";
import type { TerminatingSide } from "./terminating-side.ts";

type Leg = "from" | "to";

/** The service of user B's side that a recall of user A is too: over a bridge, or where both sides are ours. */
type Ringing = (service: OriginatingService) => TerminatingService | undefined;

/** What a relayed call is to call completion. */
type Use =
  /** A call of user A that may be completed; `service` from ALERTING or a failure on. */
  | { readonly as: "original"; service: OriginatingService | undefined; answered: boolean }
  /** `ringing`: the leg to user A, where the recall came over a bridge (R6). */
  | {
      readonly as: "recall";
      readonly service: OriginatingService;
      readonly ringing: TerminatingService | undefined;
      answered: boolean;
    }
  /** A call to user B that may be asked about. */
  | { readonly as: "kept"; readonly service: TerminatingService; answered: boolean }
  | { readonly as: "ringing"; readonly service: TerminatingService; answered: boolean };

const gatewayFailure = 41;

/** Follows every relayed call that a service began with, or that completes one. */
export class Calls {
  readonly #common: Common;
  readonly #originating: OriginatingSide;
  readonly #terminating: TerminatingSide;
  readonly #ringing: Ringing;
  readonly #uses = new Map<number, Use>();

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
    if (use === undefined || from !== "to") return;
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
      default:
        use satisfies never;
    }
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
      default:
        use satisfies never;
    }
    const invokeId = use.as === "recall" ? use.service.ccRingoutInvokeId : undefined;
    return [...(invokeId === undefined ? ies : withoutAnswerTo(ies, invokeId)), ...answer.added];
  }

  #alerting(call: RelayedCall, use: Use): void {
    switch (use.as) {
      case "original": {
        if (use.service !== undefined) return;
        use.service = offeredBy(call, this.#common.port);
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
      default:
        use satisfies never;
    }
  }

  #originalCleared(call: RelayedCall, service: OriginatingService | undefined, cause: number): void {
    const failed = service ?? offeredBy(call, this.#common.port);
    if (failed !== undefined) this.#originating.post(failed, { type: "callCleared", cause });
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
    if (isRedone) this.#uses.set(call.id, { as: "original", service: undefined, answered: false });
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
    if (isCompletable(call, port)) return { as: "original", service: undefined, answered: false };
    const service = keptBy(call, port);
    return service === undefined ? undefined : { as: "kept", service, answered: false };
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
