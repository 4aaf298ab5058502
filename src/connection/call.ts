import {
  because,
  callInitiated,
  causes,
  clearHeld,
  type ConnectionAction,
  type ConnectionTable,
  type ConnectionView,
  deliver,
  held,
  linkLost,
  nullState,
  releaseRequest,
  sent,
  start,
  stop,
  tell,
  whileAlive,
} from "./rows.ts";
import { type CallState, callStates } from "./states.ts";

/** Q.931 5.3.3 */
const cleared = {
  to: "Disconnect Request",
  do: ["stopTimers", because("requested"), "sendDisconnect", start("T305")],
} as const;

/** Q.931 5.8.8: digits may be lost by a reset of the link, so the call cannot go on. */
const digitsLost = {
  to: "Disconnect Request",
  do: ["stopTimers", because(causes.temporaryFailure), "sendDisconnect", start("T305"), tell("protocolError")],
} as const;

/** A first response to SETUP, or a later one: CALL PROCEEDING of a call that we originate starts T310 (R30). */
const proceeding = ({ originated }: ConnectionView) =>
  originated
    ? deliver("Outgoing Call Proceeding", stop("T303"), start("T310"))
    : deliver("Outgoing Call Proceeding", stop("T303"));
const alerting = deliver("Call Delivered", stop("T303"), stop("T310"));
const connected = deliver("Active", stop("T303"), stop("T310"), "sendConnectAcknowledge");

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
const toCalledSide = <State extends CallState>(state: State) =>
  ({
    ...whileAlive(state),
    ...exchanged(state),
    PROGRESS: deliver(state, stop("T310")),
    CONNECT: connected,
  }) as const;

/** Toward the calling side: what we may still say. */
const toCallingSide = <State extends CallState>(state: State) =>
  ({
    ...whileAlive(state),
    ...exchanged(state),
    "send PROGRESS": sent(state),
    "send CONNECT": sent("Active"),
  }) as const;

/** RELEASE is awaited; other messages crossed DISCONNECT on the way (Q.931 5.3.3, 5.3.5). */
const disconnectRequest = {
  RELEASE: { to: "Null", do: ["answer", "sendReleaseComplete", "end"] },
  "RELEASE COMPLETE": { to: "Null", do: ["answer", "end"] },
  // Both disconnected at once: each releases.
  DISCONNECT: { to: "Release Request", do: ["stopTimers", "answer", "sendRelease", start("T308")] },
  STATUS: (_, { callState }) =>
    callState === callStates.Null ? { to: "Null", do: ["end"] } : { to: "Disconnect Request", do: [] },
  "STATUS ENQUIRY": { to: "Disconnect Request", do: [{ status: causes.responseToStatusEnquiry }] },
  T305: { to: "Release Request", do: ["sendRelease", start("T308")] },
  linkDown: { to: "Null", do: ["end"] },
  restart: { to: "Null", do: ["end"] },
  otherwise: "ignore",
} as const satisfies ConnectionTable<"Disconnect Request" | "Release Request" | "Null">["Disconnect Request"];

/** The life of a bearer call, both sides (ECMA-143 10.1, 10.2; Q.931 5.1 to 5.3). */
export const bearerCall = {
  Null: nullState,
  "Call Initiated": {
    ...callInitiated,
    "SETUP ACKNOWLEDGE": deliver("Overlap Sending", stop("T303")),
    "CALL PROCEEDING": proceeding,
    ALERTING: alerting,
    CONNECT: connected,
    clear: cleared,
  },
  "Overlap Sending": {
    ...toCalledSide("Overlap Sending"),
    "CALL PROCEEDING": proceeding,
    ALERTING: alerting,
    linkUp: digitsLost,
  },
  "Outgoing Call Proceeding": {
    ...toCalledSide("Outgoing Call Proceeding"),
    ALERTING: alerting,
    // Q.931 5.2.5.3
    T310: {
      to: "Disconnect Request",
      do: ["stopTimers", because(causes.recoveryOnTimerExpiry), "sendDisconnect", start("T305"), tell("timer")],
    },
  },
  "Call Delivered": toCalledSide("Call Delivered"),
  "Call Present": {
    ...whileAlive("Call Present"),
    "send SETUP ACKNOWLEDGE": sent("Overlap Receiving"),
    "send CALL PROCEEDING": sent("Incoming Call Proceeding"),
    "send ALERTING": sent("Call Received"),
    "send CONNECT": sent("Active"),
    // R1: RELEASE COMPLETE tells some peers less than DISCONNECT does (libpri offers no call back on it).
    clear: (_, { disconnect }) =>
      disconnect
        ? { ...cleared, do: ["sendCallProceeding", ...cleared.do] as readonly ConnectionAction[] }
        : { to: "Null", do: [because("requested"), "sendReleaseComplete", "end"] },
    // Nothing of ours is on its way; T303 of the peer repeats its SETUP.
    linkUp: { to: "Call Present", do: [] },
    otherwise: "reject",
  },
  "Overlap Receiving": {
    ...toCallingSide("Overlap Receiving"),
    "send CALL PROCEEDING": sent("Incoming Call Proceeding"),
    "send ALERTING": sent("Call Received"),
    linkUp: digitsLost,
  },
  "Incoming Call Proceeding": {
    ...toCallingSide("Incoming Call Proceeding"),
    "send ALERTING": sent("Call Received"),
  },
  "Call Received": toCallingSide("Call Received"),
  // R7: CONNECT ACKNOWLEDGE is taken, and not awaited.
  Active: {
    ...whileAlive("Active"),
    ...exchanged("Active"),
    "CONNECT ACKNOWLEDGE": { to: "Active", do: [] },
    linkDown: { to: "Link Lost", do: ["stopTimers", start("T309")] },
  },
  "Link Lost": { ...linkLost, "send NOTIFY": held("Link Lost"), "send INFORMATION": held("Link Lost") },
  "Clear Held": clearHeld({ to: "Disconnect Request", do: ["sendDisconnect", start("T305")] }),
  "Disconnect Request": disconnectRequest,
  "Release Request": releaseRequest,
} as const satisfies ConnectionTable<CallState>;
