/** A digit pattern taken apart: digits and `x` (one digit), `*` at the end for any rest (design: number patterns). */
export interface Pattern {
  readonly text: string;
  /** How many digits it says. */
  readonly fixed: number;
  readonly isOpen: boolean;
}

/** Taken apart once, where many numbers are held against it. */
export function patternOf(text: string): Pattern {
  const isOpen = text.endsWith("*");
  return { text, isOpen, fixed: isOpen ? text.length - 1 : text.length };
}

/** True where `digits` fit `pattern` whole. */
export function matches(pattern: string, digits: string): boolean {
  return fits(patternOf(pattern), digits);
}

/** True where a number that begins with `digits` and goes on can fit `pattern`. */
export function continues(pattern: string, digits: string): boolean {
  return goesOn(patternOf(pattern), digits);
}

export function fits({ text, fixed, isOpen }: Pattern, digits: string): boolean {
  return (isOpen ? digits.length >= fixed : digits.length === fixed) && agree(text, digits, fixed);
}

export function goesOn({ text, fixed, isOpen }: Pattern, digits: string): boolean {
  return (isOpen || digits.length < fixed) && agree(text, digits, Math.min(fixed, digits.length));
}

/** The first `length` digits are those of the pattern. */
function agree(pattern: string, digits: string, length: number): boolean {
  for (let at = 0; at < length; at++) {
    if (pattern[at] !== "x" && pattern[at] !== digits[at]) return false;
  }
  return true;
}
