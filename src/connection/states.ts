/**
 * ONE table: the call states of QSIG by the standard's names, with their value in Call state (Q.931 4.5.7, ECMA-143).
 */
export const callStates = {
  Null: 0,
  "Call Initiated": 1,
  "Overlap Sending": 2,
  "Outgoing Call Proceeding": 3,
  "Call Delivered": 4,
  "Call Present": 6,
  "Call Received": 7,
  // 8 Connect Request is passed through at once: CONNECT ACKNOWLEDGE is not awaited (R7).
  "Incoming Call Proceeding": 9,
  Active: 10,
  "Disconnect Request": 11,
  // 12 Disconnect Indication is passed through at once: DISCONNECT is answered by us (R1).
  "Release Request": 19,
  "Overlap Receiving": 25,
  // Two of ours: Active while the data link is lost and T309 runs, and then to be cleared when it is back (R18).
  "Link Lost": 10,
  "Clear Held": 10,
} as const;

export type CallState = keyof typeof callStates;

/** States a call-independent signalling connection has no use for (ECMA-165 7.3). */
export type CisState = Exclude<
  CallState,
  "Overlap Sending" | "Call Delivered" | "Call Received" | "Disconnect Request" | "Overlap Receiving"
>;

/**
 * What the peer of a connection may be in while we are in this state: the two agree, or a message is on its way (Q.931
 * 5.8.11).
 */
export const compatibleStates: Readonly<Record<CallState, readonly number[]>> = {
  Null: [],
  "Call Initiated": [6, 7, 8, 9, 10, 25],
  "Overlap Sending": [7, 8, 9, 10, 25],
  "Outgoing Call Proceeding": [7, 8, 9, 10],
  "Call Delivered": [7, 8, 10],
  "Call Present": [1],
  "Overlap Receiving": [1, 2],
  "Incoming Call Proceeding": [1, 2, 3],
  "Call Received": [1, 2, 3, 4],
  // Nothing but CONNECT ACKNOWLEDGE is on its way: a peer that has not seen CONNECT has lost it.
  Active: [8, 10],
  "Disconnect Request": [],
  "Release Request": [],
  "Link Lost": [],
  "Clear Held": [],
};
