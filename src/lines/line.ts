/** `neighbour/number` of one line, in the cluster's own digits. */
export type LineKey = `${string}/${string}`;

/** A key to be kept, in one piece: V8 keeps the parts of a template of 13 characters and more beside the whole. */
export function lineKey(neighbour: string, number: string): LineKey {
  return [neighbour, number].join("/") as LineKey;
}

/**
 * One call at a line, where the monitor tells calls apart (RFC 4235 dialogs): how a call inside the cluster is seen
 * (R15).
 */
export interface LineDialog {
  /** The same at both ends of one call, where the cluster has such a name; else of this end alone. */
  readonly id: string;
  /** `initiator`: the line made the call. */
  readonly direction: "initiator" | "recipient";
  readonly state: "trying" | "proceeding" | "early" | "confirmed";
  /** The number at the other end, in the cluster's own digits; absent where it is not told. */
  readonly remote?: string;
}

/** The canonical line model every monitoring adapter feeds (systems.md 4.2): the whole truth, never a delta. */
export interface LineSnapshot {
  readonly registered: "yes" | "no" | "unknown";
  /** Calls originated from or answered at the line; a call that only rings in is not one. */
  readonly calls: number;
  readonly ringingIn: number;
  readonly offhook: boolean;
  readonly dnd: boolean;
  readonly forward: { readonly all?: string; readonly busy?: string; readonly noAnswer?: string };
  /** The line's voice mail profile; absent where it has none, or the monitor cannot say. */
  readonly voicemail?: { readonly pilot: string };
  /** Calls from which on this line is busy (S-60); absent: as its neighbour is configured. */
  readonly busyTrigger?: number;
  /** Times the line went into use (off hook, originated, answered) in this epoch; CCNR waits for it to grow. */
  readonly uses: number;
  /**
   * False: the monitor does not tell a call that rings from one that is answered, as presence (PIDF) does not. `calls`
   * and `uses` then count both, and CCNR waits for any use to begin and end.
   */
  readonly canDetectUse?: false;
  /** Calls of this epoch of which only the end was told: they may have been answered, or only rung. */
  readonly unseen?: number;
  /** The calls of the line, those that ring in too; absent where the monitor does not tell them apart. */
  readonly dialogs?: readonly LineDialog[];
  /** Changes when the device registers anew, or the line moves to another device. */
  readonly epoch: number;
  /** Who is logged in at the phone (extension mobility, S-70); absent where the cluster has no logins or nobody is. */
  readonly user?: string;
}

/**
 * A call inside the cluster that failed, where the monitor tells (R15): a dialog rejected with 486, a Hangup with cause
 * 17. It may be completed for a while. `cause`: Q.850; 19 where nobody answered.
 */
export interface FailedCall {
  /** The line that called. */
  readonly line: LineKey;
  /** The number that was called. */
  readonly to: string;
  readonly cause: number;
  /** It rang. */
  readonly alerted: boolean;
}

/** What a monitor says of a line: the truth, that it cannot see it now, or that the cluster has no such line. */
export type LineReport = LineSnapshot | "lost" | "absent";
