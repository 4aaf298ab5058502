import { expect } from "chai";
import { eventually } from "../../until.ts";
import { type RawPeer, request, TrunkRig } from "./trunk-rig.ts";

describe("the sip trunk's port, with hostile peers", () => {
  let rig: TrunkRig;
  afterEach(() => rig.stop());

  const closes = (peer: RawPeer): Promise<void> =>
    eventually(
      () => !peer.isOpen,
      () => "it is still open",
    );
  const answered = (peer: RawPeer, ...statuses: string[]): Promise<void> =>
    eventually(
      () => peer.statuses.join() === statuses.join(),
      () => `answered ${peer.statuses.join()}`,
    );

  /** One row an attack: what a peer writes. */
  const attacks: readonly (readonly [name: string, text: string])[] = [
    ["garbage", "\x00\xff\x16\x03hello\r\n\r\n"],
    ["another version", "INVITE sip:2001@gw SIP/3.0\r\nContent-Length: 0\r\n\r\n"],
    ["a body of a gigabyte", request("INVITE").replace("Content-Length: 0", "Content-Length: 999999999")],
    ["no Content-Length", request("INVITE").replace("Content-Length: 0\r\n", "")],
    ["10,000 header fields", request("INVITE", { extra: "X: y\r\n".repeat(10_000) })],
    ["a header field of a megabyte", request("INVITE", { extra: `X: ${"y".repeat(1_000_000)}\r\n` })],
  ];
  for (const [name, text] of attacks) {
    it(`closes the connection at ${name}, and serves the one beside it`, async () => {
      rig = await TrunkRig.start();
      const [bad, good] = [await rig.connect(), await rig.connect()];
      bad.write(text);
      await closes(bad);
      good.write(request("OPTIONS"));
      await answered(good, "200");
      expect(rig.messages).to.deep.equal([]);
    });
  }

  it("closes a connection that does not finish its message in time, however it drips", async () => {
    rig = await TrunkRig.start({ messageMs: 50 });
    const slow = await rig.connect();
    const drip = setInterval(() => slow.write("X"), 5);
    slow.write("OPTIONS sip:gw SIP/2.0\r\n");
    await closes(slow);
    clearInterval(drip);
  });

  it("refuses who is none of the servers, and more connections than the limit; at it they are served", async () => {
    rig = await TrunkRig.start({ connections: 2 });
    const stranger = await rig.connect("127.0.0.7");
    await closes(stranger);
    const peers = [await rig.connect(), await rig.connect()];
    const serves = async (): Promise<void> => {
      for (const peer of peers) {
        peer.write(request("OPTIONS"));
        await answered(peer, "200");
      }
    };
    await serves();
    await closes(await rig.connect());
    await serves();
    expect(rig.warned).to.deep.equal([
      "a connection is refused: 127.0.0.7 is none of the servers",
      "a connection is refused: there are 2, as many as limits.connections allows",
    ]);
  });

  it("closes the oldest that has said nothing where one more comes than limits.halfOpen, not who speaks", async () => {
    rig = await TrunkRig.start({ halfOpen: 1 });
    const silent = await rig.connect();
    const second = await rig.connect();
    await closes(silent);
    const told = /^a connection that said nothing is closed for another one: .* as many as limits.halfOpen allows$/;
    expect(rig.warned.find((text) => told.test(text))).to.be.a("string");
    second.write(request("OPTIONS"));
    await answered(second, "200");
    const third = await rig.connect();
    third.write(request("OPTIONS", { call: "2" }));
    await answered(third, "200");
  });

  it("closes who does not read beyond limits.queuedOctets, and not who is beside him", async () => {
    rig = await TrunkRig.start({ queuedOctets: 200_000 });
    const [deaf, hearing] = [await rig.connect(), await rig.connect()];
    deaf.stopReading();
    const closedDeaf = "a connection of a peer is closed: the peer does not read";
    let sent = 0;
    await eventually(
      () => {
        // The answer has the Via of its request.
        for (const last = sent + 10; sent < last; sent += 1)
          deaf.write(request("FOO", { call: `${sent}`, branch: "x".repeat(8000) }));
        return rig.warned.includes(closedDeaf);
      },
      () => "the deaf one stands",
    );
    hearing.write(request("OPTIONS"));
    await answered(hearing, "200");
  });

  it("answers a flood of INVITEs with 503 beyond its limit of calls, and of requests that wait", async () => {
    rig = await TrunkRig.start({ calls: 3 });
    const peer = await rig.connect();
    for (let call = 1; call <= 5; call += 1) peer.write(request("INVITE", { call: String(call) }));
    await answered(peer, "503", "503");
    expect(rig.messages).to.have.length(3);
    await rig.stop();

    rig = await TrunkRig.start({ serverTransactions: 3 });
    const other = await rig.connect();
    for (let call = 1; call <= 4; call += 1) other.write(request("INVITE", { call: String(call) }));
    await answered(other, "503");
    expect(rig.messages).to.have.length(3);
  });

  it("counts no INVITE as one that waits once its answer is acknowledged, and takes no copy of it", async () => {
    rig = await TrunkRig.start({ serverTransactions: 1 });
    const peer = await rig.connect();
    const methods = (): string => rig.messages.map(({ method, call }) => `${method} ${call}`).join();
    for (const call of ["1", "2", "3"]) {
      peer.write(request("INVITE", { call }));
      await eventually(
        () => methods().endsWith(`INVITE in-${call}`),
        () => `${methods()}, answered ${peer.statuses.join()}`,
      );
      const { transaction } = rig.messages.at(-1) ?? { transaction: 0 };
      const answer = { type: "response", transaction, method: "INVITE", status: 200, headers: [] } as const;
      rig.send({
        ...answer,
        call: `in-${call}`,
        body: { contentType: "application/sdp", octets: Buffer.from("v=0\r\n") },
      });
      await answered(peer, ...new Array<string>(Number(call)).fill("200"));
      const toTag = [...peer.text.matchAll(/^To: .*;tag=(\w+)/gm)].at(-1)?.[1] ?? "";
      peer.write(request("ACK", { call, toTag, branch: "ack" }));
      await eventually(
        () => methods().endsWith(`ACK in-${call}`),
        () => methods(),
      );
    }
    // RFC 6026 7.1: one that comes once more, as a proxy may send it, is absorbed.
    const before = methods();
    for (const call of ["1", "3"]) peer.write(request("INVITE", { call }));
    peer.write(request("OPTIONS", { call: "after" }));
    await answered(peer, "200", "200", "200", "200");
    expect(methods()).to.equal(before);
  });

  it("takes no request in a dialog that is not as it was made: 481, and the call stays", async () => {
    rig = await TrunkRig.start();
    const peer = await rig.connect();
    peer.write(request("INVITE"));
    await eventually(
      () => rig.messages.length === 1,
      () => "no INVITE",
    );
    const [{ call, transaction } = { call: "", transaction: 0 }] = rig.messages;
    const body = { contentType: "application/sdp", octets: new Uint8Array(Buffer.from("v=0\r\n")) };
    rig.send({ type: "response", call, transaction, method: "INVITE", status: 200, headers: [], body });
    await answered(peer, "200");
    const toTag = /^To: .*;tag=(\w+)/m.exec(peer.text)?.[1] ?? "";
    peer.write(request("ACK", { toTag, branch: "ack" }));
    for (const [branch, forged] of [
      ["2", { toTag: "forged" }],
      ["3", { toTag, call: "other" }],
    ] as const) {
      peer.write(request("BYE", { branch, cseq: 2, ...forged }));
    }
    // In the dialog, and older than what it has had.
    peer.write(request("INFO", { branch: "4", cseq: 1, toTag }));
    await answered(peer, "200", "481", "481", "500");
    expect(rig.messages.map(({ method }) => method)).to.deep.equal(["INVITE", "ACK"]);
    peer.write(request("BYE", { branch: "5", cseq: 3, toTag }));
    await eventually(
      () => rig.messages.length === 3,
      () => "no BYE",
    );
  });

  it("refuses what it does not support: 420, and methods that nobody takes here: 405", async () => {
    rig = await TrunkRig.start();
    const peer = await rig.connect();
    peer.write(request("INVITE", { extra: "Require: 100rel\r\n" }));
    peer.write(request("MESSAGE", { call: "2" }));
    peer.write(request("SUBSCRIBE", { call: "3", extra: "Event: dialog\r\n" }));
    peer.write(request("REGISTER", { call: "4" }));
    await answered(peer, "420", "405", "405", "405");
    expect(peer.text).to.include("Unsupported: 100rel");
    expect(rig.messages).to.deep.equal([]);
  });

  it("drops responses that it asked no question for, and goes on", async () => {
    rig = await TrunkRig.start();
    const peer = await rig.connect();
    const text = request("INVITE").replace(/^.*\r\n/, "SIP/2.0 200 OK\r\n");
    for (let count = 0; count < 50; count += 1) peer.write(text);
    peer.write(request("OPTIONS"));
    await answered(peer, "200");
    expect(rig.messages).to.deep.equal([]);
  });
});
