import { isoDialect } from "../../../codecs/dialect.ts";
import { causeElement } from "../../../codecs/q931/make.ts";
import type { InformationElement } from "../../../codecs/q931/message.ts";
import { invoke, returnError, returnResult } from "../../../codecs/rose/make.ts";
import { apdu, bareInvoke } from "../../../src/completion/messages.ts";
import { a, asked, ccExecPossible } from "./originating-steps.ts";
import { b, requestOf } from "./terminating-steps.ts";
import type { Settings, World } from "./world.ts";
import { busy, idle, servingB, setupIes } from "./world.ts";

/** Both sides can reserve a path, and the cluster has its bearers here. */
export const reserving: Settings = {
  our: { noPathReservation: false },
  peer: { canReserve: true },
  cluster: { ownsBearers: true },
};

/** The result of the request promises a path. */
export const promise = (more: { retainService?: boolean } = {}) => [
  apdu(returnResult("ccbsRequest", 1, { ...more }), isoDialect),
];
/** The result of ccPathReserve; our invoke is 1. */
export const reserved = () => [apdu(returnResult("ccPathReserve", 1, { none: null }), isoDialect)];
/** What a path is cleared with. */
export const pathError = (
  error: "remoteUserBusyAgain" | "failureToMatch" | "failedDueToInterworking",
  cause = 16,
  invokeId = 1,
): readonly InformationElement[] => [causeElement(cause), apdu(returnError(error, invokeId), isoDialect)];
export const cleared = (cause: number, operation?: "ccSuspend" | "ccCancel") => [
  causeElement(cause),
  ...(operation === "ccSuspend" ? [bareInvoke("ccSuspend", 3, isoDialect)] : []),
  ...(operation === "ccCancel" ? [apdu(invoke("ccCancel", 3, { extArg: { none: null } }), isoDialect)] : []),
];

/** A's request was accepted on connection 3 with a path promised; A is free. */
export function promised(settings: Settings = {}, more: { retainService?: boolean } = {}): World {
  const { our, peer, cluster } = reserving;
  const world = asked({
    ...settings,
    our: { ...our, ...settings.our },
    peer: { ...peer, ...settings.peer },
    cluster: { ...cluster, ...settings.cluster },
  });
  world.receive(3, "CALL PROCEEDING");
  world.receive(3, "CONNECT", promise(more));
  world.line(a, idle);
  world.take();
  return world;
}

/** ccExecPossible has come: the path is being reserved, connection 4; A knows nothing. */
export function beingReserved(settings: Settings = {}, more: { retainService?: boolean } = {}): World {
  const world = promised(settings, more);
  world.receive(3, "FACILITY", ccExecPossible());
  world.take();
  return world;
}

/** The path is there, A sees the available screen. */
export function told(settings: Settings = {}, more: { retainService?: boolean } = {}): World {
  const world = beingReserved(settings, more);
  world.receive(4, "CALL PROCEEDING");
  world.receive(4, "FACILITY", reserved());
  world.take();
  return world;
}

/** B's request was accepted in CONNECT of connection 1, ccExecPossible went on it. */
export function notifiedB(settings: Settings = {}, canRetainService = false): World {
  const world = servingB({ ...reserving, ...settings, our: { ...reserving.our, ...settings.our } });
  world.cis("east", requestOf("1001", "2001", { retainSigConnection: true, canRetainService }));
  world.line(b, busy);
  world.line(b, idle);
  world.pass(3000);
  world.take();
  return world;
}

export const pathSetup = (calling = "1001") => setupIes(calling, "2001", bareInvoke("ccPathReserve", 5, isoDialect));
export const ringout = () => [bareInvoke("ccRingout", 6, isoDialect)];

/** The path of A is held: connection 2. */
export function heldB(settings: Settings = {}, canRetainService = false): World {
  const world = notifiedB(settings, canRetainService);
  world.call("east", pathSetup());
  world.take();
  return world;
}
