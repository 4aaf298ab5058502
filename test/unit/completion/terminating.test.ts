import { expect } from "chai";
import { describe, it } from "mocha";
import { facilityHex, step } from "./flows.ts";
import { busy, idle, servingB, setupIes } from "./world.ts";
import type { Settings, World } from "./world.ts";

const b = "west/2001";

/** A calls B, who is busy; the call is connections 1 and 2. */
function failedCall(settings: Settings = {}): World {
  const world = servingB(settings);
  world.call("east", setupIes("1001", "2001"))?.clear("to", 17);
  world.take();
  return world;
}

/** The request was accepted in CONNECT, connection 3; B is busy. */
function retained(settings: Settings = {}): World {
  const world = failedCall(settings);
  world.cis("east", step("F1-ccbs-retain", 6).ies);
  world.line(b, busy);
  world.receive(3, "CONNECT ACKNOWLEDGE");
  world.take();
  return world;
}

describe("terminating side: flows with libpri as user A's PINX", () => {
  it("F1: CCBS, connection retained, to the end", () => {
    const world = failedCall();
    world.cis("east", step("F1-ccbs-retain", 6).ies);
    world.expect("3 CALL PROCEEDING", "watch west/2001");
    world.line(b, busy);
    world.expect("3 CONNECT result(2)");
    world.receive(3, "CONNECT ACKNOWLEDGE");
    world.line(b, { ...idle, uses: 1 });
    world.pass(2999);
    world.expect();
    world.pass(1);
    world.expect("3 FACILITY ccExecPossible(1)");
    const recall = world.call("east", step("F1-ccbs-retain", 11).ies);
    world.expect("relay west 1001>2001 callingName(5)");
    recall?.alert().answer();
    world.expect("3 RELEASE 16 ccCancel(2)", "unwatch west/2001");
    recall?.clear("to", 16);
    expect(world.states).to.deep.equal([]);
    expect(world.timers).to.equal(0);
  });

  it("F2: CCBS, connection released; ccExecPossible goes in a SETUP", () => {
    const world = failedCall();
    world.cis("east", step("F2-ccbs-release", 6).ies);
    world.line(b, busy);
    world.expect("3 CALL PROCEEDING", "watch west/2001", "3 RELEASE 16 result(2)");
    world.line(b, idle);
    world.pass(3000);
    world.expect("4 SETUP 2001>1001 ccExecPossible(1) full 1001>2001");
    world.receive(4, "CALL PROCEEDING");
    const recall = world.call("east", step("F2-ccbs-release", 12).ies)?.alert();
    world.expect("relay west 1001>2001 callingName(5)");
    recall?.answer();
    world.expect("4 RELEASE 16 ccCancel(2)", "unwatch west/2001");
    expect(world.states).to.deep.equal([]);
    expect(world.timers).to.equal(0);
  });

  it("writes its APDUs as libpri writes them, octet for octet but the invoke id", () => {
    const world = retained();
    world.line(b, idle);
    world.pass(3000);
    const sent = world.connections.sent.filter(({ connection }) => connection === 3).map(({ ies }) => facilityHex(ies));
    expect(sent).to.deep.equal([
      [],
      facilityHex(step("F1-ccbs-retain", 8).ies),
      facilityHex(step("F1-ccbs-retain", 10).ies),
    ]);
  });
});
