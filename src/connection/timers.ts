/**
 * ONE table: the timers of layer 3 (CC 3.5; Q.931 tables 9-1 and 9-2). T309 has its own value a trunk; this one is for
 * trunks without.
 */
export const connectionTimers = {
  T303: { afterMs: 4000, protects: "SETUP, until a first response; SETUP is sent twice", clause: "Q.931 5.1.1" },
  T304: {
    afterMs: 30_000,
    protects: "SETUP ACKNOWLEDGE received, until the number is whole; each INFORMATION starts it anew",
    clause: "Q.931 5.1.3, R29; the longest of QSIG's 20 to 30 s: people think while they dial",
  },
  T305: { afterMs: 30_000, protects: "DISCONNECT, until RELEASE", clause: "Q.931 5.3.3" },
  T308: { afterMs: 4000, protects: "RELEASE, until RELEASE COMPLETE; RELEASE is sent twice", clause: "Q.931 5.3.3" },
  T309: { afterMs: 6000, protects: "an active connection while the data link is lost", clause: "Q.931 5.8.9, R18" },
  T310: { afterMs: 60_000, protects: "CALL PROCEEDING of a call we originate", clause: "QSIG 30..120 s [MEM], R30" },
  T316: {
    afterMs: 120_000,
    protects: "RESTART, until RESTART ACKNOWLEDGE; RESTART is sent twice",
    clause: "Q.931 5.5.1",
  },
  T322: { afterMs: 4000, protects: "STATUS ENQUIRY, until STATUS; sent three times", clause: "Q.931 5.8.10, R18" },
} as const satisfies Record<string, { readonly afterMs: number; readonly protects: string; readonly clause: string }>;

/** Timers of one connection; T316 is a trunk's. */
export type ConnectionTimer = Exclude<keyof typeof connectionTimers, "T316">;

/** STATUS ENQUIRY goes out this often before the connection is given up (R18). */
export const statusEnquiries = 3;
