import { matches } from "../routes.ts";
import type { Locale, UserKey } from "../users/screen.ts";
import type { CompletionPort } from "./completion.ts";

/** S-87: the language of the first pattern that the number fits, else of the neighbour. */
export function localeOf(port: Pick<CompletionPort, "neighbour">, user: UserKey): Locale {
  const [trunk = "", number = ""] = user.split("/", 2);
  const phones = port.neighbour(trunk)?.phones;
  return phones?.locales.find(({ match }) => matches(match, number))?.locale ?? phones?.locale ?? "en";
}
