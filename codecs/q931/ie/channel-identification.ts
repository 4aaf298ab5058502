import type { Mutable } from "../../ber/codec.ts";
import { flag, integer, list, octets, oneOf, optional, record } from "../../shape.ts";
import type { ElementCodec } from "../element.ts";
import { OctetReader, bits, group } from "../octets.ts";

export interface ChannelIdentification {
  /** Basic rate interface, or another one (primary rate). */
  readonly interfaceType: "basic" | "other";
  /** The interface, where it is named and not implied by the D-channel. */
  readonly interfaceIdentifier?: number;
  /** Exclusive: only this channel; otherwise it is preferred. */
  readonly exclusive: boolean;
  /** The channel is the D-channel: a call-independent signalling connection (ECMA-165). */
  readonly dChannel: boolean;
  /** 0 no channel, 1 B1 or as the following members say, 2 B2, 3 any channel. */
  readonly channelSelection: number;
  readonly codingStandard?: number;
  /** 3 is B-channel units. */
  readonly channelType?: number;
  /** Channel numbers, or instead of them `slotMap`. */
  readonly channels?: readonly number[];
  readonly slotMap?: Uint8Array;
}

/** Seven bits each: more would be no whole number any more. */
const maxInterfaceOctets = 4;

export const channelIdentification: ElementCodec<ChannelIdentification> = {
  id: 0x18,
  codeset: 0,
  name: "Channel identification",
  clause: "Q.931 4.5.13",
  shape: record<ChannelIdentification>({
    interfaceType: oneOf("basic", "other"),
    interfaceIdentifier: optional(integer(0, 2 ** (7 * maxInterfaceOctets) - 1)),
    exclusive: flag(),
    dChannel: flag(),
    channelSelection: integer(0, 3),
    codingStandard: optional(integer(0, 3)),
    channelType: optional(integer(0, 15)),
    channels: optional(list(integer(0, 127))),
    slotMap: optional(octets()),
  }),
  decode(contents) {
    const reader = new OctetReader(contents);
    const octet3 = reader.next();
    const identifier = bits(octet3, 7, 7) === 1 ? reader.group() : undefined;
    if (identifier !== undefined && identifier.length > maxInterfaceOctets) return reader.bad();
    const value: Mutable<ChannelIdentification> = {
      interfaceType: bits(octet3, 6, 6) === 1 ? "other" : "basic",
      exclusive: bits(octet3, 4, 4) === 1,
      dChannel: bits(octet3, 3, 3) === 1,
      channelSelection: bits(octet3, 2, 1),
    };
    if (identifier !== undefined) value.interfaceIdentifier = sevenBits(identifier);
    if (reader.left > 0) readChannels(reader, value);
    return reader.end(value);
  },
  encode(value) {
    const { interfaceIdentifier } = value;
    const octet3 =
      (interfaceIdentifier === undefined ? 0 : 0x40) |
      (value.interfaceType === "other" ? 0x20 : 0) |
      (value.exclusive ? 0x08 : 0) |
      (value.dChannel ? 0x04 : 0) |
      value.channelSelection;
    const octets = [0x80 | octet3];
    if (interfaceIdentifier !== undefined) octets.push(...group(...sevenBitGroups(interfaceIdentifier)));
    octets.push(...channelOctets(value));
    return octets;
  },
};

/** Octet 3.2 says whether numbers or a map follow. */
function readChannels(reader: OctetReader, into: Mutable<ChannelIdentification>): void {
  const octet32 = reader.next();
  into.codingStandard = bits(octet32, 7, 6);
  into.channelType = bits(octet32, 4, 1);
  const rest = reader.rest();
  if (bits(octet32, 5, 5) === 1) {
    into.slotMap = rest;
    return;
  }
  const channels: number[] = [];
  for (const octet of rest) channels.push(bits(octet, 7, 1));
  into.channels = channels;
}

function channelOctets({ codingStandard, channelType, channels, slotMap }: ChannelIdentification): number[] {
  if (codingStandard === undefined && channelType === undefined && channels === undefined && slotMap === undefined)
    return [];
  const map = slotMap === undefined ? 0 : 0x10;
  const octet32 = 0x80 | ((codingStandard ?? 0) << 5) | map | (channelType ?? 3);
  return [octet32, ...(slotMap ?? group(...(channels ?? [])))];
}

function sevenBits(octets: Uint8Array): number {
  return octets.reduce((value, octet) => value * 0x80 + bits(octet, 7, 1), 0);
}

function sevenBitGroups(value: number): number[] {
  return value < 0x80 ? [value] : [...sevenBitGroups(Math.floor(value / 0x80)), value % 0x80];
}
