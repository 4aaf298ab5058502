import net from "node:net";
import type { H323TrunkConfig, HostPort } from "../../src/config.ts";
import type { AdapterContext, TrunkAdapter } from "../adapter.ts";
import { connectTls, type TlsConnection } from "../tls/connect.ts";
import { TlsEnd, type TlsEndOptions } from "../tls/end.ts";
import { reportTo } from "../tls/event.ts";
import { tpktFraming } from "./framing.ts";
import { TcpChannels } from "./tcp-channels.ts";
import { type Door, enterTls } from "./tls-door.ts";

/** What one h323 trunk may cost, whoever connects to it. */
export const h323Limits = {
  /** Each call of ours and of the peers may have a connection of its own. */
  connections: 2048,
  /** Connections that have said nothing yet: a call begins with its SETUP. */
  halfOpen: 512,
  queuedOctets: 256 * 1024,
  frameMs: 10_000,
  connectMs: 4_000,
  keepAliveMs: 60_000,
  stopMs: 300,
  /** A peer that refuses our certificate closes within a round trip; so long a probe waits for that. */
  probeStandsMs: 1_000,
} as const;

export type H323Limits = { readonly [limit in keyof typeof h323Limits]: number };

/** H.225.0 in TPKTs over TCP or TLS. Channels that the core asks for end in the number of the peer: `out-7/0`. */
export function h323Trunk(config: H323TrunkConfig, context: AdapterContext): Promise<TrunkAdapter> {
  return createH323Trunk(config, context, { ...h323Limits, ...config.limits });
}

/** As `h323Trunk`, with limits and what else of TLS tests need. */
export async function createH323Trunk(
  config: H323TrunkConfig,
  context: AdapterContext,
  limits: H323Limits,
  options: Partial<TlsEndOptions> = {},
): Promise<TrunkAdapter> {
  const channels = new TcpChannels(context, tpktFraming, limits);
  const report = reportTo(context);
  const end = config.tls === undefined ? undefined : await TlsEnd.open(config.tls, { report, ...options });
  let accepted = 0;
  const take = (socket: net.Socket): void => {
    if (!channels.hasRoom()) return void socket.destroy();
    accepted += 1;
    channels.accept(`in-${accepted}`, socket);
  };
  const door = await enterListener(config, end, take, context, limits).catch(async (error: unknown) => {
    await end?.stop();
    throw error;
  });
  return {
    ...(door === undefined ? {} : { address: door.address }),
    send: (channel, pdu) => channels.send(channel, pdu.octets),
    open(channel) {
      const peer = config.peers[Number(channel.split("/")[1] ?? 0)];
      if (peer === undefined) return channels.refuse(channel, "there is no such peer");
      const { connectMs, keepAliveMs } = limits;
      if (end === undefined) {
        const keepAlive = { noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveMs };
        return channels.connect(channel, net.connect({ host: peer.host, port: peer.port, ...keepAlive }));
      }
      // A probe says nothing that the peer could answer, and its handshake alone says nothing (RFC 8446 2).
      const stands = channel.startsWith("probe-") ? { standsMs: limits.probeStandsMs } : {};
      channels.dial(channel, async (signal) => {
        return (await connectTls(end, peer, { connectMs, keepAliveMs, signal, ...stands })).socket;
      });
    },
    close: (channel, reason) => channels.end(channel, reason),
    async stop() {
      await Promise.all([channels.stop(), door?.leave()]);
      await end?.stop();
    },
  };
}

/** With TLS a connection is assigned by the name of its certificate, without by its source address (R12). */
async function enterListener(
  { listen, peers }: H323TrunkConfig,
  end: TlsEnd | undefined,
  take: (socket: net.Socket) => void,
  context: AdapterContext,
  limits: H323Limits,
): Promise<Door | undefined> {
  if (listen === undefined) return undefined;
  if (end === undefined) {
    return enter(listen, { hosts: new Set(peers.map(({ host }) => host)), take, context }, limits);
  }
  const guest = { end, take: ({ socket }: TlsConnection) => take(socket) };
  return enterTls(listen, guest, context.neighbour, limits.keepAliveMs);
}

/** A neighbour at a listener: whose connections it takes. */
interface Guest {
  readonly hosts: ReadonlySet<string>;
  readonly take: (socket: net.Socket) => void;
  readonly context: AdapterContext;
}

/** Listeners of this process by what they are bound to: neighbours share one, told apart by source address (R12). */
const listeners = new Map<string, { readonly server: net.Server; readonly guests: Set<Guest> }>();

async function enter({ host, port }: HostPort, guest: Guest, { keepAliveMs }: H323Limits): Promise<Door> {
  // Port 0 is another one each time.
  const key = port === 0 ? `${host}:${port} of ${guest.context.neighbour}` : `${host}:${port}`;
  let listener = port === 0 ? undefined : listeners.get(key);
  if (listener === undefined) {
    const server = net.createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveMs });
    const guests = new Set<Guest>();
    server.on("connection", (socket) => assign(socket, guests));
    await new Promise<void>((resolve, reject) => {
      server.on("error", (error) => reject(new Error(`cannot listen on ${host}:${port}: ${error.message}`)));
      server.listen(port, host, resolve);
    });
    listener = { server, guests };
    listeners.set(key, listener);
  }
  const { server, guests } = listener;
  guests.add(guest);
  const bound = server.address() as net.AddressInfo;
  return {
    address: `${host}:${bound.port}`,
    async leave() {
      guests.delete(guest);
      if (guests.size > 0) return;
      listeners.delete(key);
      if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** To the neighbour whose peer it comes from; anybody else is refused, and all of them are told. */
function assign(socket: net.Socket, guests: ReadonlySet<Guest>): void {
  const from = (socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const guest = [...guests].find(({ hosts }) => hosts.has(from));
  if (guest !== undefined) return guest.take(socket);
  socket.destroy();
  for (const { context } of guests) context.warn(`a connection from ${from} is refused: it is none of the peers`);
}
