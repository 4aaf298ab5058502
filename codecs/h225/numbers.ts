import { DecodeError } from "../error.ts";
import type {
  AliasAddress,
  H323MessageBody,
  PartyNumber,
  PrivateTypeOfNumber,
  PublicTypeOfNumber,
} from "../generated/h323-messages.ts";
import { decodeMessage } from "../q931/decode.ts";
import { element, isOf } from "../q931/element.ts";
import { encodeOctets } from "../q931/encode.ts";
import { calledPartyNumber } from "../q931/ie/called-party-number.ts";
import { callingPartyNumber } from "../q931/ie/calling-party-number.ts";
import { connectedNumber } from "../q931/ie/connected-number.ts";
import { redirectingNumber } from "../q931/ie/redirecting-number.ts";
import { redirectionNumber } from "../q931/ie/redirection-number.ts";
import type { InformationElement, Message } from "../q931/message.ts";
import type { PartyNumberElement } from "../q931/number.ts";
import { rawElements } from "../q931/raw-elements.ts";
import { sameOctets } from "../same-octets.ts";
import { privateTypes, publicTypes } from "../q931/party-number.ts";
import { changeUserInformation } from "./splice.ts";
import { userUserAt } from "./user-user.ts";

/** ONE list: the elements of an H.225.0 message that repeat a number of the QSIG message in its tunnel. */
const numberElements = [callingPartyNumber, calledPartyNumber, connectedNumber, redirectingNumber, redirectionNumber];

/** A number of these elements as it was and as it is to be; `id` is the identifier of the element. */
export interface NumberChange {
  readonly id: number;
  readonly from: PartyNumberElement;
  readonly to: PartyNumberElement;
}

/** Which numbers differ between two messages of one call. */
export function numberChanges(from: readonly InformationElement[], to: readonly InformationElement[]): NumberChange[] {
  return numberElements.flatMap((codec) => {
    const [before, after] = [from, to].map((ies) => ies.find((ie) => isOf(ie, codec))?.value);
    const [was, is] = [before, after] as [PartyNumberElement | undefined, PartyNumberElement | undefined];
    if (was === undefined || is === undefined || isSame(was, is)) return [];
    return [{ id: codec.id, from: was, to: is }];
  });
}

/** Whether all numbers of two messages have the same octets: nothing need be read for that. */
export function haveSameNumbers(one: Uint8Array, other: Uint8Array): boolean {
  const [numbers, others] = [numbersIn(one), numbersIn(other)];
  return numbers.length === others.length && numbers.every((octets, at) => sameOctets(octets, others[at] ?? []));
}

function numbersIn(message: Uint8Array): readonly Uint8Array[] {
  const numbers: Uint8Array[] = [];
  for (const { id, octets } of rawElements(message)) if (numberElementIds.has(id)) numbers.push(octets);
  return numbers;
}

const numberElementIds: ReadonlySet<number> = new Set(numberElements.map(({ id }) => id));

/**
 * A received H.225.0 message, without its TPKT, with other numbers wherever it says them: in the Q.931 elements and in
 * the aliases of its User-user element (R13.1). Every other bit stays. `badValue`: an alias cannot have these digits.
 */
export function changeNumbers(octets: Uint8Array, changes: readonly NumberChange[]): Uint8Array | DecodeError {
  if (changes.length === 0) return octets;
  const at = userUserAt(octets);
  const head = decodeMessage(octets.subarray(0, at));
  if (head instanceof DecodeError) return head;
  const inHead = headWith(head, changes);
  const whole = new Uint8Array(inHead.length + octets.length - at);
  whole.set(inHead);
  whole.set(octets.subarray(at), inHead.length);
  if (changes.some(({ id, to }) => id in aliasesOf && !aliasDigits.test(to.digits))) {
    return new DecodeError("badValue", at, "aliases");
  }
  if (at >= octets.length) return whole;
  return changeUserInformation(whole, ({ h323UuPdu, ...rest }) => {
    const h323MessageBody = changes.reduce(bodyWith, h323UuPdu.h323MessageBody);
    return { ...rest, h323UuPdu: { ...h323UuPdu, h323MessageBody } };
  });
}

/** Digits that an alias can have. */
export const aliasDigits = /^[0-9*#,]{1,128}$/;

function isSame(one: PartyNumberElement, other: PartyNumberElement): boolean {
  const { typeOfNumber, numberingPlan, digits } = one;
  return typeOfNumber === other.typeOfNumber && numberingPlan === other.numberingPlan && digits === other.digits;
}

/** Presentation and screening are the outer message's own. */
function headWith({ callReference, type, ies }: Message, changes: readonly NumberChange[]): Uint8Array {
  const changed = ies.map((ie) => {
    const change = changes.find(({ id }) => id === ie.id && ie.codeset === 0);
    const codec = numberElements.find(({ id }) => id === change?.id);
    if (change === undefined || codec === undefined || !isOf(ie, codec) || ie.value === undefined) return ie;
    const { typeOfNumber, numberingPlan, digits } = change.to;
    return element(codec, { ...ie.value, typeOfNumber, numberingPlan, digits });
  });
  return encodeOctets(callReference, type, changed);
}

type Aliases = (body: H323MessageBody, change: NumberChange) => H323MessageBody;

/** ONE table: the aliases that say the number of an element once more. */
const aliasesOf: { readonly [id: number]: Aliases } = {
  [callingPartyNumber.id]: (body, change) => {
    if (!("setup" in body) || body.setup.sourceAddress === undefined) return body;
    return { setup: { ...body.setup, sourceAddress: aliasesWith(body.setup.sourceAddress, change) } };
  },
  [calledPartyNumber.id]: (body, change) => {
    if (!("setup" in body) || body.setup.destinationAddress === undefined) return body;
    return { setup: { ...body.setup, destinationAddress: aliasesWith(body.setup.destinationAddress, change) } };
  },
  [connectedNumber.id]: (body, change) => {
    if (!("connect" in body) || body.connect.connectedAddress === undefined) return body;
    return { connect: { ...body.connect, connectedAddress: aliasesWith(body.connect.connectedAddress, change) } };
  },
};

function bodyWith(body: H323MessageBody, change: NumberChange): H323MessageBody {
  return aliasesOf[change.id]?.(body, change) ?? body;
}

/** Those with the digits; where none has them (a prefix more or less), the first that is a number. */
function aliasesWith(aliases: readonly AliasAddress[], { from, to }: NumberChange): readonly AliasAddress[] {
  const has = (alias: AliasAddress): boolean => digitsOf(alias) === from.digits;
  const first = aliases.find((alias) => digitsOf(alias) !== undefined);
  const isMeant = aliases.some(has) ? has : (alias: AliasAddress) => alias === first;
  return aliases.map((alias) => (isMeant(alias) ? aliasWith(alias, to) : alias));
}

function digitsOf(alias: AliasAddress): string | undefined {
  if ("dialledDigits" in alias) return alias.dialledDigits;
  return "partyNumber" in alias ? digitsOfParty(alias.partyNumber) : undefined;
}

function digitsOfParty(number: PartyNumber): string | undefined {
  if ("e164Number" in number) return number.e164Number.publicNumberDigits;
  if ("privateNumber" in number) return number.privateNumber.privateNumberDigits;
  const [digits] = Object.values(number) as readonly unknown[];
  return typeof digits === "string" ? digits : undefined;
}

function aliasWith(alias: AliasAddress, { typeOfNumber, numberingPlan, digits }: PartyNumberElement): AliasAddress {
  if ("dialledDigits" in alias) return { dialledDigits: digits };
  if (numberingPlan === privatePlan) {
    const privateTypeOfNumber = { [privateTypes[typeOfNumber] ?? "unknown"]: null } as unknown as PrivateTypeOfNumber;
    return { partyNumber: { privateNumber: { privateTypeOfNumber, privateNumberDigits: digits } } };
  }
  const publicTypeOfNumber = { [publicTypes[typeOfNumber] ?? "unknown"]: null } as unknown as PublicTypeOfNumber;
  return { partyNumber: { e164Number: { publicTypeOfNumber, publicNumberDigits: digits } } };
}

/** Q.931 table 4-9: numbers of all other plans have the types of public ones. */
const privatePlan = 9;
