import type { ErrorName } from "../../codecs/rose/operations.ts";
import type { Table } from "../machine.ts";
import type { Reason } from "../users/reasons.ts";
import { bridgeRows } from "./originating-bridge.ts";
import type { Kind, TimerName } from "./timers.ts";

/**
 * The originating PINX, serving user A (CC 5.3 as rules.md corrects it; ECMA-186 6.5.2). O-Reserving and O-Reserved are
 * not here: we always use the non-reservation method, which is always legal (CC 4.3).
 */
export type OriginatingState =
  | "Idle"
  /** A call of user A alerts, or failed a moment ago: call back may be asked for. */
  | "Offered"
  /** ccbsRequest or ccnrRequest was sent. */
  | "Requested"
  /** The request was sent and user A no longer wants it. */
  | "Clearing"
  | "Active"
  /** User A was told that user B is free. */
  | "Recall"
  /** User A pressed Dial; the SETUP has not come yet (R3). */
  | "Dialling"
  /** The SETUP went on with ccRingout. */
  | "Calling"
  | "Suspended";

/** Where an APDU came: in a CIS SETUP of its own, or in a message of the connection that is ours. */
export type Carrier = "SETUP" | "connection";

export type OriginatingEvent =
  /** The original call of user A. */
  | { readonly type: "callAlerting" }
  | { readonly type: "callAnswered" }
  | { readonly type: "callCleared"; readonly cause: number }
  | { readonly type: "userAsks"; readonly refusal?: Reason }
  | { readonly type: "userCancels" }
  | { readonly type: "userDials" }
  /** The phone could not place the call. */
  | { readonly type: "dialFailed" }
  /** `kept`: it came in CONNECT, else in RELEASE. */
  | { readonly type: "result"; readonly kept: boolean }
  | { readonly type: "error"; readonly error: ErrorName | null }
  | { readonly type: "reject" }
  | { readonly type: "ccExecPossible"; readonly in: Carrier }
  | { readonly type: "ccCancel"; readonly in: Carrier }
  /** Our connection was cleared without an APDU, or never came up. */
  | { readonly type: "connectionCleared" }
  /** A SETUP of user A to user B. `fits`: its bearer is that of the request (R4). */
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
  | { readonly type: "T_DIAL" }
  | { readonly type: "T_HOLD" }
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
  readonly aBusy: boolean;
  /** The recall alerted. */
  readonly alerted: boolean;
  /** `peer.suspends`: ccSuspend may be sent (R35). */
  readonly suspends: boolean;
  /** `dialByHand`: the phone cannot tell us that Dial was pressed (R3). */
  readonly dialByHand: boolean;
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
  /** The connection of the SETUP that brings the event is ours from now: CALL PROCEEDING. */
  | { readonly type: "adopt" }
  /** CONNECT on the adopted connection. */
  | { readonly type: "connect" }
  /** In FACILITY, or in CONNECT where that was not sent yet (CC 4.2). */
  | { readonly type: "send"; readonly operation: "ccSuspend" | "ccResume" }
  /** In RELEASE of the connection; without one in a new SETUP with fullArg, or not at all. */
  | { readonly type: "ccCancel"; readonly without: "SETUP" | "nothing" }
  /** Clears what is left without an APDU: our connection, the SETUP that brings the event. */
  | { readonly type: "release" }
  /** RELEASE COMPLETE with ccCancel to the SETUP that brings the event. */
  | { readonly type: "refuseSetup" }
  /** CALL PROCEEDING to the SETUP that brings the event, and the event waits for the result (R7). */
  | { readonly type: "hold" }
  | { readonly type: "takeHeld" }
  /** RELEASE with ccCancel to the SETUP that is held. */
  | { readonly type: "refuseHeld" }
  | { readonly type: "watch" }
  | { readonly type: "placeCall" }
  /** The SETUP goes on as the recall: numbers and bearer of the request, and ccRingout where it says so (R4). */
  | { readonly type: "recall"; readonly ccRingout: boolean }
  /** The call once more, without ccRingout, while user A waits. */
  | { readonly type: "redoCall" }
  | { readonly type: "show"; readonly screen: "activated" | "available" | "nothing" }
  | { readonly type: "tell"; readonly reason: Reason };

/** Entering Idle ends the service: every timer stops, the line is unwatched, the record is forgotten. */
type Row = { readonly to: OriginatingState; readonly do: readonly OriginatingAction[] };

const start = (timer: TimerName) => ({ type: "start", timer }) as const;
const stop = (timer: TimerName) => ({ type: "stop", timer }) as const;
const become = (kind: Kind) => ({ type: "become", kind }) as const;
const send = (operation: "ccSuspend" | "ccResume") => ({ type: "send", operation }) as const;
const show = (screen: "activated" | "available" | "nothing") => ({ type: "show", screen }) as const;
const tell = (reason: Reason) => ({ type: "tell", reason }) as const;
const pauseT3 = { type: "pauseT3" } as const;
const resumeT3 = { type: "resumeT3" } as const;
const request = { type: "request" } as const;
const adopt = { type: "adopt" } as const;
const connect = { type: "connect" } as const;
const ccCancel = { type: "ccCancel", without: "SETUP" } as const;
const ccCancelIfConnected = { type: "ccCancel", without: "nothing" } as const;
const release = { type: "release" } as const;
const refuseSetup = { type: "refuseSetup" } as const;
const hold = { type: "hold" } as const;
const takeHeld = { type: "takeHeld" } as const;
const refuseHeld = { type: "refuseHeld" } as const;
const watch = { type: "watch" } as const;
const placeCall = { type: "placeCall" } as const;
const ccRingout = { type: "recall", ccRingout: true } as const;
const ordinaryCall = { type: "recall", ccRingout: false } as const;
const redoCall = { type: "redoCall" } as const;

const userBusy = 17;
const noCircuit = 34;

/** A call cleared with one of these makes CCBS possible (CC 5.3 [LP]). */
const offersCcbs = (cause: number) => cause === userBusy || cause === noCircuit;

/** What a returnError means to user A (CC 1.5); every other one is a refusal for good. */
const refusals: { readonly [Name in ErrorName]?: Reason } = {
  supplementaryServiceInteractionNotAllowed: "refusedByInteraction",
};

/** The request failed for now: the call is offered once more, so that CallBack may be pressed again (S-40). */
function offerAgain(ends: readonly OriginatingAction[], reason: Reason): Row {
  return { to: "Offered", do: [...ends, refuseHeld, tell(reason), start("T_OFFER")] };
}

/** The recall was cleared before it alerted. */
function recallFailed(c: OriginatingContext, cause: number, error: ErrorName | null | undefined): Row {
  if (error === "failureToMatch") {
    return { to: "Idle", do: [release, redoCall, tell("noMatch")] }; // R9
  }
  if (error !== "remoteUserBusyAgain" && cause !== userBusy) {
    return { to: "Offered", do: [stop("T2"), ccCancel, tell("recallFailed"), start("T_OFFER")] }; // R9, S-39, S-40
  }
  return c.retainService
    ? { to: "Active", do: [tell("busyAgainKept")] } // CC 5.3, CC 5.2
    : { to: "Offered", do: [stop("T2"), ccCancel, tell("busyAgain"), become("ccbs"), start("T_OFFER")] }; // R34, G12
}

/** A ccExecPossible in a SETUP where user A has been told already, or is being connected. */
function setupAgain(to: OriginatingState) {
  return (c: OriginatingContext, e: { readonly in: Carrier }): Row => {
    if (e.in === "connection") return { to, do: [] }; // CC 5.7: no second notice without ccResume
    return c.connected
      ? { to, do: [refuseSetup] } // CC 5.3 "alias match"
      : { to, do: [adopt, connect] }; // R7: a SETUP is always answered
  };
}

/** "same" of CC 5.3, as R9 completes it. */
const whileServiceRuns = {
  T2: { to: "Idle", do: [ccCancel, tell("expired")] }, // CC 5.3, G7
  ccCancel: { to: "Idle", do: [release, tell("cancelledByPeer")] }, // CC 5.3, F3, F7
  userCancels: { to: "Idle", do: [ccCancel, show("nothing")] }, // CC 5.3, F4, S-23
  aReset: { to: "Idle", do: [ccCancel, show("nothing")] }, // S-63
} as const;

export const originating = {
  Idle: {
    callAlerting: (c) =>
      c.offerable
        ? { to: "Offered", do: [become("ccnr")] } // CC 5.3, S-06
        : { to: "Idle", do: [] }, // CC 5.3, R22
    callCleared: (c, e) =>
      c.offerable && offersCcbs(e.cause)
        ? { to: "Offered", do: [become("ccbs"), start("T_OFFER")] } // CC 5.3, R8, S-05
        : { to: "Idle", do: [] }, // CC 5.3: no ALERTING, nothing to complete
    otherwise: "ignore",
  },
  Offered: {
    callAnswered: { to: "Idle", do: [] }, // R8
    callCleared: (_c, e) => ({
      to: "Offered", // R8, S-07
      do: [become(offersCcbs(e.cause) ? "ccbs" : "ccnr"), start("T_OFFER")],
    }),
    userAsks: (_c, e) =>
      e.refusal === undefined
        ? { to: "Requested", do: [stop("T_OFFER"), request, start("T1")] } // CC 5.3
        : { to: "Offered", do: [tell(e.refusal)] }, // S-11, S-12, R20, R46
    userCancels: { to: "Idle", do: [] }, // CC 5.3
    T_OFFER: { to: "Idle", do: [] }, // CC 5.3, R8
    otherwise: "ignore",
  },
  Requested: {
    result: (c, e) =>
      !e.kept && c.retainDemanded
        ? { to: "Idle", do: [ccCancel, refuseHeld, tell("notRetained")] } // CC 5.2, G9
        : { to: "Active", do: [stop("T1"), start("T2"), watch, show("activated"), takeHeld] }, // CC 5.3, R36, F1, F2
    error: (_c, e) =>
      e.error === "shortTermRejection"
        ? offerAgain([stop("T1"), release], "refusedForNow") // CC 5.3, F5; 1.5: the user may try again
        : {
            to: "Idle", // CC 5.3, F6, F9
            do: [release, refuseHeld, tell((e.error === null ? undefined : refusals[e.error]) ?? "refused")],
          },
    reject: { to: "Idle", do: [release, refuseHeld, tell("refused")] }, // CC 5.3
    T1: offerAgain([release], "noAnswer"), // CC 5.3, G5
    connectionCleared: offerAgain([stop("T1")], "noAnswer"), // CC 5.3
    userCancels: { to: "Clearing", do: [show("nothing")] }, // CC 5.3
    callAnswered: { to: "Clearing", do: [tell("answered")] }, // R8
    ccExecPossible: (_c, e) =>
      e.in === "SETUP"
        ? { to: "Requested", do: [hold] } // R7
        : { to: "Requested", do: [] }, // R7: FACILITY is legal from CONNECT on, and CONNECT brings the result
    ccCancel: { to: "Idle", do: [release, refuseHeld, tell("cancelledByPeer")] }, // R7
    restored: { to: "Idle", do: [ccCancel, tell("restarted")] }, // R26
    otherwise: "ignore",
  },
  Clearing: {
    result: { to: "Idle", do: [ccCancel, refuseHeld] }, // CC 5.3
    error: { to: "Idle", do: [release, refuseHeld] }, // CC 5.3
    reject: { to: "Idle", do: [release, refuseHeld] }, // CC 5.3
    T1: { to: "Idle", do: [release, refuseHeld] }, // CC 5.3
    connectionCleared: { to: "Idle", do: [refuseHeld] }, // CC 5.3
    ccExecPossible: (_c, e) =>
      e.in === "SETUP"
        ? { to: "Clearing", do: [hold] } // R7
        : { to: "Clearing", do: [] }, // R7: the result has not come
    ccCancel: { to: "Idle", do: [release, refuseHeld] }, // R7
    restored: { to: "Idle", do: [ccCancel] }, // R26
    otherwise: "ignore",
  },
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
      return c.aBusy
        ? { to: "Suspended", do: [...answer, start("T_HOLD")] } // R35
        : { to: "Recall", do: [...answer, show("available"), start("T3")] }; // CC 5.3, 6.5.2.1.7, F1, F2, S-71
    },
    ...bridgeRows.Active, // R6
    callAnswered: (c) =>
      c.kind === "ccnr"
        ? { to: "Idle", do: [ccCancel, tell("answered")] } // R8
        : { to: "Active", do: [] }, // R8: a busy call cannot be answered
    connectionCleared: (c) =>
      c.endsWithConnection
        ? { to: "Idle", do: [ccCancel, tell("connectionLost")] } // ours: onConnectionLost
        : { to: "Active", do: [] }, // CC 5.3 [LP]: the service stays, numbers correlate it later
    aBusy: { to: "Active", do: [] }, // R3: looked at when ccExecPossible comes
    aFree: { to: "Active", do: [] }, // R3
    recallSetup: { to: "Active", do: [] }, // R3, S-33, S-34: an ordinary call
    restored: { to: "Active", do: [watch] }, // R26: waits for a SETUP
    otherwise: "ignore",
  },
  Recall: {
    ...whileServiceRuns,
    T3: { to: "Idle", do: [ccCancel, tell("recallExpired")] }, // CC 5.3, G6, S-72, S-73
    userDials: { to: "Dialling", do: [pauseT3, start("T_DIAL"), placeCall] }, // R3, S-24
    recallSetup: (c, e) => {
      if (!c.dialByHand) return { to: "Recall", do: [] }; // R3, S-33, S-34
      return e.fits
        ? { to: "Calling", do: [stop("T3"), ccRingout, show("nothing")] } // R3
        : { to: "Calling", do: [stop("T3"), ordinaryCall, show("nothing")] }; // R3, R4
    },
    ...bridgeRows.Recall, // R6
    ccExecPossible: setupAgain("Recall"), // CC 5.7, R7
    connectionCleared: { to: "Recall", do: [] }, // CC 5.3
    aBusy: { to: "Recall", do: [] }, // R3: recorded, never sent
    aFree: { to: "Recall", do: [] }, // R3
    restored: { to: "Recall", do: [watch, start("T3"), show("available")] }, // R26
    otherwise: "ignore",
  },
  Dialling: {
    ...whileServiceRuns,
    recallSetup: (_c, e) =>
      e.fits
        ? { to: "Calling", do: [stop("T_DIAL"), stop("T3"), ccRingout, show("nothing")] } // R3, R4, F1
        : { to: "Calling", do: [stop("T_DIAL"), stop("T3"), ordinaryCall, show("nothing")] }, // R4
    T_DIAL: { to: "Recall", do: [resumeT3] }, // R3
    dialFailed: { to: "Recall", do: [stop("T_DIAL"), resumeT3, tell("dialFailed")] }, // R3, R49
    connectionCleared: { to: "Idle", do: [ccCancel, show("nothing")] }, // R3: the SETUP goes on as an ordinary call
    userDials: { to: "Dialling", do: [] }, // R3: pressed twice
    ccExecPossible: setupAgain("Dialling"), // CC 5.7, R7
    aBusy: { to: "Dialling", do: [] }, // R3: off hook to dial is not busy
    aFree: { to: "Dialling", do: [] }, // R3
    restored: { to: "Recall", do: [watch, stop("T_DIAL"), start("T3"), show("available")] }, // R26
    otherwise: "ignore",
  },
  Calling: {
    ...whileServiceRuns,
    recallAlerting: { to: "Calling", do: [stop("T2"), start("T301")] }, // R9: the service is fulfilled
    recallAnswered: { to: "Idle", do: [ccCancelIfConnected] }, // CC 5.3, R11, F1
    recallCleared: (c, e) => {
      if (c.alerted) return { to: "Idle", do: [ccCancelIfConnected] }; // R9
      if (e.by === "A") return { to: "Idle", do: [ccCancel] }; // R9: A hung up
      return recallFailed(c, e.cause, e.error);
    },
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
  Suspended: {
    ...whileServiceRuns,
    aFree: (c) => {
      if (!c.suspends) return { to: "Recall", do: [stop("T_HOLD"), show("available"), start("T3")] }; // R35
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
      return c.suspends
        ? { to: "Suspended", do: [adopt, send("ccSuspend")] } // R7: a connection to resume on
        : { to: "Suspended", do: [adopt, connect] }; // R7, R35
    },
    T_HOLD: { to: "Idle", do: [ccCancel, tell("expired")] }, // R35
    restored: { to: "Idle", do: [ccCancel, tell("restarted")] }, // R26
    otherwise: "ignore",
  },
} satisfies Table<OriginatingState, OriginatingEvent, OriginatingAction, OriginatingContext>;
