import { createInterface } from "node:readline";
import { gatewayRoutes } from "../../gateway/api/gateway-routes.ts";
import { startApi } from "../../gateway/api/server.ts";
import { loadConfig } from "../../gateway/config/load.ts";
import { withSite } from "../../gateway/demo/demo.ts";
import { DemoSite } from "../../gateway/demo/site.ts";
import { startGateway } from "../../gateway/gateway.ts";
import { createLog } from "../../gateway/log.ts";
import { createH323Trunk, type H323Limits, h323Limits } from "../../gateway/trunks/h323.ts";
import { DemoCluster, type PhoneAction } from "../../src/pbx/cluster.ts";
import { createPinx } from "../../src/pinx.ts";

/**
 * A gateway in a process of its own, with a cluster of two phones: `gateway-process.js SETUP` with the JSON of a
 * `Setup`. It says `ready URL`; then each line of input is a `Request`, answered by one line.
 */
export interface Setup {
  /** The configuration file; neighbour `own` is the cluster. */
  readonly config: string;
  /** Numbers of the phones. */
  readonly phones: readonly string[];
  /** Other limits of the h323 trunks than their own. */
  readonly limits: Partial<H323Limits>;
}

export type Request =
  | { readonly act: PhoneAction; readonly number: string }
  | { readonly phone: string }
  /** Roles and states of the requests, as `qsig requests` has them. */
  | { readonly requests: true }
  /** Octets of the process. */
  | { readonly memory: true };

const setup = JSON.parse(process.argv[2] ?? "") as Setup;
const loaded = loadConfig(setup.config);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
const phones = setup.phones.map((number) => ({ number, name: `User ${number}` }));
const site = new DemoSite(new DemoCluster("own", phones, 1));
const types = withSite(site);
const log = createLog("info", process.stderr);
let ready: () => void = () => {};
// A call before the cluster has its trunk would go nowhere.
const opened = new Promise<void>((resolve) => {
  ready = resolve;
});
const gateway = await startGateway(loaded.config, {
  core: createPinx(),
  log,
  registry: {
    ...types,
    trunks: {
      ...types.trunks,
      h323: (config, context) => createH323Trunk(config, context, { ...h323Limits, ...setup.limits }),
      demo: async (_settings, context) => {
        const trunk = site.trunk(context);
        const open = (channel: string): void => {
          trunk.open(channel);
          ready();
        };
        return { ...trunk, open };
      },
    },
  },
});
await opened;
const { api: settings, core } = loaded.config;
const api = await startApi({ settings, routes: gatewayRoutes(gateway, core), files: [], log });
const input = createInterface({ input: process.stdin });
input.on("line", (line) => process.stdout.write(`${JSON.stringify(answer(JSON.parse(line) as Request) ?? null)}\n`));
input.on("close", () => {
  void api.stop().then(() => gateway.stop());
});
process.stdout.write(`ready ${api.url}\n`);

function answer(request: Request): unknown {
  if ("act" in request) return site.act(request.number, request.act);
  if ("phone" in request) return site.views().find(({ number }) => number === request.phone);
  if ("requests" in request) return gateway.inspect.requests().map(({ role, state }) => `${role} ${state}`);
  return process.memoryUsage().rss;
}
