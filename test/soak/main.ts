import { parseArgs } from "node:util";
import type { TrunkType } from "../bench/trunks/relay-order.ts";
import { Rig } from "../bench/trunks/rig.ts";
import { trunkKinds } from "../bench/trunks/trunk-types.ts";

// A gateway for each trunk type, call backs and calls through it for a long time. What it holds, garbage collected, is
// looked at again and again: it must not grow. node dist/test/soak/main.js [--minutes N] [--rate MESSAGES_A_SECOND].

/** More than what it held when everything had happened for a while. */
const grownMbLimit = 8;
const types = Object.keys(trunkKinds) as TrunkType[];
const looks = 10;

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "60" }, rate: { type: "string", default: "200" } },
});
const minutes = Number(values.minutes);
const rate = Number(values.rate);
if (!(minutes > 0 && rate > 0)) throw new Error("--minutes and --rate are numbers above 0");

const outcomes = await Promise.all(types.map(soaked));
process.exitCode = outcomes.every((grownMb) => grownMb <= grownMbLimit) ? 0 : 1;

/** How much more the gateway holds at the end than after the first of the looks, in MB. */
async function soaked(type: TrunkType): Promise<number> {
  const rig = await Rig.start({ type, pairs: 2, relay: "gateway" });
  const { flows } = trunkKinds[type];
  const heldMb: number[] = [];
  for (let look = 0; look < looks; look += 1) {
    for (const flow of flows) {
      const endsAt = performance.now() + (minutes * 60_000) / looks / flows.length;
      await Promise.race([rig.load.evenly(flow, rate, () => performance.now() > endsAt), rig.died]);
    }
    const { used } = await rig.usage("collect");
    heldMb.push(used / 2 ** 20);
    process.stdout.write(`${type}: ${rig.load.ended} calls ended, ${heldMb.at(-1)?.toFixed(1)} MB held\n`);
  }
  await rig.stop();
  const grownMb = (heldMb.at(-1) ?? 0) - (heldMb[0] ?? 0);
  const verdict = grownMb > grownMbLimit ? `, more than ${grownMbLimit}: something is kept for ever` : "";
  process.stdout.write(`${type}: grown by ${grownMb.toFixed(1)} MB in ${minutes} minutes${verdict}\n`);
  return grownMb;
}
