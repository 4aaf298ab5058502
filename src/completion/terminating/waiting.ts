import type { TerminatingContext, TerminatingRow, TerminatingTable } from "../terminating.ts";
import {
  callNext,
  ccExecPossibleInFacility,
  ccExecPossibleInSetup,
  look,
  start,
  stop,
  waitTurn,
  watch,
} from "./actions.ts";
import { connectionCleared, whileServiceRuns } from "./shared.ts";

/** User A is not there: 1 unallocated, 3 no route, 28 invalid number (R19). */
const unreachable: readonly number[] = [1, 3, 28];
/** No way now: 27 out of order, 34 no circuit, 38 and 41 failures, 42 congestion, 44 channel, 102 T303 (R19). */
const noWayNow: readonly number[] = [27, 34, 38, 41, 42, 44, 102];

/** The guard, or the pause after a failure, is over. */
function execute(c: TerminatingContext): TerminatingRow {
  if (!c.bFree) return { to: "Monitoring", do: [] }; // R21, R25: never on what was seen before a gap
  if (!c.turn) return { to: "Monitoring", do: [waitTurn] }; // R21
  const stops = [stop("T_GUARD"), stop("T_RETRY")];
  const slot = c.fifo ? [start("T_SLOT")] : []; // R21
  return c.connected
    ? { to: "Notified", do: [...stops, ccExecPossibleInFacility, ...slot] } // CC 5.4, F1
    : { to: "Notified", do: [...stops, ccExecPossibleInSetup, ...slot] }; // CC 5.4, F2
}

/** The request is accepted: user B's line is waited for, user A is told, or has suspended. */
export const waiting = {
  Monitoring: {
    ...whileServiceRuns("Monitoring"),
    bFree: { to: "Monitoring", do: [start("T_GUARD")] }, // CC 5.4, R21
    bBusy: { to: "Monitoring", do: [stop("T_GUARD")] }, // R21
    turn: execute, // R21
    T_GUARD: execute, // CC 5.4, R21
    T_RETRY: execute, // R19
    ccSuspend: { to: "Suspended", do: [stop("T_GUARD"), stop("T_RETRY")] }, // R9: it crossed something
    restored: (c) =>
      c.reachable
        ? { to: "Monitoring", do: [watch] } // R26
        : { to: "Idle", do: [] }, // R26
    otherwise: "ignore",
  },
  Notified: {
    ...whileServiceRuns("Notified"),
    ccSuspend: { to: "Suspended", do: [stop("T_SLOT")] }, // CC 5.4, F3, F8, S-54
    connectionCleared: (c, e) =>
      e.lost && c.reachable
        ? { to: "Monitoring", do: [stop("T_SLOT"), look] } // CC 5.4, R18: ccExecPossible may be lost with it
        : connectionCleared("Notified")(c), // CC 5.4, R20
    setupFailed: (c, e) => {
      const again = noWayNow.includes(e.cause) || (unreachable.includes(e.cause) && c.failures === 0);
      return again
        ? { to: "Monitoring", do: [stop("T_SLOT"), start("T_RETRY")] } // R19: unreachable just once more
        : { to: "Idle", do: [] }; // R19: ccCancel would find no way either
    },
    T_SLOT: { to: "Notified", do: [callNext] }, // R21: its ccRingout may still come
    bFree: { to: "Notified", do: [] }, // R21: no second ccExecPossible without ccResume
    bBusy: { to: "Notified", do: [] }, // CC 5.4, R21
    restored: (c) =>
      c.reachable
        ? { to: "Notified", do: [watch] } // R26: its ccRingout may still come
        : { to: "Idle", do: [] }, // R26
    otherwise: "ignore",
  },
  Suspended: {
    ...whileServiceRuns("Suspended"),
    ccResume: { to: "Monitoring", do: [look] }, // CC 5.4, F3, S-56
    bFree: { to: "Suspended", do: [] }, // S-32, S-54
    bBusy: { to: "Suspended", do: [] }, // S-32, S-54
    restored: (c) =>
      c.reachable
        ? { to: "Monitoring", do: [watch] } // R26: goes on; a user A who is busy suspends again
        : { to: "Idle", do: [] }, // R26
    otherwise: "ignore",
  },
} satisfies Pick<TerminatingTable, "Monitoring" | "Notified" | "Suspended">;
