import { Ladder } from "../src/ladder.ts";
import type { TraceSubscriber } from "./ring.ts";

export interface LiveLadder {
  readonly push: TraceSubscriber;
  stop(): void;
}

/** The ladder as it grows. A line is told when the next begins, or when the turn that made it is over. */
export function liveLadder(time: (at: number) => string, tell: (line: string) => void): LiveLadder {
  const ladder = new Ladder(time);
  let flushing: NodeJS.Immediate | undefined;
  const give = (line: string | undefined) => {
    if (line !== undefined) tell(line);
  };
  return {
    push(entry) {
      give(ladder.push(entry));
      flushing ??= setImmediate(() => {
        flushing = undefined;
        give(ladder.flush());
      });
    },
    stop: () => clearImmediate(flushing),
  };
}
