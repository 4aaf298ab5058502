import type { DecodeError } from "../error.ts";
import type {
  EntityType,
  InterpretationApdu as Interpretation,
  NetworkFacilityExtension,
} from "../generated/facility-information-element-components.ts";
import type { Component } from "../rose/component.ts";

export type { EntityType, Interpretation, NetworkFacilityExtension };

/** Between end PINXs: nearly every element says so. */
export const usualNfe: NetworkFacilityExtension = { sourceEntity: "endPINX", destinationEntity: "endPINX" };

/** The contents of one Facility information element. */
export interface Facility {
  /** The octet: 0x9f networking extensions (ISO), 0x91 ROSE (QSIG version 1 / ECMA). */
  readonly profile: number;
  /** Octets 3a and on, in traces of other protocols than QSIG only. */
  readonly profileExtension?: Uint8Array;
  readonly nfe?: NetworkFacilityExtension;
  readonly npp?: number;
  /** Absent means rejectAnyUnrecognisedInvokePdu (ECMA-165). */
  readonly interpretation?: Interpretation;
  readonly components: readonly Component[];
  /** Those of all components; offsets count from the first octet of the contents. */
  readonly problems?: readonly DecodeError[];
}
