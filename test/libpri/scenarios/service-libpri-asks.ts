import { expect } from "chai";
import { cluster } from "../gateway-under-test.ts";
import type { Scenario } from "../scenario.ts";
import { type Answer, answers, cancelWire } from "./steps-gateway-asks.ts";
import {
  accepted,
  acceptedWire,
  annaIsFree,
  annaTalks,
  answered,
  busyCall,
  busyCallWire,
  dora,
  freeWire,
  recallWire,
  recalled,
  requested,
  retention,
} from "./steps-libpri-asks.ts";

const { anna } = cluster;

/** The whole service, by what the two sides are set to: who proposes what, who answers what (CC 5.2). */
function whole(
  name: string,
  proposal: "retain" | "release" | "any",
  response: "retain" | "release",
  role: "network" | "user" = "network",
): Scenario {
  const kept = proposal === "retain" || (proposal === "any" && response === "retain");
  const answer = kept ? "retained" : "released";
  return {
    name,
    role,
    gateway: { our: { connectionResponse: response } },
    libpri: [["ccretain", "request", proposal]],
    async run(live) {
      const { cc } = await requested(live);
      await annaIsFree(live, cc);
      const { call } = await recalled(live, cc);
      await answered(live, call);
    },
    wire: [...busyCallWire, ...acceptedWire(answer), ...freeWire[answer], ...recallWire],
  };
}

export const scenarios: readonly Scenario[] = [
  whole("asked-ccbs-retained", "retain", "release"),
  whole("asked-ccbs-retained-libpri-is-user", "retain", "release", "user"),
  whole("asked-ccbs-released", "release", "retain"),
  whole("asked-ccbs-no-preference-retained", "any", "retain"),
  whole("asked-ccbs-no-preference-released", "any", "release"),
  {
    name: "asked-ccnr",
    libpri: [retention("retained")],
    async run(live) {
      const { gateway, libpri } = live;
      const { call } = await libpri.command("call", dora, anna, 1);
      const { cc } = await libpri.event("cc-available", { where: (record) => record.call === call });
      await gateway.phoneWhen(anna, ({ state }) => state === "ringing");
      await libpri.command("hangup", call, 16);
      await libpri.event("hangup", { where: (hangup) => hangup.call === call });
      await accepted(live, cc, "ccnr");
      await annaTalks(live);
      await annaIsFree(live, cc);
      const recall = await recalled(live, cc);
      await answered(live, recall.call);
    },
    wire: [
      "< SETUP",
      "> CALL PROCEEDING",
      "> ALERTING",
      "< DISCONNECT 16",
      "> RELEASE 16",
      "< RELEASE COMPLETE 16",
      ...acceptedWire("retained", "ccnrRequest"),
      "> FACILITY ccExecPossible",
      ...recallWire,
    ],
  },
  {
    name: "asked-ccnr-after-alerting-longer-than-retention",
    gateway: { cluster: { retention: "2s" } },
    libpri: [retention("retained"), ["timer", "T-RETENTION", 2000]],
    async run(live) {
      const { gateway, libpri } = live;
      const { call } = await libpri.command("call", dora, anna, 1);
      const { cc } = await libpri.event("cc-available", { where: (record) => record.call === call });
      await gateway.phoneWhen(anna, ({ state }) => state === "ringing");
      await new Promise((resolve) => setTimeout(resolve, 2500));
      await libpri.command("hangup", call, 16);
      await libpri.event("hangup", { where: (hangup) => hangup.call === call });
      await accepted(live, cc, "ccnr");
      await libpri.command("cccancel", cc);
    },
    wire: [
      "< SETUP",
      "> CALL PROCEEDING",
      "> ALERTING",
      "< DISCONNECT 16",
      "> RELEASE 16",
      "< RELEASE COMPLETE 16",
      ...acceptedWire("retained", "ccnrRequest"),
      "< RELEASE 16 ccCancel",
      "> RELEASE COMPLETE 16",
    ],
  },
  ...answers.map(suspendAndResume),
  ...answers.flatMap((answer) => [cancelByA(answer), cancelByB(answer)]),
  {
    name: "asked-service-off",
    gateway: { cluster: { enabled: false } },
    async run(live) {
      const { cc } = await busyCall(live);
      await live.libpri.command("ccreq", cc, "ccbs");
      expect(await live.libpri.event("cc-response")).to.include({ cc, status: "error" });
    },
    wire: [...busyCallWire, "< SETUP ccbsRequest", "> RELEASE COMPLETE 16 longTermRejection"],
  },
  {
    name: "asked-duplicate",
    libpri: [retention("retained")],
    async run(live) {
      const { libpri } = live;
      await requested(live);
      const { call } = await libpri.command("call", dora, anna, 2);
      const again = await libpri.event("cc-available", { where: (record) => record.call === call });
      await libpri.event("hangup-ack", { where: (hangup) => hangup.call === call });
      await libpri.command("ccreq", again.cc, "ccbs");
      expect(await libpri.event("cc-response")).to.include({ cc: again.cc, status: "error" });
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
];

/** Dora is busy when Anna becomes free; later she is free again and told once more. */
function suspendAndResume(answer: Answer): Scenario {
  return {
    name: `asked-suspend-resume-${answer}`,
    libpri: [retention(answer)],
    async run(live) {
      const { libpri } = live;
      const { cc } = await requested(live);
      await libpri.command("ccstatus", cc, "busy");
      await annaIsFree(live, cc);
      await libpri.quiet(300);
      await libpri.command("ccstatus", cc, "free");
      await libpri.event("cc-free", { where: (free) => free.cc === cc });
      const { call } = await recalled(live, cc);
      await answered(live, call);
    },
    wire: [
      ...busyCallWire,
      ...(answer === "retained"
        ? [...acceptedWire("retained"), "> FACILITY ccExecPossible", "< FACILITY ccSuspend"]
        : [
            ...acceptedWire("released"),
            "> SETUP ccExecPossible",
            "< CALL PROCEEDING",
            "< CONNECT ccSuspend",
            "> CONNECT ACKNOWLEDGE",
            // A quirk of libpri (CC 5.7 [RUN F8]): it must clear nothing.
            "< STATUS 101",
          ]),
      "< FACILITY ccResume",
      "> FACILITY ccExecPossible",
      ...recallWire,
    ],
  };
}

function cancelByA(answer: Answer): Scenario {
  return {
    name: `asked-cancel-by-a-${answer}`,
    libpri: [retention(answer)],
    async run(live) {
      const { cc } = await requested(live);
      await live.libpri.command("cccancel", cc);
    },
    wire: [...busyCallWire, ...acceptedWire(answer), ...cancelWire.libpri[answer]],
  };
}

function cancelByB(answer: Answer): Scenario {
  return {
    name: `asked-cancel-by-b-${answer}`,
    libpri: [retention(answer)],
    async run(live) {
      const { cc } = await requested(live);
      live.gateway.cancel();
      expect(await live.libpri.event("cc-cancel")).to.include({ cc, side: "originating" });
    },
    wire: [...busyCallWire, ...acceptedWire(answer), ...cancelWire.gateway[answer]],
  };
}
