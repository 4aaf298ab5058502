import type { PartyNumber } from "../generated/addressing-data-elements-asn1-97.ts";
import type { UserData } from "../generated/short-message-service-operations-asn1-97.ts";
import type {
  EnquiryRes as PumiEnquiryRes,
  PumIdentity,
} from "../generated/private-user-mobility-call-handling-operations-asn1-97.ts";
import type { PumUserId } from "../generated/pum-registration-operations-asn1-97.ts";
import type {
  EnquiryRes as WtmiEnquiryRes,
  WtmIdentity,
} from "../generated/wireless-terminal-call-handling-operations-asn1-97.ts";
import type { WtmUserId } from "../generated/wtm-location-registration-operations-asn1-97.ts";
import { toHex } from "../shape.ts";
import { textOf } from "./character-sets.ts";
import { numberWords, presentedWords, quotedText } from "./party-words.ts";
import type { QsigTellings } from "./telling.ts";

/** ONE table: users who move, short messages, and calls made for others. What needs no words is not here. */
export const mobilityTellings: QsigTellings = {
  locUpdate: {
    invoke: ({ wtmUserId, visitPINX }) => `${userWords(wtmUserId)} is now at PINX ${numberWords(visitPINX)}`,
    result: () => "the location is noted",
  },
  locDelete: { invoke: ({ wtmUserId }) => `${userWords(wtmUserId)} has left`, result: () => "the user is forgotten" },
  locDeReg: { invoke: ({ wtmUserId }) => `${userWords(wtmUserId)} signs off`, result: () => "the user is signed off" },
  pisnEnquiry: {
    invoke: ({ alternativeId }) => `whose identity is ${toHex(alternativeId)}?`,
    result: ({ wtmUserId }) => `the identity of ${userWords(wtmUserId)}`,
  },
  locInfoCheck: {
    invoke: ({ wtmUserId, visitPINX }) => `is ${userWords(wtmUserId)} at PINX ${numberWords(visitPINX)}?`,
    result: ({ checkResult }) => (checkResult === "locInfChk-correct" ? "the user is there" : "the user is not there"),
  },
  wtmiEnquiry: { invoke: ({ pisnNumber }) => `where is ${numberWords(pisnNumber)}?`, result: wtmiLocationWords },
  wtmiDivert: {
    invoke: ({ wtmIdentity, visitPINX }) => `call ${userWords(wtmIdentity)} at PINX ${numberWords(visitPINX)}`,
    result: () => "the user is called there",
  },
  wtmiInform: { invoke: ({ wtmIdentity }) => `this call is for ${userWords(wtmIdentity)}` },
  authWtmUser: {
    invoke: ({ wtmUserId }) => `authenticate ${userWords(wtmUserId)}`,
    result: ({ autWtmResValue }) =>
      autWtmResValue === "auth-res-correct" ? "the user is authentic" : "the user is not authentic",
  },
  getWtatParam: { invoke: ({ wtmUserId }) => `how is ${userWords(wtmUserId)} authenticated?` },
  wtatParamEnq: { invoke: ({ wtmUserId }) => `how is ${userWords(wtmUserId)} authenticated?` },
  getWtanParam: { invoke: ({ wtmUserId }) => `how is the network authenticated to ${userWords(wtmUserId)}?` },
  wtanParamEnq: { invoke: ({ wtmUserId }) => `how is the network authenticated to ${userWords(wtmUserId)}?` },

  pumRegistr: {
    invoke: ({ pumUserId, hostingAddr }) => `${userWords(pumUserId)} signs on at ${numberWords(hostingAddr)}`,
    result: ({ pumNumber }) => `${numberWords(pumNumber)} is signed on`,
  },
  pumDelReg: {
    invoke: ({ pumUserId, hostingAddr }) => `${userWords(pumUserId)} has left ${numberWords(hostingAddr)}`,
    result: () => "the user is forgotten",
  },
  pumDeReg: { invoke: ({ pumUserId }) => `${userWords(pumUserId)} signs off`, result: () => "the user is signed off" },
  pumInterrog: { invoke: ({ pumUserId }) => `where is ${userWords(pumUserId)} signed on?` },
  pumiEnquiry: { invoke: ({ pisnNumber }) => `where is ${numberWords(pisnNumber)}?`, result: pumiLocationWords },
  pumiDivert: {
    invoke: ({ pumIdentity, hostingAddr }) => `call ${userWords(pumIdentity)} at ${numberWords(hostingAddr)}`,
    result: () => "the user is called there",
  },
  pumiInform: { invoke: ({ pumIdentity }) => `this call is for ${userWords(pumIdentity)}` },

  ssctInitiate: {
    invoke: ({ rerouteingNumber, awaitConnect }) =>
      `transfer this call to ${numberWords(rerouteingNumber)}${awaitConnect ? ", once it is answered" : ""}`,
    result: () => "the call is transferred",
  },
  ssctPostDial: { invoke: () => "further digits of the number may follow" },
  display: {
    invoke: ({ displayString: text }) =>
      `show ${bmpWords("displayStringNormal" in text ? text.displayStringNormal : text.displayStringExtended)}`,
  },
  keypad: { invoke: ({ keypadString }) => `the user keyed ${bmpWords(keypadString)}` },

  smsSubmit: {
    invoke: ({ originatingAddress, destinationAddress, userData }) =>
      smsWords(originatingAddress, destinationAddress, userData),
  },
  smsDeliver: {
    invoke: ({ originatingAddress, destinationAddress, userData }) =>
      smsWords(originatingAddress, destinationAddress, userData),
  },
  smsStatusReport: {
    invoke: ({ messageReference, recipientAddress, status }) =>
      `short message ${messageReference} to ${numberWords(recipientAddress)}: status ${status}`,
  },
  scAlert: { invoke: ({ originatingAddress }) => `${numberWords(originatingAddress)} can take short messages again` },
  mCRequest: {
    invoke: ({ destinationAddress }) => `make a call to ${presentedWords(destinationAddress)}`,
    result: () => "the call is made",
  },
  // Neither PIN nor password is shown.
  mIDMailboxAuth: {
    invoke: ({ partyInfo }) => `open the mailbox of ${presentedWords(partyInfo.servedUserNr)}`,
    result: () => "the mailbox is open",
  },
};

type Identity = WtmUserId | PumUserId | WtmIdentity | PumIdentity;

/** The number where there is one: another identity means nothing to people. */
function userWords(user: Identity): string {
  if ("pisnNumber" in user) return numberWords(user.pisnNumber);
  if ("pumNumber" in user) return numberWords(user.pumNumber);
  return "both" in user ? numberWords(user.both.pisnNumber) : `user ${toHex(user.alternativeId)}`;
}

function wtmiLocationWords(result: WtmiEnquiryRes): string {
  if ("cfuActivated" in result)
    return `the user diverts to ${numberWords(result.cfuActivated.divToAddress.partyNumber)}`;
  const { wtmIdentity, visitPINX } = result.currLocation;
  return `${userWords(wtmIdentity)} is at PINX ${numberWords(visitPINX)}`;
}

function pumiLocationWords(result: PumiEnquiryRes): string {
  if ("cfuActivated" in result)
    return `the user diverts to ${numberWords(result.cfuActivated.divToAddress.partyNumber)}`;
  const { pumIdentity, hostingAddr } = result.currLocation;
  return `${userWords(pumIdentity)} is at ${numberWords(hostingAddr)}`;
}

function bmpWords(octets: Uint8Array): string {
  return quotedText(textOf(octets, "iso10646-BmpString"));
}

/** What it says is nobody's but its reader's. */
function smsWords(from: PartyNumber, to: PartyNumber, { shortMessageText: text }: UserData): string {
  return `short message from ${numberWords(from)} to ${numberWords(to)}, ${text.shortMessageTextData.length} octets`;
}
