import { expect } from "chai";
import { find } from "../../../codecs/q931/element.ts";
import { cause } from "../../../codecs/q931/ie/cause.ts";
import { bChannelElement, causeElement, type InformationElement } from "../../../codecs/q931/index.ts";
import type { TrunkConfig } from "../../../src/config.ts";
import type { ConnectionId, ConnectionKind } from "../../../src/connection/connection.ts";
import { connectionsPerTrunk } from "../../../src/connection/limits.ts";
import { Bench, cisBearer, cisChannel, facilityElement, setupElements, speech, trunk } from "./bench.ts";

function upBench(): Bench {
  const bench = new Bench();
  bench.link(true);
  bench.taken();
  return bench;
}

function outgoing(bench: Bench, kind: ConnectionKind, ies = setupElements(kind)): ConnectionId {
  const connection = bench.layer.setup(trunk, kind, ies, { originated: false });
  if (connection === undefined) throw new Error("no connection");
  bench.taken();
  return connection;
}

/** Identifiers and contents of the last message sent, as hex. */
function lastSent(bench: Bench): string {
  const { draft } = bench.sent.at(-1) ?? { draft: { message: "none", ies: [] } };
  return [draft.message, ...draft.ies.map(hex)].join(" | ");
}

function hex({ octets }: InformationElement): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, "0")).join(" ");
}

const preferred = bChannelElement(3, false);
const display: InformationElement = { id: 0x28, codeset: 0, octets: Uint8Array.of(0x28, 0x01, 0x41) };

describe("connection layer: opening", () => {
  it("tells a call from a call-independent connection by bearer or channel", () => {
    const bench = upBench();
    bench.setup("call");
    bench.setup("cis");
    bench.setup("cis", [speech, cisChannel]);
    bench.setup("cis", [cisBearer, bChannelElement(1)]);
    expect(bench.taken()).to.deep.equal(["setup call", "setup cis", "setup cis", "setup cis"]);
  });

  it("refuses a SETUP without a mandatory element with 96, with an unreadable one with 100, and tells nobody", () => {
    const bench = upBench();
    bench.setup("call", [speech]);
    bench.setup("call", [bChannelElement(1)]);
    bench.setup("call", [{ ...speech, octets: Uint8Array.of(0x04, 0x00) }, bChannelElement(1)]);
    expect(bench.taken()).to.deep.equal(["C96", "C96", "C100"]);
    expect([1, 2, 3].map((connection) => bench.stateOf(connection))).to.deep.equal(["Null", "Null", "Null"]);
    expect(bench.openLegs.size).to.equal(0);
  });

  it("takes as many connections as a trunk may have, and refuses the next with 42", () => {
    const bench = upBench();
    for (let count = 0; count < connectionsPerTrunk; count++) bench.setup("cis");
    bench.taken();
    bench.setup("cis");
    expect(bench.taken()).to.deep.equal(["C42"]);
    expect(bench.layer.setup(trunk, "cis", setupElements("cis"), { originated: false })).to.equal(undefined);
    bench.layer.clear(1, 16);
    bench.taken();
    bench.setup("cis");
    expect(bench.taken()).to.deep.equal(["setup cis"]);
  });

  it("takes as many as limits.calls says, refuses the next both ways with 42, and says so", () => {
    const bench = upBench();
    bench.config = { ...bench.config, limits: { calls: 2 } } as TrunkConfig;
    bench.setup("call");
    outgoing(bench, "cis");
    bench.setup("call");
    expect(bench.taken()).to.include("C42");
    expect(bench.layer.setup(trunk, "cis", setupElements("cis"), { originated: false })).to.equal(undefined);
    bench.layer.clear(1, 16);
    bench.taken();
    bench.setup("call");
    expect(bench.taken()).to.include("setup call");
  });

  it("opens none on a trunk it does not know, without a free reference, or with a SETUP too long to leave", () => {
    const bench = upBench();
    const options = { originated: false };
    expect(bench.layer.setup("nowhere", "cis", setupElements("cis"), options)).to.equal(undefined);
    bench.longest = 5;
    expect(bench.layer.setup(trunk, "cis", setupElements("cis"), options)).to.equal(undefined);
    bench.longest = 250;
    bench.opened = () => undefined as never;
    expect(bench.layer.setup(trunk, "cis", setupElements("cis"), options)).to.equal(undefined);
    expect(bench.openLegs.size + bench.timers.size).to.equal(0);
  });

  it("adds the channel of the SETUP, exclusive, to the first response that has none, and to no later one", () => {
    const bench = upBench();
    const connection = bench.setup("call", [speech, preferred]);
    bench.layer.send(connection, "CALL PROCEEDING", []);
    expect(lastSent(bench)).to.equal("CALL PROCEEDING | 18 03 a9 83 83");
    bench.layer.send(connection, "ALERTING", []);
    expect(lastSent(bench)).to.equal("ALERTING");
  });

  it("puts it where its identifier belongs, and leaves a channel of the user's alone", () => {
    const bench = upBench();
    const first = bench.setup("call", [speech, preferred]);
    bench.layer.send(first, "ALERTING", [causeElement(16), facilityElement, display]);
    expect(lastSent(bench)).to.equal("ALERTING | 08 02 81 90 | 18 03 a9 83 83 | 1c 01 9f | 28 01 41");
    const second = bench.setup("call", [speech, preferred]);
    bench.layer.send(second, "CONNECT", [bChannelElement(7)]);
    expect(lastSent(bench)).to.equal("CONNECT | 18 03 a9 83 87");
  });

  it("puts it before a shift: behind it, it would be an element of another codeset", () => {
    const bench = upBench();
    const connection = bench.setup("call", [speech, preferred]);
    const shift: InformationElement = { id: 0x90, codeset: 0, octets: Uint8Array.of(0x94) };
    const transitCounter: InformationElement = { id: 0x31, codeset: 4, octets: Uint8Array.of(0x31, 0x01, 0x81) };
    bench.layer.send(connection, "ALERTING", [shift, transitCounter]);
    expect(lastSent(bench)).to.equal("ALERTING | 18 03 a9 83 83 | 94 | 31 01 81");
  });

  it("answers CONNECT by CONNECT ACKNOWLEDGE itself, and is active at once on both sides (R7)", () => {
    const bench = upBench();
    const calling = outgoing(bench, "cis");
    bench.receive(calling, "CONNECT", [facilityElement]);
    expect(bench.taken()).to.deep.equal(["A", "d"]);
    const called = bench.setup("cis");
    bench.layer.send(called, "CONNECT", []);
    for (const connection of [calling, called]) {
      expect(bench.layer.isActive(connection)).to.equal(true);
      expect(bench.layer.isConnected(connection)).to.equal(true);
      bench.taken();
      bench.receive(connection, "FACILITY", [facilityElement]);
      expect(bench.taken()).to.deep.equal(["d"]);
    }
  });

  it("sends nothing under a connection it does not know, nor a message that opens or clears", () => {
    const bench = upBench();
    const connection = outgoing(bench, "call");
    expect(bench.layer.send(99, "FACILITY", [])).to.equal(false);
    expect(bench.layer.send(connection, "SETUP", [])).to.equal(false);
    expect(bench.layer.send(connection, "STATUS", [])).to.equal(false);
    bench.layer.clear(99, 16);
    expect(bench.taken()).to.deep.equal([]);
  });
});

describe("connection layer: clearing (R1)", () => {
  it("writes Cause first, unless the user's elements bring their own", () => {
    const bench = upBench();
    const own = causeElement(17, 5);
    bench.layer.clear(outgoing(bench, "cis"), 17, [facilityElement]);
    expect(lastSent(bench)).to.equal("RELEASE | 08 02 81 91 | 1c 01 9f");
    bench.layer.clear(outgoing(bench, "cis"), 17, [own, facilityElement]);
    expect(lastSent(bench)).to.equal("RELEASE | 08 02 85 91 | 1c 01 9f");
  });

  it("clears all the same where the user's elements are too long for the trunk, and says so", () => {
    const bench = upBench();
    const connection = outgoing(bench, "cis");
    bench.longest = 6;
    bench.layer.clear(connection, 16, [facilityElement]);
    expect(lastSent(bench)).to.equal("RELEASE | 08 02 81 90");
    expect(bench.alarms()).to.deep.equal(["RELEASE left without its 1 further elements: too long for one message"]);
  });

  it("puts CALL PROCEEDING and DISCONNECT where RELEASE COMPLETE would do, when asked to", () => {
    const bench = upBench();
    const connection = bench.setup("call");
    bench.taken();
    bench.layer.clear(connection, 17, [facilityElement], { disconnect: true });
    expect(bench.taken()).to.deep.equal(["P", "D17"]);
    expect(bench.sent.at(-2)?.draft.ies.map(hex)).to.deep.equal(["18 03 a9 83 81"]);
    bench.receive(connection, "RELEASE", [causeElement(17)]);
    expect(bench.taken()).to.deep.equal(["C17", "g"]);
  });

  it("counts a peer's clearing without Cause as 31 and answers DISCONNECT and RELEASE with 96", () => {
    const bench = upBench();
    bench.receive(outgoing(bench, "call"), "DISCONNECT");
    expect(bench.taken()).to.deep.equal(["R96", "t31m"]);
    bench.receive(outgoing(bench, "call"), "RELEASE");
    expect(bench.taken()).to.deep.equal(["C96", "t31m", "g"]);
    bench.receive(outgoing(bench, "call"), "RELEASE COMPLETE");
    expect(bench.taken()).to.deep.equal(["t31m", "g"]);
  });

  it("answers with 100 where the Cause cannot be read", () => {
    const bench = upBench();
    const broken: InformationElement = { id: 0x08, codeset: 0, octets: Uint8Array.of(0x08, 0x01, 0x81) };
    bench.receive(outgoing(bench, "call"), "DISCONNECT", [broken]);
    expect(bench.taken()).to.deep.equal(["R100", "t31m"]);
  });

  it("gives the user the peer's message with the clearing, but no STATUS", () => {
    const bench = upBench();
    bench.receive(outgoing(bench, "cis"), "RELEASE", [causeElement(16), facilityElement]);
    const cleared = bench.events.find((event) => event.type === "clearing");
    expect(cleared).to.have.nested.property("message.message", "RELEASE");
    const connection = outgoing(bench, "cis");
    bench.events.length = 0;
    bench.receive(connection, "STATUS", [
      causeElement(30, 0),
      { id: 0x14, codeset: 0, octets: Uint8Array.of(0x14, 1, 0) },
    ]);
    expect(bench.events[0]).to.deep.equal({
      type: "clearing",
      connection,
      trunk,
      cause: 41,
      reason: "protocolError",
    });
  });

  it("tells an answer only where it carries Facility elements", () => {
    const bench = upBench();
    const connection = outgoing(bench, "cis");
    bench.layer.clear(connection, 16);
    bench.taken();
    bench.receive(connection, "RELEASE COMPLETE", [causeElement(16)]);
    expect(bench.taken()).to.deep.equal(["g"]);
  });

  it("takes RELEASE meeting RELEASE as its answer (CC 5.7)", () => {
    const bench = upBench();
    const connection = outgoing(bench, "cis");
    bench.receive(connection, "CONNECT");
    bench.layer.clear(connection, 16, [facilityElement]);
    bench.taken();
    bench.receive(connection, "RELEASE", [causeElement(16), facilityElement]);
    expect(bench.taken()).to.deep.equal(["a", "g"]);
    expect(bench.timers.size + bench.openLegs.size).to.equal(0);
  });

  it("echoes its own cause, not the peer's, where it answers the peer's answer", () => {
    const bench = upBench();
    const connection = outgoing(bench, "call");
    bench.receive(connection, "CONNECT");
    bench.layer.clear(connection, 17);
    bench.receive(connection, "RELEASE", [causeElement(16)]);
    expect(find({ ies: bench.sent.at(-1)?.draft.ies ?? [] }, cause)?.cause).to.equal(17);
  });

  it("tells of a link once when it comes and goes, not when it is reset", () => {
    const bench = upBench();
    bench.link(true);
    bench.link(false);
    expect(bench.taken()).to.deep.equal(["linkDown"]);
  });

  it("never lets an unreadable message through, and says so", () => {
    const bench = upBench();
    const error = { code: "badHeader", offset: 0, path: "" } as const;
    bench.layer.handle({ type: "unreadable", trunk, error, octets: Uint8Array.of(1, 2) });
    expect(bench.alarms()).to.deep.equal(["a message of 2 octets cannot be read: badHeader"]);
  });
});
