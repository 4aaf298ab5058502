import type { TlsConfig } from "../../src/config.ts";
import { type CertificateFacts, serialOf } from "./certificate.ts";
import { TlsRefusal } from "./faults.ts";
import { certificatesOf, expiries, expiryText, type Expiry, readLists, readTlsFiles } from "./files.ts";
import { judge, type PeerRole } from "./judge.ts";
import { tlsLimits } from "./limits.ts";
import { canonicalName } from "./names.ts";
import { readBounded } from "./pem.ts";

/** What a check found: whether all is well, and why, line by line. */
export interface Checked {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

/**
 * Judges a file of certificates as a trunk with these anchors would judge its peer. Without names any name does, and
 * the lines say which there are. Rejects with a sentence where a file cannot be used.
 */
export async function checkChain(
  files: Pick<TlsConfig, "certificate" | "trustAnchors" | "crl">,
  names: readonly string[],
  role: PeerRole,
  now: Date,
): Promise<Checked> {
  const { fileOctets } = tlsLimits;
  const pem = await readBounded(files.certificate, "certificate", fileOctets);
  const anchorsPem = await readBounded(files.trustAnchors, "file of trust anchors", fileOctets);
  const shown = certificatesOf(pem, files.certificate);
  const anchors = certificatesOf(anchorsPem, files.trustAnchors);
  const lists = files.crl === undefined ? undefined : await readLists(files.crl, tlsLimits);
  const own = shown[0];
  const lines = shown.flatMap(describe);
  const policy = {
    anchors,
    ...(lists === undefined ? {} : { revocationLists: lists }),
    allowedNames: names.length > 0 ? names.map(canonicalName) : namesOf(own),
    commonName: false,
  };
  try {
    const { name, path } = await judge(
      shown.map(({ octets }) => octets),
      role,
      policy,
      now,
    );
    const way = path.map(({ subject }) => subject).join(" <- ");
    return { ok: true, lines: [...lines, `good for a TLS ${role} as ${name}: ${way}`] };
  } catch (error) {
    if (!(error instanceof TlsRefusal)) throw error;
    return { ok: false, lines: [...lines, `refused as a TLS ${role}: ${error.message}`] };
  }
}

function namesOf({ extensions }: CertificateFacts): readonly string[] {
  return extensions.alternativeNames ?? [];
}

function describe(certificate: CertificateFacts): string[] {
  const { subject, issuer, notBefore, notAfter, extensions } = certificate;
  const names = namesOf(certificate);
  return [
    `${subject}, of ${issuer}, serial ${serialOf(certificate)}${extensions.isAuthority ? ", a CA" : ""}`,
    ...(names.length === 0 ? [] : [`  names ${names.join(", ")}`]),
    `  from ${notBefore.toISOString()} to ${notAfter.toISOString()}`,
  ];
}

/** What `qsig check` says of the files of one `tls`. Rejects with a sentence where they cannot be used at all. */
export async function checkTlsFiles(config: TlsConfig, now: Date): Promise<Checked> {
  const files = await readTlsFiles(config);
  const all = expiries(files);
  const isOver = ({ at }: Expiry) => at < now;
  const isSoon = ({ at }: Expiry) => at.getTime() - now.getTime() < config.warnBeforeMs;
  const [{ subject, notAfter }] = files.own;
  const good = `${config.certificate} holds ${subject} until ${notAfter.toISOString()}, and ${config.key} is its key`;
  return { ok: !all.some(isOver), lines: [good, ...all.filter(isSoon).map((expiry) => expiryText(expiry, now))] };
}
