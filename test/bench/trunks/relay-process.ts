import type { Create, LineAdapter } from "../../../gateway/adapter.ts";
import { gatewayRoutes } from "../../../gateway/api/gateway-routes.ts";
import { startApi } from "../../../gateway/api/server.ts";
import { loadConfig } from "../../../gateway/config/load.ts";
import { startGateway } from "../../../gateway/gateway.ts";
import { httpLines } from "../../../gateway/lines/http.ts";
import { sipLines } from "../../../gateway/lines/sip.ts";
import { noLog } from "../../../gateway/log.ts";
import { registry } from "../../../gateway/registry.ts";
import { createPinx } from "../../../src/pinx.ts";
import { callingPorts, joinedAssociations, joinedPorts, joinPeers } from "./bare-relay.ts";
import { heads } from "./cutter.ts";
import type { Answer, Asked, Ports, RelayOrder, TrunkType } from "./relay-order.ts";

// The relay that is measured, in a process of its own: the gateway or the bare one, as its first argument says.

const order = JSON.parse(process.argv[2] ?? "") as RelayOrder;
const taken = { count: 0 };

const bareSip = async ({ near, far }: Ports): Promise<readonly [number, number]> => {
  joinPeers(heads.sip, near, far);
  return [0, 0];
};

/** ONE table: where the two ends of a pair connect to the bare relay of each trunk type; 0: they are called. */
const bareRelays: { readonly [type in TrunkType]: (peers: Ports) => Promise<readonly [number, number]> } = {
  lapd: () => joinedPorts(heads.lapd),
  h323: ({ near, far }) => callingPorts(heads.h323, near, far),
  iua: joinedAssociations,
  "sip cisco": bareSip,
  "sip ecma355": bareSip,
  "sip plain": bareSip,
};

tell(
  order.gateway === undefined
    ? { ports: await bare(order), victims: { trunks: [], console: 0 } }
    : await gateway(order.gateway),
);

process.on("message", (asked: Asked) => {
  if (asked === "end") process.exit(0);
  if (asked === "collect") globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  tell({ usage: { processorUs: user + system, rss, used: heapUsed + external, taken: taken.count } });
});
process.on("disconnect", () => process.exit(0));

async function bare({ type, peers, pairs }: RelayOrder): Promise<readonly Ports[]> {
  const made: Ports[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const [near, far] = await bareRelays[type](peers[pair] ?? { near: 0, far: 0 });
    made.push({ near, far });
  }
  return made;
}

async function gateway(text: string): Promise<Answer> {
  const loaded = loadConfig(text);
  if (!loaded.ok) throw new Error(loaded.faults.map((fault) => fault.text).join("; "));
  const { config } = loaded;
  const lines = { http: watching(httpLines), sip: watching(sipLines) };
  const running = await startGateway(config, { core: createPinx(), registry: { ...registry, lines } });
  const { inspect } = running;
  const port = (name: string): number => portOf(inspect.trunks().find(({ trunk }) => trunk === name)?.address);
  const ports = Array.from({ length: order.pairs }, (_, pair) => ({
    near: port(`near${pair}`),
    far: port(`far${pair}`),
  }));
  const trunks = order.watched.map((_, at) => port(`victim${at}`));
  if (trunks.length === 0) return { ports, victims: { trunks, console: 0 } };
  inspect.subscribe((entry) => {
    if (entry.type === "pdu" && entry.direction === "in" && entry.trunk.startsWith("victim")) taken.count += 1;
  });
  const settings = { host: "127.0.0.1", port: 0 };
  const api = await startApi({ settings, routes: gatewayRoutes(running, config.core), files: [], log: noLog });
  return { ports, victims: { trunks, console: portOf(api.url) } };
}

/** Nobody asks for call back here, so that no line would be watched. */
function watching<Settings>(create: Create<Settings, LineAdapter>): Create<Settings, LineAdapter> {
  return async (settings, context) => {
    const adapter = await create(settings, context);
    const { neighbour } = context;
    for (const line of order.watched[Number(neighbour.replace("victim", ""))] ?? [])
      adapter.watch(`${neighbour}/${line}`);
    return adapter;
  };
}

function portOf(address = ""): number {
  return Number(/:(\d+)\/?$/.exec(address)?.[1] ?? 0);
}

function tell(answer: Answer): void {
  process.send?.(answer);
}
