import type { DecodeError } from "../error.ts";
import type { Component } from "../rose/component.ts";

export type EntityType = "endPINX" | "anyTypeOfPINX";

/** Network facility extension (ECMA-165). Addresses are values of the ASN.1 type PartyNumber. */
export interface NetworkFacilityExtension {
  readonly sourceEntity: EntityType;
  readonly sourceEntityAddress?: unknown;
  readonly destinationEntity: EntityType;
  readonly destinationEntityAddress?: unknown;
}

export type Interpretation =
  | "discardAnyUnrecognisedInvokePdu"
  | "clearCallIfAnyInvokePduNotRecognised"
  | "rejectAnyUnrecognisedInvokePdu";

/** The contents of one Facility information element. */
export interface Facility {
  /** The octet: 0x9f networking extensions (ISO), 0x91 ROSE (QSIG version 1 / ECMA). */
  readonly profile: number;
  readonly nfe?: NetworkFacilityExtension;
  readonly npp?: number;
  /** Absent means rejectAnyUnrecognisedInvokePdu (ECMA-165). */
  readonly interpretation?: Interpretation;
  readonly components: readonly Component[];
  readonly problems?: readonly DecodeError[];
}
