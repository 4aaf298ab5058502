import type { ErrorName } from "../../codecs/rose/operations.ts";
import type { Row, Table } from "../machine.ts";
import type { Kind, TimerName } from "./timers.ts";

/**
 * The terminating PINX, serving user B (CC 5.4 as rules.md corrects it; ECMA-186 6.5.3). T-Clearing is the connection's
 * own business: RELEASE, T308 and the answer are below us (R9).
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
  /** A bearer SETUP with ccPathReserve is held until its ccRingout comes (R10). */
  | "PathReserved"
  /** The recall with ccRingout was passed to user B. */
  | "Ringing";

/** What a request is refused with. 1008 is never sent (R42). */
export type Refusal = Extract<
  ErrorName,
  "shortTermRejection" | "longTermRejection" | "supplementaryServiceInteractionNotAllowed"
>;

/** What ccRingout and ccPathReserve are refused with (CC 1.1). */
export type RingoutError = Extract<ErrorName, "remoteUserBusyAgain" | "failureToMatch" | "failedDueToInterworking">;

export type TerminatingEvent =
  /** A call to user B was relayed, answered, or cleared unanswered. */
  | { readonly type: "callOffered" }
  | { readonly type: "callAnswered" }
  /** It went elsewhere: rerouted or transferred (R22). */
  | { readonly type: "callMoved" }
  | { readonly type: "callCleared" }
  /** A request in a CIS SETUP for the same A, B and service. `retain`: its connection is to be kept. */
  | { readonly type: "request"; readonly kind: Kind; readonly retain: boolean; readonly refusal?: Refusal }
  /** The monitor's first word on the line of user B. `byLine`: what it says that there is to complete (R15). */
  | { readonly type: "lineSeen"; readonly refusal?: Refusal; readonly byLine?: Kind }
  /** The line became free for this service, or is no longer (R21, systems 4.2). */
  | { readonly type: "bFree" }
  | { readonly type: "bBusy" }
  /** The line is gone from the cluster, or its neighbour no longer takes part. */
  | { readonly type: "bDeleted" }
  | { readonly type: "ccSuspend" }
  | { readonly type: "ccResume" }
  | { readonly type: "ccCancel" }
  | { readonly type: "operatorCancels" }
  /** fifo: the slot is free, and this request is the first that waits for it (R21). */
  | { readonly type: "turn" }
  /** A bearer SETUP with ccRingout that matches, or ccRingout in FACILITY of the reserved path. */
  | { readonly type: "ccRingout" }
  /** A bearer SETUP with ccPathReserve that matches. */
  | { readonly type: "ccPathReserve" }
  /** The reserved path was cleared by user A's side without an APDU. */
  | { readonly type: "pathCleared" }
  | { readonly type: "ringAlerting" }
  | { readonly type: "ringAnswered" }
  | { readonly type: "ringCleared"; readonly by: "A" | "B"; readonly cause: number }
  /** Our connection was cleared without an APDU. `lost`: by no message of the peer, who may not have had our last. */
  | { readonly type: "connectionCleared"; readonly lost: boolean }
  /** Our CIS SETUP to user A found no way: refused with a cause, or not sent at all. */
  | { readonly type: "setupFailed"; readonly cause: number }
  | { readonly type: "T_RETENTION" }
  | { readonly type: "T_RESPONSE" }
  | { readonly type: "T2" }
  | { readonly type: "T_GUARD" }
  | { readonly type: "T_RETRY" }
  | { readonly type: "T_SLOT" }
  | { readonly type: "T_HOLD" }
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
  /** User B forwards all calls, nothing reaches him all the same, and the recall is not to follow (onForwarded, R5). */
  readonly failsForwarded: boolean;
  /** T2 still runs: while the recall rings its expiry is ignored. */
  readonly inTime: boolean;
  /** Both sides may reserve a path (R10). */
  readonly reserves: boolean;
  /** One user A after the other is told, each for T_SLOT (R21). */
  readonly fifo: boolean;
  /** Nobody else has the slot, nor waits for it longer; true without a queue. */
  readonly turn: boolean;
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
  /** fifo: somebody else is told first; `turn` comes with the slot (R21). */
  | { readonly type: "waitTurn" }
  /** fifo: `turn` for the first that waits, where the slot is free. */
  | { readonly type: "callNext" }
  /** In FACILITY of our connection, or with fullArg in a new CIS SETUP. */
  | { readonly type: "ccExecPossible"; readonly in: "FACILITY" | "SETUP" }
  /** In RELEASE of the connection; without one in a new SETUP with fullArg, or not at all. The path goes first. */
  | { readonly type: "ccCancel"; readonly without: "SETUP" | "nothing" }
  /** Clears what is left without an APDU: our connection, the path, the SETUP that brings the event. */
  | { readonly type: "release" }
  /** Takes the SETUP with ccPathReserve: CALL PROCEEDING, and the result in FACILITY (CC 4.3). */
  | { readonly type: "holdPath" }
  /** DISCONNECT of the path, where one is; with cause 17 also returnError remoteUserBusyAgain (R9). */
  | { readonly type: "clearPath"; readonly cause: number }
  /** Relays the recall, or what was held as the path, to user B without its ccRingout (R5). */
  | { readonly type: "present" }
  /** Clears what ccRingout or ccPathReserve came in: DISCONNECT with cause 17 or 16 and the error. */
  | { readonly type: "refuseRingout"; readonly error: RingoutError }
  /** Clears what ccRingout came in without an error: user B forwards, and the recall is for him alone (R5). */
  | { readonly type: "rejectRingout" }
  /** Puts returnError remoteUserBusyAgain into the clearing that goes to user A (R5). */
  | { readonly type: "answerBusyAgain" };

/** Entering Idle ends the service: every timer stops, the line is unwatched, the record is forgotten. */
export type TerminatingRow = Row<TerminatingState, TerminatingAction>;
export type TerminatingTable = Table<TerminatingState, TerminatingEvent, TerminatingAction, TerminatingContext>;
