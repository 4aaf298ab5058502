import { expect } from "chai";
import { gatewayRoutes } from "../../../gateway/api/gateway-routes.ts";
import { ApiError, type ApiResponse } from "../../../gateway/api/route.ts";
import { loadConfig } from "../../../gateway/config/load.ts";
import { type Gateway, startGateway } from "../../../gateway/gateway.ts";
import type { StoredRequest } from "../../../src/completion/record.ts";
import type { Input, Output } from "../../../src/seam.ts";
import { FakeCore } from "./fake-core.ts";

const loaded = loadConfig(`
neighbours:
  east: { numbers: [1xxx], trunk: { type: lapd, listen: "127.0.0.1:0", side: network } }
  west: { numbers: [2xxx], trunk: { type: lapd, listen: "127.0.0.1:0", side: network } }
`);
if (!loaded.ok) throw new Error("the configuration of this test is wrong");
const { config } = loaded;

const record = (request: string) => ({ request, role: "originating", state: "Requested" }) as unknown as StoredRequest;
const said = (request: string, text: string): Output => ({
  type: "trace",
  entry: { at: 5, type: "request", request, text },
});

/** The number it is asked for tells it what to do. */
function answer(input: Input): readonly Output[] {
  if (input.type !== "operator") return [];
  const { command } = input;
  if (command.command === "cancel") {
    return [
      said(command.request, "cancelled by the operator"),
      { type: "save", save: 9, request: command.request, record: null },
    ];
  }
  if (command.command !== "activate") return [];
  switch (command.to) {
    case "1001":
      return [
        said("r1", `${command.user} asks for 1001`),
        { type: "save", save: 1, request: "r1", record: record("r1") },
      ];
    case "1002": {
      const lines = ["1002 does not accept call back"];
      const screen = { kind: "notice", locale: "en", lines, keys: ["Exit"] } as const;
      return [{ type: "notify", id: 1, after: 0, user: "west/2001", screen, sound: false }];
    }
    default:
      return [];
  }
}

describe("routes of a gateway", () => {
  let gateway: Gateway;
  let core: FakeCore;
  beforeEach(async () => {
    core = new FakeCore(answer);
    gateway = await startGateway(config, { core });
  });
  afterEach(() => gateway.stop());

  async function ask(
    method: string,
    path: string,
    options: { request?: string; body?: unknown } = {},
  ): Promise<ApiResponse> {
    const route = gatewayRoutes(gateway, config.core).find((row) => row.method === method && row.path === path);
    if (route === undefined) throw new Error(`no route ${method} ${path}`);
    const parameters = options.request === undefined ? {} : { request: options.request };
    return route.handle({ parameters, query: new URLSearchParams(), body: options.body });
  }
  const activate = (body: unknown) => ask("POST", "/api/requests", { body });
  const refused = async (asked: Promise<ApiResponse>) => {
    const error = await asked.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return error instanceof ApiError ? `${error.status} ${error.message}` : String(error);
  };

  it("activates for a bare number by the routes, and for one with its neighbour", async () => {
    expect(await activate({ user: "2001", to: "1001" })).to.deep.equal({
      status: 202,
      json: { request: "r1", says: ["west/2001 asks for 1001"] },
    });
    await activate({ user: "east/2001", to: "1001" });
    const users = core.inputs.flatMap((input) =>
      input.type === "operator" && input.command.command === "activate" ? [input.command.user] : [],
    );
    expect(users).to.deep.equal(["west/2001", "east/2001"]);
  });

  it("gives the metrics as text", async () => {
    const answered = await ask("GET", "/api/metrics");
    expect(answered).to.include({ status: 200, contentType: "text/plain; version=0.0.4; charset=utf-8" });
    expect(answered).to.have.property("text").that.includes("# TYPE qsig_leniencies_total counter\n");
  });

  it("answers with the reason where no request came of it", async () => {
    expect(await refused(activate({ user: "2001", to: "1002" }))).to.equal("409 1002 does not accept call back");
    expect(await refused(activate({ user: "2001", to: "1003" }))).to.match(/^409 no request came of it: /);
  });

  const malformed: readonly unknown[] = [
    undefined,
    null,
    "2001",
    {},
    { user: "2001" },
    { user: 2001, to: "1001" },
    { user: "2001", to: "x" },
    { user: "2001", to: "" },
    { user: "2001", to: "1".repeat(33) },
  ];
  for (const body of malformed) {
    it(`refuses ${JSON.stringify(body)} with what it takes`, async () => {
      expect(await refused(activate(body))).to.match(/^400 send \{"user": "2001", "to": "1001"\}/);
    });
  }

  it("refuses users nobody has", async () => {
    expect(await refused(activate({ user: "5001", to: "1001" }))).to.equal("404 no neighbour has the number 5001");
    expect(await refused(activate({ user: "south/1", to: "1001" }))).to.equal("404 there is no neighbour south");
    expect(await refused(activate({ user: "a/b/c", to: "1001" }))).to.match(/^404 /);
  });

  it("tells at / what there is", async () => {
    const answer = await ask("GET", "/");
    expect("json" in answer && answer.json).to.deep.include({ gateway: "qsig" });
    expect(JSON.stringify(answer)).to.contain('"DELETE /api/requests/:request"');
  });

  it("lists, shows and cancels requests", async () => {
    await activate({ user: "2001", to: "1001" });
    expect(await ask("GET", "/api/requests")).to.deep.equal({ status: 200, json: { requests: [record("r1")] } });
    const timeline = [{ at: 5, text: "west/2001 asks for 1001" }];
    expect(await ask("GET", "/api/requests/:request", { request: "r1" })).to.deep.equal({
      status: 200,
      json: { request: record("r1"), timeline },
    });
    expect(await ask("DELETE", "/api/requests/:request", { request: "r1" })).to.deep.equal({
      status: 200,
      json: { request: "r1", says: ["cancelled by the operator"] },
    });
    expect(await ask("GET", "/api/requests")).to.deep.equal({ status: 200, json: { requests: [] } });
    expect(await refused(ask("DELETE", "/api/requests/:request", { request: "r1" }))).to.match(
      /^404 there is no request r1/,
    );
  });

  it("still shows what it knows of a request that has ended", async () => {
    await activate({ user: "2001", to: "1001" });
    await ask("DELETE", "/api/requests/:request", { request: "r1" });
    const shown = await ask("GET", "/api/requests/:request", { request: "r1" });
    expect("json" in shown && shown.json).to.deep.equal({
      request: null,
      timeline: [
        { at: 5, text: "west/2001 asks for 1001" },
        { at: 5, text: "cancelled by the operator" },
      ],
    });
  });

  it("follows the ladder: what is kept, then what comes, to the last line of each turn", async () => {
    await activate({ user: "2001", to: "1001" });
    const events = await ask("GET", "/api/events");
    const lines: string[] = [];
    const end =
      "follow" in events ? events.follow((_event, data) => lines.push((data as { line: string }).line)) : () => {};
    while (lines.length < 1) await new Promise((resolve) => setImmediate(resolve));
    await ask("DELETE", "/api/requests/:request", { request: "r1" });
    while (lines.length < 2) await new Promise((resolve) => setImmediate(resolve));
    end();
    await activate({ user: "2001", to: "1001" });
    await new Promise((resolve) => setTimeout(resolve, 10));
    const at = new Date(5).toISOString();
    expect(lines).to.deep.equal([
      `${at}  request       r1 west/***01 asks for ***01`,
      `${at}  request       r1 cancelled by the operator`,
    ]);
  });
});
