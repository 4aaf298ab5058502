import type { LineSnapshot } from "./line.ts";

/** What of its capacity a line uses: its calls, or a handset off the hook that has none yet. */
export function occupied({ calls, offhook }: LineSnapshot): number {
  return calls === 0 && offhook ? 1 : calls;
}

/** S-70: another user has logged in since `known` was noted, or the one there has logged out. */
export function hasOtherUser(known: string | undefined, { user = "" }: LineSnapshot): boolean {
  return known !== undefined && known !== user;
}

/** S-60: as many calls as the line's own trigger, else `busyTrigger`, or more. `besides`: calls that are not in it. */
export function isBusy(snapshot: LineSnapshot, busyTrigger: number, besides = 0): boolean {
  return occupied(snapshot) + besides >= (snapshot.busyTrigger ?? busyTrigger);
}

/** R21: below the trigger, nothing rings, the phone is there. The guard time is the service's own. */
export function isFree(snapshot: LineSnapshot, busyTrigger: number): boolean {
  return snapshot.registered !== "no" && snapshot.ringingIn === 0 && !isBusy(snapshot, busyTrigger);
}

/** S-13: who calls this line reaches voice mail and nothing else. */
export function forwardsToVoicemail({ forward, voicemail }: LineSnapshot): boolean {
  return forward.all !== undefined && forward.all === voicemail?.pilot;
}

/** What a service remembers of the use of a line since it was activated. JSON values only. */
export interface LineUse {
  /** The registration that `since` counts in. */
  readonly epoch: number;
  /** Uses of the snapshot at the start of the count. */
  readonly since: number;
  /** Somebody was there: the line was off the hook, called out or answered. */
  readonly used: boolean;
}

/** Starts the count (S-29): what was before does not matter; a line in use now is one with somebody there. */
export function countUse(snapshot: LineSnapshot, countsUnseen: boolean): LineUse {
  return { epoch: snapshot.epoch, since: usesOf(snapshot, countsUnseen), used: isInUse(snapshot) };
}

/** Goes on counting. A registration anew re-arms (S-64): what is used in its epoch counts, what was before does not. */
export function observeUse(use: LineUse, snapshot: LineSnapshot, countsUnseen: boolean): LineUse {
  const { epoch } = snapshot;
  const uses = usesOf(snapshot, countsUnseen);
  // A monitor that started anew counts from 0 again: what it counts from now on, counts.
  const since = epoch === use.epoch ? Math.min(use.since, uses) : 0;
  return { epoch, since, used: (epoch === use.epoch && use.used) || uses > since || isInUse(snapshot) };
}

/** systems 4.2: a call of which only the end was seen is a use of unknown quality: policy says whether it counts. */
function usesOf({ uses, unseen = 0 }: LineSnapshot, countsUnseen: boolean): number {
  return countsUnseen ? uses + unseen : uses;
}

/** What may only ring is no use yet: it counts by `uses`, which tells that it began after activation. */
function isInUse(snapshot: LineSnapshot): boolean {
  return snapshot.canDetectUse !== false && occupied(snapshot) > 0;
}

/** systems 4.2: for CCBS a free line will do (S-27); CCNR waits for a use that began after activation (S-28). */
export function isReady(
  kind: "ccbs" | "ccnr",
  use: Pick<LineUse, "used">,
  snapshot: LineSnapshot,
  busyTrigger: number,
): boolean {
  return isFree(snapshot, busyTrigger) && (kind === "ccbs" || use.used);
}
