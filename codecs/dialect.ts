import type { WriterOptions } from "./ber/writer.ts";
import { type Interpretation, type NetworkFacilityExtension, usualNfe } from "./facility/facility.ts";

/**
 * What one peer writes differently from another where all forms are legal. `profile`, `nfe` and `interpretation` fill
 * in what the sender of a Facility element left open; a value that states them wins.
 */
export interface Dialect extends Required<WriterOptions> {
  /** The protocol profile octet: 0x9f networking extensions (ISO), 0x91 ROSE (QSIG version 1, ECMA). */
  readonly profile: number;
  readonly nfe?: NetworkFacilityExtension;
  readonly interpretation?: Interpretation;
  /** How operations of our table are written: local integer, or OBJECT IDENTIFIER below `oidPrefix`. */
  readonly opCoding: "local" | "global";
  /** In dots. Errors stay local integers: no source registers another form (CC 1.1). */
  readonly oidPrefix: string;
}

/** The ISO form with DER's TRUE, from end PINX to end PINX. */
export const isoDialect: Dialect = {
  trueOctet: 0xff,
  lengthForm: "definite",
  profile: 0x9f,
  nfe: usualNfe,
  opCoding: "local",
  oidPrefix: "1.3.12.9",
};
