import type { CallCompletionConfig } from "../config.ts";

/** One timer of a call-completion machine. */
export interface TimerSpec {
  /** The standard's name, or ours in capitals. */
  readonly name: string;
  readonly protects: string;
  readonly defaultMs: number;
  /** Standard and clause, or the mark. */
  readonly clause: string;
  /** The key of the configuration, and how it is read; absent where nothing can be set. */
  readonly configKey?: string;
  readonly configured?: (on: TimerConfig) => number | undefined;
}

/** Whose settings a timer reads: `trunk` carries the service (R23), `cluster` has the line that is watched or rung. */
export interface TimerConfig {
  readonly trunk: CallCompletionConfig | undefined;
  readonly cluster: CallCompletionConfig | undefined;
}

const seconds = 1000;
const minutes = 60 * seconds;

/** ONE table: every timer of both machines. */
export const timers = {
  T_OFFER: {
    name: "T_OFFER",
    protects: "the offer of a call that failed",
    defaultMs: 25 * seconds,
    clause: "R8",
    configKey: "callCompletion.offer",
    configured: ({ cluster }) => cluster?.offerMs,
  },
  T1: {
    name: "QSIG-CC-T1",
    protects: "the request, until result, error or reject",
    defaultMs: 30 * seconds,
    clause: "CC 5.1 [LP], S-75",
    configKey: "callCompletion.our.t1",
    configured: ({ trunk }) => trunk?.our.t1Ms,
  },
  T2ccbs: {
    name: "QSIG-CCBS-T2",
    protects: "the service after busy",
    defaultMs: 60 * minutes,
    clause: "CC 5.1 [LP]",
    configKey: "callCompletion.our.ccbsT2",
    configured: ({ trunk }) => trunk?.our.ccbsT2Ms,
  },
  T2ccnr: {
    name: "QSIG-CCNR-T2",
    protects: "the service after no reply",
    defaultMs: 195 * minutes,
    clause: "CC 5.1 [LP]",
    configKey: "callCompletion.our.ccnrT2",
    configured: ({ trunk }) => trunk?.our.ccnrT2Ms,
  },
  T3: {
    name: "QSIG-CC-T3",
    protects: "the recall, while user A decides",
    defaultMs: 30 * seconds,
    clause: "CC 5.1 [LP], S-71",
    configKey: "callCompletion.our.t3",
    configured: ({ trunk }) => trunk?.our.t3Ms,
  },
  T_DIAL: {
    name: "T_DIAL",
    protects: "the wait for the SETUP that Dial asked for",
    defaultMs: 15 * seconds,
    clause: "R3",
    configKey: "callCompletion.dial",
    configured: ({ cluster }) => cluster?.dialMs,
  },
  T4: {
    name: "QSIG-CC-T4",
    protects: "the reservation of a path, until result or clearing",
    defaultMs: 40 * seconds,
    clause: "CC 5.1 [LP]",
    configKey: "callCompletion.our.t4",
    configured: ({ trunk }) => trunk?.our.t4Ms,
  },
  T_BUSY: {
    name: "T_BUSY",
    protects: "a ccExecPossible kept while user A is busy",
    defaultMs: 5 * minutes,
    clause: "R35 [MEM]",
    configKey: "callCompletion.userBusy",
    configured: ({ cluster }) => cluster?.userBusyMs,
  },
  T301: {
    name: "T301",
    protects: "the recall that rings, seen from user A",
    defaultMs: 3 * minutes,
    clause: "Q.931 table 9-1, R9",
  },
  T_RETENTION: {
    name: "T_RETENTION",
    protects: "the data of a failed call",
    defaultMs: 60 * seconds,
    clause: "R8",
    configKey: "callCompletion.retention",
    configured: ({ cluster }) => cluster?.retentionMs,
  },
  T_RESPONSE: {
    name: "T_RESPONSE",
    protects: "the answer to a request, while the line monitor is asked; under half of the peer's T1",
    defaultMs: 4 * seconds,
    clause: "R9, R23",
    configKey: "callCompletion.response",
    configured: ({ trunk }) =>
      trunk === undefined ? undefined : (trunk.responseMs ?? Math.min(4 * seconds, trunk.peer.t1Ms / 2)),
  },
  T_GUARD: {
    name: "T_GUARD",
    protects: "user B's first moments of being free",
    defaultMs: 3 * seconds,
    clause: "R21",
    configKey: "callCompletion.guard",
    configured: ({ cluster }) => cluster?.guardMs,
  },
  T_RETRY: {
    name: "T_RETRY",
    protects: "the pause after a ccExecPossible that found no way to user A",
    defaultMs: 10 * seconds,
    clause: "R19",
  },
  T_SLOT: {
    name: "T_SLOT",
    protects: "the turn of one user A among those that wait: the peer's T3 and 10 s",
    defaultMs: 40 * seconds,
    clause: "R21",
    configKey: "callCompletion.slot",
    configured: ({ trunk }) => (trunk === undefined ? undefined : (trunk.slotMs ?? trunk.peer.t3Ms + 10 * seconds)),
  },
  T_HOLD: {
    name: "T_HOLD",
    protects: "a path reserved at our side, until ccRingout",
    defaultMs: 60 * seconds,
    clause: "R9",
  },
  T_RING: {
    name: "T_RING",
    protects: "the recall that rings, seen from user B: T301 and 30 s",
    defaultMs: 3.5 * minutes,
    clause: "R9",
    configKey: "callCompletion.ring",
    configured: ({ cluster }) => cluster?.ringMs,
  },
} as const satisfies Record<string, TimerSpec>;

/** What a service runs; T2 is the one of T2ccbs and T2ccnr that fits its kind. */
export type TimerName = Exclude<keyof typeof timers, "T2ccbs" | "T2ccnr"> | "T2";

/** What the service completes: a call to a busy user, or one that nobody answered. */
export type Kind = "ccbs" | "ccnr";

/** After a Dial that led to no SETUP user A gets at least this long to decide anew (R3). */
export const leastRestOfT3Ms = 5 * seconds;

/** The pauses T_RETRY makes one after the other; the last repeats until T2 ends the service (R19). */
export const retryPausesMs: readonly number[] = [10 * seconds, 30 * seconds, 60 * seconds];

/** How long a timer runs for a service of this kind under these settings. */
export function durationMs(timer: TimerName, kind: Kind, on: TimerConfig): number {
  const row: TimerSpec = timers[timer === "T2" ? (kind === "ccbs" ? "T2ccbs" : "T2ccnr") : timer];
  return row.configured?.(on) ?? row.defaultMs;
}
