import type { Certificate } from "pkijs";
import type { CertificateFacts } from "./certificate.ts";
import { TlsRefusal } from "./faults.ts";

/** From the peer's own certificate to a trust anchor, both included; each is signed by the next. */
export type Path = readonly [CertificateFacts, ...CertificateFacts[]];

/**
 * The shortest path to an anchor. pkijs would build it too, but follows certificates that signed each other in a circle
 * for ever; here each is visited once. Throws a TlsRefusal.
 */
export async function findPath(
  shown: readonly [CertificateFacts, ...CertificateFacts[]],
  anchors: readonly CertificateFacts[],
): Promise<Path> {
  const [leaf, ...others] = shown;
  let paths: Path[] = [[leaf]];
  const left = new Set(others);
  while (paths.length > 0) {
    const longer: Path[] = [];
    for (const path of paths) {
      const last = path.at(-1) ?? leaf;
      for (const anchor of anchors) if (await signed(anchor, last)) return [...path, anchor];
      for (const other of left) {
        if (!(await signed(other, last))) continue;
        left.delete(other);
        longer.push([...path, other]);
      }
    }
    paths = longer;
  }
  if (await signed(leaf, leaf)) throw new TlsRefusal("selfSigned", leaf.subject);
  throw new TlsRefusal("unknownAuthority", `${leaf.subject} of ${leaf.issuer}`);
}

/** False too where pkijs cannot check such a signature. */
async function signed(issuer: CertificateFacts, subject: CertificateFacts): Promise<boolean> {
  return subject.x509.issuer.isEqual(issuer.x509.subject) && verifies(issuer.x509, subject.x509);
}

async function verifies(issuer: Certificate, subject: Certificate): Promise<boolean> {
  try {
    return await subject.verify(issuer);
  } catch {
    return false;
  }
}
