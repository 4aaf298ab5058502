import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * The personal link of a user, as a path: `/u/NUMBER/EXPIRY/MAC`. EXPIRY is Unix time in seconds, MAC the HMAC-SHA256
 * of `NUMBER.EXPIRY` with the key of `keyFile`, in base64url: whoever holds the key, a portal, can make links too.
 */
export function linkPath(key: string, number: string, expiresAtMs: number): string {
  const expiry = String(Math.floor(expiresAtMs / 1000));
  return `/u/${number}/${expiry}/${mac(key, `${number}.${expiry}`).toString("base64url")}`;
}

/** Why a link is refused, in words for its user; undefined where it is good. */
export function linkRefusal(
  key: string,
  link: { readonly number: string; readonly expiry: string; readonly mac: string },
  nowMs: number,
): string | undefined {
  const right = mac(key, `${link.number}.${link.expiry}`);
  const given = Buffer.from(link.mac, "base64url");
  // Told before the expiry: a link of nobody says nothing about anybody.
  if (given.length !== right.length || !timingSafeEqual(given, right)) return "this is no link of yours: ask for one";
  return nowMs < Number(link.expiry) * 1000 ? undefined : "this link has expired: ask for a new one";
}

/** `t=SECONDS,v1=HEX`: HMAC-SHA256 of `SECONDS.BODY`, so that a body cannot be sent again later as if it were new. */
export function signature(key: string, body: string, nowMs: number): string {
  const seconds = String(Math.floor(nowMs / 1000));
  return `t=${seconds},v1=${mac(key, `${seconds}.${body}`).toString("hex")}`;
}

function mac(key: string, text: string): Buffer {
  return createHmac("sha256", key).update(text, "utf8").digest();
}
