import { once } from "node:events";
import type tls from "node:tls";
import { expect } from "chai";
import { closed, keyPair, refusals, short, TlsBench } from "./bench.ts";
import { eventually } from "../../until.ts";
import { day, issue, issueAuthority } from "./pki.ts";

describe("a rogue client of TLS", () => {
  let bench: TlsBench;
  before(async () => {
    bench = await TlsBench.make();
  });
  afterEach(() => bench.clean());
  after(() => bench.files.remove());

  const rogues: { what: string; options: () => Promise<tls.ConnectionOptions>; fault: string }[] = [
    { what: "without a certificate", options: async () => ({}), fault: "noCertificate" },
    {
      what: "that signed its own certificate",
      options: async () => keyPair(await issue("east.example", undefined)),
      fault: "selfSigned",
    },
    {
      what: "of another CA",
      options: async () => keyPair(await issue("east.example", await issueAuthority("Rogue CA"))),
      fault: "unknownAuthority",
    },
    { what: "under another name", options: async () => keyPair(bench.west), fault: "wrongName" },
    {
      what: "whose certificate has expired",
      options: async () =>
        keyPair(await issue("east.example", bench.ca, { notBefore: new Date(0), notAfter: new Date(day) })),
      fault: "expired",
    },
  ];

  for (const { what, options, fault } of rogues) {
    for (const maxVersion of ["TLSv1.2", "TLSv1.3"] as const) {
      it(`${what} is refused over ${maxVersion} and is told nothing`, async () => {
        const { taken, events, to } = await bench.listen();
        const client = bench.rawClient(to.port, { ...(await options()), maxVersion });
        const heard: Buffer[] = [];
        client.on("data", (octets: Buffer) => heard.push(octets));
        client.once("secureConnect", () => client.write("never to be read"));
        await closed(client);
        await eventually(() => refusals(events).length > 0);
        expect(refusals(events)).to.deep.equal([fault]);
        expect(taken).to.deep.equal([]);
        expect(heard).to.deep.equal([]);
      });
    }
  }

  it("of TLS 1.1 is refused", async () => {
    const { taken, events, to } = await bench.listen();
    const old = { minVersion: "TLSv1.1", maxVersion: "TLSv1.1", ciphers: "DEFAULT:@SECLEVEL=0" } as const;
    await closed(bench.rawClient(to.port, { ...keyPair(bench.east), ...old }));
    await eventually(() => refusals(events).length > 0);
    expect(refusals(events)).to.deep.equal(["oldVersion"]);
    expect(taken).to.deep.equal([]);
  });

  it("of TLS 1.2 is refused where 1.3 is the least", async () => {
    const { events, to } = await bench.listen({}, { minVersion: "1.3" });
    await closed(bench.rawClient(to.port, { ...keyPair(bench.east), maxVersion: "TLSv1.2" }));
    await eventually(() => refusals(events).length > 0);
    expect(refusals(events)).to.deep.equal(["oldVersion"]);
  });

  for (const [what, octets] of [
    ["a TPKT", Uint8Array.of(3, 0, 0, 10, 8, 2, 0, 1, 5, 0)],
    ["HTTP", Buffer.from("GET / HTTP/1.1\r\n\r\n")],
    ["SIP", Buffer.from("OPTIONS sip:gw SIP/2.0\r\n\r\n")],
  ] as const) {
    it(`that speaks plain ${what} is refused`, async () => {
      const { taken, events, to } = await bench.listen();
      const client = bench.plainClient(to.port);
      client.write(octets);
      await closed(client);
      await eventually(() => refusals(events).length > 0);
      expect(refusals(events)).to.deep.equal(["plainText"]);
      expect(taken).to.deep.equal([]);
    });
  }

  it("that begins a handshake and sends garbage is refused", async () => {
    const { events, to } = await bench.listen();
    const client = bench.plainClient(to.port);
    client.write(Buffer.from("160301001001000000000000000000000000000000", "hex"));
    await closed(client);
    await eventually(() => refusals(events).length > 0);
    expect(refusals(events)).to.deep.equal(["broken"]);
  });

  it("that sends an octet now and then gets no more time than the limit", async () => {
    const { events, to } = await bench.listen(short({ handshakeMs: 300 }));
    const client = bench.plainClient(to.port);
    const hello = Buffer.from("1603010200010001fc0303", "hex");
    let at = 0;
    const trickle = setInterval(() => {
      client.write(hello.subarray(at, at + 1));
      at += 1;
    }, 50);
    await closed(client);
    clearInterval(trickle);
    await eventually(() => refusals(events).length > 0);
    expect(refusals(events)).to.deep.equal(["tooSlow"]);
  });

  it("that goes away in the handshake leaves nothing behind", async () => {
    const { events, to } = await bench.listen();
    const client = bench.plainClient(to.port);
    await once(client, "connect");
    client.destroy();
    await eventually(() => refusals(events).length > 0);
    expect(refusals(events)).to.deep.equal(["ended"]);
  });

  it("that wants to negotiate again gets nothing", async () => {
    const { taken, to } = await bench.listen();
    const client = bench.rawClient(to.port, { ...keyPair(bench.east), maxVersion: "TLSv1.2" });
    await once(client, "secureConnect");
    await eventually(() => taken.length === 1);
    taken[0]?.socket.resume().on("error", () => {});
    const refused = once(client, "error") as Promise<[Error]>;
    client.renegotiate({}, () => {});
    expect(String((await refused)[0])).to.include("no renegotiation");
  });

  it("that shows certificates without end is refused", async () => {
    const { events, to } = await bench.listen();
    // More than OpenSSL takes in one message, 100 KB.
    const many = Array.from({ length: 400 }, () => bench.east.pem).join("");
    await closed(bench.rawClient(to.port, { key: bench.east.keyPem, cert: bench.east.pem + many }));
    await eventually(() => refusals(events).length > 0);
    expect(refusals(events)).to.deep.equal(["tooLong"]);
  });
});
