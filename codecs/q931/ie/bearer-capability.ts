import { record } from "../../shape.ts";
import type { Capability } from "../capability.ts";
import { capabilityFields, decodeCapability, encodeCapability } from "../capability.ts";
import type { ElementCodec } from "../element.ts";
import { OctetReader, isLast } from "../octets.ts";

export type BearerCapability = Capability;

export const bearerCapability: ElementCodec<BearerCapability> = {
  id: 0x04,
  codeset: 0,
  name: "Bearer capability",
  clause: "Q.931 4.5.5",
  shape: record<BearerCapability>(capabilityFields),
  decode(contents) {
    const reader = new OctetReader(contents);
    const octet3 = reader.next();
    return isLast(octet3) ? decodeCapability(octet3, reader) : reader.bad();
  },
  encode: (value) => [
    0x80 | (value.codingStandard << 5) | value.informationTransferCapability,
    ...encodeCapability(value),
  ],
};
