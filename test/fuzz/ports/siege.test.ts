import { expect } from "chai";
import { schema } from "../../../gateway/config/schema.ts";
import { group, required } from "../../../gateway/config/spec.ts";
import { hostPort } from "../../../gateway/config/values.ts";
import { requirePeer } from "../../peers/require.ts";
import { listeningKeys } from "./listening-keys.ts";
import { Siege } from "./siege.ts";
import { isPossible, targets } from "./targets.ts";

const seed = 20_261;
/** Of each attack; `make fuzz-long` sends a million. */
const counts: { readonly [attack: string]: number } = {
  "mutated frames": 1000,
  "mutated SCTP packets": 2000,
  "mutated IUA messages": 500,
  "mutated notifications": 500,
  "mutated messages of a feed": 500,
  "oversized chunks": 20,
  "endless messages": 12,
};
const countOfOthers = 100;
/** What waits for timers of the gateway: every port at once. */
const patient = ["slow peers", "slow handshakes"];
/** What the gateway may hold more at any time of an attack: entries of the trace, code that got warm. */
const heldMbLimit = 64;

describe("a listening port under attack, with calls on the trunks beside it", () => {
  let siege: Siege;
  before(async () => {
    siege = await Siege.start(Object.keys(targets).filter(isPossible));
  });
  after(() => siege.stop());

  const survives = async (names: readonly string[], attack: string): Promise<void> => {
    const count = counts[attack] ?? countOfOthers;
    const { calls, heldMb } = await siege.under(names, attack, count, seed, { calmMs: 0, lookMs: 500 });
    expect(calls, "calls that ended meanwhile").to.be.above(0);
    expect(heldMb).to.be.below(heldMbLimit);
  };

  for (const [target, { attacks, needs }] of Object.entries(targets)) {
    for (const { name: attack } of attacks.filter(({ name }) => !patient.includes(name))) {
      it(`${target}: ${attack}`, async function () {
        if (needs !== undefined) requirePeer(this, needs);
        await survives([target], attack);
      });
    }
  }

  for (const attack of patient) {
    it(`every port with connections: ${attack}`, () => {
      const names = Object.entries(targets).filter(([, { attacks }]) => attacks.some(({ name }) => name === attack));
      return survives(
        names.map(([target]) => target),
        attack,
      );
    });
  }
});

describe("the table of listening ports that are attacked", () => {
  it("has every one that a configuration can open", () => {
    const attacked = new Set(Object.values(targets).flatMap(({ keys }) => keys));
    expect(listeningKeys(schema)).to.have.members([...attacked]);
  });

  it("is asked of each key with an address whether the gateway listens there", () => {
    const news = { news: required(hostPort, { help: "an address nobody knew of" }) };
    expect(() => listeningKeys({ gateway: group(news) })).to.throw(/^gateway\.news: say/);
  });
});
