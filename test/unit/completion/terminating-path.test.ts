import { expect } from "chai";
import { describe, it } from "mocha";
import { causeElement } from "../../../codecs/q931/make.ts";
import { cleared, heldB, notifiedB, pathSetup, reserving, ringout } from "./path-steps.ts";
import { b, ccCancel, requestOf } from "./terminating-steps.ts";
import { busy, Call, idle, servingB } from "./world.ts";
import type { World } from "./world.ts";

const retains = { our: { retainService: true } };

/** B rings: the call that the path became. */
function rung(world: World): Call {
  world.receive(2, "FACILITY", ringout());
  if (world.relayed === undefined) throw new Error("the path was not relayed");
  return new Call(world, world.relayed);
}

describe("terminating side: path reservation (R10)", () => {
  it("promises a path, holds it, and rings B on ccRingout in FACILITY", () => {
    const world = servingB(reserving);
    world.cis("east", requestOf("1001", "2001", { retainSigConnection: true }));
    world.line(b, busy);
    world.expect("1 CALL PROCEEDING", "watch west/2001", "1 CONNECT result(7) path");
    world.line(b, idle);
    world.pass(3000);
    world.expect("1 FACILITY ccExecPossible(1)");
    expect(world.call("east", pathSetup())).to.equal(undefined);
    world.expect("2 CALL PROCEEDING", "2 FACILITY result(5) path");
    expect(world.states).to.deep.equal(["terminating PathReserved"]);
    const recall = rung(world);
    world.expect("relay west 1001>2001");
    recall.alert().answer();
    world.expect("1 RELEASE 16 ccCancel(2)", "unwatch west/2001");
    expect(world.timers).to.equal(0);
  });

  it("promises none where the policy, the peer or the neighbour we serve does not allow it, and refuses it", () => {
    for (const settings of [{ our: { noPathReservation: true } }, { peer: {} }, { cluster: {} }]) {
      const world = servingB({ ...reserving, ...settings });
      world.cis("east", requestOf("1001", "2001", { retainSigConnection: true }));
      world.line(b, idle);
      expect(world.take()).to.include("1 CONNECT result(7)");
      world.call("east", pathSetup());
      world.expect("2 RELEASE COMPLETE 16 error failedDueToInterworking(5)");
      expect(world.states).to.deep.equal(["terminating Monitoring"]);
    }
  });

  it("B busy: 17 and remoteUserBusyAgain; monitored again where both agreed", () => {
    const world = notifiedB();
    world.line(b, busy);
    world.call("east", pathSetup());
    world.expect(
      "2 CALL PROCEEDING",
      "2 DISCONNECT 17 error remoteUserBusyAgain(5)",
      "1 RELEASE 16 ccCancel(2)",
      "unwatch west/2001",
    );
    const kept = notifiedB(retains, true);
    kept.line(b, busy);
    kept.call("east", pathSetup());
    kept.expect("2 CALL PROCEEDING", "2 DISCONNECT 17 error remoteUserBusyAgain(5)");
    kept.line(b, idle);
    kept.pass(3000);
    kept.expect("1 FACILITY ccExecPossible(2)");
  });

  it("R9: B becomes busy while the path is held", () => {
    const world = heldB();
    world.line(b, busy);
    world.expect("2 DISCONNECT 17 error remoteUserBusyAgain(5)", "1 RELEASE 16 ccCancel(2)", "unwatch west/2001");
    const kept = heldB(retains, true);
    kept.line(b, busy);
    kept.expect("2 DISCONNECT 17 error remoteUserBusyAgain(5)");
    expect(kept.states).to.deep.equal(["terminating Monitoring"]);
  });

  it("B was ringing when the path was held, and talks when ccRingout comes", () => {
    const world = notifiedB();
    world.line(b, { ...idle, ringingIn: 1 });
    world.call("east", pathSetup());
    world.line(b, busy);
    world.take();
    world.receive(2, "FACILITY", ringout());
    world.expect("2 DISCONNECT 17 error remoteUserBusyAgain(6)", "1 RELEASE 16 ccCancel(2)", "unwatch west/2001");
  });

  it("R9: T_HOLD clears with 102 and ends the service", () => {
    const world = heldB();
    world.pass(60_000);
    world.expect("2 DISCONNECT 102", "1 RELEASE 16 ccCancel(2)", "unwatch west/2001");
    expect(world.timers).to.equal(0);
  });

  it("A's DISCONNECT says how it goes on: ccSuspend, ccCancel, or nothing", () => {
    const suspended = heldB();
    suspended.receive(2, "DISCONNECT", cleared(16, "ccSuspend"));
    expect(suspended.states).to.deep.equal(["terminating Suspended"]);
    const cancelled = heldB();
    cancelled.receive(2, "DISCONNECT", cleared(16, "ccCancel"));
    cancelled.expect("1 RELEASE 16", "unwatch west/2001");
    const silent = heldB();
    silent.receive(2, "DISCONNECT", cleared(16));
    silent.expect();
    silent.pass(1);
    silent.expect("1 FACILITY ccExecPossible(2)");
  });

  it("R20: without a number of A nothing is left to wait for when path and connection are gone", () => {
    const world = servingB(reserving);
    world.cis("east", requestOf("1001", "2001", { withheld: true }));
    world.line(b, idle);
    world.pass(3000);
    world.call("east", pathSetup(""));
    world.receive(1, "RELEASE", [causeElement(16)]);
    expect(world.states).to.deep.equal(["terminating PathReserved"]);
    world.receive(2, "DISCONNECT", cleared(16));
    expect(world.states).to.deep.equal([]);
  });

  it("ccCancel on the connection while the path is held clears the path", () => {
    const world = heldB();
    world.receive(1, "RELEASE", ccCancel());
    world.expect("2 DISCONNECT 16", "unwatch west/2001");
    const operator = heldB();
    operator.layer.cancel("r1");
    operator.expect("2 DISCONNECT 16", "1 RELEASE 16 ccCancel(2)", "unwatch west/2001");
  });

  it("ccSuspend on the connection while the path is held clears the path", () => {
    const world = heldB();
    world.receive(1, "FACILITY", cleared(16, "ccSuspend").slice(1));
    world.expect("2 DISCONNECT 16");
    expect(world.states).to.deep.equal(["terminating Suspended"]);
  });

  it("one path a service: a second one is busy", () => {
    const world = heldB();
    world.call("east", pathSetup());
    world.expect("3 CALL PROCEEDING", "3 DISCONNECT 17 error remoteUserBusyAgain(5)");
    expect(world.states).to.deep.equal(["terminating PathReserved"]);
  });

  it("the trunk to B's cluster is down when ccRingout comes: the call fails, the service ends", () => {
    const world = heldB();
    world.connections.down.add("west");
    world.receive(2, "FACILITY", ringout());
    world.expect("2 DISCONNECT 27", "1 RELEASE 16 ccCancel(2)", "unwatch west/2001");
  });

  it("R26: after a restart the path is gone and B is monitored again", () => {
    const before = heldB();
    const world = servingB(reserving);
    world.now = before.now;
    world.layer.restore([...before.store.values()]);
    world.expect("watch west/2001");
    world.line(b, idle);
    world.pass(3000);
    world.expect("1 SETUP 2001>1001 ccExecPossible(1) full 1001>2001");
  });

  it("R17: unmatched, it is refused with failedDueToInterworking", () => {
    const world = servingB(reserving);
    world.call("east", pathSetup());
    world.expect("1 RELEASE COMPLETE 16 error failedDueToInterworking(5)");
  });
});
