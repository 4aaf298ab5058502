import type { TerminatingAction, TerminatingContext, TerminatingEvent, TerminatingRow } from "../terminating.ts";
import {
  acceptReleased,
  acceptRetained,
  become,
  ccCancel,
  countFromNow,
  holdPath,
  look,
  present,
  proceed,
  refuse,
  refuseRingout,
  rejectRingout,
  release,
  replace,
  start,
  stop,
} from "./actions.ts";

export type RequestEvent = Extract<TerminatingEvent, { readonly type: "request" }>;

/** Cause values (Q.850) that the tables name. */
export const causes = { normalClearing: 16, userBusy: 17, recoveryOnTimerExpiry: 102 } as const;

/** What waits for user B to be called no longer does. */
const stopWaiting = [stop("T_GUARD"), stop("T_RETRY"), stop("T_SLOT")] as const;

/** User B has no capacity for the recall: the service goes on where both sides agreed, else it ends (CC 5.4, R34). */
export function busyAgain(c: TerminatingContext, ...refusal: readonly TerminatingAction[]): TerminatingRow {
  return c.retainService
    ? { to: "Monitoring", do: [...refusal, stop("T_SLOT"), look] } // CC 5.4, R5, R34
    : { to: "Idle", do: [...refusal, ccCancel] }; // CC 5.4, R5, R34, S-44
}

function ringout(c: TerminatingContext): TerminatingRow {
  if (c.bBusy) return busyAgain(c, refuseRingout("remoteUserBusyAgain")); // CC 5.4, R5
  return c.failsForwarded
    ? { to: "Idle", do: [rejectRingout, ccCancel] } // R5, S-50
    : { to: "Ringing", do: [...stopWaiting, present, start("T_RING")] }; // CC 5.4, R5, F1
}

function pathReserve(to: "Monitoring" | "Notified" | "Suspended") {
  return (c: TerminatingContext): TerminatingRow => {
    if (!c.reserves) return { to, do: [refuseRingout("failedDueToInterworking")] }; // CC 5.4, R10, G3
    return c.bBusy
      ? busyAgain(c, refuseRingout("remoteUserBusyAgain")) // CC 5.4
      : { to: "PathReserved", do: [...stopWaiting, holdPath, start("T_HOLD")] }; // CC 5.4, R9
  };
}

/** A request for the same A, B and service while one is active. */
function requestAgain(to: "Monitoring" | "Notified" | "Suspended") {
  return (c: TerminatingContext, e: RequestEvent): TerminatingRow => {
    if (e.refusal !== undefined) return { to, do: [refuse(e.refusal)] }; // CC 5.4: what is refused changes nothing
    if (e.kind === c.kind) return { to, do: [refuse("shortTermRejection")] }; // CC 5.4, R9, G13
    const renew = [...stopWaiting, become(e.kind), start("T2"), countFromNow, look];
    return e.retain
      ? { to: "Monitoring", do: [replace, proceed, acceptRetained, ...renew] } // R9: the kind is replaced
      : { to: "Monitoring", do: [replace, proceed, acceptReleased, ...renew] }; // R9
  };
}

export function connectionCleared(to: "Monitoring" | "Notified" | "Suspended") {
  return (c: TerminatingContext): TerminatingRow =>
    c.reachable
      ? { to, do: [] } // CC 5.4: goes on as released
      : { to: "Idle", do: [] }; // R20, R26: there is no number to call
}

/** How the service ends while user B is waited for, or a path is. */
export const ends = {
  T2: { to: "Idle", do: [ccCancel] }, // CC 5.4, G8
  ccCancel: { to: "Idle", do: [release] }, // CC 5.4, F4, G7
  bDeleted: { to: "Idle", do: [ccCancel] }, // R9
  operatorCancels: { to: "Idle", do: [ccCancel] }, // ours: as bDeleted
} as const;

/** "same" of CC 5.4: Monitoring, Notified, Suspended. */
export function whileServiceRuns<State extends "Monitoring" | "Notified" | "Suspended">(state: State) {
  return {
    ...ends,
    ccRingout: ringout, // CC 5.4, R5
    ccPathReserve: pathReserve(state), // CC 5.4, R10
    request: requestAgain(state), // R9, G13
    connectionCleared: connectionCleared(state), // CC 5.4, R20
  } as const;
}
