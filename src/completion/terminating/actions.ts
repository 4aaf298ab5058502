import type { Refusal, RingoutError } from "../terminating.ts";
import type { Kind, TimerName } from "../timers.ts";

// The actions of the terminating table by name; what each does stands at the type TerminatingAction.

export const start = (timer: TimerName) => ({ type: "start", timer }) as const;
export const stop = (timer: TimerName) => ({ type: "stop", timer }) as const;
export const become = (kind: Kind) => ({ type: "become", kind }) as const;
export const refuse = (error: Refusal) => ({ type: "refuse", error }) as const;
export const proceed = { type: "proceed" } as const;
export const watch = { type: "watch" } as const;
export const acceptRetained = { type: "accept", in: "CONNECT" } as const;
export const acceptReleased = { type: "accept", in: "RELEASE" } as const;
export const replace = { type: "replace" } as const;
export const countFromNow = { type: "countFromNow" } as const;
export const look = { type: "look" } as const;
export const waitTurn = { type: "waitTurn" } as const;
export const callNext = { type: "callNext" } as const;
export const ccExecPossibleInFacility = { type: "ccExecPossible", in: "FACILITY" } as const;
export const ccExecPossibleInSetup = { type: "ccExecPossible", in: "SETUP" } as const;
export const ccCancel = { type: "ccCancel", without: "SETUP" } as const;
export const ccCancelIfConnected = { type: "ccCancel", without: "nothing" } as const;
export const release = { type: "release" } as const;
export const holdPath = { type: "holdPath" } as const;
export const clearPath = (cause: number) => ({ type: "clearPath", cause }) as const;
export const present = { type: "present" } as const;
export const refuseRingout = (error: RingoutError) => ({ type: "refuseRingout", error }) as const;
export const rejectRingout = { type: "rejectRingout" } as const;
export const answerBusyAgain = { type: "answerBusyAgain" } as const;
