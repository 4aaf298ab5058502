import { shapeOf } from "../ber/shape.ts";
import {
  InterpretationApdu,
  NetworkFacilityExtension,
  NetworkProtocolProfile,
} from "../generated/facility-information-element-components.ts";
import type { Component } from "../rose/component.ts";
import { componentFromJson } from "../rose/json.ts";
import type { Shape } from "../shape.ts";
import { list, octets, oneOf, optional, record, ShapeError, toJson } from "../shape.ts";
import { extendedProfile, profiles } from "./decode.ts";
import type { Facility } from "./facility.ts";

const component: Shape<Component> = {
  due: "a component",
  fromJson: componentFromJson,
  check(value, path) {
    const read = componentFromJson(toJson(value), path);
    return read instanceof ShapeError ? read : undefined;
  },
};

/** `{profile, nfe, npp, interpretation, components}`; problems are told beside the element, not in its value. */
export const facilityShape: Shape<Facility> = record<Omit<Facility, "problems">>({
  profile: oneOf(...Object.values(profiles), extendedProfile),
  profileExtension: optional(octets()),
  nfe: optional(shapeOf(NetworkFacilityExtension)),
  npp: optional(shapeOf(NetworkProtocolProfile)),
  interpretation: optional(shapeOf(InterpretationApdu)),
  components: list(component),
});
