import type { TimerName } from "./timers.ts";

/** The timers of one service, the one that was started last first: most run one, so it needs no more than a link. */
export interface RunningTimer {
  readonly timer: TimerName;
  /** Unix time in ms. */
  readonly due: number;
  readonly also: RunningTimer | undefined;
}

/** When a timer is due; undefined where it does not run. */
export function dueOf(running: RunningTimer | undefined, timer: TimerName): number | undefined {
  for (let each = running; each !== undefined; each = each.also) if (each.timer === timer) return each.due;
  return undefined;
}

/** The others, in their order. */
export function withoutTimer(running: RunningTimer | undefined, timer: TimerName): RunningTimer | undefined {
  if (running === undefined) return undefined;
  if (running.timer === timer) return running.also;
  const also = withoutTimer(running.also, timer);
  return also === running.also ? running : { timer: running.timer, due: running.due, also };
}

/** Their names in the order they were started. */
export function timersRunning(running: RunningTimer | undefined): TimerName[] {
  const names: TimerName[] = [];
  for (let each = running; each !== undefined; each = each.also) names.unshift(each.timer);
  return names;
}

/** When each is due, in the order they were started, as a record has it. */
export function timersDue(running: RunningTimer | undefined): { [Name in TimerName]?: number } {
  if (running === undefined) return {};
  const due = timersDue(running.also);
  due[running.timer] = running.due;
  return due;
}
