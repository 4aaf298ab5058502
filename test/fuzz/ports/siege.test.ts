import { expect } from "chai";
import { Siege } from "./siege.ts";
import { targets } from "./targets.ts";

const seed = 20_261;
/** Of each attack; `make fuzz-long` sends a million. */
const counts: { readonly [attack: string]: number } = {
  "mutated frames": 1000,
  "mutated SCTP packets": 2000,
  "mutated IUA messages": 500,
  "mutated notifications": 500,
  "mutated messages of a feed": 500,
  "oversized chunks": 20,
};
const countOfOthers = 100;
/** What the gateway may hold more at any time of an attack: entries of the trace, code that got warm. */
const heldMbLimit = 64;

describe("a listening port under attack, with calls on the trunks beside it", function () {
  this.timeout(60_000);
  let siege: Siege;
  before(async () => {
    siege = await Siege.start(Object.keys(targets));
  });
  after(() => siege.stop());

  for (const [target, { attacks }] of Object.entries(targets)) {
    for (const { name: attack } of attacks) {
      it(`${target}: ${attack}`, async () => {
        const count = counts[attack] ?? countOfOthers;
        const { calls, heldMb } = await siege.under(target, attack, count, seed, { calmMs: 0, lookMs: 500 });
        expect(calls, "calls that ended meanwhile").to.be.above(0);
        expect(heldMb).to.be.below(heldMbLimit);
      });
    }
  }
});
