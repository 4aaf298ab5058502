import { expect } from "chai";
import type { LineAdapter } from "../../gateway/adapter.ts";
import { createSipLines, type SipLineSettings, sipLineTimes } from "../../gateway/lines/sip.ts";
import type { LineReport, LineSnapshot } from "../../src/lines/line.ts";
import { Baresip } from "../peers/baresip.ts";
import { PresenceCluster } from "../peers/kamailio/presence.ts";
import { requirePeer } from "../peers/require.ts";
import { until } from "../until.ts";
import { Inbox } from "../unit/gateway/inbox.ts";
import { phoneContext } from "../unit/gateway/phone-context.ts";

/** What the adapter posted of each line, oldest first. */
class Reports {
  readonly all = new Map<string, LineReport[]>();
  readonly #looks = new Set<() => void>();

  take(line: string, report: LineReport): void {
    this.all.set(line, [...(this.all.get(line) ?? []), report]);
    for (const look of this.#looks) look();
  }

  last(line: string): LineReport | undefined {
    return this.all.get(line)?.at(-1);
  }

  /** Resolves with the report that `test` is true of, as the newest one. */
  async until(line: string, test: (report: LineSnapshot) => boolean): Promise<LineSnapshot> {
    return until(
      () => {
        const last = this.last(line);
        return typeof last === "object" && test(last) ? last : undefined;
      },
      (look) => {
        this.#looks.add(look);
        return () => this.#looks.delete(look);
      },
      { complaint: () => JSON.stringify(this.all.get(line)) },
    );
  }
}

describe("lines sip on kamailio 5.6 with baresip phones", () => {
  const cleanup: (() => unknown)[] = [];
  let cluster: PresenceCluster;
  let adapter: LineAdapter;
  let reports: Reports;
  let phones: ReadonlyMap<string, Baresip>;

  before(function () {
    requirePeer(this, "kamailio");
    requirePeer(this, "baresip");
  });

  beforeEach(async () => {
    cluster = await PresenceCluster.start();
    cleanup.push(() => cluster.stop());
    const started = new Map<string, Baresip>();
    for (const number of ["2001", "2002"]) {
      const phone = await Baresip.start(number, cluster.port);
      started.set(number, phone);
      cleanup.push(() => phone.stop());
    }
    phones = started;
    reports = new Reports();
    const settings: SipLineSettings = {
      ...{ type: "sip", server: { host: "127.0.0.1", port: cluster.port }, domain: "127.0.0.1", package: "dialog" },
      ...{ registrations: true, user: "gateway", expiresS: 600, pace: 50 },
    };
    const context = phoneContext(new Inbox());
    const post = (input: Parameters<typeof context.post>[0]) =>
      input.type === "line" && reports.take(input.line, input.snapshot);
    const times = { ...sipLineTimes, againMs: [200], connectAgainMs: [200] };
    adapter = await createSipLines(settings, { ...context, post }, times);
    cleanup.push(() => adapter.stop());
  });
  afterEach(async () => {
    for (const clean of cleanup.splice(0).toReversed()) await clean();
  });

  const phone = (number: string): Baresip => {
    const found = phones.get(number);
    if (found === undefined) throw new Error(`no phone ${number}`);
    return found;
  };
  const isIdle = ({ registered, calls, ringingIn }: LineSnapshot) =>
    registered === "yes" && calls === 0 && ringingIn === 0;

  async function talk(): Promise<void> {
    phone("2001").dial("2002");
    await phone("2002").event("CALL_INCOMING");
    phone("2002").answer();
    await phone("2001").event("CALL_ESTABLISHED");
  }

  it("S-27, S-28: ringing is no use, talking is; both ends of a call name it alike (R15)", async () => {
    adapter.watch("west/2001");
    adapter.watch("west/2002");
    expect(await reports.until("west/2002", isIdle)).to.include({ uses: 0 });
    phone("2001").dial("2002");
    await phone("2002").event("CALL_INCOMING");
    await reports.until("west/2002", ({ ringingIn }) => ringingIn === 1);
    phone("2001").hangUp();
    expect(await reports.until("west/2002", isIdle)).to.include({ uses: 0 });
    await talk();
    const [near, far] = await Promise.all([
      reports.until("west/2001", ({ calls, dialogs }) => calls === 1 && dialogs?.[0]?.state === "confirmed"),
      reports.until("west/2002", ({ calls }) => calls === 1),
    ]);
    expect(near.dialogs?.[0]).to.include({ direction: "initiator", remote: "2002" });
    expect(far.dialogs?.[0]).to.include({ direction: "recipient", remote: "2001", id: near.dialogs?.[0]?.id });
    phone("2002").hangUp();
    expect(await reports.until("west/2002", isIdle)).to.include({ uses: 1 });
  });

  it("S-63, S-64: a phone that starts anew is a reset, one that only refreshes is none", async () => {
    adapter.watch("west/2002");
    const before = await reports.until("west/2002", isIdle);
    await phone("2002").stop();
    await reports.until("west/2002", ({ registered }) => registered === "no");
    const again = await Baresip.start("2002", cluster.port);
    cleanup.push(() => again.stop());
    await reports.until("west/2002", (report) => isIdle(report) && report.epoch !== before.epoch);
  });

  it("kamailio restarted: lines are lost, then seen again as soon as they are there", async () => {
    adapter.watch("west/2002");
    const before = await reports.until("west/2002", isIdle);
    await cluster.kill();
    await until(
      () => (reports.last("west/2002") === "lost" ? true : undefined),
      (look) => {
        const timer = setInterval(look, 20);
        return () => clearInterval(timer);
      },
      { complaint: () => "the line is not lost" },
    );
    await cluster.launch();
    phone("2002").command("uareg", "60 0");
    const after = await reports.until("west/2002", isIdle);
    expect(after.epoch, "the phone itself was not reset").to.equal(before.epoch);
  });
});
