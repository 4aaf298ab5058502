import { Ladder } from "../ladder.ts";
import type { Shot } from "./aim.ts";
import type { Told } from "./ledger.ts";
import type { Plan } from "./plan.ts";
import type { Simulation } from "./simulate.ts";
import type { Step } from "./step.ts";
import { startMs } from "./world.ts";

/** A fault for people: the rule that was broken, who there is, what was done to them, and the ladder that led there. */
export function faultReport({ plan, steps, outcome }: Simulation, { lines = 60 } = {}): string[] {
  const { fault } = outcome;
  if (fault === undefined) return [];
  const told = ladderOf(plan, fault.story);
  const shown = steps.length <= lines ? steps : steps.slice(Math.max(0, fault.step - lines), fault.step);
  return [
    `seed ${plan.seed}, step ${fault.step}, ${seconds(fault.atMs)}: ${fault.invariant} (${fault.rule})`,
    fault.words,
    "",
    ...plan.nodes.map(({ name, phones }) => `${name}: ${phones.join(" ")}`),
    ...plan.links.map(
      ({ ends: [a, b], carrier, dialect }) => `${nodeName(plan, a)} - ${nodeName(plan, b)}: ${carrier}, ${dialect}`,
    ),
    "",
    ...shown.map((step) => stepText(plan, step)),
    "",
    ...told.slice(-lines),
  ];
}

/** What was done, on one line. */
function stepText(plan: Plan, step: Step): string {
  const who = whose(plan, step);
  const howLong = "forMs" in step ? ` for ${seconds(step.forMs)}` : "";
  return `${seconds(step.atMs).padStart(10)}  ${who}: ${whatHappens(step)}${howLong}`;
}

function whose(plan: Plan, step: Step): string {
  if (step.step === "aim") return `${step.aim.role} ${step.aim.state}`;
  if (step.step === "stranger") return "stranger";
  if (step.step === "leave") return step.phones.join(" and ");
  if ("phone" in step) return step.phone;
  return "link" in step ? `link${step.link}` : nodeName(plan, step.node);
}

function whatHappens(step: Step): string {
  switch (step.step) {
    case "person":
      return `somebody is at the phone (roll ${step.roll})`;
    case "line":
      return step.change;
    case "cut":
      return `cut (${step.how})`;
    case "restart":
      return `RESTART from end ${step.end}`;
    case "crash":
    case "stop":
      return `${step.step}${step.wiped === true ? ", its store is lost" : ""}, its clock ${seconds(step.clockMs)} off,`;
    case "store":
      return `the store is ${step.state}`;
    case "monitor":
      return "the line monitor sees nothing";
    case "clock":
      return `the process stands still, ${seconds(step.byMs)}`;
    case "operator":
      return `the operator cancels a request (roll ${step.roll})`;
    case "cancel":
      return `the operator cancels request ${step.request}`;
    case "lose":
      return "frames get lost";
    case "hold":
      return `frames toward ${step.way === "both" ? "both ends" : `end ${step.way}`} are late`;
    case "act":
      return Object.values(step.action).join(" ");
    case "leave":
      return "nobody is there";
    case "stranger":
      return `it says something (roll ${step.roll})`;
    case "aim":
      return `meets, when it is there next: ${step.aim.shots.map((shot) => shotText(shot)).join("; ")}`;
    default:
      return step satisfies never;
  }
}

/** Its fields as they stand: `cut at=A how=silent forMs=3000`. */
function shotText({ shot, ...fields }: Shot): string {
  return [shot, ...Object.entries(fields).map(([name, value]) => `${name}=${value}`)].join(" ");
}

/** One ladder of all gateways; Q.921's own timers say nothing about calls and are left out. */
function ladderOf(plan: Plan, story: readonly Told[]): string[] {
  const lines: { readonly at: number; readonly line: string }[] = [];
  const ladders = plan.nodes.map(() => new Ladder((at) => seconds(at - startMs).padStart(10)));
  const begun: number[] = plan.nodes.map(() => 0);
  const add = (node: number, line: string | undefined) => {
    if (line !== undefined) lines.push({ at: begun[node] ?? 0, line: `${nodeName(plan, node)} ${line}` });
  };
  for (const { node, entry } of story) {
    if (entry.type === "timer" && /^T20[03]$/.test(entry.timer)) continue;
    add(node, ladders[node]?.push(entry));
    begun[node] = entry.at;
  }
  for (const [node, ladder] of ladders.entries()) add(node, ladder.flush());
  return lines.sort((one, other) => one.at - other.at).map(({ line }) => line);
}

function nodeName(plan: Plan, node: number): string {
  return plan.nodes[node]?.name ?? "stranger";
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(3)} s`;
}
