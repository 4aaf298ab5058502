import type { ErrorName } from "../../codecs/rose/operations.ts";
import type { Row, Table } from "../machine.ts";
import type { Reason } from "../users/reasons.ts";
import type { Kind, TimerName } from "./timers.ts";

/** The originating PINX, serving user A (CC 5.3 as rules.md corrects it; ECMA-186 6.5.2). */
export type OriginatingState =
  | "Idle"
  /** A call of user A alerts, or failed a moment ago: call back may be asked for. */
  | "Offered"
  /** ccbsRequest or ccnrRequest was sent. */
  | "Requested"
  /** The request was sent and user A no longer wants it. */
  | "Clearing"
  | "Active"
  /** User B is free: a bearer SETUP with ccPathReserve was sent, user A knows nothing yet (R10). */
  | "Reserving"
  /** The path is reserved, and user A was told that user B is free. */
  | "Reserved"
  /** User A was told that user B is free; no path is reserved. */
  | "Recall"
  /** User A pressed Dial; the SETUP has not come yet (R3). */
  | "Dialling"
  /** The SETUP went on with ccRingout, or was joined to the reserved path. */
  | "Calling"
  /** The recall goes on, but user B's side has ended the service: how the call ends says what is told. */
  | "CallOnly"
  | "Suspended";

/** Where an APDU came: in a CIS SETUP of its own, or in a message of the connection that is ours. */
export type Carrier = "SETUP" | "connection";

/** Whose doing the end of a connection was. */
export type Ender = "peer" | "timer" | "link";

export type OriginatingEvent =
  /** The original call of user A. */
  | { readonly type: "callAlerting" }
  | { readonly type: "callAnswered" }
  /** It went elsewhere: rerouted, transferred, to voice mail; or user C rings, and is offered instead (R22). */
  | { readonly type: "callMoved" }
  | { readonly type: "callCleared"; readonly cause: number }
  | { readonly type: "userAsks"; readonly refusal?: Reason }
  | { readonly type: "userCancels" }
  | { readonly type: "userDials" }
  /** The phone could not place the call. */
  | { readonly type: "dialFailed" }
  /** `kept`: it came in CONNECT, else in RELEASE; `byLine`: what user B's line says that there is to complete (R15). */
  | { readonly type: "result"; readonly kept: boolean; readonly byLine?: Kind }
  | { readonly type: "error"; readonly error: ErrorName | null }
  | { readonly type: "reject" }
  | { readonly type: "ccExecPossible"; readonly in: Carrier }
  | { readonly type: "ccCancel"; readonly in: Carrier }
  /** Our connection was cleared without an APDU, or never came up: by the peer, by a timer, with the link. */
  | { readonly type: "connectionCleared"; readonly by: Ender }
  /** The trunk of the request is up again: the PINX there may have started anew (R26). */
  | { readonly type: "trunkBack" }
  /** The answer to a repeat: the peer had lost the request and has taken it anew; or an error (R26). */
  | { readonly type: "repeatAccepted"; readonly kept: boolean }
  | { readonly type: "repeatRefused"; readonly error: ErrorName | null }
  /** The result of ccPathReserve. */
  | { readonly type: "pathReserved" }
  /** The reserved path, or the one being reserved, was cleared by user B's side or never came up. */
  | { readonly type: "pathCleared"; readonly cause: number; readonly error?: ErrorName | null }
  /** User A's line is in a call with user B that no trunk of ours carries (R3). */
  | { readonly type: "otherRoute" }
  /** The phone has dialled, and nothing will show what comes of it (R15). */
  | { readonly type: "unobserved" }
  /** A SETUP of user A to user B, or the call as his line shows it (R15). `fits`: its bearer is the request's (R4). */
  | { readonly type: "recallSetup"; readonly fits: boolean }
  | { readonly type: "recallAlerting" }
  | { readonly type: "recallAnswered" }
  | {
      readonly type: "recallCleared";
      readonly by: "A" | "B";
      readonly cause: number;
      readonly error?: ErrorName | null;
    }
  /** Of a bridge (R6): user A's PINX said ccSuspend or ccResume, or its ccRingout came. `fits`: as in `recallSetup`. */
  | { readonly type: "aSuspends" }
  | { readonly type: "aResumes" }
  | { readonly type: "aRingsOut"; readonly fits: boolean }
  | { readonly type: "aBusy" }
  | { readonly type: "aFree" }
  /** The phone of user A registered anew, or is gone. */
  | { readonly type: "aReset" }
  | { readonly type: "T_OFFER" }
  | { readonly type: "T1" }
  | { readonly type: "T2" }
  | { readonly type: "T3" }
  | { readonly type: "T4" }
  | { readonly type: "T_DIAL" }
  | { readonly type: "T_BUSY" }
  | { readonly type: "T301" }
  /** The gateway started anew: every connection is gone (R26). */
  | { readonly type: "restored" };

/** Facts at the moment of the event. A connection that was cleared is no longer ours when the event is told. */
export interface OriginatingContext {
  readonly kind: Kind;
  /** The original call may be offered: not diverted, one bearer, readable numbers, service on (R22, R47). */
  readonly offerable: boolean;
  /** A CIS connection is ours. */
  readonly connected: boolean;
  /** The request demanded that the connection is kept. */
  readonly retainDemanded: boolean;
  /** Both sides agreed that the service outlives "busy again". */
  readonly retainService: boolean;
  /** Where it does not, the request is sent anew by itself (MX B13, B14). */
  readonly reinvokes: boolean;
  /** Both sides agreed on path reservation (CC 5.2, R10). */
  readonly reserves: boolean;
  /** A path is reserved, or being reserved. */
  readonly path: boolean;
  readonly aBusy: boolean;
  /** A ccExecPossible waits until user A is free: T_BUSY runs (R35). */
  readonly waits: boolean;
  /** His phone cannot put the call that he talks on on hold to dial (R49). */
  readonly cannotDial: boolean;
  /** The recall alerted. */
  readonly alerted: boolean;
  /** `peer.suspends`: ccSuspend may be sent (R35). */
  readonly suspends: boolean;
  /** `dialByHand`: the phone cannot tell us that Dial was pressed (R3). */
  readonly dialByHand: boolean;
  /** `peer.auditByRepeat`: a repeat tells whether the peer still has the request (R26). */
  readonly audits: boolean;
  /** `onConnectionLost: end`: the service ends with its connection. */
  readonly endsWithConnection: boolean;
}

export type OriginatingAction =
  | { readonly type: "start" | "stop"; readonly timer: TimerName }
  /** Keeps what is left of T3; resume gives it back, at least 5 s (R3). */
  | { readonly type: "pauseT3" }
  | { readonly type: "resumeT3" }
  | { readonly type: "become"; readonly kind: Kind }
  /** A new CIS SETUP with ccbsRequest or ccnrRequest. */
  | { readonly type: "request" }
  /** The same once more on a connection of its own, when its turn comes (R26). */
  | { readonly type: "repeat" }
  /** The connection of the SETUP that brings the event is ours from now: CALL PROCEEDING. */
  | { readonly type: "adopt" }
  /** CONNECT on the adopted connection. */
  | { readonly type: "connect" }
  /** In FACILITY, or in CONNECT where that was not sent yet (CC 4.2); in the DISCONNECT of a path (CC 4.3). */
  | { readonly type: "send"; readonly operation: "ccSuspend" | "ccResume" }
  /**
   * In RELEASE of the connection; without one in a new SETUP with fullArg, or not at all. With a path in its DISCONNECT
   * (CC 4.3), and the connection goes without an APDU.
   */
  | { readonly type: "ccCancel"; readonly without: "SETUP" | "nothing" }
  /** Clears what is left without an APDU: our connection, the path, the SETUP that brings the event. */
  | { readonly type: "release" }
  /** A bearer SETUP with ccPathReserve: numbers and bearer of the request (R10). */
  | { readonly type: "reservePath" }
  /** DISCONNECT of the path, where one is. */
  | { readonly type: "clearPath"; readonly cause: number }
  /** RELEASE COMPLETE with ccCancel to the SETUP that brings the event. */
  | { readonly type: "refuseSetup" }
  /** CALL PROCEEDING to the SETUP that brings the event, and the event waits for the result (R7). */
  | { readonly type: "hold" }
  | { readonly type: "takeHeld" }
  /** RELEASE with ccCancel to the SETUP that is held. */
  | { readonly type: "refuseHeld" }
  | { readonly type: "watch" }
  | { readonly type: "placeCall" }
  /**
   * The SETUP goes on as the recall: numbers and bearer of the request, and ccRingout where it says so (R4). Where a
   * path is reserved ccRingout goes in its FACILITY, and the SETUP is joined to it (CC 4.3).
   */
  | { readonly type: "recall"; readonly ccRingout: boolean }
  /** The call once more, without ccRingout, while user A waits. */
  | { readonly type: "redoCall" }
  | { readonly type: "show"; readonly screen: "activated" | "available" | "nothing" }
  | { readonly type: "tell"; readonly reason: Reason };

/** Entering Idle ends the service: every timer stops, the line is unwatched, the record is forgotten. */
export type OriginatingRow = Row<OriginatingState, OriginatingAction>;
export type OriginatingTable = Table<OriginatingState, OriginatingEvent, OriginatingAction, OriginatingContext>;
