import type { Mutable } from "../../codecs/ber/codec.ts";
import { element, find, isOf } from "../../codecs/q931/element.ts";
import { bearerCapability } from "../../codecs/q931/ie/bearer-capability.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { calledPartySubaddress } from "../../codecs/q931/ie/called-party-subaddress.ts";
import { callingPartyNumber } from "../../codecs/q931/ie/calling-party-number.ts";
import { redirectingNumber } from "../../codecs/q931/ie/redirecting-number.ts";
import { repeatIndicator } from "../../codecs/q931/ie/repeat-indicator.ts";
import { decodeElements } from "../../codecs/q931/decode.ts";
import { toHex } from "../../codecs/shape.ts";
import type { InformationElement } from "../../codecs/q931/message.ts";
import type { ConnectionId } from "../connection/connection.ts";
import type { RelayedCall } from "../connection/relayed-call.ts";
import type { PlannedDigits } from "../digits.ts";
import { lineKey } from "../lines/line.ts";
import type { RequestId, Trunk } from "../ids.ts";
import type { UserKey } from "../users/screen.ts";
import { numbersFrom, octetsToKeep, requestArgument } from "./call-numbers.ts";
import type { CompletionPort } from "./completion.ts";
import { isInMemory, trunkOf } from "./in-memory.ts";
import type { Correlated } from "./correlate.ts";
import { type KeptOctets, reading } from "./kept-octets.ts";
import { callWithoutInverse } from "./number-rules.ts";
import type { OriginatingAction, OriginatingState } from "./originating.ts";
import type { Parties } from "./parties.ts";
import { partiesOfSetup } from "./parties.ts";
import { isOfAnotherService } from "./received.ts";
import type { StoredOriginating } from "./record.ts";
import type { Service } from "./runner.ts";
import { type RunningTimer, timersDue } from "./running-timers.ts";
import type { Connected } from "./service-connections.ts";
import type { Kind } from "./timers.ts";
import type { TerminatingService } from "./terminating-services.ts";

/** A call inside the cluster, as the lines show it. */
export interface SeenCall {
  readonly id: string;
  /** Its other end, as user A's line tells it now. */
  remote: string;
  /** When it was first seen confirmed at user A's line, and when user B's line went into use; undefined: not yet. */
  confirmedAt: number | undefined;
  usedAt: number | undefined;
}

const noDialogs: ReadonlySet<string> = new Set();

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
  readonly setup: KeptOctets;
  /** R22, R47. */
  readonly offerable: boolean;
  /** The leg to user A's neighbour, where this is one leg of a bridge (R6). */
  readonly other: RequestId | undefined;
  /** User A named user B, and no call to him was seen: his line says what is completed (R15). */
  readonly isNamed: boolean;
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
  /** The call that Dial led to, where only the lines show it (R15). */
  seen: SeenCall | undefined;
  /** User A's dialogs before Dial: they are not what it led to. */
  dialogsBefore: ReadonlySet<string>;
  epoch: number | undefined;
  t3RestMs: number | undefined;
}

type Fixed = Pick<
  OriginatingService,
  "request" | "user" | "to" | "cluster" | "trunk" | "setup" | "offerable" | "asksToRetainService" | "other"
> & { readonly isNamed?: boolean };

/** What the SETUP of a service says. */
export const ofSetup = {
  elements: reading((octets) => decodeElements(octets)),
  parties: reading((octets) => partiesOfSetup(decodeElements(octets))),
  argument: reading(requestArgument),
  numbers: reading(numbersFrom),
} as const;

/** A class, for all its members stand in one place of memory then. */
class Originating implements OriginatingService {
  readonly role = "originating";
  readonly request: RequestId;
  readonly user: UserKey;
  readonly to: string;
  readonly cluster: Trunk;
  readonly trunk: Trunk;
  readonly setup: KeptOctets;
  readonly offerable: boolean;
  readonly other: RequestId | undefined;
  readonly asksToRetainService: boolean;
  readonly isNamed: boolean;
  state: OriginatingState = "Idle";
  kind: Kind = "ccbs";
  timers: RunningTimer | undefined = undefined;
  stored = false;
  over = false;
  lineUser: string | undefined = undefined;
  retainDemanded = false;
  nameless = false;
  retainService = false;
  reservesPath = false;
  path: ReservedPath | undefined = undefined;
  connection: ConnectionId | undefined = undefined;
  lastInvokeId = 0;
  openInvokeId: number | undefined = undefined;
  held: ConnectionId | undefined = undefined;
  ccRingoutInvokeId: number | undefined = undefined;
  dial: number | undefined = undefined;
  counted = false;
  digits = "";
  alerted = false;
  aBusy = false;
  seen: SeenCall | undefined = undefined;
  dialogsBefore: ReadonlySet<string> = noDialogs;
  epoch: number | undefined = undefined;
  t3RestMs: number | undefined = undefined;

  constructor(fixed: Fixed) {
    this.request = fixed.request;
    this.user = fixed.user;
    this.to = fixed.to;
    this.cluster = fixed.cluster;
    this.trunk = fixed.trunk;
    this.setup = fixed.setup;
    this.offerable = fixed.offerable;
    this.other = fixed.other;
    this.asksToRetainService = fixed.asksToRetainService;
    this.isNamed = fixed.isNamed ?? false;
  }

  get parties(): Parties {
    return ofSetup.parties(this.setup);
  }
}

/** A call of an assisted user is one that we may complete, with the other PBX or with ourselves (R15). */
export function isCompletable(call: RelayedCall, port: CompletionPort): boolean {
  return modeOf(port, call.from.trunk) === "assisted" && isAsked(call, port);
}

/** R17: a call that would be offered call back, were its user's neighbour not only observed. */
export function isObserved(call: RelayedCall, port: CompletionPort): boolean {
  return modeOf(port, call.from.trunk) === "observe" && isAsked(call, port);
}

/** User B's side is one that can be asked for call back. */
function isAsked(call: RelayedCall, port: CompletionPort): boolean {
  const mode = modeOf(port, call.to.trunk);
  return mode === "native" || mode === "assisted";
}

function modeOf(port: CompletionPort, trunk: Trunk): string | undefined {
  return port.neighbour(trunk)?.callCompletion.mode;
}

/** The service that a relayed call may become; undefined where nobody knows who user A or user B is. */
export function offeredBy(
  call: RelayedCall,
  port: CompletionPort,
  target?: PlannedDigits,
): OriginatingService | undefined {
  const calling = find(call.received, callingPartyNumber)?.digits ?? "";
  const b = find(call.received, calledPartyNumber)?.digits ?? "";
  if (calling === "" || b === "") return undefined;
  const request = port.nextRequestId();
  const unruled = callWithoutInverse(call, port);
  if (unruled !== undefined) port.trace({ at: port.now, type: "request", request, text: `no call back: ${unruled}` });
  return new Originating({
    request,
    user: lineKey(call.from.trunk, calling),
    to: target === undefined ? b : (dialledAs(target, call, port) ?? b),
    cluster: call.from.trunk,
    trunk: call.to.trunk,
    setup: toHex(octetsToKeep(asked(call, port, target))),
    offerable: unruled === undefined && isOfferable(call),
    asksToRetainService: asksToRetainService(port, call.to.trunk),
    other: undefined,
  });
}

/** The SETUP that the request names: to user C where the call was diverted to him (S-45). */
function asked(call: RelayedCall, port: CompletionPort, target?: PlannedDigits): readonly InformationElement[] {
  const { from, to, received, sent } = call;
  // In memory the other side is told what our own user A dialled.
  const ours = isInMemory(port, to.trunk);
  const ies = ours ? received.ies : sent;
  if (target === undefined) return ies;
  const [called] = port.numbersFor([element(calledPartyNumber, target)], to.trunk, from.trunk);
  const number = ours && called !== undefined ? called : element(calledPartyNumber, target);
  return ies.flatMap((ie) => {
    if (isOf(ie, calledPartySubaddress)) return [];
    return isOf(ie, calledPartyNumber) ? [number] : [ie];
  });
}

/** User C as user A dials him (R38); undefined where that number would not reach his neighbour. */
function dialledAs(target: PlannedDigits, { from, to }: RelayedCall, port: CompletionPort): string | undefined {
  const dialled = port.numbersFor([element(calledPartyNumber, target)], to.trunk, from.trunk);
  const digits = find({ ies: dialled }, calledPartyNumber)?.digits ?? "";
  return port.route(digits, from.trunk)?.name === to.trunk ? digits : undefined;
}

function asksToRetainService(port: CompletionPort, trunk: Trunk): boolean {
  const { our, peer } = trunkOf(port, trunk) ?? {};
  return our?.retainService === true && peer?.canRetainService === true;
}

/** Speech, 64 kbit/s, A-law. */
const speech = element(bearerCapability, {
  codingStandard: 0,
  informationTransferCapability: 0,
  transferMode: 0,
  informationTransferRate: 16,
  layers: [{ layer: 1, protocol: 3 }],
});
const unknownNumber = { typeOfNumber: 0, numberingPlan: 0 } as const;
const ownNumber = { ...unknownNumber, presentation: 0, screening: 3 } as const;

/** What stands for the SETUP of a call that was not seen. */
export interface Unseen {
  /** There was no call: the user has only named user B. */
  readonly isNamed: boolean;
  /** Elements of a SETUP of user A to somebody else: his number and bearer; absent: speech, and the line's number. */
  readonly setup?: readonly InformationElement[];
}

/** The service that a call may become which no SETUP told us of (R15, R16); undefined where nobody has that number. */
export function unseenBy(
  user: UserKey,
  to: string,
  { isNamed, setup = [] }: Unseen,
  port: CompletionPort,
): OriginatingService | undefined {
  const [cluster = "", number = ""] = user.split("/", 2);
  const target = port.route(to, cluster);
  // Nobody without a number can be called back, nor oneself.
  if (target === undefined || number === "" || to === number) return undefined;
  const bearer = setup.find((ie) => isOf(ie, bearerCapability)) ?? speech;
  const calling = setup.find((ie) => isOf(ie, callingPartyNumber));
  const dialled = [
    bearer,
    calling ?? element(callingPartyNumber, { ...ownNumber, digits: number }),
    element(calledPartyNumber, { ...unknownNumber, digits: to }),
  ];
  const sent = isInMemory(port, target.name) ? dialled : port.numbersFor(dialled, cluster, target.name);
  const { name: trunk, callCompletion } = target;
  return new Originating({
    request: port.nextRequestId(),
    ...{ user, to, cluster, trunk },
    setup: toHex(octetsToKeep(sent)),
    offerable: callCompletion.mode === "native" || callCompletion.mode === "assisted",
    asksToRetainService: asksToRetainService(port, trunk),
    other: undefined,
    isNamed,
  });
}

/** The leg to user B of a request of his neighbour's user A: it asks as user A's PINX would (R6). */
export function bridgedTo(leg: TerminatingService, port: CompletionPort): OriginatingService {
  const { a, b } = leg.parties;
  const service = new Originating({
    request: port.nextRequestId(),
    user: lineKey(leg.trunk, a.digits),
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
/** Not for calls of no bearer, of two, diverted ones, or those of another service (R22, R47). */
export function isOfferable({ received, sent }: RelayedCall): boolean {
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
  const { request, role, state, kind, user, to, cluster, trunk, setup } = service;
  const { retainDemanded, retainService, reservesPath, other, epoch, t3RestMs } = service;
  const timers = timersDue(service.timers);
  const record: Mutable<StoredOriginating> = {
    request,
    role,
    state,
    kind,
    user,
    to,
    cluster,
    trunk,
    setup,
    retainDemanded,
    retainService,
    reservesPath,
    timers,
  };
  if (other !== undefined) record.other = other;
  if (epoch !== undefined) record.epoch = epoch;
  if (t3RestMs !== undefined) record.t3RestMs = t3RestMs;
  return record;
}

/** Its timers are the caller's to start. */
export function restoredOriginating(record: StoredOriginating): OriginatingService {
  const { request, state, kind, user, to, cluster, trunk } = record;
  const { retainDemanded, retainService, reservesPath, epoch, t3RestMs } = record;
  const { setup } = record;
  const fixed = { request, user, to, cluster, trunk, setup, offerable: true, asksToRetainService: false };
  const service = new Originating({ ...fixed, other: record.other });
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
