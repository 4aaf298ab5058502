/** A timer that its owner holds himself; `also` is his to link his timers by. */
export interface HeldTimer {
  readonly of: string | number;
  readonly name: string;
  /** When it is due. */
  readonly at: number;
  also: HeldTimer | undefined;
}

/** The timer of this name among those of one owner; undefined where it does not run. */
export function runningOf(running: HeldTimer | undefined, name: string): HeldTimer | undefined {
  let timer = running;
  while (timer !== undefined && timer.name !== name) timer = timer.also;
  return timer;
}

/** The others, in their order: the timer is taken out of its links. */
export function withoutTimer(running: HeldTimer | undefined, name: string): HeldTimer | undefined {
  if (running === undefined) return undefined;
  if (running.name === name) return running.also;
  running.also = withoutTimer(running.also, name);
  return running;
}
