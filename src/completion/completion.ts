import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import type { Config, NeighbourConfig } from "../config.ts";
import type { ConnectionEvent, ConnectionId, Connections } from "../connection/connection.ts";
import type { RelayedCall } from "../connection/relayed-call.ts";
import type { FailedCall, LineKey, LineReport } from "../lines/line.ts";
import type { RequestId, Trunk } from "../ids.ts";
import type { HeldTimer } from "../held-timers.ts";
import type { TraceEntry } from "../trace.ts";
import type { Screen, UserKey, UserPress } from "../users/screen.ts";
import type { StoredRequest } from "./record.ts";

/** A bearer SETUP that waits for ccRingout: a path that was reserved at our side (R10). */
export interface HeldSetup extends OwnLeg {
  readonly message: Message;
}

/** What the completion layer may use of the rest of the core. */
export interface CompletionPort {
  readonly now: number;
  readonly config: Config;
  readonly connections: Connections;
  neighbour(name: Trunk): NeighbourConfig | undefined;
  /** The neighbour that a number routes to, as this trunk says it (the longest pattern that matches). */
  route(digits: string, from: Trunk): NeighbourConfig | undefined;
  /** The elements as the trunk `to` says their numbers; they are as `from` says them. */
  numbersFor(ies: readonly InformationElement[], from: Trunk, to: Trunk): readonly InformationElement[];
  /** Returns the number that `done` answers. */
  notify(user: UserKey, screen: Screen | null, sound: boolean): number;
  watch(line: LineKey): void;
  unwatch(line: LineKey): void;
  placeCall(user: UserKey, to: string, request: RequestId): number;
  /** null: the request has ended. Outputs that follow leave only when this is durable. */
  save(request: RequestId, record: StoredRequest | null): void;
  /** The service holds what this gives, and stops it before it starts another one of the name. */
  startTimer(request: RequestId, timer: string, afterMs: number): HeldTimer;
  stopTimer(timer: HeldTimer): void;
  trace(entry: TraceEntry): void;
  nextRequestId(): RequestId;
  /** A bearer call of our own with a channel of its trunk; undefined where there is no channel or no link. */
  openCall(trunk: Trunk, ies: readonly InformationElement[]): ConnectionId | undefined;
  /**
   * A bearer SETUP that was answered with CALL PROCEEDING and held goes on, with these elements, toward `to`; undefined
   * where it could not: then its leg was cleared.
   */
  relayHeld(held: HeldSetup, ies: readonly InformationElement[], to: Trunk): RelayedCall | undefined;
  /**
   * Called from inside `callClearing` only: the clearing that is being told stops here, and the call is set up once
   * more on the called leg's trunk with `ies` while the caller waits (R9: ccRingout met failureToMatch).
   */
  redoCall(call: number, ies: readonly InformationElement[]): void;
}

/** A leg of a bearer call that is the completion layer's own until it is relayed: a reserved path (R10). */
export interface OwnLeg {
  readonly trunk: Trunk;
  readonly connection: ConnectionId;
}

/** What becomes of a bearer SETUP before it is relayed. */
export type SetupVerdict =
  /** Relay it; where given, with these elements for the received ones, on this trunk for the routed one. */
  | {
      readonly verdict: "relay";
      readonly ies?: readonly InformationElement[];
      readonly trunk?: Trunk;
      /** Joined to this leg, a reserved path, instead of a new one. */
      readonly onto?: OwnLeg;
      /** Its numbers are as that trunk says them already. */
      readonly translated?: true;
      readonly request?: RequestId;
    }
  /** The completion layer has answered it itself. */
  | { readonly verdict: "handled" };

/** What the layer keeps, each as a count: all zero when every call and request has ended. */
export interface CompletionHeld {
  readonly requests: number;
  /** Requests counted against the limits. */
  readonly counted: number;
  /** Entries of the indexes by numbers and users. */
  readonly indexed: number;
  readonly serviceConnections: number;
  readonly linesWatched: number;
  readonly usersActive: number;
}

/**
 * The completion layer as `pinx.ts` drives it: `class CompletionLayer implements Completion` of `layer.ts`, made with a
 * CompletionPort. Everything it sends in a step that saves leaves only when that save is durable: pinx sees to it.
 */
export interface Completion {
  readonly held: CompletionHeld;
  /** Every bearer SETUP passes here before the relay sends it on: ccRingout, ccPathReserve, a Dial waited for. */
  bearerSetup(connection: ConnectionId, trunk: Trunk, message: Message): SetupVerdict;
  callSetup(call: RelayedCall, request: RequestId | undefined): void;
  /** The recall of this request could not be relayed (no channel, link down); A's leg was cleared. */
  callFailed(request: RequestId): void;
  /** A message of the called leg before it goes on: what goes on in its place, undefined for nothing (R5). */
  callPassing<Passed extends Message>(call: RelayedCall, message: Passed): Passed | undefined;
  /** `from`: which leg the message came from. CALL PROCEEDING, PROGRESS, ALERTING, CONNECT, FACILITY ... */
  callMessage(call: RelayedCall, from: "from" | "to", message: Message): void;
  /**
   * Returns what the clearing of the other leg carries in place of `ies`: an answer to our ccRingout ends here, and
   * returnError remoteUserBusyAgain is added for a ccRingout that ended here (R5).
   */
  callClearing(
    call: RelayedCall,
    from: "from" | "to",
    cause: number,
    ies: readonly InformationElement[],
  ): readonly InformationElement[];
  /** True where the connection belongs to a service of ours; a CIS that does not is relayed. */
  connectionEvent(event: ConnectionEvent): boolean;
  line(line: LineKey, report: LineReport): void;
  /** A call inside a cluster failed, as its monitor tells (R15). */
  failedInside(call: FailedCall): void;
  user(user: UserKey, press: UserPress): void;
  timer(request: RequestId, timer: string): void;
  restore(records: readonly StoredRequest[]): void;
  cancel(request: RequestId): void;
  activate(user: UserKey, to: string): void;
  /** How a notify or placeCall went; `of` is what `notify` or `placeCall` of the port returned. */
  done(of: number, ok: boolean, reason: string | undefined): void;
  store(state: "ok" | "full" | "away"): void;
}
