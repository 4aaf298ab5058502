import type { ConnectionId } from "./connection/connection.ts";
import type { TimerOwner as ConnectionTimerOwner } from "./connection/port.ts";
import type { RequestId, Trunk } from "./ids.ts";
import type { Known } from "./timers.ts";

/** Who has timers, in each layer of a core. */
export interface TimerOwners {
  trunk: Trunk;
  connection: ConnectionTimerOwner;
  relay: ConnectionId;
  completion: RequestId;
}

/** T2 and the silence of a call run for longer than this, all other timers of their layers for less. */
export const longTimerMs = 10 * 60_000;

/** ONE table: how the timers of each layer are known. A trunk's start and stop with every frame, and it stays. */
export const timerLayers: { readonly [Layer in keyof TimerOwners]: Known } = {
  trunk: "found",
  connection: "held",
  relay: "held",
  completion: "held",
};
