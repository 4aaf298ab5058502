import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Certificate, Extension } from "pkijs";
import type { TlsConfig } from "../../../src/config.ts";
import { createRevocationList, firstCertificate } from "../../../gateway/tls/authority.ts";
import { createKey, distinguishedName, extensions, issueCertificate } from "../../../gateway/tls/issue.ts";
import { purposes } from "../../../gateway/tls/oids.ts";
import { pemBlocks } from "../../../gateway/tls/pem.ts";

export const day = 24 * 60 * 60 * 1000;

/** A certificate with its key, in PEM and read. */
export interface Issued {
  readonly pem: string;
  readonly der: Uint8Array;
  readonly certificate: Certificate;
  readonly key: KeyObject;
  readonly keyPem: string;
}

/** What a test wants otherwise than a good certificate has it. */
export interface Wishes {
  readonly names?: readonly string[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly extensions?: readonly Extension[];
  readonly keyPem?: string;
}

/** One key for all that does not care: making RSA and EC keys by the hundred is slow. */
const sharedKey = createKey("ec");

/** By `issuer`, or by itself. As a trunk's certificate should be, but for the wishes. */
export async function issue(subject: string, issuer: Issued | undefined, wishes: Wishes = {}): Promise<Issued> {
  const keyPem = wishes.keyPem ?? sharedKey;
  const key = createPrivateKey(keyPem);
  const pem = await issueCertificate({
    subject,
    publicKey: createPublicKey(key),
    issuer: issuer?.certificate.subject ?? distinguishedName(subject),
    issuerKey: issuer?.key ?? key,
    notBefore: wishes.notBefore ?? new Date(Date.now() - day),
    notAfter: wishes.notAfter ?? new Date(Date.now() + 365 * day),
    extensions: [...(wishes.extensions ?? leaf()), extensions.subjectAltName(wishes.names ?? [subject])],
  });
  return read(pem, key, keyPem);
}

export function leaf(): Extension[] {
  return [
    extensions.basicConstraints(false),
    extensions.keyUsage("digitalSignature", "keyEncipherment"),
    extensions.extendedKeyUsage(purposes.server, purposes.client),
  ];
}

export function authority(pathLength?: number): Extension[] {
  return [extensions.basicConstraints(true, pathLength), extensions.keyUsage("keyCertSign", "cRLSign")];
}

/** A CA of its own key; `issuer` makes it one between. */
export function issueAuthority(name: string, issuer?: Issued, wishes: Wishes = {}): Promise<Issued> {
  return issue(name, issuer, { keyPem: createKey("ec"), extensions: authority(), ...wishes });
}

function read(pem: string, key: KeyObject, keyPem: string): Issued {
  const [der = new Uint8Array(0)] = pemBlocks(pem, "CERTIFICATE");
  return { pem, der, certificate: firstCertificate(pem, "a test"), key, keyPem };
}

export function revocationList(by: Issued, revoked: readonly Issued[], days = 30, now = new Date()): Promise<string> {
  const certificates = revoked.map(({ certificate }) => certificate);
  return createRevocationList({ certificate: by.certificate, key: by.key }, certificates, days, now);
}

/** Files of one end of TLS in a folder of their own. */
export class Files {
  readonly folder = mkdtempSync(join(tmpdir(), "qsig-tls-"));

  write(name: string, text: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    return path;
  }

  /** The configuration of an end that shows `own` and trusts `anchors`. */
  config(name: string, own: Issued, anchors: readonly Issued[], wishes: Partial<TlsConfig> = {}): TlsConfig {
    return {
      certificate: this.write(`${name}.pem`, own.pem),
      key: this.write(`${name}.key`, own.keyPem),
      trustAnchors: this.write(`${name}-anchors.pem`, anchors.map(({ pem }) => pem).join("")),
      allowedNames: ["east.example"],
      commonName: false,
      minVersion: "1.2",
      warnBeforeMs: 30 * day,
      ...wishes,
    };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
