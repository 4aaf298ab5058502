import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { cluster } from "../gateway-under-test.ts";
import type { Live, Scenario } from "../scenario.ts";
import * as gatewayAsks from "./steps-gateway-asks.ts";
import { noticed } from "./steps-gateway-asks.ts";
import * as libpriAsks from "./steps-libpri-asks.ts";

const { anna } = cluster;

/** Shorter than T309, which is 6 s on both sides (R18). */
const shortCutMs = 3000;

export const scenarios: readonly Scenario[] = [...gatewayAsking(), ...libpriAsking()];

function gatewayAsking(): readonly Scenario[] {
  const { requested, available, recalled, answered } = gatewayAsks;
  return [
  {
    name: "asks-link-cut-for-3s",
    async run(live) {
      const { cc } = await requested(live);
      await cut(live, shortCutMs);
      await available(live, cc);
      const { call } = await recalled(live);
      await answered(live, call);
    },
    wire: [],
  },
  {
    name: "asks-link-cut-longer-than-t309",
    gateway: { t309: "300ms" },
    libpri: [["timer", "T309", 300]],
    async run(live) {
      const { cc } = await gatewayAsks.requested(live);
      await cut(live, 800);
      await gatewayAsks.available(live, cc);
      const { call } = await gatewayAsks.recalled(live);
      await gatewayAsks.answered(live, call);
    },
    wire: [],
  },
  {
    name: "asks-link-cut-longer-than-t309-of-gateway",
    gateway: { t309: "300ms" },
    async run(live) {
      const { cc } = await gatewayAsks.requested(live);
      await cut(live, 800);
      await gatewayAsks.available(live, cc);
      const { call } = await gatewayAsks.recalled(live);
      await gatewayAsks.answered(live, call);
    },
    wire: [],
  },
  {
    name: "asks-link-cut-longer-than-t309-of-libpri",
    libpri: [["timer", "T309", 300]],
    async run(live) {
      const { cc } = await gatewayAsks.requested(live);
      await cut(live, 800);
      await gatewayAsks.available(live, cc);
      const { call } = await gatewayAsks.recalled(live);
      await gatewayAsks.answered(live, call);
    },
    wire: [],
  },
  {
    name: "asks-link-cut-while-requested",
    async run(live) {
      const { cc } = await gatewayAsks.busyCall(live);
      live.gateway.act(anna, { action: "callBack" });
      await live.libpri.event("cc-request", { where: (request) => request.cc === cc });
      await cut(live, 300);
      await live.libpri.quiet();
      console.log(live.libpri.events, live.gateway.phone(anna));
      await noticed(live, "?");
    },
    wire: [],
  },
  {
    name: "asks-cancel-while-link-is-lost",
    async run(live) {
      const { cc } = await gatewayAsks.requested(live);
      await cut(live, 300, () => {
        live.gateway.act(anna, { action: "press", key: "cancel" });
      });
      expect(await live.libpri.event("cc-cancel")).to.include({ cc });
    },
    wire: [],
  },
  {
    name: "asks-b-free-while-link-is-lost",
    async run(live) {
      const { cc } = await gatewayAsks.requested(live);
      await cut(live, 300, () => live.libpri.command("ccfree", cc));
      await gatewayAsks.available(live, cc);
      const { call } = await gatewayAsks.recalled(live);
      await gatewayAsks.answered(live, call);
    },
    wire: [],
  },
  ];
}

function libpriAsking(): readonly Scenario[] {
  return [
  {
    name: "asked-link-cut-for-3s",
    libpri: [libpriAsks.retention("retained")],
    async run(live) {
      const { cc } = await libpriAsks.requested(live);
      await cut(live, shortCutMs);
      await libpriAsks.annaIsFree(live, cc);
      const { call } = await libpriAsks.recalled(live, cc);
      await libpriAsks.answered(live, call);
    },
    wire: [],
  },
  {
    name: "asked-link-cut-longer-than-t309",
    gateway: { t309: "300ms" },
    libpri: [libpriAsks.retention("retained"), ["timer", "T309", 300]],
    async run(live) {
      const { cc } = await libpriAsks.requested(live);
      await cut(live, 800);
      await libpriAsks.annaIsFree(live, cc);
      const { call } = await libpriAsks.recalled(live, cc);
      await libpriAsks.answered(live, call);
    },
    wire: [],
  },
  {
    name: "asked-link-cut-while-requested",
    gateway: { silentMonitor: true },
    async run(live) {
      const { cc } = await libpriAsks.busyCall(live);
      await live.libpri.command("ccreq", cc, "ccbs");
      await live.libpri.quiet();
      await cut(live, 300);
      await live.libpri.quiet();
      expect(await live.libpri.event("cc-response")).to.include({ cc, status: "timeout" });
    },
    wire: [],
  },
  {
    name: "asked-b-free-while-link-is-lost",
    libpri: [libpriAsks.retention("retained")],
    async run(live) {
      const { cc } = await libpriAsks.requested(live);
      await cut(live, 3000, () => {live.gateway.act(anna, { action: "hangup" })});
      await live.libpri.event("cc-free");
      const { call } = await libpriAsks.recalled(live, cc);
      await libpriAsks.answered(live, call);
    },
    wire: [],
  },
  {
    name: "asked-t2-while-link-is-lost",
    gateway: { our: {ccbsT2: "1s"} },
    libpri: [libpriAsks.retention("retained")],
    async run(live) {
      const { cc } = await libpriAsks.requested(live);
      await cut(live, 1300);
      expect(await live.libpri.event("cc-cancel")).to.include({ cc, side: "originating" });
    },
    wire: [],
  },
  ];
}

/** The trunk is gone for so long, and both sides know; what is done meanwhile. */
async function cut({ gateway, libpri }: Live, ms: number, meanwhile: () => unknown = () => undefined): Promise<void> {
  await libpri.command("cut");
  await libpri.event("data-link-down");
  await meanwhile();
  await sleep(ms);
  await libpri.command("restore");
  await Promise.all([libpri.event("data-link-up"), gateway.linkUp()]);
  await libpri.quiet();
}
