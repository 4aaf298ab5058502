import { matches } from "../number-pattern.ts";
import type { Locale, UserKey } from "../users/screen.ts";
import type { CompletionPort } from "./completion.ts";

/** S-87: the language of the first pattern that the number fits, else of the neighbour. */
export function localeOf(port: Pick<CompletionPort, "neighbour">, user: UserKey): Locale {
  const at = user.indexOf("/");
  const phones = port.neighbour(user.slice(0, at))?.phones;
  if (phones === undefined) return "en";
  const number = user.slice(at + 1);
  return phones.locales.find(({ match }) => matches(match, number))?.locale ?? phones.locale;
}
