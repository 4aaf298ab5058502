import type { Catalogue } from "./catalogue.ts";
import { de } from "./locales/de.ts";
import { en } from "./locales/en.ts";
import { es } from "./locales/es.ts";
import { fr } from "./locales/fr.ts";
import type { Locale, SoftKey } from "./screen.ts";

/** ONE table: the languages that screens come in. */
export const catalogues: { readonly [Name in Locale]: Catalogue } = { en, de, fr, es };

/** What a phone writes on a soft key of a screen. */
export function keyLabel(locale: Locale, key: SoftKey): string {
  return catalogues[locale].keys[key];
}
