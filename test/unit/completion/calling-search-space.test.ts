import { expect } from "chai";
import { describe, it } from "mocha";
import { step } from "./flows.ts";
import { servingA, servingB, setupIes } from "./world.ts";

describe("S-82: the Callback Calling Search Space", () => {
  const spaces: readonly (readonly [string, readonly string[] | undefined, boolean])[] = [
    ["absent reaches all", undefined, true],
    ["empty reaches all", [], true],
    ["that names the neighbour reaches it", ["north", "east", "west"], true],
    ["that does not name the neighbour keeps call back from it", ["north"], false],
  ];
  for (const [name, callingSearchSpace, reached] of spaces) {
    const space = callingSearchSpace === undefined ? {} : { callingSearchSpace };

    it(`${name}, where our user asks`, () => {
      const world = servingA({ cluster: space });
      world.call("west", setupIes("1001", "2001"))?.clear("to", 17);
      world.take();
      world.press("west/1001", "callBack");
      if (reached) world.expect("3 SETUP 1001>2001 ccbsRequest(1) 1001>2001 retain");
      else world.expect("screen west/1001: CallBack on 2001 is not allowed from here");
    });

    it(`${name}, where a neighbour asks for our user`, () => {
      const world = servingB({ trunk: space });
      world.call("east", setupIes("1001", "2001"))?.clear("to", 17);
      world.take();
      world.cis("east", step("F1-ccbs-retain", 6).ies);
      if (reached) world.expect("3 CALL PROCEEDING", "watch west/2001");
      else expect(world.take().join()).to.match(/longTermRejection/);
    });
  }
});
