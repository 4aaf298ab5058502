import { spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import tls from "node:tls";
import { expect } from "chai";
import { connectTls, type TlsConnection } from "../../../gateway/tls/connect.ts";
import { requirePeer } from "../../peers/require.ts";
import { closed, keyPair, refusals, short, TlsBench } from "./bench.ts";
import { eventually } from "../../until.ts";
import { issue, issueAuthority } from "./pki.ts";
import { freePort } from "../../free-port.ts";

describe("TLS between two ends", () => {
  let bench: TlsBench;
  before(async () => {
    bench = await TlsBench.make();
  });
  afterEach(() => bench.clean());
  after(() => bench.files.remove());

  it("lets two ends that trust each other speak, in TLS 1.3", async () => {
    const { taken, to } = await bench.listen();
    const { end } = await bench.openEast();
    const ours = await bench.connect(end, to);
    expect(ours.peer.name).to.equal("west.example");
    ours.socket.write("hello");
    await eventually(() => taken.length === 1);
    const [theirs] = taken;
    expect(theirs?.peer.name).to.equal("east.example");
    expect(theirs?.socket.getProtocol()).to.equal("TLSv1.3");
    const [octets] = (await once(theirs?.socket ?? ours.socket, "data")) as [Buffer];
    expect(octets.toString()).to.equal("hello");
  });

  it("takes as many half open handshakes as the limit, and one more not", async () => {
    const { events, to } = await bench.listen(short({ halfOpen: 3, halfOpenOfSource: 3 }));
    const clients = [1, 2, 3].map(() => bench.plainClient(to.port));
    await Promise.all(clients.map((client) => once(client, "connect")));
    const another = bench.plainClient(to.port);
    await closed(another);
    expect(refusals(events)).to.deep.equal(["tooMany"]);
    // One that ends makes room.
    clients[0]?.destroy();
    await eventually(() => refusals(events).length === 2);
    const { end } = await bench.openEast();
    await bench.connect(end, to);
  });

  it("takes as many half open handshakes of one source as the limit, and one more not", async () => {
    const { events, to } = await bench.listen(short({ halfOpen: 10, halfOpenOfSource: 2 }));
    const clients = [1, 2].map(() => bench.plainClient(to.port));
    await Promise.all(clients.map((client) => once(client, "connect")));
    await closed(bench.plainClient(to.port));
    expect(refusals(events)).to.deep.equal(["tooMany"]);
  });

  it("counts certificates that are shown: as many as the limit, and one more not", async () => {
    const chain = [bench.ca];
    for (let depth = 1; depth < 3; depth += 1) chain.unshift(await issueAuthority(`CA ${depth}`, chain[0]));
    const leaf = await issue("east.example", chain[0]);
    const cert = [leaf, ...chain].map(({ pem }) => pem).join("");
    for (const [chainCertificates, expected] of [
      [4, []],
      [3, ["tooLong"]],
    ] as const) {
      const { events, taken, to } = await bench.listen(short({ chainCertificates }));
      bench.rawClient(to.port, { key: leaf.keyPem, cert });
      await eventually(() => taken.length + refusals(events).length > 0);
      expect(refusals(events)).to.deep.equal(expected);
    }
  });

  it("refuses a server as it refuses a client, before our first octet", async () => {
    const rogue = tls.createServer(keyPair(await issue("west.example", undefined)));
    const heard: Buffer[] = [];
    rogue.on("secureConnection", (socket) => {
      socket.on("error", () => {});
      socket.on("data", (octets: Buffer) => heard.push(octets));
    });
    rogue.listen(0, "127.0.0.1");
    await once(rogue, "listening");
    bench.atEnd(() => rogue.close());
    const { end, events } = await bench.openEast();
    const { port } = rogue.address() as net.AddressInfo;
    const error = await connectTls(end, { host: "127.0.0.1", port }, { connectMs: 5_000 }).catch(String);
    expect(error).to.include("the peer signed its certificate itself (CN=west.example)");
    expect(refusals(events)).to.deep.equal(["selfSigned"]);
    expect(heard).to.deep.equal([]);
  });

  it("takes OpenSSL's client, which takes our certificate by its own judgement", async function () {
    const program = requirePeer(this, "openssl");
    const { taken, to } = await bench.listen();
    const { pem, keyPem } = bench.east;
    const options = [
      ...["s_client", "-connect", `127.0.0.1:${to.port}`, "-verify_return_error", "-verify_hostname", "west.example"],
      ...["-CAfile", bench.files.write("ca.pem", bench.ca.pem), "-quiet"],
      ...["-cert", bench.files.write("client.pem", pem), "-key", bench.files.write("client.key", keyPem)],
    ];
    const client = spawn(program, options, { stdio: ["pipe", "pipe", "ignore"] });
    bench.atEnd(() => client.kill());
    client.stdin.write("hello");
    await eventually(() => taken.length === 1);
    expect(taken[0]?.peer.name).to.equal("east.example");
    const [octets] = (await once(taken[0]?.socket ?? client, "data")) as [Buffer];
    expect(octets.toString()).to.equal("hello");
    taken[0]?.socket.write("and hello");
    const [answer] = (await once(client.stdout, "data")) as [Buffer];
    expect(answer.toString()).to.equal("and hello");
  });

  it("takes the alert of OpenSSL's server for what it is: a refusal of our certificate", async function () {
    const program = requirePeer(this, "openssl");
    const { pem, keyPem } = bench.west;
    const port = await freePort();
    const another = bench.files.write("another.pem", (await issueAuthority("Another CA")).pem);
    const options = [
      ...["s_server", "-accept", `127.0.0.1:${port}`, "-Verify", "1", "-verify_return_error", "-CAfile", another],
      ...["-cert", bench.files.write("server.pem", pem), "-key", bench.files.write("server.key", keyPem)],
    ];
    const server = spawn(program, options, { stdio: ["pipe", "pipe", "ignore"] });
    bench.atEnd(() => server.kill());
    await once(server.stdout, "data"); // ACCEPT
    const { end, events } = await bench.openEast();
    // OpenSSL closes before it has read all of ours: TCP may then throw away the alert, so more than one try.
    for (let tries = 0; !refusals(events).includes("refusedByPeer") && tries < 50; tries += 1) {
      const connection = await connectTls(end, { host: "127.0.0.1", port }, { connectMs: 10_000 }).catch(
        () => undefined,
      );
      if (connection === undefined) continue;
      // Our side of TLS 1.3 is done, and then the alert comes.
      connection.socket.resume();
      if (!connection.socket.closed) await closed(connection.socket);
    }
    const refusal = events.findLast(({ type }) => type === "refused");
    expect(refusal).to.include({ fault: "refusedByPeer" });
    expect(refusal?.type === "refused" ? refusal.text : "").to.include(
      "refused our certificate (tlsv1 alert unknown ca)",
    );
  });

  it("says so where the server speaks no TLS, and where it says nothing", async () => {
    const { end, events } = await bench.openEast();
    const plain = net.createServer((socket) => socket.on("error", () => {}).end("hello, who is there?"));
    const silent = net.createServer((socket) => void bench.atEnd(() => socket.destroy()));
    for (const server of [plain, silent]) {
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      bench.atEnd(() => server.close());
      const { port } = server.address() as net.AddressInfo;
      await connectTls(end, { host: "127.0.0.1", port }, { connectMs: 400 }).catch(() => {});
    }
    expect(refusals(events)).to.deep.equal(["plainText", "tooSlow"]);
  });

  it("can be called off", async () => {
    const { end, events } = await bench.openEast();
    const silent = net.createServer((socket) => void bench.atEnd(() => socket.destroy()));
    silent.listen(0, "127.0.0.1");
    await once(silent, "listening");
    bench.atEnd(() => silent.close());
    const { port } = silent.address() as net.AddressInfo;
    const off = new AbortController();
    const connecting = connectTls(end, { host: "127.0.0.1", port }, { connectMs: 60_000, signal: off.signal });
    off.abort("not asked for any more");
    expect(await connecting.catch(String)).to.include("not asked for any more");
    expect(refusals(events)).to.deep.equal([]);
  });

  it("resumes no session: each connection is judged", async () => {
    const { taken, to } = await bench.listen();
    const sessions: Buffer[] = [];
    const first = bench.rawClient(to.port, { ...keyPair(bench.east), maxVersion: "TLSv1.2" });
    first.on("session", (session: Buffer) => sessions.push(session));
    await once(first, "secureConnect");
    await eventually(() => taken.length === 1);
    const [session] = sessions;
    const again = bench.rawClient(to.port, {
      ...keyPair(bench.east),
      maxVersion: "TLSv1.2",
      ...(session === undefined ? {} : { session }),
    });
    await once(again, "secureConnect");
    expect(again.isSessionReused()).to.equal(false);
  });

  describe("a listener that neighbours share", () => {
    it("gives each connection to the neighbour whose name its certificate has", async () => {
      const { listener, taken: ofEast, events: eventsOfEast, to } = await bench.listen();
      const north = await bench.open(
        bench.files.config("north", bench.west, [bench.ca], { allowedNames: ["north.example"] }),
      );
      const ofNorth: TlsConnection[] = [];
      const guest = { end: north.end, take: (connection: TlsConnection) => void ofNorth.push(connection) };
      listener.add(guest);
      bench.atEnd(() => {
        for (const { socket } of ofNorth) socket.destroy();
      });
      bench.rawClient(to.port, keyPair(await issue("north.example", bench.ca)));
      bench.rawClient(to.port, keyPair(bench.east));
      await eventually(() => ofEast.length + ofNorth.length === 2);
      expect([ofEast, ofNorth].map(([connection]) => connection?.peer.name)).to.deep.equal([
        "east.example",
        "north.example",
      ]);
      // One that names both belongs to neither, and both are told.
      bench.rawClient(to.port, keyPair(await issue("both", bench.ca, { names: ["east.example", "north.example"] })));
      await eventually(() => refusals(eventsOfEast).length + refusals(north.events).length === 2);
      expect([refusals(eventsOfEast), refusals(north.events)]).to.deep.equal([["severalTrunks"], ["severalTrunks"]]);
      expect(listener.remove(guest)).to.equal(false);
      await closed(bench.rawClient(to.port, keyPair(await issue("north.example", bench.ca))));
      expect(ofNorth).to.have.length(1);
    });
  });
});
