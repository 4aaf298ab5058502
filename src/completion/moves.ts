import { elements, find } from "../../codecs/q931/element.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import { redirectionNumber } from "../../codecs/q931/ie/redirection-number.ts";
import type { Message } from "../../codecs/q931/message.ts";
import { fromPartyNumber } from "../../codecs/q931/party-number.ts";
import { isInvokeOf } from "../../codecs/rose/make.ts";
import type { OperationName } from "../../codecs/rose/operations.ts";
import type { PlannedDigits } from "../digits.ts";
import { plainDigits } from "./parties.ts";

/** Where a call has gone, as its messages tell (R22): watched, never changed. */
export interface Moves {
  /** User C, to whom it was diverted last, as user B's trunk says him. */
  divertedTo: PlannedDigits | undefined;
  /** User A may be told who that is. */
  mayTell: boolean;
  /** User C rang. */
  rang: boolean;
}

export const notMoved = (): Moves => ({ divertedTo: undefined, mayTell: true, rang: false });

/** ONE table: what takes a call away from the numbers of its SETUP, in words for the timeline. */
const takesAway: { readonly [Name in OperationName]?: string } = {
  callRerouteing: "the call is set up anew to another number",
  callTransferComplete: "the call was transferred",
  callTransferActive: "the call was transferred",
  callTransferUpdate: "the call was transferred",
};

/** Follows one message of a leg. Returns in words why the call is no longer one to complete, where it is not. */
export function follow(moves: Moves, message: Message): string | undefined {
  const redirected = find(message, redirectionNumber);
  if (redirected !== undefined) diverted(moves, redirected, redirected.presentation !== restricted);
  for (const component of elements(message, facility).flatMap(({ value }) => value?.components ?? [])) {
    if (component.component !== "invoke") continue;
    if (isInvokeOf(component, "divertingLegInformation1")) {
      const { nominatedNr, subscriptionOption } = component.argument;
      diverted(moves, fromPartyNumber(nominatedNr), subscriptionOption === "notificationWithDivertedToNr");
    }
    if (isInvokeOf(component, "divertingLegInformation3")) {
      moves.mayTell &&= component.argument.presentationAllowedIndicator;
    }
    const away = component.operation === null ? undefined : takesAway[component.operation];
    if (away !== undefined) return away;
  }
  if (message.message === "ALERTING" && moves.divertedTo !== undefined) moves.rang = true;
  return undefined;
}

/** S-45, S-46: call back is for user C where he rang and may be told, else for user B. */
export function targetOf({ divertedTo, mayTell, rang }: Moves): PlannedDigits | undefined {
  return mayTell && rang ? divertedTo : undefined;
}

/**
 * S-65, S-67, S-68: voice mail is the new called party, whatever sent the call there (S-69) and whatever became of it.
 * A line without a pilot sends no call there, and may be called back (S-66).
 */
export function reachedVoicemail({ divertedTo }: Moves, pilots: readonly string[] = []): boolean {
  return divertedTo !== undefined && pilots.includes(plainDigits(divertedTo.digits));
}

/** Q.931 table 4-11: presentation restricted. */
const restricted = 1;

function diverted(moves: Moves, { typeOfNumber, numberingPlan, digits }: PlannedDigits, mayTell: boolean): void {
  moves.divertedTo = { typeOfNumber, numberingPlan, digits };
  moves.mayTell = mayTell;
  moves.rang = false;
}
