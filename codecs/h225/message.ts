import { DecodeError } from "../error.ts";
import { decodeElements, decodeMessage } from "../q931/decode.ts";
import { facility } from "../q931/ie/facility.ts";
import { userUser } from "../q931/ie/user-user.ts";
import type { Strictness } from "../leniencies.ts";
import type { InformationElement, Message } from "../q931/message.ts";
import { H323UserInformation } from "../generated/h323-messages.ts";
import { decodePer } from "../per/index.ts";
import { h225OctetsLimit, userInformationDiscriminator, userUserAt, userUserHead } from "./user-user.ts";

/** The identifier of QSIG below which H.225.0 Annex M.1 tunnels it. */
export const qsigTunnel = "1.3.12.9";

/** An H.225.0 call signalling message: Q.931 whose User-user element has a length of two octets (H.225.0 7.2.2). */
export interface H225Message {
  readonly message: Message;
  /** The value of the User-user element; absent where there is none or it could not be read. */
  readonly userInformation?: H323UserInformation;
  /** Messages that its tunnel carries, whole and in their order; with the protocol they are of. */
  readonly tunnelled: { readonly protocol: string; readonly messages: readonly Uint8Array[] } | undefined;
}

/** Reads one message without its TPKT. What cannot be read inside the User-user element stays a problem of it. */
export function decodeH225(octets: Uint8Array, strictness?: Strictness): H225Message | DecodeError {
  if (octets.length > h225OctetsLimit) return new DecodeError("tooLong", h225OctetsLimit);
  const at = userUserAt(octets);
  const head = decodeMessage(octets.subarray(0, at));
  if (head instanceof DecodeError) return head;
  // Which elements are due is another matter than in QSIG: only the elements themselves are judged.
  const first = 3 + head.callReference.length;
  const ies = strictness ? decodeElements(octets.slice(first, at), 0, strictness) : head.ies;
  const before = ies.map(withoutEmptiness);
  if (at >= octets.length) return { message: { ...head, ies: before, problems: [] }, tunnelled: undefined };
  const length = 3 + (octets[at + 1] ?? 0) * 256 + (octets[at + 2] ?? 0);
  const own = octets.slice(at, at + length);
  const value = own.length < length ? new DecodeError("truncated", own.length) : readUserUser(own);
  const element: InformationElement = { id: userUser.id, codeset: 0, octets: own };
  const ie = value instanceof DecodeError ? { ...element, problems: [value] } : element;
  const after = decodeElements(octets.slice(at + length), 0, strictness);
  const message = { ...head, ies: [...before, ie, ...after], problems: [] };
  if (value instanceof DecodeError) return { message, tunnelled: undefined };
  return { message, userInformation: value, tunnelled: tunnelledOf(value) };
}

/**
 * Whether octets that came without their TPKT are of H.225.0 and not of Q.931: the User-user element has the length of
 * two octets, and what it holds begins as it must.
 */
export function isH225(octets: Uint8Array): boolean {
  const at = userUserAt(octets);
  const length = (octets[at + 1] ?? 0) * 256 + (octets[at + 2] ?? 0);
  return length > 0 && at + 3 + length <= octets.length && octets[at + 3] === userInformationDiscriminator;
}

function readUserUser(own: Uint8Array): H323UserInformation | DecodeError {
  if (own.length < userUserHead) return new DecodeError("truncated", own.length);
  if (own[userUserHead - 1] !== userInformationDiscriminator) return new DecodeError("badValue", userUserHead - 1);
  const value = decodePer(H323UserInformation, own.subarray(userUserHead));
  if (!(value instanceof DecodeError)) return value;
  return new DecodeError(value.code, value.offset + userUserHead, value.path);
}

/** H.225.0 7.4.1: the Facility element is there and empty, its information stands in the User-user element. */
function withoutEmptiness(ie: InformationElement): InformationElement {
  if (ie.id !== facility.id || ie.octets.length > 2) return ie;
  const { id, codeset, octets } = ie;
  return { id, codeset, octets };
}

function tunnelledOf({ h323UuPdu }: H323UserInformation): H225Message["tunnelled"] {
  const tunnel = h323UuPdu.tunnelledSignallingMessage;
  const id = tunnel?.tunnelledProtocolID.id;
  if (tunnel === undefined || id === undefined || !("tunnelledProtocolObjectID" in id)) return undefined;
  return { protocol: id.tunnelledProtocolObjectID, messages: tunnel.messageContent };
}
