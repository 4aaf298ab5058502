import { expect } from "chai";
import { element } from "../../codecs/q931/element.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import {
  bChannelElement,
  causeElement,
  cisBearerCapability,
  cisChannelIdentification,
  channelIdentification,
  bearerCapability,
  type InformationElement,
} from "../../codecs/q931/index.ts";
import type { LapdTrunkConfig } from "../../src/config.ts";
import type { ConnectionId } from "../../src/connection/connection.ts";
import { type LibpriPeer, startLibpri } from "./libpri/peer.ts";
import { LiveLayer, trunk } from "./live-layer.ts";
import { requirePeer } from "./require.ts";

const speech: InformationElement = { id: 0x04, codeset: 0, octets: Uint8Array.of(0x04, 0x03, 0x80, 0x90, 0xa3) };
const to2001: InformationElement = {
  id: calledPartyNumber.id,
  codeset: 0,
  octets: Uint8Array.of(0x70, 0x05, 0x89, 0x32, 0x30, 0x30, 0x31),
};
const cis = [element(bearerCapability, cisBearerCapability), element(channelIdentification, cisChannelIdentification)];

/** Q.921 and the connections of Q.931, alone, against libpri. */
describe("lower session layer live against libpri", () => {
  let ours: LiveLayer;
  let libpri: LibpriPeer;

  before(function () {
    requirePeer(this, "libpri");
  });

  afterEach(async () => {
    await Promise.all([ours?.stop(), libpri?.stop()]);
  });

  /** We listen, libpri connects and takes the other side. */
  async function meet(side: LapdTrunkConfig["side"], t309Ms = 6000): Promise<void> {
    ours = new LiveLayer({ type: "lapd", role: "listen", host: "127.0.0.1", port: 0, side, t309Ms });
    await ours.start();
    libpri = await startLibpri({ role: side === "user" ? "network" : "user", connect: ours.port });
    await Promise.all([libpri.event("data-link-up"), ours.event("linkUp")]);
  }

  async function callFromLibpri(): Promise<{ readonly call: number; readonly connection: ConnectionId }> {
    const { call } = await libpri.command("call", "1001", "2001", 1);
    const { connection, kind } = await ours.event("setup");
    expect(kind).to.equal("call");
    expect(ours.layer.send(connection, "CALL PROCEEDING", [])).to.equal(true);
    expect(ours.layer.send(connection, "ALERTING", [])).to.equal(true);
    await libpri.event("ringing");
    expect(ours.layer.send(connection, "CONNECT", [])).to.equal(true);
    await libpri.event("answer");
    return { call, connection };
  }

  function lastReceived(): string {
    return Buffer.from(libpri.messages("received").at(-1) ?? []).toString("hex");
  }

  /** All references free, no timer left, and libpri found nothing else to say than this. */
  async function expectNothingLeft(connection: ConnectionId, log = ""): Promise<void> {
    await libpri.quiet();
    expect(ours.layer.exists(connection)).to.equal(false);
    expect(ours.timers).to.deep.equal([]);
    expect(ours.alarms).to.deep.equal([]);
    expect(libpri.log.trim()).to.equal(log);
  }

  for (const side of ["user", "network"] as const) {
    it(`takes a call as side ${side} and clears it`, async () => {
      await meet(side);
      const { connection } = await callFromLibpri();
      ours.layer.clear(connection, 16);
      await ours.event("gone");
      await libpri.event("hangup-request");
      await expectNothingLeft(connection);
    });

    it(`makes a call as side ${side}, which libpri answers and clears`, async () => {
      await meet(side);
      const setup = [speech, bChannelElement(3), to2001];
      const connection = ours.layer.setup(trunk, "call", setup, { originated: true }) ?? 0;
      const { call, channel } = await libpri.event("ring");
      expect(channel & 0xff).to.equal(3);
      await ours.message("CALL PROCEEDING");
      expect(ours.timers).to.deep.equal(["T310"]);
      await libpri.command("answer", call, 3);
      await ours.message("CONNECT");
      await libpri.quiet();
      expect(lastReceived(), "CONNECT ACKNOWLEDGE, which libpri takes in silence").to.match(/^0802....0f$/);
      await libpri.command("hangup", call, 17);
      expect(await ours.event("clearing")).to.include({ cause: 17, reason: "message" });
      await ours.event("gone");
      await expectNothingLeft(connection);
    });
  }

  it("connects where libpri listens", async () => {
    libpri = await startLibpri({ role: "network", listen: 0 });
    const address = { host: "127.0.0.1", port: libpri.port } as const;
    ours = new LiveLayer({ type: "lapd", role: "connect", ...address, side: "user", t309Ms: 6000 });
    await ours.start();
    await Promise.all([libpri.event("data-link-up"), ours.event("linkUp")]);
  });

  it("opens a call-independent connection, which libpri refuses for want of an APDU", async () => {
    await meet("user");
    const connection = ours.layer.setup(trunk, "cis", [...cis, to2001], { originated: false }) ?? 0;
    expect(await ours.event("clearing")).to.include({ connection, reason: "message", cause: 69 });
    await ours.event("gone");
    await expectNothingLeft(connection, "-- CIS call not marked as handled.  Disconnecting it.");
  });

  it("refuses libpri's call by DISCONNECT where the cause is to be heard (R1)", async () => {
    await meet("network");
    await libpri.command("call", "1001", "2001", 1);
    const { connection } = await ours.event("setup");
    ours.layer.clear(connection, 17, [], { disconnect: true });
    expect(await libpri.event("hangup-request")).to.include({ cause: 17 });
    await ours.event("gone");
    await expectNothingLeft(connection);
  });

  it("acknowledges libpri's RESTART, and clears the call on that channel", async () => {
    await meet("user");
    const { connection } = await callFromLibpri();
    await libpri.command("restart", 1);
    expect(await ours.event("clearing")).to.include({ cause: 41, reason: "restart" });
    await libpri.event("restart-ack");
    await expectNothingLeft(connection);
  });

  it("restarts the trunk itself, and libpri acknowledges", async () => {
    await meet("user");
    const { connection } = await callFromLibpri();
    ours.layer.restart(trunk);
    await libpri.event("restart");
    await ours.event("gone");
    await libpri.quiet();
    expect(ours.layer.exists(connection)).to.equal(false);
    expect(ours.timers, "T316 has stopped").to.deep.equal([]);
  });

  it("keeps a call over a cut shorter than T309, by libpri's STATUS", async () => {
    await meet("user");
    const { call, connection } = await callFromLibpri();
    await libpri.command("cut");
    await ours.event("linkDown");
    await libpri.command("restore");
    await ours.event("linkUp");
    await libpri.event("data-link-up");
    await libpri.quiet(200);
    expect(ours.layer.isActive(connection)).to.equal(true);
    expect(ours.timers, "T309 and T322 have stopped").to.deep.equal([]);
    await libpri.command("hangup", call, 16);
    expect(await ours.event("clearing")).to.include({ cause: 16, reason: "message" });
    await ours.event("gone");
  });

  it("loses a call over a cut longer than T309, on both sides", async () => {
    await meet("user", 300);
    await libpri.command("timer", "T309", 300);
    const { connection } = await callFromLibpri();
    await libpri.command("cut");
    expect(await ours.event("clearing")).to.include({ cause: 27, reason: "linkDown" });
    await ours.event("gone");
    expect(ours.layer.exists(connection)).to.equal(false);
    expect(ours.timers).to.deep.equal([]);
    await libpri.command("restore");
    await ours.event("linkUp");
    await callFromLibpri();
  });

  it("answers for references that are not in use, and goes on", async () => {
    await meet("user");
    const raw = ["08020077" + "62", "08020078" + "75", "08020079" + "7d" + "0802809f" + "14010a"];
    for (const hex of raw) await libpri.command("raw", hex);
    await libpri.quiet();
    const answers = libpri.messages("received").map((octets) => Buffer.from(octets).toString("hex"));
    expect(answers).to.deep.equal(["080280775a080281d1", "080280787d0802809e140100", "080280795a080281e5"]);
    const { connection } = await callFromLibpri();
    ours.layer.clear(connection, 16, [causeElement(16)]);
    await ours.event("gone");
  });
});
