import { expect } from "chai";
import { describe, it } from "mocha";
import { isoDialect } from "../../../codecs/dialect.ts";
import { causeElement } from "../../../codecs/q931/make.ts";
import { bareInvoke } from "../../../src/completion/messages.ts";
import { b, recallOf, requestOf } from "./terminating-steps.ts";
import { busy, idle, servingB } from "./world.ts";
import type { Settings, World } from "./world.ts";

const fifo: Settings = { cluster: { queue: "fifo" } };
const suspend = [bareInvoke("ccSuspend", 2, isoDialect)];
const resume = [bareInvoke("ccResume", 3, isoDialect)];

/** 1001, 1002 and 1003 wait for B, in this order, on the connections 1, 2 and 3; B is busy. */
function threeWait(settings: Settings = fifo): World {
  const world = servingB(settings);
  for (const who of ["1001", "1002", "1003"]) {
    world.cis("east", requestOf(who, "2001", { retainSigConnection: true }));
    world.line(b, busy);
  }
  world.take();
  return world;
}

/** B is free, and 1001 was told. */
function firstTold(settings?: Settings): World {
  const world = threeWait(settings);
  world.line(b, idle);
  world.pass(3000);
  world.expect("1 FACILITY ccExecPossible(1)");
  return world;
}

describe("queue at user B: fifo (R21)", () => {
  it("tells one after the other, each for T_SLOT: T3 of the peer and 10 s", () => {
    const world = firstTold();
    world.pass(39_999);
    world.expect();
    world.pass(1);
    world.expect("2 FACILITY ccExecPossible(1)");
    world.pass(40_000);
    world.expect("3 FACILITY ccExecPossible(1)");
    world.pass(40_000);
    world.expect();
  });

  it("the slot is as long as the peer's T3 wants it", () => {
    const world = firstTold({ ...fifo, peer: { t3Ms: 20_000 } });
    world.pass(30_000);
    world.expect("2 FACILITY ccExecPossible(1)");
  });

  it("whose slot is over may still call: the others wait while B rings", () => {
    const world = firstTold();
    world.pass(40_000);
    world.take();
    const recall = world.call("east", recallOf("1001", "2001"));
    world.expect("relay west 1001>2001");
    world.line(b, { ...idle, ringingIn: 1 });
    recall?.alert();
    world.pass(40_000);
    world.expect();
  });

  it("ccSuspend, ccCancel and the end give the slot to the next at once", () => {
    const suspended = firstTold();
    suspended.receive(1, "FACILITY", suspend);
    suspended.expect("2 FACILITY ccExecPossible(1)");
    const operator = firstTold();
    operator.layer.cancel("r1");
    operator.expect("1 RELEASE 16 ccCancel(2)", "2 FACILITY ccExecPossible(1)");
    const gone = firstTold();
    gone.receive(1, "RELEASE", [causeElement(16)]);
    gone.expect();
  });

  it("who resumes has kept the place, and waits for the slot like all others", () => {
    const world = firstTold();
    world.receive(1, "FACILITY", suspend);
    world.take();
    world.receive(1, "FACILITY", resume);
    world.pass(39_999);
    world.expect();
    world.pass(1);
    world.expect("1 FACILITY ccExecPossible(2)");
  });

  it("a ccExecPossible that finds no way frees the slot until its pause is over (R19)", () => {
    const world = servingB(fifo);
    for (const who of ["1001", "1002"]) {
      world.cis("east", requestOf(who, "2001", { retainSigConnection: who === "1002" }));
      world.line(b, busy);
    }
    world.line(b, idle);
    world.take();
    world.pass(3000);
    world.expect("3 SETUP 2001>1001 ccExecPossible(1) full 1001>2001");
    world.lose(3, 41, "timer");
    world.expect("2 FACILITY ccExecPossible(1)");
    world.pass(40_000);
    world.expect("4 SETUP 2001>1001 ccExecPossible(1) full 1001>2001");
  });

  it("B busy again: nobody is told until he is free, then the first in the queue", () => {
    const world = firstTold();
    world.line(b, busy);
    world.pass(40_000);
    world.expect();
    world.line(b, idle);
    world.pass(3000);
    world.expect("2 FACILITY ccExecPossible(1)");
  });

  it("a report that takes the line away from one tells no other: they all hear of it", () => {
    const world = firstTold();
    world.line(b, "absent");
    world.expect("1 RELEASE 16 ccCancel(2)", "2 RELEASE 16 ccCancel(1)", "3 RELEASE 16 ccCancel(1)", `unwatch ${b}`);
  });

  it("a recall that fails frees the slot", () => {
    const world = firstTold();
    const recall = world.call("east", recallOf("1001", "2001"));
    world.take();
    recall?.clear("to", 27);
    world.expect("1 RELEASE 16 ccCancel(2)", "2 FACILITY ccExecPossible(1)");
  });

  it("CCNR that the line was not used for does not hold up who waits behind it", () => {
    const world = servingB(fifo);
    world.cis("east", requestOf("1001", "2001", { retainSigConnection: true }, "ccnrRequest"));
    world.cis("east", requestOf("1002", "2001", { retainSigConnection: true }));
    world.line(b, idle);
    world.take();
    world.pass(3000);
    world.expect("2 FACILITY ccExecPossible(1)");
  });

  it("other lines have queues of their own", () => {
    const world = firstTold();
    world.cis("east", requestOf("1004", "2002", { retainSigConnection: true }));
    world.line("west/2002", idle);
    world.take();
    world.pass(3000);
    world.expect("4 FACILITY ccExecPossible(1)");
  });

  it("parallel: all are told at once, and there is no slot", () => {
    const world = threeWait({});
    world.line(b, idle);
    world.pass(3000);
    world.expect("1 FACILITY ccExecPossible(1)", "2 FACILITY ccExecPossible(1)", "3 FACILITY ccExecPossible(1)");
    expect([...world.store.values()].some(({ timers }) => "T_SLOT" in timers)).to.equal(false);
  });
});
