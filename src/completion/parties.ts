import type {
  PartyNumber,
  PartySubaddress,
  PresentedNumberUnscreened,
} from "../../codecs/generated/addressing-data-elements-asn1-97.ts";
import type { CcOptionalArgFullArg, CcRequestArg } from "../../codecs/generated/ss-cc-operations-asn1-97.ts";
import { decodeElements } from "../../codecs/q931/decode.ts";
import type { ElementCodec } from "../../codecs/q931/element.ts";
import { find, isOf } from "../../codecs/q931/element.ts";
import type { BearerCapability } from "../../codecs/q931/ie/bearer-capability.ts";
import { bearerCapability } from "../../codecs/q931/ie/bearer-capability.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { calledPartySubaddress } from "../../codecs/q931/ie/called-party-subaddress.ts";
import { callingPartyNumber } from "../../codecs/q931/ie/calling-party-number.ts";
import { callingPartySubaddress } from "../../codecs/q931/ie/calling-party-subaddress.ts";
import { highLayerCompatibility } from "../../codecs/q931/ie/high-layer-compatibility.ts";
import { lowLayerCompatibility } from "../../codecs/q931/ie/low-layer-compatibility.ts";
import type { InformationElement } from "../../codecs/q931/message.ts";
import type { PartyNumberElement } from "../../codecs/q931/number.ts";
import { fromPartyNumber, fromPartySubaddress } from "../../codecs/q931/party-number.ts";
import type { PartySubaddressElement } from "../../codecs/q931/subaddress.ts";
import { toHex } from "../../codecs/shape.ts";

/** One party as requests and calls name it: presentation and names do not count (CC 6.3 [LP]). */
export interface Party {
  readonly numberingPlan: number;
  readonly typeOfNumber: number;
  /** Empty where the number is withheld. */
  readonly digits: string;
  /** As hex; empty where there is none. */
  readonly subaddress: string;
}

/** What joins a request with its recall and its later APDUs: no identifier does (CC 6.3). */
export interface Parties {
  readonly a: Party;
  readonly b: Party;
  /** The first Bearer capability, HLC and LLC as hex, empty where absent. */
  readonly bearer: string;
  readonly highLayer: string;
  readonly lowLayer: string;
}

/** The parties of a bearer SETUP, received or sent. */
export function partiesOfSetup(ies: readonly InformationElement[]): Parties {
  const message = { ies };
  return {
    a: party(find(message, callingPartyNumber), find(message, callingPartySubaddress)),
    b: party(find(message, calledPartyNumber), find(message, calledPartySubaddress)),
    ...service(ies),
  };
}

/** The parties of a request, or of a ccCancel or ccExecPossible with fullArg. */
export function partiesOfArgument(argument: CcRequestArg | CcOptionalArgFullArg): Parties {
  const { numberA, numberB, subaddrA, subaddrB } = argument;
  return {
    a: party(numberOf(numberA), subaddressOf(subaddrA)),
    b: party(numberOf(numberB), subaddressOf(subaddrB)),
    ...service(decodeElements(argument.service)),
  };
}

/** The number itself; undefined where it is withheld (`81`, `82` of CC 1.6). */
export function presentedNumber(number: PresentedNumberUnscreened): PartyNumber | undefined {
  if ("presentationAllowedAddress" in number) return number.presentationAllowedAddress;
  return "presentationRestrictedAddress" in number ? number.presentationRestrictedAddress : undefined;
}

/** Digits without the spaces that NumericString allows (S-10). */
export function plainDigits(digits: string): string {
  return digits.includes(" ") ? digits.replaceAll(" ", "") : digits;
}

/** CC 6.3 [LP]: numbers with plan and type, subaddresses, bearer, HLC and LLC, octet for octet. */
export function isExact(one: Parties, other: Parties): boolean {
  return (
    isSameParty(one.a, other.a) &&
    isSameParty(one.b, other.b) &&
    one.bearer === other.bearer &&
    one.highLayer === other.highLayer &&
    one.lowLayer === other.lowLayer
  );
}

/** CC 6.3 "recommended for us": digits from the right, plan where both know it, what the bearer can do. */
export function isLenient(one: Parties, other: Parties): boolean {
  return isSameNumbers(one, other) && isSameCapability(one.bearer, other.bearer);
}

/** R19: what a recall on another trunk is matched by. */
export function isSameNumbers(one: Parties, other: Parties): boolean {
  return isSameNumber(one.a, other.a) && isSameNumber(one.b, other.b);
}

/** Numbers of a different plan may share digits; libpri garbles the type of number, so that does not count (CC 1.6). */
function isSameNumber(one: Party, other: Party): boolean {
  const isSamePlan = one.numberingPlan === other.numberingPlan || one.numberingPlan === 0 || other.numberingPlan === 0;
  return isSamePlan && isTail(plainDigits(one.digits), plainDigits(other.digits));
}

/** How many digits a number must have in common from the right: shorter ones are compared whole (CC 6.3). */
export const leastCommonDigits = 4;

/** One is the other, or its end. */
export function isTail(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= leastCommonDigits && long.endsWith(short);
}

/** Octet 3 of the bearer capability: coding standard and transfer capability. A side without one says nothing. */
function isSameCapability(one: string, other: string): boolean {
  const octet3 = (bearer: string) => bearer.slice(4, 6);
  return one === "" || other === "" || octet3(one) === octet3(other);
}

function isSameParty(one: Party, other: Party): boolean {
  return (
    one.digits === other.digits &&
    one.numberingPlan === other.numberingPlan &&
    one.typeOfNumber === other.typeOfNumber &&
    one.subaddress === other.subaddress
  );
}

function party(number: NumberValue | undefined, subaddress: PartySubaddressElement | undefined): Party {
  const { numberingPlan = 0, typeOfNumber = 0, digits = "" } = number ?? {};
  return {
    // A withheld number has no plan either, whatever its element says (CC 1.6: `82 00` holds nothing).
    numberingPlan: digits === "" ? 0 : numberingPlan,
    typeOfNumber: digits === "" ? 0 : typeOfNumber,
    digits,
    subaddress: subaddress === undefined ? "" : `${subaddress.typeOfSubaddress}:${toHex(subaddress.information)}`,
  };
}

type NumberValue = Pick<PartyNumberElement, "typeOfNumber" | "numberingPlan" | "digits">;

function numberOf(number: PresentedNumberUnscreened | PartyNumber): NumberValue | undefined {
  const plain = isPresented(number) ? presentedNumber(number) : number;
  return plain === undefined ? undefined : fromPartyNumber(plain);
}

function isPresented(number: PresentedNumberUnscreened | PartyNumber): number is PresentedNumberUnscreened {
  return (
    "presentationAllowedAddress" in number ||
    "presentationRestrictedAddress" in number ||
    "presentationRestricted" in number ||
    "numberNotAvailableDueToInterworking" in number
  );
}

function subaddressOf(subaddress: PartySubaddress | undefined): PartySubaddressElement | undefined {
  return subaddress === undefined ? undefined : fromPartySubaddress(subaddress);
}

function service(ies: readonly InformationElement[]): Pick<Parties, "bearer" | "highLayer" | "lowLayer"> {
  return {
    bearer: firstOctets(ies, bearerCapability),
    highLayer: firstOctets(ies, highLayerCompatibility),
    lowLayer: firstOctets(ies, lowLayerCompatibility),
  };
}

function firstOctets<Value>(ies: readonly InformationElement[], codec: ElementCodec<Value>): string {
  const ie = ies.find((each) => isOf(each, codec));
  return ie === undefined ? "" : toHex(ie.octets);
}

const speech = 0;
const audio3kHz = 16;

/**
 * R4: whether the bearer of user A's new SETUP is that of the request. Another transfer capability is another service;
 * so is an LLC or HLC that the request lacks, unless the call is speech or 3.1 kHz audio.
 */
export function bearerFits(setup: readonly InformationElement[], requested: readonly InformationElement[]): boolean {
  const [now, then] = [setup, requested].map((ies) => find({ ies }, bearerCapability));
  if (transferOf(now) !== transferOf(then)) return false;
  if (transferOf(now) === speech || transferOf(now) === audio3kHz) return true;
  return !adds(setup, requested, lowLayerCompatibility) && !adds(setup, requested, highLayerCompatibility);
}

function adds<Value>(
  setup: readonly InformationElement[],
  requested: readonly InformationElement[],
  codec: ElementCodec<Value>,
): boolean {
  return setup.some((ie) => isOf(ie, codec)) && !requested.some((ie) => isOf(ie, codec));
}

function transferOf(capability: BearerCapability | undefined): number | undefined {
  return capability?.informationTransferCapability;
}
