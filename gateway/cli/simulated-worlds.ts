import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { PlanOptions } from "../../src/simulation/plan.ts";
import { type Simulation, simulate } from "../../src/simulation/simulate.ts";
import type { Fault, Outcome } from "../../src/simulation/world.ts";

/** What one world came to. The story of a fault stays out: its seed tells it again. */
export interface SimulatedWorld extends Omit<Outcome, "fault"> {
  readonly seed: number;
  readonly nodes: number;
  readonly steps: number;
  readonly fault?: Omit<Fault, "story">;
}

export const highestSeed = 2 ** 32 - 1;

/** Seeds a worker has in hand: worlds differ in length, and none should wait for another's. */
const seedsInHand = 8;

export function simulatedWorld(seed: number, options: PlanOptions): SimulatedWorld {
  return summaryOf(simulate(seed, options));
}

export function summaryOf({ plan, steps, outcome: { fault, ...counts } }: Simulation): SimulatedWorld {
  const world = { seed: plan.seed, nodes: plan.nodes.length, steps: steps.length, ...counts };
  if (fault === undefined) return world;
  const { story: _, ...found } = fault;
  return { ...world, fault: found };
}

/** The worlds of all seeds from this one on, in their order however many `jobs` make them. */
export async function* simulatedWorlds(
  seed: number,
  options: PlanOptions,
  jobs: number,
): AsyncGenerator<SimulatedWorld, never> {
  if (jobs > 1) return yield* sharedOut(seed, options, jobs);
  for (let index = 0; ; index += 1) {
    yield simulatedWorld(seedAt(seed, index), options);
    await nextTurn();
  }
}

/** Worker n of N makes every Nth world, from the nth on. */
async function* sharedOut(seed: number, options: PlanOptions, jobs: number): AsyncGenerator<SimulatedWorld, never> {
  const makers = Array.from({ length: jobs }, () => new Maker(options));
  const inHand = jobs * seedsInHand;
  try {
    for (let index = 0; index < inHand; index += jobs)
      for (const [nth, maker] of makers.entries()) maker.give(seedAt(seed, index + nth));
    for (let index = inHand; ; index += jobs) {
      for (const [nth, maker] of makers.entries()) {
        const world = await maker.next();
        maker.give(seedAt(seed, index + nth));
        yield world;
      }
    }
  } finally {
    await Promise.all(makers.map((maker) => maker.end()));
  }
}

/** A thread of its own that makes the worlds of the seeds it is given, in their order. */
class Maker {
  readonly #worker: Worker;
  readonly #made: AsyncIterator<SimulatedWorld[], undefined>;

  constructor(options: PlanOptions) {
    this.#worker = new Worker(new URL("./simulate-worker.js", import.meta.url), { workerData: options });
    this.#made = on(this.#worker, "message");
  }

  give(seed: number): void {
    this.#worker.postMessage(seed);
  }

  async next(): Promise<SimulatedWorld> {
    const { value: [world] = [] } = await this.#made.next();
    if (world === undefined) throw new Error("a worker ended before its worlds");
    return world;
  }

  end(): Promise<unknown> {
    return this.#worker.terminate();
  }
}

function seedAt(first: number, index: number): number {
  return (first + index) % (highestSeed + 1);
}

/** A world never waits: signals and streams get their turn between two of them. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
