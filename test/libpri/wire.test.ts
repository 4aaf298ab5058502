import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { startLibpri } from "../peers/libpri/peer.ts";
import type { PeerFrame } from "../peers/libpri/protocol.ts";
import { requirePeer } from "../peers/require.ts";
import { Captures } from "./captures.ts";
import { wireDifference, wireOf } from "./wire.ts";

/** The judges of the live scenarios, judged themselves: on a run of two libpri, and on what they must object to. */
describe("live scenarios: the judges", () => {
  let frames: readonly PeerFrame[];
  let folder: string;

  before(async function () {
    requirePeer(this, "libpri");
    folder = mkdtempSync(join(tmpdir(), "qsig-captures-"));
    frames = await busyCall();
  });

  after(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });

  it("reads the trunk from the gateway's side", () => {
    expect(lines()).to.deep.equal([
      "> SETUP callingName",
      "< CALL PROCEEDING",
      "< DISCONNECT 17",
      "> RELEASE 17",
      "< RELEASE COMPLETE 17",
      "> SETUP ccbsRequest callingName",
      "< CALL PROCEEDING",
      "< RELEASE 16 shortTermRejection",
      "> RELEASE COMPLETE 16",
    ]);
  });

  it("counts a repeated frame once, and one with the same number after a new SABME or UA twice", () => {
    const setup = frames.find(({ octets }) => octets.length > 4 && ((octets[2] ?? 1) & 1) === 0) as PeerFrame;
    expect(wireOf([setup, setup])).to.have.length(1);
    for (const control of [0x7f, 0x73]) {
      const setsUp: PeerFrame = { ...setup, octets: Uint8Array.of(0x00, 0x01, control) };
      expect(wireOf([setup, setsUp, setup])).to.have.length(2);
    }
  });

  it("throws at a message it cannot read", () => {
    const unreadable: PeerFrame = { direction: "sent", at: 0, raw: false, octets: Uint8Array.of(0, 1, 0, 0, 9, 9) };
    expect(() => wireOf([unreadable])).to.throw("unreadable on the trunk: 0909");
  });

  it("finds a message that is missing, added, changed or out of order", () => {
    const whole = lines();
    expect(wireDifference(whole, whole)).to.equal(undefined);
    expect(wireDifference(whole, [whole.slice(0, 2).reverse(), ...whole.slice(2)])).to.equal(undefined);
    expect(wireDifference(whole, whole.slice(0, -1))).to.include("expected nothing more at *");
    expect(wireDifference(whole.slice(0, -1), whole)).to.include("at the end");
    expect(wireDifference(whole, [...whole.slice(0, 2).reverse(), ...whole.slice(2)])).to.include("at *");
    expect(wireDifference(whole, [...whole.slice(0, 2), "< DISCONNECT 16", ...whole.slice(3)])).to.include(
      "expected < DISCONNECT 16 at *",
    );
  });

  it("lets lines repeat where they may, and none be missing", () => {
    const expected = ["> SETUP", { repeated: ["> STATUS ENQUIRY", "< STATUS 31"] }, "< FACILITY"];
    const difference = (...between: string[]) => wireDifference(["> SETUP", ...between, "< FACILITY"], expected);
    expect(difference("> STATUS ENQUIRY", "< STATUS 31")).to.equal(undefined);
    expect(difference("< STATUS 31", "> STATUS ENQUIRY", "> STATUS ENQUIRY")).to.equal(undefined);
    expect(difference("> STATUS ENQUIRY")).to.include("expected > STATUS ENQUIRY and < STATUS 31, repeated at *");
    expect(difference("> STATUS ENQUIRY", "< STATUS 31", "< STATUS 97")).to.include("expected < FACILITY at *");
  });

  it("lets names stand or not", () => {
    expect(wireDifference(["> SETUP ccbsRequest callingName"], ["> SETUP ccbsRequest"])).to.equal(undefined);
    expect(wireDifference(["> SETUP ccbsRequest"], ["> SETUP ccbsRequest callingName"])).not.to.equal(undefined);
  });

  it("writes captures that tshark reads as we do", async function () {
    requirePeer(this, "tshark");
    const captures = new Captures(folder);
    captures.add("one", frames);
    captures.add("other", frames);
    expect(await captures.objections()).to.deep.equal([]);
  });

  it("passes on what tshark objects to", async function () {
    requirePeer(this, "tshark");
    const captures = new Captures(folder);
    captures.add(
      "bad",
      frames.map((frame) => ({ ...frame, octets: withArgumentOfWrongType(frame.octets) })),
    );
    expect((await captures.objections()).join()).to.include("bad: > SETUP ccbsRequest callingName: BER Error");
  });

  function lines(): string[] {
    return wireOf(frames).map(({ line }) => line);
  }
});

/** B is busy, A asks for call back and is refused; the frames are B's, so that A stands where the gateway will. */
async function busyCall(): Promise<readonly PeerFrame[]> {
  const b = await startLibpri({ role: "network", listen: 0 });
  const a = await startLibpri({ role: "user", connect: b.port });
  try {
    await Promise.all([a.event("data-link-up"), b.event("data-link-up")]);
    await a.command("call", "1001", "2001", 1, "name=Anna");
    const { call } = await b.event("ring");
    await b.command("ccavail", call);
    await b.command("hangup", call, 17);
    const { cc } = await a.event("cc-available");
    await a.event("hangup-ack");
    await a.command("ccreq", cc, "ccbs");
    await b.command("ccrsp", (await b.event("cc-request")).cc, "short");
    expect(await a.event("cc-response")).to.include({ status: "error", text: "CC: Short Term Rejection" });
    await b.quiet();
    return [...b.frames];
  } finally {
    await Promise.all([a.stop(), b.stop()]);
  }
}

/** The SEQUENCE of ccbsRequest as an OCTET STRING. */
function withArgumentOfWrongType(octets: Uint8Array): Uint8Array {
  const hex = Buffer.from(octets).toString("hex");
  return Uint8Array.from(Buffer.from(hex.replace("3022a00b", "0422a00b"), "hex"));
}
