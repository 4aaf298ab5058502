/** One reason why a call back is not, or no longer, under way: what a person reads, and what to do next. */
export interface ReasonText {
  /** `<B>` stands for the number of user B as user A dials it (R38). */
  readonly text: string;
  readonly next: string;
}

const dialLater = "Dial <B> later";
/** The offer of the failed call stands. */
const tryAgain = "Press CallBack to try again";
const callAgain = "Call <B> again";

/** ONE table: every reason in English, for the timeline and for screens; other languages are in `locales`. */
export const reasons = {
  // What is refused before anything is sent.
  serviceOff: { text: "CallBack is switched off", next: dialLater }, // S-12
  outOfReach: { text: "CallBack on <B> is not allowed from here", next: dialLater }, // S-82
  badNumber: { text: "CallBack is not possible: numbers must be digits only", next: dialLater }, // S-11, R46
  numberWithheld: { text: "CallBack on <B> is not possible with a withheld number", next: dialLater }, // R20
  nothingToCallBack: { text: "No call for CallBack", next: "Call, then press CallBack when it is busy or rings" }, // R8
  requestRunning: { text: "CallBack on <B> is being set up", next: "Wait a moment" }, // S-08
  storeAway: { text: "CallBack is not possible now: it cannot be stored", next: tryAgain }, // ours: nothing may be lost
  tooManyRequests: { text: "CallBack is not possible now: too many requests", next: tryAgain }, // ours: limits

  // How a request ends before it is activated.
  refusedForNow: { text: "<B> cannot take CallBack now", next: tryAgain }, // shortTermRejection, CC 1.5
  refused: { text: "<B> does not take CallBack", next: dialLater }, // longTermRejection, CC 1.5
  refusedByInteraction: { text: "CallBack on <B> is blocked by another feature", next: dialLater }, // CC 1.5
  noAnswer: { text: "CallBack failed: no answer about <B>", next: tryAgain }, // T1, S-75
  trunkDown: { text: "CallBack failed: the trunk to <B> is down", next: tryAgain }, // R18
  notRetained: { text: "CallBack failed: <B> does not keep the connection", next: dialLater }, // G9

  // How an activated one ends.
  cancelledByPeer: { text: "CallBack on <B> was cancelled by the other side", next: callAgain }, // CC 5.3
  expired: { text: "CallBack on <B> has expired", next: callAgain }, // T2, CC 5.1
  recallExpired: { text: "CallBack on <B> was not used in time", next: "Press Dial to call" }, // S-72, S-73
  answered: { text: "<B> has answered the call: CallBack is cancelled", next: callAgain }, // R8
  connectionLost: { text: "CallBack on <B> lost its connection", next: callAgain }, // CC 5.3
  busyAgain: { text: "<B> is busy again", next: tryAgain }, // R34
  busyAgainAsked: { text: "<B> is busy again: CallBack is asked for anew", next: "Wait for the next notice" }, // MX B14
  busyAgainKept: { text: "<B> is busy again: CallBack goes on", next: "Wait for the next notice" }, // CC 5.2
  recallFailed: { text: "<B> cannot be reached", next: tryAgain }, // R9, S-39, S-40
  noMatch: { text: "The other side has forgotten CallBack on <B>", next: "The call goes on without it" }, // R9
  forgotten: { text: "The other side has forgotten CallBack on <B>", next: callAgain }, // CC 5.3, ccPathReserve
  dialFailed: { text: "Your phone could not place the call", next: "Finish your call, then press Dial" }, // R49
  nothingActive: { text: "No CallBack is active", next: "Call, then press CallBack when it is busy or rings" }, // R16
  cancelled: { text: "CallBack on <B> is cancelled", next: callAgain }, // R16
  numberMissing: { text: "CallBack is not possible: your number is not known", next: "Ask your administrator" }, // R16
  finishFirst: { text: "You are on a call", next: "Finish your call, then press Dial" }, // R49
  restarted: { text: "CallBack on <B> was lost in a restart", next: callAgain }, // R26
} as const satisfies Record<string, ReasonText>;

export type Reason = keyof typeof reasons;

/** What happened, as the timeline tells it. */
export function reasonText(reason: Reason, to: string): string {
  return withB(reasons[reason].text, to);
}

/** The text with B's number in its place. */
export function withB(text: string, to: string): string {
  return text.replace("<B>", () => to);
}
