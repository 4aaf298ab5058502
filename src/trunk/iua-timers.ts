/** Timers around IUA (RFC 4233 names some and gives few values). */
export const iuaTimers = {
  /** An unacknowledged ASPUP or ASPAC is sent again (4.3.4.1: 2 s [2S]). */
  ackMs: 2000,
  /** So many times in all, then the association is given up. */
  acks: 5,
  /** A data link that was released or does not come up is asked for again. */
  establishMs: 5000,
  /** T(r): another process may take over before the calls hear of it (4.3.2: 2 s [MEM]). */
  recoveryMs: 2000,
  /** BEAT: the only sign of life that SCTP over UDP gives us (transports 3.2). */
  beatMs: 5000,
  /** So many unanswered in a row, and the association is dead. */
  beats: 2,
} as const;
