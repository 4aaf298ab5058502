/** What is done at the end of this turn. */
let waiting: (() => void)[] = [];

/**
 * Calls it when the code that runs now has ended, in the order in which it was asked. One microtask for all: each has a
 * context of its own, which costs as much as a frame. It must not throw.
 */
export function atTurnEnd(run: () => void): void {
  if (waiting.push(run) === 1) queueMicrotask(runAll);
}

function runAll(): void {
  const all = waiting;
  waiting = [];
  for (const run of all) run();
}
