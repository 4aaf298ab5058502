import { find, isOf } from "../../codecs/q931/element.ts";
import { bearerCapability } from "../../codecs/q931/ie/bearer-capability.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { callingPartyNumber } from "../../codecs/q931/ie/calling-party-number.ts";
import { redirectingNumber } from "../../codecs/q931/ie/redirecting-number.ts";
import { repeatIndicator } from "../../codecs/q931/ie/repeat-indicator.ts";
import { decodeElements } from "../../codecs/q931/decode.ts";
import { fromHex, toHex } from "../../codecs/shape.ts";
import type { ConnectionId } from "../connection/connection.ts";
import type { RelayedCall } from "../connection/relayed-call.ts";
import type { RequestId, Trunk } from "../seam.ts";
import type { UserKey } from "../users/screen.ts";
import { octetsToKeep } from "./call-numbers.ts";
import type { CompletionPort } from "./completion.ts";
import type { Correlated } from "./correlate.ts";
import { callWithoutInverse } from "./number-rules.ts";
import type { OriginatingAction, OriginatingState } from "./originating.ts";
import type { Parties } from "./parties.ts";
import { partiesOfSetup } from "./parties.ts";
import { isOfAnotherService } from "./received.ts";
import type { StoredOriginating } from "./record.ts";
import type { Service } from "./runner.ts";
import type { Connected } from "./service-connections.ts";
import type { TerminatingService } from "./terminating-services.ts";

/** The connection, and the invoke id of its ccPathReserve. */
export interface ReservedPath {
  readonly connection: ConnectionId;
  readonly invokeId: number;
}

/** One request of an assisted user A, from the call that may be completed to its end. */
export interface OriginatingService extends Service<OriginatingState>, Correlated, Connected {
  readonly role: "originating";
  readonly user: UserKey;
  /** User B as user A dials him (R38). */
  readonly to: string;
  /** User A's neighbour. */
  readonly cluster: Trunk;
  /** The neighbour that user B is behind. */
  readonly trunk: Trunk;
  /** The elements that count of the SETUP as sent (R4). */
  readonly setup: Uint8Array;
  /** R22, R47. */
  readonly offerable: boolean;
  /** The leg to user A's neighbour, where this is one leg of a bridge (R6). */
  readonly other: RequestId | undefined;
  /** The request offers that the service outlives "busy again" (CC 5.2). */
  readonly asksToRetainService: boolean;
  /** Nothing but its connection names the request to user B's side (R20). */
  nameless: boolean;
  retainDemanded: boolean;
  retainService: boolean;
  /** User B's side can reserve a path (CC 5.2). */
  reservesPath: boolean;
  /** A path that is reserved, or being reserved; from the recall on it is a relayed call. */
  path: ReservedPath | undefined;
  /** The invoke id of the request while its answer is open. */
  openInvokeId: number | undefined;
  /** A ccExecPossible that came before the result (R7). */
  held: ConnectionId | undefined;
  ccRingoutInvokeId: number | undefined;
  /** The placeCall output that was not answered yet. */
  dial: number | undefined;
  /** It counts against the limits, and is found by its parties. */
  counted: boolean;
  /** The recall alerted. */
  alerted: boolean;
  /** What was last told of user A's line. */
  aBusy: boolean;
  epoch: number | undefined;
  t3RestMs: number | undefined;
}

type Fixed = Pick<
  OriginatingService,
  "request" | "user" | "to" | "cluster" | "trunk" | "setup" | "offerable" | "asksToRetainService" | "other"
>;

function serviceOf(fixed: Fixed): OriginatingService {
  return {
    ...fixed,
    role: "originating",
    state: "Idle",
    kind: "ccbs",
    timers: {},
    stored: false,
    over: false,
    lineUser: undefined,
    retainDemanded: false,
    nameless: false,
    retainService: false,
    reservesPath: false,
    path: undefined,
    connection: undefined,
    lastInvokeId: 0,
    openInvokeId: undefined,
    held: undefined,
    ccRingoutInvokeId: undefined,
    dial: undefined,
    counted: false,
    alerted: false,
    aBusy: false,
    epoch: undefined,
    t3RestMs: undefined,
    get parties(): Parties {
      return partiesOfSetup(decodeElements(this.setup));
    },
  };
}

/** A call of an assisted user to a native neighbour is one that we may complete. */
export function isCompletable(call: RelayedCall, port: CompletionPort): boolean {
  return modeOf(port, call.from.trunk) === "assisted" && modeOf(port, call.to.trunk) === "native";
}

function modeOf(port: CompletionPort, trunk: Trunk): string | undefined {
  return port.neighbour(trunk)?.callCompletion.mode;
}

/** The service that a relayed call may become; undefined where nobody knows who user A or user B is. */
export function offeredBy(call: RelayedCall, port: CompletionPort): OriginatingService | undefined {
  const calling = find(call.received, callingPartyNumber)?.digits ?? "";
  const to = find(call.received, calledPartyNumber)?.digits ?? "";
  if (calling === "" || to === "") return undefined;
  const trunk = port.neighbour(call.to.trunk)?.callCompletion;
  const request = port.nextRequestId();
  const unruled = callWithoutInverse(call, port);
  if (unruled !== undefined) port.trace({ at: port.now, type: "request", request, text: `no call back: ${unruled}` });
  return serviceOf({
    request,
    user: `${call.from.trunk}/${calling}`,
    to,
    cluster: call.from.trunk,
    trunk: call.to.trunk,
    setup: octetsToKeep(call.sent),
    offerable: unruled === undefined && isOfferable(call),
    asksToRetainService: trunk?.our.retainService === true && trunk.peer.canRetainService,
    other: undefined,
  });
}

/** The leg to user B of a request of his neighbour's user A: it asks as user A's PINX would (R6). */
export function bridgedTo(leg: TerminatingService, port: CompletionPort): OriginatingService {
  const { a, b } = leg.parties;
  const service = serviceOf({
    request: port.nextRequestId(),
    user: `${leg.trunk}/${a.digits}`,
    to: b.digits,
    cluster: leg.trunk,
    trunk: leg.cluster,
    setup: leg.sent,
    offerable: true,
    asksToRetainService: leg.retainService,
    other: leg.request,
  });
  return Object.assign(service, { state: "Offered", kind: leg.kind });
}

/** R22, R47: not a call that was diverted here or belongs to another service, and one bearer. */
function isOfferable({ received, sent }: RelayedCall): boolean {
  const hasElement = (codec: { id: number; codeset: number }) =>
    sent.some((ie) => ie.id === codec.id && ie.codeset === codec.codeset);
  return (
    sent.some((ie) => isOf(ie, bearerCapability)) &&
    !hasElement(repeatIndicator) &&
    !hasElement(redirectingNumber) &&
    !isOfAnotherService(received)
  );
}

export function storedOriginating(service: OriginatingService): StoredOriginating {
  const { request, role, state, kind, user, to, cluster, trunk, retainDemanded, retainService, reservesPath } = service;
  return {
    request,
    role,
    state,
    kind,
    user,
    to,
    cluster,
    trunk,
    setup: toHex(service.setup),
    retainDemanded,
    retainService,
    reservesPath,
    timers: { ...service.timers },
    ...(service.other === undefined ? {} : { other: service.other }),
    ...(service.epoch === undefined ? {} : { epoch: service.epoch }),
    ...(service.t3RestMs === undefined ? {} : { t3RestMs: service.t3RestMs }),
  };
}

/** Its timers are the caller's to start. */
export function restoredOriginating(record: StoredOriginating): OriginatingService {
  const { request, state, kind, user, to, cluster, trunk } = record;
  const { retainDemanded, retainService, reservesPath, epoch, t3RestMs } = record;
  const setup = fromHex(record.setup) ?? new Uint8Array(0);
  const fixed = { request, user, to, cluster, trunk, setup, offerable: true, asksToRetainService: false };
  const service = serviceOf({ ...fixed, other: record.other });
  const agreed = { retainDemanded, retainService, reservesPath };
  return Object.assign(service, { state, kind, ...agreed, epoch, t3RestMs, stored: true });
}

/** States that a restart must not lose. */
export const durableStates: ReadonlySet<OriginatingState> = new Set<OriginatingState>([
  "Requested",
  "Clearing",
  "Active",
  "Reserving",
  "Reserved",
  "Recall",
  "Dialling",
  "Calling",
  "CallOnly",
  "Suspended",
]);

/** Actions that change what the record holds. */
export const durableActions: ReadonlySet<OriginatingAction["type"]> = new Set<OriginatingAction["type"]>([
  "start",
  "stop",
  "pauseT3",
  "resumeT3",
  "become",
]);
