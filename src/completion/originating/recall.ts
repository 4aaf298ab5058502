import type { OriginatingAction, OriginatingContext, OriginatingRow, OriginatingTable } from "../originating.ts";
import { bridgeRows } from "../originating-bridge.ts";
import {
  ccCancel,
  ccRingout,
  clearPath,
  ordinaryCall,
  pauseT3,
  placeCall,
  resumeT3,
  show,
  start,
  stop,
  tell,
  watch,
} from "./actions.ts";
import { busyAgain, causes, isBusyAgain, setupAgain, whileServiceRuns } from "./shared.ts";

const noPath = clearPath(causes.normalClearing);

/** The SETUP of user A comes where it is waited for. `stops`: the timers that guarded the wait. */
function recallSetup(...stops: readonly OriginatingAction[]) {
  return (e: { readonly fits: boolean }): OriginatingRow =>
    e.fits
      ? { to: "Calling", do: [...stops, ccRingout, show("nothing")] } // R3, R4, F1
      : { to: "Calling", do: [...stops, ordinaryCall, noPath, show("nothing")] }; // R3, R4
}

const byHand = recallSetup(stop("T3"));
const dialled = recallSetup(stop("T_DIAL"), stop("T3"));

/** R3: in O-Recall and O-Dialling line events of user A are recorded, never sent: he lifts the handset to dial. */
function whileUserDecides<State extends "Recall" | "Reserved">(state: State) {
  return {
    ...whileServiceRuns,
    T3: { to: "Idle", do: [ccCancel, tell("recallExpired")] }, // CC 5.3, G6, S-72, S-73
    userDials: (c: OriginatingContext): OriginatingRow =>
      c.cannotDial
        ? { to: state, do: [tell("finishFirst")] } // R49
        : { to: "Dialling", do: [pauseT3, start("T_DIAL"), placeCall] }, // R3, S-24, S-37
  } as const;
}

/** The Dial led to no SETUP. */
function backFromDial(c: OriginatingContext, ...actions: readonly OriginatingAction[]): OriginatingRow {
  return { to: c.path ? "Reserved" : "Recall", do: actions }; // R3
}

/** User A was told that user B is free, and decides. */
export const recall = {
  Recall: {
    ...whileUserDecides("Recall"),
    recallSetup: (c, e) => (c.dialByHand ? byHand(e) : { to: "Recall", do: [] }), // R3, S-33, S-34
    ...bridgeRows.Recall, // R6
    ccExecPossible: setupAgain("Recall"), // CC 5.7, R7
    connectionCleared: { to: "Recall", do: [] }, // CC 5.3
    aBusy: { to: "Recall", do: [] }, // R3
    aFree: { to: "Recall", do: [] }, // R3
    restored: { to: "Recall", do: [watch, start("T3"), show("available")] }, // R26
    otherwise: "ignore",
  },
  Reserved: {
    ...whileUserDecides("Reserved"),
    recallSetup: (c, e) => (c.dialByHand ? byHand(e) : { to: "Reserved", do: [] }), // R3, S-33, S-34
    pathCleared: (c, e) =>
      isBusyAgain(e)
        ? busyAgain(c, stop("T3")) // R9
        : { to: "Recall", do: [] }, // R9: without reservation
    ccExecPossible: setupAgain("Reserved"), // CC 5.7, R7
    connectionCleared: { to: "Reserved", do: [] }, // CC 5.3
    aBusy: { to: "Reserved", do: [] }, // R3
    aFree: { to: "Reserved", do: [] }, // R3
    restored: { to: "Recall", do: [watch, start("T3"), show("available")] }, // R26: the path is lost
    otherwise: "ignore",
  },
  Dialling: {
    ...whileServiceRuns,
    recallSetup: (_c, e) => dialled(e), // R3, R4
    T_DIAL: (c) => backFromDial(c, resumeT3), // R3
    dialFailed: (c) => backFromDial(c, stop("T_DIAL"), resumeT3, tell("dialFailed")), // R3, R49
    connectionCleared: { to: "Idle", do: [ccCancel, show("nothing")] }, // R3: the SETUP goes on as an ordinary call
    pathCleared: (c, e) =>
      isBusyAgain(e)
        ? busyAgain(c, stop("T_DIAL")) // R9
        : { to: "Dialling", do: [] }, // R9: without reservation
    otherRoute: { to: "Idle", do: [ccCancel, show("nothing")] }, // R3: the call that was asked for has come about
    unobserved: { to: "Idle", do: [ccCancel, show("nothing")] }, // R15: fulfilled at Dial
    userDials: { to: "Dialling", do: [] }, // R3: pressed twice
    ccExecPossible: setupAgain("Dialling"), // CC 5.7, R7
    aBusy: { to: "Dialling", do: [] }, // R3: off hook to dial is not busy
    aFree: { to: "Dialling", do: [] }, // R3
    restored: { to: "Recall", do: [watch, stop("T_DIAL"), start("T3"), show("available")] }, // R26
    otherwise: "ignore",
  },
} satisfies Pick<OriginatingTable, "Recall" | "Reserved" | "Dialling">;
