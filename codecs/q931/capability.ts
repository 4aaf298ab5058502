import type { Mutable } from "../ber/codec.ts";
import type { DecodeError } from "../error.ts";
import type { Fields } from "../shape.ts";
import { integer, list, octets, optional, record } from "../shape.ts";
import { type OctetReader, type OctetWriter, bits, isLast } from "./octets.ts";

/** What Bearer capability and Low layer compatibility have in common. */
export interface Capability {
  /** 0 ITU-T, 1 ISO/IEC, 2 national, 3 of the network. */
  readonly codingStandard: number;
  /** `transferCapabilities` of names.ts. */
  readonly informationTransferCapability: number;
  /** 0 circuit, 2 packet. */
  readonly transferMode: number;
  /** 0x10 is 64 kbit/s; 0 with ISO/IEC coding: call-independent signalling connection (ECMA-165 11.3.1). */
  readonly informationTransferRate: number;
  /** Octets 4a and on: structure, configuration, establishment, symmetry. */
  readonly transferParameters?: Uint8Array;
  /** Octet 4.1: the number of 64 kbit/s channels, with rate 0x18 only. */
  readonly rateMultiplier?: number;
  /** User information protocols in the order of the wire. */
  readonly layers: readonly LayerProtocol[];
}

export interface LayerProtocol {
  /** The layer, 1 to 3. */
  readonly layer: number;
  readonly protocol: number;
  /** The octets of the same group behind the protocol (5a, 5b ...), with their extension bits. */
  readonly parameters?: Uint8Array;
}

const multirate = 0x18;

export const capabilityFields: Fields<Capability> = {
  codingStandard: integer(0, 3),
  informationTransferCapability: integer(0, 31),
  transferMode: integer(0, 3),
  informationTransferRate: integer(0, 31),
  transferParameters: optional(octets()),
  rateMultiplier: optional(integer(0, 127)),
  layers: list(
    record<LayerProtocol>({ layer: integer(1, 3), protocol: integer(0, 31), parameters: optional(octets()) }),
  ),
};

/** Octets 4 and on; octet 3 is read by the caller. */
export function readCapability(octet3: number, reader: OctetReader): Capability | DecodeError {
  const octet4 = reader.next();
  const transferParameters = isLast(octet4) ? undefined : reader.group();
  const informationTransferRate = bits(octet4, 5, 1);
  const octet41 = informationTransferRate === multirate && reader.left > 0 ? reader.next() : undefined;
  const layers: LayerProtocol[] = [];
  while (reader.left > 0) {
    const octet = reader.next();
    if (bits(octet, 7, 6) === 0) return reader.bad();
    const layer: Mutable<LayerProtocol> = { layer: bits(octet, 7, 6), protocol: bits(octet, 5, 1) };
    if (!isLast(octet)) layer.parameters = reader.group();
    layers.push(layer);
  }
  const value: Mutable<Capability> = {
    codingStandard: bits(octet3, 7, 6),
    informationTransferCapability: bits(octet3, 5, 1),
    transferMode: bits(octet4, 7, 6),
    informationTransferRate,
    layers,
  };
  if (transferParameters !== undefined) value.transferParameters = transferParameters;
  if (octet41 !== undefined) value.rateMultiplier = bits(octet41, 7, 1);
  return reader.end(value);
}

/** Octet 3 without its extension bit. */
export function octet3Of(writer: OctetWriter, value: Capability): number {
  return writer.bits(value.codingStandard, 7, 6) | writer.bits(value.informationTransferCapability, 5, 1);
}

/** Octets 4 and on. */
export function writeCapability(writer: OctetWriter, value: Capability): void {
  const { transferMode, informationTransferRate, transferParameters, rateMultiplier, layers } = value;
  writer.group(writer.bits(transferMode, 7, 6) | writer.bits(informationTransferRate, 5, 1), transferParameters);
  if (rateMultiplier !== undefined) writer.last(writer.bits(rateMultiplier, 7, 1));
  writer.expect(Array.isArray(layers));
  for (const { layer, protocol, parameters } of layers) {
    writer.expect(layer !== 0);
    writer.group(writer.bits(layer, 7, 6) | writer.bits(protocol, 5, 1), parameters);
  }
}
