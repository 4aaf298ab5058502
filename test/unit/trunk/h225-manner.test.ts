import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import type { SetupUUIE } from "../../../codecs/generated/h323-messages.ts";
import { decodeH225, type H225Message } from "../../../codecs/h225/index.ts";
import { causeElement, decodeElements } from "../../../codecs/q931/index.ts";
import type { MessageDraft } from "../../../codecs/q931/message.ts";
import { toHex } from "../../../codecs/shape.ts";
import type { Pdu } from "../../../src/pdu.ts";
import type { LegId } from "../../../src/trunk/trunk.ts";
import { octets } from "../trace/octets.ts";
import { H225Wire } from "./h225-wire.ts";

const numbers = "6c0600803230303170058033303032";
const call: MessageDraft = { message: "SETUP", ies: decodeElements(octets(`04038090a3${numbers}`)) };
const cis: MessageDraft = { message: "SETUP", ies: decodeElements(octets(`0402a8801801ac${numbers}`)) };

function send(wire: H225Wire, draft: MessageDraft): LegId {
  const leg = wire.left.machine.openLeg(wire.left) ?? expect.fail("no leg");
  expect(wire.left.machine.send(leg, draft, wire.left)).to.equal(true);
  return leg;
}

function read({ octets: sent }: Pdu): H225Message {
  const message = decodeH225(sent);
  if (message instanceof DecodeError) throw new Error(message.code);
  return message;
}

/** The outer SETUP of a call of this trunk. */
function setupOf(manner: ConstructorParameters<typeof H225Wire>[0], draft: MessageDraft) {
  const wire = new H225Wire(manner);
  send(wire, draft);
  wire.left.handle({ type: "opened", channel: "out-1/0", by: "us" });
  const [sent] = wire.left.taken().filter(({ type }) => type === "send");
  if (sent?.type !== "send") return expect.fail("nothing sent");
  const message = read(sent.pdu);
  const body = message.userInformation?.h323UuPdu.h323MessageBody;
  if (body === undefined || !("setup" in body)) return expect.fail("no SETUP");
  const setup: SetupUUIE = body.setup;
  const required = message.userInformation?.h323UuPdu.tunnelledSignallingMessage?.tunnellingRequired;
  return { bearer: toHex(message.message.ies[0]?.octets ?? octets("")), setup, isRequired: required === null };
}

describe("trunk h323: how its outer messages are written", () => {
  it("a call-independent SETUP has the bearer and the goal of the configuration (R14)", () => {
    const plain = setupOf({}, cis);
    expect(plain.bearer).to.equal("04038890a5");
    expect(plain.setup.conferenceGoal).to.deep.equal({ callIndependentSupplementaryService: null });
    const own = setupOf({ cisBearer: octets("8090a3"), cisGoal: "create" }, cis);
    expect(own.bearer).to.equal("04038090a3");
    expect(own.setup.conferenceGoal).to.deep.equal({ create: null });
  });

  it("a call has its own bearer and goal whatever they are", () => {
    const { bearer, setup } = setupOf({ cisBearer: octets("8890"), cisGoal: "create" }, call);
    expect([bearer, setup.conferenceGoal]).to.deep.equal(["04038090a3", { create: null }]);
  });

  it("a SETUP says that its tunnel is required where that is configured", () => {
    expect(setupOf({}, call).isRequired).to.equal(false);
    expect(setupOf({ tunnellingRequired: true }, call).isRequired).to.equal(true);
  });

  it("says that connections are shared and kept where that is configured", () => {
    for (const multipleCalls of [false, true]) {
      const { setup } = setupOf({ multipleCalls }, call);
      expect([setup.multipleCalls, setup.maintainConnection]).to.deep.equal([multipleCalls, multipleCalls]);
    }
  });
});

describe("trunk h323: several calls on a connection", () => {
  /** Calls of left that right has answered with CALL PROCEEDING. */
  function calls(wire: H225Wire, count: number): readonly LegId[] {
    return Array.from({ length: count }, () => {
      const leg = send(wire, call);
      wire.settle();
      const event = wire.right.events.find(({ type }) => type === "setup");
      if (event?.type !== "setup") return expect.fail("no setup");
      wire.right.events.splice(0);
      wire.right.machine.send(event.leg, { message: "CALL PROCEEDING", ies: [] }, wire.right);
      wire.settle();
      return leg;
    });
  }

  function release(wire: H225Wire, leg: LegId): void {
    wire.left.machine.send(leg, { message: "RELEASE COMPLETE", ies: [causeElement(16)] }, wire.left);
    wire.left.machine.closeLeg(leg, wire.left);
    wire.settle();
  }

  it("where both ends say so, and it stays between calls", () => {
    const wire = new H225Wire({ multipleCalls: true });
    const [first = 0, second = 0] = calls(wire, 2);
    expect(wire.open).to.equal(1);
    for (const leg of [first, second]) release(wire, leg);
    expect(wire.open).to.equal(1);
    calls(wire, 1);
    expect(wire.open).to.equal(1);
    wire.cut();
    calls(wire, 1);
    expect(wire.open, "a new one behind one that was lost").to.equal(1);
  });

  it("each on one of its own where one of them does not", () => {
    const wire = new H225Wire();
    const legs = calls(wire, 2);
    expect(wire.open).to.equal(2);
    for (const leg of legs) release(wire, leg);
    expect(wire.open).to.equal(0);
  });

  it("one that does not answer a SETUP gets no more of them, and keeps the calls it has", () => {
    const wire = new H225Wire({ multipleCalls: true });
    calls(wire, 1);
    wire.deaf = true;
    const leg = send(wire, call);
    wire.settle();
    wire.deaf = false;
    expect(wire.left.machine.send(leg, call, wire.left)).to.equal(true);
    wire.settle();
    expect(wire.open).to.equal(2);
    expect(wire.right.told().filter((line) => line.startsWith("setup"))).to.have.length(1);
  });

  it("a call of the peer on our connection keeps it when ours is over", () => {
    const wire = new H225Wire();
    const [leg = 0] = calls(wire, 1);
    const octetsOfPeer = setupFromPeer();
    wire.left.handle({ type: "received", channel: "out-1/0", pdu: { carrier: "h225", octets: octetsOfPeer } });
    release(wire, leg);
    expect(wire.open).to.equal(1);
    expect(wire.left.machine.legs).to.equal(1);
  });

  function setupFromPeer(): Uint8Array {
    const wire = new H225Wire();
    send(wire, call);
    wire.left.handle({ type: "opened", channel: "out-1/0", by: "us" });
    const [sent] = wire.left.taken().filter(({ type }) => type === "send");
    return sent?.type === "send" ? sent.pdu.octets : expect.fail("nothing sent");
  }
});
