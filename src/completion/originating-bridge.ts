import { row } from "../machine.ts";
import type { OriginatingContext } from "./originating.ts";

const stopT3 = { type: "stop", timer: "T3" } as const;
const stopBusy = { type: "stop", timer: "T_BUSY" } as const;
const showAvailable = { type: "show", screen: "available" } as const;
const ccSuspend = { type: "send", operation: "ccSuspend" } as const;
const ccResume = { type: "send", operation: "ccResume" } as const;
const ccRingout = { type: "recall", ccRingout: true } as const;
const ordinaryCall = { type: "recall", ccRingout: false } as const;

/** R4: with another bearer than that of the request it is an ordinary call. */
export interface RingsOut {
  readonly fits: boolean;
}

/** There is something to carry ccSuspend, and the peer goes on after it (R35). */
const isCarried = (c: OriginatingContext) => c.connected && c.suspends;

/** Rows of the originating table that only a bridge enters (R6): user A's PINX speaks where a user would. */
export const bridgeRows = {
  Active: {
    // R6: it crossed something.
    aSuspends: (c: OriginatingContext) => (isCarried(c) ? row("Suspended", ccSuspend) : row("Active")),
    aRingsOut: (_c: OriginatingContext, { fits }: RingsOut) => row("Calling", fits ? ccRingout : ordinaryCall),
  },
  Recall: {
    // R6: else it is kept here.
    aSuspends: (c: OriginatingContext) =>
      isCarried(c) ? row("Suspended", stopT3, ccSuspend) : row("Suspended", stopT3),
    aResumes: row("Recall", showAvailable), // R6: its ccSuspend was before B's word
    aRingsOut: (_c: OriginatingContext, { fits }: RingsOut) => row("Calling", stopT3, fits ? ccRingout : ordinaryCall),
  },
  Suspended: {
    // R6: B's last word was "free".
    aResumes: (c: OriginatingContext) =>
      isCarried(c) ? row("Active", stopBusy, ccResume) : row("Recall", stopBusy, showAvailable),
    aRingsOut: (_c: OriginatingContext, { fits }: RingsOut) =>
      row("Calling", stopBusy, fits ? ccRingout : ordinaryCall),
  },
} as const;
