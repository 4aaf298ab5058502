import type { Core } from "../../src/seam.ts";
import { gatewayRoutes } from "../api/gateway-routes.ts";
import type { Route, StaticFile } from "../api/route.ts";
import { type Api, startApi } from "../api/server.ts";
import { ListenError } from "../http/server.ts";
import type { GatewayConfig } from "../config/gateway-config.ts";
import { consoleFiles } from "../console/files.ts";
import { type Gateway, startGateway } from "../gateway.ts";
import type { Log } from "../log.ts";
import { type Registry, registry } from "../registry.ts";
import { DemoCluster } from "../../src/pbx/cluster.ts";
import { type DemoSettings, demoConfig, demoSettings } from "./config.ts";
import { type Side, linkUpState } from "./ladder.ts";
import type { DemoPhone } from "../../src/pbx/phone.ts";
import { demoRoutes } from "./routes.ts";
import { DemoShow } from "./show.ts";
import { DemoSite } from "./site.ts";
import { type Address, startWire } from "./wire.ts";

export interface DemoOptions {
  /** Makes the core of each gateway. */
  readonly core: () => Core;
  readonly host: string;
  /** The port of the page; where it is taken, a free one. */
  readonly port: number;
  readonly log: Log;
  /** The file that takes the line between the gateways, as pcapng: the western one writes it. */
  readonly capture?: string;
  readonly settings?: Partial<DemoSettings>;
}

/** Two gateways in one process, each with its own cluster and core, joined by LAPD over TCP on loopback. */
export interface Demo {
  /** Where the page is, `http://host:port/`. */
  readonly url: string;
  readonly gateways: Readonly<Record<Side, Gateway>>;
  stop(): Promise<void>;
}

interface Part {
  stop(): Promise<void> | void;
}

/** Who has which phone. */
const phones: Readonly<Record<Side, readonly DemoPhone[]>> = {
  west: [
    { number: "1001", name: "Anna Berg" },
    { number: "1002", name: "Ben Roth" },
  ],
  east: [
    { number: "2001", name: "Dora Lind" },
    { number: "2002", name: "Emil Stark" },
  ],
};

/** Calls from which on a phone is busy; the gateways assume the same (S-60). */
const busyTrigger = 1;

const linkUpWithinMs = 5_000;

/** Rejects with a sentence, with nothing left open. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const running: Part[] = [];
  const keep = <Kept extends Part>(part: Kept): Kept => {
    running.push(part);
    return part;
  };
  const stop = async () => {
    for (const part of running.toReversed()) await part.stop();
  };
  try {
    const { url, gateways } = await start(options, keep);
    return { url, gateways, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** `keep` is told of every part as soon as it runs, in the order in which they stop last to first. */
async function start(options: DemoOptions, keep: <Kept extends Part>(part: Kept) => Kept): Promise<Omit<Demo, "stop">> {
  const { core, log } = options;
  const settings = { ...demoSettings, ...options.settings };
  const sites = { west: site("west"), east: site("east") };
  const gateway = async (side: Side, config: GatewayConfig, capture?: string) => {
    const gatewayOptions = { core: core(), log, registry: withSite(sites[side]) };
    const captured = capture === undefined ? {} : { capture };
    return keep(await startGateway(config, { ...gatewayOptions, ...captured }));
  };
  const files = await consoleFiles();
  const show = new DemoShow(sites);
  const westConfig = demoConfig("west", 'listen: "127.0.0.1:0"', settings);
  const west = await gateway("west", westConfig, options.capture);
  const wire = keep(await startWire(trunkAddress(west), (cutUntil) => show.wire(cutUntil)));
  const eastConfig = demoConfig("east", `connect: "${wire.address.host}:${wire.address.port}"`, settings);
  const east = await gateway("east", eastConfig);
  const gateways = { west, east };
  keep({ stop: show.follow(gateways) });
  await Promise.all([linkUp(west), linkUp(east)]);
  // `qsig requests` and its like find the west gateway here.
  const routes = [...demoRoutes({ sites, show, wire }), ...gatewayRoutes(west, westConfig.core)];
  const { url } = keep(await openPage(options, routes, files));
  return { url, gateways };
}

function site(side: Side): DemoSite {
  return new DemoSite(new DemoCluster(side, phones[side], busyTrigger));
}

/** The registry of a gateway that has one demo cluster: all three adapters are of this very cluster. */
export function withSite(demo: DemoSite): Registry {
  return {
    ...registry,
    trunks: { ...registry.trunks, demo: async (_settings, context) => demo.trunk(context) },
    lines: { ...registry.lines, demo: async () => demo.lines() },
    phones: { ...registry.phones, demo: async () => demo.phones() },
  };
}

/** The first click must find the trunk up. On loopback that takes milliseconds. */
function linkUp({ inspect }: Gateway): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!inspect.trunks().some(({ state }) => state === linkUpState)) return;
      clearTimeout(limit);
      end();
      resolve();
    };
    const limit = setTimeout(() => {
      end();
      reject(new Error("the trunk between the gateways does not come up: look for a firewall on loopback"));
    }, linkUpWithinMs);
    const end = inspect.subscribe(() => setImmediate(look));
    look();
  });
}

/** Where the trunk of the first gateway listens: the system chose the port. */
function trunkAddress(gateway: Gateway): Address {
  const address = gateway.inspect.trunks().find((trunk) => trunk.address !== undefined)?.address ?? "";
  const at = address.lastIndexOf(":");
  return { host: address.slice(0, at), port: Number(address.slice(at + 1)) };
}

async function openPage(options: DemoOptions, routes: readonly Route[], files: readonly StaticFile[]): Promise<Api> {
  const { host, port, log } = options;
  const open = (settings: { readonly host: string; readonly port: number }) =>
    startApi({ settings, routes, files, log });
  try {
    return await open({ host, port });
  } catch (error) {
    if (!(error instanceof ListenError) || error.code !== "EADDRINUSE") throw error;
    return open({ host, port: 0 });
  }
}
