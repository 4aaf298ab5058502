import type { InformationElement } from "../../codecs/q931/message.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";
import type { Kept, LegEvent, LegId, LegMessage } from "../trunk/trunk.ts";
import type { Opaque } from "../pdu.ts";
import type { Trunk } from "../ids.ts";

/** A connection is the layer-3 state of one leg; they share the number. */
export type ConnectionId = LegId;

/** A bearer call, or a call-independent signalling connection (ECMA-165). */
export type ConnectionKind = "call" | "cis";

/** Why a connection is being cleared: by a message of the peer, or by us. */
export type ClearReason = "message" | "timer" | "linkDown" | "restart" | "protocolError";

/** What the connection layer tells what is above it. */
export type ConnectionEvent =
  | {
      readonly type: "setup";
      readonly connection: ConnectionId;
      readonly trunk: Trunk;
      /** The neighbour it is for, where it never leaves this core (R15); absent: its Called number says. */
      readonly to?: Trunk;
      readonly kind: ConnectionKind;
      readonly message: LegMessage;
    }
  /** Every message that neither opens nor clears: CALL PROCEEDING, ALERTING, CONNECT, FACILITY ... */
  | { readonly type: "message"; readonly connection: ConnectionId; readonly trunk: Trunk; readonly message: LegMessage }
  /** As of the leg: what its carrier brought beside messages, or without any. */
  | { readonly type: "carried"; readonly connection: ConnectionId; readonly trunk: Trunk; readonly kept: Opaque }
  /** The first clearing, once a connection. `message` where the peer sent one. Answers are given locally (R1). */
  | {
      readonly type: "clearing";
      readonly connection: ConnectionId;
      readonly trunk: Trunk;
      readonly cause: number;
      readonly reason: ClearReason;
      readonly message?: LegMessage;
    }
  /** An answering RELEASE or RELEASE COMPLETE that carries Facility elements (R1: they move to the other leg). */
  | { readonly type: "answer"; readonly connection: ConnectionId; readonly trunk: Trunk; readonly message: LegMessage }
  /** The leg is over and its reference free; the last event of every connection. */
  | { readonly type: "gone"; readonly connection: ConnectionId; readonly trunk: Trunk }
  | { readonly type: "linkUp" | "linkDown"; readonly trunk: Trunk };

export type SetupOptions = Kept & {
  /** We are the origin, and T310 guards a bearer call (never on a relayed call or a CIS). */
  readonly originated: boolean;
  /** The neighbour whose user it is of, where it may stay in memory (R15). */
  readonly from?: Trunk;
};

/** The connection layer as the relay and the completion layer use it. */
export interface Connections {
  /** Sends SETUP; undefined where the trunk cannot. */
  setup(
    trunk: Trunk,
    kind: ConnectionKind,
    ies: readonly InformationElement[],
    options: SetupOptions,
  ): ConnectionId | undefined;
  /** Sends a message that neither opens nor clears; false when the state does not allow it (then nothing is sent). */
  send(connection: ConnectionId, message: MessageName, ies: readonly InformationElement[], beside?: Kept): boolean;
  /** Sends what goes with no message, in any state. */
  carry(connection: ConnectionId, kept: Opaque): void;
  /**
   * Clears: DISCONNECT, RELEASE or RELEASE COMPLETE by kind and state (R1, CC 3.1), with Cause and `ies` behind it.
   * A Cause among `ies` is sent as it stands (a relay keeps the location), else one is made from `cause`, location 1.
   * `disconnect` puts CALL PROCEEDING and DISCONNECT where RELEASE COMPLETE would do (busyNeedsDisconnect, R1).
   */
  clear(
    connection: ConnectionId,
    cause: number,
    ies?: readonly InformationElement[],
    options?: Kept & { readonly disconnect?: boolean },
  ): void;
  /** True while the connection is in state Active. */
  isActive(connection: ConnectionId): boolean;
  /** True once CONNECT was sent or received: FACILITY may go (R7). */
  isConnected(connection: ConnectionId): boolean;
  exists(connection: ConnectionId): boolean;
  linkUp(trunk: Trunk): boolean;
  /** The trunk takes no new calls for now: its peer does not keep up with what is sent. */
  isCongested(trunk: Trunk): boolean;
  /** The neighbour takes calls for now, but neither APDUs nor call-independent connections (R14). */
  refusesQsig(trunk: Trunk): boolean;
  /** From the trunk machines. */
  handle(event: LegEvent): void;
}
