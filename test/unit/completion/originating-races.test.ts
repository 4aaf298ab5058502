import { expect } from "chai";
import { describe, it } from "mocha";
import { isoDialect } from "../../../codecs/dialect.ts";
import { causeElement } from "../../../codecs/q931/make.ts";
import { facilityElement } from "../../../codecs/q931/ie/facility.ts";
import { facilityOf } from "../../../codecs/facility/encode.ts";
import type { InformationElement } from "../../../codecs/q931/message.ts";
import { apdu, bareInvoke, cisSetup, serviceInvoke } from "../../../src/completion/messages.ts";
import { step } from "./flows.ts";
import {
  a,
  asked,
  calling,
  ccCancelSetup,
  ccExecPossible,
  ccExecPossibleSetup,
  recalled,
  released,
  retained,
} from "./originating-steps.ts";
import { busy, idle, servingA, setupIes } from "./world.ts";

describe("originating side: what overtakes or crosses (R7, CC 5.7)", () => {
  it("R7: ccExecPossible in a SETUP before the result: held, then taken", () => {
    const world = asked({ our: { connectionProposal: "release" } });
    world.take();
    world.cis("east", ccExecPossibleSetup());
    world.expect("4 CALL PROCEEDING");
    world.receive(3, "RELEASE", step("F2-ccbs-release", 8).ies);
    world.expect(
      "watch west/1001",
      "screen west/1001: CallBack is activated on 2001",
      "4 CONNECT",
      "screen west/1001: 2001 has become available (sound)",
    );
    world.press(a, "cancel");
    world.expect("4 RELEASE 16 ccCancel(1)", "screen west/1001: nothing", "unwatch west/1001");
  });

  it("R7: held, and the request fails: RELEASE with ccCancel on the SETUP", () => {
    const rejected = asked();
    rejected.cis("east", ccExecPossibleSetup());
    rejected.take();
    rejected.receive(3, "RELEASE", step("F5-shortterm", 8).ies);
    rejected.expect("4 RELEASE 16 ccCancel(1)", "screen west/1001: 2001 cannot take CallBack now");
    const silent = asked();
    silent.cis("east", ccExecPossibleSetup());
    silent.take();
    silent.pass(30_000);
    silent.expect(
      "3 RELEASE 16",
      "4 RELEASE 16 ccCancel(1)",
      "screen west/1001: CallBack failed: no answer about 2001",
    );
    expect(silent.connections.left).to.deep.equal([1, 2]);
  });

  it("R7: a second SETUP while one is held is refused", () => {
    const world = asked();
    world.cis("east", ccExecPossibleSetup());
    world.take();
    world.cis("east", ccExecPossibleSetup());
    world.expect("5 RELEASE COMPLETE 16 ccCancel(1)");
  });

  it("R7: the held SETUP is given up by its sender", () => {
    const world = asked({ our: { connectionProposal: "release" } });
    world.cis("east", ccExecPossibleSetup());
    world.receive(4, "RELEASE", [causeElement(102)]);
    world.take();
    world.receive(3, "RELEASE", step("F2-ccbs-release", 8).ies);
    world.expect("watch west/1001", "screen west/1001: CallBack is activated on 2001");
  });

  it("R7: ccCancel before the result, in a SETUP of its own", () => {
    const world = asked();
    world.take();
    world.cis("east", ccCancelSetup());
    world.expect(
      "3 RELEASE 16",
      "4 RELEASE COMPLETE 16",
      "screen west/1001: CallBack on 2001 was cancelled by the other side",
    );
    expect(world.states).to.deep.equal([]);
  });

  it("the user gives up before the result: Cancel is told when the result is there", () => {
    const world = asked();
    world.press(a, "cancel");
    world.take();
    expect(world.states).to.deep.equal(["originating Clearing"]);
    world.receive(3, "CONNECT", step("F1-ccbs-retain", 8).ies);
    world.expect("3 RELEASE 16 ccCancel(2)");
    expect(world.states).to.deep.equal([]);
    const silent = asked();
    silent.press(a, "cancel");
    silent.take();
    silent.pass(30_000);
    silent.expect("3 RELEASE 16");
  });

  it("given up, the answer not there: B is not asked for anew, for nothing would tell the two apart", () => {
    const world = asked();
    world.press(a, "cancel");
    world.take();
    world.press(a, "callBack", "2001");
    world.expect("screen west/1001: CallBack on 2001 is being set up");
    world.press(a, "callBack", "2002");
    expect(world.take()[0]).to.match(/ SETUP 1001>2002 ccbsRequest/);
    const answered = asked();
    answered.press(a, "cancel");
    answered.receive(3, "CONNECT", step("F1-ccbs-retain", 8).ies);
    answered.take();
    answered.press(a, "callBack", "2001");
    expect(answered.take()[0]).to.match(/ SETUP 1001>2001 ccbsRequest/);
  });

  it("a ccExecPossible SETUP while a connection is there: an alias, refused", () => {
    for (const world of [retained(), recalled(), calling().world]) {
      const connection = world.cis("east", ccExecPossibleSetup());
      world.expect(`${connection} RELEASE COMPLETE 16 ccCancel(1)`);
    }
  });

  it("the retained connection is lost: the service stays, and a SETUP brings a new one", () => {
    const world = retained();
    world.lose(3, 41, "linkDown");
    world.expect();
    expect(world.states).to.deep.equal(["originating Active"]);
    world.cis("east", ccExecPossibleSetup());
    world.expect("4 CALL PROCEEDING", "4 CONNECT", "screen west/1001: 2001 has become available (sound)");
  });

  it("suspended, the connection lost, then A free: nothing can resume, so the service ends", () => {
    const world = retained();
    world.line(a, busy);
    world.receive(3, "FACILITY", ccExecPossible());
    world.lose(3, 41, "linkDown");
    world.take();
    world.line(a, idle);
    world.expect(
      "4 SETUP 1001>2001 ccCancel(1) full 1001>2001",
      "screen west/1001: CallBack on 2001 lost its connection",
      "unwatch west/1001",
    );
  });

  it("S-60: busy is what the busy trigger says", () => {
    for (const [trigger, suspends] of [
      [1, true],
      [2, false],
    ] as const) {
      const world = retained({ cluster: { busyTrigger: trigger } });
      world.line(a, busy);
      world.receive(3, "FACILITY", ccExecPossible());
      expect(world.take()[0]?.includes("ccSuspend"), `trigger ${trigger}`).to.equal(suspends);
    }
  });

  it("R35: a peer that bears no ccSuspend is not told; A hears of B when he is free", () => {
    const world = released({ peer: { suspends: false } });
    world.line(a, busy);
    world.cis("east", ccExecPossibleSetup());
    world.expect("4 CALL PROCEEDING", "4 CONNECT");
    world.line(a, idle);
    world.expect("screen west/1001: 2001 has become available (sound)");
    const late = released({ peer: { suspends: false } });
    late.line(a, busy);
    late.cis("east", ccExecPossibleSetup());
    late.take();
    late.pass(300_000);
    late.expect("4 RELEASE 16 ccCancel(1)", "screen west/1001: CallBack on 2001 has expired", "unwatch west/1001");
  });

  it("S-63: the phone of A registers anew or goes: cancelled without a screen", () => {
    for (const report of [{ ...idle, epoch: 2 }, { ...idle, registered: "no" } as const, "absent" as const]) {
      const world = retained();
      world.line(a, report);
      world.expect("3 RELEASE 16 ccCancel(2)", "screen west/1001: nothing", "unwatch west/1001");
    }
  });

  it("systems 4.2: a monitor that is lost changes nothing", () => {
    const world = retained();
    world.line(a, "lost");
    world.expect();
    expect(world.states).to.deep.equal(["originating Active"]);
  });

  it("S-08: the second press replaces the request", () => {
    const world = retained();
    world.call("west", setupIes("1001", "2002"))?.clear("to", 17);
    world.take();
    world.press(a, "callBack");
    world.expect("screen west/1001: CallBack is activated on 2001");
    world.press(a, "callBack");
    world.expect(
      "3 RELEASE 16 ccCancel(2)",
      "screen west/1001: nothing",
      "unwatch west/1001",
      "6 SETUP 1001>2002 ccbsRequest(1) 1001>2002 retain",
    );
    expect(world.states).to.deep.equal(["originating Requested"]);
  });

  it("an operator asks and cancels like the user", () => {
    const world = servingA();
    world.call("west", setupIes("1001", "2001"))?.clear("to", 17);
    world.take();
    world.layer.activate(a, "9999");
    world.expect("screen west/1001: No call for CallBack");
    world.layer.activate(a, "2001");
    world.expect("3 SETUP 1001>2001 ccbsRequest(1) 1001>2001 retain");
    world.receive(3, "CONNECT", step("F1-ccbs-retain", 8).ies);
    world.take();
    world.layer.cancel("r1");
    world.expect("3 RELEASE 16 ccCancel(2)", "screen west/1001: nothing", "unwatch west/1001");
  });

  it("R27, CC 2.3: operations out of place are ignored, unknown ones answered as their sender wishes", () => {
    const world = retained();
    world.receive(3, "FACILITY", [bareInvoke("ccResume", 7, isoDialect)]);
    world.expect();
    const unknown = {
      component: "invoke",
      invokeId: 9,
      operation: null,
      code: 127,
      argument: Uint8Array.of(5, 0),
    } as const;
    const sent = (how?: "discardAnyUnrecognisedInvokePdu" | "clearCallIfAnyInvokePduNotRecognised") =>
      world.receive(3, "FACILITY", [facilityElement(facilityOf([unknown], isoDialect, how), isoDialect)]);
    sent("discardAnyUnrecognisedInvokePdu");
    world.expect();
    sent();
    world.expect("3 FACILITY reject unrecognizedOperation(9)");
    sent("clearCallIfAnyInvokePduNotRecognised");
    world.expect("3 RELEASE 69");
    expect(world.states).to.deep.equal(["originating Active"]);
  });

  it("R44: a response with another invoke id answers nothing", () => {
    const world = asked();
    world.take();
    world.receive(3, "CONNECT", step("F1-ccbs-retain", 8).ies.map(withInvokeId));
    expect(world.states).to.deep.equal(["originating Requested"]);
  });
});

function withInvokeId(ie: InformationElement): InformationElement {
  if (ie.id !== 0x1c) return ie;
  const value = ie.value as { components: readonly object[] };
  return { ...ie, value: { ...value, components: value.components.map((each) => ({ ...each, invokeId: 5 })) } };
}

describe("originating side: answers of another form", () => {
  it("CC 2.1: a result without its SEQUENCE accepts all the same", () => {
    const world = asked();
    world.take();
    const bare = facilityElement(facilityOf([{ component: "returnResult", invokeId: 1 }], isoDialect), isoDialect);
    world.receive(3, "CONNECT", [bare]);
    world.expect("watch west/1001", "screen west/1001: CallBack is activated on 2001");
  });

  it("CC 5.3: a reject ends the request, in RELEASE or in FACILITY", () => {
    for (const name of ["RELEASE", "FACILITY"] as const) {
      const world = asked();
      world.receive(3, "CALL PROCEEDING");
      world.take();
      const reject = apdu(
        { component: "reject", invokeId: 1, problemClass: "invoke", problem: "unrecognizedOperation" },
        isoDialect,
      );
      world.receive(3, name, [reject]);
      expect(world.take().at(-1)).to.equal("screen west/1001: 2001 does not take CallBack");
      expect(world.states).to.deep.equal([]);
      expect(world.connections.left).to.deep.equal([1, 2]);
    }
  });

  it("an error of another list, or one nobody knows, is a refusal", () => {
    for (const [code, error] of [
      [10, "screen west/1001: CallBack on 2001 is blocked by another feature"],
      [1008, "screen west/1001: 2001 does not take CallBack"],
      [4711, "screen west/1001: 2001 does not take CallBack"],
    ] as const) {
      const world = asked();
      world.take();
      const name = code === 10 ? "supplementaryServiceInteractionNotAllowed" : code === 1008 ? "unspecified" : null;
      const component = { component: "returnError", invokeId: 1, error: name, code } as const;
      world.receive(3, "RELEASE COMPLETE", [facilityElement(facilityOf([component], isoDialect), isoDialect)]);
      world.expect(error);
    }
  });

  it("CC 6.1: ccExecPossible and ccCancel without numbers are matched by those of their SETUP", () => {
    const [calling, called] = setupIes("2001", "1001").slice(1);
    const numbers = [calling, called].filter((ie) => ie !== undefined);
    const world = released();
    world.cis("east", cisSetup(serviceInvoke("ccExecPossible", 1, undefined, isoDialect), numbers));
    world.expect("4 CALL PROCEEDING", "4 CONNECT", "screen west/1001: 2001 has become available (sound)");
    const cancelled = released();
    cancelled.cis("east", cisSetup(serviceInvoke("ccCancel", 1, undefined, isoDialect), numbers));
    expect(cancelled.take()[0]).to.equal("4 RELEASE COMPLETE 16");
    expect(cancelled.states).to.deep.equal([]);
  });

  it("S-73: the user who presses Exit on the screen that T3 left calls nobody", () => {
    const world = recalled();
    world.pass(30_000);
    world.press(a, "exit");
    world.take();
    world.press(a, "dial");
    world.expect();
  });
});
