import { Reader } from "../ber/reader.ts";
import { DecodeError } from "../error.ts";
import {
  readInterpretationApdu,
  readNetworkFacilityExtension,
  readNetworkProtocolProfile,
} from "../generated/facility-information-element-components.ts";
import type { Component } from "../rose/component.ts";
import type { Protocol } from "../rose/operations.ts";
import { decodeComponent, unknown } from "../rose/decode.ts";
import type { Facility } from "./facility.ts";

/** Protocol profiles whose contents are ROSE components (Q.932 8.2.3, ECMA-165; CC 2.2 [2S]). */
export const profiles = { networkingExtensions: 0x9f, rose: 0x91 } as const;
const known: ReadonlySet<number | undefined> = new Set(Object.values(profiles));

/** Components of one element: an element of 255 octets has room for far fewer useful ones. */
export const facilityLimits = { components: 64 } as const;

/** ONE table: the header components, each at most once (CC 2.2 [2S]). */
const headers = {
  0xaa: { name: "nfe", read: readNetworkFacilityExtension },
  0x92: { name: "npp", read: readNetworkProtocolProfile },
  0x8b: { name: "interpretation", read: readInterpretationApdu },
} as const;

type Header = Partial<Pick<Facility, "nfe" | "npp" | "interpretation">>;

/**
 * Reads the contents of a Facility element from the protocol profile on. It fails on an unknown profile and on a broken
 * header; a component that cannot be read stays among the components, in its place.
 */
export function decodeFacility(contents: Uint8Array, protocol: Protocol = "qsig"): Facility | DecodeError {
  const [profile] = contents;
  if (profile === undefined) return new DecodeError("truncated", 0, "Facility");
  if (!known.has(profile)) return new DecodeError("unknownProfile", 0, "Facility");
  const reader = new Reader(contents, 1);
  const header = readHeader(reader);
  if (header === undefined) return reader.failure("Facility");
  const problems: DecodeError[] = [];
  const components: Component[] = [];
  while (reader.at < reader.end) {
    const at = reader.at;
    const component = readComponent(reader, components.length, protocol);
    components.push(component);
    for (const { code, offset, path } of component.problems ?? [])
      problems.push(new DecodeError(code, at + offset, path));
  }
  return { profile, ...header, components, ...(problems.length === 0 ? {} : { problems }) };
}

/** In whatever order they come. */
function readHeader(reader: Reader): Header | undefined {
  const header: Record<string, unknown> = {};
  while (reader.at < reader.end) {
    const tag = reader.tag();
    const row = tag in headers ? headers[tag as keyof typeof headers] : undefined;
    if (row === undefined || row.name in header) break;
    const value = row.read(reader);
    if (value === undefined) return reader.under(row.name);
    header[row.name] = value;
  }
  return header;
}

/** The next component; what does not even end, or is one too many, takes the rest with it. */
function readComponent(reader: Reader, index: number, protocol: Protocol): Component {
  const { octets, at, end } = reader;
  const whole = index < facilityLimits.components ? reader.open() : reader.fail("tooMany");
  if (whole !== undefined) return decodeComponent(whole, protocol);
  reader.at = end;
  return unknown(octets.subarray(at, end), null, new DecodeError(reader.error?.code ?? "truncated", 0, "Component"));
}
