/** The contents of the Facility information element. */
export { decodeFacility, facilityLimits, profiles } from "./decode.ts";
export { encodeFacility, facilityOf, observedDialect } from "./encode.ts";
export type { EntityType, Facility, Interpretation, NetworkFacilityExtension } from "./facility.ts";
