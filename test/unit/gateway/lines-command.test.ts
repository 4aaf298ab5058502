import { expect } from "chai";
import { gatewayRoutes } from "../../../gateway/api/gateway-routes.ts";
import { type Api, startApi } from "../../../gateway/api/server.ts";
import { loadConfig } from "../../../gateway/config/load.ts";
import { type Gateway, startGateway } from "../../../gateway/gateway.ts";
import { noLog } from "../../../gateway/log.ts";
import type { LineSnapshot } from "../../../src/lines/line.ts";
import { FakeCore } from "./fake-core.ts";
import { qsig } from "./terminal.ts";

const loaded = loadConfig(`
neighbours:
  east: { numbers: [1xxx], trunk: { type: lapd, listen: "127.0.0.1:0", side: network } }
`);
if (!loaded.ok) throw new Error("the configuration of this test is wrong");
const { config } = loaded;
const idle: LineSnapshot = {
  ...{ registered: "yes", calls: 0, ringingIn: 0, offhook: false, dnd: false },
  ...{ forward: {}, uses: 0, epoch: 1 },
};

describe("qsig lines", () => {
  let gateway: Gateway;
  let api: Api;

  beforeEach(async () => {
    // The core watches four lines, and forgets one of them again when it is told that it is lost.
    const core = new FakeCore((input) => {
      if (input.type === "operator") {
        return ["1001", "1002", "1003", "1004"].map((number) => ({ type: "watch", line: `east/${number}` }) as const);
      }
      return input.type === "line" && input.snapshot === "absent" ? [{ type: "unwatch", line: input.line }] : [];
    });
    gateway = await startGateway(config, { core });
    const settings = { host: "127.0.0.1", port: 0 };
    api = await startApi({ settings, routes: gatewayRoutes(gateway, config.core), files: [], log: noLog });
    await gateway.ask({ type: "operator", command: { command: "cancel", request: "r1" } });
    // Nobody monitors lines of east: the gateway says so by itself.
    const tell = (line: `east/${string}`, snapshot: LineSnapshot | "absent" | "lost") =>
      gateway.ask({ type: "line", line, snapshot });
    await tell("east/1001", { ...idle, calls: 1, uses: 3, forward: { all: "1009" }, user: "anna", busyTrigger: 2 });
    await tell("east/1002", { ...idle, ringingIn: 1 });
    await tell("east/1003", "lost");
    await tell("east/1004", "absent");
    await tell("east/1999", idle);
  });
  afterEach(async () => {
    await api.stop();
    await gateway.stop();
  });

  it("shows what each watched line does, and nothing of those that are not", async () => {
    const { status, stdout } = await qsig(["lines", "--url", api.url]);
    expect(status).to.equal(0);
    expect(stdout.split("\n").map((line) => line.replace(/ +/g, " "))).to.deep.equal([
      "LINE STATE CALLS RINGING USES SETTINGS",
      "east/1001 talks 1 0 3 forward all 1009, busy trigger 2, user anna",
      "east/1002 rings 0 1 0 -",
      "east/1003 lost - - - -",
      "",
    ]);
  });

  it("shows one line by its number or its whole name, as JSON too", async () => {
    for (const name of ["1001", "east/1001"]) {
      const { stdout } = await qsig(["lines", name, "--json", "--url", api.url]);
      const all = stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as { line: string });
      expect(all.map(({ line }) => line)).to.deep.equal(["east/1001"]);
    }
    expect((await qsig(["lines", "1", "2", "--url", api.url])).status).to.equal(2);
  });
});
