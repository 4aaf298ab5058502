import { fromBER } from "asn1js";
import {
  type AltName,
  type BasicConstraints,
  Certificate,
  type ExtKeyUsage,
  type Extension,
  RSAPublicKey,
  RSASSAPSSParams,
} from "pkijs";
import { commonName, generalName, nameText } from "./names.ts";
import { oids } from "./oids.ts";
import { countValues } from "./der.ts";
import { type TlsLimits, tlsLimits } from "./limits.ts";

/** What the extensions of a certificate say. */
export interface CertificateExtensions {
  /** Of the subject alternative name, in canonical form; undefined where it has none. */
  readonly alternativeNames: readonly string[] | undefined;
  readonly isAuthority: boolean;
  /** Certificates of authorities that may stand between this one and the last; undefined: any number. */
  readonly pathLength: number | undefined;
  /** The first octet of KeyUsage; undefined where it has none and the key may do all. */
  readonly keyUsage: number | undefined;
  /** Key purposes as OIDs; undefined where it has none and the key is for all. */
  readonly purposes: readonly string[] | undefined;
  /** Those that must be understood and are not. */
  readonly unknownCritical: readonly string[];
}

/** What pkijs or this module evaluates (RFC 5280 4.2: any other that is critical refuses the certificate). */
const evaluated: ReadonlySet<string> = new Set([
  ...[oids.keyUsage, oids.subjectAltName, oids.basicConstraints, oids.extendedKeyUsage, oids.nameConstraints],
  ...[oids.certificatePolicies, oids.policyMappings, oids.policyConstraints, oids.inhibitAnyPolicy],
]);

/** A certificate as the judgement needs it. */
export class CertificateFacts {
  readonly octets: Uint8Array;
  readonly x509: Certificate;
  /** `CN=gw-1`, for people. */
  readonly subject: string;
  readonly issuer: string;
  readonly commonName: string | undefined;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Why its own signature or key is too weak to count; undefined where it is not. */
  readonly weakness: string | undefined;
  #extensions: CertificateExtensions | undefined;

  constructor(octets: Uint8Array, x509: Certificate) {
    this.octets = octets;
    this.x509 = x509;
    this.subject = nameText(x509.subject);
    this.issuer = nameText(x509.issuer);
    this.commonName = commonName(x509.subject);
    this.notBefore = x509.notBefore.value;
    this.notAfter = x509.notAfter.value;
    this.weakness = weaknessOf(x509);
  }

  /**
   * Read when they are asked for, which is behind the signature: pkijs takes a millisecond for each name, and whoever
   * connects may show a certificate of hundreds. Throws a sentence where one cannot be read.
   */
  get extensions(): CertificateExtensions {
    this.#extensions ??= readExtensions(this.x509.extensions ?? []);
    return this.#extensions;
  }
}

/** Throws a sentence where the octets are no certificate, or one of more values than the limit. */
export function readCertificate(octets: Uint8Array, limits: TlsLimits = tlsLimits): CertificateFacts {
  let x509: Certificate;
  try {
    const values = countValues(octets, limits.certificateValues);
    if (values > limits.certificateValues) throw new Error(`it has more than ${limits.certificateValues} values`);
    x509 = Certificate.fromBER(octets);
  } catch (error) {
    throw new Error(`it is no X.509 certificate that can be read: ${error instanceof Error ? error.message : ""}`);
  }
  return new CertificateFacts(octets, x509);
}

function readExtensions(extensions: readonly Extension[]): CertificateExtensions {
  const parsed = new Map(extensions.map((extension) => [extension.extnID, parsedValue(extension)]));
  const constraints = parsed.get(oids.basicConstraints) as BasicConstraints | undefined;
  const names = parsed.get(oids.subjectAltName) as AltName | undefined;
  const usage = parsed.get(oids.keyUsage) as { readonly valueBlock: { readonly valueHexView: Uint8Array } } | undefined;
  const purposes = parsed.get(oids.extendedKeyUsage) as ExtKeyUsage | undefined;
  const pathLength = constraints?.pathLenConstraint;
  const unknown = extensions.filter(({ critical, extnID }) => critical && !evaluated.has(extnID));
  return {
    alternativeNames: names?.altNames.map(generalName).filter((name) => name !== undefined),
    isAuthority: constraints?.cA === true,
    pathLength: pathLength === undefined ? undefined : Number(pathLength),
    keyUsage: usage === undefined ? undefined : (usage.valueBlock.valueHexView[0] ?? 0),
    purposes: purposes?.keyPurposes,
    unknownCritical: unknown.map(({ extnID }) => extnID),
  };
}

/**
 * pkijs gives an empty value for an extension that it cannot read: name constraints that are broken would constrain
 * nothing.
 */
function parsedValue(extension: Extension): unknown {
  const value = extension.parsedValue as { readonly parsingError?: string } | null | undefined;
  if (value === null || value === undefined || value.parsingError !== undefined) {
    throw new Error(`its extension ${extension.extnID} cannot be read`);
  }
  return value;
}

/** Signature algorithms that count, by OID; SHA-1 and MD5 do not (RFC 9155). */
const strongSignatures: ReadonlySet<string> = new Set([
  ...["1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13"], // RSA with SHA-256, 384, 512
  ...["1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4"], // ECDSA with SHA-256, 384, 512
]);
const rsaPss = "1.2.840.113549.1.1.10";
const strongHashes: ReadonlySet<string> = new Set([
  ...["2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3"], // SHA-256, 384, 512
]);
const rsaEncryption = "1.2.840.113549.1.1.1";
const ecPublicKey = "1.2.840.10045.2.1";
/** SP 800-57: 112 bits of strength. */
const fewestRsaBits = 2048;

function weaknessOf({ signatureAlgorithm, signature, subjectPublicKeyInfo }: Certificate): string | undefined {
  const { algorithmId } = signatureAlgorithm;
  // Both places must say the same (RFC 5280 4.1.1.2): only one of them is signed.
  if (algorithmId !== signature.algorithmId) return "its two signature algorithms differ";
  if (!isStrong(algorithmId, signatureAlgorithm.algorithmParams)) {
    return `it is signed with ${algorithmId}; SHA-256 and better with RSA or ECDSA count`;
  }
  const key = subjectPublicKeyInfo.algorithm.algorithmId;
  if (key === ecPublicKey) return undefined;
  if (key !== rsaEncryption) return `its key is of type ${key}; RSA and ECDSA count`;
  const bits = rsaBits(subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView);
  return bits < fewestRsaBits ? `its RSA key has ${bits} bits, fewer than ${fewestRsaBits}` : undefined;
}

function isStrong(algorithm: string, parameters: unknown): boolean {
  if (algorithm !== rsaPss) return strongSignatures.has(algorithm);
  try {
    return strongHashes.has(new RSASSAPSSParams({ schema: parameters }).hashAlgorithm.algorithmId);
  } catch {
    return false;
  }
}

function rsaBits(octets: Uint8Array): number {
  const { result, offset } = fromBER(octets);
  if (offset === -1) return 0;
  const modulus = new RSAPublicKey({ schema: result }).modulus.valueBlock.valueHexView;
  const first = modulus.findIndex((octet) => octet !== 0);
  return first === -1 ? 0 : 8 * (modulus.length - first) - Math.clz32(modulus[first] ?? 0) + 24;
}

/** A serial number in hex without sign octets: DER puts one before a number that would look negative. */
export function serialText(octets: Uint8Array): string {
  return Buffer.from(octets)
    .toString("hex")
    .replace(/^(00)+/, "");
}

export function serialOf({ x509 }: CertificateFacts): string {
  return serialText(x509.serialNumber.valueBlock.valueHexView);
}
