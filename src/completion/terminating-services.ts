import type { Mutable } from "../../codecs/ber/codec.ts";
import { decodeOctets, encodeOctets } from "../../codecs/ber/codec.ts";
import { DecodeError } from "../../codecs/error.ts";
import { CcRequestArg } from "../../codecs/generated/ss-cc-operations-asn1-97.ts";
import { decodeElements } from "../../codecs/q931/decode.ts";
import { find } from "../../codecs/q931/element.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { sameOctets } from "../../codecs/same-octets.ts";
import { fromHex, toHex } from "../../codecs/shape.ts";
import type { CallCompletionConfig, NeighbourConfig } from "../config.ts";
import type { ConnectionId } from "../connection/connection.ts";
import type { RelayedCall } from "../connection/relayed-call.ts";
import type { LineUse } from "../lines/facts.ts";
import { type LineKey, lineKey } from "../lines/line.ts";
import type { RequestId, Trunk } from "../ids.ts";
import { mayBridge } from "./bridge-decision.ts";
import { numberOctets, octetsToKeep, setupOctets } from "./call-numbers.ts";
import type { CompletionPort, HeldSetup } from "./completion.ts";
import type { Correlated } from "./correlate.ts";
import { type KeptOctets, reading } from "./kept-octets.ts";
import { isNameless } from "./negotiation.ts";
import type { Parties } from "./parties.ts";
import { partiesOfArgument, partiesOfSetup, plainDigits } from "./parties.ts";
import type { StoredTerminating } from "./record.ts";
import type { Service } from "./runner.ts";
import { type RunningTimer, timersDue } from "./running-timers.ts";
import type { Connected } from "./service-connections.ts";
import type { Kind } from "./timers.ts";
import type { TerminatingAction, TerminatingState } from "./terminating.ts";

/** A bearer SETUP that waits, and the invoke id of its ccPathReserve. */
export interface HeldPath extends HeldSetup {
  readonly invokeId: number;
}

/** One request for an assisted user B, from the call that failed or the request itself to its end. */
export interface TerminatingService extends Service<TerminatingState>, Correlated, Connected {
  readonly role: "terminating";
  /** The neighbour that user A is behind. */
  readonly trunk: Trunk;
  /** User B's neighbour. */
  readonly cluster: Trunk;
  readonly line: LineKey;
  /** User B's neighbour is native: this is one leg of a bridge, or would become one (R6). */
  readonly bridged: boolean;
  /** The leg to user B's neighbour. */
  other: RequestId | undefined;
  /** The elements that count of the call as it was sent on (R4); empty where the bridge needs none. */
  readonly sent: KeptOctets;
  /** A number of the call was sent on as another one than it came (R6). */
  readonly translated: boolean;
  /**
   * CcRequestArg in BER once there is a request (R4: quoted as it was received), before that the elements of the
   * call.
   */
  octets: KeptOctets;
  requested: boolean;
  /** ccbsRequest or ccnrRequest, as it is answered. */
  operation: "ccbsRequest" | "ccnrRequest";
  openInvokeId: number | undefined;
  retain: boolean;
  retainService: boolean;
  /** Its call went to voice mail (S-67, S-68). */
  reachedVoicemail: boolean;
  /** Its kind is what the line says first (R15). */
  kindByLine: boolean;
  /** We opened its connection for ccExecPossible, and user A's side has not connected it yet. */
  opening: boolean;
  /** ccExecPossible went on a connection that was up, and user A's side has said nothing on it since. */
  unheard: boolean;
  failures: number;
  /** A path that waits for ccRingout. */
  path: HeldPath | undefined;
  /** Its guard is over, and somebody else was told first (R21). */
  waitsForTurn: boolean;
  use: LineUse | undefined;
  /** The line is free for this service, as it was told last. */
  free: boolean;
  /** The invoke id of user A's ccRingout, for its error (R5). */
  ccRingoutInvokeId: number | undefined;
  alerted: boolean;
  counted: boolean;
}

type Fixed = Pick<
  TerminatingService,
  "request" | "trunk" | "cluster" | "line" | "octets" | "requested" | "bridged" | "sent"
> & { readonly translated?: boolean };

/** What the octets of a service say: of its request, and before there is one of its call. */
const ofRequest = {
  argument: reading((octets) => {
    const argument = decodeOctets(CcRequestArg, octets);
    if (argument instanceof DecodeError) throw new Error(`a request of our own cannot be read: ${argument.code}`);
    return { argument, parties: partiesOfArgument(argument) };
  }),
  partiesOfCall: reading((octets) => partiesOfSetup(decodeElements(octets))),
} as const;

/** A class, for all its members stand in one place of memory then. */
class Terminating implements TerminatingService {
  readonly role = "terminating";
  readonly request: RequestId;
  readonly trunk: Trunk;
  readonly cluster: Trunk;
  readonly line: LineKey;
  readonly bridged: boolean;
  readonly sent: KeptOctets;
  readonly translated: boolean;
  octets: KeptOctets;
  requested: boolean;
  other: RequestId | undefined = undefined;
  state: TerminatingState = "Idle";
  kind: Kind = "ccbs";
  timers: RunningTimer | undefined = undefined;
  stored = false;
  over = false;
  lineUser: string | undefined = undefined;
  operation: "ccbsRequest" | "ccnrRequest" = "ccbsRequest";
  connection: ConnectionId | undefined = undefined;
  lastInvokeId = 0;
  openInvokeId: number | undefined = undefined;
  retain = false;
  retainService = false;
  reachedVoicemail = false;
  kindByLine = false;
  opening = false;
  unheard = false;
  failures = 0;
  path: HeldPath | undefined = undefined;
  waitsForTurn = false;
  use: LineUse | undefined = undefined;
  free = false;
  ccRingoutInvokeId: number | undefined = undefined;
  alerted = false;
  counted = false;
  digits = "";

  constructor(fixed: Fixed) {
    this.request = fixed.request;
    this.trunk = fixed.trunk;
    this.cluster = fixed.cluster;
    this.line = fixed.line;
    this.bridged = fixed.bridged;
    this.sent = fixed.sent;
    this.translated = fixed.translated ?? false;
    this.octets = fixed.octets;
    this.requested = fixed.requested;
  }

  get parties(): Parties {
    return this.requested ? ofRequest.argument(this.octets).parties : ofRequest.partiesOfCall(this.octets);
  }
}

/** A call that may be asked about later: of a native neighbour, to an assisted one or over a bridge. */
export function keptBy(call: RelayedCall, port: CompletionPort): TerminatingService | undefined {
  const [from, to] = [port.neighbour(call.from.trunk), port.neighbour(call.to.trunk)];
  if (from?.callCompletion.mode !== "native" || to === undefined) return undefined;
  const bridged = to.callCompletion.mode === "native";
  if (bridged ? !mayBridge(from, to) : to.callCompletion.mode !== "assisted") return undefined;
  return new Terminating({
    request: port.nextRequestId(),
    trunk: call.from.trunk,
    cluster: call.to.trunk,
    line: lineOf(call.to.trunk, find({ ies: call.sent }, calledPartyNumber)?.digits ?? ""),
    octets: toHex(octetsToKeep(call.received.ies)),
    requested: false,
    bridged,
    sent: bridged ? toHex(octetsToKeep(call.sent)) : noOctets,
    translated: !sameOctets(numberOctets(call.received.ies), numberOctets(call.sent)),
  });
}

/** A request without a call before it. */
export function requestedBy(
  argument: CcRequestArg,
  trunk: Trunk,
  { name: cluster, callCompletion }: NeighbourConfig,
  port: CompletionPort,
): TerminatingService {
  const bridged = callCompletion.mode === "native";
  const asked = decodeElements(setupOctets(argument));
  const sent = port.numbersFor(asked, trunk, cluster);
  return new Terminating({
    request: port.nextRequestId(),
    trunk,
    cluster,
    line: lineOf(cluster, find({ ies: sent }, calledPartyNumber)?.digits ?? ""),
    octets: toHex(encodeOctets(CcRequestArg, argument)),
    requested: true,
    bridged,
    sent: bridged ? toHex(octetsToKeep(sent)) : noOctets,
    translated: sent.some((ie, index) => ie !== asked[index]),
  });
}

const noOctets: KeptOctets = "";

function lineOf(cluster: Trunk, digits: string): LineKey {
  return lineKey(cluster, plainDigits(digits));
}

/** The request of the service; undefined while there was only a call. */
export function argumentOf({ requested, octets }: TerminatingService): CcRequestArg | undefined {
  return requested ? ofRequest.argument(octets).argument : undefined;
}

/** A new SETUP can name user A and call him (R20). */
export function isReachable(service: TerminatingService, trunk: CallCompletionConfig | undefined): boolean {
  const argument = argumentOf(service);
  return argument !== undefined && !isNameless(argument, trunk);
}

/** User B's number, for people. */
export function numberOfB({ line }: TerminatingService): string {
  return line.slice(line.indexOf("/") + 1);
}

export function storedTerminating(service: TerminatingService): StoredTerminating {
  const { request, role, state, kind, trunk, cluster, line, octets: argument } = service;
  const { retainService, failures, other, use } = service;
  const timers = timersDue(service.timers);
  const record: Mutable<StoredTerminating> = {
    request,
    role,
    state,
    kind,
    trunk,
    cluster,
    line,
    argument,
    retainService,
    failures,
    timers,
  };
  if (other !== undefined) record.other = other;
  if (use !== undefined) record.use = use;
  return record;
}

/** Its timers are the caller's to start; undefined where the record cannot be read. */
export function restoredTerminating(record: StoredTerminating): TerminatingService | undefined {
  const { request, state, kind, trunk, cluster, line, retainService, failures, use } = record;
  const { argument: octets } = record;
  const written = fromHex(octets);
  if (written === undefined || decodeOctets(CcRequestArg, written) instanceof DecodeError) return undefined;
  const { other } = record;
  const bridged = other !== undefined;
  const service = new Terminating({ request, trunk, cluster, line, octets, requested: true, bridged, sent: noOctets });
  return Object.assign(service, { state, kind, retainService, failures, use, other, stored: true });
}

/** States that a restart must not lose. */
export const durableStates: ReadonlySet<TerminatingState> = new Set<TerminatingState>([
  "Requested",
  "Monitoring",
  "Notified",
  "Suspended",
  "PathReserved",
  "Ringing",
]);

/** Actions that change what the record holds. */
export const durableActions: ReadonlySet<TerminatingAction["type"]> = new Set<TerminatingAction["type"]>([
  "start",
  "stop",
  "become",
  "proceed",
  "countFromNow",
]);
