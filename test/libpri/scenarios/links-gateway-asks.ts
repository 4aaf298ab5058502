import { expect } from "chai";
import { cluster } from "../gateway-under-test.ts";
import type { Scenario } from "../scenario.ts";
import {
  acceptedWire,
  answered,
  available,
  busyCall,
  busyCallWire,
  dora,
  freeWire,
  noticed,
  recallWire,
  recalled,
  requested,
} from "./steps-gateway-asks.ts";
import { cut, forgottenWire, keptWire, longCutMs, shortCutMs, t309OfGateway, t309OfLibpri } from "./steps-links.ts";

const { anna } = cluster;
const retainedWire = [...busyCallWire, ...acceptedWire("retained")];
const releasedRestWire = [...freeWire.released, ...recallWire];

/** The link is lost while Anna's request waits, and the service goes on (R18). */
const goesOn = (name: string, cutMs: number, rest: Pick<Scenario, "gateway" | "libpri" | "wire">): Scenario => ({
  ...rest,
  name,
  async run(live) {
    const { cc } = await requested(live);
    await cut(live, cutMs);
    await available(live, cc);
    const { call } = await recalled(live);
    await answered(live, call);
  },
});

export const scenarios: readonly Scenario[] = [
  goesOn("asks-link-cut-for-3s", shortCutMs, {
    wire: [...retainedWire, keptWire, ...freeWire.retained, ...recallWire],
  }),
  goesOn("asks-link-cut-longer-than-t309", longCutMs, {
    gateway: t309OfGateway,
    libpri: [t309OfLibpri],
    wire: [...retainedWire, ...releasedRestWire],
  }),
  goesOn("asks-link-cut-longer-than-t309-of-gateway", longCutMs, {
    gateway: t309OfGateway,
    wire: [...retainedWire, "< STATUS 31", "> RELEASE COMPLETE 101", ...releasedRestWire],
  }),
  goesOn("asks-link-cut-longer-than-t309-of-libpri", longCutMs, {
    libpri: [t309OfLibpri],
    wire: [...retainedWire, forgottenWire, ...releasedRestWire],
  }),
  {
    name: "asks-link-cut-unseen-by-libpri",
    async run(live) {
      const { gateway, libpri } = live;
      const { cc } = await requested(live);
      await libpri.command("cut", "silent");
      await gateway.link("down");
      await libpri.command("restore");
      await gateway.link("up");
      await libpri.quiet();
      await available(live, cc);
      const { call } = await recalled(live);
      await answered(live, call);
    },
    wire: [...retainedWire, { repeated: ["> STATUS ENQUIRY", "< STATUS 30"] }, ...freeWire.retained, ...recallWire],
  },
  {
    name: "asks-link-cut-while-b-becomes-free",
    async run(live) {
      const { cc } = await requested(live);
      // In a longer one libpri itself loses what it has to say (README of the peer).
      await cut(live, longCutMs, () => live.libpri.command("ccfree", cc));
      await live.gateway.screen(anna, "available");
      const { call } = await recalled(live);
      await answered(live, call);
    },
    wire: [...retainedWire, { repeated: [...keptWire.repeated, "< FACILITY ccExecPossible"] }, ...recallWire],
  },
  {
    name: "asks-link-cut-while-a-cancels",
    async run(live) {
      const { cc } = await requested(live);
      await cut(live, longCutMs, () => live.gateway.act(anna, { action: "press", key: "cancel" }));
      expect(await live.libpri.event("cc-cancel")).to.include({ cc, side: "terminating" });
    },
    // RELEASE was seen twice on a busy machine: T308 ran out, or layer 2 began anew before it was acknowledged.
    wire: [...retainedWire, { repeated: ["< STATUS 31", "> RELEASE 16 ccCancel"] }, "< RELEASE COMPLETE 16"],
  },
  {
    name: "asks-link-cut-while-requested",
    async run(live) {
      const { cc } = await busyCall(live);
      live.gateway.act(anna, { action: "callBack" });
      await live.libpri.event("cc-request", { where: (request) => request.cc === cc });
      await cut(live, longCutMs);
      await noticed(live, `CallBack failed: the trunk to ${dora} is down`);
      expect(await live.libpri.event("cc-cancel")).to.include({ cc, side: "terminating" });
    },
    // A connection that is not Active ends with the link, on both sides and without a word.
    wire: [...busyCallWire, "> SETUP ccbsRequest", "< CALL PROCEEDING"],
    behindHop: "the link that is cut is another gateway's: the user reads that 2001 cannot take CallBack now",
  },
];
