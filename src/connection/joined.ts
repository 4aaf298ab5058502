import type { InformationElement } from "../../codecs/q931/message.ts";
import type { HeldTimer } from "../held-timers.ts";
import type { ConnectionEvent, ConnectionId, ConnectionKind } from "./connection.ts";
import type { Side } from "./relay-port.ts";
import type { RelayedCall } from "./relayed-call.ts";

/** What may have to wait for B's first response. */
export type Passing = Extract<ConnectionEvent, { readonly type: "message" | "carried" }>;

/** Two legs that the relay joins. */
export interface Joined {
  call: RelayedCall;
  readonly kind: ConnectionKind;
  /** The end of one leg was told to the other. */
  cleared: boolean;
  /** What is kept beside messages goes on, media addresses with it: of a call too B's first response is awaited. */
  readonly keeps: boolean;
  /** Something was sent to the caller's leg. */
  answered: boolean;
  /** When its last message came. */
  heardAt: number;
  firstResponse: HeldTimer | undefined;
  silence: HeldTimer | undefined;
  /** What the caller's side sent before B's first response, which opens its leg for messages; then absent. */
  held: Passing[] | undefined;
  /** The called leg is set up once more with these instead of clearing the caller's. */
  redo: readonly InformationElement[] | undefined;
}

export function sideOf({ call }: Joined, connection: ConnectionId): Side {
  return call.from.connection === connection ? "from" : "to";
}

/** The leg on the other side than this one. */
export function otherLeg({ call }: Joined, side: Side): ConnectionId {
  return side === "from" ? call.to.connection : call.from.connection;
}
