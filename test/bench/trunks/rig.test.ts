import { expect } from "chai";
import { describe, it } from "mocha";
import { messagesOf } from "./flows.ts";
import { holds } from "./load.ts";
import type { TrunkType } from "./relay-order.ts";
import { Rig } from "./rig.ts";

const flowsThatEnd = ["basic", "call back"] as const;

describe("bench trunks", () => {
  for (const type of ["lapd", "h323", "iua"] as const satisfies readonly TrunkType[]) {
    for (const relay of ["gateway", "bare"] as const) {
      it(`carries every flow through ${relay === "bare" ? "the bare relay" : "the gateway"} of ${type}`, async () => {
        const rig = await Rig.start({ type, pairs: 1, relay });
        try {
          const { load } = rig;
          load.times = [];
          for (const [flow, messages] of flowsThatEnd.map((name) => [name, messagesOf[name]] as const)) {
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
          // Four SETUPs of a call back; of each flow ALERTING, CONNECT and DISCONNECT of a call that is answered.
          expect(load.times).to.have.length(3 * (4 + 7));
        } finally {
          await rig.stop();
        }
      });
    }
  }
});
