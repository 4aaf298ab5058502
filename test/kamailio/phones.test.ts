import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { PhoneAdapter } from "../../gateway/adapter.ts";
import { createSipPhones, type SipPhoneSettings, sipPhoneTimes } from "../../gateway/phones/sip.ts";
import { availableScreen, activatedScreen } from "../../src/users/screens.ts";
import { Baresip } from "../peers/baresip.ts";
import { PresenceCluster } from "../peers/kamailio/presence.ts";
import { expectBothHeard } from "../peers/heard.ts";
import { requirePeer } from "../peers/require.ts";
import { Inbox } from "../unit/gateway/inbox.ts";
import { phoneContext } from "../unit/gateway/phone-context.ts";

const available = availableScreen("2002", 0, 0);

describe("phones sip: baresip behind kamailio", function () {
  this.timeout(60_000);
  const cleanup: (() => unknown)[] = [];
  let cluster: PresenceCluster;
  let adapter: PhoneAdapter;
  let inbox: Inbox;
  let one: Baresip;
  let two: Baresip;

  before(function () {
    requirePeer(this, "kamailio");
    requirePeer(this, "baresip");
  });

  beforeEach(async () => {
    cluster = await PresenceCluster.start();
    cleanup.push(() => cluster.stop());
    one = await Baresip.start("2001", cluster.port, 440);
    cleanup.push(() => one.stop());
    two = await Baresip.start("2002", cluster.port, 1000);
    cleanup.push(() => two.stop());
    inbox = new Inbox();
    const server = { host: "127.0.0.1", port: cluster.port };
    const settings: SipPhoneSettings = { type: "sip", server, domain: "127.0.0.1", user: "callback", ring: true };
    adapter = await createSipPhones(settings, phoneContext(inbox), { ...sipPhoneTimes, ringMs: 2_000 });
    cleanup.push(() => adapter.stop());
  });
  afterEach(async () => {
    for (const clean of cleanup.splice(0).toReversed()) await clean();
  });

  it("tells the user by MESSAGE; a number that nobody has is answered for", async () => {
    adapter.notify(1, "west/2001", activatedScreen("1001"), false);
    expect(await inbox.next()).to.deep.equal({ type: "done", of: 1, ok: true });
    adapter.notify(2, "west/2999", activatedScreen("1001"), false);
    expect(await inbox.next()).to.deep.equal({
      type: "done",
      of: 2,
      ok: false,
      reason: "the phone answered MESSAGE with 404",
    });
  });

  it("S-25, S-24: B is free: the phone rings, answering it is Dial, and both talk until one hangs up", async () => {
    adapter.notify(1, "west/2001", available, true);
    expect(await inbox.next()).to.deep.equal({ type: "done", of: 1, ok: true });
    await one.event("CALL_INCOMING");
    one.answer();
    expect(await inbox.next()).to.deep.equal({ type: "user", user: "west/2001", press: { key: "dial" } });
    adapter.placeCall(2, "west/2001", "2002", "r1");
    expect(await inbox.next()).to.deep.equal({ type: "done", of: 2, ok: true });
    const incoming = await two.event("CALL_INCOMING");
    expect(incoming.peeruri, "B sees A, not the gateway (R48)").to.contain("sip:2001@");
    two.answer();
    await Promise.all([one.event("CALL_ESTABLISHED"), two.event("CALL_ESTABLISHED")]);
    await sleep(1_000);
    two.hangUp();
    await one.event("CALL_CLOSED");
    await expectBothHeard(one, two);
  });

  it("one of them holds the call: the other hears no more of it", async () => {
    adapter.placeCall(7, "west/2001", "2002", "r1");
    await one.event("CALL_INCOMING");
    one.answer();
    await two.event("CALL_INCOMING");
    two.answer();
    await Promise.all([one.event("CALL_ESTABLISHED"), two.event("CALL_ESTABLISHED")]);
    await sleep(300);
    two.command("hold");
    await sleep(1_000);
    one.hangUp();
    await two.event("CALL_CLOSED");
    const { seconds } = await one.heard();
    expect(seconds).to.be.within(0.1, 0.8);
  });

  it("places a call without being asked first: rings A, then B, until A hangs up", async () => {
    adapter.placeCall(7, "west/2001", "2002", "r1");
    await one.event("CALL_INCOMING");
    one.answer();
    expect(await inbox.next()).to.deep.equal({ type: "done", of: 7, ok: true });
    await two.event("CALL_INCOMING");
    one.hangUp();
    await two.event("CALL_CLOSED");
  });

  it("a user who refuses, or does not answer in time: the dial has failed, and nobody else rings", async () => {
    adapter.placeCall(7, "west/2001", "2002", "r1");
    await one.event("CALL_INCOMING");
    one.hangUp();
    expect(await inbox.next()).to.deep.include({ type: "done", of: 7, ok: false });
    adapter.placeCall(8, "west/2001", "2002", "r1");
    await one.event("CALL_INCOMING");
    const late = await inbox.next();
    expect(late).to.deep.include({ type: "done", of: 8, ok: false });
    expect(late.type === "done" ? late.reason : "").to.contain("not answered");
    await one.event("CALL_CLOSED");
    expect(two.events.filter(({ type }) => type === "CALL_INCOMING")).to.deep.equal([]);
  });

  it("B that is busy: A's phone is hung up", async () => {
    adapter.placeCall(7, "west/2001", "2002", "r1");
    await one.event("CALL_INCOMING");
    one.answer();
    await two.event("CALL_INCOMING");
    two.hangUp();
    await one.event("CALL_CLOSED");
  });
});
