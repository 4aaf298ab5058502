import type { PinxCore } from "../pinx.ts";
import { createPinx } from "../pinx.ts";
import type { Input, Output } from "../seam.ts";
import { Agenda, type Happening } from "./agenda.ts";
import { Aims } from "./aims.ts";
import { configOf } from "./configs.ts";
import { worldInvariants } from "./endings.ts";
import { invariants } from "./invariants.ts";
import { Ledger } from "./ledger.ts";
import type { Told } from "./ledger.ts";
import { SimulatedLink } from "./link.ts";
import { SimulatedNode } from "./node.ts";
import { actionOf } from "./people.ts";
import type { Plan } from "./plan.ts";
import { Random } from "./random.ts";
import type { Step, StepOf } from "./step.ts";
import { type Stranger, strangerChannel, strangerOf } from "./stranger.ts";

/** What was found wrong, and how the world got there. */
export interface Fault {
  readonly invariant: string;
  readonly rule: string;
  readonly words: string;
  /** How many steps had been taken. */
  readonly step: number;
  readonly atMs: number;
  readonly story: readonly Told[];
}

export interface Outcome {
  readonly fault?: Fault;
  /** Call backs that were requested, and those that ended in a conversation or a call that rang. */
  readonly requested: number;
  readonly completed: number;
  readonly messages: number;
  /** How often each row of the tables was taken. */
  readonly rows: ReadonlyMap<string, number>;
}

export interface WorldOptions {
  /** Tests put a core here that breaks a rule. */
  readonly createCore?: () => PinxCore;
  /** Sees every step of every core, for captures. */
  readonly onStep?: (node: number, outputs: readonly Output[], nowMs: number) => void;
}

/** 2024-01-01, so that screens show a date. */
export const startMs = 1_704_067_200_000;
/** After closing time everything may run out: T2, and what follows it. */
const runOutMs = 600_000;
/** Happenings within one millisecond from which on the world is not getting anywhere. */
const mostAtOnce = 20_000;

/** Thrown through the core's caller to end the run at the very step. */
class Found extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.words);
    this.fault = fault;
  }
}

/** Runs the steps of a plan in virtual time, and judges every step of every core. */
export function runWorld(plan: Plan, steps: readonly Step[], options: WorldOptions = {}): Outcome {
  return new World(plan, steps, options).run();
}

class World {
  readonly #plan: Plan;
  readonly #steps: readonly Step[];
  readonly #options: WorldOptions;
  readonly #agenda = new Agenda(startMs);
  readonly #random: Random;
  readonly #ledger: Ledger;
  readonly #nodes: readonly SimulatedNode[];
  readonly #links: readonly SimulatedLink[];
  readonly #stranger: Stranger | undefined;
  readonly #numbers: readonly string[];
  readonly #aims = new Aims();
  /** Until when nobody is at a phone. */
  readonly #left = new Map<string, number>();
  #taken = 0;
  #atOnce = 0;
  #requested = 0;
  #completed = 0;

  constructor(plan: Plan, steps: readonly Step[], options: WorldOptions) {
    this.#plan = plan;
    this.#steps = steps;
    this.#options = options;
    this.#random = Random.of(plan.seed, 2);
    this.#ledger = new Ledger(plan);
    this.#nodes = plan.nodes.map((node, index) => this.#node(node, index));
    this.#stranger = strangerOf(plan, (octets) =>
      this.#links.at(-1)?.send(1, strangerChannel, { carrier: "qsig", octets }),
    );
    const ends = this.#stranger === undefined ? this.#nodes : [...this.#nodes, this.#stranger];
    this.#links = plan.links.map(
      (link, index) => new SimulatedLink(index, link, ends, this.#agenda, Random.of(plan.seed, 100 + index)),
    );
    for (const node of this.#nodes) this.#join(node);
    if (this.#stranger !== undefined) this.#links.at(-1)?.open(1, strangerChannel);
    // One number that a cluster has not, and one that nobody has.
    this.#numbers = [...plan.nodes.flatMap(({ phones }) => phones), ...(plan.stranger?.phones ?? []), "1999", "9001"];
  }

  run(): Outcome {
    const { horizonMs } = this.#plan;
    for (const step of this.#steps) this.#agenda.at(startMs + step.atMs, { type: "step", step });
    for (const again of [0, 5000, 60_000]) this.#agenda.at(startMs + horizonMs + again, { type: "closingTime" });
    const fault = this.#play(startMs + horizonMs + 60_000 + this.#plan.t2Ms + runOutMs);
    return {
      ...(fault === undefined ? {} : { fault }),
      requested: this.#requested,
      completed: this.#completed,
      messages: this.#ledger.messages,
      rows: this.#ledger.rows,
    };
  }

  #play(untilMs: number): Fault | undefined {
    try {
      for (const node of this.#nodes) node.boot();
      for (let next = this.#agenda.take(untilMs); next !== undefined; next = this.#agenda.take(untilMs)) {
        this.#happen(next);
        this.#isGettingSomewhere();
        if (this.#plan.calm && this.#agenda.quiet) this.#judgeWorld("quiet");
      }
      this.#judgeWorld("end");
      return undefined;
    } catch (error) {
      if (error instanceof Found) return error.fault;
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return this.#fault({ name: "nothing throws", rule: "design 3" }, words);
    }
  }

  #node(plan: Plan["nodes"][number], index: number): SimulatedNode {
    return new SimulatedNode(index, plan, configOf(this.#plan, index), {
      agenda: this.#agenda,
      random: this.#random,
      createCore: () => {
        this.#ledger.forget(index);
        return (this.#options.createCore ?? createPinx)();
      },
      observed: (node, input, outputs) => this.#observed(node, input, outputs),
    });
  }

  #join(node: SimulatedNode): void {
    const links = new Map(this.#linksOf(node).map((link) => [link.trunk, { link, end: link.endOf(node) }]));
    node.links = {
      open: (trunk, channel) => {
        const at = links.get(trunk);
        at?.link.open(at.end, channel);
      },
      send: (trunk, channel, pdu) => {
        const at = links.get(trunk);
        at?.link.send(at.end, channel, pdu);
      },
      close: (trunk, channel, reason) => {
        const at = links.get(trunk);
        at?.link.close(at.end, channel, reason);
      },
    };
  }

  #happen(happening: Happening): void {
    if ("life" in happening) {
      const node = this.#nodes[happening.node];
      if (node?.running === true && node.life === happening.life) this.#inside(node, happening);
      return;
    }
    switch (happening.type) {
      case "step":
        this.#taken += 1;
        return this.#step(happening.step);
      case "aimed":
        return this.#step(happening.step);
      case "frame":
        return this.#links[happening.link]?.arrive(happening.to, happening.channel, happening.octets);
      case "connect":
        return this.#links[happening.link]?.connect(happening.end, happening.channel);
      case "ended":
        return this.#links[happening.link]?.ended(happening.to, happening.connection, happening.reason);
      case "mended":
        return this.#links[happening.link]?.mend();
      case "boot":
        return this.#nodes[happening.node]?.boot();
      case "storeBack":
        return this.#nodes[happening.node]?.storeBack();
      case "monitorBack":
        return this.#nodes[happening.node]?.monitor(false);
      case "lineBack":
        return this.#setLine(happening.node, happening.phone, {
          exists: true,
          registered: true,
          dnd: false,
          forwardAll: undefined,
        });
      case "closingTime":
        return this.#closingTime();
      default:
        happening satisfies never;
    }
  }

  #inside(node: SimulatedNode, happening: Extract<Happening, { readonly life: number }>): void {
    switch (happening.type) {
      case "input":
        return node.give(happening.input);
      case "toCluster":
        return node.fromGateway(happening.octets);
      case "placeCall":
        return node.placeCall(happening.id, happening.phone, happening.to);
      case "durable":
        return node.durable();
      case "timeout":
        return node.give({ type: "timeout" });
      default:
        happening satisfies never;
    }
  }

  #step(step: Step): void {
    switch (step.step) {
      case "person":
        return this.#person(step);
      case "cut":
        this.#links[step.link]?.cut(step.how);
        return this.#later(step.forMs, { type: "mended", link: step.link });
      case "lose":
        return this.#links[step.link]?.lose(step.forMs);
      case "hold":
        return this.#links[step.link]?.hold(step.way, step.forMs);
      case "restart":
        return this.#restart(step);
      case "line":
        return this.#line(step);
      case "act":
        return this.#act(step);
      case "leave":
        for (const phone of step.phones) this.#left.set(phone, this.#agenda.now + step.forMs);
        return;
      case "stranger":
        return this.#stranger?.speak(step.roll);
      case "aim":
        this.#aims.add(step.aim);
        return;
      default:
        return this.#trouble(step);
    }
  }

  #trouble(step: StepOf<"crash" | "stop" | "store" | "monitor" | "clock" | "operator" | "cancel">): void {
    const node = this.#nodes[step.node];
    if (node === undefined) return;
    switch (step.step) {
      case "crash":
      case "stop":
        if (!node.running) return;
        if (step.step === "crash") node.crash();
        else node.stop();
        if (step.wiped === true) node.store.wipe();
        for (const link of this.#linksOf(node)) link.nodeDown(link.endOf(node));
        node.clockMs = step.clockMs;
        return this.#later(step.forMs, { type: "boot", node: step.node });
      case "store":
        node.store.state = step.state;
        return this.#later(step.forMs, { type: "storeBack", node: step.node });
      case "monitor":
        node.monitor(true);
        return this.#later(step.forMs, { type: "monitorBack", node: step.node });
      case "clock":
        return node.jump(step.byMs);
      case "operator": {
        const requests = [...node.store.durable.keys()];
        if (requests.length === 0) return;
        const request = new Random(step.roll).pick(requests);
        return node.give({ type: "operator", command: { command: "cancel", request } });
      }
      case "cancel":
        return node.give({ type: "operator", command: { command: "cancel", request: step.request } });
      default:
        step satisfies never;
    }
  }

  #person({ node: at, phone, roll }: StepOf<"person">): void {
    if ((this.#left.get(phone) ?? 0) > this.#agenda.now) return;
    const view = this.#nodes[at]?.cluster.view(phone);
    const action = view === undefined ? undefined : actionOf(view, this.#numbers, roll);
    if (action !== undefined) this.#act({ node: at, phone, action });
  }

  #act({ node: at, phone, action }: Pick<StepOf<"act">, "node" | "phone" | "action">): void {
    this.#nodes[at]?.cluster.act(phone, action);
    this.#nodes[at]?.drain();
  }

  #restart({ link: index, end }: StepOf<"restart">): void {
    const link = this.#links[index];
    link?.nodeAt(end).give({ type: "operator", command: { command: "restart", trunk: link.trunk } });
  }

  #line({ node, phone, change, forMs }: StepOf<"line">): void {
    const other = this.#nodes[node]?.plan.phones.find((number) => number !== phone);
    const rows = {
      dnd: { dnd: true },
      forward: { forwardAll: other },
      unregistered: { registered: false },
      deleted: { exists: false },
    } as const;
    if (change === "reset") {
      this.#nodes[node]?.cluster.reset(phone);
      return this.#nodes[node]?.drain();
    }
    this.#setLine(node, phone, rows[change]);
    this.#later(forMs, { type: "lineBack", node, phone });
  }

  #setLine(node: number, phone: string, settings: Parameters<SimulatedNode["cluster"]["set"]>[1]): void {
    this.#nodes[node]?.cluster.set(phone, settings);
    this.#nodes[node]?.drain();
  }

  /** Everybody hangs up and everything is whole again. */
  #closingTime(): void {
    for (const node of this.#nodes) {
      node.boot();
      node.storeBack();
      node.monitor(false);
      for (const { number } of node.cluster.views()) {
        this.#setLine(node.index, number, { exists: true, registered: true, dnd: false, forwardAll: undefined });
        while (node.cluster.act(number, { action: "hangup" }) === undefined) node.drain();
        node.drain();
      }
    }
    for (const link of this.#links) link.mend();
    this.#stranger?.quiet();
  }

  #later(ms: number, happening: Happening): void {
    this.#agenda.at(this.#agenda.now + ms, happening);
  }

  #linksOf(node: SimulatedNode): SimulatedLink[] {
    return this.#links.filter((_, index) => this.#plan.links[index]?.ends.includes(node.index) === true);
  }

  #observed(node: SimulatedNode, input: Input, outputs: readonly Output[]): void {
    this.#options.onStep?.(node.index, outputs, this.#agenda.now);
    const step = this.#ledger.see(node.index, input, outputs);
    // Most steps only acknowledge frames.
    if (!outputs.some(isEventful)) return;
    for (const { event, to, from } of step.transitions) {
      if (to === "Requested" && from === "Offered") this.#requested += 1;
      if (event === "recallAlerting") this.#completed += 1;
    }
    for (const invariant of invariants) {
      const words = invariant.check(step);
      if (words !== undefined) throw new Found(this.#fault(invariant, `node ${node.index}: ${words}`));
    }
    for (const shot of this.#aims.hits(step, this.#agenda.now - startMs)) {
      this.#agenda.at(startMs + shot.atMs, { type: "aimed", step: shot });
    }
    this.#ledger.settle(step.node);
  }

  #judgeWorld(when: "quiet" | "end"): void {
    const held = this.#nodes.flatMap(({ core }) => (core === undefined ? [] : [core.held]));
    for (const invariant of worldInvariants) {
      if (invariant.when !== when) continue;
      const words = invariant.check({ plan: this.#plan, nodes: this.#ledger.nodes, held });
      if (words !== undefined) throw new Found(this.#fault(invariant, words));
    }
  }

  #isGettingSomewhere(): void {
    const { now } = this.#agenda;
    this.#atOnce = now === this.#last ? this.#atOnce + 1 : 0;
    this.#last = now;
    if (this.#atOnce > mostAtOnce) {
      const rule = { name: "time goes on", rule: "design 3: nextTimeout is in the future" };
      throw new Found(this.#fault(rule, `${mostAtOnce} things happened within one millisecond`));
    }
  }

  #last = 0;

  #fault({ name, rule }: { readonly name: string; readonly rule: string }, words: string): Fault {
    const { story } = this.#ledger;
    return { invariant: name, rule, words, step: this.#taken, atMs: this.#agenda.now - startMs, story };
  }
}

function isEventful(output: Output): boolean {
  return output.type === "trace" ? output.entry.type !== "pdu" : output.type !== "send";
}
