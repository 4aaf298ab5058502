import net from "node:net";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";
import type { LineAdapter } from "../../../gateway/adapter.ts";
import { httpLimits } from "../../../gateway/http/server.ts";
import { createHttpLines, feedLimits } from "../../../gateway/lines/http.ts";
import { type BoardLimits, boardLimits } from "../../../gateway/lines/http/board.ts";
import { documentLimits, eventNames } from "../../../gateway/lines/http/documents.ts";
import type { Input } from "../../../src/seam.ts";
import { root } from "../../root.ts";
import { LineFeeder } from "../../peers/line-feeder.ts";
import { Inbox } from "./inbox.ts";
import { phoneContext } from "./phone-context.ts";

const token = "a token of sixteen octets at least";
/** What the test reads of the document. */
interface OpenApi {
  readonly paths: Readonly<Record<string, object>>;
  readonly components: { readonly schemas: { readonly Event: unknown } };
}

const idle = { registered: "yes", calls: 0, ringingIn: 0, offhook: false, dnd: false, forward: {}, uses: 0 };

describe("lines http", () => {
  const cleanup: (() => unknown)[] = [];
  const inbox = new Inbox();
  let context: ReturnType<typeof phoneContext>;
  let adapter: LineAdapter & { readonly url: string };

  async function start(silenceMs = 60_000, board: Partial<BoardLimits> = {}): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), "qsig-lines-"));
    cleanup.push(() => rm(folder, { recursive: true }));
    const tokenFile = join(folder, "token");
    await writeFile(tokenFile, `${token}\n`);
    context = phoneContext(inbox);
    const settings = { type: "http", bind: { host: "127.0.0.1", port: 0 }, tokenFile, silenceMs } as const;
    const http = { ...httpLimits, headersMs: 100, requestMs: 100, checkMs: 50 };
    const started = await createHttpLines(settings, context, { http, board: { ...boardLimits, ...board } });
    adapter = started;
    cleanup.push(() => started.stop());
  }

  afterEach(async () => {
    for (const clean of cleanup.splice(0).toReversed()) await clean();
    while (inbox.waiting > 0) await inbox.next();
  });

  async function ask(method: string, path: string, body?: unknown, by = token): Promise<Response> {
    return fetch(`${adapter.url}/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${by}` },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  }

  async function feeder(): Promise<LineFeeder> {
    const connected = await LineFeeder.connect(adapter.url, token);
    cleanup.push(() => connected.close());
    return connected;
  }

  const reported = (input: Input) => (input.type === "line" ? input.snapshot : undefined);

  it("tells the core what a script pushes: the snapshot at once, then every change, nothing twice", async () => {
    await start();
    expect((await ask("PUT", "lines/1001", { registration: "r1" })).status).to.equal(204);
    adapter.watch("west/1001");
    expect(reported(await inbox.next())).to.deep.include(idle);
    const call = { event: "call", id: "c1", direction: "recipient", state: "early", remote: "1002" };
    expect((await ask("POST", "lines/1001/events", call)).status).to.equal(204);
    expect(reported(await inbox.next())).to.include({ calls: 0, ringingIn: 1, uses: 0 });
    await ask("POST", "lines/1001/events", call);
    await ask("POST", "lines/1001/events", { ...call, state: "confirmed" });
    expect(reported(await inbox.next())).to.include({ calls: 1, ringingIn: 0, uses: 1 });
    await ask("POST", "lines/1001/events", { event: "terminated", id: "c1" });
    expect(reported(await inbox.next())).to.include({ calls: 0, uses: 1 });
    expect(inbox.waiting).to.equal(0);
  });

  it("R15: tells of failed calls inside the cluster, of lines that nobody watches too", async () => {
    await start();
    const failed = (more: object) => ask("POST", "lines/1001/events", { event: "failed", to: "1002", ...more });
    for (const [more, call] of [
      [{}, { cause: 17, alerted: false }],
      [
        { cause: 19, alerted: true },
        { cause: 19, alerted: true },
      ],
      [{ cause: 127 }, { cause: 127, alerted: false }],
    ]) {
      expect((await failed(more ?? {})).status).to.equal(204);
      expect(await inbox.next()).to.deep.equal({
        type: "callFailed",
        call: { line: "west/1001", to: "1002", ...call },
      });
    }
    for (const more of [{ cause: 0 }, { cause: 128 }, { cause: "17" }, { to: "12a" }, { to: undefined }, { why: 1 }]) {
      expect((await failed(more)).status, JSON.stringify(more)).to.equal(400);
    }
    expect(inbox.waiting).to.equal(0);
  });

  it("answers every query by the snapshot: forwarding, voice mail, trigger, resets, user", async () => {
    await start();
    const full = {
      registered: true,
      registration: "boot-1",
      offhook: true,
      dnd: true,
      forward: { all: "8000", busy: "1002", noAnswer: "1003" },
      voicemail: "8000",
      busyTrigger: 2,
      user: "anna",
      calls: [{ id: "c", direction: "initiator", state: "confirmed" }],
    };
    await ask("PUT", "lines/1001", full);
    adapter.watch("west/1001");
    const first = reported(await inbox.next());
    const { registration: _, registered: __, calls: ___, voicemail: ____, ...same } = full;
    expect(first).to.deep.include({ ...same, voicemail: { pilot: "8000" }, calls: 1 });
    await ask("POST", "lines/1001/events", { event: "registered", registration: "boot-2" });
    const second = reported(await inbox.next());
    expect(second).to.include({ calls: 0, offhook: false });
    expect((second as { epoch: number }).epoch).not.to.equal((first as { epoch: number }).epoch);
    const told = (await (await ask("GET", "lines/1001")).json()) as object;
    expect(told).to.deep.equal(second);
  });

  it("says through the feed which lines are wanted, and asks for them when the feed comes", async () => {
    await start();
    adapter.watch("west/1001");
    expect(reported(await inbox.next())).to.equal("lost");
    const one = await feeder();
    await one.until(({ said }) => said.length > 0);
    expect(one.said).to.deep.equal([{ type: "watch", line: "1001" }]);
    one.send({ line: "1001", snapshot: {} });
    expect(reported(await inbox.next())).to.deep.include(idle);
    one.answers.set("1999", { exists: false });
    adapter.watch("west/1999");
    expect(await inbox.next()).to.deep.equal({ type: "line", line: "west/1999", snapshot: "absent" });
    expect(await (await ask("GET", "watched")).json()).to.deep.equal({ lines: ["1001", "1999"] });
    adapter.unwatch("west/1999");
    await one.until(({ said }) => said.at(-1)?.type === "unwatch");
    one.send({ line: "1999", snapshot: {} });
    one.send({ line: "1001", event: { event: "dnd", on: true } });
    expect(reported(await inbox.next())).to.deep.include({ dnd: true });
  });

  it("a feeder that does not answer for a line: it is lost", async () => {
    await start(60_000, { answerMs: 20 });
    await feeder();
    adapter.watch("west/1001");
    expect(reported(await inbox.next())).to.equal("lost");
  });

  it("a feeder that falls silent: lines are lost; when it is back they are asked for anew", async () => {
    await start(60_000);
    const one = await feeder();
    one.answers.set("1001", { registration: "r" });
    adapter.watch("west/1001");
    expect(reported(await inbox.next())).to.deep.include(idle);
    one.close();
    expect(reported(await inbox.next())).to.equal("lost");
    expect(context.warnings.join()).to.contain("silent");
    const two = await feeder();
    two.answers.set("1001", { registration: "r", offhook: true });
    expect((await ask("POST", "lines/1001/events", { event: "dnd", on: true })).status).to.equal(409);
    two.send({ line: "1001", snapshot: { registration: "r", offhook: true } });
    expect(reported(await inbox.next())).to.deep.include({ offhook: true });
  });

  it("without a feed, scripts that only push are silent when they no longer do", async () => {
    await start(100);
    await ask("PUT", "lines/1001", {});
    adapter.watch("west/1001");
    expect(reported(await inbox.next())).to.deep.include(idle);
    expect(reported(await inbox.next())).to.equal("lost");
    expect((await ask("POST", "heartbeat")).status).to.equal(204);
    expect((await ask("GET", "lines/1001")).status).to.equal(404);
  });

  it("a feed that answers pings is not silent, though nothing changes", async () => {
    await start(60);
    const one = await feeder();
    one.answers.set("1001", {});
    adapter.watch("west/1001");
    await inbox.next();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(inbox.waiting).to.equal(0);
  });

  it("is what docs/lines-http.openapi.yaml says: its paths are served, its events are known", async () => {
    await start();
    await ask("PUT", "lines/1001", {});
    const document = parse(await readFile(join(root, "docs/lines-http.openapi.yaml"), "utf8")) as OpenApi;
    for (const [path, methods] of Object.entries(document.paths)) {
      if (path === "/v1/feed") continue;
      for (const method of Object.keys(methods).filter((name) => name !== "parameters")) {
        const body = method === "get" ? undefined : { event: "dnd", on: true };
        const answer = await ask(method.toUpperCase(), path.replace("/v1/", "").replace("{line}", "1001"), body);
        expect(answer.status, `${method} ${path}`).to.be.oneOf([200, 204, 400]);
      }
    }
    const text = JSON.stringify(document.components.schemas.Event);
    const names = [...text.matchAll(/"event":\{"const":"(\w+)"/g)].map(([, name]) => name);
    expect(names).to.have.members([...eventNames()]);
  });

  describe("refuses", () => {
    const refusals: readonly (readonly [string, string, string, unknown, number, string])[] = [
      ["a path that is none", "GET", "nothing", undefined, 404, "nothing under this path"],
      ["a method that is none", "DELETE", "lines/1001", undefined, 404, "nothing under this path"],
      ["a line that is none", "PUT", "lines/../x", {}, 404, "nothing"],
      ["letters for a line", "PUT", "lines/12a4", {}, 400, "digits"],
      ["no JSON", "PUT", "lines/1001", "{", 400, "no JSON"],
      ["a list", "PUT", "lines/1001", [], 400, "object"],
      ["a field that is none", "PUT", "lines/1001", { offHook: true }, 400, '"offHook"'],
      ["a text for a flag", "PUT", "lines/1001", { offhook: "yes" }, 400, "offhook is true or false"],
      ["a call in no state", "PUT", "lines/1001", { calls: [{ id: "a", direction: "initiator" }] }, 400, "state is"],
      ["a text too long", "PUT", "lines/1001", { user: "x".repeat(documentLimits.text + 1) }, 400, "user is text"],
      ["a trigger too high", "PUT", "lines/1001", { busyTrigger: 17 }, 400, "busyTrigger"],
      ["too many calls", "PUT", "lines/1001", { calls: Array(documentLimits.calls + 1).fill({}) }, 400, "at most"],
      ["an event before a snapshot", "POST", "lines/1002/events", { event: "unregistered" }, 409, "snapshot first"],
      ["an event that is none", "POST", "lines/1001/events", { event: "explode" }, 400, "event"],
      ["a field of another event", "POST", "lines/1001/events", { event: "dnd", on: true, off: 1 }, 400, '"off"'],
      ["a body too long", "PUT", "lines/1001", " ".repeat(feedLimits.bodyOctets + 1), 413, "longer than"],
    ];
    for (const [name, method, path, body, status, sentence] of refusals) {
      it(`${name}: ${status}, in words, and the log says so`, async () => {
        await start();
        await ask("PUT", "lines/1001", {});
        const answer = await ask(method, path, body);
        expect(answer.status).to.equal(status);
        expect(((await answer.json()) as { error: string }).error).to.contain(sentence);
        expect(context.warnings).to.have.length(1);
      });
    }

    it("whoever has no token or another, over HTTP and as a feed", async () => {
      await start();
      for (const by of ["", "wrong", `${token}x`]) {
        const answer = await ask("GET", "watched", undefined, by);
        expect([answer.status, answer.headers.get("www-authenticate")]).to.deep.equal([
          401,
          'Bearer realm="qsig lines"',
        ]);
        const failure = await LineFeeder.connect(adapter.url, by).catch((error: Error) => error);
        expect(String(failure)).to.contain("401");
      }
      const failure = await LineFeeder.connect(adapter.url, token, "/v1/other").catch((error: Error) => error);
      expect(String(failure)).to.contain("404");
      expect(context.warnings).to.have.length(7);
    });

    it("one line more than it keeps", async () => {
      await start(60_000, { lines: 2 });
      const statuses = [];
      for (const line of ["1001", "1002", "1003", "1002"])
        statuses.push((await ask("PUT", `lines/${line}`, {})).status);
      expect(statuses).to.deep.equal([204, 204, 507, 204]);
    });

    it("what a feed says wrong, in words; a message too long ends the feed", async () => {
      await start();
      const one = await feeder();
      for (const wrong of ["{", "[]", "null", { line: "1001" }, { line: "1001", snapshot: {}, event: {} }])
        one.send(wrong);
      await one.until(({ said }) => said.length === 5);
      expect(new Set(one.said.map(({ type }) => type))).to.deep.equal(new Set(["error"]));
      one.send(" ".repeat(feedLimits.bodyOctets + 1));
      await one.ended();
    });

    it("clients that never finish a request", async () => {
      await start();
      const slow = net.connect({ host: "127.0.0.1", port: Number(new URL(adapter.url).port) });
      slow.write("PUT /v1/lines/1001 HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n");
      await new Promise((resolve) => slow.once("close", resolve).resume());
    });
  });
});
