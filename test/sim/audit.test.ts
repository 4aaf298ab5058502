import { expect } from "chai";
import { type Plan, planOf } from "../../src/simulation/plan.ts";
import { stepsOf } from "../../src/simulation/steps.ts";
import { runWorld } from "../../src/simulation/world.ts";

/** Two gateways, of which the one with user B loses what it holds as soon as it has accepted a request. */
function forgetting(auditByRepeat: boolean) {
  const plan = planOf(4, { hours: 0.3, nodes: 2 });
  const whole = { carrier: "qsig", lossPerMille: 0, duplicatePerMille: 0, delayMs: [1, 5], auditByRepeat } as const;
  const world: Plan = {
    ...plan,
    calm: false,
    t2Ms: 600_000,
    nodes: plan.nodes.map((node) => ({ ...node, phones: [`${node.digit}001`], storeMs: [0, 0] })),
    links: plan.links.map((link) => ({ ...link, ...whole })),
  };
  const people = stepsOf(world).filter(({ step }) => step === "person");
  const wipe = { afterMs: 50, shot: "crash", at: "B", forMs: 100, clockMs: 0, wiped: true } as const;
  const aim = { role: "originating", state: "Active", shots: [wipe] } as const;
  return runWorld(world, [{ atMs: 0, step: "aim", aim }, ...people]);
}

describe("a peer that has lost its table (R26)", () => {
  const row = "originating Active repeatAccepted Active";

  it("is noticed where auditByRepeat is set: it takes the request anew", () => {
    const { fault, rows } = forgetting(true);
    expect(fault?.words).to.equal(undefined);
    expect(rows.get("originating Active trunkBack Active")).to.be.greaterThan(0);
    expect(rows.get(row)).to.be.greaterThan(0);
  });

  it("is not noticed where it is not: T2 is the bound", () => {
    const { fault, rows } = forgetting(false);
    expect(fault?.words).to.equal(undefined);
    expect(rows.has(row)).to.equal(false);
  });
});
