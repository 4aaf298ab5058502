import { de } from "./locales/de.ts";
import { en } from "./locales/en.ts";
import { es } from "./locales/es.ts";
import { fr } from "./locales/fr.ts";
import type { Reason, ReasonText } from "./reasons.ts";
import type { Locale, SoftKey } from "./screen.ts";

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

/** ONE table: the languages that screens come in. */
export const catalogues: { readonly [Name in Locale]: Catalogue } = { en, de, fr, es };

/** What a phone writes on a soft key of a screen. */
export function keyLabel(locale: Locale, key: SoftKey): string {
  return catalogues[locale].keys[key];
}
