import { expect } from "chai";
import { encodeIua } from "../../../codecs/iua/index.ts";
import { decodeMessage, type Message } from "../../../codecs/q931/index.ts";
import { DecodeError } from "../../../codecs/error.ts";
import { IuaTrunk } from "../../../src/trunk/iua.ts";
import { iuaTimers } from "../../../src/trunk/iua-timers.ts";
import { hex, octets, TrunkBench, trunk } from "./bench.ts";
import { aspConfig, IuaWire } from "./iua-wire.ts";

/** Both ends are established; what crossed and was told so far is dropped. */
function upWire(identifiers: readonly (number | string)[] = [1], processes = 1): IuaWire {
  const wire = new IuaWire(identifiers, processes);
  wire.start();
  for (const end of [wire.asp, wire.sg]) {
    expect(end.told()).to.deep.equal(identifiers.map(() => "linkUp"));
  }
  wire.taken();
  return wire;
}

const setup = { message: "SETUP", ies: [] } as const;

function openLeg(bench: TrunkBench): number {
  return bench.machine.openLeg(bench) ?? expect.fail("no leg");
}

describe("trunk iua: the way up", () => {
  it("is ASPUP, ASPAC, ESTABLISH, each acknowledged; the links on streams of their own (RFC 4233 4.3)", () => {
    const wire = new IuaWire([1, "trunk/7"]);
    wire.start();
    expect(wire.taken()).to.deep.equal([
      "> ASPUP 0",
      "< ASPUP ACK 0",
      "< NTFY 0",
      "> ASPAC 0",
      "< ASPAC ACK 0",
      "< NTFY 0",
      "> ESTABLISH request 1",
      "> ESTABLISH request 2",
      "< ESTABLISH confirm 1",
      "< ESTABLISH confirm 2",
    ]);
    expect(wire.asp.told()).to.deep.equal(["linkUp", "linkUp"]);
    expect(wire.sg.told()).to.deep.equal(["linkUp", "linkUp"]);
  });

  it("writes the octets of RFC 4233 (vectors: ASPUP with identifier 17, ASPAC, ESTABLISH request)", () => {
    const bench = new TrunkBench(new IuaTrunk(trunk, { ...aspConfig, aspIdentifier: 17 }));
    bench.handle({ type: "start" });
    bench.handle({ type: "opened", channel: "out-1", by: "us" });
    bench.receiveIua("01000304 00000008");
    bench.receiveIua("01000403 00000018 000b000800000001 0001000800000001");
    expect(bench.frames().map((each) => each.replaceAll(" ", ""))).to.deep.equal([
      "01000301000000100011000800000011",
      "0100040100000018000b0008000000010001000800000001",
      "010005050000001800010008000000010005000800010000",
    ]);
  });

  it("repeats what is not acknowledged every 2 s, five times in all, then opens another association", () => {
    const wire = new IuaWire();
    wire.open = true;
    const bench = new TrunkBench(new IuaTrunk(trunk, aspConfig));
    bench.handle({ type: "start" });
    bench.handle({ type: "opened", channel: "out-1", by: "us" });
    bench.taken();
    bench.advance(4 * iuaTimers.ackMs);
    expect(bench.frames().filter((each) => each.startsWith("01 00 03 01"))).to.have.length(4);
    bench.advance(iuaTimers.ackMs);
    expect(bench.taken().find(({ type }) => type === "close")).to.deep.include({ channel: "out-1" });
    expect(bench.alarms()).to.deep.equal(["no acknowledgement after 5 requests"]);
    bench.advance(250);
    expect(bench.taken()).to.deep.include({ type: "open", id: 2, after: 0, trunk, channel: "out-2" });
  });

  it("is begun anew where the peer has forgotten the process (ERR unexpected message)", () => {
    const wire = upWire();
    wire.asp.receiveIua(hex(encodeIua("ERR", [{ tag: 12, value: Uint8Array.of(0, 0, 0, 6) }])), "out-1");
    wire.settle();
    expect(wire.asp.told()).to.deep.equal(["linkDown: the peer stopped the traffic", "linkUp"]);
    // The second is the gateway's: ASPUP came from a process that was active (4.3.4.1).
    expect(wire.asp.alarms()).to.deep.equal(["the peer reports IUA error 6", "the peer reports IUA error 6"]);
    expect(wire.taken().slice(0, 2)).to.deep.equal(["> ASPUP 0", "< ASPUP ACK 0"]);
  });

  it("is refused to a process that names an interface that is not ours", () => {
    const bench = new TrunkBench(new IuaTrunk(trunk, { ...aspConfig, role: "sg" }));
    bench.handle({ type: "opened", channel: "in-1", by: "peer" });
    bench.receiveIua("01000301 00000008", "in-1");
    bench.taken();
    bench.receiveIua("01000401 00000010 0001000800000009", "in-1");
    expect(bench.frames()).to.deep.equal([hex(encodeIua("ERR", [{ tag: 12, value: Uint8Array.of(0, 0, 0, 2) }]))]);
  });
});

describe("trunk iua: calls", () => {
  it("carry messages both ways, each link with call references of its own", () => {
    const wire = upWire([1, 2]);
    const legs = [openLeg(wire.asp), openLeg(wire.asp), openLeg(wire.asp)];
    for (const leg of legs) expect(wire.asp.machine.send(leg, setup, wire.asp)).to.equal(true);
    wire.settle();
    expect(wire.taken()).to.deep.equal(["> DATA request 1", "> DATA request 2", "> DATA request 1"]);
    expect(wire.sg.told()).to.deep.equal(["setup 1 SETUP 1/0", "setup 2 SETUP 1/0", "setup 3 SETUP 2/0"]);
    expect([1, 2, 3].map((leg) => wire.sg.machine.linkOf?.(leg))).to.deep.equal([0, 1, 0]);
    expect(wire.sg.machine.send(2, { message: "CALL PROCEEDING", ies: [] }, wire.sg)).to.equal(true);
    wire.settle();
    expect(wire.taken()).to.deep.equal(["< DATA indication 2"]);
    expect(wire.asp.told()).to.deep.equal(["message 2 CALL PROCEEDING 1/1"]);
    wire.asp.machine.closeLeg(2, wire.asp);
    expect(wire.asp.machine.legs).to.equal(2);
  });

  it("are answered on the link that an unknown reference came on", () => {
    const wire = upWire([1, 2]);
    const [event] = [...unknown(wire)];
    expect(event?.link).to.equal(1);
    wire.sg.machine.sendUnder({ value: 5, flag: 1, length: 2 }, { message: "RELEASE COMPLETE", ies: [] }, wire.sg, 1);
    wire.settle();
    expect(wire.taken().at(-1)).to.equal("< DATA indication 2");
  });

  it("are told apart by link when one goes down: the peer releases interface 1", () => {
    const wire = upWire([1, 2]);
    openLeg(wire.asp);
    wire.asp.receiveIua("0100050a 00000020 0001000800000001 0005000800010000 000f000800000001", "out-1");
    expect(wire.asp.events.splice(0)).to.deep.equal([
      { type: "linkDown", trunk, link: 0, reason: "the peer released the data link: physical layer" },
    ]);
    expect(wire.asp.machine.up).to.equal(true);
    // New calls take the other link, and the first is asked for again.
    expect(wire.asp.machine.linkOf?.(openLeg(wire.asp))).to.equal(1);
    wire.advance(iuaTimers.establishMs);
    expect(wire.asp.told()).to.deep.equal(["linkUp"]);
  });

  it("are not sent while the link is down, and none is opened", () => {
    const wire = new IuaWire();
    expect(wire.asp.machine.openLeg(wire.asp)).to.equal(undefined);
    expect(wire.asp.machine.sendUnder({ value: 1, flag: 0, length: 2 }, setup, wire.asp)).to.equal(false);
    expect(wire.taken()).to.deep.equal([]);
  });

  it("find the trunk congested while the association cannot write", () => {
    const wire = upWire();
    expect(wire.asp.machine.congested).to.equal(false);
    wire.asp.handle({ type: "flow", channel: "out-1", writable: false });
    expect(wire.asp.machine.congested).to.equal(true);
    wire.asp.handle({ type: "flow", channel: "out-1", writable: true });
    expect(wire.asp.machine.congested).to.equal(false);
  });
});

describe("trunk iua: another process (override)", () => {
  it("takes the traffic over, and the calls of the gateway do not hear of it", () => {
    const wire = upWire([1], 2);
    wire.start(2);
    const [, second] = wire.asps;
    expect(wire.taken()).to.include("< NTFY 0");
    expect(wire.asp.told()).to.deep.equal(["linkDown: the peer stopped the traffic"]);
    expect(second?.told()).to.deep.equal(["linkUp"]);
    expect(wire.sg.told()).to.deep.equal(["linkUp"]);
  });

  for (const ending of ["is cut off", "says goodbye"] as const) {
    it(`stands by, and takes over when the one that took over from it ${ending}: the gateway asks it to`, () => {
      const wire = upWire([1], 2);
      wire.start(2);
      const [first, second] = wire.asps;
      if (first === undefined || second === undefined) throw new Error("two processes");
      for (const bench of [wire.sg, first, second]) bench.told();
      wire.taken();
      if (ending === "is cut off") wire.cut(second);
      else {
        second.handle({ type: "stop" });
        wire.settle();
      }
      expect(wire.taken()).to.include.members(["< NTFY 0", "> ASPAC 0", "< ASPAC ACK 0"]);
      expect(first.told()).to.deep.equal(["linkUp"]);
      expect(wire.sg.told()).to.deep.equal(["linkUp"]);
      wire.sg.advance(iuaTimers.recoveryMs);
      expect(wire.sg.told()).to.deep.equal([]);
    });
  }

  it("takes over within T(r) when the first is gone; after T(r) the links are down", () => {
    const wire = upWire([1], 2);
    const [first, second] = wire.asps;
    if (first === undefined || second === undefined) throw new Error("two processes");
    wire.cut(first);
    expect(first.told()).to.deep.equal(["linkDown: cut"]);
    wire.sg.advance(iuaTimers.recoveryMs - 1);
    expect(wire.sg.told()).to.deep.equal([]);
    second.handle({ type: "start" });
    wire.settle();
    expect(wire.sg.told()).to.deep.equal(["linkUp"]);
    wire.cut(second);
    wire.sg.advance(iuaTimers.recoveryMs);
    expect(wire.sg.told()).to.deep.equal(["linkDown: no process took over within T(r)"]);
  });
});

describe("trunk iua: signs of life", () => {
  it("are BEATs every 5 s, answered with what they carried", () => {
    const wire = upWire();
    wire.advance(iuaTimers.beatMs);
    expect(wire.taken().sort()).to.deep.equal(["< BEAT 0", "< BEAT ACK 0", "> BEAT 0", "> BEAT ACK 0"]);
    wire.asp.taken();
    wire.asp.receiveIua("01000303 00000010 000900080000002a", "out-1");
    expect(wire.asp.frames().map((each) => each.replaceAll(" ", ""))).to.deep.equal([
      "0100030600000010000900080000002a",
    ]);
  });

  it("end a dead association after two: it is closed, and another one opened", () => {
    const wire = upWire();
    wire.open = false;
    wire.advance(3 * iuaTimers.beatMs);
    expect(wire.asp.told()).to.deep.equal(["linkDown: no answer to 2 BEATs"]);
    expect(wire.asp.alarms()).to.include("no answer to 2 BEATs");
    wire.open = true;
    wire.advance(10_000);
    expect(wire.asp.told()).to.deep.equal(["linkUp"]);
  });

  it("say goodbye: ASPDN before the association is closed", () => {
    const wire = upWire();
    wire.asp.handle({ type: "stop" });
    expect(
      wire.asp.taken().map((each) => (each.type === "send" ? hex(each.pdu.octets).slice(0, 11) : each.type)),
    ).to.deep.equal(["01 00 03 02", "close"]);
  });
});

describe("trunk iua: what no peer should send", () => {
  for (const [what, text] of [
    ["nothing", ""],
    ["an unknown class", "01000901 00000008"],
    ["an unknown type", "0100030f 00000008"],
    ["DATA without an interface", "01000502 00000010 0005000800010000"],
    ["DATA of an interface that is not ours", "01000502 00000018 0001000800000063 0005000800010000"],
    ["DATA without data", "01000502 00000018 0001000800000001 0005000800010000"],
    ["a message of the other role", "01000401 00000008"],
    ["another version", "02000304 00000008"],
  ] as const) {
    it(`${what} changes nothing and is told`, () => {
      const wire = upWire();
      const before = wire.asp.traces.length;
      wire.asp.receiveIua(text, "out-1");
      expect(wire.asp.told()).to.deep.equal([]);
      expect(wire.asp.machine.up).to.equal(true);
      expect(wire.asp.traces.length + wire.asp.taken().length).to.be.above(before);
    });
  }

  it("traffic before the process is active is answered with ERR unexpected message", () => {
    const bench = new TrunkBench(new IuaTrunk(trunk, { ...aspConfig, role: "sg" }));
    bench.handle({ type: "opened", channel: "in-1", by: "peer" });
    bench.receiveIua("01000505 00000018 0001000800000001 0005000800010000", "in-1");
    expect(bench.frames()).to.deep.equal([hex(encodeIua("ERR", [{ tag: 12, value: Uint8Array.of(0, 0, 0, 6) }]))]);
    expect(bench.told()).to.deep.equal([]);
  });
});

/** A message under a reference that nobody uses, on interface 2: what the gateway is told. */
function unknown(wire: IuaWire): TrunkBench["events"] {
  const status = decodeMessage(octets("08 02 00 05 7d"));
  if (status instanceof DecodeError) throw new Error(status.code);
  const { callReference } = status as Message;
  wire.asp.machine.sendUnder(callReference, { message: "STATUS", ies: [] }, wire.asp, 1);
  wire.settle();
  return wire.sg.events.splice(0);
}
