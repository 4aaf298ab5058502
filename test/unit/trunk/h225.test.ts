import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { decodeH225, spliceTunnel } from "../../../codecs/h225/index.ts";
import { causeElement, decodeElements, encodeMessage } from "../../../codecs/q931/index.ts";
import type { InformationElement, MessageDraft } from "../../../codecs/q931/message.ts";
import { toHex } from "../../../codecs/shape.ts";
import { octetsOf, vectors } from "../h225/vectors.ts";
import { octets } from "../trace/octets.ts";
import { trunk } from "./bench.ts";
import { H225Wire } from "./h225-wire.ts";

const numbers = decodeElements(octets("6c0600803230303170058033303032"));
const bearer = decodeElements(octets("04038090a3"));
const cis: readonly InformationElement[] = [...decodeElements(octets("0402a8801801ac")), ...numbers];

const draft = (message: MessageDraft["message"], ...ies: InformationElement[]): MessageDraft => ({ message, ies });

function withoutTunnel(name: string): Uint8Array {
  const octets = spliceTunnel(octetsOf(name), []);
  if (octets instanceof DecodeError) throw new Error(octets.code);
  return octets;
}

/** A call of `left` that `right` was offered: its leg at both ends. */
function called(wire: H225Wire, ies: readonly InformationElement[] = [...bearer, ...numbers]) {
  const near = wire.left.machine.openLeg(wire.left) ?? expect.fail("no leg");
  expect(wire.left.machine.send(near, { message: "SETUP", ies }, wire.left)).to.equal(true);
  wire.settle();
  const event = wire.right.events.shift();
  if (event?.type !== "setup") return expect.fail(`no setup but ${event?.type}`);
  return { near, far: event.leg };
}

describe("trunk h323: a call", () => {
  it("is an H.225.0 call on a connection of its own, its messages in the tunnel (transports 2.2)", () => {
    const wire = new H225Wire();
    const { near, far } = called(wire);
    const back = (message: MessageDraft["message"]): void => {
      expect(wire.right.machine.send(far, draft(message), wire.right)).to.equal(true);
      wire.settle();
    };
    back("CALL PROCEEDING");
    back("ALERTING");
    back("CONNECT");
    wire.left.machine.send(near, draft("CONNECT ACKNOWLEDGE"), wire.left);
    wire.left.machine.send(near, draft("DISCONNECT", causeElement(16)), wire.left);
    wire.settle();
    back("RELEASE");
    wire.left.machine.send(near, draft("RELEASE COMPLETE"), wire.left);
    wire.settle();
    expect(wire.taken()).to.deep.equal([
      "> SETUP [SETUP]",
      "< CALL PROCEEDING [CALL PROCEEDING]",
      "< ALERTING [ALERTING]",
      "< CONNECT [CONNECT]",
      "> FACILITY [CONNECT ACKNOWLEDGE]",
      "> FACILITY [DISCONNECT]",
      "< FACILITY [RELEASE]",
      "> RELEASE COMPLETE [RELEASE COMPLETE]",
    ]);
    expect(wire.left.told().map((line) => line.split(" ").slice(2).join(" "))).to.deep.equal([
      "CALL PROCEEDING 1/1",
      "",
      "ALERTING 1/1",
      "",
      "CONNECT 1/1",
      "",
      "RELEASE 1/1",
    ]);
    expect(wire.open, "the caller closes the connection").to.equal(0);
    for (const [end, leg] of [
      [wire.left, near],
      [wire.right, far],
    ] as const)
      end.machine.closeLeg(leg, end);
    expect([wire.left.machine.legs, wire.right.machine.legs]).to.deep.equal([0, 0]);
  });

  it("has its numbers in the outer message too, and goes to nobody's bearer where it is call-independent (R14)", () => {
    const wire = new H225Wire();
    const leg = wire.left.machine.openLeg(wire.left) ?? expect.fail("no leg");
    wire.left.machine.send(leg, { message: "SETUP", ies: cis }, wire.left);
    const [open] = wire.left.taken();
    expect(open).to.deep.equal({ type: "open", id: 1, after: 0, trunk, channel: "out-1/0" });
    wire.left.handle({ type: "opened", channel: "out-1/0", by: "us" });
    const [sent] = wire.left.taken();
    if (sent?.type !== "send") return expect.fail("nothing sent");
    const read = decodeH225(sent.pdu.octets);
    if (read instanceof DecodeError) throw new Error(read.code);
    expect(toHex(sent.pdu.octets)).to.match(/^080200010504038890a56c0600803230303170058033303032/);
    expect(read.userInformation?.h323UuPdu.h323MessageBody).to.deep.nested.include({
      "setup.sourceAddress": [{ dialledDigits: "2001" }],
      "setup.destinationAddress": [{ dialledDigits: "3002" }],
      "setup.conferenceGoal": { callIndependentSupplementaryService: null },
    });
  });

  it("learns the bearer that a peer writes for a call-independent connection", () => {
    const wire = new H225Wire();
    const setup = octetsOf("SETUP_CIS");
    setup.set([0x04, 0x03, 0x80, 0x90, 0xa3], 5);
    wire.left.handle({ type: "received", channel: "in-9", pdu: { carrier: "h225", octets: setup } });
    expect(wire.left.told()).to.deep.equal(["setup 1 SETUP 5/0"]);
    const leg = wire.left.machine.openLeg(wire.left) ?? expect.fail("no leg");
    wire.left.machine.send(leg, { message: "SETUP", ies: cis }, wire.left);
    wire.left.handle({ type: "opened", channel: "out-1/0", by: "us" });
    expect(wire.left.frames().at(-1)?.replaceAll(" ", "").slice(10, 20)).to.equal("04038090a3");
  });
});

describe("trunk h323: peers", () => {
  it("are called in turn: the next one where TCP fails", () => {
    const wire = new H225Wire();
    wire.dead.add("0");
    const { near } = called(wire);
    expect(wire.taken()).to.deep.equal(["> SETUP [SETUP]"]);
    expect(wire.left.machine.legs).to.equal(1);
    expect(near).to.be.a("number");
  });

  it("are called in turn: the next one where a SETUP is repeated, and the first is left (R12)", () => {
    const wire = new H225Wire();
    wire.deaf = true;
    const leg = wire.left.machine.openLeg(wire.left) ?? expect.fail("no leg");
    const setup = draft("SETUP", ...bearer, ...numbers);
    wire.left.machine.send(leg, setup, wire.left);
    wire.settle();
    wire.deaf = false;
    wire.left.machine.send(leg, setup, wire.left);
    wire.settle();
    expect(wire.right.told()).to.deep.equal(["setup 1 SETUP 1/0"]);
    expect(wire.open).to.equal(1);
  });

  it("that close before they answer have failed: the next one is called", () => {
    const wire = new H225Wire();
    called(wire);
    wire.cut();
    expect(wire.right.told()).to.deep.equal(["message 1 RELEASE COMPLETE 1/0", "setup 2 SETUP 1/0"]);
    expect(wire.left.told()).to.deep.equal([]);
  });

  it("that all fail end the call with cause 27, and somebody is told once", () => {
    const wire = new H225Wire();
    wire.dead.add("0").add("1");
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const leg = wire.left.machine.openLeg(wire.left) ?? expect.fail("no leg");
      wire.left.machine.send(leg, draft("SETUP", ...bearer, ...numbers), wire.left);
      wire.settle();
      expect(wire.left.told()).to.deep.equal([`message ${leg} RELEASE COMPLETE ${attempt}/1`]);
      wire.left.machine.closeLeg(leg, wire.left);
    }
    expect(wire.left.alarms()).to.deep.equal(["no peer can be reached: connection refused"]);
  });
});

describe("trunk h323: the end of the carrier", () => {
  it("ends the calls of a connection that is lost, with cause 27", () => {
    const wire = new H225Wire();
    const { near, far } = called(wire);
    wire.right.machine.send(far, draft("CALL PROCEEDING"), wire.right);
    wire.settle();
    wire.left.told();
    wire.cut();
    expect(wire.left.told()).to.deep.equal([`message ${near} RELEASE COMPLETE 1/1`]);
    expect(wire.right.told()).to.deep.equal([`message ${far} RELEASE COMPLETE 1/0`]);
  });

  it("ends the inner call with the outer one and its cause, where the tunnel has no clearing (R13.5)", () => {
    const wire = new H225Wire();
    const { near } = called(wire);
    const bare = octetsOf("RELCOMP");
    const at = toHex(bare).indexOf("7e") / 2;
    // Call reference 1 from the called side, cause 17, no User-user element.
    const outer = octets("0802 8001 5a 0802 8091".replaceAll(" ", ""));
    expect(at).to.be.above(0);
    wire.left.handle({ type: "received", channel: "out-1/0", pdu: { carrier: "h225", octets: outer } });
    const event = wire.left.events.shift();
    if (event?.type !== "message") return expect.fail("no message");
    expect(event).to.deep.include({ leg: near });
    expect(event.message.message).to.equal("RELEASE COMPLETE");
    expect(event.message.ies[0]?.value).to.include({ cause: 17 });
  });

  it("releases the outer call of a leg that is closed with nothing said", () => {
    const wire = new H225Wire();
    const { near } = called(wire);
    wire.taken();
    wire.left.machine.closeLeg(near, wire.left);
    wire.settle();
    expect(wire.taken()).to.deep.equal(["> RELEASE COMPLETE [RELEASE COMPLETE]"]);
    expect(wire.open).to.equal(0);
    expect(wire.left.machine.send(near, draft("FACILITY"), wire.left)).to.equal(false);
  });

  it("closes every connection when the trunk is stopped", () => {
    const wire = new H225Wire();
    called(wire);
    wire.left.handle({ type: "stop" });
    wire.settle();
    expect(wire.open).to.equal(0);
    expect(wire.left.machine.openLeg(wire.left)).to.equal(undefined);
    expect(wire.left.told()).to.include("linkDown: the trunk is stopped");
  });
});

describe("trunk h323: what no peer should send", () => {
  const outer = (hex: string) => ({ carrier: "h225", octets: octets(hex.replaceAll(" ", "")) }) as const;

  for (const [what, pdu, due, alarm] of [
    ["that cannot be read", outer("0802 0007 05 04038090a3 70058033303032"), "e4", "a SETUP cannot be read"],
    [
      "for no bearer and without a tunnel",
      { carrier: "h225", octets: withoutTunnel("SETUP_CIS") },
      "c1",
      "a call-independent connection without QSIG in its tunnel is refused",
    ],
  ] as const) {
    it(`a SETUP ${what} is refused, and somebody is told (R14)`, () => {
      const wire = new H225Wire();
      wire.left.handle({ type: "received", channel: "in-9", pdu });
      const [sent] = wire.left.frames();
      expect(sent?.replaceAll(" ", "")).to.match(new RegExp(`^080280075a080281${due}`));
      expect(wire.left.alarms()).to.deep.equal([alarm]);
      expect(wire.left.machine.legs).to.equal(0);
    });
  }

  it("a message of no call is answered with RELEASE COMPLETE 81, RELEASE COMPLETE and reference 0 with nothing", () => {
    const wire = new H225Wire();
    for (const hex of ["0802 0009 62 1c00", "0802 0009 5a", "0802 0000 46 790187"]) {
      wire.left.handle({ type: "received", channel: "in-9", pdu: outer(hex) });
    }
    const frames = wire.left.frames().map((each) => each.replaceAll(" ", ""));
    expect(frames).to.have.length(1);
    expect(frames[0]).to.match(/^080280095a080281d1/);
  });

  for (const hex of ["", "08", "0900", `${"08020007057e"}00`]) {
    it(`octets ${hex === "" ? "of nothing" : hex} are told, and change nothing`, () => {
      const wire = new H225Wire();
      const before = wire.left.traces.length;
      wire.left.handle({ type: "received", channel: "in-9", pdu: outer(hex) });
      expect(wire.left.machine.legs).to.equal(0);
      expect(wire.left.traces.length + wire.left.taken().length).to.be.above(before);
    });
  }

  it("the same SETUP twice is one call, and vectors of the other side are of none", () => {
    const wire = new H225Wire();
    for (let count = 0; count < 2; count += 1) {
      wire.left.handle({ type: "received", channel: "in-9", pdu: { carrier: "h225", octets: octetsOf("SETUP_CIS") } });
    }
    expect(wire.left.told()).to.deep.equal(["setup 1 SETUP 5/0"]);
    for (const { name } of vectors.filter(({ name }) => name !== "SETUP" && name !== "SETUP_CIS")) {
      wire.left.handle({ type: "received", channel: "in-8", pdu: { carrier: "h225", octets: octetsOf(name) } });
    }
    expect(wire.left.machine.legs).to.equal(1);
  });

  it("reads what it wrote: a tunnelled message is the same octets", () => {
    const wire = new H225Wire();
    const { near, far } = called(wire);
    const said = draft("FACILITY", ...decodeElements(octets("1c0b9fa10802010106035a0102")));
    wire.left.machine.send(near, said, wire.left);
    wire.settle();
    const event = wire.right.events.shift();
    if (event?.type !== "message") return expect.fail("no message");
    expect(event.leg).to.equal(far);
    const reference = { value: 1, flag: 0, length: 2 } as const;
    const again = { message: "FACILITY", ies: event.message.ies } as const;
    expect(toHex(encodeMessage(reference, again))).to.equal(toHex(encodeMessage(reference, said)));
  });
});
