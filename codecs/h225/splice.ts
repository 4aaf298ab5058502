import { DecodeError } from "../error.ts";
import {
  H323MessageBody,
  H323UserInformation,
  NonStandardParameter,
  TunnelledSignallingMessage,
  UserData,
} from "../generated/h323-messages.ts";
import { decodePer, encodePer, PerReader, PerWriter, readPer, writePer } from "../per/index.ts";
import { qsigTunnel } from "./message.ts";
import { decodeMessage } from "../q931/decode.ts";
import { tunnelAddition } from "./tunnel.ts";
import { h225OctetsLimit, userUserAt, userUserElement, userUserHead } from "./user-user.ts";

/**
 * A received H.225.0 message, without its TPKT, with these messages in its tunnel instead of its own; with none, the
 * tunnel goes. Every other bit stays, also what we cannot read: parts are copied, the sender's extension bitmap keeps
 * its length unless the tunnel needs a longer one (Annex M.1, R13).
 */
export function spliceTunnel(octets: Uint8Array, messages: readonly Uint8Array[]): Uint8Array | DecodeError {
  return changed(octets, (information) => {
    const reader = new PerReader(information);
    const writer = new PerWriter();
    const isExtended = reader.bit();
    const hasUserData = reader.bit();
    const hasAdditions = reader.bit();
    const hasNonStandardData = reader.bit();
    readPer(H323MessageBody, reader);
    if (hasNonStandardData) readPer(NonStandardParameter, reader);
    const rootEnd = reader.position;
    const additions = [...(hasAdditions ? reader.additions() : [])];
    const tunnel = tunnelOf(additions[tunnelAddition], messages);
    if (tunnel instanceof DecodeError) return tunnel;
    while (tunnel !== undefined && additions.length < tunnelAddition) additions.push(undefined);
    if (additions.length > tunnelAddition || tunnel !== undefined) additions[tunnelAddition] = tunnel;
    const isUsed = additions.some((each) => each !== undefined);
    writer.copy(information, 0, 2);
    writer.bit(isUsed);
    writer.copy(information, 3, rootEnd);
    if (isUsed) writer.additions(additions);
    copyRest(reader, writer, hasUserData, isExtended);
    if (reader.error) return reader.error;
    writer.put(information.subarray((reader.position + 7) >> 3));
    return writer.octets(true);
  });
}

/**
 * A received H.225.0 message, without its TPKT, with another User-user element: what `change` makes of its value.
 * `notCanonical` where the value as it was would not give the octets that came.
 */
export function changeUserInformation(
  octets: Uint8Array,
  change: (value: H323UserInformation) => H323UserInformation,
): Uint8Array | DecodeError {
  return changed(octets, (information) => {
    const value = decodePer(H323UserInformation, information);
    if (value instanceof DecodeError) return value;
    const again = encodePer(H323UserInformation, value);
    const isSame = again.length === information.length && again.every((octet, at) => octet === information[at]);
    return isSame ? encodePer(H323UserInformation, change(value)) : new DecodeError("notCanonical", 0);
  });
}

/** The message with what `change` makes of the octets behind the discriminator of its User-user element. */
function changed(
  octets: Uint8Array,
  change: (information: Uint8Array) => Uint8Array | DecodeError,
): Uint8Array | DecodeError {
  const at = userUserAt(octets);
  const head = decodeMessage(octets.subarray(0, at));
  if (head instanceof DecodeError) return head;
  const end = at + 3 + (octets[at + 1] ?? 0) * 256 + (octets[at + 2] ?? 0);
  if (at + userUserHead > octets.length || end > octets.length) return new DecodeError("truncated", octets.length);
  const information = change(octets.subarray(at + userUserHead, end));
  if (information instanceof DecodeError) {
    return new DecodeError(information.code, at + userUserHead + information.offset, information.path);
  }
  const length = at + userUserHead + information.length + octets.length - end;
  if (length > h225OctetsLimit) return new DecodeError("tooLong", h225OctetsLimit);
  const element = userUserElement(information).octets;
  const whole = new Uint8Array(at + element.length + octets.length - end);
  whole.set(octets.subarray(0, at));
  whole.set(element, at);
  whole.set(octets.subarray(end), at + element.length);
  return whole;
}

/** The tunnel with these messages: all else of the one that came stays; a new one is QSIG's. */
function tunnelOf(came: Uint8Array | undefined, messages: readonly Uint8Array[]): Uint8Array | DecodeError | undefined {
  if (messages.length === 0) return undefined;
  const qsig = { tunnelledProtocolID: { id: { tunnelledProtocolObjectID: qsigTunnel } }, messageContent: [] };
  const tunnel = came === undefined ? qsig : decodePer(TunnelledSignallingMessage, came);
  if (tunnel instanceof DecodeError) return tunnel;
  return encodePer(TunnelledSignallingMessage, { ...tunnel, messageContent: messages });
}

/** What stands behind H323-UU-PDU: it may be aligned anew, so it is read and written. */
function copyRest(reader: PerReader, writer: PerWriter, hasUserData: boolean, isExtended: boolean): void {
  if (hasUserData) {
    const value = readPer(UserData, reader);
    if (!(value instanceof DecodeError)) writePer(UserData, value, writer);
  }
  if (!isExtended) return;
  const additions = reader.additions();
  if (additions.length > 0) writer.additions(additions);
}
