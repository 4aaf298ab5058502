import type { ErrorName } from "../../codecs/rose/operations.ts";
import type { Table } from "../machine.ts";
import type { Kind, TimerName } from "./timers.ts";

/**
 * The terminating PINX, serving user B (CC 5.4 as rules.md corrects it; ECMA-186 6.5.3). T-PathReserved is not here: a
 * request is answered noPathReservation TRUE and ccPathReserve is refused (R10). T-Clearing is the connection's own
 * business: RELEASE, T308 and the answer are below us (R9).
 */
export type TerminatingState =
  | "Idle"
  /** A call to user B was relayed: its numbers are kept while it lasts and for T_RETENTION after it failed. */
  | "Kept"
  /** A request came; the line monitor is asked whether user B can be watched. */
  | "Requested"
  | "Monitoring"
  /** ccExecPossible was sent. */
  | "Notified"
  | "Suspended"
  /** The recall with ccRingout was passed to user B. */
  | "Ringing";

/** What a request is refused with. 1008 is never sent (R42). */
export type Refusal = Extract<
  ErrorName,
  "shortTermRejection" | "longTermRejection" | "supplementaryServiceInteractionNotAllowed"
>;

export type TerminatingEvent =
  /** A call to user B was relayed, answered, or cleared unanswered. */
  | { readonly type: "callOffered" }
  | { readonly type: "callAnswered" }
  | { readonly type: "callCleared" }
  /** A request in a CIS SETUP for the same A, B and service. `retain`: its connection is to be kept. */
  | { readonly type: "request"; readonly kind: Kind; readonly retain: boolean; readonly refusal?: Refusal }
  /** The monitor's first word on the line of user B. */
  | { readonly type: "lineSeen"; readonly refusal?: Refusal }
  /** The line became free for this service, or is no longer (R21, systems 4.2). */
  | { readonly type: "bFree" }
  | { readonly type: "bBusy" }
  /** The line is gone from the cluster, or its neighbour no longer takes part. */
  | { readonly type: "bDeleted" }
  | { readonly type: "ccSuspend" }
  | { readonly type: "ccResume" }
  | { readonly type: "ccCancel" }
  | { readonly type: "operatorCancels" }
  /** A bearer SETUP with ccRingout that matches. */
  | { readonly type: "ccRingout" }
  | { readonly type: "ringAlerting" }
  | { readonly type: "ringAnswered" }
  | { readonly type: "ringCleared"; readonly by: "A" | "B"; readonly cause: number }
  /** Our connection was cleared without an APDU. */
  | { readonly type: "connectionCleared" }
  /** Our CIS SETUP to user A found no way: refused with a cause, or not sent at all. */
  | { readonly type: "setupFailed"; readonly cause: number }
  | { readonly type: "T_RETENTION" }
  | { readonly type: "T_RESPONSE" }
  | { readonly type: "T2" }
  | { readonly type: "T_GUARD" }
  | { readonly type: "T_RETRY" }
  | { readonly type: "T_RING" }
  /** The gateway started anew: every connection is gone (R26). */
  | { readonly type: "restored" };

/** Facts at the moment of the event. A connection that was cleared is no longer ours when the event is told. */
export interface TerminatingContext {
  readonly kind: Kind;
  /** A CIS connection is ours. */
  readonly connected: boolean;
  /** The request's connection is to be kept: demanded, or left to us and we want it (CC 5.2). */
  readonly retain: boolean;
  /** Both sides agreed that the service outlives "busy again". */
  readonly retainService: boolean;
  /** The request told a number of user A, so a new SETUP can reach him (R20). */
  readonly reachable: boolean;
  /** The line is free for this service: for CCNR after it was used. False while the monitor cannot see it. */
  readonly bFree: boolean;
  /** The line has no capacity for the recall. */
  readonly bBusy: boolean;
  /** The recall alerted. */
  readonly alerted: boolean;
  /** T2 still runs: while the recall rings its expiry is ignored. */
  readonly inTime: boolean;
  /** How many ccExecPossible in a row found no way. */
  readonly failures: number;
}

export type TerminatingAction =
  | { readonly type: "start" | "stop"; readonly timer: TimerName }
  | { readonly type: "become"; readonly kind: Kind }
  /** CALL PROCEEDING to the request. */
  | { readonly type: "proceed" }
  | { readonly type: "watch" }
  /** The result: in CONNECT, and the connection is kept; or in RELEASE. */
  | { readonly type: "accept"; readonly in: "CONNECT" | "RELEASE" }
  /** returnError to the request that brings the event, or waits: RELEASE, or RELEASE COMPLETE as the first response. */
  | { readonly type: "refuse"; readonly error: Refusal }
  /** RELEASE with ccCancel of the connection of the request that is replaced. */
  | { readonly type: "replace" }
  /** CCNR counts the use of the line from here on (S-29). */
  | { readonly type: "countFromNow" }
  /** Looks at the line: bFree follows where it is free. */
  | { readonly type: "look" }
  /** In FACILITY of our connection, or with fullArg in a new CIS SETUP. */
  | { readonly type: "ccExecPossible"; readonly in: "FACILITY" | "SETUP" }
  /** In RELEASE of the connection; without one in a new SETUP with fullArg, or not at all. */
  | { readonly type: "ccCancel"; readonly without: "SETUP" | "nothing" }
  /** Clears what is left without an APDU: our connection, the SETUP that brings the event. */
  | { readonly type: "release" }
  /** Relays the recall to user B without its ccRingout (R5). */
  | { readonly type: "present" }
  /** Clears the recall: DISCONNECT with cause 17 or 16 and the error. */
  | { readonly type: "refuseRingout"; readonly error: "remoteUserBusyAgain" | "failureToMatch" }
  /** Puts returnError remoteUserBusyAgain into the clearing that goes to user A (R5). */
  | { readonly type: "answerBusyAgain" };

const start = (timer: TimerName) => ({ type: "start", timer }) as const;
const stop = (timer: TimerName) => ({ type: "stop", timer }) as const;
const become = (kind: Kind) => ({ type: "become", kind }) as const;
const refuse = (error: Refusal) => ({ type: "refuse", error }) as const;
const proceed = { type: "proceed" } as const;
const watch = { type: "watch" } as const;
const acceptRetained = { type: "accept", in: "CONNECT" } as const;
const acceptReleased = { type: "accept", in: "RELEASE" } as const;
const replace = { type: "replace" } as const;
const countFromNow = { type: "countFromNow" } as const;
const look = { type: "look" } as const;
const ccExecPossibleInFacility = { type: "ccExecPossible", in: "FACILITY" } as const;
const ccExecPossibleInSetup = { type: "ccExecPossible", in: "SETUP" } as const;
const ccCancel = { type: "ccCancel", without: "SETUP" } as const;
const ccCancelIfConnected = { type: "ccCancel", without: "nothing" } as const;
const release = { type: "release" } as const;
const present = { type: "present" } as const;
const refuseBusyAgain = { type: "refuseRingout", error: "remoteUserBusyAgain" } as const;
const refuseUnmatched = { type: "refuseRingout", error: "failureToMatch" } as const;
const answerBusyAgain = { type: "answerBusyAgain" } as const;

/** Entering Idle ends the service: every timer stops, the line is unwatched, the record is forgotten. */
type Row = { readonly to: TerminatingState; readonly do: readonly TerminatingAction[] };
type RequestEvent = Extract<TerminatingEvent, { readonly type: "request" }>;
type Cleared = { readonly by: "A" | "B"; readonly cause: number };

const userBusy = 17;
/** User A is not there: 1 unallocated, 3 no route, 28 invalid number (R19). */
const unreachable: readonly number[] = [1, 3, 28];
/** No way now: 27 out of order, 34 no circuit, 38 and 41 failures, 42 congestion, 44 channel, 102 T303 (R19). */
const noWayNow: readonly number[] = [27, 34, 38, 41, 42, 44, 102];

/** A request for what no service is running yet. */
function firstRequest(_c: TerminatingContext, e: RequestEvent): Row {
  return e.refusal === undefined
    ? { to: "Requested", do: [stop("T_RETENTION"), become(e.kind), proceed, watch, start("T_RESPONSE")] } // CC 5.4, F1
    : { to: "Idle", do: [refuse(e.refusal)] }; // CC 5.4, F9, S-11, S-12
}

/** A request for the same A, B and service while one is active. */
function requestAgain(to: TerminatingState) {
  return (c: TerminatingContext, e: RequestEvent): Row => {
    if (e.refusal !== undefined) return { to, do: [refuse(e.refusal)] }; // CC 5.4: what is refused changes nothing
    if (e.kind === c.kind) return { to, do: [refuse("shortTermRejection")] }; // CC 5.4, R9, G13
    const renew = [stop("T_GUARD"), stop("T_RETRY"), become(e.kind), start("T2"), countFromNow, look];
    return e.retain
      ? { to: "Monitoring", do: [replace, proceed, acceptRetained, ...renew] } // R9: the kind is replaced
      : { to: "Monitoring", do: [replace, proceed, acceptReleased, ...renew] }; // R9
  };
}

/** The guard, or the pause after a failure, is over. */
function execute(c: TerminatingContext): Row {
  if (!c.bFree) return { to: "Monitoring", do: [] }; // R21, R25: never on what was seen before a gap
  return c.connected
    ? { to: "Notified", do: [stop("T_GUARD"), stop("T_RETRY"), ccExecPossibleInFacility] } // CC 5.4, F1
    : { to: "Notified", do: [stop("T_GUARD"), stop("T_RETRY"), ccExecPossibleInSetup] }; // CC 5.4, F2
}

function ringout(c: TerminatingContext): Row {
  if (!c.bBusy) {
    return { to: "Ringing", do: [stop("T_GUARD"), stop("T_RETRY"), present, start("T_RING")] }; // CC 5.4, R5, F1
  }
  return c.retainService
    ? { to: "Monitoring", do: [refuseBusyAgain, look] } // CC 5.4, R5, R34
    : { to: "Idle", do: [refuseBusyAgain, ccCancel] }; // CC 5.4, R5, R34, S-44
}

function ringCleared(c: TerminatingContext, e: Cleared): Row {
  if (c.alerted) return { to: "Idle", do: [ccCancelIfConnected] }; // CC 5.4, R9
  if (e.by === "A" || e.cause !== userBusy) return { to: "Idle", do: [ccCancel] }; // CC 5.4, R5, S-39
  return c.retainService && c.inTime && (c.connected || c.reachable)
    ? { to: "Monitoring", do: [answerBusyAgain, stop("T_RING"), look] } // R9
    : { to: "Idle", do: [answerBusyAgain, ccCancel] }; // R9, R34
}

function connectionCleared(to: TerminatingState) {
  return (c: TerminatingContext): Row =>
    c.reachable
      ? { to, do: [] } // CC 5.4: goes on as released
      : { to: "Idle", do: [] }; // R20, R26: there is no number to call
}

/** "same" of CC 5.4: Monitoring, Notified, Suspended. */
const whileServiceRuns = {
  T2: { to: "Idle", do: [ccCancel] }, // CC 5.4, G8
  ccCancel: { to: "Idle", do: [release] }, // CC 5.4, F4, G7
  bDeleted: { to: "Idle", do: [ccCancel] }, // R9
  operatorCancels: { to: "Idle", do: [ccCancel] }, // ours: as bDeleted
  ccRingout: ringout, // CC 5.4, R5
} as const;

export const terminating = {
  Idle: {
    callOffered: { to: "Kept", do: [] }, // R8
    request: firstRequest, // CC 5.4
    otherwise: "ignore",
  },
  Kept: {
    callAnswered: { to: "Idle", do: [] }, // R8
    callCleared: { to: "Kept", do: [start("T_RETENTION")] }, // R8
    request: firstRequest, // CC 5.4
    T_RETENTION: { to: "Idle", do: [] }, // CC 5.4
    operatorCancels: { to: "Idle", do: [] }, // ours
    otherwise: "ignore",
  },
  Requested: {
    lineSeen: (c, e) => {
      if (e.refusal !== undefined) return { to: "Idle", do: [refuse(e.refusal)] }; // CC 5.4, F5, F6, S-13
      return c.retain
        ? { to: "Monitoring", do: [stop("T_RESPONSE"), acceptRetained, start("T2"), countFromNow, look] } // CC 5.4, F1
        : { to: "Monitoring", do: [stop("T_RESPONSE"), acceptReleased, start("T2"), countFromNow, look] }; // CC 5.4, F2
    },
    T_RESPONSE: { to: "Idle", do: [refuse("shortTermRejection")] }, // R9
    request: (_c, e) => ({ to: "Requested", do: [refuse(e.refusal ?? "shortTermRejection")] }), // CC 5.4, G13
    ccRingout: { to: "Requested", do: [refuseUnmatched] }, // CC 5.4: nothing was accepted yet
    ccCancel: { to: "Idle", do: [release] }, // R9
    bDeleted: { to: "Idle", do: [refuse("longTermRejection")] }, // CC 5.4, F6
    operatorCancels: { to: "Idle", do: [refuse("shortTermRejection")] }, // ours
    connectionCleared: { to: "Idle", do: [] }, // CC 5.4, G5
    restored: { to: "Idle", do: [] }, // R26: its connection is gone, nobody waits for the answer
    otherwise: "ignore",
  },
  Monitoring: {
    ...whileServiceRuns,
    bFree: { to: "Monitoring", do: [start("T_GUARD")] }, // CC 5.4, R21
    bBusy: { to: "Monitoring", do: [stop("T_GUARD")] }, // R21
    T_GUARD: execute, // CC 5.4, R21
    T_RETRY: execute, // R19
    ccSuspend: { to: "Suspended", do: [stop("T_GUARD"), stop("T_RETRY")] }, // R9: it crossed something
    request: requestAgain("Monitoring"), // R9, G13
    connectionCleared: connectionCleared("Monitoring"), // CC 5.4, R20
    restored: (c) =>
      c.reachable
        ? { to: "Monitoring", do: [watch] } // R26
        : { to: "Idle", do: [] }, // R26
    otherwise: "ignore",
  },
  Notified: {
    ...whileServiceRuns,
    ccSuspend: { to: "Suspended", do: [] }, // CC 5.4, F3, F8, S-54
    setupFailed: (c, e) => {
      if (noWayNow.includes(e.cause)) return { to: "Monitoring", do: [start("T_RETRY")] }; // R19
      return unreachable.includes(e.cause) && c.failures === 0
        ? { to: "Monitoring", do: [start("T_RETRY")] } // R19: once more
        : { to: "Idle", do: [] }; // R19: ccCancel would find no way either
    },
    bFree: { to: "Notified", do: [] }, // R21: no second ccExecPossible without ccResume
    bBusy: { to: "Notified", do: [] }, // CC 5.4, R21
    request: requestAgain("Notified"), // R9, G13
    connectionCleared: connectionCleared("Notified"), // CC 5.4, R20
    restored: (c) =>
      c.reachable
        ? { to: "Notified", do: [watch] } // R26: its ccRingout may still come
        : { to: "Idle", do: [] }, // R26
    otherwise: "ignore",
  },
  Suspended: {
    ...whileServiceRuns,
    ccResume: { to: "Monitoring", do: [look] }, // CC 5.4, F3, S-56
    bFree: { to: "Suspended", do: [] }, // S-32, S-54
    bBusy: { to: "Suspended", do: [] }, // S-32, S-54
    request: requestAgain("Suspended"), // R9, G13
    connectionCleared: connectionCleared("Suspended"), // CC 5.4, R20
    restored: (c) =>
      c.reachable
        ? { to: "Monitoring", do: [watch] } // R26: goes on; a user A who is busy suspends again
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
    ccRingout: { to: "Ringing", do: [refuseBusyAgain] }, // R5: user B has one line to ring
    request: (_c, e) => ({ to: "Ringing", do: [refuse(e.refusal ?? "shortTermRejection")] }), // R9, G13
    restored: { to: "Idle", do: [ccCancel] }, // R26: the call is lost
    otherwise: "ignore",
  },
} satisfies Table<TerminatingState, TerminatingEvent, TerminatingAction, TerminatingContext>;
