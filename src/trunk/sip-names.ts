import type { InformationElement, MessageDraft } from "../../codecs/q931/message.ts";
import { readAddress } from "../../codecs/sip/address.ts";
import { type NameOperation, nameElements, nameOf } from "../party-names.ts";
import { headersOf, type SipHeader } from "./sip-events.ts";

/** As control characters, they would end the quoted string of a display name, and sip.js writes it as it is. */
const special = '"\\\u007f';
/** Of the only invoke that a message made of SIP has, far from those that call completion counts upward (R44). */
const invokeId = 127;

/**
 * The name of who calls or answered, of ECMA-164, as the first of these header fields with a display name has it; no
 * element where the caller wants privacy, who is not told apart from one without a name.
 */
export function nameOfHeaders(
  operation: NameOperation,
  headers: readonly SipHeader[],
  fields: readonly string[],
  isPrivate: boolean,
): readonly InformationElement[] {
  if (isPrivate) return [];
  const names = fields.map((field) => readAddress(headersOf(headers, field)[0] ?? "")?.displayName ?? "");
  return nameElements(operation, invokeId, charactersOf(names.find((name) => name.trim() !== "") ?? "").trim());
}

/** A display name for the name beside a message, where it may be shown. */
export function displayNameOf(
  draft: Pick<MessageDraft, "ies">,
  operation: NameOperation,
): { readonly displayName?: string } {
  const name = nameOf(draft, operation) ?? "";
  const shown = [...name].filter((character) => character >= " " && !special.includes(character)).join("");
  return shown.trim() === "" ? {} : { displayName: octetsOf(shown) };
}

/** Texts of SIP are UTF-8 (RFC 3261 25.1), and have a character an octet here; what is no UTF-8 is taken as Latin-1. */
function charactersOf(octets: string): string {
  try {
    return decodeURIComponent(octets.replace(/[%\u0080-\u00ff]/g, (octet) => `%${octet.charCodeAt(0).toString(16)}`));
  } catch {
    return octets;
  }
}

function octetsOf(characters: string): string {
  return encodeURIComponent(characters).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
