import { expect } from "chai";
import { describe, it } from "mocha";
import { isoDialect } from "../../../codecs/dialect.ts";
import { causeElement } from "../../../codecs/q931/make.ts";
import type { Component } from "../../../codecs/rose/component.ts";
import { returnError, returnResult } from "../../../codecs/rose/make.ts";
import { apdu } from "../../../src/completion/messages.ts";
import { step } from "./flows.ts";
import {
  a,
  asked,
  calling,
  ccCancel,
  ccCancelSetup,
  ccExecPossible,
  ccExecPossibleSetup,
  recalled,
  released,
  retained,
} from "./originating-steps.ts";
import { servingA, setupIes } from "./world.ts";
import type { World } from "./world.ts";

function expectOver(world: World): void {
  expect(world.states).to.deep.equal([]);
  expect(world.timers).to.equal(0);
}

describe("originating side: what goes wrong", () => {
  it("G1: a ccExecPossible that matches nothing is answered with ccCancel", () => {
    const world = servingA();
    world.cis("east", ccExecPossibleSetup());
    world.expect("1 RELEASE COMPLETE 16 ccCancel(1)");
  });

  it("G5: T1 runs out: the user is told, RELEASE without an APDU", () => {
    const world = asked();
    world.receive(3, "CALL PROCEEDING");
    world.take();
    world.pass(29_999);
    world.expect();
    world.pass(1);
    world.expect("3 RELEASE 16", "screen west/1001: CallBack failed: no answer about 2001");
    world.pass(25_000);
    expectOver(world);
  });

  it("G6, S-72 to S-74: T3 runs out: ccCancel, the screen stays, Dial makes an ordinary call", () => {
    const world = recalled();
    world.pass(30_000);
    world.expect("3 RELEASE 16 ccCancel(2)", "unwatch west/1001");
    expectOver(world);
    world.press(a, "dial");
    world.expect("screen west/1001: nothing", "place west/1001 to 2001");
    world.call("west", setupIes("1001", "2001"));
    world.expect("relay east 1001>2001");
  });

  it("G7: T2 runs out without a connection: ccCancel with fullArg in a SETUP", () => {
    const world = released();
    world.pass(3_600_000);
    world.expect(
      "4 SETUP 1001>2001 ccCancel(1) full 1001>2001",
      "screen west/1001: CallBack on 2001 has expired",
      "unwatch west/1001",
    );
    world.receive(4, "RELEASE COMPLETE", [causeElement(16)]);
    expectOver(world);
  });

  it("G8: T2 of the other side: ccCancel in RELEASE", () => {
    const world = retained();
    world.receive(3, "RELEASE", ccCancel());
    world.expect("screen west/1001: CallBack on 2001 was cancelled by the other side", "unwatch west/1001");
    expectOver(world);
  });

  it("G9: retention demanded and not honoured: ccCancel with fullArg in a SETUP", () => {
    const world = asked();
    world.take();
    world.receive(3, "RELEASE", step("F2-ccbs-release", 8).ies);
    world.expect(
      "4 SETUP 1001>2001 ccCancel(1) full 1001>2001",
      "screen west/1001: CallBack failed: 2001 does not keep the connection",
    );
    expectOver(world);
  });

  it("G10: both sides cancel at once: each SETUP is answered RELEASE COMPLETE 16", () => {
    const world = released();
    world.press(a, "cancel");
    world.take();
    world.cis("east", ccCancelSetup());
    world.expect("5 RELEASE COMPLETE 16");
    world.receive(4, "RELEASE COMPLETE", [causeElement(16)]);
    world.expect();
    expectOver(world);
  });

  it("G11: our ccCancel SETUP crosses ccExecPossible: RELEASE COMPLETE with ccCancel", () => {
    const world = released();
    world.press(a, "cancel");
    world.take();
    world.cis("east", ccExecPossibleSetup());
    world.expect("5 RELEASE COMPLETE 16 ccCancel(1)");
  });

  it("lets go of a peer that connects our last ccCancel", () => {
    const world = released();
    world.press(a, "cancel");
    world.take();
    world.receive(4, "CALL PROCEEDING");
    world.receive(4, "CONNECT");
    world.expect("4 RELEASE 16");
  });

  it("G12, R34: B is busy again, 17 without an error: the user is told and may ask anew", () => {
    const { world, recall } = calling();
    recall.clear("to", 17);
    world.expect("3 RELEASE 16 ccCancel(2)", "screen west/1001: 2001 is busy again", "unwatch west/1001");
    expect(world.states).to.deep.equal([]);
    world.press(a, "callBack");
    world.expect("6 SETUP 1001>2001 ccbsRequest(1) 1001>2001 retain");
  });

  it("CC 5.2: B busy again with service retention agreed: the service goes on, on the same connection", () => {
    const world = asked({ our: { retainService: true }, peer: { canRetainService: true } });
    world.expect("3 SETUP 1001>2001 ccbsRequest(1) 1001>2001 retain canRetainService");
    const result = returnResult("ccbsRequest", 1, { noPathReservation: true, retainService: true });
    world.receive(3, "CONNECT", [apdu(result, isoDialect)]);
    for (const round of [1, 2]) {
      world.receive(3, "FACILITY", ccExecPossible());
      world.press(a, "dial");
      const recall = world.call("west", setupIes("1001", "2001"));
      world.take();
      recall?.clear("to", 17, [apdu(returnError("remoteUserBusyAgain", 1), isoDialect)]);
      world.expect("screen west/1001: 2001 is busy again: CallBack goes on");
      expect(world.states, `round ${round}`).to.deep.equal(["originating Active"]);
    }
  });

  it("R44: the answer to our ccRingout ends here, what else B's side says goes on to A's", () => {
    const { recall } = calling();
    const [answer, other] = [1, 2].map((invokeId) => returnError("remoteUserBusyAgain", invokeId));
    recall.clear(
      "to",
      17,
      [answer, other].map((error) => apdu(error as Component, isoDialect)),
    );
    expect(recall.cleared).to.deep.equal(["error remoteUserBusyAgain(2)"]);
  });

  it("CC 5.2: a retention that we did not offer is not believed", () => {
    const world = asked();
    const result = returnResult("ccbsRequest", 1, { noPathReservation: true, retainService: true });
    world.receive(3, "CONNECT", [apdu(result, isoDialect)]);
    world.receive(3, "FACILITY", ccExecPossible());
    world.press(a, "dial");
    const recall = world.call("west", setupIes("1001", "2001"));
    world.take();
    recall?.clear("to", 17, [apdu(returnError("remoteUserBusyAgain", 1), isoDialect)]);
    world.expect("3 RELEASE 16 ccCancel(2)", "screen west/1001: 2001 is busy again", "unwatch west/1001");
  });

  it("R9, S-39, S-40: cleared before ALERTING with another cause: the service ends, and may be asked for anew", () => {
    const { world, recall } = calling();
    recall.clear("to", 27);
    world.expect("3 RELEASE 16 ccCancel(2)", "screen west/1001: 2001 cannot be reached", "unwatch west/1001");
    expect(world.states).to.deep.equal([]);
    world.press(a, "callBack");
    world.expect("6 SETUP 1001>2001 ccbsRequest(1) 1001>2001 retain");
    world.receive(6, "CONNECT", step("F1-ccbs-retain", 8).ies);
    world.receive(6, "FACILITY", ccExecPossible());
    world.press(a, "dial");
    world.take();
    const second = world.call("west", setupIes("1001", "2001"));
    second?.clear("to", 27);
    world.take();
    world.pass(25_000);
    expectOver(world);
  });

  it("R9: A hangs up before ALERTING", () => {
    const { world, recall } = calling();
    recall.clear("from", 16);
    world.expect("3 RELEASE 16 ccCancel(2)", "unwatch west/1001");
    expectOver(world);
  });

  it("R9: cleared after ALERTING, whatever the cause: fulfilled", () => {
    for (const [by, cause] of [
      ["to", 17],
      ["to", 19],
      ["from", 16],
    ] as const) {
      const { world, recall } = calling();
      recall.alert().clear(by, cause);
      world.expect("3 RELEASE 16 ccCancel(2)", "unwatch west/1001");
      expectOver(world);
    }
  });

  it("R9: the recall that rings for ever ends the service by T301, T2 no longer runs", () => {
    const { world, recall } = calling();
    recall.alert();
    world.pass(179_999);
    world.expect();
    world.pass(1);
    world.expect("3 RELEASE 16 ccCancel(2)", "unwatch west/1001");
    expectOver(world);
    recall.answer().clear("to", 16);
    world.expect();
  });

  it("R9: failureToMatch: RELEASE without an APDU, and the call once more without ccRingout", () => {
    const { world, recall } = calling();
    recall.clear("to", 16, step("G2-ringout-nomatch", 2).ies.slice(1));
    world.expect(
      "3 RELEASE 16",
      "redo 1001>2001",
      "screen west/1001: The other side has forgotten CallBack on 2001",
      "unwatch west/1001",
    );
    recall.alert().answer().clear("to", 16);
    world.expect();
    expectOver(world);
  });

  it("R11: B's PINX just releases the connection once the recall rings", () => {
    const { world, recall } = calling();
    recall.alert();
    world.receive(3, "RELEASE", [causeElement(16)]);
    world.expect("unwatch west/1001");
    recall.answer();
    world.expect();
    expectOver(world);
  });

  it("R11: without a connection nothing is sent after a successful recall", () => {
    const world = released();
    const connection = world.cis("east", ccExecPossibleSetup());
    world.press(a, "dial");
    const recall = world.call("west", setupIes("1001", "2001"))?.alert();
    world.take();
    world.lose(connection, 41, "linkDown");
    recall?.answer();
    world.expect("unwatch west/1001");
    expectOver(world);
  });

  it("R34: B's side cancels before it clears the recall: A hears how the call ended, once, and may ask anew", () => {
    const ends = [
      [17, "2001 is busy again"],
      [27, "2001 cannot be reached"],
    ] as const;
    for (const [cause, text] of ends) {
      const { world, recall } = calling();
      world.receive(3, "RELEASE", ccCancel());
      world.expect();
      world.cis("east", ccExecPossibleSetup());
      world.expect("6 RELEASE COMPLETE 16 ccCancel(1)");
      recall.clear("to", cause);
      world.expect(`screen west/1001: ${text}`, "unwatch west/1001");
      world.press(a, "callBack");
      expect(world.take()[0]).to.match(/^7 SETUP 1001>2001 ccbsRequest/);
    }
    const { world, recall } = calling();
    world.receive(3, "RELEASE", ccCancel());
    recall.alert();
    world.expect("unwatch west/1001");
    expectOver(world);
  });

  it("the relay could not send the recall on", () => {
    const world = recalled();
    world.press(a, "dial");
    const verdict = world.layer.bearerSetup(9, "west", {
      callReference: { value: 1, flag: 0, length: 2 },
      type: 5,
      message: "SETUP",
      ies: setupIes("1001", "2001"),
      problems: [],
    });
    expect(verdict).to.include({ verdict: "relay", trunk: "east", request: "r1" });
    world.take();
    world.layer.callFailed("r1");
    world.expect("3 RELEASE 16 ccCancel(2)", "screen west/1001: 2001 cannot be reached", "unwatch west/1001");
  });
});
