import { lookup } from "node:dns/promises";
import net from "node:net";
import type { HostPort, SipTrunkConfig } from "../../src/config.ts";
import type { AdapterContext } from "../adapter.ts";
import type { SipLimits } from "../sip/limits.ts";
import { connectTls } from "../tls/connect.ts";
import { TlsEnd, type TlsEndOptions } from "../tls/end.ts";
import { reportTo } from "../tls/event.ts";
import { enterTls } from "./tls-door.ts";

/** Where the sockets of one sip trunk come from: connections to its servers, and of them. */
export interface SipSockets {
  /** Where it listens; absent where it does not. */
  readonly bound?: HostPort;
  /** With TLS it was judged, else it is still connecting. Rejects with why there is none. */
  dial(server: HostPort, signal: AbortSignal): Promise<net.Socket>;
  stop(): Promise<void>;
}

/**
 * `take` gets the servers' connections: with TLS those whose certificate has an allowed name, else those of their
 * addresses. Rejects with a sentence that says what to do.
 */
export async function openSipSockets(
  config: SipTrunkConfig,
  context: AdapterContext,
  limits: SipLimits,
  { take, tls = {} }: { readonly take: (socket: net.Socket) => void; readonly tls?: Partial<TlsEndOptions> },
): Promise<SipSockets> {
  if (config.tls === undefined) return openPlain(config, context, limits, take);
  const end = await TlsEnd.open(config.tls, { report: reportTo(context), ...tls });
  const { connectMs, keepAliveMs } = limits;
  const { listen } = config;
  try {
    const guest = { end, take: ({ socket }: { readonly socket: net.Socket }) => take(socket) };
    const door = listen && (await enterTls(listen, guest, context.neighbour, keepAliveMs));
    return {
      ...(door === undefined ? {} : { bound: boundOf(door.address) }),
      dial: async (server, signal) => (await connectTls(end, server, { connectMs, keepAliveMs, signal })).socket,
      async stop() {
        await door?.leave();
        await end.stop();
      },
    };
  } catch (error) {
    await end.stop();
    throw error;
  }
}

async function openPlain(
  { servers, listen }: SipTrunkConfig,
  { warn }: AdapterContext,
  { keepAliveMs }: SipLimits,
  take: (socket: net.Socket) => void,
): Promise<SipSockets> {
  const hosts = await addressesOf(servers);
  const keepAlive = { noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveMs };
  const server = net.createServer(keepAlive, (socket) => {
    const from = (socket.remoteAddress ?? "").replace(/^::ffff:/, "");
    if (hosts.has(from)) return take(socket);
    socket.destroy();
    warn(`a connection is refused: ${from} is none of the servers`);
  });
  if (listen !== undefined) await listening(server, listen);
  const dial = (to: HostPort) => Promise.resolve(net.connect({ host: to.host, port: to.port, ...keepAlive }));
  if (listen === undefined) return { dial, stop: () => Promise.resolve() };
  return {
    bound: { host: listen.host, port: (server.address() as net.AddressInfo).port },
    dial,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Where connections of the servers come from: a name counts with all its addresses. */
async function addressesOf(servers: readonly HostPort[]): Promise<ReadonlySet<string>> {
  const found = await Promise.all(servers.map(({ host }) => lookup(host, { all: true }).catch(() => [])));
  return new Set([...servers.map(({ host }) => host), ...found.flat().map(({ address }) => address)]);
}

async function listening(server: net.Server, { host, port }: HostPort): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.on("error", (error) => reject(new Error(`cannot listen on ${host}:${port}: ${error.message}`)));
    server.listen(port, host, resolve);
  });
}

function boundOf(address: string): HostPort {
  const colon = address.lastIndexOf(":");
  return { host: address.slice(0, colon), port: Number(address.slice(colon + 1)) };
}
