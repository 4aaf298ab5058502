import { modulus } from "../../codecs/lapd/index.ts";
import type { Row, Step, Table } from "../machine.ts";

/**
 * Q.921 point to point, modulo 128, as a table: the states a fixed TEI can be in, by the standard's names. Clauses are of
 * Q.921 (09/97), whose annex B draws the same; UI and XID have no use on a QSIG link and fall to `otherwise`.
 * `DataLink` holds the variables and carries the actions out.
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
  | "indicateReleased"
  | MdlErrorCode;

/** ONE table: MDL-ERROR indications (appendix II), in the words of an alarm. */
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

/** Q.921 5.9: T200 must exceed one round trip, T203 the longest silence, k is for 64 kbit/s, N200 counts repetitions. */
export const q921Parameters = { t200Ms: 1000, t203Ms: 10_000, n200: 3, k: 7 } as const;

const { n200 } = q921Parameters;

/** 5.5.1.2 and 5.7.2: SABME goes out, everything before it is void. */
const establish = ["clearExceptions", "resetCount", "sendSABME", "stopT203", "startT200"] as const;
const byUs: Row<DataLinkState, DataLinkAction> = { to: "awaiting establishment", do: ["byUs", ...establish] };
const byUsBecause = (error: MdlErrorCode): Row<DataLinkState, DataLinkAction> => ({ ...byUs, do: [error, ...byUs.do] });
const byLayer3: Row<DataLinkState, DataLinkAction> = {
  to: "awaiting establishment",
  do: ["discardQueue", "byLayer3", ...establish],
};
const unsolicitedUA = (_: DataLinkVariables, { pollFinal }: { pollFinal: boolean }): MdlErrorCode => (pollFinal ? "C" : "D");

/** 5.6.3.2 and 5.6.5: V(A) <= N(R) <= V(S), modulo 128. */
function isWithin({ va, vs }: DataLinkVariables, nr: number): boolean {
  return distance(va, nr) <= distance(va, vs);
}

export function distance(from: number, to: number): number {
  return (to - from + modulus) % modulus;
}

/** What N(R) of an I or RR frame does to V(A), T200 and T203 in multiple frame operation (5.6.3.2, annex B figure B.7). */
function acknowledged({ va, vs, peerReceiverBusy }: DataLinkVariables, nr: number, type: "I" | "RR"): DataLinkAction[] {
  if (type === "I" && peerReceiverBusy) return ["acknowledge"];
  if (nr === vs) return ["acknowledge", "stopT200", "startT203"];
  return nr === va ? [] : ["acknowledge", "startT200"];
}

/** What the information of an I frame does, by its N(S) (5.6.2, 5.8.1). */
function received({ vr, rejectException }: DataLinkVariables, { ns, pollFinal }: InformationEvent): DataLinkAction[] {
  if (ns === vr) return ["accept", "clearRejectException", pollFinal ? "respond" : "owe"];
  if (!rejectException) return ["setRejectException", "reject"];
  return pollFinal ? ["respond"] : [];
}

/** A command with P 1 is answered at once (5.6.4.1); a response with F 1 was asked for only in timer recovery. */
function polled({ command, pollFinal }: SupervisoryEvent): DataLinkAction[] {
  if (!pollFinal) return [];
  return [command ? "respond" : "A"];
}

/** An I frame: its information stands whatever its N(R) says; a wrong N(R) has the link set up anew (5.8.7). */
const informationIn =
  (state: "multiple frame established" | "timer recovery") =>
  (variables: DataLinkVariables, event: InformationEvent): Step<DataLinkState, DataLinkAction> => {
    const actions = received(variables, event);
    if (!isWithin(variables, event.nr)) return { to: byUs.to, do: [...actions, "J", ...byUs.do] };
    if (state === "timer recovery") return { to: state, do: ["acknowledge", ...actions] };
    return { to: state, do: [...acknowledged(variables, event.nr, "I"), ...actions] };
  };

/** Multiple frame operation: N(R) moves the window, REJ has the rest sent again, RNR holds it back. */
const supervisoryInEstablished =
  (condition: "peerBusy" | "peerReady", effect: (variables: DataLinkVariables, nr: number) => readonly DataLinkAction[]) =>
  (variables: DataLinkVariables, event: SupervisoryEvent): Step<DataLinkState, DataLinkAction> => {
    const actions = [condition, ...polled(event)];
    if (!isWithin(variables, event.nr)) return { to: byUs.to, do: [...actions, "J", ...byUs.do] };
    return { to: "multiple frame established", do: [...actions, ...effect(variables, event.nr)] };
  };

/** Timer recovery: only the response with F 1 ends it, and then everything behind N(R) is sent again (5.6.7). */
const supervisoryInRecovery =
  (condition: "peerBusy" | "peerReady", ended: readonly DataLinkAction[]) =>
  (variables: DataLinkVariables, event: SupervisoryEvent): Step<DataLinkState, DataLinkAction> => {
    const answer = !event.command && event.pollFinal;
    const actions: DataLinkAction[] = event.command && event.pollFinal ? [condition, "respond"] : [condition];
    if (!isWithin(variables, event.nr)) return { to: byUs.to, do: [...actions, "J", ...byUs.do] };
    if (!answer) return { to: "timer recovery", do: [...actions, "acknowledge"] };
    return { to: "multiple frame established", do: [...actions, "acknowledge", ...ended, "retransmit"] };
  };

/** Allowed here, without effect. */
const dropped = (state: DataLinkState): Row<DataLinkState, DataLinkAction> => ({ to: state, do: [] });

/** What states 7 and 8 have in common. */
const whileEstablished = {
  establishRequest: byLayer3,
  // 5.5.3.2
  releaseRequest: {
    to: "awaiting release",
    do: ["discardQueue", "resetCount", "sendDISC", "stopT203", "startT200"],
  },
  // A queue without end would hide a peer that takes nothing; layer 3 recovers as from any reset.
  queueFull: { to: "awaiting establishment", do: ["discardQueue", "indicateReleased", "byLayer3", ...establish] },
  // 5.7.1: re-establishment by the peer; layer 3 hears of it only where messages may be lost.
  SABME: ({ vs, va }) => ({
    to: "multiple frame established",
    do: [
      "sendUA",
      "clearExceptions",
      "F",
      "stopT200",
      "startT203",
      ...(vs === va ? (["resetVariables"] as const) : (["discardQueue", "resetVariables", "indicateEstablished"] as const)),
    ],
  }),
  // 5.5.3.3
  DISC: { to: "TEI assigned", do: ["discardQueue", "sendUA", "stopT200", "stopT203", "indicateReleased"] },
  // 5.8.8
  FRMR: byUsBecause("K"),
  // 5.8.5
  illegal: (_, { error }) => byUsBecause(error),
  deactivation: { to: "TEI assigned", do: ["discardQueue", "stopT200", "stopT203", "indicateReleased"] },
  otherwise: "ignore",
} as const satisfies Partial<Table<DataLinkState, DataLinkEvent, DataLinkAction, DataLinkVariables>["timer recovery"]>;

export const q921 = {
  // 5.5.4: what is not named is discarded.
  "TEI assigned": {
    establishRequest: byLayer3,
    SABME: {
      to: "multiple frame established",
      do: ["sendUA", "clearExceptions", "resetVariables", "startT203", "indicateEstablished"],
    },
    DISC: { to: "TEI assigned", do: ["sendDM"] },
    UA: (variables, event) => ({ to: "TEI assigned", do: [unsolicitedUA(variables, event)] }),
    // An unsolicited DM with F 0 asks for the link.
    DM: (_, { pollFinal }) => (pollFinal ? dropped("TEI assigned") : byLayer3),
    illegal: (_, { error }) => ({ to: "TEI assigned", do: [error] }),
    otherwise: "ignore",
  },
  // 5.5.1, 5.7
  "awaiting establishment": {
    establishRequest: { to: "awaiting establishment", do: ["discardQueue", "byLayer3"] },
    releaseRequest: { to: "awaiting release", do: ["discardQueue", "resetCount", "sendDISC", "startT200"] },
    // 5.5.5.1: both sides set up at once; ours is complete when its own UA comes.
    SABME: { to: "awaiting establishment", do: ["sendUA"] },
    // 5.5.5.2
    DISC: { to: "awaiting establishment", do: ["sendDM"] },
    UA: ({ layer3Initiated, vs, va }, { pollFinal }) => {
      if (!pollFinal) return { to: "awaiting establishment", do: ["D"] };
      const settled = ["stopT200", "startT203", "resetVariables"] as const;
      if (!layer3Initiated && vs === va) return { to: "multiple frame established", do: settled };
      return { to: "multiple frame established", do: ["discardQueue", ...settled, "indicateEstablished"] };
    },
    // 5.5.1.2
    DM: (_, { pollFinal }) =>
      pollFinal
        ? { to: "TEI assigned", do: ["discardQueue", "stopT200", "indicateReleased"] }
        : dropped("awaiting establishment"),
    // 5.5.1.3
    T200: ({ retransmissions }) =>
      retransmissions < n200
        ? { to: "awaiting establishment", do: ["count", "sendSABME", "startT200"] }
        : { to: "TEI assigned", do: ["discardQueue", "G", "indicateReleased"] },
    queueFull: { to: "awaiting establishment", do: ["discardQueue", "indicateReleased", "byLayer3"] },
    illegal: (_, { error }) => ({ to: "awaiting establishment", do: [error] }),
    deactivation: { to: "TEI assigned", do: ["discardQueue", "stopT200", "indicateReleased"] },
    otherwise: "ignore",
  },
  // 5.5.3
  "awaiting release": {
    // 5.5.5.2
    SABME: { to: "awaiting release", do: ["sendDM"] },
    // 5.5.5.1
    DISC: { to: "awaiting release", do: ["sendUA"] },
    UA: (_, { pollFinal }) =>
      pollFinal
        ? { to: "TEI assigned", do: ["stopT200", "indicateReleased"] }
        : { to: "awaiting release", do: ["D"] },
    DM: (_, { pollFinal }) =>
      pollFinal ? { to: "TEI assigned", do: ["stopT200", "indicateReleased"] } : dropped("awaiting release"),
    T200: ({ retransmissions }) =>
      retransmissions < n200
        ? { to: "awaiting release", do: ["count", "sendDISC", "startT200"] }
        : { to: "TEI assigned", do: ["H", "indicateReleased"] },
    illegal: (_, { error }) => ({ to: "awaiting release", do: [error] }),
    deactivation: { to: "TEI assigned", do: ["stopT200", "indicateReleased"] },
    otherwise: "ignore",
  },
  "multiple frame established": {
    ...whileEstablished,
    UA: (variables, event) => ({ to: "multiple frame established", do: [unsolicitedUA(variables, event)] }),
    // 5.7.1 b
    DM: (_, { pollFinal }) => (pollFinal ? { to: "multiple frame established", do: ["B"] } : byUsBecause("E")),
    I: informationIn("multiple frame established"),
    RR: supervisoryInEstablished("peerReady", (variables, nr) => acknowledged(variables, nr, "RR")),
    // 5.6.4
    REJ: supervisoryInEstablished("peerReady", () => ["acknowledge", "stopT200", "startT203", "retransmit"]),
    // 5.6.5
    RNR: supervisoryInEstablished("peerBusy", () => ["acknowledge", "stopT203", "startT200"]),
    // 5.6.7
    T200: { to: "timer recovery", do: ["resetCount", "count", "enquire"] },
    // 5.9.5: the link is asked whether it still lives.
    T203: { to: "timer recovery", do: ["resetCount", "enquire"] },
  },
  "timer recovery": {
    ...whileEstablished,
    UA: (variables, event) => ({ to: "timer recovery", do: [unsolicitedUA(variables, event)] }),
    DM: (_, { pollFinal }) => byUsBecause(pollFinal ? "B" : "E"),
    I: informationIn("timer recovery"),
    RR: supervisoryInRecovery("peerReady", ["stopT200", "startT203"]),
    REJ: supervisoryInRecovery("peerReady", ["stopT200", "startT203"]),
    RNR: supervisoryInRecovery("peerBusy", ["startT200"]),
    // 5.6.7, 5.7.1
    T200: ({ retransmissions }) =>
      retransmissions < n200 ? { to: "timer recovery", do: ["count", "enquire"] } : byUsBecause("I"),
  },
} as const satisfies Table<DataLinkState, DataLinkEvent, DataLinkAction, DataLinkVariables>;
