/** What an association tells whoever uses it. */
export interface SctpEvents {
  up(): void;
  /** One whole message, in order on its stream, once. */
  message(octets: Uint8Array, stream: number): void;
  writable(writable: boolean): void;
  /** The last event; nothing was or will be up any more. */
  down(reason: string): void;
}

export interface SctpAssociation {
  /** The message waits for its turn; one that is too long ends the association. */
  send(octets: Uint8Array, stream: number): void;
  /** Tells of no message until `goOn`: what comes is kept, as far as the window goes that the peer is told of. */
  hold(): void;
  goOn(): void;
  /** What was sent still leaves; then the association is aborted. Answered by `down`. */
  close(reason: string): void;
}

/** An implementation of SCTP for one trunk: the seam behind which another one may stand. */
export interface SctpProvider {
  connect(events: SctpEvents): SctpAssociation;
  /** Associations of peers; called before `up`. Undefined: no more are wanted, and the peer is aborted. */
  listen(accept: (association: SctpAssociation) => SctpEvents | undefined): void;
  /** Where it is bound, `host:port`. */
  readonly address: string;
  /** Aborts everything. Resolves when nothing is left open. */
  stop(): Promise<void>;
}

/** What one provider may cost, whoever sends to it. */
export const sctpLimits = {
  /** Associations at a time, and such as are not up yet. */
  associations: 8,
  /** Those that are not up yet. */
  halfOpen: 8,
  /** Octets of one message, sent or received: a layer-3 message and its IUA header are far below. */
  messageOctets: 16_384,
  /** Octets that wait for a peer that acknowledges nothing; beyond them the association ends. */
  queuedOctets: 256 * 1024,
  /** What waits from which on the peer counts as congested. */
  congestedOctets: 64 * 1024,
  connectMs: 10_000,
  /** A chunk unacknowledged for so long: the peer is gone (B9). */
  giveUpMs: 15_000,
  /** How long what was sent may leave before the association is aborted. */
  closeMs: 1_000,
  /** Our receive window (B13), and how far a TSN may run ahead of the last one in order. */
  windowOctets: 1 << 20,
  windowChunks: 4096,
  streams: 64,
} as const;

export type SctpLimits = { readonly [limit in keyof typeof sctpLimits]: number };
