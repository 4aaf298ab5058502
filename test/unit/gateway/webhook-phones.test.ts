import { createHmac } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { PhoneAdapter } from "../../../gateway/adapter.ts";
import { createWebhookPhones } from "../../../gateway/phones/webhook.ts";
import { linkPath, linkRefusal, signature } from "../../../gateway/phones/webhook/link.ts";
import { activatedScreen, availableScreen } from "../../../src/users/screens.ts";
import { WebhookReceiver } from "../../peers/webhook-receiver.ts";
import { Inbox } from "./inbox.ts";
import { phoneContext, type TestContext } from "./phone-context.ts";

const key = "a key of sixteen octets at least";

describe("personal links", () => {
  const now = Date.UTC(2026, 0, 2);
  const parts = (path: string) => {
    const [, , number = "", expiry = "", mac = ""] = path.split("/");
    return { number, expiry, mac };
  };

  it("are good until they expire, for their user and their expiry alone", () => {
    const link = parts(linkPath(key, "1001", now + 60_000));
    expect(linkRefusal(key, link, now)).to.equal(undefined);
    expect(linkRefusal(key, link, now + 59_999)).to.equal(undefined);
    expect(linkRefusal(key, link, now + 60_000)).to.contain("expired");
    for (const forged of [
      { ...link, number: "1002" },
      { ...link, expiry: String(Number(link.expiry) + 1) },
      { ...link, mac: link.mac.slice(1) },
      { ...link, mac: "" },
      { ...link, expiry: "NaN" },
    ]) {
      expect(linkRefusal(key, forged, now)).to.contain("no link of yours");
    }
    expect(linkRefusal(`${key}x`, link, now)).to.contain("no link of yours");
  });

  it("can be made by whoever holds the key, as docs/webhook.md says", () => {
    const mac = createHmac("sha256", key).update("1001.1767312060").digest("base64url");
    expect(linkPath(key, "1001", 1_767_312_060_000)).to.equal(`/u/1001/1767312060/${mac}`);
  });

  it("posts are signed with their time", () => {
    const right = createHmac("sha256", key).update("1767312060.{}").digest("hex");
    expect(signature(key, "{}", 1_767_312_060_999)).to.equal(`t=1767312060,v1=${right}`);
  });
});

describe("phones webhook", () => {
  const cleanup: (() => unknown)[] = [];
  const inbox = new Inbox();
  let context: TestContext;
  let adapter: PhoneAdapter & { readonly link: (number: string) => string };
  let receiver: WebhookReceiver;

  beforeEach(async () => {
    const folder = await mkdtemp(join(tmpdir(), "qsig-webhook-"));
    const keyFile = join(folder, "key");
    await writeFile(keyFile, `${key}\n`);
    receiver = new WebhookReceiver(key);
    const url = await receiver.start();
    context = phoneContext(inbox);
    const bind = { host: "127.0.0.1", port: 0 };
    const limits = { answerMs: 300, answerOctets: 1024, againMs: [1, 1] };
    const settings = { type: "webhook", url, keyFile, bind, linkLifeMs: 60_000 } as const;
    const started = await createWebhookPhones(settings, context, limits);
    adapter = started;
    cleanup.push(
      () => rm(folder, { recursive: true }),
      () => receiver.stop(),
      () => started.stop(),
    );
  });
  afterEach(async () => {
    for (const clean of cleanup.splice(0).toReversed()) await clean();
  });

  it("posts the screen with the personal link, and what is to be dialled", async () => {
    adapter.notify(1, "west/1001", activatedScreen("2001"), true);
    expect(await inbox.next()).to.deep.equal({ type: "done", of: 1, ok: true });
    adapter.placeCall(2, "west/1001", "2001", "r1");
    expect(await inbox.next()).to.deep.equal({ type: "done", of: 2, ok: true });
    const [shown, call] = receiver.posts;
    expect(shown).to.deep.include({ type: "screen", user: "1001", sound: true });
    expect(shown?.screen?.lines[0]).to.equal("CallBack is activated on 2001");
    expect((await fetch(shown?.link ?? "")).status).to.equal(200);
    expect(call).to.deep.include({ type: "placeCall", user: "1001", to: "2001", request: "r1" });
    expect(shown?.id).not.to.equal(call?.id);
  });

  /** What the receiver answers, what the reason says, and how often it was tried. */
  const failures = [
    ["a server that fails", (response: http.ServerResponse) => void response.writeHead(500).end(), "status 500", 3],
    ["one that is too busy", (response: http.ServerResponse) => void response.writeHead(429).end(), "status 429", 3],
    ["a refusal", (response: http.ServerResponse) => void response.writeHead(403).end(), "status 403", 1],
    ["a connection that breaks", (response: http.ServerResponse) => void response.destroy(), "cannot be reached", 3],
    ["silence", () => {}, "no answer in 300 ms", 3],
    [
      "a redirection",
      (response: http.ServerResponse) => void response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
      "cannot be reached",
      3,
    ],
  ] as const;
  for (const [name, answer, reason, tries] of failures) {
    it(`${name}: tried ${tries === 1 ? "once" : `${tries} times`}, then given up with the reason`, async () => {
      receiver.answer = answer;
      adapter.notify(1, "west/1001", activatedScreen("2001"), false);
      const done = await inbox.next();
      expect(done).to.include({ type: "done", ok: false });
      expect(done.type === "done" ? done.reason : "").to.contain(reason);
      expect(receiver.requests).to.equal(tries);
      expect(context.warnings.join()).to.contain("user ***01");
    });
  }

  it("a newer screen ends the tries of the one before", async () => {
    receiver.answer = () => {};
    adapter.notify(1, "west/1001", activatedScreen("2001"), false);
    while (receiver.requests === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    receiver.answer = undefined;
    adapter.notify(2, "west/1001", availableScreen("2001", 0, 0), false);
    const all = [await inbox.next(), await inbox.next()];
    expect(all).to.have.deep.members([
      { type: "done", of: 1, ok: true },
      { type: "done", of: 2, ok: true },
    ]);
  });

  describe("the page of a user", () => {
    async function press(link: string, body: unknown): Promise<number> {
      const headers = { "content-type": "application/json" };
      return (await fetch(`${link}/press`, { method: "POST", headers, body: JSON.stringify(body) })).status;
    }

    it("takes the keys of the user, and call back for a number or the last call", async () => {
      const link = adapter.link("1001");
      for (const body of [
        { key: "dial" },
        { key: "cancel" },
        { key: "exit" },
        { key: "callBack", to: "2001" },
        { key: "callBack" },
      ]) {
        expect(await press(link, body)).to.equal(202);
        expect(await inbox.next()).to.deep.equal({ type: "user", user: "west/1001", press: body });
      }
      for (const body of [{ key: "explode" }, { key: "callBack", to: "20 01" }, [], {}]) {
        expect(await press(link, body)).to.equal(400);
      }
      expect(inbox.waiting).to.equal(0);
    });

    it("refuses a link that is forged, of another user or expired, whatever is asked under it", async () => {
      const link = adapter.link("1001");
      const { origin } = new URL(link);
      const old = origin + linkPath(key, "1001", Date.now() - 1_000);
      for (const wrong of [link.replace("/1001/", "/1002/"), `${link.slice(0, -2)}xx`, old]) {
        expect((await fetch(wrong)).status).to.equal(403);
        expect((await fetch(`${wrong}/events`)).status).to.equal(403);
        expect(await press(wrong, { key: "dial" })).to.equal(403);
      }
      expect((await fetch(`${origin}/u/1001`)).status).to.equal(404);
      expect((await fetch(`${origin}/../../etc/passwd`)).status).to.equal(404);
      expect(context.warnings).to.have.length(11);
      expect(inbox.waiting).to.equal(0);
    });
  });
});
