import type { CcRequestArg } from "../../codecs/generated/ss-cc-operations-asn1-97.ts";
import { decodeElements } from "../../codecs/q931/decode.ts";
import { find } from "../../codecs/q931/element.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { callingPartyNumber } from "../../codecs/q931/ie/calling-party-number.ts";
import type { InformationElement } from "../../codecs/q931/message.ts";
import type { NeighbourConfig } from "../config.ts";
import { numbersFor } from "../connection/numbers.ts";
import type { RelayedCall } from "../connection/relayed-call.ts";
import { type DigitRules, isReversible, isWithoutRules, translatedDigits } from "../digits.ts";
import type { Trunk } from "../ids.ts";
import { setupOctets } from "./call-numbers.ts";
import type { CompletionPort } from "./completion.ts";

/** A request whose numbers are others on the trunk to user B: its APDU cannot go there as it came (R6). */
export function isTranslated(argument: CcRequestArg, from: NeighbourConfig, to: NeighbourConfig): boolean {
  const asked = decodeElements(setupOctets(argument));
  return numbersFor(asked, from.digits, to.digits).some((ie, index) => ie !== asked[index]);
}

/**
 * Why the digit rules between these trunks rule call back out for a request (R4): a number that does not come back as
 * it went would name somebody else later. Undefined: they do not.
 */
export function withoutInverse(
  argument: CcRequestArg,
  { trunk, cluster }: { readonly trunk: Trunk; readonly cluster: Trunk },
  port: CompletionPort,
): string | undefined {
  return irreversible(() => decodeElements(setupOctets(argument)), trunk, cluster, port);
}

/** The same for a call that was relayed. */
export function callWithoutInverse({ from, to, received }: RelayedCall, port: CompletionPort): string | undefined {
  return irreversible(() => received.ies, from.trunk, to.trunk, port);
}

function irreversible(
  received: () => readonly InformationElement[],
  from: Trunk,
  to: Trunk,
  port: CompletionPort,
): string | undefined {
  const [here, there] = [port.neighbour(from)?.digits ?? noRules, port.neighbour(to)?.digits ?? noRules];
  if (isWithoutRules(here) && isWithoutRules(there)) return undefined;
  const ies = received();
  const wrong = (trunk: Trunk, digits: string) => `the digit rules of ${trunk} do not bring ${digits} back as it went`;
  for (const codec of [callingPartyNumber, calledPartyNumber]) {
    const digits = find({ ies }, codec)?.digits ?? "";
    if (!isReversible(here.in, here.out, digits)) return wrong(from, digits);
    const inside = translatedDigits(here.in, digits);
    if (!isReversible(there.out, there.in, inside)) return wrong(to, inside);
  }
  return undefined;
}

const noRules: DigitRules = { in: [], out: [] };
