import { step } from "./flows.ts";
import { idle, servingA, setupIes } from "./world.ts";
import type { Settings, World } from "./world.ts";

/** User A, at phone 1001 of the cluster `west`. */
export const a = "west/1001";

/** A calls B, who is busy, and asks for call back; the request is connection 3. */
export function asked(settings: Settings = {}): World {
  const world = servingA(settings);
  world.call("west", setupIes("1001", "2001"))?.clear("to", 17);
  world.take();
  world.press(a, "callBack");
  return world;
}

/** The request was accepted in CONNECT; A is free. */
export function retained(settings: Settings = {}): World {
  const world = asked(settings);
  world.receive(3, "CALL PROCEEDING");
  world.receive(3, "CONNECT", step("F1-ccbs-retain", 8).ies);
  world.line(a, idle);
  world.take();
  return world;
}

/** The request was accepted in RELEASE; A is free. */
export function released(settings: Settings = {}): World {
  const world = asked({ ...settings, our: { connectionProposal: "release", ...settings.our } });
  world.receive(3, "CALL PROCEEDING");
  world.receive(3, "RELEASE", step("F2-ccbs-release", 8).ies);
  world.line(a, idle);
  world.take();
  return world;
}

/** ccExecPossible has come on the retained connection 3: A sees the available screen. */
export function recalled(settings: Settings = {}): World {
  const world = retained(settings);
  world.receive(3, "FACILITY", ccExecPossible());
  world.take();
  return world;
}

/** A has pressed Dial and the recall went on with ccRingout; its legs are connections 4 and 5. */
export function calling(settings: Settings = {}): { world: World; recall: NonNullable<ReturnType<World["call"]>> } {
  const world = recalled(settings);
  world.press(a, "dial");
  const recall = world.call("west", setupIes("1001", "2001"));
  if (recall === undefined) throw new Error("the recall was not relayed");
  world.take();
  return { world, recall };
}

export const ccExecPossible = () => step("F1-ccbs-retain", 10).ies;
export const ccExecPossibleSetup = () => step("F2-ccbs-release", 10).ies;
export const ccCancel = () => step("G8-T2-expiry-atB-retain", 10).ies;
export const ccCancelSetup = () => step("F7-release-cancel-by-B", 10).ies;
/** The request was accepted, in CONNECT. */
export const result = () => step("F1-ccbs-retain", 8).ies;
