import type { ErrorName } from "../../../codecs/rose/operations.ts";
import type {
  OriginatingAction,
  OriginatingContext,
  OriginatingEvent,
  OriginatingState,
} from "../../../src/completion/originating.ts";
import { originating } from "../../../src/completion/originating/table.ts";
import type {
  TerminatingAction,
  TerminatingContext,
  TerminatingEvent,
  TerminatingState,
} from "../../../src/completion/terminating.ts";
import { terminating } from "../../../src/completion/terminating/table.ts";
import type { Step } from "../../../src/machine.ts";
import { step } from "../../../src/machine.ts";
import { combinations } from "./table-text.ts";

const both = [false, true];
const causes = [1, 3, 16, 17, 18, 19, 27, 28, 34, 38, 41, 42, 44, 63, 69, 102];
const errors: readonly (ErrorName | null)[] = [
  "shortTermRejection",
  "longTermRejection",
  "supplementaryServiceInteractionNotAllowed",
  "unspecified",
  null,
];
const recallErrors: readonly (ErrorName | null | undefined)[] = [
  undefined,
  null,
  "unspecified",
  "remoteUserBusyAgain",
  "failureToMatch",
];

const pathErrors: typeof recallErrors = [...recallErrors, "failedDueToInterworking"];

type Choices<T> = { readonly [Key in keyof T]: readonly T[Key][] };

/** Every event with the values its fields can take. */
const originatingEvents: { readonly [T in OriginatingEvent["type"]]: Choices<Extract<OriginatingEvent, { type: T }>> } =
  {
    callAlerting: { type: ["callAlerting"] },
    callAnswered: { type: ["callAnswered"] },
    callMoved: { type: ["callMoved"] },
    callCleared: { type: ["callCleared"], cause: causes },
    userAsks: { type: ["userAsks"], refusal: [undefined, "badNumber"] as never },
    userCancels: { type: ["userCancels"] },
    userDials: { type: ["userDials"] },
    dialFailed: { type: ["dialFailed"] },
    result: { type: ["result"], kept: both, byLine: [undefined, "ccnr"] as never },
    error: { type: ["error"], error: errors },
    reject: { type: ["reject"] },
    ccExecPossible: { type: ["ccExecPossible"], in: ["SETUP", "connection"] },
    ccCancel: { type: ["ccCancel"], in: ["SETUP", "connection"] },
    connectionCleared: { type: ["connectionCleared"], by: ["peer", "timer", "link"] },
    trunkBack: { type: ["trunkBack"] },
    repeatAccepted: { type: ["repeatAccepted"], kept: both },
    repeatRefused: { type: ["repeatRefused"], error: errors },
    pathReserved: { type: ["pathReserved"] },
    pathCleared: { type: ["pathCleared"], cause: [16, 17, 34, 102], error: pathErrors as never },
    recallSetup: { type: ["recallSetup"], fits: both },
    recallAlerting: { type: ["recallAlerting"] },
    recallAnswered: { type: ["recallAnswered"] },
    recallCleared: { type: ["recallCleared"], by: ["A", "B"], cause: [1, 16, 17, 34], error: recallErrors as never },
    otherRoute: { type: ["otherRoute"] },
    unobserved: { type: ["unobserved"] },
    aSuspends: { type: ["aSuspends"] },
    aResumes: { type: ["aResumes"] },
    aRingsOut: { type: ["aRingsOut"], fits: both },
    aBusy: { type: ["aBusy"] },
    aFree: { type: ["aFree"] },
    aReset: { type: ["aReset"] },
    T_OFFER: { type: ["T_OFFER"] },
    T1: { type: ["T1"] },
    T2: { type: ["T2"] },
    T3: { type: ["T3"] },
    T4: { type: ["T4"] },
    T_DIAL: { type: ["T_DIAL"] },
    T_BUSY: { type: ["T_BUSY"] },
    T301: { type: ["T301"] },
    restored: { type: ["restored"] },
  };

const originatingFacts: Choices<OriginatingContext> = {
  kind: ["ccbs", "ccnr"],
  offerable: both,
  connected: both,
  retainDemanded: both,
  retainService: both,
  reinvokes: both,
  reserves: both,
  path: both,
  aBusy: both,
  waits: both,
  cannotDial: both,
  alerted: both,
  suspends: both,
  dialByHand: both,
  audits: both,
  endsWithConnection: both,
};

const terminatingEvents: { readonly [T in TerminatingEvent["type"]]: Choices<Extract<TerminatingEvent, { type: T }>> } =
  {
    callOffered: { type: ["callOffered"] },
    callAnswered: { type: ["callAnswered"] },
    callMoved: { type: ["callMoved"] },
    callCleared: { type: ["callCleared"] },
    request: {
      type: ["request"],
      kind: ["ccbs", "ccnr"],
      retain: both,
      refusal: [undefined, "longTermRejection"] as never,
    },
    lineSeen: {
      type: ["lineSeen"],
      refusal: [undefined, "longTermRejection"] as never,
      byLine: [undefined, "ccbs", "ccnr"] as never,
    },
    bFree: { type: ["bFree"] },
    bBusy: { type: ["bBusy"] },
    bDeleted: { type: ["bDeleted"] },
    operatorCancels: { type: ["operatorCancels"] },
    ccSuspend: { type: ["ccSuspend"] },
    ccResume: { type: ["ccResume"] },
    ccCancel: { type: ["ccCancel"] },
    turn: { type: ["turn"] },
    ccRingout: { type: ["ccRingout"] },
    ccPathReserve: { type: ["ccPathReserve"] },
    pathCleared: { type: ["pathCleared"] },
    ringAlerting: { type: ["ringAlerting"] },
    ringAnswered: { type: ["ringAnswered"] },
    ringCleared: { type: ["ringCleared"], by: ["A", "B"], cause: causes },
    connectionCleared: { type: ["connectionCleared"], lost: [true, false] },
    setupFailed: { type: ["setupFailed"], cause: causes },
    T_RETENTION: { type: ["T_RETENTION"] },
    T_RESPONSE: { type: ["T_RESPONSE"] },
    T2: { type: ["T2"] },
    T_GUARD: { type: ["T_GUARD"] },
    T_RETRY: { type: ["T_RETRY"] },
    T_SLOT: { type: ["T_SLOT"] },
    T_HOLD: { type: ["T_HOLD"] },
    T_RING: { type: ["T_RING"] },
    restored: { type: ["restored"] },
  };

const terminatingFacts: Choices<TerminatingContext> = {
  kind: ["ccbs", "ccnr"],
  connected: both,
  retain: both,
  retainService: both,
  reachable: both,
  bFree: both,
  bBusy: both,
  failsForwarded: both,
  alerted: both,
  inTime: both,
  reserves: both,
  fifo: both,
  turn: both,
  failures: [0, 1],
};

/** A context or an event as plain facts. */
export type Facts = Readonly<Record<string, unknown>>;

/** One machine with everything that can be put to it. */
export interface Domain {
  readonly states: readonly string[];
  readonly events: Readonly<Record<string, readonly Facts[]>>;
  /** Every fact of the context with the values it can have. */
  readonly facts: Choices<Facts>;
  readonly text: string;
  /** Facts that are not free: each holds just while its timer runs. */
  readonly tied: Readonly<Record<string, string>>;
  /** The events that are timers. */
  readonly timers: readonly string[];
  readonly otherwise: (state: string) => string;
  readonly step: (state: string, context: Facts, event: Facts) => Step<string, object>;
}

function variants(events: Readonly<Record<string, Choices<Facts>>>): Record<string, Facts[]> {
  return Object.fromEntries(Object.entries(events).map(([name, choices]) => [name, combinations(choices)]));
}

export const domains: Readonly<Record<"originating" | "terminating", Domain>> = {
  originating: {
    states: Object.keys(originating),
    tied: { alerted: "T301", waits: "T_BUSY" },
    timers: ["T_OFFER", "T1", "T2", "T3", "T4", "T_DIAL", "T_BUSY", "T301"],
    events: variants(originatingEvents as never),
    facts: originatingFacts as Choices<Facts>,
    text: "test/unit/completion/originating-table.txt",
    otherwise: (state) => originating[state as OriginatingState].otherwise,
    step: (state, context, event) =>
      step<OriginatingState, OriginatingEvent, OriginatingAction, OriginatingContext>(
        originating,
        state as OriginatingState,
        context as never,
        event as never,
      ),
  },
  terminating: {
    states: Object.keys(terminating),
    tied: { inTime: "T2" },
    timers: ["T_RETENTION", "T_RESPONSE", "T2", "T_GUARD", "T_RETRY", "T_SLOT", "T_HOLD", "T_RING"],
    events: variants(terminatingEvents as never),
    facts: terminatingFacts as Choices<Facts>,
    text: "test/unit/completion/terminating-table.txt",
    otherwise: (state) => terminating[state as TerminatingState].otherwise,
    step: (state, context, event) =>
      step<TerminatingState, TerminatingEvent, TerminatingAction, TerminatingContext>(
        terminating,
        state as TerminatingState,
        context as never,
        event as never,
      ),
  },
};
