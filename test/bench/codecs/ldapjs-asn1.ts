import asn1, { type BerReader, type BerWriter } from "asn1";
import type { Component, Facility } from "../../../codecs/index.ts";
import type { BerPeer } from "./ber-peer.ts";
import {
  codes,
  digits,
  entityTypes,
  interpretations,
  nameData,
  nameOf,
  numberOf,
  only,
  privateTypes,
  tags,
} from "./ber-peer.ts";
import type { MeasuredInvoke, MeasuredNumber, MeasuredRequest } from "./tree-peer.ts";

/** The BER reader and writer of ldapjs: no tree, one call a value. */
export const ldapjsAsn1: BerPeer = {
  name: "asn1",
  decode(contents) {
    const reader = new asn1.BerReader(Buffer.from(contents.buffer, contents.byteOffset + 1, contents.length - 1));
    const nfe = readNfe(reader);
    const interpretation = nameOf(interpretations, readOctet(reader, tags.interpretation));
    const components: Component[] = [];
    while (reader.remain > 0) components.push(readInvoke(reader));
    return { profile: only(contents[0]), nfe, interpretation, components };
  },
  encode({ profile, nfe, interpretation, components }) {
    const writer = new asn1.BerWriter();
    writer.writeByte(profile);
    const { sourceEntity, destinationEntity } = only(nfe);
    writer.startSequence(tags.networkFacilityExtension);
    writer.writeInt(numberOf(entityTypes, sourceEntity), tags.sourceEntity);
    writer.writeInt(numberOf(entityTypes, destinationEntity), tags.destinationEntity);
    writer.endSequence();
    writer.writeInt(numberOf(interpretations, only(interpretation)), tags.interpretation);
    for (const component of components) writeInvoke(writer, component as never as MeasuredInvoke);
    return writer.buffer;
  },
};

function readNfe(reader: BerReader): NonNullable<Facility["nfe"]> {
  const end = enter(reader, tags.networkFacilityExtension);
  const sourceEntity = nameOf(entityTypes, readOctet(reader, tags.sourceEntity));
  const destinationEntity = nameOf(entityTypes, readOctet(reader, tags.destinationEntity));
  leave(reader, end);
  return { sourceEntity, destinationEntity };
}

function readInvoke(reader: BerReader): Component {
  const end = enter(reader, tags.invoke);
  const invokeId = present(reader.readInt());
  const code = present(reader.readInt());
  if (code === codes.callingName) {
    const octets = nameData(readOctets(reader, tags.namePresentationAllowedSimple));
    leave(reader, end);
    const name = { namePresentationAllowed: { namePresentationAllowedSimple: octets } };
    return { component: "invoke", invokeId, operation: "callingName", code, argument: { name } };
  }
  if (code !== codes.ccbsRequest) throw new RangeError("not in the messages measured");
  const argument = readRequest(reader);
  leave(reader, end);
  return { component: "invoke", invokeId, operation: "ccbsRequest", code, argument };
}

function readRequest(reader: BerReader): unknown {
  const end = enter(reader, tags.sequence);
  const presentedEnd = enter(reader, tags.presentationAllowedAddress);
  const numberA = { presentationAllowedAddress: readNumber(reader) };
  leave(reader, presentedEnd);
  const numberB = readNumber(reader);
  const service = readOctets(reader, tags.pss1InformationElement);
  const argument: Record<string, unknown> = { numberA, numberB, service };
  if (reader.offset < end && reader.peek() === tags.canRetainService) {
    argument["canRetainService"] = readOctet(reader, tags.canRetainService) !== 0;
  }
  if (reader.offset < end) argument["retainSigConnection"] = readOctet(reader, tags.retainSigConnection) !== 0;
  leave(reader, end);
  return argument;
}

function readNumber(reader: BerReader): unknown {
  const end = enter(reader, tags.privatePartyNumber);
  const privateTypeOfNumber = nameOf(privateTypes, reader.readEnumeration());
  const privateNumberDigits = digits(reader.readString(tags.numericString));
  leave(reader, end);
  return { privatePartyNumber: { privateTypeOfNumber, privateNumberDigits } };
}

function enter(reader: BerReader, tag: number): number {
  if (reader.readSequence(tag) === null) throw new RangeError("truncated");
  return reader.offset + reader.length;
}

function leave(reader: BerReader, end: number): void {
  if (reader.offset !== end) throw new RangeError("another number of fields");
}

function present(value: number | null): number {
  if (value === null) throw new RangeError("truncated");
  return value;
}

function readOctets(reader: BerReader, tag: number): Buffer {
  const octets = reader.readString(tag, true);
  if (octets === null) throw new RangeError("truncated");
  return octets;
}

function readOctet(reader: BerReader, tag: number): number {
  const [octet, more] = readOctets(reader, tag);
  if (more !== undefined) throw new RangeError("not in the messages measured");
  return only(octet);
}

function writeInvoke(writer: BerWriter, { invokeId, code, argument }: MeasuredInvoke): void {
  writer.startSequence(tags.invoke);
  writer.writeInt(invokeId);
  writer.writeInt(code);
  if ("name" in argument) {
    const octets = nameData(argument.name.namePresentationAllowed.namePresentationAllowedSimple);
    writer.writeBuffer(bufferOf(octets), tags.namePresentationAllowedSimple);
  } else writeRequest(writer, argument);
  writer.endSequence();
}

function writeRequest(writer: BerWriter, request: MeasuredRequest): void {
  const { numberA, numberB, service, canRetainService, retainSigConnection } = request;
  writer.startSequence(tags.sequence);
  writer.startSequence(tags.presentationAllowedAddress);
  writeNumber(writer, numberA.presentationAllowedAddress);
  writer.endSequence();
  writeNumber(writer, numberB);
  writer.writeBuffer(bufferOf(service), tags.pss1InformationElement);
  // Its own writeBoolean knows DER's TRUE only; the peer of these messages writes 01.
  if (canRetainService === true) writer.writeInt(1, tags.canRetainService);
  if (retainSigConnection !== undefined) writer.writeInt(retainSigConnection ? 1 : 0, tags.retainSigConnection);
  writer.endSequence();
}

function writeNumber(writer: BerWriter, { privatePartyNumber }: MeasuredNumber): void {
  const { privateTypeOfNumber, privateNumberDigits } = privatePartyNumber;
  writer.startSequence(tags.privatePartyNumber);
  writer.writeEnumeration(numberOf(privateTypes, privateTypeOfNumber));
  writer.writeString(digits(privateNumberDigits), tags.numericString);
  writer.endSequence();
}

function bufferOf(octets: Uint8Array): Buffer {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.length);
}
