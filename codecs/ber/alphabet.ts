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

/** `legal`: 1 where the character belongs to the type. All have the ten digits. */
export interface Alphabet {
  readonly name: StringName;
  readonly legal: Uint8Array;
}

/** ONE table (X.680 tables 8 and 9). A dialled `*` or `#` is in no NumericString. */
export const alphabets = {
  NumericString: { name: "NumericString", legal: alphabetOf(space, digits) },
  PrintableString: { name: "PrintableString", legal: alphabetOf(space, digits, ...letters, ...signs) },
  IA5String: { name: "IA5String", legal: alphabetOf([0x00, 0x7f]) },
  VisibleString: { name: "VisibleString", legal: alphabetOf([0x20, 0x7e]) },
} as const satisfies { readonly [Name in StringName]: Alphabet & { readonly name: Name } };

/** What each octet is worth as a digit; one that is none makes any sum too great to be four digits. */
const digitValues = Int32Array.from({ length: 256 }, (_, octet) =>
  octet >= 0x30 && octet <= 0x39 ? octet - 0x30 : 1e5,
);

/**
 * Texts of up to four digits by how many they are and by their number, each made when it first comes: most telephone
 * numbers are made of a few of these.
 */
const digitTexts = [1, 10, 100, 1000, 1e4].map((size) => new Array<string | undefined>(size).fill(undefined));
const quads = digitTexts[4] as (string | undefined)[];

/** The characters from `at` to `end`, or where the first stands that is none of the alphabet. */
export function textIn({ legal }: Alphabet, octets: Uint8Array, at: number, end: number): string | number {
  let value = "";
  let i = at;
  for (; i + 4 <= end; i += 4) {
    const a = octets[i] as number;
    const b = octets[i + 1] as number;
    const c = octets[i + 2] as number;
    const d = octets[i + 3] as number;
    const number = digitOf(a) * 1000 + digitOf(b) * 100 + digitOf(c) * 10 + digitOf(d);
    let four: string;
    if (number < 1e4) four = quads[number] ??= String.fromCharCode(a, b, c, d);
    else if (((legal[a] as number) & (legal[b] as number) & (legal[c] as number) & (legal[d] as number)) === 1)
      four = String.fromCharCode(a, b, c, d);
    else break;
    // To join it with nothing takes as long as with something.
    value = i === at ? four : value + four;
  }
  return i < end ? joined(value, legal, octets, i, end) : value;
}

/** The same with the characters behind it: fewer than four, or one of the next four is wrong. */
function joined(value: string, legal: Uint8Array, octets: Uint8Array, at: number, end: number): string | number {
  let number = 0;
  for (let i = at; i < end; i += 1) {
    const octet = octets[i] as number;
    if (legal[octet] !== 1) return i;
    number = number * 10 + digitOf(octet);
  }
  const texts = number < 1e4 ? digitTexts[end - at] : undefined;
  const rest = texts?.[number] ?? charactersIn(octets, at, end);
  if (texts !== undefined) texts[number] = rest;
  return value + rest;
}

function charactersIn(octets: Uint8Array, at: number, end: number): string {
  let text = "";
  for (let i = at; i < end; i += 1) text += String.fromCharCode(octets[i] as number);
  return text;
}

function digitOf(octet: number): number {
  return digitValues[octet] as number;
}
