import type { CharacterSet } from "../generated/name-operations-asn1-97.ts";

/**
 * ONE table: the characters of octets a0 to ff where they are not those of ISO 8859-1; U+FFFD where there is none. ISO
 * 8859-7 is the edition of 2003, which only adds to the one of 1987.
 */
const upperHalves: Readonly<Record<string, string>> = {
  "iso8859-2":
    "\u00a0Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u00adŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎ" + "ĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
  "iso8859-3":
    "\u00a0Ħ˘£¤\ufffdĤ§¨İŞĞĴ\u00ad\ufffdŻ°ħ²³´µĥ·¸ışğĵ½\ufffdżÀÁÂ\ufffdÄĊĈÇÈÉÊËÌÍÎÏ" +
    "\ufffdÑÒÓÔĠÖ×ĜÙÚÛÜŬŜßàáâ\ufffdäċĉçèéêëìíîï\ufffdñòóôġö÷ĝùúûüŭŝ˙",
  "iso8859-4":
    "\u00a0ĄĸŖ¤ĨĻ§¨ŠĒĢŦ\u00adŽ¯°ą˛ŗ´ĩļˇ¸šēģŧŊžŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎĪ" + "ĐŅŌĶÔÕÖ×ØŲÚÛÜŨŪßāáâãäåæįčéęëėíîīđņōķôõö÷øųúûüũū˙",
  "iso8859-5":
    "\u00a0ЁЂЃЄЅІЇЈЉЊЋЌ\u00adЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ" + "абвгдежзийклмнопрстуфхцчшщъыьэюя№ёђѓєѕіїјљњћќ§ўџ",
  "iso8859-7":
    "\u00a0‘’£€₯¦§¨©ͺ«¬\u00ad\ufffd―°±²³΄΅Ά·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟ" +
    "ΠΡ\ufffdΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\ufffd",
};

/**
 * The text of a name. A character set that is not said, is unknown or has no name here is read as ISO 8859-1; octets
 * that are no text of their set become U+FFFD.
 */
export function textOf(octets: Uint8Array, characterSet: CharacterSet = "iso8859-1"): string {
  if (characterSet === "iso10646-utf-8String") return utf8(octets);
  if (characterSet === "iso10646-BmpString") return bmp(octets);
  const upperHalf = upperHalves[characterSet];
  const characters = Array.from(octets, (octet) =>
    octet < 0xa0 || upperHalf === undefined ? String.fromCharCode(octet) : (upperHalf[octet - 0xa0] ?? replacement),
  );
  return characters.join("");
}

const replacement = "\ufffd";

/** Two octets a character, the high one first. */
function bmp(octets: Uint8Array): string {
  let text = "";
  for (let at = 0; at < octets.length; at += 2) {
    const low = octets[at + 1];
    text += low === undefined ? replacement : String.fromCharCode((octets[at] as number) * 256 + low);
  }
  return text;
}

/** How an octet begins a character: its bits that count, the octets that follow, the least code they may give. */
const leads: readonly (readonly [below: number, mask: number, count: number, least: number])[] = [
  [0x80, 0x7f, 0, 0],
  [0xc0, 0, -1, 0],
  [0xe0, 0x1f, 1, 0x80],
  [0xf0, 0x0f, 2, 0x800],
  [0xf8, 0x07, 3, 0x1_0000],
];

/** An octet that begins no character is replaced alone, and the next one begins anew. */
function utf8(octets: Uint8Array): string {
  let text = "";
  for (let at = 0; at < octets.length; ) {
    const first = octets[at] as number;
    const [, mask, count, least] = leads.find(([below]) => first < below) ?? [0, 0, -1, 0];
    const rest = octets.subarray(at + 1, at + 1 + Math.max(count, 0));
    const code = rest.reduce((sum, octet) => sum * 64 + (octet & 0x3f), first & mask);
    const isCharacter =
      rest.length === count &&
      rest.every((octet) => (octet & 0xc0) === 0x80) &&
      code >= least &&
      code <= 0x10_ffff &&
      (code & 0x1f_f800) !== 0xd800;
    text += isCharacter ? String.fromCodePoint(code) : replacement;
    at += isCharacter ? count + 1 : 1;
  }
  return text;
}
