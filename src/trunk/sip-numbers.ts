import { element, find, isOf } from "../../codecs/q931/element.ts";
import { bearerCapability } from "../../codecs/q931/ie/bearer-capability.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { callingPartyNumber } from "../../codecs/q931/ie/calling-party-number.ts";
import { channelIdentification } from "../../codecs/q931/ie/channel-identification.ts";
import { connectedNumber } from "../../codecs/q931/ie/connected-number.ts";
import { redirectingNumber } from "../../codecs/q931/ie/redirecting-number.ts";
import { sendingComplete } from "../../codecs/q931/ie/sending-complete.ts";
import type { InformationElement, MessageDraft } from "../../codecs/q931/message.ts";
import type { PartyNumberElement } from "../../codecs/q931/number.ts";
import { numberOf, readAddress, type SipAddress, writeAddress } from "../../codecs/sip/address.ts";
import { headersOf, type SipHeader, type SipRequest } from "./sip-events.ts";
import { displayNameOf, nameOfHeaders } from "./sip-names.ts";

/** Who calls whom, as an INVITE says it. */
export interface SipParties {
  readonly to: string;
  readonly from: SipAddress;
  readonly headers: readonly SipHeader[];
}

/** Octet 3 and 3a of numbers (Q.931 4.5.10). */
const [unknown, international, e164] = [0, 1, 1];
const [allowed, restricted, notAvailable] = [0, 1, 2];
const [notScreened, networkProvided] = [0, 3];

/** R2: audio. 3.1 kHz would do as well; libpri and PBXs write speech. */
const speech: InformationElement = element(bearerCapability, {
  ...{ codingStandard: 0, informationTransferCapability: 0, transferMode: 0, informationTransferRate: 0x10 },
  layers: [{ layer: 1, protocol: 3 }],
});
/** Any channel, preferred: a mandatory element of SETUP that means nothing here (ECMA-143). */
const anyChannel: InformationElement = element(channelIdentification, {
  ...{ interfaceType: "other", exclusive: false, dChannel: false, channelSelection: 3 },
});

/** The SETUP that an INVITE without QSIG is (R2); undefined where its Request-URI is no number. */
export function setupOf({ to, headers }: SipRequest): MessageDraft | undefined {
  const called = numberOf(to);
  if (called === undefined) return undefined;
  const plan = called.isInternational
    ? { typeOfNumber: international, numberingPlan: e164 }
    : { typeOfNumber: unknown, numberingPlan: unknown };
  const diversion = numberOf(readAddress(headersOf(headers, "diversion")[0] ?? "")?.user);
  const ies = [
    element(sendingComplete, true),
    speech,
    anyChannel,
    ...nameOfHeaders("callingName", headers, ["p-asserted-identity", "from"], isPrivate(headers)),
    ...callingOf(headers),
    element(calledPartyNumber, { ...plan, digits: called.digits }),
    ...(diversion === undefined
      ? []
      : [element(redirectingNumber, { typeOfNumber: unknown, numberingPlan: unknown, digits: diversion.digits })]),
  ];
  return { message: "SETUP", ies: ies.toSorted(byIdentifier) };
}

/** Q.931 4.5.1: elements of several octets in the order of their identifiers, those of one octet before them. */
function byIdentifier(one: InformationElement, other: InformationElement): number {
  const order = ({ id }: InformationElement) => (id >= 0x80 ? 0 : id);
  return order(one) - order(other);
}

/** P-Asserted-Identity before From (RFC 3325): the one was checked, the other is what the caller says. */
function callingOf(headers: readonly SipHeader[]): readonly InformationElement[] {
  const asserted = assertedOf(headers);
  const said = asserted ?? numberOf(userOfFrom(headers));
  if (said === undefined) {
    if (!isPrivate(headers)) return [];
    const none = { ...plain, presentation: notAvailable, screening: networkProvided, digits: "" };
    return [element(callingPartyNumber, none)];
  }
  const plan = said.isInternational ? { typeOfNumber: international, numberingPlan: e164 } : plain;
  const presentation = isPrivate(headers) ? restricted : allowed;
  const screening = asserted === undefined ? notScreened : networkProvided;
  return [element(callingPartyNumber, { ...plan, presentation, screening, digits: said.digits })];
}

function userOfFrom(headers: readonly SipHeader[]): string | undefined {
  return readAddress(headersOf(headers, "from")[0] ?? "")?.user;
}

function isPrivate(headers: readonly SipHeader[]): boolean {
  return wantsPrivacy(headers) || userOfFrom(headers) === "anonymous";
}

/** Who answered, as the peer asserts it in its 200 (RFC 3325, RFC 4497): the Connected number of CONNECT. */
export function connectedOf(headers: readonly SipHeader[]): readonly InformationElement[] {
  const asserted = assertedOf(headers);
  const name = nameOfHeaders("connectedName", headers, ["p-asserted-identity"], wantsPrivacy(headers));
  if (asserted === undefined) return name;
  const plan = asserted.isInternational ? { typeOfNumber: international, numberingPlan: e164 } : plain;
  const presentation = wantsPrivacy(headers) ? restricted : allowed;
  const number = { ...plan, presentation, screening: networkProvided, digits: asserted.digits };
  return [...name, element(connectedNumber, number)];
}

/** The same the other way: what our 200 says of who answered. */
export function connectedHeaders(
  draft: Pick<MessageDraft, "ies">,
  { domain, assertedIdentity }: { readonly domain: string; readonly assertedIdentity: boolean },
): readonly SipHeader[] {
  const connected = find(draft, connectedNumber);
  if (connected === undefined || connected.digits === "" || !assertedIdentity) return [];
  const answerer = displayNameOf(draft, "connectedName");
  const identity: SipHeader = [
    "P-Asserted-Identity",
    writeAddress({ ...answerer, user: userOf(connected), host: domain }),
  ];
  return connected.presentation === restricted ? [identity, ["Privacy", "id"]] : [identity];
}

const plain = { typeOfNumber: unknown, numberingPlan: unknown } as const;

function assertedOf(headers: readonly SipHeader[]): ReturnType<typeof numberOf> {
  return numberOf(readAddress(headersOf(headers, "p-asserted-identity")[0] ?? "")?.user);
}

function wantsPrivacy(headers: readonly SipHeader[]): boolean {
  return /\b(id|user|header)\b/i.test(headersOf(headers, "privacy").join());
}

/** The names of an INVITE for this SETUP; undefined where it has no called number yet. */
export function partiesOf(
  draft: Pick<MessageDraft, "ies">,
  { domain, assertedIdentity }: { readonly domain: string; readonly assertedIdentity: boolean },
): SipParties | undefined {
  const called = find(draft, calledPartyNumber);
  if (called === undefined || called.digits === "") return undefined;
  const calling = draft.ies.find((ie) => isOf(ie, callingPartyNumber))?.value as PartyNumberElement | undefined;
  const redirecting = find(draft, redirectingNumber);
  const own = (number: PartyNumberElement): SipAddress => ({ user: userOf(number), host: domain });
  const isHidden = calling === undefined || calling.digits === "" || calling.presentation === restricted;
  const name = displayNameOf(draft, "callingName");
  const headers: SipHeader[] = [];
  // A peer in our trust domain is told who calls, and that nobody else may be (RFC 3325 7).
  if (calling !== undefined && calling.digits !== "" && assertedIdentity) {
    headers.push(["P-Asserted-Identity", writeAddress({ ...name, ...own(calling) })]);
  }
  if (calling?.presentation === restricted) headers.push(["Privacy", "id"]);
  if (redirecting !== undefined && redirecting.digits !== "") {
    headers.push(["Diversion", `${writeAddress(own(redirecting))};reason=unknown`]);
  }
  const from = isHidden
    ? { user: "anonymous", host: "anonymous.invalid", displayName: "Anonymous" }
    : { ...name, ...own(calling) };
  return { to: userOf(called), from, headers };
}

function userOf({ typeOfNumber, digits }: PartyNumberElement): string {
  return typeOfNumber === international ? `+${digits}` : digits;
}
