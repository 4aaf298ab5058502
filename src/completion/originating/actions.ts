import type { Reason } from "../../users/reasons.ts";
import type { Kind, TimerName } from "../timers.ts";

// The actions of the originating table by name; what each does stands at the type OriginatingAction.

export const start = (timer: TimerName) => ({ type: "start", timer }) as const;
export const stop = (timer: TimerName) => ({ type: "stop", timer }) as const;
export const become = (kind: Kind) => ({ type: "become", kind }) as const;
export const send = (operation: "ccSuspend" | "ccResume") => ({ type: "send", operation }) as const;
export const show = (screen: "activated" | "available" | "nothing") => ({ type: "show", screen }) as const;
export const tell = (reason: Reason) => ({ type: "tell", reason }) as const;
export const clearPath = (cause: number) => ({ type: "clearPath", cause }) as const;
export const pauseT3 = { type: "pauseT3" } as const;
export const resumeT3 = { type: "resumeT3" } as const;
export const request = { type: "request" } as const;
export const repeat = { type: "repeat" } as const;
export const adopt = { type: "adopt" } as const;
export const connect = { type: "connect" } as const;
export const ccCancel = { type: "ccCancel", without: "SETUP" } as const;
export const ccCancelIfConnected = { type: "ccCancel", without: "nothing" } as const;
export const release = { type: "release" } as const;
export const refuseSetup = { type: "refuseSetup" } as const;
export const hold = { type: "hold" } as const;
export const takeHeld = { type: "takeHeld" } as const;
export const refuseHeld = { type: "refuseHeld" } as const;
export const watch = { type: "watch" } as const;
export const reservePath = { type: "reservePath" } as const;
export const placeCall = { type: "placeCall" } as const;
export const ccRingout = { type: "recall", ccRingout: true } as const;
export const ordinaryCall = { type: "recall", ccRingout: false } as const;
export const redoCall = { type: "redoCall" } as const;
