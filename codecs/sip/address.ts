/** Who a From, To or P-Asserted-Identity names. */
export interface SipAddress {
  /** The user part without its parameters, escapes read; absent in a URI without one. */
  readonly user?: string;
  readonly host?: string;
  readonly displayName?: string;
}

const nameAddr = /^[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^"<>]*?))[ \t]*<([^<>]*)>/;
const uri = /^(?:sips?|tel):(?:([^@;?]*)(?:;[^@]*)?@)?([^;?]*)/i;

/** Reads name-addr or addr-spec (RFC 3261 25.1), of a list the first; undefined where it is neither. */
export function readAddress(text: string): SipAddress | undefined {
  const [, quoted, plain, inside] = nameAddr.exec(text) ?? [];
  const address = uri.exec((inside ?? text).trim());
  if (address === null) return undefined;
  const [whole, user, host = ""] = address;
  const displayName = quoted?.replace(/\\(.)/g, "$1") ?? plain;
  const isTel = /^tel:/i.test(whole);
  const name = isTel ? host : user;
  return {
    ...(name === undefined || name === "" ? {} : { user: unescaped(name) }),
    ...(isTel || host === "" ? {} : { host: host.toLowerCase() }),
    ...(displayName === undefined || displayName === "" ? {} : { displayName }),
  };
}

/** A name-addr; characters outside a display name's are left out. */
export function writeAddress({ user, host = "invalid", displayName }: SipAddress): string {
  const name = displayName === undefined ? "" : `"${displayName.replace(/["\\\r\n]/g, "")}" `;
  return `${name}<sip:${user === undefined ? "" : `${user.replaceAll("#", "%23")}@`}${host}>`;
}

/** A user part that is a number, with + where it is international (RFC 3261 19.1.6: separators mean nothing). */
export function numberOf(
  user: string | undefined,
): { readonly digits: string; readonly isInternational: boolean } | undefined {
  const [, plus, digits] =
    /^(\+?)([0-9*#]{1,32})$/.exec((user ?? "").split(";")[0]?.replace(/[-.()]/g, "") ?? "") ?? [];
  return digits === undefined ? undefined : { digits, isInternational: plus === "+" };
}

function unescaped(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
