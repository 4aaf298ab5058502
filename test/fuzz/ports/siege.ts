import { type ChildProcess, fork } from "node:child_process";
import { on } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { holds } from "../../bench/trunks/load.ts";
import type { Usage } from "../../bench/trunks/relay-order.ts";
import { Rig } from "../../bench/trunks/rig.ts";
import { freePort } from "../../free-port.ts";
import { loopback } from "../../loopback.ts";
import { root } from "../../root.ts";
import type { AttackOrder, AttackOver } from "./attacker.ts";
import type { Ground } from "./attack.ts";
import { type Target, targets, watched, writeFiles } from "./targets.ts";

/** What calls on trunks beside the besieged one saw of an attack, and what it cost. */
export interface Outcome {
  readonly calls: number;
  /** PDUs that came through the port and reached the core; none of ports that are not those of trunks. */
  readonly taken: number;
  /** Milliseconds from end to end of the calls' messages, before the attack and under it. */
  readonly before: Latency;
  readonly under: Latency;
  /** Processor time of the gateway meanwhile. */
  readonly processorS: number;
  /** What JavaScript holds more than before, garbage collected, and the whole process: the most that was seen. */
  readonly heldMb: number;
  readonly rssMb: number;
}

export interface Latency {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** How long the calls go on before an attack, and how often memory is looked at. */
export interface Patience {
  readonly calmMs: number;
  readonly lookMs: number;
}

/** Messages a second that the calls beside it are. */
const messageRate = 500;

interface Besieged {
  readonly port: number;
  readonly ground: Ground;
}

/** A gateway in a process of its own, calls on two of its trunks, and other ports for attackers. */
export class Siege {
  readonly #rig: Rig;
  readonly #folder: string;
  readonly #places: ReadonlyMap<string, Besieged>;
  readonly #attacker: ChildProcess = fork(join(root, "dist/test/fuzz/ports/attacker.js"));
  readonly #calls: Promise<void>;
  #isOver = false;
  #orders = 0;

  private constructor(rig: Rig, folder: string, places: ReadonlyMap<string, Besieged>) {
    this.#rig = rig;
    this.#folder = folder;
    this.#places = places;
    this.#calls = rig.load.evenly("basic", messageRate, () => this.#isOver);
  }

  static async start(names: readonly string[]): Promise<Siege> {
    const folder = mkdtempSync(join(tmpdir(), "qsig-siege-"));
    await writeFiles(folder);
    const grounds = await Promise.all(
      names.map(async (name) => ({ ...targetOf(name), ground: await groundIn(folder) })),
    );
    const victims = grounds.map(({ target, ground }) => ({
      keys: target.neighbour(ground),
      watched: target.place === "lines" || target.place === "phones" ? watched : [],
    }));
    const rig = await Rig.start({ type: "lapd", pairs: 2, relay: "gateway", victims });
    const places = grounds.map(({ name, target: { place }, ground }, at) => {
      const ports = { ...ground, trunk: rig.victims.trunks[at] ?? 0, console: rig.victims.console };
      return [name, { ground, port: ports[place] }] as const;
    });
    const siege = new Siege(rig, folder, new Map(places));
    await holds(
      () => rig.load.ended > 20,
      () => "calls do not begin",
    );
    return siege;
  }

  /**
   * One attack on these ports at once, while calls go on beside it; behind it somebody who behaves is served at each.
   * Rejects where the gateway ends, a call does not, or the attack has another outcome than it should have.
   */
  async under(
    names: readonly string[],
    attack: string,
    count: number,
    seed: number,
    patience: Patience,
  ): Promise<Outcome> {
    const { load } = this.#rig;
    load.times = [];
    await passed(patience.calmMs);
    const before = latencyOf(load.times);
    const start = await this.#rig.usage("collect");
    const { ended } = load;
    load.times = [];
    const most = { used: start.used, rss: start.rss };
    const look = async (): Promise<Usage> => {
      const usage = await this.#rig.usage("collect");
      [most.used, most.rss] = [Math.max(most.used, usage.used), Math.max(most.rss, usage.rss)];
      return usage;
    };
    const orders = names.map((target) => ({ target, attack, count, seed, ...this.#place(target) }));
    const counts = names.some((name) => targets[name]?.attacks.find((each) => each.name === attack)?.countsRead);
    let taken = 0;
    let round = 0;
    do {
      // Another seed each time: of few frames the first may be one that closes the connection, unread.
      const next = orders.map((order) => ({ ...order, count: count - taken, seed: seed + round }));
      round += 1;
      await Promise.race([this.#attack(next, patience.lookMs, look), this.#rig.died]);
      taken = (await look()).taken - start.taken;
    } while (counts && taken < count);
    // An attack may be over before one call is.
    await holds(
      () => load.ended > ended + 4,
      () => "calls do not go on",
    );
    const under = latencyOf(load.times);
    const { processorUs } = await this.#rig.usage();
    return {
      processorS: (processorUs - start.processorUs) / 1e6,
      ...{ calls: load.ended - ended, before, under, taken },
      ...{ heldMb: (most.used - start.used) / 1e6, rssMb: (most.rss - start.rss) / 1e6 },
    };
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await Promise.race([this.#calls, this.#rig.died]).catch(() => {});
    if (this.#attacker.connected) this.#attacker.disconnect();
    await this.#rig.stop();
    rmSync(this.#folder, { recursive: true });
  }

  #place(name: string): Besieged {
    const place = this.#places.get(name);
    if (place === undefined) throw new Error(`${name} is not besieged`);
    return place;
  }

  async #attack(
    orders: readonly Omit<AttackOrder, "id">[],
    lookMs: number,
    look: () => Promise<unknown>,
  ): Promise<void> {
    const over = Promise.all(orders.map((order) => this.#carriedOut(order))).then(() => true);
    while (!(await Promise.race([over, passed(lookMs).then(() => false)]))) await look();
  }

  async #carriedOut(order: Omit<AttackOrder, "id">): Promise<void> {
    this.#orders += 1;
    const id = this.#orders;
    this.#attacker.send({ ...order, id });
    for await (const [over] of on(this.#attacker, "message") as AsyncIterable<[AttackOver]>) {
      if (over.id !== id) continue;
      if (over.fault !== undefined) throw new Error(`the attack on ${order.target} failed: ${over.fault}`);
      return;
    }
  }
}

function targetOf(name: string): { readonly name: string; readonly target: Target } {
  const target = targets[name];
  if (target === undefined) throw new Error(`no target ${name}`);
  return { name, target };
}

async function groundIn(folder: string): Promise<Ground> {
  const [lines, phones, sctp, sctpPeer] = [await freePort(), await freePort(), await freePort(), await freePort()];
  return { folder, lines, phones, sctp, sctpPeer, addresses: [loopback(0), loopback(1)] };
}

function latencyOf(times: readonly number[]): Latency {
  const sorted = times.toSorted((left, right) => left - right);
  const share = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
  return { p50Ms: share(0.5), p99Ms: share(0.99) };
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
