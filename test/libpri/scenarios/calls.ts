import { expect } from "chai";
import { cluster } from "../gateway-under-test.ts";
import type { Scenario } from "../scenario.ts";

const { anna } = cluster;

/** Ordinary calls between the cluster and libpri: call back begins where one of them fails. */
export const scenarios: readonly Scenario[] = [
  {
    name: "call-from-libpri",
    async run({ gateway, libpri }) {
      const { call } = await libpri.command("call", "2001", anna, 1, "name=Dora");
      await gateway.phoneWhen(anna, ({ state }) => state === "ringing");
      expect(gateway.phone(anna).far).to.deep.equal({ number: "2001", name: "Dora" });
      await libpri.event("ringing");
      gateway.act(anna, { action: "answer" });
      await libpri.event("answer");
      await libpri.command("hangup", call, 16);
      await gateway.phoneWhen(anna, ({ state }) => state === "endedTone");
      await libpri.event("hangup");
    },
    wire: [
      "< SETUP",
      "> CALL PROCEEDING",
      "> ALERTING calledName",
      "> CONNECT connectedName",
      "< CONNECT ACKNOWLEDGE",
      "< DISCONNECT 16",
      "> RELEASE 16",
      "< RELEASE COMPLETE 16",
    ],
  },
  {
    name: "call-to-libpri-busy",
    role: "user",
    async run({ gateway, libpri }) {
      gateway.act(anna, { action: "dial", to: "2001" });
      const ring = await libpri.event("ring");
      expect(ring).to.include({ from: anna, to: "2001", name: "Anna Berg" });
      await libpri.command("hangup", ring.call, 17);
      await gateway.phoneWhen(anna, ({ state }) => state === "busyTone");
      await libpri.event("hangup");
      gateway.act(anna, { action: "hangup" });
    },
    wire: ["> SETUP", "< CALL PROCEEDING", "< DISCONNECT 17", "> RELEASE 17", "< RELEASE COMPLETE 17"],
  },
];
