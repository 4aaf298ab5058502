import type { CcRequestArg } from "../../codecs/generated/ss-cc-operations-asn1-97.ts";
import type { NeighbourConfig } from "../config.ts";
import { mayReach } from "../routes.ts";
import { digitsOf } from "./call-numbers.ts";
import type { Common } from "./common.ts";
import { trunkOf } from "./in-memory.ts";
import { withoutInverse } from "./number-rules.ts";
import { plainDigits } from "./parties.ts";
import type { Refusal } from "./terminating.ts";
import type { TerminatingService } from "./terminating-services.ts";
import { numberOfB } from "./terminating-services.ts";

/** A request that is refused before a line is looked at, and why. */
export interface Refused {
  readonly refusal: Refusal;
  readonly why: string;
}

interface ToRefuse {
  readonly service: TerminatingService;
  readonly argument: CcRequestArg;
  /** User B's neighbour. */
  readonly target: NeighbourConfig;
  /** It is not one that is there already. */
  readonly isOneMore: boolean;
}

const lasting = (why: string): Refused => ({ refusal: "longTermRejection", why: `refused: ${why}` });
const forNow = (why: string): Refused => ({ refusal: "shortTermRejection", why: `refused: ${why}` });

/** What can be said before the line is known: policy, numbers, limits (S-11, S-12, R46). */
export function refusalOf(
  { port, census, lines }: Common,
  isStoreReady: boolean,
  { service, argument, target, isOneMore }: ToRefuse,
): Refused | undefined {
  const { trunk } = service;
  const from = trunkOf(port, trunk);
  const b = plainDigits(digitsOf(argument.numberB));
  if (!target.callCompletion.enabled || from?.enabled !== true) return lasting("call back is switched off");
  if (!mayReach(from, trunk, target.name)) return lasting(`${trunk} may not reach ${target.name}`);
  if (port.route(b, trunk)?.name !== target.name) return lasting(`${b} is no number of ${target.name}`);
  if (service.reachedVoicemail) return lasting(`the call to ${b} went to voice mail`);
  const unruled = withoutInverse(argument, service, port);
  if (unruled !== undefined) return lasting(unruled);
  if (!isStoreReady) return forNow("the store is not ready");
  if (!isOneMore) return undefined;
  const a = service.parties.a.digits;
  if (census.isFull(trunk)) return forNow("too many requests");
  if (census.isCallerFull(trunk, a)) return forNow(`too many requests of ${a}`);
  if (lines.watchers(service.line) >= port.config.limits.requestsPerLine) {
    return forNow(`too many requests for ${numberOfB(service)}`);
  }
  return undefined;
}
