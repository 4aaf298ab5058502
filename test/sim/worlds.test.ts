import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Output } from "../../src/seam.ts";
import { faultReport } from "../../src/simulation/report.ts";
import { type Simulation, simulate } from "../../src/simulation/simulate.ts";
import { root } from "../root.ts";

/** Worlds of `make test`; sim-long runs others by the thousand. */
const worlds = 300;
const worldsATest = 25;
const hours = 0.04;

/** Lines of fixtures/seeds.txt: seed, hours, words. */
function keptSeeds(): { readonly seed: number; readonly hours: number; readonly words: string }[] {
  return readFileSync(join(root, "fixtures/seeds.txt"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => {
      const [seed, ofHours, ...words] = line.split(/\s+/);
      return { seed: Number(seed), hours: Number(ofHours), words: words.join(" ") };
    });
}

function expectNoFault(simulation: Simulation): void {
  if (simulation.outcome.fault !== undefined) expect.fail(faultReport(simulation).join("\n"));
}

describe("simulated worlds", function () {
  this.timeout(120_000);

  for (let from = 1; from <= worlds; from += worldsATest) {
    it(`seeds ${from} to ${from + worldsATest - 1} break no rule`, () => {
      for (let seed = from; seed < from + worldsATest; seed += 1) {
        expectNoFault(simulate(seed, { hours }));
      }
    });
  }

  for (const { seed, hours: ofHours, words } of keptSeeds()) {
    it(`seed ${seed} for ${ofHours} hours: ${words}`, () => {
      expectNoFault(simulate(seed, { hours: ofHours }));
    });
  }

  it("are the same for the same seed, octet for octet", () => {
    const digest = (seed: number) => {
      let sum = 0x811c9dc5;
      let octetsSeen = 0;
      const onStep = (_node: number, outputs: readonly Output[]) => {
        for (const output of outputs) {
          if (output.type !== "send") continue;
          for (const octet of output.pdu.octets) sum = Math.imul(sum ^ octet, 0x01000193) >>> 0;
          octetsSeen += output.pdu.octets.length;
        }
      };
      const { outcome } = simulate(seed, { hours: 0.05, onStep });
      return { sum, octetsSeen, requested: outcome.requested, messages: outcome.messages };
    };
    const [once, again, other] = [digest(7), digest(7), digest(8)];
    expect(once.octetsSeen).to.be.greaterThan(10_000);
    expect(again).to.deep.equal(once);
    expect(other.sum).not.to.equal(once.sum);
  });

  it("differ: small and large, calm and rough, each kind of carrier", () => {
    const plans = Array.from({ length: 60 }, (_, seed) => simulate(seed, { hours: 0.0001 }).plan);
    expect(new Set(plans.map(({ nodes }) => nodes.length))).to.deep.equal(new Set([2, 3, 4]));
    expect(new Set(plans.map(({ calm }) => calm))).to.deep.equal(new Set([true, false]));
    const links = plans.flatMap((plan) => plan.links);
    expect(new Set(links.map(({ carrier }) => carrier))).to.deep.equal(new Set(["lapd", "qsig"]));
    expect(links.some(({ lossPerMille }) => lossPerMille > 0)).to.equal(true);
  });
});
