import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root } from "../root.ts";
import type { Verdict } from "./jury.ts";
import type { MachineName } from "./machines.ts";
import type { Mutant } from "./mutants.ts";

/** A mutant under which the tests take longer is one that never ends: noticed. */
const longestMs = 60_000;

export interface Judgement extends Verdict {
  readonly mutant: Mutant;
}

/** Puts each of these mutants (numbers in the machine's list) to its tests, in as many processes as `workers`. */
export async function judge(
  name: MachineName,
  mutants: readonly Mutant[],
  chosen: readonly number[],
  workers: number,
): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  const left = [...chosen];
  const work = async () => {
    let worker = left.length === 0 ? undefined : await started(name);
    for (let at = left.shift(); at !== undefined; at = left.shift()) {
      const mutant = mutants[at];
      if (mutant === undefined) continue;
      worker ??= await started(name);
      const verdict = await answer(worker, at);
      if (verdict === undefined) worker = void worker.kill("SIGKILL");
      judgements.push({ mutant, ...(verdict ?? { by: "scenario", test: "a test that never ends" }) });
    }
    worker?.kill();
  };
  await Promise.all(Array.from({ length: workers }, work));
  return judgements;
}

async function started(name: MachineName): Promise<ChildProcess> {
  const worker = fork(join(root, "dist/test/mutate/worker.js"), [name], { cwd: root });
  const ended = once(worker, "exit").then(() => ["its process ended"]);
  const [word] = (await Promise.race([once(worker, "message"), ended])) as [string];
  if (word === "ready") return worker;
  worker.kill();
  throw new Error(`${name}: ${word}`);
}

/** Undefined: no answer, the worker is to be ended. */
async function answer(worker: ChildProcess, at: number): Promise<Verdict | undefined> {
  const limit = AbortSignal.timeout(longestMs);
  worker.send(at);
  try {
    const [verdict] = (await once(worker, "message", { signal: limit })) as [Verdict];
    return verdict;
  } catch {
    return undefined;
  }
}
