import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { simulate } from "../../src/simulation/simulate.ts";
import { root } from "../root.ts";
import { handWritten, linesOf, ofTables } from "./hand-written.ts";

const file = "fixtures/row-worlds.txt";
const hours = 0.1;
/** Every fifth seed is an aimed world. */
const stepOfSeeds = 5;

interface Found {
  readonly seed: number;
  readonly rows: readonly string[];
}

/** The fewest of these that together take what all of them take, as far as taking the best one first finds them. */
function fewest(worlds: readonly Found[]): (Found & { readonly rarest: string })[] {
  const times = new Map<string, number>();
  for (const { rows } of worlds) for (const row of rows) times.set(row, (times.get(row) ?? 0) + 1);
  const open = new Set(times.keys());
  const picked: (Found & { readonly rarest: string })[] = [];
  for (const rarest of [...open].sort((a, b) => (times.get(a) ?? 0) - (times.get(b) ?? 0))) {
    if (!open.has(rarest)) continue;
    const left = (world: Found) => world.rows.filter((row) => open.has(row)).length;
    const best = worlds.filter(({ rows }) => rows.includes(rarest)).reduce((a, b) => (left(b) > left(a) ? b : a));
    picked.push({ ...best, rarest });
    for (const row of best.rows) open.delete(row);
  }
  return picked;
}

/** Worlds from this seed on, until every row is taken that is not listed as one that none takes. */
function look(from: number, most: number): Found[] {
  const open = new Set(handWritten());
  for (const row of linesOf("test/sim/rows-not-taken.txt")) open.delete(row);
  const found: Found[] = [];
  for (let at = 0; at < most && open.size > 0; at += 1) {
    const seed = from + at * stepOfSeeds;
    const { outcome } = simulate(seed, { hours });
    if (outcome.fault !== undefined) throw new Error(`seed ${seed} for ${hours} hours: ${outcome.fault.words}`);
    const rows = ofTables(outcome.rows);
    for (const row of rows) open.delete(row);
    found.push({ seed, rows });
  }
  console.log(`${found.length} worlds; no world took: ${[...open].join("; ") || "all are taken"}`);
  return found;
}

const { values } = parseArgs({
  options: { seed: { type: "string", default: "5" }, worlds: { type: "string", default: "10000" } },
});
const worlds = fewest(look(Number(values.seed), Number(values.worlds)));
const lines = worlds.map(({ seed, rarest }) => `${String(seed).padEnd(8)} ${hours}  ${rarest}`);
const head = [
  "# Worlds that together take every row of the tables of call completion that a world can take; where a change has",
  "# moved what seeds do, `make row-worlds` looks for others. seed hours  the rarest row it is here for",
];
writeFileSync(join(root, file), `${[...head, ...lines].join("\n")}\n`);
console.log(`${file}: ${worlds.length} worlds`);
