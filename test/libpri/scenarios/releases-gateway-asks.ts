import { expect } from "chai";
import { cluster } from "../gateway-under-test.ts";
import type { Live, Scenario } from "../scenario.ts";
import {
  acceptedWire,
  answered,
  available,
  busyCallWire,
  freeWire,
  ordinaryCallWire,
  recallWire,
  recalled,
  requested,
  talked,
} from "./steps-gateway-asks.ts";

const { anna } = cluster;
const retainedWire = [...busyCallWire, ...acceptedWire("retained")];
const releaseWire = ["< RELEASE 16", "> RELEASE COMPLETE 16"];
const afterSetup = ordinaryCallWire.slice(1);

export const scenarios: readonly Scenario[] = [
  {
    name: "asks-released-before-b-is-free",
    async run(live) {
      const { cc, cis } = await requested(live);
      await release(live, cis);
      // The service outlives its connection (CC 5.3).
      expect(live.gateway.requests()).to.have.length(1);
      await available(live, cc);
      const { call } = await recalled(live);
      await answered(live, call);
    },
    wire: [...retainedWire, ...releaseWire, ...freeWire.released, ...recallWire],
  },
  {
    name: "asks-released-before-dial",
    async run(live) {
      const { cc, cis } = await requested(live);
      await available(live, cc);
      await release(live, cis);
      const { call } = await recalled(live);
      await talked(live, call);
    },
    // Nothing is left to carry ccCancel, and after success no SETUP is made for it (R11).
    wire: [...retainedWire, ...freeWire.retained, ...releaseWire, "> SETUP ccRingout", ...afterSetup],
  },
  {
    name: "asks-released-while-b-rings",
    async run(live) {
      const { gateway, libpri } = live;
      const { cc, cis } = await requested(live);
      await available(live, cc);
      const { call } = await recalled(live);
      await libpri.command("alert", call);
      await gateway.phoneWhen(anna, ({ state }) => state === "ringback");
      await release(live, cis);
      expect(gateway.requests()).to.deep.equal([]);
      await libpri.command("answer", call);
      await gateway.phoneWhen(anna, ({ state }) => state === "talking");
      gateway.act(anna, { action: "hangup" });
      await libpri.event("hangup-ack", { where: (hangup) => hangup.call === call });
    },
    wire: [
      ...retainedWire,
      ...freeWire.retained,
      "> SETUP ccRingout",
      "< CALL PROCEEDING",
      "< ALERTING",
      ...releaseWire,
      ...ordinaryCallWire.slice(3),
    ],
  },
  {
    name: "asks-released-at-answer",
    async run(live) {
      const { gateway, libpri } = live;
      const { cc, cis } = await requested(live);
      await available(live, cc);
      const { call } = await recalled(live);
      await libpri.command("hangup", cis, 16);
      await libpri.command("answer", call);
      await gateway.phoneWhen(anna, ({ state }) => state === "talking");
      gateway.act(anna, { action: "hangup" });
      await libpri.event("hangup-ack", { where: (hangup) => hangup.call === call });
    },
    wire: [
      ...retainedWire,
      ...freeWire.retained,
      "> SETUP ccRingout",
      "< CALL PROCEEDING",
      "< RELEASE 16",
      ["> RELEASE COMPLETE 16", "< CONNECT"],
      ...ordinaryCallWire.slice(4),
    ],
  },
];

/** libpri lets the connection go; as B it has no event for the end. */
async function release({ libpri }: Live, cis: number): Promise<void> {
  await libpri.command("hangup", cis, 16);
  await libpri.quiet();
}
