import net from "node:net";
import type { LapdTrunkConfig } from "../../src/config.ts";
import type { Channel } from "../../src/seam.ts";
import type { AdapterContext, TrunkAdapter } from "../adapter.ts";
import { Framer, frame } from "./framing.ts";

/** What one lapd trunk may cost, whoever connects to it. */
export const lapdLimits = {
  /** One link needs one connection; the others are for a peer that is back before its old one is known to be dead. */
  connections: 4,
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

interface Connection {
  readonly socket: net.Socket;
  readonly framer: Framer;
  corked: boolean;
  writable: boolean;
  frameTimer: NodeJS.Timeout | undefined;
  /** Why we end it; the first reason stands. */
  reason: string | undefined;
}

/** LAPD frames without FCS behind a 2-octet length over TCP (the framing of the libpri peers). */
export function lapdTrunk(config: LapdTrunkConfig, context: AdapterContext): Promise<TrunkAdapter> {
  return createLapdTrunk(config, context, lapdLimits);
}

/** As `lapdTrunk`, with limits of its own: tests shorten them. */
export async function createLapdTrunk(
  config: LapdTrunkConfig,
  context: AdapterContext,
  limits: LapdLimits,
): Promise<TrunkAdapter> {
  const connections = new Connections(context, limits);
  if (config.role === "connect") return adapter(config, connections, limits, undefined);
  const server = net.createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay: limits.keepAliveMs });
  let accepted = 0;
  server.on("connection", (socket) => {
    if (connections.count >= limits.connections) {
      socket.destroy();
      return;
    }
    accepted += 1;
    connections.add(`in-${accepted}`, socket);
    context.post({ type: "opened", trunk: context.neighbour, channel: `in-${accepted}`, by: "peer" });
  });
  await listen(server, config);
  return adapter(config, connections, limits, server);
}

function adapter(
  config: LapdTrunkConfig,
  connections: Connections,
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

/** The sockets of one trunk by channel. */
class Connections {
  readonly #context: AdapterContext;
  readonly #limits: LapdLimits;
  readonly #connections = new Map<Channel, Connection>();
  #stopped = false;

  constructor(context: AdapterContext, limits: LapdLimits) {
    this.#context = context;
    this.#limits = limits;
  }

  get count(): number {
    return this.#connections.size;
  }

  refuse(channel: Channel, reason: string): void {
    this.#context.post({ type: "closed", trunk: this.#context.neighbour, channel, reason });
  }

  connect(channel: Channel, socket: net.Socket): void {
    const { connectMs } = this.#limits;
    const tooLong = setTimeout(() => socket.destroy(new Error(`no connection within ${connectMs} ms`)), connectMs);
    socket.once("connect", () =>
      this.#context.post({ type: "opened", trunk: this.#context.neighbour, channel, by: "us" }),
    );
    socket.once("connect", () => clearTimeout(tooLong));
    socket.once("close", () => clearTimeout(tooLong));
    this.add(channel, socket);
  }

  add(channel: Channel, socket: net.Socket): void {
    const connection: Connection = {
      socket,
      framer: new Framer(),
      corked: false,
      writable: true,
      frameTimer: undefined,
      reason: undefined,
    };
    this.#connections.set(channel, connection);
    socket.on("data", (chunk) => this.#read(channel, connection, chunk));
    socket.on("drain", () => this.#flow(channel, connection, true));
    socket.on("end", () => this.#fail(connection, "closed by the peer"));
    socket.on("error", (error) => this.#fail(connection, error.message));
    socket.on("close", () => {
      clearTimeout(connection.frameTimer);
      // A channel that was named again meanwhile belongs to the newer connection.
      if (this.#connections.get(channel) === connection) this.#connections.delete(channel);
      if (!this.#stopped) this.refuse(channel, connection.reason ?? "closed by the peer");
    });
  }

  send(channel: Channel, octets: Uint8Array): void {
    const connection = this.#connections.get(channel);
    if (connection === undefined || connection.reason !== undefined) return;
    const framed = frame(octets);
    if (framed === undefined) return this.#fail(connection, `a frame of ${octets.length} octets cannot be sent`);
    const { socket } = connection;
    if (!connection.corked) this.#cork(connection);
    if (!socket.write(framed)) this.#flow(channel, connection, false);
    if (socket.writableLength > this.#limits.queuedOctets) this.#fail(connection, "the peer does not read");
  }

  end(channel: Channel, reason: string): void {
    const connection = this.#connections.get(channel);
    if (connection === undefined || connection.reason !== undefined) return;
    connection.reason = reason;
    // What was sent still leaves; a peer that does not take it gets no more time than a frame may take.
    connection.socket.end();
    clearTimeout(connection.frameTimer);
    connection.frameTimer = setTimeout(() => connection.socket.destroy(), this.#limits.frameMs);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const sockets = [...this.#connections.values()].map(({ socket }) => socket);
    const closed = sockets.map((socket) => new Promise((resolve) => socket.once("close", resolve)));
    for (const socket of sockets) socket.destroySoon();
    const tooLong = setTimeout(() => sockets.map((socket) => socket.destroy()), this.#limits.stopMs);
    await Promise.all(closed);
    clearTimeout(tooLong);
  }

  /** Everything that leaves in one turn of the event loop goes out in one write. */
  #cork(connection: Connection): void {
    connection.corked = true;
    connection.socket.cork();
    queueMicrotask(() => {
      connection.corked = false;
      connection.socket.uncork();
    });
  }

  #read(channel: Channel, connection: Connection, chunk: Uint8Array): void {
    const { framer, socket } = connection;
    if (connection.reason !== undefined) return;
    const trunk = this.#context.neighbour;
    const frames = framer.push(chunk);
    for (const octets of frames) {
      this.#context.post({ type: "received", trunk, channel, pdu: { carrier: "lapd", octets } });
    }
    if (framer.fault !== undefined) return this.#fail(connection, faultTexts[framer.fault]);
    // The time runs from a frame's first octet: a peer that sends one octet now and then gains none.
    if (frames.length > 0 || !framer.partial) {
      clearTimeout(connection.frameTimer);
      connection.frameTimer = undefined;
    }
    if (framer.partial) {
      connection.frameTimer ??= setTimeout(
        () => this.#fail(connection, "a frame was not completed"),
        this.#limits.frameMs,
      );
    }
    const drained = this.#context.drained();
    if (drained === undefined) return;
    socket.pause();
    void drained.then(() => socket.resume());
  }

  #flow(channel: Channel, connection: Connection, writable: boolean): void {
    if (connection.writable === writable || connection.reason !== undefined) return;
    connection.writable = writable;
    this.#context.post({ type: "flow", trunk: this.#context.neighbour, channel, writable });
  }

  #fail(connection: Connection, reason: string): void {
    connection.reason ??= reason;
    connection.socket.destroy();
  }
}

const faultTexts = {
  emptyFrame: "the peer sent a frame of no octets",
  frameTooLong: "the peer sent a frame longer than the limit",
} as const;

function listen(server: net.Server, { host, port }: LapdTrunkConfig): Promise<void> {
  return new Promise((resolve, reject) => {
    server.on("error", (error) => reject(new Error(`cannot listen on ${host}:${port}: ${error.message}`)));
    server.listen(port, host, resolve);
  });
}
