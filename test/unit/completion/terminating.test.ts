import { expect } from "chai";
import { describe, it } from "mocha";
import { causeElement } from "../../../codecs/q931/make.ts";
import { facilityHex, step } from "./flows.ts";
import {
  b,
  ccCancel,
  ccCancelSetup,
  ccnrRequest,
  ccResume,
  ccSuspend,
  failedCall,
  notified,
  notifiedBySetup,
  recallSetup,
  released,
  request,
  requestReleased,
  retained,
  ringing,
} from "./terminating-steps.ts";
import { busy, idle, servingB } from "./world.ts";
import type { World } from "./world.ts";

function expectOver(world: World): void {
  expect(world.states).to.deep.equal([]);
  expect(world.timers).to.equal(0);
}

describe("terminating side: flows with libpri as user A's PINX", () => {
  it("F1: CCBS, connection retained, to the end", () => {
    const world = failedCall();
    world.cis("east", request());
    world.expect("3 CALL PROCEEDING", "watch west/2001");
    world.line(b, busy);
    world.expect("3 CONNECT result(2)");
    world.receive(3, "CONNECT ACKNOWLEDGE");
    world.line(b, { ...idle, uses: 1 });
    world.pass(2999);
    world.expect();
    world.pass(1);
    world.expect("3 FACILITY ccExecPossible(1)");
    const recall = world.call("east", recallSetup());
    world.expect("relay west 1001>2001 callingName(5)");
    recall?.alert().answer();
    world.expect("3 RELEASE 16 ccCancel(2)", "unwatch west/2001");
    recall?.clear("to", 16);
    world.expect();
    expectOver(world);
  });

  it("F2: CCBS, connection released; ccExecPossible goes in a SETUP", () => {
    const world = failedCall();
    world.cis("east", requestReleased());
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
    expectOver(world);
  });

  it("F3: CCNR, used and free again; A suspends, resumes, gets a second ccExecPossible; B's side cancels", () => {
    const world = failedCall();
    world.cis("east", ccnrRequest());
    world.line(b, idle);
    world.expect("3 CALL PROCEEDING", "watch west/2001", "3 CONNECT result(2)");
    world.pass(60_000);
    world.expect();
    world.line(b, { ...busy, uses: 1 });
    world.line(b, { ...idle, uses: 1 });
    world.pass(3000);
    world.expect("3 FACILITY ccExecPossible(1)");
    world.receive(3, "FACILITY", ccSuspend());
    world.pass(60_000);
    world.expect();
    world.receive(3, "FACILITY", ccResume());
    world.pass(0);
    world.expect("3 FACILITY ccExecPossible(2)");
    world.layer.cancel("r2");
    world.expect();
    world.layer.cancel("r1");
    world.expect("3 RELEASE 16 ccCancel(3)", "unwatch west/2001");
    expectOver(world);
  });

  it("F4: no preference: our connectionResponse decides, A cancels", () => {
    for (const [response, answer] of [
      ["retain", "3 CONNECT result(2)"],
      ["release", "3 RELEASE 16 result(2)"],
    ] as const) {
      const world = failedCall({ our: { connectionResponse: response } });
      world.cis("east", step("F4-dontcare-rspretain", 6).ies);
      world.line(b, busy);
      expect(world.take().at(-1)).to.equal(answer);
      if (response === "release") continue;
      world.receive(3, "RELEASE", ccCancel());
      world.expect("unwatch west/2001");
      expectOver(world);
    }
  });

  it("F5, F6: refused when the line is known: RELEASE with the error", () => {
    const voicemail = { ...idle, forward: { all: "5000" }, voicemail: { pilot: "5000" } };
    for (const [report, error] of [
      ["lost", "shortTermRejection"],
      ["absent", "longTermRejection"],
      [voicemail, "longTermRejection"],
    ] as const) {
      const world = failedCall();
      world.cis("east", request());
      world.take();
      world.line(b, report);
      world.expect(`3 RELEASE 16 error ${error}(2)`, "unwatch west/2001");
      expectOver(world);
    }
  });

  it("F7: we cancel a released service in a SETUP of its own", () => {
    const world = released();
    world.layer.cancel("r1");
    world.expect("4 SETUP 2001>1001 ccCancel(1) full 1001>2001", "unwatch west/2001");
    world.receive(4, "RELEASE COMPLETE", [causeElement(16)]);
    expectOver(world);
  });

  it("F8: A is busy when ccExecPossible comes: ccSuspend in CONNECT", () => {
    const world = notifiedBySetup();
    world.receive(4, "CALL PROCEEDING");
    world.receive(4, "CONNECT", ccSuspend());
    expect(world.states).to.deep.equal(["terminating Suspended"]);
    world.receive(4, "FACILITY", ccResume());
    world.pass(0);
    world.expect("4 FACILITY ccExecPossible(2)");
  });

  it("F9, S-12: the service is off: longTermRejection as the first response", () => {
    for (const settings of [{ trunk: { enabled: false } }, { cluster: { enabled: false } }]) {
      const world = failedCall(settings);
      world.cis("east", request());
      world.expect("3 RELEASE COMPLETE 16 error longTermRejection(2)");
      expectOver(world);
    }
  });

  it("G2: ccRingout that matches nothing", () => {
    const world = servingB();
    world.call("east", step("G2-ringout-nomatch", 1).ies);
    world.expect("1 RELEASE COMPLETE 16 error failureToMatch(10)");
  });

  it("G3: ccPathReserve is refused", () => {
    const world = notified();
    world.call("east", step("G3-pathreserve-unsupported", 1).ies);
    world.expect("4 RELEASE COMPLETE 16 error failedDueToInterworking(9)");
    expect(world.states).to.deep.equal(["terminating Notified"]);
  });

  it("G4: an unknown operation to clear on: RELEASE COMPLETE 69, no reject", () => {
    const world = servingB();
    world.cis("east", step("G4-unknown-op-cis", 1).ies);
    world.expect("1 RELEASE COMPLETE 69");
  });

  it("G5: A gives up before the answer", () => {
    const world = failedCall();
    world.cis("east", request());
    world.take();
    world.receive(3, "RELEASE", [causeElement(16)]);
    world.expect("unwatch west/2001");
    expectOver(world);
  });

  it("G7: A's T2 runs out without a connection: its ccCancel SETUP is answered RELEASE COMPLETE 16", () => {
    const world = released();
    world.cis("east", ccCancelSetup());
    world.expect("4 RELEASE COMPLETE 16", "unwatch west/2001");
    expectOver(world);
  });

  it("G8: our T2 runs out, with a connection and without", () => {
    const world = retained();
    world.pass(3_600_000);
    world.expect("3 RELEASE 16 ccCancel(1)", "unwatch west/2001");
    expectOver(world);
    const other = released();
    other.pass(3_600_000);
    other.expect("4 SETUP 2001>1001 ccCancel(1) full 1001>2001", "unwatch west/2001");
    expectOver(other);
  });

  it("CCNR runs its own T2", () => {
    const world = failedCall();
    world.cis("east", ccnrRequest());
    world.line(b, idle);
    world.take();
    world.pass(11_699_999);
    world.expect();
    world.pass(1);
    world.expect("3 RELEASE 16 ccCancel(1)", "unwatch west/2001");
  });

  it("CCNR: a call of which only the end was seen counts where the configuration says so", () => {
    const ofUnseen = (countUnseenCalls: boolean) => {
      const world = failedCall({ cluster: { countUnseenCalls } });
      world.cis("east", ccnrRequest());
      world.line(b, idle);
      world.line(b, { ...idle, unseen: 1 });
      world.take();
      world.pass(3000);
      return world;
    };
    ofUnseen(false).expect();
    ofUnseen(true).expect("3 FACILITY ccExecPossible(1)");
  });

  it("G10: both sides cancel at once", () => {
    const world = released();
    world.layer.cancel("r1");
    world.take();
    world.cis("east", ccCancelSetup());
    world.expect("5 RELEASE COMPLETE 16");
    world.receive(4, "RELEASE COMPLETE", [causeElement(16)]);
    expectOver(world);
  });

  it("G11: A's ccCancel crosses our ccExecPossible; A answers that with ccCancel too", () => {
    const world = notifiedBySetup();
    world.cis("east", ccCancelSetup());
    world.expect("4 RELEASE 16", "5 RELEASE COMPLETE 16", "unwatch west/2001");
    expectOver(world);
    const answered = notifiedBySetup();
    answered.receive(4, "RELEASE COMPLETE", step("G1-execpossible-nomatch", 11).ies);
    answered.expect("unwatch west/2001");
    expectOver(answered);
  });

  it("G12: B is busy again: not relayed, DISCONNECT 17 with remoteUserBusyAgain, the service ends", () => {
    const world = notified();
    world.line(b, busy);
    world.expect();
    expect(world.call("east", recallSetup())).to.equal(undefined);
    world.expect(
      "4 CALL PROCEEDING",
      "4 DISCONNECT 17 error remoteUserBusyAgain(4)",
      "3 RELEASE 16 ccCancel(2)",
      "unwatch west/2001",
    );
    expectOver(world);
  });

  it("G13: the same request again while it is active, in every state", () => {
    const { world: ringingWorld } = ringing();
    for (const world of [retained(), notified(), notifiedBySetup(), ringingWorld]) {
      const before = world.states;
      const connection = world.cis("east", step("G13-second-request-while-active", 10).ies);
      world.expect(`${connection} RELEASE COMPLETE 16 error shortTermRejection(32)`);
      expect(world.states).to.deep.equal(before);
    }
  });

  it("writes its APDUs as libpri writes them, octet for octet but the invoke id", () => {
    const world = notified();
    world.layer.cancel("r1");
    const sent = world.connections.sent.filter(({ connection }) => connection === 3).map(({ ies }) => facilityHex(ies));
    expect(sent).to.deep.equal([
      [],
      facilityHex(step("F1-ccbs-retain", 8).ies),
      facilityHex(step("F1-ccbs-retain", 10).ies),
      facilityHex(step("G8-T2-expiry-atB-retain", 10).ies),
    ]);
    const ccnr = failedCall();
    ccnr.cis("east", ccnrRequest());
    ccnr.line(b, idle);
    expect(facilityHex(ccnr.connections.sent.at(-1)?.ies ?? [])).to.deep.equal(
      facilityHex(step("F3-ccnr-suspend-resume", 9).ies),
    );
    const bySetup = notifiedBySetup().connections.sent.at(-1)?.ies ?? [];
    expect(facilityHex(bySetup)).to.deep.equal(facilityHex(step("F2-ccbs-release", 10).ies));
    const cancelled = released();
    cancelled.layer.cancel("r1");
    expect(facilityHex(cancelled.connections.sent.at(-1)?.ies ?? [])).to.deep.equal(
      facilityHex(step("F7-release-cancel-by-B", 10).ies),
    );
  });
});
