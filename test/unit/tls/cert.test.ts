import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { requirePeer } from "../../peers/require.ts";
import { qsig } from "../gateway/terminal.ts";

describe("qsig cert", () => {
  const folder = mkdtempSync(join(tmpdir(), "qsig-cert-"));
  const at = (name: string) => join(folder, name);
  after(() => rmSync(folder, { recursive: true }));

  /** Runs what must go well, and returns what it printed. */
  async function cert(...args: readonly string[]): Promise<string> {
    const { status, stdout, stderr } = await qsig(["cert", ...args]);
    expect(stderr).to.equal("");
    expect(status).to.equal(0);
    return stdout;
  }

  /** The lab of docs/tls.md: a CA, and a trunk's identity from it. */
  before(async () => {
    await cert("ca", "--name", "Lab CA", "--out", at("lab-ca"));
    await cert("key", "--out", at("gw.key"));
    await cert("csr", "--key", at("gw.key"), "--name", "gw-1.example", "--name", "10.0.0.7", "--out", at("gw.csr"));
    await cert(...lab("sign"), "--csr", at("gw.csr"), "--out", at("gw.pem"));
  });

  function lab(step: string): string[] {
    return [step, "--ca", at("lab-ca.pem"), "--ca-key", at("lab-ca.key")];
  }

  function openssl(context: Mocha.Context, ...args: readonly string[]): string {
    const program = requirePeer(context, "openssl");
    return execFileSync(program, args, { encoding: "utf8", cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  }

  it("makes what OpenSSL takes: CA, request, certificate for both ends, list", async function () {
    await cert(...lab("crl"), "--out", at("empty.crl"));
    expect(openssl(this, "req", "-in", "gw.csr", "-noout", "-verify", "-text")).to.include("DNS:gw-1.example");
    for (const purpose of ["sslclient", "sslserver"]) {
      const args = [
        "-x509_strict",
        "-purpose",
        purpose,
        "-crl_check",
        "-CRLfile",
        "empty.crl",
        "-CAfile",
        "lab-ca.pem",
      ];
      expect(openssl(this, "verify", ...args, "gw.pem")).to.equal("gw.pem: OK\n");
    }
    const text = openssl(this, "x509", "-in", "gw.pem", "-noout", "-text");
    expect(text)
      .to.include("DNS:gw-1.example, IP Address:10.0.0.7")
      .and.include("TLS Web Server Authentication, TLS Web");
    expect(openssl(this, "pkey", "-in", "gw.key", "-noout", "-check")).to.include("Key is valid");
  });

  it("makes RSA where a peer needs it", async function () {
    await cert("key", "--rsa", "--out", at("rsa.key"));
    await cert("csr", "--key", at("rsa.key"), "--name", "rsa.example", "--out", at("rsa.csr"));
    await cert(...lab("sign"), "--csr", at("rsa.csr"), "--days", "10", "--out", at("rsa.pem"));
    expect(openssl(this, "x509", "-in", "rsa.pem", "-noout", "-text")).to.include("(3072 bit)");
    expect(openssl(this, "verify", "-x509_strict", "-CAfile", "lab-ca.pem", "rsa.pem")).to.equal("rsa.pem: OK\n");
  });

  it("signs a request of OpenSSL's, and takes its names alone from it", async function () {
    openssl(
      this,
      ...[
        "req",
        "-new",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "pbx.key",
        "-out",
        "pbx.csr",
        "-subj",
        "/O=X/CN=pbx",
      ],
      ...["-addext", "subjectAltName=DNS:pbx.example,URI:sip:pbx.example", "-addext", "basicConstraints=CA:TRUE"],
    );
    await cert(...lab("sign"), "--csr", at("pbx.csr"), "--out", at("pbx.pem"));
    const text = openssl(this, "x509", "-in", "pbx.pem", "-noout", "-text");
    expect(text).to.include("DNS:pbx.example, URI:sip:pbx.example").and.include("CA:FALSE").and.not.include("CA:TRUE");
    expect(
      await cert("check", "--certificate", at("pbx.pem"), "--anchors", at("lab-ca.pem"), "--as", "client"),
    ).to.include("good for a TLS client as pbx.example: CN=pbx <- CN=Lab CA\n");
  });

  it("makes a request that OpenSSL's CA signs, and its check takes what came back", async function () {
    openssl(
      this,
      ...[
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "corp.key",
        "-out",
        "corp.pem",
        "-subj",
        "/CN=Corp CA",
      ],
      ...["-addext", "keyUsage=critical,keyCertSign,cRLSign"],
    );
    writeFileSync(at("ext"), "extendedKeyUsage=serverAuth,clientAuth\nsubjectAltName=DNS:gw-1.example\n");
    const from = ["-CA", "corp.pem", "-CAkey", "corp.key", "-CAcreateserial", "-days", "10", "-extfile", "ext"];
    openssl(this, "x509", "-req", "-in", "gw.csr", ...from, "-out", "gw-corp.pem");
    const said = await cert(
      "check",
      "--certificate",
      at("gw-corp.pem"),
      "--anchors",
      at("corp.pem"),
      "--name",
      "gw-1.example",
    );
    expect(said).to.include("good for a TLS server as gw-1.example: CN=gw-1.example <- CN=Corp CA\n");
  });

  it("judges in words, whichever is wrong", async () => {
    await cert("ca", "--name", "Other CA", "--out", at("other-ca"));
    await cert(...lab("crl"), "--revoke", at("gw.pem"), "--out", at("revoked.crl"));
    const base = ["cert", "check", "--certificate", at("gw.pem")];
    const own = ["--anchors", at("lab-ca.pem")];
    for (const [args, words] of [
      [
        ["--anchors", at("other-ca.pem")],
        "refused as a TLS server: the peer's certificate comes from no CA that trustAn",
      ],
      [
        [...own, "--name", "gw-2.example"],
        "the certificate is good and has no name of this trunk (CN=gw-1.example has gw",
      ],
      [[...own, "--crl", at("revoked.crl")], "the certificate was revoked (CN=gw-1.example, serial "],
    ] as const) {
      const { status, stdout } = await qsig([...base, ...args]);
      expect(status).to.equal(1);
      expect(stdout).to.include("CN=gw-1.example, of CN=Lab CA, serial ").and.include("names gw-1.example, 10.0.0.7");
      expect(stdout).to.include(words);
    }
  });

  it("writes keys that only their owner reads, and writes nothing over", async () => {
    expect(statSync(at("gw.key")).mode & 0o777).to.equal(0o600);
    expect(statSync(at("lab-ca.key")).mode & 0o777).to.equal(0o600);
    const before = readFileSync(at("gw.key"), "utf8");
    const { status, stderr } = await qsig(["cert", "key", "--out", at("gw.key")]);
    expect(status).to.equal(1);
    expect(stderr).to.equal(`qsig: ${at("gw.key")} is there already; move it away, or give another --out\n`);
    expect(readFileSync(at("gw.key"), "utf8")).to.equal(before);
  });

  const wrong: readonly (readonly [readonly string[], number, string])[] = [
    [[], 2, "cert takes ca, key, csr, sign, crl, check, not nothing; see qsig cert --help"],
    [["sing"], 2, "cert takes ca, key, csr, sign, crl, check, not sing; see qsig cert --help"],
    [["ca", "--out", "x"], 2, "give --name; see qsig cert --help"],
    [["ca", "--name", "x", "--out", "y", "--days", "0"], 2, "--days takes a number from 1 to 99999, not 0"],
    [["check", "--certificate", "gw.pem", "--anchors", "a", "--as", "peer"], 2, "--as is client or server, not peer"],
    [
      ["sign", "--ca", "gw.key", "--ca-key", "gw.key", "--csr", "gw.csr", "--out", "n"],
      1,
      "holds no certificate in PEM",
    ],
    [
      ["sign", "--ca", "lab-ca.pem", "--ca-key", "gw.pem", "--csr", "gw.csr", "--out", "n"],
      1,
      "holds no private key in PEM",
    ],
    [
      ["sign", "--ca", "lab-ca.pem", "--ca-key", "gw.key", "--csr", "gw.csr", "--out", "n"],
      1,
      "gw.key is not the key of",
    ],
    [
      ["sign", "--ca", "lab-ca.pem", "--ca-key", "lab-ca.key", "--csr", "gw.pem", "--out", "n"],
      1,
      "no certificate request",
    ],
    [["check", "--certificate", "gw.pem", "--anchors", "absent"], 1, "cannot read the file of trust anchors"],
    [["csr", "--key", "absent", "--name", "x", "--out", "n"], 1, "cannot read the file "],
  ];
  for (const [args, status, words] of wrong) {
    it(`says what is wrong with cert ${args.join(" ")}`, async () => {
      const placed = args.map((word) => (/^(gw|lab-ca)\.|^[an]$/.test(word) ? at(word) : word));
      const found = await qsig(["cert", ...placed]);
      expect(found.status).to.equal(status);
      expect(found.stderr).to.include(words);
    });
  }
});
