import { aimOf } from "./aims.ts";
import type { Plan, Span } from "./plan.ts";
import { Random } from "./random.ts";
import type { Step, StepKind } from "./step.ts";

type Make = (atMs: number, random: Random) => Step;

/** How often a trouble comes to each node, link or phone: once in so many minutes. A calm world has only people. */
const minutesBetween = { cut: 12, crash: 25, stop: 40, store: 20, monitor: 15, clock: 40, restart: 40 } as const;
const calmMinutesBetween = { operator: 20, line: 15 } as const;
/** Of an aimed world. */
const minutesBetweenAims = 0.2;

const msPerMinute = 60_000;
const strangerPauseMs = 1500;
const pauses = [2000, 6000, 20_000] as const;
const rolls = 2 ** 31;

/** The steps of a plan, in the order of their time. */
export function stepsOf(plan: Plan): Step[] {
  const steps: Step[] = [];
  const drawing = (random: Random) => (everyMs: number, make: Make) => {
    const span: Span = [Math.round(everyMs * 0.1), Math.round(everyMs * 1.9)];
    for (let atMs = random.between(span); atMs < plan.horizonMs; atMs += random.between(span)) {
      steps.push(make(atMs, random));
    }
  };
  const random = Random.of(plan.seed, 1);
  const often = drawing(random);
  const pauseMs = random.pick(pauses);
  plan.nodes.forEach(({ phones }, node) => {
    for (const phone of phones) {
      often(pauseMs, (atMs) => ({ atMs, step: "person", node, phone, roll: random.below(rolls) }));
      often(calmMinutesBetween.line * msPerMinute, lineStep(node, phone));
    }
    often(calmMinutesBetween.operator * msPerMinute, (atMs) => {
      return { atMs, step: "operator", node, roll: random.below(rolls) };
    });
  });
  if (!plan.calm) troubles(plan, (everyMs, make) => often(everyMs / plan.troubles, make));
  if (plan.stranger !== undefined) {
    drawing(Random.of(plan.seed, 5))(strangerPauseMs, (atMs, speaking) => {
      return { atMs, step: "stranger", roll: speaking.below(rolls) };
    });
  }
  if (plan.aimed) {
    drawing(Random.of(plan.seed, 3))(minutesBetweenAims * msPerMinute, (atMs, aiming) => {
      return { atMs, step: "aim", aim: aimOf(aiming, plan.calm) };
    });
  }
  return steps.sort((a, b) => a.atMs - b.atMs);
}

function troubles(plan: Plan, often: (everyMs: number, make: Make) => void): void {
  const every = (kind: keyof typeof minutesBetween & StepKind, make: Make) =>
    often(minutesBetween[kind] * msPerMinute, make);
  plan.links.forEach((_, link) => {
    every("cut", (atMs, random) => {
      const how = random.pick(["ended", "silent"] as const);
      return { atMs, step: "cut", link, how, forMs: random.pick([200, 3000, 15_000, 120_000]) };
    });
    every("restart", (atMs, random) => ({ atMs, step: "restart", link, end: random.pick([0, 1]) }));
  });
  plan.nodes.forEach((_, node) => {
    for (const step of ["crash", "stop"] as const) {
      every(step, (atMs, random) => {
        const clockMs = random.pick([0, 0, 1000, -30_000, 3_600_000]);
        return { atMs, step, node, forMs: random.pick([100, 5000, 60_000]), clockMs };
      });
    }
    every("store", (atMs, random) => {
      const state = random.pick(["away", "full"] as const);
      return { atMs, step: "store", node, state, forMs: random.pick([500, 10_000, 60_000]) };
    });
    every("monitor", (atMs, random) => ({ atMs, step: "monitor", node, forMs: random.pick([500, 10_000, 90_000]) }));
    every("clock", (atMs, random) => ({ atMs, step: "clock", node, byMs: random.pick([2000, 40_000, 900_000]) }));
  });
}

function lineStep(node: number, phone: string): Make {
  return (atMs, random) => {
    const change = random.pick(["dnd", "forward", "unregistered", "deleted", "reset"] as const);
    return { atMs, step: "line", node, phone, change, forMs: random.pick([2000, 20_000, 120_000]) };
  };
}
