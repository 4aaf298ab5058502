import type { Aim, AimedAction, Mark, Place, Shot, Side } from "./aim.ts";
import type { PhoneAction } from "../pbx/cluster.ts";
import { digitOf, digitsBehind } from "./configs.ts";
import type { SeenService, SeenStep } from "./ledger.ts";
import { type Pair, pairOf } from "./pairs.ts";
import type { Plan } from "./plan.ts";
import type { Random } from "./random.ts";
import type { Step } from "./step.ts";

/** States in which something may come at the wrong time. Each gets as many aims as any other, however rare it is. */
const marks: readonly Mark[] = [
  ...(
    [
      ...(["Requested", "Clearing", "Active", "Reserving", "Reserved"] as const),
      ...(["Recall", "Dialling", "Calling", "CallOnly", "Suspended"] as const),
    ] as const
  ).map((state) => ({ role: "originating", state }) as const),
  ...(["Kept", "Requested", "Monitoring", "Notified", "Suspended", "PathReserved", "Ringing"] as const).map(
    (state) => ({ role: "terminating", state }) as const,
  ),
];

const actions: readonly AimedAction[] = [
  ...(["offhook", "onhook", "hangup", "answer", "press dial", "press cancel", "call", "callBack"] as const),
];
const places: readonly Place[] = ["A", "B", "here"];
const sides: readonly Side[] = ["A", "B"];
const delaysMs = [0, 0, 5, 100, 600, 3000, 10_000] as const;
const spansMs = [300, 3000, 9000, 20_000, 60_000] as const;

type Made<Kind extends Shot["shot"]> = Omit<Extract<Shot, { readonly shot: Kind }>, "afterMs">;
type Makers = readonly ((random: Random) => Made<Shot["shot"]>)[];

/** What people do, also in a calm world. */
const ofPeople: Makers = [
  (random) => ({ shot: "act", who: random.pick(sides), action: random.pick(actions) }),
  (random) => ({ shot: "act", who: random.pick(sides), action: random.pick(actions) }),
  (random) => ({
    shot: "line",
    who: random.pick(sides),
    change: random.pick(["reset", "deleted"] as const),
    forMs: random.pick([2000, 20_000]),
  }),
  (random) => ({ shot: "leave", forMs: random.pick([20_000, 80_000, 240_000]) }),
  () => ({ shot: "cancel" }),
];

/** What fails. */
const ofMachines: Makers = [
  (random) => ({
    shot: "cut",
    at: random.pick(places),
    how: random.pick(["ended", "silent"] as const),
    forMs: random.pick(spansMs),
  }),
  (random) => ({ shot: "lose", at: random.pick(places), forMs: random.pick([1000, 3000, 5000, 9000]) }),
  (random) => ({
    shot: "hold",
    at: random.pick(places),
    way: random.pick([0, 1, "both"] as const),
    forMs: random.pick(spansMs),
  }),
  (random) => ({ shot: "restart", at: random.pick(places), end: random.pick([0, 1] as const) }),
  (random) => ({
    shot: random.pick(["crash", "stop"] as const),
    at: random.pick(places),
    forMs: random.pick([100, 5000]),
    clockMs: random.pick([0, 0, -30_000]),
    wiped: random.chance(250),
  }),
  (random) => ({
    shot: random.pick(["store", "monitor"] as const),
    at: random.pick(places),
    forMs: random.pick(spansMs),
  }),
  (random) => ({ shot: "clock", at: random.pick(places), byMs: random.pick([2000, 40_000]) }),
];

export function aimOf(random: Random, calm: boolean): Aim {
  const mark = random.pick(marks);
  const makers = calm ? ofPeople : [...ofPeople, ...ofMachines];
  const shots = Array.from({ length: random.pick([1, 1, 2, 2, 3, 4]) }, () => {
    return { afterMs: random.pick(delaysMs), ...random.pick(makers)(random) } as Shot;
  });
  return { ...mark, shots };
}

/** Aims that wait for their moment. */
export class Aims {
  readonly #waiting = new Set<Aim>();

  add(aim: Aim): void {
    this.#waiting.add(aim);
  }

  /** The steps that those are which a service of this step of a core meets. */
  hits({ plan, node, transitions }: SeenStep, nowMs: number): readonly Step[] {
    if (this.#waiting.size === 0) return [];
    return transitions.flatMap(({ machine, from, to, of }) => {
      const service = node.services.get(of);
      const aim = [...this.#waiting].find(({ role, state }) => role === machine && state === to && from !== to);
      if (aim === undefined || service === undefined) return [];
      this.#waiting.delete(aim);
      const steps = aim.shots.map((shot) => stepFor(plan, node.index, service, shot, nowMs + shot.afterMs));
      // After closing time nobody mends what a shot does.
      return steps.filter((step) => step !== undefined).filter(({ atMs }) => atMs < plan.horizonMs);
    });
  }
}

/** The step that a shot is for this service of this gateway; undefined where there is nobody or nothing to hit. */
function stepFor(plan: Plan, node: number, service: SeenService, shot: Shot, atMs: number): Step | undefined {
  if (shot.shot === "cancel") return { atMs, step: "cancel", node, request: service.request };
  const pair = pairOf(service.record);
  const nodes = { A: nodeOf(plan, pair?.a), B: nodeOf(plan, pair?.b), here: node };
  if (pair === undefined) return undefined;
  switch (shot.shot) {
    case "cut":
    case "lose":
    case "hold":
    case "restart": {
      const link = linkBetween(plan, nodes[shot.at], shot.at === "B" ? nodes.A : nodes.B);
      return link === undefined ? undefined : linkStep(shot, link, atMs);
    }
    case "crash":
    case "stop":
    case "store":
    case "monitor":
    case "clock": {
      const at = nodes[shot.at];
      return at === undefined ? undefined : nodeStep(shot, at, atMs);
    }
    case "act":
    case "line": {
      const [who, phone] = [nodes[shot.who], shot.who === "A" ? pair.a : pair.b];
      if (who === undefined) return undefined;
      if (shot.shot === "act")
        return { atMs, step: "act", node: who, phone, action: actionOf(shot.action, shot.who, pair) };
      return { atMs, step: "line", node: who, phone, change: shot.change, forMs: shot.forMs };
    }
    case "leave":
      return { atMs, step: "leave", phones: [pair.a, pair.b], forMs: shot.forMs };
    default:
      return shot satisfies never;
  }
}

type ShotOf<Kind extends Shot["shot"]> = Extract<Shot, { readonly shot: Kind }>;

function linkStep(shot: ShotOf<"cut" | "lose" | "hold" | "restart">, link: number, atMs: number): Step {
  switch (shot.shot) {
    case "cut":
      return { atMs, step: "cut", link, how: shot.how, forMs: shot.forMs };
    case "lose":
      return { atMs, step: "lose", link, forMs: shot.forMs };
    case "hold":
      return { atMs, step: "hold", link, way: shot.way, forMs: shot.forMs };
    case "restart":
      return { atMs, step: "restart", link, end: shot.end };
    default:
      return shot satisfies never;
  }
}

function nodeStep(shot: ShotOf<"crash" | "stop" | "store" | "monitor" | "clock">, node: number, atMs: number): Step {
  switch (shot.shot) {
    case "crash":
    case "stop":
      return { atMs, step: shot.shot, node, forMs: shot.forMs, clockMs: shot.clockMs, wiped: shot.wiped };
    case "store":
      return { atMs, step: "store", node, state: "away", forMs: shot.forMs };
    case "monitor":
      return { atMs, step: "monitor", node, forMs: shot.forMs };
    case "clock":
      return { atMs, step: "clock", node, byMs: shot.byMs };
    default:
      return shot satisfies never;
  }
}

function actionOf(action: AimedAction, who: Side, { a, b }: Pair): PhoneAction {
  const to = who === "A" ? b : a;
  switch (action) {
    case "offhook":
    case "onhook":
    case "hangup":
    case "answer":
      return { action };
    case "press dial":
      return { action: "press", key: "dial" };
    case "press cancel":
      return { action: "press", key: "cancel" };
    case "call":
      return { action: "dial", to };
    case "callBack":
      return { action: "callBack", to };
    default:
      return action satisfies never;
  }
}

/** The end of a link that a number is at. */
function nodeOf(plan: Plan, digits: string | undefined): number | undefined {
  const ends = new Set(plan.links.flatMap((link) => link.ends));
  return [...ends].find((end) => digits?.startsWith(digitOf(plan, end)));
}

/** The first link on the way from one gateway to the other. */
function linkBetween(plan: Plan, from: number | undefined, to: number | undefined): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  const digit = digitOf(plan, to);
  const found = plan.links.findIndex(
    ({ ends }, link) => ends.includes(from) && digitsBehind(plan, from, link).includes(digit),
  );
  return found < 0 ? undefined : found;
}
