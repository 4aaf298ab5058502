import type { MessageName } from "../../codecs/q931/messages.ts";

/** The PBX's end of one call on its trunk: Q.931 2.1 states, each with the number its Call state element carries. */
export const callStates = {
  null: 0,
  callInitiated: 1,
  outgoingCallProceeding: 3,
  callDelivered: 4,
  callPresent: 6,
  callReceived: 7,
  incomingCallProceeding: 9,
  active: 10,
  disconnectRequest: 11,
  releaseRequest: 19,
} as const;

export type CallState = keyof typeof callStates;

/** What a phone asks of its call. */
export type CallSignal = "proceed" | "refuse" | "alert" | "answer" | "clear" | "hold" | "retrieve";

/** What a call tells its phone. */
export type CallNews = "alerting" | "connected" | "cleared" | "notified";

export interface CallRow {
  readonly to: CallState;
  readonly send?: MessageName;
  readonly tell?: CallNews;
}

type Rows = { readonly [event in MessageName | CallSignal]?: CallRow } & {
  /** A message without a row: answered by STATUS 101 with the call state (Q.931 5.8.4), or by nothing. */
  readonly otherwise: "status" | "ignore";
};

/** The peer clears first. The PBX plays its tones itself, so DISCONNECT is answered at once (Q.931 5.3.4). */
const peerClears = {
  DISCONNECT: { to: "releaseRequest", send: "RELEASE", tell: "cleared" },
  RELEASE: { to: "null", send: "RELEASE COMPLETE", tell: "cleared" },
  "RELEASE COMPLETE": { to: "null", tell: "cleared" },
} as const satisfies Partial<Record<MessageName, CallRow>>;

const weClear: CallRow = { to: "disconnectRequest", send: "DISCONNECT" };
const farAnswers: CallRow = { to: "active", send: "CONNECT ACKNOWLEDGE", tell: "connected" };

/** Messages that change no state: ECMA-143 lets them come at any time between first response and clearing. */
function passive(state: CallState) {
  const stay: CallRow = { to: state };
  return { PROGRESS: stay, FACILITY: stay, INFORMATION: stay, NOTIFY: { to: state, tell: "notified" } } as const;
}

/** ONE table: state and event to next state, message and news. Rows are Q.931 5.1 to 5.3 without timers. */
export const callTable = {
  null: { otherwise: "ignore" },
  callInitiated: {
    ...passive("callInitiated"),
    ...peerClears,
    "SETUP ACKNOWLEDGE": { to: "outgoingCallProceeding" },
    "CALL PROCEEDING": { to: "outgoingCallProceeding" },
    ALERTING: { to: "callDelivered", tell: "alerting" },
    CONNECT: farAnswers,
    clear: weClear,
    otherwise: "status",
  },
  outgoingCallProceeding: {
    ...passive("outgoingCallProceeding"),
    ...peerClears,
    "CALL PROCEEDING": { to: "outgoingCallProceeding" },
    ALERTING: { to: "callDelivered", tell: "alerting" },
    CONNECT: farAnswers,
    clear: weClear,
    otherwise: "status",
  },
  callDelivered: {
    ...passive("callDelivered"),
    ...peerClears,
    CONNECT: farAnswers,
    clear: weClear,
    otherwise: "status",
  },
  callPresent: {
    ...passive("callPresent"),
    ...peerClears,
    proceed: { to: "incomingCallProceeding", send: "CALL PROCEEDING" },
    refuse: { to: "null", send: "RELEASE COMPLETE" },
    otherwise: "status",
  },
  incomingCallProceeding: {
    ...passive("incomingCallProceeding"),
    ...peerClears,
    alert: { to: "callReceived", send: "ALERTING" },
    answer: { to: "active", send: "CONNECT" },
    clear: weClear,
    otherwise: "status",
  },
  callReceived: {
    ...passive("callReceived"),
    ...peerClears,
    answer: { to: "active", send: "CONNECT" },
    clear: weClear,
    otherwise: "status",
  },
  active: {
    ...passive("active"),
    ...peerClears,
    "CONNECT ACKNOWLEDGE": { to: "active" },
    hold: { to: "active", send: "NOTIFY" },
    retrieve: { to: "active", send: "NOTIFY" },
    clear: weClear,
    otherwise: "status",
  },
  // Late messages of the call cross our clearing and mean nothing any more (Q.931 5.3.5).
  disconnectRequest: {
    DISCONNECT: { to: "releaseRequest", send: "RELEASE" },
    RELEASE: { to: "null", send: "RELEASE COMPLETE" },
    "RELEASE COMPLETE": { to: "null" },
    otherwise: "ignore",
  },
  releaseRequest: {
    RELEASE: { to: "null" },
    "RELEASE COMPLETE": { to: "null" },
    otherwise: "ignore",
  },
} as const satisfies { readonly [state in CallState]: Rows };

/** The row of a message, or what the state says about messages it does not expect. */
export function messageRow(state: CallState, message: MessageName): CallRow | "status" | "ignore" {
  const rows: Rows = callTable[state];
  return rows[message] ?? rows.otherwise;
}

/** The row of a signal; undefined where the state leaves the phone nothing to ask. */
export function signalRow(state: CallState, signal: CallSignal): CallRow | undefined {
  const rows: Rows = callTable[state];
  return rows[signal];
}
