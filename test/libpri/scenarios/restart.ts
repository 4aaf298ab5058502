import { expect } from "chai";
import { cluster } from "../gateway-under-test.ts";
import type { Live, Scenario } from "../scenario.ts";
import * as gatewayAsks from "./steps-gateway-asks.ts";
import { cancelWire, noticed } from "./steps-gateway-asks.ts";
import * as libpriAsks from "./steps-libpri-asks.ts";
import type { Expected } from "../wire.ts";

const { anna, ben } = cluster;
/** Another user of libpri. */
const emil = "2002";

const benTalksWire: readonly Expected[] = ["> SETUP", "< CALL PROCEEDING", "< CONNECT", "> CONNECT ACKNOWLEDGE"];
const restartByLibpri = ["< RESTART", "> RESTART ACKNOWLEDGE"];
const restartByGateway = ["> RESTART", "< RESTART ACKNOWLEDGE"];

/** RESTART clears calls and leaves requests (R18). */
export const scenarios: readonly Scenario[] = [...gatewayAsking(), ...libpriAsking()];

function gatewayAsking(): readonly Scenario[] {
  const { requested, available, recalled, answered, dora } = gatewayAsks;
  const { busyCallWire, acceptedWire, freeWire, recallWire } = gatewayAsks;
  const retainedWire = [...busyCallWire, ...acceptedWire("retained")];
  return [
    {
      name: "asks-restart-by-libpri",
      async run(live) {
        const { cc } = await requested(live);
        const { channel } = await benTalks(live);
        await live.libpri.command("restart", channel);
        expect(await live.libpri.event("restart-ack")).to.include({ channel });
        await benIsCut(live);
        await available(live, cc);
        const { call } = await recalled(live);
        await answered(live, call);
      },
      wire: [...retainedWire, ...benTalksWire, ...restartByLibpri, ...freeWire.retained, ...recallWire],
    },
    {
      name: "asks-restart-by-gateway",
      async run(live) {
        const { cc } = await requested(live);
        await benTalks(live);
        live.gateway.restart();
        // The whole interface.
        expect(await live.libpri.event("restart")).to.include({ channel: -1 });
        await benIsCut(live);
        await available(live, cc);
        const { call } = await recalled(live);
        await answered(live, call);
      },
      wire: [...retainedWire, ...benTalksWire, ...restartByGateway, ...freeWire.retained, ...recallWire],
      behindHop: "RESTART is of a D-channel: h323 has none",
    },
    {
      name: "asks-restart-of-the-recall",
      async run(live) {
        const { cc } = await requested(live);
        await available(live, cc);
        await recalled(live);
        await live.libpri.command("restart", 1);
        await live.gateway.phoneWhen(anna, ({ cause }) => cause === 41);
        await noticed(live, `${dora} cannot be reached`);
        expect(await live.libpri.event("cc-cancel")).to.include({ cc });
      },
      wire: [
        ...retainedWire,
        ...freeWire.retained,
        "> SETUP ccRingout",
        "< CALL PROCEEDING",
        "< RESTART",
        ["> RESTART ACKNOWLEDGE", ...cancelWire.gateway.retained],
      ],
    },
  ];
}

function libpriAsking(): readonly Scenario[] {
  const { requested, annaIsFree, recalled, answered, retention } = libpriAsks;
  const { busyCallWire, acceptedWire, freeWire, recallWire } = libpriAsks;
  const retainedWire = [...busyCallWire, ...acceptedWire("retained")];
  return [
    {
      name: "asked-restart-by-libpri",
      libpri: [retention("retained")],
      async run(live) {
        const { cc } = await requested(live);
        await annaIsFree(live, cc);
        const { channel } = await benTalks(live);
        await live.libpri.command("restart", channel);
        expect(await live.libpri.event("restart-ack")).to.include({ channel });
        await benIsCut(live);
        const { call } = await recalled(live, cc);
        await answered(live, call);
      },
      wire: [...retainedWire, ...freeWire.retained, ...benTalksWire, ...restartByLibpri, ...recallWire],
    },
    {
      name: "asked-restart-of-the-recall",
      libpri: [retention("retained")],
      async run(live) {
        const { cc } = await requested(live);
        await annaIsFree(live, cc);
        await recalled(live, cc);
        await live.libpri.command("restart", 2);
        await live.gateway.phoneWhen(anna, ({ state }) => state === "idle");
        await live.libpri.event("cc-cancel");
      },
      wire: [
        ...retainedWire,
        ...freeWire.retained,
        "< SETUP ccRingout",
        "> CALL PROCEEDING",
        "> ALERTING",
        "< RESTART",
        ["> RESTART ACKNOWLEDGE", ...cancelWire.gateway.retained],
      ],
    },
  ];
}

/** Ben calls Emil and both talk. */
async function benTalks({ gateway, libpri }: Live): Promise<{ readonly channel: number }> {
  await gateway.phoneWhen(ben, ({ state }) => state !== "talking");
  if (gateway.phone(ben).offhook) gateway.act(ben, { action: "onhook" });
  gateway.act(ben, { action: "dial", to: emil });
  const { call, channel } = await libpri.event("ring", { where: ({ to }) => to === emil });
  await libpri.command("answer", call, channel);
  await gateway.phoneWhen(ben, ({ state }) => state === "talking");
  return { channel };
}

/** Cause 41: temporary failure. */
async function benIsCut({ gateway }: Live): Promise<void> {
  expect(await gateway.phoneWhen(ben, ({ state }) => state !== "talking")).to.include({ cause: 41 });
}
