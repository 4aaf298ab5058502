import type {
  PartyNumber,
  PartySubaddress,
  PresentedNumberUnscreened,
  PrivateTypeOfNumber,
  PublicTypeOfNumber,
} from "../generated/addressing-data-elements-asn1-97.ts";
import type { PartyNumberElement } from "./number.ts";
import type { PartySubaddressElement } from "./subaddress.ts";

type NumberValue = Pick<PartyNumberElement, "typeOfNumber" | "numberingPlan" | "digits">;

/** Types of number 0 to 4 and 6, one to one (CC 1.6 [2S]); 5 and 7 have no name. */
export const publicTypes: readonly (PublicTypeOfNumber | undefined)[] = [
  "unknown",
  "internationalNumber",
  "nationalNumber",
  "networkSpecificNumber",
  "subscriberNumber",
  undefined,
  "abbreviatedNumber",
];
export const privateTypes: readonly (PrivateTypeOfNumber | undefined)[] = [
  "unknown",
  "level2RegionalNumber",
  "level1RegionalNumber",
  "pISNSpecificNumber",
  "localNumber",
  undefined,
  "abbreviatedNumber",
];

const plans = { unknown: 0, e164: 1, data: 3, telex: 4, nationalStandard: 8, private: 9 } as const;

/** NumberDigits: NumericString of 1 to 20 (CC 1.6). A dialled `*` or `#` is outside it (S-11, R46). */
const numberDigits = /^[0-9 ]{1,20}$/;

/**
 * The PartyNumber a request says for this number (golden rule R4, CC 1.6): the choice from the plan, the type one to
 * one, the digits as sent. undefined where ASN.1 has no word for it: other plans or types, `*` and `#`, no digits or
 * more than 20. Then there is no service for this number.
 */
export function toPartyNumber({ typeOfNumber, numberingPlan, digits }: NumberValue): PartyNumber | undefined {
  if (!numberDigits.test(digits)) return undefined;
  const publicType = publicTypes[typeOfNumber];
  const privateType = privateTypes[typeOfNumber];
  if (publicType === undefined || privateType === undefined) return undefined;
  switch (numberingPlan) {
    case plans.unknown:
      return { unknownPartyNumber: digits };
    case plans.e164:
      return { publicPartyNumber: { publicTypeOfNumber: publicType, publicNumberDigits: digits } };
    case plans.data:
      return { dataPartyNumber: digits };
    case plans.telex:
      return { telexPartyNumber: digits };
    case plans.nationalStandard:
      return { nationalStandardPartyNumber: digits };
    case plans.private:
      return { privatePartyNumber: { privateTypeOfNumber: privateType, privateNumberDigits: digits } };
    default:
      return undefined;
  }
}

/** The other way round; a choice without a type of number has type unknown. */
export function fromPartyNumber(number: PartyNumber): NumberValue {
  if ("publicPartyNumber" in number) {
    const { publicTypeOfNumber, publicNumberDigits: digits } = number.publicPartyNumber;
    return { typeOfNumber: publicTypes.indexOf(publicTypeOfNumber), numberingPlan: plans.e164, digits };
  }
  if ("privatePartyNumber" in number) {
    const { privateTypeOfNumber, privateNumberDigits: digits } = number.privatePartyNumber;
    return { typeOfNumber: privateTypes.indexOf(privateTypeOfNumber), numberingPlan: plans.private, digits };
  }
  if ("dataPartyNumber" in number) return untyped(plans.data, number.dataPartyNumber);
  if ("telexPartyNumber" in number) return untyped(plans.telex, number.telexPartyNumber);
  if ("nationalStandardPartyNumber" in number)
    return untyped(plans.nationalStandard, number.nationalStandardPartyNumber);
  return untyped(plans.unknown, number.unknownPartyNumber);
}

function untyped(numberingPlan: number, digits: string): NumberValue {
  return { typeOfNumber: 0, numberingPlan, digits };
}

/**
 * numberA of a request from the Calling number (R20): restricted with digits stays restricted with its number; no
 * element or no digits is "not available". undefined where `toPartyNumber` has no word for the digits.
 */
export function toPresentedNumber(calling: PartyNumberElement | undefined): PresentedNumberUnscreened | undefined {
  if (calling === undefined || calling.digits === "") return { numberNotAvailableDueToInterworking: null };
  const number = toPartyNumber(calling);
  if (number === undefined) return undefined;
  return calling.presentation === 1
    ? { presentationRestrictedAddress: number }
    : { presentationAllowedAddress: number };
}

const nsap = 0;
const userSpecified = 2;
/** SIZE (1..20) of both kinds (CC 1.6). */
const maxSubaddressOctets = 20;

/** undefined where the subaddress is of another type, empty, or longer than 20 octets. */
export function toPartySubaddress(value: PartySubaddressElement): PartySubaddress | undefined {
  const { typeOfSubaddress, odd, information } = value;
  if (information.length < 1 || information.length > maxSubaddressOctets) return undefined;
  if (typeOfSubaddress === nsap) return { nSAPSubaddress: information };
  if (typeOfSubaddress !== userSpecified) return undefined;
  return {
    userSpecifiedSubaddress: { subaddressInformation: information, ...(odd ? { oddCountIndicator: true } : {}) },
  };
}

export function fromPartySubaddress(subaddress: PartySubaddress): PartySubaddressElement {
  if ("nSAPSubaddress" in subaddress) {
    return { typeOfSubaddress: nsap, odd: false, information: subaddress.nSAPSubaddress };
  }
  const { subaddressInformation, oddCountIndicator = false } = subaddress.userSpecifiedSubaddress;
  return { typeOfSubaddress: userSpecified, odd: oddCountIndicator, information: subaddressInformation };
}
