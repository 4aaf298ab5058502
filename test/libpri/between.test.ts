import { expect } from "chai";
import { join } from "node:path";
import { Ahead } from "../ahead.ts";
import { requirePeer } from "../peers/require.ts";
import { root } from "../root.ts";
import { runBetween } from "./between.ts";
import { Captures } from "./captures.ts";
import { middles } from "./middle-trunks.ts";
import { ofEveryPair, suites } from "./scenarios/between.ts";

/** A living libpri on both sides of the gateway at once (R40), then tshark over everything they carried. */
describe("live between two libpri", () => {
  const captures = new Captures(join(root, "build/captures/between"));
  const ahead = new Ahead(16);

  before(function () {
    requirePeer(this, "libpri");
  });

  for (const { title, scenarios } of suites) {
    describe(title, () => {
      for (const scenario of scenarios)
        it(
          scenario.name,
          ahead.run(() => runBetween(scenario, captures)),
        );
    });
  }

  for (const way of middles) {
    describe(`and two gateways with a trunk of type ${way} in their middle`, () => {
      for (const { scenarios } of suites) {
        for (const scenario of scenarios)
          it(
            scenario.name,
            ahead.run(() => runBetween(scenario, captures, [way])),
          );
      }
    });
  }

  describe("and three gateways: trunks of every two types joined in the middle one", () => {
    for (const toEast of middles) {
      for (const toWest of middles) {
        for (const scenario of ofEveryPair) {
          const run = ahead.run(() => runBetween(scenario, captures, [toEast, toWest]));
          it(`${toEast} to ${toWest}, ${scenario.name}`, run);
        }
      }
    }
  });

  // In a suite of its own: mocha runs the tests of a suite before the suites in it.
  describe("tshark", () => {
    it("reads every frame the gateway sent as we meant it", async function () {
      requirePeer(this, "tshark");
      expect(await captures.objections()).to.deep.equal([]);
    });
  });
});
