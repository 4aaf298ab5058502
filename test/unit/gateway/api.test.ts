import http from "node:http";
import net from "node:net";
import { once } from "node:events";
import { expect } from "chai";
import { eventLimits } from "../../../gateway/api/event-streams.ts";
import { ApiError, type Route, type SendEvent } from "../../../gateway/api/route.ts";
import { type Api, apiLimits, startApi } from "../../../gateway/api/server.ts";
import { ListenError } from "../../../gateway/http/server.ts";
import { noLog } from "../../../gateway/log.ts";

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

describe("HTTP API", () => {
  let api: Api;
  const errors: string[] = [];
  let follower: SendEvent = () => {};
  let unfollowed = 0;

  const routes: Route[] = [
    {
      method: "GET",
      path: "/api/echo/:name",
      handle: ({ parameters, query }) => ({ status: 200, json: { ...parameters, q: query.get("q") } }),
    },
    { method: "POST", path: "/api/echo", handle: ({ body }) => ({ status: 201, json: { body: body ?? null } }) },
    {
      method: "GET",
      path: "/api/fails",
      handle: () => {
        throw new Error("secret detail");
      },
    },
    {
      method: "GET",
      path: "/api/refuses",
      handle: () => {
        throw new ApiError(409, "it cannot be done now");
      },
    },
    {
      method: "GET",
      path: "/api/events",
      handle: () => ({
        follow: (send) => {
          follower = send;
          send("hello", { n: 1 });
          return () => {
            unfollowed += 1;
          };
        },
      }),
    },
  ];

  beforeEach(async () => {
    errors.length = 0;
    unfollowed = 0;
    api = await startApi({
      settings: { host: "127.0.0.1", port: 0 },
      routes,
      files: [{ path: "/", contentType: "text/html; charset=utf-8", body: "<p>page</p>" }],
      log: { ...noLog, error: (text) => errors.push(text) },
    });
  });
  const cleanup: (() => unknown)[] = [];
  afterEach(async () => {
    for (const clean of cleanup.splice(0)) await clean();
    await api.stop();
  });

  function ask(
    method: string,
    path: string,
    options: { headers?: http.OutgoingHttpHeaders; body?: string } = {},
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { port } = new URL(api.url);
      const request = http.request(
        { host: "127.0.0.1", port, method, path, headers: options.headers ?? {}, agent: false },
        (response) => {
          let text = "";
          response.setEncoding("utf8");
          response.on("data", (chunk: string) => {
            text += chunk;
          });
          response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
        },
      );
      request.on("error", reject);
      request.end(options.body);
    });
  }
  const json = { "content-type": "application/json" };
  const error = (answer: Answer) => (JSON.parse(answer.text) as { error: string }).error;

  it("finds a route by method and path, with what the path names and asks", async () => {
    const answer = await ask("GET", "/api/echo/a%2Fb?q=1");
    expect(answer.status).to.equal(200);
    expect(JSON.parse(answer.text)).to.deep.equal({ name: "a/b", q: "1" });
  });

  it("gives a body to its route as JSON, and undefined where there is none", async () => {
    expect(JSON.parse((await ask("POST", "/api/echo", { headers: json, body: '{"a":[1]}' })).text)).to.deep.equal({
      body: { a: [1] },
    });
    expect(JSON.parse((await ask("POST", "/api/echo")).text)).to.deep.equal({ body: null });
  });

  const refusals: readonly (readonly [string, string, string, Parameters<typeof ask>[2], number, string])[] = [
    ["an unknown path", "GET", "/api/none", {}, 404, "there is nothing under this path"],
    ["a path that climbs", "GET", "/../../etc/passwd", {}, 404, "there is nothing under this path"],
    ["a path that climbs in disguise", "GET", "/%2e%2e/%2e%2e/etc/passwd", {}, 404, "there is nothing under this path"],
    ["an empty name in a path", "GET", "/api/echo/", {}, 404, "there is nothing under this path"],
    ["another method", "DELETE", "/api/echo/x", {}, 405, "/api/echo/x takes GET"],
    ["a method on a file", "POST", "/", {}, 405, "/ takes GET"],
    ["a broken escape", "GET", "/api/echo/%zz", {}, 400, "the path holds a % that is no escape"],
    ["a body that is no JSON", "POST", "/api/echo", { headers: json, body: "{" }, 400, "the body is not JSON"],
    [
      "a form of another site",
      "POST",
      "/api/echo",
      { headers: { "content-type": "text/plain" }, body: "{}" },
      415,
      "send the body as application/json",
    ],
    ["a body without a type", "POST", "/api/echo", { body: "{}" }, 415, "send the body as application/json"],
    ["what a route refuses", "GET", "/api/refuses", {}, 409, "it cannot be done now"],
    [
      "a name that is not ours (DNS rebinding)",
      "GET",
      "/",
      { headers: { host: "evil.example:8480" } },
      403,
      "use the address of the gateway or localhost, not another name",
    ],
    [
      "a page of another site",
      "POST",
      "/api/echo",
      { headers: { ...json, origin: "http://evil.example" }, body: "{}" },
      403,
      "pages of other sites may not use the gateway",
    ],
    [
      "a page without an origin of its own",
      "GET",
      "/api/echo/x",
      { headers: { origin: "null" } },
      403,
      "pages of other sites may not use the gateway",
    ],
  ];
  for (const [name, method, path, options, status, sentence] of refusals) {
    it(`refuses ${name} with ${status} and a sentence`, async () => {
      const answer = await ask(method, path, options);
      expect(answer.status).to.equal(status);
      expect(error(answer)).to.equal(sentence);
      expect(answer.headers["content-type"]).to.contain("application/json");
    });
  }

  it("takes its own page under every name of its own", async () => {
    const { host, port } = new URL(api.url);
    expect((await ask("GET", "/", { headers: { host, origin: `http://${host}` } })).status).to.equal(200);
    expect((await ask("GET", "/", { headers: { host: `localhost:${port}` } })).status).to.equal(200);
    expect((await ask("GET", "/", { headers: { host: `[::1]:${port}` } })).status).to.equal(200);
  });

  it("serves its files and forbids browsers everything else", async () => {
    const answer = await ask("GET", "/");
    expect(answer.text).to.equal("<p>page</p>");
    expect(answer.headers["content-type"]).to.equal("text/html; charset=utf-8");
    expect(answer.headers["content-security-policy"]).to.contain("default-src 'self'");
    expect(answer.headers["x-content-type-options"]).to.equal("nosniff");
    expect(answer.headers).to.not.have.property("access-control-allow-origin");
    expect((await ask("HEAD", "/")).text).to.equal("");
  });

  it("hides its own failures from the client and tells the log", async () => {
    const answer = await ask("GET", "/api/fails");
    expect(answer.status).to.equal(500);
    expect(answer.text).to.not.contain("secret detail");
    expect(errors.join()).to.contain("secret detail");
  });

  it("takes a body of the limit and refuses one octet more", async () => {
    const body = (length: number) => JSON.stringify("x".repeat(length - 2));
    expect((await ask("POST", "/api/echo", { headers: json, body: body(apiLimits.bodyOctets) })).status).to.equal(201);
    const answer = await ask("POST", "/api/echo", { headers: json, body: body(apiLimits.bodyOctets + 1) });
    expect(answer.status).to.equal(413);
  });

  it("refuses headers beyond their limit", async () => {
    const answer = await ask("GET", "/", { headers: { "x-long": "x".repeat(apiLimits.headerOctets) } });
    expect(answer.status).to.equal(431);
  });

  it("survives what is no HTTP at all", async () => {
    const socket = net.connect({ port: Number(new URL(api.url).port), host: "127.0.0.1" });
    socket.on("error", () => {});
    socket.resume();
    socket.write(Buffer.from([0, 1, 2, 3, 13, 10, 13, 10]));
    await once(socket, "close");
    expect((await ask("GET", "/")).status).to.equal(200);
  });

  /** What comes back on a connection of its own until it is closed. */
  async function talk(port: number, text: string): Promise<string> {
    const socket = net.connect({ port, host: "127.0.0.1" });
    socket.on("error", () => {});
    socket.write(text);
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk.toString();
    });
    await new Promise((resolve) => socket.on("close", resolve));
    return answer;
  }

  it("gives slow headers and slow bodies up, and takes no more connections than its limit", async () => {
    const limits = { headersMs: 40, requestMs: 80, checkMs: 10, connections: 1 };
    const small = await startApi({ settings: { host: "127.0.0.1", port: 0 }, routes, files: [], log: noLog, limits });
    cleanup.push(() => small.stop());
    const port = Number(new URL(small.url).port);
    const slow = talk(port, "GET / HTTP/1.1\r\nHost: local");
    expect(await talk(port, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")).to.equal("");
    expect(await slow).to.match(/^HTTP\/1.1 408/);
    const head =
      "POST /api/echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{";
    expect(await talk(port, head)).to.match(/^HTTP\/1.1 408/);
  });

  async function followEvents(): Promise<{ response: http.IncomingMessage; next: () => Promise<string> }> {
    const { port } = new URL(api.url);
    const request = http.get({ host: "127.0.0.1", port, path: "/api/events", agent: false });
    const [response] = (await once(request, "response")) as [http.IncomingMessage];
    response.setEncoding("utf8");
    return { response, next: async () => ((await once(response, "data")) as [string])[0] };
  }

  it("sends events as they come, and ends the subscription when the client goes", async () => {
    const { response, next } = await followEvents();
    expect(response.headers["content-type"]).to.contain("text/event-stream");
    expect(await next()).to.equal('event: hello\ndata: {"n":1}\n\n');
    const second = next();
    follower("ladder", { line: "a\nb" });
    expect(await second).to.equal('event: ladder\ndata: {"line":"a\\nb"}\n\n');
    response.destroy();
    while (unfollowed === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it("lets only so many follow, and a place is free again when one goes", async () => {
    const open = await Promise.all(Array.from({ length: eventLimits.streams }, followEvents));
    expect((await ask("GET", "/api/events")).status).to.equal(503);
    open[0]?.response.destroy();
    while (unfollowed === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await followEvents()).response.statusCode).to.equal(200);
  });

  it("drops a follower that does not read", async () => {
    const { response } = await followEvents();
    response.pause();
    const big = "x".repeat(100_000);
    for (let count = 0; unfollowed === 0 && count < 1_000; count += 1) {
      follower("ladder", { line: big });
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(unfollowed).to.equal(1);
    response.destroy();
  });

  it("says which port it cannot have", async () => {
    const port = Number(new URL(api.url).port);
    const failure = await startApi({ settings: { host: "127.0.0.1", port }, routes, files: [], log: noLog }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(failure).to.be.instanceOf(ListenError);
    expect(failure).to.include({ code: "EADDRINUSE" });
    expect(String(failure)).to.contain(`127.0.0.1:${port}`);
  });

  it("stops with followers and idle connections open", async () => {
    await followEvents();
    await api.stop();
    expect(unfollowed).to.equal(1);
    api = { ...api, stop: async () => {} };
  });
});
