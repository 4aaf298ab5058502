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
  recalled,
  requested,
  retention,
} from "./steps-libpri-asks.ts";
import type { Expected } from "../wire.ts";
import { forgottenWire } from "./steps-links.ts";

const { anna } = cluster;

const recallRingsWire: readonly Expected[] = [
  ...busyCallWire,
  ...acceptedWire("retained"),
  ...freeWire.retained,
  "< SETUP ccRingout",
  "> CALL PROCEEDING",
  "> ALERTING",
];

export const scenarios: readonly Scenario[] = [
  ...answers.flatMap((answer) => [busyAgain(answer), ringoutWithoutRecord(answer)]),
  {
    name: "asked-duplicate-of-a-forgotten-request",
    libpri: [retention("retained")],
    async run(live) {
      await requested(live);
      await live.restart("libpri");
      const { gateway, libpri } = live;
      const { call } = await libpri.command("call", dora, anna, 1);
      const { cc } = await libpri.event("cc-available", { where: (record) => record.call === call });
      await libpri.event("hangup-ack", { where: (hangup) => hangup.call === call });
      await libpri.command("ccreq", cc, "ccbs");
      expect(await libpri.event("cc-response")).to.include({ cc, text: "CC: Short Term Rejection" });
      gateway.act(anna, { action: "hangup" });
      await libpri.quiet(300);
      expect(gateway.requests()).to.deep.equal([]);
    },
    // The gateway still has what libpri lost in its restart, until it hears that nobody waits for it any more.
    wire: [
      ...busyCallWire,
      ...acceptedWire("retained"),
      forgottenWire,
      ...busyCallWire,
      "< SETUP ccbsRequest",
      "> RELEASE COMPLETE 16 shortTermRejection",
      "> SETUP ccExecPossible",
      "< RELEASE COMPLETE 16 ccCancel",
    ],
  },
  {
    name: "asked-too-many-for-the-line",
    gateway: { limits: { requestsPerLine: 1 } },
    libpri: [retention("retained")],
    async run(live) {
      const { libpri } = live;
      await requested(live);
      const { call } = await libpri.command("call", "2002", anna, 2);
      const { cc } = await libpri.event("cc-available", { where: (record) => record.call === call });
      await libpri.event("hangup-ack", { where: (hangup) => hangup.call === call });
      await libpri.command("ccreq", cc, "ccbs");
      expect(await libpri.event("cc-response", { where: (response) => response.cc === cc })).to.include({
        status: "error",
        text: "CC: Short Term Rejection",
      });
    },
    wire: [
      ...busyCallWire,
      ...acceptedWire("retained"),
      ...busyCallWire,
      "< SETUP ccbsRequest",
      "> RELEASE COMPLETE 16 shortTermRejection",
    ],
    open: 1,
  },
  {
    name: "asked-after-retention",
    gateway: { cluster: { retention: "1s" } },
    libpri: [retention("retained")],
    async run(live) {
      const { libpri } = live;
      const { cc } = await busyCall(live);
      await new Promise((resolve) => setTimeout(resolve, 1200));
      await accepted(live, cc);
      await annaIsFree(live, cc);
      await libpri.command("cccancel", cc);
    },
    // Unlike libpri (G1), the gateway needs no failed call to go with a request: the line is there (CC 5.4).
    wire: [...busyCallWire, ...acceptedWire("retained"), ...freeWire.retained, ...cancelWire.libpri.retained],
  },
  {
    name: "asked-recall-rejected",
    libpri: [retention("retained")],
    async run(live) {
      const { gateway, libpri } = live;
      const { cc } = await requested(live);
      await annaIsFree(live, cc);
      const { call } = await recalled(live, cc);
      gateway.act(anna, { action: "hangup" });
      const { cause } = await libpri.event("hangup-request", { where: (hangup) => hangup.call === call });
      expect(cause).to.equal(21);
      await libpri.event("cc-cancel");
    },
    wire: [
      ...recallRingsWire,
      ...cancelWire.gateway.retained,
      "> DISCONNECT 21",
      "< RELEASE 21",
      "> RELEASE COMPLETE 21",
    ],
    // Each of the two has a TCP connection of its own behind it (R7).
    behindHop: [
      ...recallRingsWire,
      ["> RELEASE 16 ccCancel", "< RELEASE COMPLETE 16", "> DISCONNECT 21", "< RELEASE 21", "> RELEASE COMPLETE 21"],
    ],
  },
  {
    name: "asked-recall-given-up",
    libpri: [retention("retained")],
    async run(live) {
      const { gateway, libpri } = live;
      const { cc } = await requested(live);
      await annaIsFree(live, cc);
      const { call } = await recalled(live, cc);
      await libpri.command("hangup", call, 16);
      await gateway.phoneWhen(anna, ({ state }) => state === "idle");
      await libpri.event("cc-cancel");
    },
    wire: [
      ...recallRingsWire,
      "< DISCONNECT 16",
      "> RELEASE 16",
      ["< RELEASE COMPLETE 16", "> RELEASE 16 ccCancel", "< RELEASE COMPLETE 16"],
    ],
  },
];

/** The gateway was started anew and has forgotten everything. */
function ringoutWithoutRecord(answer: Answer): Scenario {
  return {
    name: `asked-ccringout-without-record-${answer}`,
    libpri: [retention(answer)],
    async run(live) {
      const { libpri } = live;
      const { cc } = await requested(live);
      await annaIsFree(live, cc);
      await live.restart("gateway");
      await libpri.quiet();
      const { call } = await libpri.command("cccall", cc, 2);
      await libpri.event("hangup", { where: (hangup) => hangup.call === call });
      expect(live.gateway.phone(anna).state).to.equal("idle");
      await libpri.command("cccancel", cc);
    },
    wire: [
      ...busyCallWire,
      ...acceptedWire(answer),
      ...freeWire[answer],
      // A connection that is Active libpri keeps over the loss of the link; the new gateway does not know it.
      ...(answer === "retained" ? ["< STATUS 31", "> RELEASE COMPLETE 101"] : []),
      "< SETUP ccRingout",
      "> RELEASE COMPLETE 16 failureToMatch",
      ...cancelWire.libpri.released,
    ],
    behindHop: "a gateway that relays says CALL PROCEEDING at once, so libpri hears of the refusal by DISCONNECT (R1)",
  };
}

/** Anna was free, but is not when Dora's recall comes. */
function busyAgain(answer: Answer): Scenario {
  const begin = [
    ...busyCallWire,
    ...acceptedWire(answer),
    ...freeWire[answer],
    "< SETUP ccRingout",
    "> CALL PROCEEDING",
  ];
  return {
    name: `asked-recall-when-busy-again-${answer}`,
    libpri: [retention(answer)],
    async run(live) {
      const { gateway, libpri } = live;
      const { cc } = await requested(live);
      await annaIsFree(live, cc);
      gateway.act(anna, { action: "offhook" });
      const { call } = await libpri.command("cccall", cc, 2);
      const { cause } = await libpri.event("hangup-request", { where: (hangup) => hangup.call === call });
      expect(cause).to.equal(17);
      expect(await libpri.event("cc-cancel")).to.include({ cc, side: "originating" });
    },
    wire: [
      ...begin,
      "> DISCONNECT 17 remoteUserBusyAgain",
      ["> RELEASE 16 ccCancel", "< RELEASE 17", "< RELEASE COMPLETE 16", "> RELEASE COMPLETE 17"],
    ],
    // The call and the connection may have come on connections of their own.
    behindHop: [
      ...begin,
      [
        ...["> DISCONNECT 17 remoteUserBusyAgain", "> RELEASE 16 ccCancel"],
        ...["< RELEASE 17", "< RELEASE COMPLETE 16", "> RELEASE COMPLETE 17"],
      ],
    ],
  };
}
