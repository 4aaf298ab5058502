import { parseArgs } from "node:util";
import { fuzzH323 } from "./h323.ts";

// A long run by hand: node dist/test/fuzz/h323-long.js [--count N] [--seed S]. Without a seed each run has another one.

/** What the run may hold at any time of it beyond what it began with, garbage collected. */
const grownOctetsLimit = 64 * 1024 * 1024;

const { values } = parseArgs({ options: { count: { type: "string", default: "1000000" }, seed: { type: "string" } } });
const [count, seed] = [Number(values.count), values.seed === undefined ? Date.now() % 2 ** 32 : Number(values.seed)];
if (!Number.isSafeInteger(count) || !Number.isSafeInteger(seed))
  throw new Error("--count and --seed are whole numbers");
process.stdout.write(`fuzz of h323: ${count} messages, seed ${seed}\n`);
fuzzH323(1000, seed);
const before = usedOctets();
let grown = 0;
const find = fuzzH323(count, seed, undefined, () => {
  grown = Math.max(grown, usedOctets() - before);
});
process.stdout.write(`${find ?? `nothing found; at most ${Math.round(grown / 2 ** 20)} MB more in use`}\n`);
if (find !== undefined || grown > grownOctetsLimit) process.exitCode = 1;

function usedOctets(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
