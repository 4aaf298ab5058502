import { isoDialect } from "../../../codecs/dialect.ts";
import type { InformationElement } from "../../../codecs/q931/message.ts";
import { invoke } from "../../../codecs/rose/make.ts";
import { apdu, bareInvoke, cisSetup } from "../../../src/completion/messages.ts";
import { step } from "./flows.ts";
import { busy, idle, servingB, setupIes } from "./world.ts";
import type { Settings, World } from "./world.ts";

/** The line of user B, in the cluster `west`. */
export const b = "west/2001";

/** A calls B, who is busy; the call is connections 1 and 2. */
export function failedCall(settings: Settings = {}): World {
  const world = servingB(settings);
  world.call("east", setupIes("1001", "2001"))?.clear("to", 17);
  world.take();
  return world;
}

/** The request was accepted in CONNECT, connection 3; B is busy. */
export function retained(settings: Settings = {}): World {
  const world = failedCall(settings);
  world.cis("east", step("F1-ccbs-retain", 6).ies);
  world.line(b, busy);
  world.receive(3, "CONNECT ACKNOWLEDGE");
  world.take();
  return world;
}

/** The request was accepted in RELEASE; B is busy. */
export function released(settings: Settings = {}): World {
  const world = failedCall(settings);
  world.cis("east", step("F2-ccbs-release", 6).ies);
  world.line(b, busy);
  world.take();
  return world;
}

/** B is free, ccExecPossible went in FACILITY of connection 3. */
export function notified(settings: Settings = {}): World {
  const world = retained(settings);
  world.line(b, idle);
  world.pass(3000);
  world.take();
  return world;
}

/** B is free, ccExecPossible went in a SETUP, connection 4. */
export function notifiedBySetup(settings: Settings = {}): World {
  const world = released(settings);
  world.line(b, idle);
  world.pass(3000);
  world.take();
  return world;
}

/** The recall was passed to B; its legs are connections 4 and 5. */
export function ringing(settings: Settings = {}): { world: World; recall: NonNullable<ReturnType<World["call"]>> } {
  const world = notified(settings);
  const recall = world.call("east", step("F1-ccbs-retain", 11).ies);
  if (recall === undefined) throw new Error("the recall was not relayed");
  world.take();
  return { world, recall };
}

export const request = () => step("F1-ccbs-retain", 6).ies;
export const requestReleased = () => step("F2-ccbs-release", 6).ies;
export const ccnrRequest = () => step("F3-ccnr-suspend-resume", 7).ies;
export const recallSetup = () => step("F1-ccbs-retain", 11).ies;
export const ccSuspend = () => step("F3-ccnr-suspend-resume", 12).ies;
export const ccResume = () => step("F3-ccnr-suspend-resume", 13).ies;
export const ccCancel = () => step("F4-dontcare-rspretain", 10).ies;
export const ccCancelSetup = () => step("G7-T2-expiry-atA-release", 10).ies;

/** A request of A to B in the private plan, as libpri writes it. */
export function requestOf(
  a: string,
  to: string,
  more: { retainSigConnection?: boolean; canRetainService?: boolean; withheld?: boolean } = {},
  operation: "ccbsRequest" | "ccnrRequest" = "ccbsRequest",
): readonly InformationElement[] {
  const number = (digits: string) =>
    ({
      privatePartyNumber: { privateTypeOfNumber: "unknown", privateNumberDigits: digits },
    }) as const;
  const { withheld, ...fields } = more;
  const argument = {
    numberA: withheld ? { numberNotAvailableDueToInterworking: null } : { presentationAllowedAddress: number(a) },
    numberB: number(to),
    service: Uint8Array.of(4, 3, 0x80, 0x90, 0xa3),
    ...fields,
  };
  return cisSetup(apdu(invoke(operation, 7, argument), isoDialect), setupIes(a, to).slice(1));
}

export const recallOf = (a: string, to: string, more: readonly InformationElement[] = []) =>
  setupIes(a, to, bareInvoke("ccRingout", 9, isoDialect), ...more);
