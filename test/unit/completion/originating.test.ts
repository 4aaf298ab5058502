import { expect } from "chai";
import { describe, it } from "mocha";
import { facilityHex, step } from "./flows.ts";
import { busy, idle, servingA, setupIes } from "./world.ts";
import type { Settings, World } from "./world.ts";

const a = "west/1001";

/** A calls B, who is busy, and asks for call back; the request is connection 3. */
function asked(settings: Settings = {}): World {
  const world = servingA(settings);
  world.call("west", setupIes("1001", "2001"))?.clear("to", 17);
  world.take();
  world.press(a, "callBack");
  return world;
}

/** The request was accepted in CONNECT. */
function retained(settings: Settings = {}): World {
  const world = asked(settings);
  world.receive(3, "CALL PROCEEDING");
  world.receive(3, "CONNECT", step("F1-ccbs-retain", 8).ies);
  world.line(a, idle);
  world.take();
  return world;
}

/** The request was accepted in RELEASE. */
function released(settings: Settings = { our: { connectionProposal: "release" } }): World {
  const world = asked(settings);
  world.receive(3, "CALL PROCEEDING");
  world.receive(3, "RELEASE", step("F2-ccbs-release", 8).ies);
  world.line(a, idle);
  world.take();
  return world;
}

const execFacility = () => step("F1-ccbs-retain", 10).ies;
const execSetup = () => step("F2-ccbs-release", 10).ies;

describe("originating side: flows with libpri as user B's PINX", () => {
  it("F1: CCBS, connection retained, to the end", () => {
    const world = servingA();
    const first = world.call("west", setupIes("1001", "2001"));
    world.expect("relay east 1001>2001");
    first?.clear("to", 17);
    world.press(a, "callBack");
    world.expect("3 SETUP 1001>2001 ccbsRequest(1) 1001>2001 retain");
    world.receive(3, "CALL PROCEEDING");
    world.receive(3, "CONNECT", step("F1-ccbs-retain", 8).ies);
    world.expect("watch west/1001", "screen west/1001: CallBack is activated on 2001");
    world.line(a, idle);
    world.receive(3, "FACILITY", execFacility());
    world.expect("screen west/1001: 2001 has become available (sound)");
    world.press(a, "dial");
    world.expect("place west/1001 to 2001");
    world.line(a, busy);
    const recall = world.call("west", setupIes("1001", "2001"));
    world.expect("screen west/1001: nothing", "relay east 1001>2001 ccRingout(1)");
    recall?.alert();
    world.expect();
    recall?.answer();
    world.expect("3 RELEASE 16 ccCancel(2)", "unwatch west/1001");
    recall?.clear("from", 16);
    expect(world.states).to.deep.equal([]);
    expect(world.timers).to.equal(0);
  });

  it("F2: CCBS, connection released; ccExecPossible comes in a SETUP", () => {
    const world = released();
    expect(world.states).to.deep.equal(["originating Active"]);
    const connection = world.cis("east", execSetup());
    world.expect("4 CALL PROCEEDING", "4 CONNECT", "screen west/1001: 2001 has become available (sound)");
    world.press(a, "dial");
    const recall = world.call("west", setupIes("1001", "2001"))?.alert();
    world.expect("place west/1001 to 2001", "screen west/1001: nothing", "relay east 1001>2001 ccRingout(1)");
    world.receive(connection, "RELEASE", step("F2-ccbs-release", 17).ies);
    world.expect("unwatch west/1001");
    recall?.answer();
    expect(world.states).to.deep.equal([]);
    expect(world.timers).to.equal(0);
  });

  it("writes its APDUs as libpri writes them, octet for octet but the invoke id", () => {
    const world = retained();
    world.receive(3, "FACILITY", execFacility());
    world.press(a, "cancel");
    const sent = world.connections.sent.filter(({ connection }) => connection === 3);
    expect(sent.map(({ message }) => message)).to.deep.equal(["SETUP", "RELEASE"]);
    expect(facilityHex(sent[0]?.ies ?? [])).to.deep.equal(facilityHex(step("F1-ccbs-retain", 6).ies));
    expect(facilityHex(sent[1]?.ies ?? [])).to.deep.equal(facilityHex(step("G6-T3-expiry", 11).ies));
  });
});
