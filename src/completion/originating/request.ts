import type { ErrorName } from "../../../codecs/rose/operations.ts";
import type { Reason } from "../../users/reasons.ts";
import type { Ender, OriginatingAction, OriginatingRow, OriginatingTable } from "../originating.ts";
import {
  become,
  ccCancel,
  hold,
  refuseHeld,
  release,
  request as sendRequest,
  show,
  start,
  stop,
  takeHeld,
  tell,
  watch,
} from "./actions.ts";
import type { Kind } from "../timers.ts";
import { causes } from "./shared.ts";

/** A call cleared with one of these makes CCBS possible (CC 5.3 [LP]). */
/** CC 5.3: busy, at user B or on the way to him. */
export const offersCcbs = (cause: number) => cause === causes.userBusy || cause === causes.noCircuit;

/** What a returnError means to user A (CC 1.5); every other one is a refusal for good. */
const refusals: { readonly [Name in ErrorName]?: Reason } = {
  supplementaryServiceInteractionNotAllowed: "refusedByInteraction",
};

/** What user A is told of a request whose connection went without an APDU (R18). */
const unanswered: { readonly [By in Ender]: Reason } = {
  peer: "refusedForNow",
  timer: "noAnswer",
  link: "trunkDown",
};

/** The request failed for now: the call is offered once more, so that CallBack may be pressed again (S-40). */
function offerAgain(ends: readonly OriginatingAction[], reason: Reason): OriginatingRow {
  return { to: "Offered", do: [...ends, refuseHeld, tell(reason), start("T_OFFER")] };
}

/** R15: user B's line has decided. */
function kindOf({ byLine }: { readonly byLine?: Kind }): readonly OriginatingAction[] {
  return byLine === undefined ? [] : [become(byLine)];
}

/** From the call that failed to the answer to the request. */
export const request = {
  Idle: {
    callAlerting: (c) =>
      c.offerable
        ? { to: "Offered", do: [become("ccnr")] } // CC 5.3, S-06
        : { to: "Idle", do: [] }, // CC 5.3, R22
    callCleared: (c, e) =>
      c.offerable && offersCcbs(e.cause)
        ? { to: "Offered", do: [become("ccbs"), start("T_OFFER")] } // CC 5.3, R8, S-05
        : { to: "Idle", do: [] }, // CC 5.3: no ALERTING, nothing to complete
    otherwise: "ignore",
  },
  Offered: {
    callAnswered: { to: "Idle", do: [] }, // R8
    callMoved: { to: "Idle", do: [] }, // R22
    callCleared: (_c, e) => ({
      to: "Offered", // R8, S-07
      do: [become(offersCcbs(e.cause) ? "ccbs" : "ccnr"), start("T_OFFER")],
    }),
    userAsks: (_c, e) =>
      e.refusal === undefined
        ? { to: "Requested", do: [stop("T_OFFER"), sendRequest, start("T1")] } // CC 5.3
        : { to: "Offered", do: [tell(e.refusal)] }, // S-11, S-12, R20, R46
    userCancels: { to: "Idle", do: [] }, // CC 5.3
    T_OFFER: { to: "Idle", do: [] }, // CC 5.3, R8
    otherwise: "ignore",
  },
  Requested: {
    result: (c, e) =>
      !e.kept && c.retainDemanded
        ? { to: "Idle", do: [ccCancel, refuseHeld, tell("notRetained")] } // CC 5.2, G9
        : {
            to: "Active", // CC 5.3, R36, R15, F1, F2
            do: [stop("T1"), ...kindOf(e), start("T2"), watch, show("activated"), takeHeld],
          },
    error: (_c, e) =>
      e.error === "shortTermRejection"
        ? offerAgain([stop("T1"), release], "refusedForNow") // CC 5.3, F5; 1.5: the user may try again
        : {
            to: "Idle", // CC 5.3, F6, F9
            do: [release, refuseHeld, tell((e.error === null ? undefined : refusals[e.error]) ?? "refused")],
          },
    reject: { to: "Idle", do: [release, refuseHeld, tell("refused")] }, // CC 5.3
    T1: offerAgain([release], "noAnswer"), // CC 5.3, G5
    connectionCleared: (_c, e) => offerAgain([stop("T1")], unanswered[e.by]), // CC 5.3, R18
    userCancels: { to: "Clearing", do: [show("nothing")] }, // CC 5.3
    callAnswered: { to: "Clearing", do: [tell("answered")] }, // R8
    ccExecPossible: (_c, e) =>
      e.in === "SETUP"
        ? { to: "Requested", do: [hold] } // R7
        : { to: "Requested", do: [] }, // R7: FACILITY is legal from CONNECT on, and CONNECT brings the result
    ccCancel: { to: "Idle", do: [release, refuseHeld, tell("cancelledByPeer")] }, // R7
    restored: { to: "Idle", do: [ccCancel, tell("restarted")] }, // R26
    otherwise: "ignore",
  },
  Clearing: {
    result: { to: "Idle", do: [ccCancel, refuseHeld] }, // CC 5.3
    error: { to: "Idle", do: [release, refuseHeld] }, // CC 5.3
    reject: { to: "Idle", do: [release, refuseHeld] }, // CC 5.3
    T1: { to: "Idle", do: [release, refuseHeld] }, // CC 5.3
    connectionCleared: { to: "Idle", do: [refuseHeld] }, // CC 5.3
    ccExecPossible: (_c, e) =>
      e.in === "SETUP"
        ? { to: "Clearing", do: [hold] } // R7
        : { to: "Clearing", do: [] }, // R7: the result has not come
    ccCancel: { to: "Idle", do: [release, refuseHeld] }, // R7
    restored: { to: "Idle", do: [ccCancel] }, // R26
    otherwise: "ignore",
  },
} satisfies Pick<OriginatingTable, "Idle" | "Offered" | "Requested" | "Clearing">;
