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
