import type { Message } from "../../codecs/q931/message.ts";
import type { RequestId } from "../ids.ts";
import type { Reason } from "../users/reasons.ts";
import type { WordToA } from "./bridge.ts";
import { toA, toB, triesToReachA, wordFor } from "./bridge.ts";
import type { AnyService, By, Common } from "./common.ts";
import type { OriginatingEvent, OriginatingState } from "./originating.ts";
import type { OriginatingService } from "./originating-services.ts";
import type { OriginatingSide } from "./originating-side.ts";
import { bridgedTo, ofSetup } from "./originating-services.ts";
import { bearerFits } from "./parties.ts";
import { withoutRingout } from "./received.ts";
import type { Stepped } from "./runner.ts";
import type { Refusal, TerminatingEvent, TerminatingState } from "./terminating.ts";
import type { TerminatingService } from "./terminating-services.ts";
import type { TerminatingSide } from "./terminating-side.ts";
import type { Register } from "../register.ts";

type StepOfO = Stepped<OriginatingState, OriginatingEvent, By>;
type StepOfT = Stepped<TerminatingState, TerminatingEvent, By>;

/** Carries what a step of one leg of a bridge means to the other leg (R6); the tables are in bridge.ts. */
export class Bridges {
  readonly #common: Common;
  readonly #originating: OriginatingSide;
  readonly #terminating: TerminatingSide;

  constructor(common: Common, originating: OriginatingSide, terminating: TerminatingSide) {
    this.#common = common;
    this.#originating = originating;
    this.#terminating = terminating;
  }

  /** A step of the leg to user B. */
  originatingStepped(service: OriginatingService, step: StepOfO): void {
    const other = this.#otherOf(service, this.#terminating.services);
    const word = wordFor(toA, stepOf(step));
    if (other !== undefined && word !== undefined) this.#tellA(service, other, word, step);
    // Nobody is offered what failed for now.
    if (step.to === "Offered") this.#originating.post(service, { type: "userCancels" });
  }

  /** A step of the leg to user A. */
  terminatingStepped(service: TerminatingService, step: StepOfT): void {
    const word = wordFor(toB, stepOf(step));
    if (word === "ask") return this.#ask(service, step.reason);
    const other = this.#otherOf(service, this.#originating.services);
    if (other === undefined || word === undefined) return;
    switch (word) {
      case "suspend":
        return this.#originating.post(other, { type: "aSuspends" });
      case "resume":
        return this.#originating.post(other, { type: "aResumes" });
      case "ringout":
        return this.#ringout(other, step.by.setup);
      case "unreachable":
        if (service.failures >= triesToReachA) this.#terminating.post(service, { type: "bDeleted" }, { why: noWayToA });
        return;
      case "ended":
        return this.#originating.post(other, { type: "userCancels" }, because(service, step.reason));
      default:
        word satisfies never;
    }
  }

  /** User B's line as his side has told it last: the other leg is in Recall from "free" to what becomes of it. */
  isFree(service: TerminatingService): boolean {
    return this.#otherOf(service, this.#originating.services)?.state === "Recall";
  }

  /** The other leg of the recall of this service. */
  ringing(service: OriginatingService): TerminatingService | undefined {
    return this.#otherOf(service, this.#terminating.services);
  }

  /** After a restart (R26): a leg whose other one was not stored, or has ended meanwhile, ends. */
  restored(): void {
    const why = { why: "the other leg of the bridge did not outlive the restart" };
    for (const service of this.#originating.services.values()) {
      if (service.other === undefined || this.#terminating.services.has(service.other)) continue;
      this.#originating.post(service, { type: "userCancels" }, why);
    }
    for (const service of this.#terminating.services.values()) {
      if (service.other === undefined || this.#originating.services.has(service.other)) continue;
      this.#terminating.post(service, { type: "bDeleted" }, why);
    }
    for (const service of this.#originating.services.values()) this.#freeAgain(service);
  }

  /** User B's last word is not stored with the leg to user A. */
  #freeAgain(service: OriginatingService): void {
    const other = this.#otherOf(service, this.#terminating.services);
    if (other === undefined || service.state !== "Recall") return;
    other.free = true;
    if (other.state === "Monitoring") this.#terminating.post(other, { type: "bFree" });
  }

  #tellA(from: OriginatingService, to: TerminatingService, word: WordToA, step: StepOfO): void {
    switch (word) {
      case "accepted":
        to.retainService = from.retainService;
        return this.#terminating.post(to, { type: "lineSeen" }, because(from, "accepted"));
      case "refused":
        return this.#terminating.post(
          to,
          { type: "lineSeen", refusal: refusalOf(step.event) },
          because(from, step.reason),
        );
      case "free":
        to.free = true;
        return this.#terminating.post(to, { type: "bFree" }, because(from, "user B is free"));
      case "ended":
        return this.#terminating.post(to, { type: "bDeleted" }, because(from, step.reason));
      default:
        word satisfies never;
    }
  }

  #ask(service: TerminatingService, why: string | undefined): void {
    const { port } = this.#common;
    const other = bridgedTo(service, port);
    service.other = other.request;
    this.#originating.services.set(other.request, other);
    const refusal = this.#originating.refusal(other);
    this.#originating.post(other, refusal === undefined ? { type: "userAsks" } : { type: "userAsks", refusal }, {
      ...(why === undefined ? {} : { why }),
    });
  }

  /** R4: the elements that count are those of the request of that leg, all else is of user A's new SETUP. */
  #ringout(service: OriginatingService, setup: Message | undefined): void {
    if (setup === undefined) return;
    const fits = bearerFits(setup.ies, ofSetup.elements(service.setup));
    const onward = { ...setup, ies: withoutRingout(setup.ies) };
    this.#originating.post(service, { type: "aRingsOut", fits }, { setup: onward });
  }

  #otherOf<Other extends AnyService>(
    { other }: AnyService,
    services: Pick<Register<RequestId, Other>, "get">,
  ): Other | undefined {
    return other === undefined ? undefined : services.get(other);
  }
}

const noWayToA = "user A cannot be reached";

function stepOf<State extends string, Event extends { readonly type: string }>({
  event,
  from,
  to,
}: Stepped<State, Event, By>): { readonly event: Event["type"]; readonly from: State; readonly to: State } {
  return { event: event.type, from, to };
}

/** What the other leg's timeline says: whose word it was. */
function because({ trunk }: AnyService, reason: string | undefined): By {
  return { why: reason === undefined ? `the leg to ${trunk} is over` : `${trunk}: ${reason}` };
}

/** A refusal of ours that will hold as long as things stand as they do. */
const lasting: ReadonlySet<Reason> = new Set<Reason>(["serviceOff", "outOfReach", "badNumber", "numberWithheld"]);

/** The error that user A's side is told (R6): B's own where it is one of a request, else "not now" (R42). */
function refusalOf(event: OriginatingEvent): Refusal {
  if (event.type === "userAsks" && event.refusal !== undefined && lasting.has(event.refusal))
    return "longTermRejection";
  if (event.type !== "error") return "shortTermRejection";
  return event.error === "longTermRejection" || event.error === "supplementaryServiceInteractionNotAllowed"
    ? event.error
    : "shortTermRejection";
}
