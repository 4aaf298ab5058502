import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { cluster } from "../gateway-under-test.ts";
import type { Live, Scenario } from "../scenario.ts";
import * as gatewayAsks from "./steps-gateway-asks.ts";
import { dora, noticed } from "./steps-gateway-asks.ts";
import * as libpriAsks from "./steps-libpri-asks.ts";

const { anna } = cluster;

/** Shorter than T309, which is 6 s on both sides. */
const shortCutMs = 3000;
const t309Ms = 300;
const t309OfGateway = { t309: `${t309Ms}ms` };
const t309OfLibpri = ["timer", "T309", t309Ms] as const;
/** Longer than that, and shorter than T200: libpri sets the link up at once. */
const longCutMs = 800;

/** The connection was kept: each side asks the other, the gateway once more where libpri sets the link up again. */
const keptWire = { repeated: ["> STATUS ENQUIRY", "< STATUS 31", "< STATUS 30"] };

/** The link is lost and comes back (R18). */
export const scenarios: readonly Scenario[] = [...gatewayAsking(), ...libpriAsking()];

function gatewayAsking(): readonly Scenario[] {
  const { busyCall, requested, available, recalled, answered } = gatewayAsks;
  const { busyCallWire, acceptedWire, freeWire, recallWire } = gatewayAsks;
  const retainedWire = [...busyCallWire, ...acceptedWire("retained")];
  const releasedRestWire = [...freeWire.released, ...recallWire];

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

  return [
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
      wire: [...retainedWire, "> STATUS ENQUIRY", "< RELEASE COMPLETE 81", ...releasedRestWire],
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
      wire: [...retainedWire, "> STATUS ENQUIRY", "< STATUS 30", ...freeWire.retained, ...recallWire],
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
      wire: [...retainedWire, ["< STATUS 31", "> RELEASE 16 ccCancel"], "< RELEASE COMPLETE 16"],
    },
    {
      name: "asks-link-cut-while-requested",
      async run(live) {
        const { cc } = await busyCall(live);
        live.gateway.act(anna, { action: "callBack" });
        await live.libpri.event("cc-request", { where: (request) => request.cc === cc });
        await cut(live, longCutMs);
        await noticed(live, `CallBack failed: no answer about ${dora}`);
        expect(await live.libpri.event("cc-cancel")).to.include({ cc, side: "terminating" });
      },
      // A connection that is not Active ends with the link, on both sides and without a word.
      wire: [...busyCallWire, "> SETUP ccbsRequest", "< CALL PROCEEDING"],
    },
  ];
}

function libpriAsking(): readonly Scenario[] {
  const { busyCall, requested, annaIsFree, recalled, answered, retention } = libpriAsks;
  const { busyCallWire, acceptedWire, freeWire, recallWire } = libpriAsks;
  const retainedWire = [...busyCallWire, ...acceptedWire("retained")];
  const releasedRestWire = [...freeWire.released, ...recallWire];

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

  return [
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
      wire: [...retainedWire, "> STATUS ENQUIRY", "< RELEASE COMPLETE 81", ...releasedRestWire],
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
        await live.libpri.quiet();
        await cut(live, longCutMs);
        expect(await live.libpri.event("cc-response")).to.include({ cc, status: "timeout" });
      },
      wire: [...busyCallWire, "< SETUP ccbsRequest", "> CALL PROCEEDING"],
    },
  ];
}

/** The trunk is gone for so long, and both sides know; what is done meanwhile. */
async function cut({ gateway, libpri }: Live, ms: number, meanwhile: () => unknown = () => undefined): Promise<void> {
  await libpri.command("cut");
  await Promise.all([libpri.event("data-link-down"), gateway.link("down")]);
  await meanwhile();
  await sleep(ms);
  await libpri.command("restore");
  await Promise.all([libpri.event("data-link-up"), gateway.link("up")]);
  await libpri.quiet();
}
