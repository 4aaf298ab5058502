import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import net from "node:net";
import { expect } from "chai";
import type { LineAdapter, PhoneAdapter, PhoneContext, TrunkAdapter } from "../../../gateway/adapter.ts";
import { DemoCluster } from "../../../src/pbx/cluster.ts";
import { withSite } from "../../../gateway/demo/demo.ts";
import { DemoSite } from "../../../gateway/demo/site.ts";
import { httpLimits } from "../../../gateway/http/server.ts";
import { createHttpLines } from "../../../gateway/lines/http.ts";
import { boardLimits } from "../../../gateway/lines/http/board.ts";
import { type Registry, registry } from "../../../gateway/registry.ts";
import { lapdTrunk } from "../../../gateway/trunks/lapd.ts";
import type { Input } from "../../../src/seam.ts";
import { CiscoPhone } from "../../peers/cisco-phone.ts";
import { LineFeeder } from "../../peers/line-feeder.ts";
import { dialogInfo, SipNotifier } from "../../peers/sip-notifier.ts";
import { WebhookReceiver } from "../../peers/webhook-receiver.ts";
import { Inbox } from "./inbox.ts";
import { phoneContext } from "./phone-context.ts";

/** One adapter made for the test, and what it posts. */
interface Bench<Adapter> {
  readonly adapter: Adapter;
  readonly inbox: Inbox;
}
type Make<Adapter> = (cleanup: (() => unknown)[]) => Promise<Bench<Adapter>>;
/** A type that is new in the registry does not compile until it has a bench here. */
type Benches<Kind extends keyof Registry, Adapter> = { readonly [Type in keyof Registry[Kind]]-?: Make<Adapter> };

const context: (inbox: Inbox) => PhoneContext = phoneContext;

const site = () => new DemoSite(new DemoCluster("west", [{ number: "1001", name: "Anna Berg" }], 1));

const secret = "sixteen octets at least";

async function secretFile(cleanup: (() => unknown)[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "qsig-contract-"));
  cleanup.push(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "secret"), secret);
  return join(folder, "secret");
}

/** A demo cluster learns where to post from its trunk, so that is made first. */
async function demo(inbox: Inbox) {
  const types = withSite(site());
  const trunk = await types.trunks.demo?.({ type: "demo" }, context(inbox));
  const lines = await types.lines.demo?.({ type: "demo" }, context(inbox));
  const phones = await types.phones.demo?.({ type: "demo" }, context(inbox));
  if (trunk === undefined || lines === undefined || phones === undefined) throw new Error("the demo lacks an adapter");
  return { trunk, lines, phones };
}

const trunks: Benches<"trunks", TrunkAdapter> = {
  demo: async () => {
    const inbox = new Inbox();
    return { adapter: (await demo(inbox)).trunk, inbox };
  },
  h323: async (cleanup) => {
    const peers = [{ host: "127.0.0.1", port: 1720 }];
    const listen = { host: "127.0.0.1", port: 0 };
    const far = await registry.trunks.h323?.({ type: "h323", listen, peers }, context(new Inbox()));
    if (far === undefined) throw new Error("h323 is not in the registry");
    cleanup.push(() => far.stop());
    const inbox = new Inbox();
    const peer = { host: "127.0.0.1", port: Number(far.address?.split(":")[1]) };
    const adapter = await registry.trunks.h323?.({ type: "h323", peers: [peer] }, context(inbox));
    if (adapter === undefined) throw new Error("h323 is not in the registry");
    return { adapter, inbox };
  },
  iua: async (cleanup) => {
    const bind = { host: "127.0.0.1", port: 0 };
    const both = { type: "iua", transport: "udp", bind, sctpPort: 9900, interfaceIdentifiers: [1], t309Ms: 0 } as const;
    const far = await registry.trunks.iua?.({ ...both, role: "sg", side: "network" }, context(new Inbox()));
    if (far === undefined) throw new Error("iua is not in the registry");
    cleanup.push(() => far.stop());
    const inbox = new Inbox();
    const peer = { host: "127.0.0.1", port: Number(far.address?.split(":")[1]) };
    const adapter = await registry.trunks.iua?.({ ...both, role: "asp", side: "user", peer }, context(inbox));
    if (adapter === undefined) throw new Error("iua is not in the registry");
    return { adapter, inbox };
  },
  sip: async (cleanup) => {
    const server = net.createServer((socket) => socket.resume());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    cleanup.push(() => server.close());
    const inbox = new Inbox();
    const servers = [{ host: "127.0.0.1", port: (server.address() as net.AddressInfo).port }];
    const own = {
      profile: "plain",
      domain: "pbx.example",
      cisSdp: "none",
      assertedIdentity: true,
    } as const;
    const adapter = await registry.trunks.sip?.({ type: "sip", servers, ...own, t309Ms: 0 }, context(inbox));
    if (adapter === undefined) throw new Error("sip is not in the registry");
    return { adapter, inbox };
  },
  lapd: async (cleanup) => {
    const far = await lapdTrunk(
      { type: "lapd", role: "listen", host: "127.0.0.1", port: 0, side: "network", t309Ms: 0 },
      context(new Inbox()),
    );
    cleanup.push(() => far.stop());
    const inbox = new Inbox();
    const port = Number(far.address?.split(":")[1]);
    const settings = { type: "lapd", role: "connect", host: "127.0.0.1", port, side: "user", t309Ms: 0 } as const;
    const adapter = await registry.trunks.lapd?.(settings, context(inbox));
    if (adapter === undefined) throw new Error("lapd is not in the registry");
    return { adapter, inbox };
  },
};
const lines: Benches<"lines", LineAdapter> = {
  sip: async (cleanup) => {
    const inbox = new Inbox();
    const notifier = new SipNotifier();
    notifier.first = (line, _event, version) => dialogInfo(line, version, []);
    notifier.answer = ({ headers }) => ({ status: headers.get("to")?.includes("1999") === true ? 404 : 200 });
    const server = await notifier.start();
    cleanup.push(() => notifier.stop());
    const own = {
      domain: "127.0.0.1",
      package: "dialog",
      registrations: false,
      user: "g",
      expiresS: 60,
      pace: 50,
    } as const;
    const adapter = await registry.lines.sip?.({ type: "sip", server, ...own }, context(inbox));
    if (adapter === undefined) throw new Error("sip is not in the registry");
    return { adapter, inbox };
  },
  http: async (cleanup) => {
    const inbox = new Inbox();
    const tokenFile = await secretFile(cleanup);
    const settings = { type: "http", bind: { host: "127.0.0.1", port: 0 }, tokenFile, silenceMs: 60_000 } as const;
    const adapter = await createHttpLines(settings, context(inbox), { http: httpLimits, board: boardLimits });
    const feeder = await LineFeeder.connect(adapter.url, secret);
    cleanup.push(() => feeder.close());
    feeder.answers.set("1001", {}).set("1999", { exists: false });
    return { adapter, inbox };
  },
  demo: async () => {
    const inbox = new Inbox();
    return { adapter: (await demo(inbox)).lines, inbox };
  },
};
const phones: Benches<"phones", PhoneAdapter> = {
  sip: async (cleanup) => {
    const inbox = new Inbox();
    const cluster = new SipNotifier();
    const isKnown = (to = "") => !to.includes("1999");
    cluster.answer = ({ start, headers }) => {
      if (start.startsWith("INVITE")) return { status: 486 };
      return { status: isKnown(headers.get("to")) ? 200 : 404 };
    };
    const server = await cluster.start();
    cleanup.push(() => cluster.stop());
    const settings = { type: "sip", server, domain: "127.0.0.1", user: "callback", ring: true } as const;
    const adapter = await registry.phones.sip?.(settings, context(inbox));
    if (adapter === undefined) throw new Error("sip is not in the registry");
    return { adapter, inbox };
  },
  webhook: async (cleanup) => {
    const inbox = new Inbox();
    const keyFile = await secretFile(cleanup);
    const receiver = new WebhookReceiver(secret);
    const url = await receiver.start();
    cleanup.push(() => receiver.stop());
    const bind = { host: "127.0.0.1", port: 0 };
    const settings = { type: "webhook", url, keyFile, bind, linkLifeMs: 60_000 } as const;
    const adapter = await registry.phones.webhook?.(settings, context(inbox));
    if (adapter === undefined) throw new Error("webhook is not in the registry");
    return { adapter, inbox };
  },
  cisco: async (cleanup) => {
    const inbox = new Inbox();
    const phone = await CiscoPhone.start();
    cleanup.push(() => phone.stop());
    const own = { number: "1001", address: phone.address, model: "7970" };
    const bind = { host: "127.0.0.1", port: 0 };
    const settings = { type: "cisco", bind, authentication: "none", audioFile: "a.raw", phones: [own] } as const;
    const adapter = await registry.phones.cisco?.(settings, context(inbox));
    if (adapter === undefined) throw new Error("cisco is not in the registry");
    return { adapter, inbox };
  },
  demo: async () => {
    const inbox = new Inbox();
    return { adapter: (await demo(inbox)).phones, inbox };
  },
};

/** Everything that was posted once the event loop came round a few times. */
async function rest(inbox: Inbox): Promise<Input[]> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  const inputs: Input[] = [];
  while (inbox.waiting > 0) inputs.push(await inbox.next());
  return inputs;
}

/** So many inputs `done`, and none besides. */
async function answers(inbox: Inbox, count: number) {
  const all: Extract<Input, { type: "done" }>[] = [];
  const take = (input: Input) => void (input.type === "done" && all.push(input));
  while (all.length < count) take(await inbox.next());
  for (const input of await rest(inbox)) take(input);
  return all;
}

function suite<Adapter extends { stop(): Promise<void> }>(
  kind: string,
  benches: Readonly<Record<string, Make<Adapter>>>,
  tests: (bench: () => Bench<Adapter>) => void,
): void {
  for (const [type, make] of Object.entries(benches)) {
    describe(`${kind} ${type} keeps the contract of ${kind}`, () => {
      const cleanup: (() => unknown)[] = [];
      let bench: Bench<Adapter>;
      beforeEach(async () => {
        bench = await make(cleanup);
      });
      afterEach(async () => {
        await bench.adapter.stop();
        for (const clean of cleanup.splice(0)) await clean();
      });
      tests(() => bench);
    });
  }
}

const pdu = { carrier: "lapd", octets: Uint8Array.of(0, 1, 0x7f) } as const;

suite("trunks", trunks, (bench) => {
  it("answers open by one opened, and close by one closed with the reason it was given", async () => {
    const { adapter, inbox } = bench();
    adapter.open("c1");
    expect(await inbox.next()).to.deep.equal({ type: "opened", trunk: "west", channel: "c1", by: "us" });
    adapter.close("c1", "enough");
    expect(await inbox.next()).to.deep.equal({ type: "closed", trunk: "west", channel: "c1", reason: "enough" });
    expect(await rest(inbox)).to.deep.equal([]);
  });

  it("says nothing to a channel that is gone or never was", async () => {
    const { adapter, inbox } = bench();
    adapter.send("c9", pdu);
    adapter.close("c9", "never there");
    adapter.open("c1");
    await inbox.next();
    adapter.close("c1", "once");
    await inbox.next();
    adapter.send("c1", pdu);
    adapter.close("c1", "twice");
    expect(await rest(inbox)).to.deep.equal([]);
  });

  it("posts nothing once it was stopped", async () => {
    const { adapter, inbox } = bench();
    adapter.open("c1");
    await inbox.next();
    await adapter.stop();
    expect(await rest(inbox)).to.deep.equal([]);
  });
});

suite("lines", lines, (bench) => {
  it("posts the whole snapshot of a line at once when it is watched", async () => {
    const { adapter, inbox } = bench();
    adapter.watch("west/1001");
    const input = await inbox.next();
    expect(input).to.include({ type: "line", line: "west/1001" });
    const snapshot = input.type === "line" ? input.snapshot : "lost";
    expect(snapshot).to.include.keys("registered", "calls", "ringingIn", "offhook", "dnd", "forward", "uses", "epoch");
  });

  it("says so of a line that the cluster has not", async () => {
    const { adapter, inbox } = bench();
    adapter.watch("west/1999");
    expect(await inbox.next()).to.deep.equal({ type: "line", line: "west/1999", snapshot: "absent" });
  });

  it("takes unwatch for a line it does not watch, and posts nothing once it was stopped", async () => {
    const { adapter, inbox } = bench();
    adapter.unwatch("west/1001");
    await adapter.stop();
    expect(await rest(inbox)).to.deep.equal([]);
  });
});

suite("phones", phones, (bench) => {
  const screen = { kind: "notice", locale: "en", lines: ["Temp Failure"], keys: ["Exit"] } as const;

  it("answers each notify by one done, a screen taken away too", async () => {
    const { adapter, inbox } = bench();
    adapter.notify(7, "west/1001", screen, true);
    adapter.notify(8, "west/1001", null, false);
    expect(await answers(inbox, 2)).to.have.deep.members([
      { type: "done", of: 7, ok: true },
      { type: "done", of: 8, ok: true },
    ]);
  });

  it("answers what it cannot do by one done that says why", async () => {
    const { adapter, inbox } = bench();
    adapter.notify(7, "west/1999", screen, true);
    adapter.placeCall(8, "west/1999", "2001", "r1");
    const done = await answers(inbox, 2);
    expect(done.map(({ of, ok }) => ({ of, ok }))).to.have.deep.members([
      { of: 7, ok: false },
      { of: 8, ok: false },
    ]);
    expect(done.filter(({ reason = "" }) => reason.length > 5)).to.have.length(2);
  });

  it("answers placeCall by one done", async () => {
    const { adapter, inbox } = bench();
    adapter.placeCall(9, "west/1001", "2001", "r1");
    expect((await answers(inbox, 1)).map(({ of }) => of)).to.deep.equal([9]);
  });
});
