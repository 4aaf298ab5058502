import { X509Certificate } from "node:crypto";
import type { TlsConfig } from "../../src/config.ts";
import { type CertificateFacts, readCertificate } from "./certificate.ts";
import { readKey } from "./issue.ts";
import type { TrustPolicy } from "./judge.ts";
import { type TlsLimits, tlsLimits } from "./limits.ts";
import { canonicalName } from "./names.ts";
import { pemBlocks, readBounded } from "./pem.ts";
import { type RevocationList, readRevocationList } from "./revocation.ts";

/** What the files of one `tls` say, read and found to fit together. */
export interface TlsFiles {
  /** PEM, for the record layer: our certificate and those between, and its key. */
  readonly certificate: string;
  readonly key: string;
  /** Ours first. */
  readonly own: readonly [CertificateFacts, ...CertificateFacts[]];
  readonly anchorsPem: string;
  readonly policy: TrustPolicy;
}

/** The path of every file that `config` names. */
export function filesOf({ certificate, key, trustAnchors, crl }: TlsConfig): readonly string[] {
  return [certificate, key, trustAnchors, ...(crl === undefined ? [] : [crl])];
}

/** Rejects with one sentence: which file, what is wrong, what to do. Expiry is no fault here; see `expiries`. */
export async function readTlsFiles(config: TlsConfig, limits: TlsLimits = tlsLimits): Promise<TlsFiles> {
  const certificate = await readBounded(config.certificate, "certificate", limits.fileOctets);
  const key = await readBounded(config.key, "key", limits.fileOctets);
  const anchorsPem = await readBounded(config.trustAnchors, "file of trust anchors", limits.fileOctets);
  const own = certificatesOf(certificate, config.certificate);
  checkKey(config, own[0], key);
  const anchors = certificatesOf(anchorsPem, config.trustAnchors);
  if (anchors.length > limits.anchors) {
    throw new Error(`${config.trustAnchors} holds ${anchors.length} certificates; at most ${limits.anchors} count`);
  }
  for (const { extensions, subject } of anchors) {
    if (!extensions.isAuthority)
      throw new Error(`${subject} in ${config.trustAnchors} is no CA; give the CA that signed it`);
  }
  const crl = config.crl === undefined ? undefined : await readLists(config.crl, limits);
  return {
    certificate,
    key,
    own,
    anchorsPem,
    policy: {
      anchors,
      ...(crl === undefined ? {} : { revocationLists: crl }),
      allowedNames: config.allowedNames.map(canonicalName),
      commonName: config.commonName,
    },
  };
}

/** Every certificate of a PEM text, in its order. Throws a sentence, in which `path` is the file. */
export function certificatesOf(pem: string, path: string): readonly [CertificateFacts, ...CertificateFacts[]] {
  const [first, ...others] = pemBlocks(pem, "CERTIFICATE").map((octets) => {
    try {
      return readCertificate(octets);
    } catch (error) {
      throw new Error(
        `a certificate of ${path} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  });
  if (first === undefined) throw new Error(`${path} holds no certificate in PEM`);
  return [first, ...others];
}

function checkKey({ certificate, key }: TlsConfig, own: CertificateFacts, pem: string): void {
  if (!new X509Certificate(own.octets).checkPrivateKey(readKey(pem, key))) {
    throw new Error(`the key ${key} is not that of the certificate ${certificate}; the first one in it must be ours`);
  }
}

/** The revocation lists of a file. Rejects with a sentence. */
export async function readLists(path: string, limits: TlsLimits): Promise<readonly RevocationList[]> {
  const lists = pemBlocks(await readBounded(path, "crl file", limits.crlOctets), "X509 CRL");
  if (lists.length === 0) throw new Error(`${path} holds no revocation list in PEM (-----BEGIN X509 CRL-----)`);
  return lists.map((octets) => {
    try {
      return readRevocationList(octets);
    } catch (error) {
      throw new Error(`a list of ${path} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

/** Something with an end: of what kind, which one, until when. */
export interface Expiry {
  readonly of: "own" | "anchor" | "crl";
  readonly subject: string;
  readonly at: Date;
}

/** Every date on which something in the files ends, the soonest first. */
export function expiries({ own, policy }: TlsFiles): readonly Expiry[] {
  const all: Expiry[] = [
    ...own.map(({ subject, notAfter }) => ({ of: "own" as const, subject, at: notAfter })),
    ...policy.anchors.map(({ subject, notAfter }) => ({ of: "anchor" as const, subject, at: notAfter })),
    ...(policy.revocationLists ?? []).flatMap(({ issuer, nextUpdate }) =>
      nextUpdate === undefined ? [] : [{ of: "crl" as const, subject: issuer, at: nextUpdate }],
    ),
  ];
  return all.sort((a, b) => a.at.getTime() - b.at.getTime());
}

const kinds = {
  own: "our certificate",
  anchor: "the trust anchor",
  crl: "the revocation list of",
} as const satisfies Record<Expiry["of"], string>;
const renewals = {
  own: "renew it and put it in its file; new connections take it",
  anchor: "get the CA's new certificate and add it to trustAnchors",
  crl: "fetch the new list into the crl file",
} as const satisfies Record<Expiry["of"], string>;

const dayMs = 24 * 60 * 60 * 1000;

/** `our certificate CN=gw-1 expires in 12 days (2026-12-11T10:00:00Z); renew it ...` */
export function expiryText({ of, subject, at }: Expiry, now: Date): string {
  const left = at.getTime() - now.getTime();
  const days = Math.floor(Math.abs(left) / dayMs);
  const when = left < 0 ? `expired ${days} days ago` : `expires in ${days} days`;
  return `${kinds[of]} ${subject} ${when} (${at.toISOString()}); ${renewals[of]}`;
}
