/** What SIP over streams may cost, whoever connects. One table for trunks, line monitors and phones. */
export const sipLimits = {
  /** Connections at once, ours and the peers'. */
  connections: 64,
  /** Connections of peers that have said nothing yet. */
  halfOpen: 32,
  /** Start line and header fields of one message. */
  headOctets: 16_384,
  headerFields: 128,
  bodyOctets: 65_536,
  /** A message that has begun is whole within this time, or the connection is closed. */
  messageMs: 10_000,
  connectMs: 4_000,
  /** Octets that wait for a peer that does not read; beyond them its connection is closed. */
  queuedOctets: 1024 * 1024,
  /** Requests of peers that wait for their answer; beyond them 503 is the answer. */
  serverTransactions: 2048,
  /** Calls of one trunk at once; beyond them 503 is the answer. */
  calls: 4096,
  keepAliveMs: 60_000,
  /** What waits to be written gets this long when the gateway stops. */
  stopMs: 300,
} as const;

export type SipLimits = { readonly [limit in keyof typeof sipLimits]: number };
