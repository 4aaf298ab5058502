/**
 * Connections of one trunk, both directions together: as many as one side has call references. One more meets cause 42.
 */
export const connectionsPerTrunk = 32_767;

/** Messages that one connection keeps for the peer while the data link is lost. */
export const messagesHeldPerConnection = 16;
