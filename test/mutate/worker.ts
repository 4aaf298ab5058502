import { Jury } from "./jury.ts";
import type { MachineName } from "./machines.ts";
import { machines } from "./machines.ts";
import { mutantsOf } from "./mutants.ts";

// One machine's jury in a process of its own: the parent sends the number of a mutant and gets the verdict.
// A test that never ends under a mutant blocks this process; the parent ends it then.

const machine = machines[process.argv[2] as MachineName];
const mutants = mutantsOf(machine);
let jury: Jury;
process.on("message", (at: number) => {
  const mutant = mutants[at];
  if (mutant === undefined) throw new Error(`no mutant ${at}`);
  void jury.judge(mutant).then((verdict) => process.send?.(verdict));
});
try {
  jury = await Jury.of(machine);
  process.send?.("ready");
} catch (error) {
  process.send?.(error instanceof Error ? error.message : String(error));
}
