import type { Mutable } from "../../ber/codec.ts";
import { flag, integer, list, octets, oneOf, optional, record } from "../../shape.ts";
import { elementCodec } from "../element.ts";
import { type OctetReader, type OctetWriter, bits } from "../octets.ts";

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

const bChannelUnits = 3;

/** Seven bits each: more would be no whole number any more. */
const maxInterfaceOctets = 4;

export const channelIdentification = elementCodec<ChannelIdentification>({
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
  read(reader) {
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
  write(writer, value) {
    const { interfaceType, interfaceIdentifier, exclusive, dChannel, channelSelection } = value;
    writer.expect(interfaceType === "basic" || interfaceType === "other");
    writer.last(
      writer.flag(interfaceIdentifier !== undefined, 7) |
        writer.flag(interfaceType === "other", 6) |
        writer.flag(exclusive, 4) |
        writer.flag(dChannel, 3) |
        writer.bits(channelSelection, 2, 1),
    );
    if (interfaceIdentifier !== undefined) writeInterface(writer, interfaceIdentifier);
    writeChannels(writer, value);
  },
});

/** Octet 3.2 says whether numbers or a map follow. */
function readChannels(reader: OctetReader, into: Mutable<ChannelIdentification>): void {
  const octet32 = reader.next();
  into.codingStandard = bits(octet32, 7, 6);
  into.channelType = bits(octet32, 4, 1);
  if (bits(octet32, 5, 5) === 1) {
    into.slotMap = reader.rest();
    return;
  }
  const channels: number[] = [];
  while (reader.left > 0) channels.push(bits(reader.next(), 7, 1));
  into.channels = channels;
}

function writeChannels(writer: OctetWriter, value: ChannelIdentification): void {
  const { channels, slotMap } = value;
  if (value.codingStandard === undefined && value.channelType === undefined) {
    if (channels === undefined && slotMap === undefined) return;
  }
  const { codingStandard = 0, channelType = bChannelUnits } = value;
  const octet32 = writer.bits(codingStandard, 7, 6) | writer.bits(channelType, 4, 1);
  writer.last(octet32 | writer.flag(slotMap !== undefined, 5));
  if (channels !== undefined) {
    writer.expect(Array.isArray(channels));
    for (const [index, channel] of channels.entries()) {
      const octet33 = writer.bits(channel, 7, 1);
      if (slotMap === undefined) writer.octet(index === channels.length - 1 ? 0x80 | octet33 : octet33);
    }
  }
  if (slotMap !== undefined) writer.copy(slotMap);
}

function sevenBits(octets: Uint8Array): number {
  return octets.reduce((value, octet) => value * 0x80 + bits(octet, 7, 1), 0);
}

/** Octet 3.1 and those that follow in its group, seven bits each. */
function writeInterface(writer: OctetWriter, identifier: number): void {
  writer.expect(Number.isInteger(identifier) && identifier >= 0 && identifier < 2 ** (7 * maxInterfaceOctets));
  let shift = 0;
  while (identifier >> (shift + 7) > 0) shift += 7;
  for (; shift > 0; shift -= 7) writer.octet((identifier >> shift) & 0x7f);
  writer.last(identifier & 0x7f);
}
