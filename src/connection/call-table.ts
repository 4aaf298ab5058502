import { row } from "../machine.ts";
import {
  because,
  callInitiated,
  causes,
  clearHeld,
  type ConnectionTable,
  type ConnectionView,
  deliver,
  held,
  linkLost,
  nullState,
  releaseRequest,
  restarted,
  sent,
  sentWhenKept,
  start,
  stop,
  tell,
  verified,
  whileAlive,
} from "./rows.ts";
import { type CallState, callStates } from "./states.ts";

/** DISCONNECT and T305, for whatever reason was noted (Q.931 5.3.3). */
const disconnect = ["sendDisconnect", start("T305")] as const;
const cleared = row("Disconnect Request", "stopTimers", because("requested"), ...disconnect);

/** Q.931 5.8.8: digits may be lost by a reset of the link, so the call cannot go on. */
const digitsLost = row(
  "Disconnect Request",
  "stopTimers",
  because(causes.temporaryFailure),
  ...disconnect,
  tell("protocolError"),
);

/** CALL PROCEEDING of a call that we originate starts T310 (R30). */
const proceeding = ({ originated }: ConnectionView) =>
  originated
    ? deliver("Outgoing Call Proceeding", stop("T303"), stop("T304"), start("T310"))
    : deliver("Outgoing Call Proceeding", stop("T303"), stop("T304"));
const alerting = deliver("Call Delivered", stop("T303"), stop("T304"), stop("T310"));
const connected = deliver("Active", stop("T303"), stop("T304"), stop("T310"), "sendConnectAcknowledge");

/** A timer of ours ran out: cause 102 (Q.931 5.1.3, 5.2.5.3). */
const timedOut = row(
  "Disconnect Request",
  "stopTimers",
  because(causes.recoveryOnTimerExpiry),
  ...disconnect,
  tell("timer"),
);

/** Both ways, in every state between first response and clearing (ECMA-165 7.1.2; R29 for INFORMATION). */
const exchanged = <State extends CallState>(state: State) =>
  ({
    FACILITY: deliver(state),
    NOTIFY: deliver(state),
    INFORMATION: deliver(state),
    "send FACILITY": sent(state),
    "send NOTIFY": sent(state),
    "send INFORMATION": sent(state),
    clear: cleared,
    otherwise: "reject",
  }) as const;

/** Toward the called side: what it may still say (ECMA-143 10.1). */
const towardCalled = <State extends CallState>(state: State) =>
  ({
    ...whileAlive(state),
    ...restarted,
    ...exchanged(state),
    PROGRESS: deliver(state, stop("T310")),
    CONNECT: connected,
  }) as const;

/** Toward the calling side: what we may still say (ECMA-143 10.1). */
const towardCalling = <State extends CallState>(state: State) =>
  ({
    ...whileAlive(state),
    ...restarted,
    ...exchanged(state),
    "send PROGRESS": sent(state),
    "send CONNECT": sent("Active"),
  }) as const;

/** The life of a bearer call, both sides (ECMA-143 10.1, 10.2; Q.931 5.1 to 5.3). */
export const bearerCall = {
  // Q.931 5.1.1, 5.2.1
  Null: nullState,
  "Call Initiated": {
    // Q.931 5.1.1 to 5.1.8
    ...callInitiated,
    ...restarted,
    "SETUP ACKNOWLEDGE": deliver("Overlap Sending", stop("T303"), start("T304")),
    "CALL PROCEEDING": proceeding,
    ALERTING: alerting,
    CONNECT: connected,
    clear: cleared,
  },
  "Overlap Sending": {
    // Q.931 5.1.3
    ...towardCalled("Overlap Sending"),
    "send INFORMATION": row("Overlap Sending", "sendRequested", start("T304")),
    "CALL PROCEEDING": proceeding,
    ALERTING: alerting,
    linkUp: digitsLost,
    T304: timedOut,
  },
  "Outgoing Call Proceeding": {
    // Q.931 5.1.7; T310 5.2.5.3
    ...towardCalled("Outgoing Call Proceeding"),
    ...verified("Outgoing Call Proceeding"),
    ALERTING: alerting,
    T310: timedOut,
  },
  // Q.931 5.1.7
  "Call Delivered": { ...towardCalled("Call Delivered"), ...verified("Call Delivered") },
  "Call Present": {
    // Q.931 5.2.5; a reset of the link has lost nothing of ours, and T303 of the peer repeats its SETUP.
    ...whileAlive("Call Present"),
    ...restarted,
    "send SETUP ACKNOWLEDGE": sent("Overlap Receiving"),
    "send CALL PROCEEDING": sent("Incoming Call Proceeding"),
    "send ALERTING": sent("Call Received"),
    "send CONNECT": sent("Active"),
    linkUp: row("Call Present"),
    otherwise: "reject",

    // R1: RELEASE COMPLETE tells some peers less than DISCONNECT does (libpri offers no call back on it).
    clear: (_, event) =>
      event.disconnect
        ? row("Disconnect Request", because("requested"), "sendCallProceeding", ...disconnect)
        : row("Null", because("requested"), "sendReleaseComplete", "end"),
  },
  "Overlap Receiving": {
    // Q.931 5.2.4
    ...towardCalling("Overlap Receiving"),
    "send CALL PROCEEDING": sent("Incoming Call Proceeding"),
    "send ALERTING": sent("Call Received"),
    linkUp: digitsLost,
  },
  "Incoming Call Proceeding": {
    // Q.931 5.2.5.1
    ...towardCalling("Incoming Call Proceeding"),
    ...verified("Incoming Call Proceeding"),
    "send ALERTING": sent("Call Received"),
  },
  // Q.931 5.2.5.1
  "Call Received": { ...towardCalling("Call Received"), ...verified("Call Received") },
  Active: {
    // R7: CONNECT ACKNOWLEDGE is taken, and not awaited. R18: link loss.
    ...whileAlive("Active"),
    ...restarted,
    ...exchanged("Active"),
    ...verified("Active"),
    "send FACILITY": sentWhenKept("Active"),
    "send NOTIFY": sentWhenKept("Active"),
    "send INFORMATION": sentWhenKept("Active"),
    "CONNECT ACKNOWLEDGE": row("Active"),
    linkDown: row("Link Lost", "stopTimers", start("T309")),
  },
  // R18
  "Link Lost": { ...linkLost, "send NOTIFY": held("Link Lost"), "send INFORMATION": held("Link Lost") },
  "Clear Held": clearHeld(row("Disconnect Request", ...disconnect)),
  "Disconnect Request": {
    // Q.931 5.3.3, 5.3.5: RELEASE is awaited, both may disconnect at once; other messages crossed ours on the way.
    RELEASE: row("Null", "answer", "sendReleaseComplete", "end"),
    "RELEASE COMPLETE": row("Null", "answer", "end"),
    DISCONNECT: row("Release Request", "stopTimers", "answer", "sendRelease", start("T308")),
    STATUS: (_, { callState }) => (callState === callStates.Null ? row("Null", "end") : row("Disconnect Request")),
    "STATUS ENQUIRY": row("Disconnect Request", { status: causes.responseToStatusEnquiry }),
    T305: row("Release Request", "sendRelease", start("T308")),
    linkDown: row("Null", "end"),
    restart: row("Null", "end"),
    otherwise: "ignore",
  },
  // Q.931 5.3.3
  "Release Request": { ...releaseRequest, restart: row("Null", "end") },
} as const satisfies ConnectionTable<CallState>;
