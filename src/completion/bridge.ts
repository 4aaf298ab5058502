import type { OriginatingAction, OriginatingEvent, OriginatingState } from "./originating.ts";
import type { CallCompletionConfig } from "../config.ts";
import type { TerminatingEvent, TerminatingState } from "./terminating.ts";
import type { TimerConfig, TimerName } from "./timers.ts";
import { timers } from "./timers.ts";

/**
 * Joining two native neighbours whose dialects differ (R6). User A's neighbour is served by the terminating table, user
 * B's by the originating one: the bridge between them is the line of user B to the one and user A to the other. Each
 * leg knows nothing of a bridge; what a step of it means to the other leg stands here.
 */

/** A step that one leg took. */
export interface Step<State extends string, Event extends string> {
  readonly event: Event;
  readonly from: State;
  readonly to: State;
}

/** One row; what is absent may be anything. The first row that fits counts. */
interface Row<State extends string, Event extends string, Word> {
  readonly on?: Event;
  readonly from?: State;
  readonly to: readonly State[];
  readonly tell: Word;
}

/** What a step of the leg to user B is to user A's. */
export type WordToA =
  /** B's side has accepted. */
  | "accepted"
  /** B's side has not, or its way is closed. */
  | "refused"
  /** User B is free, and user A may be told. */
  | "free"
  /** The service with B's side is over. */
  | "ended";

/** What a step of the leg to user A is to user B's. */
export type WordToB =
  /** The request, as B's side is to have it. */
  | "ask"
  | "suspend"
  | "resume"
  /** The recall. */
  | "ringout"
  /** The way to user A is closed. */
  | "unreachable"
  /** The service with A's side is over. */
  | "ended";

type ToA = Row<OriginatingState, OriginatingEvent["type"], WordToA>;
type ToB = Row<TerminatingState, TerminatingEvent["type"], WordToB>;

/** A service that failed for now is offered to a user once more; a bridge has none, and it is over. */
const over = ["Idle", "Offered"] as const;

export const toA: readonly ToA[] = [
  { on: "result", to: ["Active"], tell: "accepted" }, // R6: only now
  { on: "userAsks", to: over, tell: "refused" }, // R6: the way is closed, or no number can be said
  { from: "Requested", to: over, tell: "refused" }, // R6: error, reject, T1, link down
  { on: "ccExecPossible", from: "Active", to: ["Recall"], tell: "free" }, // R6
  { on: "aResumes", to: ["Recall"], tell: "free" }, // R6: B's last word was "free"
  { to: over, tell: "ended" }, // R6: ccCancel, T2, numberA withheld and the connection lost
];

export const toB: readonly ToB[] = [
  { on: "request", to: ["Requested"], tell: "ask" }, // R6
  { on: "ccSuspend", to: ["Suspended"], tell: "suspend" }, // R6
  { on: "ccResume", to: ["Monitoring"], tell: "resume" }, // R6
  { on: "ccRingout", to: ["Ringing"], tell: "ringout" }, // R6
  { on: "setupFailed", to: ["Monitoring"], tell: "unreachable" }, // R6: three times in 30 s
  { to: ["Idle"], tell: "ended" }, // R6: ccCancel, T2; A gone before the result
];

export function wordFor<State extends string, Event extends string, Word>(
  rows: readonly Row<State, Event, Word>[],
  { event, from, to }: Step<State, Event>,
): Word | undefined {
  return rows.find((row) => (row.on ?? event) === event && (row.from ?? from) === from && row.to.includes(to))?.tell;
}

/** What would speak to a user of ours: user A of a bridge is behind the other leg. */
const toUser: ReadonlySet<OriginatingAction["type"]> = new Set<OriginatingAction["type"]>([
  "watch",
  "show",
  "tell",
  "placeCall",
  // The recall goes on at A's PINX (R9).
  "redoCall",
]);

/** R6: no T3, for user A decides behind the other leg; no T_OFFER, for nothing is offered. */
export function isOfUserA(action: OriginatingAction): boolean {
  return toUser.has(action.type) || (action.type === "start" && (action.timer === "T3" || action.timer === "T_OFFER"));
}

/** User A's side has its answer this long before its own T1 runs out. */
const answerAheadMs = 2000;
/** T2 of user B's side runs longer by this, so that user A's ends first. */
export const endsFirstMs = 60_000;

/** The settings of the leg to user B (R6): its T1 within that of user A's neighbour, its T2 behind ours there. */
export function timersOfB({ trunk, cluster: a }: TimerConfig): TimerConfig {
  if (trunk === undefined || a === undefined) return { trunk, cluster: a };
  const t1Ms = Math.min(trunk.our.t1Ms, a.peer.t1Ms - Math.min(answerAheadMs, a.peer.t1Ms / 2));
  const [ccbsT2Ms, ccnrT2Ms] = [a.our.ccbsT2Ms + endsFirstMs, a.our.ccnrT2Ms + endsFirstMs];
  return { trunk: { ...trunk, our: { ...trunk.our, t1Ms, ccbsT2Ms, ccnrT2Ms } }, cluster: a };
}

/**
 * How long a timer of the leg to user A runs (R6): T1 of the other leg decides and T_RESPONSE is behind it; user B's
 * side has guarded the line; the tries to reach user A are 10 s apart.
 */
export function timerOfAMs(timer: TimerName, ms: number, a: CallCompletionConfig | undefined): number {
  if (timer === "T_GUARD") return 0;
  if (timer === "T_RETRY") return timers.T_RETRY.defaultMs;
  return timer === "T_RESPONSE" && a !== undefined ? a.peer.t1Ms : ms;
}

/** ccExecPossible that found no way to user A this often ends the service: 30 s in all (R6). */
export const triesToReachA = 3;
