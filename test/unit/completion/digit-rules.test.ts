import { expect } from "chai";
import { describe, it } from "mocha";
import { element, elements, find, isOf } from "../../../codecs/q931/element.ts";
import { calledPartyNumber } from "../../../codecs/q931/ie/called-party-number.ts";
import { facility } from "../../../codecs/q931/ie/facility.ts";
import { isInvokeOf } from "../../../codecs/rose/make.ts";
import type { DigitRules } from "../../../src/digits.ts";
import { requestOf } from "./terminating-steps.ts";
import { servingA, servingB, type Settings, setupIes } from "./world.ts";

/** This trunk says 0 before 2xxx. */
const outside: DigitRules = {
  in: [{ match: "0*", strip: 1, add: "" }],
  out: [{ match: "2xxx", strip: 0, add: "0" }],
};
/** The way back is missing. */
const oneWay: DigitRules = { in: outside.in, out: [] };

describe("digit rules and call back (R4)", () => {
  it("a request names user B as its trunk does, and the line is the cluster's", () => {
    const world = servingB({
      digits: { east: outside, west: { in: [], out: [{ match: "2xxx", strip: 1, add: "" }] } },
    });
    world.cis("east", requestOf("1001", "02001"));
    expect(world.take().join(), "001 of the cluster does not come back").to.match(/longTermRejection/);
    const good = servingB({ digits: { east: outside } });
    good.cis("east", requestOf("1001", "02001"));
    good.expect("1 CALL PROCEEDING", "watch west/2001");
  });

  it("a request for a number that the rules do not bring back is refused, and says why", () => {
    const world = servingB({ digits: { east: oneWay } });
    world.cis("east", requestOf("1001", "02001"));
    expect(world.take().join()).to.match(/longTermRejection/);
    const reasons = world.traced.flatMap((entry) => (entry.type === "transition" ? [entry.reason] : []));
    expect(reasons).to.include("refused: the digit rules of east do not bring 02001 back as it went");
  });

  it("our user's request says the numbers as they were sent, and he sees those he dials (R38)", () => {
    const world = servingA({ digits: { west: outside } });
    world.call("west", setupIes("1001", "02001"))?.clear("to", 17);
    world.take();
    world.press("west/1001", "callBack");
    world.expect("3 SETUP 1001>2001 ccbsRequest(1) 1001>2001 retain");
  });

  it("S-84: the private plan is said by the SETUP and by the request, or by neither", () => {
    const out = [{ match: "*", strip: 0, add: "", numberingPlan: 9, typeOfNumber: 0 }];
    const said = (settings: Settings) => {
      const world = servingA(settings);
      const e164 = setupIes("1001", "2001").map((ie) => {
        const number = isOf(ie, calledPartyNumber) ? ie.value : undefined;
        return number === undefined ? ie : element(calledPartyNumber, { ...number, numberingPlan: 1 });
      });
      const call = world.call("west", e164)?.clear("to", 17);
      world.press("west/1001", "callBack");
      const request = world.connections.sent.at(-1)?.ies ?? [];
      const argument = elements({ ies: request }, facility)[0]?.value?.components[0];
      const asked = argument !== undefined && isInvokeOf(argument, "ccbsRequest") ? argument.argument.numberB : {};
      return [find({ ies: call?.relayed.sent ?? [] }, calledPartyNumber)?.numberingPlan, Object.keys(asked)[0]];
    };
    expect(said({ digits: { east: { in: [], out } } })).to.deep.equal([9, "privatePartyNumber"]);
    expect(said({})).to.deep.equal([1, "publicPartyNumber"]);
  });

  it("our user gets no offer over rules that do not bring a number back", () => {
    const world = servingA({ digits: { west: oneWay } });
    world.call("west", setupIes("1001", "02001"))?.clear("to", 17);
    world.take();
    world.press("west/1001", "callBack");
    expect(world.take().join()).not.to.match(/SETUP/);
    const told = world.traced.flatMap((entry) => (entry.type === "request" ? [entry.text] : []));
    expect(told).to.deep.equal(["no call back: the digit rules of west do not bring 02001 back as it went"]);
  });
});
