import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import type tls from "node:tls";
import { expect } from "chai";
import type { TlsConfig } from "../../../src/config.ts";
import { readTlsFiles } from "../../../gateway/tls/files.ts";
import { createKey } from "../../../gateway/tls/issue.ts";
import { toPem } from "../../../gateway/tls/pem.ts";
import { qsig } from "../gateway/terminal.ts";
import { eventually } from "../../until.ts";
import { keyPair, short, TlsBench } from "./bench.ts";
import { day, issue, type Issued, revocationList } from "./pki.ts";

describe("the files of TLS", () => {
  let bench: TlsBench;
  before(async () => {
    bench = await TlsBench.make();
  });
  afterEach(() => bench.clean());
  after(() => bench.files.remove());

  it("serve the new connections, and the old ones go on", async () => {
    const { end, events, taken, to } = await bench.listen();
    const before = bench.rawClient(to.port, keyPair(bench.east));
    await once(before, "secureConnect");
    await eventually(() => taken.length === 1);
    const renewed = await issue("west.example", bench.ca, {
      keyPem: createKey("ec"),
      notAfter: new Date(Date.now() + 900 * day),
    });
    // First the certificate: with the old key beside it the files do not fit, and the old ones stay.
    bench.files.write("west.pem", renewed.pem);
    await end.reload();
    expect(events.filter(({ type }) => type === "notReloaded")).to.have.length(1);
    bench.files.write("west.key", renewed.keyPem);
    await end.reload();
    expect(events.filter(({ type }) => type === "reloaded")).to.have.length(1);
    const behind = bench.rawClient(to.port, keyPair(bench.east));
    await once(behind, "secureConnect");
    expect(serial(behind)).to.equal(serialOf(renewed)).and.not.equal(serial(before));
    taken[0]?.socket.write("still here");
    const [octets] = (await once(before, "data")) as [Buffer];
    expect(octets.toString()).to.equal("still here");
  });

  it("are seen without a word from anybody", async () => {
    const { events } = await bench.listen(short({ watchMs: 20 }));
    bench.files.write("west.pem", `${bench.west.pem}\n`);
    await eventually(() => events.some(({ type }) => type === "reloaded"));
  });

  it("tell once a day what expires within warnBefore, and when it has", async () => {
    let now = new Date();
    const crl = bench.files.write("lists.pem", await revocationList(bench.ca, [], 200, now));
    const config = bench.files.config("west", bench.west, [bench.ca], { crl });
    const { end, events } = await bench.open(config, { now: () => now });
    const told = () => events.splice(0).flatMap((event) => (event.type === "expires" ? [event.text] : []));
    const later = async (days: number) => {
      now = new Date(now.getTime() + days * day);
      await end.reload();
      return told();
    };
    const [dates] = events;
    const inDays = (at: number | undefined) => Math.round(((at ?? 0) - now.getTime()) / day);
    expect(dates?.type === "dates" ? Object.values(dates.dates).map(inDays) : []).to.deep.equal([200, 365, 365]);
    expect(told()).to.deep.equal([]);
    const [list, ...others] = await later(171);
    expect(list).to.match(
      /^the revocation list of CN=Lab CA expires in 28 days \(.*Z\); fetch the new list into the crl/,
    );
    expect(others).to.deep.equal([]);
    expect(await later(0.5)).to.deep.equal([]);
    expect(await later(0.6)).to.have.length(1);
    expect((await later(30))[0]).to.match(/^the revocation list of CN=Lab CA expired 2 days ago/);
    const texts = await later(150);
    expect(texts.map((text) => text.split(" (")[0])).to.have.members([
      "the revocation list of CN=Lab CA expired 152 days ago",
      "our certificate CN=west.example expires in 12 days",
      "the trust anchor CN=Lab CA expires in 12 days",
    ]);
  });

  it("tell of a peer's certificate that expires soon, once a day", async () => {
    let now = new Date();
    const { end, events } = await bench.open(bench.files.config("west", bench.west, [bench.ca]), { now: () => now });
    const soon = await issue("east.example", bench.ca, { notAfter: new Date(Date.now() + 3 * day) });
    const told = () => events.filter(({ type }) => type === "expires").length;
    await end.judge([soon.der], "client");
    await end.judge([soon.der], "client");
    expect(told()).to.equal(1);
    now = new Date(now.getTime() + 1.1 * day);
    await end.judge([soon.der], "client");
    expect(told()).to.equal(2);
  });

  const faults: readonly (readonly [what: string, name: string, text: () => Promise<string>, words: string])[] = [
    ["a certificate that is none", "west.pem", async () => "x", "west.pem holds no certificate in PEM"],
    [
      "a certificate that is broken",
      "west.pem",
      async () => toPem("CERTIFICATE", Uint8Array.of(0x30, 0)),
      "cannot be used",
    ],
    ["another's key", "west.key", async () => createKey("ec"), "is not that of the certificate"],
    ["a key that is none", "west.key", async () => bench.west.pem, "west.key holds no private key in PEM"],
    [
      "a key under a password",
      "west.key",
      async () => encryptedKey(),
      "west.key is encrypted; decrypt it with openssl pkey",
    ],
    ["an anchor that is no CA", "west-anchors.pem", async () => bench.east.pem, "CN=east.example in"],
    ["no anchor", "west-anchors.pem", async () => "", "west-anchors.pem holds no certificate in PEM"],
    [
      "a list that is none",
      "lists.pem",
      async () => bench.ca.pem,
      "holds no revocation list in PEM (-----BEGIN X509 CRL",
    ],
  ];
  for (const [what, name, text, words] of faults) {
    it(`are refused in words: ${what}`, async () => {
      const crl = bench.files.write("lists.pem", await revocationList(bench.ca, []));
      const config = bench.files.config("west", bench.west, [bench.ca], { crl });
      bench.files.write(name, await text());
      expect(await readTlsFiles(config).catch(String)).to.include(words);
    });
  }

  it("are refused in words: one that is not there", async () => {
    const config = { ...bench.files.config("west", bench.west, [bench.ca]), key: "/nowhere/west.key" };
    expect(await readTlsFiles(config).catch(String)).to.include("cannot read the key /nowhere/west.key: ENOENT");
  });

  it("are read by qsig check: good, soon over, over, and not fitting", async () => {
    const check = async (own: Issued, wishes: Partial<TlsConfig> = {}) => {
      const { certificate, key, trustAnchors } = bench.files.config("west", own, [bench.ca], wishes);
      const paths = `certificate: ${certificate}, key: ${key}, trustAnchors: ${trustAnchors}`;
      const tls = `{ ${paths}, allowedNames: [east.example] }`;
      const file = bench.files.write(
        "qsig.yaml",
        `neighbours:
  east:
    numbers: [1xxx]
    trunk: { type: h323, peers: ["127.0.0.1:1300"], tls: ${tls} }
    lines: { type: sip, server: "127.0.0.1:5061", tls: ${tls} }
  west: { numbers: [2xxx], trunk: { type: lapd, listen: "127.0.0.1:0", side: user } }
`,
      );
      return qsig(["check", file]);
    };
    const good = await check(bench.west);
    expect(good).to.include({ status: 0, stderr: "" });
    expect(good.stdout).to.match(
      /\ntls of east.trunk: .*west\.pem holds CN=west\.example until .*, and .*west\.key is its key\n/,
    );
    const soon = await check(await issue("west.example", bench.ca, { notAfter: new Date(Date.now() + 2.5 * day) }));
    expect(soon.status).to.equal(0);
    expect(soon.stdout).to.include("tls of east.trunk: our certificate CN=west.example expires in 2 days");
    const over = await check(
      await issue("west.example", bench.ca, { notBefore: new Date(0), notAfter: new Date(Date.now() - 2.5 * day) }),
    );
    expect(over.status).to.equal(1);
    expect(over.stderr).to.include("tls of east.trunk: our certificate CN=west.example expired 2 days ago");
    const unfit = await check({ ...bench.west, keyPem: createKey("ec") });
    expect(unfit.status).to.equal(1);
    expect(unfit.stderr).to.match(/\ntls of east\.lines: the key .*west\.key is not that of the certificate/);
    expect(unfit.stderr).to.match(
      /^tls of east.trunk: the key .*west\.key is not that of the certificate .*west\.pem; the first/,
    );
  });
});

function encryptedKey(): string {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return String(privateKey.export({ format: "pem", type: "pkcs8", cipher: "aes-256-cbc", passphrase: "secret" }));
}

function serial(socket: tls.TLSSocket): string {
  return socket.getPeerCertificate().serialNumber.toLowerCase();
}

function serialOf({ certificate }: Issued): string {
  return Buffer.from(certificate.serialNumber.valueBlock.valueHexView).toString("hex");
}
