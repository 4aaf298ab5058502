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
  start,
  stop,
  whileAlive,
} from "./rows.ts";
import type { CisState } from "./states.ts";

/** A call-independent connection is cleared with RELEASE directly (CC 3.1 [RUN]). */
const cleared = {
  to: "Release Request",
  do: ["stopTimers", because("requested"), "sendRelease", start("T308")],
} as const;

/** The life of a call-independent signalling connection, both sides (ECMA-165 7.3, CC 3.4). T310 does not run here (CC 3.5). */
export const cisConnection = {
  Null: nullState,
  "Call Initiated": {
    ...callInitiated,
    "CALL PROCEEDING": deliver("Outgoing Call Proceeding", stop("T303")),
    CONNECT: deliver("Active", stop("T303"), "sendConnectAcknowledge"),
    clear: cleared,
  },
  "Outgoing Call Proceeding": {
    ...whileAlive("Outgoing Call Proceeding"),
    CONNECT: deliver("Active", "sendConnectAcknowledge"),
    clear: cleared,
    otherwise: "reject",
  },
  "Call Present": {
    ...whileAlive("Call Present"),
    "send CALL PROCEEDING": sent("Incoming Call Proceeding"),
    "send CONNECT": sent("Active"),
    clear: { to: "Null", do: [because("requested"), "sendReleaseComplete", "end"] },
    // Nothing of ours is on its way; T303 of the peer repeats its SETUP.
    linkUp: { to: "Call Present", do: [] },
    otherwise: "reject",
  },
  "Incoming Call Proceeding": {
    ...whileAlive("Incoming Call Proceeding"),
    "send CONNECT": sent("Active"),
    clear: cleared,
    otherwise: "reject",
  },
  // R7: FACILITY goes from CONNECT on; CONNECT ACKNOWLEDGE ends here.
  Active: {
    ...whileAlive("Active"),
    "CONNECT ACKNOWLEDGE": { to: "Active", do: [] },
    FACILITY: deliver("Active"),
    "send FACILITY": sent("Active"),
    clear: cleared,
    linkDown: { to: "Link Lost", do: ["stopTimers", start("T309")] },
    otherwise: "reject",
  },
  "Link Lost": linkLost,
  "Clear Held": clearHeld({ to: "Release Request", do: ["sendRelease", start("T308")] }),
  "Release Request": releaseRequest,
} as const satisfies ConnectionTable<CisState>;
