import { expect } from "chai";
import type { LapdTrunkConfig } from "../../../src/config.ts";
import { LapdTrunk } from "../../../src/trunk/lapd.ts";
import { reopenTimes } from "../../../src/trunk/reconnect.ts";
import { octets, TrunkBench, trunk } from "./bench.ts";

const config: LapdTrunkConfig = {
  type: "lapd",
  role: "listen",
  host: "127.0.0.1",
  port: 0,
  side: "user",
  t309Ms: 6000,
};

function bench(change: Partial<LapdTrunkConfig> = {}): TrunkBench {
  const made = new TrunkBench(new LapdTrunk(trunk, { ...config, ...change }));
  made.handle({ type: "start" });
  return made;
}

/** A listening trunk whose link is up; its outputs and events so far are dropped. */
function upBench(change: Partial<LapdTrunkConfig> = {}): TrunkBench {
  const made = bench(change);
  made.handle({ type: "opened", channel: "in-1", by: "peer" });
  made.receive(octets(change.side === "network" ? "02 01 73" : "00 01 73"));
  expect(made.told()).to.deep.equal(["linkUp"]);
  made.taken();
  return made;
}

describe("trunk lapd: the channel", () => {
  it("asks for its channel at the start where it connects, and for none where it listens", () => {
    expect(bench({ role: "connect" }).taken()).to.deep.equal([
      { type: "open", id: 1, after: 0, trunk, channel: "out-1" },
    ]);
    expect(bench().taken()).to.deep.equal([]);
  });

  it("asks again after 250 ms, doubling to 5 s, and begins anew once the link was up", () => {
    const made = bench({ role: "connect" });
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 7; attempt++) {
      made.taken();
      made.handle({ type: "closed", channel: `out-${attempt}`, reason: "refused" });
      waits.push((made.timers.next() ?? 0) - made.now);
      made.advance(reopenTimes.mostMs);
    }
    expect(waits).to.deep.equal([250, 500, 1000, 2000, 4000, 5000, 5000]);
    made.handle({ type: "opened", channel: "out-8", by: "us" });
    made.receive(octets("00 01 73"), "out-8");
    made.handle({ type: "closed", channel: "out-8", reason: "reset" });
    expect(made.told()).to.deep.equal(["linkUp", "linkDown: reset"]);
    expect((made.timers.next() ?? 0) - made.now).to.equal(reopenTimes.firstMs);
  });

  it("takes another connection where it connects and the peer says nothing on this one", () => {
    const made = bench({ role: "connect" });
    made.handle({ type: "opened", channel: "out-1", by: "us" });
    made.taken();
    made.advance(4000);
    const reason = "the peer does not answer on layer 2";
    expect(made.taken().at(-1)).to.deep.equal({ type: "close", after: 0, trunk, channel: "out-1", reason });
    made.handle({ type: "closed", channel: "out-1", reason });
    made.advance(250);
    expect(made.taken()).to.deep.equal([{ type: "open", id: 2, after: 0, trunk, channel: "out-2" }]);
  });

  it("lets a newer connection replace the older", () => {
    const made = upBench();
    made.handle({ type: "opened", channel: "in-2", by: "peer" });
    expect(made.told()).to.deep.equal(["linkDown: replaced by a newer connection"]);
    expect(made.taken()).to.deep.equal([
      { type: "close", after: 0, trunk, channel: "in-1", reason: "replaced by a newer connection" },
      { type: "send", after: 0, trunk, channel: "in-2", pdu: { carrier: "lapd", octets: octets("00 01 7f") } },
    ]);
    made.handle({ type: "closed", channel: "in-1", reason: "replaced" });
    made.receive(octets("00 01 73"), "in-1");
    expect(made.told()).to.deep.equal([]);
    made.receive(octets("00 01 73"), "in-2");
    expect(made.told()).to.deep.equal(["linkUp"]);
  });

  it("refuses a peer that connects where we connect, and a channel not asked for", () => {
    const made = bench({ role: "connect" });
    made.taken();
    made.handle({ type: "opened", channel: "in-1", by: "peer" });
    made.handle({ type: "opened", channel: "out-9", by: "us" });
    expect(made.taken().map((output) => output.type)).to.deep.equal(["close", "close"]);
  });

  it("releases the link before it closes the channel when it is stopped, and stays stopped", () => {
    const made = upBench();
    made.handle({ type: "stop" });
    expect(made.frames()).to.deep.equal(["00 01 53"]);
    made.receive(octets("00 01 73"));
    expect(made.told()).to.deep.equal(["linkDown: the link was released"]);
    expect(made.taken()).to.deep.equal([
      { type: "close", after: 0, trunk, channel: "in-1", reason: "the trunk is stopped" },
    ]);
    expect(made.timers.size).to.equal(0);
    made.handle({ type: "opened", channel: "in-2", by: "peer" });
    expect(made.taken().map((output) => output.type)).to.deep.equal(["close"]);
  });
});
