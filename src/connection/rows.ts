import type { InformationElement } from "../../codecs/q931/message.ts";
import { type Row, row, type Step, type Table } from "../machine.ts";
import type { Kept, LegMessage } from "../trunk/trunk.ts";
import type { ClearReason } from "./connection.ts";
import { messagesHeldPerConnection } from "./limits.ts";
import { type CallState, callStates, compatibleStates } from "./states.ts";
import { type ConnectionTimer, statusEnquiries } from "./timers.ts";

/** Messages with no other outcome than their own row; SETUP and STATUS bring what was read from them. */
export type PlainName =
  | "SETUP ACKNOWLEDGE"
  | "CALL PROCEEDING"
  | "ALERTING"
  | "PROGRESS"
  | "CONNECT"
  | "CONNECT ACKNOWLEDGE"
  | "FACILITY"
  | "NOTIFY"
  | "INFORMATION"
  | "DISCONNECT"
  | "RELEASE"
  | "RELEASE COMPLETE"
  | "STATUS ENQUIRY";

/** What a user of the connection layer may send that neither opens nor clears. */
export type SendableName = Exclude<
  PlainName,
  "CONNECT ACKNOWLEDGE" | "DISCONNECT" | "RELEASE" | "RELEASE COMPLETE" | "STATUS ENQUIRY"
>;

type Received<Name extends string> = { readonly type: Name; readonly message: LegMessage };
type EachReceived<Name extends string> = Name extends string ? Received<Name> : never;
type EachSent<Name extends string> = Name extends string
  ? Kept & { readonly type: `send ${Name}`; readonly ies: readonly InformationElement[] }
  : never;
type EachTimer<Name extends string> = Name extends string ? { readonly type: Name } : never;

export type ConnectionInput =
  | EachReceived<PlainName>
  /** `refusal`: the cause that a SETUP of these elements, or past a limit, is refused with. */
  | (Received<"SETUP"> & { readonly refusal?: number })
  | (Received<"STATUS"> & { readonly cause: number; readonly callState: number })
  /** A message type that QSIG does not have on a connection. */
  | Received<"unrecognized">
  /** A mandatory element is absent or unreadable; `fault` is the cause that says so. */
  | (Received<"incomplete"> & { readonly fault: number })
  | { readonly type: "setup" }
  | EachSent<SendableName>
  | (Kept & {
      readonly type: "clear";
      readonly cause: number;
      readonly ies: readonly InformationElement[];
      readonly disconnect: boolean;
    })
  | EachTimer<ConnectionTimer>
  | { readonly type: "linkDown" }
  | { readonly type: "linkUp" }
  | { readonly type: "restart" };

export type ConnectionAction =
  | "sendSetup"
  /** The message asked for, with the channel of the SETUP where it is the first response without one. */
  | "sendRequested"
  | "sendCallProceeding"
  | "sendConnectAcknowledge"
  /** Clearing messages carry the cause noted by `because`, and the elements of the user's `clear`. */
  | "sendDisconnect"
  | "sendRelease"
  | "resendRelease"
  | "sendReleaseComplete"
  /** STATUS ENQUIRY, counted, with T322. */
  | "enquire"
  | "hold"
  | "sendHeld"
  /** To the user: the SETUP, the message, the answer where it carries Facility elements. */
  | "offer"
  | "deliver"
  | "answer"
  | "stopTimers"
  /** The reference is free; `end` tells the user, `forget` is for connections it never heard of. */
  | "end"
  | "forget"
  | { readonly because: number | "received" | "requested" }
  | { readonly tell: ClearReason }
  | { readonly start: ConnectionTimer }
  | { readonly stop: ConnectionTimer }
  | { readonly status: number };

/** What the guards read. */
export interface ConnectionView {
  /** We are the origin of this bearer call: T310 runs. */
  readonly originated: boolean;
  /** The message that T303 or T308 guards was sent twice. */
  readonly repeated: boolean;
  readonly enquiries: number;
  /** STATUS ENQUIRY waits for its answer: T322 runs. */
  readonly enquiring: boolean;
  readonly held: number;
}

export type ConnectionTable<State extends CallState> = Table<State, ConnectionInput, ConnectionAction, ConnectionView>;

/** Cause values (Q.850) that the tables name. */
export const causes = {
  outOfOrder: 27,
  normalUnspecified: 31,
  responseToStatusEnquiry: 30,
  temporaryFailure: 41,
  congestion: 42,
  invalidCallReference: 81,
  mandatoryElementMissing: 96,
  messageTypeUnknown: 97,
  invalidElementContents: 100,
  notCompatibleWithState: 101,
  recoveryOnTimerExpiry: 102,
} as const;

export const start = (timer: ConnectionTimer) => ({ start: timer }) as const;
export const stop = (timer: ConnectionTimer) => ({ stop: timer }) as const;
export const because = (cause: number | "received" | "requested") => ({ because: cause }) as const;
export const tell = (reason: ClearReason) => ({ tell: reason }) as const;

/** The message goes to the user. */
export const deliver = <State extends CallState>(
  to: State,
  ...actions: ConnectionAction[]
): Row<State, ConnectionAction> => row(to, ...actions, "deliver");

/** The user's message goes out. */
export const sent = <State extends CallState>(to: State) => row(to, "sendRequested");

const end = (cause: number, reason: ClearReason) => row("Null", because(cause), tell(reason), "end");
const release = (cause: number, reason: ClearReason) =>
  row("Release Request", "stopTimers", because(cause), "sendRelease", start("T308"), tell(reason));

/**
 * STATUS says what the peer believes (Q.931 5.8.11). State 0: it has nothing left to clear. An error report (96 to 101)
 * speaks of a message in the past, so its state may be old and a working connection is kept (CC 5.7: libpri sends 101
 * with state 6 on a connection that works).
 */
const status =
  <State extends CallState>(state: State) =>
  (_: ConnectionView, event: { readonly cause: number; readonly callState: number }) => {
    if (event.callState === callStates.Null) return end(causes.temporaryFailure, "protocolError");
    if (event.cause >= causes.mandatoryElementMissing && event.cause <= causes.notCompatibleWithState)
      return row(state);
    if (compatibleStates[state].includes(event.callState)) return row(state, stop("T322"), "sendHeld");
    return release(causes.notCompatibleWithState, "protocolError");
  };

/** Q.931 5.8.10: the last enquiry unanswered, the connection is cleared with 41. */
const enquireAgain =
  <State extends CallState>(state: State) =>
  ({ enquiries }: ConnectionView): Step<State | "Release Request", ConnectionAction> =>
    enquiries < statusEnquiries ? row(state, "enquire") : release(causes.temporaryFailure, "timer");

/** The link was reset while it was up: did the peer keep the connection? (Q.931 5.8.8, 5.8.10) */
export const verified = <State extends CallState>(state: State) =>
  ({
    linkUp: row(state, "enquire"),
    T322: enquireAgain(state),
  }) as const;

/**
 * What every state has in common from SETUP to the first clearing message. A clearing message is never refused,
 * whatever the state and kind.
 */
export const whileAlive = <State extends CallState>(state: State) =>
  ({
    // Q.931 5.8.3.2 d: a SETUP under a reference in use is a copy (R44).
    SETUP: row(state),
    // Q.931 5.3.3, 5.3.4
    DISCONNECT: row(
      "Release Request",
      "stopTimers",
      because("received"),
      "sendRelease",
      start("T308"),
      tell("message"),
    ),
    RELEASE: row("Null", because("received"), "sendReleaseComplete", tell("message"), "end"),
    "RELEASE COMPLETE": row("Null", because("received"), tell("message"), "end"),
    STATUS: status(state),
    "STATUS ENQUIRY": row(state, { status: causes.responseToStatusEnquiry }),
    // Q.931 5.8.4
    unrecognized: row(state, { status: causes.messageTypeUnknown }),
    // Q.931 5.8.6
    incomplete: (_: ConnectionView, { fault }: { readonly fault: number }) => row(state, { status: fault }),
    // Q.931 5.8.9: not Active, so cleared at once.
    linkDown: end(causes.outOfOrder, "linkDown"),
  }) as const;

/** Of a bearer call: a call-independent connection has no channel that is restarted (Q.931 5.5.2, R18). */
export const restarted = { restart: end(causes.temporaryFailure, "restart") } as const;

/** A message from the user while the link is lost waits for it: nothing is lost in silence. */
export const held =
  <State extends CallState>(to: State) =>
  (view: ConnectionView): Step<State, ConnectionAction> =>
    view.held < messagesHeldPerConnection ? row(to, "hold") : { unexpected: "reject" };

/**
 * Active, the peer asked whether it kept the connection: the user's message waits for its answer. Until then the peer
 * may set the link up once more, which loses what was sent before: libpri does [RUN].
 */
export const sentWhenKept =
  <State extends CallState>(to: State) =>
  (view: ConnectionView): Step<State, ConnectionAction> =>
    view.enquiring ? held(to)(view) : sent(to);

/** Active while the link is lost: the other leg is not told; T309 says for how long (R18). */
export const linkLost = {
  "send FACILITY": held("Link Lost"),
  clear: row("Clear Held", because("requested")),
  // What is held goes when the peer has answered: it is of use only if the peer still knows the connection.
  linkUp: row("Active", stop("T309"), "enquire"),
  linkDown: row("Link Lost"),
  T309: end(causes.outOfOrder, "linkDown"),
  otherwise: "ignore",
} as const satisfies ConnectionTable<"Link Lost" | "Clear Held" | "Active" | "Null">["Link Lost"];

/** Cleared by the user while the link is lost (R18); the kind's clearing message goes when it is back. */
export const clearHeld = <State extends CallState>(back: Row<State, ConnectionAction>) =>
  ({
    linkUp: row(back.to, stop("T309"), "sendHeld", ...back.do),
    linkDown: row("Clear Held"),
    T309: row("Null", "end"),
    otherwise: "ignore",
  }) as const;

/** RELEASE was sent: only its answer counts, all else crossed it on the way (Q.931 5.3.3, 5.3.5). */
export const releaseRequest = {
  RELEASE: row("Null", "answer", "end"),
  "RELEASE COMPLETE": row("Null", "answer", "end"),
  STATUS: (_, { callState }) => (callState === callStates.Null ? row("Null", "end") : row("Release Request")),
  "STATUS ENQUIRY": row("Release Request", { status: causes.responseToStatusEnquiry }),
  T308: ({ repeated }) => (repeated ? row("Null", "end") : row("Release Request", "resendRelease", start("T308"))),
  linkDown: row("Null", "end"),
  otherwise: "ignore",
} as const satisfies ConnectionTable<"Release Request" | "Null">["Release Request"];

/** Our SETUP is on its way (Q.931 5.1.1): it is sent twice, then nobody is there. */
export const callInitiated = {
  ...whileAlive("Call Initiated"),
  T303: ({ repeated }: ConnectionView) =>
    repeated
      ? row("Null", because(causes.recoveryOnTimerExpiry), "sendReleaseComplete", tell("timer"), "end")
      : row("Call Initiated", "sendSetup", start("T303")),
  // T303 repeats what a reset of the link lost.
  linkUp: row("Call Initiated"),
  otherwise: "reject",
} as const satisfies ConnectionTable<"Call Initiated" | "Release Request" | "Null">["Call Initiated"];

/** The first step of both directions (Q.931 5.1.1, 5.2.1). */
export const nullState = {
  setup: row("Call Initiated", "sendSetup", start("T303")),
  SETUP: (_, { refusal }) =>
    refusal === undefined
      ? row("Call Present", "offer")
      : row("Null", because(refusal), "sendReleaseComplete", "forget"),
  otherwise: "ignore",
} as const satisfies ConnectionTable<"Null" | "Call Initiated" | "Call Present">["Null"];
