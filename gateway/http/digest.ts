import { createHash } from "node:crypto";

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** What the client adds to a challenge. */
export interface DigestRequest {
  readonly method: string;
  /** The request target as it stands in the request line. */
  readonly uri: string;
  /** Fresh for each answer: it keeps a server from choosing all that is hashed. */
  readonly cnonce: string;
  /** How often this nonce was used, this time included. */
  readonly count: number;
}

/** The algorithms of RFC 7616, as challenges spell them. */
const hashes: Readonly<Record<string, string>> = { md5: "md5", "sha-256": "sha256" };

export function basicAuthorization({ user, password }: Credentials): string {
  return `Basic ${Buffer.from(`${user}:${password}`, "utf8").toString("base64")}`;
}

/**
 * The Authorization header that answers a WWW-Authenticate header (RFC 7616, 3.4), qop auth or none as RFC 2069 had
 * it; undefined where the challenge is no Digest, or one that we cannot answer.
 */
export function digestAuthorization(
  challenge: string,
  credentials: Credentials,
  request: DigestRequest,
): string | undefined {
  const fields = digestFields(challenge);
  const [realm, nonce] = [fields?.get("realm"), fields?.get("nonce")];
  const algorithm = fields?.get("algorithm") ?? "MD5";
  const hash = hashes[algorithm.toLowerCase()];
  if (fields === undefined || realm === undefined || nonce === undefined || hash === undefined) return undefined;
  const offered = fields
    .get("qop")
    ?.split(",")
    .map((each) => each.trim().toLowerCase());
  if (offered !== undefined && !offered.includes("auth")) return undefined;
  const digest = (text: string) => createHash(hash).update(text, "utf8").digest("hex");
  const [secret, what] = [
    digest(`${credentials.user}:${realm}:${credentials.password}`),
    digest(`${request.method}:${request.uri}`),
  ];
  const count = request.count.toString(16).padStart(8, "0");
  const middle = offered === undefined ? nonce : `${nonce}:${count}:${request.cnonce}:auth`;
  const opaque = fields.get("opaque");
  return [
    `Digest username=${quoted(credentials.user)}`,
    `realm=${quoted(realm)}`,
    `nonce=${quoted(nonce)}`,
    `uri=${quoted(request.uri)}`,
    `response="${digest(`${secret}:${middle}:${what}`)}"`,
    `algorithm=${algorithm}`,
    ...(opaque === undefined ? [] : [`opaque=${quoted(opaque)}`]),
    ...(offered === undefined ? [] : ["qop=auth", `nc=${count}`, `cnonce=${quoted(request.cnonce)}`]),
  ].join(", ");
}

/** `name=value` and `name="value"` of a Digest header, names in lower case; undefined where it is another scheme. */
export function digestFields(header: string): ReadonlyMap<string, string> | undefined {
  const [, rest] = /^\s*Digest\s+(.*)$/is.exec(header) ?? [];
  if (rest === undefined) return undefined;
  const fields = new Map<string, string>();
  for (const [, name = "", plain, text = ""] of rest.matchAll(/([\w-]+)\s*=\s*(?:([^\s",]+)|"((?:[^"\\]|\\.)*)")/g)) {
    fields.set(name.toLowerCase(), plain ?? text.replace(/\\(.)/g, "$1"));
  }
  return fields;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
