import { expect } from "chai";
import type { NeighbourConfig } from "../../../src/config.ts";
import { createTrunk } from "../../../src/trunk/registry.ts";
import { hex, octets, TrunkBench, trunk } from "./bench.ts";

function demo(): TrunkBench {
  const bench = new TrunkBench(createTrunk({ name: trunk, trunk: { type: "demo" } } as NeighbourConfig));
  bench.handle({ type: "start" });
  return bench;
}

function upDemo(): TrunkBench {
  const bench = demo();
  bench.taken();
  bench.handle({ type: "opened", channel: "demo", by: "us" });
  expect(bench.told()).to.deep.equal(["linkUp"]);
  return bench;
}

describe("trunk demo", () => {
  it("asks for its channel and is up with it, down without it", () => {
    const bench = demo();
    expect(bench.taken()).to.deep.equal([{ type: "open", id: 1, after: 0, trunk, channel: "demo" }]);
    expect(bench.machine.up).to.equal(false);
    bench.handle({ type: "opened", channel: "demo", by: "us" });
    expect(bench.machine.up).to.equal(true);
    bench.handle({ type: "closed", channel: "demo", reason: "over" });
    expect(bench.told()).to.deep.equal(["linkUp", "linkDown: over"]);
    expect(bench.machine.up).to.equal(false);
  });

  it("carries whole messages both ways under the references of the multiplex", () => {
    const bench = upDemo();
    bench.receive(octets("08 02 00 01 05"), "demo", "qsig");
    expect(bench.told()).to.deep.equal(["setup 1 SETUP 1/0"]);
    const leg = bench.machine.openLeg(bench);
    expect(leg).to.equal(2);
    bench.machine.send(1, { message: "CALL PROCEEDING", ies: [] }, bench);
    bench.machine.send(2, { message: "SETUP", ies: [] }, bench);
    const sent = bench.taken().map((output) => (output.type === "send" ? hex(output.pdu.octets) : output.type));
    expect(sent).to.deep.equal(["08 02 80 01 02", "08 02 00 01 05"]);
    expect(bench.traces.map((entry) => (entry.type === "message" ? entry.direction : entry.type))).to.deep.equal([
      "in",
      "leniency",
      "out",
      "out",
    ]);
  });

  it("is congested while its channel takes no more messages", () => {
    const bench = upDemo();
    bench.handle({ type: "flow", channel: "demo", writable: false });
    expect(bench.machine.congested).to.equal(true);
    bench.handle({ type: "flow", channel: "demo", writable: true });
    expect(bench.machine.congested).to.equal(false);
  });

  it("sends nothing without its channel, or for a leg that is closed", () => {
    const bench = upDemo();
    const leg = bench.machine.openLeg(bench) ?? 0;
    bench.machine.closeLeg(leg, bench);
    expect(bench.machine.send(leg, { message: "SETUP", ies: [] }, bench)).to.equal(false);
    bench.handle({ type: "closed", channel: "demo", reason: "over" });
    const draft = { message: "RELEASE COMPLETE", ies: [] } as const;
    expect(bench.machine.sendUnder({ value: 1, flag: 1, length: 2 }, draft, bench)).to.equal(false);
    expect(bench.traces).to.deep.equal([]);
  });

  it("tells of a message it cannot read", () => {
    const bench = upDemo();
    bench.receive(octets("09 00"), "demo", "qsig");
    expect(bench.told()).to.deep.equal(["unreadable badHeader"]);
  });

  it("closes its channel when it is stopped", () => {
    const bench = upDemo();
    bench.handle({ type: "stop" });
    expect(bench.taken().map((output) => output.type)).to.deep.equal(["open", "close"].slice(1));
  });
});
