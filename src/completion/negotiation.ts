import type { CcRequestArg } from "../../codecs/generated/ss-cc-operations-asn1-97.ts";
import type { CallCompletionConfig } from "../config.ts";

type Trunk = Pick<CallCompletionConfig, "our" | "peer" | "untrusted">;

/** User A's number is withheld: a new SETUP cannot call him back, so the connection has to stay (CC 1.6, R20). */
export function isWithheld({ numberA }: Pick<CcRequestArg, "numberA">): boolean {
  return "numberNotAvailableDueToInterworking" in numberA || "presentationRestricted" in numberA;
}

/**
 * No SETUP of its own may say who user A is: his number is withheld, or it is restricted and this neighbour must not
 * read it where no presentation is told, in fullArg (R20). Then the connection has to stay.
 */
export function isNameless(
  argument: Pick<CcRequestArg, "numberA">,
  trunk: Pick<CallCompletionConfig, "untrusted"> | undefined,
): boolean {
  const isRestricted = "presentationRestrictedAddress" in argument.numberA;
  return isWithheld(argument) || (trunk?.untrusted === true && isRestricted);
}

/** The request with what we propose: retention within what the peer can do, and service retention (CC 5.2, R6, R23). */
export function withProposal(argument: CcRequestArg, trunk: Trunk, canRetainService: boolean): CcRequestArg {
  const { our, peer } = trunk;
  const wanted = isNameless(argument, trunk) || !peer.canRelease ? "retain" : our.connectionProposal;
  const proposal = wanted === "retain" && !peer.canRetain ? "release" : wanted;
  return {
    ...argument,
    ...(canRetainService ? { canRetainService } : {}),
    ...(proposal === "none" ? {} : { retainSigConnection: proposal === "retain" }),
  };
}

/**
 * Whether we reserve a path, in either role: the policy of the trunk, what its peer can do, and that the neighbour we
 * serve has its bearers here. A gateway cannot hold a channel for media that it does not own (R10).
 */
export function reservesPath(trunk: Trunk | undefined, cluster: CallCompletionConfig | undefined): boolean {
  return trunk?.our.noPathReservation === false && trunk.peer.canReserve && cluster?.ownsBearers === true;
}

/** What the result will say: user A's demand is met, what he left open is ours to choose (CC 5.2). */
export function answerTo(
  argument: CcRequestArg,
  trunk: Trunk,
  keepsService: boolean,
): { retain: boolean; retainService: boolean } {
  return {
    retain: isNameless(argument, trunk) || (argument.retainSigConnection ?? trunk.our.connectionResponse === "retain"),
    retainService: keepsService && argument.canRetainService === true,
  };
}

/** What the result says of path reservation: the default of noPathReservation is FALSE, so an empty one promises it. */
export function promisesPath(result: unknown): boolean {
  if (typeof result !== "object" || result === null) return false;
  return !("noPathReservation" in result) || result.noPathReservation !== true;
}

/** What the result says of service retention (CC 5.2). */
export function promisesService(result: unknown): boolean {
  return typeof result === "object" && result !== null && "retainService" in result && result.retainService === true;
}
