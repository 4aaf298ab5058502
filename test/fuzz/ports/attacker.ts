import { parentPort } from "node:worker_threads";
import { Random } from "../../../src/simulation/random.ts";
import { connected } from "./attack.ts";
import { targets } from "./targets.ts";

/** What the attacker is told to do, one after the other. */
export interface AttackOrder {
  readonly target: string;
  readonly attack: string;
  readonly count: number;
  readonly seed: number;
  readonly port: number;
  readonly folder: string;
}

// Attackers have a thread of their own, so that what the calls beside them wait for is the gateway.
parentPort?.on("message", (order: AttackOrder) => {
  const tell = (fault: string | null): void => parentPort?.postMessage(fault);
  carryOut(order).then(
    () => tell(null),
    (error: unknown) => tell(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
});

async function carryOut({ target, attack, count, seed, port, folder }: AttackOrder): Promise<void> {
  const { corpus, attacks, connect = connected } = targets[target] ?? { corpus: () => [], attacks: [] };
  const found = attacks.find(({ name }) => name === attack);
  if (found === undefined) throw new Error(`no attack ${attack} on ${target}`);
  const scene = { port, count, random: new Random(seed), corpus: corpus(), connect: () => connect(port, folder) };
  await found.run(scene);
}
