import type { DecodeErrorCode } from "../../codecs/error.ts";
import type { Message } from "../../codecs/q931/message.ts";
import { mandatoryOf } from "../../codecs/q931/messages.ts";
import { causes } from "./rows.ts";

/** The problems of a message as a whole: an element is absent that must be there, or must on a strict trunk. */
const absent: ReadonlySet<DecodeErrorCode> = new Set<DecodeErrorCode>(["missingInformationElement", "notStrict"]);

/** The cause that says what is wrong with the mandatory elements of a message (Q.931 5.8.6); undefined: nothing. */
export function faultOf({ type, message, ies, problems }: Message): number | undefined {
  if (message === null) return undefined;
  if (problems.length > 0 && problems.some(({ code }) => absent.has(code))) return causes.mandatoryElementMissing;
  const unreadable = mandatoryOf(type)?.some(
    ({ id }) => ies.find((ie) => ie.id === id && ie.codeset === 0)?.value === undefined,
  );
  return unreadable === true ? causes.invalidElementContents : undefined;
}
