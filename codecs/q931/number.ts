import { DecodeError } from "../error.ts";
import type { Strictness } from "../leniencies.ts";
import type { Shape } from "../shape.ts";
import { integer, optional, record, text } from "../shape.ts";
import { type OctetReader, type OctetWriter, bits, isLast } from "./octets.ts";

/** The value of every number element. `presentation` and `screening` are octet 3a: both or none are on the wire. */
export interface PartyNumberElement {
  /** `typesOfNumber` of names.ts. */
  readonly typeOfNumber: number;
  /** `numberingPlans` of names.ts. */
  readonly numberingPlan: number;
  /** 0 allowed, 1 restricted, 2 number not available. */
  readonly presentation?: number;
  /** 0 user provided, not screened; 1 verified and passed; 2 verified and failed; 3 network provided. */
  readonly screening?: number;
  /** Octet 3b of a Redirecting number: why the call was diverted. */
  readonly reason?: number;
  /** IA5 characters as sent. */
  readonly digits: string;
}

export const partyNumberElement: Shape<PartyNumberElement> = record<PartyNumberElement>({
  typeOfNumber: integer(0, 7),
  numberingPlan: integer(0, 15),
  presentation: optional(integer(0, 3)),
  screening: optional(integer(0, 3)),
  reason: optional(integer(0, 15)),
  digits: text(127),
});

/**
 * Octet 3 type and plan, 3a presentation and screening, 3b reason, then IA5 digits (Q.931 4.5.8, 4.5.10). Without
 * `strictness` octet 3b is in its place.
 */
export function readNumber(reader: OctetReader, strictness?: Strictness): PartyNumberElement | DecodeError {
  const octet3 = reader.next();
  const octet3a = isLast(octet3) ? undefined : reader.next();
  const octet3b = octet3a === undefined || isLast(octet3a) ? undefined : reader.next();
  if (octet3b !== undefined && !isLast(octet3b)) return reader.bad();
  if (octet3b !== undefined && strictness?.allows("reasonOfNumber") === false) {
    return new DecodeError("notStrict", 2, "reasonOfNumber");
  }
  const digits = reader.ia5();
  if (digits === undefined) return reader.bad();
  const typeOfNumber = bits(octet3, 7, 5);
  const numberingPlan = bits(octet3, 4, 1);
  if (octet3a === undefined) return reader.end({ typeOfNumber, numberingPlan, digits });
  const presentation = bits(octet3a, 7, 6);
  const screening = bits(octet3a, 2, 1);
  if (octet3b === undefined) return reader.end({ typeOfNumber, numberingPlan, digits, presentation, screening });
  const reason = bits(octet3b, 4, 1);
  return reader.end({ typeOfNumber, numberingPlan, digits, presentation, screening, reason });
}

export function writeNumber(writer: OctetWriter, value: PartyNumberElement): void {
  const { reason } = value;
  const octet3 = writer.bits(value.typeOfNumber, 7, 5) | writer.bits(value.numberingPlan, 4, 1);
  if (value.presentation === undefined && value.screening === undefined && reason === undefined) writer.last(octet3);
  else {
    const { presentation = 0, screening = 0 } = value;
    writer.octet(octet3);
    const octet3a = writer.bits(presentation, 7, 6) | writer.bits(screening, 2, 1);
    if (reason === undefined) writer.last(octet3a);
    else {
      writer.octet(octet3a);
      writer.last(writer.bits(reason, 4, 1));
    }
  }
  writer.text(value.digits, 127);
}
