import type { OriginatingEvent } from "./originating.ts";
import type { TerminatingEvent } from "./terminating.ts";

/** What ended a request of user A, in words for its timeline, where no notice to the user says it. */
export const originatingEnds: { readonly [Type in OriginatingEvent["type"]]?: string } = {
  callAlerting: "not offered: diverted here, or of another service",
  callCleared: "not offered",
  callAnswered: "user B answered the original call",
  callMoved: "no longer offered",
  userCancels: "cancelled by user A",
  aReset: "user A's phone registered anew or is gone, or another user logged in or out",
  connectionCleared: "user B's side released the connection",
  pathCleared: "user B's side cleared the reserved path",
  ccCancel: "user B's side ended the service",
  otherRoute: "completed by another route",
  unobserved: "completed at Dial: completion not observable",
  recallAnswered: "completed: user B answered",
  recallCleared: "the recall was cleared",
  T_OFFER: "the offer ran out",
  T301: "the recall rang unanswered",
};

/** What ended a request for user B. */
export const terminatingEnds: { readonly [Type in TerminatingEvent["type"]]?: string } = {
  callAnswered: "user B answered the call",
  callMoved: "no longer kept",
  bDeleted: "user B's line is gone",
  ccCancel: "user A's side ended the service",
  ccRingout: "user B is busy again",
  operatorCancels: "cancelled by an operator",
  ringAnswered: "completed: user B answered",
  ringCleared: "the recall was cleared",
  bBusy: "user B is busy again",
  ccPathReserve: "user B is busy again",
  pathCleared: "the reserved path is gone, and no number of user A is known",
  connectionCleared: "the connection is gone, and no number of user A is known",
  setupFailed: "user A cannot be reached",
  restored: "lost in a restart",
  T_RETENTION: "nobody asked for call back",
  T_RESPONSE: "the line monitor did not answer",
  T2: "expired",
  T_HOLD: "the reserved path was not used",
  T_RING: "the recall rang unanswered",
};
