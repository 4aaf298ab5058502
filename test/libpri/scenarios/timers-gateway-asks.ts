import { expect } from "chai";
import { cluster } from "../gateway-under-test.ts";
import type { Scenario } from "../scenario.ts";
import {
  type Answer,
  accepted,
  acceptedWire,
  answers,
  available,
  busyCall,
  busyCallWire,
  cancelWire,
  dialledWithout,
  dora,
  freeWire,
  noticed,
  ordinaryCallWire,
  proposalFor,
  requested,
} from "./steps-gateway-asks.ts";

const { anna } = cluster;

/** The shortest time that can be configured. */
const shortest = "1s";

export const scenarios: readonly Scenario[] = [
  {
    name: "asks-t1",
    gateway: { our: { t1: shortest } },
    async run(live) {
      const { cc } = await busyCall(live);
      live.gateway.act(anna, { action: "callBack" });
      await live.libpri.event("cc-request", { where: (request) => request.cc === cc });
      await noticed(live, `CallBack failed: no answer about ${dora}`);
      expect(await live.libpri.event("cc-cancel")).to.include({ cc, side: "terminating" });
    },
    // RELEASE has no APDU (CC 5.1, G5).
    wire: [...busyCallWire, "> SETUP ccbsRequest", "< CALL PROCEEDING", "> RELEASE 16", "< RELEASE COMPLETE 16"],
  },
  ...answers.flatMap((answer) => [t2OfGateway(answer), t2OfLibpri(answer), t3(answer)]),
  {
    name: "asks-ccnr-t2",
    gateway: { our: { ccbsT2: "1h", ccnrT2: shortest } },
    async run(live) {
      const { gateway, libpri } = live;
      gateway.act(anna, { action: "dial", to: dora });
      const ring = await libpri.event("ring");
      const { cc } = await libpri.command("ccavail", ring.call);
      await libpri.command("alert", ring.call);
      await gateway.phoneWhen(anna, ({ state }) => state === "ringback");
      gateway.act(anna, { action: "hangup" });
      await libpri.event("hangup-ack", { where: ({ call }) => call === ring.call });
      await accepted(live, cc);
      await noticed(live, `CallBack on ${dora} has expired`);
      expect(await libpri.event("cc-cancel")).to.include({ cc, side: "terminating" });
    },
    wire: [
      "> SETUP",
      "< CALL PROCEEDING",
      "< ALERTING",
      "> DISCONNECT 16",
      "< RELEASE 16",
      "> RELEASE COMPLETE 16",
      ...acceptedWire("retained", "ccnrRequest"),
      ...cancelWire.gateway.retained,
    ],
  },
];

function t2OfGateway(answer: Answer): Scenario {
  return {
    name: `asks-ccbs-t2-${answer}`,
    gateway: { our: { connectionProposal: proposalFor[answer], ccbsT2: shortest } },
    async run(live) {
      const { cc } = await requested(live);
      await noticed(live, `CallBack on ${dora} has expired`);
      expect(await live.libpri.event("cc-cancel")).to.include({ cc, side: "terminating" });
    },
    wire: [...busyCallWire, ...acceptedWire(answer), ...cancelWire.gateway[answer]],
  };
}

function t2OfLibpri(answer: Answer): Scenario {
  return {
    name: `asks-ccbs-t2-of-libpri-${answer}`,
    gateway: { our: { connectionProposal: proposalFor[answer] } },
    libpri: [["timer", "CCBS-T2", 300]],
    async run(live) {
      const { cc } = await requested(live);
      expect(await live.libpri.event("cc-cancel")).to.include({ cc, side: "terminating" });
      await noticed(live, `CallBack on ${dora} was cancelled by the other side`);
    },
    wire: [...busyCallWire, ...acceptedWire(answer), ...cancelWire.libpri[answer]],
  };
}

/** Anna does not press Dial in time: her screen stays (S-73), and Dial is an ordinary call then (S-74). */
function t3(answer: Answer): Scenario {
  return {
    name: `asks-t3-${answer}`,
    gateway: { our: { connectionProposal: proposalFor[answer], t3: shortest } },
    async run(live) {
      const { gateway, libpri } = live;
      const { cc } = await requested(live);
      await available(live, cc);
      expect(await libpri.event("cc-cancel")).to.include({ cc, side: "terminating" });
      expect(gateway.requests()).to.deep.equal([]);
      expect(gateway.phone(anna).screen?.lines[0]).to.equal(`${dora} has become available`);
      await dialledWithout(live);
    },
    wire: [
      ...busyCallWire,
      ...acceptedWire(answer),
      ...freeWire[answer],
      ...cancelWire.gateway.retained,
      ...ordinaryCallWire,
    ],
  };
}
