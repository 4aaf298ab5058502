import type { Mutable } from "../ber/codec.ts";
import { Reader } from "../ber/reader.ts";
import { DecodeError } from "../error.ts";
import {
  readInterpretationApdu,
  readNetworkFacilityExtension,
  readNetworkProtocolProfile,
  usualInterpretationApdu,
} from "../generated/facility-information-element-components.ts";
import type { Component } from "../rose/component.ts";
import type { Context, Protocol } from "../rose/operations.ts";
import type { Strictness } from "../leniencies.ts";
import { decodeComponent, readComponent, unknown } from "../rose/decode.ts";
import { usualComponent } from "../rose/usual.ts";
import { copyOf, plain } from "../slab.ts";
import { type Facility, usualNfe } from "./facility.ts";
import { isUsualNfe, usualNfeLength } from "./usual-nfe.ts";

/** Protocol profiles whose contents are ROSE components (Q.932 8.2.3, ECMA-165; CC 2.2 [2S]). */
export const profiles = { networkingExtensions: 0x9f, rose: 0x91 } as const;
const isKnown = (profile: number): boolean => profile === profiles.networkingExtensions || profile === profiles.rose;

/** The ROSE profile with its extension bit clear: octets that say whose operations follow, for Nortel `be` [RUN]. */
export const extendedProfile = 0x11;
const extensionBit = 0x80;

const none: readonly Component[] = [];
const noProblems: readonly DecodeError[] = [];

/** Components of one element: an element of 255 octets has room for far fewer useful ones. */
export const facilityLimits = { components: 64 } as const;

/** The tags of the header components, each at most once (CC 2.2 [2S]). */
const headerTags = { nfe: 0xaa, npp: 0x92, interpretation: 0x8b } as const;

/**
 * Reads the contents of a Facility element from the protocol profile on. It fails on an unknown profile and on a broken
 * header; a component that cannot be read stays among the components, in its place.
 */
export function decodeFacility(
  contents: Uint8Array,
  protocol: Protocol = "qsig",
  strictness?: Strictness,
): Facility | DecodeError {
  return readFacility(plain(contents), 0, contents.length, protocol, strictness);
}

/** The same from `start` to `end` of a plain array of octets; offsets count from `start`. */
export function readFacility(
  octets: Uint8Array,
  start: number,
  end: number,
  protocol: Protocol,
  strictness: Strictness | undefined,
): Facility | DecodeError {
  if (start >= end) return new DecodeError("truncated", 0, "Facility");
  const profile = octets[start] as number;
  const extended = profile === extendedProfile && protocol !== "qsig";
  if (!extended && !isKnown(profile)) return new DecodeError("unknownProfile", 0, "Facility");
  const headerAt = extended ? extensionEnd(octets, start + 1, end) : start + 1;
  if (headerAt > end) return new DecodeError("truncated", end - start, "Facility");
  const reader = new Reader(octets, headerAt, end, strictness);
  if (!extended) {
    const usual = usualFacility(reader, profile, protocol);
    if (usual !== undefined) return usual;
    reader.at = headerAt;
  }
  const facility = readHeader(reader, profile);
  if (facility === undefined || reader.error !== undefined) return fromStart(reader.failure("Facility"), start);
  if (reader.at === end && !reader.allows("facilityWithoutComponent")) {
    return fromStart(reader.failure("Facility"), start);
  }
  readComponents(reader, facility, extended ? "other" : protocol, start);
  if (extended) facility.profileExtension = copyOf(octets, start + 1, headerAt);
  return facility;
}

function fromStart({ code, offset, path }: DecodeError, start: number): DecodeError {
  return new DecodeError(code, offset - start, path);
}

/** Behind the octet that closes the profile; beyond `end` where none does. */
function extensionEnd(octets: Uint8Array, at: number, end: number): number {
  let next = at;
  while (next < end && ((octets[next] as number) & extensionBit) === 0) next += 1;
  return next + 1;
}

/**
 * Most elements are so: the network facility extension between end PINXs, perhaps the interpretation, and components of
 * the usual form. Made in one go: members added later cost V8 an allocation each.
 */
function usualFacility(reader: Reader, profile: number, context: Context): Facility | undefined {
  const nfe = readUsualNfe(reader);
  if (nfe === undefined) return undefined;
  const isStated = reader.octets[reader.at] === headerTags.interpretation;
  const interpretation = isStated ? usualInterpretationApdu(reader) : undefined;
  if (isStated && interpretation === undefined) return undefined;
  const first = usualComponent(reader, context);
  if (first === undefined) return undefined;
  // Most have one: an empty array that grows makes room for 17.
  const components = [first];
  while (reader.at < reader.end) {
    const next = usualComponent(reader, context);
    if (next === undefined || components.length === facilityLimits.components) return undefined;
    components.push(next);
  }
  return interpretation === undefined ? { profile, nfe, components } : { profile, nfe, interpretation, components };
}

/** The header components in whatever order they come, up to the first that is none or comes again. */
function readHeader(reader: Reader, profile: number): Mutable<Facility> | undefined {
  const facility: Mutable<Facility> = { profile, components: none };
  while (reader.at < reader.end) {
    const tag = reader.tag();
    if (isLate(tag, facility) && !reader.allows("facilityHeaderOrder")) return undefined;
    if (tag === headerTags.nfe && facility.nfe === undefined) {
      const nfe = readUsualNfe(reader) ?? readNetworkFacilityExtension(reader);
      if (nfe === undefined) return reader.under("nfe");
      facility.nfe = nfe;
    } else if (tag === headerTags.npp && facility.npp === undefined) {
      const npp = readNetworkProtocolProfile(reader);
      if (npp === undefined) return reader.under("npp");
      facility.npp = npp;
    } else if (tag === headerTags.interpretation && facility.interpretation === undefined) {
      const interpretation = readInterpretationApdu(reader);
      if (interpretation === undefined) return reader.under("interpretation");
      facility.interpretation = interpretation;
    } else break;
  }
  return facility;
}

/** Reads it where it has its usual octets; else undefined, and nothing is read. */
function readUsualNfe(reader: Reader): Facility["nfe"] {
  const { octets, at, end } = reader;
  if (at + usualNfeLength > end || !isUsualNfe(octets, at)) return undefined;
  reader.at = at + usualNfeLength;
  return usualNfe;
}

/** A header component stands behind one that it should stand before. */
function isLate(tag: number, { npp, interpretation }: Facility): boolean {
  if (tag === headerTags.nfe) return npp !== undefined || interpretation !== undefined;
  return tag === headerTags.npp && interpretation !== undefined;
}

/** `start`: where the contents begin, from which the offsets of problems count. */
function readComponents(reader: Reader, into: Mutable<Facility>, context: Context, start: number): void {
  let problems: DecodeError[] | undefined;
  let components: Component[] | undefined;
  const { end } = reader;
  while (reader.at < end) {
    const { at } = reader;
    const index = components?.length ?? 0;
    let component = index < facilityLimits.components ? flawlessComponent(reader, context) : undefined;
    if (component === undefined) {
      // What is wrong is told from the first octet of the component.
      reader.rewind(at, end, 0);
      component = flawedComponent(reader, index, context);
      const own = component.problems ?? noProblems;
      if (own.length > 0) problems ??= [];
      for (const { code, offset, path } of own) problems?.push(new DecodeError(code, at - start + offset, path));
    }
    // Most elements have one: an empty array that grows makes room for 17.
    if (components === undefined) components = [component];
    else components.push(component);
  }
  if (components !== undefined) into.components = components;
  if (problems !== undefined) into.problems = problems;
}

/** The next component, or undefined where anything about it is wrong. */
function flawlessComponent(reader: Reader, context: Context): Component | undefined {
  const component = readComponent(reader, context);
  return reader.error === undefined && component?.problems === undefined ? component : undefined;
}

/** The next component with what is wrong; one that does not even end, or is one too many, takes the rest with it. */
function flawedComponent(reader: Reader, index: number, context: Context): Component {
  const { octets, at, end } = reader;
  const whole = index < facilityLimits.components ? reader.open() : reader.fail("tooMany");
  if (whole !== undefined) return decodeComponent(whole, context, reader.strictness);
  reader.at = end;
  return unknown(copyOf(octets, at, end), null, new DecodeError(reader.error?.code ?? "truncated", 0, "Component"));
}
