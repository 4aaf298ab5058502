import { DecodeError } from "../../error.ts";
import { flag, optional, record } from "../../shape.ts";
import type { Capability } from "../capability.ts";
import { capabilityFields, octet3Of, readCapability, writeCapability } from "../capability.ts";
import { elementCodec } from "../element.ts";
import { bits, isLast } from "../octets.ts";

export interface LowLayerCompatibility extends Capability {
  /** Octet 3a, where it is sent: out-band negotiation is possible. */
  readonly negotiation?: boolean;
}

export const lowLayerCompatibility = elementCodec<LowLayerCompatibility>({
  id: 0x7c,
  codeset: 0,
  name: "Low layer compatibility",
  clause: "Q.931 4.5.19",
  shape: record<LowLayerCompatibility>({ ...capabilityFields, negotiation: optional(flag()) }),
  read(reader) {
    const octet3 = reader.next();
    const octet3a = isLast(octet3) ? undefined : reader.next();
    if (octet3a !== undefined && !isLast(octet3a)) return reader.bad();
    const capability = readCapability(octet3, reader);
    if (capability instanceof DecodeError || octet3a === undefined) return capability;
    return { ...capability, negotiation: bits(octet3a, 7, 7) === 1 };
  },
  write(writer, value) {
    const { negotiation } = value;
    if (negotiation === undefined) writer.last(octet3Of(writer, value));
    else {
      writer.octet(octet3Of(writer, value));
      writer.last(writer.flag(negotiation, 7));
    }
    writeCapability(writer, value);
  },
});
