import type { LineKey } from "../lines/line.ts";

/** A user is known by the line of the phone: `neighbour/number`. */
export type UserKey = LineKey;

/** The language of a user's phone (S-87). */
export const locales = ["en", "de", "fr", "es"] as const;
export type Locale = (typeof locales)[number];

export type SoftKey = "Dial" | "Cancel" | "Exit";

/** A screen as a value: what the phone adapter draws, texts word for word (S-15 to S-21). */
export interface Screen {
  readonly kind: "activated" | "available" | "notice";
  /** Of its texts; `keyLabel` of catalogues.ts gives the labels of its keys. */
  readonly locale: Locale;
  readonly lines: readonly string[];
  readonly keys: readonly SoftKey[];
}

/** A key a user pressed. `callBack` asks for the last failed call of the user, or for `to`. */
export type UserPress =
  | { readonly key: "callBack"; readonly to?: string }
  | { readonly key: "dial" | "cancel" | "exit" };
