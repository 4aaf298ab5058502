import net from "node:net";
import type { GeneralName, RelativeDistinguishedNames } from "pkijs";

/** Attribute types of X.520 that RFC 4514 gives a short name; others print as numbers. */
const attributes: Readonly<Record<string, string>> = {
  "2.5.4.3": "CN",
  "2.5.4.6": "C",
  "2.5.4.7": "L",
  "2.5.4.8": "ST",
  "2.5.4.10": "O",
  "2.5.4.11": "OU",
  "0.9.2342.19200300.100.1.25": "DC",
};

export const commonNameType = "2.5.4.3";

/** Names come from peers: what a log line shows of one ends here. */
const shownLetters = 120;

/** `CN=gw-1, O=Example`; bounded, and never empty. */
export function nameText(name: RelativeDistinguishedNames): string {
  const parts = name.typesAndValues.map(({ type, value }) => `${attributes[type] ?? type}=${valueText(value)}`);
  return shown(parts.length === 0 ? "(no name)" : parts.join(", "));
}

export function shown(text: string): string {
  return text.length > shownLetters ? `${text.slice(0, shownLetters)}...` : text;
}

export function commonName(name: RelativeDistinguishedNames): string | undefined {
  const found = name.typesAndValues.find(({ type }) => type === commonNameType);
  return found === undefined ? undefined : valueText(found.value);
}

function valueText(value: { readonly valueBlock: object }): string {
  const text = (value.valueBlock as { readonly value?: unknown }).value;
  return typeof text === "string" ? text : "(not text)";
}

/** GeneralName of RFC 5280 4.2.1.6 by its tag. */
const [dnsName, uniformResourceIdentifier, ipAddress] = [2, 6, 7];

/** As `sameName` compares it; undefined for forms that name no trunk: mail addresses, directory names. */
export function generalName({ type, value }: GeneralName): string | undefined {
  if (type === dnsName || type === uniformResourceIdentifier) return canonicalName(String(value));
  if (type !== ipAddress) return undefined;
  const octets = (value as { readonly valueBlock: { readonly valueHexView: Uint8Array } }).valueBlock.valueHexView;
  if (octets.length === 4) return octets.join(".");
  if (octets.length !== 16) return undefined;
  const groups = Array.from({ length: 8 }, (_, at) =>
    (((octets[2 * at] ?? 0) << 8) | (octets[2 * at + 1] ?? 0)).toString(16),
  );
  return canonicalName(groups.join(":"));
}

/** Host names and URIs of SIP domains (RFC 5922) know no case; an address has one form. No wildcard is one. */
export function canonicalName(name: string): string {
  if (net.isIPv6(name)) return new net.SocketAddress({ address: name, family: "ipv6" }).address;
  return name.toLowerCase();
}
