import { parseArgs } from "node:util";
import { besieged, siege } from "./siege.ts";

// A long run by hand: node dist/test/fuzz/ports/long.js [--count N] [--seed S] [TYPE ...]. Of connections and the
// longest datagrams there are a hundredth of the count: they are what 10,000 peers would do.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string", default: "1000000" }, seed: { type: "string" } },
});
const count = Number(values.count);
const seed = values.seed === undefined ? Date.now() % 2 ** 32 : Number(values.seed);
if (!Number.isSafeInteger(count) || !Number.isSafeInteger(seed))
  throw new Error("--count and --seed are whole numbers");
const costly = new Set(["connections", "INITs from ports of their own", "oversized chunks", "mutated IUA messages"]);

for (const [type, { attacks }] of Object.entries(besieged)) {
  if (positionals.length > 0 && !positionals.includes(type)) continue;
  for (const attack of attacks) {
    const times = costly.has(attack.name) ? Math.ceil(count / 100) : count;
    const start = performance.now();
    const { calls, p50Ms, p99Ms, grownMb } = await siege(type, attack, times, seed);
    const seconds = Math.round((performance.now() - start) / 1000);
    process.stdout.write(
      `${type}, ${times} ${attack.name}, seed ${seed}, ${seconds} s: ${calls} calls beside it, ` +
        `p50 ${p50Ms.toFixed(2)} ms, p99 ${p99Ms.toFixed(2)} ms, ${grownMb.toFixed(1)} MB more in use\n`,
    );
  }
}
