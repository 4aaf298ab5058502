import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { expect } from "chai";
import { Integer, OctetString } from "asn1js";
import { GeneralName, GeneralSubtree, NameConstraints } from "pkijs";
import { readCertificate } from "../../../gateway/tls/certificate.ts";
import { TlsRefusal } from "../../../gateway/tls/faults.ts";
import { createKey, extension, extensions } from "../../../gateway/tls/issue.ts";
import { judge, type PeerRole, type TrustPolicy } from "../../../gateway/tls/judge.ts";
import { oids, purposes } from "../../../gateway/tls/oids.ts";
import { pemBlocks } from "../../../gateway/tls/pem.ts";
import { readRevocationList } from "../../../gateway/tls/revocation.ts";
import { requirePeer } from "../../peers/require.ts";
import { authority, day, Files, issue, issueAuthority, type Issued, leaf, revocationList } from "./pki.ts";

describe("the judgement of a peer's certificates", () => {
  const files = new Files();
  let ca: Issued;
  let between: Issued;
  let stranger: Issued;
  before(async () => {
    ca = await issueAuthority("Lab CA");
    between = await issueAuthority("Between", ca);
    stranger = await issueAuthority("Stranger CA");
  });
  after(() => files.remove());

  /** What a case shows, and what comes out: the name that was found, or the fault and a word of its sentence. */
  interface Case {
    readonly what: string;
    readonly shown: () => Promise<readonly Issued[]>;
    readonly role?: PeerRole;
    readonly policy?: Partial<TrustPolicy>;
    /** PEM of revocation lists, for the policy and for OpenSSL. */
    readonly lists?: () => Promise<readonly string[]>;
    readonly expected: { readonly name: string } | { readonly fault: string; readonly words: string };
    /** What `openssl verify` must say, where it judges the same thing; names are not its business here. */
    readonly openssl: "OK" | RegExp | "other";
  }

  const good = () => issue("east.example", ca);
  const refused = (fault: string, words: string) => ({ fault, words });

  const cases: readonly Case[] = [
    {
      what: "a good certificate",
      shown: async () => [await good()],
      expected: { name: "east.example" },
      openssl: "OK",
    },
    {
      what: "a good certificate of a server",
      shown: async () => [await good()],
      role: "server",
      expected: { name: "east.example" },
      openssl: "OK",
    },
    {
      what: "one behind a CA between, shown in any order with what is not needed",
      shown: async () => [await issue("east.example", between), stranger, ca, between],
      expected: { name: "east.example" },
      openssl: "OK",
    },
    {
      what: "a certificate without key usage and purposes",
      shown: async () => [await issue("east.example", ca, { extensions: [] })],
      expected: { name: "east.example" },
      openssl: "OK",
    },
    {
      what: "an address, however it is written",
      shown: async () => [await issue("east", ca, { names: ["2001:db8::1"] })],
      policy: { allowedNames: ["2001:db8::1"] },
      expected: { name: "2001:db8::1" },
      openssl: "OK",
    },
    {
      what: "the URI of a SIP domain",
      shown: async () => [await issue("east", ca, { names: ["sip:east.example"] })],
      policy: { allowedNames: ["sip:east.example"] },
      expected: { name: "sip:east.example" },
      openssl: "OK",
    },
    {
      what: "a chain whose CA between is missing",
      shown: async () => [await issue("east.example", between)],
      expected: refused("unknownAuthority", "CN=east.example of CN=Between"),
      openssl: /unable to get local issuer certificate/,
    },
    {
      what: "a certificate of another CA",
      shown: async () => [await issue("east.example", stranger), stranger],
      expected: refused("unknownAuthority", "CN=east.example of CN=Stranger CA"),
      openssl: /self-signed certificate in certificate chain|unable to get local issuer/,
    },
    {
      what: "another CA under the same name",
      shown: async () => [await issue("east.example", await issueAuthority("Lab CA"))],
      expected: refused("unknownAuthority", "CN=Lab CA"),
      openssl: /certificate signature failure|unable to get local issuer/,
    },
    {
      what: "a certificate that signed itself",
      shown: async () => [await issue("east.example", undefined)],
      expected: refused("selfSigned", "CN=east.example"),
      openssl: /self-signed certificate/,
    },
    {
      what: "one that has expired",
      shown: async () => [
        await issue("east.example", ca, {
          notAfter: new Date("2026-01-02T03:04:05Z"),
          notBefore: new Date("2025-01-01T00:00:00Z"),
        }),
      ],
      expected: refused("expired", "CN=east.example on 2026-01-02T03:04:05.000Z"),
      openssl: /certificate has expired/,
    },
    {
      what: "one that is not valid yet",
      shown: async () => [await issue("east.example", ca, { notBefore: new Date(Date.now() + day) })],
      expected: refused("notYetValid", "CN=east.example from "),
      openssl: /certificate is not yet valid/,
    },
    {
      what: "a CA between that has expired",
      shown: async () => {
        const old = await issueAuthority("Old", ca, { notBefore: new Date(0), notAfter: new Date(day) });
        return [await issue("east.example", old), old];
      },
      expected: refused("expired", "CN=Old"),
      openssl: /certificate has expired/,
    },
    {
      what: "one signed by a trunk's certificate, which is no CA",
      shown: async () => {
        const trunk = await issue("west.example", ca, { keyPem: createKey("ec") });
        return [await issue("east.example", trunk), trunk];
      },
      expected: refused("notAnAuthority", "CN=west.example is no CA"),
      openssl: /invalid CA certificate/,
    },
    {
      what: "a CA between whose key may not sign certificates",
      shown: async () => {
        const wishes = { extensions: [extensions.basicConstraints(true), extensions.keyUsage("cRLSign")] };
        const lame = await issueAuthority("Lame", ca, wishes);
        return [await issue("east.example", lame), lame];
      },
      expected: refused("notAnAuthority", "the key of CN=Lame is not for signing certificates"),
      openssl: /invalid CA certificate|does not include certificate signing/,
    },
    {
      what: "more CAs than one on the way allows",
      shown: async () => {
        const narrow = await issueAuthority("Narrow", ca, { extensions: authority(0) });
        const further = await issueAuthority("Further", narrow);
        return [await issue("east.example", further), further, narrow];
      },
      expected: refused("notAnAuthority", "CN=Narrow allows 0 CAs behind it, not 1"),
      openssl: /path length constraint exceeded/,
    },
    {
      what: "a certificate for a server only, shown by a client",
      shown: async () => [
        await issue("east.example", ca, { extensions: [extensions.extendedKeyUsage(purposes.server)] }),
      ],
      expected: refused("wrongUsage", "is for server, not for a TLS client"),
      openssl: /unsuitable certificate purpose|unsupported certificate purpose/,
    },
    {
      what: "a certificate for signing code, shown by a server",
      shown: async () => [
        await issue("east.example", ca, { extensions: [extensions.extendedKeyUsage(purposes.codeSigning)] }),
      ],
      role: "server",
      expected: refused("wrongUsage", "is for codeSigning, not for a TLS server"),
      openssl: /unsuitable certificate purpose|unsupported certificate purpose/,
    },
    {
      what: "a key that may not sign in the handshake",
      shown: async () => [await issue("east.example", ca, { extensions: [extensions.keyUsage("keyEncipherment")] })],
      expected: refused("wrongUsage", "the key of CN=east.example is not for the handshake of a TLS client"),
      openssl: /unsuitable certificate purpose|unsupported certificate purpose/,
    },
    {
      what: "a critical extension that nobody knows",
      shown: async () => [
        await issue("east.example", ca, {
          extensions: [...leaf(), extension("1.2.3.4", true, new Integer({ value: 1 }))],
        }),
      ],
      expected: refused("unknownCritical", "1.2.3.4 in CN=east.example"),
      openssl: /unhandled critical extension/,
    },
    {
      what: "an extension that cannot be read",
      shown: async () => [
        await issue("east.example", ca, {
          extensions: [extension(oids.nameConstraints, false, new OctetString({ valueHex: Uint8Array.of(1).buffer }))],
        }),
      ],
      expected: refused("unreadable", "its extension 2.5.29.30 cannot be read"),
      // OpenSSL says it of the name constraints of a CA.
      openssl: "other",
    },
    {
      what: "a name that the CA between may not give",
      shown: async () => {
        const base = new GeneralName({ type: 2, value: "west.example" });
        const value = new NameConstraints({ permittedSubtrees: [new GeneralSubtree({ base })] });
        const constraint = extension(oids.nameConstraints, true, value.toSchema());
        // The SAN of a CA would be constrained by itself, were it not issued before its own constraint counts.
        const narrow = await issueAuthority("Narrow", ca, { extensions: [...authority(), constraint] });
        return [await issue("east.example", narrow), narrow];
      },
      expected: refused("constrained", ""),
      openssl: /permitted subtree violation/,
    },
    {
      what: "a key of 1024 bits",
      shown: async () => [await issue("east.example", ca, { keyPem: shortRsaKey() })],
      expected: refused("weak", "its RSA key has 1024 bits, fewer than 2048"),
      openssl: "other",
    },
    {
      what: "a good certificate under another name",
      shown: async () => [await issue("west.example", ca, { names: ["west.example", "10.0.0.7"] })],
      expected: refused("wrongName", "has west.example, 10.0.0.7; allowed: east.example"),
      openssl: "OK",
    },
    {
      what: "a wildcard, which names no trunk",
      shown: async () => [await issue("any", ca, { names: ["*.example"] })],
      expected: refused("wrongName", "has *.example"),
      openssl: "OK",
    },
    {
      what: "an allowed name as the common name alone",
      shown: async () => [await issue("east.example", ca, { names: ["west.example"] })],
      policy: { commonName: true },
      expected: refused("wrongName", "has west.example"),
      openssl: "OK",
    },
    {
      what: "no certificate at all",
      shown: async () => [],
      expected: refused("noCertificate", "mutual TLS"),
      openssl: "other",
    },
    {
      what: "a certificate that was not revoked",
      shown: async () => [await issue("east.example", between), between],
      lists: async () => [await revocationList(ca, []), await revocationList(between, [ca])],
      expected: { name: "east.example" },
      openssl: "OK",
    },
    {
      what: "a revoked CA between",
      shown: async () => [await issue("east.example", between), between],
      lists: async () => [await revocationList(ca, [between]), await revocationList(between, [])],
      expected: refused("revoked", "CN=Between, serial "),
      openssl: /certificate revoked/,
    },
    {
      what: "a list of the CA between that is missing",
      shown: async () => [await issue("east.example", between), between],
      lists: async () => [await revocationList(ca, [])],
      expected: refused("noRevocationList", "CN=east.example of CN=Between"),
      openssl: /unable to get certificate CRL/,
    },
    {
      what: "a list that is out of date",
      shown: async () => [await good()],
      lists: async () => [await revocationList(ca, [], 1, new Date(Date.now() - 2 * day))],
      expected: refused("oldRevocationList", "of CN=Lab CA"),
      openssl: /CRL has expired/,
    },
    {
      what: "a list that somebody else signed in the CA's name",
      shown: async () => [await good()],
      lists: async () => [await revocationList(await issueAuthority("Lab CA"), [])],
      expected: refused("noRevocationList", "CN=east.example of CN=Lab CA"),
      openssl: /CRL signature failure|unable to get certificate CRL/,
    },
  ];

  function policyOf(policy: Partial<TrustPolicy> = {}, lists?: readonly string[]): TrustPolicy {
    return {
      anchors: [readCertificate(ca.der)],
      allowedNames: ["east.example"],
      commonName: false,
      ...(lists === undefined
        ? {}
        : { revocationLists: lists.flatMap((pem) => pemBlocks(pem, "X509 CRL")).map(readRevocationList) }),
      ...policy,
    };
  }

  async function outcome(shown: readonly Issued[], role: PeerRole, policy: TrustPolicy) {
    try {
      const { name } = await judge(
        shown.map(({ der }) => der),
        role,
        policy,
        new Date(),
      );
      return { name };
    } catch (error) {
      if (!(error instanceof TlsRefusal)) throw error;
      return { fault: error.fault, words: error.message };
    }
  }

  for (const { what, shown, role = "client", policy, lists, expected, openssl } of cases) {
    it(`${"name" in expected ? "takes" : "refuses"} ${what}, and OpenSSL thinks the same`, async function () {
      const chain = await shown();
      const crls = await lists?.();
      const found = await outcome(chain, role, policyOf(policy, crls));
      if ("name" in expected) expect(found).to.deep.equal(expected);
      else {
        expect(found).to.include({ fault: expected.fault });
        expect("words" in found ? found.words : "").to.include(expected.words);
      }
      if (openssl === "other") return;
      const said = opensslVerify(requirePeer(this, "openssl"), chain, role, crls);
      if (openssl === "OK") expect(said).to.match(/: OK$/m);
      else expect(said).to.match(openssl).and.not.match(/: OK$/m);
    });
  }

  function opensslVerify(program: string, shown: readonly Issued[], role: PeerRole, lists?: readonly string[]): string {
    const [own, ...others] = shown;
    const untrusted =
      others.length === 0 ? [] : ["-untrusted", files.write("untrusted.pem", others.map(({ pem }) => pem).join(""))];
    const crl = lists === undefined ? [] : ["-crl_check_all", "-CRLfile", files.write("lists.pem", lists.join(""))];
    const args = [
      ...["verify", "-purpose", role === "client" ? "sslclient" : "sslserver"],
      ...["-CAfile", files.write("ca.pem", ca.pem), ...untrusted, ...crl, files.write("leaf.pem", own?.pem ?? "")],
    ];
    try {
      return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    } catch (error) {
      return String((error as { readonly stderr?: string }).stderr);
    }
  }
});

function shortRsaKey(): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
  return String(privateKey.export({ format: "pem", type: "pkcs8" }));
}
