import { record } from "../../shape.ts";
import type { Capability } from "../capability.ts";
import { capabilityFields, octet3Of, readCapability, writeCapability } from "../capability.ts";
import { elementCodec } from "../element.ts";
import { isLast } from "../octets.ts";

export type BearerCapability = Capability;

export const bearerCapability = elementCodec<BearerCapability>({
  id: 0x04,
  codeset: 0,
  name: "Bearer capability",
  clause: "Q.931 4.5.5",
  shape: record<BearerCapability>(capabilityFields),
  read(reader) {
    const octet3 = reader.next();
    return isLast(octet3) ? readCapability(octet3, reader) : reader.bad();
  },
  write(writer, value) {
    writer.last(octet3Of(writer, value));
    writeCapability(writer, value);
  },
});
