import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Random } from "../../../src/simulation/random.ts";
import { holds } from "../../bench/trunks/load.ts";
import { Rig } from "../../bench/trunks/rig.ts";
import { root } from "../../root.ts";
import { loadCorpus } from "../corpus.ts";
import {
  type Attack,
  connections,
  halfOpen,
  mutatedFrames,
  mutatedMessages,
  mutatedPackets,
  oversized,
} from "./attacks.ts";

const iuaVectors = (): Uint8Array[] =>
  [...readFileSync(join(root, "test/vectors/iua-vectors.txt"), "utf8").matchAll(/ ([0-9a-f]{16,})$/gm)].map(
    ([, hex = ""]) => Uint8Array.from(Buffer.from(hex, "hex")),
  );

const lapdHead = (length: number): Uint8Array => Uint8Array.of(length >> 8, length & 0xff);

interface Besieged {
  /** The trunk, as a configuration says it. */
  readonly trunk: string;
  readonly corpus: () => readonly Uint8Array[];
  readonly attacks: readonly Attack[];
}

/** ONE table: the listening ports of trunks, and what is done to them. */
export const besieged: { readonly [type: string]: Besieged } = {
  lapd: {
    trunk: '{ type: lapd, listen: "127.0.0.1:0", side: network }',
    corpus: () => loadCorpus().filter(([first, second]) => first === 0x00 && second === 0x01),
    attacks: [mutatedFrames(lapdHead), connections],
  },
  iua: {
    trunk: '{ type: iua, role: sg, bind: "127.0.0.1:0", interfaces: [1], side: network }',
    corpus: iuaVectors,
    attacks: [mutatedPackets, mutatedMessages, halfOpen, oversized],
  },
};

/** What calls on trunks beside the besieged one saw of it, and what it cost. */
export interface Outcome {
  readonly calls: number;
  /** Milliseconds from end to end of their messages: half of them, and all but one of a hundred. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** What the process holds more than before, garbage collected. */
  readonly grownMb: number;
}

/**
 * One attack of so many frames on the port of a gateway in a process of its own, while calls go on beside it. Rejects
 * where the gateway ends, or a call does not.
 */
export async function siege(type: string, attack: Attack, count: number, seed: number): Promise<Outcome> {
  const { [type]: of } = besieged;
  if (of === undefined) throw new Error(`no trunk type ${type}`);
  const rig = await Rig.start({ type: "lapd", pairs: 2, relay: "gateway", victim: of.trunk });
  try {
    const { load } = rig;
    load.start("basic", 2);
    await holds(
      () => load.ended > 20,
      () => "calls do not begin",
    );
    const before = await rig.usage("collect");
    const { ended } = load;
    load.times = [];
    await Promise.race([attack.run(rig.victim, count, new Random(seed), of.corpus()), rig.died]);
    // An attack may be over before one call is.
    await holds(
      () => load.ended > ended + 4,
      () => "calls do not go on",
    );
    const times = load.times.toSorted((left, right) => left - right);
    const calls = load.ended - ended;
    load.times = undefined;
    await load.stop();
    const after = await rig.usage("collect");
    const share = (part: number): number => times[Math.floor(times.length * part)] ?? Number.NaN;
    return { calls, p50Ms: share(0.5), p99Ms: share(0.99), grownMb: (after.used - before.used) / 1e6 };
  } finally {
    await rig.stop();
  }
}
