import { expect } from "chai";
import { join } from "node:path";
import { requirePeer } from "../peers/require.ts";
import { root } from "../root.ts";
import { Captures } from "./captures.ts";
import { type TrunkSettings, TwoTrunks } from "./two-trunks.ts";

type Settings = { readonly west?: TrunkSettings; readonly east?: TrunkSettings };

/** The gateway as a transit PINX between two living libpri. */
describe("relay between two libpri", () => {
  before(function () {
    requirePeer(this, "libpri");
  });

  const captures = new Captures(join(root, "build/captures/relay"));

  const between = async (
    name: string,
    settings: Settings,
    run: (trunks: TwoTrunks) => Promise<void>,
  ): Promise<void> => {
    const trunks = await TwoTrunks.start(settings);
    try {
      await run(trunks).catch((error: unknown) => {
        const carried = (["west", "east"] as const).map((side) => `${side}:\n  ${trunks.wire(side).join("\n  ")}`);
        throw new Error(`${error instanceof Error ? error.message : String(error)}\n${carried.join("\n")}`);
      });
    } finally {
      for (const side of ["west", "east"] as const) captures.add(`${name}-${side}`, trunks[side].frames);
      await trunks.stop();
    }
  };

  it("relays a number digit by digit where only the called side knows its length (R29)", () =>
    between("overlap", { east: { numbers: "2*" } }, async (trunks) => {
      const { west, east } = trunks;
      await east.command("overlap", 1);
      await east.command("autoproceed", 0);
      const { call } = await west.command("call", 1001, 20, 1, "complete=0");
      const ring = await east.event("ring");
      expect(ring.to).to.equal("20");
      await east.command("more", ring.call);
      await west.event("setup-ack");
      for (const digit of ["0", "1"]) {
        await west.command("digit", call, digit);
        expect(await east.event("information")).to.include({ digits: digit });
      }
      await east.command("proceed", ring.call);
      await west.event("proceeding");
      await east.command("answer", ring.call);
      await west.event("answer");
      await west.command("hangup", call, 16);
      await east.event("hangup-request");
      await trunks.quiet();
      const dialled = ["< SETUP", "> SETUP ACKNOWLEDGE", "< INFORMATION", "< INFORMATION", "> CALL PROCEEDING"];
      expect(trunks.wire("west").slice(0, dialled.length)).to.deep.equal(dialled);
      expect(trunks.wire("east").slice(0, dialled.length)).to.deep.equal([
        "> SETUP",
        "< SETUP ACKNOWLEDGE",
        "> INFORMATION",
        "> INFORMATION",
        "< CALL PROCEEDING",
      ]);
    }));

  it("collects the digits of a number whose length it knows, and sends it en bloc (R29)", () =>
    between("collected", {}, async (trunks) => {
      const { west, east } = trunks;
      const { call } = await west.command("call", 1001, 20, 1, "complete=0");
      await west.event("setup-ack");
      for (const digit of ["0", "1"]) await west.command("digit", call, digit);
      const ring = await east.event("ring");
      expect(ring).to.include({ from: "1001", to: "2001" });
      await west.event("proceeding");
      await east.command("hangup", ring.call, 17);
      expect(await west.event("hangup-request")).to.include({ cause: 17 });
      await trunks.quiet();
      expect(trunks.wire("east")[0]).to.equal("> SETUP");
      expect(trunks.wire("west")).to.include.members(["> DISCONNECT 17"]);
    }));

  const wired: Settings = { west: { more: "media: through" }, east: { more: "media: through" } };
  for (const [from, to] of [
    ["west", "east"],
    ["east", "west"],
  ] as const) {
    it(`relays a RESTART of ${from} where two trunks are wired through: the call of its channel is gone (R18)`, () =>
      between(`restart-${from}`, wired, async (trunks) => {
        const { west, east } = trunks;
        const calls: { readonly west: number; readonly east: number; readonly channel: number }[] = [];
        for (const called of [2001, 2002]) {
          const { call } = await west.command("call", 1001, called, calls.length + 1);
          const ring = await east.event("ring", { where: ({ to: number }) => number === String(called) });
          await east.command("answer", ring.call, ring.channel);
          await west.event("answer", { where: (event) => event.call === call });
          calls.push({ west: call, east: ring.call, channel: ring.channel });
        }
        const [gone, standing] = calls;
        if (gone === undefined || standing === undefined) return expect.fail("two calls");
        const { channel } = gone;
        expect(standing.channel).not.to.equal(channel);
        await trunks[from].command("restart", channel);
        expect(await trunks[to].event("restart")).to.include({ channel });
        expect(await trunks[from].event("restart-ack")).to.include({ channel });
        await trunks.quiet();
        const carried = (side: "west" | "east") => trunks.wire(side).filter((line) => line.includes("RESTART"));
        expect(carried(from)).to.deep.equal(["< RESTART", "> RESTART ACKNOWLEDGE"]);
        expect(carried(to)).to.deep.equal(["> RESTART", "< RESTART ACKNOWLEDGE"]);
        // Of the call on it the gateway knows nothing any more; the other one stands, and is cleared as calls are.
        for (const side of ["west", "east"] as const) {
          await trunks[side].command("hangup", gone[side], 16);
          await trunks.quiet();
          expect(trunks.wire(side).slice(-2)).to.deep.equal(["< DISCONNECT 16", "> RELEASE COMPLETE 81"]);
        }
        await west.command("hangup", standing.west, 16);
        expect(await east.event("hangup-request")).to.include({ call: standing.east, cause: 16 });
        await trunks.quiet();
      }));
  }

  describe("tshark", () => {
    it("reads every frame the gateway sent as we meant it", async function () {
      requirePeer(this, "tshark");
      expect(await captures.objections()).to.deep.equal([]);
    });
  });
});
