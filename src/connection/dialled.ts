import { element, find, isOf } from "../../codecs/q931/element.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { sendingComplete } from "../../codecs/q931/ie/sending-complete.ts";
import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import type { PartyNumberElement } from "../../codecs/q931/number.ts";
import type { NeighbourConfig } from "../config.ts";
import { type DigitRules, translatedDigits } from "../digits.ts";
import { continues } from "../number-pattern.ts";
import type { Routes } from "../routes.ts";
import { inserted } from "./inserted.ts";

/** Digits of one called number; one more is no number of any plan. */
export const digitsPerNumber = 32;

/** What becomes of a call with the digits that its caller has dialled (R29). */
export type Progress =
  /** Nobody's number can be longer: it goes on, or nobody has it. */
  | "whole"
  /** More digits only say who behind one neighbour is called: they go there as they come. */
  | "overlap"
  /** More digits decide whose number it is, or which digit rule it meets. */
  | "collect";

/** Where a number goes as far as it is dialled. */
export interface Destination {
  readonly neighbour: NeighbourConfig | undefined;
  readonly progress: Progress;
  /** It is a feature code, or the beginning of one: the gateway answers it itself (R16). */
  readonly feature?: "begun" | "whole";
}

/** The destination of a SETUP that came from this neighbour. */
export function destinationOf(
  ies: readonly InformationElement[],
  from: NeighbourConfig | undefined,
  routes: Routes,
): Destination {
  const dialled = digitsDialled(ies);
  const feature = featureOf(dialled, from);
  const isComplete = ies.some((ie) => isOf(ie, sendingComplete));
  if (feature !== undefined) {
    return { neighbour: undefined, ...feature, progress: isComplete ? "whole" : feature.progress };
  }
  const rules = from?.digits ?? noRules;
  const { neighbour, later } = routes.select(translatedDigits(rules.in, dialled));
  const isUnruled = !rules.in.some(({ match }) => continues(match, dialled));
  if (isComplete || (later.length === 0 && isUnruled)) {
    return { neighbour, progress: "whole" };
  }
  const isTheirs = neighbour !== undefined && later.every((other) => other === neighbour);
  // Rules are for whole numbers.
  const isPlain = rules.in.length === 0 && neighbour?.digits.out.length === 0;
  return { neighbour, progress: isTheirs && isPlain ? "overlap" : "collect" };
}

/** Before the number rules (R16). More digits behind `activate` are the number of user B. */
function featureOf(
  dialled: string,
  from: NeighbourConfig | undefined,
): Required<Pick<Destination, "progress" | "feature">> | undefined {
  const codes = from?.callCompletion.featureCodes;
  if (codes === undefined || dialled === "") return undefined;
  if (dialled === codes.cancel || dialled === codes.status) return { progress: "whole", feature: "whole" };
  if (dialled.startsWith(codes.activate)) return { progress: "collect", feature: "whole" };
  const isBegun = [codes.activate, codes.cancel, codes.status].some((code) => code.startsWith(dialled));
  return isBegun ? { progress: "collect", feature: "begun" } : undefined;
}

const noRules: DigitRules = { in: [], out: [] };

/** The digits dialled so far. */
export function digitsDialled(ies: readonly InformationElement[]): string {
  return find({ ies }, calledPartyNumber)?.digits ?? "";
}

/**
 * The elements of a SETUP with the digits, and the Sending complete, of an INFORMATION behind its own; undefined: more
 * than digitsPerNumber. Type and plan are those that came first.
 */
export function withMoreDigits(
  ies: readonly InformationElement[],
  information: Message,
): readonly InformationElement[] | undefined {
  const more = find(information, calledPartyNumber);
  const dialled = more === undefined ? ies : withNumber(ies, more);
  if (digitsDialled(dialled).length > digitsPerNumber) return undefined;
  return information.ies.some((ie) => isOf(ie, sendingComplete)) ? withSendingComplete(dialled) : dialled;
}

export function withSendingComplete(ies: readonly InformationElement[]): readonly InformationElement[] {
  if (ies.some((ie) => isOf(ie, sendingComplete))) return ies;
  return inserted(ies, element(sendingComplete, true));
}

function withNumber(ies: readonly InformationElement[], more: PartyNumberElement): readonly InformationElement[] {
  const at = ies.findIndex((ie) => isOf(ie, calledPartyNumber) && ie.value !== undefined);
  const before = find({ ies }, calledPartyNumber);
  if (before === undefined) return inserted(ies, element(calledPartyNumber, more));
  return ies.with(at, element(calledPartyNumber, { ...before, digits: `${before.digits}${more.digits}` }));
}
