import { expect } from "chai";
import { cluster } from "../gateway-under-test.ts";
import type { Scenario } from "../scenario.ts";
import {
  type Answer,
  acceptedWire,
  answers,
  available,
  busyCall,
  busyCallWire,
  cancelWire,
  dora,
  freeWire,
  noticed,
  ordinaryCallWire,
  proposalFor,
  recalled,
  requested,
  talked,
} from "./steps-gateway-asks.ts";
import { forgottenWire } from "./steps-links.ts";

const { anna } = cluster;

export const scenarios: readonly Scenario[] = [
  ...answers.flatMap((answer) => [
    recallRefused(answer, "busy again", 17, `${dora} is busy again`, "busyTone"),
    recallRefused(answer, "gone", 1, `${dora} cannot be reached`, "reorderTone"),
  ]),
  {
    name: "asks-ccringout-without-record",
    async run(live) {
      const { cc } = await requested(live);
      await available(live, cc);
      await live.restart("libpri");
      const { gateway, libpri } = live;
      await libpri.quiet(300);
      gateway.act(anna, { action: "press", key: "dial" });
      const { call } = await libpri.event("ring", { where: ({ callIndependent }) => !callIndependent });
      await talked(live, call);
    },
    // The new libpri does not know the connection, so the gateway goes on without; it has no record either, so the
    // gateway calls once more without ccRingout while Anna waits (R9).
    wire: [
      ...busyCallWire,
      ...acceptedWire("retained"),
      ...freeWire.retained,
      forgottenWire,
      "> SETUP ccRingout",
      "< RELEASE COMPLETE 16 failureToMatch",
      ...ordinaryCallWire,
    ],
  },
  {
    name: "asks-after-retention",
    libpri: [["timer", "T-RETENTION", 200]],
    async run(live) {
      await busyCall(live);
      await new Promise((resolve) => setTimeout(resolve, 400));
      live.gateway.act(anna, { action: "callBack" });
      await noticed(live, `${dora} cannot take CallBack now`);
    },
    wire: [...busyCallWire, "> SETUP ccbsRequest", "< RELEASE COMPLETE 16 shortTermRejection"],
  },
  {
    name: "asks-duplicate",
    async run(live) {
      const { gateway } = live;
      await requested(live);
      gateway.act(anna, { action: "press", key: "exit" });
      await gateway.screen(anna, null);
      await busyCall(live);
      gateway.act(anna, { action: "callBack" });
      const { screen } = await gateway.screen(anna, "activated");
      expect(screen?.lines[0]).to.equal(`CallBack is activated on ${dora}`);
    },
    wire: [...busyCallWire, ...acceptedWire("retained"), ...busyCallWire],
    open: 1,
  },
  {
    name: "asks-duplicate-of-a-forgotten-request",
    async run(live) {
      const { cc } = await requested(live);
      await live.restart("gateway");
      await busyCall(live);
      live.gateway.act(anna, { action: "callBack" });
      await noticed(live, `${dora} cannot take CallBack now`);
      await live.libpri.command("ccfree", cc);
      expect(await live.libpri.event("cc-cancel")).to.include({ cc, side: "terminating" });
    },
    // libpri still has what the gateway lost in its restart, until it hears that nobody waits for it any more (R7).
    wire: [
      ...busyCallWire,
      ...acceptedWire("retained"),
      "< STATUS 31",
      "> RELEASE COMPLETE 101",
      ...busyCallWire,
      "> SETUP ccbsRequest",
      "< RELEASE COMPLETE 16 shortTermRejection",
      "< SETUP ccExecPossible",
      "> RELEASE COMPLETE 16 ccCancel",
    ],
    // The connection ends with what carried it: with its TCP connection out of order, else a temporary failure (R18).
    behindHop: [
      ...busyCallWire,
      ...acceptedWire("retained"),
      { oneOf: ["> RELEASE 27", "> RELEASE 41"] },
      { oneOf: ["< RELEASE COMPLETE 27", "< RELEASE COMPLETE 41"] },
      ...busyCallWire,
      "> SETUP ccbsRequest",
      "< RELEASE COMPLETE 16 shortTermRejection",
      "< SETUP ccExecPossible",
      "> RELEASE COMPLETE 16 ccCancel",
    ],
  },
];

/** Dora was free, but is not, or is not there, when Anna's recall comes. */
function recallRefused(answer: Answer, what: string, cause: number, text: string, tone: string): Scenario {
  return {
    name: `asks-recall-when-${what.replace(" ", "-")}-${answer}`,
    gateway: { our: { connectionProposal: proposalFor[answer] } },
    async run(live) {
      const { gateway, libpri } = live;
      const { cc } = await requested(live);
      await available(live, cc);
      const { call } = await recalled(live);
      await libpri.command("hangup", call, cause);
      await gateway.phoneWhen(anna, ({ state }) => state === tone);
      await noticed(live, text);
      expect(await libpri.event("cc-cancel")).to.include({ cc, side: "terminating" });
      gateway.act(anna, { action: "hangup" });
    },
    wire: [
      ...busyCallWire,
      ...acceptedWire(answer),
      ...freeWire[answer],
      "> SETUP ccRingout",
      "< CALL PROCEEDING",
      `< DISCONNECT ${cause}`,
      [`> RELEASE ${cause}`, ...cancelWire.gateway.retained, `< RELEASE COMPLETE ${cause}`],
    ],
  };
}
