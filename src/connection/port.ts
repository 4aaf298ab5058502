import type { TrunkConfig } from "../config.ts";
import type { HeldTimer } from "../held-timers.ts";
import type { Trunk } from "../ids.ts";
import type { TraceEntry } from "../trace.ts";
import type { TrunkContext, TrunkMachine } from "../trunk/trunk.ts";
import type { ConnectionEvent, ConnectionId } from "./connection.ts";

/** A trunk as the connection layer uses it. */
export interface TrunkSeat {
  readonly machine: TrunkMachine;
  readonly context: TrunkContext;
  readonly config: TrunkConfig;
}

/** Whose timer it is: a connection's (T303 ...), or a trunk's (T316). */
export type TimerOwner = ConnectionId | Trunk;

/** What the connection layer may use of the core. Its timers come back through `timer` with the same owner and name. */
export interface ConnectionPort {
  readonly now: number;
  trunk(name: Trunk): TrunkSeat | undefined;
  /** The trunk whose timeslots are wired through to those of this one (R2). */
  pairOf(name: Trunk): Trunk | undefined;
  /** Queues the event: the layer is not entered again from inside. */
  emit(event: ConnectionEvent): void;
  startTimer(owner: TimerOwner, name: string, afterMs: number): HeldTimer;
  /** Stopping one that does not run is allowed. */
  stopTimer(timer: HeldTimer): void;
  trace(entry: TraceEntry): void;
}
