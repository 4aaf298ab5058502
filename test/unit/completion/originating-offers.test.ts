import { expect } from "chai";
import { describe, it } from "mocha";
import { element } from "../../../codecs/q931/element.ts";
import { callingPartyNumber } from "../../../codecs/q931/ie/calling-party-number.ts";
import { redirectingNumber } from "../../../codecs/q931/ie/redirecting-number.ts";
import { repeatIndicator } from "../../../codecs/q931/ie/repeat-indicator.ts";
import { causeElement } from "../../../codecs/q931/make.ts";
import type { InformationElement } from "../../../codecs/q931/message.ts";
import { operation } from "./diversion.ts";
import { step } from "./flows.ts";
import { a } from "./originating-steps.ts";
import { type Call, servingA, setupIes } from "./world.ts";

describe("originating side: offers (R8, R22, R47)", () => {
  it("offers while the call alerts, and withdraws when it is answered", () => {
    const world = servingA();
    const call = world.call("west", setupIes("1001", "2001"))?.alert();
    call?.answer();
    world.take();
    world.press(a, "callBack");
    world.expect("screen west/1001: No call for CallBack");
  });

  it("S-06: CCNR while it rings, however long it has rung", () => {
    const world = servingA();
    world.call("west", setupIes("1001", "2001"))?.alert();
    world.pass(90_000);
    world.take();
    world.press(a, "callBack");
    world.expect("3 SETUP 1001>2001 ccnrRequest(1) 1001>2001 retain");
  });

  it("keeps the offer 25 s from the clearing on", () => {
    for (const [ms, offered] of [
      [24_999, true],
      [25_000, false],
    ] as const) {
      const world = servingA();
      world.call("west", setupIes("1001", "2001"))?.alert().clear("to", 19);
      world.take();
      world.pass(ms);
      world.press(a, "callBack");
      expect(world.take()[0]?.includes("ccnrRequest"), `${ms} ms`).to.equal(offered);
      expect(world.timers).to.equal(offered ? 1 : 0);
    }
  });

  it("offers nothing for a call that failed without ringing and without being busy", () => {
    for (const cause of [1, 3, 16, 21, 27]) {
      const world = servingA();
      world.call("west", setupIes("1001", "2001"))?.clear("to", cause);
      world.take();
      world.press(a, "callBack");
      world.expect("screen west/1001: No call for CallBack");
    }
  });

  it("R17: observe: the call passes, and what would have been offered is told", () => {
    const world = servingA({ cluster: { mode: "observe" } });
    const call = (): Call => world.call("west", setupIes("1001", "2001")) ?? expect.fail("not relayed");
    call().clear("to", 17);
    call().alert().clear("from", 16);
    const [answered, failed] = [call().alert(), call()];
    answered.answer();
    answered.clear("to", 16);
    failed.clear("to", 27);
    const told = world.traced.map((entry) => (entry.type === "request" ? entry.text : entry.type));
    expect(told).to.deep.equal([
      "observed: the call of 1001 to 2001 ended with cause 17; mode assisted would offer call back",
      "observed: the call of 1001 to 2001 ended without an answer; mode assisted would offer call back",
    ]);
  });

  it("S-05: offers CCBS on 17 and on 34, also after ALERTING", () => {
    for (const cause of [17, 34]) {
      for (const rings of [false, true]) {
        const world = servingA();
        const call = world.call("west", setupIes("1001", "2001"));
        if (rings) call?.alert();
        call?.clear("to", cause);
        world.take();
        world.press(a, "callBack");
        world.expect("3 SETUP 1001>2001 ccbsRequest(1) 1001>2001 retain");
      }
    }
  });

  it("offers nothing for a call that was diverted to this leg, or that belongs to another service", () => {
    const diverted = element(redirectingNumber, { typeOfNumber: 0, numberingPlan: 9, digits: "1002" });
    const foreign = [5, 21].map(operation);
    const two = [element(repeatIndicator, { indication: 2 })];
    for (const more of [[diverted], [foreign[0]], [foreign[1]], two]) {
      const world = servingA();
      world
        .call("west", setupIes("1001", "2001", ...(more as InformationElement[])))
        ?.alert()
        .clear("to", 17);
      world.take();
      world.press(a, "callBack");
      world.expect("screen west/1001: No call for CallBack");
    }
  });

  it("offers nothing toward a neighbour that does not speak call completion", () => {
    const world = servingA();
    world.call("west", setupIes("1001", "3001"))?.clear("to", 17);
    world.take();
    world.press(a, "callBack");
    world.expect("screen west/1001: No call for CallBack");
  });

  it("keeps the newest offers of a user, and asks for the newest, or the one he names", () => {
    const world = servingA();
    for (const b of ["2001", "2002", "2003", "2004", "2005"]) {
      world.call("west", setupIes("1001", b))?.clear("to", 17);
    }
    world.take();
    expect(world.timers).to.equal(4);
    const byNumber = () => world.traced.some((entry) => "reason" in entry && entry.reason === "asked for by number");
    world.press(a, "callBack", "2002");
    expect(world.take()[0]).to.include("1001>2002");
    expect(byNumber()).to.equal(false);
    world.press(a, "callBack", "2001");
    expect(byNumber(), "the offer of the oldest call is gone").to.equal(true);
    const other = servingA();
    for (const b of ["2001", "2002"]) other.call("west", setupIes("1001", b))?.clear("to", 17);
    other.take();
    other.press(a, "callBack");
    expect(other.take()[0]).to.include("1001>2002");
  });

  it("R8: the original call is answered after all", () => {
    const world = servingA();
    const call = world.call("west", setupIes("1001", "2001"))?.alert();
    world.press(a, "callBack");
    world.receive(3, "CONNECT", step("F3-ccnr-suspend-resume", 9).ies);
    world.take();
    call?.answer();
    world.expect(
      "3 RELEASE 16 ccCancel(2)",
      "screen west/1001: 2001 has answered the call: CallBack is cancelled",
      "unwatch west/1001",
    );
    expect(world.states).to.deep.equal([]);
  });

  it("R8: answered while the request is still out: cancelled as soon as the result is there", () => {
    const world = servingA();
    const call = world.call("west", setupIes("1001", "2001"))?.alert();
    world.press(a, "callBack");
    call?.answer();
    world.take();
    world.receive(3, "CONNECT", step("F3-ccnr-suspend-resume", 9).ies);
    world.expect("3 RELEASE 16 ccCancel(2)");
    expect(world.states).to.deep.equal([]);
    expect(world.timers).to.equal(0);
  });
});

describe("originating side: what cannot be asked", () => {
  const refused = (ies: InformationElement[], settings = {}) => {
    const world = servingA(settings);
    world.call("west", ies)?.clear("to", 17);
    world.take();
    world.press(a, "callBack");
    return world.take();
  };

  it("S-12: the service is off, at either neighbour", () => {
    for (const settings of [{ trunk: { enabled: false } }, { cluster: { enabled: false } }]) {
      expect(refused(setupIes("1001", "2001"), settings)).to.deep.equal(["screen west/1001: CallBack is switched off"]);
    }
  });

  it("S-11: other characters than digits, in either number", () => {
    expect(refused(setupIes("1001", "2*01"))).to.deep.equal([
      "screen west/1001: CallBack is not possible: numbers must be digits only",
    ]);
    const world = servingA();
    world.call("west", setupIes("10#1", "2001"))?.clear("to", 17);
    world.take();
    world.press("west/10#1", "callBack");
    world.expect("screen west/10#1: CallBack is not possible: numbers must be digits only");
  });

  it("nobody can be called back who did not say his number", () => {
    const world = servingA();
    world.call("west", setupIes("", "2001"))?.alert().clear("to", 17);
    world.expect("relay east >2001");
    expect(world.timers).to.equal(0);
  });

  const restricted = () => {
    const number = { typeOfNumber: 0, numberingPlan: 9, presentation: 1, screening: 3, digits: "1001" };
    const [bearer, called] = setupIes("", "2001");
    return [bearer, element(callingPartyNumber, number), called] as InformationElement[];
  };

  it("R20: a restricted number is asked as restricted, with its digits", () => {
    expect(refused(restricted())).to.deep.equal(["3 SETUP 1001>2001 ccbsRequest(1) 1001>2001 restricted retain"]);
  });

  it("R20: a neighbour that must not read restricted numbers keeps the connection, or is not asked", () => {
    const settings = { trunk: { untrusted: true }, our: { connectionProposal: "release" } } as const;
    expect(refused(restricted(), settings)).to.deep.equal([
      "3 SETUP 1001>2001 ccbsRequest(1) 1001>2001 restricted retain",
    ]);
    expect(refused(restricted(), { ...settings, peer: { canRetain: false } })).to.deep.equal([
      "screen west/1001: CallBack on 2001 is not possible with a withheld number",
    ]);
  });

  it("limits of requests, in all and on a trunk", () => {
    for (const limits of [{ requests: 1 }, { requestsPerTrunk: 1 }]) {
      const world = servingA({ limits });
      for (const who of ["1001", "1002"]) world.call("west", setupIes(who, "2001"))?.clear("to", 17);
      world.take();
      world.press(a, "callBack");
      world.press("west/1002", "callBack");
      world.expect(
        "5 SETUP 1001>2001 ccbsRequest(1) 1001>2001 retain",
        "screen west/1002: CallBack is not possible now: too many requests",
      );
      world.press(a, "cancel");
      world.receive(5, "RELEASE COMPLETE", [causeElement(16)]);
      world.take();
      world.press("west/1002", "callBack");
      world.expect("6 SETUP 1002>2001 ccbsRequest(1) 1002>2001 retain");
    }
  });

  it("the trunk is down, or the store: said at once, and the offer stays", () => {
    const world = servingA();
    world.call("west", setupIes("1001", "2001"))?.clear("to", 17);
    world.take();
    world.link("east", false);
    world.press(a, "callBack");
    world.expect("screen west/1001: CallBack failed: the trunk to 2001 is down");
    world.link("east", true);
    world.layer.store("full");
    world.press(a, "callBack");
    world.expect("screen west/1001: CallBack is not possible now: it cannot be stored");
    world.layer.store("ok");
    world.press(a, "callBack");
    world.expect("3 SETUP 1001>2001 ccbsRequest(1) 1001>2001 retain");
  });

  it("proposes within what the peer can do (R6, R23)", () => {
    const proposals = [
      [{ our: { connectionProposal: "retain" }, peer: { canRetain: false } }, " release"],
      [{ our: { connectionProposal: "release" }, peer: { canRelease: false } }, " retain"],
      [{ our: { connectionProposal: "none" }, peer: { canRelease: false } }, " retain"],
      [{ our: { connectionProposal: "none" } }, ""],
    ] as const;
    for (const [settings, text] of proposals) {
      expect(refused(setupIes("1001", "2001"), settings)).to.deep.equal([
        `3 SETUP 1001>2001 ccbsRequest(1) 1001>2001${text}`,
      ]);
    }
  });
});
