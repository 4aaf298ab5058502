import { expect } from "chai";
import { Ahead } from "../ahead.ts";
import { requirePeer } from "../peers/require.ts";
import { Captures } from "./captures.ts";
import { middles } from "./middle-trunks.ts";
import { runScenario } from "./scenario.ts";
import { suites } from "./scenarios/index.ts";

/** Of each kind one: busy and no answer, connection kept and released, from both sides, with and without a recall. */
const throughThree: ReadonlySet<string> = new Set([
  ...["asks-ccbs-retained-libpri-is-user", "asked-ccbs-retained-libpri-is-user", "asks-ccnr", "asked-ccnr"],
  ...["asks-released-before-dial", "asked-released-before-recall", "asked-recall-given-up", "asks-ccnr-t2"],
]);

/** Every scenario against a living libpri, then tshark over everything they carried. */
describe("live against libpri", () => {
  const captures = new Captures();
  const ahead = new Ahead(16);

  before(function () {
    requirePeer(this, "libpri");
  });

  for (const { title, scenarios } of suites) {
    describe(title, () => {
      for (const scenario of scenarios)
        it(
          scenario.name,
          ahead.run(() => runScenario(scenario, captures)),
        );
    });
  }

  for (const type of middles) {
    describe(`behind another gateway, with a trunk of type ${type} between the two`, () => {
      const all = suites.flatMap(({ scenarios }) => scenarios);
      for (const scenario of all.filter(({ behindHop }) => typeof behindHop !== "string")) {
        it(
          scenario.name,
          ahead.run(() => runScenario(scenario, captures, type)),
        );
      }
    });
  }

  describe("behind another gateway", () => {
    const all = suites.flatMap(({ scenarios }) => scenarios);

    it("leaves out these, each with its reason", () => {
      const out = all.flatMap(({ name, behindHop }) => (typeof behindHop === "string" ? [name] : []));
      expect(out.sort()).to.deep.equal([
        "asked-ccringout-without-record-released",
        "asked-ccringout-without-record-retained",
        "asks-link-cut-while-requested",
        "asks-restart-by-gateway",
      ]);
    });
  });

  describe("behind a third gateway, which joins two h323 trunks with no media gateway", () => {
    const all = suites.flatMap(({ scenarios }) => scenarios).filter(({ name }) => throughThree.has(name));
    for (const scenario of all)
      it(
        scenario.name,
        ahead.run(() => runScenario(scenario, captures, "h323-h323")),
      );

    it("runs each that is named", () => expect(all).to.have.length(throughThree.size));
  });

  // In a suite of its own: mocha runs the tests of a suite before the suites in it.
  describe("tshark", () => {
    it("reads every frame the gateway sent as we meant it", async function () {
      requirePeer(this, "tshark");
      expect(await captures.objections()).to.deep.equal([]);
    });
  });
});
