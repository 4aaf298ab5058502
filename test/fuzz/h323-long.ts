import { parseArgs } from "node:util";
import { fuzzH323 } from "./h323.ts";

// A long run by hand: node dist/test/fuzz/h323-long.js [--count N] [--seed S]. Without a seed each run has another one.

/** What the run may keep in memory beyond what it began with. */
const grownOctetsLimit = 64 * 1024 * 1024;

const { values } = parseArgs({ options: { count: { type: "string", default: "1000000" }, seed: { type: "string" } } });
const [count, seed] = [Number(values.count), values.seed === undefined ? Date.now() % 2 ** 32 : Number(values.seed)];
if (!Number.isSafeInteger(count) || !Number.isSafeInteger(seed))
  throw new Error("--count and --seed are whole numbers");
process.stdout.write(`fuzz of h323: ${count} messages, seed ${seed}\n`);
fuzzH323(1000, seed);
const before = usedOctets();
const find = fuzzH323(count, seed);
const grown = usedOctets() - before;
process.stdout.write(`${find ?? `nothing found; ${Math.round(grown / 2 ** 20)} MB more in use`}\n`);
if (find !== undefined || grown > grownOctetsLimit) process.exitCode = 1;

function usedOctets(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
