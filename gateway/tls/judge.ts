import { CertificateChainValidationEngine } from "pkijs";
import { type CertificateFacts, readCertificate } from "./certificate.ts";
import { TlsRefusal } from "./faults.ts";
import { type TlsLimits, tlsLimits } from "./limits.ts";
import { keyUsageBits, purposes } from "./oids.ts";
import { findPath, type Path } from "./path.ts";
import { checkRevocation, type RevocationList } from "./revocation.ts";

/** Whom one trunk trusts. */
export interface TrustPolicy {
  readonly anchors: readonly CertificateFacts[];
  /** Absent: revocation is not asked for. */
  readonly revocationLists?: readonly RevocationList[];
  /** In canonical form; one of them stands in the peer's certificate. */
  readonly allowedNames: readonly string[];
  /** The common name counts where a certificate has no subject alternative name. */
  readonly commonName: boolean;
}

/** What the peer is in the handshake: who connects to us is a client. */
export type PeerRole = "client" | "server";

/** Whom the judgement found. */
export interface JudgedPeer {
  /** The allowed name that it has. */
  readonly name: string;
  readonly path: Path;
}

/**
 * Judges the certificates that a peer showed, its own first, as DER. Rejects with a TlsRefusal that says why in words;
 * nothing but a judgement may stand between a handshake and the first octet that is passed on.
 */
export async function judge(
  chain: readonly Uint8Array[],
  role: PeerRole,
  policy: TrustPolicy,
  now: Date,
  limits: TlsLimits = tlsLimits,
): Promise<JudgedPeer> {
  try {
    return await judged(readChain(chain, limits), role, policy, now);
  } catch (error) {
    // pkijs throws what it likes at what it cannot read.
    throw error instanceof TlsRefusal ? error : new TlsRefusal("unreadable", String(error));
  }
}

async function judged(shown: Shown, role: PeerRole, policy: TrustPolicy, now: Date): Promise<JudgedPeer> {
  const [leaf] = shown;
  refuseWeak(leaf);
  const path = await findPath(shown, policy.anchors);
  for (const certificate of path.slice(0, -1)) refuseWeak(certificate);
  for (const certificate of path) checkTime(certificate, now);
  checkAuthorities(path);
  for (const certificate of path) checkUsage(certificate, certificate === leaf, role);
  for (const certificate of path) checkCritical(certificate);
  await checkConstraints(path, now);
  if (policy.revocationLists !== undefined) await checkRevocation(path, policy.revocationLists, now);
  return { name: checkName(leaf, policy), path };
}

type Shown = readonly [CertificateFacts, ...CertificateFacts[]];

function readChain(chain: readonly Uint8Array[], limits: TlsLimits): Shown {
  if (chain.length > limits.chainCertificates) {
    throw new TlsRefusal("tooLong", `${chain.length} certificates, more than ${limits.chainCertificates}`);
  }
  const longest = Math.max(0, ...chain.map(({ length }) => length));
  if (longest > limits.certificateOctets) {
    throw new TlsRefusal("tooLong", `a certificate of ${longest} octets, more than ${limits.certificateOctets}`);
  }
  const [own, ...others] = chain.map((octets) => {
    try {
      return readCertificate(octets, limits);
    } catch (error) {
      throw new TlsRefusal("unreadable", error instanceof Error ? error.message : String(error));
    }
  });
  if (own === undefined) throw new TlsRefusal("noCertificate");
  return [own, ...others];
}

function refuseWeak({ weakness, subject }: CertificateFacts): void {
  if (weakness !== undefined) throw new TlsRefusal("weak", `${subject}: ${weakness}`);
}

function checkTime({ notBefore, notAfter, subject }: CertificateFacts, now: Date): void {
  if (notBefore > now) throw new TlsRefusal("notYetValid", `${subject} from ${notBefore.toISOString()}`);
  if (notAfter < now) throw new TlsRefusal("expired", `${subject} on ${notAfter.toISOString()}`);
}

/** RFC 5280 6.1.4 (k) to (n): each that signed another is an authority and has not too many behind it. */
function checkAuthorities(path: Path): void {
  let below = 0;
  for (const { extensions, subject, x509 } of path.slice(1)) {
    const { isAuthority, keyUsage, pathLength } = extensions;
    if (!isAuthority) throw new TlsRefusal("notAnAuthority", `${subject} is no CA`);
    if (keyUsage !== undefined && (keyUsage & keyUsageBits.keyCertSign) === 0) {
      throw new TlsRefusal("notAnAuthority", `the key of ${subject} is not for signing certificates`);
    }
    if (pathLength !== undefined && below > pathLength) {
      throw new TlsRefusal("notAnAuthority", `${subject} allows ${pathLength} CAs behind it, not ${below}`);
    }
    // One that was issued to itself does not count.
    if (!x509.subject.isEqual(x509.issuer)) below += 1;
  }
}

/** What the key of a peer must be good for in each role; TLS 1.3 signs, older RSA servers may decrypt. */
const neededUsage: Readonly<Record<PeerRole, number>> = {
  client: keyUsageBits.digitalSignature | keyUsageBits.keyAgreement,
  server: keyUsageBits.digitalSignature | keyUsageBits.keyEncipherment | keyUsageBits.keyAgreement,
};

/** A CA that names purposes gives none but these, as OpenSSL reads it. */
function checkUsage({ extensions, subject }: CertificateFacts, isLeaf: boolean, role: PeerRole): void {
  const { keyUsage, purposes: named } = extensions;
  if (named !== undefined && !named.includes(purposes[role])) {
    throw new TlsRefusal("wrongUsage", `${subject} is for ${named.map(purposeText).join(", ")}, not for a TLS ${role}`);
  }
  if (isLeaf && keyUsage !== undefined && (keyUsage & neededUsage[role]) === 0) {
    throw new TlsRefusal("wrongUsage", `the key of ${subject} is not for the handshake of a TLS ${role}`);
  }
}

function checkCritical({ extensions: { unknownCritical }, subject }: CertificateFacts): void {
  if (unknownCritical.length > 0)
    throw new TlsRefusal("unknownCritical", `${unknownCritical.join(", ")} in ${subject}`);
}

function purposeText(oid: string): string {
  return Object.entries(purposes).find(([, purpose]) => purpose === oid)?.[0] ?? oid;
}

/** Name constraints and policies, by pkijs; the path is given, so that it only follows it. */
async function checkConstraints(path: Path, now: Date): Promise<void> {
  const certificates = path.map(({ x509 }) => x509);
  const [anchor] = certificates.slice(-1);
  if (anchor === undefined) throw new Error("a path has no end");
  const engine = new CertificateChainValidationEngine({
    trustedCerts: [anchor],
    // pkijs takes the last one for the one that is judged.
    certs: certificates.slice(0, -1).reverse(),
    checkDate: now,
    findIssuer: async (certificate) => {
      const next = certificates[certificates.indexOf(certificate) + 1];
      return next === undefined ? [] : [next];
    },
  });
  const { result, resultMessage } = await engine.verify();
  if (!result) throw new TlsRefusal("constrained", resultMessage);
}

function checkName({ extensions, commonName, subject }: CertificateFacts, policy: TrustPolicy): string {
  const { alternativeNames } = extensions;
  const common = policy.commonName && alternativeNames === undefined && commonName !== undefined ? [commonName] : [];
  const names = [...(alternativeNames ?? []), ...common.map((name) => name.toLowerCase())];
  const name = policy.allowedNames.find((allowed) => names.includes(allowed));
  if (name !== undefined) return name;
  const has = names.length === 0 ? "no name" : names.slice(0, 5).join(", ");
  throw new TlsRefusal("wrongName", `${subject} has ${has}; allowed: ${policy.allowedNames.join(", ")}`);
}
