import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import type { NeighbourConfig } from "../config.ts";
import type { HeldTimer } from "../held-timers.ts";
import type { Trunk } from "../ids.ts";
import type { LegMessage } from "../trunk/trunk.ts";
import type { TraceEntry } from "../trace.ts";
import type { ConnectionEvent, ConnectionId, Connections } from "./connection.ts";
import type { Destination } from "./dialled.ts";
import type { RelayedCall } from "./relayed-call.ts";

/** What the relay may use of the core, and whom it tells of bearer calls. */
export interface RelayPort {
  readonly now: number;
  readonly connections: Connections;
  /** PINXs that a call may pass (R31). */
  readonly maxTransit: number;
  neighbour(name: Trunk): NeighbourConfig | undefined;
  /** Where a SETUP with these elements goes that came on this trunk. */
  destination(ies: readonly InformationElement[], from: Trunk): Destination;
  startTimer(connection: ConnectionId, timer: RelayTimer, afterMs: number): HeldTimer;
  /** Stopping one that does not run is allowed. */
  stopTimer(timer: HeldTimer): void;
  trace(entry: TraceEntry): void;
  /** A SETUP whose number was dialled in parts says now where to go: as if it had just come. */
  dialled(setup: Extract<ConnectionEvent, { readonly type: "setup" }>): void;
  /** The number of a call that was relayed as it was dialled is whole (R29). */
  callDialled(call: RelayedCall): void;
  /** What goes on to the caller in place of a message of the called leg; undefined for nothing. */
  callPassing(call: RelayedCall, message: LegMessage): LegMessage | undefined;
  callMessage(call: RelayedCall, from: Side, message: Message): void;
  /** Returns what goes on to the other leg in place of `ies`. */
  callClearing(
    call: RelayedCall,
    from: Side,
    cause: number,
    ies: readonly InformationElement[],
  ): readonly InformationElement[];
}

export type Side = "from" | "to";

/** Timers of a relayed call or connection, by the connection of its caller's leg. */
export type RelayTimer = "firstResponse" | "silence" | "T302";

export const relayTimers = {
  /** B's first response on a relayed call-independent connection; then we send our own: T303 is 4 s (R1). */
  firstResponseMs: 2500,
  /** A bearer call that is not Active and says nothing any more: nobody will ever clear it (R30). */
  silenceMs: 4 * 60 * 60_000,
} as const;

/** A SETUP that goes on otherwise than it came. */
export interface SentAs {
  readonly ies?: readonly InformationElement[];
  /** The service remembers its trunk (R19). */
  readonly trunk?: Trunk;
  /** CALL PROCEEDING was sent on it already. */
  readonly held?: boolean;
  /** Numbers are as that trunk wants them already. */
  readonly translated?: boolean;
}
