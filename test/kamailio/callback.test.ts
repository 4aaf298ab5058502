import { expect } from "chai";
import { requirePeer } from "../peers/require.ts";
import { ServedCluster } from "./served-cluster.ts";

/** Call back for a real SIP cluster that has none: kamailio, baresip phones, and libpri on the other side. */
describe("live: call back between a served SIP cluster and libpri", function () {
  this.timeout(90_000);
  const cleanup: { stop(): Promise<unknown> }[] = [];
  let cluster: ServedCluster;

  before(function () {
    for (const peer of ["libpri", "kamailio", "baresip"] as const) requirePeer(this, peer);
  });
  const start = async (more?: string): Promise<void> => {
    cluster = await ServedCluster.start((part) => cleanup.push(part), more);
  };
  afterEach(async function () {
    if (this.currentTest?.isFailed() === true) console.log(cluster.story());
    for (const part of cleanup.splice(0).toReversed()) await part.stop();
  });

  /** 2001 talks to 2002 and rejects what 1001 calls with; libpri is offered call back. */
  async function busyCall(): Promise<number> {
    const { libpri } = cluster;
    cluster.phone("2002").dial("2001");
    await cluster.phone("2001").event("CALL_INCOMING");
    cluster.phone("2001").answer();
    await cluster.phone("2002").event("CALL_ESTABLISHED");
    const { call } = await libpri.command("call", 1001, 2001, 1);
    await cluster.phone("2001").event("CALL_INCOMING");
    cluster.phone("2001").hangUp();
    const { cc } = await libpri.event("cc-available", { where: (record) => record.call === call });
    return cc;
  }

  /** As `busyCall`, and libpri's user has asked for call back. */
  async function waitingForBusy(): Promise<number> {
    const { libpri } = cluster;
    const cc = await busyCall();
    await libpri.command("ccreq", cc, "ccbs");
    expect(await libpri.event("cc-response")).to.include({ status: "success" });
    await cluster.request("Monitoring");
    return cc;
  }

  it("S-01: libpri's user is told when the baresip phone hangs up, dials, and both are connected", async () => {
    await start();
    const { libpri } = cluster;
    const cc = await waitingForBusy();
    cluster.phone("2002").hangUp();
    await libpri.event("cc-free", { where: (record) => record.cc === cc });
    const { call } = await libpri.command("cccall", cc, 2);
    await cluster.phone("2001").event("CALL_INCOMING");
    cluster.phone("2001").answer();
    await libpri.event("answer", { where: (answer) => answer.call === call });
    await cluster.phone("2001").event("CALL_ESTABLISHED");
    await cluster.until("no request is left", () => cluster.gateway.inspect.requests().length === 0);
  });

  it("S-28: CCNR waits for a real off hook and on hook; ringing unanswered does not count", async () => {
    await start();
    const { libpri } = cluster;
    const { call } = await libpri.command("call", 1001, 2001, 1);
    await libpri.event("ringing");
    const { cc } = await libpri.event("cc-available", { where: (record) => record.call === call });
    await libpri.command("hangup", call, 16);
    await cluster.phone("2001").event("CALL_CLOSED");
    await libpri.command("ccreq", cc, "ccnr");
    expect(await libpri.event("cc-response")).to.include({ status: "success" });
    await cluster.request("Monitoring");
    cluster.phone("2002").dial("2001");
    await cluster.phone("2001").event("CALL_INCOMING");
    cluster.phone("2002").hangUp();
    await cluster.phone("2001").event("CALL_CLOSED");
    const early = await libpri.event("cc-free", { timeoutMs: 1_500 }).catch(() => undefined);
    expect(early, "ringing is no use of the line").to.equal(undefined);
    cluster.phone("2001").dial("2002");
    await cluster.phone("2002").event("CALL_INCOMING");
    cluster.phone("2001").hangUp();
    await libpri.event("cc-free", { where: (record) => record.cc === cc });
  });

  it("S-24, S-25: a baresip user is told by a ringing phone, answers it, and talks to libpri's user", async () => {
    await start();
    const { libpri } = cluster;
    const phone = cluster.phone("2001");
    const cc = await asked();
    await libpri.command("ccfree", cc);
    await phone.event("CALL_INCOMING");
    phone.answer();
    const recall = await libpri.event("ring", { where: ({ callIndependent }) => !callIndependent });
    expect([recall.from, recall.to]).to.deep.equal(["2001", "1001"]);
    await libpri.event("cc-call", { where: (record) => record.cc === cc });
    await libpri.command("alert", recall.call);
    await libpri.command("answer", recall.call);
    await phone.event("CALL_ESTABLISHED");
    await cluster.until("no request is left", () => cluster.gateway.inspect.requests().length === 0);
    await libpri.command("hangup", recall.call, 16);
    await phone.event("CALL_CLOSED");
  });

  /** 2001 meets a busy 1001 of libpri's, and its request is accepted. `cc`: libpri's record. */
  async function asked(): Promise<number> {
    const { libpri } = cluster;
    const phone = cluster.phone("2001");
    phone.dial("1001");
    const ring = await libpri.event("ring");
    const { cc } = await libpri.command("ccavail", ring.call);
    await libpri.command("hangup", ring.call, 17);
    await phone.event("CALL_CLOSED");
    const command = { command: "activate", user: "west/2001", to: "1001" } as const;
    await cluster.gateway.ask({ type: "operator", command });
    await libpri.event("cc-request", { where: (record) => record.cc === cc });
    await libpri.command("ccrsp", cc, "ok");
    await cluster.request("Active");
    return cc;
  }

  it("S-53 to S-59: A talks when B is free: suspended, no ring; resumed when A hangs up, and told", async () => {
    await start();
    const { libpri } = cluster;
    const phone = cluster.phone("2001");
    const cc = await asked();
    phone.dial("2002");
    await cluster.phone("2002").event("CALL_INCOMING");
    cluster.phone("2002").answer();
    await phone.event("CALL_ESTABLISHED");
    await libpri.command("ccfree", cc);
    await cluster.request("Suspended");
    await cluster.until("ccSuspend is on the wire", () => cluster.wire().includes("> FACILITY ccSuspend"));
    expect(phone.events.filter(({ type }) => type === "CALL_INCOMING")).to.deep.equal([]);
    cluster.phone("2002").hangUp();
    await cluster.until("ccResume is on the wire", () => cluster.wire().includes("> FACILITY ccResume"));
    await cluster.request("Active");
    await libpri.command("ccfree", cc);
    await phone.event("CALL_INCOMING");
    await cluster.request("Recall");
  });

  it("S-63: A's phone is started anew: libpri is told that the call back is cancelled", async () => {
    await start();
    const cc = await asked();
    await cluster.startPhone("2001");
    const cancel = await cluster.libpri.event("cc-cancel", { where: (record) => record.cc === cc });
    expect(cancel.side).to.equal("terminating");
    await cluster.until("no request is left", () => cluster.gateway.inspect.requests().length === 0);
  });

  it("S-50, S-51: B forwards all calls later: the recall reaches B, a plain call whom it forwards to", async () => {
    await start(', recallPrefix: "77"');
    const { libpri } = cluster;
    const cc = await waitingForBusy();
    await cluster.kamailio.forward("2001", "2002");
    cluster.phone("2002").hangUp();
    await libpri.event("cc-free", { where: (record) => record.cc === cc });
    const { call: plain } = await libpri.command("call", 1002, 2001, 3);
    await cluster.phone("2002").event("CALL_INCOMING");
    await libpri.command("hangup", plain, 16);
    await cluster.phone("2002").event("CALL_CLOSED");
    const { call } = await libpri.command("cccall", cc, 2);
    await cluster.phone("2001").event("CALL_INCOMING");
    cluster.phone("2001").answer();
    await libpri.event("answer", { where: (answer) => answer.call === call });
  });

  it("S-64: kamailio and phones restarted while a request waits: it lives on, a use after it counts", async () => {
    await start();
    const { libpri } = cluster;
    const { call } = await libpri.command("call", 1001, 2001, 1);
    await libpri.event("ringing");
    const { cc } = await libpri.event("cc-available", { where: (record) => record.call === call });
    await libpri.command("hangup", call, 16);
    await cluster.phone("2001").event("CALL_CLOSED");
    await libpri.command("ccreq", cc, "ccnr");
    await libpri.event("cc-response");
    await cluster.request("Monitoring");
    const reportOf = () => cluster.gateway.inspect.lines()[0]?.report;
    await cluster.kamailio.kill();
    await cluster.until("the line is lost", () => reportOf() === "lost");
    await cluster.kamailio.launch();
    await cluster.startPhones();
    await cluster.until("the line is seen again", () => typeof reportOf() === "object");
    expect(cluster.gateway.inspect.requests().map(({ state }) => state)).to.deep.equal(["Monitoring"]);
    cluster.phone("2001").dial("2002");
    await cluster.phone("2002").event("CALL_INCOMING");
    // Over within a millisecond of its beginning, a call may reach its watchers as its end alone.
    await cluster.until("the call is seen", () => {
      const report = reportOf();
      return typeof report === "object" && report.calls > 0;
    });
    cluster.phone("2001").hangUp();
    await libpri.event("cc-free", { where: (record) => record.cc === cc });
  });

  it("the NOTIFY that the call is over is lost: libpri's user is told once the subscription is refreshed", async () => {
    await start();
    const { libpri } = cluster;
    const cc = await waitingForBusy();
    await cluster.kamailio.loseNotify(true);
    cluster.phone("2002").hangUp();
    await cluster.until("the NOTIFY is lost", () => cluster.kamailio.log.includes("lost a NOTIFY"));
    const early = await libpri.event("cc-free", { timeoutMs: 500 }).catch(() => undefined);
    expect(early, "nobody said so").to.equal(undefined);
    await cluster.kamailio.loseNotify(false);
    await libpri.event("cc-free", { where: (record) => record.cc === cc });
  });

  it("a phone killed in a call: the line stays busy, and is free when the phone is back (S-64)", async () => {
    await start();
    const { libpri } = cluster;
    const cc = await waitingForBusy();
    await cluster.phone("2001").kill();
    const early = await libpri.event("cc-free", { timeoutMs: 1_500 }).catch(() => undefined);
    expect(early, "nobody can know that the call is over").to.equal(undefined);
    await cluster.startPhone("2001");
    await libpri.event("cc-free", { where: (record) => record.cc === cc });
    const { call } = await libpri.command("cccall", cc, 2);
    await cluster.phone("2001").event("CALL_INCOMING");
    cluster.phone("2001").answer();
    await libpri.event("answer", { where: (answer) => answer.call === call });
  });

  /** Two of libpri's users wait for 2001, and both are told that it is free. Their records. */
  async function bothTold(): Promise<readonly [number, number]> {
    const { libpri } = cluster;
    const first = await busyCall();
    const { call } = await libpri.command("call", 1002, 2001, 2);
    await cluster.phone("2001").event("CALL_INCOMING");
    cluster.phone("2001").hangUp();
    const { cc: second } = await libpri.event("cc-available", { where: (record) => record.call === call });
    for (const cc of [first, second]) {
      await libpri.command("ccreq", cc, "ccbs");
      await libpri.event("cc-response", { where: (response) => response.cc === cc });
    }
    cluster.phone("2002").hangUp();
    for (const cc of [first, second]) {
      await libpri.event("cc-free", { where: (record) => record.cc === cc });
    }
    return [first, second];
  }

  it("S-41 to S-44: two of libpri's users wait, both are told, the first to dial connects", async () => {
    await start();
    const { libpri } = cluster;
    const [first, second] = await bothTold();
    const winner = await libpri.command("cccall", second, 3);
    await cluster.phone("2001").event("CALL_INCOMING");
    cluster.phone("2001").answer();
    await libpri.event("answer", { where: (answer) => answer.call === winner.call });
    await cluster.until("the line is busy", () => {
      const report = cluster.gateway.inspect.lines()[0]?.report;
      return typeof report === "object" && report.calls > 0;
    });
    const loser = await libpri.command("cccall", first, 4);
    const cleared = await libpri.event("hangup-request", { where: (hangup) => hangup.call === loser.call });
    expect(cleared.cause).to.equal(17);
  });

  it("S-43, S-44: both dial in the same moment: B rings once, one connects, the other meets a busy B", async () => {
    await start();
    const { libpri } = cluster;
    const [first, second] = await bothTold();
    const rings = () => cluster.phone("2001").events.filter(({ type }) => type === "CALL_INCOMING").length;
    const before = rings();
    const calls = await Promise.all([libpri.command("cccall", first, 3), libpri.command("cccall", second, 4)]);
    const isOne = (event: { readonly call: number }) => calls.some(({ call }) => call === event.call);
    const { call: lost, cause } = await libpri.event("hangup-request", { where: isOne });
    expect(cause).to.equal(17);
    await cluster.phone("2001").event("CALL_INCOMING");
    cluster.phone("2001").answer();
    const { call: won } = await libpri.event("answer", { where: isOne });
    expect([won !== lost, rings() - before]).to.deep.equal([true, 1]);
  });
});
