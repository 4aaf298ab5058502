import { DecodeError } from "../../codecs/error.ts";
import {
  changeNumbers,
  haveSameNumbers,
  type H225Message,
  numberChanges,
  spliceTunnel,
  tunnelReplacedAt,
} from "../../codecs/h225/index.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import { userUser } from "../../codecs/q931/ie/user-user.ts";
import { callReferenceOf, decodeMessage } from "../../codecs/q931/index.ts";
import type { CallReference, InformationElement } from "../../codecs/q931/message.ts";
import { type MessageName, messageTypes } from "../../codecs/q931/messages.ts";
import { copyOf } from "../../codecs/slab.ts";
import { sameOctets } from "../../codecs/same-octets.ts";
import type { Identifiers, KeptH225 } from "../pdu.ts";
import type { Continued } from "./h225-calls.ts";

// The outer message of one leg as another leg sends it: replaced is what is ours, every other bit stays (R13).

/** The type of a message, inner or outer. */
export function typeOf(octets: Uint8Array): number | undefined {
  return octets[2 + (octets[1] ?? 0)];
}

/** Whether a message may ride in the outer one that it, or what it was made of, came in. */
export function fits({ octets, messages }: KeptH225, name: MessageName): boolean {
  const type = messageTypes[name];
  // The outer call ends with its RELEASE COMPLETE, the inner one with its own.
  if (typeOf(octets) === releaseComplete || type === releaseComplete) return typeOf(octets) === type;
  return messages.some((message) => typeOf(message) === type);
}

const releaseComplete = messageTypes["RELEASE COMPLETE"];

export function isRelease({ octets }: KeptH225): boolean {
  return typeOf(octets) === releaseComplete;
}

/** The same octets in the same order. */
export function areUnchanged({ messages }: KeptH225, others: readonly Uint8Array[]): boolean {
  return messages.length === others.length && messages.every((each, at) => sameOctets(each, others[at] ?? []));
}

/**
 * The outer message with these in its tunnel, under this reference. Numbers that differ between what came and what goes
 * differ in the outer message too.
 */
export function relayed(
  kept: KeptH225,
  callReference: CallReference,
  messages: readonly Uint8Array[],
  isTunnelled: boolean,
): Uint8Array | DecodeError {
  const isSame = areUnchanged(kept, messages);
  if (isSame && isTunnelled === kept.isTunnelled) return underReference(kept.octets, callReference);
  const numbered = isSame ? kept.octets : withNumbers(kept, messages);
  if (numbered instanceof DecodeError) return numbered;
  const tunnel = isTunnelled ? messages : [];
  const spliced = tunnel.length > 0 || kept.isTunnelled ? withTunnel(kept, numbered, tunnel) : numbered;
  return spliced instanceof DecodeError ? spliced : underReference(spliced, callReference);
}

/** Of the message as it came, or with other numbers: then its tunnel may stand elsewhere. */
function withTunnel(kept: KeptH225, octets: Uint8Array, messages: readonly Uint8Array[]): Uint8Array | DecodeError {
  const { tunnelPlace } = kept;
  const isKnown = octets === kept.octets && tunnelPlace !== undefined && messages.length > 0;
  return (isKnown ? tunnelReplacedAt(octets, tunnelPlace, messages) : undefined) ?? spliceTunnel(octets, messages);
}

function withNumbers(kept: KeptH225, messages: readonly Uint8Array[]): Uint8Array | DecodeError {
  const changes = messages.flatMap((message) => {
    const came = kept.messages.find((each) => typeOf(each) === typeOf(message));
    if (came === undefined || haveSameNumbers(came, message)) return [];
    return numberChanges(elementsOf(came), elementsOf(message));
  });
  return changeNumbers(kept.octets, changes);
}

function elementsOf(octets: Uint8Array): readonly InformationElement[] {
  const message = decodeMessage(octets);
  return message instanceof DecodeError ? [] : message.ies;
}

/** H.225.0 7.2.2.3: the reference has two octets, and is of one hop. */
function underReference(octets: Uint8Array, { value, flag }: CallReference): Uint8Array {
  const own = copyOf(octets);
  own[2] = (flag << 7) | (value >> 8);
  own[3] = value & 0xff;
  return own;
}

/** What the call of a SETUP is known by, as a call of ours continues it. */
export function continuedBy({ octets, messages: [setup], identifiers }: KeptH225): Continued | undefined {
  const [outer, inner] = [callReferenceOf(octets), setup && callReferenceOf(setup)];
  if (outer === undefined || inner === undefined || identifiers === undefined) return undefined;
  return { outer: { ...outer, flag: 0 }, inner: { ...inner, flag: 0 }, ...identifiers };
}

/** Of a SETUP. */
export function identifiersOf({ userInformation }: H225Message): Partial<Identifiers> {
  const body = userInformation?.h323UuPdu.h323MessageBody;
  if (body === undefined || !("setup" in body)) return {};
  const { callIdentifier, conferenceID } = body.setup;
  return callIdentifier === undefined ? { conferenceID } : { conferenceID, callIdentifier: callIdentifier.guid };
}

/** Members of a Facility-UUIE that every one has, and what says that it only brings what is in the tunnel. */
const ofCarrier: ReadonlySet<string> = new Set([
  ...["protocolIdentifier", "reason", "callIdentifier", "conferenceID", "multipleCalls", "maintainConnection"],
]);

/** Whether an outer message says something beside what its tunnel brought (R13.3). */
export function saysMore({ message, userInformation }: H225Message): boolean {
  if (message.message !== "FACILITY" || userInformation === undefined) return true;
  const isEmpty = ({ id, octets }: InformationElement) =>
    id === userUser.id || (id === facility.id && octets.length <= 2);
  if (userInformation.userData !== undefined || !message.ies.every(isEmpty)) return true;
  const {
    h323MessageBody: body,
    h245Tunnelling: _h245,
    tunnelledSignallingMessage: _tunnel,
    ...others
  } = userInformation.h323UuPdu;
  if (Object.keys(others).length > 0) return true;
  if ("empty" in body) return false;
  if (!("facility" in body) || !("transportedInformation" in body.facility.reason)) return true;
  return !Object.keys(body.facility).every((member) => ofCarrier.has(member));
}
