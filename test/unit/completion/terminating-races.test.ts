import { expect } from "chai";
import { describe, it } from "mocha";
import { causeElement } from "../../../codecs/q931/make.ts";
import { step } from "./flows.ts";
import {
  b,
  ccResume,
  ccSuspend,
  notified,
  notifiedBySetup,
  recallSetup,
  released,
  requestReleased,
  retained,
  recallOf,
  requestOf,
} from "./terminating-steps.ts";
import { busy, idle, servingB, setupIes } from "./world.ts";

describe("terminating side: two users call in the same moment (S-43, S-44)", () => {
  /** Both have been told; the monitor says nothing of either call yet. */
  function bothCall(busyTrigger: number) {
    const world = servingB({ cluster: { busyTrigger } });
    for (const a of ["1001", "1003"]) {
      world.call("east", setupIes(a, "2001"))?.clear("to", 17);
      world.cis("east", requestOf(a, "2001", { retainSigConnection: true }));
      world.line(b, busy);
    }
    world.line(b, idle);
    world.pass(3000);
    expect(world.states).to.deep.equal(Array(2).fill("terminating Notified"));
    world.call("east", recallOf("1001", "2001"));
    world.take();
    world.call("east", recallOf("1003", "2001"));
    return world;
  }

  it("B is busy with one call: the first rings, the other meets a busy B", () => {
    const world = bothCall(1);
    expect(world.take().some((text) => text.includes("remoteUserBusyAgain"))).to.equal(true);
    expect(world.states).to.deep.equal(["terminating Ringing"]);
  });

  it("B is busy with two: both ring", () => {
    expect(bothCall(2).states).to.deep.equal(Array(2).fill("terminating Ringing"));
  });
});

describe("terminating side: reaching user A (R19, R20)", () => {
  it("R19: no way now: again after 10, 30, 60, 60 s, while B is free", () => {
    const world = notifiedBySetup();
    let at = 4;
    for (const [cause, pauseMs] of [
      [34, 10_000],
      [41, 30_000],
      [102, 60_000],
      [42, 60_000],
    ] as const) {
      world.lose(at, cause, "timer");
      world.pass(pauseMs - 1);
      world.expect();
      world.pass(1);
      at += 1;
      world.expect(`${at} SETUP 2001>1001 ccExecPossible(1) full 1001>2001`);
    }
    world.receive(at, "CALL PROCEEDING");
    expect(world.states).to.deep.equal(["terminating Notified"]);
  });

  it("R19: the trunk is down when B becomes free", () => {
    const world = released();
    world.link("east", false);
    world.line(b, idle);
    world.pass(3000);
    world.expect();
    world.link("east", true);
    world.pass(10_000);
    world.expect("4 SETUP 2001>1001 ccExecPossible(1) full 1001>2001");
  });

  it("R19: B busy when the pause is over: nothing, until he is free again", () => {
    const world = notifiedBySetup();
    world.lose(4, 41, "timer");
    world.line(b, busy);
    world.pass(60_000);
    world.expect();
    world.line(b, idle);
    world.pass(3000);
    world.expect("5 SETUP 2001>1001 ccExecPossible(1) full 1001>2001");
  });

  it("R19: A unknown: once more, then the end without a ccCancel; not supported: the end", () => {
    const world = notifiedBySetup();
    world.receive(4, "RELEASE COMPLETE", [causeElement(3)]);
    world.pass(10_000);
    world.expect("5 SETUP 2001>1001 ccExecPossible(1) full 1001>2001");
    world.receive(5, "RELEASE COMPLETE", [causeElement(3)]);
    world.expect("unwatch west/2001");
    expect(world.states).to.deep.equal([]);
    const unsupported = notifiedBySetup();
    unsupported.receive(4, "RELEASE COMPLETE", [causeElement(69)]);
    unsupported.expect("unwatch west/2001");
    expect(unsupported.timers).to.equal(0);
  });

  it("the connection is cleared without an APDU: the service goes on as released", () => {
    const world = notified();
    world.receive(3, "RELEASE", [causeElement(16)]);
    world.pass(60_000);
    world.expect();
    world.call("east", recallSetup());
    world.expect("relay west 1001>2001 callingName(5)");
    const monitoring = retained();
    monitoring.lose(3, 41, "linkDown");
    monitoring.line(b, idle);
    monitoring.pass(3000);
    monitoring.expect("4 SETUP 2001>1001 ccExecPossible(1) full 1001>2001");
  });

  it("R18: ccExecPossible may be lost with its connection: it goes once more in a SETUP, as long as B is free", () => {
    for (const reason of ["linkDown", "timer", "protocolError"] as const) {
      const world = notified();
      world.lose(3, 41, reason);
      expect(world.states).to.deep.equal(["terminating Monitoring"]);
      world.pass(3000);
      world.expect("4 SETUP 2001>1001 ccExecPossible(1) full 1001>2001");
      const busyMeanwhile = notified();
      busyMeanwhile.line(b, busy);
      busyMeanwhile.lose(3, 41, reason);
      busyMeanwhile.pass(60_000);
      busyMeanwhile.expect();
      const dialled = notified();
      dialled.lose(3, 41, reason);
      dialled.call("east", recallSetup());
      dialled.expect("relay west 1001>2001 callingName(5)");
    }
  });

  it("R20: a withheld number forces the connection to stay, and its loss ends the service", () => {
    const world = servingB({ our: { connectionResponse: "release" } });
    world.cis("east", requestOf("", "2001", { withheld: true }));
    world.line(b, busy);
    world.expect("1 CALL PROCEEDING", "watch west/2001", "1 CONNECT result(7)");
    world.lose(1, 41, "linkDown");
    world.expect("unwatch west/2001");
    expect(world.states).to.deep.equal([]);
  });

  it("R9: ccSuspend that crosses something is taken; ccResume without a suspend is not", () => {
    const world = retained();
    world.receive(3, "FACILITY", ccResume());
    expect(world.states).to.deep.equal(["terminating Monitoring"]);
    world.receive(3, "FACILITY", ccSuspend());
    expect(world.states).to.deep.equal(["terminating Suspended"]);
    world.line(b, idle);
    world.pass(10_000);
    world.expect();
  });

  it("R9: another kind for the same call replaces the request", () => {
    const world = retained();
    world.cis("east", step("F3-ccnr-suspend-resume", 7).ies);
    world.expect("3 RELEASE 16 ccCancel(1)", "4 CALL PROCEEDING", "4 CONNECT result(2)");
    expect([...world.store.values()].map(({ state, kind }) => `${state} ${kind}`)).to.deep.equal(["Monitoring ccnr"]);
    world.pass(3_600_000);
    world.expect();
    world.cis("east", requestReleased());
    world.expect("4 RELEASE 16 ccCancel(1)", "5 CALL PROCEEDING", "5 RELEASE 16 result(2)");
    expect([...world.store.values()].map(({ state, kind }) => `${state} ${kind}`)).to.deep.equal(["Monitoring ccbs"]);
  });

  it("R44: invoke ids of a connection go up to 127 and begin again", () => {
    const world = notified();
    for (let last = 1; last < 127; last += 1) {
      world.receive(3, "FACILITY", ccSuspend());
      world.receive(3, "FACILITY", ccResume());
      world.pass(0);
    }
    expect(world.take().at(-1)).to.equal("3 FACILITY ccExecPossible(127)");
    world.receive(3, "FACILITY", ccSuspend());
    world.receive(3, "FACILITY", ccResume());
    world.pass(0);
    world.expect("3 FACILITY ccExecPossible(1)");
  });
});
