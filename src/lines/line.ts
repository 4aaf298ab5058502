/** `neighbour/number` of one line, in the cluster's own digits. */
export type LineKey = `${string}/${string}`;

/** The canonical line model every monitoring adapter feeds (systems.md 4.2): the whole truth, never a delta. */
export interface LineSnapshot {
  readonly registered: "yes" | "no" | "unknown";
  /** Calls originated from or answered at the line; a call that only rings in is not one. */
  readonly calls: number;
  readonly ringingIn: number;
  readonly offhook: boolean;
  readonly dnd: boolean;
  readonly forward: { readonly all?: string; readonly busy?: string; readonly noAnswer?: string };
  readonly voicemail?: { readonly pilot: string };
  /** Times the line went into use (off hook, originated, answered) in this epoch; CCNR waits for it to grow. */
  readonly uses: number;
  /** Changes when the device registers anew. */
  readonly epoch: number;
  /** Who is logged in at the phone (extension mobility, S-70); absent where the cluster has no logins or nobody is. */
  readonly user?: string;
}

/** What a monitor says of a line: the truth, that it cannot see it now, or that the cluster has no such line. */
export type LineReport = LineSnapshot | "lost" | "absent";
