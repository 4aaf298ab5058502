import type { Mutable } from "../ber/codec.ts";
import { Reader } from "../ber/reader.ts";
import { DecodeError } from "../error.ts";
import {
  readInterpretationApdu,
  readNetworkFacilityExtension,
  readNetworkProtocolProfile,
} from "../generated/facility-information-element-components.ts";
import type { Component } from "../rose/component.ts";
import type { Context, Protocol } from "../rose/operations.ts";
import type { Strictness } from "../leniencies.ts";
import { decodeComponent, unknown } from "../rose/decode.ts";
import type { Facility } from "./facility.ts";

/** Protocol profiles whose contents are ROSE components (Q.932 8.2.3, ECMA-165; CC 2.2 [2S]). */
export const profiles = { networkingExtensions: 0x9f, rose: 0x91 } as const;
const known: ReadonlySet<number | undefined> = new Set(Object.values(profiles));

/** The ROSE profile with its extension bit clear: octets that say whose operations follow, for Nortel `be` [RUN]. */
export const extendedProfile = 0x11;
const extensionBit = 0x80;

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
  const profile = contents[0];
  if (profile === undefined) return new DecodeError("truncated", 0, "Facility");
  const extended = profile === extendedProfile && protocol !== "qsig";
  if (!extended && !known.has(profile)) return new DecodeError("unknownProfile", 0, "Facility");
  const start = extended ? extensionEnd(contents) : 1;
  if (start === 0) return new DecodeError("truncated", contents.length, "Facility");
  const reader = new Reader(contents, start, contents.length, strictness);
  const components: Component[] = [];
  const facility: Mutable<Facility> = { profile, components };
  if (readHeader(reader, facility) === undefined || reader.error !== undefined) return reader.failure("Facility");
  if (reader.at === reader.end && !reader.allows("facilityWithoutComponent")) return reader.failure("Facility");
  const problems: DecodeError[] = [];
  while (reader.at < reader.end) {
    const at = reader.at;
    const component = readComponent(reader, components.length, extended ? "other" : protocol);
    components.push(component);
    for (const { code, offset, path } of component.problems ?? []) {
      problems.push(new DecodeError(code, at + offset, path));
    }
  }
  if (start > 1) facility.profileExtension = contents.slice(1, start);
  if (problems.length > 0) facility.problems = problems;
  return facility;
}

/** Behind the octet that closes the profile; 0 where none does. */
function extensionEnd(contents: Uint8Array): number {
  return 1 + contents.findIndex((octet) => (octet & extensionBit) !== 0);
}

/** In whatever order they come, up to the first that is none or comes again. */
function readHeader(reader: Reader, into: Mutable<Facility>): true | undefined {
  while (reader.at < reader.end) {
    const tag = reader.tag();
    if (isLate(tag, into) && !reader.allows("facilityHeaderOrder")) return undefined;
    if (tag === headerTags.nfe && into.nfe === undefined) {
      const nfe = readNetworkFacilityExtension(reader);
      if (nfe === undefined) return reader.under("nfe");
      into.nfe = nfe;
    } else if (tag === headerTags.npp && into.npp === undefined) {
      const npp = readNetworkProtocolProfile(reader);
      if (npp === undefined) return reader.under("npp");
      into.npp = npp;
    } else if (tag === headerTags.interpretation && into.interpretation === undefined) {
      const interpretation = readInterpretationApdu(reader);
      if (interpretation === undefined) return reader.under("interpretation");
      into.interpretation = interpretation;
    } else return true;
  }
  return true;
}

/** A header component stands behind one that it should stand before. */
function isLate(tag: number, { npp, interpretation }: Facility): boolean {
  if (tag === headerTags.nfe) return npp !== undefined || interpretation !== undefined;
  return tag === headerTags.npp && interpretation !== undefined;
}

/** The next component; what does not even end, or is one too many, takes the rest with it. */
function readComponent(reader: Reader, index: number, context: Context): Component {
  const { octets, at, end } = reader;
  const whole = index < facilityLimits.components ? reader.open() : reader.fail("tooMany");
  if (whole !== undefined) return decodeComponent(whole, context, reader.strictness);
  reader.at = end;
  return unknown(octets.subarray(at, end), null, new DecodeError(reader.error?.code ?? "truncated", 0, "Component"));
}
