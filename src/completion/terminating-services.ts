import { decodeOctets, encodeOctets } from "../../codecs/ber/codec.ts";
import { DecodeError } from "../../codecs/error.ts";
import { CcRequestArg } from "../../codecs/generated/ss-cc-operations-asn1-97.ts";
import { decodeElements } from "../../codecs/q931/decode.ts";
import { find } from "../../codecs/q931/element.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { fromHex, toHex } from "../../codecs/shape.ts";
import type { CallCompletionConfig, NeighbourConfig } from "../config.ts";
import type { RelayedCall } from "../connection/relayed-call.ts";
import type { LineUse } from "../lines/facts.ts";
import type { LineKey } from "../lines/line.ts";
import type { RequestId, Trunk } from "../seam.ts";
import { mayBridge } from "./bridge-decision.ts";
import { numberOctets, octetsToKeep, setupOctets } from "./call-numbers.ts";
import type { CompletionPort, HeldSetup } from "./completion.ts";
import type { Correlated } from "./correlate.ts";
import { isNameless } from "./negotiation.ts";
import type { Parties } from "./parties.ts";
import { partiesOfArgument, partiesOfSetup, plainDigits } from "./parties.ts";
import type { StoredTerminating } from "./record.ts";
import type { Service } from "./runner.ts";
import type { Connected } from "./service-connections.ts";
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
  readonly sent: Uint8Array;
  /** A number of the call was sent on as another one than it came (R6). */
  readonly translated: boolean;
  /**
   * CcRequestArg in BER once there is a request (R4: quoted as it was received), before that the elements of the
   * call.
   */
  octets: Uint8Array;
  requested: boolean;
  /** ccbsRequest or ccnrRequest, as it is answered. */
  operation: "ccbsRequest" | "ccnrRequest";
  openInvokeId: number | undefined;
  retain: boolean;
  retainService: boolean;
  /** Its kind is what the line says first (R15). */
  kindByLine: boolean;
  /** We opened its connection for ccExecPossible, and user A's side has not connected it yet. */
  opening: boolean;
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

function serviceOf(fixed: Fixed): TerminatingService {
  return {
    ...fixed,
    role: "terminating",
    other: undefined,
    translated: fixed.translated ?? false,
    state: "Idle",
    kind: "ccbs",
    timers: {},
    stored: false,
    over: false,
    lineUser: undefined,
    operation: "ccbsRequest",
    connection: undefined,
    lastInvokeId: 0,
    openInvokeId: undefined,
    retain: false,
    retainService: false,
    kindByLine: false,
    opening: false,
    failures: 0,
    path: undefined,
    waitsForTurn: false,
    use: undefined,
    free: false,
    ccRingoutInvokeId: undefined,
    alerted: false,
    counted: false,
    get parties(): Parties {
      const argument = argumentOf(this);
      return argument === undefined ? partiesOfSetup(decodeElements(this.octets)) : partiesOfArgument(argument);
    },
  };
}

/** A call that may be asked about later: of a native neighbour, to an assisted one or over a bridge. */
export function keptBy(call: RelayedCall, port: CompletionPort): TerminatingService | undefined {
  const [from, to] = [port.neighbour(call.from.trunk), port.neighbour(call.to.trunk)];
  if (from?.callCompletion.mode !== "native" || to === undefined) return undefined;
  const bridged = to.callCompletion.mode === "native";
  if (bridged ? !mayBridge(from, to) : to.callCompletion.mode !== "assisted") return undefined;
  return serviceOf({
    request: port.nextRequestId(),
    trunk: call.from.trunk,
    cluster: call.to.trunk,
    line: lineOf(call.to.trunk, find({ ies: call.sent }, calledPartyNumber)?.digits ?? ""),
    octets: octetsToKeep(call.received.ies),
    requested: false,
    bridged,
    sent: bridged ? octetsToKeep(call.sent) : noOctets,
    translated: toHex(numberOctets(call.received.ies)) !== toHex(numberOctets(call.sent)),
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
  return serviceOf({
    request: port.nextRequestId(),
    trunk,
    cluster,
    line: lineOf(cluster, find({ ies: sent }, calledPartyNumber)?.digits ?? ""),
    octets: encodeOctets(CcRequestArg, argument),
    requested: true,
    bridged,
    sent: bridged ? octetsToKeep(sent) : noOctets,
    translated: sent.some((ie, index) => ie !== asked[index]),
  });
}

const noOctets = new Uint8Array(0);

function lineOf(cluster: Trunk, digits: string): LineKey {
  return `${cluster}/${plainDigits(digits)}`;
}

/** The request of the service; undefined while there was only a call. */
export function argumentOf({ requested, octets }: TerminatingService): CcRequestArg | undefined {
  if (!requested) return undefined;
  const argument = decodeOctets(CcRequestArg, octets);
  if (argument instanceof DecodeError) throw new Error(`a request of our own cannot be read: ${argument.code}`);
  return argument;
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
  const { request, role, state, kind, trunk, cluster, line, retainService, failures, use } = service;
  return {
    request,
    role,
    state,
    kind,
    trunk,
    cluster,
    line,
    argument: toHex(service.octets),
    retainService,
    failures,
    timers: { ...service.timers },
    ...(service.other === undefined ? {} : { other: service.other }),
    ...(use === undefined ? {} : { use }),
  };
}

/** Its timers are the caller's to start; undefined where the record cannot be read. */
export function restoredTerminating(record: StoredTerminating): TerminatingService | undefined {
  const { request, state, kind, trunk, cluster, line, retainService, failures, use } = record;
  const octets = fromHex(record.argument);
  if (octets === undefined || decodeOctets(CcRequestArg, octets) instanceof DecodeError) return undefined;
  const { other } = record;
  const bridged = other !== undefined;
  const service = serviceOf({ request, trunk, cluster, line, octets, requested: true, bridged, sent: noOctets });
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
