import type { HeldTimer } from "../timers.ts";
import type { TimerName } from "./timers.ts";

/** The timers of one service, linked, the one that was started last first: most run one. */
export type RunningTimer = HeldTimer;

/** The timer of this name; undefined where it does not run. */
export function runningOf(running: RunningTimer | undefined, name: TimerName): RunningTimer | undefined {
  let timer = running;
  while (timer !== undefined && timer.name !== name) timer = timer.also;
  return timer;
}

/** When a timer is due; undefined where it does not run. */
export function dueOf(running: RunningTimer | undefined, name: TimerName): number | undefined {
  return runningOf(running, name)?.at;
}

/** The others, in their order: the timer is taken out of its links. */
export function withoutTimer(running: RunningTimer | undefined, name: TimerName): RunningTimer | undefined {
  if (running === undefined) return undefined;
  if (running.name === name) return running.also;
  running.also = withoutTimer(running.also, name);
  return running;
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
