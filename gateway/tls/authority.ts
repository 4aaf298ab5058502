import { createPublicKey, type KeyObject } from "node:crypto";
import { Integer, type OctetString } from "asn1js";
import {
  AltName,
  Attribute,
  Certificate,
  CertificateRevocationList,
  CertificationRequest,
  type Extension,
  Extensions,
  RevokedCertificate,
} from "pkijs";
import {
  derOf,
  distinguishedName,
  extension,
  extensions,
  importPublicKey,
  issueCertificate,
  keyIdentifier,
  signingKey,
  time,
} from "./issue.ts";
import { commonName, generalName } from "./names.ts";
import { oids, purposes } from "./oids.ts";
import { pemBlocks, toPem } from "./pem.ts";

const dayMs = 24 * 60 * 60 * 1000;
/** Clocks of a lab differ: what was made now counts an hour ago too. */
const clockSkewMs = 60 * 60 * 1000;

/** A CA with its key, as its two files hold them. */
export interface Authority {
  readonly certificate: Certificate;
  readonly key: KeyObject;
}

/** A certificate in PEM that signs itself and others, no further CA among them. */
export function createAuthority(name: string, key: KeyObject, days: number, now: Date): Promise<string> {
  const publicKey = createPublicKey(key);
  return issueCertificate({
    subject: name,
    publicKey,
    issuer: distinguishedName(name),
    issuerKey: key,
    ...validity(days, now),
    extensions: [
      extensions.basicConstraints(true, 0),
      extensions.keyUsage("keyCertSign", "cRLSign"),
      extensions.subjectKeyIdentifier(publicKey),
    ],
  });
}

/** PKCS #10 in PEM. The first name is the common name too: some peers look there. Names: hosts, addresses, URIs. */
export async function createRequest(names: readonly string[], key: KeyObject): Promise<string> {
  const request = new CertificationRequest({ subject: distinguishedName(names[0] ?? ""), attributes: [] });
  await importPublicKey(request.subjectPublicKeyInfo, createPublicKey(key));
  const requested = new Extensions({ extensions: [extensions.subjectAltName(names), ...leafExtensions()] });
  request.attributes?.push(new Attribute({ type: extensionRequest, values: [requested.toSchema()] }));
  await request.sign(await signingKey(key), "SHA-256");
  return toPem("CERTIFICATE REQUEST", derOf(request));
}

/** PKCS #9 (RFC 2985 5.4.2). */
const extensionRequest = "1.2.840.113549.1.9.14";

/** A trunk calls both ways, so its key serves as server and as client. */
function leafExtensions(): Extension[] {
  return [
    extensions.basicConstraints(false),
    extensions.keyUsage("digitalSignature", "keyEncipherment"),
    extensions.extendedKeyUsage(purposes.server, purposes.client),
  ];
}

/**
 * The certificate for a request, in PEM. Its names are those of the request; nothing else that it asks for counts.
 * Rejects with a sentence where it is no request, or was not signed by the key it names.
 */
export async function signRequest(pem: string, authority: Authority, days: number, now: Date): Promise<string> {
  const request = await readRequest(pem);
  const names = requestedNames(request);
  const [subject = commonName(request.subject)] = names;
  if (subject === undefined) throw new Error("the request has no name; make it with --name");
  const publicKey = createPublicKey({
    key: Buffer.from(request.subjectPublicKeyInfo.toSchema().toBER()),
    format: "der",
    type: "spki",
  });
  return issueCertificate({
    subject: commonName(request.subject) ?? subject,
    publicKey,
    issuer: authority.certificate.subject,
    issuerKey: authority.key,
    ...validity(days, now),
    extensions: [
      ...leafExtensions(),
      extensions.subjectAltName(names.length === 0 ? [subject] : names),
      extensions.subjectKeyIdentifier(publicKey),
      extensions.authorityKeyIdentifier(identifierOf(authority)),
    ],
  });
}

async function readRequest(pem: string): Promise<CertificationRequest> {
  const [octets] = [...pemBlocks(pem, "CERTIFICATE REQUEST"), ...pemBlocks(pem, "NEW CERTIFICATE REQUEST")];
  let request: CertificationRequest;
  try {
    request = CertificationRequest.fromBER(octets ?? new Uint8Array(0));
  } catch {
    throw new Error("the file holds no certificate request in PEM that can be read");
  }
  if (!(await request.verify().catch(() => false))) {
    throw new Error("the request is not signed by the key it names; make it again");
  }
  return request;
}

function requestedNames({ attributes }: CertificationRequest): string[] {
  const schema: unknown = attributes?.find(({ type }) => type === extensionRequest)?.values[0];
  if (schema === undefined) return [];
  const found = new Extensions({ schema }).extensions.find(({ extnID }) => extnID === oids.subjectAltName);
  return found?.parsedValue instanceof AltName
    ? found.parsedValue.altNames.map(generalName).filter((name) => name !== undefined)
    : [];
}

/** What the CA says of its own key, or what we would. */
function identifierOf({ certificate, key }: Authority): ArrayBuffer {
  const own = certificate.extensions?.find(({ extnID }) => extnID === oids.subjectKeyIdentifier);
  const octets = (own?.parsedValue as OctetString | undefined)?.valueBlock.valueHexView;
  return octets === undefined ? keyIdentifier(createPublicKey(key)) : new Uint8Array(octets).buffer;
}

/** A revocation list in PEM. `revoked`: certificates of this CA. */
export async function createRevocationList(
  authority: Authority,
  revoked: readonly Pick<Certificate, "serialNumber">[],
  days: number,
  now: Date,
): Promise<string> {
  const number = new Integer({ value: Math.floor(now.getTime() / 1000) });
  const list = new CertificateRevocationList({
    version: 1, // v2
    issuer: authority.certificate.subject,
    thisUpdate: time(new Date(now.getTime() - clockSkewMs)),
    nextUpdate: time(new Date(now.getTime() + days * dayMs)),
    crlExtensions: new Extensions({
      extensions: [
        extensions.authorityKeyIdentifier(identifierOf(authority)),
        extension(oids.crlNumber, false, number),
      ],
    }),
  });
  const entries = revoked.map(
    ({ serialNumber }) => new RevokedCertificate({ userCertificate: serialNumber, revocationDate: time(now) }),
  );
  // An empty sequence is not allowed (RFC 5280 5.1.2.6).
  if (entries.length > 0) list.revokedCertificates = entries;
  await list.sign(await signingKey(authority.key), "SHA-256");
  return toPem("X509 CRL", derOf(list));
}

/** Throws a sentence, in which `what` is the file. */
export function firstCertificate(pem: string, what: string): Certificate {
  const [octets] = pemBlocks(pem, "CERTIFICATE");
  try {
    return Certificate.fromBER(octets ?? new Uint8Array(0));
  } catch {
    throw new Error(`${what} holds no certificate in PEM`);
  }
}

function validity(days: number, now: Date): { readonly notBefore: Date; readonly notAfter: Date } {
  return { notBefore: new Date(now.getTime() - clockSkewMs), notAfter: new Date(now.getTime() + days * dayMs) };
}
