import { type DialectName, dialects } from "../completion/dialects.ts";
import type { OurConfig } from "../config.ts";
import { Random } from "./random.ts";

/** A span that something random is drawn from, both ends included. */
export type Span = readonly [from: number, to: number];

/** One PINX: a gateway with our core, and its cluster, which the gateway assists. */
export interface NodePlan {
  readonly name: string;
  /** The first digit of its four-digit numbers. */
  readonly digit: string;
  readonly phones: readonly string[];
  /** The phones that show no number to whom they call (R20). */
  readonly restricted: readonly string[];
  readonly busyTrigger: number;
  readonly guardMs: number;
  readonly queue: "parallel" | "fifo";
  readonly dialByHand: boolean;
  /** Its phones can hold a call to dial (R49). */
  readonly canHold: boolean;
  /** Calls that a phone does not place when asked to, in a thousand; it says so of every other. */
  readonly refusalsPerMille: number;
  readonly slotMs: number;
  readonly userBusyMs: number;
  readonly requestsPerLine: number;
  readonly requestsPerCaller: number;
  /** A path can be reserved for its phones (R10). */
  readonly ownsBearers: boolean;
  /** How long cluster, line monitor and store take. */
  readonly clusterMs: Span;
  readonly monitorMs: Span;
  readonly storeMs: Span;
}

/** A trunk between two of the gateways. */
export interface LinkPlan {
  readonly ends: readonly [number, number];
  /** `qsig`: whole layer-3 messages, which a reliable carrier moves. */
  readonly carrier: "lapd" | "qsig";
  readonly dialect: DialectName;
  readonly our: readonly [LinkOur, LinkOur];
  readonly suspends: boolean;
  /** `peer.auditByRepeat` at both ends (R26). */
  readonly auditByRepeat: boolean;
  readonly delayMs: Span;
  /** Frames that get lost, or arrive twice, in a thousand; Q.921 repairs both. */
  readonly lossPerMille: number;
  readonly duplicatePerMille: number;
  readonly t309Ms: number;
}

/** What each end of a trunk wants (S-76 to S-84). */
export type LinkOur = Pick<
  OurConfig,
  | "connectionProposal"
  | "connectionResponse"
  | "noPathReservation"
  | "retainService"
  | "onBusyAgain"
  | "onConnectionLost"
>;

/** A PINX of another make that hangs on the last of the links. */
export interface StrangerPlan {
  readonly phones: readonly string[];
}

/** A whole world as data: who there is, how trunks behave, and how often what happens. */
export interface Plan {
  readonly seed: number;
  readonly nodes: readonly NodePlan[];
  readonly links: readonly LinkPlan[];
  readonly stranger?: StrangerPlan;
  /** Steps end here; what is under way may then run out. */
  readonly horizonMs: number;
  /** Nothing fails but people: both sides must then agree at every quiet moment (R25). */
  readonly calm: boolean;
  /** Troubles come at moments that are aimed at as well (`aims.ts`). */
  readonly aimed: boolean;
  /** Troubles come so many times more often than usual. */
  readonly troubles: number;
  /** How long a service lives: short lives see T2 in every state. */
  readonly t2Ms: number;
  readonly t4Ms: number;
}

export interface PlanOptions {
  readonly hours?: number;
  readonly nodes?: number;
}

/** Stays one digit: the numbers of a node begin with it. */
export const mostNodes = 9;
/** The first digit of the numbers of a PINX of another make. */
export const strangerDigit = "0";
const defaultHours = 0.5;
/** Every so many-th seed is an aimed world; the others are what they were before there were any. */
const aimedEvery = 5;
/** T2 of the services of a world. */
const t2sMs = [30_000, 120_000, 600_000] as const;
const msPerHour = 3_600_000;

export function planOf(seed: number, { hours = defaultHours, nodes }: PlanOptions = {}): Plan {
  const random = Random.of(seed, 0);
  const count = nodes ?? random.pick([2, 2, 3, 3, 4]);
  const calm = random.chance(300);
  const aimed = seed % aimedEvery === 0;
  const plan: Plan = {
    seed,
    nodes: Array.from({ length: count }, (_, index) => nodePlan(index, calm, random)),
    // Each node hangs on one that was there before: every tree, from a chain to a star, and no loop.
    links: Array.from({ length: count - 1 }, (_, index) =>
      linkPlan([random.below(index + 1), index + 1], calm, random),
    ),
    horizonMs: Math.round(hours * msPerHour),
    calm,
    aimed,
    troubles: random.pick([1, 1, 5, 15]),
    t4Ms: random.pick([100, 1000, 30_000]),
    t2Ms: random.pick(t2sMs),
  };
  return aimed ? leaning(plan, Random.of(seed, 4)) : plan;
}

function leaning(plan: Plan, random: Random): Plan {
  const { nodes, links, ...others } = random.pick(leanings)(plan);
  const leans = {
    ...others,
    nodes: nodes.map((node) => ({ ...node, canHold: random.chance(700) })),
    links: links.map((link) => ({ ...link, auditByRepeat: random.chance(300) })),
  };
  return random.chance(400) ? withStranger(leans, random) : leans;
}

/** Whoever has bearers may meet a path that is reserved otherwise than by us; nothing is calm then. */
function withStranger(plan: Plan, random: Random): Plan {
  const link = linkPlan([random.below(plan.nodes.length), plan.nodes.length], true, random);
  const our = linkOur(random);
  return {
    ...plan,
    calm: false,
    nodes: plan.nodes.map((node) => ({ ...node, ownsBearers: true })),
    links: [...plan.links, { ...link, carrier: "qsig", our: [{ ...our, noPathReservation: false }, our] }],
    stranger: { phones: [`${strangerDigit}001`, `${strangerDigit}002`] },
  };
}

/** What an aimed world leans to: states that few worlds come to have their moments there. */
const leanings: readonly ((plan: Plan) => Plan)[] = [
  (plan) => plan,
  // Every path can be reserved (R10).
  (plan) => ({
    ...plan,
    nodes: plan.nodes.map((node) => ({ ...node, ownsBearers: true })),
    links: plan.links.map((link) => wanting(link, { noPathReservation: false })),
  }),
  // Every service is kept where user B is busy again (CC 5.2).
  (plan) => ({ ...plan, links: plan.links.map((link) => wanting(link, { retainService: true })) }),
  // Everything takes its time: what one side says crosses what the other does.
  (plan) => ({
    ...plan,
    nodes: plan.nodes.map((node) => ({ ...node, clusterMs: [1, 3000], monitorMs: [1, 2000] })),
    links: plan.links.map((link) => ({ ...link, delayMs: [1, 400] })),
  }),
  // What one trunk keeps the next one releases: gateways between them are bridges (R6).
  (plan) => ({
    ...plan,
    links: plan.links.map((link, index) => ({
      ...link,
      dialect: index % 2 === 0 ? "mitel-3300" : "avaya-cm",
    })),
  }),
];

/** Both ends of a trunk as the standard has them, but for this. */
function wanting(link: LinkPlan, own: Partial<LinkOur>): LinkPlan {
  const [one, other] = link.our;
  return {
    ...link,
    dialect: "generic-iso",
    our: [
      { ...one, ...own },
      { ...other, ...own },
    ],
  };
}

function nodePlan(index: number, calm: boolean, random: Random): NodePlan {
  const digit = String(index + 1);
  const phones = Array.from({ length: random.between([1, 3]) }, (_, at) => `${digit}00${at + 1}`);
  return {
    name: `n${digit}`,
    digit,
    phones,
    restricted: phones.filter(() => random.chance(100)),
    busyTrigger: random.pick([1, 1, 1, 2]),
    guardMs: random.pick([0, 500, 3000]),
    queue: random.pick(["parallel", "fifo"]),
    dialByHand: random.chance(150),
    canHold: true,
    refusalsPerMille: random.pick([0, 0, 200, 500]),
    slotMs: random.pick([5000, 40_000]),
    userBusyMs: random.pick([4000, 300_000]),
    requestsPerLine: random.pick([1, 2, 5, 100]),
    requestsPerCaller: random.pick([1, 2, 100]),
    ownsBearers: random.chance(500),
    clusterMs: [1, random.pick(calm ? [1, 20, 300] : [1, 20, 300, 3000])],
    monitorMs: [1, random.pick(calm ? [1, 50, 2000] : [1, 50, 2000, 8000])],
    storeMs: [0, random.pick(calm ? [0, 20] : [0, 20, 300, 5000])],
  };
}

function linkPlan(ends: readonly [number, number], calm: boolean, random: Random): LinkPlan {
  const carrier = random.pick(["lapd", "lapd", "qsig"] as const);
  const isRough = carrier === "lapd" && !calm;
  return {
    ends,
    carrier,
    dialect: random.pick(Object.keys(dialects) as DialectName[]),
    our: [linkOur(random), linkOur(random)],
    suspends: random.chance(800),
    auditByRepeat: false,
    delayMs: [1, random.pick([1, 10, 150, 400])],
    lossPerMille: isRough ? random.pick([0, 2, 20, 100]) : 0,
    duplicatePerMille: isRough ? random.pick([0, 0, 10]) : 0,
    t309Ms: random.pick([1000, 6000, 90_000]),
  };
}

function linkOur(random: Random): LinkOur {
  return {
    connectionProposal: random.pick(["retain", "release", "none"]),
    connectionResponse: random.pick(["retain", "release"]),
    noPathReservation: random.chance(500),
    retainService: random.chance(500),
    onBusyAgain: random.pick(["tell", "reinvoke"]),
    onConnectionLost: random.pick(["goOn", "goOn", "end"]),
  };
}
