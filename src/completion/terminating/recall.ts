import type { TerminatingContext, TerminatingRow, TerminatingTable } from "../terminating.ts";
import {
  answerBusyAgain,
  ccCancel,
  ccCancelIfConnected,
  clearPath,
  look,
  present,
  refuse,
  refuseRingout,
  release,
  start,
  stop,
  watch,
} from "./actions.ts";
import { busyAgain, causes, ends } from "./shared.ts";

type Cleared = { readonly by: "A" | "B"; readonly cause: number };

function ringCleared(c: TerminatingContext, e: Cleared): TerminatingRow {
  if (c.alerted) return { to: "Idle", do: [ccCancelIfConnected] }; // CC 5.4, R9
  if (e.by === "A" || e.cause !== causes.userBusy) return { to: "Idle", do: [ccCancel] }; // CC 5.4, R5, S-39
  return c.retainService && c.inTime && (c.connected || c.reachable)
    ? { to: "Monitoring", do: [answerBusyAgain, stop("T_RING"), look] } // R9
    : { to: "Idle", do: [answerBusyAgain, ccCancel] }; // R9, R34
}

/** User A calls: a path is held for him, or user B rings. */
export const recall = {
  PathReserved: {
    ...ends,
    ccRingout: (c) =>
      c.bBusy
        ? busyAgain(c, stop("T_HOLD"), refuseRingout("remoteUserBusyAgain")) // CC 5.4
        : { to: "Ringing", do: [stop("T_HOLD"), present, start("T_RING")] }, // CC 5.4
    bBusy: (c) => busyAgain(c, stop("T_HOLD"), clearPath(causes.userBusy)), // R9
    bFree: { to: "PathReserved", do: [] }, // R21
    ccSuspend: { to: "Suspended", do: [stop("T_HOLD"), clearPath(causes.normalClearing)] }, // CC 5.4
    pathCleared: (c) =>
      c.connected || c.reachable
        ? { to: "Monitoring", do: [stop("T_HOLD"), look] } // CC 5.4
        : { to: "Idle", do: [] }, // R20
    T_HOLD: { to: "Idle", do: [clearPath(causes.recoveryOnTimerExpiry), ccCancel] }, // R9
    ccPathReserve: { to: "PathReserved", do: [refuseRingout("remoteUserBusyAgain")] }, // CC 5.4: one path a service
    request: (_c, e) => ({ to: "PathReserved", do: [refuse(e.refusal ?? "shortTermRejection")] }), // G13
    connectionCleared: { to: "PathReserved", do: [] }, // CC 5.4: the path is there
    restored: (c) =>
      c.reachable
        ? { to: "Monitoring", do: [stop("T_HOLD"), watch] } // R26: the path is lost
        : { to: "Idle", do: [] }, // R26
    otherwise: "ignore",
  },
  Ringing: {
    ringAlerting: { to: "Ringing", do: [] }, // R5: ccRingout is answered by the call going on
    ringAnswered: { to: "Idle", do: [ccCancelIfConnected] }, // CC 5.4, R11, F2
    ringCleared, // R5, R9
    T_RING: { to: "Idle", do: [ccCancelIfConnected] }, // R9
    T2: { to: "Ringing", do: [] }, // R9
    bFree: { to: "Ringing", do: [] }, // R9
    bBusy: { to: "Ringing", do: [] }, // R9
    bDeleted: { to: "Ringing", do: [] }, // R9: the call tells how it ends
    operatorCancels: { to: "Idle", do: [ccCancelIfConnected] }, // ours: the call goes on
    ccCancel: { to: "Idle", do: [release] }, // R9: the call goes on
    connectionCleared: { to: "Ringing", do: [] }, // R9: wait for the call's end
    ccRingout: { to: "Ringing", do: [refuseRingout("remoteUserBusyAgain")] }, // R5: user B has one line to ring
    ccPathReserve: { to: "Ringing", do: [refuseRingout("remoteUserBusyAgain")] }, // R5
    request: (_c, e) => ({ to: "Ringing", do: [refuse(e.refusal ?? "shortTermRejection")] }), // R9, G13
    restored: { to: "Idle", do: [ccCancel] }, // R26: the call is lost
    otherwise: "ignore",
  },
} satisfies Pick<TerminatingTable, "PathReserved" | "Ringing">;
