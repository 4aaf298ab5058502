import { expect } from "chai";
import { causeElement } from "../../../codecs/q931/index.ts";
import { contentsOf } from "../../../codecs/sip/body.ts";
import { octets } from "../trace/octets.ts";
import { sipPdu } from "../../../src/trunk/sip-events.ts";
import { apdu, beside, called, cis, draft, portOf, setup, SipWire, told } from "./sip-wire.ts";

describe("trunk sip, profile cisco (R24)", () => {
  it("carries each message in the SIP message most like it, the last one's answer in the 200 to BYE", () => {
    const wire = new SipWire("cisco");
    const { left, right } = called(wire, [...setup, ...apdu]);
    right(draft("CALL PROCEEDING"));
    right(draft("ALERTING"));
    right(draft("FACILITY", ...apdu));
    right(draft("CONNECT"));
    left(draft("FACILITY", ...apdu));
    left(draft("DISCONNECT", causeElement(16)));
    right(draft("RELEASE", ...apdu));
    expect(wire.taken()).to.deep.equal([
      ...["> INVITE 3002", "< 183", "< 180", "< 183", "< 200", "> ACK", "> INFO", "< 200", "> BYE", "< 200"],
    ]);
    expect(told(wire.left)).to.deep.equal(["CALL PROCEEDING", "ALERTING", "FACILITY", "CONNECT", "RELEASE"]);
    expect(told(wire.right)).to.deep.equal([...["CONNECT ACKNOWLEDGE", "FACILITY", "DISCONNECT", "RELEASE COMPLETE"]]);
    left(draft("RELEASE COMPLETE"));
    expect(wire.taken()).to.deep.equal([]);
  });

  it("refuses a call-independent connection with 480 and RELEASE; the inner RELEASE COMPLETE is implied", () => {
    const wire = new SipWire("cisco");
    const { left, right } = called(wire, [...cis, ...apdu]);
    right(draft("RELEASE", causeElement(16), ...apdu));
    expect(wire.taken()).to.deep.equal(["> INVITE 3002", "< 480"]);
    expect([told(wire.left), told(wire.right)]).to.deep.equal([["RELEASE"], ["RELEASE COMPLETE"]]);
    left(draft("RELEASE COMPLETE"));
    expect(wire.taken()).to.deep.equal([]);
  });

  it("says what CANCEL cannot in INFO before it, and cancels where that is not taken", () => {
    const wire = new SipWire("cisco");
    const { left, right } = called(wire, cis);
    right(draft("CALL PROCEEDING"));
    left(draft("RELEASE", causeElement(16), ...apdu));
    right(draft("RELEASE COMPLETE", causeElement(16)));
    expect(wire.taken().slice(2)).to.deep.equal(["> INFO", "< 200", "< 480"]);
    expect([told(wire.left), told(wire.right)]).to.deep.equal([["CALL PROCEEDING", "RELEASE COMPLETE"], ["RELEASE"]]);

    const deaf = new SipWire("cisco");
    const call = called(deaf, cis);
    call.right(draft("CALL PROCEEDING"));
    deaf.held = ({ method }) => method === "INFO";
    call.left(draft("RELEASE", causeElement(16), ...apdu));
    const { call: id, transaction } = deaf.kept[0]?.message ?? expect.fail("no INFO");
    deaf.receive(deaf.left, { type: "response", call: id, transaction, method: "INFO", status: 405, headers: [] });
    expect(deaf.taken().slice(2)).to.deep.equal(["> INFO", "> CANCEL", "< 487"]);
    expect(told(deaf.left)).to.deep.equal(["CALL PROCEEDING", "RELEASE COMPLETE"]);
  });

  it("takes SIP messages without QSIG for what they are in plain, a refusal for RELEASE COMPLETE", () => {
    const wire = new SipWire("cisco");
    called(wire);
    const { call, transaction } = wire.messages[0] ?? expect.fail("no INVITE");
    const answer = { type: "response", call, transaction, method: "INVITE", headers: [] } as const;
    for (const status of [100, 180, 486]) wire.receive(wire.left, { ...answer, status });
    expect(told(wire.left)).to.deep.equal(["CALL PROCEEDING", "ALERTING", "RELEASE COMPLETE"]);
  });

  it("refuses an INVITE without QSIG with 415, with what is no SETUP 400, and the call goes on unhurt", () => {
    const wire = new SipWire("cisco");
    const { right } = called(wire);
    wire.taken();
    const invite = { type: "request", call: "x", transaction: 5, method: "INVITE", headers: [], to: "3002" } as const;
    const body = (hex: string) => ({ body: { contentType: "application/qsig", octets: octets(hex) } });
    wire.receive(wire.right, invite);
    wire.receive(wire.right, { ...invite, call: "y", ...body("0802000101") });
    wire.receive(wire.right, { ...invite, call: "z", ...body("0802800105") });
    wire.receive(wire.right, { ...invite, call: "q", ...body("ff") });
    expect(wire.taken()).to.deep.equal(["< 415", "< 400", "< 400", "< 400"]);
    right(draft("CONNECT"));
    expect(wire.taken()).to.deep.equal(["< 200", "> ACK"]);
  });
});

describe("trunk sip, profile ecma355 (R24, ECMA-355)", () => {
  it("answers with 200 and the first message, then INFO one at a time; BYE has RELEASE COMPLETE", () => {
    const wire = new SipWire("ecma355");
    const { near, left, right } = called(wire, cis);
    right(draft("CALL PROCEEDING"));
    right(draft("CONNECT"));
    left(draft("FACILITY", ...apdu));
    left(draft("RELEASE", causeElement(16)));
    right(draft("RELEASE COMPLETE"));
    wire.left.machine.closeLeg(near, wire.left);
    wire.settle();
    expect(wire.taken()).to.deep.equal([
      ...["> INVITE 3002", "< 200", "> ACK", "< INFO", "> 200", "> INFO", "< 200", "> INFO", "< 200", "< BYE", "> 200"],
    ]);
    expect(told(wire.left)).to.deep.equal(["CALL PROCEEDING", "CONNECT", "RELEASE COMPLETE"]);
    expect(told(wire.right)).to.deep.equal(["FACILITY", "RELEASE"]);
  });

  it("holds the next INFO until the one before it is answered, and says 491 ones again, four times at most", () => {
    const wire = new SipWire("ecma355");
    const { left, right } = called(wire, cis);
    right(draft("CONNECT"));
    wire.held = ({ method, type }) => method === "INFO" && type === "request";
    wire.taken();
    left(draft("FACILITY", ...apdu));
    left(draft("FACILITY"));
    expect(wire.taken()).to.deep.equal(["> INFO"]);
    const refuse = (status: number): void => {
      const { call, transaction } = wire.kept.at(-1)?.message ?? expect.fail("no INFO");
      wire.receive(wire.left, { type: "response", call, transaction, method: "INFO", status, headers: [] });
    };
    for (let tries = 2; tries <= 4; tries += 1) {
      refuse(491);
      expect(wire.taken(), `before try ${tries}`).to.deep.equal([]);
      wire.left.advance(1000);
      wire.settle();
      expect(wire.taken(), `try ${tries}`).to.deep.equal(["> INFO"]);
    }
    refuse(491);
    expect(wire.taken(), "the next one").to.deep.equal(["> INFO"]);
    expect(wire.left.alarms()).to.deep.equal(["INFO was answered 491: a QSIG message is lost"]);
    refuse(481);
    expect(told(wire.left).slice(-1), "the dialog is gone").to.deep.equal(["RELEASE COMPLETE"]);
  });

  it("waits with 200 for the media of another SIP leg, and not where a media gateway has them", () => {
    const through = new SipWire("ecma355");
    const call = called(through);
    call.right(draft("CALL PROCEEDING"));
    expect(through.taken().slice(1)).to.deep.equal([]);
    call.right(draft("ALERTING"), beside(5000));
    expect(through.taken()).to.deep.equal(["< 200", "< INFO", "> ACK", "> 200"]);
    expect(portOf(contentsOf(through.messages[1]?.body).sdp)).to.equal("5000");
    expect(told(through.left)).to.deep.equal(["CALL PROCEEDING", "ALERTING"]);

    const external = new SipWire("ecma355", "external");
    called(external).right(draft("CALL PROCEEDING"));
    expect(external.taken().slice(1)).to.deep.equal(["< 200", "> ACK"]);
  });
});

describe("trunk sip: the link", () => {
  const start = (): SipWire => new SipWire("plain");

  it("is up when the server answers OPTIONS, whatever it says, and asks again every 30 s", () => {
    const wire = start();
    const states = wire.left.traces.flatMap((entry) => (entry.type === "transition" ? [entry.to] : []));
    expect(states).to.deep.equal(["Connecting", "Asking", "Up"]);
    wire.left.advance(30_000);
    wire.settle();
    expect([wire.left.machine.up, wire.left.told()]).to.deep.equal([true, []]);
  });

  it("is down where OPTIONS is not answered in 5 s, and is opened again with the next server", () => {
    const wire = start();
    wire.held = ({ call }) => call === "";
    wire.left.advance(30_000);
    wire.settle();
    wire.left.advance(4999);
    wire.settle();
    expect(wire.left.machine.up).to.equal(true);
    wire.left.advance(1);
    wire.settle();
    expect(wire.left.told()).to.deep.equal(["linkDown: the server does not answer OPTIONS"]);
    wire.held = undefined;
    wire.left.advance(250);
    wire.settle();
    expect(wire.left.told()).to.deep.equal(["linkUp"]);
  });

  it("is not down while messages come on its connection, behind which the answer may wait", () => {
    const wire = start();
    const receive = (channel: string): void => {
      const stray = { type: "request", call: "in-9", transaction: 1, method: "INFO", headers: [] } as const;
      wire.left.handle({ type: "received", channel, pdu: sipPdu(stray) });
    };
    wire.held = ({ call }) => call === "";
    wire.left.advance(30_000);
    wire.settle();
    for (let waits = 0; waits < 3; waits += 1) {
      wire.left.advance(4000);
      receive("out-1");
      wire.left.advance(1000);
      wire.settle();
      expect([wire.left.machine.up, wire.left.told()]).to.deep.equal([true, []]);
    }
    // One that the peer made says nothing of it.
    receive("in");
    wire.left.advance(5000);
    wire.settle();
    expect(wire.left.told()).to.deep.equal(["linkDown: the server does not answer OPTIONS"]);
  });

  it("takes no call while it is down, and is congested while the socket does not take what is sent", () => {
    const wire = start();
    wire.left.handle({ type: "flow", channel: "out-1", writable: false });
    expect(wire.left.machine.congested).to.equal(true);
    wire.left.handle({ type: "flow", channel: "out-1", writable: true });
    expect(wire.left.machine.congested).to.equal(false);
    wire.left.handle({ type: "closed", channel: "out-1", reason: "reset" });
    expect(wire.left.machine.openLeg(wire.left)).to.equal(undefined);
  });

  it("stopped, it ends every call: no dialog outlives this process", () => {
    const wire = start();
    const talking = called(wire);
    talking.right(draft("CONNECT"));
    called(wire);
    wire.taken();
    wire.left.handle({ type: "stop" });
    wire.settle();
    expect(wire.taken()).to.include.members(["> BYE", "> CANCEL"]);
    expect(wire.left.machine.up).to.equal(false);
  });
});
