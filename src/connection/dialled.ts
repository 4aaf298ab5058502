import { element, find, isOf } from "../../codecs/q931/element.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { sendingComplete } from "../../codecs/q931/ie/sending-complete.ts";
import type { InformationElement, Message } from "../../codecs/q931/message.ts";
import type { PartyNumberElement } from "../../codecs/q931/number.ts";
import type { NeighbourConfig } from "../config.ts";
import { type DigitRules, translatedDigits } from "../digits.ts";
import { continues, type Routes } from "../routes.ts";
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
}

/** The destination of a SETUP that came on a trunk with these digit rules. */
export function destinationOf(ies: readonly InformationElement[], rules: DigitRules, routes: Routes): Destination {
  const dialled = digitsDialled(ies);
  const { neighbour, later } = routes.select(translatedDigits(rules.in, dialled));
  const isUnruled = !rules.in.some(({ match }) => continues(match, dialled));
  if (ies.some((ie) => isOf(ie, sendingComplete)) || (later.length === 0 && isUnruled)) {
    return { neighbour, progress: "whole" };
  }
  const isTheirs = neighbour !== undefined && later.every((other) => other === neighbour);
  // Rules are for whole numbers.
  const isPlain = rules.in.length === 0 && neighbour?.digits.out.length === 0;
  return { neighbour, progress: isTheirs && isPlain ? "overlap" : "collect" };
}

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
