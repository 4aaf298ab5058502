import net from "node:net";
import type { LapdTrunkConfig } from "../../src/config.ts";
import type { AdapterContext, TrunkAdapter } from "../adapter.ts";
import { lapdFraming } from "./framing.ts";
import { TcpChannels } from "./tcp-channels.ts";

/** What one lapd trunk may cost, whoever connects to it. */
export const lapdLimits = {
  /** One link needs one connection; the others are for a peer that is back before its old one is known to be dead. */
  connections: 4,
  /** Connections that have said nothing yet: a peer that is back speaks at once. */
  halfOpen: 4,
  /** Octets that wait for a peer that does not read; beyond them its connection is closed. */
  queuedOctets: 256 * 1024,
  /** A frame that has begun is whole within this time, or the connection is closed. */
  frameMs: 10_000,
  connectMs: 5_000,
  keepAliveMs: 10_000,
  /** What waits to be written gets this long when the gateway stops. */
  stopMs: 300,
} as const;

export type LapdLimits = { readonly [limit in keyof typeof lapdLimits]: number };

/** LAPD frames without FCS behind a 2-octet length over TCP (the framing of the libpri peers). */
export function lapdTrunk(config: LapdTrunkConfig, context: AdapterContext): Promise<TrunkAdapter> {
  return createLapdTrunk(config, context, { ...lapdLimits, ...config.limits });
}

/** As `lapdTrunk`, with limits of its own: tests shorten them. */
export async function createLapdTrunk(
  config: LapdTrunkConfig,
  context: AdapterContext,
  limits: LapdLimits,
): Promise<TrunkAdapter> {
  const connections = new TcpChannels(context, lapdFraming, limits);
  if (config.role === "connect") return adapter(config, connections, limits, undefined);
  const server = net.createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay: limits.keepAliveMs });
  let accepted = 0;
  server.on("connection", (socket) => {
    if (!connections.hasRoom()) return void socket.destroy();
    accepted += 1;
    connections.accept(`in-${accepted}`, socket);
  });
  await listen(server, config);
  return adapter(config, connections, limits, server);
}

function adapter(
  config: LapdTrunkConfig,
  connections: TcpChannels,
  limits: LapdLimits,
  server: net.Server | undefined,
): TrunkAdapter {
  const bound = server?.address();
  return {
    ...(bound !== null && typeof bound === "object" ? { address: `${config.host}:${bound.port}` } : {}),
    send: (channel, pdu) => connections.send(channel, pdu.octets),
    open(channel) {
      const { host, port } = config;
      if (server !== undefined) return connections.refuse(channel, "this trunk only listens");
      const socket = net.connect({
        host,
        port,
        noDelay: true,
        keepAlive: true,
        keepAliveInitialDelay: limits.keepAliveMs,
      });
      connections.connect(channel, socket);
    },
    close: (channel, reason) => connections.end(channel, reason),
    async stop() {
      const closed = server === undefined ? undefined : new Promise<void>((resolve) => server.close(() => resolve()));
      await connections.stop();
      await closed;
    },
  };
}

function listen(server: net.Server, { host, port }: LapdTrunkConfig): Promise<void> {
  return new Promise((resolve, reject) => {
    server.on("error", (error) => reject(new Error(`cannot listen on ${host}:${port}: ${error.message}`)));
    server.listen(port, host, resolve);
  });
}
