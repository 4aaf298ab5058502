import type { Facility } from "../../../codecs/index.ts";

/**
 * A BER library of npm doing the work of our codec for two operations, ccbsRequest and callingName, as somebody who
 * knows the library writes it by hand: every field checked and turned into the value that ours gives. What is not in
 * the messages measured (addresses in the header, subaddresses, extensions, other operations) throws.
 */
export interface BerPeer {
  readonly name: string;
  decode(contents: Uint8Array): Facility;
  encode(facility: Facility): Uint8Array;
  /** The library's own tree of these contents, no field looked at; absent where it makes none. */
  tree?(contents: Uint8Array): unknown;
  encodeTree?(tree: unknown): Uint8Array;
}

export const tags = {
  networkFacilityExtension: 0xaa,
  sourceEntity: 0x80,
  destinationEntity: 0x82,
  interpretation: 0x8b,
  invoke: 0xa1,
  integer: 0x02,
  enumerated: 0x0a,
  numericString: 0x12,
  sequence: 0x30,
  presentationAllowedAddress: 0xa0,
  privatePartyNumber: 0xa5,
  pss1InformationElement: 0x40,
  canRetainService: 0x8c,
  retainSigConnection: 0x8d,
  namePresentationAllowedSimple: 0x80,
} as const;

export const codes = { callingName: 0, ccbsRequest: 40 } as const;

export const entityTypes = ["endPINX", "anyTypeOfPINX"] as const;
export const interpretations = [
  "discardAnyUnrecognisedInvokePdu",
  "clearCallIfAnyInvokePduNotRecognised",
  "rejectAnyUnrecognisedInvokePdu",
] as const;
export const privateTypes = [
  "unknown",
  "level2RegionalNumber",
  "level1RegionalNumber",
  "pISNSpecificNumber",
  "localNumber",
  undefined,
  "abbreviatedNumber",
] as const;

/** The name of a number. */
export function nameOf<Name>(names: readonly Name[], number: number | null): Exclude<Name, undefined> {
  const name = number === null ? undefined : names[number];
  if (name === undefined) throw new RangeError("no name for this number");
  return name as Exclude<Name, undefined>;
}

/** The number of a name. */
export function numberOf(names: readonly (string | undefined)[], name: string): number {
  const number = names.indexOf(name);
  if (number < 0) throw new RangeError("no number for this name");
  return number;
}

const numberDigits = /^[0-9 ]{1,20}$/;

/** NumberDigits: NumericString of 1 to 20. */
export function digits(text: string | null): string {
  if (text === null || !numberDigits.test(text)) throw new RangeError("no NumberDigits");
  return text;
}

/** NameData: 1 to 50 octets. */
export function nameData(octets: Uint8Array): Uint8Array {
  if (octets.length < 1 || octets.length > 50) throw new RangeError("no NameData");
  return octets;
}

/** The one argument that the value has, or an error: the work of a CHOICE. */
export function only<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError("not in the messages measured");
  return value;
}
