import { optional, required, withDefault } from "./spec.ts";
import { choice, digits, integer, numberPattern } from "./values.ts";

/** Numbering plans that rules may say (Q.931 table 4-11). */
export const plans = { unknown: 0, e164: 1, private: 9 } as const;

/** Types of number (Q.931 table 4-9), and what they are called in a private plan (CC 1.6). */
export const types = {
  unknown: 0,
  international: 1,
  national: 2,
  networkSpecific: 3,
  subscriber: 4,
  abbreviated: 6,
  level2Regional: 1,
  level1Regional: 2,
  pisnSpecific: 3,
  local: 4,
} as const;

/** Numbers in elements of messages follow these; numbers in APDUs only where the gateway ends them (R4). */
export function digitRule() {
  return {
    match: required(numberPattern, { help: "the numbers it is for" }),
    strip: withDefault(integer(0, 20), 0, { help: "digits taken away from the left" }),
    add: optional(digits, { help: "digits put before what is left" }),
    plan: optional(choice(Object.keys(plans) as (keyof typeof plans)[]), {
      help: "the numbering plan that is said; absent: as it came",
    }),
    type: optional(choice(Object.keys(types) as (keyof typeof types)[]), {
      help: "the type of number that is said, by its name in the plan; absent: as it came",
    }),
  };
}
