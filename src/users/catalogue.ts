import type { Reason, ReasonText } from "./reasons.ts";
import type { SoftKey } from "./screen.ts";

/** Everything a user reads in one language (S-87). `<B>` is the number of user B as user A dials him (R38). */
export interface Catalogue {
  /** The labels of the soft keys, as the texts name them. */
  readonly keys: { readonly [Key in SoftKey]: string };
  /** `HH:MM` stands before it (S-19). */
  readonly date: "MM/DD/YYYY" | "DD.MM.YYYY" | "DD/MM/YYYY";
  readonly activated: string;
  readonly available: string;
  /** `<time>` is the time and the date. */
  readonly time: string;
  readonly pressCancel: string;
  readonly pressExit: string;
  readonly pressDial: string;
  /** S-08: `<B>` is the request that would replace the active one. */
  readonly pressAgain: string;
  readonly reasons: { readonly [Name in Reason]: ReasonText };
}
