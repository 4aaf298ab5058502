import { row } from "../machine.ts";
import {
  because,
  callInitiated,
  clearHeld,
  type ConnectionTable,
  deliver,
  linkLost,
  nullState,
  releaseRequest,
  sent,
  sentWhenKept,
  start,
  stop,
  verified,
  whileAlive,
} from "./rows.ts";
import type { CisState } from "./states.ts";

/** A call-independent connection is cleared with RELEASE directly (CC 3.1 [RUN]). */
const cleared = row("Release Request", "stopTimers", because("requested"), "sendRelease", start("T308"));

/**
 * The life of a call-independent signalling connection, both sides (ECMA-165 7.3, CC 3.4). The peer may keep it in
 * "proceeding" as long as it likes: T310 does not run here (CC 3.5).
 */
export const cisConnection = {
  // ECMA-165 7.3
  Null: nullState,
  "Call Initiated": {
    // CC 3.4 [RUN]
    ...callInitiated,
    "CALL PROCEEDING": deliver("Outgoing Call Proceeding", stop("T303")),
    CONNECT: deliver("Active", stop("T303"), "sendConnectAcknowledge"),
    clear: cleared,
  },
  "Outgoing Call Proceeding": {
    // CC 3.4 [RUN]
    ...whileAlive("Outgoing Call Proceeding"),
    ...verified("Outgoing Call Proceeding"),
    CONNECT: deliver("Active", "sendConnectAcknowledge"),
    clear: cleared,
    otherwise: "reject",
  },
  "Call Present": {
    // CC 3.4 [RUN]; a reset of the link has lost nothing of ours, and T303 of the peer repeats its SETUP.
    ...whileAlive("Call Present"),
    "send CALL PROCEEDING": sent("Incoming Call Proceeding"),
    "send CONNECT": sent("Active"),
    clear: row("Null", because("requested"), "sendReleaseComplete", "end"),
    linkUp: row("Call Present"),
    otherwise: "reject",
  },
  "Incoming Call Proceeding": {
    // CC 3.4 [RUN]
    ...whileAlive("Incoming Call Proceeding"),
    ...verified("Incoming Call Proceeding"),
    "send CONNECT": sent("Active"),
    clear: cleared,
    otherwise: "reject",
  },
  Active: {
    // R7: FACILITY goes from CONNECT on; CONNECT ACKNOWLEDGE ends here. R18: link loss.
    ...whileAlive("Active"),
    ...verified("Active"),
    "CONNECT ACKNOWLEDGE": row("Active"),
    FACILITY: deliver("Active"),
    "send FACILITY": sentWhenKept("Active"),
    clear: cleared,
    linkDown: row("Link Lost", "stopTimers", start("T309")),
    otherwise: "reject",
  },
  // R18
  "Link Lost": linkLost,
  "Clear Held": clearHeld(row("Release Request", "sendRelease", start("T308"))),

  // Q.931 5.3.3
  "Release Request": releaseRequest,
} as const satisfies ConnectionTable<CisState>;
