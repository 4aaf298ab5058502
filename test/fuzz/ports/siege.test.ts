import { expect } from "chai";
import { besieged, siege } from "./siege.ts";

const seed = 20_261;
/** Of each attack; `make fuzz-long` sends a million. */
const counts: { readonly [attack: string]: number } = {
  "mutated frames": 5000,
  connections: 600,
  "mutated SCTP packets": 5000,
  "mutated IUA messages": 500,
  "INITs from ports of their own": 500,
  "oversized chunks": 50,
};
/** What a gateway may hold more when it is over: entries of the trace, warnings, code that got warm. */
const grownMbLimit = 64;

describe("a listening port under attack, with calls on the trunks beside it", function () {
  this.timeout(60_000);
  for (const [type, { attacks }] of Object.entries(besieged)) {
    for (const attack of attacks) {
      it(`${type}: ${attack.name}`, async () => {
        const { calls, grownMb } = await siege(type, attack, counts[attack.name] ?? 100, seed);
        expect(calls, "calls that ended meanwhile").to.be.above(0);
        expect(grownMb).to.be.below(grownMbLimit);
      });
    }
  }
});
