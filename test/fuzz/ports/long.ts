import { parseArgs } from "node:util";
import { peers } from "../../peers/require.ts";
import { Siege } from "./siege.ts";
import { isPossible, targets } from "./targets.ts";

// A long run by hand: node dist/test/fuzz/ports/long.js [--count N] [--seed S] [TARGET ...]. Of what takes a connection
// each time, or the longest datagrams there are, a hundredth of the count: they are what 10,000 peers would do.

/** What the gateway may hold more at any time of it, garbage collected. */
const heldMbLimit = 64;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string", default: "1000000" }, seed: { type: "string" } },
});
const count = Number(values.count);
const seed = values.seed === undefined ? Date.now() % 2 ** 32 : Number(values.seed);
if (!Number.isSafeInteger(count) || !Number.isSafeInteger(seed))
  throw new Error("--count and --seed are whole numbers");
const costly = new Set([
  ...["connections", "mutated streams", "mutated handshakes"],
  ...["INITs from ports of their own", "oversized chunks"],
  ...["slow peers", "slow handshakes", "endless messages", "plain text"],
]);

for (const [target, { attacks, needs }] of Object.entries(targets)) {
  if (positionals.length > 0 && !positionals.includes(target)) continue;
  if (!isPossible(target)) {
    process.stdout.write(`${target} is left out: ${needs}: ${needs && peers[needs].reason()}\n`);
    continue;
  }
  for (const { name: attack } of attacks) {
    const times = costly.has(attack) ? Math.ceil(count / 100) : count;
    const siege = await Siege.start([target]);
    const start = performance.now();
    const outcome = await siege.under([target], attack, times, seed, { calmMs: 3000, lookMs: 5000 });
    const { calls, before, under, taken, processorS, heldMb, rssMb } = outcome;
    const seconds = Math.round((performance.now() - start) / 1000);
    const read = taken === 0 ? "" : ` (${taken} PDUs read)`;
    process.stdout.write(
      `${target}, ${times} ${attack}${read}, seed ${seed}, ${seconds} s, ` +
        `${processorS.toFixed(0)} s of the processor: ${calls} calls beside it, ` +
        `p50 ${before.p50Ms.toFixed(2)} then ${under.p50Ms.toFixed(2)} ms, ` +
        `p99 ${before.p99Ms.toFixed(2)} then ${under.p99Ms.toFixed(2)} ms, ` +
        `at most ${heldMb.toFixed(1)} MB more in use, ${rssMb.toFixed(0)} MB more of the process\n`,
    );
    await siege.stop();
    if (heldMb > heldMbLimit) {
      process.stdout.write(`more than ${heldMbLimit} MB in use\n`);
      process.exitCode = 1;
    }
  }
}
