import { expect } from "chai";
import { Integer, Sequence } from "asn1js";
import { CertificateRevocationList, Extension, Extensions } from "pkijs";
import { createRevocationList } from "../../../gateway/tls/authority.ts";
import { readCertificate } from "../../../gateway/tls/certificate.ts";
import { TlsRefusal } from "../../../gateway/tls/faults.ts";
import { readTlsFiles } from "../../../gateway/tls/files.ts";
import { createKey, derOf, extension, signingKey, time } from "../../../gateway/tls/issue.ts";
import { judge, type TrustPolicy } from "../../../gateway/tls/judge.ts";
import { tlsLimits } from "../../../gateway/tls/limits.ts";
import { countValues } from "../../../gateway/tls/der.ts";
import { findPath } from "../../../gateway/tls/path.ts";
import { pemBlocks } from "../../../gateway/tls/pem.ts";
import { readRevocationList } from "../../../gateway/tls/revocation.ts";
import { authority, Files, issue, issueAuthority, type Issued, leaf, revocationList } from "./pki.ts";

describe("the limits of TLS", () => {
  const files = new Files();
  let ca: Issued;
  let policy: TrustPolicy;
  before(async () => {
    ca = await issueAuthority("Lab CA");
    policy = { anchors: [readCertificate(ca.der)], allowedNames: ["east.example"], commonName: false };
  });
  after(() => files.remove());

  async function fault(chain: readonly Issued[]): Promise<string> {
    try {
      const ders = chain.map(({ der }) => der);
      return (await judge(ders, "client", policy, new Date())).name;
    } catch (error) {
      return error instanceof TlsRefusal ? error.fault : String(error);
    }
  }

  /** A certificate of just so many octets: an extension that nobody reads is the filling. */
  async function ofOctets(octets: number, rsaCa: Issued): Promise<Issued> {
    const filled = async (filling: number) => {
      const unread = new Extension({ extnID: "1.2.3.4", extnValue: octetString(filling) });
      return issue("east.example", rsaCa, { extensions: [...leaf(), unread] });
    };
    const about = await filled(octets - 1000);
    return filled(octets - 1000 + octets - about.der.length);
  }

  it("a certificate has as many octets as the limit, and one more not", async () => {
    // Signatures of RSA are all of one length.
    const rsaCa = await issue("Lab CA", undefined, { keyPem: createKey("rsa"), extensions: authority() });
    policy = { ...policy, anchors: [readCertificate(rsaCa.der)] };
    const longest = await ofOctets(tlsLimits.certificateOctets, rsaCa);
    expect(longest.der.length).to.equal(tlsLimits.certificateOctets);
    expect(await fault([longest])).to.equal("east.example");
    const longer = await ofOctets(tlsLimits.certificateOctets + 1, rsaCa);
    expect(longer.der.length).to.equal(tlsLimits.certificateOctets + 1);
    expect(await fault([longer])).to.equal("tooLong");
  });

  it("a certificate has as many values as the limit, and one more not", async () => {
    const own = await issue("east.example", ca);
    const values = countValues(own.der, 1000);
    expect(values).to.be.within(40, tlsLimits.certificateValues);
    const read = (certificateValues: number) => readCertificate(own.der, { ...tlsLimits, certificateValues });
    expect(read(values).subject).to.equal("CN=east.example");
    expect(() => read(values - 1)).to.throw(`more than ${values - 1} values`);
  });

  it("a stranger's certificate of hundreds of names is not read before its signature", async () => {
    const names = Array.from({ length: 700 }, (_, index) => `a${index}`);
    const stranger = await issue("east.example", await issueAuthority("Stranger"), { names });
    policy = { ...policy, anchors: [readCertificate(ca.der)] };
    let read = 0;
    const shown = readCertificate(stranger.der);
    for (const extension of shown.x509.extensions ?? []) {
      const get = () => {
        read += 1;
      };
      Object.defineProperty(extension, "parsedValue", { get });
    }
    await findPath([shown], policy.anchors).catch(() => {});
    expect(read).to.equal(0);
  });

  it("a peer shows as many certificates as the limit, and one more not", async () => {
    policy = { ...policy, anchors: [readCertificate(ca.der)] };
    const chain = [ca];
    while (chain.length < tlsLimits.chainCertificates) {
      chain.unshift(await issueAuthority(`CA ${chain.length}`, chain[0]));
    }
    const east = await issue("east.example", chain[0]);
    expect(await fault([east, ...chain.slice(0, -1)])).to.equal("east.example");
    expect(await fault([east, ...chain])).to.equal("tooLong");
  });

  it("certificates that signed each other in a circle come to an end", async () => {
    const [one, other] = [createKey("ec"), createKey("ec")];
    const first = await issueAuthority("One", undefined, { keyPem: one });
    const second = await issueAuthority("Other", first, { keyPem: other });
    const firstAgain = await issueAuthority("One", second, { keyPem: one });
    const east = await issue("east.example", firstAgain);
    expect(await fault([east, firstAgain, second])).to.equal("unknownAuthority");
  });

  it("an end trusts as many anchors as the limit, and one more not", async () => {
    const own = await issue("west.example", ca);
    const config = files.config(
      "west",
      own,
      Array.from({ length: tlsLimits.anchors }, () => ca),
    );
    expect((await readTlsFiles(config)).policy.anchors).to.have.length(tlsLimits.anchors);
    files.write("west-anchors.pem", ca.pem.repeat(tlsLimits.anchors + 1));
    const words = `holds ${tlsLimits.anchors + 1} certificates; at most ${tlsLimits.anchors} count`;
    expect(await readTlsFiles(config).catch(String)).to.include(words);
  });

  it("a file of ours has as many octets as the limit, and one more not", async () => {
    const own = await issue("west.example", ca);
    const config = files.config("west", own, [ca]);
    files.write("west.pem", own.pem.padEnd(tlsLimits.fileOctets));
    expect((await readTlsFiles(config)).own).to.have.length(1);
    files.write("west.pem", own.pem.padEnd(tlsLimits.fileOctets + 1));
    expect(await readTlsFiles(config).catch(String)).to.include(`has ${tlsLimits.fileOctets + 1} octets`);
  });

  it("a file of revocation lists has as many octets as the limit, and one more not", async () => {
    const own = await issue("west.example", ca);
    const crl = files.write("lists.pem", (await revocationList(ca, [])).padEnd(tlsLimits.crlOctets));
    const config = files.config("west", own, [ca], { crl });
    expect((await readTlsFiles(config)).policy.revocationLists).to.have.length(1);
    files.write("lists.pem", (await revocationList(ca, [])).padEnd(tlsLimits.crlOctets + 1));
    expect(await readTlsFiles(config).catch(String)).to.include(`has ${tlsLimits.crlOctets + 1} octets`);
  });

  it("a list that is longer than pkijs reads is read, and pkijs checks its signature", async () => {
    const east = await issue("east.example", ca);
    const serials = Array.from({ length: 4_000 }, (_, index) => ({ serialNumber: new Integer({ value: index + 1 }) }));
    const issuer = { certificate: ca.certificate, key: ca.key };
    const pem = await createRevocationList(issuer, [...serials, east.certificate], 30, new Date());
    const [der = new Uint8Array(0)] = pemBlocks(pem, "X509 CRL");
    const list = readRevocationList(der);
    expect(list.revoked.size).to.equal(serials.length + 1);
    expect(await list.crl.verify({ issuerCertificate: ca.certificate })).to.equal(true);
    policy = { anchors: [readCertificate(ca.der)], allowedNames: ["east.example"], commonName: false };
    policy = { ...policy, revocationLists: [list] };
    expect(await fault([east])).to.equal("revoked");
    // One digit of a serial number that is another is not what was signed.
    const forged = Uint8Array.from(der);
    const at = Buffer.from(der).indexOf(Buffer.from(east.certificate.serialNumber.valueBlock.valueHexView));
    forged[at + 15] = (forged[at + 15] ?? 0) ^ 1;
    policy = { ...policy, revocationLists: [readRevocationList(forged)] };
    expect(await fault([east])).to.equal("noRevocationList");
  });

  it("a list cut at any octet is none", async () => {
    const pem = await revocationList(ca, [await issue("east.example", ca)]);
    const [der = new Uint8Array(0)] = pemBlocks(pem, "X509 CRL");
    for (let length = 0; length < der.length; length += 1) {
      expect(() => readRevocationList(der.subarray(0, length)), `${length} octets`).to.throw(Error);
    }
  });

  it("a list for a part of the certificates is refused", async () => {
    const partial = new CertificateRevocationList({
      version: 1,
      issuer: ca.certificate.subject,
      thisUpdate: time(new Date()),
      crlExtensions: new Extensions({ extensions: [extension("2.5.29.28", true, new Sequence())] }),
    });
    await partial.sign(await signingKey(ca.key), "SHA-256");
    expect(() => readRevocationList(derOf(partial))).to.throw(
      "the revocation list of CN=Lab CA is partial (2.5.29.28)",
    );
  });
});

/** An OCTET STRING whose length takes two octets. */
function octetString(octets: number): ArrayBuffer {
  return Uint8Array.of(0x04, 0x82, octets >> 8, octets & 0xff, ...new Uint8Array(octets)).buffer;
}
