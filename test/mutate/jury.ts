import { readdirSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";
import { root } from "../root.ts";
import type { Judged } from "./machines.ts";
import type { AnyTable, Mutant } from "./mutants.ts";
import { withMutant } from "./mutants.ts";

/** Who noticed: a scenario, a row written by hand, or nobody. */
export type By = "scenario" | "row" | "nobody";

export interface Verdict {
  readonly by: By;
  /** The test that failed. */
  readonly test?: string;
}

/** A test, and the cells that it reaches on the table as it is: no other mutant can make it fail. */
interface Juror {
  readonly test: Mocha.Test;
  readonly by: By;
  readonly cells: ReadonlySet<string>;
}

/** The tests of one machine, run in this process one by one, the likeliest to fail first. */
export class Jury {
  readonly #machine: Judged;
  /** Scenarios first, rows written by hand behind them. What failed last time is asked first, in its state. */
  readonly #jurors: readonly Juror[];
  readonly #lastFailed = new Map<string, Juror[]>();

  private constructor(machine: Judged, jurors: readonly Juror[]) {
    this.#machine = machine;
    this.#jurors = jurors;
  }

  static async of(machine: Judged): Promise<Jury> {
    const { folders, without } = machine.scenarios;
    const files = folders.flatMap((folder) =>
      readdirSync(join(root, "dist/test", folder))
        .filter((name) => name.endsWith(".test.js") && !without.some((other) => name.startsWith(other)))
        .map((name) => join(root, "dist/test", folder, name)),
    );
    const tests = await load([...files, ...machine.rows.map((name) => join(root, "dist/test", `${name}.js`))]);
    const isRow = (test: Mocha.Test) => machine.rows.some((name) => test.file?.endsWith(`${name}.js`));
    const jurors: Juror[] = [];
    for (const test of tests) {
      const cells = await cellsReached(machine.table, async () => {
        if (await fails(test)) throw new Error(`fails without any mutant, mend that first: ${test.fullTitle()}`);
      });
      jurors.push({ test, by: isRow(test) ? "row" : "scenario", cells });
    }
    return new Jury(machine, jurors);
  }

  judge(mutant: Mutant): Promise<Verdict> {
    return withMutant(this.#machine.table, mutant, async () => {
      const lastFailed = this.#lastFailed.get(mutant.state) ?? [];
      this.#lastFailed.set(mutant.state, lastFailed);
      for (const by of ["scenario", "row"] as const) {
        const asked = new Set([...lastFailed, ...this.#jurors]);
        for (const juror of asked) {
          if (juror.by !== by || !juror.cells.has(cellName(mutant.state, mutant.event))) continue;
          if (!(await fails(juror.test))) continue;
          lastFailed.splice(0, lastFailed.length, juror, ...lastFailed.filter((other) => other !== juror));
          return { by, test: juror.test.fullTitle() };
        }
      }
      return { by: "nobody" };
    });
  }
}

function cellName(state: string, event: string): string {
  return `${state}, ${event}`;
}

/** Every cell of the table that is looked up while `run` runs. */
async function cellsReached(table: AnyTable, run: () => Promise<void>): Promise<ReadonlySet<string>> {
  const reached = new Set<string>();
  const originals = Object.entries(table);
  for (const [state, rows] of originals) {
    table[state] = new Proxy(rows, {
      get: (_, event) => {
        reached.add(cellName(state, String(event)));
        return rows[String(event)];
      },
    });
  }
  try {
    await run();
  } finally {
    for (const [state, rows] of originals) table[state] = rows;
  }
  return reached;
}

async function load(files: readonly string[]): Promise<Mocha.Test[]> {
  const mocha = new Mocha();
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  return testsOf(mocha.suite);
}

function testsOf(suite: Mocha.Suite): Mocha.Test[] {
  return [...suite.tests, ...suite.suites.flatMap(testsOf)];
}

/** Tests here have no hooks and no callback; a time limit of theirs is the parent's business. */
async function fails(test: Mocha.Test): Promise<boolean> {
  if (test.fn === undefined) return false;
  const context = { timeout: () => context };
  try {
    await (test.fn as (this: unknown) => unknown).call(context);
    return false;
  } catch {
    return true;
  }
}
