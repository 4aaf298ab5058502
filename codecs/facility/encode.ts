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
import { writeComponent } from "../rose/encode.ts";
import { globalPrefix, operationOf } from "../rose/operations.ts";
import { decodeFacility } from "./decode.ts";
import { type Facility, type Interpretation, type NetworkFacilityExtension, usualNfe } from "./facility.ts";
import { usualNfeLength, writeUsualNfe } from "./usual-nfe.ts";

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

/** Gives the contents of a Facility element, profile first: exactly what the value states, in the peer's form. */
export function encodeFacility(facility: Facility, dialect: ComponentDialect = isoDialect): Uint8Array {
  const writer = Writer.shared(dialect);
  let octets: Uint8Array | undefined;
  while (octets === undefined) octets = writer.take(writeFacility(writer, writer.end, facility, dialect));
  return octets;
}

/** Writes the same in front of `end` and returns where it begins; the writer has the options of the dialect. */
export function writeFacility(writer: Writer, end: number, facility: Facility, dialect: ComponentDialect): number {
  const { profile, profileExtension, nfe, npp, interpretation, components } = facility;
  let at = end;
  for (let i = components.length - 1; i >= 0; i -= 1) {
    at = writeComponent(writer, at, components[i] as Component, dialect);
  }
  if (interpretation !== undefined) at = encodeInterpretationApdu(writer, at, interpretation);
  if (npp !== undefined) at = encodeNetworkProtocolProfile(writer, at, npp);
  if (nfe !== undefined) at = writeNfe(writer, at, nfe);
  if (profileExtension !== undefined) at = writer.openType(at, profileExtension);
  return writer.octet(at, profile);
}

/** Always of the definite form: that of a dialect is the form of its components. */
function writeNfe(writer: Writer, end: number, nfe: NetworkFacilityExtension): number {
  if (nfe === usualNfe) {
    writeUsualNfe(writer.room, end - usualNfeLength);
    return end - usualNfeLength;
  }
  const { indefinite } = writer;
  writer.indefinite = false;
  try {
    return encodeNetworkFacilityExtension(writer, end, nfe);
  } finally {
    writer.indefinite = indefinite;
  }
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
