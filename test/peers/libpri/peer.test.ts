import { expect } from "chai";
import { requirePeer } from "../require.ts";
import { type LibpriPeer, startLibpri } from "./peer.ts";

/** The peer itself, two of it back to back: what it says of a live run can be believed only if this passes. */
describe("libpri peer", () => {
  let a: LibpriPeer;
  let b: LibpriPeer;

  before(function () {
    requirePeer(this, "libpri");
  });

  beforeEach(async () => {
    b = await startLibpri({ role: "network", listen: 0 });
    a = await startLibpri({ role: "user", connect: b.port });
    await Promise.all([a.event("data-link-up"), b.event("data-link-up")]);
  });

  afterEach(() => Promise.all([a.stop(), b.stop()]));

  for (const mode of ["retain", "release"] as const) {
    it(`completes a call to a busy user: ${mode}`, async () => {
      const service = await requested(a, b, mode);
      await b.command("ccfree", service.b);
      await a.event("cc-free");
      const { call } = await a.command("cccall", service.a, 2);
      const recall = await b.event("ring", { where: ({ callIndependent }) => !callIndependent });
      expect(recall).to.include({ from: "1001", to: "2001", name: "Anna", channel: 2 });
      await b.event("cc-call");
      await b.command("alert", recall.call, 2);
      await b.command("answer", recall.call, 2);
      await a.event("answer", { where: (answer) => answer.call === call });
      await a.command("cccancel", service.a);
      expect(await b.event("cc-cancel")).to.include({ cc: service.b, side: "terminating" });
      await a.command("hangup", call, 16);
      await b.event("hangup-ack", { where: (hangup) => hangup.call === recall.call });
      expect(operations(a).filter((name) => name !== "callingName")).to.deep.equal([
        "ccbsRequest",
        "ccRingout",
        "ccCancel",
      ]);
      expect(operations(b)).to.deep.equal(["result", "ccExecPossible"]);
      expect(a.log + b.log).to.equal("");
    });
  }

  it("keeps both frames of one link: what one sent, the other received", async () => {
    await requested(a, b, "retain");
    await Promise.all([a.quiet(), b.quiet()]);
    expect(hex(a.messages("sent"))).to.deep.equal(hex(b.messages("received")));
    expect(hex(b.messages("sent"))).to.deep.equal(hex(a.messages("received")));
  });

  for (const mode of ["retain", "release"] as const) {
    it(`suspends while A is busy and resumes: ${mode}`, async () => {
      const service = await requested(a, b, mode);
      await a.command("ccstatus", service.a, "busy");
      await b.command("ccfree", service.b);
      await a.event("cc-free");
      expect(await b.event("cc-status")).to.include({ cc: service.b, status: "busy" });
      await a.command("ccstatus", service.a, "free");
      expect(await b.event("cc-status")).to.include({ cc: service.b, status: "free" });
      await b.command("ccfree", service.b);
      await a.event("cc-free");
      await a.quiet();
      expect(operations(a).filter((name) => name !== "callingName")).to.deep.equal([
        "ccbsRequest",
        "ccSuspend",
        "ccResume",
      ]);
    });
  }

  for (const [answer, text] of [
    ["short", "CC: Short Term Rejection"],
    ["long", "CC: Long Term Rejection"],
  ] as const) {
    it(`refuses a request: ${answer} term`, async () => {
      expect(await answered(a, b, answer)).to.include({ status: "error", text });
    });
  }

  it("ends a retained connection without ccCancel: hangup on the signalling call", async () => {
    const { signalling } = await requested(a, b, "retain");
    await a.command("hangup", signalling, 16);
    expect(await b.event("hangup", { where: ({ call }) => call !== 0 })).to.include({ cause: 16 });
    expect(hex(a.messages("sent")).at(-1)).to.equal("080200024d08028190");
  });

  it("slips a message of its own in and libpri goes on counting", async () => {
    const { signalling, b: record } = await requested(a, b, "retain");
    // STATUS ENQUIRY under the signalling connection, Q.931 3.1.16: libpri must answer, and A must see all that
    // follows.
    await b.command("raw", "0802800275");
    await b.command("raw", "0802800275");
    await b.command("ccfree", record);
    expect(await a.event("cc-free")).to.include({ call: signalling });
    const statuses = hex(a.messages("sent")).filter((message) => message.startsWith("080200027d"));
    expect(statuses).to.have.length(2);
    expect(b.frames.filter(({ raw }) => raw)).to.have.length(2);
    expect(a.frames.filter(({ octets }) => isReject(octets))).to.deep.equal([]);
  });

  it("keeps libpri's connections when the trunk is cut shorter than T309, and says STATUS", async () => {
    const service = await requested(a, b, "retain");
    await b.command("cut");
    await a.event("link-lost");
    await b.event("data-link-down");
    await b.command("restore");
    await b.event("data-link-up");
    await b.command("ccfree", service.b);
    await a.event("cc-free");
    // Cause 31, state 10: R18 of the session layer's rules rests on this.
    expect(hex(b.messages("sent"))).to.include("080280027d0802809f14010a");
  });

  it("loses libpri's connections when the trunk is cut longer than T309", async () => {
    await b.command("timer", "T309", 200);
    const service = await requested(a, b, "retain");
    await b.command("cut");
    await b.event("hangup", { where: ({ call }) => call === service.signallingAtB });
    await b.command("restore");
    await b.event("data-link-up");
  });

  it("survives a silent cut: libpri never knew", async () => {
    const service = await requested(a, b, "retain");
    await a.command("cut", "silent");
    await b.event("link-lost");
    await a.command("restore");
    await Promise.all([a.event("link-up"), b.event("link-up")]);
    await b.command("ccfree", service.b);
    await a.event("cc-free");
  });

  it("restarts a channel", async () => {
    await a.command("restart", 1);
    expect(await b.event("restart")).to.include({ channel: 1 });
    await a.event("restart-ack");
  });

  it("sends the numbers it is told to", async () => {
    await a.command("call", "1001", "2001", 1, "plan=0x41", "presentation=0x20", "called-plan=0x21");
    expect(await b.event("ring")).to.include({ from: "1001", to: "2001", presentation: 0x20, name: "" });
    const setup = hex(a.messages("sent"))[0];
    expect(setup)
      .to.contain("6c06" + "41a031303031")
      .and.to.contain("7005" + "a132303031");
    await a.command("call", "-", "2001", 2);
    expect(await b.event("ring")).to.include({ from: "", channel: 2 });
  });

  it("refuses what it cannot run, with the reason", async () => {
    await expectError(a.command("hangup", 99, 16), "libpri user: hangup 99 16: no such call");
    await expectError(a.command("timer", "T999", 1), "libpri has no such timer");
    await expectError(a.command("ccreq", 1, "ccxx"), "unknown word");
    await expectError(a.command("raw", "0g"), "not hex octets");
    await expectError(a.event("ring", { timeoutMs: 20 }), "no ring within 20 ms");
    expect(await a.command("timer", "CC-T1", 1500)).to.include({ ms: 1500 });
  });
});

/** A calls B, B is busy, A asks for CCBS, B accepts: the numbers of record and signalling call on each side. */
async function requested(a: LibpriPeer, b: LibpriPeer, mode: "retain" | "release") {
  await a.command("ccretain", "request", mode);
  const response = await answered(a, b, "ok");
  expect(response).to.include({ status: "success" });
  const [request] = b.events.filter((event) => event.event === "cc-request");
  if (request === undefined) throw new Error("B was not asked");
  return { a: response.cc, b: request.cc, signalling: response.call, signallingAtB: request.call };
}

/** As `requested`, with any answer of B. */
async function answered(a: LibpriPeer, b: LibpriPeer, answer: "ok" | "short" | "long") {
  await a.command("call", "1001", "2001", 1, "name=Anna");
  const { call } = await b.event("ring");
  const { cc: offered } = await b.command("ccavail", call);
  await b.command("hangup", call, 17);
  const { cc } = await a.event("cc-available");
  await a.event("hangup-ack");
  await a.command("ccreq", cc, "ccbs");
  expect(await b.event("cc-request")).to.include({ cc: offered, mode: "ccbs" });
  await b.command("ccrsp", offered, answer);
  return a.event("cc-response", { where: (response) => response.cc === cc });
}

/** The operations sent, by libpri's own numbers (ECMA-186 annex, ECMA-164): enough for our own two peers. */
function operations(peer: LibpriPeer): string[] {
  const names: Readonly<Record<number, string>> = {
    0: "callingName",
    28: "ccCancel",
    29: "ccExecPossible",
    31: "ccRingout",
    32: "ccSuspend",
    33: "ccResume",
    40: "ccbsRequest",
  };
  return hex(peer.messages("sent")).flatMap((message) =>
    [...message.matchAll(/8b010[012](?:a1..0201..0201(..)|(a2))/g)].map(([, code, result]) =>
      result === undefined ? (names[Number.parseInt(code ?? "", 16)] ?? `operation ${code}`) : "result",
    ),
  );
}

function hex(messages: readonly Uint8Array[]): string[] {
  return messages.map((message) => Buffer.from(message).toString("hex"));
}

/** REJ, Q.921 3.6.6. */
function isReject(frame: Uint8Array): boolean {
  return frame[2] === 0x09;
}

async function expectError(promise: Promise<unknown>, text: string): Promise<void> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(Error);
  expect((error as Error).message).to.include(text);
}
