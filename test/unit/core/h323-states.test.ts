import { expect } from "chai";
import { h323Timers } from "../../../src/trunk/h225-peers.ts";
import { outer } from "../h225/outer.ts";
import { H323Call, reference } from "./h323-calls.ts";
import { lines } from "./h323-relay.ts";

/** A call that fails at every peer of the east. */
function refused(): H323Call {
  const call = new H323Call();
  for (const peer of ["east/0", "east/1"]) call.relay.dead.add(peer);
  call.setup();
  return call;
}

describe("the state of an h323 trunk (R12)", () => {
  it("is up with the first message of a peer, not with its connection, and idle when nothing is connected", () => {
    const call = new H323Call();
    call.setup();
    expect(call.relay.states("east")).to.deep.equal([]);
    call.east("CALL PROCEEDING");
    expect(call.relay.states("east")).to.deep.equal(["up"]);
    const [channel = ""] = call.relay.open.get("east") ?? [];
    call.relay.give({ type: "closed", trunk: "east", channel, reason: "reset" });
    expect(call.relay.states("east")).to.deep.equal(["idle"]);
    expect(call.relay.core.nextTimeout(), "no timer of the trunk runs").to.not.equal(call.relay.now + 10_000);
  });

  it("is failing when a peer fails, though the next one may take the call", () => {
    const call = new H323Call();
    call.relay.dead.add("east/0");
    expect(lines(call.setup())).to.deep.equal(["east SETUP [SETUP]"]);
    expect([...(call.relay.open.get("east") ?? [])]).to.deep.equal(["out-2/1"]);
    expect(call.relay.states("east")).to.deep.equal(["failing"]);
    call.east("CALL PROCEEDING");
    expect(call.relay.states("east")).to.deep.equal(["up"]);
  });

  it("is down when all peers have failed for 60 s, and told once; then calls are refused with 27 at once", () => {
    const call = refused();
    call.relay.pass(h323Timers.downMs - 1);
    expect(call.relay.states("east")).to.deep.equal(["failing"]);
    call.relay.pass(1);
    const told = call.relay.alarms();
    expect(told).to.deep.equal(["no peer can be reached for 60 s: the trunk is down"]);
    expect(call.relay.states("east")).to.deep.equal(["down"]);
    call.relay.taken();
    expect(lines(call.setup())).to.deep.equal(["west RELEASE COMPLETE [RELEASE COMPLETE]"]);
    call.relay.pass(10 * h323Timers.downMs);
    expect(call.relay.alarms()).to.not.include(told[0]);
  });

  it("comes back when a peer takes connections again, or speaks", () => {
    const call = refused();
    call.relay.pass(h323Timers.downMs);
    call.relay.states("east");
    call.relay.dead.delete("east/1");
    call.relay.pass(2 * h323Timers.probeMs);
    expect(call.relay.states("east")).to.deep.equal(["idle"]);
    expect([...(call.relay.open.get("east") ?? [])], "the probe is closed").to.deep.equal([]);
    const other = refused();
    other.relay.pass(h323Timers.downMs);
    other.relay.states("east");
    other.relay.give({ type: "opened", trunk: "east", channel: "in-1", by: "peer" });
    other.relay.receive("east", "in-1", outer("FACILITY", reference(0, 99)));
    expect(other.relay.states("east")).to.deep.equal(["up"]);
  });

  it("stays failing while something is connected: calls that stand are not touched", () => {
    const call = new H323Call();
    call.connect();
    for (const peer of ["east/0", "east/1"]) call.relay.dead.add(peer);
    call.another("in-2");
    call.relay.pass(3 * h323Timers.downMs);
    call.relay.taken();
    call.relay.pass(3 * h323Timers.downMs);
    expect(call.relay.states("east").at(-1)).to.equal("failing");
    expect(lines(call.east("FACILITY", { inner: "1c099fa106020101020128" }).sent)).to.deep.equal([
      "west FACILITY [FACILITY]",
    ]);
  });

  it("is asked for every 10 s at one of the peers that failed, in turn", () => {
    const call = refused();
    call.relay.pass(3 * h323Timers.probeMs);
    const due = ["out-1/0", "out-2/1", "probe-1/0", "probe-2/1", "probe-3/0"];
    expect(call.relay.asked).to.deep.equal(due);
  });
});
