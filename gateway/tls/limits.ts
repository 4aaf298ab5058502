/** What TLS may cost, whoever connects. Each is tested at the limit and one past it. */
export const tlsLimits = {
  /** From the first octet of TCP to the judgement of the peer's certificate. */
  handshakeMs: 5_000,
  /** Handshakes at once at one listener; one that is done counts no more. */
  halfOpen: 64,
  /** Of one source address: one host cannot take the place of all others. */
  halfOpenOfSource: 16,
  /** Certificates that a peer may show. */
  chainCertificates: 6,
  /** One certificate. */
  certificateOctets: 8 * 1024,
  /** Values in its ASN.1, but those of its extensions: what pkijs reads of a stranger's takes a tenth of a ms each. */
  certificateValues: 256,
  /** A file of ours with certificates or a key. */
  fileOctets: 256 * 1024,
  /** Trust anchors of one trunk. */
  anchors: 64,
  /** A file with revocation lists: about a hundred thousand revoked certificates. */
  crlOctets: 4 * 1024 * 1024,
  /** How often the files are looked at. */
  watchMs: 60_000,
  /** How often the same expiry is told. */
  remindMs: 24 * 60 * 60 * 1000,
} as const;

export type TlsLimits = { readonly [limit in keyof typeof tlsLimits]: number };
