import { expect } from "chai";
import { cluster } from "../gateway-under-test.ts";
import type { Scenario } from "../scenario.ts";
import {
  acceptedWire,
  annaIsFree,
  answered,
  busyCall,
  busyCallWire,
  freeWire,
  recallWire,
  recalled,
  requested,
  retention,
} from "./steps-libpri-asks.ts";
import { cut, forgottenWire, keptWire, longCutMs, shortCutMs, t309OfGateway, t309OfLibpri } from "./steps-links.ts";
import { carries } from "../wire.ts";

const { anna } = cluster;
const retainedWire = [...busyCallWire, ...acceptedWire("retained")];
const releasedRestWire = [...freeWire.released, ...recallWire];

/** The link is lost while Dora's request waits, and the service goes on (R18). */
const goesOn = (
  name: string,
  cutMs: number,
  { libpri = [], ...rest }: Pick<Scenario, "gateway" | "libpri" | "wire">,
): Scenario => ({
  ...rest,
  name,
  libpri: [retention("retained"), ...libpri],
  async run(live) {
    const { cc } = await requested(live);
    await cut(live, cutMs);
    await annaIsFree(live, cc);
    const { call } = await recalled(live, cc);
    await answered(live, call);
  },
});

export const scenarios: readonly Scenario[] = [
  goesOn("asked-link-cut-for-3s", shortCutMs, {
    wire: [...retainedWire, keptWire, ...freeWire.retained, ...recallWire],
  }),
  goesOn("asked-link-cut-longer-than-t309", longCutMs, {
    gateway: t309OfGateway,
    libpri: [t309OfLibpri],
    wire: [...retainedWire, ...releasedRestWire],
  }),
  goesOn("asked-link-cut-longer-than-t309-of-gateway", longCutMs, {
    gateway: t309OfGateway,
    wire: [...retainedWire, "< STATUS 31", "> RELEASE COMPLETE 101", ...releasedRestWire],
  }),
  goesOn("asked-link-cut-longer-than-t309-of-libpri", longCutMs, {
    libpri: [t309OfLibpri],
    wire: [...retainedWire, forgottenWire, ...releasedRestWire],
  }),
  {
    name: "asked-link-cut-while-b-becomes-free",
    libpri: [retention("retained")],
    async run(live) {
      const { cc } = await requested(live);
      await cut(live, shortCutMs, () => live.gateway.act(anna, { action: "hangup" }));
      await live.libpri.event("cc-free", { where: (free) => free.cc === cc });
      const { call } = await recalled(live, cc);
      await answered(live, call);
    },
    // Told when libpri has said that it kept the connection: before that it takes no message.
    wire: [...retainedWire, keptWire, ...freeWire.retained, ...recallWire],
  },
  {
    name: "asked-link-cut-while-requested",
    gateway: { silentMonitor: true },
    async run(live) {
      const { cc } = await busyCall(live);
      await live.libpri.command("ccreq", cc, "ccbs");
      await carries(live.libpri, "> CALL PROCEEDING", 2);
      await live.libpri.quiet();
      await cut(live, longCutMs);
      expect(await live.libpri.event("cc-response")).to.include({ cc, status: "timeout" });
    },
    wire: [...busyCallWire, "< SETUP ccbsRequest", "> CALL PROCEEDING"],
  },
];
