import type { ErrorName } from "../../../codecs/rose/operations.ts";
import type { OriginatingContext, OriginatingRow, OriginatingTable } from "../originating.ts";
import {
  become,
  ccCancel,
  ccCancelIfConnected,
  redoCall,
  refuseSetup,
  release,
  show,
  start,
  stop,
  tell,
} from "./actions.ts";
import { busyAgain, isBusyAgain, setupAgain, whileServiceRuns } from "./shared.ts";

type Cleared = { readonly by: "A" | "B"; readonly cause: number; readonly error?: ErrorName | null };

function recallCleared(c: OriginatingContext, e: Cleared): OriginatingRow {
  if (c.alerted) return { to: "Idle", do: [ccCancelIfConnected] }; // R9
  if (e.by === "A") return { to: "Idle", do: [ccCancel] }; // R9: A hung up
  if (e.error === "failureToMatch") return { to: "Idle", do: [release, redoCall, tell("noMatch")] }; // R9
  return isBusyAgain(e)
    ? busyAgain(c) // CC 5.3
    : { to: "Offered", do: [stop("T2"), ccCancel, tell("recallFailed"), start("T_OFFER")] }; // R9, S-39, S-40
}

/** As `recallCleared`, but there is no service left that could go on or be cancelled. */
function callOnlyCleared(_c: OriginatingContext, e: Cleared): OriginatingRow {
  if (e.by === "A") return { to: "Idle", do: [] }; // R9: A hung up
  if (e.error === "failureToMatch") return { to: "Idle", do: [redoCall, tell("noMatch")] }; // R9
  return isBusyAgain(e)
    ? { to: "Offered", do: [stop("T2"), tell("busyAgain"), become("ccbs"), start("T_OFFER")] } // R34
    : { to: "Offered", do: [stop("T2"), tell("recallFailed"), start("T_OFFER")] }; // R9, S-39, S-40
}

/** User B is called. */
export const calling = {
  Calling: {
    ...whileServiceRuns,
    recallAlerting: { to: "Calling", do: [stop("T2"), start("T301")] }, // R9: the service is fulfilled
    recallAnswered: { to: "Idle", do: [ccCancelIfConnected] }, // CC 5.3, R11, F1
    recallCleared, // R9, CC 5.3
    T301: { to: "Idle", do: [ccCancelIfConnected] }, // R9
    ccCancel: (c) =>
      c.alerted
        ? { to: "Idle", do: [release] } // CC 5.3: the call goes on
        : { to: "CallOnly", do: [release] }, // R34: it may come before the clearing that says "busy again"
    connectionCleared: (c) =>
      c.alerted
        ? { to: "Idle", do: [] } // R9, R11: the normal end at many PBXs
        : { to: "Calling", do: [] }, // CC 5.3
    ccExecPossible: setupAgain("Calling"), // CC 5.7, R7
    aBusy: { to: "Calling", do: [] }, // R3
    aFree: { to: "Calling", do: [] }, // R3: the end of the call is told by the call
    restored: { to: "Idle", do: [ccCancel, tell("restarted")] }, // R26
    otherwise: "ignore",
  },
  CallOnly: {
    recallAlerting: { to: "Idle", do: [] }, // R9: the call goes on
    recallAnswered: { to: "Idle", do: [] }, // R11
    recallCleared: callOnlyCleared, // R9, R34
    ccCancel: { to: "CallOnly", do: [release] }, // CC 5.7: it is over already
    ccExecPossible: { to: "CallOnly", do: [refuseSetup] }, // R7: a SETUP is always answered
    userCancels: { to: "Idle", do: [show("nothing")] }, // S-23
    aReset: { to: "Idle", do: [show("nothing")] }, // S-63
    aBusy: { to: "CallOnly", do: [] }, // R3
    aFree: { to: "CallOnly", do: [] }, // R3
    T2: { to: "Idle", do: [] }, // CC 5.3
    restored: { to: "Idle", do: [tell("restarted")] }, // R26
    otherwise: "ignore",
  },
} satisfies Pick<OriginatingTable, "Calling" | "CallOnly">;
