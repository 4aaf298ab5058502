import { expect } from "chai";
import { cluster } from "../gateway-under-test.ts";
import type { Live, Scenario } from "../scenario.ts";
import {
  acceptedWire,
  annaIsFree,
  answered,
  busyCallWire,
  freeWire,
  recallWire,
  recalled,
  requested,
  retention,
} from "./steps-libpri-asks.ts";
import type { Expected } from "../wire.ts";

const { anna } = cluster;
const retainedWire = [...busyCallWire, ...acceptedWire("retained")];
const releaseWire = ["< RELEASE 16", "> RELEASE COMPLETE 16"];

/** The end of a recall whose connection is gone. */
const answeredWire: readonly Expected[] = [
  "> CONNECT",
  "< CONNECT ACKNOWLEDGE",
  "< DISCONNECT 16",
  "> RELEASE 16",
  "< RELEASE COMPLETE 16",
];

export const scenarios: readonly Scenario[] = [
  {
    name: "asked-released-before-b-is-free",
    libpri: [retention("retained")],
    async run(live) {
      const { cc, cis } = await requested(live);
      await release(live, cis);
      // The service outlives its connection (CC 5.4).
      expect(live.gateway.requests()).to.have.length(1);
      await annaIsFree(live, cc);
      const { call } = await recalled(live, cc);
      await answered(live, call);
    },
    wire: [...retainedWire, ...releaseWire, ...freeWire.released, ...recallWire],
  },
  {
    name: "asked-released-before-recall",
    libpri: [retention("retained")],
    async run(live) {
      const { cc, cis } = await requested(live);
      await annaIsFree(live, cc);
      await release(live, cis);
      const { call } = await recalled(live, cc);
      await answeredWithout(live, call);
    },
    // Nothing is left to carry ccCancel, and after success no SETUP is made for it (R11).
    wire: [
      ...retainedWire,
      ...freeWire.retained,
      ...releaseWire,
      "< SETUP ccRingout",
      "> CALL PROCEEDING",
      "> ALERTING",
      ...answeredWire,
    ],
  },
  {
    name: "asked-released-while-b-rings",
    libpri: [retention("retained")],
    async run(live) {
      const { cc, cis } = await requested(live);
      await annaIsFree(live, cc);
      const { call } = await recalled(live, cc);
      await release(live, cis);
      await answeredWithout(live, call);
    },
    wire: [
      ...retainedWire,
      ...freeWire.retained,
      "< SETUP ccRingout",
      "> CALL PROCEEDING",
      "> ALERTING",
      ...releaseWire,
      ...answeredWire,
    ],
  },
];

/** libpri lets the connection go. */
async function release({ libpri }: Live, cis: number): Promise<void> {
  await libpri.command("hangup", cis, 16);
  await libpri.event("hangup-ack", { where: ({ call }) => call === cis });
}

/** Anna answers and the service is over without a word; Dora hangs up. */
async function answeredWithout({ gateway, libpri }: Live, call: number): Promise<void> {
  gateway.act(anna, { action: "answer" });
  await libpri.event("answer", { where: (answer) => answer.call === call });
  expect(gateway.requests()).to.deep.equal([]);
  await libpri.command("hangup", call, 16);
  await gateway.phoneWhen(anna, ({ state }) => state === "endedTone");
}
