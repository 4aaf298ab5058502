import type { LineKey } from "../lines/line.ts";

/** A user is known by the line of the phone: `neighbour/number`. */
export type UserKey = LineKey;

export type SoftKey = "Dial" | "Cancel" | "Exit";

/** A screen as a value: what the phone adapter draws, texts word for word (S-15 to S-21). */
export interface Screen {
  readonly kind: "activated" | "available" | "notice";
  readonly lines: readonly string[];
  readonly keys: readonly SoftKey[];
}

/** A key a user pressed. `callBack` asks for the last failed call of the user, or for `to`. */
export type UserPress =
  | { readonly key: "callBack"; readonly to?: string }
  | { readonly key: "dial" | "cancel" | "exit" };
