import type { PartyNumber } from "../../codecs/generated/addressing-data-elements-asn1-97.ts";
import type { CcOptionalArgFullArg, CcRequestArg } from "../../codecs/generated/ss-cc-operations-asn1-97.ts";
import { decodeElements } from "../../codecs/q931/decode.ts";
import { element, find, isOf } from "../../codecs/q931/element.ts";
import { orderElements } from "../../codecs/q931/encode.ts";
import { bearerCapability } from "../../codecs/q931/ie/bearer-capability.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { calledPartySubaddress } from "../../codecs/q931/ie/called-party-subaddress.ts";
import { callingPartyNumber } from "../../codecs/q931/ie/calling-party-number.ts";
import { callingPartySubaddress } from "../../codecs/q931/ie/calling-party-subaddress.ts";
import { highLayerCompatibility } from "../../codecs/q931/ie/high-layer-compatibility.ts";
import { lowLayerCompatibility } from "../../codecs/q931/ie/low-layer-compatibility.ts";
import type { InformationElement } from "../../codecs/q931/message.ts";
import {
  fromPartyNumber,
  fromPartySubaddress,
  toPartyNumber,
  toPartySubaddress,
  toPresentedNumber,
} from "../../codecs/q931/party-number.ts";
import type { CallCompletionConfig } from "../config.ts";
import { isNameless } from "./negotiation.ts";
import { presentedNumber } from "./parties.ts";

/** R4: the elements that a request and its recall are made of, as they stood in the SETUP that was sent. */
const kept = [
  bearerCapability,
  callingPartyNumber,
  callingPartySubaddress,
  calledPartyNumber,
  calledPartySubaddress,
  lowLayerCompatibility,
  highLayerCompatibility,
] as const;
/** `service` holds them in this order (R4). */
const service = [bearerCapability, highLayerCompatibility, lowLayerCompatibility] as const;
const numbers = [callingPartyNumber, callingPartySubaddress, calledPartyNumber, calledPartySubaddress] as const;

type Kept = { readonly id: number; readonly codeset: number };

function isKept(ie: InformationElement, codecs: readonly Kept[]): boolean {
  for (const { id, codeset } of codecs) if (ie.id === id && ie.codeset === codeset) return true;
  return false;
}

/** The octets to keep of a SETUP as sent: the first element of each kind, in ascending order. */
export function octetsToKeep(sent: readonly InformationElement[]): Uint8Array {
  const first: InformationElement[] = [];
  for (const { id, codeset } of kept) {
    const found = sent.find((ie) => ie.id === id && ie.codeset === codeset);
    if (found !== undefined) first.push(found);
  }
  return joined(first);
}

/** The octets that say who calls whom. */
export function numberOctets(ies: readonly InformationElement[]): Uint8Array {
  return joined(ies.filter((ie) => isKept(ie, numbers)));
}

/** Calling and Called number with their subaddresses, for a CIS SETUP of user A's side. */
export function numbersFrom(setup: Uint8Array): readonly InformationElement[] {
  return decodeElements(setup).filter((ie) => isKept(ie, numbers));
}

/**
 * numberA, numberB, service and subaddresses of a request, from the SETUP as sent (R4, R20). undefined where ASN.1 has
 * no word for a number: other characters than digits, more than 20 of them (S-11, R46).
 */
export function requestArgument(setup: Uint8Array): CcRequestArg | undefined {
  const message = { ies: decodeElements(setup) };
  const numberA = toPresentedNumber(find(message, callingPartyNumber));
  const called = find(message, calledPartyNumber);
  const numberB = called === undefined ? undefined : toPartyNumber(called);
  if (numberA === undefined || numberB === undefined) return undefined;
  const [subaddrA, subaddrB] = [callingPartySubaddress, calledPartySubaddress].map((codec) => {
    const subaddress = find(message, codec);
    return subaddress === undefined ? undefined : toPartySubaddress(subaddress);
  });
  return {
    numberA,
    numberB,
    service: joined(service.flatMap((codec) => message.ies.filter((ie) => isKept(ie, [codec])))),
    ...(subaddrA === undefined ? {} : { subaddrA }),
    ...(subaddrB === undefined ? {} : { subaddrB }),
  };
}

/** The other way round: what a SETUP of this request's call would hold, where no such SETUP was seen. */
export function setupOctets(argument: CcRequestArg): Uint8Array {
  const { numberA, numberB, subaddrA, subaddrB } = argument;
  const calling = presentedNumber(numberA);
  const restricted = "presentationRestrictedAddress" in numberA;
  return octetsToKeep([
    ...decodeElements(argument.service),
    ...(calling === undefined
      ? []
      : [callingElement(calling, restricted ? presentations.restricted : presentations.allowed)]),
    ...(subaddrA === undefined ? [] : [element(callingPartySubaddress, fromPartySubaddress(subaddrA))]),
    element(calledPartyNumber, fromPartyNumber(numberB)),
    ...(subaddrB === undefined ? [] : [element(calledPartySubaddress, fromPartySubaddress(subaddrB))]),
  ]);
}

/** fullArg quotes the request (CC 6.2); undefined where nothing may name it to this neighbour (R20). */
export function fullArgument(
  argument: CcRequestArg,
  trunk: Pick<CallCompletionConfig, "untrusted"> | undefined,
): CcOptionalArgFullArg | undefined {
  const numberA = presentedNumber(argument.numberA);
  if (numberA === undefined || isNameless(argument, trunk)) return undefined;
  const { numberB, service, subaddrA, subaddrB } = argument;
  return {
    numberA,
    numberB,
    service,
    ...(subaddrA === undefined ? {} : { subaddrA }),
    ...(subaddrB === undefined ? {} : { subaddrB }),
  };
}

/** Q.931 tables 4-9 and 4-11. */
const presentations = { allowed: 0, restricted: 1 } as const;
const networkProvided = 3;

/** Network provided: we say the number of our own line. */
function callingElement(number: PartyNumber, presentation: 0 | 1): InformationElement {
  const { typeOfNumber, numberingPlan, digits } = fromPartyNumber(number);
  return element(callingPartyNumber, { typeOfNumber, numberingPlan, presentation, screening: networkProvided, digits });
}

/** Numbers of a CIS SETUP from user B's side: Called is A, Calling is B, as the request quoted them (CC 6.2, R19). */
export function numbersTowardA(full: CcOptionalArgFullArg): readonly InformationElement[] {
  const { numberA, numberB, subaddrA, subaddrB } = full;
  return [
    callingElement(numberB, presentations.allowed),
    ...(subaddrB === undefined ? [] : [element(callingPartySubaddress, fromPartySubaddress(subaddrB))]),
    element(calledPartyNumber, fromPartyNumber(numberA)),
    ...(subaddrA === undefined ? [] : [element(calledPartySubaddress, fromPartySubaddress(subaddrA))]),
  ];
}

/** R4: the recall has numbers and bearer of the request, all else is of user A's new SETUP. */
export function recallElements(
  newSetup: readonly InformationElement[],
  setup: readonly InformationElement[],
  ...ccRingout: readonly InformationElement[]
): readonly InformationElement[] {
  const others = newSetup.filter((ie) => !isKept(ie, kept));
  return orderElements([...others, ...ccRingout, ...setup]);
}

/** R5: with a prefix before B's digits the route in the cluster ignores forwarding. */
export function withCalledPrefix(ies: readonly InformationElement[], prefix: string): readonly InformationElement[] {
  if (prefix === "") return ies;
  return ies.map((ie) => {
    if (!isOf(ie, calledPartyNumber) || ie.value === undefined) return ie;
    return element(calledPartyNumber, { ...ie.value, digits: `${prefix}${ie.value.digits}` });
  });
}

/** The digits of a number, for people and for line keys. */
export function digitsOf(number: PartyNumber): string {
  return fromPartyNumber(number).digits;
}

function joined(ies: readonly InformationElement[]): Uint8Array {
  const octets = new Uint8Array(ies.reduce((length, ie) => length + ie.octets.length, 0));
  let at = 0;
  for (const ie of ies) {
    octets.set(ie.octets, at);
    at += ie.octets.length;
  }
  return octets;
}
