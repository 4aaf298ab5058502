import { parseArgs } from "node:util";
import { loadCorpus } from "./corpus.ts";
import { describeFind, fuzz } from "./run.ts";

// A long run by hand: node dist/test/fuzz/long.js [--count N] [--seed S]. Without a seed each run has another one.

/** What the run may hold at any time of it beyond what it began with, garbage collected. */
const grownOctetsLimit = 64 * 1024 * 1024;

const { values } = parseArgs({
  options: { count: { type: "string", default: "10000000" }, seed: { type: "string" } },
});
const count = Number(values.count);
const seed = values.seed === undefined ? Date.now() % 2 ** 32 : Number(values.seed);
if (!Number.isSafeInteger(count) || !Number.isSafeInteger(seed))
  throw new Error("--count and --seed are whole numbers");

process.stdout.write(`fuzz: ${count} inputs, seed ${seed}\n`);
const corpus = loadCorpus();
fuzz({ count: 1000, seed, corpus });
const before = usedOctets();
const start = performance.now();
let [grown, told] = [0, 0];
const find = fuzz({ count, seed, corpus, progress });
look();
const seconds = Math.round((performance.now() - start) / 1000);

if (find) {
  process.stdout.write(`\n${describeFind(find, seed)}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(
    `\n${count} inputs in ${seconds} s, nothing found; at most ${Math.round(grown / 2 ** 20)} MB more in use\n`,
  );
  if (grown > grownOctetsLimit) process.exitCode = 1;
}

function progress(done: number): void {
  told += 1;
  if (told % 10 === 0) look();
  if (process.stdout.isTTY) process.stdout.write(`\r${done} of ${count}`);
  else if (done % Math.ceil(count / 20) === 0) process.stdout.write(`${done} of ${count}\n`);
}

function look(): void {
  grown = Math.max(grown, usedOctets() - before);
}

/** Collected first where node runs with --expose-gc; else what happens to be free counts as used. */
function usedOctets(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
