import { expect } from "chai";
import { describe, it } from "mocha";
import { coresWith, weighedCoresWith } from "./part.ts";
import { sides, TwoCores } from "./two-cores.ts";

describe("bench session", () => {
  it("completes call backs and leaves nothing behind", () => {
    const world = new TwoCores();
    for (let count = 0; count < 3; count += 1) world.callBack("10000001", "20000001");
    for (const side of sides) {
      const held = world.cores[side].held;
      expect(held, side).to.include({ requests: 0, connections: 0, callReferences: 0, linesWatched: 0 });
    }
  });

  it("keeps a request that waits in less than a kilobyte", () => {
    // As many as fill their indexes; an index that has just doubled is half empty.
    expect(weighedCoresWith(2000).octets).to.be.below(1024);
  });

  it("keeps the requests that wait while others are completed", () => {
    const world = coresWith(5);
    world.callBack("19999999", "29999999");
    for (const side of sides) expect(world.cores[side].held, side).to.include({ requests: 5 });
  });
});
