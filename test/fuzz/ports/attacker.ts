import { Random } from "../../../src/simulation/random.ts";
import { connected } from "./attack.ts";
import type { Ground } from "./attack.ts";
import { targets } from "./targets.ts";
import { wireOf } from "./wire.ts";

/** What the attacker is told to do. */
export interface AttackOrder {
  /** Its answer has the same. */
  readonly id: number;
  readonly target: string;
  readonly attack: string;
  readonly count: number;
  readonly seed: number;
  readonly port: number;
  readonly ground: Ground;
}

export interface AttackOver {
  readonly id: number;
  readonly fault?: string;
}

// Attackers have a process of their own, so that what the calls beside them wait for is the gateway.
process.on("message", (order: AttackOrder) => {
  const { id } = order;
  const tell = (over: AttackOver): void => void process.send?.(over);
  carryOut(order).then(
    () => tell({ id }),
    (error: unknown) => tell({ id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));

async function carryOut({ target, attack, count, seed, port, ground }: AttackOrder): Promise<void> {
  const found = targets[target];
  const run = found?.attacks.find(({ name }) => name === attack)?.run;
  if (found === undefined || run === undefined) throw new Error(`no attack ${attack} on ${target}`);
  const { connect = connected, transport = "udp", corpus, served } = found;
  const scene = {
    ...{ port, count, random: new Random(seed), corpus: corpus() },
    connect: () => connect(port, ground.folder),
    wire: (received: (packet: Buffer) => void = () => {}) => wireOf(transport, ground, received),
  };
  await run(scene);
  await served?.(scene);
}
