import { expect } from "chai";
import { describe, it } from "mocha";
import { holds } from "./load.ts";
import type { TrunkType } from "./relay-order.ts";
import { Rig } from "./rig.ts";
import { trunkKinds } from "./trunk-types.ts";

/**
 * Messages whose way is timed: four SETUPs of a call back; of each flow ALERTING, CONNECT and DISCONNECT of a call that
 * is answered.
 */
const timesOf = { basic: 4, "call back": 7 } as const;

describe("bench trunks", () => {
  for (const type of Object.keys(trunkKinds) as TrunkType[]) {
    const { flows, messagesOf } = trunkKinds[type];
    for (const relay of ["gateway", "bare"] as const) {
      it(`carries every flow through ${relay === "bare" ? "the bare relay" : "the gateway"} of ${type}`, async () => {
        const rig = await Rig.start({ type, pairs: 1, relay });
        try {
          const { load } = rig;
          load.times = [];
          for (const flow of flows) {
            const messages = messagesOf[flow];
            const { sent, ended } = load;
            for (let call = 0; call < 3; call += 1) load.one(flow, 0, call);
            await load.stop();
            expect(load.ended - ended, flow).to.equal(3);
            // The far end may still be at its last.
            await holds(
              () => load.sent - sent === 3 * messages,
              () => `${flow}: ${load.sent - sent} messages`,
            );
          }
          const times = flows.reduce((sum, flow) => sum + timesOf[flow], 0);
          expect(load.times).to.have.length(3 * times);
        } finally {
          await rig.stop();
        }
      });
    }
  }
});
