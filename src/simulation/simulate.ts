import { type Plan, type PlanOptions, planOf } from "./plan.ts";
import { shrink } from "./shrink.ts";
import type { Step } from "./step.ts";
import { stepsOf } from "./steps.ts";
import { type Outcome, type WorldOptions, runWorld } from "./world.ts";

/** One world from one seed: what it was, what was done to it, and what came of it. */
export interface Simulation {
  readonly plan: Plan;
  readonly steps: readonly Step[];
  readonly outcome: Outcome;
}

/** Runs of the world that looking for the fewest steps may cost. */
export const mostShrinkRuns = 400;

export function simulate(seed: number, options: PlanOptions & WorldOptions = {}): Simulation {
  const plan = planOf(seed, options);
  const steps = stepsOf(plan);
  return { plan, steps, outcome: runWorld(plan, steps, options) };
}

/** The same fault with as few steps as can be found. */
export function shrunk({ plan, steps, outcome }: Simulation, options: WorldOptions = {}): Simulation {
  const { fault } = outcome;
  if (fault === undefined) return { plan, steps, outcome };
  // What came after the fault cannot have caused it.
  const before = steps.slice(0, fault.step);
  const stays = (left: readonly Step[]) => runWorld(plan, left, options).fault?.invariant === fault.invariant;
  const fewest = shrink(before, groupOf, stays, mostShrinkRuns);
  return { plan, steps: fewest, outcome: runWorld(plan, fewest, options) };
}

/** Who, or what, a step is about. */
function groupOf(step: Step): string {
  const { step: kind } = step;
  if (step.step === "aim") return `${kind} ${step.aim.role} ${step.aim.state}`;
  return "phone" in step
    ? `${kind} ${step.phone}`
    : `${kind} ${"link" in step ? step.link : "node" in step ? step.node : ""}`;
}
