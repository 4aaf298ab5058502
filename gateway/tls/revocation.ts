import { CertificateRevocationList } from "pkijs";
import { type CertificateFacts, serialOf } from "./certificate.ts";
import { cutRevoked } from "./revoked-list.ts";
import { TlsRefusal } from "./faults.ts";
import { nameText } from "./names.ts";
import { keyUsageBits } from "./oids.ts";
import type { Path } from "./path.ts";

/** A revocation list as the judgement needs it. */
export interface RevocationList {
  readonly crl: CertificateRevocationList;
  readonly issuer: string;
  readonly thisUpdate: Date;
  /** Absent: the list says of itself that it never goes out of date. */
  readonly nextUpdate: Date | undefined;
  /** Serial numbers in hex. */
  readonly revoked: ReadonlySet<string>;
}

/** Throws a sentence where the octets are no list, or one that speaks for a part of the certificates only. */
export function readRevocationList(octets: Uint8Array): RevocationList {
  const { revoked, head, tbs } = cutRevoked(octets);
  let crl: CertificateRevocationList;
  try {
    crl = CertificateRevocationList.fromBER(head);
  } catch {
    throw new Error("it is no revocation list that can be read");
  }
  // What is signed is the whole.
  crl.tbsView = tbs;
  const critical = (crl.crlExtensions?.extensions ?? []).find((extension) => extension.critical);
  if (critical !== undefined) {
    throw new Error(
      `the revocation list of ${nameText(crl.issuer)} is partial (${critical.extnID}); take the whole one`,
    );
  }
  return {
    crl,
    issuer: nameText(crl.issuer),
    thisUpdate: crl.thisUpdate.value,
    nextUpdate: crl.nextUpdate?.value,
    revoked,
  };
}

/** Every certificate but the anchor needs a list of its issuer that is in date. Throws a TlsRefusal. */
export async function checkRevocation(path: Path, lists: readonly RevocationList[], now: Date): Promise<void> {
  for (const [index, certificate] of path.entries()) {
    const issuer = path[index + 1];
    if (issuer === undefined) return;
    const list = await newest(lists, issuer);
    if (list === undefined) throw new TlsRefusal("noRevocationList", `${certificate.subject} of ${issuer.subject}`);
    const { thisUpdate, nextUpdate, revoked } = list;
    if (thisUpdate > now || (nextUpdate !== undefined && nextUpdate < now)) {
      const until = nextUpdate === undefined ? "ever" : nextUpdate.toISOString();
      throw new TlsRefusal("oldRevocationList", `of ${issuer.subject}, from ${thisUpdate.toISOString()} to ${until}`);
    }
    const serial = serialOf(certificate);
    if (revoked.has(serial)) throw new TlsRefusal("revoked", `${certificate.subject}, serial ${serial}`);
  }
}

/** Of the lists that this authority signed, the last one. */
async function newest(lists: readonly RevocationList[], issuer: CertificateFacts): Promise<RevocationList | undefined> {
  const { keyUsage } = issuer.extensions;
  if (keyUsage !== undefined && (keyUsage & keyUsageBits.cRLSign) === 0) return undefined;
  let best: RevocationList | undefined;
  for (const list of lists) {
    if (best !== undefined && best.thisUpdate >= list.thisUpdate) continue;
    if (await verifies(list, issuer)) best = list;
  }
  return best;
}

async function verifies({ crl }: RevocationList, { x509 }: CertificateFacts): Promise<boolean> {
  try {
    return await crl.verify({ issuerCertificate: x509 });
  } catch {
    return false;
  }
}
