/**
 * ONE table: why a peer is refused. `says` is what the log says, `advice` what the reader does then; docs/tls.md has a
 * section for each.
 */
export const tlsFaults = {
  plainText: { says: "the peer does not speak TLS", advice: "switch TLS on at the peer's trunk, or off at ours" },
  oldVersion: {
    says: "the peer speaks no TLS version that is allowed here",
    advice: "let the peer speak TLS 1.2 or 1.3",
  },
  tooSlow: { says: "the handshake was not done in time", advice: "look for loss on the way, or for an attack" },
  tooMany: { says: "too many handshakes are under way", advice: "look who connects: this is no trunk's traffic" },
  ended: {
    says: "the peer ended the handshake",
    advice: "look whether its port speaks TLS, and in its log whether it refused our certificate",
  },
  broken: { says: "the handshake failed", advice: "compare TLS versions, ciphers and keys of both ends" },
  refusedByPeer: {
    says: "the peer refused our certificate",
    advice: "let the peer trust the CA of our certificate, and expect its name",
  },
  noCertificate: {
    says: "the peer showed no certificate",
    advice: "give the peer one and make it show it (mutual TLS)",
  },
  tooLong: {
    says: "the peer's certificates are longer than the limit",
    advice: "let it show its own and those between",
  },
  unreadable: { says: "a certificate of the peer cannot be read", advice: "issue it again" },
  weak: { says: "a certificate of the peer is too weak", advice: "issue it again with SHA-256 and a larger key" },
  selfSigned: {
    says: "the peer signed its certificate itself",
    advice: "have it signed by a CA that trustAnchors holds",
  },
  unknownAuthority: {
    says: "the peer's certificate comes from no CA that trustAnchors holds",
    advice: "add its CA to trustAnchors, or let the peer show the certificates between",
  },
  notYetValid: { says: "a certificate is not valid yet", advice: "compare the clocks of both ends" },
  expired: { says: "a certificate has expired", advice: "renew it" },
  notAnAuthority: {
    says: "a certificate was signed by one that may not sign others",
    advice: "have it signed by a CA",
  },
  wrongUsage: {
    says: "the certificate is not for this use",
    advice: "issue it for server and client (serverAuth, clientAuth): a trunk calls both ways",
  },
  unknownCritical: { says: "a certificate has a critical extension that is unknown here", advice: "issue it without" },
  constrained: { says: "a CA on the way may not give this name", advice: "take a CA whose constraints allow the name" },
  noRevocationList: {
    says: "no revocation list says whether the certificate still counts",
    advice: "add the list of its CA to the crl file",
  },
  oldRevocationList: { says: "the revocation list is out of date", advice: "fetch a new one into the crl file" },
  revoked: { says: "the certificate was revoked", advice: "give the peer a new one, and ask why" },
  wrongName: {
    says: "the certificate is good and has no name of this trunk",
    advice: "add one of its names to allowedNames if it is the peer",
  },
  severalTrunks: {
    says: "the certificate has names of several trunks",
    advice: "give each trunk an allowed name that no other has",
  },
} as const satisfies Readonly<Record<string, { readonly says: string; readonly advice: string }>>;

export type TlsFault = keyof typeof tlsFaults;

/** Why a peer was refused. The message is one sentence for the log: what, the case in hand, what to do. */
export class TlsRefusal extends Error {
  readonly fault: TlsFault;

  constructor(fault: TlsFault, detail = "") {
    const { says, advice } = tlsFaults[fault];
    super(`${says}${detail === "" ? "" : ` (${detail})`}; ${advice}`);
    this.fault = fault;
  }
}
