import { Writer } from "../ber/writer.ts";
import type { Dialect } from "../dialect.ts";
import { isoDialect } from "../dialect.ts";
import { DecodeError } from "../error.ts";
import {
  encodeInterpretationApdu,
  encodeNetworkFacilityExtension,
  encodeNetworkProtocolProfile,
} from "../generated/facility-information-element-components.ts";
import type { Component } from "../rose/component.ts";
import type { ComponentDialect } from "../rose/encode.ts";
import { encodeComponent } from "../rose/encode.ts";
import { globalPrefix, operationOf } from "../rose/operations.ts";
import { decodeFacility } from "./decode.ts";
import type { Facility, Interpretation } from "./facility.ts";

/** A Facility value as the dialect has it; `interpretation` is that of the operation (CC 2.2), else the dialect's. */
export function facilityOf(
  components: readonly Component[],
  dialect: Dialect = isoDialect,
  interpretation: Interpretation | undefined = dialect.interpretation,
): Facility {
  const { profile, nfe } = dialect;
  return {
    profile,
    ...(nfe === undefined ? {} : { nfe }),
    ...(interpretation === undefined ? {} : { interpretation }),
    components,
  };
}

/** Writes the contents of a Facility element, profile first: exactly what the value states, in the peer's form. */
export function encodeFacility(facility: Facility, dialect: ComponentDialect = isoDialect): Uint8Array {
  const { profile, profileExtension = new Uint8Array(0), nfe, npp, interpretation, components } = facility;
  const header = new Writer();
  if (nfe !== undefined) encodeNetworkFacilityExtension(header, nfe);
  if (npp !== undefined) encodeNetworkProtocolProfile(header, npp);
  if (interpretation !== undefined) encodeInterpretationApdu(header, interpretation);
  const parts = [
    profileExtension,
    header.take(),
    ...components.map((component) => encodeComponent(component, dialect)),
  ];
  const octets = new Uint8Array(parts.reduce((length, part) => length + part.length, 1));
  octets[0] = profile;
  let at = 1;
  for (const part of parts) {
    octets.set(part, at);
    at += part.length;
  }
  return octets;
}

/**
 * The dialect in which these Facility contents, one or more of the same sender, are written: encoding their values in
 * it gives the same octets. undefined where no form we write does (then only the octets themselves do).
 */
export function observedDialect(...contents: readonly Uint8Array[]): Dialect | undefined {
  const facilities: Facility[] = [];
  for (const each of contents) {
    const facility = decodeFacility(each);
    if (facility instanceof DecodeError) return undefined;
    facilities.push(facility);
  }
  const [first] = facilities;
  if (first === undefined) return undefined;
  const { profile, nfe, interpretation } = first;
  const base: Dialect = {
    trueOctet: 0xff,
    lengthForm: "definite",
    oidPrefix: globalPrefix,
    profile,
    ...(nfe === undefined ? {} : { nfe }),
    ...(interpretation === undefined ? {} : { interpretation }),
    opCoding: facilities.some((facility) => facility.components.some(isGlobal)) ? "global" : "local",
  };
  for (const lengthForm of ["definite", "indefinite"] as const) {
    for (const trueOctet of [0xff, 0x01] as const) {
      const dialect = { ...base, lengthForm, trueOctet };
      if (facilities.every((facility, index) => isSame(encodeFacility(facility, dialect), contents[index])))
        return dialect;
    }
  }
  return undefined;
}

function isGlobal(component: Component): boolean {
  if (component.component !== "invoke" && component.component !== "returnResult") return false;
  return typeof component.code === "string" && operationOf(component.code) !== null;
}

function isSame(left: Uint8Array, right: Uint8Array | undefined): boolean {
  return left.length === right?.length && left.every((octet, index) => octet === right[index]);
}
