import { expect } from "chai";
import { describe, it } from "mocha";
import { isoDialect } from "../../../codecs/dialect.ts";
import { facilityOf } from "../../../codecs/facility/encode.ts";
import { element } from "../../../codecs/q931/element.ts";
import { bearerCapability } from "../../../codecs/q931/ie/bearer-capability.ts";
import { callingPartyNumber } from "../../../codecs/q931/ie/calling-party-number.ts";
import { facilityElement } from "../../../codecs/q931/ie/facility.ts";
import { invoke } from "../../../codecs/rose/make.ts";
import { toHex } from "../../../codecs/shape.ts";
import {
  b,
  ccCancel,
  ccSuspend,
  failedCall,
  notified,
  recallSetup,
  request,
  retained,
  ringing,
  requestOf,
  recallOf,
} from "./terminating-steps.ts";
import { operation, rerouteing } from "./diversion.ts";
import { apdusText } from "./text.ts";
import { busy, idle, servingB, setupIes } from "./world.ts";

describe("terminating side: the recall (R5, R9, R11, R19)", () => {
  it("R5: removes ccRingout only; other components of its element, and other elements, stay octet for octet", () => {
    const world = notified();
    const name = invoke("callingName", 5, {
      name: { namePresentationAllowed: { namePresentationAllowedSimple: Uint8Array.of(65) } },
    });
    const ringout = invoke("ccRingout", 9, { none: null });
    const both = facilityElement(
      facilityOf([ringout, name], isoDialect, "discardAnyUnrecognisedInvokePdu"),
      isoDialect,
    );
    const only = facilityElement(facilityOf([name], isoDialect, "discardAnyUnrecognisedInvokePdu"), isoDialect);
    const setup = [...setupIes("1001", "2001", both), only];
    const sent = world.call("east", setup)?.relayed.sent ?? [];
    expect(sent.map(({ octets }) => toHex(octets))).to.deep.equal(
      setup.map((ie) => toHex((ie === both ? only : ie).octets)),
    );
  });

  it("R5: with a recall prefix the call takes the route that ignores forwarding", () => {
    const { recall } = ringing({ cluster: { recallPrefix: "77" } });
    expect(recall.relayed.to.trunk).to.equal("west");
    const world = notified({ cluster: { recallPrefix: "77" } });
    world.call("east", recallSetup());
    world.expect("relay west 1001>772001 callingName(5)");
  });

  it("R5: callRerouteing of a recall is refused with error 10 and does not go on to A", () => {
    const { world, recall } = ringing();
    recall.message("FACILITY", [rerouteing()]);
    world.expect("5 FACILITY error supplementaryServiceInteractionNotAllowed(9)");
    expect(recall.passed).to.equal(undefined);
    recall.message("FACILITY", [rerouteing(), operation(34)]);
    expect(apdusText(recall.passed?.ies ?? [])).to.have.length(1);
    recall.message("ALERTING", [rerouteing()]);
    expect([recall.passed?.message, apdusText(recall.passed?.ies ?? []).length]).to.deep.equal(["ALERTING", 0]);
    world.take();
    expect(world.states).to.deep.equal(["terminating Ringing"]);
    recall.answer().message("FACILITY", [rerouteing()]);
    expect(recall.passed?.ies, "an answered call is nobody's").to.have.length(1);
    const ordinary = failedCall().call("east", setupIes("1001", "2001"));
    ordinary?.message("FACILITY", [rerouteing()]);
    expect(ordinary?.passed?.ies).to.have.length(1);
  });

  it("R5, S-50: B forwards all calls or wants none: the recall follows, or fails, or goes by recallPrefix", () => {
    for (const line of [
      { ...idle, forward: { all: "2003" } },
      { ...idle, dnd: true },
    ]) {
      const follows = notified();
      follows.line(b, line);
      follows.call("east", recallSetup());
      follows.expect("relay west 1001>2001 callingName(5)");
      expect(
        follows.traced.some((entry) => "text" in entry && entry.text.includes("S-50 needs recallPrefix")),
      ).to.equal(true);
      const fails = notified({ cluster: { onForwarded: "fail" } });
      fails.line(b, line);
      expect(fails.call("east", recallSetup())).to.equal(undefined);
      fails.expect("4 CALL PROCEEDING", "4 DISCONNECT 21", "3 RELEASE 16 ccCancel(2)", "unwatch west/2001");
      const prefixed = notified({ cluster: { onForwarded: "fail", recallPrefix: "77" } });
      prefixed.line(b, line);
      prefixed.call("east", recallSetup());
      prefixed.expect("relay west 1001>772001 callingName(5)");
      expect(prefixed.traced.some((entry) => "text" in entry && entry.text.includes("S-50"))).to.equal(false);
    }
    const partly = notified({ cluster: { onForwarded: "fail" } });
    partly.line(b, { ...idle, forward: { busy: "2003", noAnswer: "2003" } });
    partly.call("east", recallSetup());
    partly.expect("relay west 1001>2001 callingName(5)");
  });

  it("R5: the cluster says busy before ALERTING: its clearing gets remoteUserBusyAgain, the service ends", () => {
    const { world, recall } = ringing();
    recall.clear("to", 17);
    world.expect("3 RELEASE 16 ccCancel(2)", "unwatch west/2001", "add error remoteUserBusyAgain(4)");
    expect(world.states).to.deep.equal([]);
    expect(world.timers).to.equal(0);
  });

  it("CC 5.2: with service retention agreed it is monitored again, on the same connection", () => {
    const world = servingB({ our: { retainService: true } });
    world.cis("east", requestOf("1001", "2001", { canRetainService: true, retainSigConnection: true }));
    world.line(b, idle);
    world.expect("1 CALL PROCEEDING", "watch west/2001", "1 CONNECT result(7) retainService");
    for (const invokeId of [1, 2]) {
      world.pass(3000);
      world.expect(`1 FACILITY ccExecPossible(${invokeId})`);
      const recall = world.call("east", recallOf("1001", "2001"));
      world.line(b, busy);
      recall?.clear("to", 17);
      world.expect("relay west 1001>2001", "add error remoteUserBusyAgain(9)");
      expect(world.states).to.deep.equal(["terminating Monitoring"]);
      world.line(b, idle);
    }
  });

  it("CC 5.2: retention that A does not offer, or we do not want, is not agreed", () => {
    for (const [retainService, canRetainService] of [
      [true, false],
      [false, true],
    ] as const) {
      const world = servingB({ our: { retainService } });
      world.cis("east", requestOf("1001", "2001", { canRetainService, retainSigConnection: true }));
      world.line(b, idle);
      expect(world.take().at(-1)).to.equal("1 CONNECT result(7)");
    }
  });

  it("R9, S-39: cleared with another cause: no error, the service ends", () => {
    for (const [by, cause] of [
      ["to", 1],
      ["to", 27],
      ["from", 16],
    ] as const) {
      const { world, recall } = ringing();
      recall.clear(by, cause);
      world.expect("3 RELEASE 16 ccCancel(2)", "unwatch west/2001");
      expect(world.states).to.deep.equal([]);
    }
  });

  it("R9: rings and is not answered, or B rejects it: the service ends, without an error", () => {
    for (const [by, cause] of [
      ["to", 17],
      ["to", 19],
      ["from", 16],
    ] as const) {
      const { world, recall } = ringing();
      recall.alert().clear(by, cause);
      world.expect("3 RELEASE 16 ccCancel(2)", "unwatch west/2001");
    }
  });

  it("R9: while it rings, T2, the line and a lost connection do not matter", () => {
    const { world, recall } = ringing({ our: { ccbsT2Ms: 20_000 } });
    world.line(b, { ...idle, ringingIn: 1 });
    world.line(b, busy);
    world.line(b, "absent");
    world.pass(20_000);
    world.lose(3, 41, "linkDown");
    world.expect();
    expect(world.states).to.deep.equal(["terminating Ringing"]);
    recall.alert().answer();
    world.expect("unwatch west/2001");
    expect(world.timers).to.equal(0);
  });

  it("R9: A cancels while it rings: the call goes on", () => {
    const { world, recall } = ringing();
    world.receive(3, "RELEASE", ccCancel());
    world.expect("unwatch west/2001");
    recall.alert().answer().clear("to", 16);
    world.expect();
  });

  it("R9: rings for ever: T_RING ends the service", () => {
    const { world } = ringing();
    world.pass(209_999);
    world.expect();
    world.pass(1);
    world.expect("3 RELEASE 16 ccCancel(2)", "unwatch west/2001");
    expect(world.timers).to.equal(0);
  });

  it("the relay could not send the recall on: the service ends", () => {
    const world = notified();
    world.call("east", recallSetup());
    world.take();
    world.layer.callFailed("r1");
    world.expect("3 RELEASE 16 ccCancel(2)", "unwatch west/2001");
  });

  it("before the request is accepted, and in T-Kept, ccRingout matches nothing", () => {
    const kept = failedCall();
    kept.call("east", recallSetup());
    kept.expect("3 RELEASE COMPLETE 16 error failureToMatch(4)");
    const requested = failedCall();
    requested.cis("east", request());
    requested.take();
    requested.call("east", recallSetup());
    requested.expect("4 RELEASE COMPLETE 16 error failureToMatch(4)");
  });

  it("ccRingout also before ccExecPossible and while suspended", () => {
    const suspended = notified();
    suspended.receive(3, "FACILITY", ccSuspend());
    for (const world of [retained({ cluster: { busyTrigger: 2 } }), suspended]) {
      world.take();
      world.call("east", recallSetup());
      world.expect("relay west 1001>2001 callingName(5)");
      expect(world.states).to.deep.equal(["terminating Ringing"]);
    }
  });

  it("a second recall while the first rings is busy", () => {
    const { world } = ringing();
    world.call("east", recallSetup());
    world.expect("6 CALL PROCEEDING", "6 DISCONNECT 17 error remoteUserBusyAgain(4)");
    expect(world.states).to.deep.equal(["terminating Ringing"]);
  });

  it("R19: on another trunk by the numbers alone, where they name one request", () => {
    const world = servingB();
    world.cis("east", requestOf("4001", "2001", { retainSigConnection: true }));
    world.line(b, idle);
    world.take();
    const digital = element(bearerCapability, {
      codingStandard: 0,
      informationTransferCapability: 8,
      transferMode: 0,
      informationTransferRate: 16,
      layers: [],
    });
    world.call("north", [digital, ...recallOf("4001", "2001").slice(1)]);
    world.expect("relay west 4001>2001");
    const two = servingB();
    for (const trunk of ["east", "north"]) two.cis(trunk, requestOf("4001", "2001"));
    two.line(b, idle);
    two.take();
    two.call("south", recallOf("4001", "2001"));
    two.expect("3 RELEASE COMPLETE 16 error failureToMatch(9)");
    two.call("north", recallOf("4001", "2001"));
    two.expect("relay west 4001>2001");
  });

  it("CC 1.6: a type of number that libpri garbles still matches", () => {
    const world = notified();
    const garbled = recallOf("1001", "2001").map((ie) =>
      ie.id === callingPartyNumber.id
        ? element(callingPartyNumber, {
            typeOfNumber: 2,
            numberingPlan: 9,
            presentation: 0,
            screening: 3,
            digits: "1001",
          })
        : ie,
    );
    world.call("east", garbled);
    world.expect("relay west 1001>2001");
  });
});
