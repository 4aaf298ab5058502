/**
 * Connections of one trunk, both directions together: as many as one side has call references, where
 * `limits.calls` of the trunk says no less. One more meets cause 42.
 */
export const connectionsPerTrunk = 32_767;

/** Messages that one connection keeps for a peer that cannot take them yet: link lost, or SETUP not answered. */
export const messagesHeldPerConnection = 16;
