import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { StoredOriginating } from "../../../src/completion/record.ts";
import { reasons } from "../../../src/users/reasons.ts";
import type { Screen } from "../../../src/users/screen.ts";
import { activatedScreen, availableScreen, noticeScreen, replaceScreen } from "../../../src/users/screens.ts";
import { CiscoRig, hosts } from "./cisco-rig.ts";

const atMs = Date.UTC(2026, 0, 2, 3, 4);

describe("phones cisco", () => {
  let rig: CiscoRig;
  beforeEach(() => {
    rig = new CiscoRig();
  });
  afterEach(() => rig.stop());

  /** Every screen the core can send, and the keys it has by position on a 7970 and on a newer phone. */
  const screens: readonly (readonly [string, Screen, Record<number, string>, Record<number, string>])[] = [
    ["S-15 activated", activatedScreen("2001"), { 2: "Cancel", 3: "Exit" }, { 1: "Exit", 2: "Cancel" }],
    [
      "S-18 available",
      availableScreen("2001", atMs, 0),
      { 1: "Dial", 2: "Cancel", 3: "Exit" },
      { 1: "Exit", 2: "Cancel", 3: "Dial" },
    ],
    [
      "S-87 in German",
      availableScreen("2001", atMs, 0, "de"),
      { 1: "Wählen", 2: "Löschen", 3: "Beenden" },
      { 1: "Beenden", 2: "Löschen", 3: "Wählen" },
    ],
    ["S-08 replace", replaceScreen("2001", "2002"), { 3: "Exit" }, { 1: "Exit" }],
    ...Object.keys(reasons).map((reason) => {
      const screen = noticeScreen(reason as keyof typeof reasons, "2001");
      const few: Record<number, string> = { 3: "Exit" };
      const all: Record<number, string> = { 1: "Dial", 2: "Cancel", 3: "Exit" };
      const isDial = screen.keys.length === 3;
      return [
        `notice ${reason}`,
        screen,
        isDial ? all : few,
        isDial ? { 1: "Exit", 2: "Cancel", 3: "Dial" } : { 1: "Exit" },
      ] as const;
    }),
  ];
  for (const [name, screen, on79xx, onOthers] of screens) {
    it(`${name}: drawn with its lines and its keys where the model has them`, async () => {
      for (const [model, keys] of [
        ["7970", on79xx],
        ["8841", onOthers],
      ] as const) {
        const one = await rig.phone();
        await rig.start(one.address, model);
        expect(await rig.show(screen)).to.deep.equal({ type: "done", of: 1, ok: true });
        await one.until(({ screen: now }) => now !== null);
        expect(one.screen?.lines).to.deep.equal(screen.lines);
        expect(Object.fromEntries([...(one.screen?.keys ?? [])].map(([at, key]) => [at, key.name]))).to.deep.equal(
          keys,
        );
        expect(one.faults).to.deep.equal([]);
        await one.stop();
      }
    });
  }

  it("S-25: plays the configured file with the screen, which we serve as mu-law too", async () => {
    const one = await rig.phone();
    await rig.start(one.address);
    await rig.show(availableScreen("2001", atMs, 0), true);
    await one.until(({ played, screen }) => played.length > 0 && screen !== null);
    expect(one.played).to.deep.equal(["CallBack.raw"]);
    const answer = await fetch(`${rig.url}/CallBack.raw`);
    expect(answer.headers.get("content-type")).to.equal("audio/basic");
    expect((await answer.arrayBuffer()).byteLength).to.be.greaterThan(4_000);
  });

  it("takes the screen away", async () => {
    const one = await rig.phone();
    await rig.start(one.address);
    await rig.show(activatedScreen("2001"));
    await one.until(({ screen }) => screen !== null);
    await rig.show(null);
    await one.until(({ screen }) => screen === null);
  });

  it("S-23, S-24: Cancel and Dial are told to the core; Dial then calls", async () => {
    const one = await rig.phone();
    await rig.start(one.address);
    await rig.show(availableScreen("2001", atMs, 0));
    await one.until(({ screen }) => screen !== null);
    const pressed = one.press("Dial");
    expect(await rig.inbox.next()).to.deep.equal({ type: "user", user: "west/1001", press: { key: "dial" } });
    rig.adapter.placeCall(2, "west/1001", "2001", "r1");
    expect(await rig.inbox.next()).to.deep.equal({ type: "done", of: 2, ok: true });
    await pressed;
    await one.until(({ dialled }) => dialled.length > 0);
    expect(one.dialled).to.deep.equal(["2001"]);
    void one.press("Cancel").catch(() => {});
    expect(await rig.inbox.next()).to.deep.include({ press: { key: "cancel" } });
  });

  it("S-22: Exit is the phone's own, the gateway hears nothing", async () => {
    const one = await rig.phone();
    await rig.start(one.address);
    await rig.show(activatedScreen("2001"));
    await one.until(({ screen }) => screen !== null);
    await one.press("Exit");
    expect([one.screen, rig.inbox.waiting]).to.deep.equal([null, 0]);
  });

  it("answers a key with the screen that came of it, in the same breath", async () => {
    const one = await rig.phone();
    await rig.start(one.address);
    await rig.show(activatedScreen("2001"));
    await one.until(({ screen }) => screen !== null);
    const { pushes } = one;
    const pressed = one.press("Cancel");
    await rig.inbox.next();
    await rig.show(noticeScreen("cancelledByPeer", "2001"));
    await pressed;
    expect(one.screen?.lines[0]).to.equal("CallBack on 2001 was cancelled by the other side");
    expect(one.pushes).to.equal(pushes);
  });

  it("S-26: a key of a screen that is gone says Key Is Not Active", async () => {
    const one = await rig.phone();
    await rig.start(one.address);
    await rig.show(activatedScreen("2001"));
    await one.until(({ screen }) => screen !== null);
    const stale = one.screen?.keys.get(2)?.url ?? "";
    await rig.show(availableScreen("2001", atMs, 0));
    expect(await one.open(stale)).to.equal(404);
    expect(one.screen?.lines).to.deep.equal(["Key Is Not Active"]);
    expect(rig.inbox.waiting).to.equal(0);
  });

  describe("the phone service", () => {
    it("asks for the last failed call, and for a number; the phone is known by its address", async () => {
      const one = await rig.phone();
      await rig.start(one.address);
      const asked = one.open(`${rig.url}/phones/callback`);
      expect(await rig.inbox.next()).to.deep.equal({ type: "user", user: "west/1001", press: { key: "callBack" } });
      await rig.show(activatedScreen("2001"));
      expect([await asked, one.screen?.lines[0]]).to.deep.equal([200, "CallBack is activated on 2001"]);
      void one.open(`${rig.url}/phones/callback?to=2002`);
      expect(await rig.inbox.next()).to.deep.include({ press: { key: "callBack", to: "2002" } });
    });

    it("has a menu with own requests, and asks for a number", async () => {
      const one = await rig.phone();
      await rig.start(one.address);
      rig.context.own.push({ role: "originating", user: "west/1001", to: "2003" } as unknown as StoredOriginating);
      await one.open(`${rig.url}/phones/menu`);
      expect(one.screen?.menu.map(({ name }) => name)).to.deep.equal(["CallBack", "CallBack ...", "CallBack 2003"]);
      const [, number, own] = one.screen?.menu ?? [];
      await one.open(number?.url ?? "");
      expect(one.screen?.input?.parameter).to.equal("to");
      void one.open(own?.url ?? "");
      expect(await rig.inbox.next()).to.deep.include({ press: { key: "callBack", to: "2003" } });
      expect(one.faults).to.deep.equal([]);
    });

    it("refuses who is no configured phone, a line of another phone, and what is no number", async () => {
      const [one, other] = [await rig.phone(), await rig.phone({ host: hosts[1] })];
      await rig.start(one.address, "7970", {
        phones: [
          { number: "1001", address: one.address, model: "7970" },
          { number: "1002", address: other.address, model: "7970" },
        ],
      });
      expect((await fetch(`${rig.url}/phones/callback`)).status).to.equal(403);
      expect(await one.open(`${rig.url}/phones/callback?number=1002`)).to.equal(403);
      expect(await one.open(`${rig.url}/phones/callback?to=${encodeURIComponent("20 01")}`)).to.equal(400);
      expect(rig.inbox.waiting).to.equal(0);
      expect(rig.context.warnings).to.have.length(3);
    });
  });

  describe("authentication", () => {
    const secret = { user: "qsig", password: "s3cret:word" };
    for (const scheme of ["basic", "digest"] as const) {
      it(`${scheme}: the phone takes the right password and refuses the wrong one for good`, async () => {
        const folder = await mkdtemp(join(tmpdir(), "qsig-phones-"));
        rig.cleanup.push(() => rm(folder, { recursive: true }));
        const passwordFile = join(folder, "password");
        await writeFile(passwordFile, `${secret.password}\n`);
        const one = await rig.phone({ authentication: scheme, ...secret });
        await rig.start(one.address, "7970", { authentication: scheme, user: secret.user, passwordFile });
        expect(await rig.show(activatedScreen("2001"))).to.include({ ok: true });
        await writeFile(passwordFile, "wrong\n");
        await rig.adapter.stop();
        await rig.start(one.address, "7970", { authentication: scheme, user: secret.user, passwordFile });
        const { pushes } = one;
        const done = await rig.show(activatedScreen("2001"));
        expect(done).to.include({ ok: false });
        expect(done.type === "done" ? done.reason : "").to.contain("user and password");
        expect(one.pushes - pushes).to.equal(scheme === "basic" ? 1 : 2);
      });
    }

    it("says which file it needs where the password cannot be read", async () => {
      const one = await rig.phone();
      const settings = { authentication: "basic", user: "qsig", passwordFile: "/nowhere/password" } as const;
      const failure = await rig.start(one.address, "7970", settings).catch((error: Error) => error);
      expect(String(failure)).to.contain("/nowhere/password");
    });
  });
});
