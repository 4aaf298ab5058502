import { availableParallelism } from "node:os";
import { mostNodes } from "../../src/simulation/plan.ts";
import { faultReport } from "../../src/simulation/report.ts";
import { type Simulation, shrunk, simulate as run } from "../../src/simulation/simulate.ts";
import { type Command, type Io, parse, UsageError } from "./command.ts";
import { highestSeed, type SimulatedWorld, simulatedWorlds, summaryOf } from "./simulated-worlds.ts";

const help = `qsig simulate: let a world of gateways run in virtual time and judge it

Usage: qsig simulate [--seed N] [--hours H] [--calls C] [--nodes N] [--jobs J]
                     [--shrink] [--rows] [--json]

Gateways with clusters, people at their phones, trunks that delay, lose and are
cut, line monitors and stores that fail, clocks that jump, processes that crash:
all from one seed, the same every time. After every step every rule is checked.
In seeds that five divides, faults wait until a service is in a state they pick.

  --seed N       the world; without it, 1
  --hours H      virtual time of one world; default 0.5
  --calls C      go on with the next seeds until C call backs were requested
  --nodes N      gateways in the world, 2 to ${mostNodes}; default by the seed
  --jobs J       with --calls, so many worlds at once, each on a core of its
                 own; default every core. The result is the same
  --shrink       after a fault, look for the fewest steps that lead to it
  --rows         print how often each row of the state tables was taken
  --json         one JSON object a line: a world each, or the fault
Exit status: 0 no rule was broken, 1 one was: seed, step and ladder are printed.
`;

export const simulate: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = parse(args, {
      seed: { type: "string", default: "1" },
      hours: { type: "string" },
      calls: { type: "string" },
      nodes: { type: "string" },
      jobs: { type: "string" },
      shrink: { type: "boolean", default: false },
      rows: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    });
    if (positionals.length > 0) throw new UsageError("simulate takes no operands");
    const seed = number("seed", values.seed, 0, highestSeed);
    const calls = values.calls === undefined ? 0 : number("calls", values.calls, 1, Number.MAX_SAFE_INTEGER);
    const options = {
      ...(values.hours === undefined ? {} : { hours: number("hours", values.hours, 0.001, 10_000, false) }),
      ...(values.nodes === undefined ? {} : { nodes: number("nodes", values.nodes, 2, mostNodes) }),
    };
    const most = number("jobs", values.jobs ?? String(availableParallelism()), 1, mostJobs);
    const sums = new Sums(io, calls);
    const ending = io.ending();
    for await (const world of simulatedWorlds(seed, options, calls === 0 ? 1 : most)) {
      sums.add(world);
      if (values.json) io.stdout.write(`${JSON.stringify(worldJson(world))}\n`);
      if (world.fault !== undefined) {
        const simulation = run(world.seed, options);
        printFault(values.shrink ? shrunk(simulation) : simulation, values, io);
        return 1;
      }
      if (sums.requested >= calls || ending.aborted) break;
    }
    if (!values.json) sums.print(values.rows);
    return 0;
  },
};

function number(name: string, text: string, least: number, most: number, whole = true): number {
  const value = Number(text);
  const fits = value >= least && value <= most && (!whole || Number.isInteger(value));
  if (!fits || text.trim() === "") {
    throw new UsageError(`--${name} is ${whole ? "a whole number" : "a number"} from ${least} to ${most}, not ${text}`);
  }
  return value;
}

const mostJobs = 256;
/** How often a long run says how far it is. */
const callsBetweenLines = 10_000;

/** What all worlds together came to. */
class Sums {
  readonly #io: Io;
  readonly #calls: number;
  readonly #rows = new Map<string, number>();
  readonly #seeds: number[] = [];
  #worlds = 0;
  #completed = 0;
  #messages = 0;
  requested = 0;

  constructor(io: Io, calls: number) {
    this.#io = io;
    this.#calls = calls;
  }

  add({ seed, requested, completed, messages, rows }: SimulatedWorld): void {
    const before = this.requested;
    this.#worlds += 1;
    this.#seeds[Math.min(this.#worlds, 2) - 1] = seed;
    this.requested += requested;
    this.#completed += completed;
    this.#messages += messages;
    for (const [row, count] of rows) this.#rows.set(row, (this.#rows.get(row) ?? 0) + count);
    if (Math.floor(before / callsBetweenLines) === Math.floor(this.requested / callsBetweenLines)) return;
    this.#io.stderr.write(`qsig: of ${this.#calls}: ${this.#text}\n`);
  }

  print(withRows: boolean): void {
    const { stdout } = this.#io;
    if (withRows)
      for (const [row, count] of [...this.#rows].sort()) stdout.write(`${String(count).padStart(9)}  ${row}\n`);
    stdout.write(`${this.#text}, no fault\n`);
  }

  get #text(): string {
    const worlds = this.#worlds === 1 ? "1 world, seed" : `${this.#worlds} worlds, seeds`;
    return (
      `${worlds} ${this.#seeds.join(" to ")}: ${this.requested} call backs requested, ${this.#completed} rang, ` +
      `${this.#messages} messages, ${this.#rows.size} rows of the tables taken`
    );
  }
}

function worldJson({ rows: _, ...world }: SimulatedWorld): object {
  return world;
}

function printFault(simulation: Simulation, { json }: { readonly json: boolean }, io: Io): void {
  const { plan, steps } = simulation;
  if (json)
    return void io.stdout.write(`${JSON.stringify({ ...worldJson(summaryOf(simulation)), plan, stepList: steps })}\n`);
  for (const line of faultReport(simulation)) io.stdout.write(`${line}\n`);
  const again = `qsig simulate --seed ${plan.seed}`;
  io.stderr.write(`qsig: a rule was broken; the same again: ${again}; with fewer steps: ${again} --shrink\n`);
}
