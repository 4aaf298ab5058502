import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  type webcrypto,
} from "node:crypto";
import net from "node:net";
import { BitString, Integer, OctetString, Utf8String } from "asn1js";
import {
  AltName,
  AttributeTypeAndValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  ExtKeyUsage,
  Extension,
  GeneralName,
  type PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from "pkijs";
import { commonNameType } from "./names.ts";
import { keyUsageBits, oids } from "./oids.ts";
import { toPem } from "./pem.ts";

/** The making of certificates: a lab CA, and whatever tests need to be refused. */
export interface CertificatePlan {
  readonly subject: string;
  readonly publicKey: KeyObject;
  /** The issuer's name and key; its own where it signs itself. */
  readonly issuer: RelativeDistinguishedNames;
  readonly issuerKey: KeyObject;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: readonly Extension[];
}

export type KeyType = "ec" | "rsa";

/** A private key, PKCS #8 in PEM. */
export function createKey(type: KeyType): string {
  const { privateKey } =
    type === "ec"
      ? generateKeyPairSync("ec", { namedCurve: "P-256" })
      : generateKeyPairSync("rsa", { modulusLength: 3072 });
  return String(privateKey.export({ format: "pem", type: "pkcs8" }));
}

export function distinguishedName(name: string): RelativeDistinguishedNames {
  const value = new Utf8String({ value: name });
  return new RelativeDistinguishedNames({
    typesAndValues: [new AttributeTypeAndValue({ type: commonNameType, value })],
  });
}

/** The signed certificate in PEM. */
export async function issueCertificate(plan: CertificatePlan): Promise<string> {
  const certificate = new Certificate({
    version: 2, // v3
    serialNumber: new Integer({ valueHex: serialNumber() }),
    issuer: plan.issuer,
    subject: distinguishedName(plan.subject),
    notBefore: time(plan.notBefore),
    notAfter: time(plan.notAfter),
    extensions: [...plan.extensions],
  });
  await importPublicKey(certificate.subjectPublicKeyInfo, plan.publicKey);
  await certificate.sign(await signingKey(plan.issuerKey), "SHA-256");
  return toPem("CERTIFICATE", derOf(certificate));
}

/** RFC 5280 4.1.2.2: positive, at most 20 octets. */
function serialNumber(): ArrayBuffer {
  const octets = new Uint8Array(randomBytes(16));
  octets[0] = ((octets[0] ?? 0) & 0x7f) | 0x40;
  return octets.buffer;
}

/** UTCTime up to 2049, GeneralizedTime from then on (RFC 5280 4.1.2.5). */
export function time(at: Date): Time {
  // Without milliseconds, which neither form may have.
  const value = new Date(Math.floor(at.getTime() / 1000) * 1000);
  return new Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value });
}

export async function importPublicKey(info: PublicKeyInfo, key: KeyObject): Promise<void> {
  const spki = key.export({ format: "der", type: "spki" });
  await info.importKey(await crypto.subtle.importKey("spki", spki, algorithmOf(key), true, ["verify"]));
}

/** A key that `sign` of pkijs takes. */
export function signingKey(key: KeyObject): Promise<webcrypto.CryptoKey> {
  const pkcs8 = key.export({ format: "der", type: "pkcs8" });
  return crypto.subtle.importKey("pkcs8", pkcs8, algorithmOf(key), false, ["sign"]);
}

const curves: Readonly<Record<string, string>> = { prime256v1: "P-256", secp384r1: "P-384", secp521r1: "P-521" };

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject) {
  if (asymmetricKeyType === "rsa") return { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const namedCurve = curves[asymmetricKeyDetails?.namedCurve ?? ""];
  if (asymmetricKeyType === "ec" && namedCurve !== undefined) return { name: "ECDSA", namedCurve };
  throw new Error(`keys of type ${asymmetricKeyType ?? "unknown"} cannot sign here; take rsa or ec P-256`);
}

/** Throws a sentence, in which `what` is the file. */
export function readKey(pem: string, what: string): KeyObject {
  if (pem.includes("ENCRYPTED")) {
    throw new Error(
      `${what} is encrypted; decrypt it with openssl pkey and keep the file readable to the gateway alone`,
    );
  }
  try {
    return createPrivateKey(pem);
  } catch {
    throw new Error(`${what} holds no private key in PEM`);
  }
}

export function publicKeyOf(key: KeyObject): KeyObject {
  return createPublicKey(key);
}

/** One extension each, as RFC 5280 4.2.1 has them. */
export const extensions = {
  basicConstraints(cA: boolean, pathLenConstraint?: number): Extension {
    const value = new BasicConstraints({ cA, ...(pathLenConstraint === undefined ? {} : { pathLenConstraint }) });
    return extension(oids.basicConstraints, true, value.toSchema());
  },
  keyUsage(...names: readonly (keyof typeof keyUsageBits)[]): Extension {
    const octet = names.reduce((bits, name) => bits | keyUsageBits[name], 0);
    // Named bits: zero bits at the end are not written (X.690 11.2.2).
    const unusedBits = Math.max(0, 31 - Math.clz32(octet & -octet));
    const value = new BitString({ valueHex: Uint8Array.of(octet).buffer, unusedBits });
    return extension(oids.keyUsage, true, value);
  },
  extendedKeyUsage(...keyPurposes: readonly string[]): Extension {
    return extension(oids.extendedKeyUsage, false, new ExtKeyUsage({ keyPurposes: [...keyPurposes] }).toSchema());
  },
  subjectAltName(names: readonly string[]): Extension {
    return extension(oids.subjectAltName, false, new AltName({ altNames: names.map(alternativeName) }).toSchema());
  },
  subjectKeyIdentifier(key: KeyObject): Extension {
    return extension(oids.subjectKeyIdentifier, false, new OctetString({ valueHex: keyIdentifier(key) }));
  },
  /** `identifier`: what the issuer's certificate says as its own. */
  authorityKeyIdentifier(identifier: ArrayBuffer): Extension {
    const value = new AuthorityKeyIdentifier({ keyIdentifier: new OctetString({ valueHex: identifier }) });
    return extension(oids.authorityKeyIdentifier, false, value.toSchema());
  },
};

interface Encodable {
  toBER(): ArrayBuffer;
}

/** What was signed, as it was signed. */
export function derOf(signed: { toSchema(encode: boolean): unknown }): Uint8Array {
  return new Uint8Array((signed.toSchema(true) as Encodable).toBER());
}

export function extension(extnID: string, critical: boolean, value: Encodable): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER() });
}

/** RFC 7093 method 1: the leftmost 160 bits of SHA-256. */
export function keyIdentifier(key: KeyObject): ArrayBuffer {
  const spki = key.export({ format: "der", type: "spki" });
  return new Uint8Array(createHash("sha256").update(spki).digest().subarray(0, 20)).buffer;
}

/** An IP address, a URI, or else a host name. */
function alternativeName(name: string): GeneralName {
  if (net.isIP(name) !== 0) return new GeneralName({ type: 7, value: new OctetString({ valueHex: ipOctets(name) }) });
  return new GeneralName({ type: /^[a-z][a-z0-9+.-]*:/i.test(name) ? 6 : 2, value: name });
}

function ipOctets(address: string): ArrayBuffer {
  if (net.isIPv4(address)) return Uint8Array.from(address.split("."), Number).buffer;
  const [left = "", right] = address.split("::");
  const groups = (text: string) => (text === "" ? [] : text.split(":"));
  const [head, tail] = [groups(left), groups(right ?? "")];
  const zeros = right === undefined ? 0 : 8 - head.length - tail.length;
  const words = [...head, ...Array.from({ length: zeros }, () => "0"), ...tail].map((group) =>
    Number.parseInt(group, 16),
  );
  return Uint8Array.from(words.flatMap((word) => [word >> 8, word & 0xff])).buffer;
}
