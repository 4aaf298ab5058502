import { modulus } from "../../codecs/lapd/index.ts";
import { type Row, row, type Step, type Table } from "../machine.ts";

/**
 * Q.921 point to point, modulo 128, as a table: the states a fixed TEI can be in, by the standard's names. Clauses are
 * of Q.921 (09/97) and its annex B, which draws the same [MEM]. UI and XID have no use on a QSIG link and fall to
 * `otherwise`. `DataLink` holds the variables and carries the actions out.
 */
export type DataLinkState =
  | "TEI assigned"
  | "awaiting establishment"
  | "awaiting release"
  | "multiple frame established"
  | "timer recovery";

type Unnumbered<Type extends string> = { readonly type: Type; readonly pollFinal: boolean };
type Supervisory<Type extends string> = Unnumbered<Type> & { readonly nr: number; readonly command: boolean };

export type InformationEvent = Unnumbered<"I"> & {
  readonly nr: number;
  readonly ns: number;
  readonly information: Uint8Array;
};
export type SupervisoryEvent = Supervisory<"RR"> | Supervisory<"RNR"> | Supervisory<"REJ">;
export type UnnumberedEvent =
  | Unnumbered<"SABME">
  | Unnumbered<"DISC">
  | Unnumbered<"UA">
  | Unnumbered<"DM">
  | Unnumbered<"FRMR">
  | Unnumbered<"UI">
  | Unnumbered<"XID">;

export type DataLinkEvent =
  | InformationEvent
  | SupervisoryEvent
  | UnnumberedEvent
  /** A frame for us that table 5 does not allow; `error` is the MDL-ERROR code of appendix II. */
  | { readonly type: "illegal"; readonly error: "L" | "M" | "N" | "O" }
  | { readonly type: "establishRequest" }
  | { readonly type: "releaseRequest" }
  /** Layer 3 gives messages faster than the peer takes them. */
  | { readonly type: "queueFull" }
  /** The channel is gone: PERSISTENT DEACTIVATION of annex B. */
  | { readonly type: "deactivation"; readonly reason: string }
  | { readonly type: "T200" }
  | { readonly type: "T203" };

export type DataLinkAction =
  | "sendSABME"
  | "sendDISC"
  | "sendUA"
  | "sendDM"
  /** RR command with P 1, T200 runs (5.6.7 transmit enquiry). */
  | "enquire"
  /** RR response with F 1 (enquiry response). */
  | "respond"
  | "reject"
  /** V(R) is raised and the information given to layer 3. */
  | "accept"
  /** To be acknowledged, by an I frame where one leaves now, else by RR. */
  | "owe"
  | "setRejectException"
  | "clearRejectException"
  | "peerBusy"
  | "peerReady"
  /** V(A) := N(R). */
  | "acknowledge"
  /** V(S) := N(R): everything behind it is sent again. */
  | "retransmit"
  | "clearExceptions"
  | "resetVariables"
  | "resetCount"
  | "count"
  | "discardQueue"
  | "byLayer3"
  | "byUs"
  | "startT200"
  | "stopT200"
  | "startT203"
  | "stopT203"
  | "indicateEstablished"
  /** Nothing that waits or is not acknowledged outlives the link. */
  | "indicateReleased"
  | MdlErrorCode;

/** ONE table: MDL-ERROR indications (Q.921 appendix II), in the words of an alarm. */
export const mdlErrors = {
  A: "supervisory response with F 1 that was not asked for",
  B: "DM with F 1 that was not asked for",
  C: "UA with F 1 that was not asked for",
  D: "UA with F 0 that was not asked for",
  E: "DM with F 0: the peer left multiple frame operation",
  F: "the peer set the link up anew",
  G: "no answer to SABME",
  H: "no answer to DISC",
  I: "no answer to the enquiry after lost acknowledgements",
  J: "N(R) outside what was sent",
  K: "FRMR received",
  L: "undefined frame",
  M: "information where none may be",
  N: "frame of wrong length",
  O: "information longer than N201",
} as const;
export type MdlErrorCode = keyof typeof mdlErrors;

/** What the guards read. */
export interface DataLinkVariables {
  readonly vs: number;
  readonly va: number;
  readonly vr: number;
  readonly retransmissions: number;
  readonly peerReceiverBusy: boolean;
  readonly rejectException: boolean;
  readonly layer3Initiated: boolean;
}

/**
 * Q.921 5.9: T200 must exceed one round trip, T203 the longest silence, k is for 64 kbit/s, N200 counts repetitions.
 */
export const q921Parameters = { t200Ms: 1000, t203Ms: 10_000, n200: 3, k: 7 } as const;

const { n200 } = q921Parameters;

type Outcome = Step<DataLinkState, DataLinkAction>;
type Cell<Event> = (variables: DataLinkVariables, event: Event) => Outcome;

/** Q.921 5.5.1.2 and 5.7.2: SABME goes out, everything before it is void. */
const establish = ["clearExceptions", "resetCount", "sendSABME", "stopT203", "startT200"] as const;
const byLayer3 = row("awaiting establishment", "byLayer3", ...establish);
const byUs = (...before: DataLinkAction[]): Row<DataLinkState, DataLinkAction> =>
  row("awaiting establishment", ...before, "byUs", ...establish);

/** Multiple frame operation begins, or begins anew: all numbers from 0. */
const settled = ["stopT200", "startT203", "resetVariables"] as const;

/** Q.921 5.8.7 */
const unsolicitedUA =
  (state: DataLinkState): Cell<Unnumbered<"UA">> =>
  (_, { pollFinal }) =>
    row(state, pollFinal ? "C" : "D");

/** Q.921 5.8.5 where no link can suffer by it. */
const illegal =
  (state: DataLinkState): Cell<{ readonly error: MdlErrorCode }> =>
  (_, { error }) =>
    row(state, error);

export function distance(from: number, to: number): number {
  return (to - from + modulus) % modulus;
}

/** Q.921 5.8.2: N(R) is right when V(A) <= N(R) <= V(S), modulo 128. */
function isWithin({ va, vs }: DataLinkVariables, nr: number): boolean {
  return distance(va, nr) <= distance(va, vs);
}

/** Q.921 5.6.3.2: what N(R) of a frame of a ready peer does to V(A), T200 and T203. */
function acknowledged({ va, vs }: DataLinkVariables, nr: number): readonly DataLinkAction[] {
  if (nr === vs) return allAcknowledged;
  return nr === va ? noneAcknowledged : someAcknowledged;
}

const allAcknowledged: readonly DataLinkAction[] = ["acknowledge", "stopT200", "startT203"];
const someAcknowledged: readonly DataLinkAction[] = ["acknowledge", "startT200"];
const noneAcknowledged: readonly DataLinkAction[] = [];

/** Rows by what an acknowledgement does, each made once: nearly all frames of a link have one of these. */
function rowsByEffect(
  make: (effect: readonly DataLinkAction[]) => Outcome,
): (effect: readonly DataLinkAction[]) => Outcome {
  const made = new Map<readonly DataLinkAction[], Outcome>();
  return (effect) => {
    const known = made.get(effect) ?? make(effect);
    made.set(effect, known);
    return known;
  };
}

/** Q.921 5.6.2, 5.8.1: what the information of an I frame does, by its N(S). */
function received({ vr, rejectException }: DataLinkVariables, { ns, pollFinal }: InformationEvent): DataLinkAction[] {
  if (ns === vr) return ["accept", "clearRejectException", pollFinal ? "respond" : "owe"];
  if (!rejectException) return ["setRejectException", "reject"];
  return pollFinal ? ["respond"] : [];
}

/** The information of an I frame stands whatever its N(R) says; a wrong N(R) has the link set up anew (Q.921 5.8.2). */
const information = (state: "multiple frame established" | "timer recovery"): Cell<InformationEvent> => {
  const due = rowsByEffect((effect) => row(state, ...effect, "accept", "clearRejectException", "owe"));
  return (variables, event) => {
    const isReady = state !== "timer recovery" && !variables.peerReceiverBusy;
    const isDue = event.ns === variables.vr && !event.pollFinal;
    if (isReady && isDue && isWithin(variables, event.nr)) return due(acknowledged(variables, event.nr));
    const actions = received(variables, event);
    if (!isWithin(variables, event.nr)) return byUs(...actions, "J");
    if (!isReady) return row(state, "acknowledge", ...actions);
    return row(state, ...acknowledged(variables, event.nr), ...actions);
  };
};

/** A command with P 1 is answered at once; a response with F 1 was asked for only in timer recovery (Q.921 5.8.7). */
const supervisory = (
  condition: "peerBusy" | "peerReady",
  effect: (variables: DataLinkVariables, nr: number) => readonly DataLinkAction[],
): Cell<SupervisoryEvent> => {
  const unasked = rowsByEffect((actions) => row("multiple frame established", condition, ...actions));
  return (variables, { command, pollFinal, nr }) => {
    if (!pollFinal && isWithin(variables, nr)) return unasked(effect(variables, nr));
    const actions: DataLinkAction[] = pollFinal ? [condition, command ? "respond" : "A"] : [condition];
    if (!isWithin(variables, nr)) return byUs(...actions, "J");
    return row("multiple frame established", ...actions, ...effect(variables, nr));
  };
};

/** Timer recovery: only the response with F 1 ends it, and then everything behind N(R) is sent again (Q.921 5.6.7). */
const recovery =
  (condition: "peerBusy" | "peerReady", ...ended: DataLinkAction[]): Cell<SupervisoryEvent> =>
  (variables, { command, pollFinal, nr }) => {
    const actions: DataLinkAction[] = command && pollFinal ? [condition, "respond"] : [condition];
    if (!isWithin(variables, nr)) return byUs(...actions, "J");
    if (command || !pollFinal) return row("timer recovery", ...actions, "acknowledge");
    return row("multiple frame established", ...actions, "acknowledge", ...ended, "retransmit");
  };

const rejected: readonly DataLinkAction[] = ["acknowledge", "stopT200", "startT203", "retransmit"];
const heldBack: readonly DataLinkAction[] = ["acknowledge", "stopT203", "startT200"];

/** What states 7 and 8 have in common. */
const whileEstablished = {
  // Q.921 5.5.3.2
  releaseRequest: row("awaiting release", "resetCount", "sendDISC", "stopT203", "startT200"),
  // Ours: a queue without end would hide a peer that takes nothing; layer 3 recovers as from any loss of the link.
  queueFull: row("awaiting establishment", "indicateReleased", "byLayer3", ...establish),
  // Q.921 5.7.1: the peer sets the link up anew; layer 3 hears of it only where messages may be lost.
  SABME: ({ vs, va }) =>
    vs === va
      ? row("multiple frame established", "sendUA", "clearExceptions", "F", ...settled)
      : row(
          "multiple frame established",
          "sendUA",
          "clearExceptions",
          "F",
          "discardQueue",
          ...settled,
          "indicateEstablished",
        ),
  // Q.921 5.5.3.3
  DISC: row("TEI assigned", "sendUA", "stopT200", "stopT203", "indicateReleased"),
  // Q.921 5.8.6
  FRMR: byUs("K"),
  // Q.921 5.8.5
  illegal: (_, { error }) => byUs(error),
  // Q.921 annex B
  deactivation: row("TEI assigned", "stopT200", "stopT203", "indicateReleased"),
  otherwise: "ignore",
} as const satisfies Partial<Table<DataLinkState, DataLinkEvent, DataLinkAction, DataLinkVariables>["timer recovery"]>;

export const q921 = {
  "TEI assigned": {
    // Q.921 5.5.4: what is not named is discarded. An unsolicited DM with F 0 asks for the link.
    establishRequest: byLayer3,
    SABME: row(
      "multiple frame established",
      "sendUA",
      "clearExceptions",
      "resetVariables",
      "startT203",
      "indicateEstablished",
    ),
    DISC: row("TEI assigned", "sendDM"),
    UA: unsolicitedUA("TEI assigned"),
    DM: (_, { pollFinal }) => (pollFinal ? row("TEI assigned") : byLayer3),
    illegal: illegal("TEI assigned"),
    otherwise: "ignore",
  },
  "awaiting establishment": {
    // Q.921 5.5.1.2, 5.5.1.3
    UA: ({ layer3Initiated, vs, va }, { pollFinal }) => {
      if (!pollFinal) return row("awaiting establishment", "D");
      if (!layer3Initiated && vs === va) return row("multiple frame established", ...settled);
      return row("multiple frame established", "discardQueue", ...settled, "indicateEstablished");
    },
    DM: (_, { pollFinal }) =>
      pollFinal ? row("TEI assigned", "stopT200", "indicateReleased") : row("awaiting establishment"),
    T200: ({ retransmissions }) =>
      retransmissions < n200
        ? row("awaiting establishment", "count", "sendSABME", "startT200")
        : row("TEI assigned", "G", "indicateReleased"),

    // Q.921 5.5.5: both sides set up at once, and ours is complete when its own UA comes; DISC meets SABME.
    SABME: row("awaiting establishment", "sendUA"),
    DISC: row("awaiting establishment", "sendDM"),

    // Q.921 annex B
    releaseRequest: row("awaiting release", "resetCount", "sendDISC", "startT200"),
    queueFull: row("awaiting establishment", "indicateReleased", "byLayer3"),
    illegal: illegal("awaiting establishment"),
    deactivation: row("TEI assigned", "stopT200", "indicateReleased"),
    otherwise: "ignore",
  },
  "awaiting release": {
    // Q.921 5.5.3.2, 5.5.3.3
    UA: (_, { pollFinal }) =>
      pollFinal ? row("TEI assigned", "stopT200", "indicateReleased") : row("awaiting release", "D"),
    DM: (_, { pollFinal }) =>
      pollFinal ? row("TEI assigned", "stopT200", "indicateReleased") : row("awaiting release"),
    T200: ({ retransmissions }) =>
      retransmissions < n200
        ? row("awaiting release", "count", "sendDISC", "startT200")
        : row("TEI assigned", "H", "indicateReleased"),

    // Q.921 5.5.5
    SABME: row("awaiting release", "sendDM"),
    DISC: row("awaiting release", "sendUA"),

    // Q.921 annex B
    illegal: illegal("awaiting release"),
    deactivation: row("TEI assigned", "stopT200", "indicateReleased"),
    otherwise: "ignore",
  },
  "multiple frame established": {
    ...whileEstablished,
    // Q.921 5.8.7
    UA: unsolicitedUA("multiple frame established"),
    DM: (_, { pollFinal }) => (pollFinal ? row("multiple frame established", "B") : byUs("E")),

    // Q.921 5.6.2 to 5.6.5: N(R) moves the window, REJ has the rest sent again, RNR holds it back.
    I: information("multiple frame established"),
    RR: supervisory("peerReady", acknowledged),
    REJ: supervisory("peerReady", () => rejected),
    RNR: supervisory("peerBusy", () => heldBack),

    // Q.921 5.6.7; 5.10: a silent link is asked whether it still lives.
    T200: row("timer recovery", "resetCount", "count", "enquire"),
    T203: row("timer recovery", "resetCount", "enquire"),
  },
  "timer recovery": {
    ...whileEstablished,
    // Q.921 5.8.7
    UA: unsolicitedUA("timer recovery"),
    DM: (_, { pollFinal }) => byUs(pollFinal ? "B" : "E"),

    // Q.921 5.6.7, 5.8.3
    I: information("timer recovery"),
    RR: recovery("peerReady", "stopT200", "startT203"),
    REJ: recovery("peerReady", "stopT200", "startT203"),
    RNR: recovery("peerBusy", "startT200"),
    T200: ({ retransmissions }) => (retransmissions < n200 ? row("timer recovery", "count", "enquire") : byUs("I")),
  },
} as const satisfies Table<DataLinkState, DataLinkEvent, DataLinkAction, DataLinkVariables>;
