import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { createSipLines, sipLineTimes } from "../../gateway/lines/sip.ts";
import { createSipPhones, sipPhoneTimes } from "../../gateway/phones/sip.ts";
import { activatedScreen } from "../../src/users/screens.ts";
import { Baresip } from "../peers/baresip.ts";
import { PresenceCluster } from "../peers/kamailio/presence.ts";
import { requirePeer } from "../peers/require.ts";
import { Inbox } from "../unit/gateway/inbox.ts";
import { phoneContext } from "../unit/gateway/phone-context.ts";

/** A kamailio that wants to know who subscribes, sends messages and calls. */
describe("digest authentication of lines and phones sip, at kamailio 5.6", () => {
  const cleanup: (() => unknown)[] = [];
  let cluster: PresenceCluster;
  let folder: string;

  before(function () {
    for (const peer of ["kamailio", "baresip"] as const) requirePeer(this, peer);
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "qsig-digest-"));
    cleanup.push(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, "right"), "secret");
    await writeFile(join(folder, "wrong"), "guess");
    cluster = await PresenceCluster.start({ auth: true });
    cleanup.push(() => cluster.stop());
  });
  afterEach(async () => {
    for (const clean of cleanup.splice(0).toReversed()) await clean();
  });

  const access = (password?: "right" | "wrong") => ({
    type: "sip" as const,
    ...{ server: { host: "127.0.0.1", port: cluster.port }, domain: "127.0.0.1", user: "gateway" },
    ...(password === undefined ? {} : { passwordFile: join(folder, password) }),
  });

  async function lines(password?: "right" | "wrong") {
    const inbox = new Inbox();
    const context = phoneContext(inbox);
    const settings = { ...access(password), package: "dialog", registrations: false, expiresS: 10, pace: 50 } as const;
    // Refreshed after a second: in a dialog a challenge comes anew.
    const adapter = await createSipLines(settings, context, { ...sipLineTimes, refreshPart: 0.1 });
    cleanup.push(() => adapter.stop());
    return { inbox, context, adapter };
  }

  it("lines: subscribes with the password, and refreshes", async () => {
    const { inbox, context, adapter } = await lines("right");
    adapter.watch("west/2001");
    expect(await inbox.next()).to.deep.include({ type: "line", line: "west/2001" });
    while (!cluster.log.includes("showed who it is in a dialog")) await sleep(20);
    expect([inbox.waiting, context.warnings], "nothing was lost at the refresh").to.deep.equal([0, []]);
  });

  for (const password of ["wrong", undefined] as const) {
    it(`lines: with ${password ?? "no"} password the line is lost, and the log says what to mend`, async () => {
      const { inbox, context, adapter } = await lines(password);
      adapter.watch("west/2001");
      expect(await inbox.next()).to.deep.equal({ type: "line", line: "west/2001", snapshot: "lost" });
      expect(context.warnings).to.deep.equal(["407 to SUBSCRIBE dialog: mend the cluster or lines"]);
    });
  }

  it("phones: tells by MESSAGE and calls with the password, and without it says why not", async () => {
    const phone = await Baresip.start("2001", cluster.port);
    cleanup.push(() => phone.stop());
    for (const [password, reason] of [
      ["right", undefined],
      ["wrong", "407"],
    ] as const) {
      const inbox = new Inbox();
      const settings = { ...access(password), ring: true } as const;
      const adapter = await createSipPhones(settings, phoneContext(inbox), sipPhoneTimes);
      cleanup.push(() => adapter.stop());
      adapter.notify(1, "west/2001", activatedScreen("2002"), false);
      const told = await inbox.next();
      adapter.placeCall(2, "west/2001", "2002", "r1");
      if (reason === undefined) {
        await phone.event("CALL_INCOMING");
        phone.answer();
      }
      const placed = await inbox.next();
      for (const done of [told, placed]) {
        expect(done).to.deep.include({ type: "done", ok: reason === undefined });
        if (reason !== undefined) expect(JSON.stringify(done)).to.contain(reason);
      }
    }
  });
});
