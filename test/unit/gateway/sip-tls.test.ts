import { expect } from "chai";
import type { TlsConfig } from "../../../src/config.ts";
import { createSipLines, type SipLineSettings, sipLineTimes } from "../../../gateway/lines/sip.ts";
import { createSipPhones, type SipPhoneSettings, sipPhoneTimes } from "../../../gateway/phones/sip.ts";
import { activatedScreen } from "../../../src/users/screens.ts";
import { dialogInfo, SipNotifier } from "../../peers/sip-notifier.ts";
import { Files, type Issued, issue, issueAuthority } from "../tls/pki.ts";
import { Inbox } from "./inbox.ts";
import { phoneContext, type TestContext } from "./phone-context.ts";

describe("lines and phones of type sip over TLS", () => {
  const files = new Files();
  const cleanup: (() => unknown)[] = [];
  let ca: Issued;
  let tls: TlsConfig;
  let inbox: Inbox;
  let context: TestContext;
  let server: { readonly host: string; readonly port: number };
  let notifier: SipNotifier;

  before(async () => {
    ca = await issueAuthority("test CA");
    const own = await issue("gateway.example", ca);
    tls = files.config("gateway", own, [ca], { allowedNames: ["cluster.example"] });
  });
  after(() => files.remove());

  beforeEach(() => {
    inbox = new Inbox();
    context = phoneContext(inbox);
  });
  afterEach(async () => {
    for (const clean of cleanup.splice(0).toReversed()) await clean();
  });

  /** A cluster that shows this certificate. */
  async function cluster(identity: Issued): Promise<void> {
    notifier = new SipNotifier({ cert: identity.pem, key: identity.keyPem, ca: ca.pem });
    notifier.first = (line, _event, version) => dialogInfo(line, version, []);
    server = await notifier.start();
    const started = notifier;
    cleanup.push(() => started.stop());
  }

  async function watch(): Promise<unknown> {
    const settings: SipLineSettings = {
      ...{ type: "sip", server, domain: "cluster.example", package: "dialog", registrations: false },
      ...{ user: "gateway", expiresS: 600, pace: 50, tls },
    };
    const adapter = await createSipLines(settings, context, { ...sipLineTimes, connectAgainMs: [60_000] });
    cleanup.push(() => adapter.stop());
    adapter.watch("west/1001");
    const input = await inbox.next();
    return input.type === "line" ? input.snapshot : input;
  }

  it("subscribes and is told", async () => {
    await cluster(await issue("cluster.example", ca));
    expect(await watch()).to.include({ calls: 0 });
    expect(notifier.heard[0]?.headers.get("via")).to.match(/^SIP\/2\.0\/TLS /);
  });

  it("a cluster of another name or CA: nothing is said to it, the line is lost, the log says why", async () => {
    const stranger = await issueAuthority("another CA");
    for (const identity of [await issue("other.example", ca), await issue("cluster.example", stranger)]) {
      await cluster(identity);
      expect(await watch()).to.equal("lost");
      expect(notifier.heard).to.deep.equal([]);
      expect(context.warnings.join()).to.contain("certificate");
    }
  });

  it("sends the screens of phones", async () => {
    await cluster(await issue("cluster.example", ca));
    const settings: SipPhoneSettings = {
      ...{ type: "sip", server, domain: "cluster.example", user: "callback", ring: false, tls },
    };
    const adapter = await createSipPhones(settings, context, sipPhoneTimes);
    cleanup.push(() => adapter.stop());
    adapter.notify(1, "west/1001", activatedScreen("2001"), false);
    expect(await inbox.next()).to.deep.equal({ type: "done", of: 1, ok: true });
    expect(notifier.heard[0]?.body).to.contain("CallBack is activated on 2001");
  });
});
