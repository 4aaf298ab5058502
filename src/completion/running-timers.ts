import { type HeldTimer, runningOf } from "../held-timers.ts";
import type { TimerName } from "./timers.ts";

/** The timers of one service, linked, the one that was started last first: most run one. */
export type RunningTimer = HeldTimer;

/** When a timer is due; undefined where it does not run. */
export function dueOf(running: RunningTimer | undefined, name: TimerName): number | undefined {
  return runningOf(running, name)?.at;
}

/** Their names in the order they were started. */
export function timersRunning(running: RunningTimer | undefined): TimerName[] {
  return Object.keys(timersDue(running)) as TimerName[];
}

/** When each is due, Unix time in ms, in the order they were started, as a record has it. */
export function timersDue(running: RunningTimer | undefined): { [Name in TimerName]?: number } {
  if (running === undefined) return {};
  const due = timersDue(running.also);
  due[running.name as TimerName] = running.at;
  return due;
}
