import { expect } from "chai";
import { describe, it } from "mocha";
import { causeElement } from "../../../codecs/q931/make.ts";
import { step } from "./flows.ts";
import { a, asked, ccCancel, ccExecPossible, ccExecPossibleSetup } from "./originating-steps.ts";
import { beingReserved, cleared, pathError, promise, promised, reserved, reserving, told } from "./path-steps.ts";
import { busy, idle, servingA, setupIes } from "./world.ts";

const available = "screen west/1001: 2001 has become available (sound)";

describe("originating side: path reservation (R10)", () => {
  it("reserves before A is told, then rings B on the path when A dials", () => {
    const world = promised();
    world.receive(3, "FACILITY", ccExecPossible());
    world.expect("4 SETUP 1001>2001 ccPathReserve(1)");
    world.receive(4, "CALL PROCEEDING");
    world.expect();
    world.receive(4, "FACILITY", reserved());
    world.expect(available);
    expect(world.states).to.deep.equal(["originating Reserved"]);
    world.press(a, "dial");
    world.expect("place west/1001 to 2001");
    const recall = world.call("west", setupIes("1001", "2001"));
    world.expect("4 FACILITY ccRingout(2)", "screen west/1001: nothing", "join 4 east 1001>2001");
    recall?.alert().answer();
    world.expect("3 RELEASE 16 ccCancel(2)", "unwatch west/1001");
    expect(world.timers).to.equal(0);
  });

  it("a ccExecPossible in a SETUP is connected first", () => {
    const world = asked({ ...reserving, our: { ...reserving.our, connectionProposal: "release" } });
    world.receive(3, "RELEASE", [causeElement(16), ...promise()]);
    world.take();
    world.cis("east", ccExecPossibleSetup());
    world.expect("4 CALL PROCEEDING", "4 CONNECT", "5 SETUP 1001>2001 ccPathReserve(1)");
  });

  it("is off unless the policy, the peer, the result and the neighbour we serve all allow it", () => {
    const settings = [
      { our: { noPathReservation: true } },
      { peer: { canReserve: false } },
      { cluster: { ownsBearers: undefined as never } },
    ];
    for (const each of settings) {
      const world = promised(each);
      world.receive(3, "FACILITY", ccExecPossible());
      world.expect(available);
    }
    const refused = asked(reserving);
    refused.receive(3, "CONNECT", step("F1-ccbs-retain", 8).ies);
    refused.take();
    refused.receive(3, "FACILITY", ccExecPossible());
    refused.expect(available);
  });

  it("a busy A is never told, and no path is asked for", () => {
    const world = promised();
    world.line(a, busy);
    world.receive(3, "FACILITY", ccExecPossible());
    world.expect("3 FACILITY ccSuspend(2)");
  });

  it("R9: A became busy meanwhile: the DISCONNECT of the path carries ccSuspend; he resumes on the connection", () => {
    const world = beingReserved();
    world.line(a, busy);
    world.expect();
    world.receive(4, "FACILITY", reserved());
    world.expect("4 DISCONNECT 16 ccSuspend(3)");
    world.line(a, idle);
    world.expect("3 FACILITY ccResume(2)");
  });

  it("A became busy, and no connection is left to resume on: the notice waits for him", () => {
    const world = beingReserved();
    world.receive(3, "RELEASE");
    world.line(a, busy);
    world.receive(4, "FACILITY", reserved());
    world.expect("4 DISCONNECT 16");
    world.line(a, idle);
    world.expect(available);
  });

  it("G3: what cannot be reserved is done without: error, reject, clearing, no channel, T4", () => {
    for (const how of [pathError("failedDueToInterworking"), cleared(34), cleared(102)]) {
      const world = beingReserved();
      world.receive(4, "DISCONNECT", how);
      world.expect(available);
      world.press(a, "dial");
      world.take();
      world.call("west", setupIes("1001", "2001"));
      world.expect("screen west/1001: nothing", "relay east 1001>2001 ccRingout(1)");
    }
    const timed = beingReserved();
    timed.pass(40_000);
    timed.expect("4 DISCONNECT 102", available);
    const rung = beingReserved();
    rung.receive(4, "ALERTING");
    rung.expect("4 DISCONNECT 16", available);
    const down = promised();
    down.connections.down.add("east");
    down.receive(3, "FACILITY", ccExecPossible());
    down.expect(available);
  });

  it("an error in FACILITY clears the path", () => {
    const world = beingReserved();
    world.receive(4, "FACILITY", pathError("failedDueToInterworking").slice(1));
    world.expect("4 DISCONNECT 16", available);
  });

  it("R44: an error to another invoke says nothing of the path", () => {
    const world = beingReserved();
    world.receive(4, "DISCONNECT", pathError("failureToMatch", 16, 9));
    world.expect(available);
  });

  it("failureToMatch: the other side has forgotten", () => {
    const world = beingReserved();
    world.receive(4, "DISCONNECT", pathError("failureToMatch"));
    const forgotten = "screen west/1001: The other side has forgotten CallBack on 2001";
    world.expect("3 RELEASE 16", forgotten, "unwatch west/1001");
  });

  it("B busy again: with service retention A hears nothing, else he may ask anew", () => {
    const kept = beingReserved(
      { our: { retainService: true }, peer: { canRetainService: true } },
      { retainService: true },
    );
    kept.receive(4, "DISCONNECT", pathError("remoteUserBusyAgain", 17));
    kept.expect();
    expect(kept.states).to.deep.equal(["originating Active"]);
    const world = beingReserved();
    world.receive(4, "DISCONNECT", cleared(17));
    world.expect("3 RELEASE 16 ccCancel(2)", "screen west/1001: 2001 is busy again", "unwatch west/1001");
  });

  it("MX B14: onBusyAgain reinvoke asks anew by itself", () => {
    const world = told({ our: { onBusyAgain: "reinvoke" } });
    world.receive(4, "DISCONNECT", cleared(17));
    world.expect(
      "3 RELEASE 16 ccCancel(2)",
      "screen west/1001: 2001 is busy again: CallBack is asked for anew",
      "5 SETUP 1001>2001 ccbsRequest(1) 1001>2001 retain",
    );
    world.receive(5, "CONNECT", step("F1-ccbs-retain", 8).ies);
    world.expect("screen west/1001: CallBack is activated on 2001");
    world.press(a, "cancel");
    world.expect("5 RELEASE 16 ccCancel(2)", "screen west/1001: nothing", "unwatch west/1001");
    expect(world.timers).to.equal(0);
  });

  it("R9: every end while a path is there clears it: Cancel and T3 with ccCancel there and beside it", () => {
    // A PINX on the way that has cleared the path already would drop what its DISCONNECT carries (seed 20265084).
    const over = ["4 DISCONNECT 16 ccCancel(3)", "3 RELEASE 16 ccCancel(2)"] as const;
    const cancelled = told();
    cancelled.press(a, "cancel");
    cancelled.expect(...over, "screen west/1001: nothing", "unwatch west/1001");
    const expired = told();
    expired.pass(30_000);
    expired.expect(...over, "unwatch west/1001");
    const ended = told();
    ended.receive(3, "RELEASE", ccCancel());
    expect(ended.take()[0]).to.equal("4 DISCONNECT 16");
    const dialling = told();
    dialling.press(a, "dial");
    dialling.take();
    dialling.lose(3, 41, "timer");
    dialling.expect("4 DISCONNECT 16 ccCancel(3)", "screen west/1001: nothing", "unwatch west/1001");
    for (const world of [cancelled, expired, ended, dialling]) expect(world.timers).to.equal(0);
  });

  it("R9: a path that B's side clears is lost, the notice is not", () => {
    const world = told();
    world.receive(4, "DISCONNECT", cleared(41));
    world.expect();
    expect(world.states).to.deep.equal(["originating Recall"]);
    const dialling = told();
    dialling.press(a, "dial");
    dialling.take();
    dialling.receive(4, "DISCONNECT", cleared(41));
    dialling.call("west", setupIes("1001", "2001"));
    dialling.expect("screen west/1001: nothing", "relay east 1001>2001 ccRingout(1)");
  });

  it("ccCancel in the DISCONNECT of the path ends the service", () => {
    const world = told();
    world.receive(4, "DISCONNECT", cleared(16, "ccCancel"));
    world.expect(
      "3 RELEASE 16",
      "screen west/1001: CallBack on 2001 was cancelled by the other side",
      "unwatch west/1001",
    );
  });

  it("a Dial that leads to no call leaves the path reserved; another bearer gives it up (R4)", () => {
    const world = told();
    world.press(a, "dial");
    world.pass(15_000);
    expect(world.states).to.deep.equal(["originating Reserved"]);
    world.press(a, "dial");
    world.take();
    world.call("west", setupIes("1001", "2001").slice(1));
    world.expect("4 DISCONNECT 16", "screen west/1001: nothing", "relay east 1001>2001");
  });

  it("busy again at the recall: the error answers ccRingout on the path", () => {
    const world = told();
    world.press(a, "dial");
    const recall = world.call("west", setupIes("1001", "2001"));
    world.take();
    recall?.clear("to", 17);
    world.expect("3 RELEASE 16 ccCancel(2)", "screen west/1001: 2001 is busy again", "unwatch west/1001");
  });

  it("R26: after a restart the path is gone: B's side is waited for, or A decides without it", () => {
    for (const [before, state, screens] of [
      [beingReserved(), "Active", []],
      [told(), "Recall", [available]],
    ] as const) {
      const world = servingA(reserving);
      world.now = before.now;
      world.layer.restore([...before.store.values()]);
      world.expect("watch west/1001", ...screens);
      expect(world.states).to.deep.equal([`originating ${state}`]);
      world.cis("east", ccExecPossibleSetup());
      expect(world.take().at(-1)).to.equal(state === "Active" ? "2 SETUP 1001>2001 ccPathReserve(1)" : "1 CONNECT");
    }
  });

  it("the SETUP of the path has the bearer and numbers of the request", () => {
    const world = beingReserved();
    const sent = world.connections.sent.find(({ connection }) => connection === 4);
    expect(sent?.ies.map(({ id }) => id)).to.deep.equal([0x04, 0x1c, 0x6c, 0x70]);
  });
});
