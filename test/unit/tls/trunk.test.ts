import { once } from "node:events";
import net from "node:net";
import tls from "node:tls";
import { expect } from "chai";
import { tlsLimits } from "../../../gateway/tls/limits.ts";
import { tpktFraming } from "../../../gateway/trunks/framing.ts";
import { h323Trunk } from "../../../gateway/trunks/h323.ts";
import type { Input } from "../../../src/seam.ts";
import { Inbox } from "../gateway/inbox.ts";
import { closed, keyPair } from "./bench.ts";
import { eventually } from "../../until.ts";
import { day, Files, issue, issueAuthority } from "./pki.ts";
import { Identities, TlsGateway } from "./two-gateways.ts";
import { freePort } from "../../free-port.ts";
import { framed } from "../gateway/framed.ts";

describe("an h323 trunk with TLS", () => {
  const files = new Files();
  const cleanup: (() => unknown)[] = [];
  let identities: Identities;
  before(async () => {
    identities = await Identities.make(files);
  });
  afterEach(async () => {
    for (const clean of cleanup.splice(0).reverse()) await clean();
  });
  after(() => files.remove());

  /** Two gateways, each of which calls the other. */
  async function pair(one = identities.tls("gw-1"), two = identities.tls("gw-2")): Promise<[TlsGateway, TlsGateway]> {
    const [first, second] = [await freePort(), await freePort()];
    const trunk = (own: number, peer: number, words: string) =>
      `{ type: h323, listen: "127.0.0.1:${own}", peers: ["127.0.0.1:${peer}"], tls: ${words} }`;
    const options = { limits: { ...tlsLimits, watchMs: 50 } };
    const west = await TlsGateway.start("1", trunk(first, second, one), options);
    cleanup.push(() => west.stop());
    const east = await TlsGateway.start("2", trunk(second, first, two), options);
    cleanup.push(() => east.stop());
    return [west, east];
  }

  async function talk(west: TlsGateway, east: TlsGateway): Promise<void> {
    west.act("1001", { action: "dial", to: "2001" });
    await eventually(() => east.phone("2001").state === "ringing");
    east.act("2001", { action: "answer" });
    await eventually(() => west.phone("1001").state === "talking");
  }

  /** What the core was told of the trunk: connections, messages, states. */
  function heard({ gateway }: TlsGateway): string[] {
    return gateway.inspect
      .entries()
      .filter((entry) => !("trunk" in entry) || entry.trunk === "far")
      .map(({ type }) => type);
  }

  it("carries calls and call back", async () => {
    const [west, east] = await pair();
    await talk(west, east);
    west.act("1002", { action: "dial", to: "2001" });
    await eventually(() => west.phone("1002").state === "busyTone");
    west.act("1002", { action: "callBack" });
    await eventually(() => west.phone("1002").screen?.kind === "activated");
    west.act("1001", { action: "hangup" });
    east.act("2001", { action: "hangup" });
    await eventually(() => west.phone("1002").screen?.kind === "available");
  });

  it("takes a new certificate for new connections while a call goes on", async () => {
    const [west, east] = await pair();
    await talk(west, east);
    const renewed = await issue("gw-2.example", identities.ca, { notAfter: new Date(Date.now() + 900 * day) });
    files.write("gw-2.pem", renewed.pem);
    await eventually(() => east.log.includes("the files of TLS were read again"));
    const client = tls.connect({
      host: "127.0.0.1",
      port: east.port,
      ...keyPair(identities.of("gw-1")),
      rejectUnauthorized: false,
    });
    cleanup.push(() => client.destroy());
    await once(client, "secureConnect");
    expect(new Date(client.getPeerCertificate().valid_to).getFullYear()).to.equal(
      new Date(Date.now() + 900 * day).getFullYear(),
    );
    // The old call still hears of its end, over the connection it was made on.
    expect(west.phone("1001").state).to.equal("talking");
    east.act("2001", { action: "hangup" });
    await eventually(() => west.phone("1001").state === "endedTone");
  });

  const rogues = [
    {
      what: "that signed its own certificate",
      issued: () => issue("gw-1.example", undefined),
      words: "is refused: the peer signed its certificate itself (CN=gw-1.example); have it signed by a CA that",
    },
    {
      what: "of another CA",
      issued: async () => issue("gw-1.example", await issueAuthority("Rogue CA")),
      words: "is refused: the peer's certificate comes from no CA that trustAnchors holds (CN=gw-1.example of CN=Rogue",
    },
    {
      what: "under another name",
      issued: () => issue("gw-9.example", identities.ca),
      words: "is refused: the certificate is good and has no name of this trunk (CN=gw-9.example has gw-9.example;",
    },
  ];
  for (const { what, issued, words } of rogues) {
    it(`says nothing to its core of a rogue client ${what}, whose SETUP goes nowhere`, async () => {
      const [, east] = await pair();
      const before = heard(east);
      const rogue = tls.connect({
        host: "127.0.0.1",
        port: east.port,
        ...keyPair(await issued()),
        rejectUnauthorized: false,
      });
      rogue.on("error", () => {});
      const told: Buffer[] = [];
      rogue.on("data", (octets: Buffer) => told.push(octets));
      rogue.once("secureConnect", () => rogue.write(setup()));
      await closed(rogue);
      await eventually(() => east.log.includes(words));
      expect(heard(east)).to.deep.equal(before);
      expect(told).to.deep.equal([]);
      expect(stateOf(east)).not.to.equal("up");
      expect(east.gateway.metrics()).to.match(/^qsig_tls_refused_total\{trunk="far",fault="\w+"\} 1$/m);
    });
  }

  it("calls nobody whose certificate it does not take: the call is cleared, the reason stands in the log", async () => {
    const rogue = await issue("gw-2.example", undefined);
    const [west, east] = await pair(identities.tls("gw-1"), identities.tls("gw-2", "", rogue));
    west.act("1001", { action: "dial", to: "2001" });
    await eventually(() => west.phone("1001").state === "reorderTone");
    expect(west.log)
      .to.match(/WARN|warn/)
      .and.include("the peer signed its certificate itself (CN=gw-2.example)");
    expect(heard(east)).to.not.include("message");
  });

  it("says in its own log that the peer may have refused it, which TLS 1.3 tells behind the handshake", async () => {
    const stranger = await issueAuthority("Another CA");
    const [west, east] = await pair(
      identities.tls("gw-1"),
      identities
        .tls("gw-2")
        .replace(/trustAnchors: [^,]*/, `trustAnchors: ${files.write("another.pem", stranger.pem)}`),
    );
    west.act("1001", { action: "dial", to: "2001" });
    await eventually(() => west.phone("1001").state === "reorderTone");
    await eventually(() => west.log.includes("without a word: it may have refused our certificate; see its log"));
    await eventually(() =>
      east.log.includes("comes from no CA that trustAnchors holds (CN=gw-1.example of CN=Lab CA)"),
    );
    expect(stateOf(west)).not.to.equal("up");
  });

  it("tells its core of a probe only where the peer takes our certificate", async () => {
    const inbox = new Inbox();
    const context = {
      neighbour: "far",
      post: (input: Input) => inbox.post(input),
      drained: () => undefined,
      warn: () => {},
    };
    for (const [anchors, expected] of [
      [identities.ca, "opened"],
      [await issueAuthority("Another CA"), "closed"],
    ] as const) {
      const far = files.config("far", identities.of("gw-2"), [anchors], { allowedNames: ["gw-1.example"] });
      const listen = { host: "127.0.0.1", port: 0 };
      const there = await h323Trunk({ type: "h323", listen, peers: [], tls: far }, { ...context, post: () => {} });
      cleanup.push(() => there.stop());
      const peer = { host: "127.0.0.1", port: Number(there.address?.split(":")[1]) };
      const near = files.config("near", identities.of("gw-1"), [identities.ca], { allowedNames: ["gw-2.example"] });
      const here = await h323Trunk({ type: "h323", peers: [peer], tls: near }, context);
      cleanup.push(() => here.stop());
      here.open("probe-1/0");
      expect(await inbox.next()).to.include({ type: expected, channel: "probe-1/0" });
    }
  });

  it("refuses plain H.225.0 on its port in words", async () => {
    const [, east] = await pair();
    const before = heard(east);
    const client = net.connect({ host: "127.0.0.1", port: east.port });
    client.on("error", () => {}).resume();
    client.write(setup());
    await closed(client);
    await eventually(() =>
      east.log.includes("is refused: the peer does not speak TLS; switch TLS on at the peer's trunk"),
    );
    expect(heard(east)).to.deep.equal(before);
  });

  it("is refused in words by a trunk without TLS", async () => {
    const port = await freePort();
    const plain = await TlsGateway.start("2", `{ type: h323, listen: "127.0.0.1:${port}", peers: ["127.0.0.1:9"] }`);
    cleanup.push(() => plain.stop());
    const west = await TlsGateway.start(
      "1",
      `{ type: h323, peers: ["127.0.0.1:${port}"], tls: ${identities.tls("gw-1")} }`,
    );
    cleanup.push(() => west.stop());
    west.act("1001", { action: "dial", to: "2001" });
    await eventually(() => west.phone("1001").state === "reorderTone");
    await eventually(
      () => plain.log.includes("the peer speaks TLS and this trunk has none"),
      () => `${plain.log} / ${west.log}`,
    );
    await eventually(() => west.log.includes("is refused: the peer ended the handshake; look whether its port speaks"));
  });
});

function stateOf({ gateway }: TlsGateway): string | undefined {
  return gateway.inspect.trunks().find(({ trunk }) => trunk === "far")?.state;
}

/** A SETUP without anything: enough that a core would say something of it. */
function setup(): Uint8Array {
  return framed(tpktFraming, Uint8Array.of(8, 2, 0, 1, 5)) ?? new Uint8Array(0);
}
