import { fromHex } from "../../../codecs/shape.ts";

/** Octets from hex with spaces. */
export function octets(hex: string): Uint8Array {
  const value = fromHex(hex.replaceAll(/\s/g, ""));
  if (!value) throw new Error(`not hex: ${hex}`);
  return value;
}

/** One octet a character. */
export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
