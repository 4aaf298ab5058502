import { element, isOf } from "../../codecs/q931/element.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { callingPartyNumber } from "../../codecs/q931/ie/calling-party-number.ts";
import { connectedNumber } from "../../codecs/q931/ie/connected-number.ts";
import { redirectingNumber } from "../../codecs/q931/ie/redirecting-number.ts";
import { redirectionNumber } from "../../codecs/q931/ie/redirection-number.ts";
import type { InformationElement } from "../../codecs/q931/message.ts";
import { type DigitRules, translated } from "../digits.ts";

/** ONE list: the elements that hold a number which digit rules apply to. */
const numberElements = [calledPartyNumber, callingPartyNumber, connectedNumber, redirectingNumber, redirectionNumber];

/**
 * The elements of a message from a trunk with these rules `from`, for a trunk with rules `to`. An element whose number
 * stays the same keeps its octets; APDUs keep theirs whatever they hold (R4).
 */
export function numbersFor(
  ies: readonly InformationElement[],
  from: DigitRules,
  to: DigitRules,
): readonly InformationElement[] {
  if (from.in.length === 0 && to.out.length === 0) return ies;
  return ies.map((ie) => {
    const codec = numberElements.find((each) => isOf(ie, each));
    if (codec === undefined || !isOf(ie, codec) || ie.value === undefined) return ie;
    const number = translated(to.out, translated(from.in, ie.value));
    return number === ie.value ? ie : element(codec, number);
  });
}
