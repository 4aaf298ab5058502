import { expect } from "chai";
import { describe, it } from "mocha";
import { facilityHex, step } from "./flows.ts";
import {
  a,
  asked,
  calling,
  ccCancelSetup,
  ccExecPossible,
  ccExecPossibleSetup,
  released,
  retained,
} from "./originating-steps.ts";
import { busy, idle, servingA, setupIes } from "./world.ts";
import type { World } from "./world.ts";

function expectOver(world: World): void {
  expect(world.states).to.deep.equal([]);
  expect(world.timers).to.equal(0);
}

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
    world.receive(3, "FACILITY", ccExecPossible());
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
    world.expect();
    expectOver(world);
  });

  it("F2: CCBS, connection released; ccExecPossible comes in a SETUP, B ends the service", () => {
    const world = released();
    expect(world.states).to.deep.equal(["originating Active"]);
    const connection = world.cis("east", ccExecPossibleSetup());
    world.expect("4 CALL PROCEEDING", "4 CONNECT", "screen west/1001: 2001 has become available (sound)");
    world.press(a, "dial");
    const recall = world.call("west", setupIes("1001", "2001"))?.alert();
    world.expect("place west/1001 to 2001", "screen west/1001: nothing", "relay east 1001>2001 ccRingout(1)");
    world.receive(connection, "RELEASE", step("F2-ccbs-release", 17).ies);
    world.expect("unwatch west/1001");
    recall?.answer();
    world.expect();
    expectOver(world);
  });

  it("F3: CCNR, A busy when B becomes free: suspend, resume, a second ccExecPossible; B cancels", () => {
    const world = servingA();
    world.call("west", setupIes("1001", "2001"))?.alert().clear("from", 16);
    world.press(a, "callBack");
    world.expect("relay east 1001>2001", "3 SETUP 1001>2001 ccnrRequest(1) 1001>2001 retain");
    world.receive(3, "CALL PROCEEDING");
    world.receive(3, "CONNECT", step("F3-ccnr-suspend-resume", 8 + 1).ies);
    world.line(a, busy);
    world.expect("watch west/1001", "screen west/1001: CallBack is activated on 2001");
    world.receive(3, "FACILITY", step("F3-ccnr-suspend-resume", 11).ies);
    world.expect("3 FACILITY ccSuspend(2)");
    expect(world.states).to.deep.equal(["originating Suspended"]);
    world.line(a, idle);
    world.expect("3 FACILITY ccResume(3)");
    world.receive(3, "FACILITY", step("F3-ccnr-suspend-resume", 14).ies);
    world.expect("screen west/1001: 2001 has become available (sound)");
    world.receive(3, "RELEASE", step("F3-ccnr-suspend-resume", 15).ies);
    world.expect("screen west/1001: CallBack on 2001 was cancelled by the other side", "unwatch west/1001");
    expectOver(world);
  });

  it("F4: no preference, B retains; A cancels", () => {
    const world = asked({ our: { connectionProposal: "none" } });
    world.expect("3 SETUP 1001>2001 ccbsRequest(1) 1001>2001");
    world.receive(3, "CALL PROCEEDING");
    world.receive(3, "CONNECT", step("F4-dontcare-rspretain", 8).ies);
    world.take();
    world.press(a, "cancel");
    world.expect("3 RELEASE 16 ccCancel(2)", "screen west/1001: nothing", "unwatch west/1001");
    expectOver(world);
  });

  it("no preference, B releases: the service lives without a connection", () => {
    const world = asked({ our: { connectionProposal: "none" } });
    world.receive(3, "RELEASE", step("F2-ccbs-release", 8).ies);
    expect(world.states).to.deep.equal(["originating Active"]);
  });

  it("F5: short term rejection in RELEASE; the user is told and may try again", () => {
    const world = asked();
    world.receive(3, "CALL PROCEEDING");
    world.receive(3, "RELEASE", step("F5-shortterm", 8).ies);
    world.expect(
      "3 SETUP 1001>2001 ccbsRequest(1) 1001>2001 retain",
      "screen west/1001: 2001 cannot take CallBack now",
    );
    expect(world.states).to.deep.equal([]);
    world.press(a, "callBack");
    world.expect("4 SETUP 1001>2001 ccbsRequest(1) 1001>2001 retain");
    world.receive(4, "RELEASE COMPLETE", step("F5-shortterm", 8).ies);
    world.expect("screen west/1001: 2001 cannot take CallBack now");
    world.pass(25_000);
    expectOver(world);
    world.press(a, "callBack");
    world.expect("screen west/1001: No call for CallBack");
  });

  it("F6, F9: long term rejection, in RELEASE or as the first response", () => {
    for (const first of [false, true]) {
      const world = asked();
      world.take();
      if (!first) world.receive(3, "CALL PROCEEDING");
      world.receive(3, first ? "RELEASE COMPLETE" : "RELEASE", step("F9-B-disabled", 7).ies);
      world.expect("screen west/1001: 2001 does not take CallBack");
      expectOver(world);
    }
  });

  it("F7: B cancels a released service in a SETUP of its own", () => {
    const world = released();
    world.cis("east", ccCancelSetup());
    world.expect(
      "4 RELEASE COMPLETE 16",
      "screen west/1001: CallBack on 2001 was cancelled by the other side",
      "unwatch west/1001",
    );
    expectOver(world);
  });

  it("F8: ccExecPossible in a SETUP while A is busy: ccSuspend in CONNECT", () => {
    const world = released();
    world.line(a, busy);
    const connection = world.cis("east", ccExecPossibleSetup());
    world.expect("4 CALL PROCEEDING", "4 CONNECT ccSuspend(1)");
    world.line(a, idle);
    world.expect("4 FACILITY ccResume(2)");
    world.receive(connection, "FACILITY", ccExecPossible());
    world.expect("screen west/1001: 2001 has become available (sound)");
  });

  it("writes its APDUs as libpri writes them, octet for octet but the invoke id", () => {
    const world = retained();
    world.line(a, busy);
    world.receive(3, "FACILITY", ccExecPossible());
    world.line(a, idle);
    world.press(a, "cancel");
    const sent = world.connections.sent.filter(({ connection }) => connection === 3);
    expect(sent.map(({ message }) => message)).to.deep.equal(["SETUP", "FACILITY", "FACILITY", "RELEASE"]);
    expect(sent.map(({ ies }) => facilityHex(ies))).to.deep.equal([
      facilityHex(step("F1-ccbs-retain", 6).ies),
      facilityHex(step("F3-ccnr-suspend-resume", 12).ies),
      facilityHex(step("F3-ccnr-suspend-resume", 13).ies),
      facilityHex(step("G6-T3-expiry", 11).ies),
    ]);
    const fullCancel = released();
    fullCancel.press(a, "cancel");
    expect(facilityHex(fullCancel.connections.sent.at(-1)?.ies ?? [])).to.deep.equal(
      facilityHex(step("G7-T2-expiry-atA-release", 10).ies),
    );
    const recall = calling().recall.relayed.sent;
    expect(facilityHex(recall)).to.deep.equal(facilityHex(step("F1-ccbs-retain", 11).ies));
  });
});
