import type { TLSSocket } from "node:tls";
import { type TlsFault, TlsRefusal } from "./faults.ts";

/** What OpenSSL calls it, by the code of Node's error, and what that means here. */
const codes: Readonly<Record<string, TlsFault>> = {
  ERR_SSL_WRONG_VERSION_NUMBER: "plainText",
  ERR_SSL_HTTP_REQUEST: "plainText",
  ERR_SSL_HTTPS_PROXY_REQUEST: "plainText",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "plainText",
  ERR_SSL_UNKNOWN_PROTOCOL: "plainText",
  ERR_SSL_UNSUPPORTED_PROTOCOL: "oldVersion",
  ERR_SSL_VERSION_TOO_LOW: "oldVersion",
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: "oldVersion",
  ERR_SSL_EXCESSIVE_MESSAGE_SIZE: "tooLong",
  ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE: "noCertificate",
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: "refusedByPeer",
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: "refusedByPeer",
  ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE: "refusedByPeer",
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_REVOKED: "refusedByPeer",
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED: "refusedByPeer",
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN: "refusedByPeer",
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: "refusedByPeer",
  ERR_SSL_TLSV1_ALERT_ACCESS_DENIED: "refusedByPeer",
  ECONNRESET: "ended",
  EPIPE: "ended",
};

/** The refusal for an error of Node's TLS, before or after the handshake. */
export function handshakeFault(error: NodeJS.ErrnoException | TlsRefusal): TlsRefusal {
  if (error instanceof TlsRefusal) return error;
  const fault = codes[error.code ?? ""];
  if (fault !== undefined) return new TlsRefusal(fault, fault === "refusedByPeer" ? reasonOf(error) : "");
  return new TlsRefusal("broken", reasonOf(error));
}

/** OpenSSL says `error:0A000418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca:...:SSL alert number 48`. */
function reasonOf(error: NodeJS.ErrnoException): string {
  return (error as { readonly reason?: string }).reason ?? error.message.split("\n")[0] ?? "";
}

/** The certificates that the peer showed, its own first, as DER; never more than `most` and one. */
export function shownChain(socket: TLSSocket, most: number): Uint8Array[] {
  const chain: Uint8Array[] = [];
  let certificate = socket.getPeerX509Certificate();
  while (certificate !== undefined && chain.length <= most) {
    chain.push(new Uint8Array(certificate.raw));
    certificate = certificate.issuerCertificate;
  }
  return chain;
}
