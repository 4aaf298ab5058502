import { expect } from "chai";
import { cluster } from "../gateway-under-test.ts";
import type { Scenario } from "../scenario.ts";
import { type Answer, answers, cancelWire } from "./steps-gateway-asks.ts";
import {
  accepted,
  acceptedWire,
  annaIsFree,
  busyCall,
  busyCallWire,
  dora,
  freeWire,
  requested,
  retention,
} from "./steps-libpri-asks.ts";

const { anna } = cluster;

/** The shortest time that can be configured. */
const shortest = "1s";

export const scenarios: readonly Scenario[] = [
  {
    name: "asked-t1",
    gateway: { silentMonitor: true },
    // Long enough for CALL PROCEEDING to come through other gateways.
    libpri: [["timer", "CC-T1", 1500]],
    async run(live) {
      const { libpri } = live;
      const { cc } = await busyCall(live);
      await libpri.command("ccreq", cc, "ccbs");
      expect(await libpri.event("cc-response")).to.include({ cc, status: "timeout" });
    },
    wire: [...busyCallWire, "< SETUP ccbsRequest", "> CALL PROCEEDING", "< RELEASE 16", "> RELEASE COMPLETE 16"],
  },
  {
    name: "asked-no-answer-of-the-line-monitor",
    gateway: { silentMonitor: true, response: "500ms" },
    async run(live) {
      const { cc } = await busyCall(live);
      await live.libpri.command("ccreq", cc, "ccbs");
      // T_RESPONSE (R9): well before libpri's T1.
      expect(await live.libpri.event("cc-response")).to.include({ cc, status: "error" });
    },
    wire: [
      ...busyCallWire,
      "< SETUP ccbsRequest",
      "> CALL PROCEEDING",
      "> RELEASE 16 shortTermRejection",
      "< RELEASE COMPLETE 16",
    ],
  },
  ...answers.flatMap((answer) => [t2OfGateway(answer), t2OfLibpri(answer), t3(answer)]),
  {
    name: "asked-ccnr-t2",
    gateway: { our: { ccbsT2: "1h", ccnrT2: shortest } },
    libpri: [retention("retained")],
    async run(live) {
      const { gateway, libpri } = live;
      const { call } = await libpri.command("call", dora, anna, 1);
      const { cc } = await libpri.event("cc-available", { where: (record) => record.call === call });
      await gateway.phoneWhen(anna, ({ state }) => state === "ringing");
      await libpri.command("hangup", call, 16);
      await libpri.event("hangup", { where: (hangup) => hangup.call === call });
      await accepted(live, cc, "ccnr");
      expect(await libpri.event("cc-cancel")).to.include({ cc, side: "originating" });
    },
    wire: [
      "< SETUP",
      "> CALL PROCEEDING",
      "> ALERTING",
      "< DISCONNECT 16",
      "> RELEASE 16",
      "< RELEASE COMPLETE 16",
      ...acceptedWire("retained", "ccnrRequest"),
      ...cancelWire.gateway.retained,
    ],
  },
];

function t2OfGateway(answer: Answer): Scenario {
  return {
    name: `asked-ccbs-t2-${answer}`,
    gateway: { our: { ccbsT2: shortest } },
    libpri: [retention(answer)],
    async run(live) {
      const { cc } = await requested(live);
      expect(await live.libpri.event("cc-cancel")).to.include({ cc, side: "originating" });
    },
    wire: [...busyCallWire, ...acceptedWire(answer), ...cancelWire.gateway[answer]],
  };
}

function t2OfLibpri(answer: Answer): Scenario {
  return {
    name: `asked-ccbs-t2-of-libpri-${answer}`,
    libpri: [retention(answer), ["timer", "CCBS-T2", 300]],
    async run(live) {
      const { cc } = await requested(live);
      expect(await live.libpri.event("cc-cancel")).to.include({ cc, side: "originating" });
    },
    wire: [...busyCallWire, ...acceptedWire(answer), ...cancelWire.libpri[answer]],
  };
}

/** Dora is told and does not call: libpri gives the service up, and Anna free again is told to nobody. */
function t3(answer: Answer): Scenario {
  return {
    name: `asked-t3-${answer}`,
    libpri: [retention(answer), ["timer", "CC-T3", 300]],
    async run(live) {
      const { gateway, libpri } = live;
      const { cc } = await requested(live);
      await annaIsFree(live, cc);
      expect(await libpri.event("cc-cancel")).to.include({ cc, side: "originating" });
      gateway.act(anna, { action: "offhook" });
      gateway.act(anna, { action: "onhook" });
      await libpri.quiet(300);
    },
    wire: [...busyCallWire, ...acceptedWire(answer), ...freeWire[answer], ...cancelWire.libpri.retained],
  };
}
