import type { AnyService, Common } from "./common.ts";
import { dueOf } from "./running-timers.ts";
import type { TerminatingService } from "./terminating-services.ts";

/** Who is told when a line is free, where the queue of its neighbour is `fifo`: one user A after the other (R21). */
export class LineQueue {
  readonly #common: Common;
  readonly #call: (service: TerminatingService) => void;

  constructor(common: Common, call: (service: TerminatingService) => void) {
    this.#common = common;
    this.#call = call;
  }

  /** The line of a bridge is its other leg: user B's side has the queue (R6). */
  isFifo({ cluster, bridged }: TerminatingService): boolean {
    return !bridged && this.#common.port.neighbour(cluster)?.callCompletion.queue === "fifo";
  }

  /** Nobody has the slot, and nobody who could be told has waited longer. */
  hasTurn(service: TerminatingService): boolean {
    return !this.isFifo(service) || this.#next(service) === service;
  }

  /** Tells the first that waits, where the slot is free. */
  callNext(service: TerminatingService): void {
    const next = this.isFifo(service) ? this.#next(service) : undefined;
    if (next?.waitsForTurn === true) this.#call(next);
  }

  /** S-44: recalls of others that ring at the line. It may take more calls than one, and its monitor speaks later. */
  ringBeside(service: TerminatingService): number {
    let ringing = 0;
    for (const other of this.#common.lines.watchersOf(service.line)) {
      if (other !== service && isTerminating(other) && other.state === "Ringing") ringing += 1;
    }
    return ringing;
  }

  #next({ line }: TerminatingService): TerminatingService | undefined {
    const { lines } = this.#common;
    // What one report ends may call the next before the next was told of the report.
    if (!lines.isFree(line)) return undefined;
    const waiting = lines.watchersOf(line).filter(isTerminating);
    return waiting.some(hasSlot) ? undefined : waiting.find(canBeTold);
  }
}

function isTerminating(service: AnyService): service is TerminatingService {
  return service.role === "terminating";
}

/** R21: while T_SLOT runs; and whoever calls user B has him. */
function hasSlot({ state, timers }: TerminatingService): boolean {
  return dueOf(timers, "T_SLOT") !== undefined || state === "PathReserved" || state === "Ringing";
}

/** The line is free for it, and it does not pause after a failure (R19). */
function canBeTold({ state, free, timers }: TerminatingService): boolean {
  return state === "Monitoring" && free && dueOf(timers, "T_RETRY") === undefined;
}
