import type { OriginatingAction, OriginatingContext, OriginatingRow, OriginatingTable } from "../originating.ts";
import { bridgeRows } from "../originating-bridge.ts";
import {
  adopt,
  ccCancel,
  clearPath,
  connect,
  refuseSetup,
  release,
  repeat,
  reservePath,
  send,
  show,
  start,
  stop,
  tell,
  watch,
} from "./actions.ts";
import { busyAgain, causes, isBusyAgain, setupAgain, whileServiceRuns } from "./shared.ts";

/** User B is free and a path was tried for: user A is told now, unless he has become busy meanwhile (R9, R10). */
function tellFree(c: OriginatingContext, free: "Recall" | "Reserved"): OriginatingRow {
  if (!c.aBusy) return { to: free, do: [stop("T4"), show("available"), start("T3")] }; // R10, S-71
  return c.suspends && c.connected
    ? { to: "Suspended", do: [stop("T4"), send("ccSuspend")] } // R10, S-53
    : { to: "Suspended", do: [stop("T4"), clearPath(causes.normalClearing), start("T_BUSY")] }; // R35
}

/** R10: a path that cannot be reserved is no reason to miss user B. */
function withoutPath(c: OriginatingContext, ...ends: readonly OriginatingAction[]): OriginatingRow {
  const { to, do: actions } = tellFree(c, "Recall");
  return { to, do: [...ends, ...actions] };
}

/** The request is accepted; user B is busy, or user A is. */
export const waiting = {
  Active: {
    ...whileServiceRuns,
    ccExecPossible: (c, e) => {
      if (e.in === "SETUP" && c.connected) return { to: "Active", do: [refuseSetup] }; // CC 5.3 "alias match"
      if (c.aBusy && c.suspends) {
        return e.in === "SETUP"
          ? { to: "Suspended", do: [adopt, send("ccSuspend")] } // CC 5.3, F8, S-53
          : { to: "Suspended", do: [send("ccSuspend")] }; // CC 5.3, F3, S-53
      }
      const answer = e.in === "SETUP" ? [adopt, connect] : [];
      if (c.aBusy) return { to: "Suspended", do: [...answer, start("T_BUSY")] }; // R35
      return c.reserves
        ? { to: "Reserving", do: [...answer, reservePath, start("T4")] } // R10: before user A is told
        : { to: "Recall", do: [...answer, show("available"), start("T3")] }; // CC 5.3, 6.5.2.1.7, F1, F2, S-71
    },
    ...bridgeRows.Active, // R6
    callAnswered: (c) =>
      c.kind === "ccnr"
        ? { to: "Idle", do: [ccCancel, tell("answered")] } // R8
        : { to: "Active", do: [] }, // R8: a busy call cannot be answered
    connectionCleared: (c, e) =>
      c.endsWithConnection
        ? { to: "Idle", do: [ccCancel, tell("connectionLost")] } // ours: onConnectionLost
        : { to: "Active", do: c.audits && e.by !== "link" ? [repeat] : [] }, // CC 5.3 [LP]: the service stays; R26
    trunkBack: (c) => ({ to: "Active", do: c.connected ? [] : [repeat] }), // R26: a kept one is enquired (R18)
    repeatAccepted: (_c, e) =>
      e.kept
        ? { to: "Active", do: [release, adopt] } // R26: as after the first result
        : { to: "Active", do: [release] }, // R26
    repeatRefused: (_c, e) =>
      e.error === "shortTermRejection"
        ? { to: "Active", do: [] } // R26, G13: it has the request
        : { to: "Idle", do: [ccCancel, tell("forgotten")] }, // R26: neither has nor takes it
    aBusy: { to: "Active", do: [] }, // R3: looked at when ccExecPossible comes
    aFree: { to: "Active", do: [] }, // R3
    recallSetup: { to: "Active", do: [] }, // R3, S-33, S-34: an ordinary call
    restored: { to: "Active", do: [watch] }, // R26: waits for a SETUP
    otherwise: "ignore",
  },
  Suspended: {
    ...whileServiceRuns,
    aFree: (c) => {
      if (c.waits) return { to: "Recall", do: [stop("T_BUSY"), show("available"), start("T3")] }; // R35
      return c.connected
        ? { to: "Active", do: [send("ccResume")] } // CC 5.3, F3, S-55
        : { to: "Idle", do: [ccCancel, tell("connectionLost")] }; // CC 5.3: nothing can carry ccResume
    },
    ...bridgeRows.Suspended, // R6
    aBusy: { to: "Suspended", do: [] }, // CC 5.3
    connectionCleared: (c) =>
      c.endsWithConnection
        ? { to: "Idle", do: [ccCancel, tell("connectionLost")] } // ours: onConnectionLost
        : { to: "Suspended", do: [] }, // CC 5.3 [LP]
    ccExecPossible: (c, e) => {
      if (e.in === "connection") return { to: "Suspended", do: [] }; // CC 5.4: B owes none before ccResume
      if (c.connected) return { to: "Suspended", do: [refuseSetup] }; // CC 5.3 "alias match"
      return c.suspends && !c.waits
        ? { to: "Suspended", do: [adopt, send("ccSuspend")] } // R7: a connection to resume on
        : { to: "Suspended", do: [adopt, connect] }; // R7, R35
    },
    T_BUSY: { to: "Idle", do: [ccCancel, tell("expired")] }, // R35
    restored: { to: "Idle", do: [ccCancel, tell("restarted")] }, // R26
    otherwise: "ignore",
  },
  Reserving: {
    ...whileServiceRuns,
    pathReserved: (c) => tellFree(c, "Reserved"), // R10
    pathCleared: (c, e) => {
      if (e.error === "failureToMatch") return { to: "Idle", do: [release, tell("forgotten")] }; // CC 5.3
      if (!isBusyAgain(e)) return withoutPath(c); // CC 5.3, G3: failedDueToInterworking, reject, or just cleared
      return c.retainService
        ? { to: "Active", do: [stop("T4")] } // CC 5.3: user A was told nothing
        : busyAgain(c, stop("T4")); // CC 5.3, MX B13, B14
    },
    T4: (c) => withoutPath(c, clearPath(causes.recoveryOnTimerExpiry)), // CC 5.3
    ccExecPossible: setupAgain("Reserving"), // CC 5.7, R7
    connectionCleared: { to: "Reserving", do: [] }, // CC 5.3
    aBusy: { to: "Reserving", do: [] }, // R9: remembered, and looked at with the result
    aFree: { to: "Reserving", do: [] }, // R9
    recallSetup: { to: "Reserving", do: [] }, // R3, S-33: an ordinary call
    restored: { to: "Active", do: [stop("T4"), watch] }, // R26: the path is lost, user B's side monitors again
    otherwise: "ignore",
  },
} satisfies Pick<OriginatingTable, "Active" | "Suspended" | "Reserving">;
