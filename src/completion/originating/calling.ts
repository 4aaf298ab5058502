import type { ErrorName } from "../../../codecs/rose/operations.ts";
import type { OriginatingContext, OriginatingRow, OriginatingTable } from "../originating.ts";
import { ccCancel, ccCancelIfConnected, redoCall, release, start, stop, tell } from "./actions.ts";
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

/** User B is called. */
export const calling = {
  Calling: {
    ...whileServiceRuns,
    recallAlerting: { to: "Calling", do: [stop("T2"), start("T301")] }, // R9: the service is fulfilled
    recallAnswered: { to: "Idle", do: [ccCancelIfConnected] }, // CC 5.3, R11, F1
    recallCleared, // R9, CC 5.3
    T301: { to: "Idle", do: [ccCancelIfConnected] }, // R9
    ccCancel: { to: "Idle", do: [release] }, // CC 5.3: the call goes on
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
} satisfies Pick<OriginatingTable, "Calling">;
