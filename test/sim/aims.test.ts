import { expect } from "chai";
import type { Mark, Shot } from "../../src/simulation/aim.ts";
import { messageText } from "../../src/ladder.ts";
import type { Output } from "../../src/seam.ts";
import { type Plan, planOf } from "../../src/simulation/plan.ts";
import { stepsOf } from "../../src/simulation/steps.ts";
import { runWorld } from "../../src/simulation/world.ts";
import type { TraceEntry } from "../../src/trace.ts";

/** Two gateways with a phone each, whole messages, and nothing that fails but people. */
function calmPlan(): Plan {
  const plan = planOf(4, { hours: 0.3, nodes: 2 });
  const whole = { carrier: "qsig", lossPerMille: 0, duplicatePerMille: 0, delayMs: [1, 5] } as const;
  return {
    ...plan,
    calm: false,
    nodes: plan.nodes.map((node) => ({ ...node, phones: [`${node.digit}001`], storeMs: [0, 0] })),
    links: plan.links.map((link) => ({ ...link, ...whole })),
  };
}

const notified = { role: "terminating", state: "Notified" } as const;
const monitoring = { role: "terminating", state: "Monitoring" } as const;
const active = { role: "originating", state: "Active" } as const;
const recall = { role: "originating", state: "Recall" } as const;
const requested = { role: "originating", state: "Requested" } as const;

const linkDown = "linkDown";
const timedOut = "originating Requested connectionCleared Offered";
const untouched: readonly Shot[] = [{ afterMs: 0, shot: "leave", forMs: 240_000 }];

/** When, what, and what is seen within so long because of it. */
const hits: readonly (readonly [mark: Mark, shots: readonly Shot[], seen: string, withinMs: number])[] = [
  [
    notified,
    [{ afterMs: 0, shot: "crash", at: "B", forMs: 100, clockMs: 0, wiped: false }],
    "terminating Notified restored Notified",
    100,
  ],
  [
    recall,
    [{ afterMs: 0, shot: "stop", at: "A", forMs: 100, clockMs: 0, wiped: false }],
    "originating Recall restored Recall",
    100,
  ],
  [requested, [{ afterMs: 0, shot: "cut", at: "A", how: "ended", forMs: 9000 }], linkDown, 10],
  [active, [{ afterMs: 5, shot: "restart", at: "here", end: 0 }], "RESTART", 5],
  [monitoring, [{ afterMs: 0, shot: "cancel" }], "terminating Monitoring operatorCancels Idle", 0],
  [active, [{ afterMs: 100, shot: "act", who: "A", action: "press cancel" }], "userCancels", 1000],
  [recall, [{ afterMs: 0, shot: "leave", forMs: 240_000 }], "originating Recall T3 Idle", 30_000],
  [requested, [...untouched, { afterMs: 0, shot: "hold", at: "B", way: "both", forMs: 60_000 }], timedOut, 30_000],
  [requested, [...untouched, { afterMs: 0, shot: "lose", at: "B", forMs: 60_000 }], timedOut, 30_000],
  [active, [{ afterMs: 0, shot: "line", who: "A", change: "reset", forMs: 0 }], "originating Active aReset Idle", 9000],
  [recall, [...untouched, { afterMs: 0, shot: "clock", at: "A", byMs: 40_000 }], "originating Recall T3 Idle", 0],
];

describe("aimed faults", () => {
  it("are in every fifth world, and the others are what they were", () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const plan = planOf(seed, { hours: 0.1 });
      const aims = stepsOf(plan).filter(({ step }) => step === "aim");
      expect(aims.length > 0, `seed ${seed}`).to.equal(seed % 5 === 0);
      if (!plan.calm) continue;
      for (const step of aims) {
        if (step.step !== "aim") continue;
        expect(["act", "leave", "line", "cancel"]).to.include.members(step.aim.shots.map(({ shot }) => shot));
      }
    }
  });

  const plan = calmPlan();
  const people = stepsOf(plan).filter(({ step }) => step === "person");

  for (const [mark, shots, seen, withinMs] of hits) {
    const names = shots.map(({ shot }) => shot).join(", ");
    it(`${names} when a service comes to ${mark.role} ${mark.state}: ${seen} within ${withinMs} ms`, () => {
      const log: { readonly at: number; readonly text: string }[] = [];
      const onStep = (_: number, outputs: readonly Output[], nowMs: number) => {
        for (const output of outputs) {
          const text = output.type === "trace" ? textOf(output.entry) : undefined;
          if (text !== undefined) log.push({ at: nowMs, text });
        }
      };
      const { fault } = runWorld(plan, [{ atMs: 0, step: "aim", aim: { ...mark, shots } }, ...people], { onStep });
      expect(fault?.words).to.equal(undefined);
      const comes = log.findIndex(({ text }) => text.startsWith(mark.role) && text.endsWith(` ${mark.state}`));
      const from = log[comes]?.at ?? Number.NaN;
      const until = log.filter(({ at }, index) => index > comes && at <= from + withinMs);
      expect(until.some(({ text }) => text.includes(seen))).to.equal(true);
    });
  }
});

function textOf(entry: TraceEntry): string | undefined {
  if (entry.type === "message") return messageText(entry.octets);
  return entry.type === "transition" ? `${entry.machine} ${entry.from} ${entry.event} ${entry.to}` : undefined;
}
