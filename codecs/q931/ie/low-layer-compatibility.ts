import { DecodeError } from "../../error.ts";
import { flag, optional, record } from "../../shape.ts";
import type { Capability } from "../capability.ts";
import { capabilityFields, decodeCapability, encodeCapability } from "../capability.ts";
import type { ElementCodec } from "../element.ts";
import { OctetReader, bits, group, isLast } from "../octets.ts";

export interface LowLayerCompatibility extends Capability {
  /** Octet 3a, where it is sent: out-band negotiation is possible. */
  readonly negotiation?: boolean;
}

export const lowLayerCompatibility: ElementCodec<LowLayerCompatibility> = {
  id: 0x7c,
  codeset: 0,
  name: "Low layer compatibility",
  clause: "Q.931 4.5.19",
  shape: record<LowLayerCompatibility>({ ...capabilityFields, negotiation: optional(flag()) }),
  decode(contents) {
    const reader = new OctetReader(contents);
    const octet3 = reader.next();
    const octet3a = isLast(octet3) ? undefined : reader.next();
    if (octet3a !== undefined && !isLast(octet3a)) return reader.bad();
    const capability = decodeCapability(octet3, reader);
    if (capability instanceof DecodeError || octet3a === undefined) return capability;
    return { ...capability, negotiation: bits(octet3a, 7, 7) === 1 };
  },
  encode(value) {
    const octet3 = (value.codingStandard << 5) | value.informationTransferCapability;
    const head = value.negotiation === undefined ? group(octet3) : group(octet3, value.negotiation ? 0x40 : 0);
    return Uint8Array.of(...head, ...encodeCapability(value));
  },
};
