/** Character string types of X.680 clause 41 with one octet a character. */
export type StringName = "NumericString" | "PrintableString" | "IA5String" | "VisibleString";

const alphabetOf = (...runs: readonly (readonly [first: number, last: number])[]): Uint8Array => {
  const alphabet = new Uint8Array(256);
  for (const [first, last] of runs) alphabet.fill(1, first, last + 1);
  return alphabet;
};

const space = [0x20, 0x20] as const;
const digits = [0x30, 0x39] as const;
const letters = [
  [0x41, 0x5a],
  [0x61, 0x7a],
] as const;
/** ' ( ) and + , - . / and : and = and ? */
const signs = [
  [0x27, 0x29],
  [0x2b, 0x2f],
  [0x3a, 0x3a],
  [0x3d, 0x3d],
  [0x3f, 0x3f],
] as const;

/**
 * ONE table: 1 where the character belongs to the type (X.680 tables 8 and 9). A dialled `*` or `#` is in no
 * NumericString.
 */
export const alphabets: Readonly<Record<StringName, Uint8Array>> = {
  NumericString: alphabetOf(space, digits),
  PrintableString: alphabetOf(space, digits, ...letters, ...signs),
  IA5String: alphabetOf([0x00, 0x7f]),
  VisibleString: alphabetOf([0x20, 0x7e]),
};

/** The characters from `at` to `end`, or where the first stands that is none of the alphabet. */
export function textIn(alphabet: Uint8Array, octets: Uint8Array, at: number, end: number): string | number {
  let legal = 1;
  let value = "";
  let i = at;
  // Four characters at a time: half the strings made on the way.
  for (; i + 4 <= end; i += 4) {
    const a = octets[i] as number;
    const b = octets[i + 1] as number;
    const c = octets[i + 2] as number;
    const d = octets[i + 3] as number;
    legal &= (alphabet[a] as number) & (alphabet[b] as number) & (alphabet[c] as number) & (alphabet[d] as number);
    value += String.fromCharCode(a, b, c, d);
  }
  for (; i < end; i += 1) {
    legal &= alphabet[octets[i] as number] as number;
    value += String.fromCharCode(octets[i] as number);
  }
  return legal === 1 ? value : octets.findIndex((octet, index) => index >= at && alphabet[octet] !== 1);
}
