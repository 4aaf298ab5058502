import { matches } from "./number-pattern.ts";

/** A number as layer 3 writes it. */
export interface PlannedDigits {
  readonly typeOfNumber: number;
  readonly numberingPlan: number;
  readonly digits: string;
}

/** One rule for the numbers of a trunk: the first whose pattern fits is applied, and no other. */
export interface DigitRule {
  /** As patterns of `numbers`. */
  readonly match: string;
  /** Digits taken away from the left. */
  readonly strip: number;
  /** Digits put before what is left. */
  readonly add: string;
  /** Q.931 tables 4-9 and 4-11; absent: as it was. */
  readonly typeOfNumber?: number;
  readonly numberingPlan?: number;
}

/** The rules of one trunk: `in` for what it sends us, `out` for what we send it. */
export interface DigitRules {
  readonly in: readonly DigitRule[];
  readonly out: readonly DigitRule[];
}

/** The number by these rules; the very value where none fits. A number without digits is nobody's. */
export function translated<Value extends PlannedDigits>(rules: readonly DigitRule[], number: Value): Value {
  const rule = rules.find(({ match }) => number.digits !== "" && matches(match, number.digits));
  if (rule === undefined) return number;
  const { strip, add, typeOfNumber = number.typeOfNumber, numberingPlan = number.numberingPlan } = rule;
  return { ...number, typeOfNumber, numberingPlan, digits: `${add}${number.digits.slice(strip)}` };
}

export function translatedDigits(rules: readonly DigitRule[], digits: string): string {
  if (rules.length === 0) return digits;
  return translated(rules, { typeOfNumber: 0, numberingPlan: 0, digits }).digits;
}

/** Most trunks have none. */
export function isWithoutRules({ in: received, out: sent }: DigitRules): boolean {
  return received.length === 0 && sent.length === 0;
}

/** R4: the number comes back as it went, so what is said of it later means the same. Call back needs that. */
export function isReversible(there: readonly DigitRule[], back: readonly DigitRule[], digits: string): boolean {
  return translatedDigits(back, translatedDigits(there, digits)) === digits;
}
