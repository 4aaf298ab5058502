import { expect } from "chai";
import type { LineAdapter } from "../../../gateway/adapter.ts";
import { createSipLines, type SipLineSettings, sipLineTimes } from "../../../gateway/lines/sip.ts";
import type { Input } from "../../../src/seam.ts";
import { dialogInfo, regInfo, SipNotifier } from "../../peers/sip-notifier.ts";
import { Inbox } from "./inbox.ts";
import { phoneContext, type TestContext } from "./phone-context.ts";

const times = { ...sipLineTimes, againMs: [5], refusedMs: 20, leastMs: 5, connectAgainMs: [5] };
const idle = { registered: "unknown", calls: 0, ringingIn: 0, uses: 0, unseen: 0 };

describe("lines sip", () => {
  const cleanup: (() => unknown)[] = [];
  let inbox: Inbox;
  let context: TestContext;
  let adapter: LineAdapter;
  let notifier: SipNotifier;
  let server: { readonly host: string; readonly port: number };

  beforeEach(async () => {
    inbox = new Inbox();
    context = phoneContext(inbox);
    notifier = new SipNotifier();
    server = await notifier.start();
    cleanup.push(() => notifier.stop());
    notifier.first = (line, event, version) =>
      event === "dialog"
        ? dialogInfo(line, version, [])
        : regInfo(version, [{ id: "c", callId: "boot-1", event: "registered" }]);
  });
  afterEach(async () => {
    for (const clean of cleanup.splice(0).toReversed()) await clean();
  });

  async function start(more: Partial<SipLineSettings> = {}, own: Partial<typeof times> = {}): Promise<void> {
    const settings: SipLineSettings = {
      ...{ type: "sip", server, domain: "127.0.0.1", package: "dialog", registrations: false },
      ...{ user: "gateway", expiresS: 600, pace: 1000 },
      ...more,
    };
    const started = await createSipLines(settings, context, { ...times, ...own });
    adapter = started;
    cleanup.push(() => started.stop());
  }

  const next = async (): Promise<unknown> => {
    const input: Input = await inbox.next();
    return input.type === "line" ? input.snapshot : input;
  };
  /** Past the `lost` of a line that is watched before the connection stands. */
  const seen = async (): Promise<unknown> => {
    for (;;) {
      const snapshot = await next();
      if (snapshot !== "lost") return snapshot;
    }
  };
  const dialogs =
    (...all: Parameters<typeof dialogInfo>[2][number][]) =>
    (version: number) =>
      dialogInfo("1001", version, all);
  const changed =
    (...all: Parameters<typeof dialogInfo>[2][number][]) =>
    (version: number) =>
      dialogInfo("1001", version, all, "partial");

  it("tells what a line does from dialog documents, full and partial; ringing is no use", async () => {
    await start();
    adapter.watch("west/1001");
    expect(await seen()).to.deep.include(idle);
    notifier.notify("1001", "dialog", dialogs({ id: "a", state: "early", remote: "1002" }));
    expect(await next()).to.deep.include({
      ringingIn: 1,
      uses: 0,
      dialogs: [{ id: "a@x", direction: "recipient", state: "early", remote: "1002" }],
    });
    notifier.notify("1001", "dialog", changed({ id: "a", state: "confirmed" }));
    expect(await next()).to.deep.include({ calls: 1, ringingIn: 0, uses: 1 });
    notifier.notify("1001", "dialog", changed({ id: "b", direction: "initiator", state: "trying" }));
    expect(await next()).to.deep.include({ calls: 2, uses: 1 });
    notifier.notify("1001", "dialog", changed({ id: "a", state: "terminated" }, { id: "b", state: "terminated" }));
    expect(await next()).to.deep.include({ calls: 0, uses: 1, unseen: 0 });
    await notifier.until(({ answers }) => answers.length === 5);
    expect(new Set(notifier.answers)).to.deep.equal(new Set([200]));
  });

  it("S-28: an end without a beginning is unseen, told once; the first document tells no ends", async () => {
    await start();
    notifier.first = (line, _event, version) => dialogInfo(line, version, [{ id: "dummy", state: "terminated" }]);
    adapter.watch("west/1001");
    expect(await seen()).to.deep.include({ uses: 0, unseen: 0 });
    notifier.notify("1001", "dialog", dialogs({ id: "dummy", state: "terminated" }, { id: "x", state: "terminated" }));
    expect(await next()).to.deep.include({ uses: 0, unseen: 1 });
    notifier.notify("1001", "dialog", dialogs({ id: "x", state: "terminated" }));
    notifier.notify("1001", "dialog", dialogs({ id: "y", state: "early" }));
    expect(await next()).to.deep.include({ ringingIn: 1, unseen: 1 });
  });

  it("after a gap of versions the line is lost until a full document is there, which it asks for", async () => {
    await start();
    adapter.watch("west/1001");
    await seen();
    notifier.first = (line, _event, version) => dialogInfo(line, version + 8, [{ id: "z", state: "confirmed" }]);
    notifier.notify("1001", "dialog", dialogInfo("1001", 7, [{ id: "z", state: "early" }], "partial"));
    expect(await next()).to.equal("lost");
    expect(await next()).to.deep.include({ calls: 1 });
    expect(notifier.asked).to.deep.equal(["1001 dialog 600", "1001 dialog 600"]);
  });

  it("an old or repeated partial document changes nothing; a full one is taken whatever its version", async () => {
    await start();
    adapter.watch("west/1001");
    await seen();
    notifier.notify("1001", "dialog", dialogs({ id: "a", state: "confirmed" }));
    await next();
    const stale = { id: "a", state: "terminated" };
    notifier.notify("1001", "dialog", dialogInfo("1001", 0, [stale], "partial"));
    notifier.notify("1001", "dialog", dialogInfo("1001", 1, [stale], "partial"));
    notifier.notify("1001", "dialog", changed({ id: "b", state: "early" }));
    expect(await next()).to.deep.include({ calls: 1, ringingIn: 1 });
    notifier.notify("1001", "dialog", dialogInfo("1001", 0, []));
    expect(await next()).to.deep.include({ calls: 0, ringingIn: 0 });
  });

  it("one subscription a line; it ends when the line is no longer watched", async () => {
    await start();
    adapter.watch("west/1001");
    await seen();
    adapter.unwatch("west/1001");
    await notifier.until(({ asked }) => asked.length === 2);
    expect(notifier.asked).to.deep.equal(["1001 dialog 600", "1001 dialog 0"]);
    notifier.notify("1001", "dialog", dialogs({ id: "a", state: "confirmed" }), { state: "terminated" });
    await notifier.until(({ answers }) => answers.length === 2);
    expect(inbox.waiting).to.equal(0);
  });

  it("S-63, S-64: another Call-ID in reg is a reset; a contact that expires later is none", async () => {
    await start({ registrations: true });
    adapter.watch("west/1001");
    const first = (await seen()) as { epoch: number };
    expect(first).to.deep.include({ registered: "yes" });
    const two = { id: "d", callId: "boot-2", event: "created" };
    notifier.notify("1001", "reg", (version) => regInfo(version, [two], "partial"));
    const second = (await next()) as { epoch: number };
    expect(second.epoch).not.to.equal(first.epoch);
    const gone = { id: "c", callId: "boot-1", event: "expired", isActive: false };
    notifier.notify("1001", "reg", (version) => regInfo(version, [gone], "partial"));
    notifier.notify("1001", "reg", (version) => regInfo(version, [{ ...two, event: "refreshed" }]));
    notifier.notify("1001", "reg", (version) => regInfo(version, [{ ...two, event: "unregistered", isActive: false }]));
    expect(await next()).to.deep.include({ registered: "no", epoch: second.epoch });
  });

  it("reports nothing before every package has spoken", async () => {
    await start({ registrations: true });
    notifier.first = (line, event, version) => (event === "dialog" ? dialogInfo(line, version, []) : undefined);
    adapter.watch("west/1001");
    await notifier.until(({ answers }) => answers.length > 0);
    while (inbox.waiting > 0) expect(await next()).to.equal("lost");
    notifier.notify("1001", "reg", (version) => regInfo(version, [{ id: "c", callId: "boot-1", event: "registered" }]));
    expect(await next()).to.deep.include({ registered: "yes" });
  });

  it("presence is weaker: what may only ring counts as a call, and the snapshot says so", async () => {
    const pidf = (basic: string, activity: string) =>
      '<presence xmlns="urn:ietf:params:xml:ns:pidf" entity="sip:1001@x"><tuple id="t"><status>' +
      `<basic>${basic}</basic></status></tuple>` +
      `<person xmlns="urn:ietf:params:xml:ns:pidf:data-model"><activities>${activity}</activities>` +
      "</person></presence>";
    await start({ package: "presence" });
    notifier.first = () => pidf("open", "");
    adapter.watch("west/1001");
    expect(await seen()).to.deep.include({ registered: "yes", calls: 0, canDetectUse: false });
    notifier.notify("1001", "presence", pidf("open", "<on-the-phone/>"));
    expect(await next()).to.deep.include({ calls: 1, uses: 1, canDetectUse: false });
    notifier.notify("1001", "presence", pidf("closed", ""));
    expect(await next()).to.deep.include({ registered: "no", calls: 0 });
  });

  describe("subscriptions that fail", () => {
    it("423: asks again for as long as the cluster wants", async () => {
      await start({ expiresS: 30 });
      notifier.answer = ({ headers }) =>
        headers.get("expires") === "30" ? { status: 423, headers: ["Min-Expires: 90"] } : { status: 200 };
      adapter.watch("west/1001");
      expect(await seen()).to.deep.include(idle);
      expect(notifier.asked).to.deep.equal(["1001 dialog 30", "1001 dialog 90"]);
    });

    it("404: there is no such line", async () => {
      await start();
      notifier.answer = () => ({ status: 404 });
      adapter.watch("west/1999");
      expect(await seen()).to.equal("absent");
    });

    for (const [status, words] of [
      [489, "no event package dialog"],
      [403, "403 to SUBSCRIBE"],
    ] as const) {
      it(`${status}: the line is lost, the log says what to mend, and it is tried again later`, async () => {
        await start();
        adapter.watch("west/1001");
        notifier.answer = () => ({ status });
        await notifier.until(({ asked }) => asked.length === 1);
        expect(await next()).to.equal("lost");
        notifier.answer = () => ({ status: 200 });
        expect(await seen()).to.deep.include(idle);
        expect(context.warnings.join()).to.contain(words);
      });
    }

    it("a cluster without the package reg: resets are not seen, all else is, and the log says so once", async () => {
      await start({ registrations: true });
      notifier.answer = ({ headers }) => ({ status: headers.get("event") === "reg" ? 489 : 200 });
      adapter.watch("west/1001");
      expect(await seen()).to.deep.include({ ...idle, registered: "unknown" });
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(notifier.asked.filter((text) => text.includes("reg"))).to.have.length(1);
      expect(context.warnings.filter((text) => text.includes("no event package reg"))).to.have.length(1);
    });

    it("481 to a refresh: the line is lost and subscribed to anew", async () => {
      await start({ expiresS: 1 }, { refreshPart: 0.02 });
      let refused = false;
      notifier.answer = ({ headers }) => {
        const isRefresh = headers.get("to")?.includes("tag=") === true;
        if (!isRefresh || refused) return { status: 200 };
        refused = true;
        return { status: 481 };
      };
      adapter.watch("west/1001");
      await seen();
      expect(await next()).to.equal("lost");
      expect(await next()).to.deep.include(idle);
    });

    it("refreshes before the time is used up, in the same dialog", async () => {
      await start({ expiresS: 1 }, { refreshPart: 0.02 });
      adapter.watch("west/1001");
      await seen();
      await notifier.until(({ asked }) => asked.length >= 3);
      const calls = notifier.heard.filter(({ start }) => start.startsWith("SUBSCRIBE"));
      expect(new Set(calls.map(({ headers }) => headers.get("call-id"))).size).to.equal(1);
      expect(inbox.waiting).to.equal(0);
    });

    const ends = [
      ["deactivated", "lost"],
      ["timeout", "lost"],
      ["noresource", "absent"],
      ["rejected", "lost"],
    ] as const;
    for (const [reason, report] of ends) {
      it(`terminated, ${reason}: ${report}, and subscribed to anew`, async () => {
        await start();
        adapter.watch("west/1001");
        await seen();
        notifier.notify("1001", "dialog", "", { state: `terminated;reason=${reason}` });
        expect(await next()).to.equal(report);
        expect(await next()).to.deep.include(idle);
      });
    }

    it("a connection that breaks: lost, then everything is subscribed to anew", async () => {
      await start();
      adapter.watch("west/1001");
      adapter.watch("west/1002");
      await seen();
      await seen();
      notifier.disconnect();
      expect([await next(), await next()]).to.deep.equal(["lost", "lost"]);
      expect(await next()).to.deep.include(idle);
      expect(await next()).to.deep.include(idle);
      expect(context.warnings.join()).to.contain("connection to the lines is gone");
    });

    it("many lines are asked for at the pace that is set", async () => {
      await start({ pace: 100 });
      const before = performance.now();
      for (let line = 1000; line < 1030; line += 1) adapter.watch(`west/${line}`);
      await notifier.until(({ asked }) => asked.length === 30);
      expect(performance.now() - before).to.be.greaterThan(200);
    });
  });

  describe("hostile notifiers", () => {
    /** NOTIFYs that are none of ours are answered 481 and change nothing. */
    const strangers = [
      ["another Call-ID", { callId: "stranger@x" }],
      ["another tag", { toTag: "stranger" }],
    ] as const;
    for (const [name, more] of strangers) {
      it(`a NOTIFY with ${name}: 481, and nothing is believed`, async () => {
        await start();
        adapter.watch("west/1001");
        await seen();
        notifier.notify("1001", "dialog", dialogs({ id: "a", state: "confirmed" }), more);
        await notifier.until(({ answers }) => answers.length === 2);
        expect(notifier.answers).to.deep.equal([200, 481]);
        expect(inbox.waiting).to.equal(0);
      });
    }

    const wrong = [
      ["no XML", "hello"],
      ["an external entity", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><dialog-info>&x;</dialog-info>'],
      ["an entity bomb", '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><dialog-info>&y;</dialog-info>'],
      ["another document", "<presence xmlns='urn:ietf:params:xml:ns:pidf'/>"],
      ["another namespace", '<dialog-info xmlns="urn:x" version="1" state="full"/>'],
      ["a version that is none", dialogInfo("1001", 1, []).replace('version="1" state', 'version="-1" state')],
      ["a state that is none", dialogInfo("1001", 1, [{ id: "a", state: "exploded" }])],
      [
        "too many dialogs",
        dialogInfo(
          "1001",
          1,
          Array.from({ length: 65 }, (_, at) => ({ id: `d${at}`, state: "early" })),
        ),
      ],
    ] as const;
    for (const [name, body] of wrong) {
      it(`${name}: the line is lost, the log says why, and a full document is asked for`, async () => {
        await start();
        adapter.watch("west/1001");
        await seen();
        notifier.notify("1001", "dialog", body);
        expect(await next()).to.equal("lost");
        await notifier.until(({ asked }) => asked.length === 2);
        expect(context.warnings.join()).to.contain("passed over");
      });
    }

    it("a cluster that never says anything else is asked again later and later, not in a storm", async () => {
      await start({}, { againMs: [5, 60_000] });
      notifier.first = () => "hello";
      adapter.watch("west/1001");
      await notifier.until(({ asked }) => asked.length === 2);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(notifier.asked).to.have.length(2);
      while (inbox.waiting > 0) expect(await next()).to.equal("lost");
    });

    it("another event in a subscription: 489", async () => {
      await start();
      adapter.watch("west/1001");
      await seen();
      notifier.notify("1001", "dialog", dialogs({ id: "a", state: "confirmed" }), { event: "reg" });
      await notifier.until(({ answers }) => answers.length === 2);
      expect([notifier.answers, inbox.waiting]).to.deep.equal([[200, 489], 0]);
    });
  });
});
