import { expect } from "chai";
import { describe, it } from "mocha";
import { isoDialect } from "../../../codecs/dialect.ts";
import { facilityOf } from "../../../codecs/facility/encode.ts";
import { facilityElement } from "../../../codecs/q931/ie/facility.ts";
import { causeElement } from "../../../codecs/q931/make.ts";
import type { InformationElement } from "../../../codecs/q931/message.ts";
import { bareInvoke, cisSetup } from "../../../src/completion/messages.ts";
import {
  b,
  ccnrRequest,
  ccResume,
  ccSuspend,
  failedCall,
  notified,
  ccCancelSetup,
  request,
  retained,
  requestOf,
  recallOf,
} from "./terminating-steps.ts";
import { busy, idle, servingB, setupIes } from "./world.ts";

describe("terminating side: the call before the request (R8)", () => {
  it("keeps a failed call for T_RETENTION from its clearing on, however long it rang", () => {
    const world = servingB();
    const call = world.call("east", setupIes("1001", "2001"))?.alert();
    world.pass(120_000);
    expect(world.timers).to.equal(0);
    call?.clear("to", 19);
    expect(world.timers).to.equal(1);
    world.pass(59_999);
    expect(world.timers).to.equal(1);
    world.pass(1);
    expect(world.timers).to.equal(0);
  });

  it("forgets a call that is answered", () => {
    const world = servingB();
    const call = world.call("east", setupIes("1001", "2001"))?.alert().answer();
    call?.clear("from", 16);
    expect(world.timers).to.equal(0);
  });

  it("accepts a request without a call before it, and one that comes too late", () => {
    for (const late of [false, true]) {
      const world = late ? failedCall() : servingB();
      world.pass(60_000);
      const connection = world.cis("east", request());
      world.line(b, busy);
      world.expect(`${connection} CALL PROCEEDING`, "watch west/2001", `${connection} CONNECT result(2)`);
    }
  });
});

describe("terminating side: what is refused", () => {
  it("R9: the monitor does not answer in 4 s, or in half of A's T1", () => {
    for (const [t1Ms, ms] of [
      [30_000, 4000],
      [6000, 3000],
    ] as const) {
      const world = failedCall({ peer: { t1Ms } });
      world.cis("east", request());
      world.take();
      world.pass(ms - 1);
      world.expect();
      world.pass(1);
      world.expect("3 RELEASE 16 error shortTermRejection(2)", "unwatch west/2001");
      expect(world.states).to.deep.equal([]);
    }
  });

  it("R17: toward a neighbour without call completion", () => {
    const world = servingB();
    world.cis("east", requestOf("1001", "3001"));
    world.expect("1 RELEASE COMPLETE 16 error longTermRejection(7)");
  });

  it("R17: observe: the request passes, and what would have been done is told", () => {
    const world = servingB({ cluster: { mode: "observe" } });
    world.cis("east", request());
    world.expect("1 relayed");
    expect(world.traced).to.deep.equal([
      {
        at: 0,
        type: "request",
        request: "r1",
        text: "observed: ccbsRequest of 1001 for 2001; mode assisted would watch west/2001",
      },
    ]);
    world.cis("east", ccCancelSetup());
    expect(world.traced).to.have.length(1);
  });

  it("a numberB that is not in the cluster that was called", () => {
    const world = servingB();
    const elsewhere = requestOf("1001", "4001").slice(0, 3);
    world.cis("east", [...elsewhere, ...setupIes("1001", "2001").slice(1)]);
    world.expect("1 RELEASE COMPLETE 16 error longTermRejection(7)");
  });

  it("limits: in all, on a trunk, on a line", () => {
    for (const limits of [{ requests: 2 }, { requestsPerTrunk: 2 }, { requestsPerLine: 2 }]) {
      const world = servingB({ limits });
      for (const a of ["1001", "1002", "1003"]) world.cis("east", requestOf(a, "2001"));
      world.expect(
        "1 CALL PROCEEDING",
        "watch west/2001",
        "2 CALL PROCEEDING",
        "3 RELEASE COMPLETE 16 error shortTermRejection(7)",
      );
      world.receive(1, "RELEASE", [causeElement(16)]);
      world.cis("east", requestOf("1003", "2001"));
      world.expect("4 CALL PROCEEDING");
    }
  });

  it("limits: of one caller, on his trunk; a withheld number is nobody's", () => {
    const world = servingB({ limits: { requestsPerCaller: 2 } });
    for (const to of ["2001", "2002", "2003"]) world.cis("east", requestOf("1001", to));
    expect(world.take().at(-1)).to.equal("3 RELEASE COMPLETE 16 error shortTermRejection(7)");
    expect(world.traced.at(-1)).to.include({ reason: "refused: too many requests of 1001" });
    world.cis("north", requestOf("1001", "2003"));
    expect(world.take()[0]).to.equal("4 CALL PROCEEDING");
    world.receive(1, "RELEASE", [causeElement(16)]);
    world.take();
    world.cis("east", requestOf("1001", "2003"));
    expect(world.take()[0]).to.equal("5 CALL PROCEEDING");
    for (const to of ["2001", "2002", "2003"]) world.cis("east", requestOf("1001", to, { withheld: true }));
    expect(world.take().filter((line) => line.endsWith("CALL PROCEEDING"))).to.have.length(3);
  });

  it("the store is away: refused at once, nothing is promised", () => {
    const world = servingB();
    world.layer.store("away");
    world.cis("east", request());
    world.expect("1 RELEASE COMPLETE 16 error shortTermRejection(2)");
    world.layer.store("ok");
    world.cis("east", request());
    world.expect("2 CALL PROCEEDING", "watch west/2001");
  });

  it("CC 2.3: rejects a mistyped argument, an unknown operation as its sender wishes; the SETUP is answered", () => {
    const world = servingB();
    const mistyped = {
      component: "invoke",
      invokeId: 5,
      operation: "ccbsRequest",
      code: 40,
      argument: Uint8Array.of(5, 0),
    };
    const broken = facilityElement(facilityOf([mistyped as never], isoDialect), isoDialect);
    const problem = {
      ...(broken.value?.components[0] as object),
      problems: [{ code: "unexpectedTag", offset: 0, path: "" }],
    };
    const read = { ...broken, value: { ...broken.value, components: [problem] } } as InformationElement;
    world.cis("east", cisSetup(read, setupIes("1001", "2001").slice(1)));
    world.expect("1 RELEASE COMPLETE 69 reject mistypedArgument(5)");
    const unknown = {
      component: "invoke",
      invokeId: 6,
      operation: null,
      code: 127,
      argument: Uint8Array.of(5, 0),
    } as const;
    for (const [how, answer] of [
      ["rejectAnyUnrecognisedInvokePdu", "2 RELEASE COMPLETE 69 reject unrecognizedOperation(6)"],
      ["discardAnyUnrecognisedInvokePdu", "3 RELEASE COMPLETE 69"],
      ["clearCallIfAnyInvokePduNotRecognised", "4 RELEASE COMPLETE 69"],
    ] as const) {
      const ie = facilityElement(facilityOf([unknown], isoDialect, how), isoDialect);
      world.cis("east", cisSetup(ie, setupIes("1001", "2001").slice(1)));
      world.expect(answer);
    }
  });

  it("R7, R27: a known operation in a SETUP where it has no place is answered RELEASE COMPLETE 16", () => {
    const world = servingB();
    world.cis("east", cisSetup(bareInvoke("ccSuspend", 3, isoDialect), setupIes("1001", "2001").slice(1)));
    world.expect("1 RELEASE COMPLETE 16");
    world.cis("east", setupIes("1001", "2001"));
    world.expect("2 RELEASE COMPLETE 69");
  });

  it("R17: what is not for an assisted neighbour passes", () => {
    const world = servingB();
    world.cis("east", requestOf("1001", "4001"));
    world.expect("1 relayed");
    world.cis("east", requestOf("1001", "9999"));
    world.expect("2 relayed");
    world.call("east", recallOf("1001", "4001"));
    world.expect("relay north 1001>4001 ccRingout(9)");
    world.call("east", recallOf("1001", "3001"));
    world.expect("relay south 1001>3001");
  });
});

describe("terminating side: the line of user B (R21, systems 4.2)", () => {
  it("B free already: accepted first, then ccExecPossible", () => {
    const world = failedCall();
    world.cis("east", request());
    world.line(b, idle);
    world.expect("3 CALL PROCEEDING", "watch west/2001", "3 CONNECT result(2)");
    world.pass(3000);
    world.expect("3 FACILITY ccExecPossible(1)");
  });

  it("the guard starts anew when B is busy again, and does not run out on a line nobody sees", () => {
    const world = retained();
    world.line(b, idle);
    world.pass(2000);
    world.line(b, busy);
    world.line(b, idle);
    world.pass(2000);
    world.expect();
    world.line(b, "lost");
    world.pass(60_000);
    world.expect();
    world.line(b, idle);
    world.pass(2999);
    world.expect();
    world.pass(1);
    world.expect("3 FACILITY ccExecPossible(1)");
  });

  it("S-28: CCNR waits for a use", () => {
    const world = failedCall();
    world.cis("east", ccnrRequest());
    world.line(b, { ...idle, uses: 5 });
    world.take();
    world.line(b, { ...idle, uses: 5, ringingIn: 1 });
    world.line(b, { ...idle, uses: 5 });
    world.pass(10_000);
    world.expect();
    world.line(b, { ...idle, uses: 6 });
    world.pass(3000);
    world.expect("3 FACILITY ccExecPossible(1)");
  });

  it("S-64: B's phone registers anew: the request lives; R9: B's line is deleted: ccCancel", () => {
    const world = retained();
    world.line(b, { ...idle, registered: "no", epoch: 1 });
    world.pass(10_000);
    world.line(b, { ...idle, epoch: 2 });
    world.pass(3000);
    world.expect("3 FACILITY ccExecPossible(1)");
    world.line(b, "absent");
    world.expect("3 RELEASE 16 ccCancel(2)", "unwatch west/2001");
  });

  it("S-32: what B does while A is suspended does not matter; after ccResume a free line is told at once", () => {
    const world = notified();
    world.receive(3, "FACILITY", ccSuspend());
    world.line(b, busy);
    world.line(b, idle);
    world.pass(60_000);
    world.expect();
    world.line(b, busy);
    world.receive(3, "FACILITY", ccResume());
    world.pass(10_000);
    world.expect();
    world.line(b, idle);
    world.pass(3000);
    world.expect("3 FACILITY ccExecPossible(2)");
  });

  it("S-41, S-42: several wait for one line: one subscription, all are told", () => {
    const world = servingB();
    world.cis("east", requestOf("1001", "2001", { retainSigConnection: true }));
    world.line(b, busy);
    world.cis("east", requestOf("1002", "2001", { retainSigConnection: true }));
    world.expect(
      "1 CALL PROCEEDING",
      "watch west/2001",
      "1 CONNECT result(7)",
      "2 CALL PROCEEDING",
      "2 CONNECT result(7)",
    );
    world.line(b, idle);
    world.pass(3000);
    world.expect("1 FACILITY ccExecPossible(1)", "2 FACILITY ccExecPossible(1)");
    const recall = world.call("east", recallOf("1001", "2001"))?.alert().answer();
    world.line(b, busy);
    world.call("east", recallOf("1002", "2001"));
    world.expect(
      "relay west 1001>2001",
      "1 RELEASE 16 ccCancel(2)",
      "5 CALL PROCEEDING",
      "5 DISCONNECT 17 error remoteUserBusyAgain(9)",
      "2 RELEASE 16 ccCancel(2)",
      "unwatch west/2001",
    );
    recall?.clear("to", 16);
    expect(world.states).to.deep.equal([]);
  });
});
