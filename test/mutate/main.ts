import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { Random } from "../../src/simulation/random.ts";
import { root } from "../root.ts";
import { reasonForNoEffect } from "./equivalents.ts";
import type { MachineName } from "./machines.ts";
import { machines } from "./machines.ts";
import { mutantsOf } from "./mutants.ts";
import type { Judgement } from "./run.ts";
import { judge } from "./run.ts";

// node dist/test/mutate/main.js [MACHINE...] [--sample N --seed S]: every mutant of the tables of states, or N of each.

/** What became of a mutant, as the columns of the score name it. */
type Fate = "scenario" | "row" | "no effect" | "survivor";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: "string" }, seed: { type: "string", default: "1" } },
});
const names = (Object.keys(machines) as MachineName[]).filter(
  (name) => positionals.length === 0 || positionals.includes(name),
);
if (names.length < positionals.length) throw new Error(`the machines are ${Object.keys(machines).join(", ")}`);
const random = new Random(Number(values.seed));

const list: string[] = [];
console.log("machine        mutants  seen by a scenario  by a written row alone  no effect  survivors");
for (const name of names) {
  const mutants = mutantsOf(machines[name]);
  const all = mutants.map((_, at) => at);
  const chosen = values.sample === undefined ? all : sample(all, Number(values.sample));
  // To start is most of the work of a sample.
  const workers = values.sample === undefined ? availableParallelism() : 1;
  const fates = (await judge(name, mutants, chosen, workers)).map((each) => fateOf(name, each));
  const count = (wanted: Fate) => String(fates.filter(({ fate }) => fate === wanted).length);
  const [scenario, row, without, survivors] = [count("scenario"), count("row"), count("no effect"), count("survivor")];
  console.log(
    `${name.padEnd(13)}  ${String(fates.length).padStart(7)}  ${scenario.padStart(18)}  ${row.padStart(22)}` +
      `  ${without.padStart(9)}  ${survivors.padStart(9)}`,
  );
  const lines = fates.map(({ fate, text }) => `${fate.padEnd(9)}  ${text}`).sort();
  list.push(...lines);
  for (const line of lines.filter((each) => each.startsWith("survivor"))) console.log(line);
  if (survivors !== "0") process.exitCode = 1;
}
const listPath = join(root, "build/mutate.txt");
mkdirSync(dirname(listPath), { recursive: true });
writeFileSync(listPath, `${list.join("\n")}\n`);
console.log("each mutant with the test that saw it: build/mutate.txt");

function fateOf(name: MachineName, { by, mutant, test }: Judgement): { readonly fate: Fate; readonly text: string } {
  const id = `${name}, ${mutant.state}, ${mutant.event}: ${mutant.change}`;
  const reason = reasonForNoEffect(name, mutant);
  if (by === "nobody") {
    return reason === undefined ? { fate: "survivor", text: id } : { fate: "no effect", text: `${id}  (${reason})` };
  }
  // Who writes that a mutant has no effect is mistaken where a test sees it.
  return reason === undefined
    ? { fate: by, text: `${id}  <  ${test}` }
    : { fate: "survivor", text: `${id}  is said to have no effect (${reason}), and is seen by: ${test}` };
}

function sample(all: readonly number[], count: number): number[] {
  const left = [...all];
  const chosen: number[] = [];
  while (chosen.length < count && left.length > 0) chosen.push(...left.splice(random.below(left.length), 1));
  return chosen;
}
