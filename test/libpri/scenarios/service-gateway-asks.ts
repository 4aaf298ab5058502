import { expect } from "chai";
import { cluster } from "../gateway-under-test.ts";
import type { Scenario } from "../scenario.ts";
import {
  type Answer,
  accepted,
  acceptedWire,
  answered,
  answers,
  available,
  busyCall,
  busyCallWire,
  cancelWire,
  dora,
  freeWire,
  proposalFor,
  recallWire,
  recalled,
  requested,
} from "./steps-gateway-asks.ts";

const { anna, ben } = cluster;

/** The whole service, by what the two sides are set to: who proposes what, who answers what (CC 5.2). */
function whole(
  name: string,
  proposal: "retain" | "release" | "none",
  response: "retain" | "release",
  role: "network" | "user" = "network",
): Scenario {
  const kept = proposal === "retain" || (proposal === "none" && response === "retain");
  const answer = kept ? "retained" : "released";
  return {
    name,
    role,
    gateway: { our: { connectionProposal: proposal } },
    libpri: [["ccretain", "response", response]],
    async run(live) {
      const { cc } = await requested(live);
      expect(live.gateway.phone(anna).screen?.lines[0]).to.equal(`CallBack is activated on ${dora}`);
      await available(live, cc);
      expect(live.gateway.phone(anna).screen?.lines[0]).to.equal(`${dora} has become available`);
      const { call } = await recalled(live);
      await answered(live, call);
    },
    wire: [...busyCallWire, ...acceptedWire(answer), ...freeWire[answer], ...recallWire],
  };
}

export const scenarios: readonly Scenario[] = [
  whole("asks-ccbs-retained", "retain", "release"),
  whole("asks-ccbs-retained-libpri-is-user", "retain", "release", "user"),
  whole("asks-ccbs-released", "release", "retain"),
  whole("asks-ccbs-no-preference-retained", "none", "retain"),
  whole("asks-ccbs-no-preference-released", "none", "release"),
  {
    name: "asks-ccnr",
    async run(live) {
      const { gateway, libpri } = live;
      gateway.act(anna, { action: "dial", to: dora });
      const ring = await libpri.event("ring");
      const { cc } = await libpri.command("ccavail", ring.call);
      await libpri.command("alert", ring.call);
      await gateway.phoneWhen(anna, ({ state }) => state === "ringback");
      gateway.act(anna, { action: "callBack" });
      expect(await libpri.event("cc-request")).to.include({ cc, mode: "ccnr" });
      await libpri.command("ccrsp", cc, "ok");
      await gateway.screen(anna, "activated");
      gateway.act(anna, { action: "hangup" });
      await libpri.event("hangup-ack", { where: ({ call }) => call === ring.call });
      await available(live, cc);
      const { call } = await recalled(live);
      await answered(live, call);
    },
    wire: [
      "> SETUP",
      "< CALL PROCEEDING",
      "< ALERTING",
      ...acceptedWire("retained", "ccnrRequest"),
      "> DISCONNECT 16",
      "< RELEASE 16",
      "> RELEASE COMPLETE 16",
      "< FACILITY ccExecPossible",
      ...recallWire,
    ],
  },
  {
    name: "asks-ccnr-after-alerting-longer-than-retention",
    gateway: { cluster: { retention: "2s" } },
    libpri: [["timer", "T-RETENTION", 2000]],
    async run(live) {
      const { gateway, libpri } = live;
      gateway.act(anna, { action: "dial", to: dora });
      const ring = await libpri.event("ring");
      const { cc } = await libpri.command("ccavail", ring.call);
      await libpri.command("alert", ring.call);
      await gateway.phoneWhen(anna, ({ state }) => state === "ringback");
      await new Promise((resolve) => setTimeout(resolve, 2500));
      gateway.act(anna, { action: "hangup" });
      await libpri.event("hangup-ack", { where: ({ call }) => call === ring.call });
      await accepted(live, cc);
      gateway.act(anna, { action: "press", key: "cancel" });
      await libpri.event("cc-cancel");
    },
    wire: [
      "> SETUP",
      "< CALL PROCEEDING",
      "< ALERTING",
      "> DISCONNECT 16",
      "< RELEASE 16",
      "> RELEASE COMPLETE 16",
      ...acceptedWire("retained", "ccnrRequest"),
      "> RELEASE 16 ccCancel",
      "< RELEASE COMPLETE 16",
    ],
  },
  ...answers.map(suspendAndResume),
  ...answers.flatMap((answer) => [cancelByA(answer), cancelByB(answer)]),
  refused("asks-short-term-rejection", "short", "shortTermRejection"),
  refused("asks-long-term-rejection", "long", "longTermRejection"),
  {
    name: "asks-service-off",
    async run(live) {
      await busyCall(live);
      await live.libpri.command("ccenable", 0);
      live.gateway.act(anna, { action: "callBack" });
      await live.gateway.screen(anna, "notice");
    },
    wire: [...busyCallWire, "> SETUP ccbsRequest", "< RELEASE COMPLETE 16 longTermRejection"],
  },
];

/** Anna talks when Dora becomes free: ccSuspend; Anna is free again: ccResume; Dora is free: told at last. */
function suspendAndResume(answer: Answer): Scenario {
  return {
    name: `asks-suspend-resume-${answer}`,
    gateway: { our: { connectionProposal: proposalFor[answer] } },
    async run(live) {
      const { gateway, libpri } = live;
      const { cc } = await requested(live);
      gateway.act(anna, { action: "press", key: "exit" });
      gateway.act(anna, { action: "dial", to: ben });
      await gateway.phoneWhen(ben, ({ state }) => state === "ringing");
      gateway.act(ben, { action: "answer" });
      await gateway.heardBusy();
      await libpri.command("ccfree", cc);
      expect(await libpri.event("cc-status")).to.include({ cc, status: "busy" });
      expect(gateway.phone(anna)).to.deep.include({ screen: null, sound: false });
      gateway.act(anna, { action: "hangup" });
      expect(await libpri.event("cc-status")).to.include({ cc, status: "free" });
      await available(live, cc);
      const { call } = await recalled(live);
      await answered(live, call);
    },
    wire: [
      ...busyCallWire,
      ...(answer === "retained"
        ? [...acceptedWire("retained"), "< FACILITY ccExecPossible", "> FACILITY ccSuspend"]
        : [
            ...acceptedWire("released"),
            "< SETUP ccExecPossible",
            "> CALL PROCEEDING",
            "> CONNECT ccSuspend",
            "< CONNECT ACKNOWLEDGE",
          ]),
      "> FACILITY ccResume",
      "< FACILITY ccExecPossible",
      ...recallWire,
    ],
  };
}

function cancelByA(answer: Answer): Scenario {
  return {
    name: `asks-cancel-by-a-${answer}`,
    gateway: { our: { connectionProposal: proposalFor[answer] } },
    async run(live) {
      const { cc } = await requested(live);
      live.gateway.act(anna, { action: "press", key: "cancel" });
      expect(await live.libpri.event("cc-cancel")).to.include({ cc, side: "terminating" });
      await live.gateway.screen(anna, null);
    },
    wire: [...busyCallWire, ...acceptedWire(answer), ...cancelWire.gateway[answer]],
  };
}

function cancelByB(answer: Answer): Scenario {
  return {
    name: `asks-cancel-by-b-${answer}`,
    gateway: { our: { connectionProposal: proposalFor[answer] } },
    async run(live) {
      const { cc } = await requested(live);
      await live.libpri.command("cccancel", cc);
      await live.gateway.screen(anna, "notice");
    },
    wire: [...busyCallWire, ...acceptedWire(answer), ...cancelWire.libpri[answer]],
  };
}

function refused(name: string, answer: "short" | "long", error: string): Scenario {
  return {
    name,
    async run(live) {
      const { cc } = await busyCall(live);
      live.gateway.act(anna, { action: "callBack" });
      await live.libpri.event("cc-request", { where: (request) => request.cc === cc });
      await live.libpri.command("ccrsp", cc, answer);
      await live.gateway.screen(anna, "notice");
    },
    wire: [
      ...busyCallWire,
      "> SETUP ccbsRequest",
      "< CALL PROCEEDING",
      `< RELEASE 16 ${error}`,
      "> RELEASE COMPLETE 16",
    ],
  };
}
