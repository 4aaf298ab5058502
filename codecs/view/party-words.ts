import type {
  PartyNumber,
  PresentedAddressScreened,
  PresentedAddressUnscreened,
  PresentedNumberScreened,
  PresentedNumberUnscreened,
} from "../generated/addressing-data-elements-asn1-97.ts";
import type {
  Name,
  NamePresentationAllowed,
  NamePresentationRestricted,
  NameSet,
} from "../generated/name-operations-asn1-97.ts";
import { textOf } from "./character-sets.ts";

export function numberWords(number: PartyNumber): string {
  if ("publicPartyNumber" in number) return number.publicPartyNumber.publicNumberDigits;
  if ("privatePartyNumber" in number) return number.privatePartyNumber.privateNumberDigits;
  return Object.values(number)[0] ?? "";
}

export function presentedWords(
  number: PresentedNumberUnscreened | PresentedNumberScreened | PresentedAddressScreened | PresentedAddressUnscreened,
): string {
  if ("presentationAllowedAddress" in number) return numberWords(withinScreened(number.presentationAllowedAddress));
  if ("presentationRestrictedAddress" in number)
    return `${numberWords(withinScreened(number.presentationRestrictedAddress))} (withheld)`;
  return "presentationRestricted" in number ? "a withheld number" : "an unknown number";
}

function withinScreened(number: PartyNumber | { readonly partyNumber: PartyNumber }): PartyNumber {
  return "partyNumber" in number ? number.partyNumber : number;
}

export function nameWords(name: Name): string {
  if ("nameNotAvailable" in name) return "not named";
  if ("namePresentationAllowed" in name) return quoted(name.namePresentationAllowed);
  const { namePresentationRestricted: restricted } = name;
  if ("namePresentationRestrictedNull" in restricted) return "named, but withheld";
  return `${quoted(restricted)} (withheld)`;
}

/** A number with the name that may stand beside it. */
export function partyWords(number: string, name?: Name): string {
  return name === undefined ? number : `${number}, ${nameWords(name)}`;
}

type Named =
  | NamePresentationAllowed
  | Exclude<NamePresentationRestricted, { readonly namePresentationRestrictedNull: null }>;

function quoted(name: Named): string {
  const [presented]: readonly (Uint8Array | NameSet)[] = Object.values<Uint8Array | NameSet>(name);
  if (presented === undefined) return '""';
  const text = presented instanceof Uint8Array ? textOf(presented) : textOf(presented.nameData, presented.characterSet);
  return quotedText(text);
}

/** In quotes, and harmless on a screen. */
export function quotedText(text: string): string {
  return JSON.stringify(text).replaceAll(unprintable, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** What could move the cursor or turn the writing round on a screen, and JSON leaves as it is. */
const unprintable = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
