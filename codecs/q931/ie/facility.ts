import { Writer } from "../../ber/writer.ts";
import type { Dialect } from "../../dialect.ts";
import { isoDialect } from "../../dialect.ts";
import { readFacility } from "../../facility/decode.ts";
import { encodeFacility, writeFacility } from "../../facility/encode.ts";
import type { Facility } from "../../facility/facility.ts";
import { facilityShape } from "../../facility/json.ts";
import { elementCodec, maxContentsOctets } from "../element.ts";
import type { InformationElement } from "../message.ts";

export const facility = elementCodec<Facility>({
  id: 0x1c,
  codeset: 0,
  name: "Facility",
  clause: "Q.932 8.2.3, ECMA-165 11.3.3",
  shape: facilityShape,
  read: ({ octets, at, stop }, strictness) => readFacility(octets, at, stop, "qsig", strictness),
  write(writer, value) {
    writer.expect(facilityShape.check(value, "") === undefined);
    writer.copy(encodeFacility(value));
  },
  anyForm: true,
  problems: (value) => value.problems,
});

/**
 * Makes one Facility element as the peer wants it written. RangeError where a value is outside its type, or where the
 * contents exceed 255 octets: an APDU is never split, so put the components in elements of their own (CC 2.3.8).
 */
export function facilityElement(value: Facility, dialect: Dialect = isoDialect): InformationElement<Facility> {
  const { id, codeset } = facility;
  const writer = Writer.shared(dialect);
  let octets: Uint8Array | undefined;
  while (octets === undefined) octets = writer.take(writeElement(writer, writer.end, value, dialect));
  return { id, codeset, octets, value };
}

/** Contents, their length, the identifier, in front of `end`: no array for the contents alone. */
function writeElement(writer: Writer, end: number, value: Facility, dialect: Dialect): number {
  const at = writeFacility(writer, end, value, dialect);
  if (end - at > maxContentsOctets) throw new RangeError(`element ${facility.id}: ${end - at} octets of contents`);
  return writer.octet(writer.octet(at, end - at), facility.id);
}
