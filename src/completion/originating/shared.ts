import type { ErrorName } from "../../../codecs/rose/operations.ts";
import type { OriginatingAction, OriginatingContext, OriginatingRow, OriginatingState } from "../originating.ts";
import { adopt, become, ccCancel, connect, refuseSetup, release, request, show, start, stop, tell } from "./actions.ts";

/** Cause values (Q.850) that the tables name. */
export const causes = { normalClearing: 16, userBusy: 17, noCircuit: 34, recoveryOnTimerExpiry: 102 } as const;

/** "same" of CC 5.3, as R9 completes it. */
export const whileServiceRuns = {
  T2: { to: "Idle", do: [ccCancel, tell("expired")] }, // CC 5.3, G7
  ccCancel: { to: "Idle", do: [release, tell("cancelledByPeer")] }, // CC 5.3, F3, F7
  userCancels: { to: "Idle", do: [ccCancel, show("nothing")] }, // CC 5.3, F4, S-23
  aReset: { to: "Idle", do: [ccCancel, show("nothing")] }, // S-63, S-70
} as const;

/** A ccExecPossible in a SETUP where user A has been told already, or is being connected. */
export function setupAgain(to: OriginatingState) {
  return (c: OriginatingContext, e: { readonly in: "SETUP" | "connection" }): OriginatingRow => {
    if (e.in === "connection") return { to, do: [] }; // CC 5.7: no second notice without ccResume
    return c.connected
      ? { to, do: [refuseSetup] } // CC 5.3 "alias match"
      : { to, do: [adopt, connect] }; // R7: a SETUP is always answered
  };
}

/** User B's side says with a cause or an error that he is busy again. */
export function isBusyAgain({ cause, error }: { readonly cause: number; readonly error?: ErrorName | null }): boolean {
  return error === "remoteUserBusyAgain" || (error !== "failureToMatch" && cause === causes.userBusy);
}

/** User B is busy again when he is called: the service goes on, is asked for anew, or ends (CC 5.2, MX B12 to B14). */
export function busyAgain(c: OriginatingContext, ...ends: readonly OriginatingAction[]): OriginatingRow {
  if (c.retainService) return { to: "Active", do: [...ends, tell("busyAgainKept")] }; // CC 5.3, CC 5.2
  const over = [...ends, stop("T2"), ccCancel] as const;
  return c.reinvokes
    ? { to: "Requested", do: [...over, tell("busyAgainAsked"), become("ccbs"), request, start("T1")] } // MX B14
    : { to: "Offered", do: [...over, tell("busyAgain"), become("ccbs"), start("T_OFFER")] }; // R34, G12, MX B13
}
