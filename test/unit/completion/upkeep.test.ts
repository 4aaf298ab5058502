import { expect } from "chai";
import { describe, it } from "mocha";
import { isoDialect } from "../../../codecs/dialect.ts";
import { facilityOf } from "../../../codecs/facility/encode.ts";
import { facilityElement } from "../../../codecs/q931/ie/facility.ts";
import { causeElement } from "../../../codecs/q931/make.ts";
import { Steps } from "../../../src/completion/runner.ts";
import { step } from "./flows.ts";
import * as asA from "./originating-steps.ts";
import * as asB from "./terminating-steps.ts";
import { busy, idle, servingA, servingB, setupIes } from "./world.ts";
import type { World } from "./world.ts";

const { a } = asA;

/** What is left of a service after its end, or of one part of its life in the next. */
describe("upkeep", () => {
  it("a service that is over hears nothing more", () => {
    for (const world of [asA.retained(), asB.retained()]) {
      world.layer.cancel("r1");
      world.traced.length = 0;
      world.take();
      world.layer.timer("r1", "T2");
      world.layer.cancel("r1");
      expect(world.traced).to.deep.equal([]);
      world.expect();
    }
  });

  it("a call that was kept is forgotten by its timer", () => {
    const world = asB.failedCall();
    world.pass(60_000);
    const last = world.traced.at(-1);
    expect(last).to.include({ type: "transition", machine: "terminating", event: "T_RETENTION", to: "Idle" });
  });

  it("each machine traces under its own name", () => {
    const machines = (world: World) =>
      new Set(world.traced.flatMap((entry) => (entry.type === "transition" ? [entry.machine] : [])));
    expect([...machines(asA.retained())]).to.deep.equal(["originating"]);
    expect([...machines(asB.retained())]).to.deep.equal(["terminating"]);
  });

  it("an answer to an earlier Dial says nothing about a later one", () => {
    const world = asA.recalled();
    world.press(a, "dial");
    const first = world.outputs;
    world.layer.done(first, true, undefined);
    world.layer.done(first, false, "told twice");
    expect(world.states).to.deep.equal(["originating Dialling"]);
    world.pass(15_000);
    world.press(a, "dial");
    const second = world.outputs;
    world.layer.done(first, false, "too late");
    expect(world.states).to.deep.equal(["originating Dialling"]);
    world.pass(15_000);
    world.press(a, "cancel");
    world.take();
    world.layer.done(second, false, "too late");
    world.expect();
    const silent = asA.recalled();
    silent.press(a, "dial");
    const unanswered = silent.outputs;
    silent.pass(15_000);
    silent.press(a, "dial");
    silent.layer.done(unanswered, false, "too late");
    expect(silent.states).to.deep.equal(["originating Dialling"]);
  });

  it("the rest of T3 is of one Dial only", () => {
    const world = asA.recalled();
    world.press(a, "dial");
    expect([...world.store.values()][0]).to.have.property("t3RestMs", 30_000);
    world.pass(15_000);
    expect([...world.store.values()][0]).not.to.have.property("t3RestMs");
  });

  it("a line that another service watches already: its registration and its calls are the baseline", () => {
    const watched = () => {
      const world = servingB();
      world.cis("east", asB.request());
      world.line("west/2001", busy);
      world.call("west", setupIes("2001", "1001"))?.clear("to", 17);
      world.press("west/2001", "callBack");
      world.receive(4, "CONNECT", step("F1-ccbs-retain", 8).ies);
      return world;
    };
    const reset = watched();
    reset.take();
    reset.line("west/2001", { ...busy, epoch: 2 });
    reset.expect("4 RELEASE 16 ccCancel(2)", "screen west/2001: nothing");
    const world = watched();
    world.receive(4, "FACILITY", asA.ccExecPossible());
    expect(world.take().at(-1)).to.equal("4 FACILITY ccSuspend(2)");
    world.line("west/2001", idle);
    expect(world.take()).to.deep.equal(["4 FACILITY ccResume(3)"]);
    world.line("west/2001", { ...idle, epoch: 2 });
    expect(world.take()).to.deep.equal(["4 RELEASE 16 ccCancel(4)", "screen west/2001: nothing"]);
  });

  it("a connection that was held and taken is the connection of the service", () => {
    const world = asA.asked({ our: { connectionProposal: "release" } });
    world.cis("east", asA.ccExecPossibleSetup());
    world.receive(3, "RELEASE", step("F2-ccbs-release", 8).ies);
    world.press(a, "dial");
    world.take();
    world.lose(4, 41, "linkDown");
    expect(world.states).to.deep.equal([]);
  });

  it("a request that failed for now holds nothing of itself when it is asked anew", () => {
    const world = asA.asked();
    world.cis("east", asA.ccExecPossibleSetup());
    world.receive(3, "RELEASE", step("F5-shortterm", 8).ies);
    world.press(a, "callBack");
    world.take();
    world.cis("east", asA.ccExecPossibleSetup());
    world.expect("6 CALL PROCEEDING");
    world.receive(5, "CONNECT", step("F1-ccbs-retain", 8).ies);
    expect(world.take().slice(2)).to.deep.equal(["6 RELEASE 16 ccCancel(1)"]);
  });

  it("counts each request once, however it ends", () => {
    const world = servingA({ limits: { requests: 1 } });
    for (const who of ["1001", "1002"]) world.call("west", setupIes(who, "2001"))?.clear("to", 17);
    world.press(a, "callBack");
    world.receive(5, "RELEASE COMPLETE", step("F5-shortterm", 8).ies);
    world.pass(25_000);
    for (const who of ["1001", "1002"]) world.call("west", setupIes(who, "2001"))?.clear("to", 17);
    world.press(a, "callBack");
    world.take();
    world.press("west/1002", "callBack");
    world.expect("screen west/1002: CallBack is not possible now: too many requests");
  });

  it("R26: T2 of the terminating side goes on after a restart", () => {
    const before = asB.released();
    before.pass(600_000);
    const world = servingB();
    world.now = before.now;
    world.layer.restore([...before.store.values()]);
    world.take();
    world.pass(2_999_999);
    world.expect();
    world.pass(1);
    world.expect("1 SETUP 2001>1001 ccCancel(1) full 1001>2001", "unwatch west/2001");
  });

  it("lets a connection go that its peer clears after our last word", () => {
    const world = asA.released();
    world.press(a, "cancel");
    world.receive(4, "RELEASE COMPLETE", [causeElement(16)]);
    expect(world.connections.left).to.deep.equal([1, 2]);
  });

  it("a request after the last one has ended is answered like the first", () => {
    const world = asB.retained();
    world.layer.cancel("r1");
    world.take();
    world.cis("east", asB.request());
    world.expect("4 CALL PROCEEDING", "watch west/2001");
  });

  it("counts a request once whose kind was replaced", () => {
    const world = servingB({ limits: { requests: 1 } });
    world.cis("east", asB.request());
    world.line(asB.b, busy);
    world.cis("east", asB.ccnrRequest());
    world.layer.cancel("r1");
    world.take();
    world.cis("east", asB.request());
    world.expect("3 CALL PROCEEDING", "watch west/2001");
    world.cis("east", asB.requestOf("1002", "2001"));
    world.expect("4 RELEASE COMPLETE 16 error shortTermRejection(7)");
  });

  it("a call that was answered offers nothing, whatever clears it", () => {
    const world = servingA();
    world.call("west", setupIes("1001", "2001"))?.answer().clear("to", 34);
    expect(world.timers).to.equal(0);
  });

  it("a call is cleared once", () => {
    const world = servingA();
    const call = world.call("west", setupIes("1001", "2001"))?.clear("to", 17);
    world.pass(20_000);
    call?.clear("to", 17);
    world.pass(5000);
    expect(world.timers).to.equal(0);
  });

  it("R9: the call that was redone without ccRingout is a call like any other", () => {
    const { world, recall } = asA.calling();
    recall.clear("to", 16, step("G2-ringout-nomatch", 2).ies.slice(1));
    recall.clear("to", 17);
    world.take();
    world.press(a, "callBack");
    world.expect("6 SETUP 1001>2001 ccbsRequest(1) 1001>2001 retain");
  });

  it("R19: the pauses begin anew when user A's side has answered", () => {
    const world = asB.notifiedBySetup();
    world.lose(4, 41, "timer");
    world.pass(10_000);
    world.receive(5, "CALL PROCEEDING");
    world.lose(5, 41, "timer");
    world.take();
    world.pass(10_000);
    world.expect("6 SETUP 2001>1001 ccExecPossible(1) full 1001>2001");
  });

  it("R19: a connection that came up and was lost is no way that was not found", () => {
    const world = asB.notifiedBySetup();
    world.receive(4, "CALL PROCEEDING");
    world.receive(4, "CONNECT");
    world.lose(4, 41, "linkDown");
    expect(world.states).to.deep.equal(["terminating Notified"]);
  });

  it("CC 2.3: a connection cleared for an unknown operation is no longer the service's", () => {
    const component = { component: "invoke", invokeId: 9, operation: null, code: 127 } as const;
    const how = "clearCallIfAnyInvokePduNotRecognised";
    const unknown = facilityElement(facilityOf([{ ...component, argument: Uint8Array.of(5, 0) }], isoDialect, how));
    const world = asA.retained();
    world.receive(3, "FACILITY", [unknown]);
    world.expect("3 RELEASE 69");
    world.press(a, "cancel");
    expect(world.take()[0]).to.equal("4 SETUP 1001>2001 ccCancel(1) full 1001>2001");
    const ending = asA.retained({ our: { onConnectionLost: "end" } });
    ending.receive(3, "FACILITY", [unknown]);
    expect(ending.take()).to.include("screen west/1001: CallBack on 2001 lost its connection");
  });

  it("a SETUP by hand while the recall rings is an ordinary call", () => {
    const { world } = asA.calling();
    world.call("west", setupIes("1001", "2001"));
    world.expect("relay east 1001>2001");
  });

  it("an offer that made room for a newer one does not come back", () => {
    const world = servingA();
    const calls = ["2001", "2002", "2003", "2004", "2005"].map((b) => world.call("west", setupIes("1001", b))?.alert());
    calls[0]?.clear("to", 17);
    expect(world.timers).to.equal(0);
  });

  it("a record is taken out of the store once", () => {
    const ended = asA.retained();
    ended.press(a, "cancel");
    expect(ended.removed).to.deep.equal(["r1"]);
    const again = asA.asked();
    again.receive(3, "RELEASE", step("F5-shortterm", 8).ies);
    again.pass(25_000);
    expect(again.removed).to.deep.equal(["r1"]);
  });

  it("says when another request matches as well (CC 5.7)", () => {
    const records = [...asA.released().store.values()];
    const world = servingA();
    world.layer.restore([...records, ...records.map((record) => ({ ...record, request: "r2" }))]);
    world.take();
    world.cis("east", asA.ccExecPossibleSetup());
    expect(world.take()[0]).to.equal("1 CALL PROCEEDING");
    expect(world.traced.filter((entry) => entry.type === "request")).to.deep.equal([
      { at: 0, type: "request", request: "r1", text: "another request matches as well; the older one is taken" },
    ]);
  });
});

describe("steps", () => {
  it("what a step leads to waits until it is done", () => {
    const steps = new Steps();
    const done: string[] = [];
    post(steps, () => {
      post(steps, () => done.push("second"));
      done.push("first");
    });
    post(steps, () => done.push("third"));
    expect(done).to.deep.equal(["first", "second", "third"]);
  });

  it("a fault leaves nothing behind for the next event", () => {
    const steps = new Steps();
    const done: string[] = [];
    const faulty = () =>
      post(steps, () => {
        post(steps, () => done.push("of the fault"));
        throw new Error("fault");
      });
    expect(faulty).to.throw("fault");
    post(steps, () => done.push("next"));
    expect(done).to.deep.equal(["next"]);
  });
});

function post(steps: Steps, run: () => void): void {
  steps.post((take: () => void) => take(), run, undefined, undefined);
}
