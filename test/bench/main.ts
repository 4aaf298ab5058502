import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../root.ts";
import { type Row, usualRounds } from "./harness.ts";
import { parts } from "./parts.ts";
import { tableHead, tableLine } from "./table.ts";

// make bench [ARGS="[--rounds N] [PART ...]"]; docs/benchmarks.md says what the parts measure.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: String(usualRounds) } },
});
const rounds = Number(values.rounds);
const unknown = positionals.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  const names = parts.map(({ name }) => name).join(", ");
  process.stderr.write(`no part ${unknown.join(", ")}: give one or more of ${names}\n`);
  process.exit(2);
}
if (!Number.isSafeInteger(rounds) || rounds < 1) {
  process.stderr.write(`--rounds ${values.rounds}: give a whole number above 0\n`);
  process.exit(2);
}

const chosen = parts.filter(({ name, onlyByName }) =>
  positionals.length === 0 ? onlyByName === undefined : positionals.includes(name),
);
const rows: Row[] = [];
process.stdout.write(`${tableHead()}\n`);
for (const part of chosen) {
  for await (const row of part.rows(rounds)) {
    rows.push(row);
    process.stdout.write(`${tableLine(row)}\n`);
  }
}
mkdirSync(join(root, "build"), { recursive: true });
writeFileSync(join(root, "build/bench.json"), `${JSON.stringify(rows, null, 1)}\n`);
